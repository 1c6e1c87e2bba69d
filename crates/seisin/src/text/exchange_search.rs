//! What a search for exchanges came to as a page of text.

use crate::{
    output::{Format, write_records},
    wire::{SearchRowJson, cost_unit},
};
use seisin_answer::ExchangeSearchAnswer;
use seisin_exchange::{DISCLAIMER, HYPOTHETICAL, HolderSide};
use std::fmt::Write as _;

/// The whole answer: what it rests on, the answers and the refusals, the bound.
pub(crate) fn search_text(answer: &ExchangeSearchAnswer) -> String {
    let mut text = format!("{HYPOTHETICAL}\n");
    rests_on(&mut text, answer);
    came_to_nothing(&mut text, answer);
    let rows = SearchRowJson::rows(answer);
    if !rows.is_empty() {
        let mut table = Vec::new();
        let written = write_records(&mut table, Format::Table, &rows);
        debug_assert!(written.is_ok(), "a buffer takes all");
        text.push_str(&String::from_utf8_lossy(&table));
    }
    proof(&mut text, answer);
    let _ = writeln!(text, "{DISCLAIMER}");
    text
}

fn rests_on(text: &mut String, answer: &ExchangeSearchAnswer) {
    let [first, second] = &answer.parties;
    let instance = &answer.land.instance;
    let _ = writeln!(
        text,
        "first {first}, second {second}, on {}, by edition {} (licence {}); {} cells, {} of which \
         may change hands",
        answer.on,
        answer.edition,
        answer.licence,
        instance.cells().len(),
        instance.changeable()
    );
    let people = answer.people_source.as_deref().unwrap_or("no data");
    let _ = writeln!(text, "people: {people}");
    for note in &answer.notes {
        let _ = writeln!(text, "note: {note}");
    }
    for (party, side) in answer.parties.iter().zip([HolderSide::First, HolderSide::Second]) {
        let apart = instance.pieces(side).saturating_sub(1);
        if apart > 0 {
            let pieces = if apart == 1 { "1 piece".to_owned() } else { format!("{apart} pieces") };
            let _ = writeln!(
                text,
                "existing exclaves: {pieces} of what {party} holds lay apart before, and may go on \
                 doing so"
            );
        }
    }
}

fn came_to_nothing(text: &mut String, answer: &ExchangeSearchAnswer) {
    let found = &answer.found;
    if let Some(reason) = &found.bound.impossible {
        let _ = writeln!(text, "no exchange can satisfy this: {reason}");
    } else if found.answers.is_empty() {
        let steps = found.steps;
        let _ = writeln!(text, "none found in {steps} steps, which does not prove there is none");
    }
}

fn proof(text: &mut String, answer: &ExchangeSearchAnswer) {
    let found = &answer.found;
    if let Some(gap) = found.gap {
        let unit = cost_unit(answer);
        let _ = writeln!(
            text,
            "bound: no exchange costs less than {:.1} {unit}; gap: at most {:.1} % of the first's cost \
             could be saved",
            found.bound.cost,
            100.0 * gap
        );
    }
    let _ = writeln!(text, "seed {}, {} steps", answer.seed, found.steps);
}
