/// Tampering with what is sent, kept and measured, and with the ports through which one gets at it.

// ---------------------------------------------------------------- flows

rule TAM01 "Commands or settings altered on {f}" : Tampering {
    for flow f where (f.exposed)
    applies when   f.steers
    mitigated when f.integrity_protected
    statement: "An attacker {f.exposure} changes {f.carries.steering} on their way between {f.source} and {f.target}; the receiver takes them for genuine, and the patient is treated or watched by what nobody ordered."
    fix:       [MutualTls, SignedMessages, BleSecureConnections]
    advice:    "Protect {f} end to end with authenticated encryption or a message authentication code, and read set values back for confirmation. Sign libraries and protocols that many devices use."
    violates:  [imdrf_n60.comm_4]
    cwe:       [924, 353]
    capec:     [94, 216]
    emb3d:     [406]
    catalogue: ["T01"]
}

test "T01, TAM01: commands and settings arrive unchanged" {
    data s : TherapySettings
    data l : DrugLibrary
    data m : Measurement
    process a
    boundary b { process x { port p } }
    flow bare:    a -> b.x.p { carries: [s], integrity_protected: no }
    flow library: a -> b.x.p { carries: [l], integrity_protected: no }
    flow guarded: a -> b.x.p { carries: [s], integrity_protected: yes }
    flow unsaid:  a -> b.x.p { carries: [s] }
    flow reading: a -> b.x.p { carries: [m], integrity_protected: no }
    expect TAM01 @ bare    open
    expect TAM01 @ library open
    expect TAM01 @ guarded mitigated
    expect TAM01 @ unsaid  question
    expect TAM01 @ reading absent
}

/// Configuration that travels beside commands or settings is judged with them.
rule TAM14 "Configuration altered on {f}" : Tampering {
    for flow f where (f.exposed and not f.steers)
    applies when   any d in f.carries where (d is Configuration)
    mitigated when f.integrity_protected
    statement: "An attacker {f.exposure} changes the configuration that travels between {f.source} and {f.target}; the receiver then trusts other peers, accounts or options than its operator chose."
    fix:       [MutualTls, SignedMessages, MessageAuthentication]
    advice:    "Protect {f} against modification end to end, and show the operator the configuration in force."
    violates:  [imdrf_n60.comm_4]
    cwe:       [924, 353]
    capec:     [94, 216]
    emb3d:     [406]
    catalogue: ["T01"]
}

test "T01, TAM14: configuration arrives unchanged" {
    data c : NetworkConfiguration
    data s : TherapySettings
    data t : TechnicalData
    process a
    boundary b { process x { port p } }
    flow bare:    a -> b.x.p { carries: [c], integrity_protected: no }
    flow guarded: a -> b.x.p { carries: [c], integrity_protected: yes }
    flow unsaid:  a -> b.x.p { carries: [c] }
    flow mixed:   a -> b.x.p { carries: [c, s], integrity_protected: no }
    flow state:   a -> b.x.p { carries: [t], integrity_protected: no }
    expect TAM14 @ bare    open
    expect TAM14 @ guarded mitigated
    expect TAM14 @ unsaid  question
    expect TAM14 @ mixed   absent
    expect TAM14 @ state   absent
}

rule TAM02 "A recorded command is replayed on {f}" : Tampering {
    for flow f where (f.exposed)
    applies when   any d in f.carries where (d is Command)
    mitigated when f.replay_protected
    statement: "An attacker {f.exposure} records {f.carries.steering} sent by {f.source} and sends the same again later; {f.target} carries out a genuine message a second time."
    fix:       [AntiReplay, MutualTls]
    advice:    "Bind a counter, nonce or time window into each authenticated message on {f}, and keep sessions short."
    violates:  [imdrf_n60.comm_7, imdrf_n60.data_3]
    cwe:       [294]
    capec:     [60]
    emb3d:     [407, 221]
    catalogue: ["T02"]
}

