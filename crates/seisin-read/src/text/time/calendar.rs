//! Expressions of time placed on the calendar.

use super::{expression::When, stretch, weeks, worded::near};
use crate::text::lexeme::{PartOf, Season, TimeUnit, Which};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use seisin_core::{Certainty, Edtf, Endpoint, PartialDate};

/// What an expression may count from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reference {
    /// The day of writing.
    pub(crate) anchor: Option<Date>,
    /// The date spoken of last.
    pub(crate) told: Option<PartialDate>,
    /// The first date of the sentence.
    pub(crate) first: Option<PartialDate>,
    /// Whether the text tells a story of that year, not of one date in it.
    pub(crate) story: bool,
    /// Whether the sentence looks ahead.
    pub(crate) ahead: bool,
}

/// What an expression was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// Nothing: it is complete.
    Itself,
    /// The day of writing.
    Anchor,
    /// The date spoken of last.
    Told,
}

/// An expression placed on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) edtf: Edtf,
    pub(crate) rule: &'static str,
    pub(crate) base: Base,
}

#[expect(clippy::unnecessary_wraps, reason = "it ends chains of options")]
pub(super) fn placed(edtf: impl Into<Edtf>, rule: &'static str, base: Base) -> Option<Placed> {
    Some(Placed { edtf: edtf.into(), rule, base })
}

/// Both days or months, and all between.
pub(super) fn between(first: impl Into<PartialDate>, last: impl Into<PartialDate>) -> Edtf {
    Edtf::Interval(Endpoint::Date(first.into()), Endpoint::Date(last.into()))
}

/// Where on the calendar `when` lies; `None` where that cannot be told.
pub(crate) fn place(when: When, reference: Reference) -> Option<Placed> {
    match when {
        When::Day { .. }
        | When::Days { .. }
        | When::Month { .. }
        | When::Season { .. }
        | When::NthWeekday { .. }
        | When::Week { .. }
        | When::NthWeek { .. } => yearly(when, reference),
        When::DaysOf { first, last, which } => weeks::days_of(first, last, which, reference),
        When::NthWeekdayOf { nth, day, which } => weeks::nth_weekday_of(nth, day, which, reference),
        When::WeekdayOf { day, which } => weeks::weekday_of(day, which, reference),
        When::Rest(unit) => weeks::rest(unit, reference),
        When::WeekSoFar => weeks::so_far(reference),
        When::WeekdaysAhead { count, day } => weeks::weekdays_ahead(count, day, reference),
        When::Year(year) => placed(PartialDate::year(year)?, "year", Base::Itself),
        When::Years(first, last) => {
            let years = between(PartialDate::year(first)?, PartialDate::year(last)?);
            placed(years, "years", Base::Itself)
        }
        When::Decade { first, part } => decade(first, part),
        When::Century(number) => {
            let first = (number - 1).checked_mul(100)?.checked_add(1)?;
            let years = between(PartialDate::year(first)?, PartialDate::year(first + 99)?);
            placed(years, "century", Base::Itself)
        }
        When::Quarter { quarter, year } => quarter_of(quarter, year, reference),
        When::QuarterOf { quarter, which } => {
            let (year, base) = year_told(which, reference)?;
            placed(months(year, quarter * 3 - 2, 3)?, "quarter", base)
        }
        When::MonthOf { month, day, which } => month_of((month, day), which, reference),
        When::MonthAfter(month) => month_after(month, reference.told?),
        When::DayOfMonth(day) => day_of_month(day, reference),
        When::Opening { count, unit, year } => opening(count, unit, year, reference),
        When::Then => placed(reference.told?, "then", Base::Told),
        When::Now => placed(reference.anchor?, "now", Base::Anchor),
        When::Offset(days) => {
            let day = reference.anchor?.saturating_add(days.days());
            placed(day, "day-from-anchor", Base::Anchor)
        }
        When::Overnight => {
            let day = reference.anchor?;
            placed(between(day.saturating_sub(1.day()), day), "night-before-anchor", Base::Anchor)
        }
        When::Weekday { day, which } => weekday(day, which, reference),
        When::Stretch { unit, which } => stretch::stretch(unit, which, reference),
        When::Window { count, unit, which } => stretch::window(count, unit, which, reference),
        When::Ago { count, unit } => stretch::ago(count, unit, reference),
        When::AgoToday { count, unit } => stretch::ago_today(count, unit, reference),
        When::Ahead { count, unit } => stretch::ago(-count, unit, reference),
        When::Away { count, unit } => stretch::away(count, unit, reference.told?),
        When::Beside { count, unit } => stretch::away(count, unit, reference.first?),
        When::Shifted { year, month, day, days } => {
            let from = yearly(When::Day { year, month, day }, reference)?;
            let (start, _) = from.edtf.bounds();
            placed(start?.saturating_add(days.days()), "days-from-date", from.base)
        }
        When::SecondHalf(year) => {
            let (year, base) = year_or_anchor(year, reference)?;
            placed(months(year, 7, 6)?, "second-half", base)
        }
        When::Clock | When::Length | When::Repeated | When::Ambiguous | When::Vague => None,
    }
}

