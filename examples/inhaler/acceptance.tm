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
    acceptance_criterion: "A debugger gets no access on 20 of 20 chips, and on no board at the end of the line."
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
    acceptance_criterion: "No dose record is visible without PIN or biometrics, nor after five minutes without touch."
    side_effects:         "A locked app shows no reminder text; the tone and the inhaler do not depend on it."
    description:          "The telephone is the patient's own; the app is supplied by the manufacturer and releases no dose."
}
extend app_checks {
    acceptance_criterion: "No crash in 100 h of fuzzing of both interfaces; no plan above the approved maximum is passed on."
    side_effects:         "A refused reply shows the last record with its age."
    description:          "The app is supplied by the manufacturer; the inhaler checks what it gets by itself (SR-09)."
}
extend app_encryption {
    acceptance_criterion: "No clear text on a rooted telephone without the unlock."
    side_effects:         "A reset telephone loses doses that were not uploaded; the inhaler keeps 300."
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
extend spare_image {
    acceptance_criterion: "Working firmware runs after each of 100 interrupted or faulty updates."
    side_effects:         "A taken-back update is tried again the next day; no dose depends on it."
}
extend quiet_update {
    acceptance_criterion: "No installation begins within an hour of a planned dose, in 50 attempts."
    side_effects:         "An update waits for days with a plan of many doses; the app says so."
}
extend changing_address {
    acceptance_criterion: "No inhaler is recognised again after 16 minutes by a recorder of the market."
    side_effects:         "A telephone that has lost the bond finds the inhaler by the button only."
}
extend plan_record {
    acceptance_criterion: "Each of 50 changes is found with its time after a change of the battery."
    side_effects:         "None on the dose."
}
extend record_checks {
    acceptance_criterion: "An altered record or plan is found in each of 100 attempts."
    side_effects:         "An altered plan is not used: the lamp shows a fault, the app asks for the plan again."
}
extend lost_inhaler {
    acceptance_criterion: "Records of a reported inhaler are refused by app and cloud from the next minute on."
    side_effects:         "An inhaler that is found again is paired anew; doses are counted all the same."
}
extend inhaler_parts {
    acceptance_criterion: "Each of 10 seeded entries is noticed within 24 h."
    side_effects:         "None on the dose: it is a process of the manufacturer."
}
extend free_hand {
    acceptance_criterion: "A dose is released in 100 of 100 strokes without a battery."
    side_effects:         "None: it is the safety function itself."
}
extend plan_kept {
    acceptance_criterion: "The same plan and count after 100 of 100 restarts and changes of the battery."
    side_effects:         "With both copies damaged the lamp shows a fault; the mechanical counter counts."
}
extend cell_gauge {
    acceptance_criterion: "The lamp and the app warn at least 14 days before the end, with 30 cells of three makers."
    side_effects:         "A cold inhaler warns too early."
}
extend steady_counter {
    acceptance_criterion: "No reminder is repeated or left out in 200 changes of time and zone."
    side_effects:         "After a journey the lamp keeps the old hours until the patient confirms the new ones."
}
extend canister_check {
    acceptance_criterion: "Each of 20 wrong or expired canisters is shown within a minute of insertion."
    side_effects:         "A worn pattern is shown as unknown; the dose is released all the same."
}
extend app_seal {
    acceptance_criterion: "None of 100 altered files is read."
    side_effects:         "An altered file is replaced by the copy in the cloud."
    description:          "Data on the patient's telephone, not in the inhaler."
}
extend phone_keys {
    acceptance_criterion: "No key is found in a full copy of the telephone's memory."
    side_effects:         "Old telephones cannot be used; the inhaler works without the app."
    description:          "Data on the patient's telephone, not in the inhaler."
}
extend cloud_copy {
    acceptance_criterion: "All records uploaded before are there again within 10 minutes."
    side_effects:         "Doses since the last upload come from the inhaler, which keeps 300."
    description:          "Data on the patient's telephone, not in the inhaler."
}
extend account_password {
    acceptance_criterion: "No password of the list of 10 million known ones is accepted."
    side_effects:         "A forgotten password keeps records on the telephone until it is renewed."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend slow_guesses {
    acceptance_criterion: "Fewer than 100 guesses a day on one account, and 1000 from one address."
    side_effects:         "The patient waits up to 15 minutes after five wrong tries; the app goes on without the cloud."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend own_accounts {
    acceptance_criterion: "No account with a preset password is found in the yearly review."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend guarded_reset {
    acceptance_criterion: "No account is taken over in 20 attempts by the testers' help-desk calls."
    side_effects:         "A patient without telephone and inhaler gets a new account at the practice."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend lapsing_accounts {
    acceptance_criterion: "A removed account opens nothing from the next minute on."
    side_effects:         "A physician back from leave is confirmed again; the plan in force stays."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend session_rules {
    acceptance_criterion: "No session is guessed, planted or used elsewhere in the penetration test."
    side_effects:         "A changed telephone needs a new login."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend portal_pages {
    acceptance_criterion: "No foreign script runs and no foreign request is accepted in the penetration test."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend plan_entry_limits {
    acceptance_criterion: "No plan above the approved maximum is stored."
    side_effects:         "An exceptional plan is refused; the portal names the limit."
    description:          "The inhaler holds the same limits by itself (SF-02)."
}
extend one_inhaler {
    acceptance_criterion: "In 50 exchanges of telephones and inhalers no dose appears under another name."
    side_effects:         "A second-hand inhaler is refused until its first owner gives it up."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend cloud_parts {
    acceptance_criterion: "A critical flaw is repaired within seven days."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend cloud_as_code {
    acceptance_criterion: "No store answers without a login in the monthly scan from outside."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend trail_space {
    acceptance_criterion: "No entry of another account is lost under a flood from one."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend push_client {
    acceptance_criterion: "The service takes no message for the app without the certificate."
    side_effects:         "With an expired certificate the telephone does not remind; the lamp does."
    description:          "The lamp at the inhaler reminds without it (SF-08)."
}
extend lamp_reminds {
    acceptance_criterion: "Every due dose is shown by the lamp for 30 days without telephone."
    side_effects:         "None: it is the reminder itself."
    description:          "Named at the messages it stands in for; the lamp is in the inhaler."
}
extend service_end {
    acceptance_criterion: "The plan is tried on the test cloud each year: inhalers and apps go on without it."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend sealed_doses {
    acceptance_criterion: "No altered or foreign record is stored."
    side_effects:         "A record whose seal is refused is shown as unconfirmed."
    description:          "The inhaler will seal the records; the check is in the cloud."
}
extend practice_tls {
    acceptance_criterion: "No practice takes a record without our certificate."
    side_effects:         "A practice with an expired certificate gets no records; the portal shows them."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
extend cloud_rights {
    acceptance_criterion: "No container runs as root or reaches another one's secrets."
    side_effects:         "None on the dose."
    description:          "The cloud is supplied by the manufacturer; no dose depends on it."
}
