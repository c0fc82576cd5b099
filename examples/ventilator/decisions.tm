/// What was decided about threats that stay open, and why.

/// The socket without a function.
respond ELV03 @ hospital.icu.breva.main.app.usb_front {
    accept:      "The socket supplies power, but no driver is loaded and nothing enumerates (VER-235). Removing it needs a new housing, which comes with model 310; a protective measure would be a plug that users lose. Until then the instructions for use name the socket and forbid its use."
    evidence:    ["VER-235", "IFU-2.3 section 9.3"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
}

/// The therapy board's debug connector.
respond TAM05 @ hospital.icu.breva.therapy.blower.swd {
    mitigate:    "Readout lock with software 2.4 (change C-77). Until then the connector can be reached only by opening the sealed housing with a tool and taking the ventilator out of use."
    controls:    [therapy_debug_lock]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-03-31
}

/// Nobody logs in to change the ventilation.
respond SPF08 @ hospital.icu.breva.main.hmi {
    accept:      "A login before every change would delay help for a patient who cannot breathe (HAZ-006). Each change needs a turn and a push of the knob, is announced by a tone, recorded, and bounded by the hard limits of the therapy board. Badges follow with release 2.4 for configuration, not for therapy."
    evidence:    ["RMF-011", "VER-110", "VER-160"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
}

/// Clear text to the health record.
respond INF01 @ chart_values {
    transfer:    "The hospital's interface engine accepts no TLS, so neither design nor a protective measure in the ventilator can help. The operator keeps the connection inside the clinical segment or switches the export off; the instructions for use say so."
    evidence:    ["IFU-2.3 section 9.4"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
}

/// The hospital's time is taken on trust.
respond SPF05 @ set_clock {
    accept:      "Breaths are timed by the blower's own quartz. The clock follows the server by at most one second an hour; larger steps are refused and recorded. What remains is a log whose order is kept by its chain."
    controls:    [log_chain]
    evidence:    ["VER-245"]
    approved_by: "Risk board, 2026-09-14"
    until:       2027-09-30
}
