/// The patient's side: inhaler, telephone, home.

/// The patient's home; on the way there is only the telephone's own network.
boundary home "Home" : HomeNetwork {
    /// Everything within a few metres of the patient, at home and on the way.
    boundary around "Patient's surroundings" : PatientSurroundings {
        /// Uses inhaler and app.
        actor patient "Patient" : PatientUser
        /// A parent or partner whom the patient lets see the records.
        actor carer "Carer" : Caregiver
        /// The medicine, with a printed pattern that the inhaler reads.
        external canister "Medicine canister" : Accessory { purpose: "Holds the medicine." }

        /// Mouthpiece, meter and electronics in one housing.
        boundary inhaler "Aera inhaler" : WearableDevice {
            controls: [inhaler_parts]
            /// Counts doses, reminds, talks to the telephone.
            process main "Inhaler firmware" : BatteryFirmware {
                purpose:          "Records doses, lights the reminder and passes records to the app."
                operating_system: rtos
                safety_relevant:  yes
                sbom:             "firmware.spdx.json"
                vex:              ["firmware.vex.cdx.json"]
                controls: [signed_images, start_check, image_counter, spare_image, quiet_update, quiet_radio, plan_bounds, frame_checks, plan_record,
                    free_hand, plan_kept, cell_gauge, steady_counter]

                /// The only radio.
                port ble "Bluetooth radio" : BleRadio {
                    purpose:     "Passes dose records to the app and takes dose plan, time and firmware from it."
                    location:    "inside the housing"
                    access:      user
                    default:     enabled
                    switching:   "Hold the button for 5 s: radio off until the next press. Doses are recorded all the same."
                    change_risk: "None for your treatment: while the radio is off, the app and your physician see no new doses."
                    required:    no
                    unused:      "Advertises once every 2 s at low power; 300 records are kept."
                    protection:  "Accepts a new bond only for 60 s after the button is held, with the code under the lid."
                    on_failure:  "Records wait in the inhaler; the reminder lamp goes on working by the last plan."
                    precaution:  "Pair at home, not in public."
                    controls:    [code_pairing, changing_address]
                }
                /// One button.
                port button "Button" : Keypad {
                    purpose:    "Starts pairing, shows the counter, erases the records."
                    label:      "dot"
                    location:   "side"
                    default:    enabled
                    required:   no
                    unused:     "Doses are recorded without pressing it."
                    on_failure: "A button held down is ignored after 30 s."
                    precaution: "Erasing cannot be undone."
                }
                /// Reminder lamp.
                port lamp "Reminder lamp" : Indicator {
                    purpose:     "Lights when a dose is due and when pairing."
                    location:    "top"
                    default:     enabled
                    switching:   "In the app, Reminders."
                    change_risk: "Without the lamp you can miss a dose that the telephone does not remind you of either."
                    required:    no
                    unused:      "Dark."
                    on_failure:  "The app reminds as well."
                    precaution:  "Anybody nearby sees the lamp."
                }
                /// Reads the pattern on the canister.
                port reader "Canister reader" : AccessoryConnector {
                    purpose:    "Tells medicine and batch of the inserted canister."
                    location:   "canister chamber"
                    access:     user
                    default:    enabled
                    required:   no
                    unused:     "Without a canister nothing is recorded."
                    on_failure: "The dose is recorded with an unknown medicine."
                    precaution: "Use only canisters dispensed for you."
                    controls:   [canister_check]
                }
                /// Debug pads.
                port pads "Debug pads" : Swd {
                    purpose:  "Programming in the factory."
                    location: "circuit board, under the battery"
                    default:  disabled
                    required: no
                    covered:  yes
                    unused:   "Closed by the readout protection of the chip."
                    controls: [chip_lock]
                }
            }
            /// Measures the inhaled flow.
            process dose_sensor "Dose sensor" : SensorFirmware {
                purpose:          "Recognises and measures an inhalation."
                operating_system: none
                update:           none
                safety_relevant:  no
                own_code:         yes
                /// The patient's breath.
                port mouthpiece "Mouthpiece" : SensorConnector {
                    purpose:    "Takes the flow of breath."
                    location:   "mouthpiece"
                    access:     user
                    default:    enabled
                    required:   yes
                    unused:     "Sleeps."
                    on_failure: "The mechanical counter goes on counting."
                    precaution: "Keep dry."
                }
            }
            /// Checks and starts the firmware.
            process boot "Boot loader" : Bootloader { purpose: "Verifies the firmware before it starts.", update: none, own_code: yes, controls: [start_check, image_counter] }
            /// The last 300 doses.
            store doses "Dose memory" : FlashStore { purpose: "Dose records and curves that the app has not fetched yet, and the plan.", holds: [dose_event, breath_curve, dose_plan], controls: [button_erase, record_checks] }
            /// Bond and code.
            store secrets "Protected memory" : OnChipMemory { purpose: "Bond keys and pairing code.", holds: [bond_keys, pairing_code], controls: [readout_protection, own_codes, button_erase, lost_inhaler] }
            /// Two images.
            store images "Image memory" : FlashStore { purpose: "Active and new firmware.", holds: [firmware], controls: [image_check] }

            /// The sensor's bus.
            flow sense "Inhalation readings": dose_sensor -> main over I2c { carries: [breath_curve] }
            /// Records.
            flow keep_doses "Dose storage": main <-> doses over Spi { carries: [dose_event, breath_curve, dose_plan] }
            /// Bond.
            flow use_bond "Use of the bond": main <-> secrets over Ipc { carries: [bond_keys, pairing_code] }
            /// New firmware.
            flow keep_image "Storage of new firmware": main -> images over Spi { carries: [firmware] }
            /// Start.
            flow load_image "Loading": images -> boot over Spi { carries: [firmware] }
            /// Hand-over to the verified firmware.
            flow start_main "Start of the firmware": boot -> main over SharedMemory { carries: [firmware] }
        }

        /// The patient's own telephone: neither the manufacturer nor a hospital looks after it.
        boundary phone "Patient's telephone" : PersonalPhone {
            /// System, other apps and owner.
            external platform "Telephone system" : MobilePlatform { purpose: "Installs apps and shows messages.", assumptions: [phone_kept] }
            /// The manufacturer's app.
            process app "Aera app" : CompanionApp {
                purpose:         "Shows doses and reminders, passes records to the cloud and firmware to the inhaler."
                safety_relevant: yes
                privileged:      no
                controls:        [app_lock, app_checks]
                /// Radio towards the inhaler.
                port ble "Telephone's Bluetooth" : BleRadio { purpose: "Connection to the inhaler.", access: user, default: enabled, required: yes, on_failure: "Shows the time of the last connection." }
                /// Wi-Fi or mobile network.
                port net "Telephone's Internet connection" : CellularModem { purpose: "Connection to the cloud.", access: user, default: enabled, required: no, on_failure: "Keeps records until the connection is back." }
                /// Screen.
                port screen "Telephone's screen" : TouchDisplay { purpose: "Operation by the patient.", default: enabled, required: yes, on_failure: "The inhaler works without the app.", precaution: "In doubt go by the counter on the inhaler.", assumptions: [counter_trusted] }
            }
            /// What the app keeps.
            store app_data "App storage" : AppStorage { purpose: "Records, plan and login of the patient.", holds: [dose_event, dose_plan, session, bond_keys], controls: [app_encryption, app_seal, phone_keys, cloud_copy] }

            /// App storage.
            flow keep_app_data "Storage of the app": app <-> app_data over LocalFile { carries: [dose_event, dose_plan, session, bond_keys] }
            /// New version of the app.
            flow install_app "Installation of the app": platform -> app over Ipc { carries: [app_package, reminder] }
        }
    }
}

