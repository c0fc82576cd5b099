/// What was decided about threats that stay open, and why.

/// The socket without a function.
respond ELV03 @ hospital.icu.breva.main.app.usb_front {
    accept:            "The socket supplies power, but no driver is loaded and nothing enumerates (VER-235). Removing it needs a new housing, which comes with model 310; a protective measure would be a plug that users lose. Until then the instructions for use name the socket and forbid its use."
    evidence:          ["VER-235", "IFU-2.3, section 9.3"]
    approved_by:       "Risk board, 2026-09-14"
    until:             2027-09-30
    decided:           2026-09-14
    owner:             "A. Keller, product security"
    policy:            "RMP-300, table 4: no function and no data reachable"
    hazard:            ["HAZ-011", "HAZ-014"]
    instruction:       "The front USB socket has no function. Do not connect anything to it; it is not needed for ventilation."
    instruction_place: "IFU-2.3 section 9.3"
    why_not_design:    "Removing the socket needs a new moulded housing, which comes with model 310."
    why_not_protect:   "A plug over the socket is lost in the ward; nothing behind the socket is left to protect."
    new_risks:         "none: nothing was added to the device"
    components:        ["linux-kernel 5.10.210 (usbcore, built without class drivers)"]
    deferred_to:       "model 310"
    basis: [
        "hospital.icu.breva.device = yes",
        "hospital.icu.breva.main.app.usb_front.boundaries = [hospital, hospital.icu, hospital.icu.breva, hospital.icu.breva.main]",
        "hospital.icu.breva.main.app.usb_front.debug = unknown",
        "hospital.icu.breva.main.app.usb_front.default = enabled",
        "hospital.icu.breva.main.app.usb_front.medium = wired",
        "hospital.icu.breva.main.app.usb_front.offers = [usb]",
        "hospital.icu.breva.main.app.usb_front.used = no",
    ]
}

/// The therapy board's debug connector.
respond TAM05 @ hospital.icu.breva.therapy.blower.swd {
    mitigate:       "Readout lock with software 2.4 (change C-77). Until then the connector can be reached only by opening the sealed housing with a tool and taking the ventilator out of use."
    controls:       [therapy_debug_lock]
    approved_by:    "Risk board, 2026-09-14"
    until:          2027-03-31
    decided:        2026-09-14
    owner:          "M. Osei, systems engineering"
    hazard:         ["HAZ-011", "HAZ-014", "HAZ-002"]
    why_not_design: "The connector is needed to program the board in production and cannot be left out."
    new_risks:      "A locked board can no longer be analysed after a complaint; the manufacturer keeps an unlock by erasure."
    components:     ["blower firmware 2.3"]
    deferred_to:    "software 2.4"
    basis: [
        "hospital.icu.breva.device = yes",
        "hospital.icu.breva.therapy.blower.swd.boundaries = [hospital, hospital.icu, hospital.icu.breva, hospital.icu.breva.therapy]",
        "hospital.icu.breva.therapy.blower.swd.debug = yes",
        "hospital.icu.breva.therapy.blower.swd.default = enabled",
        "hospital.icu.breva.therapy.blower.swd.locked = unknown",
    ]
}

