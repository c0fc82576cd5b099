/// What the manufacturer answers to clauses that no check over the model decides, or decides only in part. What is not answered here
/// appears in the matrices as asked: some documents of this device are still to be written.
/// SOP: quality procedure. RMF: risk management file. SRS: security requirements. SAD: architecture. SVR: summary of verification and
/// validation. UEF: usability engineering file. IFU: instructions for use. VER: verification report. The place in each stands behind the comma.
import std.mdr
import std.fda
import std.mdcg

// ---------------------------------------------------------------- IMDRF N60: principles

answer imdrf_n60.gp_1 {
    text:     "One technical file serves the European and the American submission; each document names the clauses of both that it is written for."
    evidence: ["RA-300, section 2"]
    owner:    "Regulatory affairs"
}
answer imdrf_n60.gp_2 {
    text:     "Security activities run from the concept to the end of support in 2036. No control stands between the user and ventilation: the therapy board goes on when any of them refuses, and each control states its effect on safety."
    controls: [separate_board, runs_alone, open_in_emergency]
    evidence: ["SDP-300, section 7", "RMF-010, section 6"]
    owner:    "M. Osei, systems engineering"
}
answer imdrf_n60.gp_3 {
    text:     "Each assumption of the threat model has one owner: manufacturer, operator or user. The instructions give hospitals their part, and the agreement on service repeats it."
    evidence: ["IFU-2.3, section 9.1", "RMF-010, section 4"]
    owner:    "A. Keller, product security"
}
answer imdrf_n60.gp_4 {
    text:     "Vulnerabilities are shared with a sharing organisation of the health sector and published after coordination."
    evidence: ["SOP-17, section 6"]
    owner:    "A. Keller, product security"
}

// ---------------------------------------------------------------- IMDRF N60: considerations of table 1

answer imdrf_n60.comm_3 {
    text:     "Hospitals whose interface engine accepts no TLS are named in the model: the export to the health record and the query of names stay in clear text, can be switched off, and carry nothing that changes ventilation. Without any network the ventilator works alone."
    controls: [runs_alone, ward_segment]
    evidence: ["IFU-2.3, section 9.4"]
}
answer imdrf_n60.comm_8 {
    text:     "Connections are renewed at least once a day; the station ends sessions of its users after five minutes without input."
    controls: [mtls, station_sessions]
}
answer imdrf_n60.data_3 {
    text:     "Sequence numbers and types of messages travel inside TLS to the station. On the bus between the boards they are readable and covered by the keyed checksum: knowing them helps nobody to forge a telegram."
    controls: [mtls, bus_checksum, bus_counter]
    evidence: ["SAD-300, section 5.3"]
}
answer imdrf_n60.auth_5 {
    text:     "A personal badge was chosen: gloves rule out fingerprints, and passwords take too long at the bed."
    controls: [staff_badges]
}
answer imdrf_n60.maint_1 {
    text:     "Two planned software releases a year, described to hospitals when the device is delivered."
    evidence: ["SOP-18, section 3", "IFU-2.3, section 9.7"]
}
answer imdrf_n60.maint_2 {
    text:     "Each third-party component has an owner and is reviewed monthly."
    controls: [device_parts, linux_support]
    evidence: ["SOP-19, section 4"]
}
answer imdrf_n60.maint_3 {
    text:     "The hospital decides when a package is installed, and some wait for years. Each release is tested against the two before it; a ventilator that is two releases behind says so on its start page."
    controls: [version_page, two_images]
    evidence: ["SOP-18, section 7", "VER-227, test 9"]
}
answer imdrf_n60.maint_5 {
    text:     "Each package passes the regression tests of ventilation before it is released."
    evidence: ["SOP-18, section 5", "VER-150, section 4"]
}
answer imdrf_n60.phys_1 { text: "The service sockets lie behind a locked and sealed door.", controls: [service_door] }
answer imdrf_n60.avail_1 {
    text:     "Lost signs of life, refused messages, wrong signatures and floods are detected, alarmed where they concern the patient, and recorded."
    controls: [link_watch, audit_trail]
    evidence: ["VER-123, section 3", "VER-241, section 5"]
}
answer imdrf_n60.avail_2 {
    text:     "The network ends on a processor of its own. A flood of 1 Gbit/s changed neither breaths nor alarms in the test."
    controls: [comm_apart, lan_budget, separate_board]
    evidence: ["VER-234, test 6"]
}
answer imdrf_n60.avail_4 {
    text:     "The second image takes over after a failed self-test, settings survive a restart, profiles come back from the profile server. The ventilator is back from a loss of power within 20 s."
    controls: [two_images, settings_kept, profile_copy]
    evidence: ["VER-226, section 2", "VER-114, section 3"]
}