test "T02, TAM02: commands cannot be repeated" {
    data d : TherapyCommand
    data s : TherapySettings
    process a
    boundary b { process x { port p } }
    flow bare:    a -> b.x.p { carries: [d], replay_protected: no }
    flow guarded: a -> b.x.p { carries: [d], replay_protected: yes }
    flow unsaid:  a -> b.x.p { carries: [d] }
    flow values:  a -> b.x.p { carries: [s], replay_protected: no }
    expect TAM02 @ bare    open
    expect TAM02 @ guarded mitigated
    expect TAM02 @ unsaid  question
    expect TAM02 @ values  absent
}

rule TAM03 "An alarm is suppressed or altered on {f}" : Tampering {
    for flow f where (f.exposed)
    applies when   not f.steers and any d in f.carries where (d is Alarm or d is Heartbeat)
    mitigated when f.integrity_protected
    statement: "An attacker {f.exposure} drops, delays or rewrites alarms or signs of life between {f.source} and {f.target}; {f.target} has nothing to show or to pass on, and nobody comes to the patient."
    fix:       [MutualTls, MessageAuthentication]
    advice:    "Keep the primary alarm at the device, authenticate alarms and signs of life on {f}, and raise an alarm at {f.target} when they stay away."
    violates:  [imdrf_n60.comm_4, imdrf_n60.avail_1]
    cwe:       [924, 345]
    capec:     [94, 603]
    emb3d:     [406]
    catalogue: ["T18"]
}

test "T18, TAM03: alarms reach the central station unchanged" {
    data al : Alarm
    data m  : Measurement
    process station : CentralStation
    boundary b { process x { port p } }
    flow bare:    b.x.p -> station.api { carries: [al], integrity_protected: no }
    flow guarded: b.x.p -> station.api { carries: [al], integrity_protected: yes }
    flow unsaid:  b.x.p -> station.api { carries: [al] }
    flow contact: b.x.p -> station     { carries: [al], integrity_protected: no, signal_only: yes }
    flow reading: b.x.p -> station.api { carries: [m], integrity_protected: no }
    expect TAM03 @ bare    open
    expect TAM03 @ guarded mitigated
    expect TAM03 @ unsaid  question
    expect TAM03 @ contact absent
    expect TAM03 @ reading absent
}

/// Only lines inside a zone that the model says can be touched (`reach: physical` or more): an enclosed bus is left alone.
rule TAM04 "A device spliced into {f} changes what {f.target} is told" : Tampering {
    for flow f where (
        not f.crosses and not f.with_person
        and not f.signal_only
        and known(f.reach) and f.reach >= physical)
    applies when   f.steers or any d in f.carries where (d is ControlLoopMeasurement)
    mitigated when f.integrity_protected
    statement:     "An attacker {f.exposure} splices a circuit into the line of {f} between {f.source} and {f.target} and inserts or changes {f.carries.steering}, which {f.target} obeys."
    fix:           [MessageAuthentication]
    advice:        "Authenticate messages on the line, or move it and the safety loop inside a sealed part of the enclosure."
    preconditions: [equipment]
    violates:      [imdrf_n60.phys_1, imdrf_n60.comm_4]
    cwe:           [924, 319]
    capec:         [401]
    emb3d:         [106, 114]
    catalogue:     ["T16"]
}

test "T16, TAM04: cables and buses that can be touched" {
    data s : TherapySettings
    data r : ControlLoopMeasurement
    data t : TechnicalData
    boundary b {
        process x { port px : CanPort }
        process y { port py : CanPort }
        flow cable:   x.px -> y.py over Can { carries: [s], reach: physical, integrity_protected: no }
        flow loop:    x.px -> y.py over Can { carries: [r], reach: physical, integrity_protected: no }
        flow guarded: x.px -> y.py over Can { carries: [s], reach: physical, integrity_protected: yes }
        flow unsaid:  x.px -> y.py over Can { carries: [s], reach: physical }
        flow state:   x.px -> y.py over Can { carries: [t], reach: physical, integrity_protected: no }
        flow trace:   x    -> y             { carries: [s], integrity_protected: no }
    }
    expect TAM04 @ b.cable   open
    expect TAM04 @ b.loop    open
    expect TAM04 @ b.guarded mitigated
    expect TAM04 @ b.unsaid  question
    expect TAM04 @ b.state   absent
    expect TAM04 @ b.trace   absent
}

