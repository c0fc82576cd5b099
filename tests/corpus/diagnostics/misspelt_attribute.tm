import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port lan : EthernetPort { puropse: "Sends alarms to the nurse station." }
    }
}
