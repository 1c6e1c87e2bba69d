//! Ways of speaking in which what stands where land would is none: "took part", "taken hostage", "take it
//! seriously", "a hard line on trade", "handed the governor a victory", "leaving Arland as the only one".

use super::view::View;
use crate::text::syntax::{Clause, preposition};

/// Nouns that with a verb and no article are no land: "took refuge", "gained ground".
const BARE: [&str; 12] = [
    "part",
    "sanctuary",
    "refuge",
    "shelter",
    "place",
    "root",
    "position",
    "control",
    "office",
    "power",
    "command",
    "cover",
];

/// Nouns that with a word of praise or blame are what somebody thinks: "a hawkish line".
const VIEWS: [&str; 6] = ["line", "position", "part", "place", "point", "ground"];

/// What people are taken as.
const CAPTIVES: [&str; 6] = ["hostage", "hostages", "prisoner", "prisoners", "captive", "captives"];

/// Into what things or people are taken.
const KEPT_IN: [&str; 6] =
    ["account", "consideration", "custody", "care", "detention", "confidence"];

/// Words after "take it" that tell how something is understood.
const UNDERSTOOD: [&str; 9] =
    ["seriously", "lightly", "personally", "badly", "calmly", "literally", "easy", "hard", "well"];

/// Whether the words of a clause say something of which the object is no land.
pub(super) fn is_idiom(view: &View, clause: &Clause) -> bool {
    let Some(object) = clause.patient else { return false };
    is_bare(view, clause, object)
        || is_a_view(view, object)
        || is_understood(view, clause, object)
        || left_as(view, clause, object)
        || kept(view, clause, object)
}

/// "Take part", "took sanctuary".
fn is_bare(view: &View, clause: &Clause, object: usize) -> bool {
    let tree = &view.tree;
    let alone = object == clause.verb + 1
        || object == clause.verb + 2 && tree.lower(clause.verb + 1) == "no";
    alone
        && BARE.contains(&tree.lower(object))
        && tree.lower(object + 1) != "of"
        && tree.tag(object).starts_with("NN")
        && object > clause.verb
}

/// "A hawkish line on India", "an important position in the industry".
fn is_a_view(view: &View, object: usize) -> bool {
    let tree = &view.tree;
    let described = tree.tag(object.wrapping_sub(1)).starts_with("JJ")
        && matches!(
            tree.lower(object.wrapping_sub(2)),
            "a" | "an" | "its" | "his" | "her" | "their"
        );
    described
        && VIEWS.contains(&tree.lower(object))
        && matches!(tree.lower(object + 1), "on" | "in" | "towards" | "toward" | "against" | "that")
        && view.place_at(object).is_none()
        && !tree
            .children_with(object, &["nmod"])
            .any(|of| preposition(tree, of).as_deref() == Some("in") && view.place_at(of).is_some())
}

/// "Took them hostage", "take it very seriously".
fn is_understood(view: &View, clause: &Clause, object: usize) -> bool {
    let tree = &view.tree;
    let end = object.max(clause.verb) + 1;
    let next =
        if tree.tag(end) == "RB" && !UNDERSTOOD.contains(&tree.lower(end)) { end + 1 } else { end };
    CAPTIVES.contains(&tree.lower(next))
        || tree.tag(object) == "PRP" && UNDERSTOOD.contains(&tree.lower(next))
        || tree.lower(end) == "for" && tree.lower(end + 1) == "granted"
        || tree.lower(end) == "into" && KEPT_IN.contains(&tree.lower(end + 1))
}

/// "Leaving Arland as the only one", "left the city without water", "left the country poor".
fn left_as(view: &View, clause: &Clause, object: usize) -> bool {
    let tree = &view.tree;
    let leaves = matches!(tree.lower(clause.verb), "leave" | "leaves" | "leaving" | "left");
    let end = object + 1;
    let after = tree.lower(end);
    let state = matches!(after, "as" | "without" | "unable" | "free" | "alone")
        || after == "to" && tree.is_verb(end + 1)
        || tree.tag(end) == "JJ" && after.ends_with("less");
    leaves && object > clause.verb && state
}

/// "Keep them on the same day", "kept it busy", "kept them from leaving".
fn kept(view: &View, clause: &Clause, object: usize) -> bool {
    let tree = &view.tree;
    let keeps = matches!(tree.lower(clause.verb), "keep" | "keeps" | "keeping" | "kept");
    let after = tree.tag(object + 1);
    let lasting = matches!(
        tree.lower(object + 1),
        "until" | "since" | "despite" | "for" | "as" | "after" | "through" | "throughout" | "in"
    );
    keeps
        && tree.tag(object) == "PRP"
        && object > clause.verb
        && !lasting
        && (matches!(after, "IN" | "JJ" | "VBG" | "RP" | "VBN"))
}
