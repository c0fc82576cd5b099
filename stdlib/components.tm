/// Components: what executes, what keeps data, and the systems on the other side.
import std.data
import std.ports

// ---------------------------------------------------------------- processes inside a device

/// A program on a microcontroller, with or without a small scheduler.
type Firmware "Firmware" : process
/// Firmware of a device that lives on a battery nobody recharges.
type BatteryFirmware "Battery-powered firmware" : Firmware { battery_powered: yes }
/// Firmware of a device inside the body.
type ImplantFirmware "Implant firmware" : BatteryFirmware
/// Firmware on a real-time operating system.
type Rtos "Real-time firmware" : Firmware { operating_system: rtos }
/// A controller kept apart from the others that monitors or stops the therapy.
type SafetyController "Safety controller" : Firmware { prevents: therapy }
/// A controller that drives an actuator: blower, pump, valve, electrode.
type TherapyController "Therapy controller" : Firmware
/// Firmware that turns a sensor's signal into values.
type SensorFirmware "Sensor firmware" : Firmware { senses: yes }
/// The program that starts first and decides which software may run.
type Bootloader "Boot loader" : process { operating_system: none, prevents: start, update_step: verify }
/// A radio module with firmware of its own, often a supplier's.
type RadioModule "Radio module" : Firmware { third_party: yes }
/// A library, a stack or a framework that somebody else wrote and that is linked into the product, open source included.
type ThirdPartyLibrary "Third-party library" : process { third_party: yes }
/// A finished part with software inside, bought from a supplier.
type SuppliedModule "Supplied module" : Firmware { third_party: yes }
/// A programmable logic device.
type ProgrammableLogic "Programmable logic" : Firmware { operating_system: none }
/// Applications on an embedded Linux.
type EmbeddedLinux "Embedded Linux application" : process { operating_system: general_purpose }
/// Applications on a general-purpose operating system inside the device.
type EmbeddedWindows "Embedded PC application" : process { operating_system: general_purpose }
/// The program that draws the screen and takes the user's input.
type HumanInterface "Human interface" : process
/// The program that checks and installs updates.
type UpdateAgent "Update agent" : process { update_step: install }
/// The program that passes messages between a device and a network.
type CommunicationService "Communication service" : process
/// The layer that divides one computer into several.
type Hypervisor "Hypervisor" : process { third_party: yes }
/// A program in a container.
type Container "Container" : process { operating_system: general_purpose }
/// A trained model that turns data into a result or an action.
type MachineLearningModel "Machine learning model" : process { learned: yes }

// ---------------------------------------------------------------- processes on computers and servers

/// A program with a web page as its human interface.
type WebApplication "Web application" : process { operating_system: general_purpose, web_interface: yes, web_pages: yes }
/// A program that other programs call over the network.
type ApiService "API service" : process { operating_system: general_purpose, web_interface: yes }
/// A program on a server that works for many devices or patients.
type BackendService "Backend service" : process { operating_system: general_purpose, serves_many: yes }
/// A program on a workstation or laptop.
type DesktopApp "Desktop application" : process { operating_system: general_purpose }
/// An app of the manufacturer on a telephone that somebody else administers.
type CompanionApp "Companion app" : process { operating_system: general_purpose, controlled_platform: no, update_step: transport }
/// A computer or protocol converter that links devices to a network.
type Gateway "Gateway" : process { update_step: transport }
/// A broker that hands messages from publishers to subscribers.
type MessageBroker "Message broker" : process { operating_system: general_purpose, serves_many: yes }
/// A server that hands out updates to devices.
type UpdateServer "Update server" : process {
    update_step:      host
    serves_many:      yes
    operating_system: general_purpose
    /// Where devices fetch their updates.
    port api "Update download" : HttpsServer { purpose: "Called by the clients of the server." }
}
/// The place where releases are signed.
type SigningService "Signing service" : process { operating_system: general_purpose, serves_many: yes, update_step: sign }
/// The programs that build releases from source code.
type BuildSystem "Build system" : process { operating_system: general_purpose, builds: yes, serves_many: yes, update_step: build }
/// The programs that train a model from examples.
type TrainingPipeline "Training pipeline" : process { operating_system: general_purpose, serves_many: yes }
/// The computer on the line that writes software, keys and constants into new devices.
type ProvisioningStation "Provisioning station" : process { operating_system: general_purpose, manufactures: yes, serves_many: yes }
/// The nurses' station that shows the alarms and values of many beds.
type CentralStation "Central station" : process {
    serves_many:      yes
    operating_system: general_purpose
    /// Where devices deliver alarms and fetch profiles.
    port api "Device interface" : HttpsServer { purpose: "Called by the clients of the server." }
    /// What the station keeps about the patients it shows.
    store records "Central station records" : SqlDatabase { serves_many: yes }
}

