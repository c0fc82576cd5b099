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
        "trusted infrastructure", "trusted zone", "trustworthy network", "network is trustworthy", "network is safe", "secure zone", "adequately secured", "adequately protected", "properly secured",
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
        "lan", "wlan", "local", "s", "our", "we", "assume", "place", "safe", "secure", "secured", "well", "maintained", "security",
    ]
}

/// What the instructions for use are made of.
import std.ifu

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
    internal "who already controls a neighbouring part"
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

/// What is lost when a threat comes true.
enum loss "Loss" {
    confidentiality "loss of confidentiality"
    integrity       "loss of integrity"
    availability    "loss of availability"
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

/// What of the data a receiver acts on. Statements name it, so that they need not list everything else that is carried or kept.
enum steering_kind "What a receiver acts on" {
    settings     "therapy settings"
    alarm_limits "alarm limits"
    hard_limits  "safety limits"
    libraries    "drug libraries"
    plans        "treatment plans"
    constants    "calibration and service constants"
    models       "trained models"
    parameters   "safety parameters"
    commands     "commands"
    service      "service commands"
    entries      "entries of the operator"
    readings     "readings that close a control loop"
}

/// What of the data somebody draws conclusions from.
enum result_kind "What somebody concludes from" {
    images       "images"
    results      "diagnostic results"
    measurements "measured values"
    waveforms    "waveforms"
    therapy      "records of the therapy given"
}

/// How new software is checked before it is installed.
enum update_check "Check of updates" {
    none              "none, because it is never updated"
    unsigned          "none at all"
    crc_only          "a checksum that anybody can compute"
    shared_key        "a key that other devices know as well"
    checked_elsewhere "a check on another computer only"
    signed_in_part    "a signature that leaves something out, or whose check nobody has attacked in tests"
    signed            "a signature over content, version and target that it verifies itself"
}

/// What a process does once the check that it is there for is skipped.
enum guarded_act "What a check prevents" {
    start   "starts software that nobody signed"
    secrets "gives out a secret"
    therapy "lets an output pass that harms the patient"
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

/// What a global view of the system is searched for (FDA premarket guidance, V.B.2(a)).
enum view_aspect {
    update_infrastructure "update infrastructure"
    facility_network      "network of the facility"
    intermediary          "intermediary devices"
    cloud                 "cloud"
    home_network          "home network of the patient"
}

/// What a device does for a patient, by which security use cases are told apart.
enum clinical_function "Function of the device" {
    programming "programming"
    delivery    "delivery of therapy"
    alarming    "alarming"
    monitoring  "measuring and reporting"
    service     "service and calibration"
}

/// In which state a device does something.
enum operational_state "State of the device" {
    power_on   "power-on"
    standby    "standby"
    transition "transition"
    operation  "operation on a patient"
    servicing  "service"
    failure    "failure"
}

/// What a component does for an update on its way to the running device.
enum update_step "Step of an update" {
    build     "build"
    sign      "sign"
    host      "host"
    transport "transport"
    verify    "verify"
    install   "install"
    run       "run"
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
attribute system.intended_use  : text "What is the intended use of {self}?" { asked_where: sold }
attribute system.users         : text "Who uses {self}?" { asked_where: sold }
attribute system.environment   : text "In which environments will {self} be used, the worst included?" { asked_where: sold }
attribute system.support_until : date "Until when will {self} get security support?" { asked_where: sold }
attribute system.revision      : text "Which revision of the threat model is this?"
attribute system.author        : text "Who wrote the threat model?"
attribute system.reviewer      : text "Who reviewed the threat model?"
attribute system.approver      : text "Who approved the threat model?"
attribute system.status        : one of draft, in_review, approved "What is the status of the threat model?"

// ---------------------------------------------------------------- every element

/// What the element is for, in a sentence its reader understands.
attribute element.purpose         : text "What is the purpose of {self}?" { read_by: documents }
/// Controls that protect the element.
attribute element.controls        : list of control { read_by: compiler }
/// Harms that follow when the element fails or is misused.
attribute element.harms           : list of harm "Which harm follows from failure or misuse of {self}, and which hazard of the safety risk file is it?" { read_by: risk }
/// Works for more than one patient at a time: what goes wrong here can reach them all at once.
attribute element.serves_many     : bool { unset: no }
/// Documents that show what is said here to be true.
attribute element.evidence        : list of text { read_by: documents }
attribute element.assumptions     : list of assumption { read_by: documents }
attribute element.notes           : text { read_by: documents }
/// The path under which the element was known before it was renamed: keeps its identity.
attribute element.was             : path { read_by: compiler }
/// Whether patient safety depends on the element working as intended.
attribute element.safety_relevant : bool "Does patient safety depend on {self}?"
/// From where an attacker can get at the element directly.
attribute element.reach           : exposure
/// A connector on the outside, into which somebody can plug, that can be shorted or torn out. Set by types of ports.
attribute element.pluggable       : bool { unset: no }

attribute data.was    : path { read_by: compiler }
attribute control.was : path { read_by: compiler }
attribute harm.was    : path { read_by: compiler }

// ---------------------------------------------------------------- boundaries

/// Elements that also stand inside this boundary, beside those nested in it.
attribute boundary.members      : list of element { read_by: compiler }
/// Whether this is the device itself, or a part of it: what crosses it needs a port at the device's end.
attribute boundary.device       : bool { unset: no }
/// Whether the manufacturer answers for the software in it, so that each program has its parts listed. A device is such without a word.
attribute boundary.own_software : bool { read_by: compiler }

// ---------------------------------------------------------------- ports

/// The word printed on the device.
attribute port.label      : text { read_by: documents }
/// Where the port is found.
attribute port.location   : text { read_by: documents }
attribute port.medium     : one of wired, wireless, contact, optical, human, internal "What is the medium of {self}: wire, radio or another?"
attribute port.range      : one of contact, personal_area, local_area, wide_area { read_by: documents }
/// What the port can carry.
attribute port.offers     : list of media "Which media are offered at {self}?"
attribute port.logical    : bool { unset: no }
/// TCP and UDP port numbers it listens on.
attribute port.tcp        : int { read_by: documents }
attribute port.udp        : int { read_by: documents }
/// Radio channel or frequency.
attribute port.frequency  : text { read_by: documents }
/// Who may use it.
attribute port.access     : one of public, user, service, factory "Who may use {self}?"
attribute port.roles      : list of actor { read_by: documents }
/// State as shipped.
attribute port.default    : one of enabled, disabled, removed "What is the state of {self} as shipped?"
/// How it is enabled and disabled, and what follows.
attribute port.switching  : text { read_by: documents }
attribute port.required   : bool "Does the intended use require {self}?" { read_by: documents }
/// What to do with it, or why it is there, when nothing is connected.
attribute port.unused     : text { read_by: documents }
attribute port.protection : text { read_by: documents }
/// Behaviour when the connection is lost or misused.
attribute port.on_failure : text "What does the device do when the connection at {self} fails or is misused?" { read_by: documents }
/// What the operator has to do or to watch for.
attribute port.precaution : text { read_by: documents }
/// Whether a tool, a key or an opened cover is needed to reach it.
attribute port.covered    : bool "Does a cover, a lock or a seal keep people from {self}?" { read_by: documents }
/// Whether it gives access to memory, debugging or test functions.
attribute port.debug      : bool { unset: no }

// ---------------------------------------------------------------- flows and protocols

/// What is carried.
attribute flow.carries             : list of data "What is carried by {self}?"
attribute flow.encrypted           : bool "Does encryption protect {self} in transit?" { protection: yes }
attribute flow.integrity_protected : bool "Does anything protect {self} against modification in transit?" { protection: yes }
attribute flow.authentication      : authentication_kind "Which sides of {self} are authenticated?" { protection: yes }
/// Which side of a one-way flow opens the connection, where it is not its source: a device that fetches its settings opens the
/// connection on which they come. Of a two-way flow the left side does.
attribute flow.initiator           : one of source, target { read_by: documents }
attribute flow.replay_protected    : bool "Does anything protect {self} against replay?" { protection: yes }
// what a reviewer asks of each communication path and nothing else in the model answers; "not applicable because …" is an answer
/// How somebody besides the maker has examined a protocol that is not published.
attribute flow.expert_analysis : text { read_by: documents }
/// Where each proof of identity is verified, and how what verifies it gets there.
attribute flow.verified_at     : text { read_by: documents }
/// How each credential is generated, stored, configured, transferred and maintained.
attribute flow.credential_care : text { read_by: documents }
/// How identities are given, changed and withdrawn.
attribute flow.identities      : text { read_by: documents }
/// How a session begins, lasts and ends, and what makes it unique.
attribute flow.sessions        : text { read_by: documents }
/// Settings that bear on security, with their defaults.
attribute flow.settings        : text { read_by: documents }

attribute protocol.runs_on     : list of media
attribute protocol.version     : text
/// Not published, so that nobody but its maker has looked at it; a reviewer then asks for an analysis by experts.
attribute protocol.proprietary : bool
/// The usual port number, for the firewall table.
attribute protocol.tcp         : int
attribute protocol.udp         : int

// ---------------------------------------------------------------- data, stores, controls, harms

attribute data.harms           : list of harm { read_by: risk }
/// Which of the things a receiver acts on it is; set by types.
attribute data.steering        : steering_kind
/// Which of the things somebody concludes from it is; set by types.
attribute data.result          : result_kind
attribute data.confidentiality : level { read_by: documents }
attribute data.integrity       : level { read_by: documents }
attribute data.availability    : level { read_by: documents }
/// What the port listing calls it: data, code or commands.
attribute data.nature          : one of data, code, command { read_by: documents }

/// Which function of the device the data belong to; set by types.
attribute data.function : clinical_function { read_by: documents }

/// What is kept in the store.
attribute store.holds : list of data "What is kept in {self}?"

attribute control.measure              : measure_class { read_by: documents }
attribute control.status               : control_status "What is the status of {self}?" { read_by: compiler }
attribute control.evidence             : list of text { read_by: documents }
/// The requirement's id in the requirement file.
attribute control.requirement          : text { read_by: documents }
attribute control.description          : text { read_by: documents }
/// Ids of the tests that show it.
attribute control.verification         : list of text { read_by: documents }
/// What the tests came to.
attribute control.result               : text { read_by: documents }
/// Where a reviewer in the United States looks for it first.
attribute control.fda_category         : fda_category { read_by: documents }
/// When the requirement counts as met.
attribute control.acceptance_criterion : text { read_by: documents }
/// What it could do to safety (lock-out, blank screen, silenced alarm), or that it does nothing and why.
attribute control.side_effects         : text { read_by: documents }
/// Works without the software it protects, or was done before that software ran: a flaw in the software does not undo it.
attribute control.apart_from_software  : bool { read_by: compiler }

attribute harm.severity     : severity "What is the severity of {self}?" { read_by: risk }
/// Which losses can lead to it, as the safety risk file knows: a harm that follows from wrong values does not follow from values being read.
/// Where nothing is said, any loss can.
attribute harm.follows_from : list of loss { read_by: risk }
/// The hazard's id in the safety risk file.
attribute harm.hazard       : text "Which hazard of the safety risk file leads to {self}?" { read_by: risk }

/// Who sees to it that the assumption holds.
attribute assumption.owner       : owner_role
/// What follows for the device and the patient if it does not hold.
attribute assumption.if_false    : text
/// By what one sees on site whether it holds: a setting, a report, a test.
attribute assumption.measured_by : text "By what does one see on site that it holds: {self}?" { asked_where: is_requirement }

// ---------------------------------------------------------------- what the rules ask

/// A flow that is no message anybody could read or forge on its way: a relay contact, an analogue signal, a screen, power.
/// Set by protocols (`provides { signal_only: yes }`).
attribute flow.signal_only : bool { unset: no }
/// The content carries the sender's signature, checked by whoever uses it in the end: it holds beyond the connection and proves the origin.
attribute flow.signed      : bool "Does what is carried by {self} bear its sender's signature, checked where it is used?" { protection: yes }
/// Loss, delay or jamming of the flow is noticed and leaves the device in a state that is safe for the patient.
attribute flow.fails_safe  : bool "Is the loss of {self} noticed, and does the device stay safe after it?" { protection: yes }

/// Algorithms, key lengths and protocol versions are current, and neither side falls back to older ones when a peer asks.
attribute flow.current_crypto  : bool "Is the cryptography of {self} current, with no way to fall back to older algorithms or versions?" { protection: yes }
/// The connection stands on certificates, which expire. Set by protocols and controls.
attribute flow.certificates    : bool { unset: no }
/// A short radio link or a cable, on which there are neither servers nor certificates. Set by protocols.
attribute flow.off_network     : bool { unset: no }
/// A bus between circuits: what is at its end is a chip, not a computer. Set by protocols.
attribute flow.chip_bus        : bool { unset: no }
/// Both ends run on one computer and share its processor and memory. Set by protocols.
attribute flow.same_computer   : bool { unset: no }
/// The clinical function cannot do without the flow, whatever it carries.
attribute flow.essential       : bool { unset: no }
/// Reading it gives nothing away that opens a device: no key, password or other secret is inside.
attribute data.free_of_secrets : bool "Are keys, passwords and other secrets kept out of {self}?"

/// A person who has an account of their own on what they use, not one for the whole ward or service organisation.
attribute actor.individual_account : bool "Does every person acting as {self} have a personal account or badge?" { protection: yes }
/// A second factor is asked for when the person works from afar.
attribute actor.second_factor      : bool "Is a second factor asked of {self} when working from afar?" { protection: yes }

/// Programs, provisions or assembles devices; set by types.
attribute component.manufactures        : bool { unset: no }
/// Each device is checked, by other people and equipment than those that made it, to hold exactly the released software and its own secrets.
attribute component.production_verified : bool "Is each device from {self} verified elsewhere to hold exactly the released software and parts, with keys known to nobody?" { protection: yes }
/// Whether somebody the manufacturer can rely on keeps the platform patched and free of malware. A patient's phone has nobody.
attribute component.controlled_platform : bool "Is the platform under {self} managed by an organisation that keeps it secure?" { protection: yes }

/// What it does for an update on its way to the running device; set by types.
attribute component.update_step : update_step

/// The bill of materials of the software in it: CycloneDX 1.4 to 1.7 or SPDX 2.3 in JSON, beside the file that names it.
attribute component.sbom                        : text "Which bill of materials lists what {self} is built of, or is all of it own code (own_code: yes)?" { read_by: compiler }
/// What is known of the vulnerabilities of its parts: OpenVEX or CycloneDX in JSON, the latest last.
attribute component.vex                         : list of text { read_by: compiler }
/// Software without any part that somebody else wrote, so that there is no bill of materials.
attribute component.own_code                    : bool { read_by: documents }
/// Vulnerabilities of its parts that can be exploited here, as the documents in `vex` say.
attribute component.exploitable_vulnerabilities : list of text "Can what is under investigation in {self} be exploited here?"

/// What the program runs on: nothing, a real-time kernel, or Linux, Windows, Android and the like.
attribute process.operating_system      : one of none, rtos, general_purpose "What operating system is under {self}?"
/// Serves pages or an API over HTTP.
attribute process.web_interface         : bool { unset: no }
/// Lives on a battery that is not replaced or charged at will.
attribute process.battery_powered       : bool { unset: no }
/// How new software gets in: not at all, unchecked, checked against accidents only, with a secret that other devices know as well,
/// by a check that another computer makes, or with a signature the device verifies: over content, version and target, rejecting whatever
/// fails, and itself attacked in tests; or one that falls short of that.
attribute process.update                : update_check "How is an update of {self} checked before it is installed?" { protection: yes }
/// An older version with a known weakness cannot be installed again.
attribute process.rollback_protected    : bool "Will {self} refuse older versions of the software?" { protection: yes }
/// The code is verified from a root of trust at every start.
attribute process.secure_boot           : bool "Is the code of {self} verified at every start, from a root of trust?" { protection: yes }
/// Updates and restarts wait until no patient depends on the device.
attribute process.update_interlock      : bool "Does an update of {self} wait until no patient depends on the device?" { protection: yes }
/// Every input is checked for form and length before it is used, and what fails is rejected; shown by robustness tests.
attribute process.validates_input       : bool "Is all input of {self} checked strictly, shown by robustness tests?" { protection: yes }
/// Parsers are written in a memory-safe language, or run sandboxed or hardened so that a memory error does not become code execution.
attribute process.memory_safe           : bool "Is the code of {self} written or hardened so that a memory error gives no code execution?" { protection: yes }
/// Shows pages to people's browsers; set by types.
attribute process.web_pages             : bool { unset: no }
/// What is shown cannot run as a script in a browser, and requests that another site triggers are refused.
attribute process.requests_genuine      : bool "Is all output of {self} encoded, and each request refused that another web site triggers?" { protection: yes }
/// What the checks of a process prevent that decides which software starts, who gets a secret, or what reaches the patient; set by types.
attribute process.prevents              : guarded_act
/// Its checks hold when supply, clock or fields are disturbed on purpose: they are made twice, watched for glitches, and fail closed.
attribute process.fault_resistant       : bool "Do the checks in {self} hold when somebody disturbs supply, clock or the field around them?" { protection: yes }
/// A trained model turns input into a result or an action here; set by types.
attribute process.learned               : bool { unset: no }
/// Input unlike what the model was trained on is noticed and not acted on.
attribute process.unusual_input_noticed : bool "Will {self} notice input unlike the training data, and refrain from acting on it?" { protection: yes }
/// Made by somebody else and built in: a library, a module's firmware, a hypervisor; set by types or by the model.
attribute process.third_party           : bool { unset: no }
/// Where it comes from is known and listed, and each version is verified to be the supplier's before it is built in.
attribute process.origin_verified       : bool "Is each version of {self} listed, verified to come from its supplier, and examined before it is built in?" { protection: yes }
/// Turns source code into releases; set by types.
attribute process.builds                : bool { unset: no }
/// Kept apart from office and Internet, takes only pinned and verified input, and a second, independent build gives the same result.
attribute process.build_verified        : bool "Are only verified code and tools used by {self}, and does an independent second build confirm the output?" { protection: yes }
/// Hard limits for clinical values that no sender can lift.
attribute process.enforces_limits       : bool "Will {self} hold hard clinical limits whatever the sender asks for?" { protection: yes }
/// Own memory and time, guaranteed: other functions cannot starve, crash or overwrite it.
attribute process.isolated              : bool "Does anything isolate {self} from functions that talk to the outside?" { protection: yes }
/// Runs as root, administrator or with more rights than it needs.
attribute process.privileged            : bool "Are the rights of {self} wider than needed?"
/// Only approved programs run: allow-listing, immutable image, or anti-malware that is qualified for the device.
attribute process.application_control   : bool "Can only approved programs run on the platform of {self}?" { protection: yes }
/// How people log in.
attribute process.login                 : one of none, shared, pin, password, badge, multi_factor "How do people log in to {self}?" { protection: yes }
/// No default, built-in or shared credential works in the field.
attribute process.unique_credentials    : bool "Is every credential of {self} unique to one device, with none built in or left at its default?" { protection: yes }
/// Repeated wrong logins cost the guesser nothing, more and more time, or lock the account.
attribute process.wrong_logins          : one of unlimited, delayed, locked "What happens at {self} after repeated wrong logins?" { protection: yes }
/// A session that nobody uses ends, or asks again before a hazardous action.
attribute process.session_timeout       : bool "Does an unattended session on {self} end or ask again before hazardous actions?" { protection: yes }
/// A way in for emergencies that needs no credential.
attribute process.emergency_access      : bool "Can {self} be operated in an emergency without a login?" { protection: yes }
/// Who used emergency access, when and for what is recorded, and a reason is asked for afterwards.
attribute process.emergency_recorded    : bool "Is each emergency use of {self} recorded, and a reason asked for afterwards?" { protection: yes }
/// Every request is checked against the role of whoever makes it and the record it touches, on this side and not in the user interface.
attribute process.authorises_requests   : bool "Is it checked in {self} itself, on each request, whether this role may do this to this record?" { protection: yes }
/// Who did what and when is recorded for every change that matters to safety or security.
attribute process.audit_log             : bool "Is it recorded in {self} who changed what and when?" { protection: yes }
/// The clock by which entries and schedules are dated is compared with a trusted time, and entries without one say so.
attribute process.clock_checked         : bool "Is the clock of {self} compared with a trusted time, and are entries marked that were written without one?" { protection: yes }
/// Unknown peers cannot make it spend energy: a cheap check comes first, and requests have a budget.
attribute process.wake_guarded          : bool "Can only known peers make {self} spend energy, within a budget?" { protection: yes }
/// Passes traffic from one network on to another.
attribute process.forwards              : bool "Can traffic pass through {self} from one network to another?"
/// The user cannot leave the program for the operating system under it: no desktop, no file dialogue, no key combination, no way out after a crash.
attribute process.closed_interface      : bool "Are users of {self} kept from the operating system underneath, after a crash too?" { protection: yes }
/// A break-out from the container, sandbox or virtual machine is made hard, and what the patient depends on runs on other hardware.
attribute process.break_out_contained   : bool "Is a break-out from {self} made hard, and does all that a patient depends on run elsewhere?" { protection: yes }
/// Whoever supplies its operating system and modules goes on repairing them until the last device is out of use, or they can be replaced.
attribute process.supported_for_life    : bool "Will {self} and the operating system underneath get security repairs as long as devices are in use?" { protection: yes }
/// Delivered in its safest configuration, which it checks; it shows when it is weaker or meets a network it was not made for.
attribute process.secure_as_shipped     : bool "Will {self} be shipped in the safest configuration, and show when it is weaker or reachable from the Internet?" { protection: yes }
/// Session tokens cannot be guessed, change at the login, are bound to whom they were given to, and are soon worth nothing.
attribute process.session_protected     : bool "Are sessions of {self} unguessable, renewed at login, bound to their user and short?" { protection: yes }
/// What emergency access allows is limited in function and time, shown on the screen, and looked at afterwards.
attribute process.emergency_limited     : bool "Is emergency access to {self} limited in function and time, shown, and reviewed afterwards?" { protection: yes }
/// Whoever resets or changes a credential proves who they are by other means, and the owner is told.
attribute process.recovery_guarded      : bool "Must whoever resets a credential of {self} show the old one, a second proof or presence at the device?" { protection: yes }
/// Alarms can be paused for a time that is limited and shown; switching them off, or below hearing, is not possible unnoticed.
attribute process.alarm_pause_bounded   : bool "Can alarms of {self} only be paused, visibly and for a limited time, and never be silenced for good?" { protection: yes }
/// Each value and alarm is matched with the patient it is shown or filed for, when a connection begins and when the patient changes.
attribute process.patient_matched       : bool "Is it verified in {self}, again when patients change, that values and alarms belong to the patient they are shown for?" { protection: yes }
/// Whoever stands at the patient can stop or overrule what the network asks for, at once and without a login.
attribute process.local_override        : bool "Can people at the patient stop or overrule at once what others make {self} do from afar?" { protection: yes }
/// After a restart it goes on with the last safe settings, or waits in a state that is safe for the patient and says so.
attribute process.safe_restart          : bool "Will {self} come back after any restart with the last safe settings, or wait safely and say so?" { protection: yes }
/// A warning long enough before the battery is empty, whatever emptied it, and a safe state afterwards.
attribute process.battery_warned        : bool "Will {self} warn in time before the battery is empty or failing, and end in a safe state?" { protection: yes }
/// Each client may publish and subscribe only to the topics listed for it.
attribute process.topics_authorised     : bool "May each client of {self} publish and subscribe only to the topics listed for it?" { protection: yes }
/// Doses and intervals follow a clock that cannot jump: a change of time, zone or battery neither repeats nor skips one.
attribute process.steady_schedule       : bool "Will {self} keep the schedule of the therapy when the clock is set, jumps or is lost?" { protection: yes }
/// Service functions stay closed to operators, and while a patient is connected.
attribute process.service_guarded       : bool "Are service functions of {self} open to service alone, and never while a patient is connected?" { protection: yes }
/// Tried with real users under pressure of time that nobody needs to get around the login.
attribute process.login_tried_in_use    : bool "Was it tried with users under pressure of time that they do not work around the login of {self}?" { protection: yes }
/// Accounts end when people leave or change their post.
attribute process.accounts_ended        : bool "Do accounts of {self} end when their owners leave, through a directory or a regular review?" { protection: yes }
/// The device shows the versions it runs and whether they are genuine, so that it can be verified before it is used again.
attribute process.state_shown           : bool "Can it be read at the device which version of {self} runs and that it is genuine?" { protection: yes }
/// What happens to devices and data when the service ends is planned and announced.
attribute process.end_planned           : bool "Is it planned, and told to users, how devices go on after the end of {self}?" { protection: yes }
/// What reaches many devices needs two people, goes out in steps and can be stopped.
attribute process.dual_control          : bool "Must a second person release what is sent to devices from {self}, step by step?" { protection: yes }

/// An update that is interrupted or faulty leaves a version that works: two images, a self-test, a way back.
attribute process.update_recovery    : bool "Does an interrupted or faulty update of {self} leave a version that works?" { protection: yes }
/// Alarms, limits and other protective functions stay on, or are switched off only by an entitled person at the device.
attribute process.protections_kept   : bool "Do the protective functions of {self} stay on whatever configuration comes from outside?" { protection: yes }
/// What expires is renewed in time, somebody is warned, and care goes on when it was not.
attribute process.renews_credentials : bool "Are the certificates, keys and licences of {self} renewed in time, and does care go on after one has expired?" { protection: yes }
/// Repeated alarms of one source are limited, and the highest priority stays in view and earshot.
attribute process.alarms_ranked      : bool "Will {self} limit repeated alarms of each source and keep the most urgent in view?" { protection: yes }

attribute store.encrypted           : bool "Does encryption protect {self}, with the key kept elsewhere?" { protection: yes }
/// A change by anyone but its rightful writer is noticed before the content is used.
attribute store.integrity_protected : bool "Does anything protect {self} against unnoticed modification?" { protection: yes }
/// Two people approve each use of a signing key, it is on record, and devices can be told to trust its successor instead.
attribute store.use_approved        : bool "Do two people approve each use of the signing key in {self}, and can devices be moved to another key?" { protection: yes }
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
/// What others send is written as a value, never as an entry or a command of its own, and shown as plain text.
attribute store.entries_escaped     : bool "Is what others send kept from passing for an entry of its own in {self}, or for a command where it is read?" { protection: yes }
/// Capacity is stated, important entries are kept, and somebody is warned before any are lost.
attribute store.overflow_handled    : bool "Are entries in {self} kept or exported before space runs out?" { protection: yes }
/// A copy that an attacker on the device cannot reach, and a restore that has been tried.
attribute store.backed_up           : bool "Can the content of {self} be restored from a copy an attacker cannot reach?" { protection: yes }

/// Every part made by others is listed with its version, watched for newly known flaws, and repaired within a stated time.
attribute boundary.vulnerabilities_watched : bool "Are the third-party parts in {self} listed, watched for newly known flaws, and repaired in a stated time?" { protection: yes }

/// Encrypted with algorithms and key lengths that are current and stay so for the service life.
attribute store.current_crypto         : bool "Is the encryption of {self} current for the whole service life?" { protection: yes }
/// Keys are used only in circuits and libraries that show nothing of them in time, power or radiation.
attribute store.side_channel_protected : bool "Are the keys in {self} used without showing in timing, power or radiation?" { protection: yes }
/// Somebody has tried to recognise patients again, alone and together with other sources, and could not.
attribute store.deidentified           : bool "Was it tested that nobody can be recognised again from {self}?" { protection: yes }

/// Public access to what is stored is denied by configuration that is kept and reviewed as code, and watched.
attribute boundary.closed_to_public : bool "Is public access to the stores and backups in {self} denied by reviewed and monitored configuration?" { protection: yes }
/// Connectors, cables and supply withstand overvoltage, short circuit, pulling and liquids, and a fault stays at the connector.
attribute boundary.abuse_protected  : bool "Do the connectors, cables and supply of {self} withstand electrical and mechanical abuse?" { protection: yes }

/// What is left of one patient is cleared, or asked about, before the next is treated.
attribute store.cleared_between_patients : bool "Is the content of {self} cleared, or its owner confirmed, before the next patient is treated?" { protection: yes }
/// What the device proves itself with can be refused from now on, by everybody who trusted it.
attribute store.revocable                : bool "Can the credentials in {self} be revoked everywhere when the device is lost, stolen or sold?" { protection: yes }
/// Belongs to one patient: nobody else is treated with it.
attribute boundary.one_patient           : bool { unset: no }
/// Many receive the message and hold the same key, if any.
attribute flow.broadcast                 : bool { unset: no }

/// How devices are bound to each other over the air. Passkey entry, numeric comparison and out-of-band pairing authenticate; the others do not.
attribute port.pairing              : one of none, just_works, passkey, numeric_comparison, out_of_band "How are devices paired at {self}?" { protection: yes }
/// Whoever or whatever connects has to prove its identity before anything else happens.
attribute port.authenticated_access : bool "Must whoever or whatever connects at {self} prove its identity first?" { protection: yes }
/// The network shows a certificate or another proof that it is the right one before the device joins it.
attribute port.network_proved       : bool "Does the network at {self} prove that it is the right one before the device joins it?" { protection: yes }
/// Takes in a physical quantity: pressure, voltage, light, sound; set by types.
attribute element.senses            : bool { unset: no }
/// A second sensor of another kind, shielding and a check for plausibility keep a false signal from being taken for the patient's.
attribute element.cross_checked     : bool "Is what is measured by {self} filtered and checked against a second, different source?" { protection: yes }
/// A debug interface that is fused, locked or answers only after a cryptographic unlock.
attribute port.locked               : bool "Is access through {self} locked for good, or only opened by a per-device cryptographic unlock?" { protection: yes }
/// A part of the wrong kind, worn out or used before is noticed, and the device keeps to limits that are safe with it.
attribute port.part_checked         : bool "Does the device notice an unsuitable, worn or reused part at {self} and stay within safe limits?" { protection: yes }
/// It is verified on each device that leaves the factory that the port is closed as designed.
attribute port.closing_verified     : bool "Is it verified on each device before delivery that nothing answers at {self} any more?" { protection: yes }
/// What is plugged in sees only the memory it was given (IOMMU), and nothing while the device is locked.
attribute port.memory_confined      : bool "Is what is plugged in at {self} confined to memory it was given, and cut off while the device is locked?" { protection: yes }
/// Only expected devices and file types are accepted, checked, and nothing starts by itself.
attribute port.content_checked      : bool "Are devices and files at {self} limited to expected ones and checked before use?" { protection: yes }
/// Traffic beyond a budget is dropped before it costs the rest of the device anything.
attribute port.rate_limited         : bool "Is traffic at {self} limited so that a flood or a scan cannot stall the device?" { protection: yes }
/// The radio address changes, and nothing sent before a bond tells name, type or serial number.
attribute port.identity_hidden      : bool "Do changing addresses and neutral advertisements at {self} hide from strangers which device it is?" { protection: yes }
/// Bystanders cannot read it: placement, privacy layout or filter, without hiding vital signs.
attribute port.out_of_sight         : bool "Are patient data at {self} out of bystanders' sight?" { protection: yes }

// ---------------------------------------------------------------- packs, rules, standards

attribute pack.version          : text
/// Phrases that an assumption must not rest on without saying how it is checked.
attribute pack.vague_terms      : list of text
/// Words that add nothing to a vague phrase.
attribute pack.filler_words     : list of text
attribute category.letter       : text
/// Which loss its threats bring about, where a rule does not say otherwise; without it, any.
attribute category.loss         : loss
/// How far a vulnerability that can be exploited undoes what counters threats of the category: not at all, at the element with the software
/// and its ports, or also at the ports of other components through which it is reached. Unset: at the element and its ports.
attribute category.flaw_reaches : one of nothing, element, ways_in { read_by: compiler }
attribute rule.statement        : text
/// Types of control that counter the threat.
attribute rule.fix              : list of control type
attribute rule.advice           : text
attribute rule.violates         : list of clause
attribute rule.cwe              : list of int
attribute rule.capec            : list of int
attribute rule.emb3d            : list of int
/// What the attacker must have besides a way to the element; each lowers the exploitability as the risk scheme says.
attribute rule.preconditions    : list of precondition
/// Which loss the threat brings about: of the harms of an element only those count that follow from it. Stolen keys and logins lead to any.
attribute rule.loss             : loss
/// Whether an attack of this kind, once made, works on every device of the type, so that many patients can be harmed at once.
attribute rule.fleet_wide       : bool
/// Numbers of the threats in the reference list of medical-device threats (`data/threats.csv`) that the rule finds.
attribute rule.catalogue        : list of text

/// Why the category has no rule about a kind of element: what a reader of the coverage matrix finds in the empty cell.
attribute category.not_for_actor    : text
attribute category.not_for_external : text
attribute category.not_for_process  : text
attribute category.not_for_store    : text
attribute category.not_for_port     : text
attribute category.not_for_boundary : text
attribute category.not_for_flow     : text
// ---------------------------------------------------------------- how risk is rated

/// Which version of the method and the policy this is.
attribute scheme.version        : text
/// Who declared what is acceptable, on what ground.
attribute scheme.policy         : text
/// The scales by which the scheme rates.
attribute scheme.exploitability : path
attribute scheme.severity       : path
attribute scheme.level          : path
/// Levels of risk that need no more controls.
attribute scheme.acceptable     : list of path

/// Steps of the scale of exploitability.
attribute factor.lowers           : int
attribute factor.raises           : int
/// Resistance on an attack path: against whoever holds neither end of the flow, and against whoever already controls the part that sends.
attribute factor.hinders_outsider : int
attribute factor.hinders_peer     : int
/// Hinders by the structure alone: it counts, and yet what it stands on is not protected.
attribute factor.structural       : bool
/// The part that the content comes from gives it: it stops nobody who controls that part, there or wherever the content is passed on.
attribute factor.by_origin        : bool

attribute standard.edition        : text
attribute standard.binding        : one of law, guidance, standard, community
attribute standard.source         : text
attribute standard.prefix         : text
/// Whether whoever answers a clause has to name the document that shows it and the place in that document, as Annex II of the MDR asks.
attribute standard.evidence_place : one of required, optional
/// Whether it is a form of questions that are answered with Yes or No: the artifact `mds2` fills it in.
attribute standard.form           : bool { read_by: documents }
attribute clause.id               : text
/// Where the document says it: the section, the point, the item.
attribute clause.passage          : text
attribute clause.text             : text
/// How the text is known: read in the document, read second-hand, recalled, or our judgement.
attribute clause.evidence_tag     : one of verified, second_hand, recalled, judgement
/// Whether what is asked for has to hold of every element of the `for`, or of at least one. Without it, of every one.
attribute clause.asks             : one of every, some
/// Whether a form is answered with No where the check fails. `no` where what the model lacks may exist outside it, such as a list or a log.
attribute clause.denies           : bool { read_by: documents }

/// How the device or the manufacturer answers the clause, in a sentence.
attribute answer.text           : text
/// Documents that show it, each with the place in it behind a comma: "RMF-001, section 8".
attribute answer.evidence       : list of text
/// The controls that answer it.
attribute answer.controls       : list of control
/// Why the clause does not concern this device.
attribute answer.not_applicable : text
/// Who answers for the statement.
attribute answer.owner          : text

attribute attribute.protection  : bool
/// Who reads the attribute beside rules: documents and pictures, the rating of risk, the compiler itself. What nobody reads is reported.
attribute attribute.read_by     : one of documents, risk, compiler
/// What a yes-or-no attribute counts as where nobody says; without it, silence is a question.
attribute attribute.unset       : bool
/// The derived attribute that says of which elements the documents for customers ask for it.
attribute attribute.asked_where : path
/// Whether the order of a list tells something. Otherwise two lists with the same items say the same.
attribute attribute.ordered     : bool

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
/// Assumptions that the decision counts on.
attribute respond.assumptions       : list of assumption { read_by: documents }
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
/// Vulnerabilities in bills of materials that the decision took into account: they do not put it under review, another one does.
attribute respond.vulnerabilities   : list of text { read_by: compiler }
/// The facts the decision rests on, as `ward respond --stamp` records them. When one changes, the decision goes back to review.
attribute respond.basis             : list of text

/// What remains of the risk with the controls in place, by the scales of the risk scheme, where somebody has judged it.
attribute respond.exploitability  : path
attribute respond.severity        : path
/// Why a control makes the harm itself less severe, and not only harder to bring about.
attribute respond.severity_reason : text
/// A vector of the Common Vulnerability Scoring System, 3.1 or 4.0. Its score says nothing about acceptability.
attribute respond.cvss            : text

/// Whether the picture is a map of flows or tells a use case, its messages being the flows in the order written; unset means a map.
attribute view.style      : one of dataflow, sequence
/// The elements the picture shows; with none, all.
attribute view.of         : list of element
/// How many levels of nesting are opened.
attribute view.depth      : int
/// Only these flows; with none, all between what is shown. Where `of` is empty, only their ends are shown.
attribute view.flows      : list of flow { ordered: yes }
/// Whether what talks to the shown elements from outside is drawn, too.
attribute view.neighbours : bool
/// What is drawn beside boxes and arrows.
attribute view.layers     : list of one of ports, threat_counts, controls
/// Whether the picture stays in one, however large it is, instead of being split by boundary.
attribute view.whole      : bool { read_by: documents }

/// Where a view does not name them, how its elements are found: all of them; one boundary after the other; what takes part in one function
/// of the device after the other; the weakest ways to what serves several patients.
attribute view.shows                    : one of everything, each_boundary, each_function, several_patients, attack_paths { read_by: documents }
/// With `shows: attack_paths`, data that an attacker is after; with none, and nothing in `of`, what harms most when it is lost.
attribute view.assets                   : list of data { read_by: documents }
/// With `shows: attack_paths`, only ways from positions of these kinds; with none, the weakest from any.
attribute view.from                     : list of one of internet, network, radio, in_person, accessory, supply_chain { read_by: documents }
/// Names of derived attributes that filter: of elements that are shown, flows that are drawn, ports that are drawn, elements that stay closed.
attribute view.elements_where           : path { read_by: documents }
attribute view.flows_where              : path { read_by: documents }
attribute view.ports_where              : path { read_by: documents }
attribute view.closes_where             : path { read_by: documents }
/// What the view is for, in a sentence or two.
attribute view.why                      : text { read_by: documents }
/// Identifiers of the clauses it is made for.
attribute view.serves                   : list of text { read_by: documents }
/// What there is to say where the model holds nothing that the view could show.
attribute view.nothing                  : text { read_by: documents }
/// What a reader looks for in the view: each is found, or its absence is explained.
attribute view.aspects                  : list of view_aspect { read_by: documents }
/// Which function of the device the use case is of.
attribute view.function                 : clinical_function { read_by: documents }
/// The states of the device in which the use case takes place.
attribute view.states                   : list of operational_state { read_by: documents }
/// Whether the text tells the steps of an update.
attribute view.tells_update             : bool { read_by: documents }
/// Whether the view is for readers outside the manufacturer, too: its text names no controls.
attribute view.for_customers            : bool { read_by: documents }
/// Why the view is left out.
attribute view.omit                     : text { read_by: documents }
/// Why an aspect is absent.
attribute view.no_update_infrastructure : text { read_by: documents }
attribute view.no_facility_network      : text { read_by: documents }
attribute view.no_intermediary          : text { read_by: documents }
attribute view.no_cloud                 : text { read_by: documents }
attribute view.no_home_network          : text { read_by: documents }

// Views that are derived of every model; `std.views` has more. A view of the model with one of these types replaces the derived one.

/// Closed in a picture of the context: the device, and what does not have it inside.
define boundary.off_the_way  : bool = self.device or not (any x in self.contents where (any b in x.boundaries where b.device))
define component.off_the_way : bool = self is process or self is store or self is external
/// A way into or out of the device.
define port.leaves_device    : bool = (any b in self.boundaries where b.device) and (any f in self.flows where (any b in f.crossed where b.device))

/// What stands around the device.
type ContextView "System context" : view {
    shows:        everything
    closes_where: off_the_way
    ports_where:  leaves_device
    why:          "Shows the device, closed, in the places it stands in, with the parties and other places it has to do with, closed as well."
}
/// One boundary opened, with what talks to it from outside.
type BoundaryView "Boundary" : view {
    shows:      each_boundary
    depth:      1
    neighbours: yes
    why:        "Opens one trust boundary: what stands directly inside it, and what reaches it from outside."
}
