import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port usb : UsbHost { purpose: "Service.", default: disbled }
    }
}
