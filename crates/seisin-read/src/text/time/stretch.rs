//! Weeks, months and years counted from a day.

use super::calendar::{Base, Placed, Reference, between, placed};
use crate::text::lexeme::{TimeUnit, Which};
use jiff::{Span, ToSpan, civil::Date};
use seisin_core::{Certainty, Edtf, Endpoint, PartialDate};

/// "last week", "this year", "the same month".
pub(super) fn stretch(unit: TimeUnit, which: Which, reference: Reference) -> Option<Placed> {
    if which == Which::Same {
        return same(unit, reference.told?);
    }
    let told = reference.told.filter(|_| !reference.ahead);
    if let (TimeUnit::Day, Which::Next, Some(told)) = (unit, which, told)
        && let Some(placed) = away(1, unit, told)
    {
        return Some(placed);
    }
    let anchor = reference.anchor?;
    let turns = match which {
        Which::Last | Which::Past => -1,
        Which::Next => 1,
        _ => 0,
    };
    let edtf = match unit {
        TimeUnit::Day => anchor.saturating_add(turns.days()).into(),
        TimeUnit::Night => anchor.saturating_add(turns.min(0).days()).into(),
        TimeUnit::Week | TimeUnit::Fortnight => week(anchor, turns),
        TimeUnit::Weekend if which == Which::This => weekend_of_week(anchor),
        TimeUnit::Weekend => weekend(anchor, turns),
        TimeUnit::Month => month_of(anchor.first_of_month().saturating_add(turns.months()))?.into(),
        TimeUnit::Year => PartialDate::year(anchor.year().checked_add(turns)?)?.into(),
        TimeUnit::Decade => {
            let first = anchor.year() / 10 * 10 + turns * 10;
            between(PartialDate::year(first)?, PartialDate::year(first + 9)?)
        }
        _ => return None,
    };
    placed(edtf, "stretch-from-anchor", Base::Anchor)
}

/// "that year", "the same month".
fn same(unit: TimeUnit, told: PartialDate) -> Option<Placed> {
    let date = match unit {
        TimeUnit::Day => told.to_day()?.into(),
        TimeUnit::Month => PartialDate::month(told.year_number(), told.month_number()?)?,
        TimeUnit::Year => PartialDate::year(told.year_number())?,
        _ => return None,
    };
    placed(date, "stretch-told", Base::Told)
}

fn month_of(day: Date) -> Option<PartialDate> {
    PartialDate::month(day.year(), day.month())
}

/// A week from Monday to Sunday.
fn week(anchor: Date, turns: i16) -> Edtf {
    let monday = anchor
        .saturating_sub(i64::from(anchor.weekday().to_monday_zero_offset()).days())
        .saturating_add((turns * 7).days());
    let sunday = monday.saturating_add(6.days());
    between(monday, sunday)
}

/// The Saturday and Sunday of the latest weekend begun, or of the next.
fn weekend(anchor: Date, turns: i16) -> Edtf {
    let since_saturday = (i64::from(anchor.weekday().to_monday_zero_offset()) + 2) % 7;
    let latest = anchor.saturating_sub(since_saturday.days());
    let saturday = if turns > 0 { latest.saturating_add(7.days()) } else { latest };
    between(saturday, saturday.saturating_add(1.day()))
}

/// "this weekend": of the week from Monday to Sunday that the day of writing lies in.
fn weekend_of_week(anchor: Date) -> Edtf {
    let to_saturday = 5 - i64::from(anchor.weekday().to_monday_zero_offset());
    let saturday = anchor.saturating_add(to_saturday.days());
    between(saturday, saturday.saturating_add(1.day()))
}

/// So many units as a span; `None` for what the calendar does not count.
fn span(count: i32, unit: TimeUnit) -> Option<Span> {
    Some(match unit {
        TimeUnit::Day | TimeUnit::Night => count.days(),
        TimeUnit::Week => count.weeks(),
        TimeUnit::Fortnight => (count.checked_mul(2)?).weeks(),
        TimeUnit::Month => count.months(),
        TimeUnit::Quarter => (count.checked_mul(3)?).months(),
        TimeUnit::Year if count.abs() < 9000 => count.years(),
        TimeUnit::Decade if count.abs() < 900 => (count * 10).years(),
        TimeUnit::Century if count.abs() < 90 => (count * 100).years(),
        TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second => {
            (count / 24 * i32::from(unit == TimeUnit::Hour)).days()
        }
        _ => return None,
    })
}

/// "the past year", "the next two weeks": up to the anchor or from it on.
pub(super) fn window(
    count: i32,
    unit: TimeUnit,
    which: Which,
    reference: Reference,
) -> Option<Placed> {
    let anchor = reference.anchor?;
    let length = span(count, unit)?;
    let of_story = reference.told.filter(|told| {
        let long_ago = told.bounds().1.saturating_add(1.year()) < anchor;
        which == Which::Next && !reference.ahead && long_ago
    });
    if let Some(told) = of_story {
        let last = told.bounds().0.saturating_add(length);
        let years = matches!(unit, TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century);
        let last = if years {
            PartialDate::year(last.year())
        } else {
            PartialDate::day(last.year(), last.month(), last.day())
        };
        let edtf = Edtf::Interval(Endpoint::Date(told), Endpoint::Date(last?));
        return placed(edtf, "window-from-date-told", Base::Told);
    }
    let edtf = if which == Which::Next {
        between(anchor.tomorrow().ok()?, anchor.saturating_add(length))
    } else {
        between(anchor.saturating_sub(length), anchor)
    };
    placed(edtf, "window-at-anchor", Base::Anchor)
}

/// "fifteen years ago": as fine as its unit; years counted in tens are about.
pub(super) fn ago(count: i32, unit: TimeUnit, reference: Reference) -> Option<Placed> {
    let anchor = reference.anchor?;
    let date = as_fine(anchor.checked_sub(span(count, unit)?).ok()?, unit)?;
    let about = unit == TimeUnit::Decade
        || unit == TimeUnit::Century
        || unit == TimeUnit::Year && count >= 10;
    let date = if about { date.with_certainty(Certainty::Approximate) } else { date };
    placed(date, "ago", Base::Anchor)
}

/// "fifteen years ago today": the very day.
pub(super) fn ago_today(count: i32, unit: TimeUnit, reference: Reference) -> Option<Placed> {
    let day = reference.anchor?.checked_sub(span(count, unit)?).ok()?;
    placed(PartialDate::from(day), "ago-to-the-day", Base::Anchor)
}

/// "eight months later", "the day before": from a date told.
pub(super) fn away(count: i32, unit: TimeUnit, told: PartialDate) -> Option<Placed> {
    let fine = match unit {
        TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century => true,
        TimeUnit::Month | TimeUnit::Quarter => told.month_number().is_some(),
        _ => told.to_day().is_some(),
    };
    let date = as_fine(told.bounds().0.checked_add(span(count, unit)?).ok()?, unit)?;
    fine.then(|| placed(date, "away-from-date-told", Base::Told))?
}

/// A day as fine as the unit it was counted in.
fn as_fine(day: Date, unit: TimeUnit) -> Option<PartialDate> {
    match unit {
        TimeUnit::Month | TimeUnit::Quarter => month_of(day),
        TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century => PartialDate::year(day.year()),
        _ => Some(day.into()),
    }
}
