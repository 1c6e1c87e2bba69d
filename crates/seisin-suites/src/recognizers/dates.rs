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
use seisin_read::text::time::TimeMention;
use serde_json::Value;

pub(super) fn score(archive: &Archive) -> Result<Vec<Counted>, OpenSuiteError> {
    Ok(vec![
        of_file(archive, "recognizers.date", "DateParser", is_day)?,
        of_file(archive, "recognizers.period", "DatePeriodParser", is_period)?,
    ])
}

/// Whether a mention answers a resolution.
type Answers = fn(&TimeMention, &Value) -> Option<bool>;

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
            let right = reading.times_at(span).any(|ours| answers(ours, wanted) == Some(true));
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

fn scope(case: &Case, _expected: &Expected) -> Scope {
    case.is_settled().into()
}

fn date(value: &Value) -> Option<Date> {
    value.as_str()?.get(..10)?.parse().ok()
}

fn is_day(ours: &TimeMention, wanted: &Value) -> Option<bool> {
    let day = date(&wanted["date"])?;
    let (start, end) = ours.named?.bounds();
    Some(start == Some(day) && end == day.tomorrow().ok())
}

fn is_period(ours: &TimeMention, wanted: &Value) -> Option<bool> {
    let (start, end) = ours.edtf?.bounds();
    Some(start == date(&wanted["startDate"]) && end == date(&wanted["endDate"]))
}
