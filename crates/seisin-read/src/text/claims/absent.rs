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
use crate::text::syntax::Clause;
use seisin_core::{ChangeAction, Detail, Modality, PartyRef, Polarity, RegionRef, SourceLink};

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

/// Whether a verb of saying tells of one’s own deeds: "Sarn captured, the rebels claim".
fn is_boast(cue: Option<&str>) -> bool {
    let cue = cue.unwrap_or_default();
    ["claim", "announc", "boast", "proclaim", "hail"].iter().any(|stem| cue.starts_with(stem))
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
                let speaker = speaker.filter(|_| action == ChangeAction::Lost);
                let denied = draft.told.polarity == Polarity::Denied;
                let own = speaker.clone().filter(|_| denied);
                let left = action == ChangeAction::Withdrew || !draft.told.sources.is_empty();
                let there = || self.state_holding(land.filter(|_| left)?);
                own.or_else(|| self.holder_of(land)).or(speaker).or_else(there).or_else(|| {
                    let attacker = self.attacker.as_ref().map(|(_, attacker)| attacker)?;
                    self.opposite(view, word, attacker).filter(|other| self.may_fight(other))
                })
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
            _ if draft.told.polarity == Polarity::Denied => {
                let speaker = draft.told.sources.last().and_then(|link| self.party_of_link(link));
                let own = |party: &PartyRef| speaker.as_ref().is_some_and(|own| own.id == party.id);
                let taker = self.holder_of(land).filter(|holder| !own(holder));
                taker.or_else(|| self.opposite(view, word, speaker.as_ref()?))
            }
            _ if Self::is_before(view, word) && self.holder_of(land).is_some() => {
                self.holder_of(land)
            }
            _ => {
                let beaten = draft.counterparty.clone().or_else(|| self.holder_of(land));
                let regained = action == ChangeAction::Regained;
                let own = |link: &&SourceLink| regained || is_boast(link.cue.as_deref());
                let speaker = draft.told.sources.last().filter(own);
                let speaker = speaker.and_then(|link| self.side_of_link(link));
                let beaten = beaten.and_then(|beaten| self.opposite(view, word, &beaten));
                beaten.or(speaker).or_else(|| self.attacker_before(view)).or_else(|| {
                    let last = self.last_act(view)?;
                    (last.holds() == Some(true)).then(|| last.party.clone())
                })
            }
        }
    }

    /// Whether a verb tells of what came before in passing: "in the days before Sarn fell". Whoever is told
    /// to hold the land took it then.
    fn is_before(view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        tree.child(verb, &["mark"]).is_some_and(|mark| {
            matches!(tree.lower(mark), "before" | "after" | "since" | "when" | "once")
        })
    }

    /// The side that a source stands for: a party, or a group that goes by its noun alone.
    fn side_of_link(&self, link: &SourceLink) -> Option<PartyRef> {
        let group = || {
            let last = link.name.rsplit(' ').next()?.to_lowercase();
            let called = self.lexicon.groups.contains(&last) && link.name.split(' ').count() < 4;
            called.then(|| super::context::unlisted_party(&link.name))
        };
        self.party_of_link(link).or_else(group)
    }

    /// Who was told in this sentence or the two before it to attack, where nobody was told to act since.
    fn attacker_before(&self, view: &View) -> Option<PartyRef> {
        let (sentence, party) = self.attacker.as_ref()?;
        let acted = self.acts.last().map_or(0, |act| act.sentence);
        (view.index.saturating_sub(*sentence) <= 2 && acted <= *sentence).then(|| party.clone())
    }

    /// Keeps who attacks, for what falls without a word of to whom: "Peru attacked them. The base was
    /// overrun."
    pub(super) fn note_attacker(&mut self, view: &View) {
        const ATTACKING: [&str; 7] =
            ["attack", "assault", "besiege", "shell", "bombard", "encircle", "raid"];
        let tree = &view.tree;
        let attacks = |verb: usize| {
            let launched = self.lexicon.is_form_of_any(
                tree.lower(verb),
                &["launch", "begin", "open", "start", "mount", "stage", "resume"],
            );
            let object = tree.child(verb, &["obj"]);
            let offensive = object.is_some_and(|at| self.lexicon.attacks.contains(tree.lower(at)));
            self.lexicon.is_form_of_any(tree.lower(verb), &ATTACKING) || launched && offensive
        };
        let found =
            (0..tree.len()).filter(|at| tree.is_verb(*at) && attacks(*at)).find_map(|verb| {
                let clause = Clause::of(tree, verb);
                let agent = clause.agent.filter(|_| clause.negation.is_none())?;
                self.party(view, agent)
                    .filter(|who| who.how != How::Phrase && self.is_side(&who.value))
            });
        if let Some(found) = found {
            self.attacker = Some((view.index, found.value));
        }
    }

    /// A party that was left unsaid, under the word that tells what it does.
    pub(super) fn unsaid(
        &self,
        view: &View,
        word: usize,
        draft: &Draft,
    ) -> Option<Found<PartyRef>> {
        let to = draft.counterparty.as_ref();
        let other = |party: &PartyRef| to.is_none_or(|to| to.id != party.id);
        let value = self.left_unsaid(view, word, draft).filter(other)?;
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

    /// Whether a party was told last, in this sentence or the one before it, to have come into land.
    pub(super) fn came_last(&self, view: &View, party: &PartyRef) -> bool {
        let last = self.acts.last().filter(|act| view.index.saturating_sub(act.sentence) <= 1);
        last.is_some_and(|act| act.party.id == party.id && act.holds() == Some(true))
    }

    /// What was told of last, in this sentence or in one of the two before it.
    fn last_act(&self, view: &View) -> Option<&ActTold> {
        let near = |act: &&ActTold| view.index.saturating_sub(act.sentence) <= 3;
        self.acts.iter().rev().find(|act| act.holds().is_some()).filter(near)
    }
}
