import std.clauses

/// FDA premarket guidance, edition of 3 February 2026. What it says something should be is a recommendation; duties by statute are in `fdca_524b`.
standard fda_premarket "FDA: Cybersecurity in Medical Devices: Quality Management System Considerations and Content of Premarket Submissions" {
    edition: "2026-02-03"
    binding: guidance
    source:  "https://www.fda.gov/media/119933/download"
    prefix:  "fda.premarket.2026-02-03"

    // Frame
    clause objectives "Security objectives" {
        id:           "fda.premarket.2026-02-03.IV.B"
        passage:      "section IV.B"
        text:         "The design should pursue authenticity with integrity, authorisation, availability, confidentiality, and updates and patches that are secure and timely."
        evidence_tag: second_hand
    }
    clause scale "Documentation scales with cybersecurity risk" {
        id:           "fda.premarket.2026-02-03.IV.D"
        passage:      "section IV.D"
        text:         "Documentation should be scaled with cybersecurity risk, not with the level of software documentation. Known vulnerabilities count as reasonably foreseeable, and the worst environment should be considered."
        evidence_tag: verified
    }
    // Security risk management (V.A)
    clause linked "Safety and security assessed apart and linked" {
        id:           "fda.premarket.2026-02-03.V.A.linked"
        passage:      "section V.A"
        text:         "The assessments of safety risk and of security risk should be separate processes that are linked."
        evidence_tag: verified
        for harm h
        satisfied when known(h.hazard)
    }
    clause transfer "Transfer of risk" {
        id:           "fda.premarket.2026-02-03.V.A.transfer"
        passage:      "section V.A"
        text:         "Risk should be transferred only when everything there is to know of it is known, assessed and communicated."
        evidence_tag: verified
    }
    clause report "Security risk management report" {
        id:           "fda.premarket.2026-02-03.V.A.report"
        passage:      "section V.A"
        text:         "A report should give the methods, the conclusion on residual risk, the mitigation activities, and traceability between threat model, risk assessment, software bill of materials and tests."
        evidence_tag: verified
    }
    // Threat model (V.A.1)
    clause tm_1 "All elements, throughout the design" {
        id:           "fda.premarket.2026-02-03.tm.1"
        passage:      "section V.A.1"
        text:         "Threat modelling should be done throughout design and cover every element of the medical device system."
        evidence_tag: verified
    }
    clause tm_2 "Risks and mitigations" {
        id:           "fda.premarket.2026-02-03.tm.2"
        passage:      "section V.A.1"
        text:         "The threat model should identify risks and mitigations and inform the risk before and after mitigation."
        evidence_tag: verified
    }
    clause tm_3 "Assumptions stated" {
        id:           "fda.premarket.2026-02-03.tm.3"
        passage:      "section V.A.1"
        text:         "The threat model should state what it assumes of system and environment; a network, for instance, is taken as hostile: whoever is on it can change, drop and repeat packets."
        evidence_tag: verified
        for assumption a
        satisfied when known(a.owner) and known(a.if_false)
    }
    clause tm_4 "Phases of the life cycle" {
        id:           "fda.premarket.2026-02-03.tm.4"
        passage:      "section V.A.1"
        text:         "The threat model should cover the supply chain, manufacturing, deployment, interoperation, maintenance and update, and decommissioning."
        evidence_tag: verified
    }
    clause tm_5 "Method with its rationale" {
        id:           "fda.premarket.2026-02-03.tm.5"
        passage:      "section V.A.1"
        text:         "The method of threat modelling is free, and the reason for its choice should be given."
        evidence_tag: verified
    }
    clause tm_6 "Enough for a review of the whole" {
        id:           "fda.premarket.2026-02-03.tm.6"
        passage:      "section V.A.1"
        text:         "The threat model should hold enough information for a review of device and system as a whole."
        evidence_tag: verified
    }
    // Risk assessment, interoperability, components, anomalies, metrics (V.A.2 to V.A.6)
    clause ra_1 "Exploitability instead of probability" {
        id:           "fda.premarket.2026-02-03.V.A.2.exploitability"
        passage:      "section V.A.2"
        text:         "The assessment should not rest on probability but on exploitability, and should capture the risks and controls of the threat model."
        evidence_tag: verified
    }
    clause ra_2 "Scoring and acceptance" {
        id:           "fda.premarket.2026-02-03.V.A.2.method"
        passage:      "section V.A.2"
        text:         "The assessment should state the scoring method before and after mitigation, the criteria of acceptance, and how results go over to the safety risk process."
        evidence_tag: verified
    }
    clause ra_3 "Vulnerabilities known to be exploited" {
        id:           "fda.premarket.2026-02-03.V.A.2.kev"
        passage:      "section V.A.2"
        text:         "Vulnerabilities that are known to be exploited should be designed out."
        evidence_tag: verified
    }
    clause interop_1 "Controls around common protocols" {
        id:           "fda.premarket.2026-02-03.V.A.3.protocols"
        passage:      "section V.A.3"
        text:         "For a common protocol such as Bluetooth LE, it should be decided whether controls beneath or around it are needed."
        evidence_tag: verified
    }
    clause interop_2 "Users reach their data" {
        id:           "fda.premarket.2026-02-03.V.A.3.access"
        passage:      "section V.A.3"
        text:         "Security should not keep users from their own data."
        evidence_tag: verified
    }
    clause sbom "Software bill of materials" {
        id:           "fda.premarket.2026-02-03.V.A.4.b"
        passage:      "section V.A.4(b)"
        text:         "The software bill of materials should give for each component the level of support and the date on which support ends; known vulnerabilities are listed, each with an assessment."
        evidence_tag: verified
    }
    clause anomalies "Anomalies" {
        id:           "fda.premarket.2026-02-03.V.A.5"
        passage:      "section V.A.5"
        text:         "Anomalies should be considered by categories of weakness (CWE)."
        evidence_tag: verified
    }
    clause metrics "Metrics" {
        id:           "fda.premarket.2026-02-03.V.A.6"
        passage:      "section V.A.6"
        text:         "Measures should include the share of vulnerabilities that are patched, the time to a patch and the time until it is in the field."
        evidence_tag: verified
    }
    // Control categories (V.B.1, appendix 1)
    clause controls "Requirements and acceptance criteria" {
        id:           "fda.premarket.2026-02-03.V.B.1"
        passage:      "section V.B.1"
        text:         "For each category of controls there should be requirements with acceptance criteria, and evidence that they are implemented and tested."
        evidence_tag: verified
    }
    clause an "Authentication" {
        id:           "fda.premarket.2026-02-03.a1.AN"
        passage:      "section V.B.1 and appendix 1"
        text:         "Authentication should be cryptographically strong and done on the device: external connections at a frequency that fits the risk, mutually for each session; several factors for privileged users; before updates; no hard-coded, default, easily guessed or shared passwords; protection against replay; origin of data verified; no checksum such as a CRC in place of a security control; a defined reaction to failures; a further physical sign of intent where unauthenticated behaviour could harm."
        evidence_tag: verified
    }
    clause az "Authorisation" {
        id:           "fda.premarket.2026-02-03.a1.AZ"
        passage:      "section V.B.1 and appendix 1"
        text:         "Authorisation should follow least privilege and roles, limit access by user authentication, end sessions after a time and deny by default."
        evidence_tag: verified
    }
    clause cr "Cryptography" {
        id:           "fda.premarket.2026-02-03.a1.CR"
        passage:      "section V.B.1 and appendix 1"
        text:         "Cryptography should use algorithms and key management that are standard in the industry and stay current over the service life (NIST, FIPS 140-3 or equivalent), none of them deprecated; one compromised device should not reveal the keys of others, as master keys or keys made from serial numbers do; the most secure option is negotiated, without downgrade or rollback unless safety needs it, and then on record."
        evidence_tag: verified
    }
    clause ci "Integrity of code, data and execution" {
        id:           "fda.premarket.2026-02-03.a1.CI"
        passage:      "section V.B.1 and appendix 1"
        text:         "Firmware and software should be authenticated with their version, updates accepted only when authentic, and code validated before it runs, by hardware where possible; test and debug ports disabled or restricted; tampering made evident; incoming data checked for integrity, form and safe range; critical settings protected; integrity watched at run time; parsers reviewed."
        evidence_tag: verified
    }
    clause cf "Confidentiality" {
        id:           "fda.premarket.2026-02-03.a1.CF"
        passage:      "section V.B.1 and appendix 1"
        text:         "Data whose disclosure could lead to harm should be kept confidential, credentials and keys above all."
        evidence_tag: verified
    }
    clause lg "Detection and logging of events" {
        id:           "fda.premarket.2026-02-03.a1.LG"
        passage:      "section V.B.1 and appendix 1"
        text:         "Events should be detected, logged with their time and acted on; evidence for forensics kept off the device, with location, retention and format described; configuration secured; anti-malware integrated where it fits; the software inventory machine-readable; variants of a vulnerability analysed; a software bill of materials produced; users notified."
        evidence_tag: verified
    }
    clause rr "Resiliency and recovery" {
        id:           "fda.premarket.2026-02-03.a1.RR"
        passage:      "section V.B.1 and appendix 1"
        text:         "The device should be able to isolate, to recover a trusted default configuration, and to withstand denial of service, poor bandwidth, jitter and scanning; what it does by itself when communication is lost should be stated."
        evidence_tag: verified
    }
    clause up "Updates" {
        id:           "fda.premarket.2026-02-03.a1.UP"
        passage:      "section V.B.1 and appendix 1"
        text:         "There should be capacity for future patches; updates withstand interruption; patches come independently of features, with rapid verification; build environments are preserved; third-party licences continue and parts can be replaced; distribution is secure."
        evidence_tag: verified
    }
    // Architecture views (V.B.2)
    clause view_all "All views" {
        id:           "fda.premarket.2026-02-03.view"
        passage:      "section V.B.2"
        text:         "Views should consist of diagrams and text, identify security-relevant elements and interfaces, context, domains, boundaries, critical user roles and external interfaces, and be traceable to objectives and requirements. A view that does not fit should be replaced by an explanation."
        evidence_tag: verified
    }
    clause view_a "Global system view" {
        id:           "fda.premarket.2026-02-03.view.a"
        passage:      "section V.B.2(a)"
        text:         "The view should show the device with all internal and external connections: update infrastructure, influence of the facility's network, intermediary devices, cloud, and the patient's home network."
        evidence_tag: verified
    }
    clause view_b "Multi-patient harm view" {
        id:           "fda.premarket.2026-02-03.view.b"
        passage:      "section V.B.2(b)"
        text:         "The view should show how device and system defend against, and respond to, attacks that could harm several patients; its risks may need an assessment of their own."
        evidence_tag: verified
    }
    clause view_c "Updatability and patchability view" {
        id:           "fda.premarket.2026-02-03.view.c"
        passage:      "section V.B.2(c)"
        text:         "The view should show the whole path of an update from end to end, with technology that the manufacturer does not control."
        evidence_tag: verified
        for data d where (d is FirmwarePackage)
        satisfied when not empty(d.carried_by)
    }
    clause view_d "Security use case views" {
        id:           "fda.premarket.2026-02-03.view.d"
        passage:      "section V.B.2(d)"
        text:         "There should be a view for each function whose compromise could affect safety or effectiveness, over operational and clinical states; their number scales with risk."
        evidence_tag: verified
    }
    // Details of each communication path (appendix 2)
    clause app2_1 "Interfaces and paths" {
        id:           "fda.premarket.2026-02-03.app2.1"
        passage:      "appendix 2, item 1"
        text:         "All interfaces and paths should be listed, the unused ones, too."
        evidence_tag: verified
        for port p where (p.for_exchange)
        applies when   not p.used
        satisfied when known(p.unused)
    }
    clause app2_2 "Data, code and commands" {
        id:           "fda.premarket.2026-02-03.app2.2"
        passage:      "appendix 2, item 2"
        text:         "It should be stated whether the path carries data, code or commands, and of which type."
        evidence_tag: verified
        for flow f where (not f.by_people)
        applies when   not f.signal_only
        satisfied when not empty(f.carries) and all d in f.carries where (d.nature in [data, code, command])
    }
    clause app2_3 "Protocol" {
        id:           "fda.premarket.2026-02-03.app2.3"
        passage:      "appendix 2, item 3"
        text:         "The protocol should be named, with its version and with port, channel or frequency."
        evidence_tag: verified
        for flow f where (not f.by_people)
        satisfied when not empty(f.protocol)
    }
    clause app2_4 "Functionality, dormant included" {
        id:           "fda.premarket.2026-02-03.app2.4"
        passage:      "appendix 2, item 4"
        text:         "All functionality should be described, that which lies dormant included, with assurance that it cannot be activated or misused."
        evidence_tag: verified
        for port p where (p.for_exchange)
        applies when   not p.used
        satisfied when p.off_as_shipped and (known(p.evidence) or (known(p.controls) and any c in p.controls where (known(c.evidence))))
    }
    clause app2_5 "Access control" {
        id:           "fda.premarket.2026-02-03.app2.5"
        passage:      "appendix 2, item 5"
        text:         "The model of access control should be described."
        evidence_tag: verified
        for port p where (p.connects_out)
        satisfied when p.access in [public, user, service, factory]
    }
    clause app2_6 "Roles" {
        id:           "fda.premarket.2026-02-03.app2.6"
        passage:      "appendix 2, item 6"
        text:         "User roles and their responsibility should be described."
        evidence_tag: verified
        for port p where (p.operated_by_people)
        satisfied when known(p.roles) and not empty(p.roles)
    }
    clause app2_7 "Hand-off" {
        id:           "fda.premarket.2026-02-03.app2.7"
        passage:      "appendix 2, item 7"
        text:         "Sequences in which data pass from one asset to the next, and their protection meanwhile, should be described."
        evidence_tag: verified
    }
    clause app2_8 "Unexpected circumstances" {
        id:           "fda.premarket.2026-02-03.app2.8"
        passage:      "appendix 2, item 8"
        text:         "Behaviour under erroneous and unexpected circumstances should be described."
        evidence_tag: verified
        for port p where (p.connects_out)
        satisfied when known(p.on_failure)
    }
    clause app2_9 "Authentication mechanism" {
        id:           "fda.premarket.2026-02-03.app2.9"
        passage:      "appendix 2, item 9"
        text:         "The mechanism of authentication should be described: algorithm and version, strength, mode."
        evidence_tag: verified
    }
    clause app2_10 "Cryptography and keys" {
        id:           "fda.premarket.2026-02-03.app2.10"
        passage:      "appendix 2, item 10"
        text:         "The cryptographic method and the use of keys, for updates also, should be described."
        evidence_tag: verified
    }
    clause app2_11 "Proprietary methods" {
        id:           "fda.premarket.2026-02-03.app2.11"
        passage:      "appendix 2, item 11"
        text:         "A proprietary method should come with an expert's analysis."
        evidence_tag: verified
    }
    clause app2_12 "Verification of authenticators" {
        id:           "fda.premarket.2026-02-03.app2.12"
        passage:      "appendix 2, item 12"
        text:         "For each authenticator it should be stated where it is verified and how the credentials for verification are distributed."
        evidence_tag: verified
    }
    clause app2_13 "Life of credentials" {
        id:           "fda.premarket.2026-02-03.app2.13"
        passage:      "appendix 2, item 13"
        text:         "For each credential it should be stated how it is generated, stored, configured, transferred and maintained."
        evidence_tag: verified
    }
    clause app2_14 "Identity management" {
        id:           "fda.premarket.2026-02-03.app2.14"
        passage:      "appendix 2, item 14"
        text:         "The management of identities should be described."
        evidence_tag: verified
    }
    clause app2_15 "Sessions" {
        id:           "fda.premarket.2026-02-03.app2.15"
        passage:      "appendix 2, item 15"
        text:         "It should be described how sessions are established, maintained and ended, and what makes them unique."
        evidence_tag: verified
    }
    clause app2_16 "Security settings and defaults" {
        id:           "fda.premarket.2026-02-03.app2.16"
        passage:      "appendix 2, item 16"
        text:         "Settings of the security configuration and their defaults should be described."
        evidence_tag: verified
        for port p where (p.of_device)
        satisfied when p.default in [enabled, disabled, removed]
    }
    clause app2_17 "Links to hazards, controls and tests" {
        id:           "fda.premarket.2026-02-03.app2.17"
        passage:      "appendix 2, item 17"
        text:         "Elements of the diagram should be linked precisely to hazards, controls and tests."
        evidence_tag: verified
        for control c where (not empty(c.protects))
        satisfied when known(c.requirement) and known(c.evidence)
    }
    clause app2_18 "Evidence for claims" {
        id:           "fda.premarket.2026-02-03.app2.18"
        passage:      "appendix 2, item 18"
        text:         "Claims and assumptions about security should be supported by evidence."
        evidence_tag: verified
        for control c where (c.counts)
        satisfied when known(c.evidence) and not empty(c.evidence)
    }
    clause app2_19 "Components of the asset" {
        id:           "fda.premarket.2026-02-03.app2.19"
        passage:      "appendix 2, item 19"
        text:         "The asset should be traceable to components of the software bill of materials."
        evidence_tag: verified
    }
    clause app2_20 "Call-flow views" {
        id:           "fda.premarket.2026-02-03.app2.20"
        passage:      "appendix 2, item 20"
        text:         "Call-flow views can be added."
        evidence_tag: verified
    }
    // Testing (V.C)
    clause test_1 "Security requirements" {
        id:           "fda.premarket.2026-02-03.V.C.1"
        passage:      "section V.C"
        text:         "Tests should show that security requirements are met, with an analysis of boundaries and its rationale."
        evidence_tag: verified
        for control c where (not empty(c.protects))
        satisfied when c.status >= verified and known(c.evidence)
    }
    clause test_2 "Threat mitigation" {
        id:           "fda.premarket.2026-02-03.V.C.2"
        passage:      "section V.C"
        text:         "Tests should show that threats are mitigated, against the architecture views."
        evidence_tag: verified
    }
    clause test_3 "Vulnerabilities" {
        id:           "fda.premarket.2026-02-03.V.C.3"
        passage:      "section V.C"
        text:         "Tests should look for vulnerabilities: misuse, malformed and random input, the attack surface, chains of weaknesses, scans for known vulnerabilities, composition of binaries, static and dynamic analysis with a search for credentials."
        evidence_tag: verified
    }
    clause test_4 "Penetration test" {
        id:           "fda.premarket.2026-02-03.V.C.4"
        passage:      "section V.C"
        text:         "A penetration test should be reported with the testers' independence, scope, duration, methods and results."
        evidence_tag: verified
    }
    // Labelling (VI.A; items 15 and 16 from V.A.4 and the text of VI.A)
    clause label_1 "Recommended controls" {
        id:           "fda.premarket.2026-02-03.label.1"
        passage:      "section VI.A, bullet 1"
        text:         "Labelling should give the controls recommended for the environment."
        evidence_tag: verified
        for control c where (c.measure == information)
        satisfied when known(c.description) or known(c.evidence)
    }
    clause label_2 "Diagrams" {
        id:           "fda.premarket.2026-02-03.label.2"
        passage:      "section VI.A, bullet 2"
        text:         "Labelling should contain diagrams that let users apply those controls."
        evidence_tag: verified
    }
    clause label_3 "Ports and interfaces" {
        id:           "fda.premarket.2026-02-03.label.3"
        passage:      "section VI.A, bullet 3"
        text:         "Labelling should list ports and interfaces with functionality, direction (incoming, outgoing or both) and approved end-points."
        evidence_tag: verified
        for port p where (p.for_exchange)
        satisfied when known(p.purpose)
    }
    clause label_4 "Infrastructure, deployment, response" {
        id:           "fda.premarket.2026-02-03.label.4"
        passage:      "section VI.A, bullet 4"
        text:         "Labelling should state requirements on the infrastructure (minimum networking, supported encryption), secure deployment and servicing, and the response to a vulnerability or an incident."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when p.environment_stated
    }
    clause label_5 "Software bill of materials" {
        id:           "fda.premarket.2026-02-03.label.5"
        passage:      "section VI.A, bullet 5"
        text:         "A software bill of materials should be available continuously, in a form a machine can read."
        evidence_tag: verified
    }
    clause label_6 "Download of software" {
        id:           "fda.premarket.2026-02-03.label.6"
        passage:      "section VI.A, bullet 6"
        text:         "Labelling should tell how to get authorised software whose version can be identified, and how users learn of it."
        evidence_tag: verified
    }
    clause label_7 "Response to anomalies" {
        id:           "fda.premarket.2026-02-03.label.7"
        passage:      "section VI.A, bullet 7"
        text:         "Labelling should tell how the device responds to anomalies, by notification and logging."
        evidence_tag: verified
    }
    clause label_8 "Critical functionality" {
        id:           "fda.premarket.2026-02-03.label.8"
        passage:      "section VI.A, bullet 8"
        text:         "Labelling should describe the features that protect critical functionality."
        evidence_tag: verified
    }
    clause label_9 "Backup and restore" {
        id:           "fda.premarket.2026-02-03.label.9"
        passage:      "section VI.A, bullet 9"
        text:         "Labelling should describe backup and restore of authenticated configurations."
        evidence_tag: verified
    }
    clause label_10 "Retention of the configuration" {
        id:           "fda.premarket.2026-02-03.label.10"
        passage:      "section VI.A, bullet 10"
        text:         "Labelling should describe how an authorised user keeps and recovers the configuration."
        evidence_tag: verified
    }
    clause label_11 "Secure configuration" {
        id:           "fda.premarket.2026-02-03.label.11"
        passage:      "section VI.A, bullet 11"
        text:         "Labelling should describe the secure configuration as shipped, the changes a user can make, and which of them increase risk."
        evidence_tag: verified
        for port p where (p.of_device and p.for_data)
        applies when   p.access in [public, user] and not p.required
        satisfied when known(p.default) and known(p.switching)
    }
    clause label_12 "Forensic evidence" {
        id:           "fda.premarket.2026-02-03.label.12"
        passage:      "section VI.A, bullet 12"
        text:         "Labelling should tell where evidence and logs are kept, how, in which format and for how long, and how monitoring systems can use them."
        evidence_tag: verified
    }
    clause label_13 "End of support" {
        id:           "fda.premarket.2026-02-03.label.13"
        passage:      "section VI.A, bullet 13"
        text:         "Labelling should give the end of support and of life of device and components, and the process by which risk is transferred then."
        evidence_tag: verified
        for system s
        satisfied when known(s.support_until)
    }
    clause label_14 "Decommissioning" {
        id:           "fda.premarket.2026-02-03.label.14"
        passage:      "section VI.A, bullet 14"
        text:         "Labelling should tell how to decommission the device securely."
        evidence_tag: verified
        for store s where (s.of_device)
        applies when   any d in s.holds where (d.confidentiality == high)
        satisfied when s.erasable
    }
    clause label_15 "Risks of components" {
        id:           "fda.premarket.2026-02-03.label.15"
        passage:      "section V.A.4"
        text:         "Information to manage the risks of components should be given, known vulnerabilities included."
        evidence_tag: verified
    }
    clause label_16 "Usability of transferred risks" {
        id:           "fda.premarket.2026-02-03.label.16"
        passage:      "section VI.A"
        text:         "Risks that are transferred to users should become tasks in usability testing."
        evidence_tag: verified
    }
    // Cybersecurity management plan (VI.B)
    clause plan_1 "Personnel" {
        id:           "fda.premarket.2026-02-03.VI.B.1"
        passage:      "section VI.B"
        text:         "The plan should name the personnel in charge."
        evidence_tag: verified
    }
    clause plan_2 "Monitoring" {
        id:           "fda.premarket.2026-02-03.VI.B.2"
        passage:      "section VI.B"
        text:         "The plan should name the sources, methods and frequency of monitoring for vulnerabilities."
        evidence_tag: verified
    }
    clause plan_3 "Vulnerabilities known to be exploited" {
        id:           "fda.premarket.2026-02-03.VI.B.3"
        passage:      "section VI.B"
        text:         "The plan should deal with vulnerabilities known to be exploited."
        evidence_tag: verified
    }
    clause plan_4 "Periodic testing" {
        id:           "fda.premarket.2026-02-03.VI.B.4"
        passage:      "section VI.B"
        text:         "The plan should provide for periodic security testing."
        evidence_tag: verified
    }
    clause plan_5 "Timeline to a patch" {
        id:           "fda.premarket.2026-02-03.VI.B.5"
        passage:      "section VI.B"
        text:         "The plan should give the timeline from finding to patch."
        evidence_tag: verified
    }
    clause plan_6 "Update processes" {
        id:           "fda.premarket.2026-02-03.VI.B.6"
        passage:      "section VI.B"
        text:         "The plan should describe the processes for updates."
        evidence_tag: verified
    }
    clause plan_7 "Patching capability" {
        id:           "fda.premarket.2026-02-03.VI.B.7"
        passage:      "section VI.B"
        text:         "The plan should state the capability to patch, such as the rate at which devices are reached."
        evidence_tag: verified
    }
    clause plan_8 "Coordinated disclosure" {
        id:           "fda.premarket.2026-02-03.VI.B.8"
        passage:      "section VI.B"
        text:         "The plan should describe coordinated disclosure of vulnerabilities."
        evidence_tag: verified
    }
    clause plan_9 "Communication" {
        id:           "fda.premarket.2026-02-03.VI.B.9"
        passage:      "section VI.B"
        text:         "The plan should describe communication."
        evidence_tag: verified
    }
    // Contents of a submission (appendix 4)
    clause app4 "Documents of a submission" {
        id:           "fda.premarket.2026-02-03.app4"
        passage:      "appendix 4, table 1"
        text:         "A submission should contain the risk management report (threat model, risk assessment, software bill of materials, assessments of vulnerabilities and support, anomalies, traceability), metrics, architecture views, test reports, labelling and management plans."
        evidence_tag: verified
    }
    clause app4_ide "Documents for an investigation" {
        id:           "fda.premarket.2026-02-03.app4.ide"
        passage:      "appendix 4"
        text:         "For an investigational device: software bill of materials, views, labelling and consent."
        evidence_tag: verified
    }
}

