/// Security controls of the ventilator, with their state and where their proof is found.
/// VER: verification report. REQ: requirement in the product's requirement file.

// ---------------------------------------------------------------- connections

/// Every connection of the ventilator to a server; the private key stays in the secure element.
control mtls "Mutual TLS 1.3, device certificate in the secure element" : MutualTls {
    status:      verified
    requirement: "REQ-SEC-010"
    evidence:    ["VER-214", "VER-215"]
    description: "Certificates are issued per device in production and renewed by the hospital's registration service 90 days before they expire. An expired certificate ends the connection, never the ventilation."
}
/// Logins are checked only with a directory whose certificate the hospital installed.
control directory_tls "Verified TLS to the staff directory" : ServerTls { status: implemented, requirement: "REQ-SEC-012", evidence: ["VER-216"] }
/// The therapist's release travels with the profile.
control profile_release "Alarm profiles signed by the profile server" : SignedMessages { status: verified, requirement: "REQ-SEC-015", evidence: ["VER-217"] }
/// Checksum with a key agreed at every start between the two boards.
control bus_checksum "Keyed checksum between the boards" : MessageAuthentication { status: implemented, requirement: "REQ-SAF-041", evidence: ["VER-141"] }
/// Loss of the network changes nothing at the bed.
control runs_alone "Ventilation without network" : SafeFallback { status: verified, requirement: "REQ-SAF-003", evidence: ["VER-102"] }
/// Every alarm sounds at the device first.
control local_alarm "Alarm at the device" : IndependentAlarm { status: verified, requirement: "REQ-SAF-020", evidence: ["VER-120", "VER-121"] }
/// Signs of life every two seconds; both sides raise a technical alarm after ten.
control link_watch "Sign of life between ventilator and station" : LinkSupervision { status: verified, requirement: "REQ-SAF-022", evidence: ["VER-123"] }
/// Connections between build servers.
control build_tls "Mutual TLS in the build environment" : MutualTls { status: implemented, evidence: ["ISMS-31"] }
/// The laptop knows the update server's authority and nothing else.
control laptop_tls "Pinned, mutual TLS of the service laptop" : MutualTls { status: implemented, requirement: "REQ-SRV-004", evidence: ["VER-260"] }
/// The relay shows a certificate of its own.
control relay_tls "Mutual TLS between relay and backend" : MutualTls { status: implemented, requirement: "REQ-SRV-009", evidence: ["VER-262"] }
/// Ninety days before expiry; a reminder on the screen from the thirtieth day on.
control certificate_renewal "Renewal of certificates before they expire" : CredentialRenewal { status: implemented, requirement: "REQ-SEC-011", evidence: ["VER-218"] }
/// Covered by the keyed checksum.
control bus_counter "Counter in the telegrams between the boards" : AntiReplay { status: implemented, requirement: "REQ-SAF-041", evidence: ["VER-141"] }
/// Only the connections of IFU 9.4 are set up; an open setting or a public address is shown on the start page.
control closed_as_shipped "Closed configuration as shipped" : SecureDefaults { status: implemented, requirement: "REQ-SEC-059", evidence: ["VER-236"] }

// ---------------------------------------------------------------- software and updates

