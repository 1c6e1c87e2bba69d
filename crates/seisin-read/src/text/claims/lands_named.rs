//! Keeping the lands that a sentence names for the sentences after it.

use super::{
    context::{Context, unlisted_region},
    lands::{Standing, is_plural},
    lexicon::Pattern,
    view::{PlaceFound, PlaceName, View},
};
use crate::text::syntax::{Tree, preposition};
use seisin_core::RegionRef;
use seisin_places::{Gazetteer, PlaceKind};
use std::ops::Range;

/// Keeps the lands that a sentence names.
pub(super) fn remember_lands(context: &mut Context<'_>, view: &View) {
    remember_unlisted(context, view);
    remember_heading(context, view);
    remember_places(context, view);
}

/// Keeps the land that no list knows and that a line of its own names, the noun for it last: "Velk
/// Sea."
fn remember_heading(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    let words =
        (0..tree.len().min(6)).filter(|at| tree.lower(*at).starts_with(char::is_alphabetic));
    let capital = |at: usize| {
        let printed = context.text(view, at..at + 1);
        printed.starts_with(char::is_uppercase) && printed.chars().any(char::is_lowercase)
    };
    let name: Vec<usize> = words.filter(|at| tree.tag(*at) != "DT").collect();
    let (Some(first), Some(last)) = (name.first().copied(), name.last().copied()) else { return };
    let noun = context.lexicon.land.contains(tree.lower(last));
    let whole = first..last + 1;
    let known = view.places.iter().any(|place| place.words.contains(&last));
    let named = name.len() > 1 && name.len() == whole.len() && name.iter().all(|at| capital(*at));
    if !noun || known || !named || !stands_over(context, view, &whole) {
        return;
    }
    let mention = context.text(view, whole);
    let region = unlisted_region(mention.clone(), mention);
    context.memory.lands.note(Context::place(view, last), region, None, Standing::Heading);
}

fn remember_places(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for name in &view.places {
        let head = name.words.end.saturating_sub(1);
        let first = name.words.start + usize::from(tree.tag(name.words.start) == "DT");
        let whole = view.party_at(head).is_some_and(|party| party.words.start <= first);
        if whole && acts(tree, head) {
            continue;
        }
        let kind: Option<PlaceKind> = match &name.found {
            PlaceFound::Own(_) => None,
            PlaceFound::Listed(found) => {
                Some(name.ranked.first().map_or(found.kind, |place| place.kind))
            }
        };
        let case = preposition(tree, head);
        let signed = matches!(tree.label(head), "compound" | "nmod:poss" | "amod")
            && tree.head(head).is_some_and(|noun| {
                super::remembering::NAMED_AFTER_TOWNS.contains(&tree.lower(noun))
            });
        if signed {
            continue;
        }
        let metonym = view
            .party_at(name.words.start)
            .is_some_and(|party| party.found.role == seisin_places::PartyRole::Capital)
            && (matches!(case.as_deref(), Some("to" | "with" | "by" | "against" | "between"))
                || case.is_none() && opens_as_party(tree, head));
        if metonym || is_dateline(view, &name.words) {
            continue;
        }
        let region = context.region(name, context.text(view, name.words.clone()));
        if let Some(id) = &region.id {
            let printed = super::context::without_article(&region.mention).to_owned();
            let known = context.printed.get(id);
            let fuller = known.is_some_and(|known| {
                known.ends_with(&printed) || is_plural(known) && !is_plural(&printed)
            });
            if !fuller {
                context.printed.insert(id.clone(), printed);
            }
        }
        let standing = match standing(context, view, head) {
            _ if stands_over(context, view, &name.words) => Standing::Heading,
            Standing::Named if is_heading(view) => Standing::Topic,
            Standing::Named
                if kind == Some(PlaceKind::Country) && receives(context, view, name) =>
            {
                Standing::Aside
            }
            standing => standing,
        };
        let region = match noun_for(context, view, &name.words) {
            Some(noun) => RegionRef { mention: format!("{} {noun}", region.mention), ..region },
            None => region,
        };
        context.memory.lands.note(Context::place(view, head), region, kind, standing);
    }
}

/// The noun for land that goes with a name: "the old state of Velk", "Sarn, an atoll".
fn noun_for<'v>(context: &Context<'_>, view: &'v View, name: &Range<usize>) -> Option<&'v str> {
    let tree = &view.tree;
    let outside = |at: &usize| tree.head(*at).is_none_or(|head| !name.contains(&head));
    let head = name.clone().find(outside)?;
    let of = preposition(tree, head).is_some_and(|case| case == "of");
    let above = tree.head(head).filter(|noun| of && *noun + 3 >= head && *noun < head);
    let beside = tree.child(head, &["appos"]).filter(|noun| tree.tag(*noun) == "NN");
    let noun = tree.lower(above.or(beside)?);
    (context.lexicon.land.contains(noun) && !context.lexicon.partitive.contains(noun))
        .then_some(noun)
}

