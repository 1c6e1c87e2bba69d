//! Land that is, or came to be, part of a state: "Sarn is part of Arland", "Velk became part of Borland in
//! 1921", "the town became Arlandic".

use super::{
    context::{Context, Found, How},
    view::View,
    when::Dated,
};
use crate::text::syntax::preposition;
use seisin_core::{Edtf, Endpoint, PartyRef};
use seisin_places::{PartyKind, PartyRole};

/// What makes a part one that somebody only says is so: "an inseparable part of Arland".
const SAID_TO_BE: [&str; 9] = [
    "integral",
    "inseparable",
    "inalienable",
    "indivisible",
    "historic",
    "historical",
    "sacred",
    "natural",
    "important",
];

/// Nouns for land that is another’s.
const DEPENDENT: [&str; 6] =
    ["colony", "protectorate", "possession", "dependency", "dominion", "mandate"];

/// Nouns for a part of a state, by which land is told to have become its own.
const PARTS: [&str; 8] =
    ["province", "state", "territory", "department", "district", "oblast", "county", "republic"];

impl Context<'_> {
    /// The state whose a predicate says land is or became: "a British colony", "became an Indian state".
    pub(super) fn dependent_on(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let becomes = tree.head(at).is_some_and(|verb| self.is_becoming(view, verb));
        let noun =
            DEPENDENT.contains(&tree.lower(at)) || becomes && PARTS.contains(&tree.lower(at));
        let core = super::who::core(view, at);
        let past = core.clone().any(|word| {
            matches!(
                tree.lower(word),
                "former" | "old" | "ex" | "independent" | "free" | "client" | "no"
            )
        });
        let name = view.parties.iter().find(|name| core.contains(&name.words.start))?;
        let demonym = name.found.role == PartyRole::Demonym && name.words.end <= at;
        let state = self.vocabulary.parties.party(&name.found.party)?.kind == PartyKind::State;
        (noun && !past && demonym && state).then(|| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        })
    }

    /// The state that a predicate says something is part of: "part of Arland", "part of Arlandic territory".
    pub(super) fn whole_of(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let part = tree.lower(at) == "part" && tree.lower(at + 1) == "of";
        let said = tree
            .children_with(at, &["amod", "nmod:poss"])
            .any(|word| SAID_TO_BE.contains(&tree.lower(word)) || tree.label(word) != "amod");
        let of = |noun: &usize| preposition(tree, *noun).as_deref() == Some("of");
        let whole = tree.children_with(at, &["nmod"]).find(of).filter(|_| part && !said)?;
        let land = matches!(tree.lower(whole), "territory" | "soil" | "land");
        let found = if land {
            self.party_within(view, super::who::core(view, whole))?
        } else {
            view.party_at(whole)?;
            self.party(view, whole)?
        };
        let known = self.vocabulary.parties.party(&found.value.id)?;
        let state = matches!(known.kind, PartyKind::State | PartyKind::DeFactoAuthority);
        (state && found.how == How::Named).then_some(found)
    }

    /// Whether a verb says that something came to be what it was not.
    pub(super) fn is_becoming(&self, view: &View, verb: usize) -> bool {
        self.lexicon.is_form(view.tree.lower(verb), "become")
    }
}

/// What came to be so on a day is so from then on.
pub(super) fn from_then(mut dated: Dated) -> Dated {
    if let Edtf::Date(day) = dated.valid.edtf {
        dated.valid.edtf = Edtf::Interval(Endpoint::Date(day), Endpoint::Open);
    }
    dated
}
