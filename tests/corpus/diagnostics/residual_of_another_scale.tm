import std.medical

harm harmed "Harm" { severity: critical, hazard: "HZ-1" }
data order "Order" : Command { harms: [harmed] }
boundary unit : DeviceEnclosure { process app : Firmware { port lan : EthernetPort { purpose: "Takes orders." } } }
boundary ward : HospitalNetwork { process station : DesktopApp }
flow command: ward.station -> unit.app.lan over Https { carries: [order], authentication: none, signed: no }

respond SPF01 @ command {
    accept:      "The ward is staffed day and night."
    approved_by: "Risk board"
    policy:      "RMP-3"
    exploitability: lwo
}
