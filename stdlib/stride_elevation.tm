/// Elevation of privilege: somebody can do more than they were given.

// ---------------------------------------------------------------- ports

/// Ports whose flows steer the device are judged by SPF01, service ports by ELV02.
rule ELV01 "Any computer on the network may use {p}" : ElevationOfPrivilege {
    for port p where (p.on_device and p.listens and not p.for_service)
    applies when
        any m in p.offers where (m in [ip, cellular])
        and not (any d in p.carries where (d is Command or d is SafetyParameters))
    mitigated when
        p.authenticated_access
        or all f in p.flows where (p not in f.target_ports or f.authentication in [source, mutual])
    statement: "An attacker {p.exposure} takes over any computer that can reach {p} and uses the service that listens there and asks nobody who they are, reads or changes what {p.owner} keeps behind it, and goes on from there into the device."
    fix:       [MutualTls, NetworkAccessControl]
    advice:    "Deny by default, authenticate whoever connects to {p}, and publish the firewall rules that the device needs."
    violates:  [imdrf_n60.comm_3, imdrf_n60.comm_5]
    cwe:       [306, 285]
    capec:     [180]
    emb3d:     [310]
    catalogue: ["E01"]
}

test "E01, ELV01: network services know their clients" {
    data m : Measurement
    data d : Command
    boundary hospital : HospitalNetwork { external pc : InformationSystem }
    boundary b : DeviceEnclosure {
        process x {
            port open_  { offers: [ip], authenticated_access: no }
            port proved { offers: [ip], authenticated_access: no }
            port login_ { offers: [ip], authenticated_access: yes }
            port unsaid { offers: [ip] }
            port steer  { offers: [ip], authenticated_access: no }
            port out    { offers: [ip], authenticated_access: no }
        }
    }
    flow f1: hospital.pc -> b.x.open_   { carries: [m], authentication: none }
    flow f2: hospital.pc -> b.x.proved  { carries: [m], authentication: mutual }
    flow f3: hospital.pc -> b.x.login_  { carries: [m], authentication: none }
    flow f4: hospital.pc -> b.x.unsaid  { carries: [m], authentication: none }
    flow f5: hospital.pc -> b.x.steer   { carries: [d], authentication: none }
    flow f6: b.x.out     -> hospital.pc { carries: [m], authentication: none }
    expect ELV01 @ b.x.open_  open
    expect ELV01 @ b.x.proved mitigated
    expect ELV01 @ b.x.login_ mitigated
    expect ELV01 @ b.x.unsaid question
    expect ELV01 @ b.x.steer  absent
    expect ELV01 @ b.x.out    absent
}

rule ELV02 "Service functions of {p.owner} open to anybody at {p}" : ElevationOfPrivilege {
    for port p where (p.on_device and p.for_service and not p.debugging)
    applies when   p.used or p.default == enabled
    mitigated when p.authenticated_access
    statement: "An attacker {p.exposure} connects to {p}, which is meant for service or the factory, and calibrates, configures or tests {p.owner} with rights no user has."
    fix:       [ChallengeResponse, MultiFactorLogin]
    advice:    "Open service functions at {p} only to an authenticated service role, for each device and each session, and log their use."
    violates:  [imdrf_n60.phys_3, imdrf_n60.auth_2]
    cwe:       [489, 1295, 15, 862]
    capec:     [121, 176]
    emb3d:     [224, 116, 108]
    catalogue: ["E04"]
}

test "E04, ELV02: service ports ask who is there" {
    data d : ServiceCommand
    actor tech
    boundary b { device: yes
        process x {
            port open_   { access: service, authenticated_access: no }
            port login_  { access: service, authenticated_access: yes }
            port unsaid  { access: factory }
            port public_ { access: public, authenticated_access: no }
            port off_    { access: service, authenticated_access: no, default: disabled }
            port idle    { access: service, authenticated_access: no, default: enabled }
        }
    }
    flow f1: tech -> b.x.open_   { carries: [d] }
    flow f2: tech -> b.x.login_  { carries: [d] }
    flow f3: tech -> b.x.unsaid  { carries: [d] }
    flow f4: tech -> b.x.public_ { carries: [d] }
    expect ELV02 @ b.x.open_   open
    expect ELV02 @ b.x.login_  mitigated
    expect ELV02 @ b.x.unsaid  question
    expect ELV02 @ b.x.public_ absent
    expect ELV02 @ b.x.off_    absent
    expect ELV02 @ b.x.idle    open
}

