/// How risk is rated where the manufacturer has declared no scheme of its own: exploitability from where an attacker stands, less what
/// has to be in place first and less what controls take off; severity from the harms; a matrix of both. Never a probability.
import std.data
import std.components
import std.people
import std.environment

/// What the matrix says.
scale risk_level "Risk" {
    low    "low"
    medium "medium"
    high   "high"
}

/// Three steps of exploitability against the five severities of harm.
scheme ward_default "Exploitability by severity, Ward's default" {
    version: "1.0"
    policy:  "A starting point of the library, taken from no regulation, and nobody's decision: the manufacturer declares its own matrix and what it accepts in a scheme of its own, which replaces this one."

    exploitability: exploitability
    severity:       severity
    level:          risk_level
    acceptable:     [low, medium]

    start {
        internal: low
        physical: medium
        adjacent: medium
        network:  high
        internet: high
    }
    reduces {
        credential:      1
        user_action:     1
        equipment:       1
        insider:         1
        foothold:        1
        inherent_design: 2
        protective:      2
        information:     0
    }
    // exploitability: low, medium, high
    matrix {
        negligible:   [low, low, low]
        minor:        [low, low, medium]
        serious:      [low, high, high]
        critical:     [medium, high, high]
        catastrophic: [medium, high, high]
    }
}

// ---------------------------------------------------------------- what makes an attack harder on its way

/// Counts only against whoever is there in person.
factor behind_cover "a cover, a lock or a seal has to be opened first" {
    for port p where (p.exposure <= physical)
    applies when   p.covered
    lowers: 1
}

/// It can be switched on again; then somebody has had to do so.
factor off_as_shipped "it is off as shipped and has to be switched on first" {
    for port p
    applies when   p.default in [disabled, removed]
    lowers: 1
}

/// A coil or a tag that answers over a few centimetres, through nothing that somebody would not notice.
factor within_contact "the radio reaches a few centimetres only" {
    for port p where (p.exposure <= physical)
    applies when   p.medium == wireless and p.range == contact
    lowers: 1
}

/// The same for what passes over it.
factor over_contact "it passes over a few centimetres only" {
    for flow f where (f.exposure <= physical)
    applies when   any p in union(f.source_ports, f.target_ports) where (p.medium == wireless and p.range == contact)
    lowers: 1
}

// ---------------------------------------------------------------- more than one patient at a time

/// Where one machine works for the devices of many patients.
define element.at_scale : bool = any b in self.boundaries where (b is CloudTenant or b is HospitalDataCentre or b is ManufacturerSite or b is BuildEnvironment)

/// What happens here can happen to several patients at once: `multi_patient` is read into the threat table.
define process.multi_patient  : bool = (self.serves_many or self.at_scale) and not (any b in self.boundaries where (b.device))
define external.multi_patient : bool = self.serves_many or self.at_scale
/// A secret that opens every device is a way to all of them.
define store.shared_secret    : bool = (any d in self.holds where (d is Credential)) and not self.unique_per_device
define store.multi_patient : bool =
    ((self.serves_many or self.at_scale) and not (any b in self.boundaries where (b.device))) or self.shared_secret
define port.multi_patient     : bool = self.owner.multi_patient
define boundary.multi_patient : bool = self is CloudTenant or self is HospitalDataCentre or self is ManufacturerSite or self is BuildEnvironment
define actor.multi_patient    : bool = self.serves_many
/// What starts where many are served; in an exchange the answer comes from the other side.
define flow.multi_patient     : bool = self.source.multi_patient or (self.two_way and self.target.multi_patient)