// ---------------------------------------------------------------- IMDRF N60: risk management, tests, plan

answer imdrf_n60.rm_1 { evidence: ["SOP-12, section 3", "RMF-001, section 2"] }
answer imdrf_n60.rm_5 {
    text:     "This threat model: device, hospital, manufacturing, service and updates, with a ventilator on a flat hospital network as foreseeable misconfiguration."
    evidence: ["RMF-010, section 3"]
}
answer imdrf_n60.rm_6 { text: "Known vulnerabilities are scored with CVSS and the rubric for medical devices.", evidence: ["SOP-17, section 4"] }
answer imdrf_n60.test_1 {
    text:     "Each build is searched for known vulnerabilities, with static analysis of the whole source and of the binary packages of suppliers."
    controls: [device_parts]
    evidence: ["SVR-300, section 6.2"]
}
answer imdrf_n60.test_2 {
    text:     "A laboratory that is independent of development tested the network socket and the service socket, and searched the housing for other ways in."
    evidence: ["VER-290, section 4"]
}
answer imdrf_n60.test_3 {
    text:     "Each confirmed vulnerability is held against Breva 300 and the two sibling models that share the communication board."
    evidence: ["SOP-17, section 4.3"]
}
answer imdrf_n60.plan_1 { evidence: ["PMS-PLAN-300, section 3"] }
answer imdrf_n60.plan_2 { evidence: ["SOP-17, section 6"] }
answer imdrf_n60.plan_3 { evidence: ["SOP-18, section 3"] }
answer imdrf_n60.plan_4 {
    text:     "Hospitals get the last two releases and a procedure that takes a ventilator from a suspected compromise back into use within an hour."
    evidence: ["SOP-17, section 7", "IFU-2.3, section 9.8"]
}
answer imdrf_n60.plan_5 { evidence: ["SOP-17, section 6"] }

// ---------------------------------------------------------------- IMDRF N60: labelling, customer documentation, submission, post-market

answer imdrf_n60.label_2 { text: "Export and import of the configuration by the biomedical engineer.", evidence: ["IFU-2.3, section 9.6"] }
answer imdrf_n60.label_4 {
    text:     "Two diagrams for biomedical engineers: the sockets with what connects to them, and the connections in the hospital's network."
    evidence: ["IFU-2.3, section 9.2"]
}
answer imdrf_n60.csd_3 {
    text:     "Step by step from the empty network socket to the accepted connection; what to do after a report: pull the network plug, keep ventilating, call."
    evidence: ["IFU-2.3, section 9.3", "IFU-2.3, section 9.8"]
}
answer imdrf_n60.csd_4 {
    text:     "Start page for weaker settings, alarm for a lost connection, message for refused packages and sticks; each with what the user does."
    controls: [closed_as_shipped, link_watch]
    evidence: ["IFU-2.3, section 9.9"]
}
answer imdrf_n60.csd_5 {
    text:     "The biomedical engineer exports the configuration after every change; importing it asks for the service code of the day."
    controls: [day_codes]
    evidence: ["IFU-2.3, section 9.6"]
}
answer imdrf_n60.csd_6b {
    text:     "Announcement by the service portal, installation in standby from the service socket, and the version page that shows the outcome."
    controls: [signed_packages, version_page]
    evidence: ["IFU-2.3, section 9.7"]
}
answer imdrf_n60.sub_1 { evidence: ["SAD-300, section 2", "RMF-010, section 4"] }
answer imdrf_n60.sub_2 {
    text:     "Threats, risk before and after, controls with their evidence, and the effect of each control on safety are exported from this model for each release."
    evidence: ["RMF-010, section 5"]
}
answer imdrf_n60.sub_4 { evidence: ["PMS-PLAN-300, section 5"] }
answer imdrf_n60.sub_5 { evidence: ["IFU-2.3, section 9"] }
answer imdrf_n60.post_1 {
    text:     "What hospitals have to do when the ventilator enters their network, and a training of two hours for biomedical engineers."
    evidence: ["IFU-2.3, section 9.3", "TRN-300, section 2"]
}
answer imdrf_n60.post_2 { evidence: ["SOP-17, section 6"] }
answer imdrf_n60.post_3 {
    text:     "Intake within two working days, assessment by CVSS and by ISO 14971, a fix or interim measures, and an advisory agreed with the finder."
    evidence: ["SOP-17, section 5"]
}
answer imdrf_n60.post_4 {
    text:     "Packages are installed by the hospital from the service socket or by a technician's visit; the advisory states date, way, score and what to do until then."
    evidence: ["SOP-18, section 6"]
}
answer imdrf_n60.post_6 {
    text:     "Support ends on 31 December 2036. Hospitals are told two years ahead; from then on the ventilator is to be used without network."
    evidence: ["PMS-PLAN-300, section 9"]
}

