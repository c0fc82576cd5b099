/// The instructions for use and the security documentation for customers: which headings there are, what stands under each, and what is asked.
/// Always loaded. A heading is a type of sections that names its chapter; a model writes under it with `section name : Heading { text: … }`.
/// What a heading `asks` for is asked of a model once it has its first section. A team adds headings of its own in the same way.

// ---------------------------------------------------------------- what the document is made of

/// The chapters, in their order.
enum chapter "Chapter" {
    guide          "How to read this document"
    use            "Intended use and place of use"
    connections    "What is connected where"
    safe_use       "Using the device safely"
    security       "Customer security documentation"
    administration "Network, accounts and technical background"
    service        "Responsibilities, contact and end of use"
    details        "Details of each port"
    index          "Where expected contents stand"
}

/// For whom a heading is written.
enum reader "Reader" {
    user        "Everybody who uses the device"
    engineering "Clinical engineering and service"
    it          "IT department and integrators"
}

/// What is put under a heading from the model itself, before what sections say.
enum document_content "Content" {
    guide          "which reader finds what where"
    scope          "intended use, users and places"
    diagram        "the end-user diagram"
    port_overview  "what is plugged in where, and whether it is on"
    remaining_risk "what risks remain and what to do about them"
    requirements   "what the environment has to provide"
    settings       "what can be configured"
    environment    "controls that others put in place"
    events         "what the device reports, and what to do"
    logs           "what is recorded where"
    consequences   "what follows from changes"
    updates        "how updates are announced and checked"
    support        "until when there is support"
    bill           "how to get the bill of materials"
    firewall       "rules for a firewall"
    streams        "every stream of data into and out of the device"
    features       "what protects the device"
    roles          "who may do what, and how people log in"
    hosting        "what is kept outside the device, and where"
    duties         "who sees to what"
    contact        "whom to tell"
    port_details   "every field of every port"
    clauses        "which clause is answered where"
}

/// How much hangs on a measure outside the device.
enum importance "Importance" {
    required    "required"
    recommended "recommended"
    not_needed  "nothing needed"
}

attribute section.text        : text
/// The chapter a type of sections is a heading of.
attribute section.chapter     : chapter { read_by: documents }
/// Its place in the chapter: a lower number comes first.
attribute section.order       : int { read_by: documents }
attribute section.readers     : list of reader { read_by: documents }
/// What the model is asked when no section stands under the heading.
attribute section.asks        : text { read_by: documents }
/// Identifiers of the clauses the heading answers.
attribute section.serves      : list of text { read_by: documents }
attribute section.shows       : list of document_content { read_by: documents }
/// A derived attribute without which the heading is left out: it has to hold of some element.
attribute section.shown_where : path { read_by: documents }

// ---------------------------------------------------------------- facts

/// Whoever has a question, a finding or an incident turns here.
attribute system.contact       : text "Whom do customers tell of a vulnerability or a security incident with {self}, and how?" { asked_where: sold }
attribute system.update_notice : text "How do customers learn that there is an update of {self}?" { asked_where: sold }
attribute system.version_shown : text "Where do users see which version of {self} is installed?" { asked_where: sold }
/// The list itself is sensitive and stands in no document for everybody.
attribute system.bill_access   : text "Through which trusted channel do customers get the software bill of materials of {self}?" { asked_where: sold }

/// The device as a whole: it goes to customers.
define system.sold : bool = yes

/// Whether it is run in a cloud or by another host, so that data leave the place of use; set by types.
attribute element.hosted    : bool { unset: no }
attribute element.hosted_at : text "Where is {self} hosted: by whom, and in which country?" { asked_where: is_hosted }
define element.is_hosted : bool = self.hosted

/// Whether it is the manufacturer's own: one of its sites, a service that it runs, its staff; set by types.
attribute element.of_manufacturer : bool { unset: no }
define element.at_manufacturer  : bool = self.of_manufacturer or (any b in self.boundaries where b.of_manufacturer)
define flow.within_manufacturer : bool = self.source.at_manufacturer and self.target.at_manufacturer

