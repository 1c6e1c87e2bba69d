//! Which land a phrase names.

use super::{
    context::{Context, Found, How, unlisted_region, without_article},
    memory::Side,
    view::{PlaceFound, PlaceName, View},
    who,
};
use crate::text::syntax::preposition;
use seisin_core::{RegionCandidate, RegionId, RegionRef};
use seisin_places::{Gazetteer, PlaceKind};
use std::ops::Range;

type Land = Found<RegionRef>;

/// How many candidates of an ambiguous name are kept.
const MOST_CANDIDATES: usize = 8;

/// Prepositions between a part or a measure and the land it is of.
const LEADING: [&str; 7] = ["of", "in", "on", "over", "within", "near", "at"];

impl Context<'_> {
    /// The lands a phrase names, those joined to it by "and" included.
    pub(crate) fn lands(&self, view: &View, at: usize) -> Vec<Land> {
        let tree = &view.tree;
        if let Some(names) = self.names_of_several(view, at) {
            return names;
        }
        let Some(first) = self.land(view, at) else { return Vec::new() };
        let base = self.partitive_land(view, at).unwrap_or(at);
        let mut found = vec![first];
        let own_part = |other: usize| {
            view.party_at(other).is_some_and(|name| {
                begins_share(view, other + 1)
                    || view.place_at(other).is_none() && self.side_of(name) == Side::Group
            })
        };
        let may_be = |other: &usize| {
            tree.is_nominal(*other) || self.lexicon.partitive.contains(tree.lower(*other))
        };
        for other in tree.children_with(base, &["conj"]).filter(may_be) {
            let one_name = view.place_at(other).is_some_and(|name| name.words.contains(&base));
            let start = who::core(view, other).start;
            let left_out = (start.saturating_sub(1)..=start)
                .any(|at| matches!(tree.lower(at), "not" | "nor" | "except"));
            if own_part(other) || one_name || left_out {
                continue;
            }
            let counted = |land: &Land| {
                view.quantities_in(land.words.clone()).next().is_some()
                    || view.quantities_in(start..land.words.end).next().is_some()
                    || is_quarter(tree.lower(other)) && !is_quarter(tree.lower(base))
            };
            let plain = self.lexicon.land.contains(tree.lower(other))
                && tree.child(other, &["det"]).is_some_and(|det| tree.lower(det) == "the");
            let land = self.land(view, other).map(|land| apart_from(land, &found));
            found.extend(land.filter(|land| land.how != How::Phrase || plain || counted(land)));
        }
        found
    }

    /// The lands a phrase names or refers to, those left out that its words only describe.
    pub(crate) fn definite_lands(&self, view: &View, at: usize) -> Vec<Land> {
        let mut lands = self.lands(view, at);
        lands.retain(|land| land.how != How::Phrase);
        lands
    }

    /// "The Sarn and Velk hills", "bases in both Sarn and Velk", "two towns, Sarn and Velk": the names beside
    /// a noun in the plural.
    fn names_of_several(&self, view: &View, at: usize) -> Option<Vec<Land>> {
        let tree = &view.tree;
        let several = tree.tag(at) == "NNS" && self.lexicon.land.contains(tree.lower(at));
        if several && matches!(tree.lower(at), "bases" | "posts" | "outposts" | "garrisons") {
            let within = tree.children_with(at, &["nmod"]).find(|noun| {
                let case = preposition(tree, *noun);
                let named = view.place_at(*noun).is_some()
                    || tree.tag(*noun).starts_with("NNP") && view.party_at(*noun).is_none();
                case.is_some_and(|case| matches!(case.as_str(), "in" | "at" | "on" | "in both"))
                    && named
            });
            let lands = within.map(|noun| self.lands(view, noun)).unwrap_or_default();
            let all = lands.len() > 1 && lands.iter().all(|land| land.how != How::Phrase);
            return all.then_some(lands);
        }
        let beside = tree.child(at, &["appos"]).filter(|names| {
            let joined = tree.child(*names, &["conj"]).is_some();
            several && joined && tree.tag(*names).starts_with("NNP")
        });
        if let Some(names) = beside {
            return Some(self.lands(view, names));
        }
        let first = tree.child(at, &["compound", "amod"]).filter(|_| several)?;
        let second = tree.child(first, &["conj"]).filter(|second| *second < at)?;
        let named =
            |word: usize| tree.tag(word).starts_with("NNP") && view.party_at(word).is_none();
        if !named(first) || !named(second) || view.place_at(at).is_some() {
            return None;
        }
        let land = |word: usize| {
            view.place_at(word).map_or_else(
                || {
                    let mention = self.text(view, word..word + 1);
                    let name = mention.clone();
                    let value = RegionRef { id: None, name, mention, candidates: Vec::new() };
                    Land { value, words: word..word + 1, how: How::Unlisted }
                },
                |name| self.named_land(view, name, name.words.clone()),
            )
        };
        Some(vec![land(first), land(second)])
    }

    /// The land a phrase names.
    pub(crate) fn land(&self, view: &View, at: usize) -> Option<Land> {
        self.land_within(view, at, 0)
    }

    pub(super) fn land_within(&self, view: &View, at: usize, depth: usize) -> Option<Land> {
        let tree = &view.tree;
        if depth > 4 {
            return None;
        }
        if let Some(found) = self.land_pronoun(view, at) {
            return found;
        }
        let core = past_dates(view, who::core(view, at), at);
        if let Some(name) = view.place_at(at).filter(|name| !Self::is_people(view, name)) {
            return Some(self.named_land(view, name, core));
        }
        if let Some(inner) = self.partitive_land(view, at)
            && inner != at
            && let Some(land) = self.land_within(view, inner, depth + 1)
        {
            return Some(land);
        }
        let lower = tree.lower(at);
        let is_land = self.lexicon.land.contains(lower);
        if is_land {
            return Some(self.land_noun(view, at, core, depth));
        }
        if self.lexicon.partitive.contains(lower) {
            return None;
        }
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
        let proper = tree.tag(at).starts_with("NNP") && !dated;
        if proper {
            let inner = view
                .places
                .iter()
                .rev()
                .find(|name| name.words.start >= core.start && name.words.end <= core.end);
            if let Some(name) = inner.filter(|name| tree.tag(name.words.end) == "POS") {
                return Some(self.unlisted_land(view, name.words.end + 1..core.end));
            }
            if let Some(name) = inner {
                return Some(self.named_land(view, name, core));
            }
            let person = view.party_at(at).is_some_and(|party| !is_capital(party))
                || self.looks_like_person(view, &core);
            return (!person).then(|| self.unlisted_land(view, core));
        }
        None
    }

    /// The noun after "of", "in" or "on" where a phrase is a part or a measure of it.
    fn partitive_land(&self, view: &View, at: usize) -> Option<usize> {
        let tree = &view.tree;
        let lower = tree.lower(at);
        let measure = self.lexicon.partitive.contains(lower)
            || tree.tag(at) == "CD"
            || view.quantities_in(at..at + 1).next().is_some();
        if !measure {
            return Some(at);
        }
        let latter = (at + 1..at + 4).find(|at| tree.lower(*at) == "latter");
        let latter = latter.filter(|latter| tree.lower(latter - 2) == "of");
        let own = tree.children_with(at, &["nmod", "obl"]).find(|child| {
            preposition(tree, *child).is_some_and(|case| LEADING.contains(&case.as_str()))
        });
        let inner = latter.or(own);
        let next = || {
            let near = matches!(tree.lower(at + 1), "near" | "in" | "on" | "outside");
            let noun = (at + 2..at + 6)
                .take_while(|at| !tree.is_verb(*at))
                .find(|at| tree.tag(*at).starts_with("NN") && !tree.tag(at + 1).starts_with("NN"));
            noun.filter(|_| near && self.lexicon.land.contains(lower))
        };
        let renames = || {
            let top = tree.head(at).filter(|_| tree.label(at) == "nmod").unwrap_or(at);
            let named = tree.head(top).filter(|_| tree.label(top) == "appos")?;
            (named < at && tree.tag(named).starts_with("NNP")).then_some(named)
        };
        let inner = inner.or_else(next).or_else(renames);
        inner.and_then(|inner| self.partitive_land(view, inner)).or(inner).or(Some(at))
    }

    /// "It", "that", "there", "them": the land spoken of last.
    #[expect(
        clippy::option_option,
        reason = "a pronoun that stands for nothing known is not the same as no pronoun"
    )]
    fn land_pronoun(&self, view: &View, at: usize) -> Option<Option<Land>> {
        let tree = &view.tree;
        let counted = is_count_alone(view, at);
        let demonstrative = counted
            || matches!(tree.lower(at), "that" | "this" | "those" | "these")
                && tree.tag(at) == "DT";
        if !demonstrative
            && !matches!(
                tree.lower(at),
                "it" | "itself"
                    | "them"
                    | "there"
                    | "here"
                    | "its"
                    | "they"
                    | "both"
                    | "either"
                    | "latter"
            )
        {
            return None;
        }
        let words = at..at + 1;
        let mention = self.text(view, words.clone());
        let several = counted || matches!(tree.lower(at), "them" | "those" | "these" | "both");
        let place = Self::place(view, at);
        let lands = &self.memory.lands;
        let region = match tree.lower(at) {
            "latter" => lands.lately(place, 1, |kind| kind != Some(PlaceKind::Country)),
            _ if several => lands.group(place),
            _ => None,
        };
        let recognised = tree.head(at).is_some_and(|verb| {
            self.lexicon.is_form_of_any(tree.lower(verb), &["recognise", "recognize"])
        });
        let fits = |kind| !recognised || kind != Some(PlaceKind::Settlement);
        let meant = || lands.meant(place, fits).filter(|_| !counted);
        Some(region.or_else(meant).map(|region| Found {
            value: RegionRef { mention, ..region.clone() },
            words,
            how: How::Referred,
        }))
    }

    /// Whether a name that is also a people's stands for the people: "Syrian", "Danes".
    fn is_people(view: &View, name: &PlaceName) -> bool {
        view.party_at(name.words.start).is_some_and(|party| {
            party.found.role == seisin_places::PartyRole::Demonym && party.words == name.words
        })
    }

    fn looks_like_person(&self, view: &View, core: &Range<usize>) -> bool {
        view.tree.words().get(core.clone()).is_some_and(|words| {
            words.iter().any(|word| {
                self.lexicon.people.contains(&word.lower)
                    || matches!(
                        word.lower.as_str(),
                        "mr" | "mrs" | "ms" | "mr." | "gen." | "president"
                    )
            })
        })
    }

    /// The land a listed name stands for, under the words that name it.
    pub(crate) fn named_land(&self, view: &View, name: &PlaceName, words: Range<usize>) -> Land {
        let mention = self.text(view, words.clone());
        Found { value: self.region(name, mention), words, how: How::Named }
    }

    /// The land a listed name stands for.
    pub(crate) fn region(&self, name: &PlaceName, mention: String) -> RegionRef {
        let candidates: Vec<RegionCandidate> = match &name.found {
            PlaceFound::Own(own) => own.clone(),
            PlaceFound::Listed(found) if name.ranked.is_empty() => Gazetteer::built_in()
                .places(found, &self.near)
                .iter()
                .take(MOST_CANDIDATES)
                .map(seisin_places::PlaceEntry::candidate)
                .collect(),
            PlaceFound::Listed(_) => {
                name.ranked.iter().map(seisin_places::PlaceEntry::candidate).collect()
            }
        };
        let best = candidates.first();
        RegionRef {
            id: best.map(|best| best.id.clone()),
            name: best.map_or_else(|| mention.clone(), |best| best.name.clone()),
            mention,
            candidates,
        }
    }

    /// "The buffer zone of Guerguerat": the name at `child`, under the words of the whole phrase.
    pub(super) fn unlisted_within(&self, view: &View, words: Range<usize>, child: usize) -> Land {
        let mention = self.text(view, words.clone());
        let name = without_article(&self.text(view, who::core(view, child))).to_owned();
        let value = unlisted_region(name, mention);
        Found { value, words, how: How::Unlisted }
    }

    pub(super) fn unlisted_land(&self, view: &View, words: Range<usize>) -> Land {
        let verb =
            words.clone().skip(1).find(|at| matches!(view.tree.tag(*at), "VBZ" | "VBD" | "MD"));
        let words = words.start..verb.unwrap_or(words.end);
        let mention = self.text(view, words.clone());
        let name = without_article(&mention).to_owned();
        let value = unlisted_region(name, mention);
        Found { value, words, how: How::Unlisted }
    }
}

