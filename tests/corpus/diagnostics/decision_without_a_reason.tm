import std.medical
data settings : TherapySettings
actor nurse : ClinicalUser
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        login: none
        port panel : OperatorPanel
    }
}
flow set: nurse -> pump.app.panel { carries: [settings] }
respond SPF08 @ pump.app {
    dismiss: ""
}