/// A port that only the manufacturer uses. A customer has nothing to plug in there and nothing to let through to it.
define port.is_internal : bool = self.at_manufacturer and not (any f in self.flows where (not f.within_manufacturer))

/// What becomes possible for an attacker, or harder for the user, when the port is in another state than shipped.
attribute port.change_risk : text "What risk does it bring to switch {self} to another state than shipped?" { asked_where: is_switched }
define port.is_switched : bool = known(self.switching) and (any b in self.boundaries where b.device)

/// Whether it tells what happened on a device; set by types.
attribute data.log            : bool { unset: no }
attribute store.capacity      : text "How many entries does {self} hold, or how many days?" { asked_where: keeps_log }
attribute store.record_format : text "In which format are entries of {self} given out, so that other programs can read them?" { asked_where: keeps_log }
attribute store.export        : text "How are entries of {self} exported, and by whom?" { asked_where: keeps_log }
/// What becomes of the oldest entries.
attribute store.when_full     : text "What happens when {self} is full?" { asked_where: keeps_log }
define store.keeps_log : bool = (any b in self.boundaries where b.device) and (any d in self.holds where d.log)

/// What the person can do on the device, in words.
attribute actor.privileges  : text "What may {self} do on the device?" { asked_where: at_the_device }
/// How the person gets a login and replaces the first password, or that none is needed.
attribute actor.credentials : text "How does {self} log in, and who gives out and replaces the first credential?" { asked_where: at_the_device }
define actor.at_the_device : bool = any p in self.uses where (any b in p.boundaries where b.device)

/// Who puts the control in place, where it is not the device that has it.
attribute control.owner      : owner_role "Who puts {self} in place: integrator, operator or user?" { asked_where: for_environment }
attribute control.importance : importance "Is {self} required or recommended?" { asked_where: for_environment }
/// What of this device makes it necessary.
attribute control.reason     : text "Why does this device need {self}?" { asked_where: for_environment }
/// What customers are told of the control, in words that give nothing away; of a control in the device they are told nothing without it.
attribute control.told       : text { read_by: documents }
define control.for_environment : bool = self.measure == information or (known(self.owner) and self.owner != manufacturer)

// ---------------------------------------------------------------- requirements on the environment

/// What the model is asked when there is no requirement of the type.
attribute assumption.asks       : text { read_by: documents }
attribute assumption.importance : importance { read_by: documents }
define assumption.is_requirement : bool = self is ItRequirement and not (known(self.importance) and self.importance == not_needed)

/// Something the environment has to provide, which somebody can measure. Elements that rely on it name it in `assumptions`. With
/// `importance: not_needed` it says that nothing of the kind is needed.
type ItRequirement "Further requirement" : assumption { importance: required }
/// Sockets, cables, telephones, servers.
type HardwareRequirement "Hardware" : ItRequirement { asks: "Which hardware does the place of use have to provide, with which minimum: sockets, cables, telephones, servers?" }
/// Systems, browsers and versions.
type PlatformRequirement "Operating systems and platforms" : ItRequirement { asks: "Which operating systems, platforms and browsers does the device work with, from which version on?" }
/// The computer from which the device is administered.
type WorkstationRequirement "Workstation for administration" : ItRequirement { asks: "What does the workstation need from which the device is administered?" }
/// How much the network has to carry.
type BandwidthRequirement "Bandwidth" : ItRequirement { asks: "How much bandwidth does the device need on the network?" }
/// How late messages may be.
type LatencyRequirement "Latency" : ItRequirement { asks: "Which delays of the network does the device tolerate?" }
/// What may reach the device.
type SegmentationRequirement "Network segments" : ItRequirement { asks: "In which network segment does the device stand, and what may reach it there?" }
/// Addresses and name services.
type NameRequirement "Names and addresses" : ItRequirement { asks: "Which addresses, names and name services (DHCP, DNS) does the device need?" }
/// The source of the time of day.
type TimeRequirement "Time" : ItRequirement { asks: "From where does the device take the time, and how exact does it have to be?" }
/// Measures of IT security that the device relies on.
type SecurityRequirement "IT security measures" : ItRequirement { asks: "Which IT security measures does the device rely on around it?" }
/// Doors, keys, rooms, people nearby.
type PlaceRequirement "Place and physical access" : ItRequirement { asks: "What does the device require of the place it stands or is kept in?" }

