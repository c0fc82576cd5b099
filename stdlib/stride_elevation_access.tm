/// Elevation of privilege through sessions, accounts, emergency access, and the computers that people use around the device.

// ---------------------------------------------------------------- sessions and accounts

rule ELV16 "A running session of {p} is taken over" : ElevationOfPrivilege {
    for process p where (p.web)
    applies when   any f in p.inbound where (f.crosses and any d in f.carries where (d is Credential))
    mitigated when p.session_protected
    statement:     "An attacker {p.exposure} steals, guesses or plants the token of a session with {p}, by a link the user follows or a token left in a browser or a log, and reads and changes whatever that user may, without a login of their own."
    fix:           [SessionProtection]
    advice:        "Let {p} issue unpredictable tokens, a new one at each login, keep them in cookies that scripts cannot read, bind them to the client, and let them and their session end soon."
    violates:      [imdrf_n60.comm_8, imdrf_n60.auth_1]
    cwe:           [384, 613]
    capec:         [593, 61]
    emb3d:         [321]
    preconditions: [user_action]
    catalogue:     ["E15"]
}

test "E15, ELV16: sessions of web pages and interfaces" {
    data login : Password
    data token : SessionToken
    data r     : TherapyRecord
    actor physician
    control sessions : SessionProtection { status: verified }
    external app : MobileApp
    boundary cloud : CloudTenant {
        process portal : WebApplication { session_protected: no, port web : HttpsServer }
        process safe   : WebApplication { controls: [sessions], port web : HttpsServer }
        process api    : ApiService     { port rest : RestApi }
        process public : WebApplication { session_protected: no, port web : HttpsServer }
        process inner  : BackendService { session_protected: no }
    }
    flow f1: physician -> cloud.portal.web over Https { carries: [login] }
    flow f2: physician -> cloud.safe.web   over Https { carries: [login] }
    flow f3: app       -> cloud.api.rest   over Https { carries: [token, r] }
    flow f4: physician -> cloud.public.web over Https { carries: [r] }
    flow f5: app       -> cloud.inner      over Tls   { carries: [token] }
    expect ELV16 @ cloud.portal open
    expect ELV16 @ cloud.safe   mitigated
    expect ELV16 @ cloud.api    question
    expect ELV16 @ cloud.public absent
    expect ELV16 @ cloud.inner  absent
}

/// Where nothing is known of the login, the rules about logging in ask first.
rule ELV17 "An account of {p} is taken over by resetting its credential" : ElevationOfPrivilege {
    for process p where (p.operated)
    applies when   known(p.login) and p.login in [pin, password, multi_factor]
    mitigated when p.recovery_guarded
    statement: "An attacker {p.exposure}, or one who only writes or telephones, claims to have forgotten a credential of {p}, answers what others know, reads a reset message or persuades the support desk, sets a new one and has the rights of its owner, who is locked out."
    fix:       [GuardedRecovery]
    advice:    "Let {p} change or reset a credential only against the old one, a second proof, or presence at the device; tell the owner, and keep the reset from lowering what the login asks for."
    violates:  [imdrf_n60.auth_1]
    cwe:       [640, 287]
    capec:     [50]
    emb3d:     [313, 315, 312]
    catalogue: ["E19"]
}

test "E19, ELV17: resetting a credential needs another proof" {
    data login : Password
    actor patient
    control desk : GuardedRecovery { status: implemented }
    boundary b {
        process lax    { login: password, recovery_guarded: no }
        process strict { login: multi_factor, controls: [desk] }
        process unsaid { login: pin }
        process badge_ { login: badge, recovery_guarded: no }
        process free   { login: none, recovery_guarded: no }
        process nobody { login: password, recovery_guarded: no }
    }
    flow f1: patient  -> b.lax    { carries: [login] }
    flow f2: patient  -> b.strict { carries: [login] }
    flow f3: patient  -> b.unsaid { carries: [login] }
    flow f4: patient  -> b.badge_ { carries: [login] }
    flow f5: patient  -> b.free   { carries: [login] }
    flow f6: b.strict -> b.nobody { carries: [login] }
    expect ELV17 @ b.lax    open
    expect ELV17 @ b.strict mitigated
    expect ELV17 @ b.unsaid question
    expect ELV17 @ b.badge_ absent
    expect ELV17 @ b.free   absent
    expect ELV17 @ b.nobody absent
}

