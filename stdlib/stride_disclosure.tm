/// Information disclosure: somebody learns what they should not.

// ---------------------------------------------------------------- flows

rule INF01 "Patient data readable on {f}" : InformationDisclosure {
    for flow f where (f.exposed)
    applies when   any d in f.carries where (d is PatientData)
    mitigated when f.encrypted
    statement: "An attacker {f.exposure} listens to {f} between {f.source} and {f.target} and reads {f.carries} of the patient."
    fix:       [MutualTls, ServerTls, BleSecureConnections]
    advice:    "Encrypt {f} with a current protocol such as TLS 1.3, or above the radio link where that link may be broken."
    violates:  [imdrf_n60.comm_6, imdrf_n60.data_1]
    cwe:       [319]
    capec:     [158]
    emb3d:     [408]
}

test "INF01: patient data in transit" {
    data r : TherapyRecord
    data t : TechnicalData
    external server
    boundary b { process x { port p } }
    flow bare:   b.x.p -> server { carries: [r], encrypted: no }
    flow sealed: b.x.p -> server { carries: [r], encrypted: yes }
    flow unsaid: b.x.p -> server { carries: [r] }
    flow what:   b.x.p -> server { encrypted: no }
    flow state:  b.x.p -> server { carries: [t], encrypted: no }
    expect INF01 @ bare   open
    expect INF01 @ sealed mitigated
    expect INF01 @ unsaid question
    expect INF01 @ what   question
    expect INF01 @ state  absent
}

test "INF01: screens and inner buses are not asked to encrypt" {
    data r : TherapyRecord
    actor nurse
    boundary b {
        process x { port screen }
        process y
        flow inner: x -> y { carries: [r], encrypted: no }
    }
    flow shown: b.x.screen -> nurse { carries: [r], encrypted: no }
    expect INF01 @ b.inner absent
    expect INF01 @ shown   absent
}

rule INF02 "Credentials readable on {f}" : InformationDisclosure {
    for flow f where (f.exposed)
    applies when   any d in f.carries where (d is Credential)
    mitigated when f.encrypted
    statement: "An attacker {f.exposure} reads {f.carries} on the way from {f.source} to {f.target} and later uses it to act as its rightful owner."
    fix:       [MutualTls, ServerTls]
    advice:    "Send no secret that can be used again: answer a challenge instead, and encrypt the channel."
    violates:  [imdrf_n60.comm_6, imdrf_n60.data_4]
    cwe:       [319, 522]
    capec:     [158, 117]
    emb3d:     [408, 315]
}

test "INF02: credentials in transit" {
    data k : Password
    data c : PublicCertificate
    external server
    boundary b { process x { port p } }
    flow bare:    b.x.p -> server { carries: [k], encrypted: no }
    flow sealed:  b.x.p -> server { carries: [k], encrypted: yes }
    flow unsaid:  b.x.p -> server { carries: [k] }
    flow public_: b.x.p -> server { carries: [c], encrypted: no }
    expect INF02 @ bare    open
    expect INF02 @ sealed  mitigated
    expect INF02 @ unsaid  question
    expect INF02 @ public_ absent
}

// ---------------------------------------------------------------- stores

rule INF03 "Patient data read out of {s}" : InformationDisclosure {
    for store s
    applies when   any d in s.holds where (d is PatientData)
    mitigated when s.encrypted
    statement: "Somebody who steals the medium, copies its content or gets at a backup reads {s.holds} out of {s}."
    fix:       [EncryptedStorage]
    advice:    "Encrypt {s} as a whole or record by record, and keep the key away from the medium."
    violates:  [imdrf_n60.data_1]
    cwe:       [312, 311]
    capec:     [37, 507]
    emb3d:     [108]
}

test "INF03: patient data at rest" {
    data r : TherapyRecord
    data t : TechnicalData
    store clear  { holds: [r], encrypted: no }
    store sealed { holds: [r], encrypted: yes }
    store unsaid { holds: [r] }
    store what   { encrypted: no }
    store state  { holds: [t], encrypted: no }
    expect INF03 @ clear  open
    expect INF03 @ sealed mitigated
    expect INF03 @ unsaid question
    expect INF03 @ what   question
    expect INF03 @ state  absent
}

