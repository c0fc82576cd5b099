/// Security controls of the inhaler and its cloud.

/// The code is different on each inhaler; pairing needs a press of the button.
control code_pairing "Pairing with the code under the lid" : OutOfBandPairing { status: verified, requirement: "SR-01", evidence: ["T-101", "T-102"] }
/// Requests before bonding are limited to three a minute.
control quiet_radio "Radio budget for strangers" : WakeGuard { status: verified, requirement: "SR-03", evidence: ["T-110"] }
/// Package of firmware.
control signed_images "Signed firmware, verified in the inhaler" : SignedFirmware { status: verified, requirement: "SR-05", evidence: ["T-120"] }
/// Start.
control start_check "Verification at every start" : SecureBoot { status: verified, requirement: "SR-06", evidence: ["T-121"] }
/// Counter in one-time memory.
control image_counter "Version counter" : RollbackProtection { status: implemented, requirement: "SR-07", evidence: ["T-122"] }
/// The plan is checked against the approved maximum.
control plan_bounds "Limits of the dose plan" : HardLimits { status: verified, requirement: "SF-02", evidence: ["T-033"] }
/// Fuzzed Bluetooth and application frames.
control frame_checks "Strict checks of radio messages" : InputValidation { status: implemented, requirement: "SR-09", evidence: ["T-130"] }
/// Chip setting.
control chip_lock "Debug access locked in the chip" : DebugLock { status: verified, requirement: "SR-10", evidence: ["T-140"] }
/// Same setting.
control readout_protection "Readout protection of the chip" : HardwareKeyStorage { status: implemented, requirement: "SR-10", evidence: ["T-140"] }
/// Printed and programmed in production.
control own_codes "Codes and keys different in each inhaler" : UniqueCredentials { status: verified, requirement: "SR-11", evidence: ["P-008"] }
/// Signature of the image.
control image_check "Signature of stored firmware" : IntegrityProtectedStorage { status: verified, requirement: "SR-06", evidence: ["T-121"] }
/// By the button.
control button_erase "Erasure by the button" : SecureErase { status: verified, requirement: "SR-12", evidence: ["T-150"] }

/// Biometrics or PIN of the telephone.
control app_lock "Lock of the app" : PinLock { status: implemented, requirement: "SA-02", evidence: ["T-210"] }
/// Replies of cloud and inhaler.
control app_checks "Strict checks in the app" : InputValidation { status: implemented, requirement: "SA-04", evidence: ["T-212"] }
/// Key in the telephone's key store.
control app_encryption "Encrypted app storage" : EncryptedStorage { status: verified, requirement: "SA-03", evidence: ["T-211"] }

/// Every request against the account, the consent and the record.
control record_rights "Rights checked for each record" : ServerSideAuthorisation { status: verified, requirement: "SC-01", evidence: ["T-310", "PEN-2026-1"] }
/// Requests of apps.
control request_checks "Strict checks of requests" : InputValidation { status: verified, requirement: "SC-02", evidence: ["T-311"] }
/// Gateway of the provider.
control request_budget "Request budget" : RateLimiting { status: implemented, requirement: "SC-03", evidence: ["T-312"] }
/// Physicians by token, carers by message to the telephone.
control portal_login "Portal login with second factor" : MultiFactorLogin { status: implemented, requirement: "SC-04", evidence: ["T-313"] }
/// Fifteen minutes.
control portal_timeout "Session limit of the portal" : SessionTimeout { status: implemented, requirement: "SC-05", evidence: ["T-314"] }
/// Accesses and changes.
control cloud_trail "Access log" : AuditLogging { status: verified, requirement: "SC-06", evidence: ["T-315"] }
/// Written once, kept for ten years.
control trail_store "Unchangeable log store" : ProtectedLog { status: implemented, requirement: "SC-07", evidence: ["T-316"] }
/// Keys in the provider's key service.
control record_encryption "Encrypted records" : EncryptedStorage { status: verified, requirement: "SC-08", evidence: ["T-317"] }
/// In another account.
control daily_backup "Daily backup in a separate account" : Backup { status: implemented, requirement: "SC-09", evidence: ["T-318"] }
/// Argon2id.
control slow_hashes "Salted, slow password hashes" : PasswordHashing { status: verified, requirement: "SC-10", evidence: ["T-319"] }
/// Hardware token.
control operator_token "Hardware token of the manufacturer's staff" : MultiFactorLogin { status: implemented, evidence: ["ISMS-22"] }
/// One hundred inhalers first.
control staged_release "Release by two people, in steps" : DualControl { status: planned, requirement: "SC-12" }
/// The physician's plan is signed in the portal and checked in the inhaler; release 1.5.
control signed_plan "Signed dose plan" : SignedMessages { status: planned, requirement: "SC-13" }
