/// Reasonably foreseeable misuse: what people do with a device that nobody meant them to do, and what follows.
/// Private sticks and gadgets are TAM06, ports left open ELV03, careless configuration ELV15, sessions left open SPF10, shared accounts REP02.

rule MIS01 "Operators use the service mode of {p} on a patient" : Misuse {
    for process p where (p.on_device)
    applies when
        any f in p.inbound where (
            f.by_person
            and (any d in f.carries where (d is ServiceCommand))
            and not (any q in f.target_ports where (q.for_service)))
    mitigated when p.service_guarded
    statement:     "Staff who have seen the code over a technician's shoulder open the service mode of {p} to get rid of a fault or an alarm, and adjust or test it, with safety limits lifted, while a patient is connected."
    fix:           [GuardedServiceMode]
    advice:        "Open service functions of {p} to a personal service credential only, refuse them while a patient is connected, end them by themselves, and show on the screen that they are open."
    violates:      [imdrf_n60.auth_1, imdrf_n60.auth_2]
    cwe:           [862]
    preconditions: [credential]
}

test "MIS01: the service mode is for service" {
    data d : ServiceCommand
    data i : OperatorInput
    actor tech : ServiceUser
    control guarded : GuardedServiceMode { status: verified }
    boundary device : DeviceEnclosure {
        process lax    : HumanInterface { service_guarded: no, port panel : TouchDisplay }
        process strict : HumanInterface { controls: [guarded], port panel : TouchDisplay }
        process unsaid : HumanInterface { port panel : TouchDisplay }
        process plain  : HumanInterface { service_guarded: no, port panel : TouchDisplay }
        process inside : HumanInterface { service_guarded: no, port panel : TouchDisplay { access: service } }
    }
    flow f1: tech -> device.lax.panel    over OperatorInterface { carries: [d] }
    flow f2: tech -> device.strict.panel over OperatorInterface { carries: [d] }
    flow f3: tech -> device.unsaid.panel over OperatorInterface { carries: [d] }
    flow f4: tech -> device.plain.panel  over OperatorInterface { carries: [i] }
    flow f5: tech -> device.inside.panel over OperatorInterface { carries: [d] }
    expect MIS01 @ device.lax    open
    expect MIS01 @ device.strict mitigated
    expect MIS01 @ device.unsaid question
    expect MIS01 @ device.plain  absent
    expect MIS01 @ device.inside absent
}

/// That the login keeps help away in an emergency is asked elsewhere; this is what people do about a login on an ordinary day.
rule MIS02 "Users get around the login of {p} to save time" : Misuse {
    for process p
    applies when   p.steered_by_people and known(p.login) and p.login in [password, badge, multi_factor]
    mitigated when p.login_tried_in_use
    statement: "Users for whom the login of {p} takes too long leave badge or password beside it, or log in once for everybody; whoever stands there, and an attacker {p.exposure} who hears of it, then steers the therapy under a colleague's name."
    fix:       [UsableLogin]
    advice:    "Try the login of {p} with users under pressure of time, make it a tap rather than typing, leave harmless functions open, and watch in the field for what people do instead."
    violates:  [imdrf_n60.auth_5]
    cwe:       [522]
}

test "MIS02: a login people can live with" {
    data d : OperatorInput
    data m : DisplayContent
    actor nurse
    control tried : UsableLogin { status: verified }
    boundary b {
        process clumsy { login: password, login_tried_in_use: no }
        process quick  { login: badge, controls: [tried] }
        process unsaid { login: multi_factor }
        process free   { login: none, login_tried_in_use: no }
        process viewer { login: password, login_tried_in_use: no }
    }
    flow f1: nurse -> b.clumsy { carries: [d] }
    flow f2: nurse -> b.quick  { carries: [d] }
    flow f3: nurse -> b.unsaid { carries: [d] }
    flow f4: nurse -> b.free   { carries: [d] }
    flow f5: nurse -> b.viewer { carries: [m] }
    expect MIS02 @ b.clumsy open
    expect MIS02 @ b.quick  mitigated
    expect MIS02 @ b.unsaid question
    expect MIS02 @ b.free   absent
    expect MIS02 @ b.viewer absent
}

rule MIS03 "Former staff still get in to {p}" : Misuse {
    for process p where (p.web or p.operated)
    applies when   known(p.login) and p.login in [password, badge, multi_factor] and any f in p.inbound where (f.by_person)
    mitigated when p.accounts_ended
    statement:     "Somebody who has left the ward, the practice or the company, or a carer who is no longer one, still has an account on {p}, nobody ends it, and they read or change what concerns patients they have nothing to do with any more."
    fix:           [AccountReview]
    advice:        "Take accounts of {p} from the directory of the organisation, let unused ones lapse, show the operator who has access, and let patients withdraw the access they gave."
    violates:      [imdrf_n60.auth_1]
    preconditions: [credential]
}

