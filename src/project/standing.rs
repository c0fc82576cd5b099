//! How the findings of a model stand, in numbers.

use crate::words;

/// How the findings of a model that compiles stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Threats that nothing counters.
    pub(crate) open: usize,
    /// Threats that cannot be decided.
    pub(crate) undecided: usize,
    /// Facts that would decide them.
    pub(crate) questions: usize,
    /// Threats that something counters.
    pub(crate) mitigated: usize,
    /// Threats that somebody decided about: accepted, transferred, avoided, dismissed.
    pub(crate) decided: usize,
}

impl Standing {
    /// `12 open threats, 5 questions, 40 mitigated: draft`.
    pub(crate) fn line(&self, release: bool) -> String {
        let decided = match self.decided {
            0 => String::new(),
            decided => format!(", {decided} decided"),
        };
        let open = words::count(self.open, "open threat");
        let questions = match self.questions {
            0 => "no questions".to_owned(),
            number => format!(
                "{} ({} undecided until answered)",
                words::count(number, "question"),
                words::count(self.undecided, "threat")
            ),
        };
        let profile = if release { "release" } else { "draft" };
        format!("{open}, {questions}, {} mitigated{decided}: {profile}", self.mitigated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_read_as_english() {
        let standing = Standing { open: 12, undecided: 2, questions: 1, mitigated: 40, decided: 0 };
        assert_eq!(standing.line(false), "12 open threats, 1 question (2 threats undecided until answered), 40 mitigated: draft");
    }
}
