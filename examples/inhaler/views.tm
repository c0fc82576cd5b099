/// Pictures for the documents, and what must always hold.

/// The patient's home, the cloud and the practice, and who works with them.
view context "System context" : ContextView {}
/// Every connection of the inhaler by way of the telephone, and all that stands behind it.
view global "Inhaler, telephone, cloud and practice" : GlobalSystemView {}
/// The inhaler and the telephone it talks to, opened.
view device "Inhaler and telephone" : BoundaryView {
    of:     [home.around.inhaler, home.around.phone]
    depth:  2
    layers: [ports, threat_counts]
}
/// Who and what is near the patient.
view surroundings "Patient's surroundings" : BoundaryView { of: [home], depth: 2 }
/// The cloud opened, with everybody who calls it.
view services "Aera cloud" : BoundaryView { of: [cloud], depth: 2 }
/// From where one attack could harm several patients, and what stands in its way.
view fleet "Harm to several patients" : MultiPatientView {}
/// How firmware reaches the inhaler, and the app the telephone.
view update_path "Way of an update" : UpdateView {}

/// How a dose plan gets from the physician to the lamp that reminds of it.
view plan_story "Way of a dose plan" : UseCaseView { function: programming, states: [operation] }
/// How a reminder gets to the patient, with and without the telephone.
view reminder_story "Reminder of a dose" : UseCaseView { function: alarming, states: [operation, failure] }
/// How a dose gets from the patient's breath to the carer's and the physician's screen.
view dose_story "Way of a dose record" : UseCaseView {
    function: monitoring
    states:   [operation]
    of:       [home.around.patient, home.around.inhaler, home.around.phone, cloud.api, cloud.portal, cloud.inner, home.around.carer, practice]
    flows: [inhale, home.around.inhaler.sense, home.around.inhaler.keep_doses, fetch_doses, home.around.phone.keep_app_data, see_app, upload,
        store_doses, show_records, look_after, file_doses]
}

/// For the instructions for use: what the inhaler connects to.
view connections "Connections of the inhaler" : EndUserView {}

assert "patient data leave the inhaler only encrypted": all f in home.around.inhaler.main.ble.flows where (f.encrypted or not (any d in f.carries where (d is PatientData)))
assert "passwords are kept only in the patient records": all s in account_login.held_by where (s == cloud.inner.records)
assert "the practice software cannot reach the inhaler": not reaches(practice.ehr, home.around.inhaler.main)
