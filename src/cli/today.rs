//! The day of the compilation, from the environment or the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::syntax::ast::Date;

use super::exit::Failure;

const SECONDS_A_DAY: u64 = 86_400;

/// `SOURCE_DATE_EPOCH` where it is set, else the system's date (UTC).
pub(super) fn today() -> Result<Date, Failure> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text.trim().parse().ok(),
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs()),
    };
    seconds
        .and_then(|seconds: u64| civil(seconds / SECONDS_A_DAY))
        .ok_or_else(|| Failure::Cannot("SOURCE_DATE_EPOCH is not a number of seconds since 1970".to_owned()))
}

/// The day of `SOURCE_DATE_EPOCH`, which artifacts carry; nothing where it is not set, so that the same input gives the same bytes.
pub(super) fn stamped() -> Result<Option<Date>, Failure> {
    if std::env::var_os("SOURCE_DATE_EPOCH").is_some() { today().map(Some) } else { Ok(None) }
}

/// The day a number of days after 1970-01-01; nothing after the year 9999.
///
/// Counts in eras of 400 years that begin in March, so that the leap day is the last of its year (Hinnant's algorithm).
fn civil(days: u64) -> Option<Date> {
    let days = days.checked_add(719_468)?;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year <= 9999).then_some(Date { year: year as u16, month: month as u8, day: day as u8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        let date = |days| civil(days).map(|date| (date.year, date.month, date.day));
        assert_eq!(date(0), Some((1970, 1, 1)));
        assert_eq!(date(59), Some((1970, 3, 1)));
        assert_eq!(date(11_016), Some((2000, 2, 29)));
        assert_eq!(date(20_999), Some((2027, 6, 30)));
        assert_eq!(date(u64::MAX), None);
    }
}
