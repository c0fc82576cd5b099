import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux;
    process motor : Firmware
}
