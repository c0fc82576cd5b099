/// The hospital around the ventilator: data centre, intensive-care unit, workshop.

/// All networks and rooms of the hospital.
boundary hospital "Hospital" : HospitalNetwork {
    /// Sets alarm profiles for the whole ward.
    actor specialist "Respiratory therapist" : ClinicalSpecialist
    /// Runs network and servers.
    actor it_admin "Network administrator" : ItAdministrator

    /// The hospital's servers.
    boundary data_centre "Data centre" : HospitalDataCentre {
        /// Keeps the alarm profiles of all wards and hands them to ventilators.
        external server "Profile server" : HospitalServer {
            purpose:  "Keeps and distributes the alarm profiles of the wards."
            controls: [managed_servers]
            extend api { purpose: "Called by ventilators and by the browsers of those who edit profiles.", access: user, default: enabled, required: no, on_failure: "Ventilators keep the profile they have." }
        }
        /// Holds the patients' records.
        external ehr "Health record system" : EhrSystem { purpose: "Receives ventilation values and gives the patient's identity.", assumptions: [record_patched] }
        /// Checks badges and passwords.
        external directory "Staff directory" : IdentityProvider { purpose: "Checks the logins of staff.", controls: [managed_servers] }
        /// Gives the time.
        external clock "Time server" : TimeServer { purpose: "Gives the hospital's time." }
        /// Collects security events of all devices.
        external siem "Event collector" : LogCollector { purpose: "Collects the security events of all clinical devices.", controls: [managed_servers] }
    }

    /// Ward 4 with its beds and the nurses' station. Visitors come and go.
    boundary icu "Intensive-care unit" : CareUnit {
        /// Sets and watches the ventilation.
        actor clinician "Intensive-care nurse" : ClinicalUser { controls: [staff_badges] }
        /// Shows the alarms of all beds; the manufacturer's software on a server of the ward.
        process central "Central station" : CentralStation {
            purpose: "Shows alarms and values of up to 24 ventilators to the nurses' station."
            controls: [central_roles, central_validation, station_sessions, audit_trail, station_badges, station_login_trial,
                station_open_view, station_kiosk, station_rights, station_pause, alarm_ranking, station_matching]
            extend api {
                purpose:    "Takes alarms, values and signs of life from the ventilators."
                access:     user
                default:    enabled
                required:   no
                on_failure: "The station marks the bed as disconnected within 10 s and sounds a technical alarm."
                controls:   [request_budget]
            }
            extend records { holds: [ventilation_values, patient_identity, vent_alarm], controls: [disk_encryption, nightly_backup] }
        }
        /// Shows ventilation values beside ECG and pressure.
        external patient_monitor "Patient monitor" : OtherMedicalDevice { purpose: "Shows ventilation values among the vital signs.", controls: [managed_servers] }
        /// Calls staff to the bed by lamp and tone.
        external nurse_system "Nurse call system" : NurseCallSystem { purpose: "Calls staff to the bed." }
        /// Measures flow at the patient's airway; single use, with a memory for its identity.
        external flow_sensor "Proximal flow sensor" : Accessory { purpose: "Measures flow and pressure at the airway." }
    }

    /// Where devices are tested and updated.
    boundary workshop "Biomedical workshop" : ServiceSite {
        /// Tests ventilators once a year.
        actor biomed "Biomedical engineer" : BiomedicalEngineer
        /// Fetches and checks packages; belongs to the manufacturer, stays with the hospital.
        external laptop "Service laptop" : ServiceTool { purpose: "Fetches software packages and reads service logs.", assumptions: [laptop_managed], controls: [managed_laptops] }
        /// Carries packages to the ventilator and logs back.
        store stick "Service USB stick" : RemovableMedium { purpose: "Carries software packages and service logs.", holds: [breva_software, service_log] }
    }
}

/// Where alarm profiles are edited.
flow edit_profile "Editing of alarm profiles": hospital.specialist -> hospital.data_centre.server.api over Https {
    purpose: "The respiratory therapist changes the alarm profile of a ward."
    carries: [alarm_profile, staff_login]
}
/// Names and addresses of new ventilators.
flow enrol_device "Enrolment of ventilators": hospital.it_admin -> hospital.data_centre.server.api over Https {
    purpose: "The administrator enters a new ventilator, its address and its ward."
    carries: [device_config, staff_login]
}
/// The station's database on the same server.
flow station_records "Station records": hospital.icu.central <-> hospital.icu.central.records over SqlTcp { carries: [ventilation_values, patient_identity, vent_alarm] }
/// The station's screen and loudspeaker.
flow station_alarm "Alarm at the station": hospital.icu.central -> hospital.icu.clinician over OperatorInterface { carries: [vent_alarm, screen_content] }
/// The badge reader and keyboard of the station.
flow station_login "Login at the station": hospital.icu.clinician -> hospital.icu.central over OperatorInterface { carries: [staff_login, user_input] }
/// The package and the logs change over between stick and laptop.
flow fill_stick "Copying to the stick": hospital.workshop.laptop -> hospital.workshop.stick over UsbMass { carries: [breva_software] }
/// Logs that come back from the ventilators.
flow read_stick "Reading of service logs": hospital.workshop.stick -> hospital.workshop.laptop over UsbMass { carries: [service_log] }
/// The engineer works at the laptop.
flow use_laptop "Work at the service laptop": hospital.workshop.biomed -> hospital.workshop.laptop over OperatorInterface { carries: [service_command] }