// ---------------------------------------------------------------- MDR, Annex I

answer mdr.gspr_1 { text: "Benefit and risk are weighed in the risk management file.", evidence: ["RMF-001, section 8"] }
answer mdr.gspr_2 {
    text:     "Controls whose side effect would outweigh them were rejected: the login before each change of ventilation and the privacy filter are the two on record."
    evidence: ["RMF-001, section 6.4", "RMF-011, section 2"]
}
answer mdr.gspr_3 { evidence: ["SOP-12, section 3", "RMF-001, section 1"] }
answer mdr.gspr_4 {
    text:     "Each decision of the threat model states the class of its controls, and why a higher one was not practicable. The residual risk of each hazard is judged in table 7."
    evidence: ["RMF-010, section 5", "RMF-001, table 7"]
}
answer mdr.gspr_4_users {
    text:     "The clear-text export, the names taken on trust and the front socket are told to users with what they do about it."
    evidence: ["IFU-2.3, section 9.4", "IFU-2.3, section 5.1", "IFU-2.3, section 9.3"]
}
answer mdr.gspr_5 {
    text:     "Use errors are treated in the usability engineering file, logins, confirmations of names and refused updates included."
    evidence: ["UEF-300, section 5"]
}
answer mdr.gspr_8 { text: "The residual risks of the threat model that touch a hazard stand beside that hazard.", evidence: ["RMF-001, table 7"] }
answer mdr.gspr_14_1 {
    text:     "Combinations are limited to the monitors and stations listed in the instructions; sockets are keyed, so that no plug fits another."
    controls: [connector_robustness]
    evidence: ["IFU-2.3, section 4.2", "VER-171, section 3"]
}
answer mdr.gspr_14_2d {
    text:     "The ventilator expects the network to fail or to lie. Ventilation, device alarms and limits depend on nothing in it."
    controls: [runs_alone, comm_apart]
    evidence: ["VER-102, section 3"]
}
answer mdr.gspr_14_5 {
    text:     "HL7 v2.6 and IEEE 11073 SDC, tested with the four stations and six interface engines of the compatibility list."
    evidence: ["SVR-300, section 5.4"]
}
answer mdr.gspr_17_1 {
    text:     "The therapy board ventilates without the main board and the network; a single fault of either board opens the valves or keeps the last settings, with an alarm."
    controls: [separate_board, runs_alone]
    evidence: ["VER-100, section 4"]
}
answer mdr.gspr_17_2 {
    text:     "Software life cycle with security activities from planning to maintenance."
    evidence: ["SOP-30, section 2", "SDP-300, section 7"]
}
answer mdr.gspr_17_3 { not_applicable: "No part of the software runs on a mobile platform." }
answer mdr.gspr_18_4 {
    text:     "Alarms sound at the device, whatever the network does."
    controls: [local_alarm, alarms_fixed]
    evidence: ["VER-120, section 2"]
}
answer mdr.gspr_22_1 { not_applicable: "The ventilator is used by trained staff of an intensive-care unit, not by lay persons." }
answer mdr.gspr_23_1a {
    text:     "One part for the nurse at the bed, one for the biomedical engineer, one for the hospital's IT; read by eight of each before release."
    evidence: ["UEF-300, section 8"]
}
answer mdr.gspr_23_1g { evidence: ["IFU-2.3, section 1.5"] }
answer mdr.gspr_23_2m {
    text:     "None of the residual risks asks for an immediate warning on the device; the front socket bears the symbol for no data."
    evidence: ["RMF-001, section 9.2", "DRW-3020, sheet 2"]
}
answer mdr.gspr_23_4g { evidence: ["IFU-2.3, section 1.5"] }
answer mdr.gspr_23_4h {
    text:     "Operating system and its version, algorithm of signatures, and how a package is verified."
    evidence: ["IFU-2.3, section 12.3"]
}
answer mdr.gspr_23_4i { evidence: ["IFU-2.3, section 3"] }
answer mdr.gspr_23_4j { evidence: ["IFU-2.3, section 1.4"] }
answer mdr.gspr_23_4k {
    text:     "Check list of installation: sound of the alarm at the staff post, accepted connections, scan from the guest network."
    evidence: ["IFU-2.3, section 3.6"]
}
answer mdr.gspr_23_4q { text: "List of monitors, stations, sensors and interface engines with their versions.", evidence: ["IFU-2.3, section 4.2"] }
answer mdr.gspr_23_4y { text: "Revision and date on the cover and in the footer of each page.", evidence: ["IFU-2.3, cover"] }
answer mdr.gspr_23_4z { evidence: ["IFU-2.3, section 1.7"] }

