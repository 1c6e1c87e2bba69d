//! Numbers and amounts.

use super::{
    Counted,
    case::{Case, Expected, number},
};
use crate::{
    archive::{Archive, OpenSuiteError},
    figure::{Scope, Tally},
    reading::{Reading, same, values},
};
use seisin_read::text::quantity::{MentionKind, QuantityMention};

/// A specification, and which of our amounts answer it.
struct Model {
    group: &'static str,
    id: &'static str,
    file: &'static str,
    answers: fn(&QuantityMention) -> bool,
}

const NUMBERS: &str = "recognizers.numbers";
const DIMENSIONS: &str = "recognizers.dimensions";

const MODELS: [Model; 5] = [
    Model {
        group: NUMBERS,
        id: "recognizers.number",
        file: "Number/English/NumberModel",
        answers: |_| true,
    },
    Model {
        group: NUMBERS,
        id: "recognizers.percent",
        file: "Number/English/PercentModel",
        answers: |found| found.kind == MentionKind::Share,
    },
    Model {
        group: DIMENSIONS,
        id: "recognizers.dimension",
        file: "NumberWithUnit/English/DimensionModel",
        answers: |found| {
            !matches!(found.kind, MentionKind::Bare | MentionKind::Money | MentionKind::Share)
        },
    },
    Model {
        group: DIMENSIONS,
        id: "recognizers.currency",
        file: "NumberWithUnit/English/CurrencyModel",
        answers: |found| found.kind == MentionKind::Money,
    },
    Model {
        group: DIMENSIONS,
        id: "recognizers.age",
        file: "NumberWithUnit/English/AgeModel",
        answers: |found| found.kind == MentionKind::Age,
    },
];

pub(super) fn score(archive: &Archive) -> Result<Vec<Counted>, OpenSuiteError> {
    MODELS.iter().map(|model| of_model(archive, model)).collect()
}

fn of_model(archive: &Archive, model: &Model) -> Result<Counted, OpenSuiteError> {
    let cases: Vec<Case> = archive.json(&format!("Specs/{}.json", model.file))?;
    let mut tally = Tally::default();
    for case in &cases {
        let reading = Reading::of(&case.input, None);
        for expected in &case.results {
            let Some(value) = number(&expected.resolution["value"]) else { continue };
            let mut ours = reading.amounts_at(expected.span(&case.input));
            let right = ours.any(|found| {
                (model.answers)(found) && values(found).into_iter().any(|ours| same(ours, value))
            });
            tally.count(scope(case, expected), right, || {
                format!("{:?}: {:?} = {value}; found {}", case.input, expected.text, reading.told())
            });
        }
    }
    Ok((model.group, model.id, tally))
}

/// What no report prints as an amount is out of scope: powers, divisions, improper fractions and
/// those of more than twenty parts, digits inside addresses, lists and labels, and a percentage that
/// follows its word.
fn scope(case: &Case, expected: &Expected) -> Scope {
    let words = expected.text.to_lowercase();
    let subtype = expected.resolution["subtype"].as_str().unwrap_or_default();
    let value = number(&expected.resolution["value"]).unwrap_or_default();
    let arithmetic = subtype == "power" || words.contains(" over ");
    let fraction = subtype == "fraction" && !is_plain_fraction(value, &words);
    let after_its_word = words.starts_with("per");
    (case.is_settled() && !arithmetic && !fraction && !after_its_word && !is_glued(case, expected))
        .into()
}

/// Whether a fraction has at most twenty parts, and is less than one but for a whole that "and" or
/// digits put before it.
fn is_plain_fraction(value: f64, words: &str) -> bool {
    let parts = (1..=20_u8).map(f64::from).any(|parts| {
        let counted = value * parts;
        (counted - counted.round()).abs() < 1e-6
    });
    let whole = words.contains(" and ") || words.chars().any(|c| c.is_ascii_digit());
    parts && (value.abs() < 1.0 || whole)
}

/// Whether a dot, comma or hyphen glues the digits to other digits or to a word.
fn is_glued(case: &Case, expected: &Expected) -> bool {
    let letters: Vec<char> = case.input.chars().collect();
    let span = expected.span(&case.input);
    let at = |index: Option<usize>| index.and_then(|index| letters.get(index)).copied();
    let before = at(span.start.checked_sub(1)).is_some_and(|c| matches!(c, '.' | ',' | '-'))
        && at(span.start.checked_sub(2)).is_some_and(char::is_alphanumeric);
    let after = at(Some(span.end)).is_some_and(|c| matches!(c, '.' | ','))
        && at(Some(span.end + 1)).is_some_and(char::is_alphanumeric);
    before || after
}
