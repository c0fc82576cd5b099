import std.medical
data settings : TherapySettings
actor nurse : ClinicalUser
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        login:    none
        controls: [badge]
        port panel : OperatorPanel
    }
}
flow set: nurse -> pump.app.panel { carries: [settings] }
control badge "Staff badge" : NetworkSegmentation {
    status:      implemented
    requirement: "IFU 4"
    evidence:    ["IFU 4"]
}
respond SPF08 @ pump.app {
    mitigate: "Badges are read at the ward's door."
    controls: [badge]
}