// ---------------------------------------------------------------- MDR, articles and annexes

answer mdr.art_10 { evidence: ["QMM-1, section 4"], owner: "Regulatory affairs" }
answer mdr.art_52 {
    text:     "Class IIb: quality management system with assessment of the technical documentation (Annex IX)."
    evidence: ["RA-300, section 3"]
    owner:    "Regulatory affairs"
}
answer mdr.art_62_4h { not_applicable: "There is no clinical investigation of this device." }
answer mdr.art_83 { evidence: ["SOP-40, section 2"] }
answer mdr.art_84 { evidence: ["PMS-PLAN-300, section 1"] }
answer mdr.art_85 { not_applicable: "The device is in class IIb; article 86 asks for a periodic safety update report instead." }
answer mdr.art_86 { text: "Every year; vulnerabilities and their fixes have a chapter of their own.", evidence: ["PMS-PLAN-300, section 8"] }
answer mdr.art_87 { evidence: ["SOP-41, section 3"] }
answer mdr.art_88 {
    text:     "Refused logins, lost connections and failed updates of the fleet are among the trends that are watched."
    evidence: ["SOP-41, section 6"]
}
answer mdr.art_89 { evidence: ["SOP-41, section 5"] }
answer mdr.annex_ii_4 {
    text:     "The list of requirements is kept beside this matrix, which gives the rows that cybersecurity touches."
    evidence: ["TD-300, part 4"]
}
answer mdr.annex_ii_5 { evidence: ["RMF-001, section 8", "CER-300, section 9"] }
answer mdr.annex_ii_6 {
    text:     "Verified on board revisions D and E and on both versions of the station's operating system."
    evidence: ["SVR-300, section 3"]
}
answer mdr.annex_ii_6_2g {
    text:     "Conformity in combination was shown with the stations and monitors of the compatibility list."
    evidence: ["SVR-300, section 5.4"]
}
answer mdr.annex_iii { evidence: ["PMS-PLAN-300, section 1"] }
answer mdr.annex_xiv { evidence: ["CER-300, section 4"] }

// ---------------------------------------------------------------- FDA, premarket guidance

