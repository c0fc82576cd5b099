import std.medical
data alarm : Alarm
boundary pump : DeviceEnclosure { process app : EmbeddedLinux }
external server : HospitalServer
flow alarms: pump.app -> server { carries: [alarm] }
