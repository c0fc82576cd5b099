/// Boundaries: where trust changes, from the circuit to the Internet.

// ---------------------------------------------------------------- the device

/// The housing of the device: whoever stands beside it can touch what is on its outside.
type DeviceEnclosure "Device enclosure" : boundary { device: yes, reach: physical }
/// A device worn on the body or carried by the patient.
type WearableDevice "Wearable device" : DeviceEnclosure { one_patient: yes }
/// A device inside the body, which nobody can touch.
type ImplantedDevice "Implanted device" : boundary { one_patient: yes, device: yes, reach: adjacent }
/// The housing of an accessory that belongs to the device.
type AccessoryHousing "Accessory housing" : boundary { device: yes, reach: physical }
/// A circuit board inside an enclosure.
type CircuitBoard "Circuit board" : boundary { reach: internal }
/// A single integrated circuit, whose inner buses cannot be tapped by simple means.
type IntegratedCircuit "Integrated circuit" : boundary { reach: internal }
/// What runs under one operating system.
type OperatingSystemZone "Operating system" : boundary { reach: internal }
/// Programs that share the rights of one trusted component.
type TrustedZone "Trusted zone" : boundary { reach: internal }
/// The part of a device or processor that keeps keys and checks from the rest: secure world, security module.
type SecureZone "Secure zone" : TrustedZone
/// The part that delivers or guards the therapy and is kept free of everything else.
type SafetyZone "Safety zone" : TrustedZone
/// A container, sandbox or virtual machine.
type SandboxZone "Sandbox" : boundary { reach: internal }

// ---------------------------------------------------------------- hospital

/// A hospital's buildings and networks as a whole.
type HospitalNetwork "Hospital network" : boundary { reach: network }
/// A network segment kept for clinical devices.
type ClinicalSegment "Clinical network segment" : boundary { reach: network }
/// The data centre with the hospital's servers.
type HospitalDataCentre "Hospital data centre" : boundary { reach: network }
/// A ward or unit, whose staff, patients and visitors come and go.
type CareUnit "Care unit" : boundary { reach: physical }
/// The surroundings of one bed.
type BedSpace "Bed space" : boundary { reach: physical }
/// The operating theatre.
type OperatingTheatre "Operating theatre" : boundary { reach: physical }
/// The segment that is reachable both from inside and from the Internet.
type DemilitarisedZone "Demilitarised zone" : boundary { reach: internet }

// ---------------------------------------------------------------- home and public

/// The patient's home with its router and everything else that is connected there.
type HomeNetwork "Home network" : boundary { reach: network }
/// The patient and everything within a few metres.
type PatientSurroundings "Patient's surroundings" : boundary { reach: adjacent }
/// What is worn on the body.
type BodyWorn "Body-worn equipment" : boundary { reach: physical }
/// A telephone or tablet that its owner administers.
type PersonalPhone "Personal telephone" : boundary { one_patient: yes, reach: physical, provides { controlled_platform: no } }
/// An ambulance, a helicopter or another place in transit.
type TransportVehicle "Vehicle" : boundary { reach: physical }
/// A network that anyone may use.
type PublicNetwork "Public network" : boundary { reach: internet }

// ---------------------------------------------------------------- manufacturer and service

/// The manufacturer's account at a cloud provider.
type CloudTenant "Cloud tenant" : boundary { reach: internet, own_software: yes, hosted: yes, of_manufacturer: yes }
/// A private network inside a cloud account, without addresses of its own on the Internet.
type PrivateSubnet "Private subnet" : boundary { reach: network }
/// A factory, with its programming and test stations.
type ManufacturerSite "Manufacturer's site" : boundary { reach: network, of_manufacturer: yes }
/// The premises of a company that makes devices or parts for the manufacturer.
type ContractManufacturingSite "Contract manufacturer's site" : boundary { reach: network, of_manufacturer: yes }
/// Where releases are built and signed, kept apart from the office network.
type BuildEnvironment "Build environment" : boundary { reach: network, of_manufacturer: yes }
/// A workshop or a service partner's office.
type ServiceSite "Service site" : boundary { reach: network }

// ---------------------------------------------------------------- ready to use

/// The Internet, from which anybody may start.
boundary internet "Internet" : PublicNetwork
