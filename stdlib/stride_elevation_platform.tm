/// Elevation of privilege through what the software stands on: operating system, sandbox, memory, third-party parts, configuration as shipped.

// ---------------------------------------------------------------- processes

rule ELV10 "A user leaves {p} for the operating system under it" : ElevationOfPrivilege {
    for process p where (p.on_device or p is CentralStation)
    applies when
        p.operating_system == general_purpose
        and any f in p.inbound where (f.by_person and f.signal_only)
    mitigated when p.closed_interface
    statement: "Somebody with a minute alone at {p}, a visitor or a user who wants more, opens a file dialogue, presses a key combination or waits for a crash, and stands before the operating system, where files, settings and other programs are theirs."
    fix:       [KioskMode]
    advice:    "Let {p} run as the only shell, without desktop, key combinations or file dialogues, restart it when it crashes, and let only approved programs start."
    violates:  [imdrf_n60.integ_3, imdrf_n60.auth_2]
    cwe:       [693, 653]
    capec:     [122]
    emb3d:     [205]
    catalogue: ["E03"]
}

test "E03, ELV10: no way from the screen to the operating system" {
    data d : OperatorInput
    data m : Measurement
    actor nurse
    control kiosk : KioskMode { status: verified }
    boundary ward : CareUnit {
        boundary bedside : DeviceEnclosure {
            process desktop : HumanInterface { operating_system: general_purpose, closed_interface: no, port s : TouchDisplay }
            process closed  : HumanInterface { operating_system: general_purpose, controls: [kiosk], port s : TouchDisplay }
            process unsaid  : HumanInterface { operating_system: general_purpose, port s : TouchDisplay }
            process keys    : Firmware       { operating_system: rtos, closed_interface: no, port s : Keypad }
            process hidden  : EmbeddedLinux  { closed_interface: no }
        }
        process station : CentralStation { closed_interface: no }
        process viewer  : DesktopApp     { closed_interface: no }
    }
    flow f1: nurse               -> ward.bedside.desktop.s over OperatorInterface { carries: [d] }
    flow f2: nurse               -> ward.bedside.closed.s  over OperatorInterface { carries: [d] }
    flow f3: nurse               -> ward.bedside.unsaid.s  over OperatorInterface { carries: [d] }
    flow f4: nurse               -> ward.bedside.keys.s    over OperatorInterface { carries: [d] }
    flow f5: ward.bedside.closed -> ward.bedside.hidden    over Ipc               { carries: [d] }
    flow f6: nurse               -> ward.station           over OperatorInterface { carries: [d] }
    flow f7: nurse               -> ward.viewer            over OperatorInterface { carries: [d] }
    expect ELV10 @ ward.bedside.desktop open
    expect ELV10 @ ward.bedside.closed  mitigated
    expect ELV10 @ ward.bedside.unsaid  question
    expect ELV10 @ ward.bedside.keys    absent
    expect ELV10 @ ward.bedside.hidden  absent
    expect ELV10 @ ward.station         open
    expect ELV10 @ ward.viewer          absent
}

rule ELV11 "A break-out from {p} reaches what runs beside it" : ElevationOfPrivilege {
    for process p where (p is Container or any b in p.boundaries where (b is SandboxZone))
    applies when   p.exposed_input
    mitigated when p.break_out_contained
    statement:     "An attacker {p.exposure} who has taken over {p} by what it receives from outside breaks out of its container, sandbox or virtual machine through a flaw of the layer below and takes the other functions on the same hardware with it."
    fix:           [HardenedSandbox, Isolation]
    advice:        "Give {p} no rights on its host, patch the layer below, and run what the patient depends on on hardware of its own rather than beside {p}."
    violates:      [imdrf_n60.integ_2, imdrf_n60.avail_2]
    cwe:           [693]
    capec:         [480]
    emb3d:         [207, 208, 306]
    preconditions: [foothold]
    catalogue:     ["E09"]
}