/// Section 524B: duties by statute for cyber devices, that is, devices with software that can connect to the Internet and could be vulnerable.
/// They apply to submissions by 510(k), PMA, PDP, De Novo and HDE.
standard fdca_524b "Federal Food, Drug, and Cosmetic Act, section 524B" {
    edition: "as quoted in the FDA guidance of 2026-02-03"
    binding: law
    source:  "https://www.fda.gov/media/119933/download"
    prefix:  "fdca.524B"

    clause b_1 "Plan for vulnerabilities" {
        id:           "fdca.524B.b.1"
        passage:      "section 524B(b)(1)"
        text:         "For a cyber device: a plan to monitor, identify and address vulnerabilities, with coordinated disclosure."
        evidence_tag: verified
    }
    clause b_2 "Processes and updates" {
        id:           "fdca.524B.b.2"
        passage:      "section 524B(b)(2)"
        text:         "For a cyber device: processes that give reasonable assurance of cybersecurity; updates on a regular cycle that is justified, and out of cycle for what is critical."
        evidence_tag: verified
    }
    clause b_3 "Software bill of materials" {
        id:           "fdca.524B.b.3"
        passage:      "section 524B(b)(3)"
        text:         "For a cyber device: a software bill of materials with commercial, open-source and off-the-shelf components."
        evidence_tag: verified
    }
}