answer fda_premarket.objectives {
    text:     "Each security requirement names the objective it serves; availability of ventilation ranks first."
    evidence: ["SRS-300, section 2"]
}
answer fda_premarket.scale {
    text:     "Documented at the full extent: the ventilator is connected, sustains life and is used in several units at once. The worst case is a flat hospital network."
    evidence: ["RMF-010, section 1"]
}
answer fda_premarket.transfer {
    text:     "A risk is transferred only with recipient, instruction and the place where it stands; four are, and each has been read by its recipients."
    evidence: ["RMF-010, section 5.6", "UEF-300, section 8"]
}
answer fda_premarket.tm_1 {
    text:     "This threat model covers every element of the system and is revised with each release."
    evidence: ["SOP-12, section 4"]
}
answer fda_premarket.tm_2 {
    text:     "Each threat has its risk before and after controls; the export goes into the risk management file."
    evidence: ["RMF-010, section 5"]
}
answer fda_premarket.tm_4 {
    text:     "Build environment and signing, manufacturing, delivery, service visits, updates and the erasure before a device is sold are in the model."
    evidence: ["RMF-010, section 3"]
}
answer fda_premarket.tm_5 {
    text:     "STRIDE for each element and flow, because the device is described as a data-flow diagram already."
    evidence: ["RMF-010, section 2"]
}
answer fda_premarket.tm_6 { evidence: ["RMF-010, section 4"] }
answer fda_premarket.ra_1 { text: "Risk is rated by exploitability and severity, before and after controls.", evidence: ["SOP-12, section 5"] }
answer fda_premarket.ra_2 {
    text:     "Method, matrix and policy stand in the procedure; whatever touches a hazard goes to the safety risk file under that hazard's number."
    evidence: ["SOP-12, section 5", "RMF-001, section 5.3"]
}
answer fda_premarket.ra_3 {
    text:     "The nightly comparison includes the catalogue of vulnerabilities known to be exploited; a hit stops the release."
    controls: [device_parts]
    evidence: ["SOP-19, section 5"]
}
answer fda_premarket.interop_1 {
    text:     "HL7 v2 gives neither authentication nor integrity: SDC over mutual TLS is used for alarms and profiles, and what remains on HL7 v2 changes no therapy."
    controls: [mtls, profile_release]
    evidence: ["SAD-300, section 5.1"]
}
answer fda_premarket.interop_2 {
    text:     "Trends and logs can be exported by the hospital without asking the manufacturer."
    evidence: ["IFU-2.3, section 9.10"]
}
answer fda_premarket.sbom {
    text:     "The bill of materials of the main board is part of this model; support level and end of support are kept for each component. Those of the therapy board follow with release 2.4."
    controls: [device_parts, linux_support]
    evidence: ["SOP-19, section 3"]
}
answer fda_premarket.anomalies {
    text:     "Open anomalies were examined by categories of weakness; none of the eleven has an effect on security."
    evidence: ["SVR-300, section 8"]
}
answer fda_premarket.controls {
    text:     "Each control of this model has a requirement, an acceptance criterion and its verification; those of the eight categories are listed in the decision records."
    evidence: ["SRS-300, section 3", "SVR-300, section 6"]
}
answer fda_premarket.an {
    text:     "Devices and servers authenticate each other with certificates; no password is preset. Nobody logs in to ventilate, which is a decision with its reasons."
    controls: [mtls, unique_secrets, day_codes]
    evidence: ["VER-214, section 3", "RMF-011, section 2"]
}
answer fda_premarket.az {
    text:     "Configuration and service are closed by default; roles exist at the station and in the service cloud."
    controls: [central_roles, cloud_roles, service_mode]
    evidence: ["VER-305, section 2"]
}
answer fda_premarket.cr {
    text:     "TLS 1.3 with P-256, Ed25519 for packages, keys of each device made and kept in its chip; no key opens a second device."
    controls: [mtls, element_keys, unique_secrets]
    evidence: ["SAD-300, section 6", "VER-242, section 2"]
}
answer fda_premarket.ci { controls: [signed_packages, verified_start, image_locked] }
answer fda_premarket.cf { controls: [element_keys, disk_encryption] }
answer fda_premarket.lg { controls: [audit_trail, log_chain, log_space] }
answer fda_premarket.rr { controls: [runs_alone, separate_board] }
answer fda_premarket.up {
    text:     "Signed packages, installed in standby only; an older version is refused."
    controls: [signed_packages, standby_interlock, no_rollback]
}
answer fda_premarket.view_all {
    text:     "Diagrams and text are drawn from this model, with the same names as in requirements and tests."
    evidence: ["SAD-300, section 3"]
}
answer fda_premarket.view_a {
    text:     "View context: ventilator, hospital, service, manufacturer. There is no home network."
    evidence: ["SAD-300, section 3.1"]
}
answer fda_premarket.view_b {
    text:     "The attack paths end at shared parts: profile server, central station and release signing. Each ends at a signature or at a limit in the therapy board."
    controls: [profile_release, signing_quorum, therapy_limits]
    evidence: ["SAD-300, section 3.2"]
}
answer fda_premarket.app2_7 {
    text:     "Hand-offs between the boards, between communication and application processor, and at the interface engine, with what is checked at each."
    controls: [internal_checks, telegram_checks]
    evidence: ["SAD-300, section 5.4"]
}
answer fda_premarket.app2_9 {
    text:     "Certificates with ECDSA on P-256 in TLS 1.3, keyed checksum HMAC-SHA-256 between the boards."
    evidence: ["SAD-300, section 6.1"]
}
answer fda_premarket.app2_10 {
    text:     "Which key is used for what, where it is made and how it is replaced, update keys included."
    controls: [element_keys, signing_quorum]
    evidence: ["SAD-300, section 6.2"]
}
answer fda_premarket.app2_11 { not_applicable: "No proprietary cryptographic method is used." }
answer fda_premarket.app2_12 {
    text:     "Certificates are verified on the communication processor and on each server; the hospital installs its own roots, ours come with the software."
    evidence: ["SAD-300, section 6.3"]
}
answer fda_premarket.app2_13 {
    text:     "Table of credentials: device key, service code, badge, signing key, each from making to destruction."
    controls: [certificate_renewal, element_keys]
    evidence: ["SAD-300, table 12"]
}
answer fda_premarket.app2_14 {
    text:     "Ventilators by certificate and serial number, staff by the hospital's directory, technicians by the service portal."
    controls: [named_technicians, staff_directory]
    evidence: ["SAD-300, section 6.4"]
}
answer fda_premarket.app2_15 {
    text:     "TLS sessions are renewed daily and never resumed after a restart; sessions of people end at the station after five minutes."
    controls: [mtls, station_sessions]
    evidence: ["SAD-300, section 6.5"]
}
answer fda_premarket.app2_19 { text: "Components are mapped for the main board; the bill of the therapy board is in preparation." }
answer fda_premarket.app2_20 { text: "The sequence of an alarm is drawn as call flow.", evidence: ["SAD-300, section 3.4"] }
answer fda_premarket.test_2 {
    text:     "Each threat that is countered has its test, which tries the threat along the view."
    evidence: ["SVR-300, section 6.1"]
}
answer fda_premarket.test_3 {
    text:     "Fuzzing of the network parsers and of the package format."
    evidence: ["VER-250, section 4", "VER-252, section 3"]
}
answer fda_premarket.test_4 {
    text:     "Independent laboratory, fifteen days, network and service socket, open housing."
    evidence: ["VER-290, section 2"]
}

