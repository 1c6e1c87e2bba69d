//! Keeping what a sentence names for the sentences after it.

use super::{
    context::{Context, How, unlisted_party},
    memory::{Part, Side},
    people_told::remember_people,
    spoken_of::opens_report,
    view::View,
};
use crate::text::syntax::preposition;
use seisin_places::{PartyKind, PlaceKind};

/// Keeps the parties and lands that a sentence names.
pub(super) fn remember(context: &mut Context<'_>, view: &View) {
    remember_parties(context, view);
    remember_unlisted_parties(context, view);
    remember_lettered(context, view);
    remember_called(context, view);
    remember_people(context, view);
    super::lands_named::remember_lands(context, view);
}

fn remember_parties(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for name in &view.parties {
        if opens_report(context, view, name) {
            continue;
        }
        let head = name.words.end.saturating_sub(1);
        let mut owns = false;
        let top = std::iter::successors(Some(head), |at| {
            owns |= tree.label(*at) == "nmod:poss";
            tree.head(*at).filter(|_| {
                matches!(tree.label(*at), "amod" | "compound" | "nmod:poss" | "flat")
                    || tree.label(*at) == "appos" && !owns
            })
        })
        .take(6)
        .last()
        .unwrap_or(head);
        let case = preposition(tree, top);
        let located = matches!(
            case.as_deref(),
            Some("in" | "into" | "from" | "near" | "across" | "within" | "at")
        );
        let subject = matches!(tree.label(top), "nsubj" | "nsubj:pass" | "obl:agent")
            || (tree.label(top) == "conj"
                && tree.head(top).is_some_and(|head| tree.label(head).starts_with("nsubj")));
        // "From Arland came an answer": whose it is, not where.
        let sent = case.as_deref() == Some("from") && name.words.start == 1;
        let mention = context.text(view, name.words.clone());
        let dateline = name.found.role == seisin_places::PartyRole::Capital
            && mention.chars().all(|letter| !letter.is_lowercase());
        let signed = case.as_deref() == Some("of")
            && name.found.role == seisin_places::PartyRole::Capital
            && tree.head(top).is_some_and(|noun| NAMED_AFTER_TOWNS.contains(&tree.lower(noun)));
        let usable = super::who::usable(view, name, head) || sent;
        if (!located || sent) && !dateline && !signed && usable {
            let noun = tree.lower(top);
            let against = name.found.role == seisin_places::PartyRole::Demonym
                && context.lexicon.groups.contains(noun)
                && !context.lexicon.forces.contains(noun)
                && context.side_of(name) == Side::State;
            let (party, side) = if against {
                let words = super::who::core(view, top);
                (unlisted_party(&context.text(view, words)), Side::Group)
            } else {
                (context.named_party(view, name), context.side_of(name))
            };
            let part = match (subject, is_aside(context, view, (head, top))) {
                (true, false) => Part::Subject,
                (_, true) => Part::Aside,
                (false, false) => Part::Named,
            };
            context.memory.note_party(Context::place(view, head), party, side, part);
        }
    }
}

/// What is called after the town where it was signed or fought: "the treaty of Sarn".
pub(super) const NAMED_AFTER_TOWNS: [&str; 16] = [
    "agreement",
    "agreements",
    "treaty",
    "accord",
    "accords",
    "peace",
    "pact",
    "protocol",
    "convention",
    "conference",
    "congress",
    "declaration",
    "armistice",
    "truce",
    "battle",
    "siege",
];

/// Whether a party’s name only says whose something is ("the Arlandic shore") or who is cited
/// ("according to Arland").
fn is_aside(context: &Context<'_>, view: &View, (head, top): (usize, usize)) -> bool {
    let tree = &view.tree;
    let cited = top >= 2 && (top.saturating_sub(3)..top).any(|at| tree.lower(at) == "according");
    let owns = matches!(tree.label(head), "amod" | "compound" | "nmod:poss");
    let noun = tree.lower(top);
    let lexicon = context.lexicon;
    let body = [&lexicon.forces, &lexicon.groups, &lexicon.governments, &lexicon.people];
    let acts = body.iter().any(|list| list.contains(noun)) || tree.tag(top).starts_with("NNP");
    cited || owns && top != head && !acts
}

/// Keeps subjects with a name that no list knows.
fn remember_unlisted_parties(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for at in 0..tree.len() {
        let subject = matches!(tree.label(at), "nsubj" | "nsubj:pass");
        if subject
            && tree.tag(at).starts_with("NNP")
            && view.party_at(at).is_none()
            && (view.place_at(at).is_none() || acts_as_state(view, at))
            && !is_told_land(context, view, at)
        {
            let words = super::who::core(view, at);
            let timed = |at| view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
            let dated = timed(at)
                || words.clone().any(|at| crate::text::lexeme::names_day_or_month(tree.lower(at)));
            if !dated && !view.parties.iter().any(|name| words.contains(&name.words.start)) {
                let party = unlisted_party(&context.text(view, super::who::core(view, at)));
                context.memory.note_party(
                    Context::place(view, at),
                    party,
                    Side::Group,
                    Part::Subject,
                );
            }
        }
    }
}

