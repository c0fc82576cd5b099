/// Views that reviewers look for, each derived of the model from types and facts. A view of the model with one of these types replaces the
/// derived one, or leaves it out with `omit`. The guidance of the FDA recommends them; it is no law.
import std.data
import std.components
import std.people
import std.environment
import std.risk

// ---------------------------------------------------------------- what the views look for

/// The device itself, not what is inside.
define boundary.is_device : bool = self.device

/// Every port of the device, whether or not anything is connected.
define port.at_device : bool = any b in self.boundaries where b.device

/// The device, and whatever exchanges something with it.
define boundary.beside_device  : bool = self.device
define component.beside_device : bool = any f in self.flows where (any b in f.crossed where b.device)
define actor.beside_device     : bool = any f in self.flows where (any b in f.crossed where b.device)
/// What passes between the two.
define flow.crosses_device     : bool = any b in self.crossed where b.device

/// What carries new software, or the keys by which it is signed and verified.
define flow.of_update : bool =
    (any d in self.carries where (d is FirmwarePackage or d is SigningKey))
    or ((self.target is Bootloader or self.target is UpdateAgent) and (any d in self.carries where (d is PublicCertificate)))
/// On the way of an update, what nobody under the manufacturer's control looks after.
define process.uncontrolled  : bool = known(self.controlled_platform) and not self.controlled_platform
define store.uncontrolled    : bool = self is RemovableMedium
define external.uncontrolled : bool = not (any b in self.boundaries where (b is ManufacturerSite or b is CloudTenant))

/// What a global view is searched for; the names are those of `view_aspect`.
define component.update_infrastructure : bool = known(self.update_step) and self.update_step in [build, sign, host]
define boundary.facility_network       : bool = self is HospitalNetwork or self is ClinicalSegment or self is HospitalDataCentre or self is CareUnit or self is ServiceSite
define component.intermediary          : bool = self is Gateway or self is CompanionApp or self is MobileApp or self is MobilePlatform or self is RemoteServiceRelay or self is ServiceTool or self is RemovableMedium or self is CentralStation or self is Programmer
define boundary.cloud                  : bool = self is CloudTenant
define external.cloud                  : bool = self is CloudService
define boundary.home_network           : bool = self is HomeNetwork

// ---------------------------------------------------------------- the views

/// Everything around the device, and the device with its ways in and out.
type GlobalSystemView "Global system view" : view {
    shows:        everything
    closes_where: is_device
    ports_where:  leaves_device
    aspects:      [update_infrastructure, facility_network, intermediary, cloud, home_network]
    why:          "Shows the device with all its connections: what builds, signs and distributes its software, the networks it stands in, what passes data on, and who works with it."
    serves:       ["fda.premarket.2026-02-03.view.a"]
}
/// From where an attacker can begin to what serves several patients.
type MultiPatientView "Multi-patient harm view" : view {
    shows:   several_patients
    why:     "Shows for each position an attacker can hold the weakest way to something that works for more than one patient, the gates on it, or where the way stops."
    serves:  ["fda.premarket.2026-02-03.view.b"]
    nothing: "No way leads from any position to anything whose loss harms a patient."
}
/// The way of new software.
type UpdateView "Updatability and patchability view" : view {
    shows:        everything
    flows_where:  of_update
    tells_update: yes
    why:          "Shows the way of new software from where it is built to the running device, with every hop that the manufacturer does not control."
    serves:       ["fda.premarket.2026-02-03.view.c"]
    nothing:      "No flow carries software, so that the model does not say how the device is updated."
}
/// The weakest ways to what harms most when it is lost.
type AttackPathView "Attack path view" : view {
    shows:   attack_paths
    why:     "Shows the weakest ways of an attacker to the asset whose loss harms most, with what stands in the way of each hop and what does not."
    nothing: "Nothing in the model names a harm that would follow from its loss, so that there is nothing to lead to."
}
/// One function of the device as a story.
type UseCaseView "Security use case" : view {
    shows:   each_function
    style:   sequence
    why:     "Tells how data that the function depends on pass through the system, and what protects each message."
    serves:  ["fda.premarket.2026-02-03.view.d"]
    nothing: "No data whose loss harms a patient belong to a function of the device."
}
/// For whoever connects and runs the device: its ports and what they connect to, nothing of its inside.
type EndUserView "End-user system diagram" : view {
    shows:          everything
    elements_where: beside_device
    flows_where:    crosses_device
    closes_where:   is_device
    ports_where:    at_device
    for_customers:  yes
    why:            "Shows the ports of the device and what connects to them, for those who install, run and protect it. The inside of the device is not shown."
    serves:         ["imdrf.n60.label.4"]
    nothing:        "No boundary of the model is marked as the device."
}