rule ELV18 "Emergency access to {p} serves as a way around the login" : ElevationOfPrivilege {
    for process p
    applies when   known(p.emergency_access) and p.emergency_access
    mitigated when p.emergency_limited
    statement: "An attacker {p.exposure}, or staff for whom it has become a habit, opens {p} in emergency mode although there is no emergency and does without any login whatever that mode allows, at any time and as often as they like."
    fix:       [LimitedBreakGlass]
    advice:    "Let emergency access to {p} open only what an emergency needs, end by itself, show on the screen and call for a reason afterwards; look at how often it is used."
    violates:  [imdrf_n60.auth_3]
    cwe:       [288]
    capec:     [122]
    catalogue: ["E18"]
}

test "E18, ELV18: emergency access stays an exception" {
    data d : OperatorInput
    actor nurse
    control glass   : BreakGlass        { status: verified }
    control limited : LimitedBreakGlass { status: verified }
    boundary device : DeviceEnclosure {
        process lax    : HumanInterface { emergency_limited: no, controls: [glass], port s : TouchDisplay }
        process strict : HumanInterface { controls: [limited], port s : TouchDisplay }
        process unsaid : HumanInterface { controls: [glass], port s : TouchDisplay }
        process closed : HumanInterface { emergency_access: no, emergency_limited: no, port s : TouchDisplay }
        process plain  : HumanInterface { port s : TouchDisplay }
    }
    flow f1: nurse -> device.lax.s    over OperatorInterface { carries: [d] }
    flow f2: nurse -> device.strict.s over OperatorInterface { carries: [d] }
    flow f3: nurse -> device.unsaid.s over OperatorInterface { carries: [d] }
    flow f4: nurse -> device.closed.s over OperatorInterface { carries: [d] }
    flow f5: nurse -> device.plain.s  over OperatorInterface { carries: [d] }
    expect ELV18 @ device.lax    open
    expect ELV18 @ device.strict mitigated
    expect ELV18 @ device.unsaid question
    expect ELV18 @ device.closed absent
    expect ELV18 @ device.plain  absent
}

// ---------------------------------------------------------------- computers around the device

/// A telephone that runs an external app is judged by SPF12. Here it runs the manufacturer's own app, as a process of the model.
rule ELV19 "Malware on the telephone steers the device through {p}" : ElevationOfPrivilege {
    for process p where (p is CompanionApp or any b in p.boundaries where (b is PersonalPhone))
    applies when
        not p.controlled_platform
        and any f in p.outbound where (f.exposed and f.steers)
    mitigated when all f in p.outbound where (not f.exposed or not f.steers or (f.target is process and f.target.enforces_limits))
    statement:     "The telephone under {p} belongs to the patient and may be rooted, outdated or infected; malware there changes what {p} shows, uses its bond with the device and sends settings or commands that the patient never gave."
    fix:           [HardLimits]
    advice:        "Treat the telephone as untrusted: decide and limit what is safe in the device that {p} talks to, have hazardous changes confirmed there, and use attestation of the telephone only as an aid."
    violates:      [imdrf_n60.comm_3, imdrf_n60.maint_3]
    cwe:           [602, 693]
    capec:         [660, 22]
    preconditions: [foothold]
    catalogue:     ["E06"]
}

