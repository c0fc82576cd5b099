/// Data types: the classes of information a medical system carries and keeps.
/// The ratings are starting points; a model overrides them where its own case differs.

// ---------------------------------------------------------------- about the patient

/// Anything that says something about an identified or identifiable patient.
type PatientData "Patient data" : data {
    nature:          data
    confidentiality: high
    integrity:       medium
    availability:    medium
}
/// Name, date of birth, record number: what ties other data to one person.
type PatientIdentity "Patient identity" : PatientData { integrity: high }
/// A value or a curve measured on the patient, on which somebody or something acts.
type Measurement "Measurement" : PatientData { confidentiality: medium, integrity: high, availability: high, result: measurements, function: monitoring }
/// A continuous curve, such as airway pressure or an ECG.
type Waveform "Waveform" : Measurement { result: waveforms }
/// A reading that closes a control loop without a person in between.
type ControlLoopMeasurement "Closed-loop measurement" : Measurement { steering: readings, function: delivery }
/// A result from which a diagnosis is drawn.
type DiagnosticData "Diagnostic data" : PatientData { integrity: high, result: results, function: monitoring }
/// A picture or an image series with its description.
type MedicalImage "Medical image" : DiagnosticData { result: images }
/// What was given to the patient, how much and when.
type TherapyRecord "Therapy record" : PatientData { integrity: high, result: therapy, function: monitoring }
/// A request for an examination or a treatment of one particular patient.
type Order "Order" : PatientData { integrity: high, availability: high }
/// The list of examinations a modality fetches for the day.
type Worklist "Worklist" : Order
/// How, when and how often the patient uses the device at home.
type UsageData "Usage data" : PatientData { integrity: low, availability: low }
/// Where the patient is or was.
type LocationData "Location data" : PatientData { integrity: low, availability: low }
/// What the patient has agreed to, and who may see the data.
type ConsentRecord "Consent record" : PatientData { integrity: high }
/// Patient data whose direct identifiers were replaced, still to be protected.
type PseudonymisedData "Pseudonymised data" : PatientData { confidentiality: medium, availability: low }

// ---------------------------------------------------------------- what the therapy depends on

/// Values that decide whether the device treats or warns safely.
type SafetyParameters "Safety parameters" : data {
    function:        programming
    nature:          data
    confidentiality: low
    integrity:       high
    availability:    high
    steering:        parameters
}
/// Set values of the therapy: volume, rate, dose, energy.
type TherapySettings "Therapy settings" : SafetyParameters { steering: settings }
/// Alarm limits, delays and priorities.
type AlarmProfile "Alarm profile" : SafetyParameters { steering: alarm_limits }
/// Hard and soft limits that no setting may pass.
type SafetyLimits "Safety limits" : SafetyParameters { steering: hard_limits }
/// Drugs with their concentrations and dose limits, used by many devices at once.
type DrugLibrary "Drug library" : SafetyParameters { steering: libraries }
/// A clinical protocol or treatment plan that devices carry out.
type TreatmentPlan "Treatment plan" : SafetyParameters { confidentiality: high, steering: plans }
/// Constants that turn a sensor's signal into a value, or a value into an output.
type Calibration "Calibration" : SafetyParameters { steering: constants, function: service }
/// Scaling, options and limits that only the service may change.
type ServiceParameters "Service parameters" : Calibration
/// Weights and parameters of a trained model.
type TrainedModel "Trained model" : SafetyParameters { confidentiality: medium, steering: models }
/// Examples with their right answers, from which a model is trained or tested.
type TrainingData "Training data" : PatientData { integrity: high, availability: low }
/// A warning to the people around the patient, with its priority.
type Alarm "Alarm" : data { nature: data, confidentiality: low, integrity: high, availability: high, function: alarming }
/// A sign of life by which the other side notices that a connection is lost.
type Heartbeat "Sign of life" : data { nature: data, confidentiality: low, integrity: high, availability: high, function: alarming }

// ---------------------------------------------------------------- commands

