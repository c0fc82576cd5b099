/// What the manufacturer answers to clauses that no check over the model decides. What is not answered here appears in the matrices as asked.
/// TM: report on this threat model. RMF: risk management file. SAD: architecture. VVR: summary of verification and validation. PMS: plan for
/// post-market surveillance. IFU: instructions for use. T, PEN: test reports. SOP: quality procedure. The place in each stands behind the comma.
import std.mdr
import std.fda

// ---------------------------------------------------------------- IMDRF N60: principles

answer imdrf_n60.gp_1 {
    text:     "One file for Europe and the United States; the app is published in the shops of both from the same source."
    evidence: ["RA-14, section 2"]
    owner:    "Regulatory affairs"
}
answer imdrf_n60.gp_2 {
    text:     "From the first sketch to the announced end of the service. The dose is metered by the canister's valve: no control can hold it back."
    controls: [free_hand, service_end]
    evidence: ["SDP-14, section 6", "TM-14, section 5"]
    owner:    "L. Brandt, product security"
}
answer imdrf_n60.gp_3 {
    text:     "The telephone is the patient's, the practice's software the practice's, the cloud ours; each assumption names who answers for it."
    evidence: ["TM-14, section 4", "IFU-1.4, section 6"]
}
answer imdrf_n60.gp_4 {
    text:     "Reports come in by a public address; findings are published after 90 days at the latest."
    evidence: ["SOP-50, section 6"]
    owner:    "L. Brandt, product security"
}

// ---------------------------------------------------------------- IMDRF N60: considerations of table 1

answer imdrf_n60.comm_3 {
    text:     "Old telephones without secure connections are refused by the app; the inhaler works without one, and the lamp reminds. Practices that offer no mutual TLS get no records from release 1.5 on."
    controls: [lamp_reminds]
    evidence: ["T-216, section 2"]
}
answer imdrf_n60.comm_8 {
    text:     "The portal ends a session after fifteen minutes; the app asks again for biometrics or PIN after five."
    controls: [portal_timeout, app_lock]
}
answer imdrf_n60.data_3 {
    text:     "Message types and counters travel inside the encrypted Bluetooth connection and TLS. The advertisement carries neither name nor medicine."
    controls: [changing_address]
    evidence: ["SAD-14, section 5.2"]
}
answer imdrf_n60.auth_5 {
    text:     "The inhaler has no keys: a press of the button, which no radio can produce, and the code under the lid. In the app the biometrics of the telephone, in the portal a token."
    controls: [code_pairing, app_lock, portal_login]
    evidence: ["T-102, section 3"]
}
answer imdrf_n60.maint_1 {
    text:     "Firmware twice a year, the app every second month; the app tells when something is ready and why."
    evidence: ["SOP-46, section 3", "IFU-1.4, section 8"]
}
answer imdrf_n60.maint_2 {
    text:     "Chip software, radio stack and the app's libraries have an owner each and are compared with new vulnerabilities every night."
    controls: [inhaler_parts, cloud_parts]
    evidence: ["SOP-41, section 3"]
}
answer imdrf_n60.maint_3 {
    text:     "Patients update when they like and telephones age: the interface serves the last three versions of the app, and an inhaler without update goes on counting."
    evidence: ["SOP-46, section 6", "T-216, section 4"]
}
answer imdrf_n60.maint_5 {
    text:     "Each firmware passes the dose-counting and reminder tests on ten inhalers before it is released."
    controls: [quiet_update]
    evidence: ["SOP-46, section 4", "T-124, section 2"]
}
answer imdrf_n60.phys_1 {
    text:     "The patient carries the inhaler everywhere, and it cannot be locked away: a thief reads no keys out of the chip, and a lost inhaler is refused by the cloud."
    controls: [readout_protection, lost_inhaler]
    evidence: ["T-140, section 2"]
}
answer imdrf_n60.avail_1 {
    text:     "Refused pairings and requests by strangers are counted in the inhaler and shown in the app; unusual rates in the cloud alert the operator."
    controls: [plan_record, trail_space]
    evidence: ["T-110, section 4", "T-329, section 2"]
}
answer imdrf_n60.avail_2 {
    text:     "Strangers get no more than three requests a minute, and a flood costs less than a hundredth of the battery a day."
    controls: [quiet_radio, request_budget]
    evidence: ["T-110, section 3"]
}
answer imdrf_n60.avail_4 {
    text:     "The second image starts after a failed update; plan and counter survive a change of the coin cell; records in the cloud are restored within four hours."
    controls: [spare_image, plan_kept, daily_backup]
    evidence: ["T-123, section 2", "T-318, section 3"]
}

