/// The life of a device outside its use: production, repair and lending, the end of its services.
/// Implants in production are the supply chain's rules, data left in a disposed device INF07, ports without use ELV03.

rule LIF01 "A device leaves production with {p} still open" : Tampering {
    for port p where (p.on_device)
    applies when   p.debugging and (known(p.locked) and p.locked or known(p.default) and p.default == disabled)
    mitigated when p.closing_verified
    statement:     "A step of production that closes {p} fails or is left out on some devices and nobody notices; whoever opens one of them, with physical access and a debug probe, finds program and keys of {p.owner} as open as in development."
    fix:           [FinalPortTest]
    advice:        "Try on each device, after the last step of production, that {p} no longer answers, and keep the result with the device's record."
    violates:      [imdrf_n60.phys_2, imdrf_n60.integ_2]
    cwe:           [1191]
    preconditions: [equipment]
}

test "LIF01: closed by design, and closed on each device" {
    control final : FinalPortTest { status: implemented }
    control fuse  : DebugLock     { status: verified }
    boundary device : DeviceEnclosure {
        process x : Firmware {
            port trusted  : Jtag    { locked: yes, closing_verified: no }
            port tested   : Jtag    { controls: [fuse, final] }
            port unsaid   : Swd     { default: disabled }
            port standing : Swd     { default: enabled, closing_verified: no }
            port socket   : UsbHost { default: disabled, closing_verified: no }
        }
    }
    expect LIF01 @ device.x.trusted  open
    expect LIF01 @ device.x.tested   mitigated
    expect LIF01 @ device.x.unsaid   question
    expect LIF01 @ device.x.standing absent
    expect LIF01 @ device.x.socket   absent
}

rule LIF02 "{p} comes back from repair, loan or resale altered, and nobody sees it" : Tampering {
    for process p where (p.on_device and p.outer_input)
    applies when   p.safety_relevant and p.updatable
    mitigated when p.state_shown
    statement: "A device returns from a workshop, a loan pool or a second-hand dealer with software of {p} that is outdated, meant for another model or tampered with, and is connected to the next patient because it looks like every other."
    fix:       [VersionDisplay]
    advice:    "Show at the device which version of {p} runs and that its signature was verified, describe in the instructions how to verify both before a returned device is used again, and keep a record of where it was."
    violates:  [imdrf_n60.integ_2, imdrf_n60.maint_5]
}

test "LIF02: a returned device shows what it runs" {
    data m : Measurement
    external server
    control shown : VersionDisplay { status: verified }
    boundary device : DeviceEnclosure {
        process mute   : EmbeddedLinux { safety_relevant: yes, update: signed, state_shown: no, port lan : EthernetPort }
        process shows  : EmbeddedLinux { safety_relevant: yes, update: signed, controls: [shown], port lan : EthernetPort }
        process unsaid : EmbeddedLinux { safety_relevant: yes, update: signed, port lan : EthernetPort }
        process rom    : Firmware      { safety_relevant: yes, update: none, state_shown: no, port lan : EthernetPort }
        process modem  : RadioModule   { safety_relevant: no, update: signed, state_shown: no, port lan : EthernetPort }
    }
    flow f1: server -> device.mute.lan   over Tls { carries: [m] }
    flow f2: server -> device.shows.lan  over Tls { carries: [m] }
    flow f3: server -> device.unsaid.lan over Tls { carries: [m] }
    flow f4: server -> device.rom.lan    over Tls { carries: [m] }
    flow f5: server -> device.modem.lan  over Tls { carries: [m] }
    expect LIF02 @ device.mute   open
    expect LIF02 @ device.shows  mitigated
    expect LIF02 @ device.unsaid question
    expect LIF02 @ device.rom    absent
    expect LIF02 @ device.modem  absent
}

rule LIF03 "{p} is switched off for good while patients still rely on it" : DenialOfService {
    for process p where (any b in p.boundaries where (b is CloudTenant))
    applies when   known(p.safety_relevant) and p.safety_relevant
    mitigated when p.end_planned
    statement: "The manufacturer, its successor or its cloud provider ends {p} while patients, and the people and devices that treat them, still rely on it; treatment goes on without its function, and its name and data may fall to whoever takes over the account."
    fix:       [ServiceEndPlan]
    advice:    "State until when {p} is kept up, let devices go on safely without it, warn users well before, and close accounts, names and certificates behind it in order."
    violates:  [imdrf_n60.csd_7, imdrf_n60.maint_1]
}

test "LIF03: services end as planned" {
    control plan : ServiceEndPlan { status: implemented }
    boundary cloud : CloudTenant {
        process abrupt : BackendService { safety_relevant: yes, end_planned: no }
        process told   : BackendService { safety_relevant: yes, controls: [plan] }
        process unsaid : BackendService { safety_relevant: yes }
        process stats  : BackendService { safety_relevant: no, end_planned: no }
    }
    process local_ : BackendService { safety_relevant: yes, end_planned: no }
    expect LIF03 @ cloud.abrupt open
    expect LIF03 @ cloud.told   mitigated
    expect LIF03 @ cloud.unsaid question
    expect LIF03 @ cloud.stats  absent
    expect LIF03 @ local_       absent
}
