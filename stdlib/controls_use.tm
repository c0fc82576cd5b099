/// Control types for patient safety, foreseeable misuse and the life of the device, beside those against attackers in `controls.tm`.

/// A pause of alarms that ends by itself, is shown, and leaves the highest priority audible.
type AlarmPauseLimit "Limited alarm pause" : control {
    measure:      inherent_design
    fda_category: RR
    provides { alarm_pause_bounded: yes }
}
/// A start with nothing left of the last patient, or with a question whose data this is.
type PatientChange "Clean start for each patient" : control {
    measure:      inherent_design
    fda_category: CI
    provides { cleared_between_patients: yes }
}
/// A comparison of the patient's identity on both sides before values are shown or filed.
type PatientMatching "Matching of patient and data" : control {
    measure:      protective
    fda_category: CI
    provides { patient_matched: yes }
}
/// A key, knob or lever at the device that overrules what comes from afar.
type LocalOverride "Override at the device" : control {
    measure:      inherent_design
    fda_category: RR
    provides { local_override: yes }
}
/// A restart that keeps the last safe settings or waits in a safe state.
type SafeRestart "Safe restart" : control {
    measure:      inherent_design
    fda_category: RR
    provides { safe_restart: yes }
}
/// A measurement of the battery's real state with a warning in time and a reserve for a safe end.
type BatterySupervision "Battery supervision" : control {
    measure:      protective
    fda_category: RR
    provides { battery_warned: yes }
}
/// Rights to publish and subscribe for each client and topic.
type TopicRights "Rights for each topic" : control {
    measure:      protective
    fda_category: AZ
    provides { topics_authorised: yes }
}
/// A schedule that runs on a clock nobody can set.
type SteadySchedule "Schedule independent of the time of day" : control {
    measure:      inherent_design
    fda_category: RR
    provides { steady_schedule: yes }
}
/// Recognition of the kind, age and use of a part, with safe limits for the rest.
type PartCheck "Check of connected parts" : control {
    measure:      protective
    fda_category: CI
    provides { part_checked: yes }
}
/// A service mode that needs a service credential and a device without a patient.
type GuardedServiceMode "Guarded service mode" : control {
    measure:      inherent_design
    fda_category: AZ
    provides { service_guarded: yes }
}
/// A login designed and tried with its users, so that nobody needs to get around it.
type UsableLogin "Login tried in use" : control {
    measure:      inherent_design
    fda_category: AN
    provides { login_tried_in_use: yes }
}
/// Accounts kept in a directory or reviewed regularly, so that they end with the post.
type AccountReview "Review of accounts" : control {
    measure:      protective
    fda_category: AN
    provides { accounts_ended: yes }
}
/// A list of lost and withdrawn devices that everybody who trusts them looks at.
type Revocation "Revocation of lost devices" : control {
    measure:      protective
    fda_category: AN
    provides { revocable: yes }
}
/// A test at the end of production that each closed port is closed on this device.
type FinalPortTest "Final test of closed ports" : control {
    measure:      protective
    fda_category: CI
    provides { closing_verified: yes }
}
/// Versions and the result of their verification, shown at the device.
type VersionDisplay "Display of verified versions" : control {
    measure:      protective
    fda_category: CI
    provides { state_shown: yes }
}
/// A plan for the day on which a service ends: how devices go on, and who gets the data.
type ServiceEndPlan "Plan for the end of a service" : control {
    measure:      protective
    fda_category: RR
    provides { end_planned: yes }
}
