/// Patient safety: what harms the patient although nobody broke a lock. Reference threats about the same element are left to STRIDE.

// ---------------------------------------------------------------- alarms and fallback

rule SAF01 "Alarms of {p} silenced and forgotten" : PatientSafety {
    for process p where (p.on_device or p is CentralStation)
    applies when   any f in p.outbound where (f.with_person and any d in f.carries where (d is Alarm))
    mitigated when p.alarm_pause_bounded
    statement: "Somebody worn down by false alarms, a visitor, or an attacker {p.exposure} switches the alarms of {p} off, or turns them down until nobody notices them, with means that are meant for a short pause, and when the patient needs help nobody is called."
    fix:       [AlarmPauseLimit]
    advice:    "Let a pause of alarms end by itself, show it to everybody in the room and wherever else alarms arrive, keep the highest priority noticeable, and record who paused what."
    violates:  [imdrf_n60.avail_2]
}

test "SAF01: alarms are paused, never silenced" {
    data al : Alarm
    data c  : DisplayContent
    actor nurse
    control pause_ : AlarmPauseLimit { status: verified }
    boundary device : DeviceEnclosure {
        process mute    : SafetyController { alarm_pause_bounded: no, port s : Speaker }
        process pauses  : SafetyController { controls: [pause_], port s : Speaker }
        process unsaid  : SafetyController { port s : Speaker }
        process display : HumanInterface   { alarm_pause_bounded: no, port s : TouchDisplay }
    }
    process dashboard : WebApplication { alarm_pause_bounded: no }
    flow f1: device.mute.s    -> nurse over AudibleSignal     { carries: [al] }
    flow f2: device.pauses.s  -> nurse over AudibleSignal     { carries: [al] }
    flow f3: device.unsaid.s  -> nurse over AudibleSignal     { carries: [al] }
    flow f4: device.display.s -> nurse over OperatorInterface { carries: [c] }
    flow f5: dashboard        -> nurse over OperatorInterface { carries: [al] }
    expect SAF01 @ device.mute    open
    expect SAF01 @ device.pauses  mitigated
    expect SAF01 @ device.unsaid  question
    expect SAF01 @ device.display absent
    expect SAF01 @ dashboard      absent
}

rule SAF02 "{p} restarts into wrong or lost settings" : PatientSafety {
    for process p where (p.on_device and p.outer_input)
    applies when   p.safety_relevant
    mitigated when p.safe_restart
    statement: "After a restart that an attacker {p.exposure} provoked, or a power cut, {p} comes back with factory settings, those of another patient or none, and treats or watches the patient with them until somebody looks."
    fix:       [SafeRestart]
    advice:    "Keep the last confirmed settings of {p} where a restart cannot lose them, check them at the start, and otherwise wait in a safe state with an alarm."
    violates:  [imdrf_n60.avail_3, imdrf_n60.avail_4]
}

test "SAF02: a restart is safe for the patient" {
    data m : Measurement
    external monitor : OtherMedicalDevice
    control restart : SafeRestart { status: verified }
    boundary device : DeviceEnclosure {
        process forgets : TherapyController { safety_relevant: yes, safe_restart: no, port s : Rs232Port }
        process resumes : TherapyController { safety_relevant: yes, controls: [restart], port s : Rs232Port }
        process unsaid  : TherapyController { safety_relevant: yes, port s : Rs232Port }
        process modem   : RadioModule       { safety_relevant: no, safe_restart: no, port s : Rs232Port }
        process inner   : TherapyController { safety_relevant: yes, safe_restart: no }
    }
    flow f1: monitor -> device.forgets.s over Rs232 { carries: [m] }
    flow f2: monitor -> device.resumes.s over Rs232 { carries: [m] }
    flow f3: monitor -> device.unsaid.s  over Rs232 { carries: [m] }
    flow f4: monitor -> device.modem.s   over Rs232 { carries: [m] }
    expect SAF02 @ device.forgets open
    expect SAF02 @ device.resumes mitigated
    expect SAF02 @ device.unsaid  question
    expect SAF02 @ device.modem   absent
    expect SAF02 @ device.inner   absent
}

