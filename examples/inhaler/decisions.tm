/// What was decided, what must always hold, and the pictures.

/// Bystanders see the lamp and the telephone.
respond INF09 @ home.around.phone.app.screen {
    transfer:          "The patient holds the telephone and decides who sees it; hiding the dose record on the patient's own screen would hide what the app is for. The instructions for use recommend locking the app."
    evidence:          ["IFU-1.4, section 6"]
    approved_by:       "Risk board, 2026-08-20"
    until:             2027-08-31
    decided:           2026-08-20
    owner:             "Product security"
    recipient:         user
    assumptions:       [phone_kept]
    instruction:       "Lock your telephone and, in the settings of the app, the app itself. Whoever sees your unlocked screen can read your dose record."
    instruction_place: "IFU-1.4 section 6"
    why_not_design:    "The patient has to be able to read the record; it is what the app is for."
    why_not_protect:   "A filter or a blurred screen is in the patient's hand, not in ours; the app lock is offered and can be switched off."
    no_hazard:         "reading the record harms privacy, not the patient's health"
    new_risks:         "none: nothing was added to the app"
    components:        ["app 1.4"]
    basis: [
        "home.around.phone.app.screen.carries = [account_login, app_input, app_screen, consent, dose_event, pairing_code, reminder]",
        "home.around.phone.app.screen.direction = both",
        "home.around.phone.app.screen.medium = human",
        "home.around.phone.app.screen.out_of_sight = unknown",
    ]
}

/// A copied canister.
respond SPF07 @ home.around.inhaler.main.reader {
    accept:      "The pattern only labels the record. It neither releases nor blocks a dose, and a wrong label is visible in the app; canisters are dispensed by pharmacies."
    evidence:    ["RMF-021"]
    approved_by: "Risk board, 2026-08-20"
    until:       2027-08-31
    decided:     2026-08-20
    owner:       "Risk management"
    policy:      "RMP-12, section 5: no influence on the dose"
    hazard:      ["HZ-07"]
    new_risks:   "none: nothing was added to the inhaler"
    components:  ["inhaler firmware 1.4"]
    basis: [
        "home.around.inhaler.device = yes",
        "home.around.inhaler.main.reader.authenticated_access = unknown",
        "home.around.inhaler.main.reader.boundaries = [home, home.around, home.around.inhaler]",
        "home.around.inhaler.main.reader.carries = [canister_id]",
    ]
}

/// Firmware for all inhalers from one server.
respond ELV07 @ cloud.updates {
    mitigate:       "Release by two people and in steps is being introduced with release 1.5. Until then the signing key is kept off the cloud, so that the server cannot make firmware of its own."
    controls:       [staged_release, signed_images]
    approved_by:    "Risk board, 2026-08-20"
    until:          2027-02-28
    decided:        2026-08-20
    owner:          "Cloud operations"
    hazard:         ["HZ-03", "HZ-04"]
    why_not_design: "Inhalers in the field need updates, and one server has to offer them."
    new_risks:      "An urgent correction takes two people and, in steps, up to three days; an emergency release is described in SOP-40."
    components:     ["update service 1.4"]
    deferred_to:    "release 1.5"
    basis: [
        "cloud.updates.boundaries = [cloud]",
        "cloud.updates.dual_control = unknown",
        "cloud.updates.outbound = [download_firmware]",
        "download_firmware.carries = [firmware]",
        "download_firmware.crosses = yes",
        "download_firmware.signal_only = unknown",
        "download_firmware.source = home.around.phone.app",
        "download_firmware.target = cloud.updates",
    ]
}

/// A plan is written for one patient, by one physician.
respond ELV07 @ cloud.api {
    accept:      "Whoever holds the interface could change the plans of many patients. A second person for each prescription would keep changes from patients who need them, so the effect is bounded where it arises: inhaler and app refuse plans above the approved maximum, the lamp only reminds, and the dose is taken by hand. From release 1.5 on the inhaler also refuses plans that no physician has signed."
    evidence:    ["T-033", "T-038", "RMF-024"]
    approved_by: "Risk board, 2026-08-20"
    until:       2027-02-28
    decided:     2026-08-20
    owner:       "Cloud operations"
    policy:      "SOP-SEC-04, section 6.3: red risks may stand until a dated correction where the device bounds the effect"
    hazard:      ["HZ-03", "HZ-04"]
    new_risks:   "none: nothing was added to the cloud"
    components:  ["app interface 1.4"]
    deferred_to: "release 1.5"
    basis: [
        "cloud.api.boundaries = [cloud]",
        "cloud.api.dual_control = no",
        "cloud.api.outbound = [download_plan, file_doses, log_api, send_push, store_doses]",
        "download_plan.carries = [dose_plan, session]",
        "download_plan.crosses = yes",
        "download_plan.signal_only = unknown",
        "download_plan.source = cloud.api",
        "download_plan.target = home.around.phone.app",
    ]
}

