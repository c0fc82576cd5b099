import std.medical
boundary pump : DeviceEnclosure {
    process app "Application processor" : EmbeddedLinux
    process motor "Motor controller" : Firmware
    process app "Alarm unit" : Firmware
}