// ---------------------------------------------------------------- IMDRF N60: risk management, tests, plan

answer imdrf_n60.rm_1 { evidence: ["SOP-SEC-04, section 2", "RMP-12, section 3"] }
answer imdrf_n60.rm_5 {
    text:     "Inhaler, telephone, cloud and practice, from the programming in the factory to the erasure by the patient; a telephone with malware is the foreseeable misuse."
    evidence: ["TM-14, section 3"]
}
answer imdrf_n60.rm_6 { text: "CVSS with the questions of the rubric for medical devices.", evidence: ["SOP-50, section 4"] }
answer imdrf_n60.test_1 {
    text:     "Nightly comparison of components, static analysis of firmware and app, scan of the cloud images."
    controls: [inhaler_parts, cloud_parts]
    evidence: ["VVR-14, section 6.1"]
}
answer imdrf_n60.test_2 {
    text:     "An independent laboratory tested radio, app and cloud, and opened ten inhalers to look for other ways in."
    evidence: ["PEN-2026-1, section 3", "T-140, section 2"]
}
answer imdrf_n60.test_3 { text: "Each finding is held against Aera One and the spacer model with the same chip.", evidence: ["SOP-50, section 4.2"] }
answer imdrf_n60.plan_1 { evidence: ["PMS-14, section 3"] }
answer imdrf_n60.plan_2 { evidence: ["SOP-50, section 6"] }
answer imdrf_n60.plan_3 { evidence: ["SOP-46, section 3"] }
answer imdrf_n60.plan_4 {
    text:     "What patients do without app and cloud, and how the cloud comes back."
    evidence: ["SOP-47, section 4", "IFU-1.4, section 9"]
}
answer imdrf_n60.plan_5 { evidence: ["SOP-50, section 6"] }

// ---------------------------------------------------------------- IMDRF N60: labelling, customer documentation, submission, post-market

answer imdrf_n60.label_2 {
    text:     "Records come back from the cloud after a login on a new telephone; the plan stays in the inhaler."
    controls: [cloud_copy]
    evidence: ["IFU-1.4, section 7"]
}
answer imdrf_n60.label_4 { text: "One picture: inhaler, telephone, cloud, practice, and what passes between them.", evidence: ["IFU-1.4, section 2"] }
answer imdrf_n60.csd_3 {
    text:     "For patients: pairing step by step, and what to do with a lost inhaler. For practices: how the interface is connected."
    controls: [lost_inhaler]
    evidence: ["IFU-1.4, section 5", "PRC-1.4, section 3"]
}
answer imdrf_n60.csd_4 {
    text:     "The app tells of refused pairings, a changed plan, a lost connection and an altered record, each with what to do."
    evidence: ["IFU-1.4, section 9"]
}
answer imdrf_n60.csd_5 {
    not_applicable: "The patient sets no security configuration in the inhaler; bond and plan are the only things kept, and both come back by pairing."
}
answer imdrf_n60.csd_6b {
    text:     "In the app, confirmed by the patient, between two doses."
    controls: [quiet_update]
    evidence: ["IFU-1.4, section 8"]
}
answer imdrf_n60.csd_8 {
    text:     "The bill of materials is handed to practices that ask for it, by the portal, signed."
    evidence: ["SOP-41, section 6"]
}
answer imdrf_n60.sub_1 { evidence: ["SAD-14, section 2"] }
answer imdrf_n60.sub_2 { evidence: ["TM-14, section 5"] }
answer imdrf_n60.sub_4 { evidence: ["PMS-14, section 5"] }
answer imdrf_n60.sub_5 { evidence: ["IFU-1.4, section 6"] }
answer imdrf_n60.post_1 { text: "Practices get a page on accounts that lapse and on the second factor.", evidence: ["PRC-1.4, section 2"] }
answer imdrf_n60.post_2 { evidence: ["SOP-50, section 6"] }
answer imdrf_n60.post_3 { text: "Intake within a day, assessment by CVSS and by harm, a fix or a note in the app.", evidence: ["SOP-50, section 5"] }
answer imdrf_n60.post_4 {
    text:     "Firmware comes by the app and asks for nothing but a confirmation; the note states version, reason and what to do until then."
    evidence: ["SOP-46, section 5"]
}
answer imdrf_n60.post_5 { evidence: ["SOP-47, section 3"] }
answer imdrf_n60.post_6 {
    text:     "Support ends on 30 June 2032; the end of the service is announced a year before, and the inhaler goes on counting without it."
    controls: [service_end]
    evidence: ["SOP-44, section 2"]
}

