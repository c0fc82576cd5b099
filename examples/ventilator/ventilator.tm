/// Intensive-care ventilator that takes ward-wide alarm profiles from the hospital's server, reports to a
/// central station and to the health record, and is maintained by the manufacturer's technicians.
system breva "Breva ventilator system" {
    manufacturer:  "Example Medical GmbH"
    model:         "Breva 300"
    version:       "2.3"
    udi_di:        "(01)04099999000017"
    intended_use:  "Ventilates adult patients in intensive care for hours to weeks, invasively or by mask."
    users:         "Intensive-care nurses and physicians with training on the device; biomedical engineers and service technicians for maintenance."
    environment:   "Intensive-care units with a clinical network. Worst case: a flat hospital network with infected computers, visitors at the bed, and no network at all."
    support_until: 2036-12-31
    contact:       "psirt@medical.example, answered within two working days, or your service partner, day and night"
    update_notice: "The service portal announces each package with its version and checksum, and writes to the registered biomedical engineers."
    version_shown: "Menu, Information: version of each board, and whether it is genuine."
    bill_access:   "The service portal, for registered hospitals under confidentiality: CycloneDX 1.6, renewed with each version."
    revision:      "C"
    author:        "A. Keller, product security"
    reviewer:      "M. Osei, systems engineering"
    status:        draft
}

import std.medical
import std.mds2
import "hospital.tm"
import "device.tm"
import "manufacturer.tm"
import "acceptance.tm"
import "answers.tm"
import "controls.tm"
import "decisions.tm"
import "instructions.tm"
import "views.tm"

// ---------------------------------------------------------------- harms

/// The patient gets too little gas for a while.
harm hypoventilation "Hypoventilation" { severity: critical, hazard: "HAZ-011", follows_from: [integrity, availability] }
/// The lungs are injured by pressure or volume.
harm barotrauma "Barotrauma" { severity: critical, hazard: "HAZ-014", follows_from: [integrity] }
/// Ventilation stops or a hose comes off and nobody is called.
harm unnoticed_apnoea "Unnoticed loss of ventilation" { severity: catastrophic, hazard: "HAZ-002", follows_from: [integrity, availability] }
/// A physician acts on values that are false or belong to somebody else.
harm wrong_decision "Wrong clinical decision" { severity: serious, hazard: "HAZ-031", follows_from: [integrity] }
/// The device is not available when a patient needs it.
harm late_ventilation "Ventilation starts late" { severity: serious, hazard: "HAZ-006", follows_from: [integrity, availability] }

// ---------------------------------------------------------------- data

