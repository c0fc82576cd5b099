import std.medical
boundary pump : DeviceEnclosure {
    process "Application processor" : EmbeddedLinux {
        purpose: "Doses the drug."
    }
}
