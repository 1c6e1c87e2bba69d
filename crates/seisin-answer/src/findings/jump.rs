//! Leaps in a total from one edition to the next.

use seisin_core::Date;

/// A change from one edition to the next that is far beyond the usual.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Leap {
    /// The place of the later edition.
    pub(super) at: usize,
    /// The change, in m².
    pub(super) change: f64,
    /// What a change a day usually is around then, in m².
    pub(super) usual: f64,
    /// The place of the edition that undoes it, where one does within [`UNDONE_WITHIN_DAYS`].
    pub(super) undone_at: Option<usize>,
}

/// How many editions before and after are compared.
const AROUND: usize = 30;
/// With fewer changes than that around, nothing is usual.
const FEWEST_CHANGES: usize = 5;
/// Changes below this part of the total are redrawing, not change.
const REDRAWING: f64 = 1e-4;
/// How many times the usual spread a change is beyond the usual change to be a leap.
const SPREADS: f64 = 12.0;
/// The least part of the total that a leap changes.
const LEAST_PART: f64 = 0.01;
/// Within how many days a leap is undone.
const UNDONE_WITHIN_DAYS: i32 = 14;
/// How near to where it was a total is again, as part of the leap.
const BACK_WITHIN: f64 = 0.1;

/// The leaps in a total by edition, in order; one that undoes another is not told apart.
///
/// # Method
/// A change a day is a leap where it is larger than the median of the changes a day of the 30
/// editions on either side by more than 12 times their spread (the median absolute deviation,
/// scaled by 1.4826 to that of a normal distribution), and more than 1 % of the total. Neither
/// measure is moved by a few leaps among them. Changes of less than 0.01 % are redrawing of lines
/// and left out, else the usual change of a quiet month would be nothing.
pub(super) fn leaps(totals: &[(Date, f64)]) -> Vec<Leap> {
    let steps: Vec<Step> = totals.windows(2).filter_map(step).collect();
    let mut leaps: Vec<Leap> = Vec::new();
    let mut undone_until = 0;
    for (place, step) in steps.iter().enumerate() {
        let Some((usual, most)) = usual(&steps, place) else { continue };
        if step.a_day <= most.max(LEAST_PART * step.total) || place < undone_until {
            continue;
        }
        let undone_at = undone_at(totals, place + 1, step.change);
        undone_until = undone_at.unwrap_or(undone_until);
        leaps.push(Leap { at: place + 1, change: step.change, usual, undone_at });
    }
    leaps
}

struct Step {
    change: f64,
    a_day: f64,
    total: f64,
}

fn step(pair: &[(Date, f64)]) -> Option<Step> {
    let [(from, old), (to, new)] = pair else { return None };
    let days = f64::from((*to - *from).get_days().max(1));
    let change = new - old;
    Some(Step { change, a_day: change.abs() / days, total: old.max(*new) })
}

/// The usual change a day around a step and the most that is not a leap.
fn usual(steps: &[Step], place: usize) -> Option<(f64, f64)> {
    let from = place.saturating_sub(AROUND);
    let around = steps.iter().enumerate().skip(from).take(place - from + AROUND + 1);
    let mut changes: Vec<f64> = around
        .filter(|(other, step)| *other != place && step.a_day > REDRAWING * step.total)
        .map(|(_, step)| step.a_day)
        .collect();
    if changes.len() < FEWEST_CHANGES {
        return None;
    }
    let middle = median(&mut changes);
    let mut spread: Vec<f64> = changes.iter().map(|change| (change - middle).abs()).collect();
    Some((middle, middle + SPREADS * 1.4826 * median(&mut spread)))
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// The first edition, within the days allowed, on which the total is back where it was.
fn undone_at(totals: &[(Date, f64)], at: usize, change: f64) -> Option<usize> {
    let (day, before) = (totals.get(at)?.0, totals.get(at.checked_sub(1)?)?.1);
    let later = totals.iter().enumerate().skip(at + 1);
    let mut near =
        later.take_while(|(_, (other, _))| (*other - day).get_days() <= UNDONE_WITHIN_DAYS);
    near.find(|(_, (_, total))| (total - before).abs() <= BACK_WITHIN * change.abs())
        .map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan as _;

    /// A total that grows a little each day, by up to 3 in no regular way.
    fn quiet(days: usize) -> Vec<(Date, f64)> {
        let first: Date = "2030-01-01".parse().unwrap();
        let grown = |day: usize| f64::from(u32::try_from(day * 7 % 11).unwrap()) * 0.3;
        let mut total = 1000.0;
        (0..days)
            .map(|day| {
                total += grown(day);
                (first.saturating_add(i64::try_from(day).unwrap().days()), total)
            })
            .collect()
    }

    #[test]
    fn a_quiet_year_has_no_leap() {
        assert_eq!(leaps(&quiet(365)), []);
    }

    #[test]
    fn a_drop_that_stays_is_one_leap() {
        let mut totals = quiet(200);
        totals.iter_mut().skip(100).for_each(|(_, total)| *total -= 300.0);
        let found = leaps(&totals);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].at, found[0].undone_at), (100, None));
        assert!((found[0].change + 300.0).abs() < 4.0);
    }

    #[test]
    fn a_drop_that_is_taken_back_is_one_leap_undone() {
        let mut totals = quiet(200);
        totals.iter_mut().skip(100).take(3).for_each(|(_, total)| *total *= 0.2);
        let found = leaps(&totals);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].at, found[0].undone_at), (100, Some(103)));
    }

    #[test]
    fn two_leaps_are_both_found_and_do_not_hide_each_other() {
        let mut totals = quiet(200);
        totals.iter_mut().skip(90).for_each(|(_, total)| *total += 200.0);
        totals.iter_mut().skip(120).for_each(|(_, total)| *total -= 500.0);
        let found: Vec<usize> = leaps(&totals).iter().map(|leap| leap.at).collect();
        assert_eq!(found, [90, 120]);
    }

    #[test]
    fn a_change_over_many_days_without_an_edition_is_taken_by_day() {
        let mut totals = quiet(200);
        totals.drain(100..130);
        assert_eq!(leaps(&totals), []);
    }

    #[test]
    fn a_few_editions_tell_nothing() {
        let mut totals = quiet(5);
        totals[3].1 = 9000.0;
        assert_eq!(leaps(&totals), []);
    }
}