/// Dates that recur each year where no year is named.
fn yearly(when: When, reference: Reference) -> Option<Placed> {
    let (named, of_year): (Option<i16>, &dyn Fn(i16) -> Option<Edtf>) = match when {
        When::Day { year, month, day } => {
            (year, &move |year| PartialDate::day(year, month, day).map(Edtf::Date))
        }
        When::Days { year, month, first, last } => (year, &move |year| {
            Some(between(
                PartialDate::day(year, month, first)?,
                PartialDate::day(year, month, last)?,
            ))
        }),
        When::Month { year, month } => {
            (year, &move |year| PartialDate::month(year, month).map(Edtf::Date))
        }
        When::Season { season, year, which } => {
            (year, &move |year| season_of(season, turned(year, which)))
        }
        When::NthWeekday { nth, day, year, month } => {
            (year, &move |year| weeks::nth_weekday(nth, day, year, month).map(Edtf::from))
        }
        When::Week { year, month, day, part } => (year, &move |year| {
            Date::new(year, month, day).ok().map(|date| weeks::week(date, part))
        }),
        When::NthWeek { nth, year, month } => {
            (year, &move |year| weeks::nth_week(nth, year, month))
        }
        _ => return None,
    };
    if let Some(year) = named {
        return placed(of_year(year)?, "date", Base::Itself);
    }
    let near = nearest(when, reference, of_year);
    let lately = reference
        .told
        .zip(reference.anchor)
        .is_some_and(|(told, anchor)| anchor.year() - told.year_number() < LATELY);
    let recent = lately && near.is_some_and(|near| is_recent(near.edtf, reference.anchor));
    if !reference.ahead
        && (reference.story || !recent)
        && let Some(found) = beside_told(reference, of_year)
    {
        return placed(found, "year-of-date-told", Base::Told);
    }
    near
}

/// Years within which a report may turn from a date it told to the news of the day.
const LATELY: i16 = 5;

/// Whether a date lies within ten weeks before the anchor, as the dates of news do.
fn is_recent(edtf: Edtf, anchor: Option<Date>) -> bool {
    let end = edtf.bounds().1;
    anchor.zip(end).is_some_and(|(anchor, end)| anchor.saturating_sub(10.weeks()) <= end)
}

/// The year before or after for "last summer" and "next summer" is left to the nearest
/// occurrence; a season keeps its year.
const fn turned(year: i16, _which: Which) -> i16 {
    year
}

