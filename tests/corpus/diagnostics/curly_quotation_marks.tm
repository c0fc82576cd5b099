import std.medical
boundary pump : DeviceEnclosure {
    process app “Application processor” : EmbeddedLinux
}
