/// Information disclosure on the way and at the interfaces: somebody reads, sees or is handed what they should not.
/// What is read out of memory and media is in `stride_disclosure_stores.tm`.

// ---------------------------------------------------------------- words of these rules

/// Tells about a patient, by its nature or because it was made for one patient.
define data.about_patient     : bool = self is PatientData or self is TreatmentPlan
/// What a flow carries of that, and what a store keeps of it, for statements to name.
define flow.told_of_patients  : list of data = each d in self.carries where (d.about_patient)
define store.kept_of_patients : list of data = each d in self.holds where (d.about_patient)
/// Runs between two parts of one device, behind its housing.
define flow.within_device     : bool = any b in self.source.boundaries where (b.device and b in self.target.boundaries)
/// Leaves its zone of trust and its device: somebody outside can listen.
define flow.overheard         : bool = self.exposed and not self.within_device
/// Protected by cryptography of some kind, as far as is known.
define flow.enciphered : bool =
    (known(self.encrypted) and self.encrypted)
    or (known(self.integrity_protected) and self.integrity_protected)
/// A radio heard by every receiver in range.
define port.broadcasts : bool =
    known(self.medium) and self.medium == wireless
    and any m in self.offers where (m in [ip, ble, bluetooth, rf])
/// Worn on or in the body, so that a device found is a person found.
define element.worn : bool = any b in self.boundaries where (b is WearableDevice or b is ImplantedDevice or b is BodyWorn)

// ---------------------------------------------------------------- flows

rule INF01 "Patient data readable on {f}" : InformationDisclosure {
    for flow f where (f.overheard and not f.off_network)
    applies when   any d in f.carries where (d.about_patient)
    mitigated when f.encrypted
    statement: "An attacker {f.exposure} records the network traffic of {f} between {f.source} and {f.target}, finds {f.told_of_patients} in it and learns who is treated, for what and how."
    fix:       [MutualTls, ServerTls, ApplicationLayerEncryption]
    advice:    "Carry {f} inside TLS 1.2 or later, or encrypt the messages themselves where the other side knows no TLS."
    violates:  [imdrf_n60.comm_6, imdrf_n60.data_1]
    cwe:       [319]
    capec:     [158]
    emb3d:     [408]
    catalogue: ["I01"]
    loss:      confidentiality
}

test "I01, INF01: patient data sent over a network in the clear" {
    data r : TherapyRecord
    data t : TechnicalData
    external server
    boundary b { device: yes
        process x { port lan : EthernetPort }
    }
    flow bare:   b.x.lan -> server over Hl7v2          { carries: [r], encrypted: no }
    flow sealed: b.x.lan -> server over Hl7v2Tls       { carries: [r] }
    flow unsaid: b.x.lan -> server over ProprietaryTcp { carries: [r] }
    flow what:   b.x.lan -> server                     { encrypted: no }
    flow state:  b.x.lan -> server over ProprietaryTcp { carries: [t], encrypted: no }
    expect INF01 @ bare   open
    expect INF01 @ sealed mitigated
    expect INF01 @ unsaid question
    expect INF01 @ what   question
    expect INF01 @ state  absent
}

test "INF01: screens and inner buses are not asked to encrypt" {
    data r : TherapyRecord
    actor nurse
    boundary b { device: yes
        process x { port screen }
        boundary board { process y }
        flow inner: x -> board.y { carries: [r], encrypted: no }
    }
    flow shown: b.x.screen -> nurse { carries: [r], encrypted: no }
    expect INF01 @ b.inner absent
    expect INF01 @ shown   absent
}

rule INF11 "Patient data picked up from the air or the cable of {f}" : InformationDisclosure {
    for flow f where (f.overheard and f.off_network)
    applies when   any d in f.carries where (d.about_patient)
    mitigated when f.encrypted
    statement: "An attacker {f.exposure}, with a receiver nearby or a probe on the line, picks up {f} between {f.source} and {f.target} and has {f.told_of_patients} without touching either."
    fix:       [BleSecureConnections, ApplicationLayerEncryption]
    advice:    "Encrypt the messages of {f} themselves, or the link where it offers that (Bluetooth LE Secure Connections); on a plain cable send only what the receiver needs, without names."
    violates:  [imdrf_n60.comm_6, imdrf_n60.data_1]
    cwe:       [319]
    capec:     [158]
    emb3d:     [408]
    catalogue: ["I01"]
    loss:      confidentiality
}

