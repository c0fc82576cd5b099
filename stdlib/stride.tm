/// STRIDE for connected medical devices: the categories, the words the rules share, and the rules, one file a category.
///
/// How the rules divide the work, so that one weakness is one finding:
/// * a flow answers for the link: who sent it, whether it was changed, read, repeated or lost;
/// * a port answers for whoever plugs in or connects, expected or not, and for being there at all;
/// * a process answers for what it does with input, for its own code, its logins and its records;
/// * a store answers for what lies in it;
/// * people and foreign systems answer for their identity and for what they later deny.
pack stride_medical "STRIDE for connected medical devices" { version: "1.0" }

import std.medical
import std.n60
import std.stride_spoofing
import std.stride_tampering
import std.stride_repudiation
import std.stride_disclosure
import std.stride_denial
import std.stride_elevation

category Spoofing "Spoofing" {
    letter:           "S"
    not_for_store:    "A store speaks for nobody: who writes to it or reads it in another's name is judged at the process that lets them."
    not_for_boundary: "A boundary takes no part in any exchange: who is at the other end is judged at the flows and ports that cross it."
}
category Tampering "Tampering" {
    letter:           "T"
    not_for_actor:    "A person is not altered: what people can be led to do with the device is judged at the process and the port they use."
    not_for_external: "What a foreign system does inside is beyond the manufacturer's reach: what it sends is judged at the flow and at the process that takes it."
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
    not_for_actor:    "Whether somebody is there to act is a matter of use, not of attack: what happens when nobody answers is judged at the flow."
    not_for_external: "The device cannot keep a foreign system running: whether it notices the loss and stays safe is judged at the flow."
    not_for_boundary: "A boundary renders no service: what can be stopped inside it is judged at the processes, stores, ports and flows."
}
category ElevationOfPrivilege "Elevation of privilege" {
    letter:           "E"
    not_for_actor:    "People have the rights a process gives them: gaining more is judged at that process."
    not_for_external: "A foreign system has the rights a process or port gives it: gaining more is judged there."
    not_for_boundary: "A boundary has no rights: a way across it that gives more than it should is judged at the port and the process that open it."
    not_for_flow:     "A message has no rights: what it makes its receiver do is judged at the process that takes it."
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
define flow.steers  : bool = any d in self.carries where (d is Command or d is SafetyParameters)
/// Brings new software.
define flow.updates : bool = any d in self.carries where (d is FirmwarePackage)
/// Whoever gives the instructions on the flow has proved who they are. In an exchange that the device starts, they come from the other side.
define flow.sender_proved : bool =
    self.authentication == mutual
    or (self.authentication == source and not (self.two_way and self.source.on_device))
    or (self.authentication == target and self.two_way and self.source.on_device)
/// What organisations argue about afterwards: who ordered, commanded or reported it.
define flow.disputable : bool =
    any d in self.carries where (d is Command or d is Order or d is DiagnosticData or d is DrugLibrary)

define process.web               : bool = self.web_interface
define process.on_battery        : bool = self.battery_powered
define process.exposed_input     : bool = any f in self.inbound where (f.exposed)
define process.operated          : bool = any f in self.inbound where (f.by_person)
define process.steered_by_people : bool = any f in self.inbound where (f.by_person and f.steers)
/// Known to take updates in some way.
define process.updatable         : bool = known(self.update) and self.update != none

/// Somebody else may start talking here: the device listens.
define port.listens     : bool = any f in self.flows where (self in f.target_ports)
define port.debugging   : bool = self.debug
define port.by_hand     : bool = known(self.medium) and self.medium == human
define port.inside      : bool = known(self.medium) and self.medium == internal
define port.for_service : bool = known(self.access) and self.access in [service, factory]
/// Takes sticks, cards, discs or whatever claims to be one.
define port.takes_media : bool = any m in self.offers where (m in [usb, media_slot])
