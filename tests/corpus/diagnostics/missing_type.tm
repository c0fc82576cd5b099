import std.medical
boundary pump : DeviceEnclosure {
    process app : {
        purpose: "Doses the drug."
    }
}
