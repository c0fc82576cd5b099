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
control kiosk "Closed user interface" : ApplicationAllowList { status: implemented, requirement: "REQ-SEC-034", evidence: ["VER-225"] }
/// HL7, SDC and TLS parsers were fuzzed for 400 hours.
control message_checks "Strict checks of network messages" : InputValidation { status: verified, requirement: "REQ-SEC-040", evidence: ["VER-250", "VER-251"] }
/// The container format of packages was fuzzed.
control package_checks "Strict checks of packages" : InputValidation { status: implemented, requirement: "REQ-SEC-041", evidence: ["VER-252"] }
/// Profiles are checked against the physiological range and shown before they take effect.
control profile_checks "Checks and confirmation of alarm profiles" : HardLimits { status: verified, requirement: "REQ-SAF-024", evidence: ["VER-125"] }
/// Messages at the central station.
control central_validation "Strict checks of device messages at the station" : InputValidation { status: implemented, requirement: "REQ-CST-011", evidence: ["VER-310"] }

// ---------------------------------------------------------------- safety

/// Pressure above 60 hPa and volumes above 2 l are impossible, whatever is asked for.
control therapy_limits "Hard limits in the blower controller" : HardLimits { status: verified, requirement: "REQ-SAF-010", evidence: ["VER-110"] }
/// The safety monitor's own limits.
control guard_limits "Hard limits in the safety monitor" : HardLimits { status: verified, requirement: "REQ-SAF-011", evidence: ["VER-111"] }
/// Own processors, own supply, no network.
control separate_board "Therapy board with processors of its own" : Isolation { status: verified, requirement: "REQ-SAF-001", evidence: ["VER-100"] }

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
control debug_fuse "Debug fuse of the main processor" : DebugLock { status: verified, requirement: "REQ-SEC-055", evidence: ["VER-240", "EOL-12"] }
/// Change C-77, software 2.4.
control therapy_debug_lock "Readout lock of the therapy board" : DebugLock { status: planned, requirement: "REQ-SEC-056" }
/// Packet filter with a budget per peer.
control lan_budget "Packet filter and traffic budget at the network socket" : RateLimiting { status: verified, requirement: "REQ-SEC-057", evidence: ["VER-234"] }
/// Request budget of the servers.
control request_budget "Request budget of the services" : RateLimiting { status: implemented, requirement: "REQ-SRV-006", evidence: ["VER-261"] }
/// What the instructions for use ask of the hospital.
control ward_segment "Clinical segment with listed connections" : NetworkSegmentation { status: implemented, requirement: "IFU 9.4", evidence: ["IFU-2.3 section 9.4"] }

// ---------------------------------------------------------------- people

/// Personal badges, with release 2.4.
control staff_badges "Login by personal badge" : BadgeLogin { status: planned, requirement: "REQ-SEC-060" }
/// Ventilation can be started and changed at any time.
control open_in_emergency "Operation without login in an emergency" : BreakGlass {
    status:      verified
    requirement: "REQ-SAF-060"
    evidence:    ["VER-160"]
    description: "No login ever stands between the user and ventilation, alarm silencing or oxygen. The use is recorded and shown at the station."
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
control managed_servers "Servers managed by the hospital" : ManagedPlatform { status: implemented, evidence: ["IFU-2.3 section 9.5"] }
/// The manufacturer's laptops.
control managed_laptops "Managed service laptops" : ManagedPlatform { status: implemented, evidence: ["ISMS-18"] }

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
