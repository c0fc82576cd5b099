/// Control types: what each protects against is stated by the facts it provides to what it is put on.
/// A fact counts once the control is implemented; write the status and the evidence on the instance.
//
// fda_category: the category of control (FDA premarket guidance, Appendix 1) in which a reviewer would look for the type first. The
// assignment is our judgement, not the guidance's; many controls serve several categories. Say otherwise on the control where it fits better.

// ---------------------------------------------------------------- connections

/// TLS 1.2 or later, with no way back to older versions, in which device and server both show a certificate that the other one verifies.
type MutualTls "Mutual TLS" : control {
    measure:      protective
    fda_category: AN
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, current_crypto: yes, certificates: yes, authenticated_access: yes }
}
/// TLS 1.2 or later, with no way back to older versions, in which the server's certificate is fully verified: chain, name, validity and revocation.
type ServerTls "TLS with verified server" : control {
    measure:      protective
    fda_category: AN
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// The client accepts only the certificates or the private authority it was delivered with.
type CertificatePinning "Certificate pinning" : control {
    measure:      protective
    fda_category: AN
    provides { authentication: target }
}
/// A tunnel whose two ends verify each other, for everything that passes between two networks.
type VpnTunnel "VPN tunnel" : control {
    measure:      protective
    fda_category: CR
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// LE Secure Connections with a pairing that the user confirms on both sides.
type BleSecureConnections "Bluetooth LE Secure Connections" : control {
    measure:      protective
    fda_category: AN
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, current_crypto: yes, pairing: numeric_comparison }
}
/// Pairing that the user confirms by comparing a number on both sides.
type AuthenticatedPairing "Authenticated pairing" : control {
    measure:      protective
    fda_category: AN
    provides { pairing: numeric_comparison }
}
/// Pairing by a passkey that is different each time.
type PasskeyPairing "Pairing by passkey" : AuthenticatedPairing {
    provides { pairing: passkey }
}
/// Pairing with a secret that is handed over by NFC, by a printed code or in the factory.
type OutOfBandPairing "Out-of-band pairing" : AuthenticatedPairing {
    provides { pairing: out_of_band }
}
/// Encryption and authentication of the messages themselves, independent of the link that carries them.
type ApplicationLayerEncryption "End-to-end encryption" : control {
    measure:      protective
    fda_category: CR
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes }
}
/// Signatures on messages, which whoever acts on them verifies.
type SignedMessages "Signed messages" : control {
    measure:      protective
    fda_category: CI
    provides { integrity_protected: yes, authentication: source, signed: yes }
}
/// A keyed checksum on each message of a bus or radio link between two known ends.
type MessageAuthentication "Message authentication code" : control {
    measure:      protective
    fda_category: CI
    provides { integrity_protected: yes, authentication: mutual }
}
/// Counters, random challenges or time windows that are covered by the message's protection.
type AntiReplay "Replay protection" : control {
    measure:      protective
    fda_category: AN
    provides { replay_protected: yes }
}
/// An unlocking exchange with a secret of this one device or person before the connection is of any use.
type ChallengeResponse "Challenge and response" : control {
    measure:      protective
    fda_category: AN
    provides { authentication: source, authenticated_access: yes }
}
/// Cryptographic proof that an accessory or consumable is genuine.
type AccessoryAuthentication "Accessory authentication" : control {
    measure:      protective
    fda_category: AN
    provides { authentication: source, authenticated_access: yes }
}
/// Authentication of the device towards the network it joins, and of the network towards the device.
type NetworkAccessControl "Network access control" : control {
    measure:      protective
    fda_category: AN
    provides { authenticated_access: yes, network_proved: yes }
}
/// Algorithms, key lengths and versions that are current for the whole service life, without a way back to older ones.
type CurrentCryptography "Current cryptography without fall-back" : control {
    measure:      inherent_design
    fda_category: CR
    provides { current_crypto: yes }
}
/// Certificates, keys and licences are renewed in time, with a warning; one that has expired never stops the care.
type CredentialRenewal "Renewal before expiry" : control {
    measure:      protective
    fda_category: CR
    provides { renews_credentials: yes }
}
/// Time whose sender is authenticated, with steps kept within bounds; put on a flow from the time server.
type AuthenticatedTime "Authenticated time" : control {
    measure:      protective
    fda_category: AN
    provides { integrity_protected: yes, authentication: source, replay_protected: yes, clock_checked: yes }
}
/// The loss of a connection is noticed, shown and survived with what the device knows by itself.
type SafeFallback "Safe operation without the connection" : control {
    measure:      inherent_design
    fda_category: RR
    provides { fails_safe: yes }
}
/// A sign of life whose absence raises an alarm on both sides.
type LinkSupervision "Supervision of the connection" : control {
    measure:      protective
    fda_category: RR
    provides { fails_safe: yes }
}
/// Alarms that sound at the device itself, whatever happens to the network.
type IndependentAlarm "Independent local alarm" : control {
    measure:             inherent_design
    apart_from_software: yes
    fda_category:        RR
    provides { fails_safe: yes }
}

