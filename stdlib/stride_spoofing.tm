/// Spoofing: somebody or something pretends to be what it is not.

// ---------------------------------------------------------------- flows

rule SPF01 "Forged commands or settings on {f}, as if from {f.source}" : Spoofing {
    for flow f where (f.exposed)
    applies when   f.steers
    mitigated when f.sender_proved
    statement: "An attacker {f.exposure} poses as {f.source} on {f} and sends {f.carries}, so that {f.target} acts on instructions nobody entitled to it has given."
    fix:       [MutualTls, SignedMessages, BleSecureConnections]
    advice:    "Authenticate {f.source} to {f.target} by cryptographic means that end in the device, and deny by default. Ask for a physical sign of intent before hazardous commands."
    violates:  [imdrf_n60.comm_5, imdrf_n60.auth_1]
    cwe:       [306, 862, 290, 940]
    capec:     [151]
    emb3d:     [406, 310]
}

test "SPF01: commands and settings need a sender that is authenticated" {
    data d : Command
    data s : TherapySettings
    data m : Measurement
    actor nurse
    process a
    boundary b { process x { port p } }
    flow bare:     a     -> b.x.p { carries: [d], authentication: none }
    flow backward: a     -> b.x.p { carries: [s], authentication: target }
    flow proved:   a     -> b.x.p { carries: [d], authentication: mutual }
    flow unsaid:   a     -> b.x.p { carries: [d] }
    flow empty_:   a     -> b.x.p { authentication: none }
    flow reading:  a     -> b.x.p { carries: [m], authentication: none }
    flow press:    nurse -> b.x.p { carries: [d], authentication: none }
    flow contact:  a     -> b.x.p { carries: [d], authentication: none, signal_only: yes }
    boundary unit { device: yes
        process pump { port p }
    }
    flow polled: unit.pump.p <-> a           { carries: [d], authentication: target }
    flow asked:  a           <-> unit.pump.p { carries: [d], authentication: target }
    expect SPF01 @ polled   mitigated
    expect SPF01 @ asked    open
    expect SPF01 @ bare     open
    expect SPF01 @ backward open
    expect SPF01 @ proved   mitigated
    expect SPF01 @ unsaid   question
    expect SPF01 @ empty_   question
    expect SPF01 @ reading  absent
    expect SPF01 @ press    absent
    expect SPF01 @ contact  absent
}

test "SPF01: what stays within one zone of trust is not asked about" {
    data d : Command
    boundary b {
        process x
        process y
        flow inner: x -> y { carries: [d], authentication: none }
    }
    expect SPF01 @ b.inner absent
}

rule SPF02 "Forged measurements on {f} mislead {f.target}" : Spoofing {
    for flow f where (f.exposed)
    applies when
        not f.steers
        and (f.target.safety_relevant or (f.two_way and f.source.safety_relevant))
        and any d in f.carries where (d is Measurement)
    mitigated when f.authentication == mutual or (f.authentication == source and not f.two_way)
    statement: "An attacker {f.exposure} feeds {f.target} invented {f.carries} in the name of {f.source}, and therapy or diagnosis follows values the patient never had."
    fix:       [MutualTls, SignedMessages, BleSecureConnections]
    advice:    "Authenticate the source of {f.carries}, check values and their rate of change for plausibility, and go to a safe state when trust in them is lost."
    violates:  [imdrf_n60.comm_4, imdrf_n60.comm_5]
    cwe:       [345, 290]
    capec:     [148, 194]
    emb3d:     [406]
}

test "SPF02: measurements that therapy depends on" {
    data m : ControlLoopMeasurement
    data u : UsageData
    process sensor
    boundary b {
        process loop  { safety_relevant: yes, port p }
        process diary { safety_relevant: no, port p }
        process other { port p }
    }
    flow forged:  sensor -> b.loop.p  { carries: [m], authentication: none }
    flow proved:  sensor -> b.loop.p  { carries: [m], authentication: source }
    flow archive: sensor -> b.diary.p { carries: [m], authentication: none }
    flow usage:   sensor -> b.loop.p  { carries: [u], authentication: none }
    flow unclear: sensor -> b.other.p { carries: [m], authentication: none }
    expect SPF02 @ forged  open
    expect SPF02 @ proved  mitigated
    expect SPF02 @ archive absent
    expect SPF02 @ usage   absent
    expect SPF02 @ unclear question
}

rule SPF03 "Forged orders or patient assignment on {f}" : Spoofing {
    for flow f where (f.exposed)
    applies when   not f.steers and any d in f.carries where (d is Order or d is PatientIdentity)
    mitigated when f.sender_proved
    statement: "An attacker {f.exposure} poses as {f.source} and sends {f.target} {f.carries} of somebody else, so that the wrong patient is treated or examined."
    fix:       [MutualTls, SignedMessages]
    advice:    "Accept {f.carries} from authenticated, listed systems only, and have the patient's identity confirmed at the device."
    violates:  [imdrf_n60.comm_4, imdrf_n60.comm_5]
    cwe:       [345, 290]
    capec:     [148]
    emb3d:     [406]
}

