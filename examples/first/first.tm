system drip "Drip infusion pump" { version: "1.0" }
import std.medical
harm overdose "Overdose" { severity: critical }
data rate "Infusion rate" : TherapySettings { harms: [overdose] }
boundary bay "Bed bay" : HospitalNetwork { external station "Nurses' station" : HospitalServer }
boundary pump "Pump" : DeviceEnclosure {
    process app   "Pump software"    : EmbeddedLinux { port lan "LAN socket" : EthernetPort { purpose: "Takes the rate from the station." } }
    process motor "Motor controller" : Firmware
}
flow order "Rate order":  bay.station -> pump.app.lan over Mqtt { carries: [rate] }
flow drive "Motor speed": pump.app    -> pump.motor   over Spi  { carries: [rate] }
view overview "Overview" { of: [bay, pump] }
