/// Tampering: somebody changes what is sent, kept or executed.

// ---------------------------------------------------------------- flows

rule TAM01 "Commands or settings altered on {f}" : Tampering {
    for flow f where (f.exposed)
    applies when   f.steers
    mitigated when f.integrity_protected
    statement: "An attacker {f.exposure} changes {f.carries} on the way from {f.source} to {f.target}, so that the patient gets too much, too little or the wrong thing."
    fix:       [MutualTls, SignedMessages, BleSecureConnections]
    advice:    "Protect {f} end to end with authenticated encryption or a message authentication code, and read set values back for confirmation. Sign libraries and protocols that many devices use."
    violates:  [imdrf_n60.comm_4]
    cwe:       [924, 353]
    capec:     [94, 216]
    emb3d:     [406]
}

test "TAM01: commands and settings arrive unchanged" {
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

rule TAM02 "A recorded command is replayed on {f}" : Tampering {
    for flow f where (f.exposed)
    applies when   any d in f.carries where (d is Command)
    mitigated when f.replay_protected
    statement: "An attacker {f.exposure} records {f.carries} sent by {f.source} and sends it again later; {f.target} carries out a genuine command a second time."
    fix:       [AntiReplay, MutualTls]
    advice:    "Bind a counter, nonce or time window into each authenticated message on {f}, and keep sessions short."
    violates:  [imdrf_n60.comm_7, imdrf_n60.data_3]
    cwe:       [294]
    capec:     [60]
    emb3d:     [407, 221]
}

test "TAM02: commands cannot be repeated" {
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
    statement: "An attacker {f.exposure} drops, delays or rewrites {f.carries} between {f.source} and {f.target}, and nobody comes to the patient."
    fix:       [MutualTls, MessageAuthentication]
    advice:    "Keep the primary alarm at the device, authenticate alarms and signs of life on {f}, and raise an alarm at {f.target} when they stay away."
    violates:  [imdrf_n60.comm_4, imdrf_n60.avail_1]
    cwe:       [924, 345]
    capec:     [94, 603]
    emb3d:     [406]
}

test "TAM03: alarms arrive unchanged" {
    data al : Alarm
    data m  : Measurement
    external station
    boundary b { process x { port p } }
    flow bare:    b.x.p -> station { carries: [al], integrity_protected: no }
    flow guarded: b.x.p -> station { carries: [al], integrity_protected: yes }
    flow contact: b.x.p -> station { carries: [al], integrity_protected: no, signal_only: yes }
    flow reading: b.x.p -> station { carries: [m], integrity_protected: no }
    flow unsaid:  b.x.p -> station { carries: [al] }
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
    applies when   f.steers
    mitigated when f.integrity_protected
    statement: "An attacker {f.exposure} taps the line of {f} between {f.source} and {f.target} and inserts or changes {f.carries}."
    fix:       [MessageAuthentication]
    advice:    "Authenticate messages on the line, or move it and the safety loop inside a sealed part of the enclosure."
    violates:  [imdrf_n60.phys_1, imdrf_n60.comm_4]
    cwe:       [924, 319]
    capec:     [401]
    emb3d:     [106, 114]
}

test "TAM04: lines that can be touched" {
    data s : TherapySettings
    boundary b {
        process x
        process y
        flow cable:   x -> y { carries: [s], reach: physical, integrity_protected: no }
        flow guarded: x -> y { carries: [s], reach: physical, integrity_protected: yes }
        flow trace:   x -> y { carries: [s], integrity_protected: no }
        flow unsaid:  x -> y { carries: [s], reach: physical }
    }
    expect TAM04 @ b.cable   open
    expect TAM04 @ b.guarded mitigated
    expect TAM04 @ b.trace   absent
    expect TAM04 @ b.unsaid  question
}

// ---------------------------------------------------------------- ports

rule TAM05 "Memory of {p.owner} read and rewritten through {p}" : Tampering {
    for port p where (p.on_device)
    applies when   p.debugging
    mitigated when p.locked or p.default == removed
    statement: "An attacker {p.exposure} connects a debug probe to {p}, reads program and secrets of {p.owner} out of its memory and rewrites them, limits and checks included."
    fix:       [DebugLock, RemovedPort]
    advice:    "Fuse or lock {p} in production, or open it only with a cryptographic unlock per device; remove the connector and make opening the device visible."
    violates:  [imdrf_n60.phys_2, imdrf_n60.phys_3]
    cwe:       [1191, 1244]
    capec:     [121, 401]
    emb3d:     [115, 116, 119]
}

test "TAM05: debug ports count though nothing is connected" {
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
    statement: "An attacker {p.exposure} plugs a prepared medium, or a gadget that claims to be a keyboard or network card, into {p} and brings code or files into {p.owner} beside the expected {p.carries}."
    fix:       [MediaAllowList]
    advice:    "Allow only the device classes and file types that {p} is for, check files before use, start nothing by itself, and let the operator switch {p} off."
    violates:  [imdrf_n60.phys_2, imdrf_n60.integ_3]
    cwe:       [1299, 829]
    capec:     [457]
    emb3d:     [111]
}

test "TAM06: removable media" {
    data d : FirmwarePackage
    actor tech
    boundary b { device: yes
        process x {
            port any_   { offers: [usb], content_checked: no }
            port strict { offers: [usb], content_checked: yes }
            port unsaid { offers: [media_slot] }
            port lan    { offers: [ip], content_checked: no }
            port idle   { offers: [usb], content_checked: no }
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

// ---------------------------------------------------------------- processes

rule TAM07 "Foreign software installed on {p} as an update" : Tampering {
    for process p where (p.on_device)
    applies when   p.update in [unsigned, crc_only, signed]
    mitigated when p.update == signed
    statement: "An attacker {p.exposure} poses as the source of updates, or brings one in person, and has {p} install software of their own: nothing in {p} tells it from the manufacturer's, and a checksum can be computed by anyone."
    fix:       [SignedFirmware]
    advice:    "Verify on {p} an asymmetric signature over content, version and target, before installing and before starting; include the images of peripherals."
    violates:  [imdrf_n60.maint_7, imdrf_n60.integ_2]
    cwe:       [494, 306, 347, 353]
    capec:     [186, 638, 475]
    emb3d:     [211, 113, 213, 212]
}

test "TAM07: updates are signed" {
    boundary b { device: yes
        process naked   { update: unsigned }
        process summed  { update: crc_only }
        process signed_ { update: signed }
        process fixed   { update: none }
        process unsaid
    }
    process server { update: unsigned }
    expect TAM07 @ b.naked   open
    expect TAM07 @ b.summed  open
    expect TAM07 @ b.signed_ mitigated
    expect TAM07 @ b.fixed   absent
    expect TAM07 @ b.unsaid  question
    expect TAM07 @ server    absent
}

rule TAM08 "{p} taken back to a version with known weaknesses" : Tampering {
    for process p where (p.on_device)
    applies when   known(p.update) and p.update == signed
    mitigated when p.rollback_protected
    statement: "An attacker {p.exposure} installs an older, genuinely signed version of {p} and then uses a weakness that was long repaired."
    fix:       [RollbackProtection]
    advice:    "Keep a security version that only grows and is checked at installation and start; sign and log authorised downgrades separately."
    violates:  [imdrf_n60.maint_5, imdrf_n60.maint_7]
    cwe:       [1328]
    emb3d:     [216]
}

test "TAM08: older versions are refused" {
    boundary b { device: yes
        process back   { update: signed, rollback_protected: no }
        process onward { update: signed, rollback_protected: yes }
        process unsaid { update: signed }
        process naked  { update: unsigned, rollback_protected: no }
    }
    expect TAM08 @ b.back   open
    expect TAM08 @ b.onward mitigated
    expect TAM08 @ b.unsaid question
    expect TAM08 @ b.naked  absent
}

rule TAM09 "Altered code on {p} survives every restart" : Tampering {
    for process p where (p.on_device)
    applies when   p.updatable
    mitigated when p.secure_boot
    statement: "An attacker {p.exposure} writes once to the program memory of {p} and stays there for good, because {p} starts whatever it finds."
    fix:       [SecureBoot]
    advice:    "Verify every stage of the start of {p} from a root of trust in hardware, and keep an image for recovery."
    violates:  [imdrf_n60.integ_2]
    cwe:       [693, 1326, 1274]
    capec:     [532]
    emb3d:     [201]
}

test "TAM09: code is verified at the start" {
    boundary b { device: yes
        process trusting { update: signed, secure_boot: no }
        process checking { update: signed, secure_boot: yes }
        process unsaid   { update: unsigned }
        process rom      { update: none, secure_boot: no }
    }
    expect TAM09 @ b.trusting open
    expect TAM09 @ b.checking mitigated
    expect TAM09 @ b.unsaid   question
    expect TAM09 @ b.rom      absent
}

rule TAM10 "Malware runs on {p}" : Tampering {
    for process p
    applies when   p.operating_system == general_purpose and any f in p.inbound where (f.crosses)
    mitigated when p.application_control
    statement: "An attacker {p.exposure} gets an ordinary malicious program to run beside {p}, and its operating system lets it change, watch or encrypt what {p} works with."
    fix:       [ApplicationAllowList]
    advice:    "Let only approved programs run, remove what {p} does not need, and qualify anti-malware where it cannot disturb real-time functions."
    violates:  [imdrf_n60.integ_3]
    cwe:       [829, 494]
    capec:     [442, 542]
    emb3d:     [302, 301, 218]
}

test "TAM10: only approved programs run" {
    data t : TechnicalData
    process a
    boundary b {
        process loose  { operating_system: general_purpose, application_control: no }
        process strict { operating_system: general_purpose, application_control: yes }
        process unsaid { operating_system: general_purpose }
        process kernel { operating_system: rtos, application_control: no }
        process alone  { operating_system: general_purpose, application_control: no }
    }
    flow f1: a -> b.loose  { carries: [t] }
    flow f2: a -> b.strict { carries: [t] }
    flow f3: a -> b.unsaid { carries: [t] }
    flow f4: a -> b.kernel { carries: [t] }
    expect TAM10 @ b.loose  open
    expect TAM10 @ b.strict mitigated
    expect TAM10 @ b.unsaid question
    expect TAM10 @ b.kernel absent
    expect TAM10 @ b.alone  absent
}

rule TAM11 "{p} obeys values that are unsafe for the patient" : Tampering {
    for process p
    applies when   p.safety_relevant and any f in p.inbound where (f.steers)
    mitigated when p.enforces_limits
    statement: "An attacker {p.exposure}, or a sender already taken over, gives {p} well-formed but dangerous values in {p.inbound.carries}, and {p} passes them on to the patient."
    fix:       [HardLimits]
    advice:    "Check range, unit, sequence and rate of every input in {p}, internal ones too, against hard limits that no sender can lift."
    violates:  [imdrf_n60.comm_2]
    cwe:       [1284, 20]
    capec:     [153]
}

test "TAM11: hard limits hold whatever the sender asks for" {
    data s : TherapySettings
    data t : TechnicalData
    boundary b {
        process app
        process obeys  { safety_relevant: yes, enforces_limits: no }
        process limits { safety_relevant: yes, enforces_limits: yes }
        process unsaid { safety_relevant: yes }
        process lamp   { safety_relevant: no, enforces_limits: no }
        process status { safety_relevant: yes, enforces_limits: no }
        flow f1: app -> obeys  { carries: [s] }
        flow f2: app -> limits { carries: [s] }
        flow f3: app -> unsaid { carries: [s] }
        flow f4: app -> lamp   { carries: [s] }
        flow f5: app -> status { carries: [t] }
    }
    expect TAM11 @ b.obeys  open
    expect TAM11 @ b.limits mitigated
    expect TAM11 @ b.unsaid question
    expect TAM11 @ b.lamp   absent
    expect TAM11 @ b.status absent
}

rule TAM12 "Requests to {p} smuggle in queries, scripts or commands" : Tampering {
    for process p where (p.web)
    applies when   any f in p.inbound where (f.crosses)
    mitigated when p.validates_input
    statement: "An attacker {p.exposure} sends requests to {p} that its database, shell or a user's browser carries out as commands, and so changes {p.inbound.carries} of many patients."
    fix:       [InputValidation]
    advice:    "Use parameterised queries and strict schemas, encode output, refuse requests from foreign sites, and give the database account the least rights."
    violates:  [imdrf_n60.comm_2]
    cwe:       [89, 78, 22, 502, 79, 352]
    capec:     [66, 88, 126, 586, 63, 62]
    emb3d:     [320, 323, 326, 319, 322]
}

test "TAM12: web interfaces check what they get" {
    data r : TherapyRecord
    process a
    boundary b {
        process naive  { web_interface: yes, validates_input: no }
        process strict { web_interface: yes, validates_input: yes }
        process unsaid { web_interface: yes }
        process plain  { validates_input: no }
        process inner  { web_interface: yes, validates_input: no }
    }
    flow f1: a -> b.naive  { carries: [r] }
    flow f2: a -> b.strict { carries: [r] }
    flow f3: a -> b.unsaid { carries: [r] }
    flow f4: a -> b.plain  { carries: [r] }
    expect TAM12 @ b.naive  open
    expect TAM12 @ b.strict mitigated
    expect TAM12 @ b.unsaid question
    expect TAM12 @ b.plain  absent
    expect TAM12 @ b.inner  absent
}

// ---------------------------------------------------------------- stores

rule TAM13 "{s.holds} altered in {s}" : Tampering {
    for store s
    applies when   any d in s.holds where (d is SafetyParameters or d is DiagnosticData)
    mitigated when s.integrity_protected
    statement: "An attacker {s.exposure} gains write access to {s} and changes {s.holds}; the device or the reader takes the altered values for genuine."
    fix:       [IntegrityProtectedStorage]
    advice:    "Protect {s.holds} with a signature or message authentication code, checked at the start and before use; write through one guarded role, and keep safety parameters twice."
    violates:  [imdrf_n60.integ_2, imdrf_n60.data_1]
    cwe:       [732, 1282, 345]
    capec:     [176, 536]
    emb3d:     [108]
}

test "TAM13: settings and results at rest" {
    data s : TherapySettings
    data i : MedicalImage
    data u : UsageData
    store loose   { holds: [s], integrity_protected: no }
    store images  { holds: [i], integrity_protected: no }
    store guarded { holds: [s], integrity_protected: yes }
    store unsaid  { holds: [s] }
    store diary   { holds: [u], integrity_protected: no }
    expect TAM13 @ loose   open
    expect TAM13 @ images  open
    expect TAM13 @ guarded mitigated
    expect TAM13 @ unsaid  question
    expect TAM13 @ diary   absent
}