test "SPF03: orders need a sender that is authenticated" {
    data o : Worklist
    data l : LogData
    external his
    boundary b { process x { port p } }
    flow bare:   his -> b.x.p { carries: [o], authentication: none }
    flow proved: his -> b.x.p { carries: [o], authentication: mutual }
    flow unsaid: his -> b.x.p { carries: [o] }
    flow logs:   his -> b.x.p { carries: [l], authentication: none }
    expect SPF03 @ bare   open
    expect SPF03 @ proved mitigated
    expect SPF03 @ unsaid question
    expect SPF03 @ logs   absent
}

rule SPF04 "An impostor takes the place of {f.target} and receives {f.carries}" : Spoofing {
    for flow f where (f.exposed)
    applies when
        f.encrypted
        and any d in f.carries where (d is PatientData or d is Credential)
    mitigated when f.authentication in [target, mutual]
    statement: "An attacker {f.exposure} redirects {f.source} to a server of their own, by false names, addresses or certificates; {f} is encrypted, but to the attacker, who receives {f.carries}."
    fix:       [MutualTls, ServerTls]
    advice:    "Let {f.source} check chain, name, validity and revocation of the certificate of {f.target}, and refuse the connection when the check fails; the device stays safe without it."
    violates:  [imdrf_n60.comm_5]
    cwe:       [295, 940]
    capec:     [94, 142, 697]
    emb3d:     [316]
}

test "SPF04: encryption to an unauthenticated receiver" {
    data r : TherapyRecord
    data t : TechnicalData
    external cloud
    boundary b { process x { port p } }
    flow blind:  b.x.p -> cloud { carries: [r], encrypted: yes, authentication: none }
    flow proved: b.x.p -> cloud { carries: [r], encrypted: yes, authentication: target }
    flow unsaid: b.x.p -> cloud { carries: [r], encrypted: yes }
    flow plain:  b.x.p -> cloud { carries: [r], encrypted: no, authentication: none }
    flow state:  b.x.p -> cloud { carries: [t], encrypted: yes, authentication: none }
    expect SPF04 @ blind  open
    expect SPF04 @ proved mitigated
    expect SPF04 @ unsaid question
    expect SPF04 @ plain  absent
    expect SPF04 @ state  absent
}

rule SPF05 "False time on {f} shifts schedules and records of {f.target}" : Spoofing {
    for flow f where (f.exposed)
    applies when   not f.steers and any d in f.carries where (d is TimeData)
    mitigated when f.sender_proved
    statement: "An attacker {f.exposure} answers in place of {f.source} and sets the clock of {f.target}: scheduled therapy moves, certificates expire or revive, and the order of log entries is lost."
    fix:       [AuthenticatedTime]
    advice:    "Authenticate the time source or bound each step. Run therapy from a monotonic clock, and mark log entries written without synchronised time."
    violates:  [imdrf_n60.comm_5, imdrf_n60.integ_1]
    cwe:       [345]
    capec:     [194]
    emb3d:     [406]
}

test "SPF05: time needs a source that is authenticated" {
    data t : TimeData
    data h : Heartbeat
    external clock
    boundary b { process x { port p } }
    flow bare:   clock -> b.x.p { carries: [t], authentication: none }
    flow proved: clock -> b.x.p { carries: [t], authentication: source }
    flow alive:  clock -> b.x.p { carries: [h], authentication: none }
    expect SPF05 @ bare open
    flow unsaid: clock -> b.x.p { carries: [t] }
    expect SPF05 @ proved mitigated
    expect SPF05 @ unsaid question
    expect SPF05 @ alive  absent
}

// ---------------------------------------------------------------- ports

rule SPF06 "A stranger's device pairs at {p}" : Spoofing {
    for port p where (p.on_device and p.used)
    applies when   any m in p.offers where (m in [ble, bluetooth, rf])
    mitigated when p.pairing in [passkey, numeric_comparison, out_of_band]
    statement: "An attacker {p.exposure} bonds a device of their own, or breaks into a bond being made, at {p} of {p.owner}, and then speaks as a trusted partner about {p.carries}."
    fix:       [BleSecureConnections, PasskeyPairing, OutOfBandPairing]
    advice:    "Pair by numeric comparison, passkey or out of band, only after a deliberate act at the device, and authenticate once more above the radio link."
    violates:  [imdrf_n60.comm_5, imdrf_n60.comm_6]
    cwe:       [287, 322]
    capec:     [667, 668]
    emb3d:     [411, 406]
}

