/// The manufacturer's cloud, the shops and services in between, and the physician's practice.

extend internet {
    /// Where telephones fetch the app.
    external app_shop "App store" : AppStore { purpose: "Distributes the app." }
    /// Delivers messages to telephones.
    external push "Push message service" : CloudService { purpose: "Delivers reminders to telephones." }
}

/// Runs the cloud.
actor cloud_operator "Cloud operator" : ManufacturerOperator { controls: [operator_token] }
/// Releases firmware and app.
actor release_engineer "Release engineer" : ReleaseEngineer { controls: [operator_token] }

/// The manufacturer's cloud account.
boundary cloud "Aera cloud" : CloudTenant {
    assumptions: [provider_certified]
    controls:    [cloud_parts, cloud_as_code]
    /// Serves the app.
    process api "App interface" : ApiService {
        purpose:         "Takes dose records from apps and hands out plans."
        safety_relevant: yes
        dual_control:    no
        controls: [record_rights, cloud_rights, request_checks, cloud_trail, account_password, slow_guesses, own_accounts, guarded_reset, lapsing_accounts,
            session_rules, plan_entry_limits, one_inhaler, service_end]
        /// For apps.
        port https "App interface" : RestApi { purpose: "Called by the app.", access: user, default: enabled, required: no, on_failure: "Apps keep their records and try again.", controls: [request_budget] }
        /// For operators.
        port admin "Maintenance access" : SshServer { purpose: "Maintenance by the cloud operator.", roles: [cloud_operator], default: disabled, switching: "Opened for one task and two hours by a second operator.", required: no, on_failure: "Maintenance waits.", controls: [operator_token] }
    }
    /// Serves physicians and carers.
    process portal "Clinician portal" : WebApplication {
        purpose:         "Shows the physician the doses of the practice's patients and takes dose plans."
        safety_relevant: yes
        controls: [record_rights, cloud_rights, request_checks, portal_login, portal_timeout, portal_pages, session_rules, guarded_reset, lapsing_accounts,
            plan_entry_limits, service_end, cloud_trail]
        /// For browsers.
        port web "Portal address" : HttpsServer { purpose: "Called by browsers of physicians and carers.", access: user, default: enabled, required: no, on_failure: "The physician asks the patient.", controls: [request_budget] }
    }
    /// Hands out firmware.
    process updates "Firmware server" : UpdateServer {
        purpose:  "Hands firmware to apps."
        controls: [staged_release, cloud_rights, cloud_trail]
        extend api { purpose: "Called by the app.", access: user, default: enabled, required: no, on_failure: "The inhaler keeps its version." }
    }
    /// Without addresses on the Internet.
    boundary inner "Private subnet" : PrivateSubnet {
        /// All patients.
        store records "Patient records" : SqlDatabase { purpose: "Accounts, doses, plans and consents of all patients.", holds: [patient_name, dose_event, breath_curve, dose_plan, consent, account_login], controls: [record_encryption, daily_backup, slow_hashes] }
        /// Accesses.
        store trail "Log archive" : AuditLog { purpose: "Every access to a patient's record.", holds: [access_log], controls: [trail_store, trail_space] }
        /// Firmware.
        store releases "Released firmware" : ObjectStore { purpose: "Signed firmware.", update_step: host, holds: [firmware] }
    }
}

/// One of many practices.
boundary practice "Physician's practice" : HospitalNetwork {
    /// Prescribes and reviews.
    actor physician "Physician" : Physician { controls: [portal_login] }
    /// The practice's own record.
    external ehr "Practice software" : EhrSystem { purpose: "Keeps the practice's records." }
}

// ---------------------------------------------------------------- telephone and cloud

/// Records and consents.
flow upload "Dose records to the cloud": home.around.phone.app.net -> cloud.api.https over Https {
    carries:  [dose_event, breath_curve, inhaler_state, patient_name, consent, account_login, session]
    controls: [sealed_doses]
}
/// Plan.
flow download_plan "Dose plan to the app": cloud.api.https -> home.around.phone.app.net over Https {
    carries:   [dose_plan, session]
    controls:  [signed_plan]
    initiator: target
}
/// Firmware.
flow download_firmware "Firmware to the app": home.around.phone.app.net <-> cloud.updates.api over Https { carries: [firmware], controls: [signed_images] }
/// Reminder.
flow send_push "Reminder to the push service": cloud.api -> internet.push over Https { carries: [reminder], controls: [push_client, lamp_reminds] }
/// Reminder, delivered.
flow deliver_push "Reminder to the telephone": internet.push -> home.around.phone.platform over Https { carries: [reminder], controls: [lamp_reminds] }
/// App.
flow publish_app "Publication of the app": release_engineer -> internet.app_shop over Https { carries: [app_package] }
/// App, delivered.
flow deliver_app "App to the telephone": internet.app_shop -> home.around.phone.platform over Https { carries: [app_package] }

// ---------------------------------------------------------------- inside the cloud

/// App data.
flow store_doses "Records of the app interface": cloud.api <-> cloud.inner.records over SqlTls { carries: [dose_event, breath_curve, dose_plan, patient_name, consent, account_login] }
/// Portal data.
flow show_records "Records of the portal": cloud.portal <-> cloud.inner.records over SqlTls { carries: [dose_event, dose_plan, patient_name] }
/// Accesses by the app.
flow log_api "Access log of the app interface": cloud.api -> cloud.inner.trail over SyslogTls { carries: [access_log] }
/// Accesses by the portal.
flow log_portal "Access log of the portal": cloud.portal -> cloud.inner.trail over SyslogTls { carries: [access_log] }
/// Releases.
flow publish_firmware "Publication of firmware": release_engineer -> cloud.inner.releases over Sftp { carries: [firmware], controls: [signed_images] }
/// Firmware for download.
flow offer_firmware "Firmware for download": cloud.inner.releases -> cloud.updates over Https { carries: [firmware] }
/// Maintenance.
flow maintain "Maintenance": cloud_operator -> cloud.api.admin over Ssh { carries: [session] }

// ---------------------------------------------------------------- people at the portal

/// Physician.
flow prescribe "Prescription": practice.physician <-> cloud.portal.web over Https { carries: [dose_plan, dose_event, account_login] }
/// Carer.
flow look_after "Carer's view": home.around.carer <-> cloud.portal.web over Https { carries: [dose_event, account_login] }
/// Practice software.
flow file_doses "Doses to the practice software": cloud.api -> practice.ehr over Fhir { carries: [dose_event, patient_name], controls: [practice_tls] }
