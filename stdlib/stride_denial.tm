/// Denial of service: something needed does not come, or not in time.

// ---------------------------------------------------------------- flows

rule DOS01 "{f} is jammed or cut while it is needed" : DenialOfService {
    for flow f where (f.exposed)
    applies when
        any d in f.carries where (
            d is ControlLoopMeasurement or d is Alarm or d is Heartbeat or d is TherapyCommand)
    mitigated when f.fails_safe
    statement: "An attacker {f.exposure} jams or blocks {f}, or the network or service behind it fails, and {f.target} goes without {f.carries} while a patient relies on it."
    fix:       [SafeFallback, LinkSupervision]
    advice:    "Notice the loss of {f} in time, raise an alarm at the device, and go on safely without it; state in the instructions what works alone."
    violates:  [imdrf_n60.avail_1, imdrf_n60.avail_3]
    cwe:       [755]
    capec:     [601, 604, 603]
}

test "DOS01: the device stays safe without the link" {
    data m : ControlLoopMeasurement
    data u : UsageData
    external server
    boundary b { process x { port p } }
    flow needed:   server -> b.x.p  { carries: [m], fails_safe: no }
    flow covered_: server -> b.x.p  { carries: [m], fails_safe: yes }
    flow unsaid:   server -> b.x.p  { carries: [m] }
    flow diary:    b.x.p  -> server { carries: [u], fails_safe: no }
    expect DOS01 @ needed   open
    expect DOS01 @ covered_ mitigated
    expect DOS01 @ unsaid   question
    expect DOS01 @ diary    absent
}

rule DOS02 "False alarms on {f} bury the real one" : DenialOfService {
    for flow f where (f.exposed)
    applies when   not f.steers and any d in f.carries where (d is Alarm)
    mitigated when f.authentication in [source, mutual]
    statement: "An attacker {f.exposure} sends {f.target} a flood of {f.carries} in the name of {f.source}, until staff no longer react to the genuine ones."
    fix:       [MutualTls, SignedMessages]
    advice:    "Accept alarms from authenticated devices only, limit their rate for each source, and keep the highest priority visible."
    violates:  [imdrf_n60.avail_1, imdrf_n60.comm_5]
    cwe:       [799, 770]
    capec:     [125]
    emb3d:     [406]
}

test "DOS02: alarms need a sender that is authenticated" {
    data al : Alarm
    data t  : TechnicalData
    external station
    boundary b { process x { port p } }
    flow bare:   b.x.p -> station { carries: [al], authentication: none }
    flow proved: b.x.p -> station { carries: [al], authentication: mutual }
    flow unsaid: b.x.p -> station { carries: [al] }
    flow state:  b.x.p -> station { carries: [t], authentication: none }
    expect DOS02 @ bare   open
    expect DOS02 @ proved mitigated
    expect DOS02 @ unsaid question
    expect DOS02 @ state  absent
}

// ---------------------------------------------------------------- ports

rule DOS03 "A flood or a scan at {p} stalls {p.owner}" : DenialOfService {
    for port p where (p.on_device and p.used)
    applies when   any m in p.offers where (m in [ip, cellular])
    mitigated when p.rate_limited
    statement: "An attacker {p.exposure} floods or scans {p} until {p.owner} no longer keeps up with {p.carries} and with its other work."
    fix:       [RateLimiting, HostFirewall]
    advice:    "Drop traffic beyond a budget early, serve the network apart from the therapy, and test {p} with scanners and load."
    violates:  [imdrf_n60.avail_1, imdrf_n60.avail_2]
    cwe:       [400, 410]
    capec:     [125]
    emb3d:     [405, 404]
}