test "SPF06: pairing has to authenticate" {
    data m : Measurement
    process phone
    boundary b { device: yes
        process x {
            port easy   { offers: [ble], pairing: just_works }
            port proper { offers: [ble], pairing: numeric_comparison }
            port unsaid { offers: [rf] }
            port idle   { offers: [ble], pairing: none }
            port lan    { offers: [ip], pairing: none }
        }
    }
    flow f1: b.x.easy   -> phone { carries: [m] }
    flow f2: b.x.proper -> phone { carries: [m] }
    flow f3: b.x.unsaid -> phone { carries: [m] }
    flow f4: b.x.lan    -> phone { carries: [m] }
    expect SPF06 @ b.x.easy   open
    expect SPF06 @ b.x.proper mitigated
    expect SPF06 @ b.x.unsaid question
    expect SPF06 @ b.x.idle   absent
    expect SPF06 @ b.x.lan    absent
}

rule SPF07 "A counterfeit part passes for a genuine one at {p}" : Spoofing {
    for port p where (p.on_device)
    applies when   any d in p.carries where (d is AccessoryIdentity)
    mitigated when p.authenticated_access
    statement: "Whoever supplies a copied accessory, consumable or sensor presents a false {p.carries} at {p}, and {p.owner} works with characteristics the part does not have."
    fix:       [AccessoryAuthentication]
    advice:    "Authenticate accessories with a key that cannot be copied from one to the next, and keep to safe limits with an unknown one."
    violates:  [imdrf_n60.comm_5, imdrf_n60.integ_2]
    cwe:       [290, 345]
    capec:     [530]
    emb3d:     [113]
}

test "SPF07: accessories identify themselves" {
    data id : AccessoryIdentity
    data m  : Measurement
    external probe
    boundary b { device: yes
        process x {
            port tag  { authenticated_access: no }
            port chip { authenticated_access: yes }
            port unsaid
            port lead { authenticated_access: no }
        }
    }
    flow f1: probe -> b.x.tag    { carries: [id] }
    flow f2: probe -> b.x.chip   { carries: [id] }
    flow f3: probe -> b.x.unsaid { carries: [id] }
    flow f4: probe -> b.x.lead   { carries: [m] }
    expect SPF07 @ b.x.tag    open
    expect SPF07 @ b.x.chip   mitigated
    expect SPF07 @ b.x.unsaid question
    expect SPF07 @ b.x.lead   absent
}

// ---------------------------------------------------------------- processes

rule SPF08 "Anybody at hand can operate {p}" : Spoofing {
    for process p
    applies when   p.steered_by_people
    mitigated when p.login in [shared, pin, password, badge, multi_factor]
    statement: "An attacker {p.exposure} uses {p} as if they were entitled to it, because {p} asks nobody who they are, and gives commands that reach the patient."
    fix:       [BadgeLogin, PasswordLogin]
    advice:    "Decide which functions need a login and which must work at once; lock hazardous settings at least, and record why the rest stays open."
    violates:  [imdrf_n60.auth_1, imdrf_n60.auth_5]
    cwe:       [306, 862]
    capec:     [151]
    emb3d:     [310]
}

test "SPF08: hazardous operation asks who is there" {
    data d : OperatorInput
    data t : TechnicalData
    actor nurse
    boundary b {
        process open_   { login: none }
        process locked_ { login: badge }
        process unsaid
        process viewer  { login: none }
    }
    flow f1: nurse -> b.open_   { carries: [d] }
    flow f2: nurse -> b.locked_ { carries: [d] }
    flow f3: nurse -> b.unsaid  { carries: [d] }
    flow f4: nurse -> b.viewer  { carries: [t] }
    expect SPF08 @ b.open_   open
    expect SPF08 @ b.locked_ mitigated
    expect SPF08 @ b.unsaid  question
    expect SPF08 @ b.viewer  absent
}

rule SPF09 "Default or shared credentials open {p}" : Spoofing {
    for process p where (p.operated)
    applies when   p.login in [shared, pin, password]
    mitigated when p.unique_credentials
    statement: "An attacker {p.exposure} logs in to {p} with a password or PIN that was built in, left at its default or is the same on other devices, and acts with the rights of a rightful user."
    fix:       [UniqueCredentials]
    advice:    "Ship no universal credential, service access included; make the first login set a new one, and give every device its own."
    violates:  [imdrf_n60.auth_4]
    cwe:       [1392, 1393, 798, 259]
    capec:     [70, 191]
    emb3d:     [311, 328]
}

