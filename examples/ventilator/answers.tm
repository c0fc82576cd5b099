/// What the manufacturer answers to clauses that no check over the model decides. What is not answered here appears in the matrices
/// as asked: some documents of this device are still to be written.
/// SOP: quality procedure. RMF: risk management file. IFU: instructions for use. VER: verification report.
import std.mdr
import std.fda
import std.mdcg

// ---------------------------------------------------------------- IMDRF N60

answer imdrf_n60.gp_4 {
    text:     "Vulnerabilities are shared with a sharing organisation of the health sector and published after coordination."
    evidence: ["SOP-17, section 6"]
    owner:    "A. Keller, product security"
}
answer imdrf_n60.comm_8 {
    text:     "Connections are renewed at least once a day; the station ends sessions of its users after ten minutes without input."
    controls: [mtls, station_sessions]
}
answer imdrf_n60.auth_5 { text: "A personal badge was chosen: gloves rule out fingerprints, and passwords take too long at the bed.", controls: [staff_badges] }
answer imdrf_n60.maint_1 { text: "Two planned software releases a year, described to hospitals when the device is delivered.", evidence: ["SOP-18", "IFU-2.3, section 9.7"] }
answer imdrf_n60.maint_2 { text: "Each third-party component has an owner and is reviewed monthly.", evidence: ["SOP-19"] }
answer imdrf_n60.maint_5 { text: "Each package passes the regression tests of ventilation before it is released.", evidence: ["SOP-18, section 5", "VER-150"] }
answer imdrf_n60.phys_1 { text: "The service sockets lie behind a locked and sealed door.", controls: [service_door] }
answer imdrf_n60.rm_1 { evidence: ["SOP-12", "RMF-001"] }
answer imdrf_n60.rm_5 { text: "This threat model: device, hospital, manufacturing, service and updates.", evidence: ["RMF-010"] }
answer imdrf_n60.rm_6 { text: "Known vulnerabilities are scored with CVSS and the rubric for medical devices.", evidence: ["SOP-17, section 4"] }
answer imdrf_n60.test_2 { text: "A laboratory that is independent of development tested the network socket and the service socket.", evidence: ["VER-290"] }
answer imdrf_n60.plan_1 { evidence: ["PMS-PLAN-300, section 3"] }
answer imdrf_n60.plan_2 { evidence: ["SOP-17"] }
answer imdrf_n60.plan_3 { evidence: ["SOP-18"] }
answer imdrf_n60.label_2 { text: "Export and import of the configuration by the biomedical engineer.", evidence: ["IFU-2.3, section 9.6"] }

// ---------------------------------------------------------------- MDR

answer mdr.gspr_1 { text: "Benefit and risk are weighed in the risk management file.", evidence: ["RMF-001, section 8"] }
answer mdr.gspr_3 { evidence: ["SOP-12", "RMF-001"] }
answer mdr.gspr_4 { text: "Each decision of the threat model states the class of its controls, and why a higher one was not practicable.", evidence: ["RMF-010"] }
answer mdr.gspr_5 { text: "Use errors are treated in the usability engineering file.", evidence: ["UEF-300"] }
answer mdr.gspr_14_1 { text: "Combinations are limited to the monitors and stations listed in the instructions.", evidence: ["IFU-2.3, section 4.2"] }
answer mdr.gspr_17_1 { text: "The therapy board ventilates without the main board and the network.", controls: [separate_board, runs_alone] }
answer mdr.gspr_17_2 { text: "Software life cycle with security activities from planning to maintenance.", evidence: ["SOP-30", "SDP-300"] }
answer mdr.gspr_17_3 { not_applicable: "No part of the software runs on a mobile platform." }
answer mdr.gspr_18_4 { text: "Alarms sound at the device, whatever the network does.", controls: [local_alarm] }
answer mdr.gspr_22_1 { not_applicable: "The ventilator is used by trained staff of an intensive-care unit, not by lay persons." }
answer mdr.gspr_23_4i { evidence: ["IFU-2.3, section 3"] }
answer mdr.gspr_23_4j { evidence: ["IFU-2.3, section 1.4"] }
answer mdr.gspr_23_4k { evidence: ["IFU-2.3, section 3.6"] }
answer mdr.gspr_23_4z { evidence: ["IFU-2.3, section 1.7"] }
answer mdr.art_62_4h { not_applicable: "There is no clinical investigation of this device." }
answer mdr.art_83 { evidence: ["SOP-40"] }
answer mdr.art_84 { evidence: ["PMS-PLAN-300"] }
answer mdr.art_85 { not_applicable: "The device is in class IIb; article 86 asks for a periodic safety update report instead." }
answer mdr.art_87 { evidence: ["SOP-41"] }
answer mdr.annex_ii_5 { evidence: ["RMF-001"] }

// ---------------------------------------------------------------- FDA

answer fda_premarket.report { text: "Written for each release; the report of this version is in preparation." }
answer fda_premarket.tm_1 { text: "This threat model covers every element of the system and is revised with each release.", evidence: ["SOP-12, section 4"] }
answer fda_premarket.tm_5 { text: "STRIDE for each element and flow, because the device is described as a data-flow diagram already.", evidence: ["RMF-010, section 2"] }
answer fda_premarket.ra_1 { text: "Risk is rated by exploitability and severity, before and after controls.", evidence: ["SOP-12, section 5"] }
answer fda_premarket.ci { controls: [signed_packages, verified_start, image_locked] }
answer fda_premarket.cf { controls: [element_keys, disk_encryption] }
answer fda_premarket.lg { controls: [audit_trail, log_chain, log_space] }
answer fda_premarket.rr { controls: [runs_alone, separate_board] }
answer fda_premarket.up { text: "Signed packages, installed in standby only; an older version is refused.", controls: [signed_packages, standby_interlock, no_rollback] }
answer fda_premarket.app2_11 { not_applicable: "No proprietary cryptographic method is used." }
answer fda_premarket.app4_ide { not_applicable: "The device is not investigational." }
answer fda_premarket.test_3 { text: "Fuzzing of the network parsers and of the package format.", evidence: ["VER-250", "VER-252"] }
answer fda_premarket.test_4 { evidence: ["VER-290"] }
answer fda_premarket.plan_1 { text: "The head of product security is in charge.", evidence: ["SOP-17, section 2"] }
answer fda_premarket.plan_2 { evidence: ["SOP-17, section 3"] }
answer fda_premarket.plan_8 { evidence: ["SOP-17, section 6"] }

// ---------------------------------------------------------------- MDCG 2019-16

answer mdcg_2019_16.p1 { evidence: ["SOP-30", "SDP-300, section 7"] }
answer mdcg_2019_16.p2 { text: "Security requirements are kept with those of the product; each control of this model names its own.", evidence: ["SRS-300"] }
answer mdcg_2019_16.p3 { controls: [separate_board, image_locked, lan_budget] }
answer mdcg_2019_16.p6 { evidence: ["SOP-17"] }
answer mdcg_2019_16.p7 { evidence: ["SOP-18"] }
answer mdcg_2019_16.cap_plok { controls: [service_door] }
answer mdcg_2019_16.cap_dtbk { evidence: ["IFU-2.3, section 9.6"] }
answer mdcg_2019_16.cap_didt { not_applicable: "The device keeps no records of patients; the hospital's systems do." }
answer mdcg_2019_16.ifu_j { evidence: ["IFU-2.3, section 1.4"] }
answer mdcg_2019_16.env_net_1 { text: "Asked of the hospital; the worst case of the model is a flat network.", controls: [ward_segment] }
