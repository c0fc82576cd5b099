/// Information disclosure from memory and media: what lies in a store is read out, copied or left behind.

// ---------------------------------------------------------------- words of these rules

/// Holds a copy of entries that another store of the model keeps: what they say is judged there.
define store.copies_log : bool =
    (self is RemovableMedium or self is BackupStore)
    and any d in self.holds where (
        d is LogData
        and any t in d.held_by where (t is not RemovableMedium and t is not BackupStore))
/// In a device that an attacker can take into their hands.
define element.within_reach : bool = any b in self.boundaries where (b.device and b is not ImplantedDevice)

// ---------------------------------------------------------------- patient data

rule INF03 "Patient data read out of {s}" : InformationDisclosure {
    for store s
    applies when   any d in s.holds where (d.about_patient)
    mitigated when s.encrypted
    statement: "Whoever steals or finds the hardware that keeps {s}, gets a backup of it, or attacks as somebody {s.exposure}, copies it and reads {s.kept_of_patients}: who was treated, for what and how."
    fix:       [EncryptedStorage]
    advice:    "Encrypt {s} as a whole or record by record, and keep the key away from the medium."
    violates:  [imdrf_n60.data_1]
    cwe:       [312, 311]
    capec:     [37, 507]
    emb3d:     [108]
    catalogue: ["I03"]
    loss:      confidentiality
}

test "I03, INF03: patient data at rest in a portable device" {
    data r : TherapyRecord
    data p : TreatmentPlan
    data t : TechnicalData
    boundary w : WearableDevice {
        store clear  : FlashStore { holds: [r], encrypted: no }
        store sealed : FlashStore { holds: [r], encrypted: yes }
        store unsaid : FlashStore { holds: [p] }
        store what   : FlashStore { encrypted: no }
        store state  : FlashStore { holds: [t], encrypted: no }
    }
    expect INF03 @ w.clear  open
    expect INF03 @ w.sealed mitigated
    expect INF03 @ w.unsaid question
    expect INF03 @ w.what   question
    expect INF03 @ w.state  absent
}

rule INF06 "Patient data or secrets between the entries of {s}" : InformationDisclosure {
    for store s where (not s.copies_log)
    applies when   any d in s.holds where (d is LogData)
    mitigated when s.redacted
    statement: "Whoever is sent a log, dump or service bundle out of {s}, or copies it as an attacker {s.exposure}, finds names of patients, passwords or keys that a program wrote between the entries."
    fix:       [DataMinimisation]
    advice:    "Leave patient data and secrets out when entries of {s} are written, and encrypt exported logs and dumps."
    violates:  [imdrf_n60.data_1, imdrf_n60.data_4]
    cwe:       [532, 530]
    capec:     [37]
    emb3d:     [226]
    catalogue: ["I08"]
}

test "I08, INF06: logs and dumps hold no secrets" {
    data l : LogData
    data c : DiagnosticDump
    data m : LogData
    data s : TherapySettings
    data w : FirmwarePackage
    store talks  : EventLog        { holds: [l], redacted: no }
    store dumps  : FileStore       { holds: [c], redacted: no }
    store silent : EventLog        { holds: [l], redacted: yes }
    store unsaid : EventLog        { holds: [l] }
    store values                   { holds: [s], redacted: no }
    store stick  : RemovableMedium { holds: [w, l] }
    store alone  : RemovableMedium { holds: [m] }
    expect INF06 @ talks  open
    expect INF06 @ dumps  open
    expect INF06 @ silent mitigated
    expect INF06 @ unsaid question
    expect INF06 @ values absent
    expect INF06 @ stick  absent
    expect INF06 @ alone  question
}

rule INF07 "Former patients' data left in {s} when the device changes hands" : InformationDisclosure {
    for store s where (s.on_device)
    applies when   any d in s.holds where (d.about_patient)
    mitigated when s.erasable
    statement: "Somebody who buys, repairs or disposes of the device reads {s} at leisure and learns who was treated with the device before, for what and how."
    fix:       [SecureErase]
    advice:    "Offer a documented, tested wipe of {s}, by destroying its key where it is encrypted, and describe it in the instructions for use."
    violates:  [imdrf_n60.data_1]
    cwe:       [212, 226]
    capec:     [675]
    catalogue: ["I11"]
    loss:      confidentiality
}

