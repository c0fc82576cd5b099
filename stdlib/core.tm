/// The vocabulary every model is written in: what each kind of declaration may say about itself.
/// Always loaded. Attributes with a question are asked for when a rule needs them.
pack core "Core vocabulary" {
    version: "1.0"
    // phrases that sound like protection and cannot be checked; any pack can add its own
    vague_terms: [
        "secure network", "secured network", "safe network", "trusted network", "protected network", "network is secure",
        "network is trusted", "network is protected", "secure hospital network", "trusted hospital network",
        "secure environment", "secured environment", "trusted environment", "protected environment", "controlled environment",
        "environment is secure", "environment is trusted", "secure it environment", "secure infrastructure",
        "trusted infrastructure", "trusted zone", "secure zone", "adequately secured", "adequately protected", "properly secured",
        "properly protected", "properly configured", "appropriately secured", "appropriately protected", "sufficiently secure",
        "adequate security", "appropriate security", "appropriate measures", "adequate measures", "best practice",
        "best practices", "state of the art security", "trusted users", "trusted personnel",
    ]
    // words beside such a phrase that add nothing to it
    filler_words: [
        "a", "an", "the", "this", "that", "its", "their", "his", "is", "are", "be", "has", "have", "will", "shall", "should",
        "must", "may", "in", "on", "at", "of", "by", "to", "for", "with", "within", "inside", "from", "and", "or", "only",
        "always", "used", "operated", "run", "runs", "stands", "installed", "placed", "located", "connected", "provided",
        "provides", "ensures", "ensured", "assumed", "kept", "device", "devices", "system", "systems", "product", "hospital",
        "clinic", "customer", "operator", "user", "users", "site", "network", "networks", "environment", "it", "itself",
    ]
}

// ---------------------------------------------------------------- scales and value sets

/// Severity of harm, the five terms of the FDA's post-market guidance (2016, VI), after ISO 14971.
scale severity "Severity of harm" {
    negligible   "negligible"
    minor        "minor"
    serious      "serious"
    critical     "critical"
    catastrophic "catastrophic"
}

/// How easily a weakness is exploited. Never a probability.
scale exploitability "Exploitability" {
    low    "low"
    medium "medium"
    high   "high"
}

/// From where an attacker can get at an element directly. The titles complete "an attacker …".
scale exposure "Exposure" {
    internal "who already controls a part inside the device"
    physical "with physical access"
    adjacent "within radio range"
    network  "on a connected network"
    internet "on the Internet"
}

/// A general three-step rating.
scale level "Level" {
    low    "low"
    medium "medium"
    high   "high"
}

/// The order of risk control (MDR Annex I, 4; ISO 14971, 7.1).
enum measure_class "Class of risk control" {
    inherent_design "inherently safe design"
    protective      "protective measure"
    information     "information for security"
}

/// How far a control has come. It counts from `implemented` on.
scale control_status "Status of a control" {
    planned     "planned"
    implemented "implemented"
    verified    "verified"
}

/// The eight categories of security control in Appendix 1 of the FDA's premarket guidance (2026).
enum fda_category "Category of control" {
    AN "authentication"
    AZ "authorization"
    CR "cryptography"
    CI "code, data and execution integrity"
    CF "confidentiality"
    LG "event detection and logging"
    RR "resiliency and recovery"
    UP "firmware and software updates"
}

/// What an attacker must have, besides a way to the element, before a threat comes true.
enum precondition "Precondition" {
    credential  "a valid login, key or paired device"
    user_action "a user who is led to act"
    equipment   "special equipment and time with the opened device"
    insider     "a position inside the manufacturer or one of its suppliers"
    foothold    "control of another part of the system first"
}

/// Who can show that the other side is who it claims to be.
enum authentication_kind "Authentication" {
    none   "no authentication"
    source "the sender is authenticated"
    target "the receiver is authenticated"
    mutual "both sides are authenticated"
}

/// Who answers for an assumption (MDCG 2019-16, 2.6).
enum owner_role "Owner" {
    manufacturer "manufacturer"
    integrator   "integrator"
    operator     "operator"
    user         "user"
}

/// Which way data moves through a port: derived from the flows that end at it.
enum direction "Direction" {
    none     "none"
    incoming "incoming"
    outgoing "outgoing"
    both     "incoming and outgoing"
}

