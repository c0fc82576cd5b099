/// For the instructions for use: what no rule can derive, and what the hospital has to provide.

// ---------------------------------------------------------------- what the hospital provides

/// Beside the mains.
assumption sockets_there "One mains socket of the essential power supply and one network socket within 2 m of each bed." : HardwareRequirement {
    owner:       operator
    if_false:    "Without the essential supply a power cut ends ventilation when the battery is empty, after at least 90 min."
    measured_by: "The socket carries the colour of the essential supply; the network socket lights the link lamp beside LAN."
}
/// Versions of what the ventilator talks to.
assumption server_versions "Profile server version 4.1 or later; health record with HL7 v2.5.1 over MLLP; directory with LDAP over TLS; collector with syslog over TLS." : PlatformRequirement {
    owner:       integrator
    if_false:    "The connection is not set up. The ventilator works with the limits set at the device, and values are charted by hand."
    measured_by: "Configuration menu, Network, Test: each connection shows the version it found."
}
/// There is none.
assumption no_workstation "The ventilator is configured at its own screen; no workstation is needed for it." : WorkstationRequirement {
    owner:      manufacturer
    importance: not_needed
    if_false:   "Nothing: there is no interface for another workstation."
}
/// With curves.
assumption ward_bandwidth "At least 0.5 Mbit/s for each ventilator between its network socket and the central station." : BandwidthRequirement {
    owner:       operator
    if_false:    "Curves at the central station stutter, and alarms there come late. The alarm at the bed does not depend on it."
    measured_by: "Configuration menu, Network, Test: throughput with all ventilators of the ward switched on."
}
/// The station's supervision.
assumption ward_latency "Messages reach the central station within 1 s, in 99.9 % of all cases." : LatencyRequirement {
    owner:       operator
    if_false:    "After 10 s without a sign of life both sides raise a technical alarm, although the ventilator works."
    measured_by: "Configuration menu, Network, Test: delay over 15 min on an ordinary working day."
}
/// One address each.
assumption fixed_addresses "A fixed IPv4 address or a DHCP reservation for each ventilator, and a DNS server that knows the hospital's servers." : NameRequirement {
    owner:       integrator
    if_false:    "The ventilator finds no server after a restart and works alone."
    measured_by: "Configuration menu, Network, Test: each name is shown with the address it was resolved to."
}
/// For logs and certificates.
assumption time_source "A time server (NTP) in the clinical segment that is exact to 1 s." : TimeRequirement {
    owner:       operator
    if_false:    "Log entries bear the wrong time, and certificates can be taken for expired. Ventilation does not depend on the time of day."
    measured_by: "Configuration menu, Network, Test: the difference between the ventilator and the server."
}
/// Visitors and patients are in the room.
assumption door_key "The keys of the service doors are kept by the biomedical workshop." : PlaceRequirement {
    owner:       operator
    if_false:    "Whoever opens the door reaches the service socket. It still asks for the code of the day and takes signed packages only."
    measured_by: "The list of keys, and the number of the seal, compared at the yearly test."
}

extend hospital.icu.breva.main.app.usb { assumptions: [door_key] }
extend hospital.icu.breva.main.comm.wifi { assumptions: [fixed_addresses] }
extend hospital.icu.breva.therapy.guard.buzzer { assumptions: [staff_in_hearing] }
extend send_alarms { assumptions: [ward_latency] }
extend send_values { assumptions: [ward_bandwidth] }
extend set_clock { assumptions: [time_source] }
extend fetch_profile { assumptions: [server_versions, fixed_addresses] }
extend hospital.icu.breva.mains { assumptions: [sockets_there] }

extend ward_segment {
    owner:      operator
    importance: required
    reason:     "The export to the health record is not encrypted, because the hospitals' interface engines take nothing else. Only the segment keeps others from reading it."
    told:       "Put the ventilators into a segment of their own and let the firewall pass only the connections listed in this document."
}
extend managed_servers {
    owner:      operator
    importance: recommended
    reason:     "Whoever controls the profile server can send alarm profiles to all ventilators of a ward; the nurse who has to confirm them is the last to notice."
    told:       "Keep the servers that the ventilators talk to patched, and restrict who may log in there."
}

// ---------------------------------------------------------------- people and logs

