/// How Example Medical rates security risks: its own five by five matrix instead of the library's. Importing this file is enough; no rule is
/// touched.

/// Five steps, as the procedure for security risk management defines them.
scale ease "Exploitability" {
    e1 "E1 theoretical"
    e2 "E2 difficult"
    e3 "E3 possible"
    e4 "E4 easy"
    e5 "E5 trivial"
}

/// Five steps, shared with the safety risk file.
scale safety_severity "Severity" {
    s1 "S1 negligible"
    s2 "S2 minor"
    s3 "S3 serious"
    s4 "S4 critical"
    s5 "S5 catastrophic"
}

/// What the matrix says.
scale verdict "Risk" {
    green "green"
    amber "amber"
    red   "red"
}

/// Five by five, from the procedure.
scheme company "Example Medical 5 × 5" {
    version: "SOP-SEC-04 rev. C"
    policy:  "SOP-SEC-04 rev. C of Example Medical GmbH, approved by the risk board on 2026-03-02. Green needs no more controls. Amber and red need a decision of the risk board for each threat."

    exploitability: ease
    severity:       safety_severity
    level:          verdict
    acceptable:     [green]

    start {
        internal: e1
        physical: e2
        adjacent: e3
        network:  e4
        internet: e5
    }
    reduces {
        credential:      1
        user_action:     1
        equipment:       1
        insider:         2
        foothold:        1
        inherent_design: 4
        protective:      3
        information:     0
    }
    // what a harm of the model is called in the safety risk file
    severities {
        negligible:   s1
        minor:        s2
        serious:      s3
        critical:     s4
        catastrophic: s5
    }
    // E1, E2, E3, E4, E5
    matrix {
        s1: [green, green, green, green, amber]
        s2: [green, green, green, amber, amber]
        s3: [green, green, amber, amber, red]
        s4: [green, amber, amber, red, red]
        s5: [amber, amber, red, red, red]
    }
}
