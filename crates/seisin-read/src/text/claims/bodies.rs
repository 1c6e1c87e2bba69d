//! Which party a body without a listed name is of: "the VLF faction", "the garrison" under a country’s name,
//! "a Filipino, Tomás Cloma", "the Conference of Ambassadors".

use super::{
    context::{Context, Found},
    view::{PartyName, View},
    who::core,
};
use seisin_core::PartyRef;
use seisin_places::PartyRole;
use std::ops::Range;

type Who = Found<PartyRef>;

impl Context<'_> {
    /// The party of a name, or the one of its people whose own name stands beside it.
    pub(super) fn named_or_one_of(
        &self,
        view: &View,
        name: &PartyName,
        (at, words): (usize, Range<usize>),
    ) -> Who {
        match one_of_a_people(view, name, at) {
            Some(own) => self.unlisted(view, core(view, own)),
            None => self.named(view, name, words),
        }
    }

    /// The name in capital letters right before a noun for a group, where no list knows it: "the VLF
    /// faction".
    pub(super) fn lettered(&self, view: &View, at: usize) -> Option<usize> {
        let name = at.checked_sub(1)?;
        let printed = self.text(view, name..at);
        let letters =
            printed.len() > 2 && printed.chars().all(|letter| letter.is_ascii_uppercase());
        let free = view.party_at(name).is_none() && view.place_at(name).is_none();
        (letters && free).then_some(name)
    }

    /// The state under whose name as a heading "the army" and "the garrison" are told of.
    pub(super) fn state_of_section(&self, view: &View, at: usize) -> Option<PartyRef> {
        let lower = view.tree.lower(at);
        let of_state = is_of_the_state(lower)
            || matches!(lower, "garrison" | "troops" | "soldiers" | "forces" | "police");
        let country = self.memory.lands.country_over(Self::place(view, at)).filter(|_| of_state)?;
        let state = self.vocabulary.parties.state_of(country.id.as_ref()?)?;
        let (id, name) = (state.id.clone(), state.name.clone());
        Some(PartyRef { id, mention: name.clone(), name })
    }
}

impl Context<'_> {
    /// "Government forces", "junta troops", "federal police": whether the words before a noun for forces say
    /// that they are the state’s.
    pub(super) fn is_governments(&self, view: &View, at: usize) -> bool {
        let tree = &view.tree;
        tree.children_with(at, &["compound", "amod"]).any(|word| {
            self.lexicon.governments.contains(tree.lower(word))
                || matches!(tree.lower(word), "army" | "military" | "federal" | "loyalist")
        })
    }
}

/// The name of one of a people: "a Filipino, Tomás Cloma".
fn one_of_a_people(view: &View, name: &PartyName, at: usize) -> Option<usize> {
    let tree = &view.tree;
    let one = name.found.role == PartyRole::Demonym
        && tree.tag(at) != "NNPS"
        && tree.child(at, &["det"]).is_some_and(|det| matches!(tree.lower(det), "a" | "an"));
    tree.children_with(at, &["appos"]).find(|own| one && tree.tag(*own).starts_with("NNP"))
}

/// A name with those it is made up of: "the Conference of Ambassadors", "the League of Sarn".
pub(super) fn with_members(view: &View, at: usize, core: Range<usize>) -> Range<usize> {
    const BODIES: [&str; 12] = [
        "league",
        "conference",
        "congress",
        "council",
        "organisation",
        "organization",
        "union",
        "committee",
        "alliance",
        "assembly",
        "house",
        "movement",
    ];
    let tree = &view.tree;
    let of = core.end == at + 1 && tree.lower(at + 1) == "of" && BODIES.contains(&tree.lower(at));
    let named = |word: &usize| tree.tag(*word).starts_with("NNP");
    let end = (at + 2..tree.len()).take_while(named).last().filter(|_| of);
    core.start..end.map_or(core.end, |last| last + 1)
}

/// Whether a noun without a name means what the state of the land itself has.
pub(super) fn is_of_the_state(noun: &str) -> bool {
    matches!(
        noun,
        "army"
            | "military"
            | "government"
            | "junta"
            | "regime"
            | "authorities"
            | "troops"
            | "soldiers"
            | "parliament"
            | "police"
            | "garrison"
            | "navy"
            | "battalion"
            | "battalions"
    )
}
