import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        purpose: "Doses the drug."
        safety_relevant: yes
        purpose: "Shows the alarms."
    }
}
