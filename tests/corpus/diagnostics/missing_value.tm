import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        purpose:
        safety_relevant: yes
    }
}
