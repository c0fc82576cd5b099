import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { purpose: 'Doses the drug.' }
}