/// What a port offers and a protocol runs on.
enum media "Medium a protocol runs on" {
    ip         "IP network"
    ble        "Bluetooth Low Energy"
    bluetooth  "Bluetooth Classic"
    nfc        "NFC"
    rf         "proprietary radio"
    inductive  "inductive link"
    cellular   "cellular network"
    usb        "USB"
    serial     "serial line"
    can        "CAN bus"
    spi        "SPI bus"
    i2c        "I2C bus"
    debug      "debug interface"
    relay      "relay contact"
    analogue   "analogue signal"
    video      "video output"
    display    "screen and controls"
    media_slot "removable medium"
    accessory  "accessory connector"
    local      "inside one computer"
    power      "power supply"
    rfid       "RFID"
    optical    "optical link"
    pcie       "PCI Express"
}

// ---------------------------------------------------------------- the system and the documents

/// Who is responsible for the device as its manufacturer.
attribute system.manufacturer  : text "Who is the manufacturer of {self}?"
attribute system.model         : text "Which model or variant of {self} is this?"
attribute system.version       : text "Which version of {self} does the model describe?"
attribute system.udi_di        : text "What is the UDI-DI of {self}?"
attribute system.intended_use  : text "What is {self} intended for?"
attribute system.users         : text "Who uses {self}?"
attribute system.environment   : text "In which environments is {self} used, the worst included?"
attribute system.support_until : date "Until when does {self} get security support?"
attribute system.revision      : text "Which revision of the threat model is this?"
attribute system.author        : text "Who wrote the threat model?"
attribute system.reviewer      : text "Who reviewed the threat model?"
attribute system.approver      : text "Who approved the threat model?"
attribute system.status        : one of draft, in_review, approved "What is the status of the threat model?"

// ---------------------------------------------------------------- every element

/// What the element is for, in a sentence its reader understands.
attribute element.purpose         : text "What is {self} for?"
/// Controls that protect the element.
attribute element.controls        : list of control
/// Harms that follow when the element fails or is misused.
attribute element.harms           : list of harm
/// Documents that show what is said here to be true.
attribute element.evidence        : list of text
attribute element.assumptions     : list of assumption
attribute element.notes           : text
/// The path under which the element was known before it was renamed: keeps its identity.
attribute element.was             : path
/// Whether patient safety depends on the element working as intended.
attribute element.safety_relevant : bool "Does patient safety depend on {self}?"
/// From where an attacker can get at the element directly.
attribute element.reach           : exposure

attribute data.was    : path
attribute control.was : path
attribute harm.was    : path

// ---------------------------------------------------------------- boundaries

/// Elements that also stand inside this boundary, beside those nested in it.
attribute boundary.members : list of element
/// Whether this is the device itself, or a part of it: what crosses it needs a port at the device's end.
attribute boundary.device  : bool { unset: no }

// ---------------------------------------------------------------- ports

/// The word printed on the device.
attribute port.label      : text
/// Where the port is found.
attribute port.location   : text
attribute port.medium     : one of wired, wireless, contact, optical, human, internal "Is {self} wired or wireless?"
attribute port.range      : one of contact, personal_area, local_area, wide_area
/// What the port can carry.
attribute port.offers     : list of media "Which media does {self} offer?"
attribute port.logical    : bool { unset: no }
/// TCP and UDP port numbers it listens on.
attribute port.tcp        : int
attribute port.udp        : int
/// Radio channel or frequency.
attribute port.frequency  : text
/// Who may use it.
attribute port.access     : one of public, user, service, factory "Who may use {self}?"
attribute port.roles      : list of actor
/// State as shipped.
attribute port.default    : one of enabled, disabled, removed "Is {self} enabled or disabled as shipped?"
/// How it is enabled and disabled, and what follows.
attribute port.switching  : text
attribute port.required   : bool "Does the intended use require {self}?"
/// What to do with it, or why it is there, when nothing is connected.
attribute port.unused     : text
attribute port.protection : text
/// Behaviour when the connection is lost or misused.
attribute port.on_failure : text "What does the device do when the connection at {self} fails or is misused?"
/// What the operator has to do or to watch for.
attribute port.precaution : text
/// Whether a tool, a key or an opened cover is needed to reach it.
attribute port.covered    : bool "Is {self} behind a cover, a lock or a seal?"
/// Whether it gives access to memory, debugging or test functions.
attribute port.debug      : bool { unset: no }

// ---------------------------------------------------------------- flows and protocols

