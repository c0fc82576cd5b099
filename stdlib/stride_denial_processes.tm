/// Denial of service in programs: they are drained, crashed, locked, stopped by an update, switched off or starved.

// ---------------------------------------------------------------- words of these rules

/// Takes messages from outside its device.
define process.hears_outside : bool = any f in self.inbound where (f.overheard)
/// Shares its computer with a program that takes messages from outside, or takes them itself.
/// Boot loaders and update agents do not work while a patient is treated.
define process.beside_the_network : bool =
    self.hears_outside
    or self is not Bootloader and self is not UpdateAgent
    and any f in self.flows where (
        f.same_computer and any e in union(f.source.inbound, f.target.inbound) where (e.overheard))
/// Takes new software from outside the device.
define process.takes_updates : bool = any f in self.inbound where (f.overheard and f.updates)
/// Settings that decide whether alarms, limits and monitors work, handed down from outside the device.
define process.configured_from_outside : bool =
    any f in self.inbound where (
        not f.with_person
        and any d in f.carries where (
            (d is AlarmProfile or d is SafetyLimits or d is DrugLibrary or d is Configuration or d is ServiceCommand)
            and any g in d.carried_by where (g.overheard)))
/// Cannot reach its peers, or does not run, once something has expired.
define process.hinges_on_expiry : bool =
    any f in self.flows where (
        f.overheard and (f.certificates or any d in f.carries where (d is Licence or d is PublicCertificate)))
/// Somebody stands at it and sets what it does to the patient, after a login with something that can be guessed or forgotten.
define process.asks_secret : bool = known(self.login) and self.login in [shared, pin, password]
/// The same after a login with something that can be lost or out of order.
define process.asks_token  : bool = known(self.login) and self.login in [badge, multi_factor]

// ---------------------------------------------------------------- energy and messages

rule DOS04 "The battery of {p} is drained over the air" : DenialOfService {
    for process p where (p.on_device and p.on_battery)
    applies when
        any q in p.ports where (
            any m in q.offers where (m in [ble, bluetooth, rf, inductive, cellular]))
    mitigated when p.wake_guarded
    statement: "An attacker {p.exposure} wakes {p} again and again with requests to connect or pair, until its battery is empty long before its time and the device stops, or has to be charged or replaced."
    fix:       [WakeGuard]
    advice:    "Let {p} spend energy on a peer only after a cheap check of its identity, within a budget, and report abnormal drain."
    violates:  [imdrf_n60.avail_2]
    cwe:       [920]
    capec:     [125]
    emb3d:     [405]
    catalogue: ["D02"]
}

test "D02, DOS04: strangers cannot empty the battery" {
    boundary b : WearableDevice {
        process open_  : BatteryFirmware { wake_guarded: no, port r : BleRadio }
        process shy    : BatteryFirmware { wake_guarded: yes, port r : BleRadio }
        process unsaid : ImplantFirmware { port r : RfRadio }
        process wired_ : BatteryFirmware { wake_guarded: no, port r : UsbDevice }
        process mains  : Firmware        { wake_guarded: no, port r : BleRadio }
    }
    expect DOS04 @ b.open_  open
    expect DOS04 @ b.shy    mitigated
    expect DOS04 @ b.unsaid question
    expect DOS04 @ b.wired_ absent
    expect DOS04 @ b.mains  absent
}

/// Processes with a web interface are asked the same by TAM12.
rule DOS05 "A malformed message crashes {p}" : DenialOfService {
    for process p where (p.on_device and not p.web)
    applies when   p.hears_outside
    mitigated when p.validates_input
    statement: "An attacker {p.exposure} sends {p} a message with a wrong length, type or order, and {p} hangs or restarts whenever the attacker likes; what it measures, controls or shows is missing meanwhile."
    fix:       [InputValidation]
    advice:    "Check length and form of everything {p} receives, fuzz its parsers, and restart into the last safe settings."
    violates:  [imdrf_n60.comm_2, imdrf_n60.avail_2]
    cwe:       [20, 248]
    capec:     [153]
    emb3d:     [202, 404]
    catalogue: ["D03"]
}

