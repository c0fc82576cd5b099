/// Control types: what each protects against is stated by the facts it provides to what it is put on.
/// A fact counts once the control is implemented; write the status and the evidence on the instance.
//
// fda_category: the category of control (FDA premarket guidance, Appendix 1) in which a reviewer would look for the type first. The
// assignment is our judgement, not the guidance's; many controls serve several categories. Say otherwise on the control where it fits better.

// ---------------------------------------------------------------- connections

/// TLS in which device and server both show a certificate that the other one verifies.
type MutualTls "Mutual TLS" : control {
    measure:      protective
    fda_category: AN
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, authenticated_access: yes }
}
/// TLS in which the server's certificate is fully verified: chain, name, validity and revocation.
type ServerTls "TLS with verified server" : control {
    measure:      protective
    fda_category: AN
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes }
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
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes }
}
/// LE Secure Connections with a pairing that the user confirms on both sides.
type BleSecureConnections "Bluetooth LE Secure Connections" : control {
    measure:      protective
    fda_category: AN
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, pairing: numeric_comparison }
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
    provides { authenticated_access: yes }
}
/// Time whose sender is authenticated, with steps kept within bounds; put on a flow from the time server.
type AuthenticatedTime "Authenticated time" : control {
    measure:      protective
    fda_category: AN
    provides { integrity_protected: yes, authentication: source, replay_protected: yes }
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
    measure:      inherent_design
    fda_category: RR
    provides { fails_safe: yes }
}

// ---------------------------------------------------------------- software and its updates

/// Packages signed by the manufacturer and verified on the device before anything is installed.
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
    measure:      protective
    fda_category: UP
    provides { dual_control: yes }
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
/// Sessions end when nobody uses them, or ask again before a hazardous action.
type SessionTimeout "Session timeout" : control {
    measure:      protective
    fda_category: AZ
    provides { session_timeout: yes }
}
/// Access in an emergency without a login, marked on the screen and recorded.
type BreakGlass "Emergency access" : control {
    measure:      inherent_design
    fda_category: AZ
    provides { emergency_access: yes }
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
    measure:      protective
    fda_category: CF
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
    measure:      inherent_design
    fda_category: CI
    provides { default: removed }
}
/// Debugging blocked for good, or opened only by a secret of this one device.
type DebugLock "Debug lock" : control {
    measure:      protective
    fda_category: CI
    provides { locked: yes }
}
/// A numbered seal that shows that a housing or cover was opened.
type TamperSeal "Tamper-evident seal" : control {
    measure:      protective
    fda_category: CI
    provides { covered: yes }
}
/// A cover that opens only with a tool or a key.
type LockedCover "Locked cover" : control {
    measure:      protective
    fda_category: CI
    provides { covered: yes }
}
/// Only expected kinds of devices and files work at a port, and nothing starts by itself.
type MediaAllowList "Allow-list for media and files" : control {
    measure:      protective
    fda_category: CI
    provides { content_checked: yes }
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
    measure:      information
    fda_category: RR
}

// ---------------------------------------------------------------- data at rest

/// Encryption of what is stored, with the key kept elsewhere.
type EncryptedStorage "Encrypted storage" : control {
    measure:      protective
    fda_category: CF
    provides { encrypted: yes }
}
/// Signatures, keyed checksums or hash chains on what is stored, checked before use.
type IntegrityProtectedStorage "Integrity-protected storage" : control {
    measure:      protective
    fda_category: CI
    provides { integrity_protected: yes }
}
/// Keys in a circuit that uses them and never gives them out.
type HardwareKeyStorage "Keys in hardware" : control {
    measure:      inherent_design
    fda_category: CR
    provides { hardware_protected: yes }
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