test "I01, INF11: patient data on a radio link or a serial cable" {
    data r : Measurement
    data t : TechnicalData
    external monitor
    external phone
    boundary b { device: yes
        process x { port com : Rs232Port, port ble : BleRadio }
    }
    flow cable:  b.x.com -> monitor over Rs232     { carries: [r], encrypted: no }
    flow bonded: b.x.ble -> phone   over BleSecure { carries: [r] }
    flow unsaid: b.x.ble -> phone   over BleGatt   { carries: [r] }
    flow state:  b.x.com -> monitor over Rs232     { carries: [t], encrypted: no }
    flow wired:  b.x     -> monitor over Hl7v2     { carries: [r], encrypted: no }
    expect INF11 @ cable  open
    expect INF11 @ bonded mitigated
    expect INF11 @ unsaid question
    expect INF11 @ state  absent
    expect INF11 @ wired  absent
}

rule INF02 "Credentials readable on {f}" : InformationDisclosure {
    for flow f where (f.overheard)
    applies when   any d in f.carries where (d is Credential)
    mitigated when f.encrypted
    statement: "An attacker {f.exposure} takes the password, token or key that {f} carries from {f.source} to {f.target} and later uses it to log in or command as its rightful owner."
    fix:       [ApplicationLayerEncryption, ServerTls, BleSecureConnections]
    advice:    "Send no secret on {f} that can be used again: answer a challenge instead, and encrypt the channel."
    violates:  [imdrf_n60.comm_6, imdrf_n60.data_4]
    cwe:       [319, 522]
    capec:     [158, 117]
    emb3d:     [408, 315]
    catalogue: ["I02"]
}

test "I02, INF02: a password sent in the clear" {
    data k : Password
    data c : PublicCertificate
    external server
    boundary b { device: yes
        process x { port p }
    }
    flow bare:    b.x.p -> server over Http           { carries: [k], encrypted: no }
    flow sealed:  b.x.p -> server over Https          { carries: [k] }
    flow unsaid:  b.x.p -> server over ProprietaryTcp { carries: [k] }
    flow public_: b.x.p -> server over Http           { carries: [c], encrypted: no }
    expect INF02 @ bare    open
    expect INF02 @ sealed  mitigated
    expect INF02 @ unsaid  question
    expect INF02 @ public_ absent
}

/// Says nothing where no cryptography is known: then the link as such is the threat.
rule INF12 "Outdated or downgraded cryptography on {f}" : InformationDisclosure {
    for flow f where (f.overheard and f.enciphered)
    applies when
        any d in f.carries where (
            d.about_patient or d is Credential or d is Command or d is SafetyParameters)
    mitigated when f.current_crypto
    statement: "An attacker {f.exposure} breaks the old or home-made cryptography of {f}, or makes {f.source} and {f.target} agree on a weaker one, and then reads and forges what was thought protected: patient data, secrets or commands."
    fix:       [CurrentCryptography, MutualTls, BleSecureConnections]
    advice:    "Use suites and key lengths on {f} that are recommended for the whole service life, refuse older versions, and make algorithms replaceable by an update; have cryptography of one's own analysed by experts or give it up."
    violates:  [imdrf_n60.comm_6, imdrf_n60.data_4]
    cwe:       [327, 1240]
    capec:     [97, 620]
    emb3d:     [411, 318]
    catalogue: ["I06"]
}

