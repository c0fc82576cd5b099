/// Repudiation: nobody can show afterwards who did what.

rule REP01 "Changes made through {p} cannot be traced" : Repudiation {
    for process p
    applies when   any f in p.inbound where (f.crosses and (f.steers or f.updates))
    mitigated when p.audit_log
    statement: "An attacker {p.exposure}, or a user who made a mistake, changes therapy, settings or software through {p} and denies it, because {p} keeps no record of who did what and when."
    fix:       [AuditLogging]
    advice:    "Record identity, time, old and new value of each change, versions before and after each update, and every service session; protect the record and let it be exported."
    violates:  [imdrf_n60.integ_1]
    cwe:       [778, 223]
    emb3d:     [308]
}

test "REP01: changes are recorded" {
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

rule REP02 "{a} can deny what they did behind a shared account" : Repudiation {
    for actor a where (a is not PatientUser and a is not Caregiver)
    applies when   any f in a.outbound where (f.steers or f.updates)
    mitigated when a.individual_account
    statement: "One of several people who act as {a} sends {a.outbound.carries} to {a.peers} and cannot be told from the others, so that a wrong or malicious change has no author."
    fix:       [PersonalAccounts, BadgeLogin]
    advice:    "Give each {a} an identity of their own that is quick to show at the bedside, such as a badge; keep shared use to functions without risk."
    violates:  [imdrf_n60.auth_1, imdrf_n60.auth_4]
    cwe:       [1391, 287]
    capec:     [21]
    emb3d:     [311]
}

test "REP02: people have accounts of their own" {
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
    for store s
    applies when   any d in s.holds where (d is LogData)
    mitigated when s.integrity_protected
    statement: "An attacker {s.exposure}, or a privileged user, rewrites or deletes {s.holds} in {s} and so hides what was done."
    fix:       [IntegrityProtectedStorage]
    advice:    "Let {s} only be appended to, chain or sign its entries, and forward them off the device; no role may erase what records its own acts."
    violates:  [imdrf_n60.integ_1]
    cwe:       [284, 732]
    capec:     [268]
    emb3d:     [225]
}

test "REP03: logs cannot be rewritten" {
    data l : AuditRecord
    data m : Measurement
    store open_  { holds: [l], integrity_protected: no }
    store chain  { holds: [l], integrity_protected: yes }
    store unsaid { holds: [l] }
    store curve  { holds: [m], integrity_protected: no }
    store what   { integrity_protected: no }
    expect REP03 @ open_  open
    expect REP03 @ chain  mitigated
    expect REP03 @ unsaid question
    expect REP03 @ curve  absent
    expect REP03 @ what   question
}

rule REP04 "Flooding {s} pushes the evidence out" : Repudiation {
    for store s
    applies when   any d in s.holds where (d is AuditRecord)
    mitigated when s.overflow_handled
    statement: "An attacker {s.exposure} provokes entries until {s} is full and the {s.holds} that show the attack are overwritten or no longer written."
    fix:       [LogRetention]
    advice:    "State the capacity of {s}, limit repeated entries, keep important ones longest, and warn or export before any are lost."
    violates:  [imdrf_n60.integ_1, imdrf_n60.avail_2]
    cwe:       [779, 770]
    capec:     [130]
    emb3d:     [405]
}

test "REP04: a full log loses nothing that matters" {
    data l : AuditRecord
    data e : LogData
    store drops  { holds: [l], overflow_handled: no }
    store keeps  { holds: [l], overflow_handled: yes }
    store events { holds: [e], overflow_handled: no }
    store unsaid { holds: [l] }
    expect REP04 @ drops  open
    expect REP04 @ keeps  mitigated
    expect REP04 @ unsaid question
    expect REP04 @ events absent
}

rule REP05 "{x} can deny having sent orders, commands or results" : Repudiation {
    for external x
    applies when   any f in x.outbound where (f.exposed and f.disputable)
    mitigated when all f in x.outbound where (f.signed or not f.disputable)
    statement: "After an incident the organisation behind {x} denies having sent {x.outbound.carries} to {x.peers}, or claims it was something else, and no proof of origin outlives the connection."
    fix:       [SignedMessages]
    advice:    "Have {x} sign what it sends, or keep receipts with identifiers that both sides can match, and agree on this with its operator."
    violates:  [imdrf_n60.integ_1]
    cwe:       [345]
    capec:     [195]
    emb3d:     [406]
}

test "REP05: proof of origin across organisations" {
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
    for flow f where (f.exposed)
    applies when   not f.steers and any d in f.carries where (d is LogData)
    mitigated when f.integrity_protected
    statement: "An attacker {f.exposure} changes, invents or drops {f.carries} between {f.source} and {f.target}, so that the collected record contradicts what happened on the device."
    fix:       [MutualTls, SignedMessages]
    advice:    "Forward logs over an authenticated, integrity-protected channel with sequence numbers, and keep them on the device until they are acknowledged."
    violates:  [imdrf_n60.integ_1]
    cwe:       [284, 732]
    capec:     [268]
    emb3d:     [225]
}

test "REP06: forwarded logs arrive unchanged" {
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