// ---------------------------------------------------------------- systems of others

/// An app, with the telephone it runs on, that the manufacturer does not control.
type MobileApp "Mobile app" : external { controlled_platform: no, update_step: transport }
/// A telephone or tablet as a platform: its system, its other apps, its owner.
type MobilePlatform "Mobile platform" : external { controlled_platform: no, update_step: transport }
/// A server of the hospital that devices talk to.
type HospitalServer "Hospital server" : external {
    serves_many: yes
    /// Where devices call the server, or are called from.
    port api "Server interface" : HttpsServer { purpose: "Called by the clients of the server." }
}
/// An electronic health record system.
type EhrSystem "Health record system" : external { serves_many: yes }
/// An archive for medical images.
type PacsServer "Image archive" : external {
    serves_many: yes
    /// Where images are stored and fetched.
    port dicom "DICOM service" : DicomServer { purpose: "Called by the clients of the server." }
}
/// A laboratory or radiology information system.
type InformationSystem "Departmental information system" : external { serves_many: yes }
/// A directory or login service.
type IdentityProvider "Identity provider" : external { serves_many: yes }
/// A server that gives the time.
type TimeServer "Time server" : external { serves_many: yes }
/// A server that hands out network addresses or names.
type NameServer "Address and name server" : external { serves_many: yes }
/// A collector of security events.
type LogCollector "Log collector" : external
/// A nurse call system.
type NurseCallSystem "Nurse call system" : external
/// A bedside monitor or another medical device from which or to which data goes.
type OtherMedicalDevice "Other medical device" : external
/// A sensor, consumable or attachment with some electronics of its own.
type Accessory "Accessory" : external
/// A laptop with the tools of the service.
type ServiceTool "Service tool" : external { update_step: transport }
/// A programmer or remote control for one patient's device.
type Programmer "Programmer" : external
/// A relay or jump host for remote service, run by a third party.
type RemoteServiceRelay "Remote service relay" : external { serves_many: yes, update_step: transport }
/// A service in a cloud that the manufacturer rents.
type CloudService "Cloud service" : external { serves_many: yes, hosted: yes }
/// A shop from which telephones take apps and their updates.
type AppStore "App store" : external { serves_many: yes, update_step: host }
/// Test and programming equipment of production.
type ProductionEquipment "Production equipment" : external { manufactures: yes, serves_many: yes }
/// A company that assembles, programs or tests devices for the manufacturer.
type ContractManufacturer "Contract manufacturer" : external { manufactures: yes, serves_many: yes }
/// Where third-party code comes from: a registry of packages, a supplier's download page.
type PackageSource "Source of third-party software" : external { serves_many: yes }

// ---------------------------------------------------------------- stores

/// Flash memory on the board of a device.
type FlashStore "Flash memory" : store
/// Memory inside the processor that is not reachable from outside the chip unless debugging is open.
type OnChipMemory "On-chip memory" : store
/// A small memory outside the processor for constants.
type Eeprom "EEPROM" : store
/// A chip that keeps keys and does not give them out.
type SecureElement "Secure element" : store { hardware_protected: yes, integrity_protected: yes, side_channel_protected: yes }
/// A file with keys, protected by the operating system only.
type KeyStore "Key store" : store { hardware_protected: no }
/// Settings in a file or partition.
type ConfigStore "Configuration store" : store
/// A record of who did what.
type AuditLog "Audit log" : store
/// A record of events for finding faults.
type EventLog "Event log" : store
/// Files on a disc or partition.
type FileStore "File store" : store
/// A relational database.
type SqlDatabase "Database" : store
/// Objects or files in a cloud.
type ObjectStore "Object store" : store
/// An index or a time series kept for analysis.
type AnalyticsStore "Analytics store" : store
/// A stick, card or disc that leaves the room.
type RemovableMedium "Removable medium" : store { update_step: transport }
/// A copy kept for the case of loss.
type BackupStore "Backup" : store
/// Data an app keeps on a telephone.
type AppStorage "App storage" : store
/// The software releases ready for distribution.
type ReleaseRepository "Release repository" : store { serves_many: yes, update_step: host }
/// The memory of a tag on a consumable, badge or accessory.
type TagMemory "Tag memory" : store
/// Trained models, or the examples they are trained and tested with.
type ModelStore "Model store" : store