test "I06, INF12: links with old, own and current cryptography" {
    data r : TherapyRecord
    data t : TechnicalData
    external server
    external phone
    boundary b { device: yes
        process x { port lan : EthernetPort, port ble : BleRadio, port rf : RfRadio }
    }
    flow old_tls: b.x.lan -> server over TlsLegacy     { carries: [r] }
    flow old_ble: b.x.ble -> phone  over BleLegacy     { carries: [r] }
    flow own:     b.x.rf  -> phone  over ProprietaryRf { carries: [r], encrypted: yes }
    flow fresh:   b.x.lan -> server over Https         { carries: [r] }
    flow open_:   b.x.lan -> server over Http          { carries: [r], encrypted: no }
    flow state:   b.x.lan -> server over TlsLegacy     { carries: [t] }
    expect INF12 @ old_tls open
    expect INF12 @ old_ble open
    expect INF12 @ own     question
    expect INF12 @ fresh   mitigated
    expect INF12 @ open_   absent
    expect INF12 @ state   absent
}

rule INF19 "Control fields of commands on {f} in plain view" : InformationDisclosure {
    for flow f where (f.overheard)
    applies when   any d in f.carries where (d is Command)
    mitigated when f.encrypted or (f.integrity_protected and f.replay_protected)
    statement: "An attacker {f.exposure} reads addresses, counters and sequence numbers of the commands on {f}, predicts the next ones and fits forged commands into the exchange between {f.source} and {f.target}."
    fix:       [ApplicationLayerEncryption, AntiReplay, MessageAuthentication]
    advice:    "Encrypt the control fields of {f}, or cover them with the message authentication code, and let nonces and counters start where nobody can guess."
    violates:  [imdrf_n60.data_3]
    cwe:       [319]
    capec:     [117, 272]
    emb3d:     [408, 407]
    catalogue: ["I16"]
}

test "I16, INF19: readable sequence numbers of commands" {
    data c : TherapyCommand
    data m : Measurement
    external remote_control
    boundary b { device: yes
        process pump { port rf : RfRadio }
    }
    flow plain:  remote_control -> b.pump.rf      over ProprietaryRf { carries: [c], encrypted: no, integrity_protected: no }
    flow sealed: remote_control -> b.pump.rf      over ProprietaryRf { carries: [c], encrypted: yes }
    flow bound_: remote_control -> b.pump.rf      over ProprietaryRf { carries: [c], encrypted: no, integrity_protected: yes, replay_protected: yes }
    flow unsaid: remote_control -> b.pump.rf      over ProprietaryRf { carries: [c] }
    flow values: b.pump.rf      -> remote_control over ProprietaryRf { carries: [m], encrypted: no }
    expect INF19 @ plain  open
    expect INF19 @ sealed mitigated
    expect INF19 @ bound_ mitigated
    expect INF19 @ unsaid question
    expect INF19 @ values absent
}

/// Encryption alone does not settle it: whoever owns a device has the image sooner or later.
rule INF18 "Software taken apart on its way: {f}" : InformationDisclosure {
    for flow f where (f.overheard and f.target.on_device and not (known(f.encrypted) and f.encrypted))
    applies when   f.updates
    mitigated when all d in f.carries where (d is not FirmwarePackage or d.free_of_secrets)
    statement: "An attacker {f.exposure} copies the software image that {f} brings to {f.target}, takes it apart at leisure and finds keys, service codes or weaknesses that open every device of the kind."
    advice:    "Keep keys and codes out of the images on {f} and build on nothing that is safe only while unread; encryption of the image is an extra, never the only control."
    violates:  [imdrf_n60.data_4, imdrf_n60.phys_2]
    cwe:       [311]
    capec:     [188]
    emb3d:     [215]
    catalogue: ["I15"]
}

test "I15, INF18: an update package that anybody can read" {
    data full  : FirmwarePackage { free_of_secrets: no }
    data clean : FirmwarePackage { free_of_secrets: yes }
    data image : FirmwarePackage
    store stick : RemovableMedium
    external server
    boundary b : DeviceEnclosure { process x { port usb : UsbHost, port lan : EthernetPort } }
    flow leaky:  stick  -> b.x.usb over UsbMass { carries: [full] }
    flow clean_: stick  -> b.x.usb over UsbMass { carries: [clean] }
    flow unsaid: stick  -> b.x.usb over UsbMass { carries: [image] }
    flow sealed: server -> b.x.lan over Https   { carries: [full] }
    expect INF18 @ leaky  open
    expect INF18 @ clean_ mitigated
    expect INF18 @ unsaid question
    expect INF18 @ sealed absent
}

