import std.clauses

/// IEC 62443-4-1: the threat model (SR-2), the record of an interface (SD-1), and the eight practices around them, by number and in our own words.
standard iec_62443_4_1 "IEC 62443-4-1: Secure product development lifecycle requirements" {
    edition: "2018"
    binding: standard
    source:  "IEC 62443-4-1:2018, as published in ISASecure SDLA-312 v6.3"
    prefix:  "iec62443-4-1"

    // The eight practices
    clause sm "Security management" {
        id:           "iec62443-4-1.SM"
        passage:      "practice SM"
        text:         "Security activities are to be planned, documented and carried out over the whole life cycle, for components from outside, too (SM-1 to SM-13)."
        evidence_tag: verified
    }
    clause sr "Specification of security requirements" {
        id:           "iec62443-4-1.SR"
        passage:      "practice SR"
        text:         "What the product has to be capable of is to be specified together with its security context; the threat model belongs here (SR-1 to SR-5)."
        evidence_tag: verified
    }
    clause sd "Secure by design" {
        id:           "iec62443-4-1.SD"
        passage:      "practice SD"
        text:         "Security is to be part of the design, with defence in depth (SD-1 to SD-4)."
        evidence_tag: verified
    }
    clause si "Secure implementation" {
        id:           "iec62443-4-1.SI"
        passage:      "practice SI"
        text:         "Features are to be implemented securely (SI-1 and SI-2)."
        evidence_tag: verified
    }
    clause svv "Security verification and validation testing" {
        id:           "iec62443-4-1.SVV"
        passage:      "practice SVV"
        text:         "Tests are to show that security requirements are met and that security holds in the intended use (SVV-1 to SVV-5)."
        evidence_tag: verified
    }
    clause dm "Management of security-related issues" {
        id:           "iec62443-4-1.DM"
        passage:      "practice DM"
        text:         "Security-related issues are to be handled (DM-1 to DM-6)."
        evidence_tag: verified
    }
    clause sum "Security update management" {
        id:           "iec62443-4-1.SUM"
        passage:      "practice SUM"
        text:         "Security updates are to be regression-tested and delivered in time (SUM-1 to SUM-5)."
        evidence_tag: verified
    }
    clause sg "Security guidelines" {
        id:           "iec62443-4-1.SG"
        passage:      "practice SG"
        text:         "User documentation is to tell how to integrate, configure and maintain the defence in depth (SG-1 to SG-7)."
        evidence_tag: verified
    }
    // SR-2: threat model
    clause sr_2 "Threat model" {
        id:           "iec62443-4-1.SR-2"
        passage:      "SR-2"
        text:         "The product is to have a threat model that suits the scope of current development. The development team is to review it, and for a released product it is to be looked at again at least once a year."
        evidence_tag: verified
    }
    clause sr_2_a "Flow of information" {
        id:           "iec62443-4-1.SR-2.a"
        passage:      "SR-2 a)"
        text:         "The flow of information through the system, with the category of the information."
        evidence_tag: verified
        for flow f where (not f.signal_only)
        satisfied when not empty(f.carries)
    }
    clause sr_2_b "Trust boundaries" {
        id:           "iec62443-4-1.SR-2.b"
        passage:      "SR-2 b)"
        text:         "Trust boundaries."
        evidence_tag: verified
        for component c where (c is not external)
        satisfied when not empty(c.boundaries)
    }
    clause sr_2_c "Processes" {
        id:           "iec62443-4-1.SR-2.c"
        passage:      "SR-2 c)"
        text:         "Processes."
        evidence_tag: verified
        for process p
        satisfied when known(p.purpose)
    }
    clause sr_2_d "Data stores" {
        id:           "iec62443-4-1.SR-2.d"
        passage:      "SR-2 d)"
        text:         "Data stores."
        evidence_tag: verified
        for store s
        satisfied when not empty(s.holds)
    }
    clause sr_2_e "External entities" {
        id:           "iec62443-4-1.SR-2.e"
        passage:      "SR-2 e)"
        text:         "External entities that interact with the product."
        evidence_tag: verified
        for external x
        satisfied when not empty(x.flows)
    }
    clause sr_2_f "Protocols" {
        id:           "iec62443-4-1.SR-2.f"
        passage:      "SR-2 f)"
        text:         "Protocols used inside and towards the outside."
        evidence_tag: verified
        for flow f where (not f.by_people)
        satisfied when not empty(f.protocol)
    }
    clause sr_2_g "Physical ports" {
        id:           "iec62443-4-1.SR-2.g"
        passage:      "SR-2 g)"
        text:         "Physical ports that can be reached from outside, debug ports included."
        evidence_tag: verified
        for port p where (p.of_device and not p.logical)
        satisfied when not empty(p.offers)
    }
    clause sr_2_h "Connections on the circuit board" {
        id:           "iec62443-4-1.SR-2.h"
        passage:      "SR-2 h)"
        text:         "Connections on the circuit board, such as JTAG or debug headers."
        evidence_tag: verified
    }
    clause sr_2_i "Attack vectors" {
        id:           "iec62443-4-1.SR-2.i"
        passage:      "SR-2 i)"
        text:         "Possible vectors of attack, those on the hardware included."
        evidence_tag: verified
    }
    clause sr_2_j "Threats and their severity" {
        id:           "iec62443-4-1.SR-2.j"
        passage:      "SR-2 j)"
        text:         "Threats, and how severe they are by a scoring system."
        evidence_tag: verified
        for harm h
        satisfied when h.severity >= negligible
    }
    clause sr_2_k "Mitigation or disposition" {
        id:           "iec62443-4-1.SR-2.k"
        passage:      "SR-2 k)"
        text:         "A mitigation or another disposition for each threat."
        evidence_tag: verified
    }
    clause sr_2_l "Issues found" {
        id:           "iec62443-4-1.SR-2.l"
        passage:      "SR-2 l)"
        text:         "Security-related issues that were identified."
        evidence_tag: verified
    }
    clause sr_2_m "External dependencies" {
        id:           "iec62443-4-1.SR-2.m"
        passage:      "SR-2 m)"
        text:         "Dependencies on software from outside, such as drivers and third-party code."
        evidence_tag: verified
    }
    // SD-1: record of each interface
    clause sd_1 "Characterisation of interfaces" {
        id:           "iec62443-4-1.SD-1"
        passage:      "SD-1"
        text:         "Each interface of the product is to be characterised by the items a) to j)."
        evidence_tag: verified
    }
    clause sd_1_a "Accessibility" {
        id:           "iec62443-4-1.SD-1.a"
        passage:      "SD-1 a)"
        text:         "Whether the interface can be reached from outside, from inside or both."
        evidence_tag: verified
        for port p where (p.connects_out)
        satisfied when known(p.exposure)
    }
    clause sd_1_b "Security context" {
        id:           "iec62443-4-1.SD-1.b"
        passage:      "SD-1 b)"
        text:         "What the product's security context means for it."
        evidence_tag: verified
    }
    clause sd_1_c "Users and assets" {
        id:           "iec62443-4-1.SD-1.c"
        passage:      "SD-1 c)"
        text:         "Who may use it, and which assets can be reached by it."
        evidence_tag: verified
        for port p where (p.connects_out)
        satisfied when p.access in [public, user, service, factory] and not empty(p.carries)
    }
    clause sd_1_d "Trust boundary" {
        id:           "iec62443-4-1.SD-1.d"
        passage:      "SD-1 d)"
        text:         "Whether access by it crosses a trust boundary."
        evidence_tag: verified
    }
    clause sd_1_e "Considerations and threats" {
        id:           "iec62443-4-1.SD-1.e"
        passage:      "SD-1 e)"
        text:         "Security considerations, assumptions and threats that go with it."
        evidence_tag: verified
    }
    clause sd_1_f "Roles and rights" {
        id:           "iec62443-4-1.SD-1.f"
        passage:      "SD-1 f)"
        text:         "The roles and rights needed to use it."
        evidence_tag: verified
        for port p where (p.operated_by_people)
        satisfied when known(p.roles) and not empty(p.roles)
    }
    clause sd_1_g "Safeguards" {
        id:           "iec62443-4-1.SD-1.g"
        passage:      "SD-1 g)"
        text:         "The safeguards of the interface, with validation of input and handling of errors."
        evidence_tag: verified
        for process p where (p.of_device)
        applies when   any f in p.inbound where (f.device_link)
        satisfied when p.validates_input
    }
    clause sd_1_h "Third-party products" {
        id:           "iec62443-4-1.SD-1.h"
        passage:      "SD-1 h)"
        text:         "Third-party products that are used for it."
        evidence_tag: verified
    }
    clause sd_1_i "Documentation of use" {
        id:           "iec62443-4-1.SD-1.i"
        passage:      "SD-1 i)"
        text:         "Documentation on how to use it."
        evidence_tag: verified
    }
    clause sd_1_j "Mitigation of its threats" {
        id:           "iec62443-4-1.SD-1.j"
        passage:      "SD-1 j)"
        text:         "How the design mitigates the threats found in the threat model."
        evidence_tag: verified
    }
    // Testing and handling of issues
    clause svv_2 "Threat mitigation testing" {
        id:           "iec62443-4-1.SVV-2"
        passage:      "SVV-2"
        text:         "The mitigations of the threats in the threat model are to be tested."
        evidence_tag: verified
        for control c where (c.counts)
        satisfied when known(c.evidence) and not empty(c.evidence)
    }
    clause dm_4 "Dispositions of issues" {
        id:           "iec62443-4-1.DM-4"
        passage:      "DM-4"
        text:         "Each issue is to be fixed, given a plan for its remediation, deferred with reason and risk, or left as it is because its residual risk is below the threshold."
        evidence_tag: verified
    }
    // User guidance
    clause sg_1 "Defence in depth" {
        id:           "iec62443-4-1.SG-1"
        passage:      "SG-1"
        text:         "The guidance is to describe the defence in depth and the threats it addresses."
        evidence_tag: verified
    }
    clause sg_2 "Measures expected from the environment" {
        id:           "iec62443-4-1.SG-2"
        passage:      "SG-2"
        text:         "The guidance is to describe the security measures that the environment is expected to provide."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when p.environment_stated
    }
    clause sg_3 "Hardening" {
        id:           "iec62443-4-1.SG-3"
        passage:      "SG-3"
        text:         "The guidance is to tell how to harden the product: for each option its contribution to security, its default and how to set it."
        evidence_tag: verified
        for port p where (p.of_device and p.for_data)
        applies when   p.access in [public, user] and not p.required
        satisfied when known(p.default) and known(p.switching)
    }
    clause sg_4 "Disposal" {
        id:           "iec62443-4-1.SG-4"
        passage:      "SG-4"
        text:         "The guidance is to tell how to dispose of the product securely."
        evidence_tag: verified
        for store s where (s.of_device)
        applies when   any d in s.holds where (d.confidentiality == high)
        satisfied when s.erasable
    }
    clause sg_5 "Secure operation" {
        id:           "iec62443-4-1.SG-5"
        passage:      "SG-5"
        text:         "The guidance is to tell how to operate the product securely."
        evidence_tag: verified
    }
    clause sg_6 "Account management" {
        id:           "iec62443-4-1.SG-6"
        passage:      "SG-6"
        text:         "The guidance is to describe accounts, their permissions and the default accounts."
        evidence_tag: verified
    }
    clause sg_7 "Review of the documentation" {
        id:           "iec62443-4-1.SG-7"
        passage:      "SG-7"
        text:         "The security documentation is to be reviewed."
        evidence_tag: verified
    }
}
