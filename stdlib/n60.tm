import std.clauses

/// IMDRF N60: what its principles, design considerations and documentation elements ask for, in our own words.
/// The guidance is meant for consideration: "not applicable because …" answers a consideration, silence does not.
standard imdrf_n60 "IMDRF N60: Principles and Practices for Medical Device Cybersecurity" {
    edition: "2020"
    binding: guidance
    source:  "IMDRF/CYBER WG/N60FINAL:2020"
    prefix:  "imdrf.n60"

    // General principles (section 4)
    clause gp_1 "Global harmonisation" {
        id:           "imdrf.n60.gp.1"
        passage:      "section 4.1"
        text:         "Align design, risk management, labelling, submissions, information sharing and post-market work across jurisdictions."
        evidence_tag: verified
    }
    clause gp_2 "Total product life cycle" {
        id:           "imdrf.n60.gp.2"
        passage:      "section 4.2"
        text:         "Manage cybersecurity risk from conception to the end of support, and balance safety with security: a control must not compromise safety or essential performance."
        evidence_tag: verified
    }
    clause gp_3 "Shared responsibility" {
        id:           "imdrf.n60.gp.3"
        passage:      "section 4.3"
        text:         "Manufacturer, healthcare provider, user, regulator and finder of a vulnerability each have their part in keeping the device secure."
        evidence_tag: verified
    }
    clause gp_4 "Information sharing" {
        id:           "imdrf.n60.gp.4"
        passage:      "section 4.4"
        text:         "Share information about threats and vulnerabilities openly, through sharing organisations and coordinated disclosure."
        evidence_tag: verified
    }
    // Secure communications (table 1)
    clause comm_1 "Interfaces identified" {
        id:           "imdrf.n60.comm.1"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 1"
        text:         "Identify every interface to other devices and networks, wired or wireless, and think through how each is used."
        evidence_tag: verified
        for port p where (p.for_exchange)
        satisfied when known(p.purpose)
    }
    clause comm_2 "All inputs validated" {
        id:           "imdrf.n60.comm.2"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 2"
        text:         "Validate every input, not only those that come from outside."
        evidence_tag: verified
        for process p where (p.of_device)
        applies when   not empty(p.inbound)
        satisfied when p.validates_input
    }
    clause comm_3 "Weaker partners and environments" {
        id:           "imdrf.n60.comm.3"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 2"
        text:         "Allow for partners and environments that only support weaker communication, such as home networks and older devices."
        evidence_tag: verified
    }
    clause comm_4 "Protected data transfer" {
        id:           "imdrf.n60.comm.4"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 3"
        text:         "Protect data transfer in both directions against unauthorised access, modification and replay."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when
            (f.integrity_protected or f.signed)
            and f.replay_protected
            and (f.encrypted or all d in f.carries where (d.confidentiality == low))
    }
    clause comm_5 "Authentication between devices" {
        id:           "imdrf.n60.comm.5"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 3"
        text:         "Decide how devices and systems that communicate authenticate each other."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.authentication != none
    }
    clause comm_6 "Need for encryption" {
        id:           "imdrf.n60.comm.6"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 3"
        text:         "Decide whether communication has to be encrypted."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.encrypted in [yes, no]
    }
    clause comm_7 "Protection against replay" {
        id:           "imdrf.n60.comm.7"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 3"
        text:         "Decide how replay of earlier commands or data is prevented."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.replay_protected
    }
    clause comm_8 "End of sessions" {
        id:           "imdrf.n60.comm.8"
        passage:      "section 5.1, table 1, Secure Communications, paragraph 3"
        text:         "Decide whether sessions end after a set time."
        evidence_tag: verified
    }
    // Data protection
    clause data_1 "Safety-related data protected" {
        id:           "imdrf.n60.data.1"
        passage:      "section 5.1, table 1, Data Protection, paragraph 1"
        text:         "Decide whether safety-related data that is stored on the device or moved to or from it needs protection such as encryption."
        evidence_tag: verified
        for data d where (d.safety_related)
        satisfied when
            (all s in d.held_by where (not s.of_device or s.encrypted in [yes, no]))
            and all f in d.carried_by where (not f.device_link or f.encrypted in [yes, no])
    }
    clause data_2 "Passwords stored as hashes" {
        id:           "imdrf.n60.data.2"
        passage:      "section 5.1, table 1, Data Protection, paragraph 1"
        text:         "Store passwords only as cryptographically secure hashes, which is the example the guidance gives."
        evidence_tag: verified
        for store s where (s.of_device)
        applies when   any d in s.holds where (d is Password)
        satisfied when s.hashed
    }
    clause data_3 "Control fields of messages" {
        id:           "imdrf.n60.data.3"
        passage:      "section 5.1, table 1, Data Protection, paragraph 2"
        text:         "Decide whether control and sequencing fields of messages need confidentiality."
        evidence_tag: verified
    }
    clause data_4 "Keys protected" {
        id:           "imdrf.n60.data.4"
        passage:      "section 5.1, table 1, Data Protection, paragraph 2"
        text:         "Protect cryptographic keying material from compromise."
        evidence_tag: verified
        for store s where (s.of_device)
        applies when   any d in s.holds where (d is KeyMaterial)
        satisfied when s.hardware_protected or s.encrypted
    }
    // Device integrity
    clause integ_1 "Non-repudiation" {
        id:           "imdrf.n60.integ.1"
        passage:      "section 5.1, table 1, Device Integrity, paragraph 1"
        text:         "Decide at the level of the system whether features for non-repudiation, such as audit logging, are needed."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        satisfied when p.audit_log in [yes, no]
    }
    clause integ_2 "Integrity of the device" {
        id:           "imdrf.n60.integ.2"
        passage:      "section 5.1, table 1, Device Integrity, paragraph 2"
        text:         "Address risks to the integrity of the device, such as unauthorised modification of its software."
        evidence_tag: verified
        for process p where (p.of_device)
        satisfied when p.update in [none, signed]
    }
    clause integ_3 "Malicious code" {
        id:           "imdrf.n60.integ.3"
        passage:      "section 5.1, table 1, Device Integrity, paragraph 3"
        text:         "Decide on controls, such as anti-malware, that keep malicious code from executing on the device."
        evidence_tag: verified
        for process p where (p.of_device)
        applies when   p.operating_system == general_purpose
        satisfied when p.application_control
    }
    // User authentication
    clause auth_1 "Access control" {
        id:           "imdrf.n60.auth.1"
        passage:      "section 5.1, table 1, User Authentication, paragraph 1"
        text:         "Control access so that only people who are entitled to it use the device."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        satisfied when p.has_login
    }
    clause auth_2 "Privileges by role" {
        id:           "imdrf.n60.auth.2"
        passage:      "section 5.1, table 1, User Authentication, paragraph 1"
        text:         "Give privileges according to the role of the user."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        satisfied when p.authorises_requests
    }
    clause auth_3 "Emergency access" {
        id:           "imdrf.n60.auth.3"
        passage:      "section 5.1, table 1, User Authentication, paragraph 1"
        text:         "Decide how the device is reached in an emergency."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        applies when   p.safety_relevant and p.has_login
        satisfied when p.emergency_access
    }
    clause auth_4 "Credentials not shared" {
        id:           "imdrf.n60.auth.4"
        passage:      "section 5.1, table 1, User Authentication, paragraph 1"
        text:         "Do not use the same credentials across devices and customers."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        applies when   p.login in [shared, pin, password]
        satisfied when p.unique_credentials
    }
    clause auth_5 "Choice of authenticator" {
        id:           "imdrf.n60.auth.5"
        passage:      "section 5.1, table 1, User Authentication, paragraph 1"
        text:         "Choose an authenticator that fits: password, hardware key, biometrics, or a signal of intent that another device cannot produce."
        evidence_tag: verified
    }
    // Software maintenance
    clause maint_1 "Process for updates" {
        id:           "imdrf.n60.maint.1"
        passage:      "section 5.1, table 1, Software Maintenance, paragraph 1"
        text:         "Establish and communicate a process for regular updates."
        evidence_tag: verified
    }
    clause maint_2 "Third-party software" {
        id:           "imdrf.n60.maint.2"
        passage:      "section 5.1, table 1, Software Maintenance, paragraph 2"
        text:         "Decide how the operating system, third-party and open-source software are updated or controlled."
        evidence_tag: verified
    }
    clause maint_3 "Environments outside control" {
        id:           "imdrf.n60.maint.3"
        passage:      "section 5.1, table 1, Software Maintenance, paragraph 2"
        text:         "Plan for updates and outdated environments that the manufacturer does not control."
        evidence_tag: verified
    }
    clause maint_4 "Updates against new vulnerabilities" {
        id:           "imdrf.n60.maint.4"
        passage:      "section 5.1, table 1, Software Maintenance, paragraph 3"
        text:         "Decide how the device is updated against newly found vulnerabilities, and whether a user has to act or the device starts by itself."
        evidence_tag: verified
        for process p where (p.of_device)
        satisfied when p.update != none
    }
    clause maint_5 "Validated updates" {
        id:           "imdrf.n60.maint.5"
        passage:      "section 5.1, table 1, Software Maintenance, paragraph 3"
        text:         "Decide how an update is shown to have no adverse effect on safety and performance."
        evidence_tag: verified
    }
    clause maint_6 "Connections for updates" {
        id:           "imdrf.n60.maint.6"
        passage:      "section 5.1, table 1, Software Maintenance, paragraph 4"
        text:         "Identify which connections updating needs."
        evidence_tag: verified
        for data d where (d is FirmwarePackage)
        satisfied when not empty(d.carried_by)
    }
    clause maint_7 "Authentic updates" {
        id:           "imdrf.n60.maint.7"
        passage:      "section 5.1, table 1, Software Maintenance, paragraph 4"
        text:         "Ensure that the connection or the update is authentic, by code signing or similar means."
        evidence_tag: verified
        for flow f where (f.device_link)
        applies when   any d in f.carries where (d is FirmwarePackage)
        satisfied when f.signed or f.sender_known
    }
    // Physical access
    clause phys_1 "Physical access prevented" {
        id:           "imdrf.n60.phys.1"
        passage:      "section 5.1, table 1, Physical Access, paragraph 1"
        text:         "Prevent unauthorised persons from physically accessing the device, for instance by locks."
        evidence_tag: verified
    }
    clause phys_2 "Ports restricted" {
        id:           "imdrf.n60.phys.2"
        passage:      "section 5.1, table 1, Physical Access, paragraph 1"
        text:         "Restrict ports physically."
        evidence_tag: verified
        for port p where (p.of_device and p.for_data and not p.logical)
        applies when   p.medium not in [wireless, internal] and (p.debug or not p.used or p.access in [service, factory])
        satisfied when p.covered or p.default == removed
    }
    clause phys_3 "No access by cable without authentication" {
        id:           "imdrf.n60.phys.3"
        passage:      "section 5.1, table 1, Physical Access, paragraph 1"
        text:         "Grant no access by a physical cable without authentication."
        evidence_tag: verified
        for port p where (p.takes_data)
        applies when   p.medium in [wired, contact]
        satisfied when p.authenticated_access or p.locked or p.off_as_shipped
    }
    // Reliability and availability
    clause avail_1 "Attacks detected" {
        id:           "imdrf.n60.avail.1"
        passage:      "section 5.1, table 1, Reliability and Availability, paragraph 1"
        text:         "Design the device to detect attacks so that essential performance is maintained."
        evidence_tag: verified
    }
    clause avail_2 "Attacks resisted" {
        id:           "imdrf.n60.avail.2"
        passage:      "section 5.1, table 1, Reliability and Availability, paragraph 1"
        text:         "Design the device to resist attacks so that essential performance is maintained."
        evidence_tag: verified
    }
    clause avail_3 "Attacks responded to" {
        id:           "imdrf.n60.avail.3"
        passage:      "section 5.1, table 1, Reliability and Availability, paragraph 1"
        text:         "Design the device to respond to attacks so that essential performance is maintained."
        evidence_tag: verified
        for flow f where (f.device_link)
        applies when   f.source.safety_relevant or f.target.safety_relevant
        satisfied when f.fails_safe
    }
    clause avail_4 "Recovery from attacks" {
        id:           "imdrf.n60.avail.4"
        passage:      "section 5.1, table 1, Reliability and Availability, paragraph 1"
        text:         "Design the device to recover from attacks so that essential performance is maintained."
        evidence_tag: verified
    }
    // Risk management over the life cycle (section 5.2)
    clause rm_1 "Steps of risk management" {
        id:           "imdrf.n60.rm.1"
        passage:      "section 5.2"
        text:         "Identify vulnerabilities; estimate and evaluate their risk; control it to an acceptable level; assess and monitor whether controls work; communicate through coordinated disclosure."
        evidence_tag: verified
    }
    clause rm_2 "Security and safety risk" {
        id:           "imdrf.n60.rm.2"
        passage:      "section 5.2"
        text:         "Combine ISO 14971 with security risk management (TIR57, TIR97): a security risk that affects safety, essential performance or clinical operations, or causes errors, enters the risk process of the device."
        evidence_tag: verified
        for harm h
        satisfied when known(h.hazard)
    }
    clause rm_3 "Exploitability and severity" {
        id:           "imdrf.n60.rm.3"
        passage:      "section 5.2"
        text:         "Judge the risk of harm to the patient by exploitability and severity of harm, taking compensating controls into account."
        evidence_tag: verified
        for harm h
        satisfied when h.severity >= negligible
    }
    clause rm_4 "Linked assessment" {
        id:           "imdrf.n60.rm.4"
        passage:      "section 5.2"
        text:         "Let the risk assessment link design, threat model, harm, mitigation and test, and refer from each requirement that mitigates to the threat it is there for."
        evidence_tag: verified
        for control c where (not empty(c.protects))
        satisfied when known(c.requirement)
    }
    clause rm_5 "Threat model of device and system" {
        id:           "imdrf.n60.rm.5"
        passage:      "section 5.2"
        text:         "Let the threat model cover device and system, from supply chain and design through production and deployment to maintenance, with system diagrams of sufficient detail, with the four questions of OWASP, and misconfiguration whether by accident or intent: a device on the Internet that was not designed for it, for instance."
        evidence_tag: verified
    }
    clause rm_6 "Consistent scoring" {
        id:           "imdrf.n60.rm.6"
        passage:      "section 5.2"
        text:         "Score known vulnerabilities by one consistent method, such as CVSS or its successor."
        evidence_tag: verified
    }
    // Security testing (section 5.3)
    clause test_1 "Known vulnerabilities and weaknesses" {
        id:           "imdrf.n60.test.1"
        passage:      "section 5.3"
        text:         "Search components for known vulnerabilities and weaknesses: static and dynamic analysis, robustness tests, vulnerability scans, analysis of software composition."
        evidence_tag: verified
    }
    clause test_2 "Technical analyses" {
        id:           "imdrf.n60.test.2"
        passage:      "section 5.3"
        text:         "Carry out technical analyses such as penetration tests, with fuzzing and a search for other ways in: hidden files, configuration, data streams, hardware registers."
        evidence_tag: verified
    }
    clause test_3 "Assessment of vulnerabilities" {
        id:           "imdrf.n60.test.3"
        passage:      "section 5.3"
        text:         "Assess vulnerabilities with their impact on sibling products, countermeasures and remediation."
        evidence_tag: verified
    }
    // Plan for the total product life cycle (section 5.4)
    clause plan_1 "Vigilance" {
        id:           "imdrf.n60.plan.1"
        passage:      "section 5.4"
        text:         "Plan vigilance."
        evidence_tag: verified
    }
    clause plan_2 "Disclosure of vulnerabilities" {
        id:           "imdrf.n60.plan.2"
        passage:      "section 5.4"
        text:         "Plan how vulnerabilities are disclosed."
        evidence_tag: verified
    }
    clause plan_3 "Updates and remediation" {
        id:           "imdrf.n60.plan.3"
        passage:      "section 5.4"
        text:         "Plan updates and other remediation."
        evidence_tag: verified
    }
    clause plan_4 "Recovery" {
        id:           "imdrf.n60.plan.4"
        passage:      "section 5.4"
        text:         "Plan recovery."
        evidence_tag: verified
    }
    clause plan_5 "Information sharing" {
        id:           "imdrf.n60.plan.5"
        passage:      "section 5.4"
        text:         "Plan how information is shared."
        evidence_tag: verified
    }
    // Labelling (section 5.5.1)
    clause label_1 "Recommended controls" {
        id:           "imdrf.n60.label.1"
        passage:      "section 5.5.1, item 1"
        text:         "Give instructions on the security controls recommended for the intended environment, such as anti-malware, network configuration and firewall."
        evidence_tag: verified
        for control c where (c.measure == information)
        satisfied when known(c.description) or known(c.evidence)
    }
    clause label_2 "Backup and restore" {
        id:           "imdrf.n60.label.2"
        passage:      "section 5.5.1, item 2"
        text:         "Describe how to back up and restore, and how to regain a configuration."
        evidence_tag: verified
    }
    clause label_3 "List of ports and interfaces" {
        id:           "imdrf.n60.label.3"
        passage:      "section 5.5.1, item 3"
        text:         "List the network ports and other interfaces that are expected to send or receive data, what each is for and whether it is incoming or outgoing; unused ports should be disabled."
        evidence_tag: verified
        for port p where (p.for_exchange)
        satisfied when known(p.purpose) and known(p.default) and (p.used or p.off_as_shipped)
    }
    clause label_4 "System diagrams" {
        id:           "imdrf.n60.label.4"
        passage:      "section 5.5.1, item 4"
        text:         "Give system diagrams that are detailed enough for end users."
        evidence_tag: verified
    }
    // Customer security documentation (section 5.5.2)
    clause csd_1 "Infrastructure" {
        id:           "imdrf.n60.csd.1"
        passage:      "section 5.5.2, bullet 1"
        text:         "State what the device needs from the supporting infrastructure to operate as intended."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when p.environment_stated
    }
    clause csd_2 "Hardening" {
        id:           "imdrf.n60.csd.2"
        passage:      "section 5.5.2, bullet 2"
        text:         "Describe how the device is or can be hardened: end-point protection, firewall rules, allow-listing, events, logging, physical detection."
        evidence_tag: verified
        for port p where (p.of_device and p.for_data)
        applies when   p.default == enabled and not p.required
        satisfied when known(p.switching)
    }
    clause csd_3 "Deployment and servicing" {
        id:           "imdrf.n60.csd.3"
        passage:      "section 5.5.2, bullet 3"
        text:         "Give instructions for secure deployment in the network and for servicing, and for what users do on a vulnerability or an incident."
        evidence_tag: verified
    }
    clause csd_4 "Notification of anomalies" {
        id:           "imdrf.n60.csd.4"
        passage:      "section 5.5.2, bullet 4"
        text:         "Describe how the device and its supporting systems notify the user of anomalies, such as changed configuration, login attempts or unusual traffic."
        evidence_tag: verified
    }
    clause csd_5 "Retention of the configuration" {
        id:           "imdrf.n60.csd.5"
        passage:      "section 5.5.2, bullet 5"
        text:         "Describe how an authenticated, privileged user keeps and recovers the configuration."
        evidence_tag: verified
    }
    clause csd_6a "Consequences of changes" {
        id:           "imdrf.n60.csd.6a"
        passage:      "section 5.5.2, bullet 6"
        text:         "State the risks of changing the security configuration or the environment of use."
        evidence_tag: verified
        for assumption a where (a.for_others)
        satisfied when known(a.if_false)
    }
    clause csd_6b "Installing updates" {
        id:           "imdrf.n60.csd.6b"
        passage:      "section 5.5.2, bullet 6"
        text:         "Give authorised users a systematic procedure for downloading and installing updates."
        evidence_tag: verified
    }
    clause csd_7 "End of security support" {
        id:           "imdrf.n60.csd.7"
        passage:      "section 5.5.2, bullet 7"
        text:         "State when security support ends, if that is known."
        evidence_tag: verified
        for system s
        satisfied when known(s.support_until)
    }
    clause csd_8 "Software bill of materials" {
        id:           "imdrf.n60.csd.8"
        passage:      "section 5.5.2, bullet 8"
        text:         "Provide a bill of materials that names each software component with origin, version and build, in an industry format and through trusted channels."
        evidence_tag: verified
    }
    // Regulatory submission (section 5.6)
    clause sub_1 "Design documentation" {
        id:           "imdrf.n60.sub.1"
        passage:      "section 5.6.1"
        text:         "Describe the device, its interfaces, communication pathways and components in hardware and software, all security features of the design, and the reasons and assumptions behind access control, encryption, updates, logging and physical security."
        evidence_tag: verified
    }
    clause sub_2 "Risk management documentation" {
        id:           "imdrf.n60.sub.2"
        passage:      "section 5.6.2"
        text:         "Give threats and vulnerabilities, risk estimates, controls with evidence that they were tested, the threat model, and the effect of security controls on other risks, in a form that feeds ISO 14971."
        evidence_tag: verified
    }
    clause sub_3 "Test documentation" {
        id:           "imdrf.n60.sub.3"
        passage:      "section 5.6.3"
        text:         "Give methods, results and conclusions of tests, a matrix that traces security risks to controls and tests, and the standards and procedures followed."
        evidence_tag: verified
        for control c where (not empty(c.protects))
        satisfied when known(c.evidence) and not empty(c.evidence)
    }
    clause sub_4 "Life-cycle plan" {
        id:           "imdrf.n60.sub.4"
        passage:      "section 5.6.4"
        text:         "Summarise the plan for maintenance."
        evidence_tag: verified
    }
    clause sub_5 "Labelling and customer documentation" {
        id:           "imdrf.n60.sub.5"
        passage:      "section 5.6.5"
        text:         "Include all the user documentation of section 5.5."
        evidence_tag: verified
    }
    // Post-market (section 6)
    clause post_1 "Operation in the intended environment" {
        id:           "imdrf.n60.post.1"
        passage:      "section 6.1"
        text:         "Healthcare providers apply risk management when IT is set up, when a device is integrated and when something changes: physical security, access by role, configuration management with an inventory of assets, the manufacturer's configuration, control of network access, updates, protection against malware, timeout of sessions, all fitted to clinical emergencies. Users are trained, patients among them."
        evidence_tag: verified
    }
    clause post_2 "Information sharing" {
        id:           "imdrf.n60.post.2"
        passage:      "section 6.2"
        text:         "Decide who shares what over trusted networks: affected products, vulnerabilities of components, attacks and exploit code, patches, interim instructions."
        evidence_tag: verified
    }
    clause post_3 "Coordinated vulnerability disclosure" {
        id:           "imdrf.n60.post.3"
        passage:      "section 6.3"
        text:         "Follow ISO/IEC 29147 and 30111: monitor sources, have a process of intake, assess with CVSS and with ISO 14971, remedy or compensate, and communicate scope, impact, risk and mitigation."
        evidence_tag: verified
    }
    clause post_4 "Remediation" {
        id:           "imdrf.n60.post.4"
        passage:      "section 6.4"
        text:         "Remedy according to risk, third-party components like one's own. Communicate timeline, mechanism, score, exploitability and interim measures. Choose a way of updating (remote, by the user, by a service visit) with what it asks of the user. The regulator's oversight is low for cyber hygiene, medium for an acceptable residual risk and high for an unacceptable one, such as an open unused port that lets unauthorised firmware in."
        evidence_tag: verified
    }
    clause post_5 "Incident response" {
        id:           "imdrf.n60.post.5"
        passage:      "section 6.5"
        text:         "Respond to incidents by ISO/IEC 27035."
        evidence_tag: verified
    }
    clause post_6 "Legacy devices" {
        id:           "imdrf.n60.post.6"
        passage:      "section 6.6"
        text:         "A device is legacy when neither updates nor compensating controls can reasonably protect it, whatever its age. Its stages are development, support, limited support from the end of life, and end of support, when responsibility passes to the customer."
        evidence_tag: verified
    }
}