// ---------------------------------------------------------------- MDR, Annex I

answer mdr.gspr_1 {
    text:     "Fewer missed doses against the risk of a false record; the dose itself does not depend on electronics."
    evidence: ["RMF-001, section 8"]
}
answer mdr.gspr_2 {
    text:     "Pairing asks for a press and a code, once: longer codes kept patients from pairing at all and were rejected."
    evidence: ["RMF-001, section 6.3"]
}
answer mdr.gspr_3 { evidence: ["RMP-12, section 2"] }
answer mdr.gspr_4 {
    text:     "Class of controls and reasons against higher ones for each threat; residual risk for each hazard."
    evidence: ["TM-14, section 5", "RMF-001, table 5"]
}
answer mdr.gspr_4_users {
    text:     "What a telephone with malware and a screen in view of others mean is told with what to do."
    evidence: ["IFU-1.4, section 6"]
}
answer mdr.gspr_5 {
    text:     "Confusing the app's record with the counter was the main use error; fifteen of fifteen patients went by the counter."
    evidence: ["T-410, section 6"]
}
answer mdr.gspr_8 { evidence: ["RMF-001, table 5"] }
answer mdr.gspr_14_1 {
    text:     "Canisters are keyed to the holder, and the app lists the telephones it runs on."
    controls: [canister_check]
    evidence: ["IFU-1.4, section 3", "T-037, section 2"]
}
answer mdr.gspr_14_2d {
    text:     "Doses and reminders depend on neither telephone nor cloud."
    controls: [free_hand, lamp_reminds]
    evidence: ["T-030, section 2", "T-040, section 2"]
}
answer mdr.gspr_14_5 {
    text:     "FHIR R4 to practice software, tried with three products; Bluetooth LE 5.2 with forty telephones."
    evidence: ["VVR-14, section 5.2"]
}
answer mdr.gspr_17_1 {
    text:     "Counting goes on over a change of the cell, and a fault of the electronics leaves the mechanical counter."
    controls: [plan_kept, free_hand]
    evidence: ["T-034, section 2", "T-030, section 3"]
}
answer mdr.gspr_17_2 { evidence: ["SDP-14, section 2", "TM-14, section 1"] }
answer mdr.gspr_17_3 {
    text:     "Sizes of screens, light outdoors, battery saving and blocked notifications were tried; the lamp reminds where the telephone does not."
    controls: [lamp_reminds]
    evidence: ["VVR-14, section 5.3"]
}
answer mdr.gspr_18_4 {
    not_applicable: "The inhaler does not monitor the patient's condition; reminders are no alarms of life-threatening situations."
}
answer mdr.gspr_22_1 {
    text:     "Patients from twelve years without training; tried with patients, carers and children in three homes."
    evidence: ["T-410, section 3"]
}
answer mdr.gspr_23_1a { text: "Leaflet with pictures, read by twelve patients; a separate page for practices.", evidence: ["T-410, section 7"] }
answer mdr.gspr_23_1g { evidence: ["IFU-1.4, section 10"] }
answer mdr.gspr_23_2m {
    text:     "No residual risk of this model needs a warning on the inhaler; the counter is marked as the one that counts."
    evidence: ["RMF-001, section 9"]
}
answer mdr.gspr_23_4g { evidence: ["IFU-1.4, section 10"] }
answer mdr.gspr_23_4h { text: "Versions of telephone systems, radio, memory for 300 doses.", evidence: ["IFU-1.4, section 11"] }
answer mdr.gspr_23_4i { evidence: ["IFU-1.4, section 4"] }
answer mdr.gspr_23_4j { text: "None needed beyond the leaflet.", evidence: ["IFU-1.4, section 1"] }
answer mdr.gspr_23_4k { text: "A test dose without canister shows in the app within a minute.", evidence: ["IFU-1.4, section 4"] }
answer mdr.gspr_23_4q { evidence: ["IFU-1.4, section 3"] }
answer mdr.gspr_23_4y { evidence: ["IFU-1.4, last page"] }
answer mdr.gspr_23_4z { evidence: ["IFU-1.4, section 12"] }

