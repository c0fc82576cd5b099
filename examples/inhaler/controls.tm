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
/// Chip setting, tried on each board at the end of the line.
control chip_lock "Debug access locked in the chip" : DebugLock { status: verified, requirement: "SR-10", evidence: ["T-140", "P-009"], provides { closing_verified: yes } }
/// Same setting.
control readout_protection "Readout protection of the chip" : HardwareKeyStorage { status: implemented, requirement: "SR-10", evidence: ["T-140"] }
/// Printed and programmed in production.
control own_codes "Codes and keys different in each inhaler" : UniqueCredentials { status: verified, requirement: "SR-11", evidence: ["P-008"] }
/// Signature of the image.
control image_check "Signature of stored firmware" : IntegrityProtectedStorage { status: verified, requirement: "SR-06", evidence: ["T-121"] }
/// By the button.
control button_erase "Erasure by the button" : SecureErase { status: verified, requirement: "SR-12", evidence: ["T-150"] }
/// New firmware counts after its first record.
control spare_image "Second image and a way back" : UpdateRecovery { status: verified, requirement: "SR-08", evidence: ["T-123"] }
/// Not within an hour of a planned dose, and never while the sensor measures.
control quiet_update "Updates between doses" : UpdateInterlock { status: implemented, requirement: "SR-15", evidence: ["T-124"] }
/// Every 15 minutes; the name tells neither maker nor medicine.
control changing_address "Changing radio address and neutral name" : PrivateAddresses { status: implemented, requirement: "SR-02", evidence: ["T-103"] }
/// The last 50 plans with time and sender, in the dose memory.
control plan_record "Record of changed plans" : AuditLogging { status: implemented, requirement: "SR-13", evidence: ["T-152"] }
/// With a key of the chip.
control record_checks "Keyed checksums of records and plan" : IntegrityProtectedStorage { status: implemented, requirement: "SR-14", evidence: ["T-151"] }
/// Reported in the app or by the practice; bond and account end.
control lost_inhaler "Lost inhaler refused" : Revocation { status: implemented, requirement: "SC-15", evidence: ["T-323"] }
/// Chip software and radio stack, compared with new vulnerabilities each night.
control inhaler_parts "Third-party parts of the inhaler watched" : VulnerabilityMonitoring { status: implemented, requirement: "SR-16", evidence: ["SOP-41"] }
/// Neither plan nor firmware releases or blocks a dose.
control free_hand "Dose released by hand alone" : LocalOverride { status: verified, requirement: "SF-01", evidence: ["T-030"] }
/// Twice, with a checksum.
control plan_kept "Plan and counter kept over a restart" : SafeRestart { status: verified, requirement: "SF-04", evidence: ["T-034"] }
/// Measured under load; fourteen days before.
control cell_gauge "Warning before the coin cell is empty" : BatterySupervision { status: verified, requirement: "SF-05", evidence: ["T-035"] }
/// The telephone's time only dates the records; a step beyond an hour is asked about in the app.
control steady_counter "Reminders by a counter of seconds" : SteadySchedule { status: implemented, requirement: "SF-06", evidence: ["T-036"] }
/// Another medicine than planned and a past date are shown in the app.
control canister_check "Medicine and expiry of the canister checked" : PartCheck { status: implemented, requirement: "SF-07", evidence: ["T-037"] }

