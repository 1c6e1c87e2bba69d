//! Which land a noun for land means by what stands beside it: "the town of Velk", "its own territory",
//! "Arlandic soil", "the city" of a province.

use super::{
    context::{Context, Found, How, unlisted_region, without_article},
    land::{country, is_capital, is_quarter, name_end},
    lands::{LESSER, SETTLEMENTS},
    view::{PlaceName, View},
};
use crate::text::syntax::preposition;
use seisin_core::RegionRef;
use seisin_places::{PartyKind, PlaceKind};
use std::ops::Range;

type Land = Found<RegionRef>;

impl Context<'_> {
    /// "The town of Martakert", "Russian soil", "Marib governorate", "the city", "four villages".
    pub(super) fn land_noun(
        &self,
        view: &View,
        at: usize,
        core: Range<usize>,
        depth: usize,
    ) -> Land {
        let tree = &view.tree;
        if let Some(land) = self.called_after_of(view, at, &core) {
            return land;
        }
        let inside = view.places.iter().rev().find(|name| {
            name.words.start >= core.start
                && name.words.end <= core.end
                && !Self::is_owner(view, name, at)
        });
        if let Some(name) = inside {
            return self.named_land(view, name, core);
        }
        let unlisted = tree
            .children_with(at, &["compound", "flat", "appos", "nmod"])
            .filter(|child| tree.tag(*child).starts_with("NNP"))
            .filter(|child| view.party_at(*child).is_none_or(is_capital))
            .find(|child| {
                let at_name = |case: &str| case == "at" && LESSER.contains(&tree.lower(at));
                preposition(tree, *child).is_none_or(|case| case == "of" || at_name(&case))
            });
        let beside = tree.children_with(at, &["nmod", "appos", "acl"]);
        for child in beside.filter(|child| tree.child(*child, &["cop"]).is_none()) {
            let case = preposition(tree, child);
            let fits = case.as_deref().is_none_or(|case| {
                matches!(case, "of" | "in" | "within" | "on" | "along" | "beyond" | "at")
            });
            let named = fits.then(|| self.land_within(view, child, depth + 1)).flatten();
            if let Some(land) = named.filter(|land| matches!(land.how, How::Named)) {
                let words = core.start..core.end.max(name_end(view, child));
                let mention = self.text(view, words.clone());
                return Found {
                    value: RegionRef { mention, ..land.value },
                    words,
                    how: How::Named,
                };
            }
        }
        if let Some(child) = unlisted {
            let beside = preposition(tree, child).is_some() || tree.label(child) == "appos";
            return if beside {
                self.unlisted_within(view, core.start..core.end.max(name_end(view, child)), child)
            } else {
                self.unlisted_land(view, core)
            };
        }
        if let Some(land) = self.renamed(view, at, &core, depth) {
            return land;
        }
        let owner = tree.child(at, &["nmod:poss"]).filter(|owner| {
            matches!(tree.lower(*owner), "country" | "island" | "region" | "nation" | "province")
        });
        if let Some(land) = owner.and_then(|owner| self.land_within(view, owner, depth + 1))
            && land.how == How::Referred
        {
            let mention = self.text(view, core.clone());
            let value = RegionRef { mention, ..land.value };
            return Found { value, words: core, how: How::Referred };
        }
        if let Some(own) = self.own_land(view, at) {
            let mention = self.text(view, core.clone());
            return Found { value: RegionRef { mention, ..own }, words: core, how: How::Named };
        }
        let owned = self.owned(view, &core).filter(|_| is_of_a_country(view, at, &core));
        if let Some(country) = owned {
            let mention = self.text(view, core.clone());
            return Found { value: RegionRef { mention, ..country }, words: core, how: How::Named };
        }
        self.referred_land(view, at, core)
    }

    fn referred_land(&self, view: &View, at: usize, core: Range<usize>) -> Land {
        let tree = &view.tree;
        let definite = tree.children_with(at, &["det", "nmod:poss"]).any(|det| {
            matches!(
                tree.lower(det),
                "the"
                    | "that"
                    | "this"
                    | "its"
                    | "their"
                    | "whole"
                    | "these"
                    | "those"
                    | "same"
                    | "both"
            )
        });
        let definite = definite
            || matches!(tree.lower(at.wrapping_sub(1)), "that" | "this" | "these" | "those");
        let counted = tree.child(at, &["nummod", "acl", "acl:relcl"]).is_some();
        let noun = tree.lower(at);
        let settlement = SETTLEMENTS.contains(&noun);
        let country = matches!(
            noun,
            "country" | "kingdom" | "state" | "nation" | "republic" | "emirate" | "sultanate"
        );
        let wanted = |kind: Option<PlaceKind>| {
            kind.map_or(!country, |kind| match kind {
                PlaceKind::Settlement => settlement || noun == "capital",
                PlaceKind::Country => {
                    !settlement && (country || matches!(noun, "territory" | "land" | "island"))
                }
                _ => !settlement && !country,
            })
        };
        let known = (definite && !counted && !is_quarter(noun))
            .then(|| self.memory.lands.called(Self::place(view, at), noun, wanted))
            .flatten();
        let town =
            (noun == "city" && definite && !counted).then(|| self.town_of_division(view, at));
        let known = town.flatten().or(known.cloned());
        let mention = self.text(view, core.clone());
        let home = self.home.as_ref().filter(|_| definite && matches!(noun, "country" | "nation"));
        let home = home.and_then(|home| {
            let id = self.vocabulary.parties.party(&home.id)?.country.clone()?;
            Some(super::land::country(id, &home.name))
        });
        let home = home.filter(|_| known.is_none());
        if let Some(region) = known.or(home) {
            let value = RegionRef { mention, ..region };
            return Found { value, words: core, how: How::Referred };
        }
        let value = unlisted_region(without_article(&mention).to_owned(), mention);
        Found { value, words: core, how: How::Phrase }
    }

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
        let value = unlisted_region(name, mention);
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

    /// Whether a place's name only says whose the land is: "Russia’s Kursk region", "Arland’s capital, Sarn".
    fn is_owner(view: &View, name: &PlaceName, at: usize) -> bool {
        let tree = &view.tree;
        let last = name.words.end.saturating_sub(1);
        let renamed = || {
            tree.children_with(at, &["appos", "flat"])
                .any(|child| child > at && tree.tag(child).starts_with("NNP"))
        };
        let named = || {
            view.places
                .iter()
                .any(|other| other.words.start >= name.words.end && other.words.end <= at + 1)
        };
        tree.label(last) == "nmod:poss" && tree.head(last) == Some(at) && (named() || renamed())
    }
}

/// Whether a people's adjective before a noun for land makes it that people's country: "Russian
/// soil", and not "the former Spanish colony".
fn is_of_a_country(view: &View, at: usize, core: &Range<usize>) -> bool {
    let tree = &view.tree;
    let other = matches!(
        tree.lower(at),
        "colony"
            | "possession"
            | "possessions"
            | "protectorate"
            | "enclave"
            | "exclave"
            | "enclaves"
    );
    !other && !core.clone().any(|word| matches!(tree.lower(word), "former" | "old" | "ex"))
}