/// The last leg to the device answers for all the places before it: only the author's signature holds over all of them.
/// What it carries that somebody writes and releases for devices, for statements to name.
define flow.released : list of data =
    each d in self.carries where (d is DrugLibrary or d is TreatmentPlan or d is AlarmProfile or d is SafetyLimits)

rule TAM15 "A forgery of {f.released} comes to the device by {f}" : Tampering {
    for flow f where (f.exposed and (f.target.on_device and not f.source.on_device or f.two_way and f.source.on_device and not f.target.on_device))
    applies when   any d in f.carries where (d is DrugLibrary or d is TreatmentPlan or d is AlarmProfile or d is SafetyLimits)
    mitigated when f.signed
    statement:     "An attacker with a foothold at whoever writes, releases or keeps {f.released} puts a forgery in its place before it enters {f}; {f.source} and {f.target} may well prove who they are, and still every device served in this way treats or warns by the forgery."
    fix:           [SignedMessages]
    advice:        "Have {f.released} signed, with version and device type, by those who release it and after a second person has looked; verify the signature on the device, and keep hard limits there that nothing received can lift."
    preconditions: [foothold]
    violates:      [imdrf_n60.comm_4, imdrf_n60.integ_2]
    cwe:           [345, 494]
    capec:         [536]
    emb3d:         [406, 108]
    catalogue:     ["T08"]
    fleet_wide:    yes
}

test "T08, TAM15: libraries are signed where they are released" {
    data l : DrugLibrary
    data p : TreatmentPlan
    data s : TherapySettings
    external server : HospitalServer
    boundary pump : DeviceEnclosure {
        process x { port lan : EthernetPort }
        boundary part : CircuitBoard { process y }
    }
    flow bare:    server.api -> pump.x.lan  { carries: [l], integrity_protected: yes, signed: no }
    flow fetched: pump.x.lan <-> server.api { carries: [p], integrity_protected: yes, signed: no }
    flow guarded: server.api -> pump.x.lan  { carries: [l], signed: yes }
    flow unsaid:  server.api -> pump.x.lan  { carries: [l] }
    flow setting: server.api -> pump.x.lan  { carries: [s], signed: no }
    flow upload:  pump.x.lan -> server.api  { carries: [l], signed: no }
    flow inside:  pump.x     -> pump.part.y { carries: [l], signed: no }
    expect TAM15 @ inside  absent
    expect TAM15 @ bare    open
    expect TAM15 @ fetched open
    expect TAM15 @ guarded mitigated
    expect TAM15 @ unsaid  question
    expect TAM15 @ setting absent
    expect TAM15 @ upload  absent
}

// ---------------------------------------------------------------- ports

rule TAM05 "Memory of {p.owner} read and rewritten through {p}" : Tampering {
    for port p where (p.on_device)
    applies when   p.debugging
    mitigated when p.locked or p.default == removed
    statement:     "An attacker {p.exposure} connects a debug probe to {p}, reads program and secrets of {p.owner} out of its memory and rewrites them, limits and checks included."
    fix:           [DebugLock, RemovedPort]
    advice:        "Fuse or lock {p} in production, or open it only with a cryptographic unlock per device; remove the connector and make opening the device visible."
    preconditions: [equipment]
    violates:      [imdrf_n60.phys_2, imdrf_n60.phys_3]
    cwe:           [1191, 1244]
    capec:         [121, 401]
    emb3d:         [115, 116, 119]
    catalogue:     ["T09"]
}

test "T09, TAM05: debug ports count though nothing is connected" {
    boundary b { device: yes
        process x {
            port open_  : Jtag        { locked: no, default: enabled }
            port fused  : Swd         { locked: yes }
            port gone   : DebugHeader { default: removed }
            port unsaid : UartConsole
            port ordinary             { locked: no, default: enabled }
        }
    }
    process bench { port jtag : Jtag { locked: no, default: enabled } }
    expect TAM05 @ b.x.open_    open
    expect TAM05 @ b.x.fused    mitigated
    expect TAM05 @ b.x.gone     mitigated
    expect TAM05 @ b.x.unsaid   question
    expect TAM05 @ b.x.ordinary absent
    expect TAM05 @ bench.jtag   absent
}

