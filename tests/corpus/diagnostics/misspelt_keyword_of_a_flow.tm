import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port lan : EthernetPort }
}
external server : HospitalServer
flwo alarms: pump.app.lan -> server over Https