rule INF04 "Keys extracted from {s}" : InformationDisclosure {
    for store s
    applies when   any d in s.holds where (d is KeyMaterial)
    mitigated when s.hardware_protected
    statement: "An attacker {s.exposure} reads {s.holds} out of {s}, by its memory chip, a debug interface or a program flaw, and from then on decrypts and signs as the device."
    fix:       [HardwareKeyStorage]
    advice:    "Generate and keep keys in a secure element or trusted execution environment, set readout protection, and wipe keys when the enclosure is opened."
    violates:  [imdrf_n60.data_4, imdrf_n60.phys_2]
    cwe:       [312, 1191]
    capec:     [37, 458]
    emb3d:     [115, 109, 214, 223]
}

test "INF04: keys stay in hardware" {
    data k : PairingKeys
    data w : Password
    store flash  { holds: [k], hardware_protected: no }
    store chip   { holds: [k], hardware_protected: yes }
    store unsaid { holds: [k] }
    store users  { holds: [w], hardware_protected: no }
    expect INF04 @ flash  open
    expect INF04 @ chip   mitigated
    expect INF04 @ unsaid question
    expect INF04 @ users  absent
}

rule INF05 "Passwords recovered from {s}" : InformationDisclosure {
    for store s
    applies when   any d in s.holds where (d is Password)
    mitigated when s.hashed
    statement: "An attacker {s.exposure} gets a copy of {s}, recovers {s.holds} by reading or fast guessing, and logs in wherever it is used."
    fix:       [PasswordHashing]
    advice:    "Keep passwords only as salted hashes of a slow, memory-hard function, and never log them."
    violates:  [imdrf_n60.data_2]
    cwe:       [257, 916]
    capec:     [55]
    emb3d:     [329]
}

test "INF05: passwords are hashed" {
    data w : Password
    data k : KeyMaterial
    store clear  { holds: [w], hashed: no }
    store salty  { holds: [w], hashed: yes }
    store keys   { holds: [k], hashed: no }
    store unsaid { holds: [w] }
    expect INF05 @ clear  open
    expect INF05 @ salty  mitigated
    expect INF05 @ unsaid question
    expect INF05 @ keys   absent
}

rule INF06 "{s} gives away patient data or secrets in its entries" : InformationDisclosure {
    for store s
    applies when   any d in s.holds where (d is LogData)
    mitigated when s.redacted
    statement: "Whoever is sent a service bundle or reads {s}, an attacker {s.exposure} among them, finds patient data, passwords or keys between the entries of {s.holds}."
    fix:       [DataMinimisation]
    advice:    "Leave patient data and secrets out when entries are written, and encrypt exported logs and dumps."
    violates:  [imdrf_n60.data_1, imdrf_n60.data_4]
    cwe:       [532, 530]
    capec:     [37]
    emb3d:     [226]
}

test "INF06: logs hold no secrets" {
    data l : LogData
    data s : TherapySettings
    store talks  { holds: [l], redacted: no }
    store silent { holds: [l], redacted: yes }
    store unsaid { holds: [l] }
    store values { holds: [s], redacted: no }
    expect INF06 @ talks  open
    expect INF06 @ silent mitigated
    expect INF06 @ unsaid question
    expect INF06 @ values absent
}

rule INF07 "{s} still holds {s.holds} when the device changes hands" : InformationDisclosure {
    for store s where (s.on_device)
    applies when   any d in s.holds where (d is PatientData)
    mitigated when s.erasable
    statement: "Somebody who buys, repairs or disposes of the device reads {s.holds} of former patients out of {s}."
    fix:       [SecureErase]
    advice:    "Offer a documented, tested wipe of {s}, by destroying its key where it is encrypted, and describe it in the instructions for use."
    violates:  [imdrf_n60.data_1, imdrf_n60.data_4]
    cwe:       [212, 226]
    capec:     [675]
}

test "INF07: devices are wiped before they leave" {
    data r : TherapyRecord
    boundary b { device: yes
        store keeps  { holds: [r], erasable: no }
        store wiped  { holds: [r], erasable: yes }
        store unsaid { holds: [r] }
    }
    store archive { holds: [r], erasable: no }
    expect INF07 @ b.keeps  open
    expect INF07 @ b.wiped  mitigated
    expect INF07 @ b.unsaid question
    expect INF07 @ archive  absent
}

// ---------------------------------------------------------------- processes

