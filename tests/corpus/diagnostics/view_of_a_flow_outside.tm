import std.medical

system s "S" {}
data words "Words" : TimeData {}
boundary ward "Ward" {
    actor nurse "Nurse" : ClinicalUser {}
    external clock "Clock" : Accessory {}
}
external gong "Gong" : Accessory {}
flow read: ward.clock -> ward.nurse over OperatorInterface { carries: [words] }
flow strike: ward.clock -> gong over AnalogueSignal { carries: [words] }
view story "Time of day" { of: [ward], flows: [read, strike] }
