import std.medical
boundary pump : DeviceEnclosure {
    computer app : EmbeddedLinux {
        port lan : EthernetPort { purpose: "Sends alarms." }
    }
    process motor : Firmware
}
