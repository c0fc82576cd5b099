import std.clauses

/// The general safety and performance requirements of Annex I that cybersecurity touches, and the articles and annexes around them.
/// The points of Annex I and II were read in a published row-by-row reproduction of the Regulation: compare them with EUR-Lex before citing.
/// Privacy as such is data-protection law and no requirement of Annex I. Proposed amendments are not included.
standard mdr "Regulation (EU) 2017/745 on medical devices (MDR)" {
    edition:        "2017/745"
    binding:        law
    source:         "EUR-Lex CELEX 32017R0745; consolidated text 02017R0745-20250110"
    evidence_place: required
    prefix:         "mdr"

    // Annex I, chapter I: general requirements
    clause gspr_1 "Safe and effective" {
        id:           "mdr.gspr.1"
        passage:      "Annex I, point 1"
        text:         "The device must perform as intended and be safe and effective; its risks must be acceptable when weighed against the benefit, in line with the state of the art."
        evidence_tag: verified
    }
    clause gspr_2 "Reduction of risk" {
        id:           "mdr.gspr.2"
        passage:      "Annex I, point 2"
        text:         "Reducing risk as far as possible means without making the balance of benefit and risk worse."
        evidence_tag: verified
    }
    clause gspr_3 "Risk management system" {
        id:           "mdr.gspr.3"
        passage:      "Annex I, point 3"
        text:         "A risk management system must run through the whole life of the device, cover foreseeable misuse and take in what is learnt on the market."
        evidence_tag: verified
    }
    clause gspr_4 "Order of risk control" {
        id:           "mdr.gspr.4"
        passage:      "Annex I, point 4"
        text:         "Controls must follow safety principles and the state of the art, in a fixed order: safe design first, then protective measures including alarms, then information and training. The residual risk of each hazard and the overall residual risk must be acceptable."
        evidence_tag: verified
    }
    clause gspr_4_users "Users told of residual risks" {
        id:           "mdr.gspr.4.users"
        passage:      "Annex I, point 4, last sentence"
        text:         "Users must be informed of any residual risks (last sentence of point 4)."
        evidence_tag: second_hand
    }
    clause gspr_5 "Use errors" {
        id:           "mdr.gspr.5"
        passage:      "Annex I, point 5"
        text:         "Risks that arise from errors in use must be reduced."
        evidence_tag: verified
    }
    clause gspr_8 "Known and foreseeable risks" {
        id:           "mdr.gspr.8"
        passage:      "Annex I, point 8"
        text:         "Known and foreseeable risks must be kept as small as possible and be acceptable."
        evidence_tag: verified
    }
    // Annex I, chapter II: design and manufacture
    clause gspr_14_1 "Combination with other devices" {
        id:           "mdr.gspr.14.1"
        passage:      "Annex I, point 14.1"
        text:         "Combination with other devices or equipment, the connection system included, must be safe; restrictions must stand on the label or in the instructions for use; connections that the user handles must make misconnection unlikely."
        evidence_tag: second_hand
    }
    clause gspr_14_2d "Interaction with the IT environment" {
        id:           "mdr.gspr.14.2d"
        passage:      "Annex I, point 14.2(d)"
        text:         "Risks of a negative interaction between software and the IT environment in which it works must be reduced."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.fails_safe
    }
    clause gspr_14_5 "Interoperability" {
        id:           "mdr.gspr.14.5"
        passage:      "Annex I, point 14.5"
        text:         "A device meant to work with other devices or products must be interoperable and compatible with them in a reliable and safe way."
        evidence_tag: verified
    }
    clause gspr_17_1 "Reliability of electronic systems and software" {
        id:           "mdr.gspr.17.1"
        passage:      "Annex I, point 17.1"
        text:         "Repeatability, reliability and performance must match the intended use, with measures for a single fault."
        evidence_tag: verified
    }
    clause gspr_17_2 "Software by the state of the art" {
        id:           "mdr.gspr.17.2"
        passage:      "Annex I, point 17.2"
        text:         "Software must be developed and made by the state of the art: life cycle, risk management including information security, verification and validation."
        evidence_tag: verified
    }
    clause gspr_17_3 "Mobile platforms" {
        id:           "mdr.gspr.17.3"
        passage:      "Annex I, point 17.3"
        text:         "Software for mobile platforms must take account of the platform's features and of the environment in which it is used."
        evidence_tag: verified
    }
    clause gspr_17_4 "Minimum IT requirements" {
        id:           "mdr.gspr.17.4"
        passage:      "Annex I, point 17.4"
        text:         "The manufacturer must set out minimum requirements on hardware, the characteristics of IT networks and IT security measures, protection against unauthorised access included."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when p.environment_stated
    }
    clause gspr_18_4 "Alarms of monitoring devices" {
        id:           "mdr.gspr.18.4"
        passage:      "Annex I, point 18.4"
        text:         "Devices that monitor a patient must have alarms that warn of life-threatening situations."
        evidence_tag: verified
    }
    clause gspr_18_8 "Protection against unauthorised access" {
        id:           "mdr.gspr.18.8"
        passage:      "Annex I, point 18.8"
        text:         "The device must be protected, as far as possible, against unauthorised access that could keep it from working as intended."
        evidence_tag: verified
        for port p where (p.takes_data)
        satisfied when p.authenticated_access or p.locked or p.off_as_shipped or p.pairing in [passkey, numeric_comparison, out_of_band]
    }
    clause gspr_22_1 "Use by lay persons" {
        id:           "mdr.gspr.22.1"
        passage:      "Annex I, point 22.1"
        text:         "A device for lay persons must suit their skills, their means and the environment in which they use it."
        evidence_tag: verified
    }
    // Annex I, chapter III: information supplied with the device
    clause gspr_23_1a "Information fit for its reader" {
        id:           "mdr.gspr.23.1a"
        passage:      "Annex I, point 23.1(a)"
        text:         "The information must suit the knowledge of the intended user, with drawings and diagrams where they help."
        evidence_tag: verified
    }
    clause gspr_23_1g "Residual risks stated" {
        id:           "mdr.gspr.23.1g"
        passage:      "Annex I, point 23.1(g)"
        text:         "Residual risks that are to be communicated must appear as limitations, contraindications, precautions or warnings."
        evidence_tag: verified
    }
    clause gspr_23_2m "Warnings on the label" {
        id:           "mdr.gspr.23.2m"
        passage:      "Annex I, point 23.2(m)"
        text:         "Warnings and precautions that need immediate attention must stand on the label."
        evidence_tag: verified
    }
    clause gspr_23_4g "Instructions: residual risks" {
        id:           "mdr.gspr.23.4g"
        passage:      "Annex I, point 23.4(g)"
        text:         "The instructions for use must name the residual risks."
        evidence_tag: verified
    }
    clause gspr_23_4h "Instructions: specifications" {
        id:           "mdr.gspr.23.4h"
        passage:      "Annex I, point 23.4(h)"
        text:         "The instructions for use must give the specifications that matter to the user."
        evidence_tag: verified
    }
    clause gspr_23_4i "Instructions: preparation" {
        id:           "mdr.gspr.23.4i"
        passage:      "Annex I, point 23.4(i)"
        text:         "The instructions for use must describe how the device is prepared before use."
        evidence_tag: verified
    }
    clause gspr_23_4j "Instructions: training" {
        id:           "mdr.gspr.23.4j"
        passage:      "Annex I, point 23.4(j)"
        text:         "The instructions for use must state the training the user needs."
        evidence_tag: verified
    }
    clause gspr_23_4k "Instructions: verification of installation" {
        id:           "mdr.gspr.23.4k"
        passage:      "Annex I, point 23.4(k)"
        text:         "The instructions for use must describe how to check that the device was properly installed."
        evidence_tag: verified
    }
    clause gspr_23_4q "Instructions: combinations" {
        id:           "mdr.gspr.23.4q"
        passage:      "Annex I, point 23.4(q)"
        text:         "For a device used with other devices or equipment, the instructions for use must identify what it can be combined with."
        evidence_tag: verified
    }
    clause gspr_23_4s "Instructions: malfunction" {
        id:           "mdr.gspr.23.4s"
        passage:      "Annex I, point 23.4(s)"
        text:         "The instructions for use must say what to do on a malfunction of the device."
        evidence_tag: verified
        for port p where (p.connects_out)
        satisfied when known(p.on_failure)
    }
    clause gspr_23_4y "Instructions: revision" {
        id:           "mdr.gspr.23.4y"
        passage:      "Annex I, point 23.4(y)"
        text:         "The instructions for use must bear an identifier of their revision."
        evidence_tag: verified
    }
    clause gspr_23_4z "Instructions: serious incidents" {
        id:           "mdr.gspr.23.4z"
        passage:      "Annex I, point 23.4(z)"
        text:         "The instructions for use must tell the user to report serious incidents."
        evidence_tag: verified
    }
    clause gspr_23_4ab "Instructions: minimum IT requirements" {
        id:           "mdr.gspr.23.4ab"
        passage:      "Annex I, point 23.4(ab)"
        text:         "The instructions for use must contain the minimum requirements of point 17.4."
        evidence_tag: verified
        for port p where (p.connects_out and p.for_it)
        satisfied when known(p.precaution)
    }
    // Articles
    clause art_10 "Duties of manufacturers" {
        id:           "mdr.art.10"
        passage:      "Article 10"
        text:         "Duties of manufacturers, technical documentation and a quality management system among them."
        evidence_tag: verified
    }
    clause art_52 "Conformity assessment" {
        id:           "mdr.art.52"
        passage:      "Article 52"
        text:         "Routes of conformity assessment."
        evidence_tag: recalled
    }
    clause art_62_4h "Clinical investigations" {
        id:           "mdr.art.62.4h"
        passage:      "Article 62(4)(h)"
        text:         "Conditions of clinical investigations: the subjects' integrity and privacy and the protection of their data."
        evidence_tag: recalled
    }
    clause art_83 "Post-market surveillance system" {
        id:           "mdr.art.83"
        passage:      "Article 83"
        text:         "The manufacturer's system for post-market surveillance."
        evidence_tag: recalled
    }
    clause art_84 "Post-market surveillance plan" {
        id:           "mdr.art.84"
        passage:      "Article 84"
        text:         "The plan on which post-market surveillance rests."
        evidence_tag: recalled
    }
    clause art_85 "Post-market surveillance report" {
        id:           "mdr.art.85"
        passage:      "Article 85"
        text:         "The report on post-market surveillance for class I."
        evidence_tag: recalled
    }
    clause art_86 "Periodic safety update report" {
        id:           "mdr.art.86"
        passage:      "Article 86"
        text:         "The periodic safety update report for class IIa and above."
        evidence_tag: recalled
    }
    clause art_87 "Serious incidents and corrective actions" {
        id:           "mdr.art.87"
        passage:      "Article 87"
        text:         "Reporting of serious incidents and field safety corrective actions."
        evidence_tag: recalled
    }
    clause art_88 "Trend reporting" {
        id:           "mdr.art.88"
        passage:      "Article 88"
        text:         "Reporting of trends."
        evidence_tag: recalled
    }
    clause art_89 "Analysis of serious incidents" {
        id:           "mdr.art.89"
        passage:      "Article 89"
        text:         "Analysis of serious incidents and field safety corrective actions."
        evidence_tag: recalled
    }
    // Annexes II, III and XIV
    clause annex_ii "Form of the technical documentation" {
        id:           "mdr.annex.II"
        passage:      "Annex II"
        text:         "The technical documentation must be clear, well ordered, easy to search and free of ambiguity."
        evidence_tag: verified
    }
    clause annex_ii_1_1 "Description of the device" {
        id:           "mdr.annex.II.1.1"
        passage:      "Annex II, section 1.1"
        text:         "The technical documentation must describe the device, with diagrams."
        evidence_tag: verified
        for system s
        satisfied when known(s.model) and known(s.version) and known(s.intended_use)
    }
    clause annex_ii_4 "Demonstration of the requirements" {
        id:           "mdr.annex.II.4"
        passage:      "Annex II, section 4"
        text:         "The technical documentation must show how each requirement of Annex I is met: whether it applies, why or why not, how it was verified and validated, and exactly which document holds the evidence and where."
        evidence_tag: verified
    }
    clause annex_ii_5 "Benefit-risk and risk management" {
        id:           "mdr.annex.II.5"
        passage:      "Annex II, section 5"
        text:         "The technical documentation must contain the analysis of benefit and risk and the results of risk management."
        evidence_tag: verified
    }
    clause annex_ii_6 "Verification and validation" {
        id:           "mdr.annex.II.6"
        passage:      "Annex II, section 6"
        text:         "The technical documentation must contain the verification and validation, for all hardware configurations and operating systems."
        evidence_tag: verified
    }
    clause annex_ii_6_2g "Connected devices" {
        id:           "mdr.annex.II.6.2g"
        passage:      "Annex II, section 6.2(g)"
        text:         "For a device that is connected to others, it must be shown that the combination conforms."
        evidence_tag: verified
    }
    clause annex_iii "Documentation of post-market surveillance" {
        id:           "mdr.annex.III"
        passage:      "Annex III"
        text:         "Technical documentation on post-market surveillance."
        evidence_tag: recalled
    }
    clause annex_xiv "Clinical evaluation" {
        id:           "mdr.annex.XIV"
        passage:      "Annex XIV"
        text:         "Clinical evaluation and post-market clinical follow-up."
        evidence_tag: recalled
    }
}
