import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux
}
respond SPF01 @ pump.app {
    dismiss: "The network is private."
}
