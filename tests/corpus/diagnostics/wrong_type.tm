import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port lan : EthernetPort { purpose: "Sends alarms.", required: "yes" }
    }
}
