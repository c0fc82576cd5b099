import std.clauses

/// MDCG 2019-16: what the Union's guidance expects of design, environment, instructions for use and information to providers.
/// Read in the edition of December 2019; section 3.6 was compared with revision 1 of July 2020, which is the current one.
/// The capabilities are known by their names; what they mean is in our words. The measures for the environment are indicative: neither complete nor mandatory. The standards the guidance lists give no presumption of conformity unless they are harmonised.
standard mdcg_2019_16 "MDCG 2019-16: Guidance on Cybersecurity for medical devices" {
    edition: "December 2019; section 3.6 also in revision 1 (July 2020)"
    binding: guidance
    source:  "MDCG 2019-16, https://ec.europa.eu/docsroom/documents/38941"
    prefix:  "mdcg.2019-16"

    // Basic concepts and risk (chapters 2 and 3)
    clause s2_6 "Joint responsibility" {
        id:           "mdcg.2019-16.2.6"
        passage:      "section 2.6 (joint responsibility)"
        text:         "Integrator, operator and users each have their part, beside the manufacturer, in keeping the device secure."
        evidence_tag: verified
        for assumption a
        satisfied when known(a.owner)
    }
    clause s3_2 "Security and safety risk management" {
        id:           "mdcg.2019-16.3.2"
        passage:      "section 3.2 (security risk management)"
        text:         "Manage security and safety risks in processes of their own that exchange results: a security risk with an impact on safety goes to the safety file, a safety control with an impact on security to the security file. The safety file may list generic security hazards instead of every vector of attack."
        evidence_tag: verified
        for harm h
        satisfied when known(h.hazard)
    }
    clause s3_3 "Order of security measures" {
        id:           "mdcg.2019-16.3.3"
        passage:      "section 3.3 (security capabilities)"
        text:         "Take measures in this order: secure design; protection, security notifications included; information for security, including what the user has to do in the operating environment."
        evidence_tag: verified
    }
    // Practices over the life cycle (3.1)
    clause p1 "Security management" {
        id:           "mdcg.2019-16.p1"
        passage:      "section 3.1 (secure by design), practice 1"
        text:         "Plan, document and carry out security activities over the whole life cycle, for components from outside, too."
        evidence_tag: verified
    }
    clause p2 "Specification of security requirements" {
        id:           "mdcg.2019-16.p2"
        passage:      "section 3.1 (secure by design), practice 2"
        text:         "Specify what the device has to be capable of for the confidentiality, integrity and availability of data, functions and services, together with the product's security context."
        evidence_tag: verified
    }
    clause p3 "Secure by design" {
        id:           "mdcg.2019-16.p3"
        passage:      "section 3.1 (secure by design), practice 3"
        text:         "Make security part of the design, with defence in depth."
        evidence_tag: verified
    }
    clause p4 "Secure implementation" {
        id:           "mdcg.2019-16.p4"
        passage:      "section 3.1 (secure by design), practice 4"
        text:         "Implement features securely, in the manufacturer's own hardware and software."
        evidence_tag: verified
    }
    clause p5 "Security verification and validation" {
        id:           "mdcg.2019-16.p5"
        passage:      "section 3.1 (secure by design), practice 5"
        text:         "Show by tests that security requirements are met and that security holds in the intended use."
        evidence_tag: verified
    }
    clause p6 "Management of security issues" {
        id:           "mdcg.2019-16.p6"
        passage:      "section 3.1 (secure by design), practice 6"
        text:         "Handle security-related issues."
        evidence_tag: verified
    }
    clause p7 "Management of security updates" {
        id:           "mdcg.2019-16.p7"
        passage:      "section 3.1 (secure by design), practice 7"
        text:         "Test security updates for regressions and deliver them in time."
        evidence_tag: verified
    }
    clause p8 "Security guidelines" {
        id:           "mdcg.2019-16.p8"
        passage:      "section 3.1 (secure by design), practice 8"
        text:         "Tell in the user documentation how to integrate and configure the device and how to keep its defence in depth."
        evidence_tag: verified
    }
    // Security capabilities (3.3, table 3), under the codes that MDS2 uses for them
    clause cap_alof "Automatic logoff" {
        id:           "mdcg.2019-16.cap.ALOF"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: a session that nobody attends to ends by itself."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        applies when   p.has_login
        satisfied when p.session_timeout
    }
    clause cap_audt "Audit controls" {
        id:           "mdcg.2019-16.cap.AUDT"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: what is done on the device can be audited."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        satisfied when p.audit_log
    }
    clause cap_auth "Authorisation" {
        id:           "mdcg.2019-16.cap.AUTH"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: users can do what they are authorised to do, and no more."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        satisfied when p.authorises_requests
    }
    clause cap_cnfs "Configuration of security features" {
        id:           "mdcg.2019-16.cap.CNFS"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: security features can be configured."
        evidence_tag: verified
    }
    clause cap_csup "Product upgrades" {
        id:           "mdcg.2019-16.cap.CSUP"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: the product can be upgraded for the sake of cybersecurity."
        evidence_tag: verified
    }
    clause cap_didt "De-identification" {
        id:           "mdcg.2019-16.cap.DIDT"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: data can be stripped of what identifies the patient."
        evidence_tag: verified
    }
    clause cap_dtbk "Backup and disaster recovery" {
        id:           "mdcg.2019-16.cap.DTBK"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: data and configuration can be backed up and recovered after a disaster."
        evidence_tag: verified
    }
    clause cap_emrg "Emergency access" {
        id:           "mdcg.2019-16.cap.EMRG"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: the device can be used in an emergency."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        applies when   p.safety_relevant and p.has_login
        satisfied when p.emergency_access
    }
    clause cap_igau "Integrity and authenticity" {
        id:           "mdcg.2019-16.cap.IGAU"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: data are shown to be unaltered and of the stated origin."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when (f.integrity_protected and f.sender_known) or f.signed
    }
    clause cap_mldp "Malware protection" {
        id:           "mdcg.2019-16.cap.MLDP"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: malware is kept from the device or from taking effect on it."
        evidence_tag: verified
        for process p where (p.of_device)
        applies when   p.operating_system == general_purpose
        satisfied when p.application_control
    }
    clause cap_naut "Node authentication" {
        id:           "mdcg.2019-16.cap.NAUT"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: systems that communicate authenticate each other."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.authentication == mutual
    }
    clause cap_paut "Person authentication" {
        id:           "mdcg.2019-16.cap.PAUT"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: people prove who they are."
        evidence_tag: verified
        for process p where (p.operated_by_people)
        satisfied when p.has_login
    }
    clause cap_plok "Physical locks" {
        id:           "mdcg.2019-16.cap.PLOK"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: physical locks on the device."
        evidence_tag: verified
    }
    clause cap_sahd "System and OS hardening" {
        id:           "mdcg.2019-16.cap.SAHD"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: system and operating system are hardened."
        evidence_tag: verified
        for port p where (p.of_device and p.for_data)
        applies when   not p.used
        satisfied when p.off_as_shipped or p.locked
    }
    clause cap_sgud "Security and privacy guides" {
        id:           "mdcg.2019-16.cap.SGUD"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: guides tell the user about security and privacy."
        evidence_tag: verified
    }
    clause cap_stcf "Storage confidentiality" {
        id:           "mdcg.2019-16.cap.STCF"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: stored data are kept confidential."
        evidence_tag: verified
        for store s where (s.of_device)
        applies when   any d in s.holds where (d.confidentiality == high)
        satisfied when s.encrypted or s.hardware_protected
    }
    clause cap_txcf "Transmission confidentiality" {
        id:           "mdcg.2019-16.cap.TXCF"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: transmitted data are kept confidential."
        evidence_tag: verified
        for flow f where (f.device_link)
        applies when   any d in f.carries where (d.confidentiality == high)
        satisfied when f.encrypted
    }
    clause cap_txig "Transmission integrity" {
        id:           "mdcg.2019-16.cap.TXIG"
        passage:      "section 3.3 (security capabilities), table 3"
        text:         "Capability: transmitted data are protected against alteration."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.integrity_protected or f.signed
    }
    // Minimum IT requirements (3.6). The operating environment is every IT or network asset that interacts with the device and does not come from the manufacturer
    clause minit_p1 "Requirements derived from risk" {
        id:           "mdcg.2019-16.minit.p1"
        passage:      "section 3.6 (minimum IT requirements)"
        text:         "Derive each requirement on the environment from the risk assessment of the device."
        evidence_tag: verified
    }
    clause minit_p2 "Autonomous device" {
        id:           "mdcg.2019-16.minit.p2"
        passage:      "section 3.6 (minimum IT requirements)"
        text:         "Let the device depend on itself as far as possible, and keep reliance on the environment alone to a minimum."
        evidence_tag: verified
        for control c where (c.measure == information)
        satisfied when all e in c.protects where (any k in e.controls where (k.measure != information))
    }
    clause minit_p3 "Assumptions in the instructions for use" {
        id:           "mdcg.2019-16.minit.p3"
        passage:      "section 3.6 (minimum IT requirements)"
        text:         "Assumptions about the security of the environment shall be documented in the instructions for use."
        evidence_tag: verified
    }
    clause minit_p4 "No compensation without justification" {
        id:           "mdcg.2019-16.minit.p4"
        passage:      "section 3.6 (minimum IT requirements)"
        text:         "Do not let measures in the environment make up for vulnerabilities of the device without a justification; where the device relies on the environment for important controls, say so in the technical documentation."
        evidence_tag: verified
    }
    // Indicative measures for the operating environment (3.6)
    clause env_law "Applicable law" {
        id:           "mdcg.2019-16.env.law"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: compliance of the operator with national and Union law, data protection for instance."
        evidence_tag: verified
    }
    clause env_phys_1 "Authenticated physical access" {
        id:           "mdcg.2019-16.env.phys.1"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: authentication for physical access, by badges for instance."
        evidence_tag: verified
    }
    clause env_phys_2 "Policy for physical security" {
        id:           "mdcg.2019-16.env.phys.2"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: a policy for physical security with roles and rights."
        evidence_tag: verified
    }
    clause env_phys_3 "Secure areas" {
        id:           "mdcg.2019-16.env.phys.3"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: secure areas that are kept apart."
        evidence_tag: verified
    }
    clause env_ctl_1 "User access management" {
        id:           "mdcg.2019-16.env.ctl.1"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: management of users' access."
        evidence_tag: verified
    }
    clause env_ctl_2 "Anti-malware" {
        id:           "mdcg.2019-16.env.ctl.2"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: anti-malware."
        evidence_tag: verified
    }
    clause env_ctl_3 "Firewall" {
        id:           "mdcg.2019-16.env.ctl.3"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: a firewall."
        evidence_tag: verified
    }
    clause env_ctl_4 "Allow-listing and hardening" {
        id:           "mdcg.2019-16.env.ctl.4"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: an allow-list of applications, or hardening."
        evidence_tag: verified
    }
    clause env_ctl_5 "Genuine software" {
        id:           "mdcg.2019-16.env.ctl.5"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: no software but genuine."
        evidence_tag: verified
    }
    clause env_ctl_6 "Session management" {
        id:           "mdcg.2019-16.env.ctl.6"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: management of sessions, with timeouts."
        evidence_tag: verified
    }
    clause env_net_1 "Network segmentation" {
        id:           "mdcg.2019-16.env.net.1"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: division of the network into segments."
        evidence_tag: verified
    }
    clause env_net_2 "Traffic filtering" {
        id:           "mdcg.2019-16.env.net.2"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: filtering of traffic."
        evidence_tag: verified
    }
    clause env_net_3 "Data encryption" {
        id:           "mdcg.2019-16.env.net.3"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: encryption of data."
        evidence_tag: verified
    }
    clause env_ws_1 "Hardened workstations" {
        id:           "mdcg.2019-16.env.ws.1"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: workstations with a hardened operating system and an allow-list."
        evidence_tag: verified
    }
    clause env_ws_2 "Memory protection" {
        id:           "mdcg.2019-16.env.ws.2"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: workstations with memory protection."
        evidence_tag: verified
    }
    clause env_ws_3 "Anti-malware on workstations" {
        id:           "mdcg.2019-16.env.ws.3"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: workstations compatible with products against malicious code."
        evidence_tag: verified
    }
    clause env_ws_4 "Strong passwords" {
        id:           "mdcg.2019-16.env.ws.4"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: strong passwords on workstations."
        evidence_tag: verified
    }
    clause env_ws_5 "Necessary software only" {
        id:           "mdcg.2019-16.env.ws.5"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: workstations with no more software than they need."
        evidence_tag: verified
    }
    clause env_sys_1 "Partitioned systems" {
        id:           "mdcg.2019-16.env.sys.1"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: complex systems: partitions or segments."
        evidence_tag: verified
    }
    clause env_sys_2 "Propagation limited" {
        id:           "mdcg.2019-16.env.sys.2"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: complex systems: integrity checks and authentication of devices, to limit how far an attack spreads."
        evidence_tag: verified
    }
    clause env_patch_1 "Patching supported" {
        id:           "mdcg.2019-16.env.patch.1"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: an environment in which patches can be installed without breaking interoperability."
        evidence_tag: verified
    }
    clause env_patch_2 "Device patches" {
        id:           "mdcg.2019-16.env.patch.2"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: installation of the device's patches in time."
        evidence_tag: verified
    }
    clause env_patch_3 "Environment up to date" {
        id:           "mdcg.2019-16.env.patch.3"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: an environment that is itself kept up to date."
        evidence_tag: verified
    }
    clause env_interop "Interoperability" {
        id:           "mdcg.2019-16.env.interop"
        passage:      "section 3.6 (minimum IT requirements), indicative measures"
        text:         "Indicative measure: elements that interact with the device, interoperable and without harm to its specified performance."
        evidence_tag: verified
    }
    clause annex_i "Further good practices for the environment" {
        id:           "mdcg.2019-16.annex.I"
        passage:      "Annex I"
        text:         "Good practice: risk assessment when a device is introduced, policies, training, an inventory of assets, least privilege, monitoring, data recovery, review of incidents, disaster recovery, and no components past their end of life."
        evidence_tag: verified
    }
    // Instructions for use (4.2), by point of MDR Annex I, 23.4
    clause ifu_g "Residual risks (MDR 23.4(g), IVDR 20.1(g))" {
        id:           "mdcg.2019-16.ifu.g"
        passage:      "section 4.2 (instructions for use), MDR point 23.4(g)"
        text:         "A risk profile at a high level, and the objectives of IT security."
        evidence_tag: verified
    }
    clause ifu_h "Specifications (MDR 23.4(h))" {
        id:           "mdcg.2019-16.ifu.h"
        passage:      "section 4.2 (instructions for use), MDR point 23.4(h)"
        text:         "Specifications of the operating system; integrity and validation of updates and patches."
        evidence_tag: verified
    }
    clause ifu_i "Preparation (MDR 23.4(i), IVDR 20.4.1(r))" {
        id:           "mdcg.2019-16.ifu.i"
        passage:      "section 4.2 (instructions for use), MDR point 23.4(i)"
        text:         "Options of the security configuration, the most secure being the default; installation; initial configuration, with a change of default passwords; deployment of updates step by step; procedures for the fail-safe mode; what to do on an alert."
        evidence_tag: verified
    }
    clause ifu_j "Training (MDR 23.4(j), IVDR 20.4.1(p))" {
        id:           "mdcg.2019-16.ifu.j"
        passage:      "section 4.2 (instructions for use), MDR point 23.4(j)"
        text:         "The IT skills the user needs."
        evidence_tag: verified
    }
    clause ifu_k "Verification of installation (MDR 23.4(k), IVDR 20.4.1(s))" {
        id:           "mdcg.2019-16.ifu.k"
        passage:      "section 4.2 (instructions for use), MDR point 23.4(k)"
        text:         "How to verify that configuration and updates are secure."
        evidence_tag: verified
    }
    clause ifu_q "Combinations (MDR 23.4(q), IVDR 20.4.1(j))" {
        id:           "mdcg.2019-16.ifu.q"
        passage:      "section 4.2 (instructions for use), MDR point 23.4(q)"
        text:         "Compatibility, and the minimum requirements on workstations."
        evidence_tag: verified
    }
    clause ifu_ab "Minimum IT requirements (MDR 23.4(ab), IVDR 20.4.1(ah))" {
        id:           "mdcg.2019-16.ifu.ab"
        passage:      "section 4.2 (instructions for use), MDR point 23.4(ab)"
        text:         "Assumptions about the environment of use and the risks outside it; the minimum platform of hardware, operating system, middleware and peripherals; recommended controls such as anti-virus and firewall; backup and restore of data and configuration."
        evidence_tag: verified
        for assumption a where (a.for_others)
        satisfied when known(a.if_false)
    }
    // Information for administrators (4.2), which may be given electronically to ease its updating
    clause adm_controls "Controls in the device" {
        id:           "mdcg.2019-16.adm.controls"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "The security controls the device contains."
        evidence_tag: verified
    }
    clause adm_updates "Integrity of updates" {
        id:           "mdcg.2019-16.adm.updates"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "How the integrity of updates is ensured."
        evidence_tag: verified
    }
    clause adm_hardware "Hardware properties" {
        id:           "mdcg.2019-16.adm.hardware"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "The properties of the hardware."
        evidence_tag: verified
    }
    clause adm_sbom "Software bill of materials" {
        id:           "mdcg.2019-16.adm.sbom"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "The software bill of materials."
        evidence_tag: verified
    }
    clause adm_roles "Roles and privileges" {
        id:           "mdcg.2019-16.adm.roles"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "The roles of users and their privileges."
        evidence_tag: verified
        for port p where (p.operated_by_people)
        satisfied when known(p.roles) and not empty(p.roles)
    }
    clause adm_logging "Logging" {
        id:           "mdcg.2019-16.adm.logging"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "Logging: its capacity, its backup and its use."
        evidence_tag: verified
        for store s where (s.of_device)
        applies when   any d in s.holds where (d is LogData)
        satisfied when s.overflow_handled
    }
    clause adm_integration "Integration" {
        id:           "mdcg.2019-16.adm.integration"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "Guidance on integration."
        evidence_tag: verified
    }
    clause adm_workstation "Administration workstation" {
        id:           "mdcg.2019-16.adm.workstation"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "The minimum for the workstation from which the device is administered."
        evidence_tag: verified
    }
    clause adm_streams "Network data streams" {
        id:           "mdcg.2019-16.adm.streams"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "For networked devices, a complete matrix of network data streams: type of protocol, origin and destination, addressing scheme."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when not empty(f.protocol)
    }
    clause adm_hosting "Hosting" {
        id:           "mdcg.2019-16.adm.hosting"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "For hosted data: what is stored where and how, and how it is protected."
        evidence_tag: verified
    }
    clause adm_firewall "Firewall rules" {
        id:           "mdcg.2019-16.adm.firewall"
        passage:      "section 4.2 (instructions for use), information for administrators"
        text:         "Firewall rules with ports, interfaces, protocols and addressing."
        evidence_tag: verified
    }
    // Information to healthcare providers (4.3)
    clause hcp_1 "Recommended controls" {
        id:           "mdcg.2019-16.hcp.1"
        passage:      "section 4.3 (information to healthcare providers), item 1"
        text:         "The controls recommended to the provider."
        evidence_tag: verified
        for control c where (c.measure == information)
        satisfied when known(c.description) or known(c.evidence)
    }
    clause hcp_2 "Critical functionality" {
        id:           "mdcg.2019-16.hcp.2"
        passage:      "section 4.3 (information to healthcare providers), item 2"
        text:         "Features that protect critical functionality when security has been compromised."
        evidence_tag: verified
    }
    clause hcp_3 "Backup and restore" {
        id:           "mdcg.2019-16.hcp.3"
        passage:      "section 4.3 (information to healthcare providers), item 3"
        text:         "How to back up and restore."
        evidence_tag: verified
    }
    clause hcp_4 "Infrastructure" {
        id:           "mdcg.2019-16.hcp.4"
        passage:      "section 4.3 (information to healthcare providers), item 4"
        text:         "Requirements on the infrastructure."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when p.environment_stated
    }
    clause hcp_5 "Hardening" {
        id:           "mdcg.2019-16.hcp.5"
        passage:      "section 4.3 (information to healthcare providers), item 5"
        text:         "Hardening and secure configuration."
        evidence_tag: verified
    }
    clause hcp_6 "Ports and interfaces" {
        id:           "mdcg.2019-16.hcp.6"
        passage:      "section 4.3 (information to healthcare providers), item 6"
        text:         "A list of network ports and interfaces with functionality and direction, incoming or outgoing; unused ones are disabled."
        evidence_tag: verified
        for port p where (p.for_exchange)
        satisfied when known(p.purpose) and (p.used or p.off_as_shipped)
    }
    clause hcp_7 "Network diagrams" {
        id:           "mdcg.2019-16.hcp.7"
        passage:      "section 4.3 (information to healthcare providers), item 7"
        text:         "Diagrams of the network."
        evidence_tag: verified
    }
    clause hcp_8 "Deployment, incidents and logs" {
        id:           "mdcg.2019-16.hcp.8"
        passage:      "section 4.3 (information to healthcare providers), item 8"
        text:         "Secure deployment and servicing; response to a vulnerability or an incident; how anomalies are announced; forensic logs (where they are, how they are stored, recycled and archived, and in which form a machine can read them); retention and recovery of the configuration."
        evidence_tag: verified
    }
    clause hcp_9 "Use outside the intended environment" {
        id:           "mdcg.2019-16.hcp.9"
        passage:      "section 4.3 (information to healthcare providers), item 9"
        text:         "The risks of use outside the intended environment."
        evidence_tag: verified
        for assumption a where (a.for_others)
        satisfied when known(a.if_false)
    }
}