rule TAM06 "A manipulated stick, card or gadget at {p}" : Tampering {
    for port p where (p.on_device and p.used)
    applies when   p.takes_media
    mitigated when p.content_checked
    statement: "An attacker {p.exposure} plugs a prepared medium, or a gadget that claims to be a keyboard or network card, into {p}, or prepares the one that a user will plug in; {p.owner} runs or believes what it brings."
    fix:       [MediaAllowList]
    advice:    "Allow only the device classes and file types that {p} is for, check files before use, start nothing by itself, and let the operator switch {p} off."
    violates:  [imdrf_n60.phys_2, imdrf_n60.integ_3]
    cwe:       [1299, 829]
    capec:     [457]
    emb3d:     [111]
    catalogue: ["T10"]
}

test "T10, TAM06: removable media" {
    data d : FirmwarePackage
    actor tech
    boundary b { device: yes
        process x {
            port any_   : UsbHost      { content_checked: no }
            port strict : UsbHost      { content_checked: yes }
            port unsaid : SdSlot
            port lan    : EthernetPort { content_checked: no }
            port idle   : UsbHost      { content_checked: no }
        }
    }
    flow f1: tech -> b.x.any_   { carries: [d] }
    flow f2: tech -> b.x.strict { carries: [d] }
    flow f3: tech -> b.x.unsaid { carries: [d] }
    flow f4: tech -> b.x.lan    { carries: [d] }
    expect TAM06 @ b.x.any_   open
    expect TAM06 @ b.x.strict mitigated
    expect TAM06 @ b.x.unsaid question
    expect TAM06 @ b.x.lan    absent
    expect TAM06 @ b.x.idle   absent
}

rule TAM27 "A false signal at {p} passes for the patient's" : Tampering {
    for port p where (p.on_device and p.senses)
    applies when   p.owner.safety_relevant and any d in p.carries where (d is Measurement)
    mitigated when p.cross_checked
    statement: "An attacker {p.exposure} couples radio waves, light, sound or a small generator into the sensor line at {p}; {p.owner} takes the false {p.carries.result} for the patient's own, and the therapy follows them."
    fix:       [DiverseSensing]
    advice:    "Shield and filter what comes in at {p}, compare it with a second sensor of another kind and with what the body can do, and choose the safe state when they disagree."
    violates:  [imdrf_n60.comm_2, imdrf_n60.avail_2]
    cwe:       [807, 1384]
    capec:     [148]
    catalogue: ["T23"]
}

test "T23, TAM27: sensors at the patient" {
    data m : Measurement
    external electrode : Accessory
    boundary b : DeviceEnclosure {
        process pacer {
            safety_relevant: yes
            port single : SensorConnector { cross_checked: no }
            port double : SensorConnector { cross_checked: yes }
            port unsaid : SensingLead
            port idle   : SensorConnector { cross_checked: no }
            port lan    : EthernetPort    { cross_checked: no }
        }
        process diary { safety_relevant: no, port count_ : SensorConnector { cross_checked: no } }
    }
    flow f1: electrode -> b.pacer.single { carries: [m] }
    flow f2: electrode -> b.pacer.double { carries: [m] }
    flow f3: electrode -> b.pacer.unsaid { carries: [m] }
    flow f4: electrode -> b.pacer.lan    { carries: [m] }
    flow f5: electrode -> b.diary.count_ { carries: [m] }
    expect TAM27 @ b.pacer.single open
    expect TAM27 @ b.pacer.double mitigated
    expect TAM27 @ b.pacer.unsaid question
    expect TAM27 @ b.pacer.idle   absent
    expect TAM27 @ b.pacer.lan    absent
    expect TAM27 @ b.diary.count_ absent
}

// ---------------------------------------------------------------- processes

/// A sensor inside the device; one with a connector of its own is judged there.
rule TAM28 "{p} measures a false signal" : Tampering {
    for process p where (p.on_device and p.senses and not any q in p.ports where (q.senses))
    applies when   p.safety_relevant
    mitigated when p.cross_checked
    statement: "An attacker close to the device makes the sensor behind {p} measure radio waves, sound, light or vibration of their own instead of what it is for; {p} reports values that never were, and the therapy or the alarm follows them."
    fix:       [DiverseSensing]
    advice:    "Shield and filter the sensor behind {p}, compare it with a second one of another kind and with what is plausible, and choose the safe state when they disagree."
    violates:  [imdrf_n60.comm_2, imdrf_n60.avail_2]
    cwe:       [807, 1384]
    capec:     [148]
    catalogue: ["T23"]
}

