import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port lan : EthernetPort }
}
flow alarms: pump.app.lan ->
external server : HospitalServer
