/// For the instructions for use. Most readers are patients without training; what a practice or an IT department needs is said there.

// ---------------------------------------------------------------- what is needed around the inhaler

/// The inhaler works without.
assumption a_telephone "For the app: a telephone with Bluetooth 4.2 or later and 100 MB of free memory. The inhaler itself needs no telephone." : HardwareRequirement {
    owner:       user
    if_false:    "The app cannot be used. The inhaler delivers and counts doses all the same."
    measured_by: "The app store offers the app only for telephones that can run it."
}
/// Checked by the app.
assumption telephone_system "For the app: Android 12 or iOS 16 or later. For the portal: a browser in a version that is not older than a year." : PlatformRequirement {
    owner:       user
    if_false:    "The app does not start, or the portal asks for another browser. Doses are kept in the inhaler."
    measured_by: "In the settings of the telephone, About; the app says so when the system is too old."
}
/// There is none.
assumption no_workstation "Nobody administers the inhaler; no workstation is needed." : WorkstationRequirement {
    owner:      manufacturer
    importance: not_needed
    if_false:   "Nothing: there is no interface for a workstation."
}
/// Records are small.
assumption any_connection "Any connection of the telephone to the Internet is fast enough, once a week or more often." : BandwidthRequirement {
    owner:       user
    importance:  recommended
    if_false:    "Your physician sees older doses only. The app and the inhaler keep them."
    measured_by: "The app shows when doses were last sent."
}
/// Nothing is in real time.
assumption no_latency "Delays do not matter: nothing that the inhaler does waits for a network." : LatencyRequirement {
    owner:      manufacturer
    importance: not_needed
    if_false:   "Nothing: doses and reminders do not depend on a network."
}
/// Home networks have none.
assumption no_segments "No network segments are needed: the inhaler talks to the telephone only." : SegmentationRequirement {
    owner:      manufacturer
    importance: not_needed
    if_false:   "Nothing: the inhaler has no address in any network."
}
/// Set by the telephone.
assumption no_names "No addresses or names have to be set up. The app finds its servers by itself." : NameRequirement {
    owner:      manufacturer
    importance: not_needed
    if_false:   "Doses are sent later, when the telephone is in a network that knows the servers."
}
/// The telephone's time dates the records.
assumption telephone_time "The telephone takes its time from the network." : TimeRequirement {
    owner:       user
    if_false:    "Doses are shown with the wrong hour. The lamp reminds by a clock of its own."
    measured_by: "In the settings of the telephone, Date and time: Automatic is on."
}
/// Visitors, children, fellow travellers.
assumption inhaler_kept "The patient keeps the inhaler out of other people's reach." : PlaceRequirement {
    owner:       user
    if_false:    "Somebody else can press the button for 20 s and erase the records, or read the code under the lid."
    measured_by: "You know where your inhaler is."
}

extend home.around.phone.app { assumptions: [a_telephone, telephone_system] }
extend home.around.phone.app.net { assumptions: [any_connection] }
extend set_plan { assumptions: [telephone_time] }
extend home.around.inhaler.main.button { assumptions: [inhaler_kept] }

// ---------------------------------------------------------------- ports, people, hosting

extend home.around.patient {
    privileges:  "Inhale, read the counter, pair the inhaler with one telephone, switch radio and lamp on and off, erase the records."
    credentials: "None on the inhaler: whoever holds it can use it. To pair, the code under the lid. For the app, a user name and a password that you choose yourself; there is no preset one."
}
extend cloud { hosted_at: "At a provider in Dublin, Ireland, in the account of Example Medical GmbH." }

// ---------------------------------------------------------------- what protects the inhaler, as patients and practices are told

extend code_pairing { told: "The inhaler connects only to a telephone that knows the code under its lid." }
extend signed_images { told: "The inhaler takes new software only from the manufacturer." }
extend start_check { told: "It verifies its software each time it starts." }
extend free_hand { told: "The dose is released by your hand alone: no software can release or block it." }
extend plan_bounds { told: "A dose plan above the approved maximum of the medicine is refused." }
extend changing_address { told: "By radio a stranger learns neither who you are nor which medicine you take." }
extend button_erase { told: "You can erase the records with the button." }

// ---------------------------------------------------------------- use

section what_to_know "Nothing special" : NeededSkills {
    text: """
    Patients: you need no knowledge of computers. Somebody in the pharmacy can help you to pair the inhaler.

    Practices: a browser and the token that you were given.
    """
}
section keeps_working "When telephone or network do not work" : WhatKeepsWorking {
    text: """
    The inhaler delivers doses, counts them and reminds you by its lamp, whatever happens to the telephone or the network.

    If the app and the counter on the inhaler show different numbers, go by the counter.
    """
}
section first_use "Before the first dose" : BeforeUse {
    text: """
    1. Look at the seal of the box. If it is broken, bring the inhaler back to the pharmacy.
    2. Install the app from the store of your telephone.
    3. Open the lid of the battery and read the code.
    4. Hold the button until the lamp blinks, choose Pair in the app and enter the code.
    5. Take a breath without medicine. The app shows it within a minute.
    """
}