/// A reminder that nobody sent.
respond DOS02 @ deliver_push {
    accept:      "What the push service delivers is only a nudge: the app compares it with the plan it keeps and shows nothing that is not due. A flood of nudges costs battery and attention of the telephone; the lamp at the inhaler goes by the plan alone. The telephone's maker offers no other way to reach a sleeping app."
    evidence:    ["T-216", "T-040"]
    approved_by: "Risk board, 2026-08-20"
    until:       2027-08-31
    decided:     2026-08-20
    owner:       "Product security"
    policy:      "RMP-12, section 5: no influence on the dose"
    hazard:      ["HZ-04"]
    new_risks:   "none: nothing was added to the app"
    components:  ["app 1.4"]
    basis: [
        "deliver_push.authentication = target",
        "deliver_push.carries = [reminder]",
        "deliver_push.crosses = yes",
        "deliver_push.signal_only = unknown",
        "deliver_push.source = internet.push",
        "deliver_push.target = home.around.phone.platform",
        "internet.device = unknown",
        "internet.push.boundaries = [internet]",
    ]
}

/// A reminder is the patient's to switch off.
respond SAF01 @ home.around.inhaler.main {
    accept:      "Patients whose plan has changed, or who do not want to be seen with the lamp, may switch reminders off for good; one that cannot be switched off is taped over, and the inhaler stays at home (UE-015). The app shows on its first page that reminders are off and asks again after four weeks; the dose record shows missed doses to patient and physician all the same."
    evidence:    ["UE-015", "T-041", "RMF-022"]
    approved_by: "Risk board, 2026-08-20"
    until:       2027-08-31
    decided:     2026-08-20
    owner:       "Risk management"
    policy:      "RMP-12, section 5: no influence on the dose"
    hazard:      ["HZ-04"]
    new_risks:   "none: nothing was added to the inhaler"
    components:  ["inhaler firmware 1.4", "app 1.4"]
    basis: [
        "home.around.inhaler.device = yes",
        "home.around.inhaler.main.alarm_pause_bounded = unknown",
        "home.around.inhaler.main.boundaries = [home, home.around, home.around.inhaler]",
        "home.around.inhaler.main.outbound = [advertise, fetch_doses, home.around.inhaler.keep_doses, home.around.inhaler.keep_image, home.around.inhaler.use_bond, remind]",
        "remind.carries = [reminder]",
        "remind.target = home.around.patient",
    ]
}

/// The telephone is the patient's.
respond TAM10 @ home.around.phone.app {
    transfer:          "Which programs run on a telephone is for its owner to decide. The app refuses telephones without security updates or with a broken system, keeps its data encrypted, and the inhaler checks and bounds whatever comes from it; the rest is left to the patient."
    evidence:          ["T-211", "T-217", "IFU-1.4, section 6"]
    approved_by:       "Risk board, 2026-08-20"
    until:             2027-08-31
    decided:           2026-08-20
    owner:             "Product security"
    recipient:         user
    assumptions:       [phone_kept, counter_trusted]
    instruction:       "Keep the system of your telephone up to date and install apps from its own store only. Malicious software on the telephone can read and falsify the doses shown there; in doubt go by the counter on the inhaler."
    instruction_place: "IFU-1.4 section 6"
    why_not_design:    "A display of its own would need a larger, rechargeable inhaler, which patients leave at home (UE-014)."
    why_not_protect:   "No app can control what else runs on a telephone that its owner administers."
    hazard:            ["HZ-03", "HZ-04"]
    new_risks:         "Patients with an old telephone cannot use the app; the inhaler works without it."
    components:        ["app 1.4"]
    basis: [
        "advertise.crosses = yes",
        "download_firmware.crosses = yes",
        "download_plan.crosses = yes",
        "fetch_doses.crosses = yes",
        "home.around.phone.app.application_control = unknown",
        "home.around.phone.app.inbound = [advertise, download_firmware, download_plan, fetch_doses, home.around.phone.install_app, home.around.phone.keep_app_data, use_app]",
        "home.around.phone.app.operating_system = general_purpose",
        "use_app.crosses = yes",
    ]
}
