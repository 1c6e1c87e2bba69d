//! The sense of a number: "more than", "about", "up to".

use crate::text::{token::TokenKind, view::View};
use seisin_core::Bound;

/// A comparator and the token it begins or ends with.
pub(crate) struct Comparator {
    pub(crate) bound: Bound,
    /// The first token, for one that stands before; one past the last, for one that follows.
    pub(crate) edge: usize,
}

/// Comparators that stand before a number; the longest that fits counts.
const BEFORE: [(&[&str], Bound); 79] = [
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["not", "fewer", "than"], Bound::AtLeast),
    (&["a", "little", "more", "than"], Bound::MoreThan),
    (&["a", "little", "less", "than"], Bound::LessThan),
    (&["a", "little", "over"], Bound::MoreThan),
    (&["a", "little", "under"], Bound::LessThan),
    (&["a", "bit", "more", "than"], Bound::MoreThan),
    (&["a", "bit", "less", "than"], Bound::LessThan),
    (&["slightly", "more", "than"], Bound::MoreThan),
    (&["slightly", "less", "than"], Bound::LessThan),
    (&["slightly", "over"], Bound::MoreThan),
    (&["slightly", "under"], Bound::LessThan),
    (&["just", "more", "than"], Bound::MoreThan),
    (&["just", "less", "than"], Bound::LessThan),
    (&["far", "more", "than"], Bound::MoreThan),
    (&["far", "less", "than"], Bound::LessThan),
    (&["much", "more", "than"], Bound::MoreThan),
    (&["well", "over"], Bound::MoreThan),
    (&["well", "above"], Bound::MoreThan),
    (&["well", "under"], Bound::LessThan),
    (&["well", "below"], Bound::LessThan),
    (&["just", "over"], Bound::MoreThan),
    (&["just", "above"], Bound::MoreThan),
    (&["just", "under"], Bound::LessThan),
    (&["just", "below"], Bound::LessThan),
    (&["just", "short", "of"], Bound::LessThan),
    (&["more", "than"], Bound::MoreThan),
    (&["greater", "than"], Bound::MoreThan),
    (&["larger", "than"], Bound::MoreThan),
    (&["higher", "than"], Bound::MoreThan),
    (&["in", "excess", "of"], Bound::MoreThan),
    (&["upwards", "of"], Bound::MoreThan),
    (&["upward", "of"], Bound::MoreThan),
    (&["north", "of"], Bound::MoreThan),
    (&["over"], Bound::MoreThan),
    (&["above"], Bound::MoreThan),
    (&["exceeding"], Bound::MoreThan),
    (&[">"], Bound::MoreThan),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "minimum"], Bound::AtLeast),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["≥"], Bound::AtLeast),
    (&["less", "than"], Bound::LessThan),
    (&["fewer", "than"], Bound::LessThan),
    (&["lower", "than"], Bound::LessThan),
    (&["smaller", "than"], Bound::LessThan),
    (&["under"], Bound::LessThan),
    (&["below"], Bound::LessThan),
    (&["<"], Bound::LessThan),
    (&["up", "to"], Bound::AtMost),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["at", "most"], Bound::AtMost),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["≤"], Bound::AtMost),
    (&["in", "the", "region", "of"], Bound::About),
    (&["on", "the", "order", "of"], Bound::About),
    (&["somewhere", "around"], Bound::About),
    (&["an", "estimated"], Bound::About),
    (&["estimated"], Bound::About),
    (&["close", "to"], Bound::About),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["approx"], Bound::About),
    (&["approx", "."], Bound::About),
    (&["circa"], Bound::About),
    (&["some"], Bound::About),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["~"], Bound::About),
    (&["≈"], Bound::About),
    (&["c", "."], Bound::About),
    (&["ca", "."], Bound::About),
];

/// Words that may stand between a comparator and its number.
const BETWEEN: [&str; 13] = [
    "a",
    "an",
    "the",
    "another",
    "further",
    "additional",
    "only",
    "his",
    "its",
    "their",
    "remaining",
    "just",
    "of",
];

/// The comparator that ends just before the number at `at`.
pub(crate) fn before(view: View<'_>, at: usize) -> Option<Comparator> {
    direct(view, at).or_else(|| {
        let mut start = at;
        while start > 0 && at - start < 2 && view.is_any(start - 1, &BETWEEN) {
            start -= 1;
            if let Some(found) = direct(view, start) {
                return Some(found);
            }
        }
        None
    })
}

