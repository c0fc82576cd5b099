import std.medical
boundary pump : DeviceEnclosure {
    process app Application processor : EmbeddedLinux {
        purpose: "Doses the drug."
    }
}
