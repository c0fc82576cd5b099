/// Pictures for the documents, and what must always hold.

/// The hospital, the Internet and the manufacturer around the ventilator, and the technician who comes to both.
view context "System context" : ContextView {}
/// Every connection of the ventilator, to the hospital and to the manufacturer, and the way of its software.
view global "Ventilator, hospital and manufacturer" : GlobalSystemView {
    no_home_network: "The ventilator stays in hospitals; its intended use names intensive-care units only."
}
/// Where the ventilator stands: the ward, the servers it talks to, and the workshop that looks after it.
view clinic "Hospital" : BoundaryView { of: [hospital], depth: 3, closes_where: is_device, ports_where: leaves_device }
/// The ventilator opened: what sets the therapy, what delivers it, and what guards it.
view bedside "Bedside unit" : BoundaryView { of: [hospital.icu.breva], depth: 9 }
/// Where software is made and remote service works.
view maker "Manufacturer" : BoundaryView { of: [manufacturer], depth: 2 }
/// From where one attack could harm several patients, and what stands in its way.
view wards "Harm to several patients" : MultiPatientView {}
/// How software gets from the release engineer into a running ventilator.
view update_path "Way of an update" : UpdateView {}

/// How settings and alarm limits get from those who decide on them to the boards that act on them.
view settings_story "Settings and alarm limits" : UseCaseView { function: programming, states: [standby, operation] }
/// How each breath is controlled, and how the safety monitor stops what would harm.
view breath_story "Delivery of breaths" : UseCaseView { function: delivery, states: [operation, failure] }
/// How an alarm is raised at the bed and told to the station.
view alarm_story "Way of an alarm" : UseCaseView {
    function: alarming
    states:   [operation, failure]
    flows: [measure_breath, hospital.icu.breva.watch_breath, sound_alarm, call_nurse, hospital.icu.breva.network_messages, send_alarms,
        station_alarm]
}
/// How measured values reach the people and systems that draw conclusions from them.
view values_story "Way of a measured value" : UseCaseView { function: monitoring, states: [operation] }
/// How technicians test and adjust the ventilator.
view service_story "Service and calibration" : UseCaseView { function: service, states: [servicing] }

/// For the instructions for use: the sockets of the ventilator and what belongs there.
view sockets "Ports and connections" : EndUserView {}

assert "nothing on the Internet reaches the blower": not reaches(internet, hospital.icu.breva.therapy.blower)
assert "remote service can look at ventilators but not act on them": not reaches(manufacturer.cloud.remote, hospital.icu.breva)
assert "the device key never leaves the secure zone": all f in device_key.carried_by where (inside(f.source, hospital.icu.breva.main.vault) and inside(f.target, hospital.icu.breva.main.vault))
assert "the main processor's JTAG connector is closed as shipped": all p in hospital.icu.breva.main.app.ports where (p is not Jtag or p.default in [disabled, removed])
assert "the therapy board has no network": all p in hospital.icu.breva.therapy.blower.ports where (not (p is EthernetPort or p is WifiRadio or p is CellularModem))
