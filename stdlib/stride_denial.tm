/// Denial of service on connections, at ports and in stores: something needed does not come, or not in time.
/// What stops the programs themselves is in `stride_denial_processes.tm`.

// ---------------------------------------------------------------- words of these rules

/// At least one end of the flow is a radio.
define flow.by_radio : bool =
    any p in union(self.source_ports, self.target_ports) where (known(p.medium) and p.medium == wireless)
/// Somebody counts on its arrival while a patient is being treated or watched.
define flow.counted_on : bool =
    self.essential
    or any d in self.carries where (
        d is ControlLoopMeasurement or d is Alarm or d is Heartbeat or d is TherapyCommand)
/// A login, a licence or a list of work that another system has to answer for.
define flow.asks_service : bool =
    self.source is IdentityProvider or self.target is IdentityProvider
    or any d in self.carries where (d is Licence or d is Worklist)
/// A chip behind a bus, which the ransomware of ordinary computers does not reach.
define store.behind_bus : bool = any f in self.flows where (f.chip_bus)

// ---------------------------------------------------------------- flows

rule DOS01 "Jamming of {f} while it is needed" : DenialOfService {
    for flow f where (f.overheard and f.by_radio)
    applies when   f.counted_on
    mitigated when f.fails_safe
    statement: "An attacker {f.exposure} jams the radio of {f}, or other transmitters drown it, and {f.target} goes without {f.carries} while a patient relies on it."
    fix:       [SafeFallback, LinkSupervision, IndependentAlarm]
    advice:    "Notice the loss of {f} in time, raise an alarm at the device, and go on safely without it; state in the instructions what works alone."
    violates:  [imdrf_n60.avail_1, imdrf_n60.avail_3]
    capec:     [601, 604]
    catalogue: ["D04"]
}

test "D04, DOS01: a radio link that closes a control loop is jammed" {
    data m : ControlLoopMeasurement
    data u : UsageData
    external sensor
    boundary b : DeviceEnclosure { process x { port rf : RfRadio } }
    flow needed:   sensor -> b.x.rf over ProprietaryRf { carries: [m], fails_safe: no }
    flow covered_: sensor -> b.x.rf over ProprietaryRf { carries: [m], fails_safe: yes }
    flow unsaid:   sensor -> b.x.rf over ProprietaryRf { carries: [m] }
    flow diary:    b.x.rf -> sensor over ProprietaryRf { carries: [u], fails_safe: no }
    flow cable:    sensor -> b.x                       { carries: [m], fails_safe: no }
    expect DOS01 @ needed   open
    expect DOS01 @ covered_ mitigated
    expect DOS01 @ unsaid   question
    expect DOS01 @ diary    absent
    expect DOS01 @ cable    absent
}

rule DOS10 "Loss of the connection for {f} while it is needed" : DenialOfService {
    for flow f where (f.overheard and not f.by_radio)
    applies when   f.counted_on or f.asks_service
    mitigated when f.fails_safe
    statement: "The network, a server or the service behind {f} fails, or an attacker {f.exposure} blocks it, and {f.source} and {f.target} are without {f.carries} while a patient is being treated."
    fix:       [SafeFallback, LinkSupervision, IndependentAlarm]
    advice:    "State what works without {f}, keep the last valid answer (logins, licences, lists) for a limited time, show the loss, and let treatment and local alarms go on."
    violates:  [imdrf_n60.avail_2, imdrf_n60.avail_3]
    cwe:       [755]
    capec:     [603]
    catalogue: ["D09"]
}

