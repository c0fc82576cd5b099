/// What was decided about threats that stay open, and why.

/// The socket without a function.
respond ELV03 @ hospital.icu.breva.main.app.usb_front {
    accept:            "The socket supplies power, but no driver is loaded and nothing enumerates (VER-235). Removing it needs a new housing, which comes with model 310; a protective measure would be a plug that users lose. Until then the instructions for use name the socket and forbid its use."
    evidence:          ["VER-235", "IFU-2.3 section 9.3"]
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
        "hospital.icu.breva.main.hmi.login = unknown",
        "operate.carries = [staff_login, user_input, vent_settings]",
        "operate.source = hospital.icu.clinician",
        "service_menu.carries = [service_code, service_command]",
        "service_menu.source = technician",
    ]
}

/// Clear text to the health record.
respond INF01 @ chart_values {
    transfer:          "The hospital's interface engine accepts no TLS, so neither design nor a protective measure in the ventilator can help. The operator keeps the connection inside the clinical segment or switches the export off; the instructions for use say so."
    evidence:          ["IFU-2.3 section 9.4"]
    approved_by:       "Risk board, 2026-09-14"
    until:             2027-09-30
    decided:           2026-09-14
    owner:             "A. Keller, product security"
    recipient:         operator
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
        "chart_values.encrypted = unknown",
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