/// What is carried.
attribute flow.carries             : list of data "What does {self} carry?"
attribute flow.encrypted           : bool "Is {self} encrypted in transit?" { protection: yes }
attribute flow.integrity_protected : bool "Is {self} protected against modification in transit?" { protection: yes }
attribute flow.authentication      : authentication_kind "Which sides of {self} are authenticated?" { protection: yes }
attribute flow.replay_protected    : bool "Is {self} protected against replay?" { protection: yes }

attribute protocol.runs_on : list of media
attribute protocol.version : text
/// The usual port number, for the firewall table.
attribute protocol.tcp     : int
attribute protocol.udp     : int

// ---------------------------------------------------------------- data, stores, controls, harms

attribute data.harms           : list of harm
attribute data.confidentiality : level
attribute data.integrity       : level
attribute data.availability    : level
/// What the port listing calls it: data, code or commands.
attribute data.nature          : one of data, code, command

/// What is kept in the store.
attribute store.holds : list of data "What does {self} hold?"

attribute control.measure              : measure_class
attribute control.status               : control_status "Is {self} planned, implemented or verified?"
attribute control.evidence             : list of text
/// The requirement's id in the requirement file.
attribute control.requirement          : text
attribute control.description          : text
/// Ids of the tests that show it.
attribute control.verification         : list of text
/// What the tests came to.
attribute control.result               : text
/// Where a reviewer in the United States looks for it first.
attribute control.fda_category         : fda_category
/// When the requirement counts as met.
attribute control.acceptance_criterion : text
/// What it could do to safety (lock-out, blank screen, silenced alarm), or that it does nothing and why.
attribute control.side_effects         : text

attribute harm.severity : severity "How severe is {self}?"
/// The hazard's id in the safety risk file.
attribute harm.hazard   : text

/// Who sees to it that the assumption holds.
attribute assumption.owner       : owner_role
/// What follows for the device and the patient if it does not hold.
attribute assumption.if_false    : text
/// By what one sees on site whether it holds: a setting, a report, a test.
attribute assumption.measured_by : text
attribute section.text           : text

// ---------------------------------------------------------------- what the rules ask

/// A flow that is no message anybody could read or forge on its way: a relay contact, an analogue signal, a screen, power.
/// Set by protocols (`provides { signal_only: yes }`).
attribute flow.signal_only : bool { unset: no }
/// The content carries the sender's signature, checked by whoever uses it in the end: it holds beyond the connection and proves the origin.
attribute flow.signed      : bool "Is what {self} carries signed by its sender and checked where it is used?" { protection: yes }
/// Loss, delay or jamming of the flow is noticed and leaves the device in a state that is safe for the patient.
attribute flow.fails_safe  : bool "Is the loss of {self} noticed, and does the device stay safe without it?" { protection: yes }

/// A person who has an account of their own on what they use, not one for the whole ward or service organisation.
attribute actor.individual_account : bool "Does each {self} have a personal account or badge?" { protection: yes }
/// A second factor is asked for when the person works from afar.
attribute actor.second_factor      : bool "Does {self} prove identity with a second factor when working from afar?" { protection: yes }

/// Whether somebody the manufacturer can rely on keeps the platform patched and free of malware. A patient's phone has nobody.
attribute external.controlled_platform : bool "Is the platform {self} runs on managed by an organisation that keeps it secure?" { protection: yes }

