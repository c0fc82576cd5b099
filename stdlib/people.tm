/// Actor types: the people around a medical device.

/// A nurse, physician or therapist who uses the device for patients.
type ClinicalUser "Clinical user" : actor
/// A physician who prescribes or reviews, often away from the device.
type Physician "Physician" : ClinicalUser
/// A patient who operates the device without professional training.
type PatientUser "Patient as user" : actor
/// A relative or a carer who helps the patient with the device.
type Caregiver "Carer" : actor
/// A visitor, a fellow patient or anybody else in the room, without any right to the device.
type Bystander "Bystander" : actor
/// A pharmacist or another specialist who maintains drug libraries and protocols.
type ClinicalSpecialist "Clinical specialist" : actor { serves_many: yes }
/// A technician of the manufacturer or its partner who maintains devices on site.
type ServiceUser "Service technician" : actor
/// A technician of the manufacturer who looks at devices from afar.
type RemoteServiceUser "Remote service technician" : ServiceUser { serves_many: yes, of_manufacturer: yes }
/// A person of the operator who tests and maintains medical devices.
type BiomedicalEngineer "Biomedical engineer" : actor
/// A person of the operator who runs networks, servers and accounts.
type ItAdministrator "IT administrator" : actor { serves_many: yes }
/// A person of the manufacturer who runs its servers and the cloud.
type ManufacturerOperator "Manufacturer's operator" : actor { serves_many: yes, of_manufacturer: yes }
/// A person of the manufacturer who builds, signs and releases software.
type ReleaseEngineer "Release engineer" : actor { serves_many: yes, of_manufacturer: yes }
/// A person who assembles, programs or tests devices in the factory.
type ProductionWorker "Production worker" : actor { serves_many: yes }