test "E09, ELV11: what is confined stays confined" {
    data m : Measurement
    external server
    control hardened : HardenedSandbox { status: implemented }
    boundary device : DeviceEnclosure {
        port lan : EthernetPort
        process viewer : Container     { break_out_contained: no }
        process reader : Container     { controls: [hardened] }
        process unsaid : Container
        process idle   : Container     { break_out_contained: no }
        process plain  : EmbeddedLinux { break_out_contained: no }
        boundary guest : SandboxZone {
            process apps : EmbeddedWindows { break_out_contained: no }
        }
    }
    flow f1: server -> device.viewer     over ProprietaryTcp { carries: [m] }
    flow f2: server -> device.reader     over ProprietaryTcp { carries: [m] }
    flow f3: server -> device.unsaid     over ProprietaryTcp { carries: [m] }
    flow f4: server -> device.plain      over ProprietaryTcp { carries: [m] }
    flow f5: server -> device.guest.apps over ProprietaryTcp { carries: [m] }
    expect ELV11 @ device.viewer     open
    expect ELV11 @ device.guest.apps open
    expect ELV11 @ device.reader     mitigated
    expect ELV11 @ device.unsaid     question
    expect ELV11 @ device.idle       absent
    expect ELV11 @ device.plain      absent
}

/// Asked where messages from outside meet a platform made by others, or software that cannot be repaired at all.
rule ELV12 "Nobody repairs {p} any more while devices are in use" : ElevationOfPrivilege {
    for process p where (p.on_device)
    applies when
        p.outer_input
        and (known(p.operating_system) and p.operating_system == general_purpose or known(p.update) and p.update == none)
    mitigated when p.supported_for_life
    statement: "Years after delivery an attacker {p.exposure}, or one at the other end of a connection, uses a flaw in {p} or the operating system under it that is public by then and that nobody will repair, and keeps using it on every device still in use."
    fix:       [PlatformSupport, ReplaceableModule]
    advice:    "Choose a platform for {p} that is supported as long as devices are in use, or one that can be exchanged; state the end of support, and what the operator must do about {p} afterwards."
    violates:  [imdrf_n60.maint_1, imdrf_n60.maint_2, imdrf_n60.maint_3, imdrf_n60.maint_4]
    cwe:       [1277, 1329, 1104]
    capec:     [682]
    emb3d:     [210, 220]
    catalogue: ["E11"]
}

test "E11, ELV12: platforms live as long as the device" {
    data m : Measurement
    external server
    control contract : PlatformSupport { status: implemented }
    boundary device : DeviceEnclosure {
        process legacy : EmbeddedWindows { supported_for_life: no, port lan : EthernetPort }
        process rom    : RadioModule     { update: none, supported_for_life: no, port r : RfRadio }
        process cared  : EmbeddedLinux   { controls: [contract], port lan : EthernetPort }
        process unsaid : EmbeddedLinux   { port lan : EthernetPort }
        process own    : Firmware        { operating_system: none, update: signed, supported_for_life: no, port lan : EthernetPort }
        process inner  : EmbeddedWindows { supported_for_life: no }
    }
    process office : DesktopApp { supported_for_life: no }
    flow f1: server            -> device.legacy.lan over ProprietaryTcp { carries: [m] }
    flow f2: server            -> device.rom.r      over ProprietaryRf  { carries: [m] }
    flow f3: server            -> device.cared.lan  over ProprietaryTcp { carries: [m] }
    flow f4: server            -> device.unsaid.lan over ProprietaryTcp { carries: [m] }
    flow f5: server            -> device.own.lan    over ProprietaryTcp { carries: [m] }
    flow f6: device.legacy.lan -> office            over ProprietaryTcp { carries: [m] }
    expect ELV12 @ device.legacy open
    expect ELV12 @ device.rom    open
    expect ELV12 @ device.cared  mitigated
    expect ELV12 @ device.unsaid question
    expect ELV12 @ device.own    absent
    expect ELV12 @ device.inner  absent
    expect ELV12 @ office        absent
}