extend hospital.icu.clinician {
    privileges:  "Start and end ventilation, set it, confirm alarm profiles, silence alarms for 2 min."
    credentials: "No login. A personal badge is planned for version 2.4."
}
extend technician {
    privileges:  "Everything a nurse may do; with the code of the day also tests, calibration, installation of software and export of logs, in standby only."
    credentials: "The service portal gives each technician by name a code that is valid for one device and one day. There is no preset code."
}
extend hospital.workshop.biomed {
    privileges:  "The yearly test; with the code of the day also export and import of the configuration, installation of software and export of logs."
    credentials: "As service technicians: a code by name from the service portal."
}
extend hospital.icu.breva.main.journal {
    capacity:      "200 000 entries, about one year"
    when_full:     "The oldest technical entries are overwritten, after a warning at 90 %; audit entries only after they have been exported."
    record_format: "JSON lines, each with the digest of the one before"
    export:        "Continuously to the hospital's event collector; on demand to a USB stick by a technician, in the service menu under Logs."
}
extend manufacturer.cloud { hosted_at: "At a provider in Frankfurt, Germany, in the account of Example Medical GmbH." }

// ---------------------------------------------------------------- what protects the ventilator, as hospitals are told

extend mtls { told: "Connections to the hospital's servers are encrypted, and both sides prove who they are, except to the health record and the time server." }
extend signed_packages { told: "Software is installed only with the manufacturer's signature." }
extend verified_start { told: "At every start the processors of the main board verify their software before they run it." }
extend no_rollback { told: "Older software with known weaknesses is refused." }
extend image_locked { told: "Nothing but the installed programs runs on the main board; nothing can be added." }
extend separate_board { told: "Breaths are delivered by a board of its own without a network: they go on when the network or the main board fails." }
extend guard_limits { told: "A safety monitor compares each breath with hard limits that nobody can lift over the network." }
extend local_alarm { told: "Every alarm sounds at the ventilator first; the central station only repeats it." }
extend closed_as_shipped { told: "As shipped all connections are closed; the start page shows when a setting is weaker." }
extend log_chain { told: "Entries of the log are chained, so that a removed or changed one is noticed." }

// ---------------------------------------------------------------- use

section other_places "Other places" : UseOutside {
    text: """
    Do not connect the ventilator to a network that can be reached from the Internet, and not to guest or office networks. In an
    ambulance or at another hospital use it without a network.
    """
}
section skills "Training" : NeededSkills {
    text: """
    Nurses and physicians: the training on the device; no IT skills.

    Biomedical engineers and technicians: the service course, which covers updates, logs and certificates.

    IT department: networks with segments and firewalls, and the issue of certificates.
    """
}
section without_network "Without network or main board" : WhatKeepsWorking {
    text: """
    Ventilation, limits and alarms at the device never depend on the network. When it is lost, the screen shows "No network" after 10 s.

    When the main board fails, the safety monitor keeps the last confirmed settings, sounds the buzzer and lights the alarm lamp. Settings cannot
    be changed then: change the device.
    """
}
section check_before_use "Check" : BeforeUse {
    text: """
    1. Switch the ventilator on and wait for the self-test.
    2. Look at the start page: it shows "Configuration as shipped", or which setting is weaker.
    3. Compare the version under Menu, Information with the sticker of the last service.
    4. Look at the seal of the service door. If it is broken, do not use the device and call the workshop.
    """
}

// ---------------------------------------------------------------- security documentation