/// One package holds the images of all processors.
control signed_packages "Signed packages, verified on the device" : SignedFirmware {
    status:      verified
    requirement: "REQ-SEC-030"
    evidence:    ["VER-220", "VER-221"]
    description: "Ed25519 signature over content, version and device type; verified before installation and again before every start."
}
/// The chain begins in the processor's read-only memory.
control verified_start "Verified start of all processors of the main board" : SecureBoot { status: verified, requirement: "REQ-SEC-031", evidence: ["VER-222"] }
/// The counter is kept in the secure element.
control no_rollback "Version counter against old software" : RollbackProtection { status: implemented, requirement: "REQ-SEC-032", evidence: ["VER-223"] }
/// The blower reports whether it delivers breaths.
control standby_interlock "Installation in standby only" : UpdateInterlock { status: verified, requirement: "REQ-SAF-050", evidence: ["VER-150"] }
/// Root file system without write access.
control image_locked "Unchangeable system image" : ApplicationAllowList { status: implemented, requirement: "REQ-SEC-033", evidence: ["VER-224"] }
/// No way out of the ventilator's screens.
control kiosk "Closed user interface" : KioskMode { status: implemented, requirement: "REQ-SEC-034", evidence: ["VER-225"] }
/// HL7, SDC and TLS parsers were fuzzed for 400 hours.
control message_checks "Strict checks of network messages" : InputValidation { status: verified, requirement: "REQ-SEC-040", evidence: ["VER-250", "VER-251"] }
/// The container format of packages was fuzzed.
control package_checks "Strict checks of packages" : InputValidation { status: implemented, requirement: "REQ-SEC-041", evidence: ["VER-252"] }
/// Profiles are checked against the physiological range and shown before they take effect.
control profile_checks "Checks and confirmation of alarm profiles" : HardLimits { status: verified, requirement: "REQ-SAF-024", evidence: ["VER-125"] }
/// Messages at the central station.
control central_validation "Strict checks of device messages at the station" : InputValidation { status: implemented, requirement: "REQ-CST-011", evidence: ["VER-310"] }
/// The new image becomes the active one only after its self-test.
control two_images "Two images and a way back" : UpdateRecovery { status: verified, requirement: "REQ-SEC-035", evidence: ["VER-226"] }
/// HL7, SDC and TLS are in Rust; the radio's driver is confined.
control safe_parsers "Network messages parsed in a memory-safe language" : MemorySafety { status: implemented, requirement: "REQ-SEC-043", evidence: ["VER-254"] }
/// Each program has a user of its own; none runs as root after the start.
control least_rights "Communication without system rights" : LeastPrivilege { status: implemented, requirement: "REQ-SEC-044", evidence: ["VER-255"] }
/// The application trusts the communication processor no more than the network.
control internal_checks "Strict checks of what other processors hand over" : InputValidation { status: implemented, requirement: "REQ-SEC-042", evidence: ["VER-253"] }
/// On the therapy board.
control telegram_checks "Range and form of telegrams and sensor values" : InputValidation { status: implemented, requirement: "REQ-SAF-042", evidence: ["VER-143"] }
/// With board revision F; the present processor has no glitch detector.
control glitch_checks "Checks of the boot loader made twice" : FaultResistance { status: planned, requirement: "REQ-SEC-036" }
/// Contract with the supplier until the end of 2036, source code in escrow.
control linux_support "Long-term support of the operating system" : PlatformSupport { status: implemented, requirement: "REQ-SEC-037", evidence: ["CON-2026-04"] }
/// Bill of materials compared with new vulnerabilities every night; triage within five days.
control device_parts "Third-party parts of the ventilator watched" : VulnerabilityMonitoring { status: implemented, requirement: "REQ-SEC-038", evidence: ["SOP-121"] }
/// Start page, and page Info: version and signature of every processor.
control version_page "Versions and their verification on the screen" : VersionDisplay { status: verified, requirement: "REQ-SEC-039", evidence: ["VER-227"] }
/// Who built what from which source, kept in another account.
control build_log "Record of builds and releases" : AuditLogging { status: implemented, evidence: ["ISMS-32"] }
/// From release 2.4 on; third-party parts are pinned already.
control second_build "Second, independent build" : ReproducibleBuild { status: planned, requirement: "REQ-DEV-007" }
/// Cards of two releasers; devices know a second key to which they can be moved.
control signing_quorum "Two people for each use of the signing key" : SigningQuorum { status: implemented, evidence: ["SOP-118", "ISMS-33"] }
/// Images are examined every night and rebuilt each week.
control cloud_parts "Third-party parts of the service cloud watched" : VulnerabilityMonitoring { status: implemented, evidence: ["SOP-121"] }
/// Containers without root and with a role of their own each.
control cloud_rights "Service cloud without system rights" : LeastPrivilege { status: implemented, requirement: "REQ-SRV-013", evidence: ["VER-270"] }

// ---------------------------------------------------------------- safety

