//! Weeks and days of the week placed on the calendar.

use super::{
    calendar::{Base, Placed, Reference, between, placed},
    expression::WhichWeek,
};
use crate::text::lexeme::{TimeUnit, Which};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use seisin_core::{Edtf, PartialDate};

/// The Monday on or before a day.
fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

fn seven_from(day: Date) -> Edtf {
    between(day, day.saturating_add(6.days()))
}

/// How many weeks, months or years away one is; `None` for one not counted from the anchor.
const fn turns(which: Which) -> Option<i16> {
    match which {
        Which::Last | Which::Past => Some(-1),
        Which::This => Some(0),
        Which::Next => Some(1),
        Which::Same | Which::Every => None,
    }
}

/// The first day of the month told by its place.
fn month_told(which: Which, reference: Reference) -> Option<Date> {
    Some(reference.anchor?.first_of_month().saturating_add(turns(which)?.months()))
}

/// "4 to 22 this month"
pub(super) fn days_of(first: i8, last: i8, which: Which, reference: Reference) -> Option<Placed> {
    let month = month_told(which, reference)?;
    let day = |day| PartialDate::day(month.year(), month.month(), day);
    let edtf = if first == last { day(first)?.into() } else { between(day(first)?, day(last)?) };
    placed(edtf, "days-of-month-from-anchor", Base::Anchor)
}

/// "Friday next week"
pub(super) fn weekday_of(day: i8, which: Which, reference: Reference) -> Option<Placed> {
    let monday = monday(reference.anchor?).saturating_add((turns(which)? * 7).days());
    let date = monday.saturating_add(i64::from(day - 1).days());
    placed(date, "weekday-of-week-from-anchor", Base::Anchor)
}

/// "the second Monday of next month"
pub(super) fn nth_weekday_of(
    nth: i8,
    day: i8,
    which: Which,
    reference: Reference,
) -> Option<Placed> {
    let month = month_told(which, reference)?;
    let date = nth_weekday(nth, day, month.year(), month.month())?;
    placed(date, "nth-weekday-from-anchor", Base::Anchor)
}

/// The nth such weekday of a month.
pub(super) fn nth_weekday(nth: i8, day: i8, year: i16, month: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(day).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

/// The nth week of a month, the last for -1.
///
/// # Method
/// As ISO 8601 has it for years: a week belongs to the month in which its Thursday lies.
pub(super) fn nth_week(nth: i8, year: i16, month: i8) -> Option<Edtf> {
    let first = Date::new(year, month, 1).ok()?;
    if nth < 0 {
        return Some(seven_from(monday(first.last_of_month().saturating_sub(3.days()))));
    }
    let monday = monday(first.saturating_add(3.days()));
    let start = monday.saturating_add((i64::from(nth - 1) * 7).days());
    (nth <= 5).then(|| seven_from(start))
}

/// The week around, from or until a day.
pub(super) fn week(day: Date, part: WhichWeek) -> Edtf {
    match part {
        WhichWeek::Around => seven_from(monday(day)),
        WhichWeek::From => seven_from(day),
        WhichWeek::Until => seven_from(day.saturating_sub(6.days())),
    }
}

/// "the rest of the week"
pub(super) fn rest(unit: TimeUnit, reference: Reference) -> Option<Placed> {
    let anchor = reference.anchor?;
    let end = match unit {
        TimeUnit::Week => monday(anchor).saturating_add(6.days()),
        TimeUnit::Month => anchor.last_of_month(),
        _ => anchor.last_of_year(),
    };
    placed(between(anchor, end), "rest-from-anchor", Base::Anchor)
}

/// "earlier this week"
pub(super) fn so_far(reference: Reference) -> Option<Placed> {
    let anchor = reference.anchor?;
    placed(between(monday(anchor), anchor), "week-to-anchor", Base::Anchor)
}

/// "two Sundays from now"
pub(super) fn weekdays_ahead(count: i8, day: i8, reference: Reference) -> Option<Placed> {
    let weekday = Weekday::from_monday_one_offset(day).ok()?;
    let date = reference.anchor?.nth_weekday(i32::from(count), weekday).ok()?;
    placed(date, "weekdays-from-anchor", Base::Anchor)
}
