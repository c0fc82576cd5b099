import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port lan : EthernetPort {
            purpose: "Sends alarms to the nurse station."
        port usb : UsbHost {
            purpose: "Service."
        }
    }
    process motor : Firmware
}
