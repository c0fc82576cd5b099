/// A first model of «TITLE», which says little: `ward list questions` asks for the rest, most consequential first.
system «NAME» "«TITLE»" {
    version: "0.1"
    status:  draft
    // manufacturer: "…"
    // intended_use: "…"
}

import std.medical
import std.n60
import "decisions.tm"

// ---------------------------------------------------------------- what can go wrong, and with which information

harm wrong_treatment "Wrong treatment" { severity: critical }
data settings "Settings" : TherapySettings { harms: [wrong_treatment] }

// ---------------------------------------------------------------- where it stands

/// Not under the manufacturer's control.
boundary hospital "Hospital" : HospitalNetwork {
    external server "Hospital server" : HospitalServer
}

/// What is sold.
boundary device "Device" : DeviceEnclosure {
    process app "Application" : EmbeddedLinux {
        /// Every connection point is one of these, also those that are not in use: service sockets, debug headers, radios that are off.
        port lan "LAN socket" : EthernetPort {
            purpose: "Takes settings from the hospital's server."
            default: enabled
            access:  user
        }
    }
}

// ---------------------------------------------------------------- what moves

/// Over what, and what protects it? Nobody has said yet: that is asked, and not taken for "no".
flow order "Settings sent": hospital.server -> device.app.lan over Https {
    carries: [settings]
}

view overview "Overview" { of: [hospital, device] }
