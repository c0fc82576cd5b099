/// Tampering with software: how it is updated, started and kept clean, and what input makes it do.

/// Serves pages to people: by its type, or because somebody works at it through a web address.
define process.browsed : bool =
    self.web_pages
    or any f in self.inbound where (f.by_person and any q in f.target_ports where (q is HttpServer or q is HttpsServer))
/// Gets updates of its own; a library comes with the program it is linked into.
define process.updated_alone : bool = self.on_device and self is not ThirdPartyLibrary
/// Works with a relational database.
define process.queries       : bool = any f in self.flows where (f.target is SqlDatabase or f.source is SqlDatabase)

// ---------------------------------------------------------------- updates and start

/// Checks that exist and do not hold are judged by TAM16.
rule TAM07 "Foreign software installed on {p} as an update" : Tampering {
    for process p where (p.updated_alone)
    applies when   p.update in [unsigned, signed]
    mitigated when p.update == signed
    statement: "An attacker {p.exposure} poses as the source of updates, or brings one in person, and has {p} install software of their own; nothing in {p} tells it from the manufacturer's, and from then on {p} does what the attacker wrote."
    fix:       [SignedFirmware]
    advice:    "Verify on {p} an asymmetric signature over content, version and target, before installing and before starting; include the images of peripherals."
    violates:  [imdrf_n60.maint_7, imdrf_n60.integ_2]
    cwe:       [494, 306]
    capec:     [186, 638]
    emb3d:     [211, 113]
    catalogue: ["T03"]
}

test "T03, TAM07: updates are signed" {
    boundary b { device: yes
        process naked                 { update: unsigned }
        process radio   : RadioModule { update: unsigned }
        process signed_               { update: signed }
        process fixed                 { update: none }
        process summed                { update: crc_only }
        process unsaid
        process library : ThirdPartyLibrary
    }
    process server { update: unsigned }
    expect TAM07 @ b.library absent
    expect TAM07 @ b.naked   open
    expect TAM07 @ b.radio   open
    expect TAM07 @ b.signed_ mitigated
    expect TAM07 @ b.fixed   absent
    expect TAM07 @ b.summed  absent
    expect TAM07 @ b.unsaid  question
    expect TAM07 @ server    absent
}

rule TAM16 "The check of updates on {p} lets a forged one pass" : Tampering {
    for process p where (p.updated_alone)
    applies when   p.update in [crc_only, shared_key, checked_elsewhere, signed_in_part, signed]
    mitigated when p.update == signed
    statement: "An attacker {p.exposure} gets a forged update past the check of {p}, if that check leaves anything out (content, version, target), rests on a key that other devices hold, or is made elsewhere; {p} installs the forgery as genuine."
    fix:       [SignedFirmware]
    advice:    "Verify on {p} itself an asymmetric signature over content, version and target, reject on any failure, and attack the verifying code in tests; a checksum guards against accidents only."
    violates:  [imdrf_n60.maint_7]
    cwe:       [347, 353]
    capec:     [475]
    emb3d:     [213, 212]
    catalogue: ["T04"]
}

test "T04, TAM16: the check of updates holds" {
    boundary b { device: yes
        process summed    { update: crc_only }
        process symmetric { update: shared_key }
        process laptop    { update: checked_elsewhere }
        process partial   { update: signed_in_part }
        process complete  { update: signed }
        process unsaid
        process naked     { update: unsigned }
        process fixed     { update: none }
    }
    expect TAM16 @ b.summed    open
    expect TAM16 @ b.symmetric open
    expect TAM16 @ b.laptop    open
    expect TAM16 @ b.partial   open
    expect TAM16 @ b.complete  mitigated
    expect TAM16 @ b.unsaid    question
    expect TAM16 @ b.naked     absent
    expect TAM16 @ b.fixed     absent
    expect TAM07 @ b.summed    absent
}