/// "Sarn and the northern hills": the hills, and not again what they stand beside.
fn apart_from(land: Land, others: &[Land]) -> Land {
    let same =
        |other: &Land| other.value.id == land.value.id && other.value.name == land.value.name;
    if land.how != How::Referred || !others.iter().any(same) {
        return land;
    }
    let mention = land.value.mention;
    let value = unlisted_region(without_article(&mention).to_owned(), mention);
    Land { value, how: How::Phrase, ..land }
}

/// The words of a phrase without a date that the tree took for its beginning: "in 2020 | the enclave".
fn past_dates(view: &View, core: Range<usize>, at: usize) -> Range<usize> {
    let dates = view.times.iter().map(|time| view.tree.words_in(&time.range));
    let end = dates.filter(|date| core.contains(&date.start) || date.contains(&core.start));
    let start = end.map(|date| date.end).filter(|end| *end <= at).max();
    start.unwrap_or(core.start).max(core.start)..core.end
}

/// Whether a noun is one of the quarters of the sky.
pub(super) fn is_quarter(noun: &str) -> bool {
    matches!(noun, "north" | "south" | "east" | "west")
}

/// Whether a name of a party is that of its capital.
pub(super) fn is_capital(party: &super::view::PartyName) -> bool {
    party.found.role == seisin_places::PartyRole::Capital
}

