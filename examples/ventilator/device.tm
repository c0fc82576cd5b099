/// The ventilator itself: two boards in one housing, and everything one can plug into it.

extend hospital.icu {
    /// The bedside unit on its trolley.
    boundary breva "Breva bedside unit" : DeviceEnclosure {
        controls: [device_parts, connector_robustness]
        /// Mains inlet; no data.
        port mains "Mains inlet" : PowerInlet {
            purpose:    "Supplies the ventilator and charges its battery."
            label:      "100-240 V~"
            location:   "rear, bottom left"
            access:     user
            default:    enabled
            required:   yes
            on_failure: "The battery takes over for at least 90 min; a low-priority alarm sounds."
            precaution: "Do not switch the socket off from afar."
            unused:     "Runs on the battery during transport."
        }

        /// The board with screen, network and storage. It sets the therapy but does not deliver it.
        boundary main "Main board" : CircuitBoard {
            /// Applies settings and profiles, watches alarm limits, keeps trends.
            process app "Application processor" : EmbeddedLinux {
                purpose:         "Turns the user's settings and the ward's profile into set values and alarm limits."
                safety_relevant: yes
                harms:           [late_ventilation]
                privileged:      no
                sbom:            "app.cdx.json"
                vex:             ["app.openvex.json"]
                controls: [signed_packages, verified_start, no_rollback, two_images, standby_interlock, profile_checks, audit_trail, unique_secrets,
                    image_locked, internal_checks, comm_apart, alarms_fixed, linux_support, settings_kept, version_page]

                /// Service socket behind the door.
                port usb "Service socket" : UsbHost {
                    purpose:     "Installation of software and export of logs by service technicians and biomedical engineers."
                    label:       "SERVICE"
                    location:    "left side, behind the service door"
                    access:      service
                    roles:       [technician, hospital.workshop.biomed]
                    switching:   "Enabled for 30 min from the service menu in standby, with the service code."
                    change_risk: "For 30 min somebody at the open door can plug in a stick. What is not signed is refused."
                    required:    no
                    unused:      "Without the service menu the socket supplies no power and enumerates nothing."
                    protection:  "Service door with a lock and a numbered seal."
                    on_failure:  "An incomplete or unsigned package is discarded; the installed version stays."
                    precaution:  "Keep the door locked; check the seal number at the yearly test."
                    controls:    [usb_off, service_door, stick_files, day_codes]
                    evidence:    ["VER-231"]
                }
                /// Front socket, without a function in this version.
                port usb_front "Front USB socket" : UsbHost {
                    purpose:    "Reserved for a bar-code reader in a later version."
                    label:      "USB"
                    location:   "front, below the screen"
                    access:     user
                    default:    enabled
                    required:   no
                    unused:     "Supplies 5 V; no driver is loaded."
                    precaution: "Do not charge telephones here."
                }
                /// Serial export of values.
                port serial "Monitor socket" : Rs232Port {
                    purpose:     "Sends ventilation values to a patient monitor."
                    label:       "COM 1"
                    location:    "rear"
                    access:      user
                    default:     enabled
                    switching:   "Configuration menu, Interfaces."
                    change_risk: "Switched on, whoever plugs in at COM 1 can read the ventilation values."
                    required:    no
                    unused:      "Sends to nobody; commands from the line are not accepted."
                    on_failure:  "The monitor shows no values; ventilation and alarms at the ventilator go on."
                    precaution:  "Connect only monitors on the compatibility list."
                    controls:    [output_only]
                }
                /// Debug connector of the processor.
                port jtag "Debug connector" : Jtag {
                    purpose:  "Programming and test in the factory."
                    label:    "J7"
                    location: "main board, under the cover plate"
                    default:  disabled
                    required: no
                    covered:  yes
                    unused:   "Closed by a fuse at the end of production."
                    controls: [debug_fuse]
                    evidence: ["VER-240"]
                }
                /// Serial console of the boot loader.
                port console "Boot console" : UartConsole {
                    purpose:  "Messages of the boot loader during development."
                    label:    "TP3"
                    location: "main board, test pads"
                    default:  enabled
                    required: no
                    covered:  yes
                    unused:   "Pads without a connector; the boot loader writes there and reads nothing."
                    controls: [console_mute, closed_ports_test]
                }
                /// Second screen.
                port video "Video socket" : VideoOutput {
                    purpose:     "Repeats the screen for teaching."
                    label:       "VIDEO"
                    location:    "rear"
                    access:      user
                    default:     disabled
                    switching:   "Configuration menu, Interfaces. It then shows the patient's name."
                    change_risk: "Switched on, the patient's name can be read on the second screen."
                    required:    no
                    unused:      "No signal."
                    on_failure:  "Nothing else depends on it."
                    precaution:  "Place the second screen out of visitors' sight."
                }
            }
            /// Talks to the network, so that the application need not.
            process comm "Communication processor" : CommunicationService {
                purpose:          "Carries messages between the hospital's network and the application."
                operating_system: general_purpose
                safety_relevant:  no
                forwards:         no
                controls: [signed_packages, verified_start, no_rollback, message_checks, unique_secrets, image_locked, safe_parsers, least_rights, linux_support,
                    closed_as_shipped, certificate_renewal]

                /// Wired network.
                port lan "Network socket" : EthernetPort {
                    purpose:     "Receives alarm profiles; sends alarms, values, logs and technical state."
                    label:       "LAN"
                    location:    "rear, top"
                    access:      user
                    default:     enabled
                    switching:   "Configuration menu, Network. Switched off, the ventilator works with its own limits and alarms locally."
                    change_risk: "Switched off, no alarm reaches the central station: somebody has to stay within hearing."
                    required:    no
                    unused:      "May stay empty; the ventilator then works alone."
                    protection:  "Packet filter with a list of peers; no service listens."
                    on_failure:  "Ventilation goes on with the settings and the profile in use; after 10 s the screen shows the loss."
                    precaution:  "Connect to the clinical segment only; never to a network with access from the Internet."
                    assumptions: [segment_exists]
                    controls:    [lan_budget, ward_segment]
                }
                /// Wireless network, an option.
                port wifi "Wireless network" : WifiRadio {
                    purpose:     "Network connection during transport inside the hospital (option W)."
                    access:      user
                    switching:   "Enabled by a licence in the service menu."
                    change_risk: "Switched on, the ventilator can be reached and disturbed by radio from outside the room."
                    required:    no
                    unused:      "Radio without power."
                    on_failure:  "As at the network socket."
                    precaution:  "Use only WPA3-Enterprise networks."
                    controls:    [radio_off]
                    evidence:    ["VER-233"]
                }
            }
            /// Draws the screen and takes the input.
            process hmi "User interface" : HumanInterface {
                purpose:          "Shows values and alarms and takes settings, each confirmed by the knob."
                operating_system: general_purpose
                safety_relevant:  yes
                login:            none
                harms:            [hypoventilation, barotrauma]
                controls: [staff_badges, open_in_emergency, kiosk, signed_packages, verified_start, no_rollback, unique_secrets, entry_limits,
                    comm_apart, service_mode]

                /// Screen, knob and keys.
                port panel "Screen and knob" : TouchDisplay {
                    purpose:     "Setting, watching and silencing of alarms by the user; service menu for technicians."
                    location:    "front"
                    roles:       [hospital.icu.clinician, technician]
                    default:     enabled
                    required:    yes
                    unused:      "The screen locks after 3 min against unintended touch; values stay visible."
                    on_failure:  "The safety monitor goes on, sounds the buzzer and lights the alarm lamp."
                    precaution:  "Check every set value after confirming it."
                    assumptions: [name_checked]
                }
            }
            /// Verifies and starts the software.
            process boot "Boot loader" : Bootloader {
                purpose:  "Verifies the images of all processors before they start."
                controls: [verified_start, no_rollback, signed_packages, glitch_checks]
            }
            /// Installs packages.
            process updater "Update agent" : UpdateAgent {
                purpose:          "Verifies packages and writes them to the inactive half of the image memory."
                operating_system: general_purpose
                controls:         [signed_packages, verified_start, no_rollback, standby_interlock, package_checks]
            }
            /// Two copies of the system; one is active.
            store image "Image memory" : FlashStore { purpose: "Two software images, of which one is active.", holds: [breva_software], controls: [image_signature] }
            /// The ward's alarm profiles.
            store profiles "Profile partition" : FlashStore { purpose: "The alarm profile in use and the one before.", holds: [alarm_profile], controls: [profile_signature, profile_copy] }
            /// Trends, and the name of the patient.
            store trends "Trend partition" : FlashStore { purpose: "72 h of values for the patient in the bed.", holds: [ventilation_values, patient_identity, vent_settings], controls: [patient_change, trend_erase] }
            /// Network and options.
            store config "Configuration partition" : ConfigStore { purpose: "Settings that are not part of the therapy.", holds: [device_config] }
            /// Who changed what.
            store journal "Audit and service log" : AuditLog { purpose: "Changes, alarms, logins, updates and faults.", holds: [audit_records, service_log], controls: [log_chain, log_space, log_fields, log_without_names] }

            /// The part that keeps the keys to itself.
            boundary vault "Secure zone" : SecureZone {
                /// Signs and decrypts for the others.
                process trust "Key service" : Firmware { purpose: "Uses the device key for TLS and never gives it out.", operating_system: none, controls: [verified_start, signed_packages, no_rollback] }
                /// The chip with the keys.
                store keys "Secure element" : SecureElement { purpose: "Keeps the device's key and the release verification key.", holds: [device_key, device_certificate, release_key], controls: [element_keys, unique_secrets] }
            }
        }

        /// The board that delivers the therapy and guards it; no network, no operating system with drivers.
        boundary therapy "Therapy board" : SafetyZone {
            /// Controls blower and valves breath by breath.
            process blower "Blower controller" : TherapyController {
                purpose:          "Controls blower and valves according to the set values."
                operating_system: none
                safety_relevant:  yes
                harms:            [hypoventilation, barotrauma]
                controls:         [therapy_limits, separate_board, signed_packages, no_rollback, telegram_checks, settings_kept, version_page]

                /// Connector of the flow sensor at the patient.
                port sensor "Flow sensor connector" : SensorConnector {
                    purpose:    "Takes flow, pressure and identity of the flow sensor."
                    label:      "symbol of a hose"
                    location:   "front, lower right"
                    access:     user
                    default:    enabled
                    required:   yes
                    unused:     "Ventilation does not start without a sensor."
                    on_failure: "Changes to pressure control by the internal sensor and alarms."
                    precaution: "Use only sensors on the accessory list."
                    controls:   [second_sensor, sensor_use_check]
                }
                /// Debug connector of the therapy board.
                port swd "Therapy debug connector" : Swd {
                    purpose:  "Programming in the factory."
                    label:    "J2"
                    location: "therapy board, inside the housing"
                    default:  enabled
                    required: no
                    covered:  yes
                    unused:   "Closed by a readout lock once planned change C-77 is done."
                    controls: [therapy_debug_lock]
                }
            }
            /// Watches the blower independently and raises the alarm.
            process guard "Safety monitor" : SafetyController {
                purpose:          "Compares delivered pressure and volume with the limits and brings the device into its safe state."
                operating_system: none
                safety_relevant:  yes
                harms:            [unnoticed_apnoea]
                controls:         [separate_board, guard_limits, signed_packages, no_rollback, alarms_fixed, alarm_pause]

                /// Contact to the nurse call.
                port nurse_call "Nurse call socket" : NurseCallRelay {
                    purpose:     "Raises the nurse call while a high-priority alarm is active."
                    label:       "symbol of a bell"
                    location:    "rear"
                    access:      user
                    default:     enabled
                    required:    no
                    unused:      "Leave the protective cap on."
                    on_failure:  "The contact opens without power, which raises the call."
                    precaution:  "Test the call before each patient; it replaces neither the alarm at the device nor staff in hearing."
                    assumptions: [staff_in_hearing]
                }
                /// The alarm's loudspeaker with a battery of its own.
                port buzzer "Alarm loudspeaker" : Speaker {
                    purpose:     "Sounds alarms, even when the main board has failed."
                    location:    "front, below the screen"
                    default:     enabled
                    switching:   "Volume cannot be set below 45 dB(A)."
                    change_risk: "Set to a low volume, an alarm can be missed in a loud room."
                    required:    yes
                    unused:      "Always in use."
                    on_failure:  "Tested at every start; a second buzzer takes over."
                    precaution:  "Do not cover."
                }
            }
            /// Constants of the sensors.
            store calibration "Calibration memory" : Eeprom { purpose: "Sensor constants written in the factory and by service.", holds: [calibration_data], controls: [calibration_check] }
        }

        // ------------------------------------------------------------ inside the housing

        /// Set values for each breath.
        flow set_ventilation "Set values": main.app -> therapy.blower over Uart {
            purpose:  "Hands the confirmed settings to the blower controller."
            carries:  [vent_settings, vent_command]
            controls: [bus_checksum, bus_counter]
        }
        /// Measured values.
        flow report_values "Measured values": therapy.blower -> main.app over Uart { carries: [ventilation_values], controls: [bus_checksum] }
        /// Limits for the independent monitor.
        flow set_limits "Alarm limits": main.app -> therapy.guard over Uart { carries: [alarm_profile], controls: [bus_checksum] }
        /// Second look at the same sensors.
        flow watch_breath "Readings for the safety monitor": therapy.blower -> therapy.guard over Spi { carries: [flow_reading] }
        /// Hard-wired line.
        flow force_safe "Safe-state line": therapy.guard -> therapy.blower over AnalogueSignal { carries: [safe_stop] }
        /// Sensor constants.
        flow read_calibration "Calibration": therapy.blower <-> therapy.calibration over I2c { carries: [calibration_data] }
        /// Screen and input.
        flow screen "Screen and input": main.hmi <-> main.app over Ipc { carries: [vent_settings, screen_content, user_input, service_command] }
        /// Messages from and to the network.
        flow network_messages "Messages of the network": main.comm <-> main.app over Spi {
            carries: [alarm_profile, vent_alarm, sign_of_life, ventilation_values, patient_identity, hospital_time, technical_state, audit_records, staff_login]
        }
        /// Profile partition.
        flow keep_profile "Profile storage": main.app <-> main.profiles over LocalFile { carries: [alarm_profile] }
        /// Trend partition.
        flow keep_trends "Trend storage": main.app <-> main.trends over LocalFile { carries: [ventilation_values, patient_identity, vent_settings] }
        /// Configuration partition.
        flow keep_config "Configuration storage": main.app <-> main.config over LocalFile { carries: [device_config] }
        /// Log partition.
        flow write_log "Logging": main.app -> main.journal over LocalFile { carries: [audit_records, service_log] }
        /// Package from the service socket.
        flow hand_over "Package for installation": main.app -> main.updater over Ipc { carries: [breva_software] }
        /// Inactive image.
        flow write_image "Installation": main.updater -> main.image over LocalFile { carries: [breva_software] }
        /// Active image.
        flow load_image "Loading": main.image -> main.boot over LocalFile { carries: [breva_software] }
        /// Verified image.
        flow start_app "Start of the software": main.boot -> main.app over SharedMemory { carries: [breva_software] }
        /// Key by which images are verified.
        flow check_image "Verification key": main.vault.keys -> main.boot over SecureCall { carries: [release_key] }
        /// TLS handshakes.
        flow prove_identity "Proof of identity": main.comm <-> main.vault.trust over SecureCall { carries: [device_certificate] }
        /// Use of the key.
        flow use_key "Use of the device key": main.vault.trust <-> main.vault.keys over SecureCall { carries: [device_key, device_certificate] }
    }
}