// ---------------------------------------------------------------- MDR, articles and annexes

answer mdr.art_10 { evidence: ["QMM-1, section 4"], owner: "Regulatory affairs" }
answer mdr.art_52 { text: "Class IIa, quality management system (Annex IX).", evidence: ["RA-14, section 3"], owner: "Regulatory affairs" }
answer mdr.art_62_4h { not_applicable: "There is no clinical investigation of this device." }
answer mdr.art_83 { evidence: ["SOP-60, section 2"] }
answer mdr.art_84 { evidence: ["PMS-14, section 1"] }
answer mdr.art_85 { not_applicable: "The device is in class IIa; article 86 asks for a periodic safety update report instead." }
answer mdr.art_86 { text: "Every second year.", evidence: ["PMS-14, section 8"] }
answer mdr.art_87 { evidence: ["SOP-61, section 3"] }
answer mdr.art_88 { evidence: ["SOP-61, section 6"] }
answer mdr.art_89 { evidence: ["SOP-61, section 5"] }
answer mdr.annex_ii { text: "Kept in the document system with full-text search; each part has an owner and a revision.", evidence: ["TD-14, part 1"] }
answer mdr.annex_ii_5 { evidence: ["RMF-001, section 8"] }
answer mdr.annex_ii_6 {
    text:     "Both revisions of the board, and the three newest versions of each telephone system."
    evidence: ["VVR-14, section 3"]
}
answer mdr.annex_ii_6_2g { evidence: ["VVR-14, section 5.2"] }
answer mdr.annex_iii { evidence: ["PMS-14, section 1"] }

// ---------------------------------------------------------------- FDA, premarket guidance

