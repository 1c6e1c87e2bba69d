//! A day inside a file's name.

use jiff::{civil::Date, fmt::strtime};

/// How a file's name tells a day: a `strftime` pattern such as `%Y-%m-%d`, to be found anywhere in
/// the name.
///
/// # Example
/// ```
/// use seisin_read::map::NamePattern;
/// let pattern = NamePattern::new("%Y-%m-%d")?;
/// assert_eq!(pattern.day_in("2030-01-14.v2.geojson").unwrap().to_string(), "2030-01-14");
/// assert_eq!(pattern.day_in("regions.geojson"), None);
/// # Ok::<(), seisin_read::map::NamePatternError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern(String);

/// Why a pattern tells no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NamePatternError {
    /// It has no year, month and day, or a directive that is not known.
    #[error(
        "use the pattern \"{pattern}\": it does not tell one day\n\
         hint: write it with %Y, %m and %d, such as %Y-%m-%d or map_%Y%m%d"
    )]
    TellsNoDay {
        /// The pattern.
        pattern: String,
    },
}

impl NamePattern {
    /// A pattern; directives are those of C's `strftime`.
    ///
    /// # Errors
    /// Where the pattern does not write every day in a way of its own.
    pub fn new(pattern: &str) -> Result<Self, NamePatternError> {
        let tried = Self(pattern.to_owned());
        let days = [jiff::civil::date(2024, 2, 29), jiff::civil::date(2031, 11, 8)];
        let tells = |day: &Date| {
            let name = strtime::format(pattern, *day).ok();
            name.is_some_and(|name| tried.day_of(&name) == Some(*day))
        };
        if days.iter().all(tells) {
            Ok(tried)
        } else {
            Err(NamePatternError::TellsNoDay { pattern: pattern.to_owned() })
        }
    }

    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day that the whole of `text` writes.
    pub fn day_of(&self, text: &str) -> Option<Date> {
        self.day_at_start(text).filter(|(_, length)| *length == text.len()).map(|(day, _)| day)
    }

    /// The day that a part of `name` writes; `None` where there is none, or two that differ.
    ///
    /// # Method
    /// Every place in the name is tried. A part counts only where writing its day by the pattern
    /// gives that part back, and where no further digit stands before or after it: `120240708` has
    /// no day by `%Y%m%d`.
    pub fn day_in(&self, name: &str) -> Option<Date> {
        let mut found = name.char_indices().filter_map(|(at, _)| {
            let (before, rest) = name.split_at(at);
            let (day, length) = self.day_at_start(rest)?;
            let after = rest.get(length..)?;
            let touches_digit = before.ends_with(|c: char| c.is_ascii_digit())
                || after.starts_with(|c: char| c.is_ascii_digit());
            (!touches_digit).then_some(day)
        });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    fn day_at_start(&self, text: &str) -> Option<(Date, usize)> {
        let (parts, length) = strtime::BrokenDownTime::parse_prefix(&self.0, text).ok()?;
        let day = parts.to_date().ok().filter(|day| day.year() > 0)?;
        let written = strtime::format(&self.0, day).ok()?;
        text.get(..length).filter(|part| part.eq_ignore_ascii_case(&written))?;
        Some((day, length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_day_in_a_name() {
        let rows = [
            ("%Y-%m-%d", "2030-01-14.geojson", "2030-01-14"),
            ("%Y-%m-%d", "m1-2030-01-14-v2.geojson", "2030-01-14"),
            ("%Y-%m-%d", "2030-01-14_to_2030-01-14.json", "2030-01-14"),
            ("%Y-%m-%d", "2030-01-14_to_2030-01-21.json", "none"),
            ("%Y-%m-%d", "2030-13-14.json", "none"),
            ("%Y-%m-%d", "2030-1-14.json", "none"),
            ("%Y%m%d", "map_20240708.geojson", "2024-07-08"),
            ("%Y%m%d", "map_120240708.geojson", "none"),
            ("%Y%m%d", "map_202407081.geojson", "none"),
            ("map_%Y%m%d.geojson", "map_20240708.geojson", "2024-07-08"),
            ("map_%Y%m%d.geojson", "other_20240708.geojson", "none"),
            ("%d %b %Y", "карта 08 jul 2024", "2024-07-08"),
            ("%Y-%m-%d", "", "none"),
        ];
        for (pattern, name, expected) in rows {
            let day = NamePattern::new(pattern).unwrap().day_in(name);
            let day = day.map_or("none".to_owned(), |day| day.to_string());
            assert_eq!(day, expected, "{pattern} in {name}");
        }
    }

    #[test]
    fn a_pattern_that_tells_no_day_is_refused() {
        for pattern in ["", "map", "%Y", "%Y-%m", "%q", "%H:%M", "%"] {
            let message = NamePattern::new(pattern).unwrap_err().to_string();
            assert!(message.contains("\nhint: "), "{message}");
        }
    }

    proptest! {
        #[test]
        fn any_pattern_and_any_name_are_answered(pattern in ".{0,12}", name in ".{0,40}") {
            if let Ok(pattern) = NamePattern::new(&pattern) {
                let _ = pattern.day_in(&name);
            }
        }
    }
}