test "I11, INF07: devices are wiped before they leave" {
    data r : TherapyRecord
    data t : TechnicalData
    boundary b : DeviceEnclosure {
        store keeps  : FlashStore { holds: [r], erasable: no }
        store wiped  : FlashStore { holds: [r], erasable: yes }
        store unsaid : FlashStore { holds: [r] }
        store state  : FlashStore { holds: [t], erasable: no }
    }
    store archive { holds: [r], erasable: no }
    expect INF07 @ b.keeps  open
    expect INF07 @ b.wiped  mitigated
    expect INF07 @ b.unsaid question
    expect INF07 @ b.state  absent
    expect INF07 @ archive  absent
}

/// Where patient data lie beside the keys, INF07 asks for the same wipe.
rule INF21 "Live keys or licences left in {s} when the device changes hands" : InformationDisclosure {
    for store s where (s.on_device and not (any d in s.holds where (d.about_patient)))
    applies when   any d in s.holds where (d is Credential or d is Licence)
    mitigated when s.erasable
    statement: "Somebody who buys, repairs or disposes of the device still has in {s} the keys, passwords or licences that nobody wiped or revoked, and with them enters the networks and services of whoever used it before, or poses as the device."
    fix:       [SecureErase]
    advice:    "Offer a documented, tested wipe of {s}, and revoke on the other side what it held when the device leaves."
    violates:  [imdrf_n60.data_4]
    cwe:       [212, 226]
    capec:     [675]
    catalogue: ["I11"]
}

test "I11, INF21: keys are wiped before the device leaves" {
    data k : KeyMaterial
    data r : TherapyRecord
    boundary b : DeviceEnclosure {
        store keeps  : FlashStore { holds: [k], erasable: no }
        store wiped  : FlashStore { holds: [k], erasable: yes }
        store unsaid : FlashStore { holds: [k] }
        store both   : FlashStore { holds: [k, r], erasable: no }
    }
    store server { holds: [k], erasable: no }
    expect INF21 @ b.keeps  open
    expect INF21 @ b.wiped  mitigated
    expect INF21 @ b.unsaid question
    expect INF21 @ b.both   absent
    expect INF21 @ server   absent
}

rule INF20 "Patients recognised again in {s}" : Privacy {
    for store s
    applies when   any d in s.holds where (d is PseudonymisedData)
    mitigated when s.deidentified
    statement: "Somebody who may read {s}, or gets an export of it, compares rare diagnoses, dates and places with other sources and recognises patients whose names were replaced."
    fix:       [TestedDeidentification]
    advice:    "De-identify by a stated profile, coarsen dates and places, try to recognise patients again before {s} is handed out, and bind recipients by contract."
    cwe:       [212]
    catalogue: ["I11"]
}

test "I11, INF20: pseudonymised data handed out for analysis" {
    data p : PseudonymisedData
    data t : TechnicalData
    store weak   : AnalyticsStore { holds: [p], deidentified: no }
    store tried  : AnalyticsStore { holds: [p], deidentified: yes }
    store unsaid : AnalyticsStore { holds: [p] }
    store state  : AnalyticsStore { holds: [t], deidentified: no }
    expect INF20 @ weak   open
    expect INF20 @ tried  mitigated
    expect INF20 @ unsaid question
    expect INF20 @ state  absent
}

/// The configuration is one fact of the tenant, asked once for all that lies in it.
rule INF16 "{s} opened to the public by a wrong setting" : InformationDisclosure {
    for store s where (any b in s.boundaries where (b is CloudTenant))
    applies when   any d in s.holds where (d.about_patient or d is Credential or d is LogData)
    mitigated when any b in s.boundaries where (b is CloudTenant and b.closed_to_public)
    statement: "A slip in the cloud's configuration makes {s}, a snapshot or a backup of it readable without a login; an attacker on the Internet, who scans for such slips all day, downloads the data of many patients."
    fix:       [ReviewedCloudConfiguration]
    advice:    "Keep the configuration as reviewed code that denies public access, watch for deviations, encrypt {s} with keys kept apart, and review who has access."
    violates:  [imdrf_n60.data_1, imdrf_n60.auth_2]
    cwe:       [732, 276]
    capec:     [180]
    catalogue: ["I14"]
}

