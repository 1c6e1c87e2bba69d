//! How a sentence relates to a date: since, until, by, before.

use super::mention::Relation;
use crate::text::view::View;
use seisin_core::{Edtf, Endpoint};

/// A relation and the first token of its preposition.
pub(super) struct Related {
    pub(super) relation: Relation,
    pub(super) start: usize,
    pub(super) about: bool,
}

/// Words that may stand between a preposition and its date.
const LOOSE: [&str; 12] = [
    "the",
    "about",
    "around",
    "circa",
    "approximately",
    "roughly",
    "early",
    "late",
    "mid",
    "just",
    "on",
    "at",
];

/// The relation that stands before the date at `at` and ends at `end`.
pub(super) fn related(view: View<'_>, at: usize, end: usize) -> Related {
    let at = past_night_of(view, at);
    let mut start = at;
    let mut about = false;
    while start > 0 && at - start < 3 && view.is_any(start - 1, &LOOSE) {
        start -= 1;
        about |= view.is_any(start, &["about", "around", "circa", "approximately", "roughly"]);
    }
    let before = start.checked_sub(1);
    let word = before.map_or("", |before| view.word(before));
    let onwards = view.is_any(end, &["onward", "onwards"])
        || view.reads(end, &["on"]) && view.len() > end + 1;
    let relation = match () {
        () if word.eq_ignore_ascii_case("since") => Relation::Since,
        () if word.eq_ignore_ascii_case("from") && onwards => Relation::Since,
        () if is_any(word, &["until", "till", "untill"]) => Relation::Until,
        () if view.reads_before(start, &["up", "to"]).is_some() => Relation::Until,
        () if word.eq_ignore_ascii_case("by") => Relation::By,
        () if view.reads_before(start, &["later", "than"]).is_some() => Relation::By,
        () if view.reads_before(start, &["prior", "to"]).is_some() => Relation::Before,
        () if view.reads_before(start, &["ahead", "of"]).is_some() => Relation::Before,
        () if is_any(word, &["before"]) => Relation::Before,
        () if is_any(word, &["after", "following"]) => Relation::After,
        () if is_any(word, &["during", "throughout", "over", "within"]) => Relation::During,
        () if is_any(word, &["in", "on", "from", "of", "at"]) => {
            return Related { relation: Relation::On, start: start - 1, about };
        }
        () => return Related { relation: Relation::On, start, about },
    };
    Related { relation, start: start - 1, about }
}

/// The first token of "the night of" before a date, where a preposition stands before it: "since the
/// night of 1 May".
fn past_night_of(view: View<'_>, at: usize) -> usize {
    const PARTS: [&str; 7] = ["night", "nights", "morning", "evening", "day", "days", "weekend"];
    let opening = at.checked_sub(3).filter(|start| {
        view.is(*start, "the") && view.is_any(start + 1, &PARTS) && view.is(at - 1, "of")
    });
    let related = |start: &usize| {
        *start > 0 && view.is_any(start - 1, &["since", "until", "till", "before", "after", "by"])
    };
    opening.filter(related).unwrap_or(at)
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// The stretch of time that a relation makes of a date.
pub(super) fn applied(relation: Relation, named: Edtf) -> Edtf {
    let (first, last) = match named {
        Edtf::Date(date) => (Endpoint::Date(date), Endpoint::Date(date)),
        Edtf::Interval(first, last) => (first, last),
    };
    match relation {
        Relation::Since | Relation::After
            if first != Endpoint::Open && first != Endpoint::Unknown =>
        {
            Edtf::Interval(first, Endpoint::Open)
        }
        Relation::Until | Relation::Before
            if last != Endpoint::Open && last != Endpoint::Unknown =>
        {
            Edtf::Interval(Endpoint::Open, last)
        }
        _ => named,
    }
}
