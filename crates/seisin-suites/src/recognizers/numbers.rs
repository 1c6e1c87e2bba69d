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

fn scope(case: &Case, _expected: &Expected) -> Scope {
    case.is_settled().into()
}
