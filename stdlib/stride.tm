/// STRIDE for connected medical devices: the categories, the words the rules share, and the rules, one file a category.
///
/// How the rules divide the work, so that one weakness is one finding:
/// * a flow answers for the link: who sent it, whether it was changed, read, repeated or lost;
/// * a port answers for whoever plugs in or connects, expected or not, and for being there at all;
/// * a process answers for what it does with input, for its own code, its logins and its records;
/// * a store answers for what lies in it;
/// * a boundary answers for the housing around a device, once for all its connectors;
/// * people and foreign systems answer for their identity and for what they later deny.
pack stride_medical "STRIDE for connected medical devices" { version: "1.0" }

import std.medical
import std.n60
import std.stride_spoofing
import std.stride_tampering
import std.stride_tampering_software
import std.stride_tampering_origin
import std.stride_repudiation
import std.stride_disclosure
import std.stride_disclosure_stores
import std.stride_denial
import std.stride_denial_processes
import std.stride_elevation
import std.stride_elevation_platform
import std.stride_elevation_access
import std.safety
import std.misuse
import std.lifecycle

category Spoofing "Spoofing" {
    letter:           "S"
    not_for_store:    "A store speaks for nobody: who writes to it or reads it in another's name is judged at the process that lets them."
    not_for_boundary: "A boundary takes no part in any exchange: who is at the other end is judged at the flows and ports that cross it."
}
category Tampering "Tampering" {
    letter:           "T"
    loss:             integrity
    flaw_reaches:     ways_in
    not_for_actor:    "A person is not altered: what people can be led to do with the device is judged at the process and the port they use."
    not_for_boundary: "A boundary holds nothing of its own that could be changed: what stands in it is judged piece by piece."
}
category Repudiation "Repudiation" {
    letter:           "R"
    not_for_port:     "A port does nothing in anybody's name: what comes in through it is on record, or not, at the process behind it."
    not_for_boundary: "Nobody acts as a boundary: who did what inside it is judged at the people, systems, processes and records there."
}
category InformationDisclosure "Information disclosure" {
    letter:           "I"
    not_for_actor:    "What people know and tell is not the device's to keep: what it shows them is judged at the port and the process."
    not_for_external: "What a foreign system does with data it is meant to have is its operator's to answer for: what can be read on the way is judged at the flow."
    not_for_boundary: "A boundary holds no data of its own: what is kept and moved inside it is judged at the stores and flows."
}
category DenialOfService "Denial of service" {
    letter:           "D"
    loss:             availability
    flaw_reaches:     ways_in
    not_for_actor:    "Whether somebody is there to act is a matter of use, not of attack: what happens when nobody answers is judged at the flow."
    not_for_external: "The device cannot keep a foreign system running: whether it notices the loss and stays safe is judged at the flow."
}
category ElevationOfPrivilege "Elevation of privilege" {
    letter:           "E"
    flaw_reaches:     ways_in
    not_for_actor:    "People have the rights a process gives them: gaining more is judged at that process."
    not_for_boundary: "A boundary has no rights: a way across it that gives more than it should is judged at the port and the process that open it."
    not_for_flow:     "A message has no rights: what it makes its receiver do is judged at the process that takes it."
}

// Beside STRIDE: what its six words have no name for.

/// The threat's harm is to the patient directly: what the six words of STRIDE miss because no rule of security is broken.
category PatientSafety "Patient safety" {
    letter:           "PS"
    not_for_actor:    "A person is not made safe or unsafe by the device: what people do to the treatment through it is judged at the process and the flow."
    not_for_external: "How a foreign system treats the patient is its own manufacturer's or operator's to answer for: what reaches the device from it is judged at the flow."
    not_for_port:     "A port reaches the patient only through what is behind it: the treatment is judged at the process, the way in under the categories of STRIDE."
    not_for_boundary: "Treatment is given by what stands in a boundary, and judged there."
}
/// What people do with a device that nobody meant them to do, without wishing anybody ill, and what an attacker makes of it.
category Misuse "Foreseeable misuse" {
    letter:           "M"
    not_for_actor:    "Misuse is what people do with something: it is judged at the process, port or store they misuse."
    not_for_external: "How others use their own systems is theirs to answer for: what the device makes of it is judged at the device."
    not_for_boundary: "Misuse begins at something one can use: the ports, processes and stores in a boundary."
    not_for_flow:     "Nobody uses a flow itself: misuse of what sends or receives on it is judged there."
}
/// Harm to the person the data are about, though no treatment goes wrong: outside the scope of IMDRF N60.
category Privacy "Privacy" {
    letter:           "P"
    loss:             confidentiality
    not_for_actor:    "What a person knows about another is not kept by the device: what it shows and stores is judged at ports and stores."
    not_for_external: "What a foreign system does with personal data is its controller's to answer for under data-protection law: what is sent to it is judged at the flow."
    not_for_process:  "What a process shows or keeps is judged at the port and the store; who may see it, under information disclosure."
    not_for_boundary: "A boundary holds no personal data of its own."
    not_for_flow:     "Who can read personal data on the way is judged under information disclosure."
}

