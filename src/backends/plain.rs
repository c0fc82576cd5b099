//! Plain words for the values of the core vocabulary. A value of a team's own vocabulary is printed as it is.

/// A value that is a name, as words: `in_review` reads "in review".
pub(super) fn name(value: &str) -> String {
    value.replace('_', " ")
}

/// Which way data moves through a port. Never blank (checklist row C4).
pub(super) fn direction(value: &str) -> String {
    match value {
        "" => super::stated::NOT_STATED.to_owned(),
        "none" => "none: no data connection is described".to_owned(),
        "incoming" => "incoming: into the device".to_owned(),
        "outgoing" => "outgoing: out of the device".to_owned(),
        "both" => "both: into and out of the device".to_owned(),
        other => name(other),
    }
}

/// Whether a port is on as shipped.
pub(super) fn default_state(value: &str) -> String {
    match value {
        "enabled" => "on (enabled)".to_owned(),
        "disabled" => "off (disabled)".to_owned(),
        "removed" => "not fitted (removed)".to_owned(),
        other => other.to_owned(),
    }
}

/// Who may use a port.
pub(super) fn access(value: &str) -> String {
    match value {
        "public" => "anyone".to_owned(),
        "user" => "users of the device".to_owned(),
        "service" => "service staff".to_owned(),
        "factory" => "the manufacturer's factory only".to_owned(),
        other => other.to_owned(),
    }
}

/// The class of a control in the order of risk control.
pub(super) fn measure(value: &str) -> String {
    match value {
        "inherent_design" => "inherently safe design".to_owned(),
        "protective" => "protective measure".to_owned(),
        "information" => "information for security".to_owned(),
        other => other.to_owned(),
    }
}
