import std.medical

control leaflet "Leaflet" { measure: information, status: implemented }
harm harmed "Harm" { severity: critical, hazard: "HZ-1" }
data order "Order" : Command { harms: [harmed] }
boundary unit : DeviceEnclosure { process app : Firmware { port lan : EthernetPort { purpose: "Takes orders." } } }
boundary ward : HospitalNetwork { process station : DesktopApp }
flow command: ward.station -> unit.app.lan over Https { controls: [leaflet], carries: [order], authentication: none, signed: no }

respond SPF01 @ command {
    transfer: "The leaflet tells the ward."
    recipient: operator
    instruction: "Keep the station in the locked segment."
    why_not_design: "The ward orders from its own station."
    why_not_protect: "The station of the ward has no keys."
    exploitability: low
    controls: [leaflet]
}