// ---------------------------------------------------------------- inhaler and patient

/// Breath.
flow inhale "Inhalation": home.around.patient -> home.around.inhaler.dose_sensor.mouthpiece over AnalogueSignal { carries: [breath_curve] }
/// Button.
flow press "Pressing the button": home.around.patient -> home.around.inhaler.main.button over OperatorInterface { carries: [button_press] }
/// Lamp.
flow remind "Reminder by lamp": home.around.inhaler.main.lamp -> home.around.patient over OperatorInterface { carries: [reminder] }
/// Canister.
flow identify_canister "Canister identity": home.around.canister -> home.around.inhaler.main.reader over AccessoryLink { carries: [canister_id] }
/// App.
flow use_app "Operation of the app": home.around.patient -> home.around.phone.app.screen over OperatorInterface { carries: [app_input, account_login, pairing_code, consent] }
/// App's screen.
flow see_app "Display of the app": home.around.phone.app.screen -> home.around.patient over OperatorInterface { carries: [app_screen, dose_event, reminder] }

// ---------------------------------------------------------------- inhaler and telephone

/// Advertisement.
flow advertise "Advertisement": home.around.inhaler.main.ble -> home.around.phone.app.ble over BleAdvertising {
    purpose: "Lets the telephone find the inhaler. The address changes every 15 minutes."
    carries: [advertised_name]
}
/// Records.
flow fetch_doses "Dose records to the app": home.around.inhaler.main.ble -> home.around.phone.app.ble over BleSecure {
    purpose: "Passes recorded doses to the app."
    carries: [dose_event, breath_curve, inhaler_state]
}
/// Plan and time.
flow set_plan "Dose plan and time to the inhaler": home.around.phone.app.ble -> home.around.inhaler.main.ble over BleSecure {
    purpose:  "Sets when the lamp reminds, and the clock."
    carries:  [dose_plan, phone_time]
    controls: [signed_plan]
}
/// Firmware.
flow update_inhaler "Firmware to the inhaler": home.around.phone.app.ble -> home.around.inhaler.main.ble over BleSecure {
    purpose:  "Brings new firmware, confirmed by the patient."
    carries:  [firmware]
    controls: [signed_images]
}
