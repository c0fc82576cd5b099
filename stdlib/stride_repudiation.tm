/// Repudiation: nobody can show afterwards who did what.

rule REP01 "Changes made through {p} cannot be traced" : Repudiation {
    for process p
    applies when   p.takes_changes
    mitigated when p.audit_log or any f in p.outbound where (f.steers and f.target is process and f.target.audit_log)
    statement: "Somebody who works with {p}, or an attacker {p.exposure}, changes through it what patients are treated with (settings, configuration or software) and denies it; neither {p} nor what it passes the change to records who did what and when, so that the cause of an injury cannot be found."
    fix:       [AuditLogging]
    advice:    "Record identity, time, old and new value of each change, versions before and after each update, and every service session; protect the record and let it be exported."
    violates:  [imdrf_n60.integ_1, imdrf_n60.maint_6]
    cwe:       [778, 223]
    emb3d:     [308]
    catalogue: ["R01", "R06"]
}

test "R01, REP01: changes of dose and settings are recorded" {
    data d : TherapySettings
    data w : FirmwarePackage
    data m : Measurement
    process a
    boundary b {
        process silent { audit_log: no }
        process writes { audit_log: yes }
        process unsaid
        process reads  { audit_log: no }
    }
    flow f1: a -> b.silent { carries: [d] }
    flow f2: a -> b.writes { carries: [w] }
    flow f3: a -> b.unsaid { carries: [w] }
    flow f4: a -> b.reads  { carries: [m] }
    expect REP01 @ b.silent open
    expect REP01 @ b.writes mitigated
    expect REP01 @ b.unsaid question
    expect REP01 @ b.reads  absent
}

test "R06, REP01: remote service, configuration and updates are recorded" {
    data session_ : RemoteServiceData
    data setup    : Configuration
    data image    : FirmwarePackage
    data state    : TechnicalData
    actor technician : RemoteServiceUser
    external portal : RemoteServiceRelay
    boundary pump : DeviceEnclosure {
        process remote { audit_log: no }
        process config { audit_log: no }
        process update { audit_log: yes }
        process unsaid
        process status { audit_log: no }
        process behind { audit_log: no }
    }
    flow f1: portal      -> pump.remote { carries: [session_] }
    flow f2: technician  -> pump.config { carries: [setup] }
    flow f3: portal      -> pump.update { carries: [image] }
    flow f4: portal      -> pump.unsaid { carries: [image] }
    flow f5: pump.status -> portal      { carries: [state] }
    flow f6: pump.config -> pump.behind { carries: [setup] }
    expect REP01 @ pump.remote open
    expect REP01 @ pump.config open
    expect REP01 @ pump.update mitigated
    expect REP01 @ pump.unsaid question
    expect REP01 @ pump.status absent
    expect REP01 @ pump.behind absent
}

test "REP01: the record may be kept where the change is carried out" {
    data s : TherapySettings
    actor nurse : ClinicalUser
    boundary pump : DeviceEnclosure {
        process panel  { audit_log: no }
        process knob   { audit_log: no }
        process writes { audit_log: yes }
        process silent { audit_log: no }
    }
    flow f1: nurse      -> pump.panel  { carries: [s] }
    flow f2: nurse      -> pump.knob   { carries: [s] }
    flow f3: pump.panel -> pump.writes { carries: [s] }
    flow f4: pump.knob  -> pump.silent { carries: [s] }
    expect REP01 @ pump.panel  mitigated
    expect REP01 @ pump.knob   open
    expect REP01 @ pump.writes absent
}

rule REP08 "Nobody can tell who used the emergency access of {p}" : Repudiation {
    for process p
    applies when   known(p.emergency_access) and p.emergency_access
    mitigated when p.emergency_recorded
    statement: "Somebody at {p} uses the emergency access, in need or under its pretext, and acts on the therapy or the records without a login; {p} keeps no trace of who it was, when and why, so that misuse cannot be told from care."
    fix:       [BreakGlass]
    advice:    "Let emergency access work at once, but record it, show it while it lasts, and ask for name and reason afterwards."
    violates:  [imdrf_n60.auth_3, imdrf_n60.integ_1]
    cwe:       [778]
    capec:     [122]
    catalogue: ["R05"]
}

