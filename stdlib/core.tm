/// The vocabulary every model is written in: what each kind of declaration may say about itself.
/// Always loaded. Attributes with a question are asked for when a rule needs them.
pack core "Core vocabulary" { version: "1.0" }

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
attribute boundary.device  : bool

// ---------------------------------------------------------------- ports

/// The word printed on the device.
attribute port.label       : text
/// Where the port is found.
attribute port.location    : text
attribute port.medium      : one of wired, wireless, contact, optical, human, internal "Is {self} wired or wireless?"
attribute port.range       : one of contact, personal_area, local_area, wide_area
/// What the port can carry.
attribute port.offers      : list of media "Which media does {self} offer?"
attribute port.logical     : bool
/// TCP and UDP port numbers it listens on.
attribute port.tcp         : int
attribute port.udp         : int
/// Radio channel or frequency.
attribute port.frequency   : text
/// Who may use it.
attribute port.access      : one of public, user, service, factory "Who may use {self}?"
attribute port.roles       : list of actor
/// State as shipped.
attribute port.default     : one of enabled, disabled, removed "Is {self} enabled or disabled as shipped?"
/// How it is enabled and disabled, and what follows.
attribute port.switching   : text
attribute port.required    : bool "Does the intended use require {self}?"
/// What to do with it, or why it is there, when nothing is connected.
attribute port.unused      : text
attribute port.protection  : text
/// Behaviour when the connection is lost or misused.
attribute port.on_failure  : text "What does the device do when the connection at {self} fails or is misused?"
/// What the operator has to do or to watch for.
attribute port.precaution  : text
/// Whether a tool, a key or an opened cover is needed to reach it.
attribute port.covered     : bool "Is {self} behind a cover, a lock or a seal?"
/// Whether it gives access to memory, debugging or test functions.
attribute port.debug       : bool

// ---------------------------------------------------------------- flows and protocols

/// What is carried.
attribute flow.carries              : list of data "What does {self} carry?"
attribute flow.encrypted            : bool "Is {self} encrypted in transit?" { protection: yes }
attribute flow.integrity_protected  : bool "Is {self} protected against modification in transit?" { protection: yes }
attribute flow.authentication       : authentication_kind "Which sides of {self} are authenticated?" { protection: yes }
attribute flow.replay_protected     : bool "Is {self} protected against replay?" { protection: yes }

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

attribute control.measure     : measure_class
attribute control.status      : control_status "Is {self} planned, implemented or verified?"
attribute control.evidence    : list of text
attribute control.requirement : text
attribute control.description : text

attribute harm.severity : severity "How severe is {self}?"
/// The hazard's id in the safety risk file.
attribute harm.hazard   : text

attribute assumption.owner       : owner_role
attribute assumption.if_false    : text
attribute section.text           : text

// ---------------------------------------------------------------- packs, rules, standards

attribute pack.version : text
attribute category.letter : text
attribute rule.statement : text
/// Types of control that counter the threat.
attribute rule.fix       : list of control type
attribute rule.advice    : text
attribute rule.violates  : list of clause
attribute rule.cwe       : list of int
attribute rule.capec     : list of int
attribute rule.emb3d     : list of int

attribute standard.edition : text
attribute standard.binding : one of law, guidance, standard, community
attribute standard.source  : text
attribute standard.prefix  : text
attribute clause.id        : text
attribute clause.text      : text
/// How the text is known: read in the document, read second-hand, recalled, or our judgement.
attribute clause.evidence_tag : one of verified, second_hand, recalled, judgement

attribute attribute.protection : bool

// ---------------------------------------------------------------- decisions and views

attribute respond.mitigate    : text
attribute respond.accept      : text
attribute respond.transfer    : text
attribute respond.avoid       : text
attribute respond.dismiss     : text
attribute respond.evidence    : list of text
attribute respond.approved_by : text
attribute respond.until       : date
attribute respond.controls    : list of control

/// The elements the picture shows; with none, all.
attribute view.of     : list of element
/// How many levels of nesting are opened.
attribute view.depth  : int
/// Only these flows; with none, all between what is shown.
attribute view.flows  : list of flow
/// What is drawn beside boxes and arrows.
attribute view.layers : list of one of ports, threat_counts
