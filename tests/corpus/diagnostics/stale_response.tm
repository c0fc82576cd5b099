import std.medical
data settings : TherapySettings
actor nurse : ClinicalUser
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port panel : OperatorPanel
    }
}
flow set: nurse -> pump.app.panel { carries: [settings] }
respond SPF01 @ set {
    accept:      "The panel stands beside the patient."
    approved_by: "Risk board"
    until:       2027-06-30
}
