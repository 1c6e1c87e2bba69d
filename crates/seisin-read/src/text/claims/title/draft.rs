//! Title claims drafted from an act whose parts are known.

use super::super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
    when::Dated,
};
use super::act::{TitleAct, Turn};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
    time::{TimeKind, TimeMention},
};
use seisin_core::{Detail, PartyRef, Polarity, RegionRef, TitleAction};
use seisin_places::PlaceKind;
use std::ops::Range;

/// The rule whose clause is itself negated: "does not accept the award".
pub(super) const REFUSED: &str = "refused-title";

/// The rule of a claim told of two at once.
pub(super) const JOINT: &str = "joint-claim";

impl Context<'_> {
    /// The acts about the right to land in a sentence that are not known already.
    pub(crate) fn title_claims(
        &self,
        view: &View,
        quotes: &[Quote],
        known: &[Draft],
    ) -> Vec<Draft> {
        let mut found: Vec<Draft> = Vec::new();
        for at in 0..view.tree.len() {
            let acts = [
                self.ruling(view, at),
                self.awarded_in_list(view, at),
                self.sovereignty(view, at),
                self.refusal(view, at),
                self.apart(view, at),
                self.by_treaty(view, at),
                self.passing(view, at),
                self.bought(view, at),
                self.joining(view, at),
                self.claiming(view, at),
                self.seen_as(view, at),
            ];
            for act in acts.into_iter().flatten().flatten() {
                for draft in self.title_drafts(view, &act, quotes) {
                    let better = |other: &Draft| {
                        draft.rule == "title/sovereignty" && other.rule.starts_with("recognise/")
                            || draft.rule.starts_with("title/award")
                                && other.rule.starts_with("award/")
                    };
                    let told = |other: &Draft| !better(other) && is_same(other, &draft);
                    if !known.iter().chain(&found).any(told) {
                        found.push(draft);
                    }
                }
            }
        }
        found
    }

    fn title_drafts(&self, view: &View, act: &TitleAct, quotes: &[Quote]) -> Vec<Draft> {
        let clause = Clause::of(&view.tree, act.verb);
        let mut told = self.told(view, &clause, quotes);
        let twice = act.turn == Turn::Denied && clause.negation.is_some() && act.rule != REFUSED;
        if told.refused.is_some() || twice {
            return Vec::new();
        }
        let own_words =
            matches!(act.rule, "own" | "said-to-be-ours" | "ruling") && self.says(view, act.verb);
        if let Some(party) = act.party.as_ref().filter(|_| own_words && told.sources.is_empty()) {
            let last = party.words.end.saturating_sub(1);
            self.link(view, last, view.tree.lower(act.verb), &mut told);
        }
        match act.turn {
            Turn::AsTold => {}
            Turn::Denied => told.polarity = Polarity::Denied,
            Turn::Affirmed => told.polarity = Polarity::Affirmed,
        }
        if act.turn == Turn::AsTold && told.polarity == Polarity::Affirmed && has_no(view, act) {
            return Vec::new();
        }
        let detail = Detail::Title(act.action);
        let dated = self
            .time_of(view, &clause, &told, &detail)
            .or_else(|| self.date_within(view, &act.words, act.verb))
            .or_else(|| (act.rule == JOINT).then(|| self.on_the_day(Tense::Present)).flatten());
        let mut parties = self.all_parties(view, act.party.as_ref());
        if parties.len() > 1 {
            let gets = |party: &Option<Found<PartyRef>>| {
                party.as_ref().map(|party| &party.value.id)
                    == act.counterparty.as_ref().map(|other| &other.id)
            };
            parties.retain(|party| !gets(party));
        }
        let shared = act.lands.len() > 1;
        let lands: Vec<Option<Found<RegionRef>>> = if act.lands.is_empty() {
            vec![None]
        } else {
            act.lands.iter().cloned().map(Some).collect()
        };
        let mut drafts = Vec::new();
        for party in &parties {
            for region in &lands {
                let quantity = region
                    .as_ref()
                    .filter(|_| !shared)
                    .and_then(|land| self.amount_of_land(view, act, land));
                let other = act
                    .counterparty
                    .clone()
                    .or_else(|| self.opponent(view, &clause, party.as_ref(), &detail));
                drafts.push(Draft {
                    party: party.clone(),
                    counterparty: other,
                    region: region.clone(),
                    quantity: quantity.or_else(|| self.area_within(view, act, shared)),
                    dated: dated.clone(),
                    ..Draft::told(
                        detail.clone(),
                        told.clone(),
                        view.tree.range(act.words.clone()),
                        format!("title/{}", act.rule),
                    )
                });
            }
        }
        drafts
    }

    /// How much of its land an act is about, told with the land or with the part that "of" joins to it: "half
    /// of Sarn".
    fn amount_of_land(
        &self,
        view: &View,
        act: &TitleAct,
        land: &Found<RegionRef>,
    ) -> Option<QuantityMention> {
        if land.how == How::Referred && land.words.start == act.verb {
            return None;
        }
        let at = land.words.end.saturating_sub(1);
        let part = |head: &usize| self.lexicon.partitive.contains(view.tree.lower(*head));
        self.amount(view, &[at]).or_else(|| self.amount(view, &[view.tree.head(at).filter(part)?]))
    }

    /// Every party joined to the one that acts: "Peru and Ecuador signed".
    fn all_parties(
        &self,
        view: &View,
        party: Option<&Found<PartyRef>>,
    ) -> Vec<Option<Found<PartyRef>>> {
        let Some(party) = party else { return vec![None] };
        let joined: Vec<_> = party
            .words
            .clone()
            .rev()
            .map(|at| self.parties(view, at))
            .find(|found| found.len() > 1)
            .unwrap_or_default();
        if joined.iter().any(|known| known.value.id == party.value.id) {
            joined.into_iter().map(Some).collect()
        } else {
            vec![Some(party.clone())]
        }
    }

    /// The date nearest to a verb within some words.
    pub(crate) fn date_within(
        &self,
        view: &View,
        words: &Range<usize>,
        verb: usize,
    ) -> Option<Dated> {
        let near = |time: &&TimeMention| {
            let start = view.tree.words_in(&time.range).start;
            start.abs_diff(verb)
        };
        view.times
            .iter()
            .filter(|time| {
                time.edtf.is_some()
                    && matches!(time.kind, TimeKind::Date)
                    && words.contains(&view.tree.words_in(&time.range).start)
            })
            .min_by_key(near)
            .and_then(|time| self.as_dated(time))
    }

    /// The amount of land in the words of an act that measures what it tells of.
    fn area_within(&self, view: &View, act: &TitleAct, shared: bool) -> Option<QuantityMention> {
        let measures = matches!(
            act.rule,
            "state-land" | "instrument" | "own" | "award" | "award-besides" | "seen-as"
        ) && !shared;
        let mut areas = view
            .quantities_in(act.words.clone())
            .filter(|mention| matches!(mention.kind, MentionKind::Area));
        let first = areas.next().cloned();
        let area = first.filter(|_| measures && areas.next().is_none());
        let owned = act.rule == "owner-confirmed" && !shared;
        area.or_else(|| {
            let mut counts = view.quantities_in(act.words.clone());
            counts
                .find(|mention| {
                    owned && mention.kind == MentionKind::Count && self.counts_land(mention)
                })
                .cloned()
        })
    }

    /// The land of the act told of last, else the land spoken of before this sentence.
    pub(super) fn land_of_title(&self, view: &View, at: usize) -> Vec<Found<RegionRef>> {
        let last = self.last_title.as_ref().filter(|last| view.index <= last.sentence + 6);
        let region = last.and_then(|last| last.draft.region.as_ref());
        let wide = |kind: Option<PlaceKind>| kind != Some(PlaceKind::Settlement);
        let known = || self.memory.lands.meant(Self::place(view, at), wide);
        let value = region.map(|region| region.value.clone()).or_else(|| known().cloned());
        value.map_or_else(
            || self.land_meant(view, at),
            |value| vec![Found { value, words: at..at + 1, how: How::Referred }],
        )
    }

    /// The land spoken of last before the sentence.
    pub(super) fn land_before(&self, view: &View, at: usize) -> Vec<Found<RegionRef>> {
        let known = self.memory.lands.meant((view.index, 0), |_| true);
        known
            .map(|region| Found { value: region.clone(), words: at..at + 1, how: How::Referred })
            .into_iter()
            .collect()
    }

    /// These lands, else the one spoken of last.
    pub(super) fn or_land_meant(
        &self,
        view: &View,
        at: usize,
        lands: Vec<Found<RegionRef>>,
    ) -> Vec<Found<RegionRef>> {
        if lands.is_empty() { self.land_meant(view, at) } else { lands }
    }

    /// The land spoken of last, standing at a word.
    pub(super) fn land_meant(&self, view: &View, at: usize) -> Vec<Found<RegionRef>> {
        let known = self.memory.lands.meant(Self::place(view, at), |_| true);
        known
            .map(|region| Found { value: region.clone(), words: at..at + 1, how: How::Referred })
            .into_iter()
            .collect()
    }
}

/// Whether a word of denial stands in the words of an act, whatever the tree hangs it on: then
/// nothing may come out affirmed.
fn has_no(view: &View, act: &TitleAct) -> bool {
    let reach = act.words.start..act.words.end.min(act.verb + 9);
    reach.into_iter().any(|at| {
        matches!(
            view.tree.lower(at),
            "no" | "not" | "n't" | "never" | "neither" | "nor" | "nobody" | "none" | "nothing"
        )
    })
}

/// Whether two drafts tell the same act: of one kind, in one stretch, of one land.
fn is_same(known: &Draft, new: &Draft) -> bool {
    let overlap =
        known.evidence.start < new.evidence.end && new.evidence.start < known.evidence.end;
    let name = |draft: &Draft| draft.region.as_ref().map(|land| land.value.name.clone());
    let party = |draft: &Draft| draft.party.as_ref().map(|party| party.value.id.clone());
    let recognised = new.detail == Detail::Title(TitleAction::Recognised)
        && known.rule.starts_with("recognise/");
    let land =
        recognised || name(known) == name(new) || name(known).is_none() || name(new).is_none();
    let who = party(known) == party(new) || party(known).is_none() || party(new).is_none();
    overlap && known.detail == new.detail && land && who
}
