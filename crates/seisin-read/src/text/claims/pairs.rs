//! Two parties named by one phrase: "both sides", "French and Malian forces".

use super::{
    context::{Context, Found, How},
    memory::Side,
    view::View,
    who::core,
};
use seisin_core::PartyRef;
use seisin_places::PartyRole;

type Who = Found<PartyRef>;

impl Context<'_> {
    /// "French and Malian forces": the forces of both.
    pub(super) fn joined_adjectives(&self, view: &View, at: usize) -> Option<Vec<Who>> {
        let core = core(view, at);
        let mut names = view.parties.iter().filter(|name| {
            core.contains(&name.words.start) && name.found.role == PartyRole::Demonym
        });
        let (first, second) = (names.next()?, names.next()?);
        let joined = view.tree.lower(first.words.end) == "and"
            && second.words.start == first.words.end + 1
            && first.found.party != second.found.party;
        let body = self.is_body(view.tree.lower(at));
        (joined && body).then(|| {
            [first, second].map(|name| self.named(view, name, core.clone())).into_iter().collect()
        })
    }

    /// "Both", "each of them", "neither", "the two sides", "the parties".
    pub(super) fn both(&self, view: &View, at: usize) -> Option<Vec<Who>> {
        let tree = &view.tree;
        let pair = |word: &str| matches!(word, "both" | "each" | "neither" | "two");
        let own = matches!(tree.lower(at), "both" | "each" | "neither");
        let sides = matches!(
            tree.lower(at),
            "sides"
                | "countries"
                | "parties"
                | "governments"
                | "neighbours"
                | "neighbors"
                | "states"
                | "presidents"
                | "side"
                | "country"
        );
        let counted = tree.children(at).iter().any(|child| pair(tree.lower(*child)));
        let parties = tree.lower(at) == "parties"
            && tree.children(at).iter().any(|c| tree.lower(*c) == "the");
        let named = !view.parties_below(at).is_empty();
        if named || !(own || (sides && counted) || parties) {
            return None;
        }
        let states = matches!(
            tree.lower(at),
            "countries"
                | "governments"
                | "neighbours"
                | "neighbors"
                | "states"
                | "presidents"
                | "country"
        );
        let someone = |party: &PartyRef| {
            self.vocabulary.parties.party(&party.id).is_none()
                && party
                    .name
                    .to_lowercase()
                    .split(' ')
                    .any(|word| self.lexicon.people.contains(word))
        };
        let place = Self::place(view, at);
        let two = self.memory.last_two(place, states.then_some(Side::State), someone);
        let words = core(view, at);
        let mention = self.text(view, words.clone());
        (two.len() == 2).then(|| {
            two.into_iter()
                .map(|party| Found {
                    value: PartyRef { mention: mention.clone(), ..party },
                    words: words.clone(),
                    how: How::Referred,
                })
                .collect()
        })
    }
}