// ---------------------------------------------------------------- entries

/// What a user notices, and what there is to do.
attribute section.noticed  : text "What does the user see or hear: {self}?" { asked_where: is_event }
attribute section.action   : text "What does the user have to do: {self}?" { asked_where: is_event }
/// Where it is on record afterwards.
attribute section.recorded : text { read_by: documents }
define section.is_event : bool = self is SecurityEvent

attribute section.as_shipped : text "What is the setting as shipped: {self}?" { asked_where: is_setting }
/// What can be chosen.
attribute section.choices    : text "What can be chosen: {self}?" { asked_where: is_setting }
attribute section.effect     : text "What changes with the setting: {self}?" { asked_where: is_setting }
attribute section.risk       : text "What risk does another choice bring: {self}?" { asked_where: is_setting }
attribute section.changed_by : list of actor { read_by: documents }
define section.is_setting : bool = self is ConfigurationOption

// ---------------------------------------------------------------- guide

/// Which reader finds what where; made by itself.
type ReadersGuide "Who reads what" : section {
    chapter: guide, order: 10, readers: [user, engineering, it]
    shows:  [guide]
    serves: ["mdr.gspr.23.1a"]
}
/// Words that a reader without training may not know, each a section of its own.
type Terms "Words in this document" : section { chapter: guide, order: 20, readers: [user] }
section term_port           "Port"              : Terms { text: "Anything through which something can be connected to the device: a socket, a radio, a screen, a button, a service access." }
section term_authentication "Authentication"    : Terms { text: "Proof of who or what is at the other side: a person by a password or badge, another system by a key or certificate." }
section term_encryption     "Encryption"        : Terms { text: "Data are made unreadable for everybody who does not have the key." }
section term_firewall       "Firewall"          : Terms { text: "Equipment of a network that lets listed connections pass and stops all others. The IT department sets it up." }
section term_update         "Update"            : Terms { text: "A newer version of the software in the device. A security update closes a weakness." }
section term_bill           "Bill of materials" : Terms { text: "The list of all programs, with their versions, that the device’s software is built of." }
section term_missing        "Not yet provided"  : Terms { text: "The manufacturer has not given this information yet. Ask before you rely on anything in its place." }

// ---------------------------------------------------------------- intended use, connections

/// What the system says of its use, users and places.
type IntendedUse "Intended use, users and places" : section {
    chapter: use, order: 10, readers: [user, engineering, it]
    shows:  [scope]
    serves: ["imdrf.n60.csd.6a", "mdcg.2019-16.hcp.9", "mdr.gspr.23.4ab", "ivdr.gspr.20.4.1ah"]
}
/// What must not be done elsewhere, and what happens if it is.
type UseOutside "Use in other places than intended" : section {
    chapter: use, order: 20, readers: [user, it]
    asks:   "What happens, and what must not be done, where the device is used in another place or network than intended?"
    serves: ["imdrf.n60.csd.6a", "mdcg.2019-16.hcp.9", "mdcg.2019-16.ifu.ab"]
}
/// For each group of people, what they have to have learnt.
type NeededSkills "What you need to know" : section {
    chapter: use, order: 30, readers: [user, engineering, it]
    asks:   "Which IT skills or training do the people need who use, install and administer the device?"
    serves: ["mdcg.2019-16.ifu.j", "mdr.gspr.23.4j"]
}
/// The view of the type `EndUserView`.
type EndUserDiagram "Diagram of the connections" : section {
    chapter: connections, order: 10, readers: [user, engineering, it]
    shows:  [diagram]
    serves: ["imdrf.n60.label.4", "mdcg.2019-16.hcp.7", "fda.premarket.2026-02-03.label.2", "mds2.2019.DOC-10"]
}
/// One line a port, for a reader without knowledge of networks.
type PortOverview "Ports: what is plugged in, and is it on" : section {
    chapter: connections, order: 20, readers: [user, engineering, it]
    shows:  [port_overview]
    serves: ["imdrf.n60.label.3", "mdcg.2019-16.hcp.6", "fda.premarket.2026-02-03.label.3", "mdr.gspr.23.4q"]
}
/// All that is known of each port, for whoever connects it.
type PortDetails "All ports" : section {
    chapter: details, order: 10, readers: [engineering, it]
    shows:  [port_details]
    serves: ["imdrf.n60.label.3", "mdcg.2019-16.hcp.6", "fda.premarket.2026-02-03.label.3", "mdr.gspr.14.1", "mdr.gspr.17.4", "mdr.gspr.23.4ab"]
}