// ---------------------------------------------------------------- FDA, labelling and plan

answer fda_premarket.label_2 { evidence: ["IFU-2.3, section 9.2"] }
answer fda_premarket.label_6 {
    text:     "The service portal announces packages by version and checksum; the version page shows what is installed."
    controls: [version_page]
    evidence: ["IFU-2.3, section 9.7"]
}
answer fda_premarket.label_7 { controls: [audit_trail, link_watch], evidence: ["IFU-2.3, section 9.9"] }
answer fda_premarket.label_8 {
    text:     "Ventilation, device alarms and limits are independent of network and main board."
    controls: [separate_board, local_alarm]
    evidence: ["IFU-2.3, section 9.5"]
}
answer fda_premarket.label_9 {
    text:     "An exported configuration carries a signature of the device and is refused when it was changed."
    evidence: ["IFU-2.3, section 9.6"]
}
answer fda_premarket.label_10 { controls: [day_codes], evidence: ["IFU-2.3, section 9.6"] }
answer fda_premarket.label_12 {
    text:     "200 000 entries on the device; export as signed JSON lines to the hospital's collector."
    controls: [log_space, log_chain]
    evidence: ["IFU-2.3, section 9.10"]
}
answer fda_premarket.label_15 {
    text:     "Advisories name the component, the versions and what hospitals do meanwhile."
    evidence: ["SOP-17, section 6"]
}
answer fda_premarket.label_16 {
    text:     "Comparing the name, the open export and the screen in view of visitors were tasks of the summative test."
    evidence: ["UEF-300, section 7.3"]
}
answer fda_premarket.plan_1 { text: "The head of product security is in charge.", evidence: ["SOP-17, section 2"] }
answer fda_premarket.plan_2 { evidence: ["SOP-17, section 3"] }
answer fda_premarket.plan_3 { evidence: ["SOP-19, section 5"] }
answer fda_premarket.plan_4 {
    text:     "A penetration test every second year and after each change of an external interface."
    evidence: ["PMS-PLAN-300, section 6"]
}
answer fda_premarket.plan_5 {
    text:     "Thirty days for what is exploited, ninety for the rest; sooner where a hazard is touched."
    evidence: ["SOP-17, section 5.4"]
}
answer fda_premarket.plan_6 { evidence: ["SOP-18, section 6"] }
answer fda_premarket.plan_8 { evidence: ["SOP-17, section 6"] }
answer fda_premarket.plan_9 {
    text:     "Advisories by the service portal and by letter to hospitals without an account."
    evidence: ["SOP-17, section 6"]
}
answer fda_premarket.app4_ide { not_applicable: "The device is not investigational." }

