//! Sets of answers.

use crate::rules::Truth;

/// Some of yes, no and unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Truths(u8);

impl Truths {
    pub(in super::super) const NONE: Self = Self(0);
    pub(in super::super) const YES: Self = Self(1);
    pub(in super::super) const NO: Self = Self(2);
    pub(in super::super) const UNKNOWN: Self = Self(4);

    /// The set of one answer.
    pub(super) fn of(truth: Truth) -> Self {
        match truth {
            Truth::Yes => Self::YES,
            Truth::No => Self::NO,
            Truth::Unknown => Self::UNKNOWN,
        }
    }

    /// What is in either.
    pub(in super::super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they share an answer.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of it is in another.
    pub(super) fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The answers of `not a`.
    pub(super) fn negated(self) -> Self {
        let yes = if self.meets(Self::NO) { Self::YES } else { Self::NONE };
        let no = if self.meets(Self::YES) { Self::NO } else { Self::NONE };
        yes.or(no).or(Self(self.0 & Self::UNKNOWN.0))
    }

    /// The answers of `a and b`, where each comes out independently.
    pub(super) fn and(self, other: Self) -> Self {
        let no = Self((self.0 | other.0) & Self::NO.0);
        let yes = Self(self.0 & other.0 & Self::YES.0);
        let open = Self::YES.or(Self::UNKNOWN);
        let unknown = self.meets(Self::UNKNOWN) && other.meets(open) || other.meets(Self::UNKNOWN) && self.meets(open);
        no.or(yes).or(if unknown { Self::UNKNOWN } else { Self::NONE })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logic_is_kleenes() {
        assert_eq!(Truths::UNKNOWN.and(Truths::NO), Truths::NO);
        assert_eq!(Truths::UNKNOWN.and(Truths::YES), Truths::UNKNOWN);
        assert_eq!(Truths::YES.or(Truths::NO).and(Truths::UNKNOWN), Truths::UNKNOWN.or(Truths::NO));
        assert_eq!(Truths::YES.or(Truths::UNKNOWN).negated(), Truths::NO.or(Truths::UNKNOWN));
    }
}