// ---------------------------------------------------------------- safe use

/// The sentences of decisions that transfer or accept a risk.
type RemainingRisks "Remaining risks and what to do about them" : section {
    chapter: safe_use, order: 10, readers: [user, engineering, it]
    shows:  [remaining_risk]
    serves: ["mdr.gspr.23.1g", "mdr.gspr.23.4g", "ivdr.gspr.20.1g", "mdcg.2019-16.ifu.g", "fda.premarket.2026-02-03.label.16"]
}
/// What a patient can go on relying on.
type WhatKeepsWorking "What keeps working when something is wrong" : section {
    chapter: safe_use, order: 20, readers: [user, engineering, it]
    asks:   "Which functions go on when the network fails or security has been compromised, and how does a user notice?"
    serves: ["mdcg.2019-16.hcp.2", "fda.premarket.2026-02-03.label.8", "mdcg.2019-16.ifu.i"]
}
/// Steps that show whether the device is genuine, untouched and configured as it should be.
type BeforeUse "Before first use, and after repair" : section {
    chapter: safe_use, order: 30, readers: [user, engineering]
    asks:   "What does a user look at before the first use, and when a device comes back from repair or from another patient?"
    serves: ["mdcg.2019-16.ifu.k", "mdr.gspr.23.4k"]
}

// ---------------------------------------------------------------- customer security documentation: the headings of N60, 5.5.2, in its order