/// Whether a country's name stands for the state that is given or told something: "the rest to Arland",
/// "talks with Borland", and not "crossed to Arland".
fn receives(context: &Context<'_>, view: &View, name: &PlaceName) -> bool {
    let tree = &view.tree;
    let head = name.words.end.saturating_sub(1);
    let Some(case) = preposition(tree, head) else { return false };
    let moves = tree.head(head).is_some_and(|verb| {
        context.lexicon.senses(tree.lower(verb)).any(|(_, sense)| {
            matches!(sense.pattern, Pattern::EnterInto | Pattern::Advance | Pattern::Withdraw)
        })
    });
    let told = matches!(case.as_str(), "with" | "by" | "against" | "between" | "for")
        || case == "to" && !moves;
    view.party_at(head).is_some() && told
}

/// Whether a name that is also a party's stands for who acts or owns, alone or in a list: "Arland
/// and Borland split".
fn acts(tree: &Tree, head: usize) -> bool {
    let joined = |at: &usize| tree.head(*at).filter(|_| tree.label(*at) == "conj");
    let first = std::iter::successors(Some(head), joined).take(6).last().unwrap_or(head);
    let finite = matches!(tree.tag(head + 1), "VBZ" | "VBD" | "VBP" | "MD");
    finite && preposition(tree, head).is_none()
        || matches!(
            tree.label(first),
            "nsubj" | "nsubj:pass" | "nmod:poss" | "amod" | "compound" | "obl:agent"
        )
}

/// Whether a capital opens a sentence that its clause in commas goes on with: "Arlis, which keeps its
/// claim, protested".
fn opens_as_party(tree: &Tree, head: usize) -> bool {
    head < 3
        && tree.lower(head + 1) == ","
        && matches!(tree.lower(head + 2), "which" | "whose" | "for" | "meanwhile" | "too")
}

/// Whether a sentence is a few words without a verb that a report stands under.
fn is_heading(view: &View) -> bool {
    let tree = &view.tree;
    let ends = matches!(tree.lower(tree.len().saturating_sub(1)), "." | "!" | "?");
    (1..=6).contains(&tree.len()) && !ends && !(0..tree.len()).any(|at| tree.is_verb(at))
}

/// Whether a place only says whence a report was sent: "Sarn, 16 October 2024".
fn is_dateline(view: &View, words: &Range<usize>) -> bool {
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

/// Whether a sentence is nothing but a land’s name at the beginning of a line: "Velk Island.", "(c)
/// Sarn."
fn stands_over(context: &Context<'_>, view: &View, words: &Range<usize>) -> bool {
    let tree = &view.tree;
    let alone = (0..tree.len()).filter(|at| !words.contains(at)).all(|at| {
        let word = tree.lower(at);
        let number = at < words.start && word.chars().count() == 1;
        number || !word.starts_with(char::is_alphabetic) || tree.tag(at) == "DT"
    });
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
    let standing = if view.index == 0 { Standing::Topic } else { Standing::Heading };
    context.memory.lands.note((view.index, 0), region.clone(), kind, standing);
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
    let above = |at: &usize| tree.head(*at).filter(|_| tree.label(*at) == "nmod" || *at == head);
    let spoken = std::iter::successors(Some(head), above).skip(1).take(2).any(|above| {
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

/// Whether a name is what a verb of holding, taking or leaving land is done to.
fn is_told_of(context: &Context<'_>, view: &View, at: usize) -> bool {
    view.tree.head(at).is_some_and(|verb| {
        context.lexicon.senses(view.tree.lower(verb)).any(|(_, sense)| {
            !sense.weak && matches!(sense.pattern, Pattern::Hold | Pattern::Take | Pattern::Enter)
        })
    })
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
        let taken = tree.label(at) == "obj" && is_told_of(context, view, at);
        let local = case.as_deref() == Some("of")
            && tree.head(at).is_some_and(|head| LOCALS.contains(&tree.lower(head)));
        let located = located || local || taken;
        let words = super::who::core(view, at);
        let state = matches!(tree.lower(at), "republic" | "state" | "kingdom" | "union" | "nation");
        let named = words.len() > 1 + usize::from(state && tree.tag(words.start) == "DT");
        let land_noun = context.lexicon.land.contains(tree.lower(at)) && named;
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
        let other = view.parties.iter().any(|name| words.contains(&name.words.start))
            || view.places.iter().any(|name| words.contains(&name.words.start));
        if !dated && !other && (located || land_noun) {
            let mention = context.text(view, words.clone());
            let name = super::context::without_article(&mention).to_owned();
            let region = unlisted_region(name, mention);
            let standing = standing(context, view, at);
            context.memory.lands.note(Context::place(view, at), region, None, standing);
        }
    }
}