test "D03, DOS05: malformed messages are rejected" {
    data m : Measurement
    process a
    boundary b { device: yes
        process weak   { validates_input: no, port p }
        process strong { validates_input: yes, port p }
        process unsaid { port p }
        process inner  { validates_input: no }
        process page   { validates_input: no, web_interface: yes, port p }
        flow within: strong -> inner { carries: [m] }
    }
    flow f1: a -> b.weak.p   { carries: [m] }
    flow f2: a -> b.strong.p { carries: [m] }
    flow f3: a -> b.unsaid.p { carries: [m] }
    flow f4: a -> b.page.p   { carries: [m] }
    expect DOS05 @ b.weak   open
    expect DOS05 @ b.strong mitigated
    expect DOS05 @ b.unsaid question
    expect DOS05 @ b.inner  absent
    expect DOS05 @ b.page   absent
}

rule DOS08 "Load or a crash of communication starves {p}" : DenialOfService {
    for process p where (p.on_device and p.beside_the_network)
    applies when   p.safety_relevant
    mitigated when p.isolated
    statement: "An attacker {p.exposure} keeps the communication that shares processor and memory with {p} busy, or crashes it, and the safety function of {p} comes late or stops with it."
    fix:       [Isolation]
    advice:    "Give the safety function of {p} its own processor, or a partition with guaranteed time and memory and a watchdog that leads to a safe state."
    violates:  [imdrf_n60.avail_2]
    cwe:       [653, 400]
    capec:     [130]
    emb3d:     [405]
    catalogue: ["D16"]
}

test "D16, DOS08: safety functions that share a computer with communication" {
    data m : Measurement
    external server
    boundary b : DeviceEnclosure {
        process shared_ { safety_relevant: yes, isolated: no, port p }
        process apart   { safety_relevant: yes, isolated: yes, port p }
        process unsaid  { isolated: no, port p }
        process modem   { safety_relevant: no, isolated: no, port p }
        process beside  { safety_relevant: yes, isolated: no }
        process asked   { safety_relevant: yes }
        process inner   { safety_relevant: yes, isolated: no }
        flow one_chip: modem -> beside over SharedMemory { carries: [m] }
        flow one_box:  modem -> asked  over Ipc          { carries: [m] }
        flow by_wire:  modem -> inner  over Uart         { carries: [m] }
    }
    flow f1: server -> b.shared_.p { carries: [m] }
    flow f2: server -> b.apart.p   { carries: [m] }
    flow f3: server -> b.unsaid.p  { carries: [m] }
    flow f4: server -> b.modem.p   { carries: [m] }
    expect DOS08 @ b.shared_ open
    expect DOS08 @ b.beside  open
    expect DOS08 @ b.apart   mitigated
    expect DOS08 @ b.unsaid  question
    expect DOS08 @ b.asked   question
    expect DOS08 @ b.modem   absent
    expect DOS08 @ b.inner   absent
}

rule DOS12 "Too many alarms at {p} hide the urgent one" : DenialOfService {
    for process p
    applies when   (count f in p.inbound where (f.overheard and any d in f.carries where (d is Alarm))) >= 1
    mitigated when p.alarms_ranked
    statement: "A faulty or manipulated device repeats its alarms without end, as an attacker {p.exposure} can make it do, and {p} shows and sounds them all alike, so that nobody notices the one patient in danger."
    fix:       [AlarmPriority]
    advice:    "Limit in {p} how often one source can alarm, show what was held back, and keep the highest priority in view and earshot."
    violates:  [imdrf_n60.avail_1]
    cwe:       [799, 770]
    capec:     [125]
    catalogue: ["D15"]
}

test "D15, DOS12: a central station that is flooded with alarms" {
    data al : Alarm
    data t  : TechnicalData
    boundary ward : CareUnit {
        process naive  : BackendService { alarms_ranked: no }
        process wise   : BackendService { controls: [ranking] }
        process unsaid : BackendService
        process state  : BackendService { alarms_ranked: no }
    }
    boundary b : DeviceEnclosure { process x { port lan : EthernetPort } }
    control ranking : AlarmPriority { status: verified }
    flow f1: b.x.lan -> ward.naive  over Https { carries: [al] }
    flow f2: b.x.lan -> ward.wise   over Https { carries: [al] }
    flow f3: b.x.lan -> ward.unsaid over Https { carries: [al] }
    flow f4: b.x.lan -> ward.state  over Https { carries: [t] }
    expect DOS12 @ ward.naive  open
    expect DOS12 @ ward.wise   mitigated
    expect DOS12 @ ward.unsaid question
    expect DOS12 @ ward.state  absent
}