test "T23, TAM28: sensors inside the device" {
    boundary b : DeviceEnclosure {
        process single : SensorFirmware { safety_relevant: yes, cross_checked: no }
        process double : SensorFirmware { safety_relevant: yes, cross_checked: yes }
        process unsaid : SensorFirmware { safety_relevant: yes }
        process lamp   : SensorFirmware { safety_relevant: no, cross_checked: no }
        process plain  : Firmware       { safety_relevant: yes, cross_checked: no }
        process wired  : SensorFirmware { safety_relevant: yes, cross_checked: no, port plug : SensorConnector }
    }
    expect TAM28 @ b.single open
    expect TAM28 @ b.double mitigated
    expect TAM28 @ b.unsaid question
    expect TAM28 @ b.lamp   absent
    expect TAM28 @ b.plain  absent
    expect TAM28 @ b.wired  absent
}

/// What a person enters counts where it has become a setting or a command.
rule TAM11 "{p} obeys values that are unsafe for the patient" : Tampering {
    for process p
    applies when
        p.safety_relevant
        and any f in p.inbound where (
            any d in f.carries where (d is SafetyParameters or d is ControlLoopMeasurement or d is Command and d is not OperatorInput))
    mitigated when p.enforces_limits
    statement: "An attacker {p.exposure}, or a sender already taken over, gives {p} well-formed but dangerous {p.inbound.carries.steering} (out of range, in another unit, in the wrong order), and {p} passes them on to the patient."
    fix:       [HardLimits]
    advice:    "Check range, unit, sequence and rate of every input in {p}, internal ones too, against hard limits that no sender can lift."
    violates:  [imdrf_n60.comm_2]
    cwe:       [1284, 20]
    capec:     [153]
    catalogue: ["T12"]
}

test "T12, TAM11: hard limits hold whatever the sender asks for" {
    data s : TherapySettings
    data r : ControlLoopMeasurement
    data o : OperatorInput
    data t : TechnicalData
    boundary b {
        process app
        process pager  { safety_relevant: yes, enforces_limits: no }
        process obeys  { safety_relevant: yes, enforces_limits: no }
        process closed { safety_relevant: yes, enforces_limits: no }
        process limits { safety_relevant: yes, enforces_limits: yes }
        process unsaid { safety_relevant: yes }
        process lamp   { safety_relevant: no, enforces_limits: no }
        process status { safety_relevant: yes, enforces_limits: no }
        flow f1: app -> obeys  { carries: [s] }
        flow f2: app -> limits { carries: [s] }
        flow f3: app -> unsaid { carries: [s] }
        flow f4: app -> lamp   { carries: [s] }
        flow f5: app -> status { carries: [t] }
        flow f6: app -> closed { carries: [r] }
        flow f7: app -> pager  { carries: [o] }
    }
    expect TAM11 @ b.obeys  open
    expect TAM11 @ b.closed open
    expect TAM11 @ b.limits mitigated
    expect TAM11 @ b.unsaid question
    expect TAM11 @ b.lamp   absent
    expect TAM11 @ b.status absent
    expect TAM11 @ b.pager  absent
}

// ---------------------------------------------------------------- stores

/// Calibration, models and results have rules of their own, because something else happens to the patient.
rule TAM13 "Settings, limits or plans altered in {s}" : Tampering {
    for store s
    applies when   any d in s.holds where (d is SafetyParameters and d is not Calibration and d is not TrainedModel)
    mitigated when s.integrity_protected
    statement:     "An attacker {s.exposure} gains write access to {s} and changes the {s.holds.steering} in it; whatever reads them from {s} treats or warns by values that nobody has set."
    fix:           [IntegrityProtectedStorage]
    advice:        "Protect {s.holds.steering} in {s} with a signature or message authentication code, checked at the start and before use; write through one guarded role, and keep safety parameters twice."
    preconditions: [foothold]
    violates:      [imdrf_n60.integ_2, imdrf_n60.data_1]
    cwe:           [732, 1282, 345]
    capec:         [176, 536]
    emb3d:         [108]
    catalogue:     ["T07", "T08"]
}

