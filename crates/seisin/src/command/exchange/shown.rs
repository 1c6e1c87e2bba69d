//! An exchange as files and pictures: the land before and after, and its worth over time.

use crate::{
    command::outlet::{export_rows, print},
    exit::Failure,
    export::{Export, Form, Passed, Rights, Source},
    plot::{DrawnExchange, DrawnLand, Joined, Line, Mark, Point, plot_exchange, plot_lines},
    wire::{ExchangeJson, ExchangeLandJson},
};
use seisin_answer::ExchangeAnswer;
use seisin_core::Licence;
use seisin_exchange::{DISCLAIMER, Effect, HYPOTHETICAL};
use seisin_measure::Shape;
use std::collections::BTreeSet;

/// The title of every file and picture.
fn title(words: &str) -> String {
    format!("{words} ({HYPOTHETICAL})")
}

/// The answers as a file: the land of each side with shapes, or one row an answer without.
pub(super) fn exported(
    answers: &[ExchangeAnswer],
    form: Form,
    rights: &Rights,
) -> Result<Export, Failure> {
    let sources = sources(answers);
    if !form.has_shapes() {
        let records: Vec<ExchangeJson> = answers.iter().map(ExchangeJson::from).collect();
        let count = records.len();
        let rows = export_rows(&records, vec![Ok(()); count], vec![None; count]);
        return Ok(Export::of::<ExchangeJson>(
            "exchange",
            title("An exchange of land"),
            rows,
            sources,
        ));
    }
    let mut records = Vec::new();
    let (mut shapes, mut terms) = (Vec::new(), Vec::new());
    for answer in answers {
        for (record, shape) in lands(answer) {
            records.push(record);
            shapes.push(Some(shape));
            terms.push(licences(answer));
        }
    }
    let passed: Vec<Passed> = rights.pass(terms)?;
    let rows = export_rows(&records, passed, shapes);
    let export =
        Export::of::<ExchangeLandJson>("exchange", title("An exchange of land"), rows, sources);
    Ok(export.stating(rights.statement()))
}

/// What each side gives, and all it holds before and after where that is known.
fn lands(answer: &ExchangeAnswer) -> Vec<(ExchangeLandJson, Shape)> {
    let Ok(effect) = &answer.effect else { return Vec::new() };
    let mut found = Vec::new();
    for (side, shape) in effect.sides.iter().zip(&answer.shapes) {
        let party = &side.party;
        let record = |part| ExchangeLandJson::new(answer, party, part);
        found.push((record("gives").of(side.gives), shape.clone()));
        if let Some(change) = side.territory.known() {
            let parts = [("holds before", &change.before), ("holds after", &change.after)];
            for (part, territory) in parts {
                found.push((record(part).measuring(territory.area), territory.shape.clone()));
            }
        }
    }
    found
}

fn licences(answer: &ExchangeAnswer) -> Vec<&Licence> {
    std::iter::once(&answer.licence)
        .chain(answer.boundary_licences.iter().map(|(_, licence)| licence))
        .collect()
}

fn sources(answers: &[ExchangeAnswer]) -> BTreeSet<Source> {
    let of = |answer: &ExchangeAnswer| {
        let map = Source { name: answer.publisher.to_string(), licence: answer.licence.clone() };
        let sets = answer.boundary_licences.iter().map(|(set, licence)| Source {
            name: format!("boundary set {set}"),
            licence: licence.clone(),
        });
        std::iter::once(map).chain(sets).collect::<Vec<_>>()
    };
    answers.iter().flat_map(of).collect()
}

/// The land before and after on the first map that shows it; a picture passes the land on.
pub(super) fn drawn(answers: &[ExchangeAnswer], rights: &Rights) -> Result<String, Failure> {
    let measured = answers.iter().find_map(|answer| Some((answer, answer.effect.as_ref().ok()?)));
    let Some((answer, effect)) = measured else {
        return Err(Failure::Failed(
            "failed to draw the exchange: no map asked for shows it\nhint: the answer says why"
                .to_owned(),
        ));
    };
    rights.pass([licences(answer)])?;
    let title = title(&format!("{} on {}", answer.publisher, answer.on));
    let print = print(&sources(answers), &[DISCLAIMER]);
    let exchange = DrawnExchange {
        given: [answer.shapes[0].clone(), answer.shapes[1].clone()],
        before: held(effect, answer, When::Before),
        after: held(effect, answer, When::After),
    };
    plot_exchange(&title, &exchange, &print)
}

#[derive(Clone, Copy, PartialEq)]
enum When {
    Before,
    After,
}

/// The land of both sides: all they hold where that is known, else what changes hands.
fn held(effect: &Effect, answer: &ExchangeAnswer, when: When) -> Vec<DrawnLand> {
    let side = |at: usize| {
        let party = &effect.sides[at].party;
        let (label, shape) = match effect.sides[at].territory.known() {
            Some(change) if when == When::Before => ("holds", &change.before.shape),
            Some(change) => ("would hold", &change.after.shape),
            None if when == When::Before => ("would give", &answer.shapes[at]),
            None => ("would be given", &answer.shapes[1 - at]),
        };
        DrawnLand { label: format!("{party} {label}"), shapes: vec![shape.clone()] }
    };
    vec![side(0), side(1)]
}

/// What each side would have given over time, as lines.
pub(super) fn worth(answers: &[ExchangeAnswer]) -> Result<String, Failure> {
    let mut lines: Vec<Line> = Vec::new();
    for answer in answers {
        let Ok(effect) = &answer.effect else { continue };
        for side in &effect.sides {
            let label = format!("{} gives, {}", side.party, answer.publisher);
            let point = Point {
                day: answer.on,
                km2: Some(side.gives.best * 1e-6),
                joined: Joined::Yes,
                mark: Mark::Fresh,
            };
            match lines.iter_mut().find(|line| line.label == label) {
                Some(line) => line.points.push(point),
                None => lines.push(Line { label, points: vec![point] }),
            }
        }
    }
    plot_lines(
        &title("What each side would give"),
        &lines,
        &print(&sources(answers), &[DISCLAIMER]),
    )
}