/// Requirements by kind; a text can add what no requirement says.
type Infrastructure "Infrastructure and minimum IT requirements" : section {
    chapter: security, order: 10, readers: [user, engineering, it]
    shows: [requirements]
    serves: ["imdrf.n60.csd.1", "mdcg.2019-16.hcp.4", "mdcg.2019-16.minit.p3", "mdcg.2019-16.ifu.ab", "mdcg.2019-16.ifu.q", "mdcg.2019-16.adm.workstation", "mdr.gspr.17.4", "mdr.gspr.23.4ab",
        "ivdr.gspr.16.4", "ivdr.gspr.20.4.1ah", "fda.premarket.2026-02-03.label.4"]
}
/// Options and ports that can be switched; a text can say how to harden further.
type Hardening "Hardening and secure configuration" : section {
    chapter: security, order: 20, readers: [user, engineering, it]
    shows:  [settings]
    serves: ["imdrf.n60.csd.2", "mdcg.2019-16.hcp.5", "mdcg.2019-16.ifu.i", "fda.premarket.2026-02-03.label.11", "iec62443-4-1.SG-3"]
}
/// Something that can be configured, and bears on security.
type ConfigurationOption "Option" : Hardening
/// Controls that the operator, an integrator or the user puts in place.
type RecommendedControls "Controls around the device" : section {
    chapter: security, order: 25, readers: [it, engineering]
    shows:  [environment]
    serves: ["imdrf.n60.label.1", "imdrf.n60.csd.2", "mdcg.2019-16.hcp.1", "fda.premarket.2026-02-03.label.1"]
}
/// Steps for whoever connects and services the device, and for whoever notices something wrong.
type Deployment "Secure installation and servicing; vulnerabilities and incidents" : section {
    chapter: security, order: 30, readers: [user, engineering, it]
    asks:   "How is the device connected to the network and serviced securely, and what do users do when a vulnerability or an incident is found?"
    serves: ["imdrf.n60.csd.3", "mdcg.2019-16.hcp.8", "mdcg.2019-16.adm.integration", "mdcg.2019-16.ifu.i", "fda.premarket.2026-02-03.label.4", "iec62443-4-1.SG-5"]
}
/// Events and logs; a text can say how the messages look.
type Notifications "Messages, events and logs" : section {
    chapter: security, order: 40, readers: [user, engineering, it]
    shows:  [events, logs]
    serves: ["imdrf.n60.csd.4", "mdcg.2019-16.hcp.8", "mdcg.2019-16.adm.logging", "fda.premarket.2026-02-03.label.7", "fda.premarket.2026-02-03.label.12"]
}
/// Something the device notices and tells.
type SecurityEvent "Event" : Notifications { asks: "Of which security events does the device tell the user: wrong logins, changed settings, refused updates, lost connections?" }
/// Steps, and who is allowed to take them.
type ConfigurationRetention "Keeping and recovering the configuration" : section {
    chapter: security, order: 50, readers: [it, engineering]
    asks:   "How does an authorised user keep the configuration and get it back, and how is that user authenticated?"
    serves: ["imdrf.n60.csd.5", "fda.premarket.2026-02-03.label.10"]
}
/// Steps for data and configuration.
type BackupRestore "Backup and restore" : section {
    chapter: security, order: 55, readers: [user, it, engineering]
    asks:   "How do users back up and restore data and configuration, step by step, or why is nothing backed up?"
    serves: ["imdrf.n60.label.2", "mdcg.2019-16.hcp.3", "mdcg.2019-16.ifu.ab", "fda.premarket.2026-02-03.label.9"]
}
/// What follows where a requirement no longer holds or an option is changed.
type ChangeConsequences "What follows from changes of configuration or environment" : section {
    chapter: security, order: 60, readers: [it, engineering]
    shows:  [consequences]
    serves: ["imdrf.n60.csd.6a", "mdcg.2019-16.hcp.9", "fda.premarket.2026-02-03.label.11"]
}
/// Steps from the announcement to the check that the new version runs.
type Updates "Getting and installing updates" : section {
    chapter: security, order: 65, readers: [user, engineering, it]
    shows:  [updates]
    asks:   "How does an authorised user get an update and install it, step by step, and what happens if that fails?"
    serves: ["imdrf.n60.csd.6b", "mdcg.2019-16.ifu.h", "mdcg.2019-16.adm.updates", "fda.premarket.2026-02-03.label.6"]
}
/// What the date means for whoever goes on using the device.
type SupportEnd "End of security support" : section {
    chapter: security, order: 70, readers: [user, engineering, it]
    shows:  [support]
    asks:   "What happens with the device when security support ends, and who is told how long before?"
    serves: ["imdrf.n60.csd.7", "fda.premarket.2026-02-03.label.13"]
}
/// How to get the list, never the list itself.
type BillOfMaterials "Software bill of materials" : section {
    chapter: security, order: 80, readers: [it]
    shows:  [bill]
    serves: ["imdrf.n60.csd.8", "mdcg.2019-16.adm.sbom", "fda.premarket.2026-02-03.label.5", "fda.premarket.2026-02-03.label.15"]
}

// ---------------------------------------------------------------- administration