fn direct(view: View<'_>, at: usize) -> Option<Comparator> {
    BEFORE
        .iter()
        .filter_map(|(words, bound)| {
            view.reads_before(at, words).map(|edge| Comparator { bound: *bound, edge })
        })
        .min_by_key(|found| found.edge)
        .filter(|found| !is_place(view, found.edge, at) && !is_owning_up(view, found.edge))
}

/// Whether "up to" goes with a verb before it: "owned up to 14 deaths", "added up to 300".
fn is_owning_up(view: View<'_>, edge: usize) -> bool {
    const VERBS: [&str; 12] = [
        "own",
        "owns",
        "owned",
        "owning",
        "add",
        "adds",
        "added",
        "adding",
        "amount",
        "amounted",
        "confess",
        "confessed",
    ];
    view.is(edge, "up") && edge.checked_sub(1).is_some_and(|before| view.is_any(before, &VERBS))
}

/// Whether "over", "under", "above" stand as prepositions of place or rule: "control over 400".
fn is_place(view: View<'_>, edge: usize, at: usize) -> bool {
    const VERBS: [&str; 20] = [
        "hand", "handed", "hands", "handing", "turn", "turned", "turns", "turning", "take", "took",
        "taken", "takes", "taking", "give", "gave", "given", "giving", "sign", "signed", "won",
    ];
    let single =
        at - edge == 1 && view.is_any(edge, &["over", "under", "above", "below", "around"]);
    single
        && edge.checked_sub(1).is_some_and(|before| {
            view.is(edge, "over") && view.is_any(before, &VERBS)
                || view.is_any(
                    before,
                    &[
                        "control",
                        "sovereignty",
                        "jurisdiction",
                        "authority",
                        "rule",
                        "dispute",
                        "power",
                        "fight",
                        "talks",
                    ],
                )
        })
}

/// Comparators that follow a number or its unit.
const AFTER: [(&[&str], Bound); 15] = [
    (&["or", "so"], Bound::About),
    (&["or", "thereabouts"], Bound::About),
    (&["give", "or", "take"], Bound::About),
    (&["or", "more"], Bound::AtLeast),
    (&["or", "above"], Bound::AtLeast),
    (&["and", "more"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "a", "minimum"], Bound::AtLeast),
    (&["or", "less"], Bound::AtMost),
    (&["or", "fewer"], Bound::AtMost),
    (&["at", "most"], Bound::AtMost),
    (&["plus"], Bound::MoreThan),
    (&["+"], Bound::MoreThan),
    (&["-", "odd"], Bound::About),
    (&["-", "plus"], Bound::MoreThan),
];

/// The comparator that follows the token before `at`.
pub(crate) fn after(view: View<'_>, at: usize) -> Option<Comparator> {
    AFTER
        .iter()
        .find(|(words, _)| view.reads(at, words) && !joins(view, at))
        .filter(|(words, _)| !view.is(at + words.len(), "than"))
        .map(|(words, bound)| Comparator { bound: *bound, edge: at + words.len() })
}

/// Whether a "plus" at `at` joins what follows to a counted noun: "nine townships plus Velk".
fn joins(view: View<'_>, at: usize) -> bool {
    let counted = at.checked_sub(1).is_some_and(|noun| {
        view.kind(noun) == Some(TokenKind::Word) && view.lexeme(noun).is_none()
    });
    view.is(at, "plus") && counted && view.kind(at + 1) == Some(TokenKind::Word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn found(text: &str) -> Option<(Bound, usize)> {
        let prepared = prepare(text);
        let view = View::of(&prepared, &prepared.sentences[0]);
        let number = (0..view.len()).find(|at| view.is(*at, "400")).unwrap();
        before(view, number).map(|found| (found.bound, found.edge))
    }

    #[test]
    fn senses_before_a_number() {
        for (text, bound, edge) in [
            ("It held more than 400 miles", Bound::MoreThan, 2),
            ("It held no more than 400 miles", Bound::AtMost, 2),
            ("It held no fewer than 400 miles", Bound::AtLeast, 2),
            ("It held just under 400 miles", Bound::LessThan, 2),
            ("It held a little over 400 miles", Bound::MoreThan, 2),
            ("It held some 400 miles", Bound::About, 2),
            ("It held an estimated 400 miles", Bound::About, 2),
            ("It held more than another 400 miles", Bound::MoreThan, 2),
            ("It held up to 400 miles", Bound::AtMost, 2),
            ("It held ~400 miles", Bound::About, 2),
        ] {
            assert_eq!(found(text), Some((bound, edge)), "{text}");
        }
    }

    #[test]
    fn control_over_is_no_comparator() {
        assert_eq!(found("It has control over 400 villages"), None);
        assert_eq!(found("It held 400 villages"), None);
        assert_eq!(found("It handed over 400 villages"), None);
    }
}
