import std.clauses

/// The points of Annex I that correspond to those of the MDR, and the articles on surveillance and vigilance.
/// The tag of a point says how its number is known; its content is told by the corresponding point of the MDR and is still to be compared with EUR-Lex.
/// Points 18.4 and 18.8 of the MDR have no twin here.
standard ivdr "Regulation (EU) 2017/746 on in vitro diagnostic medical devices (IVDR)" {
    edition:        "2017/746"
    binding:        law
    source:         "Regulation (EU) 2017/746; points as MDCG 2019-16 sets them beside those of the MDR"
    evidence_place: required
    prefix:         "ivdr"

    // Annex I, chapter I: general requirements
    clause gspr_1 "Safe and effective" {
        id:           "ivdr.gspr.1"
        passage:      "Annex I, point 1"
        text:         "The device must perform as intended and be safe and effective; its risks must be acceptable when weighed against the benefit (MDR: point 1)."
        evidence_tag: verified
    }
    clause gspr_2 "Reduction of risk" {
        id:           "ivdr.gspr.2"
        passage:      "Annex I, point 2"
        text:         "Reducing risk as far as possible means without making the balance of benefit and risk worse (MDR: point 2)."
        evidence_tag: verified
    }
    clause gspr_3 "Risk management system" {
        id:           "ivdr.gspr.3"
        passage:      "Annex I, point 3"
        text:         "A risk management system must run through the whole life of the device, cover foreseeable misuse and take in what is learnt on the market (MDR: point 3)."
        evidence_tag: verified
    }
    clause gspr_4 "Order of risk control" {
        id:           "ivdr.gspr.4"
        passage:      "Annex I, point 4"
        text:         "Risk control must keep to a fixed order: safe design, protective measures including alarms, information and training (MDR: point 4)."
        evidence_tag: verified
    }
    clause gspr_5 "Use errors" {
        id:           "ivdr.gspr.5"
        passage:      "Annex I, point 5"
        text:         "Risks that arise from errors in use must be reduced (MDR: point 5)."
        evidence_tag: recalled
    }
    clause gspr_8 "Known and foreseeable risks" {
        id:           "ivdr.gspr.8"
        passage:      "Annex I, point 8"
        text:         "Known and foreseeable risks must be kept as small as possible and be acceptable (MDR: point 8)."
        evidence_tag: verified
    }
    // Annex I, chapter II: performance, design and manufacture
    clause gspr_13_1 "Combination with other devices" {
        id:           "ivdr.gspr.13.1"
        passage:      "Annex I, point 13.1"
        text:         "Combination with other devices or equipment, the connection system included, must be safe (MDR: point 14.1)."
        evidence_tag: recalled
    }
    clause gspr_13_2d "Interaction with the IT environment" {
        id:           "ivdr.gspr.13.2d"
        passage:      "Annex I, point 13.2(d)"
        text:         "Risks of a negative interaction between software and the IT environment in which it works must be reduced (MDR: point 14.2(d))."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.fails_safe
    }
    clause gspr_13_5 "Interoperability" {
        id:           "ivdr.gspr.13.5"
        passage:      "Annex I, point 13.5"
        text:         "A device meant to work with others must be interoperable and compatible with them in a reliable and safe way (MDR: point 14.5)."
        evidence_tag: recalled
    }
    clause gspr_16_1 "Reliability of electronic systems and software" {
        id:           "ivdr.gspr.16.1"
        passage:      "Annex I, point 16.1"
        text:         "Repeatability, reliability and performance must match the intended use, with measures for a single fault (MDR: point 17.1)."
        evidence_tag: recalled
    }
    clause gspr_16_2 "Software by the state of the art" {
        id:           "ivdr.gspr.16.2"
        passage:      "Annex I, point 16.2"
        text:         "Software must be developed and made by the state of the art: life cycle, risk management including information security, verification and validation (MDR: point 17.2)."
        evidence_tag: verified
    }
    clause gspr_16_3 "Mobile platforms" {
        id:           "ivdr.gspr.16.3"
        passage:      "Annex I, point 16.3"
        text:         "Software for mobile platforms must take account of the platform's features and of the environment in which it is used (MDR: point 17.3)."
        evidence_tag: recalled
    }
    clause gspr_16_4 "Minimum IT requirements" {
        id:           "ivdr.gspr.16.4"
        passage:      "Annex I, point 16.4"
        text:         "The manufacturer must set out minimum requirements on hardware, the characteristics of IT networks and IT security measures, protection against unauthorised access included (MDR: point 17.4)."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when p.environment_stated
    }
    clause gspr_19 "Use by lay persons" {
        id:           "ivdr.gspr.19"
        passage:      "Annex I, point 19"
        text:         "A device for lay persons must suit their skills, their means and the environment in which they use it (MDR: point 22.1)."
        evidence_tag: recalled
    }
    // Annex I, chapter III: information supplied with the device
    clause gspr_20_1a "Information fit for its reader" {
        id:           "ivdr.gspr.20.1a"
        passage:      "Annex I, point 20.1(a)"
        text:         "The information must suit the knowledge of the intended user, with drawings and diagrams where they help (MDR: point 23.1(a))."
        evidence_tag: recalled
    }
    clause gspr_20_1g "Residual risks stated" {
        id:           "ivdr.gspr.20.1g"
        passage:      "Annex I, point 20.1(g)"
        text:         "Residual risks that are to be communicated must appear as limitations, contraindications, precautions or warnings (MDR: point 23.1(g))."
        evidence_tag: verified
    }
    clause gspr_20_2m "Warnings on the label" {
        id:           "ivdr.gspr.20.2m"
        passage:      "Annex I, point 20.2(m)"
        text:         "Warnings and precautions that need immediate attention must stand on the label (MDR: point 23.2(m))."
        evidence_tag: verified
    }
    clause gspr_20_4_1j "Instructions: combinations" {
        id:           "ivdr.gspr.20.4.1j"
        passage:      "Annex I, point 20.4.1(j)"
        text:         "The instructions for use must identify what the device can be combined with (MDR: point 23.4(q))."
        evidence_tag: verified
    }
    clause gspr_20_4_1p "Instructions: training" {
        id:           "ivdr.gspr.20.4.1p"
        passage:      "Annex I, point 20.4.1(p)"
        text:         "The instructions for use must state the training the user needs (MDR: point 23.4(j))."
        evidence_tag: verified
    }
    clause gspr_20_4_1r "Instructions: preparation" {
        id:           "ivdr.gspr.20.4.1r"
        passage:      "Annex I, point 20.4.1(r)"
        text:         "The instructions for use must describe how the device is prepared before use (MDR: point 23.4(i))."
        evidence_tag: verified
    }
    clause gspr_20_4_1s "Instructions: verification of installation" {
        id:           "ivdr.gspr.20.4.1s"
        passage:      "Annex I, point 20.4.1(s)"
        text:         "The instructions for use must describe how to check that the device was properly installed (MDR: point 23.4(k))."
        evidence_tag: verified
    }
    clause gspr_20_4_1ah "Instructions: minimum IT requirements" {
        id:           "ivdr.gspr.20.4.1ah"
        passage:      "Annex I, point 20.4.1(ah)"
        text:         "The instructions for use must contain the minimum requirements of point 16.4 (MDR: point 23.4(ab))."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when known(p.precaution)
    }
    // Articles
    clause art_78 "Post-market surveillance system" {
        id:           "ivdr.art.78"
        passage:      "Article 78"
        text:         "Post-market surveillance."
        evidence_tag: verified
    }
    clause art_79 "Post-market surveillance plan" {
        id:           "ivdr.art.79"
        passage:      "Article 79"
        text:         "The plan on which post-market surveillance rests (MDR: Article 84)."
        evidence_tag: recalled
    }
    clause art_80 "Post-market surveillance report" {
        id:           "ivdr.art.80"
        passage:      "Article 80"
        text:         "The report on post-market surveillance (MDR: Article 85)."
        evidence_tag: recalled
    }
    clause art_81 "Periodic safety update report" {
        id:           "ivdr.art.81"
        passage:      "Article 81"
        text:         "The periodic safety update report (MDR: Article 86)."
        evidence_tag: recalled
    }
    clause art_82 "Vigilance" {
        id:           "ivdr.art.82"
        passage:      "Article 82"
        text:         "Vigilance."
        evidence_tag: verified
    }
    clause art_83 "Trend reporting" {
        id:           "ivdr.art.83"
        passage:      "Article 83"
        text:         "Reporting of trends."
        evidence_tag: verified
    }
}