// ---------------------------------------------------------------- software and its updates

/// Packages signed by the manufacturer over content, version and device type, and verified on the device before anything is installed;
/// whatever fails is rejected, and the verifying code was attacked in tests.
type SignedFirmware "Signed software packages" : control {
    measure:      protective
    fda_category: CI
    provides { update: signed, signed: yes }
}
/// Verification of all code at every start, beginning with code that cannot be changed.
type SecureBoot "Secure boot" : control {
    measure:      protective
    fda_category: CI
    provides { secure_boot: yes }
}
/// Checks made twice in different ways, detectors for glitches, and a safe answer whenever something is odd.
type FaultResistance "Protection against fault injection" : control {
    measure:      protective
    fda_category: CI
    provides { fault_resistant: yes }
}
/// Output encoding, a content policy for browsers, tokens against requests from foreign sites, and a new login before hazardous actions.
type WebHardening "Hardened web pages" : control {
    measure:      protective
    fda_category: CI
    provides { requests_genuine: yes }
}
/// A list of all third-party parts with their origin; each new version is verified, examined and fixed before it is built in.
type OriginVerification "Verified origin of third-party parts" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        CI
    provides { origin_verified: yes }
}
/// A build environment of its own with pinned, verified input, whose result an independent second build confirms.
type ReproducibleBuild "Isolated and reproducible build" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        CI
    provides { build_verified: yes }
}
/// A second station reads back what a device holds, keys are made inside the device, and devices and keys are counted.
type ProductionVerification "Verification after production" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        CI
    provides { production_verified: yes }
}
/// A check of how far input lies from what a model was trained on, with a safe answer for what lies outside.
type InputMonitoring "Detection of unusual input" : control {
    measure:      protective
    fda_category: LG
    provides { unusual_input_noticed: yes }
}
/// A second sensor of another kind, shielding and filters, and a comparison that notices when the two disagree.
type DiverseSensing "Diverse sensing" : control {
    measure:      inherent_design
    fda_category: RR
    provides { cross_checked: yes }
}
/// A counter that only goes up and keeps older versions from being installed.
type RollbackProtection "Rollback protection" : control {
    measure:      protective
    fda_category: CI
    provides { rollback_protected: yes }
}
/// Installation and restart wait until the device knows that no patient is connected.
type UpdateInterlock "Update interlock" : control {
    measure:      inherent_design
    fda_category: UP
    provides { update_interlock: yes }
}
/// Two images, a self-test and an automatic way back, so that no update leaves the device without working software.
type UpdateRecovery "Recovery from failed updates" : control {
    measure:      inherent_design
    fda_category: UP
    provides { update_recovery: yes }
}
/// Alarms, limits and monitors that no configuration from outside can switch off.
type FixedProtection "Protective functions that stay on" : control {
    measure:      inherent_design
    fda_category: AZ
    provides { protections_kept: yes }
}
/// Repeated alarms of one source are limited and the most urgent ones come first.
type AlarmPriority "Priority and limits of alarms" : control {
    measure:      protective
    fda_category: RR
    provides { alarms_ranked: yes }
}
/// Only programs on a list can start, or the system image cannot be changed.
type ApplicationAllowList "Application allow-list" : control {
    measure:      protective
    fda_category: CI
    provides { application_control: yes }
}
/// Anti-malware that was qualified for the device and cannot disturb its real-time functions.
type Antimalware "Qualified anti-malware" : control {
    measure:      protective
    fda_category: LG
    provides { application_control: yes }
}
/// Strict checks of form, length, range and unit on every input, confirmed by robustness tests.
type InputValidation "Input validation" : control {
    measure:      protective
    fda_category: CI
    provides { validates_input: yes, content_checked: yes }
}
/// Parsers in a memory-safe language, or confined so that an error stays an error.
type MemorySafety "Memory-safe parsing" : control {
    measure:      inherent_design
    fda_category: CI
    provides { memory_safe: yes }
}
/// Hard clinical limits in the part that acts, which no sender can lift.
type HardLimits "Hard limits" : control {
    measure:      inherent_design
    fda_category: CI
    provides { enforces_limits: yes }
}
/// A processor, a partition or a virtual machine of its own for what the patient depends on.
type Isolation "Isolation of the safety function" : control {
    measure:      inherent_design
    fda_category: RR
    provides { isolated: yes }
}
/// Programs run with the rights they need and no more.
type LeastPrivilege "Least privilege" : control {
    measure:      inherent_design
    fda_category: AZ
    provides { privileged: no }
}
/// An independent timer that brings a stalled processor into a safe state.
type Watchdog "Watchdog" : control {
    measure:      protective
    fda_category: RR
    provides { fails_safe: yes }
}
/// Two people release what reaches many devices, and it goes out in steps that can be stopped.
type DualControl "Release by two people" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        UP
    provides { dual_control: yes }
}
/// A user interface without any way to the operating system under it, whatever key is pressed and whatever crashes.
type KioskMode "Closed user interface" : ApplicationAllowList {
    fda_category: AZ
    provides { application_control: yes, closed_interface: yes }
}
/// A container or virtual machine with the least rights and a patched host, on other hardware than the safety function.
type HardenedSandbox "Hardened sandbox" : control {
    measure:      protective
    fda_category: RR
    provides { break_out_contained: yes }
}
/// A contract or a plan by which the platform is repaired until the last device is out of use.
type PlatformSupport "Support of the platform for life" : control {
    measure:      protective
    fda_category: UP
    provides { supported_for_life: yes }
}
/// A module that can be exchanged in the field when nobody repairs it any more.
type ReplaceableModule "Replaceable module" : control {
    measure:      inherent_design
    fda_category: UP
    provides { supported_for_life: yes }
}
/// A bill of materials that is compared with newly known vulnerabilities, and repairs within a stated time.
type VulnerabilityMonitoring "Monitoring of third-party parts" : control {
    measure:      protective
    fda_category: LG
    provides { vulnerabilities_watched: yes }
}
/// Delivery with everything closed that is not needed, and a check of the configuration that speaks up.
type SecureDefaults "Secure as shipped" : control {
    measure:      inherent_design
    fda_category: AZ
    provides { secure_as_shipped: yes }
}
/// No traffic passes from one network of the device to another.
type NoForwarding "No forwarding between networks" : control {
    measure:      inherent_design
    fda_category: RR
    provides { forwards: no }
}

