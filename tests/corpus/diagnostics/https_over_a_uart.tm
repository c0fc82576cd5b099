import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port uart : SerialPort }
}
external server : HospitalServer
flow alarms: pump.app.uart -> server over Https
