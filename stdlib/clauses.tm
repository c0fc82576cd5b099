/// Words that the checks of the standards share. A check decides whether the model answers a clause for an element;
/// that the device conforms to anything is for people to conclude.
import std.data

// ---------------------------------------------------------------- where it stands

/// Stands in the device, or in a part of it.
define element.of_device  : bool = any b in self.boundaries where b.device
/// Goes into the device or out of it.
define flow.leaves_device : bool = any b in self.crossed where b.device
/// Has a person at one end.
define flow.by_people     : bool = self.source is actor or self.target is actor
/// A message between the device and another system: neither a signal nor something a person sees or presses.
define flow.device_link   : bool = self.leaves_device and not self.by_people and not self.signal_only
/// A port of the device by which something is connected from outside.
define port.connects_out  : bool = self.of_device and any f in self.flows where f.leaves_device

// ---------------------------------------------------------------- what is known of it

/// Whoever sends has proved who they are. In an exchange that the device starts, the answers come from the other side.
define flow.sender_known : bool =
    self.authentication == mutual
    or (self.authentication == source and not (self.two_way and self.source.of_device))
    or (self.authentication == target and self.two_way and self.source.of_device)

/// Software of the device that people operate: what they press, turn or enter changes what it does.
define process.operated_by_people : bool =
    self.of_device and any f in self.inbound where (f.by_people and any d in f.carries where (d is Command or d is SafetyParameters))
/// People prove who they are before they operate it.
define process.has_login : bool = self.login in [shared, pin, password, badge, multi_factor]

/// Data can pass: more than a screen, a loudspeaker, a contact, an analogue signal or a supply.
define port.for_data     : bool = any m in self.offers where (m not in [display, video, relay, analogue, power, local])
/// Leads to computers, telephones or networks.
define port.for_it       : bool = any m in self.offers where (m in [ip, ble, bluetooth, rf, cellular, usb])
/// Something passes by it: more than a supply.
define port.for_exchange : bool = self.of_device and any m in self.offers where (m != power)
/// Data could come in by it from outside the device. Sensors and accessories are no parties that log in.
define port.takes_data : bool =
    self.of_device
    and self.for_data
    and not any m in self.offers where (m in [accessory, analogue])
    and (self.logical or self.medium != internal)
    and self.direction != outgoing
/// People operate the device by it.
define port.operated_by_people : bool =
    self.of_device and any f in self.inbound where (f.by_people and any d in f.carries where (d is Command or d is SafetyParameters))
/// Without effect as shipped.
define port.off_as_shipped : bool = self.default in [disabled, removed]
/// Says what it asks of whatever is connected: as a precaution, or as an assumption that somebody else answers for.
define port.environment_stated : bool =
    known(self.precaution)
    or (known(self.assumptions) and any a in self.assumptions where (a.for_others))
    or any f in self.flows where (known(f.assumptions) and any a in f.assumptions where (a.for_others))

/// Somebody other than the manufacturer answers for it.
define assumption.for_others : bool = self.owner in [operator, integrator, user]

/// A harm is named that follows when it is wrong, late or lost.
define data.safety_related : bool = known(self.harms) and not empty(self.harms)