/// Pressure above 60 hPa and volumes above 2 l are impossible, whatever is asked for.
control therapy_limits "Hard limits in the blower controller" : HardLimits { status: verified, requirement: "REQ-SAF-010", evidence: ["VER-110"] }
/// The safety monitor's own limits.
control guard_limits "Hard limits in the safety monitor" : HardLimits { status: verified, requirement: "REQ-SAF-011", evidence: ["VER-111"] }
/// Own processors, own supply, no network.
control separate_board "Therapy board with processors of its own" : Isolation { status: verified, requirement: "REQ-SAF-001", evidence: ["VER-100"] }
/// The knob stops at the limit of the mode; what lies beyond cannot be entered.
control entry_limits "Limits of every entry" : HardLimits { status: verified, requirement: "REQ-SAF-013", evidence: ["VER-112"] }
/// Application and user interface share neither memory nor time with it.
control comm_apart "Network on a processor of its own" : Isolation { status: verified, requirement: "REQ-SAF-004", evidence: ["VER-101"] }
/// Apnoea, disconnection and high pressure.
control alarms_fixed "Alarms that nothing from outside switches off" : FixedProtection { status: verified, requirement: "REQ-SAF-025", evidence: ["VER-126"] }
/// Shown with the time left; a new alarm of high priority ends it.
control alarm_pause "Alarm pause of two minutes" : AlarmPauseLimit { status: verified, requirement: "REQ-SAF-021", evidence: ["VER-122"] }
/// Both boards keep the last confirmed settings with a checksum.
control settings_kept "Settings kept over a restart" : SafeRestart { status: verified, requirement: "REQ-SAF-012", evidence: ["VER-114"] }
/// Another principle, inside the housing.
control second_sensor "Flow compared with the internal sensors" : DiverseSensing { status: verified, requirement: "REQ-SAF-043", evidence: ["VER-142"] }
/// Read at every start and every hour.
control sensor_use_check "Kind, age and hours of the flow sensor checked" : PartCheck { status: implemented, requirement: "REQ-SAF-044", evidence: ["VER-144"] }
/// At every start and after ten minutes in standby; a new patient clears the trends.
control patient_change "Question whether the patient is the same" : PatientChange { status: verified, requirement: "REQ-SAF-026", evidence: ["VER-127"] }
/// Two minutes, shown at the station and at the bed.
control station_pause "Limited pause at the station" : AlarmPauseLimit { status: verified, requirement: "REQ-CST-007", evidence: ["VER-312"] }
/// Repeated alarms of one bed are shown once with their number.
control alarm_ranking "Most urgent alarm first" : AlarmPriority { status: verified, requirement: "REQ-CST-008", evidence: ["VER-313"] }
/// When a ventilator connects and whenever the name changes on one side.
control station_matching "Patient compared on both sides" : PatientMatching { status: implemented, requirement: "REQ-CST-013", evidence: ["VER-314"] }

// ---------------------------------------------------------------- ports