// ---------------------------------------------------------------- logins in an emergency

rule DOS06 "{p} locks everybody out after wrong passwords" : DenialOfService {
    for process p
    applies when   p.steered_by_people and p.asks_secret
    mitigated when p.emergency_access
    statement: "Whoever holds or stands at the device on which {p} runs, or can call its login, enters wrong passwords or PINs until {p} refuses everybody, or the only one who knows them is away, and nobody can set the therapy while the patient needs it."
    fix:       [BreakGlass]
    advice:    "Slow failed logins at {p} down rather than lock, and give it an emergency mode that needs no credential, is limited, visible and on record."
    violates:  [imdrf_n60.auth_3, imdrf_n60.avail_2]
    cwe:       [645]
    capec:     [2]
    emb3d:     [312]
    catalogue: ["D05"]
}

test "D05, DOS06: wrong passwords never keep help away" {
    data d : OperatorInput
    actor nurse
    boundary b : DeviceEnclosure {
        process rigid  { login: password, emergency_access: no }
        process kind_  { login: password, emergency_access: yes }
        process unsaid { login: pin }
        process free   { login: none, emergency_access: no }
    }
    flow f1: nurse -> b.rigid  { carries: [d] }
    flow f2: nurse -> b.kind_  { carries: [d] }
    flow f3: nurse -> b.unsaid { carries: [d] }
    flow f4: nurse -> b.free   { carries: [d] }
    expect DOS06 @ b.rigid  open
    expect DOS06 @ b.kind_  mitigated
    expect DOS06 @ b.unsaid question
    expect DOS06 @ b.free   absent
}

rule DOS13 "The login of {p} stands between helpers and the patient" : DenialOfService {
    for process p
    applies when   p.steered_by_people and p.asks_token
    mitigated when p.emergency_access
    statement: "In an emergency the badge or the second factor is not at hand, or what checks it is down, and {p} keeps to its rule: nobody may act on the therapy or see the values, and treatment starts late."
    fix:       [BreakGlass]
    advice:    "Review what each security control of {p} does in an emergency, never hide vital values, and give {p} an emergency mode without a login that is limited, visible and on record."
    violates:  [imdrf_n60.auth_3, imdrf_n60.avail_2]
    cwe:       [645]
    catalogue: ["D12"]
}

test "D12, DOS13: a lost badge never keeps help away" {
    data d : OperatorInput
    actor nurse
    boundary b : DeviceEnclosure {
        process rigid  { login: badge, emergency_access: no }
        process kind_  { login: badge, controls: [glass] }
        process unsaid { login: multi_factor }
        process free   { login: none, emergency_access: no }
    }
    control glass : BreakGlass { status: verified }
    flow f1: nurse -> b.rigid  { carries: [d] }
    flow f2: nurse -> b.kind_  { carries: [d] }
    flow f3: nurse -> b.unsaid { carries: [d] }
    flow f4: nurse -> b.free   { carries: [d] }
    expect DOS13 @ b.rigid  open
    expect DOS13 @ b.kind_  mitigated
    expect DOS13 @ b.unsaid question
    expect DOS13 @ b.free   absent
}

// ---------------------------------------------------------------- updates, configuration, foreign tools

rule DOS07 "An update stops {p} while a patient depends on it" : DenialOfService {
    for process p where (p.on_device)
    applies when   p.safety_relevant and p.takes_updates
    mitigated when p.update_interlock
    statement: "An attacker {p.exposure}, or a badly timed campaign, starts an update or a restart of {p} during therapy, and what the patient depends on is missing until it ends."
    fix:       [UpdateInterlock]
    advice:    "Install only in a state in which no patient depends on {p}, with consent at the device."
    violates:  [imdrf_n60.maint_4, imdrf_n60.maint_5]
    cwe:       [400, 306]
    emb3d:     [217]
    catalogue: ["D07"]
}

