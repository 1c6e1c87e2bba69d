//! The days a report speaks of.

use seisin_core::Date;

/// A half-open stretch of days, either end of which may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl Period {
    pub(crate) const UNKNOWN: Self = Self { from: None, to: None };

    pub(crate) fn day(day: Date) -> Self {
        Self { from: Some(day), to: day.tomorrow().ok() }
    }

    pub(crate) fn is_known(self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Days between the two, 0 where they share a day or an open end meets the other; `None` where
    /// one of them is unknown.
    pub(crate) fn gap_days(self, other: Self) -> Option<i32> {
        if !(self.is_known() && other.is_known()) {
            return None;
        }
        let apart = |earlier: Option<Date>, later: Option<Date>| {
            let (end, start) = (earlier?, later?);
            Some((start - end).get_days() + 1).filter(|days| *days > 0)
        };
        Some(apart(self.to, other.from).or_else(|| apart(other.to, self.from)).unwrap_or(0))
    }

    /// Whether the whole of it lies before `other` begins.
    pub(crate) fn is_before(self, other: Self) -> bool {
        matches!((self.to, other.from), (Some(end), Some(start)) if end <= start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seisin_core::Edtf;

    fn period(edtf: &str) -> Period {
        let (from, to) = edtf.parse::<Edtf>().unwrap().bounds();
        Period { from, to }
    }

    #[test]
    fn gaps_are_counted_in_days_between() {
        for (one, other, expected) in [
            ("2030-01-14", "2030-01-14", 0),
            ("2030-01-14", "2030-01-15", 1),
            ("2030-01-15", "2030-01-14", 1),
            ("2030-01", "2030-01-20", 0),
            ("2030-01", "2030-02-10", 10),
            ("2030-01/..", "2035", 0),
            ("../2029-12-31", "2030-01-02", 2),
        ] {
            assert_eq!(period(one).gap_days(period(other)), Some(expected), "{one} {other}");
        }
    }

    #[test]
    fn an_unknown_day_has_no_distance() {
        assert_eq!(Period::UNKNOWN.gap_days(period("2030")), None);
    }
}