test "R05, REP08: emergency access leaves a trace" {
    control glass   : BreakGlass        { status: implemented }
    control bounded : LimitedBreakGlass { status: implemented }
    boundary pump : DeviceEnclosure {
        process silent { login: badge, emergency_access: yes, emergency_recorded: no }
        process traced { login: badge, controls: [glass] }
        process narrow { login: badge, controls: [bounded] }
        process unsaid { login: badge, emergency_access: yes }
        process strict { login: badge, emergency_access: no, emergency_recorded: no }
        process other  { login: badge }
    }
    expect REP08 @ pump.silent open
    expect REP08 @ pump.traced mitigated
    expect REP08 @ pump.narrow mitigated
    expect REP08 @ pump.unsaid question
    expect REP08 @ pump.strict absent
    expect REP08 @ pump.other  absent
}

rule REP09 "The entries of {p} cannot be put in order of time" : Repudiation {
    for process p where (p.on_device)
    applies when   known(p.audit_log) and p.audit_log and not any f in p.inbound where (any d in f.carries where (d is TimeData))
    mitigated when p.clock_checked
    statement: "No time reaches {p} from anywhere: its clock drifts or is set wrong at the device, by accident or to hide something, and afterwards its records of doses, changes and alarms cannot be matched with those of other systems."
    fix:       [ClockSupervision, AuthenticatedTime]
    advice:    "Compare the clock of {p} with a trusted time at every contact, count time steadily between them, record each correction, and mark entries written while the time was uncertain."
    violates:  [imdrf_n60.integ_1]
    cwe:       [345]
    capec:     [194]
    emb3d:     [406]
    catalogue: ["S15"]
}

test "S15, REP09: a device that records without a time source" {
    data t : TimeData
    external clock : TimeServer
    boundary pump : DeviceEnclosure {
        process drifts  { audit_log: yes, clock_checked: no }
        process checked { audit_log: yes, clock_checked: yes }
        process unsaid  { audit_log: yes }
        process told    { audit_log: yes, clock_checked: no }
        process mute    { audit_log: no, clock_checked: no }
    }
    flow f: clock -> pump.told over Ntp { carries: [t] }
    expect REP09 @ pump.drifts  open
    expect REP09 @ pump.checked mitigated
    expect REP09 @ pump.unsaid  question
    expect REP09 @ pump.told    absent
    expect REP09 @ pump.mute    absent
}

rule REP02 "What {a} did cannot be traced to one person" : Repudiation {
    for actor a where (a is not PatientUser and a is not Caregiver)
    applies when   any f in a.outbound where (f.steers or f.updates)
    mitigated when a.individual_account
    statement:     "One of the people who work as {a} makes a wrong or malicious change by {a.outbound}, under an account or badge they all use; it cannot be shown afterwards which of them it was, and each can deny it."
    fix:           [PersonalAccounts, BadgeLogin]
    advice:        "Give each {a} an identity of their own that is quick to show at the bedside, such as a badge; keep shared use to functions without risk."
    violates:      [imdrf_n60.auth_1, imdrf_n60.auth_4]
    cwe:           [1391, 287]
    capec:         [21]
    emb3d:         [311]
    preconditions: [credential]
    catalogue:     ["R02"]
}