/// What the program runs on: nothing, a real-time kernel, or Linux, Windows, Android and the like.
attribute process.operating_system    : one of none, rtos, general_purpose "What operating system does {self} run on?"
/// Serves pages or an API over HTTP.
attribute process.web_interface       : bool { unset: no }
/// Lives on a battery that is not replaced or charged at will.
attribute process.battery_powered     : bool { unset: no }
/// How new software gets in: not at all, unchecked, checked against accidents only, or with a signature the device verifies.
attribute process.update              : one of none, unsigned, crc_only, signed "How is an update of {self} checked before it is installed?" { protection: yes }
/// An older version with a known weakness cannot be installed again.
attribute process.rollback_protected  : bool "Does {self} refuse older versions of its software?" { protection: yes }
/// The code is verified from a root of trust at every start.
attribute process.secure_boot         : bool "Does {self} verify its code at every start, from a root of trust?" { protection: yes }
/// Updates and restarts wait until no patient depends on the device.
attribute process.update_interlock    : bool "Does an update of {self} wait until no patient depends on the device?" { protection: yes }
/// Every input is checked for form and length before it is used, and what fails is rejected; shown by robustness tests.
attribute process.validates_input     : bool "Does {self} check all input strictly, shown by robustness tests?" { protection: yes }
/// Parsers are written in a memory-safe language, or run sandboxed or hardened so that a memory error does not become code execution.
attribute process.memory_safe         : bool "Is {self} written or hardened so that a memory error gives no code execution?" { protection: yes }
/// Hard limits for clinical values that no sender can lift.
attribute process.enforces_limits     : bool "Does {self} hold hard clinical limits whatever the sender asks for?" { protection: yes }
/// Own memory and time, guaranteed: other functions cannot starve, crash or overwrite it.
attribute process.isolated            : bool "Is {self} isolated from functions that talk to the outside?" { protection: yes }
/// Runs as root, administrator or with more rights than it needs.
attribute process.privileged          : bool "Does {self} run with more rights than it needs?"
/// Only approved programs run: allow-listing, immutable image, or anti-malware that is qualified for the device.
attribute process.application_control : bool "Can only approved programs run on {self}?" { protection: yes }
/// How people log in.
attribute process.login               : one of none, shared, pin, password, badge, multi_factor "How do people log in to {self}?" { protection: yes }
/// No default, built-in or shared credential works in the field.
attribute process.unique_credentials  : bool "Is every credential of {self} unique to one device, with none built in or left at its default?" { protection: yes }
/// A session that nobody uses ends, or asks again before a hazardous action.
attribute process.session_timeout     : bool "Does an unattended session on {self} end or ask again before hazardous actions?" { protection: yes }
/// A way in for emergencies that needs no credential and leaves a record.
attribute process.emergency_access    : bool "Can {self} be operated in an emergency without a login, on record?" { protection: yes }
/// Every request is checked against the role of whoever makes it and the record it touches, on this side and not in the user interface.
attribute process.authorises_requests : bool "Does {self} itself check on each request whether this role may do this to this record?" { protection: yes }
/// Who did what and when is recorded for every change that matters to safety or security.
attribute process.audit_log           : bool "Does {self} record who changed what and when?" { protection: yes }
/// Unknown peers cannot make it spend energy: a cheap check comes first, and requests have a budget.
attribute process.wake_guarded        : bool "Can only known peers make {self} spend energy, within a budget?" { protection: yes }
/// Passes traffic from one network on to another.
attribute process.forwards            : bool "Can {self} pass traffic from one of its networks on to another?"
/// What reaches many devices needs two people, goes out in steps and can be stopped.
attribute process.dual_control        : bool "Must a second person release what {self} sends to devices, step by step?" { protection: yes }

attribute store.encrypted           : bool "Is {self} encrypted, with the key kept elsewhere?" { protection: yes }
/// A change by anyone but its rightful writer is noticed before the content is used.
attribute store.integrity_protected : bool "Is {self} protected against unnoticed modification?" { protection: yes }
/// Keys cannot be read out: secure element, trusted execution, or memory with readout protection.
attribute store.hardware_protected  : bool "Does hardware keep the keys in {self} from being read out?" { protection: yes }
/// A key or password found in one device opens no other.
attribute store.unique_per_device   : bool "Are the secrets in {self} different in every device?" { protection: yes }
/// Passwords only as salted, deliberately slow hashes.
attribute store.hashed              : bool "Are passwords in {self} kept only as salted, slow hashes?" { protection: yes }
/// Patient data and secrets are left out of logs, dumps and service bundles.
attribute store.redacted            : bool "Are patient data and secrets kept out of {self}?" { protection: yes }
/// Wiping is documented and tested, for disposal, repair and resale.
attribute store.erasable            : bool "Can {self} be wiped, verifiably, before the device leaves its operator?" { protection: yes }
/// Capacity is stated, important entries are kept, and somebody is warned before any are lost.
attribute store.overflow_handled    : bool "Are entries in {self} kept or exported before it is full?" { protection: yes }
/// A copy that an attacker on the device cannot reach, and a restore that has been tried.
attribute store.backed_up           : bool "Can the content of {self} be restored from a copy an attacker cannot reach?" { protection: yes }

