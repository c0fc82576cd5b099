/// What each control has to meet, and what it could do to safety.

extend mtls {
    acceptance_criterion: "No connection below TLS 1.3, with an expired, revoked or foreign certificate, or in clear text, in 200 attempts each."
    side_effects:         "An expired certificate ends alarms at the station, never the ventilation; the device alarm sounds on."
    verification:         ["VT-SEC-014", "VT-SEC-015"]
    result:               "passed with software 2.3, 2026-06-12"
}
extend directory_tls {
    acceptance_criterion: "A directory with a foreign certificate gets no login."
    side_effects:         "Staff cannot log in for configuration while the certificate is wrong; therapy needs no login."
}
extend profile_release {
    acceptance_criterion: "None of 500 altered profiles takes effect."
    side_effects:         "A refused profile leaves the one in use in force, and the screen says so."
}
extend bus_checksum {
    acceptance_criterion: "Each of 10 000 altered or repeated telegrams is dropped."
    side_effects:         "A run of dropped telegrams stops remote setting of the blower: it keeps the last valid settings and raises an alarm within 2 s."
}
extend runs_alone {
    acceptance_criterion: "Ventilation unchanged for 72 h without any network."
    side_effects:         "None: it is the safety function itself."
}
extend local_alarm {
    acceptance_criterion: "Every alarm of high priority sounds at the device within 1 s, with and without network."
    side_effects:         "None: no network message can silence it."
}
extend link_watch {
    acceptance_criterion: "Loss of the connection is alarmed on both sides after 10 s."
    side_effects:         "A weak network gives repeated technical alarms; they have a lower priority and their own tone."
}
extend build_tls {
    acceptance_criterion: "No build server accepts a connection without a client certificate."
    side_effects:         "None on the device: a failed connection stops a build."
    description:          "Part of the manufacturer's development environment; the device verifies what comes out of it (REQ-SEC-030)."
}
extend laptop_tls {
    acceptance_criterion: "The laptop fetches nothing from a server with another authority."
    side_effects:         "None on therapy: the update waits."
    description:          "The laptop only carries packages; the device verifies their signature itself."
}
extend relay_tls {
    acceptance_criterion: "No state is passed on without both certificates."
    side_effects:         "The remote view stops; alarms at the station do not go this way."
    description:          "The remote view is no part of therapy; the device sends and takes no commands."
}
extend signed_packages {
    acceptance_criterion: "None of 1000 altered, unsigned or foreign packages is installed."
    side_effects:         "A wrongly refused package delays a correction; the running software stays in place."
}
extend verified_start {
    acceptance_criterion: "The main board starts no altered image in 100 attempts."
    side_effects:         "A damaged image keeps the main board from starting; the therapy board goes on ventilating and raises an alarm."
}
extend no_rollback {
    acceptance_criterion: "No package with a lower counter is installed."
    side_effects:         "A faulty new version cannot be replaced by the old one in the field; the manufacturer issues a corrected one."
}
extend standby_interlock {
    acceptance_criterion: "No installation begins while breaths are delivered, in 50 attempts."
    side_effects:         "None on therapy: an update waits, and the waiting is shown."
}
extend image_locked {
    acceptance_criterion: "No file of the system image can be changed from the running system."
    side_effects:         "None: settings and logs have a partition of their own."
}
extend kiosk {
    acceptance_criterion: "Forty attempts by a tester to leave the user interface fail."
    side_effects:         "None: every clinical function is within it."
}
extend message_checks {
    acceptance_criterion: "No crash and no accepted malformed message in 400 h of fuzzing."
    side_effects:         "A station with a newer dialect is refused: its alarms are missing at the station and sound at the device."
}
extend package_checks {
    acceptance_criterion: "No crash of the installer in 100 h of fuzzing."
    side_effects:         "None on therapy: a refused package is reported."
}
extend profile_checks {
    acceptance_criterion: "No alarm limit outside the physiological range takes effect."
    side_effects:         "An unusual but intended limit has to be set at the device by hand."
}
extend central_validation {
    acceptance_criterion: "No crash of the station in 200 h of fuzzing."
    side_effects:         "A refused message is missing at the station; the device alarm sounds on."
    description:          "The station is supplied by the manufacturer; alarms sound at the device without it."
}
extend therapy_limits {
    acceptance_criterion: "No pressure above 60 hPa and no volume above 2 l under any command."
    side_effects:         "A patient who needs more cannot get it; the intended use excludes this."
}
extend guard_limits {
    acceptance_criterion: "The safety valve opens within 20 ms above 65 hPa."
    side_effects:         "A false trip vents the circuit for one breath and raises an alarm."
}
extend separate_board {
    acceptance_criterion: "Therapy goes on unchanged while the main board is stalled, restarted or without power."
    side_effects:         "None: the screen may be blank, and the therapy board shows its own alarm lamp."
}
extend usb_off {
    acceptance_criterion: "No device enumerates at the socket as shipped."
    side_effects:         "None on therapy: an update needs the service mode."
}
extend radio_off {
    acceptance_criterion: "No emission above the noise floor as shipped."
    side_effects:         "None: no function uses it as shipped."
}
extend service_door {
    acceptance_criterion: "The door does not open without the tool; the seal shows each opening."
    side_effects:         "A lost tool delays a repair; ventilation is not behind the door."
}
extend stick_files {
    acceptance_criterion: "Only mass storage with the two file types is read."
    side_effects:         "None on therapy: a refused stick is reported."
}
extend output_only {
    acceptance_criterion: "No signal at the socket's receive contact reaches the processor."
    side_effects:         "None: the socket only sends."
}
extend debug_fuse {
    acceptance_criterion: "A debugger gets no memory access on any of 20 processors."
    side_effects:         "A failed board cannot be analysed; it is replaced."
}
extend therapy_debug_lock {
    acceptance_criterion: "A debugger gets no memory access on 10 of 10 boards."
    side_effects:         "None on therapy: the lock acts on the connector only."
}
extend lan_budget {
    acceptance_criterion: "Ventilation and device alarms unchanged under a flood of 1 Gbit/s for one hour."
    side_effects:         "Under a flood alarms reach the station late; the device alarm does not depend on it."
}
extend request_budget {
    acceptance_criterion: "The services answer registered devices within 5 s under a tenfold load."
    side_effects:         "An update or a profile comes later; therapy does not wait for it."
    description:          "Servers of the manufacturer; no therapy waits for them."
}
extend ward_segment {
    acceptance_criterion: "At installation a scan from the guest network finds no ventilator."
    side_effects:         "A wrongly set firewall cuts the station off; both sides alarm after 10 s."
    description:          "The device withstands floods and scans by itself (REQ-SEC-057); the segment keeps alarms at the station on time."
}
extend staff_badges {
    acceptance_criterion: "No change of configuration without a registered badge."
    side_effects:         "None for therapy: ventilation, alarm silencing and oxygen stay without login."
}
extend open_in_emergency {
    acceptance_criterion: "Every therapy function works without login in 20 of 20 emergency scenarios."
    side_effects:         "It is there for safety; misuse is bounded by the hard limits and recorded."
}
extend audit_trail {
    acceptance_criterion: "Each of 60 kinds of change leaves its entry within 1 s."
    side_effects:         "None: recording never waits for or delays a command."
}
extend central_roles {
    acceptance_criterion: "No role reaches a function outside its list, in the full matrix."
    side_effects:         "Silencing at the station stays open to every logged-in nurse."
    description:          "The station is supplied by the manufacturer; therapy is set at the device only."
}
extend station_sessions {
    acceptance_criterion: "An unattended session asks again after 5 minutes."
    side_effects:         "The alarm view stays visible and can be silenced without a new login."
    description:          "As for the roles of the station."
}
extend cloud_roles {
    acceptance_criterion: "No account sees devices of another hospital."
    side_effects:         "None on the device: the remote view is not part of therapy."
    description:          "The cloud is the manufacturer's; the device accepts no settings from it."
}
extend build_roles {
    acceptance_criterion: "No build account can read the signing key."
    side_effects:         "None on the device."
    description:          "Part of the manufacturer's development environment."
}
extend remote_second_factor {
    acceptance_criterion: "No remote login without the token."
    side_effects:         "A lost token delays support by telephone, which remains open."
    description:          "Protects the accounts of the manufacturer's staff, who cannot change therapy from afar."
}
extend laptop_login {
    acceptance_criterion: "No package for an unregistered laptop or an unnamed person."
    side_effects:         "None on therapy: the update waits."
    description:          "Keeps packages from unknown laptops; the device verifies them in any case."
}
extend two_people {
    acceptance_criterion: "No package is released with one signature."
    side_effects:         "An urgent correction takes a second person; one is on call."
    description:          "A single employee must not reach all devices; no control in the device can tell a signed bad package from a good one."
}
extend managed_servers {
    acceptance_criterion: "Security updates within 30 days, shown in the yearly review."
    side_effects:         "None on the device: it expects the servers to fail."
    description:          "The device does without the servers (REQ-SAF-003); their state decides only how much the staff can rely on the station."
}
extend managed_laptops {
    acceptance_criterion: "Every laptop reports encryption and patch state each week."
    side_effects:         "None on therapy."
    description:          "The laptop only carries packages; the device verifies their signature itself."
}
extend element_keys {
    acceptance_criterion: "No command of the chip gives a private key out."
    side_effects:         "A failed chip ends network functions; therapy needs none."
}
extend unique_secrets {
    acceptance_criterion: "No secret occurs twice in 1000 devices of a lot."
    side_effects:         "None."
}
extend image_signature {
    acceptance_criterion: "An altered stored image is not started."
    side_effects:         "As for the verified start: the therapy board ventilates on."
}
extend profile_signature {
    acceptance_criterion: "An altered stored profile is not used."
    side_effects:         "The built-in limits apply instead, and the screen says so."
}
extend calibration_check {
    acceptance_criterion: "A difference between the copies is found at each of 100 starts."
    side_effects:         "A device with damaged calibration does not start ventilation: the staff take another one."
}
extend disk_encryption {
    acceptance_criterion: "No clear-text patient name on a removed disk."
    side_effects:         "A lost key loses the trends; therapy and alarms do not use them."
    description:          "Data at the station and in the cloud, not in the device."
}
extend nightly_backup {
    acceptance_criterion: "A full restore within 4 h, tried each quarter."
    side_effects:         "During a restore the station is out of use; device alarms sound on."
    description:          "Data at the station, not in the device."
}
extend log_chain {
    acceptance_criterion: "A removed or changed entry is found in each of 100 attempts."
    side_effects:         "None: a broken chain is reported and recording goes on."
}
extend log_space {
    acceptance_criterion: "A warning at 80 % and no loss of safety entries when full."
    side_effects:         "None: the log never stops a function."
}
