//! The answer of a check, `seisin.check/1`, as JSON.

use super::{
    claim::ClaimJson,
    figure::{BandJson, FigureJson, km2, mi2},
    problem::ProblemJson,
};
use crate::output::Record;
use seisin_answer::{
    CheckAnswer, ClaimPart, EditionUsed, Hint, LandRule, PublisherAnswer, Question, Run, Scale,
    Settings,
};
use seisin_core::{SeaLimit, Unit, ValueRange};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.check/1";

/// The whole answer.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CheckJson {
    schema: &'static str,
    sentence: String,
    claim: Option<ClaimJson>,
    parts: Vec<PartJson>,
    question: QuestionJson,
    verdict: &'static str,
    reason: String,
    range: Option<RangeJson>,
    publishers: Vec<PublisherJson>,
    settings: SettingsJson,
    hints: Vec<HintJson>,
    problems: Vec<ProblemJson>,
}

#[derive(Debug, Clone, Serialize)]
struct PartJson {
    part: &'static str,
    start: usize,
    end: usize,
    text: String,
    value: String,
}

#[derive(Debug, Clone, Serialize)]
struct QuestionJson {
    party: Option<String>,
    region: Option<String>,
    region_name: Option<String>,
    from: Option<String>,
    to: Option<String>,
    date_rule: String,
    known_on: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct RangeJson {
    low: f64,
    low_included: bool,
    high: Option<f64>,
    high_included: bool,
    unit: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct PublisherJson {
    publisher: String,
    licence: Option<String>,
    positional_error_m: Option<f64>,
    verdict: &'static str,
    reason: String,
    figure: Option<FigureJson>,
    margin_percent: Option<f64>,
    edition: Option<EditionJson>,
    lowest: Option<ExtremeJson>,
    highest: Option<ExtremeJson>,
    runs: Vec<RunJson>,
}

#[derive(Debug, Clone, Serialize)]
struct EditionJson {
    id: String,
    edition_date: String,
    published: Option<String>,
    age_days: i32,
}

#[derive(Debug, Clone, Serialize)]
struct ExtremeJson {
    on: String,
    area_km2: BandJson,
    area_mi2: BandJson,
}

#[derive(Debug, Clone, Serialize)]
struct RunJson {
    verdict: &'static str,
    from: String,
    to: String,
    lowest_km2: Option<BandJson>,
    highest_km2: Option<BandJson>,
    edition: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct SettingsJson {
    edge_rule: &'static str,
    error_rule: &'static str,
    region_rule: String,
    boundary_set: Option<BoundarySetJson>,
    about_relative: f64,
    about_steps: f64,
    edition_valid_days: i32,
}

#[derive(Debug, Clone, Serialize)]
struct BoundarySetJson {
    id: String,
    licence: String,
    positional_error_m: f64,
    regions_end_at: Option<&'static str>,
    as_of: Option<String>,
    according_to: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct HintJson {
    kind: &'static str,
    sentence: String,
}

impl CheckJson {
    /// The record of `answer`.
    pub(crate) fn new(answer: &CheckAnswer) -> Self {
        Self {
            schema: SCHEMA,
            sentence: answer.sentence.clone(),
            claim: answer
                .claim
                .as_ref()
                .map(|claim| ClaimJson::new(claim, answer.document.as_ref())),
            parts: answer.parts.iter().map(PartJson::from).collect(),
            question: QuestionJson::from(&answer.question),
            verdict: answer.verdict.word(),
            reason: answer.reason.clone(),
            range: answer.range.map(|(range, scale)| RangeJson::new(range, scale)),
            publishers: answer.publishers.iter().map(PublisherJson::from).collect(),
            settings: SettingsJson::new(&answer.settings, &answer.question),
            hints: answer.hints.iter().map(HintJson::from).collect(),
            problems: answer
                .problems
                .iter()
                .map(|problem| ProblemJson::new(problem, None))
                .collect(),
        }
    }
}

impl From<&ClaimPart> for PartJson {
    fn from(part: &ClaimPart) -> Self {
        Self {
            part: part.part,
            start: part.span.start,
            end: part.span.end,
            text: part.words.clone(),
            value: part.value.clone(),
        }
    }
}

impl From<&Question> for QuestionJson {
    fn from(question: &Question) -> Self {
        Self {
            party: question.party.as_ref().map(ToString::to_string),
            region: question.land.as_ref().map(|land| land.id.to_string()),
            region_name: question.land.as_ref().map(|land| land.name.clone()),
            from: question.from.map(|day| day.to_string()),
            to: question.to.map(|day| day.to_string()),
            date_rule: question.date_rule.clone(),
            known_on: question.known_on.map(|instant| instant.to_string()),
        }
    }
}

impl RangeJson {
    fn new(range: ValueRange, scale: Scale) -> Self {
        let (factor, unit) = match scale {
            Scale::Area => (1.0 / Unit::SQUARE_METRES_PER_SQUARE_KM, "km2"),
            Scale::Share => (1.0, "1"),
        };
        Self {
            low: range.low * factor,
            low_included: range.low_included,
            high: range.high.is_finite().then_some(range.high * factor),
            high_included: range.high_included && range.high.is_finite(),
            unit,
        }
    }
}

impl From<&PublisherAnswer> for PublisherJson {
    fn from(answer: &PublisherAnswer) -> Self {
        let extreme = |(on, figure): &(seisin_core::Date, seisin_answer::Figure)| ExtremeJson {
            on: on.to_string(),
            area_km2: km2(figure.area),
            area_mi2: mi2(figure.area),
        };
        Self {
            publisher: answer.publisher.to_string(),
            licence: answer.licence.as_ref().map(ToString::to_string),
            positional_error_m: answer.positional_error.map(seisin_core::Length::metres),
            verdict: answer.verdict.word(),
            reason: answer.reason.clone(),
            figure: answer.figure.as_ref().map(FigureJson::from),
            margin_percent: answer.margin.map(|margin| margin * 100.0),
            edition: answer.edition.as_ref().map(EditionJson::from),
            lowest: answer.lowest.as_ref().map(extreme),
            highest: answer.highest.as_ref().map(extreme),
            runs: answer.runs.iter().map(RunJson::from).collect(),
        }
    }
}

impl From<&EditionUsed> for EditionJson {
    fn from(edition: &EditionUsed) -> Self {
        Self {
            id: edition.id.to_string(),
            edition_date: edition.edition_date.to_string(),
            published: edition.published.map(|published| published.to_string()),
            age_days: edition.age_days,
        }
    }
}

impl From<&Run> for RunJson {
    fn from(run: &Run) -> Self {
        Self {
            verdict: run.verdict.word(),
            from: run.from.to_string(),
            to: run.to.to_string(),
            lowest_km2: run.lowest.as_ref().map(|figure| km2(figure.area)),
            highest_km2: run.highest.as_ref().map(|figure| km2(figure.area)),
            edition: run.edition.as_ref().map(ToString::to_string),
        }
    }
}

impl SettingsJson {
    fn new(settings: &Settings, question: &Question) -> Self {
        let boundary_set = question.land.as_ref().and_then(|land| match &land.rule {
            LandRule::Boundary { set, licence, positional_error, view } => Some(BoundarySetJson {
                id: set.clone(),
                licence: licence.to_string(),
                positional_error_m: positional_error.metres(),
                regions_end_at: view.sea.map(SeaLimit::word),
                as_of: view.as_of.map(|day| day.to_string()),
                according_to: view.according_to.clone(),
            }),
            _ => None,
        });
        Self {
            edge_rule: settings.edge_rule,
            error_rule: settings.error_rule,
            region_rule: settings.region_rule.clone(),
            boundary_set,
            about_relative: settings.tolerance.about_relative,
            about_steps: settings.tolerance.about_steps,
            edition_valid_days: settings.edition_valid_days,
        }
    }
}

impl From<&Hint> for HintJson {
    fn from(hint: &Hint) -> Self {
        Self { kind: hint.kind, sentence: hint.sentence.clone() }
    }
}

impl Record for CheckJson {
    const COLUMNS: &'static [&'static str] = &[
        "sentence",
        "verdict",
        "reason",
        "party",
        "region",
        "from",
        "to",
        "known_on",
        "publishers",
    ];

    fn cells(&self) -> Vec<String> {
        let publishers: Vec<String> = self
            .publishers
            .iter()
            .map(|answer| format!("{}: {}", answer.publisher, answer.verdict))
            .collect();
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            self.sentence.clone(),
            self.verdict.to_owned(),
            self.reason.clone(),
            text(&self.question.party),
            text(&self.question.region),
            text(&self.question.from),
            text(&self.question.to),
            text(&self.question.known_on),
            publishers.join("; "),
        ]
    }
}
