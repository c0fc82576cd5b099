//! Names of clauses that a reader has shortened.

/// The id a shortened one stands for: `fda.label.3` for `fda.premarket.2026-02-03.label.3`. Nothing where several fit.
pub fn meant<'i>(wanted: &str, ids: impl Iterator<Item = &'i str>) -> Option<&'i str> {
    let mut fitting = ids.filter(|id| is_within(wanted, id));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// Whether the parts of a shortened id stand in the id, in their order, the first and the last at its ends.
fn is_within(short: &str, id: &str) -> bool {
    let ends = |text: &str| text.rsplit('.').next().map(str::to_owned).zip(text.split('.').next().map(str::to_owned));
    let mut rest = id.split('.');
    ends(short) == ends(id) && short.split('.').all(|part| rest.any(|known| known == part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_id_means_the_only_one_it_fits() {
        let ids = ["fda.premarket.2026-02-03.label.3", "fda.premarket.2026-02-03.app2.3", "mdr.gspr.18.8"];
        assert_eq!(meant("fda.label.3", ids.into_iter()), Some(ids[0]));
        assert_eq!(meant("mdr.18.8", ids.into_iter()), Some(ids[2]));
        assert_eq!(meant("fda.3", ids.into_iter()), None);
        assert_eq!(meant("fda.label.4", ids.into_iter()), None);
    }
}
