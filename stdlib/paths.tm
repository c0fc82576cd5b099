/// What stands in an attacker's way on a path through the system, and by how much; where an attacker can begin. The artifact `attack-paths` adds
/// these numbers up and calls a way weaker the lower its sum is. They are our judgement, good for putting ways in an order: a sum is neither
/// a probability nor a measure of anything outside the model. Each passage counts 1 by itself. A model can add factors of its own.
//
// hinders_outsider: against whoever is on the way and holds neither end. hinders_peer: against whoever already controls the part that sends,
// and with it the keys and logins kept there, so that proofs of identity and encryption no longer stand in the way.
import std.data
import std.components

// ---------------------------------------------------------------- where an attacker can begin, besides zones, radio and touch

/// Made, built or delivered by somebody who can put something into it before it reaches the device.
define process.in_supply_chain  : bool = self.third_party or self.builds or self.manufactures
define external.in_supply_chain : bool = self.manufactures or self is PackageSource
/// Comes with the patient or from a shop, and can be replaced by a manipulated one.
define external.is_accessory    : bool = self is Accessory

// ---------------------------------------------------------------- on a connection

/// Whoever sends has to show who it is.
factor sender_proved "proof of who sends" {
    for flow f where (not f.signal_only)
    applies when   f.authentication in [source, mutual]
    hinders_outsider: 2
}
/// Whoever receives has to show who it is.
factor receiver_proved "proof of who receives" {
    for flow f where (not f.signal_only)
    applies when   f.authentication in [target, mutual]
    hinders_outsider: 1
}
/// A change on the way is noticed.
factor changes_noticed "protection against modification on the way" {
    for flow f where (not f.signal_only)
    applies when   f.integrity_protected
    hinders_outsider: 2
}
/// What is sent cannot be read on the way.
factor unreadable "encryption on the way" {
    for flow f where (not f.signal_only)
    applies when   f.encrypted
    hinders_outsider: 1
}
/// What was recorded cannot be sent again.
factor replay_refused "protection against replay" {
    for flow f where (not f.signal_only)
    applies when   f.replay_protected
    hinders_outsider: 1
}
/// The signature is made where the content comes from. It holds whoever passes it on, and nobody who was there before it was made.
factor origin_signed "a signature of the content by its origin" {
    for flow f where (not f.signal_only)
    applies when   f.signed
    hinders_outsider: 2
    hinders_peer:     2
    by_origin:        yes
}
/// A crossing protects nothing by itself, but it is one step more.
factor boundary_crossed "passage of a trust boundary" {
    for flow f where (f.crosses)
    applies when   f.crosses
    hinders_peer: 1
    structural:   yes
}

// ---------------------------------------------------------------- at a port

/// Whoever connects has to prove who it is.
factor access_proved "proof of identity at the port" {
    for port p
    applies when   p.authenticated_access
    hinders_outsider: 2
}
/// A tool, a key or force is needed.
factor port_covered "a cover, a lock or a seal" {
    for port p where (p.exposure <= physical)
    applies when   p.covered
    hinders_outsider: 1
}
/// Somebody has to switch it on first.
factor port_off "a port that is off as shipped" {
    for port p
    applies when   p.default in [disabled, removed]
    hinders_outsider: 2
    hinders_peer:     1
}
/// Debug access that is fused or locked.
factor debug_locked "a lock on debug access" {
    for port p where (p.debug)
    applies when   p.locked
    hinders_outsider: 3
}
/// Only expected devices and files are accepted.
factor content_limited "a limit to expected devices and files" {
    for port p where (any m in p.offers where (m == usb or m == media_slot))
    applies when   p.content_checked
    hinders_outsider: 1
    hinders_peer:     1
}

// ---------------------------------------------------------------- in the part that receives

/// What fails a check is rejected.
factor input_checked "a strict check of all input" {
    for process p
    applies when   p.validates_input
    hinders_outsider: 1
    hinders_peer:     1
}
/// A flaw does not give away the computer.
factor flaw_contained "protection against memory errors" {
    for process p
    applies when   p.memory_safe
    hinders_outsider: 1
    hinders_peer:     1
}
/// No sender can lift the limits.
factor limits_held "hard limits whatever is sent" {
    for process p where (p.safety_relevant)
    applies when   p.enforces_limits
    hinders_outsider: 2
    hinders_peer:     2
}
/// A neighbour that is taken over cannot reach into it.
factor kept_apart "isolation from parts that talk to the outside" {
    for process p where (p.safety_relevant)
    applies when   p.isolated
    hinders_outsider: 1
    hinders_peer:     2
}
/// Strange programs do not run.
factor programs_approved "a limit to approved programs" {
    for process p
    applies when   p.application_control
    hinders_outsider: 1
    hinders_peer:     1
}
/// What is kept there is noticed when it was changed.
factor content_sealed "protection of what is stored against modification" {
    for store s
    applies when   s.integrity_protected
    hinders_outsider: 2
    hinders_peer:     2
}
