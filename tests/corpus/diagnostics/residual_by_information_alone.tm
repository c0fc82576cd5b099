import std.medical

control leaflet "Leaflet" { measure: information, status: implemented }
harm harmed "Harm" { severity: critical, hazard: "HZ-1" }
data order "Order" : Command { harms: [harmed] }
boundary unit : DeviceEnclosure { process app : Firmware { port lan : EthernetPort { purpose: "Takes orders." } } }
boundary ward : HospitalNetwork { process station : DesktopApp }
flow command: ward.station -> unit.app.lan over Https { controls: [leaflet], carries: [order], authentication: none, signed: no }

respond SPF01 @ command {
    transfer: "The leaflet tells the ward."
    exploitability: low
    controls: [leaflet]
}
