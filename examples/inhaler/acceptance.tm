/// What each control has to meet, and what it could do to safety.

extend code_pairing {
    acceptance_criterion: "No pairing without the code in 1000 attempts; a pause after five."
    side_effects:         "A patient who loses the code sees no dose record; the inhaler works without pairing."
}
extend quiet_radio {
    acceptance_criterion: "Less than 1 % of the battery in 24 h of requests by strangers."
    side_effects:         "A slow connection to the patient's own telephone while a stranger calls; no dose depends on it."
}
extend signed_images {
    acceptance_criterion: "None of 1000 altered or unsigned packages is installed."
    side_effects:         "None on the dose: a refused package leaves the running firmware in place."
    verification:         ["T-120"]
    result:               "passed with release 1.4"
}
extend start_check {
    acceptance_criterion: "No altered image starts in 100 attempts."
    side_effects:         "A damaged image keeps the electronics from starting; the mechanics release the dose, the counter on the inhaler counts."
}
extend image_counter {
    acceptance_criterion: "No image with a lower version is installed."
    side_effects:         "A faulty new version cannot be taken back in the field."
}
extend plan_bounds {
    acceptance_criterion: "No plan above the approved maximum is accepted."
    side_effects:         "An exceptional plan of the physician is refused; the app says so and names the limit."
}
extend frame_checks {
    acceptance_criterion: "No crash in 300 h of fuzzing."
    side_effects:         "A refused message is repeated; doses are kept until the app has them."
}
extend chip_lock {
    acceptance_criterion: "A debugger gets no access on 20 of 20 chips."
    side_effects:         "A returned inhaler cannot be read out; the analysis uses the counter."
}
extend readout_protection {
    acceptance_criterion: "No key is read out by an accredited laboratory within 10 days."
    side_effects:         "None on the dose."
}
extend own_codes {
    acceptance_criterion: "No code or key occurs twice in a lot of 10 000."
    side_effects:         "None on the dose."
}
extend image_check {
    acceptance_criterion: "An altered stored image is not installed."
    side_effects:         "None on the dose: the running firmware stays."
}
extend button_erase {
    acceptance_criterion: "No dose record and no key is found after erasure."
    side_effects:         "Erasure by mistake loses the record; the button has to be held for 20 s."
}
extend app_lock {
    acceptance_criterion: "No dose record is visible without PIN or biometrics."
    side_effects:         "A locked app shows no reminder text; the tone and the inhaler do not depend on it."
    description:          "The telephone is the patient's own; the app is supplied by the manufacturer and releases no dose."
}
extend app_checks {
    acceptance_criterion: "No crash in 100 h of fuzzing of both interfaces."
    side_effects:         "A refused reply shows the last record with its age."
    description:          "The app is supplied by the manufacturer; the inhaler checks what it gets by itself (SR-09)."
}
extend app_encryption {
    acceptance_criterion: "No clear text on a rooted telephone without the unlock."
    side_effects:         "A reset telephone loses doses that were not uploaded; the inhaler keeps 200."
    description:          "Data on the patient's telephone, not in the inhaler."
}
extend record_rights {
    acceptance_criterion: "No account reads or writes a record without consent, in the full matrix."
    side_effects:         "A withdrawn consent blinds the carer: the app tells both."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend request_checks {
    acceptance_criterion: "No finding above low in the yearly penetration test."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend request_budget {
    acceptance_criterion: "Registered apps are answered within 5 s under a tenfold load."
    side_effects:         "An upload comes later; the app keeps its data."
    description:          "The cloud is supplied by the manufacturer; no dose waits for it."
}
extend portal_login {
    acceptance_criterion: "No login without the second factor."
    side_effects:         "A physician without the token cannot change the plan; the old one stays in force."
    description:          "The portal is supplied by the manufacturer; a plan outside the approved limits is refused by the inhaler (SF-02)."
}
extend portal_timeout {
    acceptance_criterion: "A session ends after 15 minutes."
    side_effects:         "Unsaved changes of a plan are lost and have to be entered again."
    description:          "As for the login of the portal."
}
extend cloud_trail {
    acceptance_criterion: "Every access to a record leaves an entry."
    side_effects:         "None on the dose."
    description:          "Accesses happen in the cloud and are recorded there."
}
extend trail_store {
    acceptance_criterion: "No entry can be changed by any account of the operator."
    side_effects:         "None on the dose."
    description:          "Accesses happen in the cloud and are recorded there."
}
extend record_encryption {
    acceptance_criterion: "No clear text in storage or snapshots."
    side_effects:         "None on the dose; a lost key is restored from escrow within 4 h."
    description:          "Data in the cloud, not in the inhaler."
}
extend daily_backup {
    acceptance_criterion: "A restore within 4 h, tried each quarter."
    side_effects:         "Up to a day of uploads is sent again by the apps."
    description:          "Data in the cloud, not in the inhaler."
}
extend slow_hashes {
    acceptance_criterion: "Less than 10 guesses a second and graphics card."
    side_effects:         "Login takes half a second longer."
    description:          "Passwords are kept in the cloud only."
}
extend operator_token {
    acceptance_criterion: "No administrator logs in without the token."
    side_effects:         "None on the dose."
    description:          "Protects the accounts of the manufacturer's staff; the inhaler verifies firmware by itself (SR-05)."
}
extend staged_release {
    acceptance_criterion: "No package reaches a second step without the release of a second person."
    side_effects:         "An urgent correction reaches the last inhaler up to three days later."
    description:          "The inhaler cannot tell a signed bad package from a good one; people have to."
}
extend signed_plan {
    acceptance_criterion: "No unsigned or altered plan is accepted by the inhaler."
    side_effects:         "A plan signed with an expired key is refused; the old one stays in force."
    description:          "The portal signs; the inhaler will check the signature and holds the limits already (SF-02)."
}