rule TAM08 "{p} taken back to a version with known weaknesses" : Tampering {
    for process p where (p.on_device)
    applies when   known(p.update) and p.update in [signed_in_part, signed]
    mitigated when p.rollback_protected
    statement: "An attacker {p.exposure} installs an older, genuinely signed version of {p} and then uses a weakness that was long repaired."
    fix:       [RollbackProtection]
    advice:    "Keep a security version that only grows and is checked at installation and start; sign and log authorised downgrades separately."
    violates:  [imdrf_n60.maint_5, imdrf_n60.maint_7]
    cwe:       [1328]
    emb3d:     [216]
    catalogue: ["T05"]
}

test "T05, TAM08: older versions are refused" {
    boundary b { device: yes
        process back   { update: signed, rollback_protected: no }
        process onward { update: signed, rollback_protected: yes }
        process unsaid { update: signed }
        process naked  { update: unsigned, rollback_protected: no }
    }
    expect TAM08 @ b.back   open
    expect TAM08 @ b.onward mitigated
    expect TAM08 @ b.unsaid question
    expect TAM08 @ b.naked  absent
}

rule TAM09 "Altered code on {p} survives every restart" : Tampering {
    for process p where (p.on_device)
    applies when   p.updatable
    mitigated when p.secure_boot
    statement:     "An attacker {p.exposure} who has got code to run once on {p} writes it to the program memory and stays there for good, because {p} starts whatever it finds."
    fix:           [SecureBoot]
    advice:        "Verify every stage of the start of {p} from a root of trust in hardware, and keep an image for recovery."
    preconditions: [foothold]
    violates:      [imdrf_n60.integ_2]
    cwe:           [693, 1326, 1274]
    capec:         [532]
    emb3d:         [201]
    catalogue:     ["T06"]
}

test "T06, TAM09: code is verified at the start" {
    boundary b { device: yes
        process trusting { update: signed, secure_boot: no }
        process checking { update: signed, secure_boot: yes }
        process unsaid   { update: unsigned }
        process rom      { update: none, secure_boot: no }
    }
    expect TAM09 @ b.trusting open
    expect TAM09 @ b.checking mitigated
    expect TAM09 @ b.unsaid   question
    expect TAM09 @ b.rom      absent
}

/// The parts that decide for the others; an implant is out of reach of such tools.
rule TAM18 "A glitch makes {p} skip a check" : Tampering {
    for process p where (any b in p.boundaries where (b.device and b is not ImplantedDevice))
    applies when   known(p.prevents)
    mitigated when p.fault_resistant
    statement:     "An attacker who holds the opened device disturbs supply, clock or field of the chip on which {p} runs at the very moment of a check; the check is skipped, and {p} {p.prevents}."
    fix:           [FaultResistance]
    advice:        "Make the checks in {p} twice and in different ways, vary their timing, use the chip's glitch detectors, and fail into the safe state."
    preconditions: [equipment]
    violates:      [imdrf_n60.phys_1, imdrf_n60.integ_2]
    cwe:           [1247, 1319, 1332]
    capec:         [624]
    emb3d:         [105, 110]
    catalogue:     ["T15"]
}

test "T15, TAM18: checks hold against glitches" {
    boundary b : DeviceEnclosure {
        process boot   : Bootloader       { fault_resistant: no }
        process guard  : SafetyController { fault_resistant: no }
        process strong : Bootloader       { fault_resistant: yes }
        process unsaid : Bootloader
        process screen : HumanInterface   { fault_resistant: no }
    }
    boundary body : ImplantedDevice { process boot : Bootloader { fault_resistant: no } }
    expect TAM18 @ b.boot    open
    expect TAM18 @ b.guard   open
    expect TAM18 @ b.strong  mitigated
    expect TAM18 @ b.unsaid  question
    expect TAM18 @ b.screen  absent
    expect TAM18 @ body.boot absent
}

// ---------------------------------------------------------------- malware and injected code