/// The occurrence in the year that is spoken of, where the text tells of a time well before the
/// anchor; in the next year where it would lie more than half a year back.
fn beside_told(reference: Reference, of_year: &dyn Fn(i16) -> Option<Edtf>) -> Option<Edtf> {
    let told = reference.told?;
    let anchor = reference.anchor.map_or(9999, Date::year);
    let told_day = told.bounds().0;
    let distant = reference.anchor.is_none_or(|anchor| told_day.saturating_add(1.year()) < anchor);
    if !distant || anchor == told.year_number() {
        return None;
    }
    let same = of_year(told.year_number())?;
    let long_before = same.bounds().1.is_some_and(|end| end.saturating_add(6.months()) <= told_day);
    if long_before { of_year(told.year_number() + 1) } else { Some(same) }
}

/// The occurrence nearest the anchor: the latest before it, or the next where the text looks ahead.
fn nearest(
    when: When,
    reference: Reference,
    of_year: &dyn Fn(i16) -> Option<Edtf>,
) -> Option<Placed> {
    let anchor = reference.anchor?;
    let begins = |edtf: Edtf| edtf.bounds().0;
    let years = [anchor.year() + 1, anchor.year(), anchor.year() - 1, anchor.year() - 2];
    if reference.ahead {
        let next = years
            .into_iter()
            .rev()
            .filter_map(of_year)
            .find(|edtf| edtf.bounds().1.is_some_and(|end| end > anchor));
        return placed(next?, rule_of(when, true), Base::Anchor);
    }
    let last = years
        .into_iter()
        .filter_map(of_year)
        .find(|edtf| begins(*edtf).is_some_and(|begin| begin <= anchor));
    placed(last?, rule_of(when, false), Base::Anchor)
}

const fn rule_of(when: When, ahead: bool) -> &'static str {
    match (when, ahead) {
        (When::Month { .. }, false) => "month-before-anchor",
        (When::Month { .. }, true) => "month-after-anchor",
        (When::Season { .. }, false) => "season-before-anchor",
        (When::Season { .. }, true) => "season-after-anchor",
        (_, false) => "day-before-anchor",
        (_, true) => "day-after-anchor",
    }
}

/// The months of a season of the northern year; winter begins in December of its year.
fn season_of(season: Season, year: i16) -> Option<Edtf> {
    let first = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => {
            let (from, to) = (PartialDate::month(year, 12)?, PartialDate::month(year + 1, 2)?);
            return Some(between(from, to));
        }
    };
    months(year, first, 3)
}

/// `count` months of a year from `first` on.
pub(super) fn months(year: i16, first: i8, count: i8) -> Option<Edtf> {
    Some(between(PartialDate::month(year, first)?, PartialDate::month(year, first + count - 1)?))
}

fn decade(first: i16, part: Option<PartOf>) -> Option<Placed> {
    let Some(part) = part else {
        let years = between(PartialDate::year(first)?, PartialDate::year(first + 9)?);
        return placed(years, "decade", Base::Itself);
    };
    let year = PartialDate::year(near(first, part))?.with_certainty(Certainty::Approximate);
    placed(year, "part-of-decade", Base::Itself)
}

/// A quarter; without a year the latest that has begun, or the next where the text looks ahead.
fn quarter_of(quarter: i8, year: Option<i16>, reference: Reference) -> Option<Placed> {
    if let Some(year) = year {
        return placed(months(year, quarter * 3 - 2, 3)?, "quarter", Base::Itself);
    }
    let anchor = reference.anchor?;
    let now = (anchor.month() + 2) / 3;
    let year = match reference.ahead {
        true if quarter < now => anchor.year() + 1,
        false if quarter > now => anchor.year() - 1,
        _ => anchor.year(),
    };
    placed(months(year, quarter * 3 - 2, 3)?, "quarter-near-anchor", Base::Anchor)
}

/// "last year", "that year", as a number.
fn year_told(which: Which, reference: Reference) -> Option<(i16, Base)> {
    let anchor = reference.anchor.map(Date::year);
    Some(match which {
        Which::Same => (reference.told?.year_number(), Base::Told),
        Which::Last | Which::Past => (anchor? - 1, Base::Anchor),
        Which::Next => (anchor? + 1, Base::Anchor),
        Which::This | Which::Every => (anchor?, Base::Anchor),
    })
}