// ---------------------------------------------------------------- ports

rule ELV13 "The memory of {p.owner} read and written past its software at {p}" : ElevationOfPrivilege {
    for port p where (p.on_device and not p.inside)
    applies when
        any m in p.offers where (m == pcie)
        and (p.used or p.default == enabled)
    mitigated when p.memory_confined
    statement:     "An attacker {p.exposure} plugs a gadget that speaks PCI Express into {p} and copies keys and patient data out of the working memory of {p.owner}, or writes code into it, without any program there taking part."
    fix:           [MemoryAccessControl, RemovedPort]
    advice:        "Confine what is plugged in at {p} with an IOMMU from the start of the boot loader on, cut it off while the device is locked, or do without such a connector outside the housing."
    violates:      [imdrf_n60.phys_2]
    cwe:           [1260, 284]
    capec:         [665]
    emb3d:         [107]
    preconditions: [equipment]
    catalogue:     ["E10"]
}

test "E10, ELV13: direct memory access through an external port" {
    data i : MedicalImage
    external docking : OtherMedicalDevice
    control iommu : MemoryAccessControl { status: verified }
    boundary device : DeviceEnclosure {
        process pc : EmbeddedWindows {
            port bare     : ThunderboltPort { default: enabled, memory_confined: no }
            port confined : ThunderboltPort { default: enabled, controls: [iommu] }
            port unsaid   : PcieSlot        { default: enabled }
            port idle     : PcieSlot        { default: disabled, memory_confined: no }
            port usb      : UsbC            { default: enabled, memory_confined: no }
            port bus      : InternalBus     { default: enabled, memory_confined: no }
        }
    }
    flow f1: docking -> device.pc.bare over Pcie { carries: [i] }
    expect ELV13 @ device.pc.bare     open
    expect ELV13 @ device.pc.confined mitigated
    expect ELV13 @ device.pc.unsaid   question
    expect ELV13 @ device.pc.idle     absent
    expect ELV13 @ device.pc.usb      absent
    expect ELV13 @ device.pc.bus      absent
}

// ---------------------------------------------------------------- what holds for the whole device

/// Bill of materials and monitoring are one process for all that is in a device or a cloud: one question for all its programs.
rule ELV14 "A publicly known flaw in a third-party part of {p}" : ElevationOfPrivilege {
    for process p where (any b in p.boundaries where (b.device or b is CloudTenant))
    applies when
        known(p.exploitable_vulnerabilities) and not empty(p.exploitable_vulnerabilities)
        or p.outer_input
        and (known(p.exposure) and p.exposure >= adjacent or known(p.operating_system) and p.operating_system == general_purpose)
    // watching finds a flaw; it counters it only as long as none is known that can be exploited
    mitigated when
        (any b in p.boundaries where ((b.device or b is CloudTenant) and b.vulnerabilities_watched))
        and not (known(p.exploitable_vulnerabilities) and not empty(p.exploitable_vulnerabilities))
    statement:  "An attacker {p.exposure} finds out which library, protocol stack or operating system {p} is built on, takes a published exploit for that version and runs code in {p}; one exploit fits every device and server with the same version, though a repair existed or could have been made."
    fix:        [VulnerabilityMonitoring]
    advice:     "Keep a bill of materials by version, compare it daily with new vulnerabilities and those known to be exploited, record for each why it matters to {p} or not, and repair out of cycle where patients may be harmed."
    violates:   [imdrf_n60.maint_2, imdrf_n60.maint_4]
    cwe:        [1395]
    capec:      [310]
    emb3d:      [202]
    catalogue:  ["E12"]
    fleet_wide: yes
}