rule TAM10 "Malware runs beside {p}" : Tampering {
    for process p
    applies when   p.operating_system == general_purpose and any f in p.inbound where (f.crosses)
    mitigated when p.application_control
    statement: "An attacker {p.exposure}, or a document, download or package that somebody opens there, brings an ordinary malicious program onto the computer or telephone under {p}; the operating system starts it, and it alters, watches or encrypts what {p} works with."
    fix:       [ApplicationAllowList]
    advice:    "Let only approved programs run, remove what {p} does not need, and qualify anti-malware where it cannot disturb real-time functions."
    violates:  [imdrf_n60.integ_3]
    cwe:       [829, 494]
    capec:     [442, 542]
    emb3d:     [302, 301, 218]
    catalogue: ["T11"]
}

test "T11, TAM10: only approved programs run" {
    data t : TechnicalData
    process a
    boundary b {
        process loose  { operating_system: general_purpose, application_control: no }
        process strict { operating_system: general_purpose, application_control: yes }
        process unsaid { operating_system: general_purpose }
        process kernel { operating_system: rtos, application_control: no }
        process alone  { operating_system: general_purpose, application_control: no }
    }
    flow f1: a -> b.loose  { carries: [t] }
    flow f2: a -> b.strict { carries: [t] }
    flow f3: a -> b.unsaid { carries: [t] }
    flow f4: a -> b.kernel { carries: [t] }
    expect TAM10 @ b.loose  open
    expect TAM10 @ b.strict mitigated
    expect TAM10 @ b.unsaid question
    expect TAM10 @ b.kernel absent
    expect TAM10 @ b.alone  absent
}

rule TAM12 "Requests to {p} smuggle in queries or commands" : Tampering {
    for process p where (p.web or p.queries)
    applies when   any f in p.inbound where (f.crosses and f.source is not store and f.target is not store)
    mitigated when p.validates_input
    statement: "An attacker {p.exposure} hides a query, a shell command, a path or an object in a request to {p}; database, shell or library carry it out, and what {p} keeps is changed for all patients and devices behind it."
    fix:       [InputValidation]
    advice:    "Use parameterised queries and strict schemas in {p}, never build commands from input, and give the database account the least rights."
    violates:  [imdrf_n60.comm_2]
    cwe:       [89, 78, 22, 502]
    capec:     [66, 88, 126, 586]
    emb3d:     [320, 323, 326]
    catalogue: ["T13"]
}

test "T13, TAM12: interfaces and database clients check what they get" {
    data r : TherapyRecord
    process a
    boundary b {
        process naive  : ApiService { validates_input: no }
        process strict : ApiService { validates_input: yes }
        process unsaid : ApiService
        process client              { validates_input: no }
        process plain               { validates_input: no }
        process inner  : ApiService { validates_input: no }
        store base : SqlDatabase { holds: [r] }
        flow query:  client <-> base { carries: [r] }
        flow known_: inner  <-> base { carries: [r] }
    }
    flow f1: a -> b.naive  { carries: [r] }
    flow f2: a -> b.strict { carries: [r] }
    flow f3: a -> b.unsaid { carries: [r] }
    flow f4: a -> b.plain  { carries: [r] }
    flow f5: a -> b.client { carries: [r] }
    expect TAM12 @ b.naive  open
    expect TAM12 @ b.client open
    expect TAM12 @ b.strict mitigated
    expect TAM12 @ b.unsaid question
    expect TAM12 @ b.plain  absent
    expect TAM12 @ b.inner  absent
}

rule TAM17 "A foreign page or script acts on {p} in its user's name" : Tampering {
    for process p where (p.browsed)
    applies when   any f in p.inbound where (f.by_person)
    mitigated when p.requests_genuine
    statement:     "An attacker {p.exposure} lures somebody who is logged in to {p} to a prepared page, or plants a script in what {p} shows; the browser then sends requests in that person's name, and {p} changes settings or records that the person never touched."
    fix:           [WebHardening]
    advice:        "Encode all output of {p}, set a content security policy, bind each request to the page it came from, and ask for the login again before hazardous actions."
    preconditions: [user_action]
    violates:      [imdrf_n60.comm_2, imdrf_n60.auth_1]
    cwe:           [79, 352]
    capec:         [63, 62]
    emb3d:         [319, 322]
    catalogue:     ["T14"]
}

