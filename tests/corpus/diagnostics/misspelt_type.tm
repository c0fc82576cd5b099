import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbededLinux
}