// ---------------------------------------------------------------- people and access

/// Rights by role, checked on the side that holds the function, denied unless granted.
type RoleBasedAccess "Role-based access" : control {
    measure:      protective
    fda_category: AZ
    provides { authorises_requests: yes, authenticated_access: yes }
}
/// Each request is checked on the server or device against the caller's rights to this very record.
type ServerSideAuthorisation "Authorisation on the server" : RoleBasedAccess {
    provides { authorises_requests: yes }
}
/// Every person has an account or badge of their own.
type PersonalAccounts "Personal accounts" : control {
    measure:      protective
    fda_category: AN
    provides { individual_account: yes }
}
/// Login with a password that is the person's own.
type PasswordLogin "Password login" : control {
    measure:      protective
    fda_category: AN
    provides { login: password }
}
/// Login by tapping a personal badge.
type BadgeLogin "Badge login" : control {
    measure:      protective
    fda_category: AN
    provides { login: badge, individual_account: yes }
}
/// A PIN that keeps bystanders and children out; it does not tell users apart.
type PinLock "PIN lock" : control {
    measure:      protective
    fda_category: AN
    provides { login: pin }
}
/// Login with two different proofs.
type MultiFactorLogin "Multi-factor login" : control {
    measure:      protective
    fda_category: AN
    provides { login: multi_factor, second_factor: yes, individual_account: yes, authenticated_access: yes }
}
/// Credentials made for one device each, none built in, none left at a default.
type UniqueCredentials "Unique credentials" : control {
    measure:      inherent_design
    fda_category: AN
    provides { unique_credentials: yes, unique_per_device: yes }
}
/// Each wrong login makes the next one wait longer, without ever locking out emergency use.
type LoginThrottling "Growing delay after wrong logins" : control {
    measure:      protective
    fda_category: AN
    provides { wrong_logins: delayed }
}
/// An account is locked after some wrong logins. Anybody can so lock out the rightful user: emergency access is needed besides.
type AccountLockout "Account lock after wrong logins" : control {
    measure:      protective
    fda_category: AN
    provides { wrong_logins: locked }
}
/// Sessions end when nobody uses them, or ask again before a hazardous action.
type SessionTimeout "Session timeout" : control {
    measure:      protective
    fda_category: AZ
    provides { session_timeout: yes }
}
/// Access in an emergency without a login, marked on the screen and recorded, with the reason asked for afterwards.
type BreakGlass "Emergency access" : control {
    measure:      inherent_design
    fda_category: AZ
    provides { emergency_access: yes, emergency_recorded: yes }
}
/// Emergency access that opens only what an emergency needs, ends by itself, is shown, and is looked at afterwards.
type LimitedBreakGlass "Limited emergency access" : BreakGlass {
    fda_category: AZ
    provides { emergency_access: yes, emergency_limited: yes }
}
/// Session tokens that cannot be guessed, change at each login, are bound to their user and end soon.
type SessionProtection "Protected sessions" : control {
    measure:      protective
    fda_category: AZ
    provides { session_protected: yes }
}
/// A reset of a credential that asks for another proof and tells the owner.
type GuardedRecovery "Guarded credential recovery" : control {
    measure:      protective
    fda_category: AN
    provides { recovery_guarded: yes }
}
/// Recording of who changed what and when, out of reach of those recorded.
type AuditLogging "Audit logging" : control {
    measure:      protective
    fda_category: LG
    provides { audit_log: yes }
}
/// Patching and protection of a computer by the organisation that owns it.
type ManagedPlatform "Managed platform" : control {
    measure:      protective
    fda_category: UP
    provides { controlled_platform: yes }
}
/// The app proves to the other side that it is genuine and that the telephone has not been tampered with; an aid, not a guarantee.
type PlatformAttestation "Platform attestation" : control {
    measure:      protective
    fda_category: CI
    provides { controlled_platform: yes }
}
/// Screens placed and laid out so that bystanders cannot read them, with vital signs always visible.
type PrivacyLayout "Privacy layout" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        CF
    provides { out_of_sight: yes }
}