test "R02, REP02: people have accounts of their own" {
    data d : OperatorInput
    data t : TechnicalData
    actor ward                  { individual_account: no }
    actor person                { individual_account: yes }
    actor unsaid
    actor patient : PatientUser { individual_account: no }
    actor visitor               { individual_account: no }
    process x
    flow f1: ward    -> x { carries: [d] }
    flow f2: person  -> x { carries: [d] }
    flow f3: unsaid  -> x { carries: [d] }
    flow f4: patient -> x { carries: [d] }
    flow f5: visitor -> x { carries: [t] }
    expect REP02 @ ward    open
    expect REP02 @ person  mitigated
    expect REP02 @ unsaid  question
    expect REP02 @ patient absent
    expect REP02 @ visitor absent
}

rule REP03 "The record in {s} can be altered or erased" : Repudiation {
    for store s where (s is not RemovableMedium)
    applies when   any d in s.holds where (d is LogData)
    mitigated when s.integrity_protected
    statement:     "An attacker {s.exposure}, or a user whose own acts are recorded there, rewrites, cuts or deletes log entries in {s} and so hides a manipulated dose, setting or login; nothing in {s} shows that entries are missing."
    fix:           [IntegrityProtectedStorage]
    advice:        "Let {s} only be appended to, chain or sign its entries, and forward them off the device; no role may erase what records its own acts."
    violates:      [imdrf_n60.integ_1]
    cwe:           [284, 732]
    capec:         [268]
    emb3d:         [225]
    preconditions: [foothold]
    catalogue:     ["R03"]
}

test "R03, REP03: logs cannot be rewritten" {
    data l : AuditRecord
    data m : Measurement
    store open_                   { holds: [l], integrity_protected: no }
    store chain                   { holds: [l], integrity_protected: yes }
    store unsaid                  { holds: [l] }
    store curve                   { holds: [m], integrity_protected: no }
    store what                    { integrity_protected: no }
    store stick : RemovableMedium { holds: [l], integrity_protected: no }
    expect REP03 @ stick  absent
    expect REP03 @ open_  open
    expect REP03 @ chain  mitigated
    expect REP03 @ unsaid question
    expect REP03 @ curve  absent
    expect REP03 @ what   question
}

rule REP04 "Flooding {s} pushes the evidence out" : Repudiation {
    for store s where (s is not RemovableMedium)
    applies when   any d in s.holds where (d is AuditRecord)
    mitigated when s.overflow_handled
    statement: "An attacker {s.exposure} provokes entries, by wrong logins or refused connections, until {s} is full, and the records that show the attack are overwritten or no longer written."
    fix:       [LogRetention]
    advice:    "State the capacity of {s}, limit repeated entries, keep important ones longest, and warn or export before any are lost."
    violates:  [imdrf_n60.integ_1, imdrf_n60.avail_2]
    cwe:       [779, 770]
    capec:     [130]
    emb3d:     [405]
    catalogue: ["R08"]
}

test "R08, REP04: a full log loses nothing that matters" {
    data l : AuditRecord
    data e : LogData
    store drops  { holds: [l], overflow_handled: no }
    store keeps  { holds: [l], overflow_handled: yes }
    store unsaid { holds: [l] }
    store events { holds: [e], overflow_handled: no }
    expect REP04 @ unsaid question
    expect REP04 @ drops  open
    expect REP04 @ keeps  mitigated
    expect REP04 @ events absent
}

rule REP07 "Foreign text passes for an entry in {s}" : Repudiation {
    for store s where (s is not RemovableMedium)
    applies when   s.fed_by_others and any d in s.holds where (d is LogData)
    mitigated when s.entries_escaped
    statement: "An attacker {s.exposure}, or one who only sends messages or names to {s.inbound.source}, puts line ends, markup or commands into what is logged; {s} then shows entries that never happened, blames somebody else, or attacks the person who reads it."
    fix:       [StructuredLogging]
    advice:    "Write entries of {s} with fixed fields, keep foreign text apart as text, and escape it once more where it is shown or passed on."
    violates:  [imdrf_n60.integ_1, imdrf_n60.comm_2]
    cwe:       [117]
    capec:     [93]
    emb3d:     [225]
    catalogue: ["R04"]
}

