//! Vectors of the Common Vulnerability Scoring System, 3.1 and 4.0. A score is the severity of a weakness, not the risk of harm to a patient:
//! nothing here is ever turned into a level or an acceptance.

use cvss::{Cvss, Error, v3};

/// A vector that can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Vector {
    /// `3.1` or `4.0`.
    pub version: &'static str,
    /// 0.0 to 10.0.
    pub score: f64,
    /// none, low, medium, high or critical.
    pub rating: &'static str,
}

/// Metrics a 3.1 vector must have; those of 4.0 are seen to by whoever reads it.
const BASE: [(&str, &str); 8] = [
    ("AV", "attack vector"),
    ("AC", "attack complexity"),
    ("PR", "privileges required"),
    ("UI", "user interaction"),
    ("S", "scope"),
    ("C", "confidentiality"),
    ("I", "integrity"),
    ("A", "availability"),
];

/// Reads a vector.
///
/// # Errors
///
/// What is wrong with it, in words.
pub fn vector(text: &str) -> Result<Vector, String> {
    let read: Cvss = text.parse().map_err(|error| fault(&error))?;
    let (version, score) = match &read {
        Cvss::CvssV31(vector) => ("3.1", score_v31(vector)),
        Cvss::CvssV40(vector) => ("4.0", vector.score().value()),
        _ => return Err("the version is neither 3.1 nor 4.0".to_owned()),
    };
    let has = |metric: &str| text.split('/').any(|part| part.split_once(':').is_some_and(|(name, _)| name == metric));
    if let Some((metric, title)) = BASE.iter().find(|(metric, _)| version == "3.1" && !has(metric)) {
        return Err(format!("the metric {metric} ({title}) is missing"));
    }
    Ok(Vector { version, score, rating: v3::Score::new(score).severity().as_str() })
}

/// The score of all metrics that are there: the crate's own leaves out those of time and environment.
fn score_v31(vector: &v3::Vector) -> f64 {
    let says = |names: &[&str]| vector.metrics().any(|(metric, _)| names.contains(&metric.name()));
    let score = if says(&["CR", "IR", "AR", "MAV", "MAC", "MPR", "MUI", "MS", "MC", "MI", "MA"]) {
        vector.environmental_score()
    } else if says(&["E", "RL", "RC"]) {
        vector.temporal_score()
    } else {
        vector.base_score()
    };
    score.value()
}

fn fault(error: &Error) -> String {
    let metric =
        |name: &str, what: &str, value: &str| format!("the metric {name} ({}) has no value `{value}`", what.to_lowercase());
    match error {
        Error::InvalidMetricV3 { metric_type, value } => metric(metric_type.name(), metric_type.description(), value),
        Error::InvalidMetricV4 { metric_type, value } => metric(metric_type.name(), metric_type.description(), value),
        Error::DuplicateMetricV3 { metric_type } => format!("the metric {} is there twice", metric_type.name()),
        Error::DuplicateMetricV4 { metric_type } => format!("the metric {} is there twice", metric_type.name()),
        Error::MissingMandatoryMetricV4 { metric_type } => {
            format!("the metric {} ({}) is missing", metric_type.name(), metric_type.description().to_lowercase())
        }
        Error::UnknownMetric { name } => format!("there is no metric `{name}`"),
        Error::UnsupportedVersion { version } => format!("the version `{version}` is neither 3.1 nor 4.0"),
        Error::InvalidComponent { component } => format!("`{component}` is no metric with a value"),
        Error::InvalidPrefix { prefix } => format!("it begins with `{prefix}`, not with `CVSS`"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_those_of_the_specifications() {
        let score = |text: &str| vector(text).map(|vector| (vector.version, vector.score, vector.rating));
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), Ok(("3.1", 9.8, "critical")));
        assert_eq!(score("CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N"), Ok(("3.1", 2.0, "low")));
        assert_eq!(score("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"), Ok(("4.0", 9.3, "critical")));
    }

    #[test]
    fn metrics_of_time_and_environment_count_where_they_are_stated() {
        let score = |text: &str| vector(text).map(|vector| (vector.score, vector.rating));
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O/RC:C"), Ok((8.8, "high")));
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MAV:P"), Ok((6.8, "medium")));
        assert_eq!(
            score("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U"),
            Ok((8.1, "high")),
            "a threat metric"
        );
    }

    #[test]
    fn the_metric_at_fault_is_named() {
        let fault = |text: &str| vector(text).unwrap_err();
        assert!(fault("CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").contains("AV (attack vector)"));
        assert!(fault("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H").contains("A (availability) is missing"));
        assert!(fault("CVSS:4.0/AV:N/AC:L/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N").contains("AT"));
        assert!(fault("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").contains("3.1"));
        assert!(fault("AV:N/AC:L/Au:N/C:P/I:P/A:P").contains("AV"));
        assert!(fault("").contains("no metric"));
    }
}
