//! Claims that cannot be meant: land that is a body of people, a party that is a thing, a country that
//! enters itself. Such a claim comes from a sentence of another matter, or from one read wrongly.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    memory::Side,
    view::View,
};
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef, TitleAction};
use seisin_places::PartyRole;

/// Last words of names of bodies that are no land, besides those of the lists.
const BODIES: [&str; 20] = [
    "branch",
    "church",
    "league",
    "party",
    "committee",
    "house",
    "senate",
    "union",
    "university",
    "club",
    "bank",
    "agency",
    "company",
    "corporation",
    "treaty",
    "agreement",
    "revolution",
    "war",
    "conference",
    "constitution",
];

/// Nouns for what a person has for some time.
const POSTS: [&str; 8] = ["position", "post", "seat", "office", "title", "place", "point", "chair"];

impl Context<'_> {
    /// Whether a claim cannot be meant as it is read.
    pub(super) fn is_senseless(&self, view: &View, draft: &Draft) -> bool {
        if draft.detail == Detail::Casualties {
            return false;
        }
        let land = draft.region.as_ref();
        let party = draft.party.as_ref();
        land.is_some_and(|land| self.is_a_body(view, land))
            || party.is_some_and(|party| self.is_a_thing(view, party))
            || is_of_another(&draft.detail) && self.is_of_itself(view, party, land)
            || is_a_post(view, draft)
            || is_of_votes(draft)
            || self.is_a_walk(view, draft)
    }

    /// "Control over the Executive Branch", "subdue the Tigers": a name that no list of places knows.
    fn is_a_body(&self, view: &View, land: &Found<RegionRef>) -> bool {
        let Some(last) = last_word(view, land.words.clone()) else { return false };
        let lower = view.tree.lower(last);
        let group = || {
            view.parties.iter().any(|name| {
                name.words == (last..last + 1)
                    && name.found.role == PartyRole::Name
                    && self.side_of(name) == Side::Group
                    && view.place_at(last).is_none()
            })
        };
        let people = view.tree.tag(last) == "NNPS"
            && view.place_at(last).is_none()
            && ["ites", "ists", "ians", "eans"].iter().any(|end| lower.ends_with(end));
        let body = people
            || BODIES.contains(&lower)
            || self.lexicon.forces.contains(lower)
            || self.lexicon.people.contains(lower);
        land.how == How::Unlisted
            && view.tree.tag(last).starts_with("NNP")
            && (body || group())
            && !self.lexicon.land.contains(lower)
    }

    /// "Recent research suggests": a noun that is of nobody.
    fn is_a_thing(&self, view: &View, party: &Found<PartyRef>) -> bool {
        let Some(last) = last_word(view, party.words.clone()) else { return false };
        let lower = view.tree.lower(last);
        let counted = party.words.clone().any(|at| view.tree.tag(at) == "CD");
        let noun = view.tree.tag(last) == "NN"
            && !counted
            && !self.is_body(lower)
            && !super::who::COURTS.contains(&lower)
            && !self.lexicon.land.contains(lower)
            && !matches!(
                lower,
                "nobody"
                    | "none"
                    | "anybody"
                    | "anyone"
                    | "everyone"
                    | "college"
                    | "power"
                    | "majority"
                    | "people"
            );
        let led =
            matches!(view.tree.lower(party.words.start), "also" | "among" | "but" | "as" | "with");
        matches!(party.how, How::Unlisted | How::Phrase) && (noun || led)
    }

    /// "He crossed the river", "she entered the monastery", of one person that no list knows.
    fn is_a_walk(&self, view: &View, draft: &Draft) -> bool {
        let person = draft.party.as_ref().is_some_and(|party| {
            let known = self.vocabulary.parties.party(&party.value.id).is_some();
            let name = party.words.clone().all(|at| view.tree.tag(at).starts_with("NNP"));
            !known && (name || matches!(view.tree.lower(party.words.start), "he" | "she"))
        });
        let armed = view.tree.words().iter().any(|word| self.lexicon.forces.contains(&word.lower));
        let plain = draft.region.as_ref().is_some_and(|land| land.how == How::Phrase)
            || draft.rule.starts_with("enterinto/");
        person && !armed && plain && draft.detail == Detail::Change(ChangeAction::Entered)
    }

    /// "Before the invasion of Iraq": a country is neither taken nor entered by itself.
    fn is_of_itself(
        &self,
        view: &View,
        party: Option<&Found<PartyRef>>,
        land: Option<&Found<RegionRef>>,
    ) -> bool {
        let id = land.and_then(|land| land.value.id.as_ref());
        let own = party.and_then(|party| {
            let known = self.vocabulary.parties.party(&party.value.id)?;
            known.country.as_ref()
        });
        let whole = |land: &Found<RegionRef>| match land.how {
            How::Named => land.words.len() <= 2,
            How::Referred => {
                let last = land.words.end.saturating_sub(1);
                matches!(view.tree.lower(last), "country" | "nation")
            }
            How::Unlisted | How::Phrase => false,
        };
        land.is_some_and(whole) && id.is_some() && id == own
    }
}

/// "He held the position until December", of a person that no list knows.
fn is_a_post(view: &View, draft: &Draft) -> bool {
    let person = draft.party.as_ref().is_some_and(|party| {
        party.how == How::Unlisted
            || matches!(view.tree.lower(party.words.start), "who" | "he" | "she")
    });
    let post = draft.region.as_ref().is_some_and(|land| {
        let last = land.words.end.saturating_sub(1);
        land.how == How::Phrase && POSTS.contains(&view.tree.lower(last)) && land.words.len() <= 2
    });
    person && post && draft.detail == Detail::Holding
}

/// "Gained 34 seats": of a house of parliament.
fn is_of_votes(draft: &Draft) -> bool {
    draft
        .quantity
        .as_ref()
        .is_some_and(|quantity| matches!(&*quantity.quantity.unit.ucum(), "seat" | "vote"))
}

/// Acts that are done to the land of another.
const fn is_of_another(detail: &Detail) -> bool {
    matches!(
        detail,
        Detail::Change(ChangeAction::Entered | ChangeAction::Seized)
            | Detail::Title(TitleAction::Annexed)
    )
}

/// The last word of a name, before "of" or whatever follows the noun.
fn last_word(view: &View, words: std::ops::Range<usize>) -> Option<usize> {
    let end = words.clone().find(|at| *at > words.start && view.tree.lower(*at) == "of");
    end.unwrap_or(words.end).checked_sub(1).filter(|last| words.contains(last))
}
