import std.medical
data alarm : Alarm
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port lan : EthernetPort }
}
flow alarms: pump.app.lan -> alarm over Https
