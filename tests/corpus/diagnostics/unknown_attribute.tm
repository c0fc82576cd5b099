import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { supplier: "Example GmbH" }
}