// ---------------------------------------------------------------- across the housing

/// The hospital's HL7 dialect.
type HospitalHl7 "HL7 v2.5.1" : Hl7v2 { version: "HL7 v2.5.1, MLLP release 1" }

/// Ward profile, asked for every 15 minutes.
flow fetch_profile "Alarm profile download": hospital.icu.breva.main.comm.lan <-> hospital.data_centre.server.api over Https {
    purpose:  "Fetches the ward's alarm profile; it takes effect after the nurse has confirmed it."
    carries:  [alarm_profile]
    controls: [mtls, profile_release, runs_alone]
}
/// Alarms for the nurses' station.
flow send_alarms "Alarms to the station": hospital.icu.breva.main.comm.lan -> hospital.icu.central.api over Sdc {
    purpose:  "Repeats the alarms of the device at the nurses' station."
    carries:  [vent_alarm, sign_of_life]
    controls: [mtls, link_watch, local_alarm]
}
/// Values for the nurses' station.
flow send_values "Values to the station": hospital.icu.breva.main.comm.lan -> hospital.icu.central.api over Sdc {
    carries:  [ventilation_values, patient_identity]
    controls: [mtls]
}
/// Values for the record, in the clear because the hospital's interface engine knows nothing else.
flow chart_values "Values to the health record": hospital.icu.breva.main.comm.lan -> hospital.data_centre.ehr over HospitalHl7 {
    purpose:        "Files ventilation values in the patient's record every minute."
    carries:        [ventilation_values, patient_identity]
    encrypted:      no
    authentication: none
}
/// Who lies in the bed.
flow admit_patient "Patient identity from the health record": hospital.data_centre.ehr -> hospital.icu.breva.main.comm.lan over HospitalHl7 {
    purpose:        "Tells the ventilator which patient is in the bed."
    carries:        [patient_identity]
    encrypted:      no
    authentication: none
}
/// Time.
flow set_clock "Time of day": hospital.data_centre.clock -> hospital.icu.breva.main.comm.lan over Ntp { carries: [hospital_time], initiator: target }
/// Events.
flow export_audit "Audit records to the collector": hospital.icu.breva.main.comm.lan -> hospital.data_centre.siem over SyslogTls {
    carries:  [audit_records]
    controls: [mtls]
}
/// Logins.
flow check_login "Staff login": hospital.icu.breva.main.comm.lan <-> hospital.data_centre.directory over Ldaps {
    carries:  [staff_login]
    controls: [directory_tls, runs_alone]
}
/// Technical state for remote service.
flow report_state "Technical state": hospital.icu.breva.main.comm.lan -> internet.relay over Https {
    purpose:  "Lets the manufacturer see wear and faults. The relay cannot send anything back."
    carries:  [technical_state]
    controls: [mtls, runs_alone]
}
/// Values for the patient monitor.
flow show_values "Values to the patient monitor": hospital.icu.breva.main.app.serial -> hospital.icu.patient_monitor over Rs232 { carries: [ventilation_values], encrypted: no, authentication: none }
/// Nurse call.
flow call_nurse "Nurse call": hospital.icu.breva.therapy.guard.nurse_call -> hospital.icu.nurse_system over NurseCallContact { carries: [vent_alarm], controls: [local_alarm] }
/// Alarm tone.
flow sound_alarm "Alarm tone": hospital.icu.breva.therapy.guard.buzzer -> hospital.icu.clinician over AudibleSignal { carries: [vent_alarm] }
/// Settings.
flow operate "Operation": hospital.icu.clinician -> hospital.icu.breva.main.hmi.panel over OperatorInterface { carries: [user_input, vent_settings, staff_login] }
/// Screen.
flow read_screen "Display": hospital.icu.breva.main.hmi.panel -> hospital.icu.clinician over OperatorInterface { carries: [screen_content] }
/// Readings of the airway.
flow measure_breath "Airway readings": hospital.icu.flow_sensor -> hospital.icu.breva.therapy.blower.sensor over AnalogueSignal { carries: [flow_reading] }
/// Identity of the sensor.
flow identify_sensor "Identity of the flow sensor": hospital.icu.flow_sensor -> hospital.icu.breva.therapy.blower.sensor over AccessoryLink { carries: [sensor_identity] }
/// Software by stick.
flow install_software "Installation from the stick": hospital.workshop.stick -> hospital.icu.breva.main.app.usb over UsbMass {
    purpose:  "Brings a signed package into the ventilator while it is in standby."
    carries:  [breva_software]
    controls: [signed_packages]
}
/// Logs by stick.
flow export_log "Export of the service log": hospital.icu.breva.main.app.usb -> hospital.workshop.stick over UsbMass { carries: [service_log] }
/// Service menu.
flow service_menu "Service menu": technician -> hospital.icu.breva.main.hmi.panel over OperatorInterface { carries: [service_command, service_code] }