/// No driver, no supply voltage.
control usb_off "Service socket off as shipped" : DisabledPort { status: verified, requirement: "REQ-SEC-050", evidence: ["VER-231"] }
/// Supply of the radio is cut.
control radio_off "Radio without power as shipped" : DisabledPort { status: verified, requirement: "REQ-SEC-051", evidence: ["VER-233"] }
/// The door is locked and sealed.
control service_door "Locked and sealed service door" : LockedCover { status: implemented, requirement: "REQ-SEC-052", evidence: ["DRW-3007"] }
/// Only storage devices, only the two expected file types.
control stick_files "Allow-list for the service stick" : MediaAllowList { status: verified, requirement: "REQ-SEC-053", evidence: ["VER-232"] }
/// The receiver's line is not fitted.
control output_only "Monitor socket without a receive line" : InputValidation { status: implemented, requirement: "REQ-SEC-054", evidence: ["DRW-3011"] }
/// Blown in production, checked by end-of-line test.
control debug_fuse "Debug fuse of the main processor" : DebugLock {
    status:      verified
    requirement: "REQ-SEC-055"
    evidence:    ["VER-240", "EOL-12"]
    description: "The end-of-line test tries a debugger on each board; the result is in the device's record."
    provides { closing_verified: yes }
}
/// Change C-77, software 2.4.
control therapy_debug_lock "Readout lock of the therapy board" : DebugLock { status: planned, requirement: "REQ-SEC-056" }
/// Packet filter with a budget per peer.
control lan_budget "Packet filter and traffic budget at the network socket" : RateLimiting { status: verified, requirement: "REQ-SEC-057", evidence: ["VER-234"] }
/// Request budget of the servers.
control request_budget "Request budget of the services" : RateLimiting { status: implemented, requirement: "REQ-SRV-006", evidence: ["VER-261"] }
/// What the instructions for use ask of the hospital.
control ward_segment "Clinical segment with listed connections" : NetworkSegmentation { status: implemented, requirement: "IFU 9.4", evidence: ["IFU-2.3, section 9.4"] }
/// Every socket is separated from the therapy board's supply.
control connector_robustness "Connectors that withstand overvoltage and pulling" : PortHardening { status: verified, requirement: "REQ-EL-020", evidence: ["VER-170", "VER-171"] }
/// The boot loader writes to the pads and reads nothing from them.
control console_mute "Boot console without input" : DebugLock { status: implemented, requirement: "REQ-SEC-058", evidence: ["VER-246"] }
/// Each board, after its last programming.
control closed_ports_test "Test of the closed console at the end of the line" : FinalPortTest { status: verified, requirement: "REQ-MFG-012", evidence: ["EOL-12"] }
/// Given out by the service portal against the number on the screen.
control day_codes "Service code for one device and one day" : ChallengeResponse { status: implemented, requirement: "REQ-SEC-065", evidence: ["VER-248"] }

// ---------------------------------------------------------------- people

/// Personal badges, with release 2.4.
control staff_badges "Login by personal badge" : BadgeLogin { status: planned, requirement: "REQ-SEC-060" }
/// Ventilation can be started and changed at any time.
control open_in_emergency "Operation without login in an emergency" : LimitedBreakGlass {
    status:      verified
    requirement: "REQ-SAF-060"
    evidence:    ["VER-160"]
    description: "No login ever stands between the user and ventilation, alarm silencing or oxygen. Configuration and service stay closed. The use is recorded, shown at the station and looked at by the ward each month."
}
/// Changes of settings, profiles, software and options.
control audit_trail "Audit trail" : AuditLogging { status: verified, requirement: "REQ-SEC-061", evidence: ["VER-241"] }
/// Roles of the station.
control central_roles "Roles of the central station" : RoleBasedAccess { status: implemented, requirement: "REQ-CST-004", evidence: ["VER-305"] }
/// The station asks for the badge again.
control station_sessions "Session limit of the central station" : SessionTimeout { status: implemented, requirement: "REQ-CST-006", evidence: ["VER-306"] }
/// Accounts in the cloud.
control cloud_roles "Roles and authorisation in the service cloud" : ServerSideAuthorisation { status: implemented, requirement: "REQ-SRV-002", evidence: ["VER-263"] }
/// Accounts in the build environment.
control build_roles "Least privilege in the build environment" : LeastPrivilege { status: implemented, evidence: ["ISMS-30"] }
/// Hardware tokens.
control remote_second_factor "Second factor for the manufacturer's staff" : MultiFactorLogin { status: implemented, evidence: ["ISMS-22"] }
/// Laptops log in with a certificate and a person's token.
control laptop_login "Registered laptops only" : ChallengeResponse { status: implemented, requirement: "REQ-SRV-003", evidence: ["VER-264"] }
/// Two people release a package; it goes to a tenth of the hospitals first.
control two_people "Release by two people, in steps" : DualControl { status: verified, evidence: ["SOP-118"] }
/// The hospital's own servers.
control managed_servers "Servers managed by the hospital" : ManagedPlatform { status: implemented, evidence: ["IFU-2.3, section 9.5"] }
/// The manufacturer's laptops.
control managed_laptops "Managed service laptops" : ManagedPlatform { status: implemented, evidence: ["ISMS-18"] }
/// The portal records who asked for which code.
control named_technicians "Service codes for named technicians" : PersonalAccounts { status: implemented, requirement: "REQ-SRV-011", evidence: ["VER-265"] }
/// It ends by itself after 30 min and when a breath is measured.
control service_mode "Service mode in standby only" : GuardedServiceMode { status: verified, requirement: "REQ-SAF-052", evidence: ["VER-152"] }
/// Tapped; no typing.
control station_badges "Badge login at the station" : BadgeLogin { status: implemented, requirement: "REQ-CST-003", evidence: ["VER-304"] }
/// Summative test with 15 nurses during simulated alarms.
control station_login_trial "Badge login tried with nurses" : UsableLogin { status: implemented, requirement: "REQ-CST-005", evidence: ["UE-031"] }
/// Seeing and silencing alarms for two minutes; nothing else.
control station_open_view "Alarm view without login" : LimitedBreakGlass { status: verified, requirement: "REQ-CST-002", evidence: ["VER-303"] }
/// Only the station's program starts, again after a crash.
control station_kiosk "Closed user interface of the station" : KioskMode { status: implemented, requirement: "REQ-CST-012", evidence: ["VER-311"] }
/// A service account that may write to its own folder and database only.
control station_rights "Station software without administrator rights" : LeastPrivilege { status: implemented, requirement: "REQ-CST-015", evidence: ["VER-315"] }
/// From the company's directory, reviewed each quarter.
control staff_directory "Accounts that end with the post" : AccountReview { status: implemented, evidence: ["ISMS-23"] }