test "D09, DOS10: network, directory or licence service fails" {
    data al : Alarm
    data k  : Credential
    data l  : Licence
    data u  : UsageData
    external station
    external staff : IdentityProvider
    external cloud : CloudService
    boundary b : DeviceEnclosure { process x { port lan : EthernetPort, port wifi : WifiRadio } }
    flow needed:   b.x.lan  -> station            { carries: [al], fails_safe: no }
    flow login_:   b.x.lan  <-> staff  over Ldaps { carries: [k], fails_safe: no }
    flow option_:  cloud    -> b.x.lan over Https { carries: [l], fails_safe: no }
    flow vital:    cloud    -> b.x.lan over Https { carries: [u], essential: yes, fails_safe: no }
    flow covered_: b.x.lan  -> station            { carries: [al], fails_safe: yes }
    flow unsaid:   b.x.lan  <-> staff  over Ldaps { carries: [k] }
    flow diary:    b.x.lan  -> cloud   over Https { carries: [u], fails_safe: no }
    flow air:      b.x.wifi -> station            { carries: [al], fails_safe: no }
    expect DOS10 @ needed   open
    expect DOS10 @ login_   open
    expect DOS10 @ option_  open
    expect DOS10 @ vital    open
    expect DOS10 @ covered_ mitigated
    expect DOS10 @ unsaid   question
    expect DOS10 @ diary    absent
    expect DOS10 @ air      absent
}

rule DOS02 "False alarms on {f} bury the real one" : DenialOfService {
    for flow f where (f.overheard)
    applies when   not f.steers and any d in f.carries where (d is Alarm)
    mitigated when f.authentication in [source, mutual]
    statement: "An attacker {f.exposure} floods {f.target} with false alarms in the name of {f.source}, until whoever is to answer them no longer reacts to the genuine ones."
    fix:       [MutualTls, SignedMessages, BleSecureConnections]
    advice:    "Accept alarms on {f} from authenticated senders only, limit their rate for each sender, and keep the highest priority visible."
    violates:  [imdrf_n60.avail_1, imdrf_n60.comm_5]
    cwe:       [799, 770]
    capec:     [125]
    emb3d:     [406]
    catalogue: ["D15"]
}

test "D15, DOS02: alarms from senders that nobody has authenticated" {
    data al : Alarm
    data t  : TechnicalData
    external station
    boundary b { device: yes
        process x { port p }
    }
    flow bare:   b.x.p -> station { carries: [al], authentication: none }
    flow proved: b.x.p -> station { carries: [al], authentication: mutual }
    flow unsaid: b.x.p -> station { carries: [al] }
    flow state:  b.x.p -> station { carries: [t], authentication: none }
    expect DOS02 @ bare   open
    expect DOS02 @ proved mitigated
    expect DOS02 @ unsaid question
    expect DOS02 @ state  absent
}

// ---------------------------------------------------------------- ports and housings

rule DOS03 "A flood or a scan at {p} stalls {p.owner}" : DenialOfService {
    for port p where (p.on_device and p.used)
    applies when   any m in p.offers where (m in [ip, cellular])
    mitigated when p.rate_limited
    statement: "An attacker {p.exposure}, or a vulnerability scanner of the network's own operator, sends so much to {p} that {p.owner} no longer keeps up with its messages and with its other work."
    fix:       [RateLimiting, HostFirewall]
    advice:    "Drop traffic beyond a budget early, serve the network apart from the therapy, and test {p} with scanners and load."
    violates:  [imdrf_n60.avail_1, imdrf_n60.avail_2]
    cwe:       [400, 410]
    capec:     [125]
    emb3d:     [405, 404]
    catalogue: ["D01"]
}

test "D01, DOS03: network ports withstand a flood or a scan" {
    data m : Measurement
    external server
    boundary b : DeviceEnclosure {
        process x {
            port weak    : EthernetPort { rate_limited: no }
            port strong  : EthernetPort { rate_limited: yes }
            port unsaid  : WifiRadio
            port serial_ : Rs232Port    { rate_limited: no }
            port idle    : EthernetPort { rate_limited: no }
        }
    }
    flow f1: b.x.weak    -> server { carries: [m] }
    flow f2: b.x.strong  -> server { carries: [m] }
    flow f3: b.x.unsaid  -> server { carries: [m] }
    flow f4: b.x.serial_ -> server { carries: [m] }
    expect DOS03 @ b.x.weak    open
    expect DOS03 @ b.x.strong  mitigated
    expect DOS03 @ b.x.unsaid  question
    expect DOS03 @ b.x.serial_ absent
    expect DOS03 @ b.x.idle    absent
}

