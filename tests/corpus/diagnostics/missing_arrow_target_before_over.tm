import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port lan : EthernetPort }
}
flow alarms: pump.app.lan -> over Https