test "T14, TAM17: pages for clinicians" {
    data s : TherapySettings
    actor nurse
    process machine
    process lax    : WebApplication { requests_genuine: no }
    process strict : WebApplication { requests_genuine: yes }
    process unsaid : WebApplication
    process server                  { requests_genuine: no, port web : HttpsServer }
    process shell  : ApiService     { requests_genuine: no, port ssh : SshServer }
    process api    : ApiService     { requests_genuine: no, port web : RestApi }
    flow f1: nurse   -> lax        { carries: [s] }
    flow f2: nurse   -> strict     { carries: [s] }
    flow f3: nurse   -> unsaid     { carries: [s] }
    flow f4: nurse   -> server.web { carries: [s] }
    flow f5: nurse   -> shell.ssh  { carries: [s] }
    flow f6: machine -> api.web    { carries: [s] }
    expect TAM17 @ lax    open
    expect TAM17 @ server open
    expect TAM17 @ strict mitigated
    expect TAM17 @ unsaid question
    expect TAM17 @ shell  absent
    expect TAM17 @ api    absent
}

// ---------------------------------------------------------------- trained models

rule TAM24 "Crafted input makes {p} judge falsely" : Tampering {
    for process p where (p.learned)
    applies when   not empty(p.inbound)
    mitigated when p.unusual_input_noticed
    statement: "An attacker {p.exposure}, or one who controls a source before it, adds a disturbance that no person would see to what reaches {p} from {p.inbound.source}; {p} gives a confident wrong result, and diagnosis or therapy follows it."
    fix:       [InputMonitoring]
    advice:    "Compare input of {p} with what it was trained on, test it with disturbed input, show how certain a result is, and let a person or an independent check decide in doubt."
    violates:  [imdrf_n60.comm_2]
    cwe:       [1039]
    capec:     [153]
    catalogue: ["T21"]
}

test "T21, TAM24: input of trained models" {
    data i : MedicalImage
    external scanner
    process naive  : MachineLearningModel { unusual_input_noticed: no }
    process wary   : MachineLearningModel { unusual_input_noticed: yes }
    process unsaid : MachineLearningModel
    process idle   : MachineLearningModel { unusual_input_noticed: no }
    process viewer                        { unusual_input_noticed: no }
    flow f1: scanner -> naive  { carries: [i] }
    flow f2: scanner -> wary   { carries: [i] }
    flow f3: scanner -> unsaid { carries: [i] }
    flow f4: scanner -> viewer { carries: [i] }
    expect TAM24 @ naive  open
    expect TAM24 @ wary   mitigated
    expect TAM24 @ unsaid question
    expect TAM24 @ idle   absent
    expect TAM24 @ viewer absent
}

rule TAM25 "The model or its training data exchanged in {s}" : Tampering {
    for store s
    applies when   any d in s.holds where (d is TrainedModel or d is TrainingData)
    mitigated when s.integrity_protected
    statement:     "An attacker {s.exposure} exchanges a trained model in {s}, or plants false examples among those it is trained with; the model then misjudges just the patients the attacker chose, and in every test looks as good as before."
    fix:           [IntegrityProtectedStorage]
    advice:        "Sign each model and verify it before use; keep training data under version control with known origin, and hold back test data of your own."
    preconditions: [foothold]
    violates:      [imdrf_n60.integ_2]
    cwe:           [345]
    capec:         [153]
    catalogue:     ["T21"]
}

test "T21, TAM25: models and training data at rest" {
    data m : TrainedModel
    data e : TrainingData
    data u : UsageData
    store weights : ModelStore { holds: [m], integrity_protected: no }
    store samples : ModelStore { holds: [e], integrity_protected: no }
    store guarded : ModelStore { holds: [m], integrity_protected: yes }
    store unsaid  : ModelStore { holds: [m] }
    store diary                { holds: [u], integrity_protected: no }
    expect TAM25 @ weights open
    expect TAM25 @ samples open
    expect TAM25 @ guarded mitigated
    expect TAM25 @ unsaid  question
    expect TAM25 @ diary   absent
    expect TAM13 @ weights absent
}
