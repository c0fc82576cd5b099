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
extend certificate_renewal {
    acceptance_criterion: "A device whose renewal fails warns for 30 days and ventilates on after expiry."
    side_effects:         "After expiry alarms are missing at the station; both sides alarm, and the device alarm sounds on."
}
extend bus_counter {
    acceptance_criterion: "Each of 10 000 repeated telegrams is dropped."
    side_effects:         "As for the checksum: the last valid settings stay in force, with an alarm within 2 s."
}
extend closed_as_shipped {
    acceptance_criterion: "The shipped configuration passes the check list; each of 12 weaker settings is shown within a minute."
    side_effects:         "None on therapy: a weaker setting is shown, not refused."
}
extend two_images {
    acceptance_criterion: "A working version runs after each of 200 interrupted or faulty installations."
    side_effects:         "A version that fails its self-test is taken back, with the reason on the screen; ventilation is not offered meanwhile."
}
extend safe_parsers {
    acceptance_criterion: "No unsafe block outside the three reviewed modules."
    side_effects:         "A parser that stops is restarted; messages of that second are asked for again."
}
extend internal_checks {
    acceptance_criterion: "No crash and no accepted malformed message in 200 h of fuzzing on the internal bus."
    side_effects:         "A refused message is reported; the settings and the profile in use stay."
}
extend telegram_checks {
    acceptance_criterion: "No crash in 100 h of random telegrams and sensor signals."
    side_effects:         "A run of refused sensor values changes to pressure control with an alarm."
}
extend glitch_checks {
    acceptance_criterion: "No altered image starts in 50 000 glitches of supply and clock."
    side_effects:         "A false trip of the detector restarts the main board; ventilation goes on."
}
extend linux_support {
    acceptance_criterion: "A correction of a critical flaw is delivered within 30 days."
    side_effects:         "None: corrections come as signed packages, installed in standby."
}
extend device_parts {
    acceptance_criterion: "Each of 20 seeded entries is noticed within 24 h."
    side_effects:         "None on the device: it is a process of the manufacturer."
}
extend version_page {
    acceptance_criterion: "The page shows an exchanged image of any processor in 20 of 20 trials."
    side_effects:         "None: the page closes by itself when an alarm arises."
}
extend build_log {
    acceptance_criterion: "Each release of the last year is traced to its source and its two releasers."
    side_effects:         "None on the device."
    description:          "Part of the manufacturer's development environment."
}
extend second_build {
    acceptance_criterion: "Both builds agree in every byte."
    side_effects:         "A difference stops a release until it is explained."
    description:          "Part of the manufacturer's development environment."
}
extend signing_quorum {
    acceptance_criterion: "No signature with one card; the move to the second key is tried on ten devices each year."
    side_effects:         "An urgent correction takes a second person; one is on call."
    description:          "The key is kept by the manufacturer; the device verifies what was signed."
}
extend cloud_parts {
    acceptance_criterion: "A critical flaw is repaired within seven days."
    side_effects:         "None on the device."
    description:          "The servers are the manufacturer's; no therapy waits for them."
}
extend entry_limits {
    acceptance_criterion: "No entry outside the table of limits is possible for any mode."
    side_effects:         "An unusual setting needs another mode; the limits are in the instructions for use."
}
extend comm_apart {
    acceptance_criterion: "Screen and settings react within 0.5 s while the communication processor is stalled or flooded."
    side_effects:         "None: without it the network functions are missing, and the screen says so."
}
extend alarms_fixed {
    acceptance_criterion: "None of 300 profiles and configurations, valid or not, switches one of them off."
    side_effects:         "A ward cannot switch off an alarm it finds a nuisance."
}
extend alarm_pause {
    acceptance_criterion: "Every pause ends within 120 s, whatever is pressed."
    side_effects:         "Silencing has to be repeated during long procedures."
}
extend settings_kept {
    acceptance_criterion: "Ventilation goes on with the last confirmed settings within 4 s in 100 of 100 restarts."
    side_effects:         "With a damaged copy the device waits with an alarm and asks for the settings."
}
extend second_sensor {
    acceptance_criterion: "A deviation of 15 % is found within three breaths."
    side_effects:         "A wet sensor causes a change to pressure control and an alarm."
}
extend sensor_use_check {
    acceptance_criterion: "A sensor of another kind or past its hours is announced before ventilation starts, in 50 of 50 trials."
    side_effects:         "A sensor past its hours can be used on with a warning until another one is at hand."
}
extend patient_change {
    acceptance_criterion: "No value of the last patient is found after the answer \"new patient\"."
    side_effects:         "The wrong answer loses the trends; therapy does not use them."
}
extend station_pause {
    acceptance_criterion: "Every pause at the station ends within 120 s; the device sounds on all the while."
    side_effects:         "None: the alarm at the device is not paused from the station."
    description:          "The station is supplied by the manufacturer; alarms sound at the device without it."
}
extend alarm_ranking {
    acceptance_criterion: "The urgent alarm stays in view under 500 alarms a minute from another bed."
    side_effects:         "None: every alarm stays in the list."
    description:          "The station is supplied by the manufacturer; alarms sound at the device without it."
}
extend station_matching {
    acceptance_criterion: "In 100 exchanges of beds and devices no value appears under another name."
    side_effects:         "Without a confirmed name the bed is shown as \"patient not confirmed\"; its alarms sound all the same."
    description:          "The station shows what the device sends; the name is confirmed at the device."
}
extend connector_robustness {
    acceptance_criterion: "Ventilation goes on after short circuit and 250 V at each socket and 150 N at each cable."
    side_effects:         "A blown protection disables the socket until it is repaired."
}
extend console_mute {
    acceptance_criterion: "No input at the pads changes the start in 1000 attempts."
    side_effects:         "A failed board cannot be analysed over the console; it is replaced."
}
extend closed_ports_test {
    acceptance_criterion: "The boot loader ignores all input at the pads of every board; the result is in the device's record."
    side_effects:         "None: a board that answers does not leave the line."
}
extend day_codes {
    acceptance_criterion: "No code works on another device, on another day or twice."
    side_effects:         "Without telephone and portal the service waits; therapy needs no code."
}
extend named_technicians {
    acceptance_criterion: "Each service session of the last quarter is traced to one person."
    side_effects:         "None on therapy: the service waits."
    description:          "The account is the manufacturer's; the device records the number of the code."
}
extend service_mode {
    acceptance_criterion: "The mode does not open while a patient is connected, in 50 attempts."
    side_effects:         "A fault cannot be looked at during ventilation; the patient is moved to another device first."
}
extend station_badges {
    acceptance_criterion: "No change of settings at the station without a registered badge."
    side_effects:         "A forgotten badge delays changes at the station; the alarm view needs none."
    description:          "The station is supplied by the manufacturer; therapy is set at the device only."
}
extend station_login_trial {
    acceptance_criterion: "No badge is left at the reader or lent in 15 of 15 sessions."
    side_effects:         "None."
    description:          "The station is supplied by the manufacturer; therapy is set at the device only."
}
extend station_open_view {
    acceptance_criterion: "Alarms are seen and silenced without a badge in 20 of 20 scenarios; each use is in the log."
    side_effects:         "It is there for safety; misuse is bounded by the alarm at the device."
    description:          "The station is supplied by the manufacturer; alarms sound at the device without it."
}
extend station_kiosk {
    acceptance_criterion: "Forty attempts by a tester to leave the program fail."
    side_effects:         "After a crash the station is blank for 20 s; device alarms sound on."
    description:          "The station is supplied by the manufacturer; alarms sound at the device without it."
}
extend staff_directory {
    acceptance_criterion: "Accounts of leavers are closed on their last day, in the quarterly sample."
    side_effects:         "None on the device."
    description:          "Protects the accounts of the manufacturer's staff, who cannot change therapy from afar."
}
extend profile_copy {
    acceptance_criterion: "A wiped partition holds the ward's profile again 15 min after the connection is back."
    side_effects:         "Until then the built-in limits apply, and the screen says so."
}
extend trend_erase {
    acceptance_criterion: "No patient data is found by an accredited laboratory."
    side_effects:         "Erasure by mistake loses the trends; therapy and alarms do not use them."
}
extend log_fields {
    acceptance_criterion: "None of 500 crafted names passes for an entry or runs in the viewer."
    side_effects:         "None: recording goes on with the text as it came."
}
extend log_without_names {
    acceptance_criterion: "No name, birth date or secret is found in the logs of 30 days of test operation."
    side_effects:         "Service cannot tell from a log whose ventilation it was; the hospital can."
}
extend least_rights {
    acceptance_criterion: "No program of the processor runs as root or writes outside its own folder, in the full list."
    side_effects:         "None: the network functions need no more."
}
extend station_rights {
    acceptance_criterion: "The account can neither install nor change programs, in the full list of rights."
    side_effects:         "An update of the station needs an administrator of the hospital; device alarms sound on meanwhile."
    description:          "The station is supplied by the manufacturer; alarms sound at the device without it."
}
extend cloud_rights {
    acceptance_criterion: "No container runs as root or reaches another one's secrets."
    side_effects:         "None on the device."
    description:          "The servers are the manufacturer's; no therapy waits for them."
}