// ---------------------------------------------------------------- ports and housings

/// A port that is switched off as shipped, or that has no function until somebody entitled switches it on.
type DisabledPort "Disabled port" : control {
    measure:      inherent_design
    fda_category: CI
    provides { default: disabled }
}
/// A port that is not fitted, or whose lines are not connected, in the delivered device.
type RemovedPort "Removed port" : control {
    measure:             inherent_design
    apart_from_software: yes
    fda_category:        CI
    provides { default: removed }
}
/// Hardware that lets a plugged-in device see only the memory it was given.
type MemoryAccessControl "Memory access control for peripherals" : control {
    measure:      protective
    fda_category: CI
    provides { memory_confined: yes }
}
/// Debugging blocked for good, or opened only by a secret of this one device.
type DebugLock "Debug lock" : control {
    measure:      protective
    fda_category: CI
    provides { locked: yes }
}
/// A numbered seal that shows that a housing or cover was opened.
type TamperSeal "Tamper-evident seal" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        CI
    provides { covered: yes }
}
/// A cover that opens only with a tool or a key.
type LockedCover "Locked cover" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        CI
    provides { covered: yes }
}
/// Only expected kinds of devices and files work at a port, and nothing starts by itself.
type MediaAllowList "Allow-list for media and files" : control {
    measure:      protective
    fda_category: CI
    provides { content_checked: yes }
}
/// Radio addresses that change, and advertisements that tell strangers neither name nor type.
type PrivateAddresses "Changing radio addresses" : control {
    measure:      inherent_design
    fda_category: CF
    provides { identity_hidden: yes }
}
/// Connectors, cables and supply that withstand overvoltage, short circuit and pulling; a fault stays where it is.
type PortHardening "Hardened connectors and supply" : control {
    measure:      inherent_design
    fda_category: RR
    provides { abuse_protected: yes }
}
/// A limit on what a port takes in, with the excess dropped before it costs anything.
type RateLimiting "Rate limiting" : control {
    measure:      protective
    fda_category: RR
    provides { rate_limited: yes }
}
/// A packet filter in the device that passes only what is listed, limits its rate and forwards nothing.
type HostFirewall "Device firewall" : control {
    measure:      protective
    fda_category: RR
    provides { rate_limited: yes, forwards: no }
}
/// A cheap check of the peer before a battery-powered device spends energy on it.
type WakeGuard "Guarded wake-up" : control {
    measure:      inherent_design
    fda_category: RR
    provides { wake_guarded: yes }
}
/// A network segment of its own with listed connections only. A duty of the operator: alone it protects nothing in the device.
type NetworkSegmentation "Network segmentation" : control {
    measure:             information
    apart_from_software: yes
    fda_category:        RR
}

