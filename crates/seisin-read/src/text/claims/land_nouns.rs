//! Which land a noun for land means by what stands beside it: "the town of Velk", "its own territory",
//! "Arlandic soil", "the city" of a province.

use super::{
    context::{Context, Found, How},
    land::country,
    lands::SETTLEMENTS,
    view::View,
};
use seisin_core::RegionRef;
use seisin_places::{PartyKind, PlaceKind};
use std::ops::Range;

type Land = Found<RegionRef>;

impl Context<'_> {
    /// "The town of Velk in Sarn district": the name that no list knows, right after the noun.
    pub(super) fn called_after_of(
        &self,
        view: &View,
        at: usize,
        core: &Range<usize>,
    ) -> Option<Land> {
        let tree = &view.tree;
        let of = SETTLEMENTS.contains(&tree.lower(at)) && tree.lower(at + 1) == "of";
        let start = at + 2;
        let name = |at: usize| tree.tag(at).starts_with("NNP") && view.place_at(at).is_none();
        let end = (start..tree.len()).take_while(|at| name(*at)).last().filter(|_| of)? + 1;
        let known =
            view.parties.iter().any(|name| name.words.start < end && start < name.words.end);
        let words = core.start.min(at)..end;
        let mention = self.text(view, words.clone());
        let name = self.text(view, start..end);
        let value = RegionRef { id: None, name, mention, candidates: Vec::new() };
        (!known).then_some(Found { value, words, how: How::Unlisted })
    }

    /// "Velk, the 160,000 sq. km region that Arland administers": the name beside the noun.
    pub(super) fn renamed(
        &self,
        view: &View,
        at: usize,
        core: &Range<usize>,
        depth: usize,
    ) -> Option<Land> {
        let tree = &view.tree;
        let head = tree.head(at).filter(|head| tree.label(at) == "appos" && *head < at)?;
        let named = self.land_within(view, head, depth + 1)?;
        let known = matches!(named.how, How::Named | How::Unlisted) && !core.contains(&head);
        let mention = self.text(view, core.clone());
        known.then(|| Found {
            value: RegionRef { mention, ..named.value },
            words: core.clone(),
            how: How::Named,
        })
    }

    /// The town after which the division named right before is called, where no town was: "the districts of
    /// Velk province. The city itself".
    pub(super) fn town_of_division(&self, view: &View, at: usize) -> Option<RegionRef> {
        let (place, lands) = (Self::place(view, at), &self.memory.lands);
        let town = |kind| kind == Some(PlaceKind::Settlement);
        if lands.lately(place, 1, town).is_some() {
            return None;
        }
        let division = lands.lately(place, 1, |kind| kind == Some(PlaceKind::Admin1))?;
        let town = division
            .candidates
            .iter()
            .find(|other| other.name == division.name && other.rule.contains("of a settlement"))?;
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let printed: Vec<&str> = division.mention.split(' ').take_while(capital).collect();
        let name = if printed.is_empty() { town.name.clone() } else { printed.join(" ") };
        Some(RegionRef { id: Some(town.id.clone()), name, ..division.clone() })
    }

    /// The country of whoever "its land" and "their territory" speak of.
    pub(super) fn own_land(&self, view: &View, at: usize) -> Option<RegionRef> {
        let tree = &view.tree;
        let all = matches!(tree.lower(at), "land" | "lands" | "territory" | "soil");
        let owner = tree
            .child(at, &["nmod:poss"])
            .filter(|owner| all && matches!(tree.lower(*owner), "its" | "their"))?;
        let party = self.party(view, owner)?.value;
        let party = self.vocabulary.parties.party(&party.id)?;
        let id = party.country.clone().filter(|_| party.kind == PartyKind::State)?;
        Some(country(id, &party.name))
    }

    /// The country of "Russian soil" or "Armenian territory".
    pub(super) fn owned(&self, view: &View, core: &Range<usize>) -> Option<RegionRef> {
        let name = view
            .parties
            .iter()
            .find(|name| name.words.start >= core.start && name.words.end <= core.end)?;
        let party = self.vocabulary.parties.party(&name.found.party)?;
        let id = party.country.clone()?;
        Some(country(id, &party.name))
    }
}