rule SAF03 "Nobody at the patient can overrule what {p} is told from afar" : PatientSafety {
    for process p where (p.on_device)
    applies when   p.safety_relevant and any f in p.inbound where (f.exposed and f.steers and not f.source.on_device)
    mitigated when p.local_override
    statement: "A sender that does not see the patient, mistaken or taken over by an attacker {p.exposure}, sets {p} in a way that does the patient harm, and those who are there and see it can neither stop it at once nor keep it from being set again."
    fix:       [LocalOverride]
    advice:    "Give the people at the patient a control that stops or overrules remote settings of {p} at once, needs no login, and holds until somebody at the device gives it back."
    violates:  [imdrf_n60.auth_3, imdrf_n60.avail_3]
}

test "SAF03: whoever stands at the patient has the last word" {
    data d : TherapyCommand
    data m : Measurement
    external programmer : Programmer
    control knob : LocalOverride { status: implemented }
    boundary device : DeviceEnclosure {
        process obeys  : TherapyController { safety_relevant: yes, local_override: no, port r : BleRadio }
        process yields : TherapyController { safety_relevant: yes, controls: [knob], port r : BleRadio }
        process unsaid : TherapyController { safety_relevant: yes, port r : BleRadio }
        process lamp   : Firmware          { safety_relevant: no, local_override: no, port r : BleRadio }
        process reader : SensorFirmware    { safety_relevant: yes, local_override: no, port r : BleRadio }
    }
    flow f1: programmer -> device.obeys.r  over BleSecure { carries: [d] }
    flow f2: programmer -> device.yields.r over BleSecure { carries: [d] }
    flow f3: programmer -> device.unsaid.r over BleSecure { carries: [d] }
    flow f4: programmer -> device.lamp.r   over BleSecure { carries: [d] }
    flow f5: programmer -> device.reader.r over BleSecure { carries: [m] }
    expect SAF03 @ device.obeys  open
    expect SAF03 @ device.yields mitigated
    expect SAF03 @ device.unsaid question
    expect SAF03 @ device.lamp   absent
    expect SAF03 @ device.reader absent
}

/// That a stranger empties the battery is DOS04; this is about what an empty battery does to the patient, whatever emptied it.
rule SAF04 "The battery of {p} ends without a warning" : PatientSafety {
    for process p where (p.on_device and p.on_battery)
    applies when   p.safety_relevant
    mitigated when p.battery_warned
    statement: "A battery that is old, copied or has been drained by an attacker {p.exposure} shows more charge than it has; {p} stops without a warning, and the patient relies on a device that has gone silent."
    fix:       [BatterySupervision]
    advice:    "Measure the real state of the battery of {p}, recognise foreign ones, warn early enough to act, and keep a reserve for ending in a safe state."
    violates:  [imdrf_n60.avail_3]
}

test "SAF04: an empty battery is announced" {
    control gauge : BatterySupervision { status: verified }
    boundary device : WearableDevice {
        process silent : BatteryFirmware { safety_relevant: yes, battery_warned: no }
        process warns  : BatteryFirmware { safety_relevant: yes, controls: [gauge] }
        process unsaid : BatteryFirmware { safety_relevant: yes }
        process diary  : BatteryFirmware { safety_relevant: no, battery_warned: no }
        process mains  : Firmware        { safety_relevant: yes, battery_warned: no }
    }
    expect SAF04 @ device.silent open
    expect SAF04 @ device.warns  mitigated
    expect SAF04 @ device.unsaid question
    expect SAF04 @ device.diary  absent
    expect SAF04 @ device.mains  absent
}

/// False time from outside is SPF05; a schedule must also survive true time: summer time, travel, a lost clock.
rule SAF05 "Setting the clock of {p} repeats or skips a dose" : PatientSafety {
    for process p where (p.on_device)
    applies when
        any f in p.inbound where (any d in f.carries where (d is TimeData))
        and any f in p.inbound where (any d in f.carries where (d is TreatmentPlan))
    mitigated when p.steady_schedule
    statement: "The clock of {p} is set, by summer time, a journey, a telephone with the wrong date or an attacker {p.exposure}, and the treatment plan that follows the clock gives or announces a dose twice, late or not at all."
    fix:       [SteadySchedule]
    advice:    "Run doses and intervals of {p} on a clock that only counts forward, use the time of day for display alone, and ask before a step of the clock moves a dose."
    violates:  [imdrf_n60.comm_2]
}