/// Biometrics or PIN of the telephone; asked for again after five minutes.
control app_lock "Lock of the app" : PinLock { status: implemented, requirement: "SA-02", evidence: ["T-210"], provides { session_timeout: yes } }
/// Replies of cloud and inhaler, and the approved maximum of the medicine before a plan is passed on.
control app_checks "Strict checks in the app" : InputValidation { status: implemented, requirement: "SA-04", evidence: ["T-212"], provides { enforces_limits: yes } }
/// Key in the telephone's key store.
control app_encryption "Encrypted app storage" : EncryptedStorage { status: verified, requirement: "SA-03", evidence: ["T-211"] }
/// A changed file is not read.
control app_seal "Authenticated encryption of the app's data" : IntegrityProtectedStorage { status: implemented, requirement: "SA-03", evidence: ["T-211"] }
/// Telephones without a hardware key store are refused.
control phone_keys "Keys in the telephone's key store" : HardwareKeyStorage { status: implemented, requirement: "SA-06", evidence: ["T-214"] }
/// Fetched after a login on a new telephone.
control cloud_copy "Copy of the records in the cloud" : Backup { status: implemented, requirement: "SA-07", evidence: ["T-215"] }

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
/// Twelve characters, compared with lists of known passwords.
control account_password "Login of patients and carers" : PasswordLogin { status: implemented, requirement: "SC-11", evidence: ["T-320"] }
/// By account and by address.
control slow_guesses "Growing delay after wrong logins" : LoginThrottling { status: implemented, requirement: "SC-16", evidence: ["T-320"] }
/// Accounts begin with an invitation to one person.
control own_accounts "No preset and no shared account" : UniqueCredentials { status: verified, requirement: "SC-17", evidence: ["T-321"] }
/// Code to the telephone and code under the inhaler's lid; physicians in writing.
control guarded_reset "Reset with a second proof" : GuardedRecovery { status: implemented, requirement: "SC-18", evidence: ["T-321"] }
/// Practices confirm their list each half-year; a carer ends with the patient's consent.
control lapsing_accounts "Accounts that lapse" : AccountReview { status: implemented, requirement: "SC-19", evidence: ["T-324"] }
/// New at each login, bound to app or browser.
control session_rules "Protected sessions" : SessionProtection { status: verified, requirement: "SC-20", evidence: ["T-325", "PEN-2026-1"] }
/// Content policy, output encoding, tokens against foreign requests.
control portal_pages "Hardened pages of the portal" : WebHardening { status: verified, requirement: "SC-21", evidence: ["T-326", "PEN-2026-1"] }
/// The approved maximum of the medicine, checked on the server.
control plan_entry_limits "Limits where plans are entered" : HardLimits { status: verified, requirement: "SF-03", evidence: ["T-039"] }
/// Records carry the inhaler's number; a number known under another account is refused.
control one_inhaler "One inhaler, one account" : PatientMatching { status: implemented, requirement: "SC-22", evidence: ["T-327"] }
/// Images are examined every night and rebuilt each week.
control cloud_parts "Third-party parts of the cloud watched" : VulnerabilityMonitoring { status: implemented, requirement: "SC-24", evidence: ["SOP-41"] }
/// Containers without root and with a role of their own each.
control cloud_rights "Cloud programs without system rights" : LeastPrivilege { status: implemented, requirement: "SC-31", evidence: ["T-331"] }
/// Deviations are reported within an hour.
control cloud_as_code "Cloud configuration kept and reviewed as code" : ReviewedCloudConfiguration { status: implemented, requirement: "SC-25", evidence: ["ISMS-34"] }
/// Budget for each source; a warning at a tenfold rate.
control trail_space "Log archive that grows, with a warning" : LogRetention { status: implemented, requirement: "SC-26", evidence: ["T-329"] }
/// A certificate of the app's own.
control push_client "Mutual TLS to the push service" : MutualTls { status: implemented, requirement: "SC-14", evidence: ["T-330"] }
/// By the last plan.
control lamp_reminds "Reminder by the lamp without any network" : SafeFallback { status: verified, requirement: "SF-08", evidence: ["T-040"] }
/// Announced a year before; records can be taken along.
control service_end "Plan for the end of the service" : ServiceEndPlan { status: implemented, requirement: "SC-28", evidence: ["SOP-44"] }
/// With release 1.5; the seal is checked by the app interface.
control sealed_doses "Dose records sealed by the inhaler" : SignedMessages { status: planned, requirement: "SC-29" }
/// With release 1.5; now practices know us by a token only.
control practice_tls "Mutual TLS to practices" : MutualTls { status: planned, requirement: "SC-30" }
/// Hardware token.
control operator_token "Hardware token of the manufacturer's staff" : MultiFactorLogin { status: implemented, evidence: ["ISMS-22"] }
/// One hundred inhalers first.
control staged_release "Release by two people, in steps" : DualControl { status: planned, requirement: "SC-12" }
/// The physician's plan is signed in the portal and checked in the inhaler; release 1.5.
control signed_plan "Signed dose plan" : SignedMessages { status: planned, requirement: "SC-13" }
