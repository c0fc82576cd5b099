/// What was decided, what must always hold, and the pictures.

/// Bystanders see the lamp and the telephone.
respond INF09 @ home.around.phone.app.screen {
    transfer:          "The patient holds the telephone and decides who sees it; hiding the dose record on the patient's own screen would hide what the app is for. The instructions for use recommend locking the app."
    evidence:          ["IFU-1.4 section 6"]
    approved_by:       "Risk board, 2026-08-20"
    until:             2027-08-31
    decided:           2026-08-20
    owner:             "Product security"
    recipient:         user
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

assert "patient data leave the inhaler only encrypted": all f in home.around.inhaler.main.ble.flows where (f.encrypted or not (any d in f.carries where (d is PatientData)))
assert "passwords are kept only in the patient records": all s in account_login.held_by where (s == cloud.inner.records)
assert "the practice software cannot reach the inhaler": not reaches(practice.ehr, home.around.inhaler.main)

/// Everything at one glance.
view context "System context" { of: [home, cloud, internet, practice], depth: 2 }
/// The inhaler opened.
view device "Inhaler" { of: [home.around.inhaler, home.around.phone], depth: 2, layers: [ports, threat_counts] }
/// How firmware reaches the inhaler.
view update_path "Way of an update" {
    of:    [release_engineer, cloud.inner, cloud.updates, home.around.phone, home.around.inhaler]
    depth: 2
    flows: [publish_firmware, offer_firmware, download_firmware, update_inhaler, home.around.inhaler.keep_image, home.around.inhaler.load_image, home.around.inhaler.start_main]
}
/// How a dose gets from the patient's breath to the carer's screen.
view dose_story "Way of a dose record" {
    style: sequence
    of:    [home.around.patient, home.around.inhaler, home.around.phone, cloud.api, cloud.portal, cloud.inner, home.around.carer]
    flows: [inhale, home.around.inhaler.sense, home.around.inhaler.keep_doses, fetch_doses, home.around.phone.keep_app_data, upload,
        store_doses, look_after, show_records]
}