test "SPF09: no default and no shared credentials" {
    data d : OperatorInput
    actor nurse
    boundary b {
        process weak   { login: password, unique_credentials: no }
        process good   { login: password, unique_credentials: yes }
        process unsaid { login: pin }
        process card   { login: badge, unique_credentials: no }
        process alone  { login: password, unique_credentials: no }
    }
    flow f1: nurse -> b.weak   { carries: [d] }
    flow f2: nurse -> b.good   { carries: [d] }
    flow f3: nurse -> b.unsaid { carries: [d] }
    flow f4: nurse -> b.card   { carries: [d] }
    expect SPF09 @ b.weak   open
    expect SPF09 @ b.good   mitigated
    expect SPF09 @ b.unsaid question
    expect SPF09 @ b.card   absent
    expect SPF09 @ b.alone  absent
}

rule SPF10 "Somebody else carries on a session left open on {p}" : Spoofing {
    for process p
    applies when   p.steered_by_people and known(p.login) and p.login != none
    mitigated when p.session_timeout
    statement: "Somebody beside {p} finds it logged in and unattended, and changes the therapy under the name of whoever left."
    fix:       [SessionTimeout]
    advice:    "End sessions after a time that fits clinical use, keep vital signs visible, and ask again before hazardous actions."
    violates:  [imdrf_n60.comm_8, imdrf_n60.auth_1]
    cwe:       [613, 522]
    capec:     [21, 555]
    emb3d:     [321]
}

test "SPF10: sessions end" {
    data d : OperatorInput
    actor nurse
    boundary b {
        process endless { login: password, session_timeout: no }
        process ends    { login: password, session_timeout: yes }
        process unsaid  { login: badge }
        process free    { login: none, session_timeout: no }
    }
    flow f1: nurse -> b.endless { carries: [d] }
    flow f2: nurse -> b.ends    { carries: [d] }
    flow f3: nurse -> b.unsaid  { carries: [d] }
    flow f4: nurse -> b.free    { carries: [d] }
    expect SPF10 @ b.endless open
    expect SPF10 @ b.ends    mitigated
    expect SPF10 @ b.unsaid  question
    expect SPF10 @ b.free    absent
}

// ---------------------------------------------------------------- people and foreign systems

rule SPF11 "Somebody passes for {a} from afar" : Spoofing {
    for actor a
    applies when
        any f in a.outbound where (
            f.exposure >= internet
            and any d in f.carries where (
                d is Command or d is SafetyParameters or d is FirmwarePackage or d is RemoteServiceData))
    mitigated when a.second_factor
    statement: "An attacker on the Internet uses a stolen, guessed or tricked-out login of {a} and sends {a.outbound.carries} to {a.peers} with the rights of {a}."
    fix:       [MultiFactorLogin]
    advice:    "Ask {a} for a second factor, let the operator start each session and limit its time, and show at the device that it is being served."
    violates:  [imdrf_n60.auth_1, imdrf_n60.maint_6]
    cwe:       [287, 306]
    capec:     [151, 407]
    emb3d:     [224, 310]
}

test "SPF11: remote people need a second factor" {
    data d : ServiceCommand
    actor tech   { second_factor: no }
    actor vetted { second_factor: yes }
    actor unsaid
    actor near_  { second_factor: no }
    process x
    flow f1: tech   -> x { carries: [d], reach: internet }
    flow f2: vetted -> x { carries: [d], reach: internet }
    flow f3: unsaid -> x { carries: [d], reach: internet }
    flow f4: near_  -> x { carries: [d], reach: physical }
    expect SPF11 @ tech   open
    expect SPF11 @ vetted mitigated
    expect SPF11 @ unsaid question
    expect SPF11 @ near_  absent
}

rule SPF12 "A manipulated or cloned {x} steers the device" : Spoofing {
    for external x
    applies when   any f in x.outbound where (f.exposed and f.steers)
    mitigated when x.controlled_platform
    statement: "An attacker who controls the platform of {x}, or runs a copy of it, lets it send {x.outbound.carries} to {x.peers}, which take them for the will of the rightful user."
    fix:       [ManagedPlatform]
    advice:    "Treat {x} as untrusted: bind user, device and instance to each other, decide and limit on the device, and use attestation only as an aid."
    violates:  [imdrf_n60.comm_3, imdrf_n60.comm_5]
    cwe:       [287, 602]
    capec:     [151, 22]
    emb3d:     [310]
}

test "SPF12: foreign systems that steer the device" {
    data d : TherapyCommand
    data m : Measurement
    external phone   { controlled_platform: no }
    external managed { controlled_platform: yes }
    external unsaid
    external viewer  { controlled_platform: no }
    boundary b { process x { port p } }
    flow f1: phone   -> b.x.p  { carries: [d] }
    flow f2: managed -> b.x.p  { carries: [d] }
    flow f3: unsaid  -> b.x.p  { carries: [d] }
    flow f4: b.x.p   -> viewer { carries: [m] }
    expect SPF12 @ phone   open
    expect SPF12 @ managed mitigated
    expect SPF12 @ unsaid  question
    expect SPF12 @ viewer  absent
}
