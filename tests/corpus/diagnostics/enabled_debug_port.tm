import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port jtag : Jtag { purpose: "Programming in the factory.", default: enabled }
    }
}