test "E12, ELV14: known flaws of third-party parts are found and repaired" {
    data m : Measurement
    external server
    control watch : VulnerabilityMonitoring { status: implemented }
    boundary forgotten : DeviceEnclosure { vulnerabilities_watched: no, process x : EmbeddedLinux { port lan : EthernetPort } }
    boundary watched   : DeviceEnclosure { controls: [watch], process x : EmbeddedLinux { port lan : EthernetPort } }
    boundary unsaid    : WearableDevice  { process x : Firmware { port r : BleRadio } }
    boundary silent    : DeviceEnclosure { vulnerabilities_watched: no, process x : EmbeddedLinux { port lan : EthernetPort } }
    boundary cloud     : CloudTenant     { vulnerabilities_watched: no, process api : ApiService }
    boundary ward      : CareUnit        { vulnerabilities_watched: no, process pc : DesktopApp }
    flow f1: server       -> forgotten.x.lan over ProprietaryTcp { carries: [m] }
    flow f2: server       -> watched.x.lan   over ProprietaryTcp { carries: [m] }
    flow f3: server       -> unsaid.x.r      over BleGatt        { carries: [m] }
    flow f4: silent.x.lan -> server          over ProprietaryTcp { carries: [m] }
    flow f5: server       -> cloud.api       over Https          { carries: [m] }
    flow f6: server       -> ward.pc         over ProprietaryTcp { carries: [m] }
    boundary flawed : DeviceEnclosure { controls: [watch], process x : Firmware { exploitable_vulnerabilities: ["CVE-2026-1 in a library"] } }
    boundary sound  : DeviceEnclosure { controls: [watch], process x : EmbeddedLinux { exploitable_vulnerabilities: [], port lan : EthernetPort } }
    flow f7: server -> sound.x.lan over ProprietaryTcp { carries: [m] }
    expect ELV14 @ flawed.x    open
    expect ELV14 @ sound.x     mitigated
    expect ELV14 @ forgotten.x open
    expect ELV14 @ watched.x   mitigated
    expect ELV14 @ unsaid.x    question
    expect ELV14 @ silent.x    absent
    expect ELV14 @ cloud.api   open
    expect ELV14 @ ward.pc     absent
}

/// A network connection is what a hasty configuration opens further than intended; a radio of a few metres is judged by its pairing.
rule ELV15 "{p} opened wider than intended by its configuration" : ElevationOfPrivilege {
    for process p where (p.on_device)
    applies when   any q in p.ports where (not q.logical and any m in q.offers where (m in [ip, cellular]))
    mitigated when p.secure_as_shipped
    statement: "Whoever installs the device leaves a service, an account or a setting of {p} more open than its network allows, or connects it to one with a way to the Internet that it was not made for; an attacker from there finds {p} by a scan and takes what is open."
    fix:       [SecureDefaults]
    advice:    "Ship {p} with everything closed and let each opening be a deliberate act; have it check its configuration and whether it can be reached from the Internet, show the result, and state in the instructions which networks it is made for."
    violates:  [imdrf_n60.comm_3]
    cwe:       [1188, 923]
    capec:     [180]
    emb3d:     [310]
    catalogue: ["E20"]
}

test "E20, ELV15: secure as shipped, and noticed when it no longer is" {
    control closed : SecureDefaults { status: implemented }
    boundary device : DeviceEnclosure {
        process lax    : CommunicationService { secure_as_shipped: no, port lan : EthernetPort }
        process strict : CommunicationService { controls: [closed], port lan : EthernetPort }
        process unsaid : CommunicationService { port modem : CellularModem }
        process watch  : Firmware             { secure_as_shipped: no, port r : BleRadio }
    }
    process office : DesktopApp { secure_as_shipped: no, port lan : EthernetPort }
    expect ELV15 @ device.lax    open
    expect ELV15 @ device.strict mitigated
    expect ELV15 @ device.unsaid question
    expect ELV15 @ device.watch  absent
    expect ELV15 @ office        absent
}