section trends_option "Patient's name in trends" : ConfigurationOption {
    as_shipped: "Full name"
    choices:    "Full name, initials only"
    effect:     "Configuration menu, Privacy. The name is shown shortened on the screen and in exports."
    risk:       "Initials of two patients can be the same; the full name is still shown when it is confirmed."
    changed_by: [technician]
}
section export_option "Export to the health record" : ConfigurationOption {
    as_shipped: "Off"
    choices:    "Off, on"
    effect:     "Configuration menu, Export. Values are sent to the health record every minute."
    risk:       "The values are not encrypted: whoever is in the segment can read them."
    changed_by: [technician]
}
section network_installation "Installation in the network" : Deployment {
    text: """
    1. Set up the segment and the firewall as listed in this document.
    2. Issue a certificate for the ventilator and load it in the service menu under Certificates.
    3. Connect the network socket and enter the addresses in the configuration menu under Network.
    4. Start Test. Every connection has to be shown in green.
    5. Scan the ventilator from the guest network. Nothing may answer.
    """
}
section weak_spot_found "When a vulnerability or an incident is found" : Deployment {
    text: """
    1. Keep ventilating. Do not switch the ventilator off.
    2. Pull the plug at LAN. Stay within hearing of the device.
    3. Tell the contact named in this document the serial number and what you saw.
    4. Have the log exported before the device is repaired.
    """
}
section event_connection "Lost connection to the central station" : SecurityEvent {
    noticed:  "\"No network\" on the screen and a low-priority alarm after 10 s."
    action:   "Stay within hearing of the device. Call the IT department if the connection does not come back within 5 min."
    recorded: "Audit and service log"
}
section event_package "Refused package" : SecurityEvent {
    noticed:  "\"Package refused\" in the service menu, with the reason."
    action:   "Do not try again. Take the stick out, and tell the contact named in this document where it came from."
    recorded: "Audit and service log"
}
section event_code "Wrong service code" : SecurityEvent {
    noticed:  "\"Wrong code\"; after three tries the service menu stays closed for 15 min."
    action:   "If nobody of the service was at the device, tell the biomedical workshop."
    recorded: "Audit and service log"
}
section event_setting "Weaker setting" : SecurityEvent {
    noticed:  "A yellow line on the start page names the setting."
    action:   "Ask the biomedical workshop whether it is meant to be so."
    recorded: "Audit and service log"
}
section keep_configuration "Export and import" : ConfigurationRetention {
    text: """
    1. Log in to the service menu with the code of the day.
    2. Choose Configuration, Export after every change, and keep the file. It carries the signature of the device.
    3. To get the configuration back choose Configuration, Import. A file that was changed is refused.
    """
}
section backup_restore "Profiles and settings" : BackupRestore {
    text: """
    Alarm profiles come back from the hospital's server at the next connection. Ventilation settings are kept over a restart and need no
    backup. The configuration is kept and recovered as described above.
    """
}
section installing "Installing a package" : Updates {
    text: """
    1. Download the package from the service portal and compare its checksum with the one in the announcement.
    2. Bring the ventilator into standby. No patient may be connected.
    3. Open the service door, enter the code of the day and plug in the stick.
    4. Choose Install. The ventilator verifies the signature and starts again; this takes 8 min.
    5. Compare the version under Menu, Information.

    If the installation fails or the power is cut, the ventilator starts with the version it had before.
    """
}
section after_support "After the end" : SupportEnd {
    text: """
    Hospitals are told two years before. From that day on use the ventilator without a network: ventilation and the alarms at the device do not
    depend on it.
    """
}

// ---------------------------------------------------------------- background

section layers "Layers" : DefenceInDepth {
    text: """
    The outermost layer is the hospital's: a segment that lets only listed connections pass. The second is the network socket, where no service
    listens and every connection proves its other side. The third is the main board, which starts only signed software. The innermost is the
    therapy board, which has no network and holds hard limits: whoever has got through all others still cannot make it deliver what harms.
    """
}
section no_login_needed "No login for treatment" : EmergencyAccess {
    text: "Ventilation is started and set without a login at any time. Each change is recorded. Service functions stay closed in an emergency, too."
}
section connect_systems "Order of steps" : Integration {
    text: """
    Connect the time server first, then the directory and the collector, then the profile server, at last the health record. The ventilator speaks
    HL7 v2.5.1 (messages ORU and ADT) and IEEE 11073 SDC; the conformance statement comes from the service partner.
    """
}
section boards "Boards and memory" : HardwareProperties {
    text: """
    Main board with a 64-bit processor, 4 GB of memory and 32 GB of flash; keys are kept in a secure element. Therapy board with two
    microcontrollers of its own. The radio is without power as shipped. Opening the housing takes a tool; the service door has a lock and a seal.
    """
}
section our_duties "Watching, telling, repairing" : ManufacturerDuties {
    text: """
    Example Medical watches the parts of the software for new vulnerabilities every day, tells registered hospitals within 30 days what a
    vulnerability means for the ventilator and what to do meanwhile, and provides a package in the next planned update, or earlier where patients are
    at risk.
    """
}
section vulnerability_contact "When you notice something" : IncidentContact {
    text: """
    In an emergency use the device without a network: pull the plug at LAN.

    Report every serious incident to the manufacturer and to the competent authority of your country.
    """
}