// ---------------------------------------------------------------- FD&C Act, section 524B

answer fdca_524b.b_1 { evidence: ["SOP-17, section 3", "PMS-PLAN-300, section 6"], owner: "Regulatory affairs" }
answer fdca_524b.b_2 {
    text:     "Two releases a year, and out of turn for what is exploited or touches a hazard."
    controls: [signed_packages]
    evidence: ["SOP-18, section 3"]
    owner:    "Regulatory affairs"
}

// ---------------------------------------------------------------- MDCG 2019-16

answer mdcg_2019_16.s3_3 {
    text:     "Each decision says which class its controls have and why a higher one was not practicable."
    evidence: ["RMF-010, section 5"]
}
answer mdcg_2019_16.p1 { evidence: ["SOP-30, section 2", "SDP-300, section 7"] }
answer mdcg_2019_16.p2 {
    text:     "Security requirements are kept with those of the product; each control of this model names its own."
    evidence: ["SRS-300, section 3"]
}
answer mdcg_2019_16.p3 { controls: [separate_board, image_locked, lan_budget] }
answer mdcg_2019_16.p4 {
    text:     "Rules of coding, review of each change, parsers in a memory-safe language."
    controls: [safe_parsers]
    evidence: ["SOP-30, section 5"]
}
answer mdcg_2019_16.p5 { evidence: ["SVR-300, section 6"] }
answer mdcg_2019_16.p6 { evidence: ["SOP-17, section 4"] }
answer mdcg_2019_16.p7 { evidence: ["SOP-18, section 5"] }
answer mdcg_2019_16.p8 { evidence: ["IFU-2.3, section 9"] }
answer mdcg_2019_16.cap_cnfs {
    text:     "Connections, exports, privacy of the screen; the closed configuration is the one shipped."
    controls: [closed_as_shipped]
    evidence: ["IFU-2.3, section 9.3"]
}
answer mdcg_2019_16.cap_csup { controls: [signed_packages, two_images], evidence: ["IFU-2.3, section 9.7"] }
answer mdcg_2019_16.cap_plok { controls: [service_door] }
answer mdcg_2019_16.cap_dtbk { evidence: ["IFU-2.3, section 9.6"] }
answer mdcg_2019_16.cap_didt {
    text:     "Logs name the patient by a number that changes with each patient; what goes to the service carries no names, and trends are erased with the patient."
    controls: [log_without_names, trend_erase]
}
answer mdcg_2019_16.cap_sgud { evidence: ["IFU-2.3, section 9"] }
answer mdcg_2019_16.minit_p1 {
    text:     "Each requirement on the hospital names the threat or assumption it comes from."
    evidence: ["RMF-010, section 4"]
}
answer mdcg_2019_16.minit_p3 { evidence: ["IFU-2.3, section 9.1"] }
answer mdcg_2019_16.minit_p4 {
    text:     "The ventilator withstands floods and scans by itself; the segment keeps alarms at the station on time, which is said in the file."
    controls: [lan_budget, ward_segment]
    evidence: ["RMF-010, section 5.6"]
}
answer mdcg_2019_16.env_law { text: "Asked of the hospital as operator; no control of the device depends on it.", evidence: ["IFU-2.3, section 9.1"] }
answer mdcg_2019_16.env_phys_1 { not_applicable: "Intensive-care units are open to visitors; no control of the device counts on restricted access." }
answer mdcg_2019_16.env_phys_3 { not_applicable: "As for access: ventilators stand at the bed." }
answer mdcg_2019_16.env_ctl_1 {
    text:     "The hospital's directory gives roles to its staff for the station."
    controls: [managed_servers]
    evidence: ["IFU-2.3, section 9.4"]
}
answer mdcg_2019_16.env_ctl_2 {
    text:     "Asked for on the servers of health record and interface engine, not on the ventilator."
    evidence: ["IFU-2.3, section 9.4"]
}
answer mdcg_2019_16.env_ctl_3 {
    text:     "The firewall's table has one line for each connection."
    controls: [ward_segment]
    evidence: ["IFU-2.3, section 9.4"]
}
answer mdcg_2019_16.env_ctl_6 { controls: [station_sessions] }
answer mdcg_2019_16.env_net_1 {
    text:     "Asked of the hospital; the worst case of the model is a flat network."
    controls: [ward_segment]
    evidence: ["IFU-2.3, section 9.4"]
}
answer mdcg_2019_16.env_net_2 { controls: [ward_segment], evidence: ["IFU-2.3, section 9.4"] }
answer mdcg_2019_16.env_net_3 {
    text:     "Asked for where the interface engine accepts it; the device uses TLS for all else."
    controls: [mtls]
    evidence: ["IFU-2.3, section 9.4"]
}
answer mdcg_2019_16.env_ws_1 {
    text:     "The station's computer is delivered hardened; nothing else may run on it."
    controls: [station_kiosk]
    evidence: ["IFU-2.3, section 12.4"]
}
answer mdcg_2019_16.env_ws_2 { evidence: ["IFU-2.3, section 12.4"] }
answer mdcg_2019_16.env_ws_3 { text: "Two products are released for the station.", evidence: ["IFU-2.3, section 12.4"] }
answer mdcg_2019_16.env_ws_4 { not_applicable: "Staff log in to the station by badge; there are no passwords to choose." }
answer mdcg_2019_16.env_ws_5 { controls: [station_kiosk, station_rights] }
answer mdcg_2019_16.env_patch_1 { evidence: ["SOP-18, section 7"] }
answer mdcg_2019_16.env_patch_2 { text: "Asked for within 90 days of a security release.", evidence: ["IFU-2.3, section 9.7"] }
answer mdcg_2019_16.env_patch_3 { controls: [managed_servers], evidence: ["IFU-2.3, section 9.4"] }
answer mdcg_2019_16.env_interop { evidence: ["SVR-300, section 5.4"] }
answer mdcg_2019_16.ifu_g { evidence: ["IFU-2.3, section 1.5"] }
answer mdcg_2019_16.ifu_h { evidence: ["IFU-2.3, section 12.3"] }
answer mdcg_2019_16.ifu_i {
    text:     "Closed as shipped; installation, first configuration, updates step by step, use without network, what to do on a message."
    controls: [closed_as_shipped]
    evidence: ["IFU-2.3, section 3", "IFU-2.3, section 9.8"]
}
answer mdcg_2019_16.ifu_j { evidence: ["IFU-2.3, section 1.4"] }
answer mdcg_2019_16.ifu_k { evidence: ["IFU-2.3, section 3.6"] }
answer mdcg_2019_16.ifu_q { evidence: ["IFU-2.3, section 4.2", "IFU-2.3, section 12.4"] }
answer mdcg_2019_16.adm_controls { evidence: ["IFU-2.3, section 9.5"] }
answer mdcg_2019_16.adm_updates { controls: [signed_packages], evidence: ["IFU-2.3, section 9.7"] }
answer mdcg_2019_16.adm_hardware { evidence: ["IFU-2.3, section 12.1"] }
answer mdcg_2019_16.adm_integration { evidence: ["IFU-2.3, section 9.3"] }
answer mdcg_2019_16.adm_workstation { evidence: ["IFU-2.3, section 12.4"] }
answer mdcg_2019_16.adm_hosting {
    text:     "The service cloud holds operating hours and fault codes by serial number, in Frankfurt, encrypted; no patient data."
    controls: [disk_encryption, cloud_roles]
    evidence: ["IFU-2.3, section 9.11"]
}
answer mdcg_2019_16.adm_firewall { controls: [ward_segment], evidence: ["IFU-2.3, section 9.4"] }
answer mdcg_2019_16.hcp_2 { controls: [separate_board, local_alarm], evidence: ["IFU-2.3, section 9.5"] }
answer mdcg_2019_16.hcp_3 { evidence: ["IFU-2.3, section 9.6"] }
answer mdcg_2019_16.hcp_5 { controls: [closed_as_shipped], evidence: ["IFU-2.3, section 9.3"] }
answer mdcg_2019_16.hcp_7 { evidence: ["IFU-2.3, section 9.2"] }
answer mdcg_2019_16.hcp_8 { controls: [log_space], evidence: ["IFU-2.3, section 9.3", "IFU-2.3, section 9.8", "IFU-2.3, section 9.10"] }