answer fda_premarket.objectives {
    text:     "Authenticity of doses and plans first, then their confidentiality; availability rests on the mechanics."
    evidence: ["TM-14, section 2"]
}
answer fda_premarket.scale {
    text:     "Full documentation: connected, used at home by lay persons. The worst case is an old telephone with malware on a crowded train."
    evidence: ["TM-14, section 1"]
}
answer fda_premarket.transfer {
    text:     "Two risks are left to the patient, with the sentence they are told."
    evidence: ["TM-14, section 5.4", "IFU-1.4, section 6"]
}
answer fda_premarket.report { evidence: ["TM-14, section 7"] }
answer fda_premarket.tm_1 { evidence: ["SOP-SEC-04, section 3"] }
answer fda_premarket.tm_2 { evidence: ["TM-14, section 5"] }
answer fda_premarket.tm_4 {
    text:     "Programming in the factory, publication of the app, use, updates, lost inhalers and erasure before disposal."
    evidence: ["TM-14, section 3"]
}
answer fda_premarket.tm_5 {
    text:     "STRIDE for each element and flow; attack trees were tried and found nothing that the flows had not shown."
    evidence: ["TM-14, section 2"]
}
answer fda_premarket.tm_6 { evidence: ["TM-14, section 3"] }
answer fda_premarket.ra_1 { text: "Ease of attack in five steps, E1 to E5; no probability.", evidence: ["SOP-SEC-04, section 4"] }
answer fda_premarket.ra_2 {
    text:     "Five by five matrix of the risk board; what touches HZ-03, HZ-04 or HZ-07 goes into the safety file."
    evidence: ["SOP-SEC-04, section 5", "RMF-001, section 5"]
}
answer fda_premarket.ra_3 { controls: [inhaler_parts, cloud_parts], evidence: ["SOP-41, section 4"] }
answer fda_premarket.interop_1 {
    text:     "Bluetooth pairing alone lets any owner of a telephone bond: code and button come on top, and the plan will be signed above the link."
    controls: [code_pairing, frame_checks]
    evidence: ["SAD-14, section 5.1"]
}
answer fda_premarket.interop_2 {
    text:     "Patients export their records from the app at any time, also without an account."
    evidence: ["IFU-1.4, section 7"]
}
answer fda_premarket.sbom {
    text:     "For firmware, app and cloud, with level and end of support of each component."
    controls: [inhaler_parts]
    evidence: ["SOP-41, section 3"]
}
answer fda_premarket.anomalies { text: "Four open anomalies were examined by categories of weakness.", evidence: ["VVR-14, section 8"] }
answer fda_premarket.controls {
    text:     "Each control has its requirement, criterion and test; the decision records list them by category."
    evidence: ["TM-14, section 6"]
}
answer fda_premarket.an {
    text:     "Bond by code and button, certificates of the cloud pinned in the app, second factor for physicians; no preset password anywhere."
    controls: [code_pairing, portal_login, own_accounts]
    evidence: ["T-101, section 2", "T-313, section 2"]
}
answer fda_premarket.az {
    text:     "Rights are checked for each record on the server; accounts lapse."
    controls: [record_rights, lapsing_accounts]
    evidence: ["T-310, section 3"]
}
answer fda_premarket.cr {
    text:     "Bluetooth LE secure connections with P-256, Ed25519 for firmware, Argon2id for passwords; keys of one inhaler open no other."
    controls: [own_codes, slow_hashes]
    evidence: ["SAD-14, section 6"]
}
answer fda_premarket.ci {
    text:     "Signed firmware, verified at every start, in a chip whose debug access is locked."
    controls: [signed_images, start_check, chip_lock]
    evidence: ["T-120, section 2", "T-140, section 2"]
}
answer fda_premarket.cf { controls: [record_encryption, app_encryption, readout_protection], evidence: ["T-317, section 2"] }
answer fda_premarket.lg {
    text:     "Plans in the inhaler, accesses in the cloud; the app shows both to the patient."
    controls: [plan_record, cloud_trail, trail_store]
    evidence: ["T-315, section 2"]
}
answer fda_premarket.rr { controls: [free_hand, lamp_reminds, spare_image], evidence: ["T-030, section 2"] }
answer fda_premarket.up { controls: [signed_images, image_counter, spare_image, quiet_update], evidence: ["T-123, section 2"] }
answer fda_premarket.view_all { evidence: ["SAD-14, section 3"] }
answer fda_premarket.view_a { text: "View context: home, telephone, cloud, shops, practice.", evidence: ["SAD-14, section 3.1"] }
answer fda_premarket.view_b {
    text:     "One cloud serves all patients: the paths to it end at rights for each record and at the limits of plans; release in steps is still planned."
    controls: [record_rights, plan_bounds, signed_images]
    evidence: ["SAD-14, section 3.2"]
}
answer fda_premarket.view_d { text: "Dose record, change of plan and update are drawn as sequences.", evidence: ["SAD-14, section 3.4"] }
answer fda_premarket.app2_7 {
    text:     "Inhaler to app, app to cloud, cloud to practice, and who checks what at each."
    controls: [frame_checks, request_checks]
    evidence: ["SAD-14, section 5.4"]
}
answer fda_premarket.app2_9 { evidence: ["SAD-14, section 6.1"] }
answer fda_premarket.app2_10 { evidence: ["SAD-14, section 6.2"] }
answer fda_premarket.app2_11 { not_applicable: "No proprietary cryptographic method is used." }
answer fda_premarket.app2_12 {
    text:     "Bonds in the inhaler, passwords and tokens in the cloud, certificates in the app."
    evidence: ["SAD-14, section 6.3"]
}
answer fda_premarket.app2_13 {
    text:     "Table of codes, bond keys, passwords, tokens and signing keys, from making to destruction."
    controls: [own_codes, button_erase]
    evidence: ["SAD-14, table 9"]
}
answer fda_premarket.app2_14 {
    text:     "Inhalers by number and key, patients and carers by account, physicians by practice."
    controls: [one_inhaler, lapsing_accounts]
    evidence: ["SAD-14, section 6.4"]
}
answer fda_premarket.app2_15 {
    text:     "New at each login, bound to app or browser, ended after fifteen minutes."
    controls: [session_rules, portal_timeout]
    evidence: ["T-325, section 2"]
}
answer fda_premarket.app2_20 { text: "The way of a dose record is drawn as call flow.", evidence: ["SAD-14, section 3.4"] }
answer fda_premarket.test_2 { text: "Each countered threat is tried along its flow.", evidence: ["VVR-14, section 6.2"] }
answer fda_premarket.test_3 {
    text:     "Fuzzing of radio frames, app interfaces and requests; 300 h on the inhaler."
    evidence: ["T-130, section 3", "T-311, section 2"]
}
answer fda_premarket.test_4 {
    text:     "Independent laboratory, twenty days, radio, app, cloud and opened inhalers."
    evidence: ["PEN-2026-1, section 2"]
}

