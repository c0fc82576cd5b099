import std.medical
data settings : TherapySettings
control mtls : MutualTls { status: verified }
actor nurse : ClinicalUser
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port panel : OperatorPanel }
}
flow set: nurse -> pump.app.panel { carries: [mtls] }
