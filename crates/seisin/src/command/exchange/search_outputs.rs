//! What a search found as a file and as a picture.

use crate::{
    command::outlet::{export_rows, licences, print, sources},
    exit::Failure,
    export::{Export, Form, Passed, Rights, Source},
    plot::{DrawnExchange, DrawnLand, plot_exchange},
    wire::GivenLandJson,
};
use seisin_answer::{ExchangeSearchAnswer, RankedExchange};
use seisin_core::Licence;
use seisin_exchange::{DISCLAIMER, HYPOTHETICAL};
use std::collections::BTreeSet;

/// What goes into every file, before what every file says.
const NOTE: &str = "Hypothetical: no party proposed this. Arithmetic on maps, not a recommendation: \
    it does not say what the land is worth or what the people who live there want.";

/// The land that each side would give in each exchange found, one a row.
pub(super) fn exported(
    answer: &ExchangeSearchAnswer,
    form: Form,
    rights: &Rights,
) -> Result<Export, Failure> {
    let all: Vec<(usize, &RankedExchange, usize)> = answer
        .ranked
        .iter()
        .enumerate()
        .flat_map(|(at, one)| [0, 1].map(|side| (at + 1, one, side)))
        .collect();
    let records: Vec<GivenLandJson> = all
        .iter()
        .map(|(rank, one, side)| GivenLandJson::new(answer, (*rank, one), *side))
        .collect();
    let passed: Vec<Passed> = if form.has_shapes() {
        rights.pass(all.iter().map(|(_, _, side)| terms(answer, *side)))?
    } else {
        vec![Ok(()); all.len()]
    };
    let shapes = all.iter().map(|(_, one, side)| Some(one.given[*side].clone())).collect();
    let rows = export_rows(&records, passed, shapes);
    let export =
        Export::of::<GivenLandJson>("exchange-search", title(answer), rows, all_sources(answer));
    Ok(export.stating(rights.statement()).noting(NOTE))
}

/// The first exchange found, before and after.
pub(super) fn drawn(answer: &ExchangeSearchAnswer, rights: &Rights) -> Result<String, Failure> {
    let Some(best) = answer.ranked.first() else {
        return Err(Failure::Failed(
            "failed to draw the picture: no exchange was found\nhint: leave --plot out to see why"
                .to_owned(),
        ));
    };
    rights.pass([0, 1].map(|side| terms(answer, side)))?;
    let figures = &best.found.figures;
    let ratio = figures.ratio.map_or(String::new(), |ratio| format!(", ratio {ratio:.4}"));
    let measured = format!(
        "The first of {} found: {:.3} km² for {:.3} km²{ratio}; line {:.3} km before, {:.3} km after.",
        answer.ranked.len(),
        figures.area_km2[0],
        figures.area_km2[1],
        figures.line_km[0],
        figures.line_km[1]
    );
    let print = print(&all_sources(answer), &[HYPOTHETICAL, &measured, DISCLAIMER]);
    plot_exchange(&title(answer), &lands(answer, best), &print)
}

/// The land of both sides before and after, and what changes hands between.
fn lands(answer: &ExchangeSearchAnswer, best: &RankedExchange) -> DrawnExchange {
    let mut lands = [Vec::new(), Vec::new()];
    for (side, party) in answer.parties.iter().enumerate() {
        if let Some(change) = best.effect.sides[side].territory.known() {
            let shapes = [&change.before.shape, &change.after.shape];
            for (list, (word, shape)) in
                lands.iter_mut().zip(["holds", "would hold"].into_iter().zip(shapes))
            {
                let label = format!("{party} {word}");
                list.push(DrawnLand { label, shapes: vec![shape.clone()] });
            }
        }
    }
    for (side, party) in answer.parties.iter().enumerate() {
        let other = &answer.parties[1 - side];
        for (list, label) in lands
            .iter_mut()
            .zip([format!("{party} would give"), format!("{other} would have received")])
        {
            list.push(DrawnLand { label, shapes: vec![best.given[side].clone()] });
        }
    }
    let [before, after] = lands;
    DrawnExchange { given: best.given.clone(), before, after }
}

fn title(answer: &ExchangeSearchAnswer) -> String {
    let [first, second] = &answer.parties;
    format!("Land {first} and {second} might exchange, on {}: hypothetical", answer.on)
}

/// The terms the land of a side is under: the map's, and its boundary's.
fn terms(answer: &ExchangeSearchAnswer, side: usize) -> Vec<&Licence> {
    licences(Some(&answer.licence), &answer.rules[side])
}

fn all_sources(answer: &ExchangeSearchAnswer) -> BTreeSet<Source> {
    let of = |rule| sources(Some(&answer.publisher), Some(&answer.licence), rule);
    answer.rules.iter().flat_map(of).collect()
}