test "E06, ELV19: the device does not trust the telephone" {
    data d : TherapyCommand
    data r : TherapyRecord
    control limits : HardLimits { status: verified }
    boundary phone : PersonalPhone {
        process dosing : CompanionApp { port ble : BleRadio }
        process gentle : CompanionApp { port ble : BleRadio }
        process remote : CompanionApp { port ble : BleRadio }
        process diary  : CompanionApp { port ble : BleRadio }
    }
    boundary tablet {
        process clinic : CompanionApp { controlled_platform: yes, port ble : BleRadio }
    }
    boundary device : WearableDevice {
        process pump    : Firmware { enforces_limits: no, port ble : BleRadio }
        process limited : Firmware { controls: [limits], port ble : BleRadio }
        process unsaid  : Firmware { port ble : BleRadio }
    }
    flow f1: phone.dosing.ble  -> device.pump.ble    over BleSecure { carries: [d] }
    flow f2: phone.gentle.ble  -> device.limited.ble over BleSecure { carries: [d] }
    flow f3: phone.remote.ble  -> device.unsaid.ble  over BleSecure { carries: [d] }
    flow f4: phone.diary.ble   -> device.pump.ble    over BleSecure { carries: [r] }
    flow f5: tablet.clinic.ble -> device.pump.ble    over BleSecure { carries: [d] }
    expect ELV19 @ phone.dosing  open
    expect ELV19 @ phone.gentle  mitigated
    expect ELV19 @ phone.remote  question
    expect ELV19 @ phone.diary   absent
    expect ELV19 @ tablet.clinic absent
}

/// Whether anybody may use the service port is ELV02's question; this is about the rightful tool that was taken over.
rule ELV20 "{x}, taken over, brings its malware to every device it serves" : ElevationOfPrivilege {
    for external x where (x is ServiceTool or x is ProductionEquipment)
    applies when
        any f in x.outbound where (
            (f.target.on_device or f.target is RemovableMedium)
            and any d in f.carries where (
                d is Command or d is SafetyParameters or d is Configuration or d is FirmwarePackage))
    mitigated when
        x.controlled_platform
        and all f in x.outbound where (
            all d in f.carries where (d is not FirmwarePackage or any g in d.carried_by where (g.signed)))
    statement:     "Malware that {x} caught in an office, a hotel or another hospital changes the software, scripts or settings that {x} hands on, and travels with the technician from one device to the next, which all trust the tool."
    fix:           [ManagedPlatform, SignedFirmware]
    advice:        "Let the device verify everything that comes from {x} as if it came from a stranger, sign software and scripts at the manufacturer, and harden and patch {x} and keep it to this one task."
    violates:      [imdrf_n60.phys_3, imdrf_n60.maint_6]
    cwe:           [114, 20]
    capec:         [523]
    emb3d:         [303, 309]
    preconditions: [foothold]
    catalogue:     ["E17"]
}

test "E17, ELV20: a service laptop that was taken over" {
    data s : ServiceCommand
    data w : FirmwarePackage
    data l : LogData
    control managed : ManagedPlatform { status: implemented }
    external infected : ServiceTool        { controlled_platform: no }
    external kept     : ServiceTool        { controls: [managed] }
    external unsaid   : ServiceTool
    external unsigned : ServiceTool        { controls: [managed] }
    external reader   : ServiceTool        { controlled_platform: no }
    external monitor  : OtherMedicalDevice { controlled_platform: no }
    store stick : RemovableMedium
    boundary device : DeviceEnclosure {
        process x : Firmware { port usb : UsbDevice { access: service } }
    }
    flow f1: infected     -> device.x.usb over UsbCdc  { carries: [s] }
    flow f2: kept         -> device.x.usb over UsbCdc  { carries: [s] }
    flow f3: unsaid       -> device.x.usb over UsbCdc  { carries: [s] }
    flow f4: unsigned     -> stick        over UsbMass { carries: [w], signed: no }
    flow f5: device.x.usb -> reader       over UsbCdc  { carries: [l] }
    flow f6: monitor      -> device.x.usb over UsbCdc  { carries: [s] }
    expect ELV20 @ infected open
    expect ELV20 @ kept     mitigated
    expect ELV20 @ unsaid   question
    expect ELV20 @ unsigned open
    expect ELV20 @ reader   absent
    expect ELV20 @ monitor  absent
}