test "DOS03: network ports withstand a flood" {
    data m : Measurement
    external server
    boundary b { device: yes
        process x {
            port weak    { offers: [ip], rate_limited: no }
            port strong  { offers: [ip], rate_limited: yes }
            port unsaid  { offers: [ip] }
            port serial_ { offers: [serial], rate_limited: no }
            port idle    { offers: [ip], rate_limited: no }
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

// ---------------------------------------------------------------- processes

rule DOS04 "The battery of {p} is drained over the air" : DenialOfService {
    for process p where (p.on_device and p.on_battery)
    applies when
        any q in p.ports where (
            any m in q.offers where (m in [ble, bluetooth, rf, inductive, cellular]))
    mitigated when p.wake_guarded
    statement: "An attacker {p.exposure} wakes {p} again and again with requests to connect or pair, until its battery is empty long before its time."
    fix:       [WakeGuard]
    advice:    "Spend energy on a peer only after a cheap check of its identity, within a budget, and report abnormal drain."
    violates:  [imdrf_n60.avail_2]
    cwe:       [920]
    capec:     [125]
    emb3d:     [405]
}

test "DOS04: strangers cannot empty the battery" {
    boundary b { device: yes
        process open_  { battery_powered: yes, wake_guarded: no, port r { offers: [ble] } }
        process shy    { battery_powered: yes, wake_guarded: yes, port r { offers: [ble] } }
        process unsaid { battery_powered: yes, port r { offers: [rf] } }
        process wired_ { battery_powered: yes, wake_guarded: no, port r { offers: [usb] } }
        process mains  { wake_guarded: no, port r { offers: [ble] } }
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
    applies when   p.exposed_input
    mitigated when p.validates_input
    statement: "An attacker {p.exposure} sends {p} a malformed message in place of {p.inbound.carries}, and {p} hangs or restarts whenever the attacker likes."
    fix:       [InputValidation]
    advice:    "Check length and form of everything {p} receives, fuzz its parsers, and restart into the last safe settings."
    violates:  [imdrf_n60.comm_2, imdrf_n60.avail_2]
    cwe:       [20, 248]
    capec:     [153]
    emb3d:     [202, 404]
}

test "DOS05: malformed messages are rejected" {
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

rule DOS06 "Locked out of {p} in an emergency" : DenialOfService {
    for process p
    applies when   p.steered_by_people and known(p.login) and p.login in [pin, password, badge, multi_factor]
    mitigated when p.emergency_access
    statement: "An attacker {p.exposure} enters wrong credentials until {p} refuses everybody, or a directory it relies on fails, and staff cannot operate {p} while the patient needs it."
    fix:       [BreakGlass]
    advice:    "Slow failed logins down rather than lock, and give {p} an emergency mode that needs no credential, is limited, visible and on record."
    violates:  [imdrf_n60.auth_3, imdrf_n60.avail_2]
    cwe:       [645]
    capec:     [2]
    emb3d:     [312]
}

test "DOS06: a login never keeps help away" {
    data d : OperatorInput
    actor nurse
    boundary b {
        process rigid  { login: password, emergency_access: no }
        process kind_  { login: password, emergency_access: yes }
        process unsaid { login: badge }
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

rule DOS07 "An update stops {p} while a patient depends on it" : DenialOfService {
    for process p where (p.on_device)
    applies when   p.safety_relevant and any f in p.inbound where (f.exposed and f.updates)
    mitigated when p.update_interlock
    statement: "An attacker {p.exposure}, or a badly timed campaign, starts an update or a restart of {p} during therapy, and the function is missing until it ends."
    fix:       [UpdateInterlock]
    advice:    "Install only in a state in which no patient depends on {p}, with consent at the device, and keep a working version to fall back on."
    violates:  [imdrf_n60.maint_4, imdrf_n60.maint_5]
    cwe:       [400, 306]
    emb3d:     [217]
}

test "DOS07: updates wait for the patient" {
    data w : FirmwarePackage
    data m : Measurement
    external server
    boundary b { device: yes
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

rule DOS08 "Load or a crash elsewhere starves {p}" : DenialOfService {
    for process p where (p.on_device and p.exposed_input)
    applies when   p.safety_relevant
    mitigated when p.isolated
    statement: "An attacker {p.exposure} keeps the communication of {p} busy or crashes it with {p.inbound.carries}, and takes the safety function that shares its processor and memory down with it."
    fix:       [Isolation]
    advice:    "Give the safety function its own processor, or a partition with guaranteed time and memory and a watchdog that leads to a safe state."
    violates:  [imdrf_n60.avail_2]
    cwe:       [653, 400]
    capec:     [130]
    emb3d:     [405]
}

test "DOS08: safety functions stand apart from communication" {
    data m : Measurement
    external server
    boundary b { device: yes
        process shared_ { safety_relevant: yes, isolated: no, port p }
        process apart   { safety_relevant: yes, isolated: yes, port p }
        process unsaid  { isolated: no, port p }
        process modem   { safety_relevant: no, isolated: no, port p }
        process inner   { safety_relevant: yes, isolated: no }
    }
    flow f1: server -> b.shared_.p { carries: [m] }
    flow f2: server -> b.apart.p   { carries: [m] }
    flow f3: server -> b.unsaid.p  { carries: [m] }
    flow f4: server -> b.modem.p   { carries: [m] }
    expect DOS08 @ b.shared_ open
    expect DOS08 @ b.apart   mitigated
    expect DOS08 @ b.unsaid  question
    expect DOS08 @ b.modem   absent
    expect DOS08 @ b.inner   absent
}

// ---------------------------------------------------------------- stores

rule DOS09 "{s.holds} in {s} encrypted or destroyed" : DenialOfService {
    for store s
    applies when
        any d in s.holds where (
            d is SafetyParameters or d is DiagnosticData or d is Order or d is TherapyRecord)
    mitigated when s.backed_up
    statement: "An attacker {s.exposure}, or ransomware that came in with an update, a stick or a workstation, makes {s.holds} in {s} unusable, and treatment goes on without it or not at all."
    fix:       [Backup]
    advice:    "Keep a copy of {s.holds} that cannot be reached from {s}, try the restore, and describe how to work meanwhile."
    violates:  [imdrf_n60.integ_3, imdrf_n60.avail_3, imdrf_n60.avail_4]
    cwe:       [829, 693]
    capec:     [542]
    emb3d:     [302, 218]
}

test "DOS09: what is lost can be restored" {
    data s : TherapySettings
    data u : UsageData
    store only   { holds: [s], backed_up: no }
    store copied { holds: [s], backed_up: yes }
    store unsaid { holds: [s] }
    store diary  { holds: [u], backed_up: no }
    expect DOS09 @ only   open
    expect DOS09 @ copied mitigated
    expect DOS09 @ unsaid question
    expect DOS09 @ diary  absent
}