test "MIS03: accounts end with the post" {
    data login : Password
    actor physician
    control review : AccountReview { status: implemented }
    boundary b {
        process stale  : WebApplication { login: password, accounts_ended: no }
        process tidy   : WebApplication { login: multi_factor, controls: [review] }
        process unsaid : WebApplication { login: badge }
        process keypad : WebApplication { login: pin, accounts_ended: no }
        process api    : ApiService     { login: password, accounts_ended: no }
    }
    flow f1: physician -> b.stale  over Https { carries: [login] }
    flow f2: physician -> b.tidy   over Https { carries: [login] }
    flow f3: physician -> b.unsaid over Https { carries: [login] }
    flow f4: physician -> b.keypad over Https { carries: [login] }
    flow f5: b.tidy    -> b.api    over Https { carries: [login] }
    expect MIS03 @ b.stale  open
    expect MIS03 @ b.tidy   mitigated
    expect MIS03 @ b.unsaid question
    expect MIS03 @ b.keypad absent
    expect MIS03 @ b.api    absent
}

/// A part with a forged identity is SPF07; this one is honest, and wrong, worn out or used before.
rule MIS04 "An unsuitable, worn or reused part at {p}" : Misuse {
    for port p where (p.on_device)
    applies when   any f in p.flows where (f.source is Accessory)
    mitigated when p.part_checked
    statement: "Somebody who is out of stock or saving money connects a part at {p} that was made for another device, is past its life or was meant for one use, and {p.owner} measures or treats by characteristics that the part does not have."
    fix:       [PartCheck]
    advice:    "Recognise kind, age and use of what is connected at {p}, warn or refuse before a patient depends on it, and keep to limits that are safe with an unknown part."
    violates:  [imdrf_n60.comm_2]
}

test "MIS04: the right part, and a fresh one" {
    data r  : Measurement
    data id : AccessoryIdentity
    external sensor  : Accessory
    external monitor : OtherMedicalDevice
    control check : PartCheck { status: verified }
    boundary device : DeviceEnclosure {
        process x {
            port any_    : SensorConnector { part_checked: no }
            port checked : SensorConnector { controls: [check] }
            port unsaid  : SensorConnector
            port other   : Rs232Port       { part_checked: no }
        }
    }
    flow f1: sensor  -> device.x.any_    over AnalogueSignal { carries: [r] }
    flow f2: sensor  -> device.x.checked over AccessoryLink  { carries: [id] }
    flow f3: sensor  -> device.x.unsaid  over AnalogueSignal { carries: [r] }
    flow f4: monitor -> device.x.other   over Rs232          { carries: [r] }
    expect MIS04 @ device.x.any_    open
    expect MIS04 @ device.x.checked mitigated
    expect MIS04 @ device.x.unsaid  question
    expect MIS04 @ device.x.other   absent
}

/// Reading keys out of a device is INF04, erasing them before it is given away INF07; a lost device can be neither guarded nor erased.
rule MIS05 "A lost or sold device goes on using what is in {s}" : Misuse {
    for store s where (s.on_device)
    applies when   any d in s.holds where (d is Credential)
    mitigated when s.revocable
    statement: "Whoever finds, steals or buys the device switches it on and is let in with the credentials in {s}, without reading them out, by the services, networks and telephones that knew it, as if whoever had it before still used it."
    fix:       [Revocation]
    advice:    "Give operators and patients a way to report the device as lost or sold, and let every service, network and paired partner refuse what {s} proves from then on."
    violates:  [imdrf_n60.auth_1, imdrf_n60.data_4]
    capec:     [507]
}

test "MIS05: a lost device is shut out" {
    data k : KeyMaterial
    data c : PublicCertificate
    control list_ : Revocation { status: implemented }
    boundary device : WearableDevice {
        store forever { holds: [k], revocable: no }
        store ended   { holds: [k], controls: [list_] }
        store unsaid  { holds: [k] }
        store public_ { holds: [c], revocable: no }
    }
    store server { holds: [k], revocable: no }
    expect MIS05 @ device.forever open
    expect MIS05 @ device.ended   mitigated
    expect MIS05 @ device.unsaid  question
    expect MIS05 @ device.public_ absent
    expect MIS05 @ server         absent
}