// ---------------------------------------------------------------- data at rest

/// Generated in the chip.
control element_keys "Keys generated and used in the chip" : HardwareKeyStorage { status: verified, requirement: "REQ-SEC-070", evidence: ["VER-242"] }
/// No key, code or password occurs twice.
control unique_secrets "Secrets different in every device" : UniqueCredentials { status: verified, requirement: "REQ-SEC-071", evidence: ["EOL-14"] }
/// The signature is checked at every start.
control image_signature "Signature of stored images" : IntegrityProtectedStorage { status: verified, requirement: "REQ-SEC-031", evidence: ["VER-222"] }
/// The signature is kept with the profile.
control profile_signature "Signature of stored profiles" : IntegrityProtectedStorage { status: verified, requirement: "REQ-SEC-015", evidence: ["VER-217"] }
/// Two copies with checksums, compared with a reference at every self-test.
control calibration_check "Calibration kept twice and tested at start" : IntegrityProtectedStorage { status: verified, requirement: "REQ-SAF-030", evidence: ["VER-130"] }
/// Station and fleet database.
control disk_encryption "Encrypted databases" : EncryptedStorage { status: implemented, requirement: "REQ-CST-009", evidence: ["VER-307"] }
/// Every night, kept on another server.
control nightly_backup "Nightly backup of the station" : Backup { status: implemented, requirement: "REQ-CST-010", evidence: ["VER-308"] }
/// Each entry carries the hash of the one before.
control log_chain "Chained log entries" : ProtectedLog { status: verified, requirement: "REQ-SEC-062", evidence: ["VER-243"] }
/// 200 000 entries; the oldest technical ones go first, after a warning.
control log_space "Log capacity with warning and export" : LogRetention { status: implemented, requirement: "REQ-SEC-063", evidence: ["VER-244"] }
/// At the next connection, with their signature checked.
control profile_copy "Profiles restored from the profile server" : Backup { status: implemented, requirement: "REQ-SEC-018", evidence: ["VER-219"] }
/// In the service menu, and before a device is lent or sold (IFU-2.3 section 11.2).
control trend_erase "Erasure of patient data" : SecureErase { status: verified, requirement: "REQ-SEC-073", evidence: ["VER-229"] }
/// Text from outside is kept as a value and shown as plain text.
control log_fields "Log entries with fixed fields" : StructuredLogging { status: implemented, requirement: "REQ-SEC-064", evidence: ["VER-247"] }
/// Patients are named by a number that changes with each patient.
control log_without_names "No patient data in the logs" : DataMinimisation { status: implemented, requirement: "REQ-SEC-066", evidence: ["VER-228"] }