test "R04, REP07: text from outside stays text in the log" {
    data l : LogData
    data m : Measurement
    external his : InformationSystem
    boundary b : DeviceEnclosure {
        process talker
        process quiet
        store raw    { holds: [l], entries_escaped: no }
        store clean  { holds: [l], entries_escaped: yes }
        store unsaid { holds: [l] }
        store inner  { holds: [l], entries_escaped: no }
        store curves { holds: [m], entries_escaped: no }
    }
    flow f0: his      -> b.talker over Hl7v2 { carries: [m] }
    flow f1: b.talker -> b.raw               { carries: [l] }
    flow f2: b.talker -> b.clean             { carries: [l] }
    flow f3: b.talker -> b.unsaid            { carries: [l] }
    flow f4: b.quiet  -> b.inner             { carries: [l] }
    flow f5: b.talker -> b.curves            { carries: [m] }
    expect REP07 @ b.raw    open
    expect REP07 @ b.clean  mitigated
    expect REP07 @ b.unsaid question
    expect REP07 @ b.inner  absent
    expect REP07 @ b.curves absent
}

rule REP05 "{x} can deny having sent orders, commands or results" : Repudiation {
    for external x where (x is not Accessory)
    applies when   any f in x.outbound where (f.exposed and f.disputable)
    mitigated when all f in x.outbound where (f.signed or not f.disputable)
    statement: "After an injury the organisation behind {x} denies the order, command or result that came by {x.outbound}, or says it was another one; nothing that outlives the connection proves the origin to {x.peers}."
    fix:       [SignedMessages]
    advice:    "Have {x} sign what it sends, or keep receipts with identifiers that both sides can match, and agree on this with its operator."
    violates:  [imdrf_n60.integ_1]
    cwe:       [345]
    capec:     [195]
    emb3d:     [406]
    catalogue: ["R07"]
}

test "R07, REP05: proof of origin across organisations" {
    data o : Order
    data t : TimeData
    external loose
    external firm
    external unsaid
    external clock
    boundary b { process x { port p } }
    flow f1: loose  -> b.x.p { carries: [o], signed: no }
    flow f2: firm   -> b.x.p { carries: [o], signed: yes }
    flow f3: unsaid -> b.x.p { carries: [o] }
    flow f4: clock  -> b.x.p { carries: [t], signed: no }
    expect REP05 @ loose  open
    expect REP05 @ firm   mitigated
    expect REP05 @ unsaid question
    expect REP05 @ clock  absent
}

rule REP06 "Log entries forged or dropped on {f}" : Repudiation {
    for flow f where (f.exposed and f.source is not RemovableMedium and f.target is not RemovableMedium)
    applies when   not f.steers and any d in f.carries where (d is LogData)
    mitigated when f.integrity_protected
    statement: "An attacker {f.exposure} changes, invents or drops log entries on {f}, between {f.source} and {f.target}, so that the collected record hides an attack or contradicts what happened on the device."
    fix:       [MutualTls, SignedMessages]
    advice:    "Forward logs over an authenticated, integrity-protected channel with sequence numbers, and keep them on the device until they are acknowledged."
    violates:  [imdrf_n60.integ_1]
    cwe:       [284, 732]
    capec:     [268]
    emb3d:     [225]
    catalogue: ["R03"]
}

test "R03, REP06: forwarded logs arrive unchanged" {
    data l : LogData
    data m : Measurement
    external siem
    boundary b { process x { port p } }
    flow bare:    b.x.p -> siem { carries: [l], integrity_protected: no }
    flow guarded: b.x.p -> siem { carries: [l], integrity_protected: yes }
    flow unsaid:  b.x.p -> siem { carries: [l] }
    flow reading: b.x.p -> siem { carries: [m], integrity_protected: no }
    expect REP06 @ bare    open
    expect REP06 @ guarded mitigated
    expect REP06 @ unsaid  question
    expect REP06 @ reading absent
}