// ---------------------------------------------------------------- words the rules share

/// Stands in the device, or in a part of it.
define element.on_device : bool = any b in self.boundaries where b.device

/// A person at one end works by hand, eye and ear: logins and screens are judged at the process and the port.
define flow.by_person   : bool = self.source is actor
define flow.with_person : bool = self.source is actor or self.target is actor
/// A message that leaves one zone of trust for another and could be read, forged or stopped on its way.
define flow.exposed : bool =
    self.crosses and not self.with_person and not self.signal_only
/// Changes what the device does to the patient.
define flow.steers       : bool = any d in self.carries where (d is Command or d is SafetyParameters)
/// What it carries of that, for statements to name.
define flow.instructions : list of data = each d in self.carries where (d is Command or d is SafetyParameters)
/// Brings new software.
define flow.updates      : bool = any d in self.carries where (d is FirmwarePackage)
/// Whoever gives the instructions on the flow has proved who they are. In an exchange that the device starts, they come from the other side.
define flow.sender_proved : bool =
    self.authentication == mutual
    or (self.authentication == source and not (self.two_way and self.source.on_device))
    or (self.authentication == target and self.two_way and self.source.on_device)
/// What organisations argue about afterwards: who ordered, commanded or reported it.
define flow.disputable : bool =
    any d in self.carries where (d is Command or d is Order or d is DiagnosticData or d is Measurement or d is DrugLibrary)
/// Says something about a patient, or opens what does.
define flow.personal : bool = any d in self.carries where (d is PatientData or d is Credential)
/// Radio or coil over a few centimetres or metres, where an attacker has to come close.
define flow.short_range : bool =
    any p in union(self.source_ports, self.target_ports) where (known(p.offers) and any m in p.offers where (m in [ble, bluetooth, rf, nfc, inductive]))
/// A person works over the Internet with what is at the other end.
define flow.from_afar : bool =
    self.exposure >= internet
    or (self.exposure >= network and any b in self.crossed where (known(b.reach) and b.reach >= internet))
/// Used by service: by its people, its tools, or with its commands.
define flow.for_service : bool =
    self.source is ServiceUser or self.source is BiomedicalEngineer or self.source is ServiceTool
    or any d in self.carries where (d is ServiceCommand)

define process.web           : bool = self.web_interface
define process.on_battery    : bool = self.battery_powered
define process.exposed_input : bool = any f in self.inbound where (f.exposed)
/// Somebody works with it: enters, sets, logs in or installs. To be measured is not to operate.
define process.operated : bool =
    any f in self.inbound where (
        (f.by_person
            and any d in f.carries where (
                d is Command or d is SafetyParameters or d is FirmwarePackage or d is Credential or d is Configuration or d is RemoteServiceData))
        or (f.source is CompanionApp and any d in f.carries where (d is Password)))
/// Runs on a telephone whose owner chooses the lock; the account of its user is checked at the other end.
define process.on_own_phone : bool = any b in self.boundaries where (b is PersonalPhone)
/// Service gets in: at a port of its own or through the user interface.
define process.serviced : bool =
    any f in self.inbound where (f.crosses and f.for_service)
    or any q in self.ports where (q.used and q.for_service and not q.debugging)
/// Results, alarms or its own state go to systems that know it by its credential.
define process.reports_afar : bool =
    any f in self.outbound where (
        f.exposed and f.exposure >= network
        and any d in f.carries where (d is PatientData or d is Alarm or d is TechnicalData))
/// Changes of therapy, settings, configuration or software come in from people or from outside the device.
define process.takes_changes : bool =
    any f in self.inbound where (
        f.crosses and (f.by_person or not f.source.on_device)
        and (f.steers or f.updates or any d in f.carries where (d is Configuration or d is RemoteServiceData)))
define process.steered_by_people : bool = any f in self.inbound where (f.by_person and f.steers)
/// Something comes in that anybody but the device itself has sent.
define process.outer_input : bool =
    any f in self.inbound where (f.exposed and not (f.source.on_device and f.target.on_device))
/// Known to take updates in some way.
define process.updatable : bool = known(self.update) and self.update != none

/// What people or systems outside send ends up in its entries.
define store.fed_by_others : bool = any f in self.inbound where (f.exposed or any g in f.source.inbound where (g.exposed))

/// Somebody else may start talking here: the device listens.
define port.listens     : bool = any f in self.flows where (self in f.target_ports)
define port.debugging   : bool = self.debug
define port.by_hand     : bool = known(self.medium) and self.medium == human
define port.inside      : bool = known(self.medium) and self.medium == internal
define port.for_service : bool = known(self.access) and self.access in [service, factory]
/// Takes sticks, cards, discs or whatever claims to be one.
define port.takes_media : bool = any m in self.offers where (m in [usb, media_slot])
