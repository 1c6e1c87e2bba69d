//! Keeping what a sentence names for the sentences after it.

use super::{
    context::{Context, How, unlisted_party},
    lands::Standing,
    memory::{Part, Person, Side},
    view::{PartyName, PlaceFound, PlaceName, View},
    vocabulary::Vocabulary,
};
use crate::text::syntax::preposition;
use seisin_core::{PartyRef, RegionRef};
use seisin_places::{Gazetteer, PlaceKind};
use std::collections::BTreeMap;

/// Keeps the parties and lands that a sentence names.
pub(super) fn remember(context: &mut Context<'_>, view: &View) {
    remember_parties(context, view);
    remember_unlisted_parties(context, view);
    remember_people(context, view);
    remember_unlisted(context, view);
    remember_places(context, view);
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
        if (!located || sent) && !dateline {
            let party = context.named_party(view, name);
            let side = context.side_of(name);
            let part = match (subject, is_aside(context, view, (head, top))) {
                (true, false) => Part::Subject,
                (_, true) => Part::Aside,
                (false, false) => Part::Named,
            };
            context.memory.note_party(Context::place(view, head), party, side, part);
        }
    }
}

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
            && view.place_at(at).is_none()
            && !is_told_land(context, view, at)
        {
            let words = super::who::core(view, at);
            let timed = |at| view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
            let dated = timed(at)
                || words.clone().any(|at| crate::text::lexeme::names_day_or_month(tree.lower(at)));
            if !dated && !view.parties.iter().any(|name| words.contains(&name.words.start)) {
                let party = unlisted_party(&context.text(view, words));
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

/// Whether a subject is what is taken, left or falls: "Velk was retaken".
fn is_told_land(context: &Context<'_>, view: &View, at: usize) -> bool {
    let tree = &view.tree;
    tree.head(at).is_some_and(|verb| {
        let form = tree.lower(verb);
        let told = context.lexicon.senses(form).next().is_some();
        told && tree.label(at) == "nsubj:pass" || context.lexicon.is_form(form, "fall")
    })
}

/// Keeps people who speak or are named with their office.
fn remember_people(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for at in (0..tree.len()).filter(|at| tree.is_nominal(*at) && tree.tag(*at) != "PRP") {
        let person = context.lexicon.people.contains(tree.lower(at));
        let subject = tree.label(at).starts_with("nsubj")
            && tree.head(at).is_some_and(|verb| {
                context.lexicon.is_form_of(tree.lower(verb), &context.lexicon.say)
            });
        let titled = tree.tag(at).starts_with("NNP")
            && tree
                .children(at)
                .iter()
                .any(|child| context.lexicon.people.contains(tree.lower(*child)));
        let asked = matches!(tree.label(at), "obj" | "iobj")
            && tree.tag(at) != "NNS"
            && tree.head(at).is_some_and(|verb| {
                ["ask", "interview"]
                    .iter()
                    .any(|lemma| context.lexicon.is_form(tree.lower(verb), lemma))
            });
        let who = matches!(tree.tag(at), "NN" | "NNP")
            && tree
                .children_with(at, &["acl:relcl"])
                .any(|verb| (at + 1..verb).take(3).any(|word| tree.lower(word) == "who"));
        let first = tree.label(at) == "root" && at < 4 && tree.len() > at + 2;
        let acts = (tree.label(at) == "nsubj" || first)
            && tree.tag(at) == "NNP"
            && view.party_at(at).is_none()
            && view.place_at(at).is_none()
            && tree.child(at, &["det"]).is_none();
        if titled
            || asked
            || who
            || acts
            || person && matches!(tree.label(at), "nsubj" | "appos")
            || subject
                && tree.tag(at).starts_with("NNP")
                && view.party_at(at).is_none_or(|name| {
                    matches!(
                        name.found.role,
                        seisin_places::PartyRole::Leader | seisin_places::PartyRole::Spokesperson
                    )
                })
        {
            note_person(context, view, at);
        }
    }
}

fn remember_places(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for name in &view.places {
        let head = name.words.end.saturating_sub(1);
        let acts = view.party_at(name.words.start).is_some()
            && matches!(
                tree.label(head),
                "nsubj" | "nsubj:pass" | "nmod:poss" | "amod" | "compound" | "obl:agent"
            );
        if acts {
            continue;
        }
        let kind: Option<PlaceKind> = match &name.found {
            PlaceFound::Own(_) => None,
            PlaceFound::Listed(found) => {
                Some(name.ranked.first().map_or(found.kind, |place| place.kind))
            }
        };
        let case = preposition(tree, head);
        let metonym = view
            .party_at(name.words.start)
            .is_some_and(|party| party.found.role == seisin_places::PartyRole::Capital)
            && matches!(case.as_deref(), Some("to" | "with" | "by" | "against" | "between"));
        if metonym || is_dateline(view, &name.words) {
            continue;
        }
        let region = context.region(name, context.text(view, name.words.clone()));
        if let Some(id) = &region.id {
            let printed = super::context::without_article(&region.mention).to_owned();
            context.printed.insert(id.clone(), printed);
        }
        let standing = standing(context, view, head);
        let standing = if stands_over(context, view, name) {
            Standing::Heading
        } else if is_heading(view) && standing == Standing::Named {
            Standing::Topic
        } else {
            standing
        };
        context.memory.lands.note(Context::place(view, head), region, kind, standing);
    }
}

/// Whether a sentence is a few words without a verb that a report stands under.
fn is_heading(view: &View) -> bool {
    let tree = &view.tree;
    let ends = matches!(tree.lower(tree.len().saturating_sub(1)), "." | "!" | "?");
    (1..=6).contains(&tree.len()) && !ends && !(0..tree.len()).any(|at| tree.is_verb(at))
}

/// Whether a place only says whence a report was sent: "Sarn, 16 October 2024".
fn is_dateline(view: &View, words: &std::ops::Range<usize>) -> bool {
    let tree = &view.tree;
    let dated = |at: usize| {
        view.times.iter().any(|time| (at..at + 3).contains(&tree.words_in(&time.range).start))
    };
    let after = words.end;
    words.start <= 1
        && match tree.lower(after) {
            "," => dated(after + 1),
            "(" | "—" | "–" | "-" => view.index < 4,
            _ => false,
        }
}

/// Whether a sentence is nothing but a land’s name at the beginning of a line: "Velk Island."
fn stands_over(context: &Context<'_>, view: &View, name: &PlaceName) -> bool {
    let tree = &view.tree;
    let outside = |at: &usize| !name.words.contains(at);
    let alone = (0..tree.len())
        .filter(outside)
        .all(|at| !tree.lower(at).starts_with(char::is_alphabetic) || tree.tag(at) == "DT");
    alone && super::entries::begins_line(context.prepared, view.range.start)
}

/// Keeps the land that the label of a sentence names: "SARN DIRECTION: …".
pub(super) fn remember_label(
    context: &mut Context<'_>,
    view: &View,
    label: &str,
) -> Option<RegionRef> {
    let found = Gazetteer::built_in().longest_match(label)?;
    let rest = label.get(found.len..).unwrap_or("").trim().to_lowercase();
    let whole = rest.is_empty()
        || matches!(
            rest.as_str(),
            "direction" | "front" | "axis" | "sector" | "region" | "area" | "district" | "province"
        );
    if !whole || found.ordinary_word {
        return None;
    }
    let mention = label.get(..found.len).unwrap_or(label).to_owned();
    let kind = Some(found.kind);
    let name = PlaceName { words: 0..0, found: PlaceFound::Listed(found), ranked: Vec::new() };
    let region = context.region(&name, mention.clone());
    if let Some(id) = &region.id {
        context.printed.insert(id.clone(), mention);
    }
    context.memory.lands.note((view.index, 0), region.clone(), kind, Standing::Heading);
    Some(region)
}

/// Whether a place's name only tells where somebody speaks, whence somebody comes or near what
/// something lies: "told reporters in Sarn", "residents of Sarn", "12 km from Sarn".
fn standing(context: &Context<'_>, view: &View, head: usize) -> Standing {
    let tree = &view.tree;
    let Some(case) = preposition(tree, head) else { return Standing::Named };
    if matches!(case.as_str(), "near" | "outside" | "off" | "like") {
        return Standing::Aside;
    }
    let above = tree.head(head);
    let spoken = above.is_some_and(|above| {
        let form = tree.lower(above);
        context.lexicon.people.contains(form) && !LOCALS.contains(&form)
            || context.lexicon.is_form_of(form, &context.lexicon.say)
            || matches!(form, "reporters" | "journalists" | "conference" | "km" | "miles" | "size")
    });
    let told = matches!(case.as_str(), "in" | "at" | "from" | "of");
    if spoken && told { Standing::Aside } else { Standing::Named }
}

/// People whose place is what they speak of: "residents of Sarn said".
const LOCALS: [&str; 12] = [
    "residents",
    "resident",
    "villagers",
    "elders",
    "elder",
    "people",
    "locals",
    "inhabitants",
    "witnesses",
    "mayor",
    "governor",
    "commander",
];

/// Keeps a person under the name in the phrase or in the apposition beside it.
fn note_person(context: &mut Context<'_>, view: &View, at: usize) {
    let tree = &view.tree;
    let known =
        |party: &super::context::Found<PartyRef>| matches!(party.how, How::Named | How::Referred);
    let party = context.party(view, at).filter(known).map(|party| party.value);
    let beside =
        tree.children_with(at, &["appos"]).find(|child| tree.tag(*child).starts_with("NNP"));
    let (name, _, _) = context.source(view, at);
    let named = beside.map(|beside| {
        let words =
            tree.trim(tree.branch_without(beside, &|child| {
                !matches!(tree.label(child), "flat" | "compound")
            }));
        context.text(view, words)
    });
    let place = Context::place(view, at);
    let set_apart = (at.saturating_sub(4)..at).any(|before| view.tree.lower(before) == "(")
        && (at..at + 4).any(|after| view.tree.lower(after) == ")");
    if set_apart {
        return;
    }
    context.memory.note_person(place, Person { name: named.unwrap_or(name), party });
}

/// Keeps the lands that no list knows: "the Aouzou Strip", "in Dikwa".
fn remember_unlisted(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for at in (0..tree.len()).filter(|at| {
        tree.tag(*at).starts_with("NNP")
            && view.party_at(*at).is_none()
            && view.place_at(*at).is_none()
    }) {
        let case = preposition(tree, at);
        let located = matches!(
            case.as_deref(),
            Some("in" | "into" | "near" | "at" | "from" | "around" | "towards")
        );
        let local = case.as_deref() == Some("of")
            && tree.head(at).is_some_and(|head| LOCALS.contains(&tree.lower(head)));
        let located = located || local;
        let words = super::who::core(view, at);
        let state = matches!(tree.lower(at), "republic" | "state" | "kingdom" | "union" | "nation");
        let named = words.len() > 1 + usize::from(state && tree.tag(words.start) == "DT");
        let land_noun = context.lexicon.land.contains(tree.lower(at)) && named;
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
        let other = view.parties.iter().any(|name| words.contains(&name.words.start))
            || view.places.iter().any(|name| words.contains(&name.words.start));
        if !dated && !other && (located || land_noun) {
            let mention = context.text(view, words);
            let name = super::context::without_article(&mention).to_owned();
            let region = RegionRef { id: None, name, mention, candidates: Vec::new() };
            let standing = standing(context, view, at);
            context.memory.lands.note(Context::place(view, at), region, None, standing);
        }
    }
}

/// The parties a document names, the most often first, each with how often; a capital that only says
/// where the report was written left out.
pub(super) fn named(context: &Context<'_>, views: &[View]) -> Vec<(usize, PartyRef)> {
    let mut counts: Vec<(usize, PartyRef)> = Vec::new();
    for view in views {
        let counts_here = |name: &&PartyName| {
            !opens_report(context, view, name)
                && super::who::usable(view, name, name.words.end.saturating_sub(1))
        };
        for name in view.parties.iter().filter(counts_here) {
            let party = context.named_party(view, name);
            match counts.iter_mut().find(|(_, known)| known.id == party.id) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, party)),
            }
        }
    }
    counts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    counts
}