/// Mode, volumes, pressures, rate and oxygen fraction set for the patient.
data vent_settings "Ventilation settings" : TherapySettings { harms: [hypoventilation, barotrauma] }
/// Start, standby, manual breath, suction support.
data vent_command "Ventilation command" : TherapyCommand { harms: [hypoventilation, unnoticed_apnoea] }
/// Default alarm limits and delays of the ward.
data alarm_profile "Alarm profile" : AlarmProfile { harms: [unnoticed_apnoea] }
/// A physiological or technical alarm with its priority.
data vent_alarm "Ventilation alarm" : Alarm { harms: [unnoticed_apnoea] }
/// The sign that the ventilator is there and connected.
data sign_of_life "Sign of life" : Heartbeat { harms: [unnoticed_apnoea] }
/// Measured pressures, volumes and gas fractions, with their curves.
data ventilation_values "Ventilation values" : Measurement { harms: [wrong_decision] }
/// The raw flow and pressure by which each breath is controlled.
data flow_reading "Flow and pressure reading" : ControlLoopMeasurement { harms: [hypoventilation, barotrauma] }
/// Which patient lies in which bed.
data patient_identity "Patient identity" : PatientIdentity { harms: [wrong_decision] }
/// What the screen shows.
data screen_content "Screen content" : DisplayContent { harms: [wrong_decision] }
/// What the user touches, turns and confirms.
data user_input "User input" : OperatorInput { harms: [hypoventilation, barotrauma] }
/// Opens the valves and lets the patient breathe room air.
data safe_stop "Safe-state command" : Command { integrity: high, availability: high, function: delivery, harms: [unnoticed_apnoea] }
/// Tests and adjustments of the service mode.
data service_command "Service command" : ServiceCommand { harms: [barotrauma] }
/// The code that opens the service mode.
data service_code "Service code" : Password { harms: [barotrauma] }
/// Badge number or user name and password of the staff.
data staff_login "Staff login" : Credential
/// Private key of one ventilator.
data device_key "Device key" : KeyMaterial { harms: [unnoticed_apnoea, wrong_decision] }
/// Certificate of one ventilator.
data device_certificate "Device certificate" : PublicCertificate
/// Public key by which packages are verified.
data release_key "Release verification key" : PublicCertificate { harms: [hypoventilation, barotrauma, unnoticed_apnoea] }
/// Private key with which Breva software is signed.
data signing_key "Release signing key" : SigningKey { harms: [hypoventilation, barotrauma, unnoticed_apnoea] }
/// Image for all processors of the ventilator.
data breva_software "Breva software package" : FirmwarePackage { free_of_secrets: yes, harms: [hypoventilation, barotrauma, unnoticed_apnoea] }
/// Language, units, network addresses, enabled options.
data device_config "Device configuration" : NetworkConfiguration
/// Constants of the flow and pressure sensors.
data calibration_data "Sensor calibration" : Calibration { harms: [hypoventilation, barotrauma] }
/// Who changed which setting, profile or software, and when.
data audit_records "Audit records" : AuditRecord
/// Faults and state changes for the service.
data service_log "Service log" : LogData
/// Operating hours, fault codes, blower temperature.
data technical_state "Technical state" : TechnicalData { harms: [late_ventilation] }
/// The hospital's time of day.
data hospital_time "Time of day" : TimeData
/// Type, serial number and hours of use of the flow sensor.
data sensor_identity "Sensor identity" : AccessoryIdentity { harms: [hypoventilation] }

// ---------------------------------------------------------------- assumptions

/// The hospital separates clinical devices from office and guest networks.
assumption segment_exists "The ventilators stand in a clinical network segment that guests and office computers cannot reach directly." : SegmentationRequirement {
    owner:       operator
    if_false:    "A flood or a scan from any computer of the hospital reaches the network socket. Ventilation goes on; alarms at the central station may be late."
    measured_by: "A VLAN of its own whose firewall passes only the connections of the table in IFU-2.3 section 9.4; shown at installation by a scan from the guest network that finds no ventilator."
}
/// Somebody is always within hearing of the bed.
assumption staff_in_hearing "Trained staff are within hearing of the ventilator while a patient is connected." : ItRequirement {
    owner:       operator
    if_false:    "The alarm at the device is the only one that does not depend on the network, and nobody hears it."
    measured_by: "The alarm at 65 dB(A) is heard at the staff post with the door closed; tested at installation (IFU-2.3 section 4.2)."
}
/// The health record is looked after.
assumption record_patched "The hospital keeps the server of the health record patched and free of malware." : SecurityRequirement {
    owner:       operator
    if_false:    "Forged patient identities reach the ventilator's screen."
    measured_by: "Security updates of the vendor installed within 30 days, and malware protection with current signatures; in the contract with the hospital."
}
/// Technicians keep their laptops clean.
assumption laptop_managed "Service laptops are managed, encrypted and patched by the manufacturer." {
    owner:       manufacturer
    if_false:    "Malware is carried from hospital to hospital on the update stick."
    measured_by: "Every laptop is listed in the device management with disk encryption and patch state; audited each quarter (ISMS-18)."
}
/// Users look at the patient's name.
assumption name_checked "The user compares the patient's name on the screen with the patient before ventilation starts." : ItRequirement {
    owner:       user
    if_false:    "Values are filed under another patient."
    measured_by: "The name is confirmed with a push of the knob before ventilation starts, and the confirmation is recorded."
}