rule INF08 "{p} hands out records of other patients" : InformationDisclosure {
    for process p where (p.web)
    applies when
        any f in p.flows where (
            f.crosses and any d in f.carries where (d is PatientData))
    mitigated when p.authorises_requests
    statement: "An attacker {p.exposure} with a login of their own changes the identifier in a request to {p} and gets or alters the patient data of somebody else, one patient after the other."
    fix:       [RoleBasedAccess]
    advice:    "Check on each request whether this user may see this record, use identifiers nobody can guess, and test it for every role."
    violates:  [imdrf_n60.auth_2]
    cwe:       [639]
    capec:     [122]
    emb3d:     [324]
}

test "INF08: web interfaces authorise each record" {
    data r : TherapyRecord
    data t : TechnicalData
    process a
    boundary b {
        process naive  { web_interface: yes, authorises_requests: no }
        process strict { web_interface: yes, authorises_requests: yes }
        process unsaid { web_interface: yes }
        process status { web_interface: yes, authorises_requests: no }
        process radio  { authorises_requests: no }
    }
    flow f1: a -> b.naive  { carries: [r] }
    flow f2: a -> b.strict { carries: [r] }
    flow f3: a -> b.unsaid { carries: [r] }
    flow f4: a -> b.status { carries: [t] }
    flow f5: a -> b.radio  { carries: [r] }
    expect INF08 @ b.naive  open
    expect INF08 @ b.strict mitigated
    expect INF08 @ b.unsaid question
    expect INF08 @ b.status absent
    expect INF08 @ b.radio  absent
}

// ---------------------------------------------------------------- ports

rule INF09 "Bystanders read patient data at {p}" : InformationDisclosure {
    for port p where (p.by_hand and p.direction in [outgoing, both])
    applies when   any d in p.carries where (d is PatientData)
    mitigated when p.out_of_sight
    statement: "A visitor, another patient or somebody with a camera beside {p.owner} reads {p.carries} at {p}."
    fix:       [PrivacyLayout]
    advice:    "Show names and records only where they are needed and turn them from public view; never blank vital signs for privacy."
    violates:  [imdrf_n60.phys_1, imdrf_n60.data_1]
    cwe:       [200]
    capec:     [508, 699]
}

test "INF09: screens in public places" {
    data r : PatientIdentity
    data s : OperatorInput
    actor nurse
    boundary b {
        process x {
            port facing { medium: human, out_of_sight: no }
            port turned { medium: human, out_of_sight: yes }
            port unsaid { medium: human }
            port keys   { medium: human, out_of_sight: no }
        }
    }
    flow f1: b.x.facing -> nurse    { carries: [r] }
    flow f2: b.x.turned -> nurse    { carries: [r] }
    flow f3: b.x.unsaid -> nurse    { carries: [r] }
    flow f4: nurse      -> b.x.keys { carries: [s] }
    expect INF09 @ b.x.facing open
    expect INF09 @ b.x.turned mitigated
    expect INF09 @ b.x.unsaid question
    expect INF09 @ b.x.keys   absent
}

rule INF10 "Patient data carried away through {p}" : InformationDisclosure {
    for port p where (p.on_device and p.direction in [outgoing, both])
    applies when
        p.takes_media
        and any d in p.carries where (d is PatientData)
    mitigated when p.authenticated_access
    statement: "An attacker {p.exposure} plugs a medium of their own into {p} and has {p.owner} export {p.carries} to it, many patients at once."
    fix:       [ChallengeResponse, MultiFactorLogin]
    advice:    "Bind export at {p} to a role and a login, encrypt what is exported, and log each export."
    violates:  [imdrf_n60.phys_2, imdrf_n60.auth_2]
    cwe:       [862, 552]
    capec:     [457, 122]
    emb3d:     [111, 224]
}

test "INF10: export needs a login" {
    data r : TherapyRecord
    data t : TechnicalData
    actor nurse
    boundary b { device: yes
        process x {
            port any_   { offers: [usb], authenticated_access: no }
            port login_ { offers: [usb], authenticated_access: yes }
            port unsaid { offers: [media_slot] }
            port state  { offers: [usb], authenticated_access: no }
        }
    }
    flow f1: b.x.any_   -> nurse { carries: [r] }
    flow f2: b.x.login_ -> nurse { carries: [r] }
    flow f3: b.x.unsaid -> nurse { carries: [r] }
    flow f4: b.x.state  -> nurse { carries: [t] }
    expect INF10 @ b.x.any_   open
    expect INF10 @ b.x.login_ mitigated
    expect INF10 @ b.x.unsaid question
    expect INF10 @ b.x.state  absent
}
