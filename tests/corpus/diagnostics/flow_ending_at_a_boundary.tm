import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port lan : EthernetPort }
}
boundary hospital : HospitalNetwork
flow alarms: pump.app.lan -> hospital over Https