// ---------------------------------------------------------------- data at rest

/// Encryption of what is stored by a current algorithm, with the key kept elsewhere.
type EncryptedStorage "Encrypted storage" : control {
    measure:      protective
    fda_category: CF
    provides { encrypted: yes, current_crypto: yes }
}
/// Signatures, keyed checksums or hash chains on what is stored, checked before use.
type IntegrityProtectedStorage "Integrity-protected storage" : control {
    measure:      protective
    fda_category: CI
    provides { integrity_protected: yes }
}
/// Each signature needs two people and leaves a record; devices can be moved to a new key and told to refuse the old one.
type SigningQuorum "Signing by two people, with a replaceable key" : control {
    measure:             protective
    apart_from_software: yes
    fda_category:        CR
    provides { use_approved: yes }
}
/// Keys in a circuit that uses them and never gives them out.
type HardwareKeyStorage "Keys in hardware" : control {
    measure:      inherent_design
    fda_category: CR
    provides { hardware_protected: yes }
}
/// Circuits and libraries whose timing, power and radiation show nothing of the keys they use.
type SideChannelProtection "Protection against side channels" : control {
    measure:      inherent_design
    fda_category: CR
    provides { side_channel_protected: yes }
}
/// Cloud configuration kept and reviewed as code, with public access denied and deviations reported.
type ReviewedCloudConfiguration "Reviewed cloud configuration" : control {
    measure:      protective
    fda_category: CF
    provides { closed_to_public: yes }
}
/// Removal of identifiers by a stated profile, with a trial to recognise patients again.
type TestedDeidentification "Tested de-identification" : control {
    measure:      protective
    fda_category: CF
    provides { deidentified: yes }
}
/// Passwords kept as salted hashes that are slow to compute.
type PasswordHashing "Password hashing" : control {
    measure:      protective
    fda_category: CF
    provides { hashed: yes }
}
/// Patient data and secrets left out of logs, dumps and service files.
type DataMinimisation "Data minimisation" : control {
    measure:      inherent_design
    fda_category: CF
    provides { redacted: yes }
}
/// Wiping that is documented, tested and within the operator's reach.
type SecureErase "Secure erasure" : control {
    measure:      protective
    fda_category: CF
    provides { erasable: yes }
}
/// Stated capacity, a warning before it is reached, and export or priority of important entries.
type LogRetention "Log retention" : control {
    measure:      protective
    fda_category: LG
    provides { overflow_handled: yes }
}
/// Log entries that can be added but neither changed nor removed without notice.
type ProtectedLog "Protected log" : IntegrityProtectedStorage {
    fda_category: LG
    provides { integrity_protected: yes }
}
/// Log entries with fixed fields, in which foreign text stays text when written and when shown.
type StructuredLogging "Structured logging" : control {
    measure:      inherent_design
    fda_category: LG
    provides { entries_escaped: yes }
}
/// The clock is compared with a trusted time; steps are bounded, and entries written without one are marked.
type ClockSupervision "Supervision of the clock" : control {
    measure:      protective
    fda_category: LG
    provides { clock_checked: yes }
}
/// Entries leave for a collector as they arise, so that neither wiping nor flooding the device removes them.
type LogForwarding "Log forwarding" : control {
    measure:      protective
    fda_category: LG
    provides { overflow_handled: yes, integrity_protected: yes }
}
/// A copy out of an attacker's reach and a restore that has been tried.
type Backup "Backup and restore" : control {
    measure:      protective
    fda_category: RR
    provides { backed_up: yes }
}