rule ELV03 "{p} is open though nothing uses it" : ElevationOfPrivilege {
    for port p where (p.on_device and not p.used and not p.debugging and not p.inside)
    applies when
        any m in p.offers where (
            m in [ip, ble, bluetooth, nfc, rfid, rf, cellular, usb, serial, can, media_slot, pcie])
    mitigated when p.default in [disabled, removed]
    statement: "An attacker {p.exposure} connects to {p}, which no function of the device uses and nobody watches, and finds a way into {p.owner} that was left on."
    fix:       [DisabledPort, RemovedPort]
    advice:    "Remove {p} or disable it as shipped, show that it is, and name it in the list of ports all the same."
    violates:  [imdrf_n60.comm_1, imdrf_n60.phys_2, imdrf_n60.label_3]
    cwe:       [912, 1125]
    capec:     [121]
    emb3d:     [401]
    catalogue: ["E13"]
}

test "E13, ELV03: unused ports are off" {
    data m : Measurement
    external server
    boundary b { device: yes
        process x {
            port on_         { offers: [usb], default: enabled }
            port off_        { offers: [usb], default: disabled }
            port unsaid      { offers: [ble] }
            port busy        { offers: [ip], default: enabled }
            port mains       { offers: [power], default: enabled }
            port bus         { offers: [can], medium: internal, default: enabled }
            port jtag : Jtag { default: enabled }
        }
    }
    flow f1: b.x.busy -> server { carries: [m] }
    expect ELV03 @ b.x.on_    open
    expect ELV03 @ b.x.off_   mitigated
    expect ELV03 @ b.x.unsaid question
    expect ELV03 @ b.x.busy   absent
    expect ELV03 @ b.x.mains  absent
    expect ELV03 @ b.x.bus    absent
    expect ELV03 @ b.x.jtag   absent
}

// ---------------------------------------------------------------- processes

rule ELV04 "A flaw in {p} opens the whole operating system" : ElevationOfPrivilege {
    for process p
    applies when   p.operating_system == general_purpose and p.outer_input
    mitigated when not p.privileged
    statement:     "An attacker {p.exposure} turns one flaw in how {p} treats a message from outside into root or administrator rights, and from there rules every other program, setting and key on the same computer."
    fix:           [LeastPrivilege]
    advice:        "Run {p} under an account of its own with the rights it needs and no more, confined by mandatory access control."
    violates:      [imdrf_n60.auth_2, imdrf_n60.integ_2]
    cwe:           [250, 269]
    capec:         [233]
    emb3d:         [219, 204]
    preconditions: [foothold]
    catalogue:     ["E02"]
}

test "E02, ELV04: exposed programs run with few rights" {
    data m : Measurement
    process a
    boundary b {
        process root_  { operating_system: general_purpose, privileged: yes }
        process modest { operating_system: general_purpose, privileged: no }
        process unsaid { operating_system: general_purpose }
        process kernel { operating_system: rtos, privileged: yes }
        process inner  { operating_system: general_purpose, privileged: yes }
    }
    flow f1: a -> b.root_  { carries: [m] }
    flow f2: a -> b.modest { carries: [m] }
    flow f3: a -> b.unsaid { carries: [m] }
    flow f4: a -> b.kernel { carries: [m] }
    expect ELV04 @ b.root_  open
    expect ELV04 @ b.modest mitigated
    expect ELV04 @ b.unsaid question
    expect ELV04 @ b.kernel absent
    expect ELV04 @ b.inner  absent
}

rule ELV05 "A memory error in {p} lets a sender run code" : ElevationOfPrivilege {
    for process p where (p.on_device)
    applies when   p.outer_input
    mitigated when p.memory_safe
    statement: "An attacker {p.exposure} crafts a message that overruns a buffer where {p} takes apart what comes from outside, and from then on their code, not the manufacturer's, decides what {p} does and reports."
    fix:       [MemorySafety]
    advice:    "Write the parsers of {p} in a memory-safe language, or harden, sandbox and fuzz them."
    violates:  [imdrf_n60.comm_2, imdrf_n60.integ_2]
    cwe:       [787, 121, 119]
    capec:     [100]
    emb3d:     [202, 327, 206]
    catalogue: ["E16"]
}