test "D07, DOS07: updates wait for the patient" {
    data w : FirmwarePackage
    data m : Measurement
    external server
    boundary b : DeviceEnclosure {
        process rash   { safety_relevant: yes, update_interlock: no, port p }
        process waits  { safety_relevant: yes, update_interlock: yes, port p }
        process unsaid { safety_relevant: yes, port p }
        process lamp   { safety_relevant: no, update_interlock: no, port p }
        process fixed  { safety_relevant: yes, update_interlock: no, port p }
    }
    flow f1: server -> b.rash.p   { carries: [w] }
    flow f2: server -> b.waits.p  { carries: [w] }
    flow f3: server -> b.unsaid.p { carries: [w] }
    flow f4: server -> b.lamp.p   { carries: [w] }
    flow f5: server -> b.fixed.p  { carries: [m] }
    expect DOS07 @ b.rash   open
    expect DOS07 @ b.waits  mitigated
    expect DOS07 @ b.unsaid question
    expect DOS07 @ b.lamp   absent
    expect DOS07 @ b.fixed  absent
}

rule DOS14 "A broken update leaves {p} without working software" : DenialOfService {
    for process p where (p.on_device)
    applies when   p.takes_updates
    mitigated when p.update_recovery
    statement: "Power or connection fails in the middle of an update of {p}, by accident or by an attacker {p.exposure}, or a released version turns out faulty, and the device does not start until service comes."
    fix:       [UpdateRecovery]
    advice:    "Install beside the running version, switch over only after a self-test, and return to the old version by itself when the new one fails."
    violates:  [imdrf_n60.maint_5, imdrf_n60.avail_4]
    cwe:       [755, 754]
    emb3d:     [217, 210]
    catalogue: ["D08"]
}

test "D08, DOS14: an update that is interrupted" {
    data w : FirmwarePackage
    data m : Measurement
    store stick : RemovableMedium
    boundary b : DeviceEnclosure {
        process brittle { update_recovery: no, port p : UsbHost }
        process robust  { controls: [two_images], port p : UsbHost }
        process unsaid  { port p : UsbHost }
        process fixed   { update_recovery: no, port p : UsbHost }
    }
    control two_images : UpdateRecovery { status: verified }
    flow f1: stick -> b.brittle.p over UsbMass { carries: [w] }
    flow f2: stick -> b.robust.p  over UsbMass { carries: [w] }
    flow f3: stick -> b.unsaid.p  over UsbMass { carries: [w] }
    flow f4: stick -> b.fixed.p   over UsbMass { carries: [m] }
    expect DOS14 @ b.brittle open
    expect DOS14 @ b.robust  mitigated
    expect DOS14 @ b.unsaid  question
    expect DOS14 @ b.fixed   absent
}

rule DOS15 "Protective functions of {p} switched off by configuration" : DenialOfService {
    for process p where (p.on_device)
    applies when   p.safety_relevant and p.configured_from_outside
    mitigated when p.protections_kept
    statement: "An attacker {p.exposure}, or one who got at the server where profiles and options are kept, sends {p} a well-formed configuration that silences alarms, widens limits or stops a monitor, and the device treats on without its guard."
    fix:       [FixedProtection]
    advice:    "Let no configuration from outside switch a safety function of {p} off; where it must be possible, ask for an entitled role and a confirmation at the device, and show the state all the time."
    violates:  [imdrf_n60.auth_2, imdrf_n60.avail_2]
    cwe:       [15, 306]
    capec:     [176]
    emb3d:     [222]
    catalogue: ["D10"]
}

