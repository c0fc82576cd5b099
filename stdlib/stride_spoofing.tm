/// Spoofing: somebody or something pretends to be what it is not.

// ---------------------------------------------------------------- flows

rule SPF01 "Forged commands or settings on {f}" : Spoofing {
    for flow f where (f.exposed)
    applies when   f.steers and not f.short_range and f.target is not store
    mitigated when f.sender_proved
    statement: "An attacker {f.exposure} poses as the rightful sender on {f}, between {f.source} and {f.target}, and sends {f.instructions} of their own making, so that the patient is treated, dosed or reminded by instructions that nobody entitled to it has given."
    fix:       [MutualTls, SignedMessages, BleSecureConnections]
    advice:    "Authenticate {f.source} to {f.target} by cryptographic means that end in the device, and deny by default. Ask for a physical sign of intent before hazardous commands."
    violates:  [imdrf_n60.comm_5, imdrf_n60.auth_1]
    cwe:       [306, 862]
    capec:     [151]
    emb3d:     [406, 310]
    catalogue: ["S01"]
}

test "S01, SPF01: commands and settings need a sender that is authenticated" {
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
    boundary c { store records { port q } }
    flow filed: a -> c.records.q { carries: [s], authentication: none }
    expect SPF01 @ filed    absent
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

rule SPF13 "A stranger's device commands the patient's over {f}" : Spoofing {
    for flow f where (f.exposed)
    applies when   f.steers and f.short_range
    mitigated when f.sender_proved
    statement: "An attacker {f.exposure} brings a telephone, programmer or radio of their own close to the patient, imitates the rightful partner on {f}, between {f.source} and {f.target}, and sends {f.instructions} of their own making; a stranger decides what the patient's device does."
    fix:       [BleSecureConnections, OutOfBandPairing, SignedMessages, MessageAuthentication]
    advice:    "Bind the device to its patient's rightful partners by a cryptographic pairing that authenticates both, ask for nearness or a deliberate act (a tap, a coil, a button) before a session that changes anything opens, and end the session by itself."
    violates:  [imdrf_n60.comm_5, imdrf_n60.auth_5, imdrf_n60.phys_1]
    cwe:       [290, 940]
    capec:     [151, 667]
    emb3d:     [406]
    catalogue: ["S01", "S02"]
}

test "S02, SPF13: a stranger's device over a short-range link" {
    data program   : TherapySettings
    data telemetry : Measurement
    external programmer : Programmer {
        port coil_ : InductiveCoil
        port radio : RfRadio
        port ble   : BleRadio
        port lan   : EthernetPort
    }
    boundary stimulator : ImplantedDevice {
        process main : ImplantFirmware {
            port coil_ : InductiveCoil
            port radio : RfRadio
            port ble   : BleRadio
            port lan   : NetworkService
        }
    }
    flow bare:   programmer.coil_      -> stimulator.main.coil_ over InductiveTelemetry { carries: [program], authentication: none }
    flow proved: programmer.ble        -> stimulator.main.ble   over BleSecure          { carries: [program] }
    flow unsaid: programmer.radio      -> stimulator.main.radio over ProprietaryRf      { carries: [program] }
    flow report: stimulator.main.radio -> programmer.radio      over ProprietaryRf      { carries: [telemetry], authentication: none }
    flow wired:  programmer.lan        -> stimulator.main.lan   over Http               { carries: [program], authentication: none }
    expect SPF13 @ bare   open
    expect SPF13 @ proved mitigated
    expect SPF13 @ unsaid question
    expect SPF13 @ report absent
    expect SPF13 @ wired  absent
    expect SPF01 @ wired  open
    expect SPF01 @ bare   absent
}

rule SPF02 "Forged measurements on {f} mislead {f.target}" : Spoofing {
    for flow f where (f.exposed)
    applies when
        not f.steers
        and (f.target.safety_relevant or (f.two_way and f.source.safety_relevant))
        and any d in f.carries where (d is Measurement)
    mitigated when f.authentication == mutual or (f.authentication == source and not f.two_way)
    statement: "An attacker {f.exposure} feeds measurements that are invented, or another patient's, into {f}, between {f.source} and {f.target}; a control loop, an alarm or a clinician then follows values that this patient never had."
    fix:       [MutualTls, SignedMessages, BleSecureConnections]
    advice:    "Authenticate the sender on {f}, check values and their rate of change for plausibility, and go to a safe state when trust in them is lost."
    violates:  [imdrf_n60.comm_4, imdrf_n60.comm_5]
    cwe:       [345, 290]
    capec:     [148, 194]
    emb3d:     [406]
    catalogue: ["S03"]
}

test "S03, SPF02: measurements that therapy depends on" {
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

/// What it carries that ties a treatment or an examination to one patient, for statements to name.
define flow.assignments : list of data = each d in self.carries where (d is Order or d is PatientIdentity)

rule SPF03 "Forged order or identity on {f}" : Spoofing {
    for flow f where (f.exposed)
    applies when
        not f.steers
        and (
            any d in f.carries where (d is Order)
            or (any d in f.carries where (d is PatientIdentity) and not any d in f.carries where (d is Measurement)))
    mitigated when f.sender_proved
    statement: "An attacker {f.exposure} poses as the rightful sender on {f}, between {f.source} and {f.target}, and sends {f.assignments} of somebody else, so that the wrong patient is examined, treated or charted."
    fix:       [MutualTls, SignedMessages]
    advice:    "Accept orders and identities on {f} from authenticated, listed systems only, and have the patient's identity confirmed at the device."
    violates:  [imdrf_n60.comm_4, imdrf_n60.comm_5]
    cwe:       [345, 290]
    capec:     [148]
    emb3d:     [406]
    catalogue: ["S14"]
}

test "S14, SPF03: orders and identities need a sender that is authenticated" {
    data o : Worklist
    data i : PatientIdentity
    data m : Measurement
    data l : LogData
    external his
    boundary b { process x { port p } }
    flow bare:   his   -> b.x.p { carries: [o], authentication: none }
    flow proved: his   -> b.x.p { carries: [o], authentication: mutual }
    flow unsaid: his   -> b.x.p { carries: [o] }
    flow logs:   his   -> b.x.p { carries: [l], authentication: none }
    flow admit:  his   -> b.x.p { carries: [i], authentication: none }
    flow values: b.x.p -> his   { carries: [i, m], authentication: none }
    expect SPF03 @ admit  open
    expect SPF03 @ values absent
    expect SPF03 @ bare   open
    expect SPF03 @ proved mitigated
    expect SPF03 @ unsaid question
    expect SPF03 @ logs   absent
}

rule SPF04 "An impostor takes the place of {f.target} on {f}" : Spoofing {
    for flow f where (f.exposed)
    applies when
        f.exposure >= network
        and f.encrypted
        and any d in f.carries where (d is PatientData or d is Credential or d is Configuration)
    mitigated when f.authentication in [target, mutual]
    statement: "An attacker {f.exposure} leads {f.source} to a computer of their own, by forged names, addresses or routes or by a certificate that is not fully checked. {f} is encrypted, but towards the attacker, who receives the patient data, logins or configuration on it and can answer in the name of {f.target}."
    fix:       [MutualTls, ServerTls, CertificatePinning]
    advice:    "Let {f.source} check chain, name, validity and revocation of the certificate of {f.target} and refuse the connection when a check fails; what the patient depends on works without it."
    violates:  [imdrf_n60.comm_5]
    cwe:       [295, 940]
    capec:     [94, 142, 697]
    emb3d:     [316]
    catalogue: ["S06"]
}

test "S06, SPF04: encryption to an unauthenticated receiver" {
    data r : TherapyRecord
    data c : NetworkConfiguration
    data t : TechnicalData
    boundary outside : PublicNetwork { external cloud }
    boundary b                       { process x { port p } }
    flow blind:  b.x.p -> outside.cloud            { carries: [r], encrypted: yes, authentication: none }
    flow proved: b.x.p -> outside.cloud            { carries: [r], encrypted: yes, authentication: target }
    flow fully:  b.x.p -> outside.cloud over Https { carries: [r] }
    flow unsaid: b.x.p -> outside.cloud            { carries: [r], encrypted: yes }
    flow setup:  b.x.p <-> outside.cloud           { carries: [c], encrypted: yes, authentication: none }
    flow plain:  b.x.p -> outside.cloud            { carries: [r], encrypted: no, authentication: none }
    flow state:  b.x.p -> outside.cloud            { carries: [t], encrypted: yes, authentication: none }
    expect SPF04 @ blind  open
    expect SPF04 @ setup  open
    expect SPF04 @ proved mitigated
    expect SPF04 @ fully  mitigated
    expect SPF04 @ unsaid question
    expect SPF04 @ plain  absent
    expect SPF04 @ state  absent
}

test "SPF04: nobody is led astray by a name on a cable or a short-range radio" {
    data r : TherapyRecord
    external monitor { reach: physical, port com : Rs232Port }
    external phone   { port ble : BleRadio }
    boundary b { reach: physical
        process x {
            port com : Rs232Port
            port ble : BleRadio
        }
    }
    flow cable: b.x.com -> monitor.com { carries: [r], encrypted: yes, authentication: none }
    flow air:   b.x.ble -> phone.ble   { carries: [r], encrypted: yes, authentication: none }
    expect SPF04 @ cable absent
    expect SPF04 @ air   absent
}

rule SPF05 "False time on {f} shifts schedules and records" : Spoofing {
    for flow f where (f.exposed)
    applies when   not f.steers and any d in f.carries where (d is TimeData)
    mitigated when f.sender_proved
    statement: "An attacker {f.exposure} answers in place of the time source on {f} and moves the clock at the other end, between {f.source} and {f.target}: scheduled therapy moves, certificates expire or revive, and the order of log entries is lost."
    fix:       [AuthenticatedTime]
    advice:    "Authenticate the time source or bound each step. Run therapy from a monotonic clock, and mark log entries written without synchronised time."
    violates:  [imdrf_n60.comm_5, imdrf_n60.integ_1]
    cwe:       [345]
    capec:     [194]
    emb3d:     [406]
    catalogue: ["S15"]
}

test "S15, SPF05: time needs a source that is authenticated" {
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

rule SPF18 "A false source of updates on {f}" : Spoofing {
    for flow f where (f.exposed and (f.target.on_device or (f.two_way and f.source.on_device)))
    applies when   f.updates
    mitigated when f.signed or f.sender_proved
    statement:  "An attacker {f.exposure} sets up as the source of updates on {f}, between {f.source} and {f.target}, and offers code of their own as {f.carries}; nothing tells it from the manufacturer's, and the attacker's code drives the device."
    fix:        [SignedFirmware, MutualTls, SignedMessages]
    advice:     "Verify on the device a signature by a publisher it was delivered with, before anything is installed, and take updates over an authenticated connection besides."
    violates:   [imdrf_n60.maint_6, imdrf_n60.maint_7]
    cwe:        [494, 346]
    capec:      [657, 186]
    emb3d:      [211, 213]
    catalogue:  ["S12"]
    fleet_wide: yes
}

test "S12, SPF18: where updates come from" {
    data image : FirmwarePackage
    data plan  : TherapySettings
    external shop : CloudService { reach: internet }
    external partner             { reach: network }
    boundary b : WearableDevice {
        process x { port p }
        process y
    }
    control seal : SignedFirmware { status: verified }
    flow bare:    shop  -> b.x.p   { carries: [image], signed: no, authentication: none }
    flow sealed:  shop  -> b.x.p   { carries: [image], controls: [seal] }
    flow channel: b.x.p <-> shop   { carries: [image], signed: no, authentication: target }
    flow unsaid:  shop  -> b.x.p   { carries: [image] }
    flow setting: shop  -> b.x.p   { carries: [plan], signed: no, authentication: none }
    flow between: shop  -> partner { carries: [image], signed: no, authentication: none }
    flow inner:   b.x   -> b.y     { carries: [image], signed: no, authentication: none }
    expect SPF18 @ bare    open
    expect SPF18 @ sealed  mitigated
    expect SPF18 @ channel mitigated
    expect SPF18 @ unsaid  question
    expect SPF18 @ setting absent
    expect SPF18 @ between absent
    expect SPF18 @ inner   absent
}

// ---------------------------------------------------------------- ports

rule SPF06 "A stranger's device pairs at {p}" : Spoofing {
    for port p where (p.on_device and p.used)
    applies when   any m in p.offers where (m in [ble, bluetooth, rf])
    mitigated when p.pairing in [passkey, numeric_comparison, out_of_band]
    statement: "An attacker {p.exposure} bonds a device of their own at {p} of {p.owner}, or slips into a bond while it is made, and from then on takes part in {p.flows} as a trusted partner, reading and writing what only the patient's own device may."
    fix:       [BleSecureConnections, PasskeyPairing, OutOfBandPairing]
    advice:    "Pair by numeric comparison, passkey or out of band, only after a deliberate act at the device, and authenticate once more above the radio link."
    violates:  [imdrf_n60.comm_5, imdrf_n60.comm_6]
    cwe:       [287, 322]
    capec:     [667, 668]
    emb3d:     [411, 406]
    catalogue: ["S04"]
}

test "S04, SPF06: pairing has to authenticate" {
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

rule SPF14 "A rogue access point or base station captures {p.owner} at {p}" : Spoofing {
    for port p where (p.on_device and p.used)
    applies when   p.medium == wireless and any m in p.offers where (m in [ip, cellular])
    mitigated when
        p.network_proved
        or all f in p.flows where (
            f.authentication == mutual
            or (f.authentication == target and p in f.source_ports)
            or (f.authentication == source and p in f.target_ports))
    statement: "An attacker within radio range runs an access point or a base station under the name {p.owner} looks for, draws {p} onto it, and stands between {p.owner} and its peers on every connection that does not prove the other end: {p.flows}."
    fix:       [NetworkAccessControl, MutualTls, VpnTunnel]
    advice:    "Join only networks that prove who they are (certificates instead of a shared password), and protect each connection end to end, so that nothing depends on the radio link or the operator's network."
    violates:  [imdrf_n60.comm_1, imdrf_n60.comm_3]
    cwe:       [300, 923]
    capec:     [615, 617]
    emb3d:     [408, 406]
    catalogue: ["S05"]
}

test "S05, SPF14: a rogue access point or base station" {
    data m : Measurement
    data t : TimeData
    external server { reach: network }
    boundary b : DeviceEnclosure {
        process x {
            port home_  : WifiRadio     { network_proved: no }
            port ward   : WifiRadio     { network_proved: yes }
            port modem  : CellularModem { network_proved: no }
            port unsaid : WifiRadio
            port idle   : WifiRadio     { network_proved: no }
            port lan    : EthernetPort  { network_proved: no }
        }
    }
    flow f1: b.x.home_ -> server     over Http  { carries: [m], authentication: none }
    flow f2: b.x.ward  -> server     over Http  { carries: [m], authentication: none }
    flow f3: b.x.modem -> server     over Https { carries: [m] }
    flow f4: server    -> b.x.unsaid over Ntp   { carries: [t] }
    flow f5: b.x.lan   -> server     over Http  { carries: [m], authentication: none }
    expect SPF14 @ b.x.home_  open
    expect SPF14 @ b.x.ward   mitigated
    expect SPF14 @ b.x.modem  mitigated
    expect SPF14 @ b.x.unsaid question
    expect SPF14 @ b.x.idle   absent
    expect SPF14 @ b.x.lan    absent
}

rule SPF07 "A counterfeit part passes for a genuine one at {p}" : Spoofing {
    for port p where (p.on_device)
    applies when
        any d in p.carries where (d is AccessoryIdentity)
        or any f in p.inbound where (f.source is Accessory and not f.signal_only)
    mitigated when p.authenticated_access
    statement:     "Whoever supplies counterfeit or refilled parts copies what a genuine accessory, consumable or sensor reports at {p}; {p.owner} accepts the part and doses, measures or counts with characteristics it does not have."
    fix:           [AccessoryAuthentication]
    advice:        "Authenticate accessories with a key that cannot be copied from one to the next, and keep to safe limits with an unknown one."
    violates:      [imdrf_n60.comm_5, imdrf_n60.integ_2]
    cwe:           [290, 345]
    capec:         [530]
    emb3d:         [113]
    preconditions: [user_action]
    catalogue:     ["S16"]
}

test "S16, SPF07: accessories identify themselves" {
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
    external electrode : Accessory
    flow f5: electrode -> b.x.lead over AnalogueSignal { carries: [m] }
    expect SPF07 @ b.x.lead absent
}

// ---------------------------------------------------------------- processes

rule SPF08 "Anybody at hand can operate {p}" : Spoofing {
    for process p
    applies when   p.steered_by_people
    mitigated when p.login in [shared, pin, password, badge, multi_factor]
    statement: "Somebody without any right to {p}, standing where its users stand or reaching it as they do, operates it as they would, because {p} asks nobody who they are, and changes settings or gives commands that reach the patient."
    fix:       [BadgeLogin, PasswordLogin]
    advice:    "Decide which functions need a login and which must work at once; lock hazardous settings at least, and record why the rest stays open."
    violates:  [imdrf_n60.auth_1, imdrf_n60.auth_5]
    cwe:       [306, 862]
    capec:     [151]
    emb3d:     [310]
    catalogue: ["S01"]
}

test "S01, SPF08: hazardous operation asks who is there" {
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
    for process p where (p.operated and not p.on_own_phone)
    applies when   p.login in [shared, pin, password]
    // the question follows once it is known that there is a password at all
    mitigated when (known(p.login) or known(p.unique_credentials)) and p.unique_credentials
    statement: "An attacker {p.exposure}, or one who stands where the users of {p} work, logs in with a password or PIN that was left at its default, is shared by many people or opens other devices as well, and does with {p} what a rightful user may do."
    fix:       [UniqueCredentials]
    advice:    "Ship no universal credential, service access included; make the first login set a new one, and give every device its own."
    violates:  [imdrf_n60.auth_4]
    cwe:       [1392, 1393]
    capec:     [70]
    emb3d:     [311]
    catalogue: ["S08"]
}

test "S08, SPF09: no default and no shared credentials" {
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
    data m : Measurement
    process breath { login: pin, unique_credentials: no }
    flow f5: nurse -> breath { carries: [m] }
    boundary phone : PersonalPhone {
        process app : CompanionApp { login: pin, unique_credentials: no }
    }
    data w : Password
    boundary cloud : CloudTenant {
        process account : ApiService { login: password, unique_credentials: no }
    }
    flow f6: nurse     -> phone.app                { carries: [d, w] }
    flow f7: phone.app -> cloud.account over Https { carries: [w] }
    expect SPF09 @ phone.app     absent
    expect SPF09 @ cloud.account open
    expect SPF09 @ breath        absent
    expect SPF09 @ b.weak        open
    expect SPF09 @ b.good        mitigated
    expect SPF09 @ b.unsaid      question
    expect SPF09 @ b.card        absent
    expect SPF09 @ b.alone       absent
}

rule SPF16 "One built-in service credential opens {p} in every device" : Spoofing {
    for process p where (p.on_device)
    applies when   p.serviced
    mitigated when p.unique_credentials
    statement:  "An attacker {p.exposure} uses a service code or key that is built into the software of {p}, read from one device or found in a manual, and enters the service functions of every device of this type: tests, calibration, therapy limits, installation."
    fix:        [UniqueCredentials, ChallengeResponse]
    advice:     "Remove built-in service credentials from {p}; let service answer a challenge of this one device, for one session, with a key that can be revoked."
    violates:   [imdrf_n60.auth_4]
    cwe:        [798, 259]
    capec:      [191]
    emb3d:      [328]
    catalogue:  ["S09"]
    fleet_wide: yes
}

test "S09, SPF16: a service credential built into the device" {
    data test_ : ServiceCommand
    data press : OperatorInput
    actor technician : ServiceUser
    actor nurse      : ClinicalUser
    boundary pump : DeviceEnclosure {
        process built  { unique_credentials: no }
        process own    { unique_credentials: yes }
        process unsaid
        process plain  { unique_credentials: no }
        process socket { unique_credentials: no, port service : Rs232Port { access: service } }
    }
    external laptop : ServiceTool
    process elsewhere { unique_credentials: no }
    flow f1: technician -> pump.built          { carries: [test_] }
    flow f2: technician -> pump.own            { carries: [test_] }
    flow f3: technician -> pump.unsaid         { carries: [test_] }
    flow f4: nurse      -> pump.plain          { carries: [press] }
    flow f5: laptop     -> pump.socket.service { carries: [test_] }
    flow f6: technician -> elsewhere           { carries: [test_] }
    expect SPF16 @ pump.built  open
    expect SPF16 @ pump.socket open
    expect SPF16 @ pump.own    mitigated
    expect SPF16 @ pump.unsaid question
    expect SPF16 @ pump.plain  absent
    expect SPF16 @ elsewhere   absent
}

rule SPF17 "The password or PIN of {p} is found by trying" : Spoofing {
    for process p where (p.operated and not p.on_own_phone)
    applies when   p.login in [shared, pin, password]
    mitigated when (known(p.login) or known(p.wrong_logins)) and p.wrong_logins in [delayed, locked]
    statement: "An attacker {p.exposure}, or one who stands where the users of {p} work, tries PINs, common passwords or one password on many accounts, unhindered, until one fits, and does with {p} what a rightful user may do."
    fix:       [LoginThrottling, MultiFactorLogin]
    advice:    "Let {p} wait longer after each wrong try and record it, but never lock out emergency use; demand length instead of odd characters, and a second factor for roles with many rights."
    violates:  [imdrf_n60.auth_1]
    cwe:       [307, 521]
    capec:     [49, 565]
    emb3d:     [314]
    catalogue: ["S10"]
}

test "S10, SPF17: PINs and passwords found by trying" {
    data d : OperatorInput
    actor nurse : ClinicalUser
    boundary b : DeviceEnclosure {
        process eager  { login: pin, wrong_logins: unlimited }
        process slow_  { login: password, wrong_logins: delayed }
        process shut_  { login: password, wrong_logins: locked }
        process unsaid { login: pin }
        process card   { login: badge, wrong_logins: unlimited }
        process alone  { login: pin, wrong_logins: unlimited }
    }
    flow f1: nurse -> b.eager  { carries: [d] }
    flow f2: nurse -> b.slow_  { carries: [d] }
    flow f3: nurse -> b.unsaid { carries: [d] }
    flow f4: nurse -> b.card   { carries: [d] }
    flow f5: nurse -> b.shut_  { carries: [d] }
    expect SPF17 @ b.eager open
    expect SPF17 @ b.slow_ mitigated
    expect SPF17 @ b.shut_ mitigated
    process unasked
    flow f6: nurse -> unasked { carries: [d] }
    expect SPF17 @ unasked  question
    expect SPF17 @ b.unsaid question
    expect SPF17 @ b.card   absent
    expect SPF17 @ b.alone  absent
}

rule SPF10 "Somebody else carries on a session left open on {p}" : Spoofing {
    for process p
    applies when   p.steered_by_people and known(p.login) and p.login != none
    mitigated when p.session_timeout
    statement: "Somebody who comes by a screen or telephone with a session of {p} still open, such as a visitor, a relative or a colleague, carries on with it, or borrows the login of whoever left, and changes the therapy in that person's name."
    fix:       [SessionTimeout]
    advice:    "End sessions after a time that fits clinical use, keep vital signs visible, and ask again before hazardous actions."
    violates:  [imdrf_n60.comm_8, imdrf_n60.auth_1]
    cwe:       [613, 522]
    capec:     [21, 555]
    emb3d:     [321]
    catalogue: ["S11"]
}

test "S11, SPF10: sessions end" {
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

rule SPF15 "A clone of {p} reports in its name" : Spoofing {
    for process p where (p.on_device)
    applies when   p.reports_afar
    mitigated when p.unique_credentials
    statement:     "An attacker {p.exposure}, or one who holds a bought or stolen device, reads its credential or works it out from a serial number, and lets programs report in the name of {p}: servers and clinicians receive results, alarms and states that belong to no patient, from as many false devices as the attacker likes."
    fix:           [UniqueCredentials, HardwareKeyStorage]
    advice:        "Make the key of each device in the device, or load it once in production, keep it in protected hardware, and let the server revoke single devices. A serial number is no key."
    violates:      [imdrf_n60.comm_5, imdrf_n60.auth_4, imdrf_n60.data_4]
    cwe:           [321, 1391]
    capec:         [151, 37]
    emb3d:         [317, 328]
    preconditions: [credential]
    catalogue:     ["S07"]
    fleet_wide:    yes
}

test "S07, SPF15: a device cloned towards the backend" {
    data m : Measurement
    data t : NetworkServiceData
    boundary outside : PublicNetwork { external cloud : CloudService }
    boundary b : WearableDevice {
        process shared { unique_credentials: no }
        process own    { unique_credentials: yes }
        process unsaid
        process mute   { unique_credentials: no }
        process local_ { unique_credentials: no, port ble : BleRadio }
    }
    process server { unique_credentials: no }
    external phone { port ble : BleRadio }
    flow f1: b.shared     -> outside.cloud over Https   { carries: [m] }
    flow f2: b.own        -> outside.cloud over Https   { carries: [m] }
    flow f3: b.unsaid     -> outside.cloud over Https   { carries: [m] }
    flow f4: b.mute       -> outside.cloud over Dns     { carries: [t] }
    flow f5: b.local_.ble -> phone.ble     over BleGatt { carries: [m] }
    flow f6: server       -> outside.cloud over Https   { carries: [m] }
    expect SPF15 @ b.shared open
    expect SPF15 @ b.own    mitigated
    expect SPF15 @ b.unsaid question
    expect SPF15 @ b.mute   absent
    expect SPF15 @ b.local_ absent
    expect SPF15 @ server   absent
}

rule SPF19 "A cloned or manipulated copy of {p} speaks in its place" : Spoofing {
    for CompanionApp p
    applies when   any f in p.outbound where (f.exposed and (f.steers or f.personal))
    mitigated when all f in p.outbound where (not f.exposed or not (f.steers or f.personal) or f.sender_proved or (f.target is process and f.target.authorises_requests))
    statement:     "An attacker offers users a repackaged {p}, or writes a program that talks as {p} does, and the systems and devices at the other end take its requests for those of the rightful user: patients' records are read or forged, and settings reach the device without the checks that {p} makes."
    fix:           [ServerSideAuthorisation, BleSecureConnections, MutualTls]
    advice:        "Bind user, device and installation to each other and check every request at the receiving end as if there were no app; use attestation only as an aid."
    violates:      [imdrf_n60.comm_5, imdrf_n60.auth_1]
    cwe:           [287, 602]
    capec:         [151, 22]
    emb3d:         [310]
    preconditions: [user_action]
    catalogue:     ["S17"]
}

test "S17, SPF19: the receiving end does not rely on the app" {
    data r : TherapyRecord
    data n : Heartbeat
    boundary phone : PersonalPhone {
        process trusted : CompanionApp
        process bound   : CompanionApp
        process unsaid  : CompanionApp
        process idle    : CompanionApp
    }
    boundary cloud : CloudTenant {
        process lax     : ApiService { authorises_requests: no }
        process strict  : ApiService { authorises_requests: yes }
        process another : ApiService
    }
    flow f1: phone.trusted -> cloud.lax     over Https { carries: [r] }
    flow f2: phone.bound   -> cloud.strict  over Https { carries: [r] }
    flow f3: phone.unsaid  -> cloud.another over Https { carries: [r] }
    flow f4: phone.idle    -> cloud.lax     over Https { carries: [n] }
    expect SPF19 @ phone.trusted open
    expect SPF19 @ phone.bound   mitigated
    expect SPF19 @ phone.unsaid  question
    expect SPF19 @ phone.idle    absent
}

// ---------------------------------------------------------------- people and foreign systems

rule SPF11 "Somebody passes for {a} from afar" : Spoofing {
    for actor a
    applies when
        any f in a.outbound where (
            f.from_afar
            and (a is ServiceUser
                or any d in f.carries where (
                    d is Command or d is SafetyParameters or d is FirmwarePackage or d is RemoteServiceData)))
    mitigated when
        a.second_factor
        or all f in a.outbound where (not f.from_afar or (f.target is process and f.target.login == multi_factor))
    statement:     "An attacker on the Internet takes part in {a.outbound} with a stolen, guessed or tricked-out login of {a}, and sees and does at the other end ({a.peers}) what only {a} may, far from the patient and from anybody who would notice."
    fix:           [MultiFactorLogin]
    advice:        "Ask {a} for a second factor, let the operator start each remote session and limit its time, and show at the device that it is being served."
    violates:      [imdrf_n60.auth_1, imdrf_n60.maint_6]
    cwe:           [287, 306]
    capec:         [151, 407]
    emb3d:         [224, 310]
    preconditions: [credential]
    catalogue:     ["S13"]
}

test "S13, SPF11: remote people need a second factor" {
    data d : ServiceCommand
    data s : TechnicalData
    actor tech   : RemoteServiceUser { second_factor: no }
    actor viewer : RemoteServiceUser { second_factor: no }
    actor vetted : RemoteServiceUser { second_factor: yes }
    actor unsaid : RemoteServiceUser
    actor near_  : ServiceUser       { second_factor: no }
    actor reader                     { second_factor: no }
    process x { login: password }
    flow f1: tech   -> x  { carries: [d], reach: internet }
    flow f2: vetted -> x  { carries: [d], reach: internet }
    flow f3: unsaid -> x  { carries: [d], reach: internet }
    flow f4: near_  -> x  { carries: [d], reach: physical }
    flow f5: viewer <-> x { carries: [s], reach: internet }
    flow f6: reader <-> x { carries: [s], reach: internet }
    data p : TherapySettings
    actor far_   : Physician { second_factor: no }
    actor asked  : Physician { second_factor: no }
    actor inside : Physician { second_factor: no }
    boundary cloud : CloudTenant {
        process plain  { login: password, port web : HttpsServer }
        process strict { login: multi_factor, port web : HttpsServer }
    }
    boundary clinic : HospitalNetwork {
        process local_ { port web : HttpsServer }
    }
    flow f7: far_   -> cloud.plain.web   over Https { carries: [p] }
    flow f8: asked  -> cloud.strict.web  over Https { carries: [p] }
    flow f9: inside -> clinic.local_.web over Https { carries: [p] }
    expect SPF11 @ far_   open
    expect SPF11 @ asked  mitigated
    expect SPF11 @ inside absent
    expect SPF11 @ tech   open
    expect SPF11 @ viewer open
    expect SPF11 @ vetted mitigated
    expect SPF11 @ unsaid question
    expect SPF11 @ near_  absent
    expect SPF11 @ reader absent
}

rule SPF12 "A manipulated or cloned {x} steers the device" : Spoofing {
    for external x where (x is not ServiceTool and x is not ProductionEquipment)
    applies when   any f in x.outbound where (f.exposed and f.steers)
    mitigated when x.controlled_platform
    statement:     "An attacker who controls the platform of {x}, or runs a copy of {x}, sends commands or settings of their own over {x.outbound}; the device takes them for the will of the rightful user, because they come from where they always come from."
    fix:           [ManagedPlatform]
    advice:        "Treat {x} as untrusted: bind user, device and instance to each other, decide and limit on the device, and use attestation only as an aid."
    violates:      [imdrf_n60.comm_3, imdrf_n60.comm_5]
    cwe:           [287, 602]
    capec:         [151, 22]
    emb3d:         [310]
    preconditions: [foothold]
    catalogue:     ["S17", "E06"]
}

test "S17, SPF12: foreign systems that steer the device" {
    data d : TherapyCommand
    data m : Measurement
    external phone                { controlled_platform: no }
    external managed              { controlled_platform: yes }
    external unsaid
    external viewer               { controlled_platform: no }
    external laptop : ServiceTool { controlled_platform: no }
    boundary b { process x { port p } }
    flow f5: laptop -> b.x.p { carries: [d] }
    expect SPF12 @ laptop absent
    flow f1: phone   -> b.x.p  { carries: [d] }
    flow f2: managed -> b.x.p  { carries: [d] }
    flow f3: unsaid  -> b.x.p  { carries: [d] }
    flow f4: b.x.p   -> viewer { carries: [m] }
    expect SPF12 @ phone   open
    expect SPF12 @ managed mitigated
    expect SPF12 @ unsaid  question
    expect SPF12 @ viewer  absent
}