test "E16, ELV05: parsers are memory-safe" {
    data m : Measurement
    process a
    boundary b { device: yes
        process weak   { memory_safe: no, port p }
        process strong { memory_safe: yes, port p }
        process unsaid { port p }
        process inner  { memory_safe: no }
    }
    process far { memory_safe: no }
    flow f1: a          -> b.weak.p   { carries: [m] }
    flow f2: a          -> b.strong.p { carries: [m] }
    flow f3: a          -> b.unsaid.p { carries: [m] }
    flow f4: b.strong.p -> far        { carries: [m] }
    expect ELV05 @ b.weak   open
    expect ELV05 @ b.strong mitigated
    expect ELV05 @ b.unsaid question
    expect ELV05 @ b.inner  absent
    expect ELV05 @ far      absent
}

/// Web interfaces with patient data are asked the same by INF08.
rule ELV06 "One role of {p} does what only another may" : ElevationOfPrivilege {
    for process p where (
        not (p.web and any f in p.flows where (f.crosses and any d in f.carries where (d.about_patient)))
        and (count f in p.inbound where (f.by_person)) >= 2)
    applies when   p.steered_by_people
    mitigated when p.authorises_requests
    statement:     "A patient, carer or other user of {p} reaches clinical or service functions beyond their role, because {p} only hides the buttons for them instead of checking who asks, and changes what the device does to the patient."
    fix:           [RoleBasedAccess]
    advice:        "Check the role in {p} itself for each function, deny by default, and test it for every role."
    violates:      [imdrf_n60.auth_2]
    cwe:           [862, 863, 269]
    capec:         [122]
    emb3d:         [310]
    preconditions: [credential]
    catalogue:     ["E05"]
}

test "E05, ELV06: roles are enforced where several people work" {
    data d : OperatorInput
    actor nurse
    actor patient
    boundary b {
        process lax    { authorises_requests: no }
        process strict { authorises_requests: yes }
        process unsaid
        process single { authorises_requests: no }
    }
    flow n1: nurse   -> b.lax    { carries: [d] }
    flow p1: patient -> b.lax    { carries: [d] }
    flow n2: nurse   -> b.strict { carries: [d] }
    flow p2: patient -> b.strict { carries: [d] }
    flow n3: nurse   -> b.unsaid { carries: [d] }
    flow p3: patient -> b.unsaid { carries: [d] }
    flow n4: nurse   -> b.single { carries: [d] }
    expect ELV06 @ b.lax    open
    expect ELV06 @ b.strict mitigated
    expect ELV06 @ b.unsaid question
    expect ELV06 @ b.single absent
}

rule ELV07 "Whoever holds {p} steers every device" : ElevationOfPrivilege {
    for process p where (
        any b in p.boundaries where (
            b is CloudTenant or b is HospitalDataCentre or b is DemilitarisedZone or b is ManufacturerSite))
    applies when   any f in p.outbound where (f.exposed and f.target is not store and (f.steers or f.updates))
    mitigated when p.dual_control
    statement:     "An attacker {p.exposure} takes over {p} or one of its administrators and sends settings, commands or software of their own to all devices it serves at once, so that many patients come to harm."
    fix:           [DualControl]
    advice:        "Ask a second person to release what goes to many devices, send it in steps and watch for anomalies; the device keeps its own limits and asks for consent."
    violates:      [imdrf_n60.auth_2, imdrf_n60.comm_5]
    cwe:           [269, 306]
    capec:         [555, 122]
    preconditions: [credential]
    catalogue:     ["E08"]
}

