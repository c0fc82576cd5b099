import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port lan : EthernetPort }
}
external server : HospitalServer
flow alarms: pump.app.wlan -> server over Https