/// In plain words, from outside to inside.
type DefenceInDepth "How the device is protected, layer by layer" : section {
    chapter: administration, order: 10, readers: [it, engineering]
    shows:  [features]
    asks:   "Which layers protect the device, against what is each, and what is left to the environment?"
    serves: ["mdcg.2019-16.adm.controls", "mdcg.2019-16.p8", "iec62443-4-1.SG-1", "iec62443-4-1.SG-2"]
}
/// Roles with what they may do and how they log in.
type Accounts "Roles, accounts and passwords" : section {
    chapter: administration, order: 20, readers: [user, engineering, it]
    shows:  [roles]
    serves: ["mdcg.2019-16.adm.roles", "mdcg.2019-16.ifu.i", "iec62443-4-1.SG-6"]
}
/// How somebody without an account can help a patient.
type EmergencyAccess "Access in an emergency" : section {
    chapter: administration, order: 30, readers: [user, engineering]
    asks:   "How is the device used in an emergency by somebody who cannot log in, and what is recorded?"
    serves: ["imdrf.n60.auth.3", "mdcg.2019-16.cap.EMRG"]
}
/// Lines for a rule base, as in the listing of ports.
type FirewallRules "Rules for the firewall" : section {
    chapter: administration, order: 40, readers: [it]
    shows:  [firewall]
    serves: ["mdcg.2019-16.adm.firewall"]
}
/// A line for each stream of data into the device and out of it.
type DataStreams "Data streams" : section {
    chapter: administration, order: 50, readers: [it]
    shows:  [streams]
    serves: ["mdcg.2019-16.adm.streams"]
}
/// What an integrator has to know beyond ports and requirements.
type Integration "Integration with other systems" : section {
    chapter: administration, order: 60, readers: [it]
    asks:   "How is the device integrated with other systems: interfaces, compatibility, order of steps?"
    serves: ["mdcg.2019-16.adm.integration", "mdcg.2019-16.ifu.q"]
}
/// What an administrator has to know of the hardware.
type HardwareProperties "Properties of the hardware" : section {
    chapter: administration, order: 70, readers: [it, engineering]
    asks:   "Which properties of the hardware bear on security: processor, memory, storage, radios, what can be opened?"
    serves: ["mdcg.2019-16.adm.hardware", "mdcg.2019-16.ifu.h"]
}
/// What is stored where and how, if anything is.
type Hosting "Data kept outside the place of use" : section {
    chapter: administration, order: 80, readers: [user, it]
    shows:       [hosting]
    shown_where: is_hosted
    serves:      ["mdcg.2019-16.adm.hosting"]
}

// ---------------------------------------------------------------- index

/// Clauses of guidance and law beside the sections.
type ClauseIndex "Clauses and sections" : section {
    chapter: index, order: 10, readers: [engineering, it]
    shows: [clauses]
}

// ---------------------------------------------------------------- responsibilities, contact, end

/// Every measure with the one who sees to it.
type Responsibilities "Who sees to what" : section {
    chapter: service, order: 10, readers: [user, engineering, it]
    shows:  [duties]
    serves: ["mdcg.2019-16.2.6", "imdrf.n60.gp.3"]
}
/// What whoever uses the device can expect of its manufacturer.
type ManufacturerDuties "What the manufacturer does" : section {
    chapter: service, order: 20, readers: [user, engineering, it]
    asks:   "What does the manufacturer do for the security of devices in use: watching for vulnerabilities, informing, repairing, in which time?"
    serves: ["mdcg.2019-16.2.6", "fda.premarket.2026-02-03.label.15"]
}
/// What to do first, whom to tell, and the duty to report.
type IncidentContact "Reporting vulnerabilities and incidents" : section {
    chapter: service, order: 30, readers: [user, engineering, it]
    shows:  [contact]
    asks:   "What does a user do who notices something wrong, and to whom is a serious incident reported beside the manufacturer?"
    serves: ["mdr.gspr.23.4z", "imdrf.n60.csd.3", "mdcg.2019-16.hcp.8"]
}
/// Steps by which nothing of a patient, a key or an account stays behind.
type Decommissioning "Giving away, returning and disposing of the device" : section {
    chapter: service, order: 40, readers: [user, engineering, it]
    asks:   "How are data, keys and accounts removed before the device is lent, returned, sold or thrown away?"
    serves: ["fda.premarket.2026-02-03.label.14", "iec62443-4-1.SG-4"]
}
