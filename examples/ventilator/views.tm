/// Pictures for the documents, and what must always hold.

/// The ventilator and everything it talks to.
view context "System context" { of: [hospital, internet, manufacturer], depth: 2 }
/// The ventilator opened.
view bedside "Bedside unit" { of: [hospital.icu.breva], neighbours: yes }
/// How software gets from the build server into a ventilator.
view update_path "Way of an update" {
    of:    [manufacturer.build, manufacturer.cloud, hospital.workshop, hospital.icu.breva.main]
    depth: 1
    flows: [start_release, request_signature, sign, publish, offer_package, fetch_package, fill_stick, install_software,
        hospital.icu.breva.hand_over, hospital.icu.breva.write_image, hospital.icu.breva.load_image, hospital.icu.breva.start_app]
}
/// How an alarm limit set by the specialist becomes an alarm at the bed.
view alarm_story "Way of an alarm profile" {
    style: sequence
    flows: [edit_profile, fetch_profile, hospital.icu.breva.network_messages, hospital.icu.breva.keep_profile, hospital.icu.breva.set_limits,
        hospital.icu.breva.watch_breath, sound_alarm, call_nurse]
}

assert "nothing on the Internet reaches the blower": not reaches(internet, hospital.icu.breva.therapy.blower)
assert "remote service can look at ventilators but not act on them": not reaches(manufacturer.cloud.remote, hospital.icu.breva)
assert "the device key never leaves the secure zone": all f in device_key.carried_by where (inside(f.source, hospital.icu.breva.main.vault) and inside(f.target, hospital.icu.breva.main.vault))
assert "the main processor's JTAG connector is closed as shipped": all p in hospital.icu.breva.main.app.ports where (p is not Jtag or p.default in [disabled, removed])
assert "the therapy board has no network": all p in hospital.icu.breva.therapy.blower.ports where (not (p is EthernetPort or p is WifiRadio or p is CellularModem))
