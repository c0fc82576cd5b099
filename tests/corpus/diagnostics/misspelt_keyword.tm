import std.medical
boundary pump : DeviceEnclosure {
    proces app : EmbeddedLinux {
        purpose: "Doses the drug."
    }
}
