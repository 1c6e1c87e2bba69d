//! People who speak or are named with their office, kept for the sentences after.

use super::{
    context::{Context, Found, How},
    memory::Person,
    view::View,
};
use seisin_core::PartyRef;

/// What stands before a person's name and is no office.
const TITLES: [&str; 20] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "lord",
    "lady",
    "dame",
    "gen",
    "col",
    "lt",
    "maj",
    "capt",
    "brig",
    "sgt",
    "rev",
    "fr",
];

/// Keeps people who speak or are named with their office.
pub(super) fn remember_people(context: &mut Context<'_>, view: &View) {
    let tree = &view.tree;
    for at in (0..tree.len()).filter(|at| tree.is_nominal(*at) && tree.tag(*at) != "PRP") {
        let person = context.lexicon.people.contains(tree.lower(at));
        let subject = tree.label(at).starts_with("nsubj")
            && tree.head(at).is_some_and(|verb| {
                context.lexicon.is_form_of(tree.lower(verb), &context.lexicon.say)
            });
        let title = |word: usize| {
            context.lexicon.people.contains(tree.lower(word))
                || TITLES.contains(&tree.lower(word).trim_end_matches('.'))
        };
        let titled = tree.tag(at).starts_with("NNP")
            && (tree.children(at).iter().any(|child| title(*child))
                || title(at) && tree.child(at, &["flat"]).is_some());
        let unnamed = view.place_at(at).is_none() && view.party_at(at).is_none();
        let asked = matches!(tree.label(at), "obj" | "iobj")
            && unnamed
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
            && unnamed
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

/// Keeps a person under the name in the phrase or in the apposition beside it.
fn note_person(context: &mut Context<'_>, view: &View, at: usize) {
    let tree = &view.tree;
    let known = |party: &Found<PartyRef>| matches!(party.how, How::Named | How::Referred);
    let party = context.party(view, at).filter(known).map(|party| party.value);
    let beside =
        tree.children_with(at, &["appos"]).find(|child| tree.tag(*child).starts_with("NNP"));
    let renamed = tree.head(at).filter(|head| {
        tree.label(at) == "appos" && *head < at && tree.tag(*head).starts_with("NNP")
    });
    let beside = beside.or(renamed);
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
