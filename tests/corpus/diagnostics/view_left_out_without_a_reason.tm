import std.medical

system s "S" {}
data dose "Dose" : TherapyRecord {}
boundary unit "Unit" : CircuitBoard {
    process app "App" : Firmware {}
    process radio "Radio" : Firmware {}
}
boundary desk "Desk" : CircuitBoard {
    process screen "Screen" : Firmware {}
}
flow send_dose: unit.app -> unit.radio over Uart { carries: [dose] }
flow show_dose: unit.radio -> desk.screen over Uart { carries: [dose] }
view several : MultiPatientView { omit: " " }