/// How devices are bound to each other over the air. Passkey entry, numeric comparison and out-of-band pairing authenticate; the others do not.
attribute port.pairing              : one of none, just_works, passkey, numeric_comparison, out_of_band "How are devices paired at {self}?" { protection: yes }
/// Whoever or whatever connects has to prove its identity before anything else happens.
attribute port.authenticated_access : bool "Must whoever or whatever connects at {self} prove its identity first?" { protection: yes }
/// A debug interface that is fused, locked or answers only after a cryptographic unlock.
attribute port.locked               : bool "Is {self} locked for good, or only opened by a per-device cryptographic unlock?" { protection: yes }
/// Only expected devices and file types are accepted, checked, and nothing starts by itself.
attribute port.content_checked      : bool "Are devices and files at {self} limited to expected ones and checked before use?" { protection: yes }
/// Traffic beyond a budget is dropped before it costs the rest of the device anything.
attribute port.rate_limited         : bool "Is traffic at {self} limited so that a flood or a scan cannot stall the device?" { protection: yes }
/// Bystanders cannot read it: placement, privacy layout or filter, without hiding vital signs.
attribute port.out_of_sight         : bool "Are patient data at {self} out of bystanders' sight?" { protection: yes }

// ---------------------------------------------------------------- packs, rules, standards

attribute pack.version       : text
/// Phrases that an assumption must not rest on without saying how it is checked.
attribute pack.vague_terms   : list of text
/// Words that add nothing to a vague phrase.
attribute pack.filler_words  : list of text
attribute category.letter    : text
attribute rule.statement     : text
/// Types of control that counter the threat.
attribute rule.fix           : list of control type
attribute rule.advice        : text
attribute rule.violates      : list of clause
attribute rule.cwe           : list of int
attribute rule.capec         : list of int
attribute rule.emb3d         : list of int
/// What the attacker must have besides a way to the element; each lowers the exploitability as the risk scheme says.
attribute rule.preconditions : list of precondition
/// Numbers of the threats in the reference list of medical-device threats (`data/threats.csv`) that the rule finds.
attribute rule.catalogue     : list of text

attribute standard.edition    : text
attribute standard.binding    : one of law, guidance, standard, community
attribute standard.source     : text
attribute standard.prefix     : text
attribute clause.id           : text
attribute clause.text         : text
/// How the text is known: read in the document, read second-hand, recalled, or our judgement.
attribute clause.evidence_tag : one of verified, second_hand, recalled, judgement

attribute attribute.protection : bool
/// What a yes-or-no attribute counts as where nobody says; without it, silence is a question.
attribute attribute.unset      : bool

// ---------------------------------------------------------------- decisions and views

/// Exactly one of the five, with its reason: countered by controls, lived with, left to somebody else, removed with its cause, no threat here.
attribute respond.mitigate          : text
attribute respond.accept            : text
attribute respond.transfer          : text
attribute respond.avoid             : text
attribute respond.dismiss           : text
/// Documents that show the reason to be true.
attribute respond.evidence          : list of text
/// Who approved it, and when or where.
attribute respond.approved_by       : text
/// The last day on which it holds.
attribute respond.until             : date
/// The controls it counts on; each protects the element, or something it belongs to.
attribute respond.controls          : list of control
/// Why safe design was not practicable.
attribute respond.why_not_design    : text
/// Why a protective measure was not practicable.
attribute respond.why_not_protect   : text
/// To whom a risk is transferred.
attribute respond.recipient         : owner_role
/// The sentence in the instructions for use that tells the recipient what to do and what risk remains.
attribute respond.instruction       : text
/// The document and section in which the sentence stands.
attribute respond.instruction_place : text
/// The acceptance policy by which a risk is accepted.
attribute respond.policy            : text
/// Who answers for the decision.
attribute respond.owner             : text
/// The day of the decision.
attribute respond.decided           : date
/// New or changed risks that the controls bring, or "none" with the reason.
attribute respond.new_risks         : text
/// Components of the software bill of materials that are involved.
attribute respond.components        : list of text
/// Ids in the safety risk file; without, those of the harms of what the element handles stand.
attribute respond.hazard            : list of text
/// Why no hazard of the safety risk file follows.
attribute respond.no_hazard         : text
/// The release to which a better answer is deferred.
attribute respond.deferred_to       : text
/// The facts the decision rests on, as `ward respond --stamp` records them. When one changes, the decision goes back to review.
attribute respond.basis             : list of text

/// Whether the picture is a map of flows or tells a use case, its messages being the flows in the order written; unset means a map.
attribute view.style      : one of dataflow, sequence
/// The elements the picture shows; with none, all.
attribute view.of         : list of element
/// How many levels of nesting are opened.
attribute view.depth      : int
/// Only these flows; with none, all between what is shown.
attribute view.flows      : list of flow
/// Whether what talks to the shown elements from outside is drawn, too.
attribute view.neighbours : bool
/// What is drawn beside boxes and arrows.
attribute view.layers     : list of one of ports, threat_counts
