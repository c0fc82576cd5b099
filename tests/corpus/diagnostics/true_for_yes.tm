import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { safety_relevant: true }
}
