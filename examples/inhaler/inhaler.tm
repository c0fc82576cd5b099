/// Inhaler for asthma that records each dose and reports it by telephone to the patient's physician.
system aera "Aera connected inhaler" {
    manufacturer:  "Example Medical GmbH"
    model:         "Aera One"
    version:       "1.4"
    udi_di:        "(01)04099999000024"
    intended_use:  "Delivers inhaled medicine to patients with asthma, records each dose and reminds of missed ones. The dose is metered mechanically; electronics never release or block it."
    users:         "Patients from 12 years without training, carers, physicians."
    environment:   "Home and everywhere the patient goes. Worst case: a crowded train, an old telephone with malware, an open wireless network."
    support_until: 2032-06-30
    contact:       "security@aera.example or +49 30 5550 0199, Monday to Friday"
    update_notice: "The app tells you, and shows what is new."
    version_shown: "In the app, Inhaler: version of the inhaler and of the app."
    revision:      "B"
    author:        "L. Brandt, product security"
    reviewer:      "S. Iyer, clinical engineering"
    status:        draft
}

import std.medical
import std.mds2
import "home.tm"
import "cloud.tm"
import "acceptance.tm"
import "answers.tm"
import "controls.tm"
import "decisions.tm"
import "instructions.tm"
import "risk.tm"
import "views.tm"

// ---------------------------------------------------------------- harms

/// The patient takes more doses because earlier ones are not shown.
harm overdose "Too many doses" { severity: serious, hazard: "HZ-03", follows_from: [integrity] }
/// The patient takes fewer doses because false ones are shown, or no reminder comes.
harm missed_doses "Missed doses" { severity: critical, hazard: "HZ-04", follows_from: [integrity, availability] }
/// The physician raises or lowers the medication on a false record.
harm wrong_prescription "Wrong prescription" { severity: serious, hazard: "HZ-07", follows_from: [integrity] }

// ---------------------------------------------------------------- data

/// One dose: when, and whether it was inhaled well.
data dose_event "Dose record" : TherapyRecord { harms: [overdose, missed_doses, wrong_prescription] }
/// Flow over time while inhaling.
data breath_curve "Inhalation curve" : Waveform { harms: [wrong_prescription] }
/// How many doses at which times, as prescribed.
data dose_plan "Dose plan" : TreatmentPlan { harms: [overdose, missed_doses] }
/// Light and message that a dose is due.
data reminder "Reminder" : Alarm { harms: [missed_doses] }
/// A press of the inhaler's button: pairing, or asking for the counter.
data button_press "Button press" : OperatorInput
/// Entries in the app.
data app_input "Entries in the app" : OperatorInput
/// Screens of the app and the portal.
data app_screen "Screens of the app" : DisplayContent
/// Type and batch of the medicine canister.
data canister_id "Canister identity" : AccessoryIdentity { harms: [missed_doses] }
/// Name in the advertisement.
data advertised_name "Advertised name" : DeviceIdentity
/// Code under the lid, used once for pairing.
data pairing_code "Pairing code" : Credential { harms: [missed_doses, wrong_prescription] }
/// Keys that inhaler and telephone agreed on.
data bond_keys "Bond keys" : PairingKeys { harms: [missed_doses, wrong_prescription] }
/// Battery, memory and error state.
data inhaler_state "Inhaler state" : TechnicalData { harms: [missed_doses] }
/// The telephone's time.
data phone_time "Time of day" : TimeData { harms: [missed_doses] }
/// Name and contact of the patient.
data patient_name "Patient's name" : PatientIdentity { harms: [wrong_prescription] }
/// Who may see which data.
data consent "Consent" : ConsentRecord
/// User name and password.
data account_login "Account login" : Password { harms: [wrong_prescription] }
/// Token of a login.
data session "Session" : SessionToken { harms: [wrong_prescription] }
/// The app as published.
data app_package "App package" : SoftwarePackage { harms: [missed_doses] }
/// Who saw or changed what in the cloud.
data access_log "Access log" : AuditRecord

/// The library's package, as this inhaler takes it.
extend firmware { free_of_secrets: yes, harms: [overdose, missed_doses] }

// ---------------------------------------------------------------- assumptions

/// The telephone is nobody's but the patient's.
assumption phone_kept "The patient keeps the telephone locked and its system up to date." : SecurityRequirement {
    owner:       user
    if_false:    "Whoever uses the telephone, or malware on it, sees and changes the dose record shown in the app. The inhaler's own counter stays right."
    measured_by: "The app refuses telephones without a screen lock and systems that get no security updates any more, and says so."
}
/// Doses are counted on the inhaler too.
assumption counter_trusted "In doubt the patient goes by the mechanical counter on the inhaler." : ItRequirement {
    owner:       user
    if_false:    "A false record in the app leads to a dose too many or too few."
    measured_by: "The number in the window of the inhaler is the one that you write down or tell your physician."
}
/// The provider keeps its part of the cloud secure.
assumption provider_certified "The cloud provider keeps its data centres and services secure, shown by a current ISO/IEC 27001 certificate." {
    owner:       manufacturer
    if_false:    "Dose records of all patients can be read or changed."
    measured_by: "The certificate and the report of the last surveillance audit, renewed every year and filed with the supplier record."
}