test "I14, INF16: buckets and databases in a rented cloud" {
    data r : TherapyRecord
    data t : TechnicalData
    boundary lax : CloudTenant {
        closed_to_public: no
        store bucket : ObjectStore { holds: [r] }
        store fleet  : SqlDatabase { holds: [t] }
    }
    boundary strict : CloudTenant {
        controls: [as_code]
        boundary inner : PrivateSubnet { store records : SqlDatabase { holds: [r] } }
    }
    boundary unsaid : CloudTenant        { store bucket : ObjectStore { holds: [r] } }
    boundary centre : HospitalDataCentre { store records : SqlDatabase { holds: [r] } }
    control as_code : ReviewedCloudConfiguration { status: verified }
    expect INF16 @ lax.bucket           open
    expect INF16 @ lax.fleet            absent
    expect INF16 @ strict.inner.records mitigated
    expect INF16 @ unsaid.bucket        question
    expect INF16 @ centre.records       absent
}

/// Says nothing where no encryption is known: then the store as such is the threat.
rule INF13 "Outdated encryption of {s}" : InformationDisclosure {
    for store s where (known(s.encrypted) and s.encrypted)
    applies when   any d in s.holds where (d.about_patient or d is Credential)
    mitigated when s.current_crypto
    statement: "An attacker {s.exposure} copies {s} and breaks its old or home-made encryption, at once or years later, and reads the patient data or secrets that it was trusted to hide."
    fix:       [CurrentCryptography, EncryptedStorage]
    advice:    "Use algorithms and key lengths for {s} that are recommended for as long as its content must stay secret, and plan how to re-encrypt."
    violates:  [imdrf_n60.comm_6, imdrf_n60.data_4]
    cwe:       [327, 1240]
    capec:     [97]
    catalogue: ["I06"]
}

test "I06, INF13: stores with old, unnamed and current encryption" {
    data r : TherapyRecord
    data t : TechnicalData
    store old_   { holds: [r], encrypted: yes, current_crypto: no }
    store fresh  { holds: [r], controls: [aes] }
    store unsaid { holds: [r], encrypted: yes }
    store clear  { holds: [r], encrypted: no }
    store state  { holds: [t], encrypted: yes, current_crypto: no }
    control aes : EncryptedStorage { status: implemented }
    expect INF13 @ old_   open
    expect INF13 @ fresh  mitigated
    expect INF13 @ unsaid question
    expect INF13 @ clear  absent
    expect INF13 @ state  absent
}

// ---------------------------------------------------------------- secrets and code

rule INF04 "Keys extracted from {s}" : InformationDisclosure {
    for store s
    applies when   any d in s.holds where (d is KeyMaterial)
    mitigated when s.hardware_protected
    statement:     "An attacker {s.exposure} gets the keys out of {s}, by its memory chip, a debug interface or a program flaw, and from then on decrypts and signs in the name of their owner."
    fix:           [HardwareKeyStorage]
    advice:        "Generate and keep the keys of {s} in a secure element or trusted execution environment, set readout protection, and wipe keys when the enclosure is opened."
    violates:      [imdrf_n60.data_4, imdrf_n60.phys_2]
    cwe:           [312, 1191]
    capec:         [37, 458]
    emb3d:         [115, 109, 214, 223]
    preconditions: [equipment]
    catalogue:     ["I04"]
}

test "I04, INF04: keys stay in hardware" {
    data k : PairingKeys
    data w : Password
    boundary b : DeviceEnclosure {
        store flash  : FlashStore    { holds: [k], hardware_protected: no }
        store chip   : SecureElement { holds: [k] }
        store unsaid : FlashStore    { holds: [k] }
        store users  : FlashStore    { holds: [w], hardware_protected: no }
    }
    expect INF04 @ b.flash  open
    expect INF04 @ b.chip   mitigated
    expect INF04 @ b.unsaid question
    expect INF04 @ b.users  absent
}

