//! From what is given and what is wanted to an offer.

use super::super::{
    context::{Context, Found, How, OfferMade},
    draft::Draft,
    quotes::Quote,
    title::clause_words,
    told::Told,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{Detail, Item, ItemKind, Modality, OfferStatus, PartyRef, Polarity};
use seisin_places::PlaceKind;
use std::ops::Range;

/// What is given and what is wanted, as stretches of words.
#[derive(Debug, Clone)]
pub(super) struct Bargain {
    /// What the offerer gives.
    pub(super) gives: Option<Range<usize>>,
    /// What the offerer wants.
    pub(super) asks: Option<Range<usize>>,
    /// Where its words begin, where another than who offers is their subject.
    pub(super) start: Option<usize>,
    /// The verb that tells it.
    pub(super) verb: usize,
    /// Who offers.
    pub(super) party: Option<Found<PartyRef>>,
    /// To whom.
    pub(super) counterparty: Option<PartyRef>,
    /// How far it has come, where the words around say so; else the verb tells.
    pub(super) status: Option<OfferStatus>,
    /// Whether whose terms they are is known by the words that tell them.
    pub(super) owned: bool,
    /// Whether it is told that nothing was offered.
    pub(super) nothing: bool,
    /// The rule that found it.
    pub(super) rule: &'static str,
}

impl Bargain {
    /// A bargain told by a verb, nothing known yet.
    pub(super) const fn of(verb: usize, rule: &'static str) -> Self {
        Self {
            gives: None,
            asks: None,
            start: None,
            verb,
            party: None,
            counterparty: None,
            status: None,
            owned: false,
            nothing: false,
            rule,
        }
    }

    /// What is given, what is wanted and what stands between them: "…, some 7 per cent of the land,
    /// once …".
    fn parts(&self) -> impl Iterator<Item = Range<usize>> {
        let between = self.gives.as_ref().zip(self.asks.as_ref()).and_then(|(gives, asks)| {
            let near = gives.end + 2 < asks.start && asks.start < gives.end + 16;
            near.then_some(gives.end..asks.start)
        });
        [&self.gives, &self.asks].into_iter().flatten().cloned().chain(between)
    }
}

impl Context<'_> {
    /// The offers and answers of a sentence.
    pub(crate) fn exchange_claims(&mut self, view: &View, quotes: &[Quote]) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let found = [
            self.marked(view),
            self.two_sided(view),
            self.traded(view),
            self.bare_swap(view),
            self.put_forward_for(view),
            self.proposed(view),
            self.conditional(view),
        ];
        for bargain in found.into_iter().flatten() {
            let bargain = if bargain.owned { bargain } else { self.under_plan(view, bargain) };
            let offer = self.offer(view, &bargain, quotes);
            if offer.is_none() {
                self.note_question(view, &bargain);
            }
            let offer = offer.filter(|draft| !self.is_refusal(view, &bargain, draft));
            let apart = |draft: &Draft| {
                drafts.iter().all(|known| {
                    known.evidence.end <= draft.evidence.start
                        || draft.evidence.end <= known.evidence.start
                })
            };
            if let Some(draft) = offer.filter(|draft| apart(draft)) {
                self.note_offer(view, &draft);
                drafts.push(draft);
            }
        }
        if drafts.is_empty()
            && let Some(draft) = self.standing(view, quotes)
        {
            self.note_offer(view, &draft);
            drafts.push(draft);
        }
        let answers = self.answers(view, quotes, &drafts);
        drafts.extend(answers);
        drafts
    }

    /// Keeps a bargain that is only asked about, for the answers to the question.
    fn note_question(&mut self, view: &View, bargain: &Bargain) {
        let owner = bargain.party.as_ref().map(|party| party.value.clone());
        let asks = (0..view.tree.len())
            .any(|at| matches!(view.tree.lower(at), "?" | "whether" | "asked" | "ask"));
        if owner.is_some() && asks {
            let words = self.text(view, 0..view.tree.len());
            self.plans.push(super::Plan {
                sentence: view.index,
                owner,
                words,
                dated: None,
                named: false,
            });
        }
    }

    fn note_offer(&mut self, view: &View, draft: &Draft) {
        self.offers.push(OfferMade {
            party: draft.party.as_ref().map(|party| party.value.clone()),
            counterparty: draft.counterparty.clone(),
            sentence: view.index,
            words: self.prepared.slice(draft.evidence.clone()).to_owned(),
            detail: draft.detail.clone(),
            region: draft.region.as_ref().map(|region| region.value.clone()),
        });
    }

    fn offer(&self, view: &View, bargain: &Bargain, quotes: &[Quote]) -> Option<Draft> {
        let tree = &view.tree;
        let clause = Clause::of(tree, bargain.verb);
        let mut told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return None;
        }
        if bargain.nothing || self.is_denied_after(view, bargain) {
            told.polarity = Polarity::Denied;
        }
        if !bargain.nothing && self.is_left_standing(view, bargain) {
            told.polarity = Polarity::Affirmed;
        }
        if Self::no_before(view, bargain.verb) && told.polarity == Polarity::Affirmed {
            return None;
        }
        if told.modality == Modality::Planned {
            told.modality = Modality::Asserted;
        }
        let party = self
            .offerer(view, bargain, &clause, &told)
            .or_else(|| self.offerer_unsaid(view, bargain, &clause))
            .or_else(|| self.one_of_two(bargain));
        let items = |range: &Option<Range<usize>>| -> Vec<Item> {
            range.iter().map(|range| self.item(view, range.clone())).collect()
        };
        let (gives, asks) = (items(&bargain.gives), items(&bargain.asks));
        let worth = bargain.nothing
            || gives.iter().chain(&asks).any(|item| item.kind != ItemKind::Other)
            || self.is_between_parties(view, bargain, party.as_ref());
        if !worth || party.is_none() && gives.is_empty() {
            return None;
        }
        let measured = gives.iter().chain(&asks).filter(|item| item.quantity.is_some());
        let region = measured.chain(gives.iter().chain(&asks)).find_map(|item| item.region.clone());
        let region = region.or_else(|| self.land_in_question(view, bargain, &gives, &asks));
        let quantity = bargain.parts().find_map(|words| self.land_given(view, words));
        let words = Self::offer_words(view, bargain, party.as_ref());
        let status = bargain.status.unwrap_or_else(|| self.status(view, &clause));
        let status = self.as_counter(view, party.as_ref(), self.as_settled(view, status));
        let taken_back = self.is_taken_back(view, bargain);
        let status = if taken_back { OfferStatus::Withdrawn } else { status };
        let counterparty = bargain
            .counterparty
            .clone()
            .or_else(|| {
                let told = gives.iter().chain(&asks).any(|item| !item.vague);
                told.then(|| self.addressee(view, &clause, party.as_ref(), &words)).flatten()
            })
            .filter(|other| party.as_ref().is_none_or(|party| party.value.id != other.id));
        let place = bargain.gives.clone().unwrap_or(bargain.verb..bargain.verb + 1);
        let dated = self
            .dated(view, &clause, &told)
            .or_else(|| self.date_within(view, &words, bargain.verb))
            .or_else(|| self.only_date(view))
            .or_else(|| self.date_of_plan(view, status))
            .or_else(|| super::answer::said_when(&told))
            .or_else(|| self.time_of(view, &clause, &told, &Detail::Casualties));
        Some(Draft {
            party,
            counterparty,
            region: region.map(|value| Found { words: place, value, how: How::Named }),
            quantity,
            dated,
            ..Draft::told(
                Detail::Offer { ratio: super::item::ratio(&gives, &asks), gives, asks, status },
                told,
                tree.range(words),
                format!("offer/{}", bargain.rule),
            )
        })
    }

    /// "Arland was offered the valley": by the other side of who gets it.
    fn offerer_unsaid(
        &self,
        view: &View,
        bargain: &Bargain,
        clause: &Clause,
    ) -> Option<Found<PartyRef>> {
        let other = bargain.counterparty.as_ref().filter(|_| clause.is_passive)?;
        let of_plan = || {
            let owner = self.plan_spoken_of(view)?.owner.clone()?;
            (owner.id != other.id).then_some(owner)
        };
        let value = self.other_side_of(other).or_else(of_plan);
        let value = value.or_else(|| self.national_foe(other))?;
        Some(Found { value, words: bargain.verb..bargain.verb + 1, how: How::Referred })
    }

    /// Whether terms of no known sort are still those of a bargain: marked as one and told of two
    /// parties, or with land named among them.
    fn is_between_parties(
        &self,
        view: &View,
        bargain: &Bargain,
        party: Option<&Found<PartyRef>>,
    ) -> bool {
        let marked = bargain.rule.starts_with("in-exchange") && bargain.asks.is_some();
        let terms = || bargain.gives.iter().chain(&bargain.asks);
        let landed = terms().any(|words| self.gives_land(view, words.clone()));
        let two = party.is_some_and(|party| {
            party.how == How::Named
                && view.parties.iter().any(|name| name.found.party != party.value.id)
        });
        (marked || bargain.rule == "each-in-turn") && (landed || two)
            || bargain.rule == "proposed-that" && landed
            || bargain.rule == "if-then" && bargain.counterparty.is_some() && two
    }

    /// Whether a word of denial stands right before a verb, whatever the tree hangs it on.
    fn no_before(view: &View, verb: usize) -> bool {
        (verb.saturating_sub(4)..verb).any(|at| {
            matches!(
                view.tree.lower(at),
                "no" | "not" | "n't" | "never" | "nobody" | "neither" | "nor"
            )
        })
    }

    /// A swap told without saying whose: one of the two sides of the document.
    fn one_of_two(&self, bargain: &Bargain) -> Option<Found<PartyRef>> {
        let swapped = bargain.gives.is_some() && bargain.asks.is_some();
        let [first, second] = self.sides.as_ref().filter(|_| swapped)?;
        let own = bargain.counterparty.as_ref().is_some_and(|other| other.id == first.id);
        let value = if own { second.clone() } else { first.clone() };
        Some(Found { value, words: bargain.verb..bargain.verb + 1, how: How::Referred })
    }

    /// The date of a sentence that has one alone.
    fn only_date(&self, view: &View) -> Option<super::super::when::Dated> {
        let mut dates = view
            .times
            .iter()
            .filter(|time| time.edtf.is_some() && time.kind == crate::text::time::TimeKind::Date);
        let first = dates.next()?;
        dates.next().is_none().then(|| self.as_dated(first)).flatten()
    }

    /// Terms told right after the deal that has them are agreed.
    fn as_settled(&self, view: &View, status: OfferStatus) -> OfferStatus {
        let settled = self.plans.iter().rev().take(3).any(|plan| {
            let near = plan.named && view.index >= plan.sentence && view.index <= plan.sentence + 1;
            near && plan
                .words
                .rsplit(' ')
                .next()
                .is_some_and(|noun| self.lexicon.settled.contains(&noun.to_lowercase()))
        });
        let terms = (0..view.tree.len().min(3))
            .any(|at| matches!(view.tree.lower(at), "under" | "terms" | "in"));
        if settled && terms && status == OfferStatus::Proposed {
            OfferStatus::Agreed
        } else {
            status
        }
    }

    /// "Offered a berth instead": what another side puts forward in place of the last offer.
    fn as_counter(
        &self,
        view: &View,
        party: Option<&Found<PartyRef>>,
        status: OfferStatus,
    ) -> OfferStatus {
        let instead = (0..view.tree.len()).any(|at| view.tree.lower(at) == "instead");
        let other = self
            .last_offerer(view)
            .is_some_and(|last| party.is_some_and(|party| party.value.id != last.id));
        let open = matches!(status, OfferStatus::Proposed | OfferStatus::Floated);
        if instead && other && open { OfferStatus::Countered } else { status }
    }

    /// Who offers: as found, the subject of the verb, or who says so.
    fn offerer(
        &self,
        view: &View,
        bargain: &Bargain,
        clause: &Clause,
        told: &Told,
    ) -> Option<Found<PartyRef>> {
        let at = clause.verb..clause.verb + 1;
        bargain
            .party
            .clone()
            .or_else(|| clause.agent.and_then(|agent| self.parties(view, agent).into_iter().next()))
            .or_else(|| {
                let agent = clause.agent.filter(|agent| !self.names_plan(view, *agent))?;
                self.answerer(view, agent)
            })
            .filter(|party| {
                let asked = bargain.counterparty.as_ref();
                let inside = |at: usize| party.words.contains(&at) && party.words.len() < 4;
                let dated = view.times.iter().any(|time| {
                    view.tree.words_in(&time.range).any(inside) && party.how != How::Referred
                });
                let own = asked.is_some_and(|asked| asked.id == party.value.id);
                !own && (party.how == How::Named || !dated)
            })
            .or_else(|| {
                let received = clause.is_passive && bargain.counterparty.is_some();
                let link = told.sources.last().filter(|_| !received)?;
                let value = self
                    .party_of_link(link)
                    .unwrap_or_else(|| super::super::context::unlisted_party(&link.name));
                (bargain.counterparty.as_ref().is_none_or(|other| other.id != value.id))
                    .then_some(Found { value, words: at, how: How::Referred })
            })
    }

    /// "Offered $100 million for it": the land a pronoun stands for.
    fn land_in_question(
        &self,
        view: &View,
        bargain: &Bargain,
        gives: &[Item],
        asks: &[Item],
    ) -> Option<seisin_core::RegionRef> {
        let pronoun = |words: &Option<Range<usize>>| {
            words.as_ref().is_some_and(|words| {
                words.len() == 1 && matches!(view.tree.lower(words.start), "it" | "them" | "that")
            })
        };
        let land = gives.iter().chain(asks).any(|item| {
            matches!(
                item.kind,
                ItemKind::NamedPlace | ItemKind::Area | ItemKind::Share | ItemKind::Corridor
            )
        });
        let place = Self::place(view, bargain.verb);
        let wide = |kind: Option<PlaceKind>| kind != Some(PlaceKind::Settlement);
        let meant = || {
            let lands = &self.memory.lands;
            lands.meant(place, wide).or_else(|| lands.meant(place, |_| true)).cloned()
        };
        (land || pronoun(&bargain.asks) || pronoun(&bargain.gives)).then(meant).flatten()
    }

    /// The words of an offer: its clause, what is given and what is wanted.
    fn offer_words(
        view: &View,
        bargain: &Bargain,
        party: Option<&Found<PartyRef>>,
    ) -> Range<usize> {
        let clause = clause_words(view, bargain.verb, bargain.verb + 1);
        let parts = bargain.gives.iter().chain(&bargain.asks);
        let end = parts.clone().map(|part| part.end).max().unwrap_or(clause.end);
        let first = parts.map(|part| part.start).min().unwrap_or(bargain.verb);
        let named = party.filter(|party| party.how == How::Named).map(|party| party.words.start);
        let first = first.min(bargain.verb).min(bargain.start.unwrap_or(usize::MAX));
        let start = first.min(named.unwrap_or(usize::MAX));
        start..end.max(bargain.verb + 1)
    }

    /// To whom it is offered: its receiver, else another party of the sentence, else the other side
    /// of the document.
    fn addressee(
        &self,
        view: &View,
        clause: &Clause,
        party: Option<&Found<PartyRef>>,
        words: &Range<usize>,
    ) -> Option<PartyRef> {
        let own = |other: &PartyRef| party.is_some_and(|party| party.value.id == other.id);
        let named = clause
            .recipient
            .or_else(|| clause.oblique(&["to", "with"]))
            .and_then(|at| self.party(view, at))
            .map(|found| found.value);
        named.filter(|other| !own(other)).or_else(|| {
            let others = || {
                view.parties.iter().filter(|name| {
                    !own(&self.named_party(view, name))
                        && super::super::who::usable(view, name, name.words.end.saturating_sub(1))
                })
            };
            let acts = |name: &&super::super::view::PartyName| !is_of_thing(view, name);
            let inside = others().filter(acts).find(|name| words.contains(&name.words.start));
            let side = || party.and_then(|party| self.other_side_of(&party.value));
            let named = inside.or_else(|| others().find(acts));
            named
                .map(|name| self.named_party(view, name))
                .or_else(side)
                .or_else(|| others().next().map(|name| self.named_party(view, name)))
        })
    }
}

/// Whether a party’s name only says what a thing is or where: "Arlandic prisoners", "the port of Velk".
fn is_of_thing(view: &View, name: &super::super::view::PartyName) -> bool {
    let tree = &view.tree;
    let last = name.words.end.saturating_sub(1);
    let modifies = matches!(tree.label(last), "amod" | "compound" | "nmod:poss");
    modifies
        || crate::text::syntax::preposition(tree, last).is_some_and(|case| {
            matches!(case.as_str(), "of" | "in" | "at" | "near" | "around" | "into" | "inside")
        })
}