test "T07, TAM13: settings and limits at rest" {
    data s : TherapySettings
    data l : SafetyLimits
    data u : UsageData
    store loose   { holds: [s], integrity_protected: no }
    store limits  { holds: [l], integrity_protected: no }
    store guarded { holds: [s], integrity_protected: yes }
    store unsaid  { holds: [s] }
    store diary   { holds: [u], integrity_protected: no }
    expect TAM13 @ loose   open
    expect TAM13 @ limits  open
    expect TAM13 @ guarded mitigated
    expect TAM13 @ unsaid  question
    expect TAM13 @ diary   absent
}

test "T08, TAM13: drug libraries where they are kept for distribution" {
    data l : DrugLibrary
    data r : AuditRecord
    boundary centre : HospitalDataCentre {
        store loose   { holds: [l], integrity_protected: no }
        store guarded { holds: [l], integrity_protected: yes }
        store unsaid  { holds: [l] }
        store journal { holds: [r], integrity_protected: no }
    }
    expect TAM13 @ centre.loose   open
    expect TAM13 @ centre.guarded mitigated
    expect TAM13 @ centre.unsaid  question
    expect TAM13 @ centre.journal absent
}

rule TAM19 "Calibration altered in {s}" : Tampering {
    for store s
    applies when   any d in s.holds where (d is Calibration)
    mitigated when s.integrity_protected
    statement:     "An attacker {s.exposure}, or somebody in a service mode they should not have, writes other constants into {s}; every value measured or delivered by them is wrong in the same way, and no comparison inside the device shows it."
    fix:           [IntegrityProtectedStorage]
    advice:        "Sign or authenticate the calibration in {s}, let only a service role with a strong login write it, and test against an independent reference at every start."
    preconditions: [foothold]
    violates:      [imdrf_n60.auth_2, imdrf_n60.integ_2]
    cwe:           [15, 862]
    capec:         [176]
    emb3d:         [108, 224]
    catalogue:     ["T19"]
}

test "T19, TAM19: calibration at rest" {
    data c : Calibration
    data s : TherapySettings
    store loose   : Eeprom { holds: [c], integrity_protected: no }
    store guarded : Eeprom { holds: [c], integrity_protected: yes }
    store unsaid  : Eeprom { holds: [c] }
    store setting : Eeprom { holds: [s], integrity_protected: no }
    expect TAM19 @ loose   open
    expect TAM19 @ guarded mitigated
    expect TAM19 @ unsaid  question
    expect TAM19 @ setting absent
    expect TAM13 @ loose   absent
}

rule TAM20 "Results altered in {s}" : Tampering {
    for store s
    applies when   any d in s.holds where (d is DiagnosticData or d is Measurement or d is TherapyRecord)
    mitigated when s.integrity_protected
    statement:     "An attacker {s.exposure} gains write access to {s} and changes, adds or removes {s.holds.result}; whoever reads them judges the patient falsely and treats accordingly."
    fix:           [IntegrityProtectedStorage]
    advice:        "Sign or chain what is written to {s} and show readers its origin; let each role write only what it produces."
    preconditions: [foothold]
    violates:      [imdrf_n60.data_1, imdrf_n60.integ_1]
    cwe:           [345, 732]
    capec:         [176]
    emb3d:         [108]
    catalogue:     ["T17"]
}

test "T17, TAM20: images and results at rest" {
    data i : MedicalImage
    data w : Waveform
    data u : UsageData
    store images  { holds: [i], integrity_protected: no }
    store curves  { holds: [w], integrity_protected: no }
    store guarded { holds: [i], integrity_protected: yes }
    store unsaid  { holds: [i] }
    store diary   { holds: [u], integrity_protected: no }
    expect TAM20 @ images  open
    expect TAM20 @ curves  open
    expect TAM20 @ guarded mitigated
    expect TAM20 @ unsaid  question
    expect TAM20 @ diary   absent
}