// ---------------------------------------------------------------- processes

rule INF08 "{p} hands out records of other patients" : InformationDisclosure {
    for process p where (p.web)
    applies when
        any f in p.flows where (
            f.crosses and any d in f.carries where (d.about_patient))
    mitigated when p.authorises_requests
    statement:     "An attacker {p.exposure} with a login of their own changes the identifier in a request to {p} and gets the records of other patients, one after the other."
    fix:           [ServerSideAuthorisation, RoleBasedAccess]
    advice:        "Check on each request whether this user may see this record, use identifiers nobody can guess, and test it for every role."
    violates:      [imdrf_n60.auth_2]
    cwe:           [639]
    capec:         [122]
    emb3d:         [324]
    preconditions: [credential]
    catalogue:     ["I09"]
    loss:          confidentiality
}

test "I09, INF08: a portal that does not check whose record is asked for" {
    data r : TherapyRecord
    data t : TechnicalData
    actor physician
    boundary cloud : CloudTenant {
        process naive  : ApiService     { authorises_requests: no }
        process strict : ApiService     { authorises_requests: yes }
        process unsaid : WebApplication
        process status : WebApplication { authorises_requests: no }
        process radio                   { authorises_requests: no }
    }
    flow f1: physician <-> cloud.naive  over Https { carries: [r] }
    flow f2: physician <-> cloud.strict over Https { carries: [r] }
    flow f3: physician <-> cloud.unsaid over Https { carries: [r] }
    flow f4: physician <-> cloud.status over Https { carries: [t] }
    flow f5: physician <-> cloud.radio             { carries: [r] }
    expect INF08 @ cloud.naive  open
    expect INF08 @ cloud.strict mitigated
    expect INF08 @ cloud.unsaid question
    expect INF08 @ cloud.status absent
    expect INF08 @ cloud.radio  absent
}

// ---------------------------------------------------------------- ports

rule INF09 "Bystanders read patient data at {p}" : InformationDisclosure {
    for port p where ((p.by_hand or p is VideoOutput) and p.direction in [outgoing, both])
    applies when   any d in p.carries where (d.about_patient or d is DisplayContent)
    mitigated when p.out_of_sight
    statement: "A visitor, another patient or somebody with a camera beside {p.owner} reads at {p} who is being treated, for what, and how they fare."
    fix:       [PrivacyLayout]
    advice:    "Show names and records at {p} only where they are needed and turn them from public view; never blank vital signs for privacy."
    violates:  [imdrf_n60.phys_1, imdrf_n60.data_1]
    cwe:       [200]
    capec:     [508, 699]
    catalogue: ["I10"]
    loss:      confidentiality
}

test "I10, INF09: screens and print-outs in public places" {
    data r  : PatientIdentity
    data s  : OperatorInput
    data al : Alarm
    actor nurse
    boundary b : DeviceEnclosure {
        process x {
            port facing : TouchDisplay   { out_of_sight: no }
            port paper  : BuiltInPrinter { out_of_sight: no }
            port turned : TouchDisplay   { out_of_sight: yes }
            port unsaid : TouchDisplay
            port keys   : Keypad         { out_of_sight: no }
            port lamp   : Indicator      { out_of_sight: no }
        }
    }
    flow f1: b.x.facing -> nurse    over OperatorInterface { carries: [r] }
    flow f2: b.x.paper  -> nurse    over OperatorInterface { carries: [r] }
    flow f3: b.x.turned -> nurse    over OperatorInterface { carries: [r] }
    flow f4: b.x.unsaid -> nurse    over OperatorInterface { carries: [r] }
    flow f5: nurse      -> b.x.keys over OperatorInterface { carries: [s] }
    flow f6: b.x.lamp   -> nurse    over OperatorInterface { carries: [al] }
    expect INF09 @ b.x.facing open
    expect INF09 @ b.x.paper  open
    expect INF09 @ b.x.turned mitigated
    expect INF09 @ b.x.unsaid question
    expect INF09 @ b.x.keys   absent
    expect INF09 @ b.x.lamp   absent
}

