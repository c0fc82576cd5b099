import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { purpose: "Writes to C:\logs." }
}