/// An instruction that makes the receiver do something.
type Command "Command" : data {
    nature:          command
    confidentiality: low
    integrity:       high
    availability:    medium
    steering:        commands
}
/// An instruction that starts, stops or changes the therapy.
type TherapyCommand "Therapy command" : Command { availability: high, function: delivery }
/// An instruction of the service or test mode.
type ServiceCommand "Service command" : Command { steering: service, function: service }
/// What a person at the device presses, turns or enters.
type OperatorInput "Operator input" : Command { availability: high, steering: entries }

// ---------------------------------------------------------------- secrets and identities

/// Something that proves who somebody is: password, PIN, token.
type Credential "Credential" : data {
    nature:          data
    confidentiality: high
    integrity:       high
    availability:    medium
}
/// A secret or private cryptographic key.
type KeyMaterial "Key material" : Credential
/// The private key with which releases are signed.
type SigningKey "Signing key" : KeyMaterial
/// The long-term keys of a pairing or bond.
type PairingKeys "Pairing keys" : KeyMaterial
/// A word or number a person knows.
type Password "Password" : Credential
/// Proof of a login that is good for a limited time.
type SessionToken "Session token" : Credential
/// A certificate or public key: no secret, but it must be the right one.
type PublicCertificate "Certificate" : data { nature: data, confidentiality: low, integrity: high, availability: high }
/// Serial number, type and address by which a device is known.
type DeviceIdentity "Device identity" : data { nature: data, confidentiality: low, integrity: high, availability: medium }

// ---------------------------------------------------------------- code and configuration

/// A program image that a device installs and runs.
type FirmwarePackage "Firmware package" : data {
    nature:          code
    confidentiality: low
    integrity:       high
    availability:    medium
}
/// A program for a computer or a server.
type SoftwarePackage "Software package" : FirmwarePackage
/// A script or a macro that another program carries out.
type Script "Script" : FirmwarePackage
/// Settings of the device that are not part of the therapy.
type Configuration "Configuration" : data { nature: data, confidentiality: low, integrity: high, availability: medium }
/// Addresses, names and certificates needed to take part in a network.
type NetworkConfiguration "Network configuration" : Configuration { confidentiality: medium }
/// Roles, accounts and security options.
type SecurityConfiguration "Security configuration" : Configuration { confidentiality: medium }
/// The right to use a function of the device.
type Licence "Licence" : Configuration

// ---------------------------------------------------------------- operation and service

/// What happened on a device, for whoever looks for a fault or an attacker.
type LogData "Log data" : data { log: yes, nature: data, confidentiality: medium, integrity: high, availability: low }
/// The content of memory at a fault, or a bundle of logs and files for the service.
type DiagnosticDump "Crash dump or service bundle" : LogData { confidentiality: high }
/// Who did what and when, kept as proof.
type AuditRecord "Audit record" : LogData { availability: medium }
/// The time of day, on which schedules, certificates and logs rely.
type TimeData "Time" : data { nature: data, confidentiality: low, integrity: high, availability: medium }
/// What passes between a device and its remote service: screens, files, diagnoses.
type RemoteServiceData "Remote service data" : data { nature: data, confidentiality: high, integrity: high, availability: low }
/// The state of the device itself: temperatures, voltages, operating hours, faults.
type TechnicalData "Technical data" : data { nature: data, confidentiality: low, integrity: medium, availability: low }
/// What is shown on a screen or heard from a loudspeaker.
type DisplayContent "Display content" : data { nature: data, confidentiality: medium, integrity: high, availability: high }
/// Type and serial number of an accessory or consumable.
type AccessoryIdentity "Accessory identity" : data { nature: data, confidentiality: low, integrity: high, availability: medium }
/// Names and addresses that a network service hands out.
type NetworkServiceData "Network service data" : data { nature: data, confidentiality: low, integrity: medium, availability: medium }

// ---------------------------------------------------------------- ready to use

/// The manufacturer's firmware package, for models that need only one.
data firmware "Firmware package" : FirmwarePackage