/// A name in capital letters before a noun for a group that no list knows: "the VLF faction".
fn remember_lettered(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for at in 1..tree.len() {
        let called = context.lexicon.groups.contains(tree.lower(at))
            || context.lexicon.forces.contains(tree.lower(at));
        if !called {
            continue;
        }
        let name = at - 1;
        let printed = context.text(view, name..at);
        let letters =
            printed.len() > 2 && printed.chars().all(|letter| letter.is_ascii_uppercase());
        if letters && view.party_at(name).is_none() && view.place_at(name).is_none() {
            let part = if tree.label(at) == "nsubj" { Part::Subject } else { Part::Named };
            let party = unlisted_party(&printed);
            context.memory.note_party(Context::place(view, at), party, Side::Group, part);
        }
    }
}

/// Whether a phrase holds a party's name.
fn is_named(view: &View, at: usize) -> bool {
    let words = super::who::core(view, at);
    view.parties.iter().any(|name| words.contains(&name.words.start))
}

/// Keeps the party that a subject means by a noun without a name: "the group", "the army", which "it" goes
/// back to before a name that stands in passing.
fn remember_called(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    let mut found = Vec::new();
    for at in 0..tree.len() {
        let lexicon = context.lexicon;
        let called = tree.label(at) == "nsubj"
            && [&lexicon.groups, &lexicon.forces, &lexicon.governments]
                .iter()
                .any(|list| list.contains(tree.lower(at)))
            && tree.child(at, &["det"]).is_some_and(|det| tree.lower(det) == "the");
        if !called || is_named(view, at) {
            continue;
        }
        let meant = context.party(view, at).filter(|party| party.how == How::Referred);
        found.extend(meant.map(|party| (at, party.value)));
    }
    for at in 0..tree.len() {
        let lower = tree.lower(at);
        let called = tree.label(at).starts_with("nsubj")
            && context.lexicon.groups.contains(lower)
            && matches!(tree.tag(at), "NNS" | "NNPS")
            && tree.head(at).is_some_and(|verb| !tree.label(verb).starts_with("acl"))
            && tree.child(at, &["det", "nummod", "nmod:poss"]).is_none();
        if called && !is_named(view, at) {
            let party = unlisted_party(&context.text(view, super::who::core(view, at)));
            let place = Context::place(view, at);
            context.memory.note_party(place, party, Side::Group, Part::Subject);
        }
    }
    for (at, party) in found {
        let Some(known) = context.vocabulary.parties.party(&party.id) else { continue };
        let side = if known.kind == PartyKind::State { Side::State } else { Side::Group };
        context.memory.note_party(Context::place(view, at), party, side, Part::Subject);
    }
}

/// Whether the name of a land that is no town stands for those who rule it: "Velk hit back".
fn acts_as_state(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let wide = view
        .place_at(at)
        .and_then(|name| name.ranked.first())
        .is_some_and(|place| matches!(place.kind, PlaceKind::Admin1 | PlaceKind::NamedArea));
    let does = tree.head(at).is_some_and(|verb| {
        matches!(tree.tag(verb), "VBD" | "VBZ" | "VBP") && ACTING.contains(&tree.lower(verb))
    });
    wide && tree.label(at) == "nsubj" && does
}

/// What only people do, in the forms in which reports tell of it.
const ACTING: [&str; 26] = [
    "said",
    "says",
    "hit",
    "attacked",
    "declared",
    "launched",
    "sent",
    "broke",
    "seceded",
    "claimed",
    "denied",
    "rejected",
    "accused",
    "announced",
    "seized",
    "captured",
    "took",
    "withdrew",
    "fought",
    "refused",
    "accepted",
    "agreed",
    "proclaimed",
    "claims",
    "holds",
    "controls",
];

/// Whether a subject is what is taken, left or falls: "Velk was retaken".
fn is_told_land(context: &Context<'_>, view: &View, at: usize) -> bool {
    let tree = &view.tree;
    tree.head(at).is_some_and(|verb| {
        let form = tree.lower(verb);
        let told = context.lexicon.senses(form).next().is_some();
        told && tree.label(at) == "nsubj:pass"
            || context.lexicon.is_form_of_any(form, &["fall", "remain", "stay", "lie"])
    })
}