rule INF10 "Patient data carried away through {p}" : InformationDisclosure {
    for port p where (p.on_device and p.direction in [outgoing, both] and not p.by_hand)
    applies when
        (p.takes_media or p.for_service)
        and any d in p.carries where (d.about_patient)
    mitigated when p.authenticated_access
    statement: "An attacker {p.exposure} connects a medium or a computer of their own to {p} and has {p.owner} export the records of all its patients at once, without anybody asking who they are."
    fix:       [ChallengeResponse, MultiFactorLogin]
    advice:    "Bind export at {p} to a role and a login, encrypt what is exported, and log each export."
    violates:  [imdrf_n60.phys_2, imdrf_n60.auth_2]
    cwe:       [862, 552]
    capec:     [457, 122]
    emb3d:     [111, 224]
    catalogue: ["I12"]
    loss:      confidentiality
}

test "I12, INF10: export of patient data by stick or service interface" {
    data r : TherapyRecord
    data t : TechnicalData
    store stick : RemovableMedium
    external laptop : ServiceTool
    boundary b : DeviceEnclosure {
        process x {
            port any_    : UsbHost   { authenticated_access: no }
            port service : Rs232Port { access: service, authenticated_access: no }
            port login_  : UsbHost   { authenticated_access: yes }
            port unsaid  : SdSlot
            port state   : UsbHost   { authenticated_access: no }
        }
    }
    flow f1: b.x.any_    -> stick  over UsbMass        { carries: [r] }
    flow f2: b.x.service -> laptop over Rs232          { carries: [r] }
    flow f3: b.x.login_  -> stick  over UsbMass        { carries: [r] }
    flow f4: b.x.unsaid  -> stick  over RemovableFiles { carries: [r] }
    flow f5: b.x.state   -> stick  over UsbMass        { carries: [t] }
    expect INF10 @ b.x.any_    open
    expect INF10 @ b.x.service open
    expect INF10 @ b.x.login_  mitigated
    expect INF10 @ b.x.unsaid  question
    expect INF10 @ b.x.state   absent
}

rule INF15 "{p} tells strangers who carries the device" : Privacy {
    for port p where (p.on_device and p.worn and p.used)
    applies when   p.broadcasts
    mitigated when p.identity_hidden
    statement: "Anybody with a telephone near the wearer records the unchanging address or the telling name that {p} sends, learns that this person carries such a device and so has such an illness, and follows them from place to place."
    fix:       [PrivateAddresses]
    advice:    "Change the address of {p} often, resolve it only for bonded peers, and advertise neither type, name nor serial number."
    cwe:       [359, 1230]
    capec:     [612, 619]
    catalogue: ["I13"]
}

test "I13, INF15: a worn device known by its radio address" {
    data t : TechnicalData
    external phone
    boundary a : WearableDevice {
        process loud   { port r : BleRadio { identity_hidden: no } }
        process shy    { port r : BleRadio { controls: [changing] } }
        process unsaid { port r : BleRadio }
        process wired  { port r : UsbDevice { identity_hidden: no } }
    }
    boundary trolley : DeviceEnclosure {
        process loud { port r : BleRadio { identity_hidden: no } }
    }
    control changing : PrivateAddresses { status: verified }
    flow f1: a.loud.r       -> phone over BleAdvertising { carries: [t] }
    flow f2: a.shy.r        -> phone over BleAdvertising { carries: [t] }
    flow f3: a.unsaid.r     -> phone over BleAdvertising { carries: [t] }
    flow f4: a.wired.r      -> phone over UsbCdc         { carries: [t] }
    flow f5: trolley.loud.r -> phone over BleAdvertising { carries: [t] }
    expect INF15 @ a.loud.r       open
    expect INF15 @ a.shy.r        mitigated
    expect INF15 @ a.unsaid.r     question
    expect INF15 @ a.wired.r      absent
    expect INF15 @ trolley.loud.r absent
}