/// One fact of the housing, not one of each socket.
rule DOS11 "A short circuit, a surge or a torn cable at the outside of {b} stops the device" : DenialOfService {
    for boundary b where (b.device and b is not ImplantedDevice)
    applies when
        any p in b.contents where (p.pluggable)
    mitigated when b.abuse_protected
    statement: "Somebody beside {b} plugs a prepared gadget or a wrong supply into one of its sockets, tears a cable out or shorts the contacts, in anger or by mistake, and the damage reaches what the patient depends on."
    fix:       [PortHardening]
    advice:    "Isolate and limit each outside connector of {b}, relieve cables of strain, cover what is not in use, and let a fault of one connector stay there."
    violates:  [imdrf_n60.phys_1, imdrf_n60.avail_2]
    cwe:       [1384]
    capec:     [547]
    emb3d:     [118]
    catalogue: ["D14"]
}

test "D14, DOS11: connectors and supply open to abuse" {
    boundary frail : DeviceEnclosure {
        abuse_protected: no
        process x { port mains : PowerInlet, port usb : UsbHost }
    }
    boundary robust : DeviceEnclosure {
        controls: [isolated_sockets]
        process x { port mains : PowerInlet }
    }
    boundary unsaid : DeviceEnclosure { process x { port contacts : ChargingContacts } }
    boundary smooth : WearableDevice {
        abuse_protected: no
        process x {
            port ble : BleRadio
            port swd : Swd
        }
    }
    control isolated_sockets : PortHardening { status: verified }
    expect DOS11 @ frail  open
    expect DOS11 @ robust mitigated
    expect DOS11 @ unsaid question
    expect DOS11 @ smooth absent
}

// ---------------------------------------------------------------- stores

/// What it keeps that treatment cannot do without, for statements to name.
define store.needed_for_care : list of data =
    each d in self.holds where (
        d is SafetyParameters or d is DiagnosticData or d is Order or d is TherapyRecord or d is PatientIdentity)

rule DOS09 "Ransomware makes the content of {s} unusable" : DenialOfService {
    for store s where (not s.copies_log)
    applies when
        not s.behind_bus
        and any d in s.holds where (
            d is SafetyParameters or d is DiagnosticData or d is Order or d is TherapyRecord or d is PatientIdentity)
    mitigated when s.backed_up
    statement:     "Ransomware that came in with an update, a stick or a mail, or an attacker {s.exposure}, encrypts or wipes {s}, and treatment goes on without {s.needed_for_care}, or not at all."
    fix:           [Backup]
    advice:        "Keep a copy of {s} that cannot be reached from it, try the restore, and describe how to work meanwhile."
    violates:      [imdrf_n60.integ_3, imdrf_n60.avail_3, imdrf_n60.avail_4]
    cwe:           [829, 693]
    capec:         [542]
    emb3d:         [302, 218]
    preconditions: [foothold]
    catalogue:     ["D06"]
}

test "D06, DOS09: ransomware on a workstation and no copy" {
    data s : TherapySettings
    data u : UsageData
    process workstation : DesktopApp
    process chip        : Firmware { operating_system: none }
    store only              { holds: [s], backed_up: no }
    store copied            { holds: [s], backed_up: yes }
    store unsaid            { holds: [s] }
    store diary             { holds: [u], backed_up: no }
    store bare : FlashStore { holds: [s], backed_up: no }
    flow f1: workstation <-> only          { carries: [s] }
    flow f2: workstation <-> copied        { carries: [s] }
    flow f3: workstation <-> unsaid        { carries: [s] }
    flow f4: workstation <-> diary         { carries: [u] }
    flow f5: chip        <-> bare over Spi { carries: [s] }
    expect DOS09 @ only   open
    expect DOS09 @ copied mitigated
    expect DOS09 @ unsaid question
    expect DOS09 @ diary  absent
    expect DOS09 @ bare   absent
}
