import std.medical
data record : TherapyRecord
boundary hospital : HospitalNetwork {
    process server : BackendService
    boundary pump : DeviceEnclosure {
        process app : EmbeddedLinux { port lan : EthernetPort }
    }
    flow report: pump.app.lan -> server { carries: [record] }
}
assert "records leave the pump encrypted": hospital.report.encrypted
