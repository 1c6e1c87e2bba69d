//! Dates and stretches of dates.

use super::{
    Counted,
    case::{Case, Expected},
};
use crate::{
    archive::{Archive, OpenSuiteError},
    figure::{Scope, Tally},
    reading::Reading,
};
use jiff::civil::Date;
use seisin_core::Edtf;
use seisin_read::text::time::TimeMention;
use serde_json::Value;

pub(super) fn score(archive: &Archive) -> Result<Vec<Counted>, OpenSuiteError> {
    Ok(vec![
        of_file(archive, "recognizers.date", "DateParser", is_day)?,
        of_file(archive, "recognizers.period", "DatePeriodParser", is_period)?,
    ])
}

/// Whether a mention answers a resolution.
type Answers = fn(&TimeMention, &Value) -> bool;

fn of_file(
    archive: &Archive,
    id: &'static str,
    name: &str,
    answers: Answers,
) -> Result<Counted, OpenSuiteError> {
    let cases: Vec<Case> = archive.json(&format!("Specs/DateTime/English/{name}.json"))?;
    let mut tally = Tally::default();
    for case in &cases {
        let reading = Reading::of(&case.input, case.on());
        for expected in case.results.iter().filter(|expected| !expected.value.is_null()) {
            let wanted = &expected.value[turn(&case.input)];
            let span = expected.span(&case.input);
            let right = reading.times_at(span).any(|ours| answers(ours, wanted));
            tally.count(scope(case, expected), right, || {
                let on = case.on().map_or_else(String::new, |day| day.to_string());
                format!(
                    "{:?} on {on}: {:?} = {wanted}; found {}",
                    case.input,
                    expected.text,
                    reading.told()
                )
            });
        }
    }
    Ok(("recognizers.dates", id, tally))
}

/// Which of the two resolutions of the suite counts: the past one, as in news, but the future one
/// where the sentence speaks of what is to come.
fn turn(input: &str) -> &'static str {
    const AHEAD: [&str; 6] = ["will ", "'ll ", "’ll ", "going to ", "shall ", "let's "];
    let lower = input.to_lowercase();
    if AHEAD.iter().any(|word| lower.contains(word)) {
        "FutureResolution"
    } else {
        "PastResolution"
    }
}

/// Out of scope: what has no date value or no such day; what a report's reader leaves open rather
/// than guess (digits whose day and month cannot be told apart, a day in a bare number, "few", the
/// unmeasured parts "early", "mid" and "late"); and what belongs to a diary ("my week").
fn scope(case: &Case, expected: &Expected) -> Scope {
    let words = expected.text.to_lowercase();
    let any = |list: &[&str]| words.split_whitespace().any(|word| list.contains(&word));
    let value = &expected.value["PastResolution"];
    let dated = ["date", "startDate", "endDate"].iter().any(|key| date(&value[*key]).is_some());
    let open = any(&["few", "couple", "early", "late", "mid", "beginning", "middle", "end"]);
    (case.is_settled() && dated && !open && !any(&["my"]) && !is_untold(&words)).into()
}

/// Whether digits alone tell the day, and not plainly: "3-7-2017", "10/1", "4.22", "the 27", "15".
fn is_untold(words: &str) -> bool {
    const JOINTS: [&str; 7] = ["the", "from", "to", "between", "and", "until", "on"];
    let told: Vec<&str> = words.split_whitespace().filter(|word| !JOINTS.contains(word)).collect();
    if told.iter().any(|word| word.chars().any(char::is_alphabetic)) {
        return false;
    }
    told.iter().any(|word| {
        let parts: Vec<u16> = word
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|part| part.parse().ok())
            .collect();
        match parts.as_slice() {
            [day] => told.len() == 1 && *day <= 31,
            [_, _] if word.contains('.') => true,
            [first, second, ..] => *first <= 12 && *second <= 12 && first != second,
            [] => false,
        }
    })
}

fn date(value: &Value) -> Option<Date> {
    value.as_str()?.get(..10)?.parse().ok().filter(|day: &Date| day.year() > 1)
}

/// Whether ours is the suite's day, or the month or year that a length counted in months or years
/// leads to.
fn is_day(ours: &TimeMention, wanted: &Value) -> bool {
    let (Some(day), Some(named)) = (date(&wanted["date"]), ours.named) else { return false };
    let (start, end) = named.bounds();
    let counted = ours.rule.starts_with("ago") || ours.rule.starts_with("away");
    let within = start.is_some_and(|start| start <= day) && end.is_some_and(|end| day < end);
    within && (counted || start == Some(day) && end == day.tomorrow().ok())
}

/// Whether ours, or the date it names before a preposition is taken in, is the suite's stretch.
///
/// The suite ends a calendar unit on the day after it and a range on the day it names; EDTF includes
/// the last day of both.
fn is_period(ours: &TimeMention, wanted: &Value) -> bool {
    let (first, last) = (date(&wanted["startDate"]), date(&wanted["endDate"]));
    let after = last.and_then(|last| last.tomorrow().ok());
    let same = |edtf: Edtf| {
        let (start, end) = edtf.bounds();
        start == first && (end == last || end == after)
    };
    ours.edtf.is_some_and(same) || ours.named.is_some_and(same)
}
