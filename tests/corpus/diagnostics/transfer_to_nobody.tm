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
    transfer:        "The hospital controls who enters the ward."
    why_not_design:  "Anybody has to be able to stop the pump in an emergency."
    why_not_protect: "A login would delay that."
}