// ---------------------------------------------------------------- security documentation

section app_lock_option "Lock of the app" : ConfigurationOption {
    as_shipped: "On"
    choices:    "On, off"
    effect:     "In the app, Settings, Lock. The app asks for your finger, your face or the code of the telephone."
    risk:       "Switched off, whoever holds your unlocked telephone reads your doses."
    changed_by: [home.around.patient]
}
section carer_option "Carer's view" : ConfigurationOption {
    as_shipped: "Nobody sees your doses but you and your physician"
    choices:    "One carer, nobody"
    effect:     "In the app, Settings, Carer. A person whom you invite sees your doses in the portal."
    risk:       "The carer sees all your doses until you end it in the same place."
    changed_by: [home.around.patient]
}
section setting_up "Setting up, and when something is wrong" : Deployment {
    text: """
    Nothing has to be set up in a network. If you think that somebody else uses your account or your inhaler:

    1. Hold the button for 5 s: the radio is off.
    2. Change your password in the app.
    3. Tell the contact named in this document.

    Go on taking your doses.
    """
}
section event_pairing "Somebody tries to pair with your inhaler" : SecurityEvent {
    noticed:  "The lamp blinks although you did not press the button."
    action:   "Hold the button for 5 s. The radio is off until you press it again."
    recorded: "In the app, Messages"
}
section event_counter "Counter and app differ" : SecurityEvent {
    noticed: "The app shows another number of doses than the counter on the inhaler."
    action:  "Go by the counter. If they still differ after a day, tell the contact named in this document."
}
section event_update "Refused update" : SecurityEvent {
    noticed:  "The app says \"Update not installed\"."
    action:   "Nothing: the inhaler works with the version it has. Try again when the app offers it."
    recorded: "In the app, Messages"
}
section event_login "Login from a new telephone" : SecurityEvent {
    noticed:  "A message on your telephone and by mail."
    action:   "If it was not you, change your password in the app at once."
    recorded: "In the app, Messages"
}
section keep_settings "Settings" : ConfigurationRetention {
    text: "The settings of the app are kept with your account. After you log in on a new telephone they are there again. The inhaler keeps its plan when the battery is changed."
}
section keep_records "Doses" : BackupRestore {
    text: """
    You need not do anything: doses are kept in the inhaler until the app has fetched them, and in your account after that. On a new telephone:

    1. Install the app and log in.
    2. Pair the inhaler again, with the code under its lid.
    """
}
section new_version "New software" : Updates {
    text: """
    1. When the app offers an update, keep inhaler and telephone side by side.
    2. Choose Install, and wait until the lamp blinks green three times. This takes 4 min.
    3. Compare the version in the app, Inhaler, with the one in the message.

    You can take a dose at any time. If the update fails, the inhaler goes on with the version it had.
    """
}
section after_support "After that day" : SupportEnd {
    text: "The app tells you a year before. After that day use the inhaler without the app; it delivers and counts doses as before."
}

// ---------------------------------------------------------------- background

section layers "Layers" : DefenceInDepth {
    text: """
    Treatment comes first: no software stands between your hand and the dose. Around it, the inhaler checks and limits whatever the telephone
    sends. The telephone is yours: its lock and its updates protect what the app shows. The cloud gives each account its own records only.
    """
}
section no_login "No login" : EmergencyAccess { text: "The inhaler asks for no login: anybody can help you to take a dose." }
section into_practice "Practices" : Integration {
    text: "The portal needs nothing installed. Records of doses are handed to the software of the practice as FHIR R4 resources; the manufacturer of that software sets it up."
}
section chip "Parts" : HardwareProperties {
    text: "One microcontroller with Bluetooth, memory for 300 doses, a coin cell. Readout of the chip is locked. The housing opens only by breaking it."
}
section our_duties "Watching, telling, repairing" : ManufacturerDuties {
    text: "Example Medical watches the parts of the software every day, tells you in the app when there is something to do, and closes weaknesses that could harm you by an update within 30 days."
}
section something_wrong "When you notice something" : IncidentContact {
    text: "If you are unwell, call your physician first. Report a serious incident to the manufacturer and to the competent authority of your country."
}
/// Repair, sale, the bin.
section disposal "Erasing and disposing" : Decommissioning {
    text: """
    1. Hold the button for 20 s until the lamp turns red twice. This erases the dose records and the pairing.
    2. In the app choose Inhaler, Remove. If you want your account to end, choose Settings, End account.
    3. Remove the coin cell and dispose of it separately.
    """
}