test "SAF05: the schedule does not follow the wall clock" {
    data t    : TimeData
    data plan : TreatmentPlan
    data s    : TherapySettings
    external phone : MobileApp
    control steady : SteadySchedule { status: verified }
    boundary device : WearableDevice {
        process jumps  : Firmware { steady_schedule: no, port r : BleRadio }
        process counts : Firmware { controls: [steady], port r : BleRadio }
        process unsaid : Firmware { port r : BleRadio }
        process other  : Firmware { steady_schedule: no, port r : BleRadio }
    }
    flow f1: phone -> device.jumps.r  over BleSecure { carries: [t, plan] }
    flow f2: phone -> device.counts.r over BleSecure { carries: [t, plan] }
    flow f3: phone -> device.unsaid.r over BleSecure { carries: [t, plan] }
    flow f4: phone -> device.other.r  over BleSecure { carries: [t, s] }
    expect SAF05 @ device.jumps  open
    expect SAF05 @ device.counts mitigated
    expect SAF05 @ device.unsaid question
    expect SAF05 @ device.other  absent
}

// ---------------------------------------------------------------- the right patient

/// Forged identities are SPF03; here every message is genuine and the patient is the wrong one.
rule SAF06 "{p} shows or files values for the wrong patient" : PatientSafety {
    for process p where (not (any b in p.boundaries where (b.one_patient)))
    applies when
        any f in p.inbound where (
            f.exposed
            and f.source is not store and f.target is not store
            and not (f.source.on_device and f.target.on_device)
            and any d in f.carries where (d is Measurement or d is Alarm or d is TherapyRecord or d is DiagnosticData))
    mitigated when p.patient_matched
    statement: "Beds, devices or telephones change hands, or an attacker {p.exposure} swaps two of them, and {p} goes on showing or filing the values and alarms of one patient under the name of another, who is then treated by them."
    fix:       [PatientMatching]
    advice:    "Let {p} compare the identity of the patient on both sides when a device connects, when a patient is moved and after an interruption, and show values without a confirmed identity as such."
    violates:  [imdrf_n60.comm_2, imdrf_n60.comm_5]
}

test "SAF06: values belong to the patient they are shown for" {
    data m : Measurement
    data t : TechnicalData
    control match : PatientMatching { status: implemented }
    boundary bed : DeviceEnclosure { process x { port lan : EthernetPort } }
    boundary ward : CareUnit {
        process mixes  : CentralStation { patient_matched: no }
        process checks : CentralStation { controls: [match] }
        process unsaid : CentralStation
        process fleet  : BackendService { patient_matched: no }
    }
    boundary phone : PersonalPhone { process own : CompanionApp { patient_matched: no } }
    flow f1: bed.x.lan -> ward.mixes  over Sdc { carries: [m] }
    flow f2: bed.x.lan -> ward.checks over Sdc { carries: [m] }
    flow f3: bed.x.lan -> ward.unsaid over Sdc { carries: [m] }
    flow f4: bed.x.lan -> ward.fleet  over Sdc { carries: [t] }
    flow f5: bed.x.lan -> phone.own   over Tls { carries: [m] }
    expect SAF06 @ ward.mixes  open
    expect SAF06 @ ward.checks mitigated
    expect SAF06 @ ward.unsaid question
    expect SAF06 @ ward.fleet  absent
    expect SAF06 @ phone.own   absent
}

rule SAF07 "The next patient meets what {s} kept of the last one" : PatientSafety {
    for store s where (s.on_device and not (any b in s.boundaries where (b.one_patient)))
    applies when   any d in s.holds where (d is PatientIdentity or d is TherapySettings or d is TreatmentPlan)
    mitigated when s.cleared_between_patients
    statement: "The device goes from one patient to the next without the change being entered, and the name, settings or trends in {s} of the one before are shown, sent on or used for the treatment of the new one."
    fix:       [PatientChange]
    advice:    "Have the device ask at each start and after a pause whether the patient is the same, clear {s} if not, and show whose data are on the screen."
}

