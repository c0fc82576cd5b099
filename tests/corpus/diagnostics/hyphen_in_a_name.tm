import std.medical
boundary infusion-pump : DeviceEnclosure {
    process app : EmbeddedLinux
}