test "E08, ELV07: backends that reach many devices" {
    data l : DrugLibrary
    data m : Measurement
    boundary cloud : CloudTenant {
        process lone   { dual_control: no }
        process pair   { dual_control: yes }
        process unsaid
        process report { dual_control: no }
        process filing { dual_control: no }
        boundary inner : PrivateSubnet { store records : SqlDatabase }
    }
    process local_ { dual_control: no }
    boundary b { process x { port p } }
    flow f1: cloud.lone   -> b.x.p               { carries: [l] }
    flow f2: cloud.pair   -> b.x.p               { carries: [l] }
    flow f3: cloud.unsaid -> b.x.p               { carries: [l] }
    flow f4: cloud.report -> b.x.p               { carries: [m] }
    flow f6: cloud.filing -> cloud.inner.records { carries: [l] }
    flow f5: local_       -> b.x.p               { carries: [l] }
    expect ELV07 @ cloud.lone   open
    expect ELV07 @ cloud.pair   mitigated
    expect ELV07 @ cloud.unsaid question
    expect ELV07 @ cloud.report absent
    expect ELV07 @ local_       absent
    expect ELV07 @ cloud.filing absent
}

/// Its connections to networks, between which it could pass traffic on.
define process.network_ports : list of port =
    each q in self.ports where (not q.logical and any m in q.offers where (m in [ip, cellular]))

rule ELV08 "{p} is a bridge between its networks" : ElevationOfPrivilege {
    for process p where (p.on_device)
    applies when
        (count q in p.ports where (
            not q.logical
            and any m in q.offers where (m in [ip, cellular]))) >= 2
    mitigated when not p.forwards
    statement: "An attacker {p.exposure} sends traffic into one of {p.network_ports}, has it passed on by {p} through the other, and reaches devices there that were thought to be separate."
    fix:       [NoForwarding]
    advice:    "Switch forwarding off in {p}, keep the stacks of its networks apart, and filter on each of them."
    violates:  [imdrf_n60.comm_1, imdrf_n60.comm_3]
    cwe:       [15, 923]
    capec:     [700]
    emb3d:     [412]
    catalogue: ["E14"]
}

test "E14, ELV08: no way through from one network to the other" {
    boundary b { device: yes
        process router { forwards: yes, port lan { offers: [ip] }, port wlan { offers: [ip] } }
        process guard_ { forwards: no, port lan { offers: [ip] }, port wlan { offers: [ip] } }
        process unsaid { port lan { offers: [ip] }, port wlan { offers: [ip] } }
        process single { forwards: yes, port lan { offers: [ip] }, port usb { offers: [usb] } }
        process server { forwards: yes, port lan { offers: [ip] }, port api { offers: [ip], logical: yes } }
    }
    expect ELV08 @ b.router open
    expect ELV08 @ b.guard_ mitigated
    expect ELV08 @ b.unsaid question
    expect ELV08 @ b.single absent
    expect ELV08 @ b.server absent
}

// ---------------------------------------------------------------- stores

rule ELV09 "The secret in {s} opens the whole fleet" : ElevationOfPrivilege {
    for store s where (s.on_device)
    applies when   any d in s.holds where (d is Credential)
    mitigated when s.unique_per_device
    statement:     "Somebody takes the keys and passwords out of {s} of a single bought or stolen device and uses them to open, or to pose as, every other device of its kind."
    fix:           [UniqueCredentials]
    advice:        "Give each device secrets of its own, derived from nothing printed on it, prefer public-key schemes, and be able to revoke them one by one."
    violates:      [imdrf_n60.auth_4, imdrf_n60.data_4]
    cwe:           [321, 1394, 1391]
    capec:         [37, 151]
    emb3d:         [212, 317, 328]
    preconditions: [equipment]
    catalogue:     ["E07"]
    fleet_wide:    yes
}

test "E07, ELV09: secrets differ from device to device" {
    data k : KeyMaterial
    data c : PublicCertificate
    boundary b { device: yes
        store same    { holds: [k], unique_per_device: no }
        store own     { holds: [k], unique_per_device: yes }
        store unsaid  { holds: [k] }
        store public_ { holds: [c], unique_per_device: no }
    }
    store server { holds: [k], unique_per_device: no }
    expect ELV09 @ b.same    open
    expect ELV09 @ b.own     mitigated
    expect ELV09 @ b.unsaid  question
    expect ELV09 @ b.public_ absent
    expect ELV09 @ server    absent
}