/// Whether an amount or "the rest" begins at a word, with its article: "Borland | the southern third".
pub(super) fn begins_share(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let rest = (at..at + 2).any(|at| matches!(tree.lower(at), "rest" | "remainder" | "other"));
    rest || tree.tag(at) == "DT"
        || view.quantities.iter().any(|mention| {
            let start = tree.words_in(&mention.range).start;
            (at..at + 3).contains(&start) && matches!(tree.tag(at), "DT" | "CD" | "RB" | "JJ")
        })
}

/// "Claims all four", "the two": a number in words that stands for the lands spoken of.
fn is_count_alone(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let ends = matches!(tree.lower(at + 1), "." | "," | ";" | "" | "and" | "in" | "since");
    tree.tag(at) == "CD"
        && tree.lower(at).bytes().all(|letter| letter.is_ascii_alphabetic())
        && matches!(tree.lower(at.wrapping_sub(1)), "all" | "the")
        && ends
}

/// One past the last word of a name with what tells where it lies, clauses and lists left out.
pub(super) fn name_end(view: &View, at: usize) -> usize {
    let tree = &view.tree;
    tree.branch_without(at, &|child| {
        let apart = matches!(
            tree.label(child),
            "acl" | "acl:relcl" | "conj" | "cc" | "appos" | "punct" | "parataxis" | "advcl" | "dep"
        );
        let elsewhere = preposition(tree, child)
            .is_some_and(|case| !matches!(case.as_str(), "of" | "in" | "within" | "on"));
        apart || elsewhere
    })
    .end
}

/// A country as a region.
pub(crate) fn country(id: RegionId, name: &str) -> RegionRef {
    let rule = "the country of the party named".to_owned();
    RegionRef {
        id: Some(id.clone()),
        name: name.to_owned(),
        mention: name.to_owned(),
        candidates: vec![RegionCandidate { id, name: name.to_owned(), rule }],
    }
}
