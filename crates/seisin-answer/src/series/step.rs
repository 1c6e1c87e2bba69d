//! How far apart the days of a series are.

use jiff::{Span, ToSpan as _};
use seisin_core::Date;

/// How far apart the days of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// Every day.
    #[default]
    Day,
    /// Every seven days, counted from the first.
    Week,
    /// On the same day of every month, or its last where it has none such.
    Month,
}

/// The most days one series has: a hundred years of days.
const MOST_DAYS: i32 = 36_525;

impl Step {
    /// The days of a series from the first of `days` to before the second.
    ///
    /// # Example
    /// ```
    /// use seisin_answer::Step;
    /// let days = ("2030-01-31".parse()?, "2030-04-01".parse()?);
    /// let days: Vec<String> = Step::Month.days(days).iter().map(ToString::to_string).collect();
    /// assert_eq!(days, ["2030-01-31", "2030-02-28", "2030-03-31"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn days(self, (from, to): (Date, Date)) -> Vec<Date> {
        let nth = |count| from.checked_add(self.span(count)).ok();
        (0..MOST_DAYS).map_while(nth).take_while(|day| *day < to).collect()
    }

    /// The day one step before `day`: what is dated after it is fresh on `day`.
    pub(crate) fn before(self, day: Date) -> Date {
        day.checked_sub(self.span(1)).unwrap_or(Date::MIN)
    }

    fn span(self, count: i32) -> Span {
        match self {
            Self::Day => count.days(),
            Self::Week => count.weeks(),
            Self::Month => count.months(),
        }
    }
}
