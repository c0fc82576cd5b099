import std.medical
boundary pump : DeviceEnclosure {
    process : EmbeddedLinux {
        purpose: "Doses the drug."
    }
}
