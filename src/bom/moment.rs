//! Moments as documents write them (RFC 3339), so that the later of two statements can be told.

/// A moment: seconds since 1970 in universal time, and billionths of one. Nothing where a text is none.
pub(super) fn moment(text: &str) -> Option<(i64, u32)> {
    let bytes = text.trim().as_bytes();
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = bytes.get(from..to).filter(|digits| digits.iter().all(u8::is_ascii_digit))?;
        std::str::from_utf8(digits).ok()?.parse().ok()
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let days = days(year, month, day) * 86_400;
    if bytes.len() == 10 {
        return Some((days, 0));
    }
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let rest = &bytes[19..];
    let fraction = match rest {
        [b'.', digits @ ..] => digits.iter().take_while(|byte| byte.is_ascii_digit()).count(),
        _ => 0,
    };
    let (digits, zone) = if fraction > 0 { (&rest[1..=fraction], &rest[fraction + 1..]) } else { (&rest[..0], rest) };
    let nanos = (0..9).fold(0, |nanos: u32, at| nanos * 10 + digits.get(at).map_or(0, |byte| u32::from(byte - b'0')));
    let offset = match zone {
        [] | [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), ..] => {
            let from = bytes.len() - zone.len() + 1;
            let minutes = number(from, from + 2)? * 60 + number(from + 3, from + 5).or_else(|| number(from + 2, from + 4))?;
            if *sign == b'+' { minutes * 60 } else { -minutes * 60 }
        }
        _ => return None,
    };
    Some((days + hour * 3600 + minute * 60 + second - offset, nanos))
}

/// Days since 1970 in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_moment_is_the_same_however_it_is_written() {
        assert_eq!(moment("1970-01-01T00:00:00Z"), Some((0, 0)));
        assert_eq!(moment("2000-03-01T00:00:00Z"), Some((951_868_800, 0)));
        let one = moment("2026-11-01T08:00:00.5Z");
        for other in ["2026-11-01T09:00:00.500+01:00", "2026-11-01T02:00:00.500000000-06:00", "2026-11-01T08:00:00.5+0000"] {
            assert_eq!(moment(other), one, "{other}");
        }
        assert!(moment("2026-11-01") < one && one < moment("2026-11-02"));
        for none in
            ["", "yesterday", "2026-13-01", "2026-11-01T8:00", "2026-11-01T08:00:00 CET", "2026-11-01T08:00:00+", "11/01/2026xx"]
        {
            assert_eq!(moment(none), None, "{none}");
        }
    }
}