rule INF14 "Keys in {s} betrayed by timing, power or radiation" : InformationDisclosure {
    for store s where (s.within_reach)
    applies when   any d in s.holds where (d is KeyMaterial)
    mitigated when s.side_channel_protected
    statement:     "An attacker who has the device on a bench measures how long its chips compute, what current they draw or what they radiate while the keys in {s} are used, and works the keys out without ever reading them."
    fix:           [SideChannelProtection]
    advice:        "Use the keys of {s} only in constant-time libraries or in a circuit evaluated against side channels, limit how often a key is used, and give each device keys of its own."
    violates:      [imdrf_n60.data_4, imdrf_n60.phys_1]
    cwe:           [1300, 1255, 208]
    capec:         [622]
    emb3d:         [101, 102, 330]
    preconditions: [equipment]
    catalogue:     ["I07"]
}

test "I07, INF14: keys used in a device on the attacker's bench" {
    data k : KeyMaterial
    data r : TherapyRecord
    boundary b : DeviceEnclosure {
        store naive  : OnChipMemory  { holds: [k], side_channel_protected: no }
        store chip   : SecureElement { holds: [k] }
        store unsaid : OnChipMemory  { holds: [k] }
        store doses  : OnChipMemory  { holds: [r], side_channel_protected: no }
    }
    boundary i : ImplantedDevice { store keys : OnChipMemory { holds: [k], side_channel_protected: no } }
    store server { holds: [k], side_channel_protected: no }
    expect INF14 @ b.naive  open
    expect INF14 @ b.chip   mitigated
    expect INF14 @ b.unsaid question
    expect INF14 @ b.doses  absent
    expect INF14 @ i.keys   absent
    expect INF14 @ server   absent
}

rule INF05 "Passwords recovered from {s}" : InformationDisclosure {
    for store s
    applies when   any d in s.holds where (d is Password)
    mitigated when s.hashed
    statement:     "An attacker {s.exposure} gets a copy of {s}, reads the passwords in it or guesses them quickly from fast hashes, and logs in wherever they are used."
    fix:           [PasswordHashing]
    advice:        "Keep passwords in {s} only as salted hashes of a slow, memory-hard function, and never log them."
    violates:      [imdrf_n60.data_2]
    cwe:           [257, 916]
    capec:         [55]
    emb3d:         [329]
    preconditions: [foothold]
    catalogue:     ["I05"]
}

test "I05, INF05: passwords kept recoverably" {
    data w : Password
    data k : KeyMaterial
    store clear  { holds: [w], hashed: no }
    store salty  { holds: [w], hashed: yes }
    store unsaid { holds: [w] }
    store keys   { holds: [k], hashed: no }
    expect INF05 @ clear  open
    expect INF05 @ salty  mitigated
    expect INF05 @ unsaid question
    expect INF05 @ keys   absent
}

/// Judged by what the image holds, not by a readout lock: locks fall, and the same image is in every device.
rule INF17 "The software in {s} read out and taken apart" : InformationDisclosure {
    for store s where (s.within_reach)
    applies when   any d in s.holds where (d is FirmwarePackage)
    mitigated when all d in s.holds where (d is not FirmwarePackage or d.free_of_secrets)
    statement:     "An attacker who has bought one device reads {s} with a chip reader or debug probe, takes the program apart and finds keys, service codes or weaknesses that open every device of the kind."
    advice:        "Keep keys and codes out of the images in {s} and build on nothing that is safe only while unread; add a readout lock, and encrypt the image where that costs little."
    violates:      [imdrf_n60.data_4, imdrf_n60.phys_2]
    cwe:           [311, 1191]
    capec:         [188]
    emb3d:         [215, 115]
    preconditions: [equipment]
    catalogue:     ["I15"]
}

test "I15, INF17: program memory that can be read out" {
    data full  : FirmwarePackage { free_of_secrets: no }
    data clean : FirmwarePackage { free_of_secrets: yes }
    data image : FirmwarePackage
    boundary b : DeviceEnclosure {
        store leaky  : FlashStore { holds: [full] }
        store clean_ : FlashStore { holds: [clean] }
        store unsaid : FlashStore { holds: [image] }
    }
    store releases : ReleaseRepository { holds: [full] }
    expect INF17 @ b.leaky  open
    expect INF17 @ b.clean_ mitigated
    expect INF17 @ b.unsaid question
    expect INF17 @ releases absent
}