// ---------------------------------------------------------------- FDA, labelling and plan

answer fda_premarket.label_2 { evidence: ["IFU-1.4, section 2"] }
answer fda_premarket.label_5 { evidence: ["SOP-41, section 6"] }
answer fda_premarket.label_6 { text: "The app shows versions of app and firmware, and where each comes from.", evidence: ["IFU-1.4, section 8"] }
answer fda_premarket.label_7 { evidence: ["IFU-1.4, section 9"] }
answer fda_premarket.label_8 { text: "The dose comes by hand, whatever the electronics do.", controls: [free_hand], evidence: ["IFU-1.4, section 1"] }
answer fda_premarket.label_9 { controls: [cloud_copy], evidence: ["IFU-1.4, section 7"] }
answer fda_premarket.label_10 { not_applicable: "The patient sets no security configuration in the inhaler." }
answer fda_premarket.label_12 {
    text:     "Accesses to the record are shown in the app for ten years and exported as a file."
    controls: [trail_store]
    evidence: ["IFU-1.4, section 7"]
}
answer fda_premarket.label_15 { evidence: ["SOP-50, section 6"] }
answer fda_premarket.label_16 { text: "Locking the app and going by the counter were tasks of the summative test.", evidence: ["T-410, section 5"] }
answer fda_premarket.plan_1 { evidence: ["SOP-50, section 2"] }
answer fda_premarket.plan_2 { evidence: ["SOP-50, section 3"] }
answer fda_premarket.plan_3 { evidence: ["SOP-41, section 4"] }
answer fda_premarket.plan_4 { text: "A penetration test each year.", evidence: ["PMS-14, section 6"] }
answer fda_premarket.plan_5 {
    text:     "Seven days in the cloud, thirty for app and firmware where something is exploited."
    evidence: ["SOP-50, section 5.3"]
}
answer fda_premarket.plan_6 { evidence: ["SOP-46, section 5"] }
answer fda_premarket.plan_8 { evidence: ["SOP-50, section 6"] }
answer fda_premarket.plan_9 { text: "A note in the app and on the website; practices by letter.", evidence: ["SOP-50, section 6"] }
answer fda_premarket.app4_ide { not_applicable: "The device is not investigational." }

// ---------------------------------------------------------------- FD&C Act, section 524B

answer fdca_524b.b_1 { evidence: ["SOP-50, section 3"], owner: "Regulatory affairs" }
answer fdca_524b.b_2 { controls: [signed_images, spare_image], evidence: ["SOP-46, section 3"], owner: "Regulatory affairs" }
answer fdca_524b.b_3 { evidence: ["SOP-41, section 3"], owner: "Regulatory affairs" }
