import std.medical
data command : TherapyCommand
boundary hospital : HospitalNetwork {
    process gateway : Gateway
    boundary pump : DeviceEnclosure {
        process app : EmbeddedLinux { port lan : EthernetPort }
        process motor : Firmware
        flow drive: app -> motor { carries: [command] }
    }
    flow program: gateway -> pump.app.lan over Https { carries: [command] }
}
assert "the gateway cannot drive the motor": not reaches(hospital.gateway, hospital.pump.motor)