/// Whether a name stands in capitals at the beginning of a sentence and apart from it, as the place
/// where a report was written and headings do: "SARN, Oct. 3 (Wire) – …".
fn opens_report(context: &Context<'_>, view: &View, name: &PartyName) -> bool {
    let printed = context.text(view, name.words.clone());
    let shouted = printed.len() > 3 && !printed.chars().any(char::is_lowercase);
    let apart =
        matches!(view.tree.lower(name.words.end), "," | "(" | "–" | "—" | "-" | "/" | ":" | "");
    shouted && name.words.start == 0 && apart
}

/// The two sides of a document, where two parties make up most of those it names.
pub(super) fn sides(counts: &[(usize, PartyRef)]) -> Option<[PartyRef; 2]> {
    let all: usize = counts.iter().map(|(count, _)| count).sum();
    let [(first, one), (second, other), rest @ ..] = counts else { return None };
    let third = rest.first().map_or(0, |(count, _)| *count);
    let plain = (first + second) * 10 >= all * 6 && *second >= 2 && *second > third;
    plain.then(|| [one.clone(), other.clone()])
}

/// The countries that a document speaks of.
pub(super) fn near(views: &[View], vocabulary: &Vocabulary) -> Vec<seisin_core::RegionId> {
    let mut near: Vec<_> = views
        .iter()
        .flat_map(|view| &view.parties)
        .filter_map(|name| vocabulary.parties.party(&name.found.party)?.country.clone())
        .collect();
    near.sort();
    near.dedup();
    near
}

/// The state in whose country most places of a document lie, where more than half of them do.
pub(super) fn home(context: &Context<'_>, views: &[View]) -> Option<PartyRef> {
    let mut counts: BTreeMap<seisin_core::RegionId, usize> = BTreeMap::new();
    for name in views.iter().flat_map(|view| &view.places) {
        let country = name.ranked.first().and_then(|place| match place.kind {
            PlaceKind::Country => Some(place.id.clone()),
            _ => place.country.clone(),
        });
        if let Some(country) = country {
            *counts.entry(country).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    let (country, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let state = context.vocabulary.parties.state_of(&country).filter(|_| 2 * most > all)?;
    Some(PartyRef { id: state.id.clone(), name: state.name.clone(), mention: state.name.clone() })
}
