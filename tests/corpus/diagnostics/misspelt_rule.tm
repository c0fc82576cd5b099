import std.medical
boundary pump : DeviceEnclosure { process app : EmbeddedLinux }
respond SPF80 @ pump.app {
    dismiss: "Nobody operates it."
}
