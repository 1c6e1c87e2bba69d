//! Who acts where a sentence leaves it unsaid: "Sarn was retaken on Sunday", "the fall of Velk".
//!
//! # Method
//! The other side of whoever is named as beaten or as holding the land; else whoever acted last in a
//! report of two sides, as far as the act fits. Nothing where neither is known.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    view::View,
};
use seisin_core::{ChangeAction, Detail, Polarity, RegionRef};
use seisin_core::{Modality, PartyRef};

/// How many acts back are looked at.
const REACH: usize = 40;

/// Who was told to act, and on what land.
#[derive(Debug, Clone)]
pub(crate) struct ActTold {
    sentence: usize,
    party: PartyRef,
    other: Option<PartyRef>,
    land: Option<RegionRef>,
    detail: Detail,
}

impl ActTold {
    /// Whether it left the party on the land, or off it; `None` where it tells of neither.
    fn holds(&self) -> Option<bool> {
        match self.detail {
            Detail::Holding
            | Detail::Change(
                ChangeAction::Seized
                | ChangeAction::Regained
                | ChangeAction::Entered
                | ChangeAction::Repelled,
            ) => Some(true),
            Detail::Change(ChangeAction::Lost | ChangeAction::Withdrew) => Some(false),
            _ => None,
        }
    }
}

impl Context<'_> {
    /// Keeps who acted.
    pub(super) fn note_act(&mut self, view: &View, draft: &Draft) {
        let real = matches!(draft.told.modality, Modality::Asserted | Modality::Reported)
            && draft.told.polarity == Polarity::Affirmed;
        let land_matter = matches!(draft.detail, Detail::Holding | Detail::Change(_));
        let Some(party) = draft.party.as_ref().filter(|_| real && land_matter) else { return };
        if self.acts.len() > 4 * REACH {
            self.acts.drain(..2 * REACH);
        }
        self.acts.push(ActTold {
            sentence: view.index,
            party: party.value.clone(),
            other: draft.counterparty.clone(),
            land: draft.region.as_ref().map(|land| land.value.clone()),
            detail: draft.detail.clone(),
        });
    }

    /// Who does what a draft tells, where its words do not say.
    pub(super) fn left_unsaid(&self, view: &View, word: usize, draft: &Draft) -> Option<PartyRef> {
        let Detail::Change(action) = draft.detail else { return None };
        let land = draft.region.as_ref().map(|land| &land.value);
        match action {
            ChangeAction::Lost | ChangeAction::Withdrew => {
                let speaker = draft.told.sources.last().and_then(|link| self.party_of_link(link));
                self.holder_of(land).or(speaker.filter(|_| action == ChangeAction::Lost))
            }
            ChangeAction::Repelled => {
                let beaten = draft.counterparty.clone();
                let speaker = draft.told.sources.last().and_then(|link| self.party_of_link(link));
                beaten
                    .and_then(|beaten| self.opposite(view, word, &beaten))
                    .or_else(|| self.holder_of(land))
                    .or(speaker)
                    .or_else(|| self.opposite(view, word, &self.last_act(view)?.party))
            }
            _ => {
                let beaten = draft.counterparty.clone().or_else(|| self.holder_of(land));
                let regained = action == ChangeAction::Regained;
                let speaker = draft.told.sources.last().filter(|_| regained);
                let speaker = speaker.and_then(|link| self.party_of_link(link));
                let beaten = beaten.and_then(|beaten| self.opposite(view, word, &beaten));
                beaten.or(speaker).or_else(|| {
                    let last = self.last_act(view)?;
                    (last.holds() == Some(true)).then(|| last.party.clone())
                })
            }
        }
    }

    /// A party that was left unsaid, under the word that tells what it does.
    pub(super) fn unsaid(
        &self,
        view: &View,
        word: usize,
        draft: &Draft,
    ) -> Option<Found<PartyRef>> {
        let value = self.left_unsaid(view, word, draft)?;
        Some(Found { value, words: word..word + 1, how: How::Referred })
    }

    fn opposite(&self, view: &View, word: usize, party: &PartyRef) -> Option<PartyRef> {
        let place = Self::place(view, word);
        let near = || self.memory.other_than(party, place).cloned();
        let main = || self.memory.main_other(party, place, |_| true).cloned();
        self.other_side_of(party).or_else(|| self.national_foe(party)).or_else(near).or_else(main)
    }

    /// Who holds land as last told.
    fn holder_of(&self, land: Option<&RegionRef>) -> Option<PartyRef> {
        let land = land?;
        let same = |act: &&ActTold| {
            act.land.as_ref().is_some_and(|known| {
                known.name == land.name || known.id.is_some() && known.id == land.id
            })
        };
        let act = self.acts.iter().rev().take(REACH).filter(same).find(|act| act.holds().is_some());
        let act = act?;
        if act.holds() == Some(true) { Some(act.party.clone()) } else { act.other.clone() }
    }

    /// Whether land was told of in this sentence or the three before it.
    pub(super) fn told_lately(&self, view: &View) -> bool {
        self.acts.last().is_some_and(|act| view.index.saturating_sub(act.sentence) <= 3)
    }

    /// What was told of last, in this sentence or in one of the two before it.
    fn last_act(&self, view: &View) -> Option<&ActTold> {
        let near = |act: &&ActTold| view.index.saturating_sub(act.sentence) <= 3;
        self.acts.iter().rev().find(|act| act.holds().is_some()).filter(near)
    }
}