test "SAF07: each patient starts afresh" {
    data n : PatientIdentity
    data c : Configuration
    control fresh : PatientChange { status: verified }
    boundary device : DeviceEnclosure {
        store keeps   { holds: [n], cleared_between_patients: no }
        store cleared { holds: [n], controls: [fresh] }
        store unsaid  { holds: [n] }
        store network { holds: [c], cleared_between_patients: no }
    }
    boundary worn : WearableDevice { store own { holds: [n], cleared_between_patients: no } }
    store archive { holds: [n], cleared_between_patients: no }
    expect SAF07 @ device.keeps   open
    expect SAF07 @ device.cleared mitigated
    expect SAF07 @ device.unsaid  question
    expect SAF07 @ device.network absent
    expect SAF07 @ worn.own       absent
    expect SAF07 @ archive        absent
}

// ---------------------------------------------------------------- many listen, many speak

rule SAF08 "A client of {p} publishes alarms or settings in another's name" : PatientSafety {
    for process p where (p is MessageBroker)
    applies when
        any f in p.inbound where (
            f.steers or any d in f.carries where (d is Alarm or d is Measurement))
    mitigated when p.topics_authorised
    statement:     "An attacker who holds the credential of one client of {p}, a forgotten gateway for instance, publishes settings, values or alarms on the topics of other devices, or subscribes to those of every patient; receivers cannot tell, because {p} is all they know."
    fix:           [TopicRights]
    advice:        "Bind each client of {p} by its certificate to the topics it may publish and those it may read, forbid wildcards to devices, and sign what must be safe across the broker."
    violates:      [imdrf_n60.comm_5, imdrf_n60.auth_2]
    preconditions: [credential]
}

test "SAF08: topics have owners" {
    data m : Measurement
    data t : TechnicalData
    external gateway : OtherMedicalDevice
    control rights : TopicRights { status: implemented }
    process open_  : MessageBroker  { topics_authorised: no }
    process strict : MessageBroker  { controls: [rights] }
    process unsaid : MessageBroker
    process state  : MessageBroker  { topics_authorised: no }
    process server : BackendService { topics_authorised: no }
    flow f1: gateway -> open_  over Mqtts { carries: [m] }
    flow f2: gateway -> strict over Mqtts { carries: [m] }
    flow f3: gateway -> unsaid over Mqtts { carries: [m] }
    flow f4: gateway -> state  over Mqtts { carries: [t] }
    flow f5: gateway -> server over Mqtts { carries: [m] }
    expect SAF08 @ open_  open
    expect SAF08 @ strict mitigated
    expect SAF08 @ unsaid question
    expect SAF08 @ state  absent
    expect SAF08 @ server absent
}

/// Strangers on the link are SPF01 and SPF02; this is a member of the group.
rule SAF09 "One listener of the broadcast {f} speaks in the name of {f.source}" : PatientSafety {
    for flow f where (f.broadcast and not f.with_person)
    applies when
        f.steers
        or any d in f.carries where (d is Measurement or d is Alarm or d is Heartbeat or d is TimeData)
    mitigated when f.signed
    statement:     "An attacker who has taken over any one member of the group that receives {f}, or its common key, sends values, alarms or commands as if from {f.source}; {f.target} and all other listeners act on them, because everybody who may listen can also speak."
    fix:           [SignedMessages]
    advice:        "Sign what is sent on {f} with a key that only {f.source} has, or send what the patient depends on from one to one; let listeners check plausibility and sequence."
    violates:      [imdrf_n60.comm_5]
    preconditions: [foothold]
}

test "SAF09: a group key proves the group, not the sender" {
    data m : ControlLoopMeasurement
    data t : TechnicalData
    control signatures : SignedMessages { status: verified }
    boundary theatre : OperatingTheatre {
        process sensor { port lan : EthernetPort }
        process pump   { port lan : EthernetPort }
    }
    flow shared_: theatre.sensor.lan -> theatre.pump.lan over DdsSecure { carries: [m], signed: no }
    flow proved:  theatre.sensor.lan -> theatre.pump.lan over DdsSecure { carries: [m], controls: [signatures] }
    flow unsaid:  theatre.sensor.lan -> theatre.pump.lan over Can       { carries: [m] }
    flow state:   theatre.sensor.lan -> theatre.pump.lan over DdsSecure { carries: [t], signed: no }
    flow direct:  theatre.sensor.lan -> theatre.pump.lan over Sdc       { carries: [m], signed: no }
    expect SAF09 @ shared_ open
    expect SAF09 @ proved  mitigated
    expect SAF09 @ unsaid  question
    expect SAF09 @ state   absent
    expect SAF09 @ direct  absent
}
