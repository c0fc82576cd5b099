import std.medical
boundary pump : DeviceEnclosure {
    process motor : Firmware
    process app : EmbeddedLinux
    flow command: app -> moter over Uart
}
