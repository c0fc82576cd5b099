import std.medical
boundary pump : DeviceEnclosure { process app : EmbeddedLinux }
respond SPF08 @ pmup.app {
    dismiss: "Nobody operates it."
}