fn year_or_anchor(year: Option<i16>, reference: Reference) -> Option<(i16, Base)> {
    match year {
        Some(year) => Some((year, Base::Itself)),
        None => Some((reference.anchor?.year(), Base::Anchor)),
    }
}

/// "April last year", and "last August": the latest that is over.
fn month_of((month, day): (i8, Option<i8>), which: Which, reference: Reference) -> Option<Placed> {
    let date = |year: i16| match day {
        Some(day) => PartialDate::day(year, month, day),
        None => PartialDate::month(year, month),
    };
    if which == Which::Same {
        return placed(date(reference.told?.year_number())?, "date-of-year-told", Base::Told);
    }
    let anchor = reference.anchor?;
    let year = match which {
        Which::Past if month < anchor.month() => anchor.year(),
        Which::Past | Which::Last => anchor.year() - 1,
        Which::Next => anchor.year() + 1,
        _ => anchor.year(),
    };
    placed(date(year)?, "date-from-anchor", Base::Anchor)
}

/// "the following May": the first after a date told.
fn month_after(month: i8, told: PartialDate) -> Option<Placed> {
    let (from, _) = told.bounds();
    let same_year = told.month_number().is_some_and(|known| known < month);
    let date = PartialDate::month(from.year() + i16::from(!same_year), month)?;
    placed(date, "month-after-date-told", Base::Told)
}

/// "the 11th": in the month spoken of, or the latest before the anchor.
fn day_of_month(day: i8, reference: Reference) -> Option<Placed> {
    if let Some((told, month)) = reference.told.and_then(|told| Some((told, told.month_number()?)))
    {
        let date = PartialDate::day(told.year_number(), month, day)?;
        return placed(date, "day-of-month-told", Base::Told);
    }
    let anchor = reference.anchor?;
    let this = PartialDate::day(anchor.year(), anchor.month(), day)?;
    let over = this.to_day().is_some_and(|date| date <= anchor);
    if over != reference.ahead {
        return placed(this, "day-of-month-near-anchor", Base::Anchor);
    }
    let months = if reference.ahead { 1 } else { -1 };
    let other = anchor.first_of_month().saturating_add(months.months());
    placed(
        PartialDate::day(other.year(), other.month(), day)?,
        "day-of-month-near-anchor",
        Base::Anchor,
    )
}

/// "the first three months of the year"
fn opening(count: i32, unit: TimeUnit, year: Option<i16>, reference: Reference) -> Option<Placed> {
    let (year, base) = year_or_anchor(year, reference)?;
    let first = Date::new(year, 1, 1).ok()?;
    let edtf = match unit {
        TimeUnit::Month if count <= 12 => months(year, 1, i8::try_from(count).ok()?)?,
        TimeUnit::Week => between(first, first.saturating_add((count * 7 - 1).days())),
        TimeUnit::Day => between(first, first.saturating_add((count - 1).days())),
        _ => return None,
    };
    placed(edtf, "opening-of-year", base)
}

/// The latest such weekday up to the anchor; the next where the text looks ahead.
fn weekday(day: i8, which: Option<Which>, reference: Reference) -> Option<Placed> {
    let anchor = reference.anchor?;
    let wanted = Weekday::from_monday_one_offset(day).ok()?;
    let back = anchor.weekday().since(wanted);
    let date = match which {
        Some(Which::Last) if back == 0 => anchor.saturating_sub(7.days()),
        Some(Which::Next) => anchor.saturating_add((7 - back).days()),
        None | Some(Which::This) if reference.ahead && back > 0 => {
            anchor.saturating_add((7 - back).days())
        }
        Some(Which::Same) => {
            let told = reference.told?.to_day()?;
            told.saturating_sub(told.weekday().since(wanted).days())
        }
        _ => anchor.saturating_sub(back.days()),
    };
    placed(date, "weekday-near-anchor", Base::Anchor)
}