/// Nobody logs in to change the ventilation.
respond SPF08 @ hospital.icu.breva.main.hmi {
    accept:      "A login before every change would delay help for a patient who cannot breathe (HAZ-006). Each change needs a turn and a push of the knob, is announced by a tone, recorded, and bounded by the hard limits of the therapy board. Badges follow with release 2.4 for configuration, not for therapy."
    evidence:    ["RMF-011", "VER-110", "VER-160"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
    decided:     2026-09-14
    owner:       "M. Osei, systems engineering"
    policy:      "RMP-300, table 4: access in an emergency outweighs misuse that is bounded and recorded"
    hazard:      ["HAZ-006", "HAZ-011"]
    new_risks:   "none: nothing was added to the device"
    components:  ["user interface 2.3"]
    basis: [
        "hospital.icu.breva.main.hmi.inbound = [hospital.icu.breva.screen, operate, service_menu]",
        "hospital.icu.breva.main.hmi.login = none",
        "operate.carries = [staff_login, user_input, vent_settings]",
        "operate.source = hospital.icu.clinician",
        "service_menu.carries = [service_code, service_command]",
        "service_menu.source = technician",
    ]
}

/// Clear text to the health record.
respond INF01 @ chart_values {
    transfer:          "The hospital's interface engine accepts no TLS, so neither design nor a protective measure in the ventilator can help. The operator keeps the connection inside the clinical segment or switches the export off; the instructions for use say so."
    evidence:          ["IFU-2.3, section 9.4"]
    approved_by:       "Risk board, 2026-09-14"
    until:             2027-09-30
    decided:           2026-09-14
    owner:             "A. Keller, product security"
    recipient:         operator
    assumptions:       [segment_exists]
    instruction:       "The export to the health record is not encrypted. Keep it inside the clinical network segment, or switch it off in the configuration menu under Export."
    instruction_place: "IFU-2.3 section 9.4"
    why_not_design:    "The values have to reach the record; without the export they are typed in by hand, with transcription errors."
    why_not_protect:   "The interface engines of the hospitals accept no TLS; a ventilator that insists on it exports nothing."
    no_hazard:         "reading the values harms privacy, not the patient's health; changed values are another threat"
    new_risks:         "none: nothing was added to the device"
    components:        ["hl7 encoder 1.8"]
    basis: [
        "chart_values.carries = [patient_identity, ventilation_values]",
        "chart_values.crosses = yes",
        "chart_values.encrypted = no",
        "chart_values.off_network = unknown",
        "chart_values.signal_only = unknown",
        "chart_values.source = hospital.icu.breva.main.comm",
        "chart_values.target = hospital.data_centre.ehr",
        "hospital.data_centre.ehr.boundaries = [hospital, hospital.data_centre]",
        "hospital.device = unknown",
        "hospital.icu.breva.main.comm.boundaries = [hospital, hospital.icu, hospital.icu.breva, hospital.icu.breva.main]",
        "hospital.icu.breva.main.device = unknown",
        "hospital.icu.device = unknown",
    ]
}

/// The hospital's time is taken on trust.
respond SPF05 @ set_clock {
    accept:      "Breaths are timed by the blower's own quartz. The clock follows the server by at most one second an hour; larger steps are refused and recorded. What remains is a log whose order is kept by its chain (REQ-SEC-062)."
    evidence:    ["VER-245", "VER-243"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
    decided:     2026-09-14
    owner:       "M. Osei, systems engineering"
    policy:      "RMP-300, table 4: no therapy depends on it"
    no_hazard:   "no breath, limit or alarm depends on the time of day"
    new_risks:   "none: nothing was added to the device"
    components:  ["chrony 4.5"]
    basis: [
        "set_clock.authentication = unknown",
        "set_clock.carries = [hospital_time]",
        "set_clock.crosses = yes",
        "set_clock.signal_only = unknown",
        "set_clock.source = hospital.data_centre.clock",
        "set_clock.target = hospital.icu.breva.main.comm",
        "set_clock.two_way = no",
    ]
}

/// The identity comes on trust, too.
respond SPF03 @ admit_patient {
    transfer:          "HL7 v2 as the hospitals speak it proves no sender, so a forged or mistaken name can reach the screen. The user compares the name with the patient and confirms it with the knob before ventilation starts; the confirmation is recorded. No setting and no alarm limit follows from the name."
    evidence:          ["VER-128", "UE-022", "IFU-2.3, section 5.1"]
    approved_by:       "Risk board, 2026-09-14"
    until:             2027-09-30
    decided:           2026-09-14
    owner:             "M. Osei, systems engineering"
    recipient:         user
    assumptions:       [name_checked, record_patched]
    instruction:       "Compare the patient's name on the screen with the patient before you confirm it. The name comes from the health record and can be wrong; if it is, choose Enter name by hand."
    instruction_place: "IFU-2.3 section 5.1"
    why_not_design:    "Typing every name at the bed brings more mistakes than the record does (UE-022)."
    why_not_protect:   "The hospitals' interface engines sign no messages and accept no TLS."
    hazard:            ["HAZ-031"]
    new_risks:         "A confirmation that is asked for too often is pressed unread; it is asked for once a patient."
    components:        ["hl7 decoder 1.8"]
    basis: [
        "admit_patient.authentication = none",
        "admit_patient.carries = [patient_identity]",
        "admit_patient.crosses = yes",
        "admit_patient.signal_only = unknown",
        "admit_patient.source = hospital.data_centre.ehr",
        "admit_patient.target = hospital.icu.breva.main.comm",
    ]
}

/// The same line, read by others.
respond INF01 @ admit_patient {
    transfer:          "As for the values on the way to the record: the hospital's interface engine accepts no TLS. The operator keeps the connection inside the clinical segment or switches the query off; names are then entered by hand."
    evidence:          ["IFU-2.3, section 9.4"]
    approved_by:       "Risk board, 2026-09-14"
    until:             2027-09-30
    decided:           2026-09-14
    owner:             "A. Keller, product security"
    recipient:         operator
    assumptions:       [segment_exists]
    instruction:       "Patients' names come from the health record without encryption. Keep the connection inside the clinical network segment, or switch it off in the configuration menu under Patient query."
    instruction_place: "IFU-2.3 section 9.4"
    why_not_design:    "Values without a name cannot be filed; names entered by hand bring more mistakes than they prevent (UE-022)."
    why_not_protect:   "The interface engines of the hospitals accept no TLS; a ventilator that insists on it gets no names."
    no_hazard:         "reading the name harms privacy, not the patient's health; a forged name is another threat"
    new_risks:         "none: nothing was added to the device"
    components:        ["hl7 decoder 1.8"]
    basis: [
        "admit_patient.carries = [patient_identity]",
        "admit_patient.crosses = yes",
        "admit_patient.encrypted = no",
        "admit_patient.off_network = unknown",
        "admit_patient.signal_only = unknown",
        "admit_patient.source = hospital.data_centre.ehr",
        "admit_patient.target = hospital.icu.breva.main.comm",
        "hospital.data_centre.device = unknown",
        "hospital.data_centre.ehr.boundaries = [hospital, hospital.data_centre]",
        "hospital.device = unknown",
    ]
}

/// The cable to the patient monitor.
respond INF11 @ show_values {
    accept:      "The cable is two metres long and ends at the same bed; whoever can tap it can read the screen above it. It carries values without a name, and the monitors on the compatibility list understand nothing but their makers' open formats."
    evidence:    ["RMF-034", "VER-172"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
    decided:     2026-09-14
    owner:       "A. Keller, product security"
    policy:      "RMP-300, table 4: nothing is disclosed that the screen does not show at the same place"
    no_hazard:   "reading the values harms privacy, not the patient's health; forged values are another threat"
    new_risks:   "none: nothing was added to the device"
    components:  ["monitor encoder 2.1"]
    basis: [
        "hospital.device = unknown",
        "hospital.icu.breva.main.app.boundaries = [hospital, hospital.icu, hospital.icu.breva, hospital.icu.breva.main]",
        "hospital.icu.breva.main.device = unknown",
        "hospital.icu.device = unknown",
        "hospital.icu.patient_monitor.boundaries = [hospital, hospital.icu]",
        "show_values.carries = [ventilation_values]",
        "show_values.crosses = yes",
        "show_values.encrypted = no",
        "show_values.off_network = yes",
        "show_values.signal_only = unknown",
        "show_values.source = hospital.icu.breva.main.app",
        "show_values.target = hospital.icu.patient_monitor",
    ]
}

/// A copied sensor.
respond SPF07 @ hospital.icu.breva.therapy.blower.sensor {
    accept:      "The memory of a single-use sensor can be copied. A copy that measures falsely is found by the comparison with the internal sensors within three breaths (VER-142) and answered by pressure control with an alarm; a copy that measures rightly harms nobody. A chip with a key in every sensor would have to be renewed with each crack of it."
    evidence:    ["VER-142", "VER-144", "RMF-027"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
    decided:     2026-09-14
    owner:       "M. Osei, systems engineering"
    policy:      "RMP-300, table 4: the effect is found and bounded by an independent function"
    hazard:      ["HAZ-011"]
    new_risks:   "none: nothing was added to the device"
    components:  ["blower firmware 2.3"]
    basis: [
        "hospital.icu.breva.device = yes",
        "hospital.icu.breva.therapy.blower.sensor.authenticated_access = unknown",
        "hospital.icu.breva.therapy.blower.sensor.boundaries = [hospital, hospital.icu, hospital.icu.breva, hospital.icu.breva.therapy]",
        "hospital.icu.breva.therapy.blower.sensor.carries = [flow_reading, sensor_identity]",
    ]
}

/// The screen is there to be read.
respond INF09 @ hospital.icu.breva.main.hmi.panel {
    transfer:          "Values and alarms have to be readable from the door of the room. The name is shown small and can be shortened to initials; how the bed and the screen stand is for the ward to decide."
    evidence:          ["UE-022", "IFU-2.3, section 4.1"]
    approved_by:       "Risk board, 2026-09-14"
    until:             2027-09-30
    decided:           2026-09-14
    owner:             "A. Keller, product security"
    recipient:         operator
    instruction:       "Place the ventilator so that visitors of other patients cannot read the screen. If they can, choose Initials only in the configuration menu under Privacy."
    instruction_place: "IFU-2.3 section 4.1"
    why_not_design:    "Values that are hidden until somebody touches the screen are seen too late (HAZ-002)."
    why_not_protect:   "A privacy filter also hides the values from staff who come in from the side."
    no_hazard:         "reading the screen harms privacy, not the patient's health"
    new_risks:         "Initials alone can be mistaken for another patient's; the full name is shown while it is confirmed."
    components:        ["user interface 2.3"]
    basis: [
        "hospital.icu.breva.main.hmi.panel.carries = [screen_content, service_code, service_command, staff_login, user_input, vent_settings]",
        "hospital.icu.breva.main.hmi.panel.direction = both",
        "hospital.icu.breva.main.hmi.panel.medium = human",
        "hospital.icu.breva.main.hmi.panel.out_of_sight = unknown",
    ]
}