test "D10, DOS15: an alarm profile that silences the alarms" {
    data a : AlarmProfile
    data o : Configuration
    data m : Measurement
    external server
    boundary b : DeviceEnclosure {
        process gate   { safety_relevant: no, port lan : EthernetPort }
        process lax    { safety_relevant: yes, protections_kept: no }
        process firm   { safety_relevant: yes, controls: [guard_stays] }
        process unsaid { safety_relevant: yes }
        process other  { safety_relevant: yes, protections_kept: no }
        flow g1: gate -> lax    { carries: [a] }
        flow g2: gate -> firm   { carries: [a] }
        flow g3: gate -> unsaid { carries: [o] }
        flow g4: gate -> other  { carries: [m] }
    }
    control guard_stays : FixedProtection { status: verified }
    flow f1: server -> b.gate.lan over Https { carries: [a, o, m] }
    expect DOS15 @ b.lax    open
    expect DOS15 @ b.firm   mitigated
    expect DOS15 @ b.unsaid question
    expect DOS15 @ b.other  absent
    expect DOS15 @ b.gate   absent
}

rule DOS16 "{p} falls silent when a certificate, key or licence expires" : DenialOfService {
    for process p where (p.on_device)
    applies when   p.hinges_on_expiry
    mitigated when p.renews_credentials
    statement:  "Nobody attacks: on one day the certificates, keys or licences of {p} expire in all devices of a delivery, its connections are refused without a word, and alarms, data or paid functions are missing across the fleet."
    fix:        [CredentialRenewal]
    advice:     "Renew what expires well before its day, warn operator and manufacturer early, keep the clock right, and let no clinical function of {p} end with a date."
    violates:   [imdrf_n60.avail_2, imdrf_n60.maint_2]
    cwe:        [298, 324]
    catalogue:  ["D11"]
    fleet_wide: yes
}

test "D11, DOS16: certificates and licences that expire" {
    data m : Measurement
    data l : Licence
    external server
    boundary b : DeviceEnclosure {
        process blind   { renews_credentials: no, port lan : EthernetPort }
        process renewed { controls: [in_time], port lan : EthernetPort }
        process unsaid  { port lan : EthernetPort }
        process plain   { renews_credentials: no, port lan : EthernetPort }
    }
    control in_time : CredentialRenewal { status: verified }
    flow f1: b.blind.lan   -> server       over Https          { carries: [m] }
    flow f2: b.renewed.lan -> server       over Https          { carries: [m] }
    flow f3: server        -> b.unsaid.lan over ProprietaryTcp { carries: [l] }
    flow f4: b.plain.lan   -> server       over Hl7v2          { carries: [m] }
    expect DOS16 @ b.blind   open
    expect DOS16 @ b.renewed mitigated
    expect DOS16 @ b.unsaid  question
    expect DOS16 @ b.plain   absent
}

/// Malware as such is TAM10; here the well-meant tool does the harm.
rule DOS17 "Scanners, patches or tools of the hospital slow {p} down" : DenialOfService {
    for process p where (p.on_device)
    applies when   p is not UpdateAgent and p.operating_system == general_purpose and p.safety_relevant
    mitigated when p.application_control or p.isolated
    statement: "The operator installs anti-malware, patches or a monitoring agent on the computer of {p}, or scans it, and the tool takes processor time, blocks a file or restarts the system while {p} works for a patient."
    fix:       [ApplicationAllowList, Antimalware, Isolation]
    advice:    "State which products and patches are qualified for {p} and with which exclusions, keep all others from being installed, and reserve time and memory for the clinical function."
    violates:  [imdrf_n60.integ_3, imdrf_n60.maint_3]
    cwe:       [400]
    catalogue: ["D13"]
}

test "D13, DOS17: anti-malware on a device with a desktop system" {
    boundary b : DeviceEnclosure {
        process open_  : EmbeddedWindows { safety_relevant: yes, application_control: no, isolated: no }
        process closed : EmbeddedWindows { safety_relevant: yes, application_control: yes }
        process apart  : EmbeddedWindows { safety_relevant: yes, application_control: no, isolated: yes }
        process unsaid : EmbeddedWindows { safety_relevant: yes }
        process chip   : Rtos            { safety_relevant: yes, application_control: no, isolated: no }
        process viewer : EmbeddedWindows { safety_relevant: no, application_control: no, isolated: no }
    }
    expect DOS17 @ b.open_  open
    expect DOS17 @ b.closed mitigated
    expect DOS17 @ b.apart  mitigated
    expect DOS17 @ b.unsaid question
    expect DOS17 @ b.chip   absent
    expect DOS17 @ b.viewer absent
}
