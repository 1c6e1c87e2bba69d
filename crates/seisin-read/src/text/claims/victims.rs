//! Who the people lost are, and where they were lost.

use super::{
    casualties::Fate,
    context::{Context, Found, How},
    view::View,
};
use seisin_core::{PartyRef, RegionRef};
use seisin_places::PartyKind;

/// Those under arms whose side is meant where no name stands with them.
pub(super) const FIGHTERS: [&str; 24] = [
    "soldiers",
    "soldier",
    "troops",
    "policemen",
    "policeman",
    "police",
    "servicemen",
    "serviceman",
    "marines",
    "marine",
    "guards",
    "guard",
    "officers",
    "officer",
    "personnel",
    "conscripts",
    "paratroopers",
    "airmen",
    "recruits",
    "men",
    "sailors",
    "gendarmes",
    "martyrs",
    "comrades",
];

impl Context<'_> {
    /// Who lost the people counted just before, for a count that does not say whose: "More than
    /// 1,700 were wounded."
    pub(super) fn lost_before(&self, view: &View, word: usize) -> Option<Found<PartyRef>> {
        let (sentence, party) = self.last_loss.as_ref()?;
        let words = word..word + 1;
        (view.index.saturating_sub(*sentence) <= 1).then(|| Found {
            value: party.clone(),
            words,
            how: How::Referred,
        })
    }

    /// Who lost people that the words do not name: of fighters the side of who counts them as its own,
    /// the other side of who killed or claims them, or the state whose land it was.
    pub(super) fn victims(
        &self,
        view: &View,
        found: Option<Found<PartyRef>>,
        (at, by, counting): (usize, Option<&PartyRef>, Option<&(PartyRef, bool)>),
        region: Option<&Found<RegionRef>>,
    ) -> Option<Found<PartyRef>> {
        let fighters = found.as_ref().is_none_or(|who| {
            who.how == How::Phrase
                && who.words.clone().any(|at| FIGHTERS.contains(&view.tree.lower(at)))
        });
        if !fighters {
            return found;
        }
        let by = by.or(counting.filter(|(_, own)| !own).map(|(party, _)| party));
        let own = counting.filter(|(_, own)| *own).map(|(party, _)| party.clone());
        let side = own
            .or_else(|| by.and_then(|by| self.foe_in_loss(view, at, by)))
            .or_else(|| found.as_ref().and_then(|_| self.state_there(view, region)));
        let Some(side) = side else { return found };
        let words = found.as_ref().map_or(at..at + 1, |who| who.words.clone());
        let mention = found.map_or_else(|| side.mention.clone(), |who| who.value.mention);
        Some(Found { value: PartyRef { mention, ..side }, words, how: How::Referred })
    }

    /// The state in whose country a land lies, where the document names it.
    pub(super) fn state_holding(&self, land: &RegionRef) -> Option<PartyRef> {
        let place = seisin_places::Gazetteer::built_in().place(land.id.as_ref()?)?;
        let state = self.vocabulary.parties.state_of(&place.country?)?;
        self.named.iter().map(|(_, party)| party).find(|party| party.id == state.id).cloned()
    }

    /// The state whose land a place is, or that most of the document is about.
    fn state_there(&self, view: &View, region: Option<&Found<RegionRef>>) -> Option<PartyRef> {
        let country = region
            .and_then(|region| view.place_at(region.words.start))
            .and_then(|name| name.ranked.first())
            .and_then(|place| place.country.clone());
        let state = country.and_then(|country| self.vocabulary.parties.state_of(&country));
        state
            .map(|state| PartyRef {
                id: state.id.clone(),
                name: state.name.clone(),
                mention: state.name.clone(),
            })
            .or_else(|| self.home.clone())
            .or_else(|| self.only_state())
    }

    /// The one state that a document names.
    fn only_state(&self) -> Option<PartyRef> {
        let state = |party: &PartyRef| {
            self.vocabulary
                .parties
                .party(&party.id)
                .is_some_and(|known| known.kind == PartyKind::State)
        };
        let mut states = self.named.iter().map(|(_, party)| party).filter(|party| state(party));
        states.next().filter(|_| states.next().is_none()).cloned()
    }

    /// The party of the people in a phrase: "of its soldiers", "Palestinian civilians".
    pub(super) fn losers(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let words = tree.branch_without(at, &|child| {
            child > at && matches!(tree.label(child), "advcl" | "acl:relcl" | "parataxis" | "ccomp")
        });
        self.losers_in(view, words)
    }

    /// The party of the people that some words speak of.
    pub(super) fn losers_in(
        &self,
        view: &View,
        words: std::ops::Range<usize>,
    ) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let placed = |name: &super::view::PartyName| {
            matches!(tree.lower(name.words.start.wrapping_sub(1)), "in" | "at" | "near" | "by")
        };
        let names = |name: &&super::view::PartyName| words.contains(&name.words.start);
        if let Some(name) = view.parties.iter().filter(names).find(|name| !placed(name)) {
            let value = self.named_party(view, name);
            return Some(Found { value, words: name.words.clone(), how: How::Named });
        }
        let owner = words
            .clone()
            .find(|word| matches!(tree.lower(*word), "its" | "their" | "his" | "our" | "my"));
        if let Some(owner) = owner {
            return self.party(view, owner);
        }
        words
            .clone()
            .find_map(|word| self.lost_people(view, word))
            .or_else(|| words.clone().find_map(|word| self.unlisted_people(view, word)))
            .or_else(|| {
                let noun = words.clone().find(|at| tree.tag(*at) == "NNS")?;
                let people = Fate::of(tree.lower(noun)).is_none()
                    && !is_many(tree.lower(noun))
                    && !matches!(
                        tree.lower(noun),
                        "loss" | "losses" | "others" | "lives" | "prisoners" | "bodies" | "corpses"
                    );
                people.then(|| self.people_as_printed(view, noun))
            })
    }

    /// Fighters of a name that no list knows: "ten Peshmerga".
    fn unlisted_people(&self, view: &View, word: usize) -> Option<Found<PartyRef>> {
        let name = view.tree.tag(word).starts_with("NNP")
            && view.place_at(word).is_none()
            && view.tree.lower(word.wrapping_sub(1)) != "in";
        let dated = view.times.iter().any(|time| view.tree.words_in(&time.range).contains(&word));
        (name && !dated).then(|| {
            let words = super::who::core(view, word);
            let capital = |at: &usize| {
                view.tree.tag(*at) == "JJ" && view.tree.word(*at).is_some_and(|word| word.capital)
            };
            let start = word.checked_sub(1).filter(|at| *at > 0 && capital(at)).unwrap_or(word);
            let words = start.max(words.start)..words.end.max(word + 1);
            let value = super::context::unlisted_party(&self.text(view, words.clone()));
            Found { value, words, how: How::Unlisted }
        })
    }

    /// "Rebels", "soldiers", "civilians", "road workers": the party they fight for where one is known,
    /// else they themselves.
    fn lost_people(&self, view: &View, word: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let lower = tree.lower(word);
        let next = tree.lower(word + 1);
        let force = self.lexicon.forces.contains(lower)
            && !FIGHTERS.contains(&lower)
            && (Fate::of(next).is_some() || matches!(next, "losses" | "loss"));
        let group = self.lexicon.groups.contains(lower) || force;
        let people = self.lexicon.persons.contains(lower) || self.lexicon.people.contains(lower);
        let lost = Fate::of(lower).is_some()
            || is_many(lower)
            || matches!(lower, "loss" | "losses" | "toll" | "others" | "prisoners" | "lives");
        if lost || !(group || people || FIGHTERS.contains(&lower)) {
            return None;
        }
        let known = self
            .party(view, word)
            .filter(|party| matches!(party.how, How::Referred | How::Named) && group);
        known.or_else(|| Some(self.people_as_printed(view, word)))
    }

    /// People by the noun that names them and what stands before it: "road workers".
    fn people_as_printed(&self, view: &View, noun: usize) -> Found<PartyRef> {
        let tree = &view.tree;
        let start = (noun.saturating_sub(2)..noun)
            .rev()
            .take_while(|at| matches!(tree.tag(*at), "NN" | "NNS" | "JJ"))
            .last()
            .unwrap_or(noun);
        let value = super::context::unlisted_party(&self.text(view, start..noun + 1));
        Found { value, words: start..noun + 1, how: How::Phrase }
    }

    /// Who stands against a party within one country: the state against an armed group of that country
    /// and the group, named most often by far, against the state; both as the document names them.
    pub(crate) fn national_foe(&self, party: &PartyRef) -> Option<PartyRef> {
        let entry = |id: &seisin_core::PartyId| self.vocabulary.parties.party(id);
        let own = entry(&party.id)?;
        let country = own.country.as_ref()?;
        let is_state = own.kind == PartyKind::State;
        let fights = |other: &PartyRef| {
            entry(&other.id).is_some_and(|other| {
                let group =
                    matches!(other.kind, PartyKind::ArmedGroup | PartyKind::DeFactoAuthority);
                other.country.as_ref() == Some(country)
                    && if is_state { group } else { other.kind == PartyKind::State }
            })
        };
        let group = matches!(own.kind, PartyKind::ArmedGroup | PartyKind::DeFactoAuthority);
        let mut others =
            self.named.iter().filter(|(_, other)| (is_state || group) && fights(other));
        let (count, other) = others.next()?;
        let next = others.next().map_or(0, |(count, _)| *count);
        let most =
            self.named.iter().find(|(_, other)| other.id != party.id && self.may_fight(other));
        let main = most.is_none_or(|(most, _)| count >= most);
        (main && *count >= 2 * next).then(|| other.clone())
    }

    /// The state that who secedes leaves: the one in whose country it lies, where the document names it,
    /// else the one that it names most often.
    pub(super) fn left_behind(&self, party: &PartyRef) -> Option<PartyRef> {
        let entry = |other: &PartyRef| self.vocabulary.parties.party(&other.id);
        let own = entry(party).filter(|own| own.kind != PartyKind::State);
        if let Some(country) = own.and_then(|own| own.country.as_ref()) {
            let state = self.vocabulary.parties.state_of(country)?;
            let named = self.named.iter().map(|(_, other)| other);
            return named.into_iter().find(|other| other.id == state.id).cloned();
        }
        let state = |(_, other): &&(usize, PartyRef)| {
            let state = entry(other).is_some_and(|known| known.kind == PartyKind::State);
            state && other.id != party.id
        };
        let mut states = self.named.iter().filter(state);
        let (count, most) = states.next()?;
        let next = states.next().map_or(0, |(count, _)| *count);
        (*count > 1 && *count > next).then(|| most.clone())
    }

    /// The party that the document names most often besides one, where it names it clearly more often
    /// than any third.
    fn main_foe(&self, party: &PartyRef) -> Option<PartyRef> {
        let mut others = self.named.iter().filter(|(_, other)| other.id != party.id);
        let (count, other) = others.next()?;
        let next = others.next().map_or(0, |(count, _)| *count);
        (*count >= 3 && *count >= 2 * next).then(|| other.clone())
    }

    /// Whether a party is one that may hold land: no bloc and no body without land or force.
    pub(super) fn may_fight(&self, party: &PartyRef) -> bool {
        self.vocabulary.parties.party(&party.id).is_some() && self.is_side(party)
    }

    /// The other side of the last fight told of in which a party is one of the two: by its name, or by the
    /// noun for it ("the rebels").
    fn fought_before(&self, view: &View, party: &PartyRef) -> Option<PartyRef> {
        let last = |name: &str| name.rsplit(' ').next().unwrap_or(name).to_lowercase();
        let same = |other: &PartyRef| {
            other.id == party.id
                || last(&other.name) == last(&party.name)
                || last(&other.mention) == last(&party.mention)
        };
        let near = |(sentence, ..): &&(usize, PartyRef, PartyRef)| {
            view.index.saturating_sub(*sentence) <= 8
        };
        self.fights.iter().rev().take_while(near).find_map(|(_, taker, loser)| {
            match (same(taker), same(loser)) {
                (true, false) => Some(loser.clone()),
                (false, true) => Some(taker.clone()),
                _ => None,
            }
        })
    }

    /// Who stands against a party: named lately, or the other of the document's two sides.
    pub(super) fn foe_of(&self, view: &View, at: usize, party: &PartyRef) -> Option<PartyRef> {
        if let Some(foe) = self.fought_before(view, party) {
            return Some(foe);
        }
        self.vocabulary.parties.party(&party.id)?;
        let fights = |other: &PartyRef| self.may_fight(other);
        self.other_side_of(party)
            .or_else(|| self.national_foe(party))
            .or_else(|| self.memory.other_than(party, Self::place(view, at)).cloned())
            .filter(fights)
            .or_else(|| self.main_foe(party).filter(fights))
            .or_else(|| self.rebels_told_of(party))
    }

    /// Who stands against a party that lost people: the same, or the only other that the document names, or
    /// the state whose land it is, against a group.
    pub(super) fn foe_in_loss(&self, view: &View, at: usize, party: &PartyRef) -> Option<PartyRef> {
        self.foe_of(view, at, party).or_else(|| {
            if self.vocabulary.parties.party(&party.id).is_none() {
                let called = self.is_called_group(party);
                let state = || self.home.clone().or_else(|| self.only_other(party));
                return called.then(state).flatten();
            }
            self.only_other(party).or_else(|| self.home_of_foe(party))
        })
    }

    /// The state whose land a report tells of, against an armed group.
    fn home_of_foe(&self, party: &PartyRef) -> Option<PartyRef> {
        let group = self.vocabulary.parties.party(&party.id)?.kind == PartyKind::ArmedGroup;
        self.home.clone().filter(|home| group && home.id != party.id)
    }

    /// The one other party of a document that names no third.
    fn only_other(&self, party: &PartyRef) -> Option<PartyRef> {
        let mut others =
            self.named.iter().filter(|(_, other)| other.id != party.id && self.may_fight(other));
        let (count, other) = others.next().filter(|_| others.next().is_none())?;
        (*count > 1 || self.named.len() == 2).then(|| other.clone())
    }

    /// Those whom a report calls "the militants" or "the rebels" and nothing else, against a state.
    fn rebels_told_of(&self, party: &PartyRef) -> Option<PartyRef> {
        let state = self.vocabulary.parties.party(&party.id)?.kind == PartyKind::State;
        let noun = self.rebels.as_ref().filter(|_| state)?;
        Some(super::context::unlisted_party(noun))
    }
}

/// Whether a word is a number of no people in particular: "dozens".
fn is_many(word: &str) -> bool {
    matches!(word, "dozens" | "scores" | "hundreds" | "thousands" | "tens" | "millions")
}
