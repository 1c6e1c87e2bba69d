//! Answers to offers.

use super::super::{
    context::{Context, Found, How, OfferMade, unlisted_party},
    draft::Draft,
    quotes::Quote,
    title::{TITLES, clause_words, noun_before},
    told::Told,
    view::View,
    when::Dated,
};
use crate::text::syntax::{Clause, Tense};
use seisin_core::{Detail, Edtf, Modality, OfferStatus, PartyRef, Polarity, Stance, ValidTime};
use std::ops::Range;

/// An answer before it is written down.
#[derive(Clone)]
pub(super) struct Answer {
    /// What it says.
    pub(super) stance: Stance,
    /// The verb that tells it.
    pub(super) verb: usize,
    /// Who answers.
    pub(super) party: Found<PartyRef>,
    /// The offer, as printed.
    pub(super) about: String,
    /// Whose offer it is.
    pub(super) owner: Option<PartyRef>,
    /// The words it rests on.
    pub(super) words: Range<usize>,
    /// The rule that found it.
    pub(super) rule: &'static str,
}

impl Context<'_> {
    /// The answers of a sentence.
    pub(super) fn answers(&self, view: &View, quotes: &[Quote], here: &[Draft]) -> Vec<Draft> {
        let mut found: Vec<Draft> = Vec::new();
        let mut add = |answer: Option<Answer>| {
            let Some(answer) = answer else { return };
            let Some(draft) = self.answer_draft(view, answer, quotes) else { return };
            let again = |other: &Draft| {
                let same = |draft: &Draft| draft.party.as_ref().map(|party| party.value.id.clone());
                other.detail.kind() == draft.detail.kind()
                    && same(other) == same(&draft)
                    && other.evidence.start < draft.evidence.end
                    && draft.evidence.start < other.evidence.end
            };
            let counter = matches!(draft.detail, Detail::Response { stance: Stance::Counter, .. });
            let terms = !counter
                && here.iter().any(|offer| {
                    matches!(offer.detail, Detail::Offer { .. })
                        && offer.evidence.start <= draft.evidence.start
                        && draft.evidence.end <= offer.evidence.end
                });
            let denies_own = here.iter().any(|offer| {
                let by = |draft: &Draft| draft.party.as_ref().map(|party| party.value.id.clone());
                offer.told.polarity == Polarity::Denied && by(offer) == by(&draft)
            });
            let takes_back = here.iter().any(|offer| {
                let by = |draft: &Draft| draft.party.as_ref().map(|party| party.value.id.clone());
                let back =
                    matches!(offer.detail, Detail::Offer { status: OfferStatus::Withdrawn, .. });
                back && by(offer) == by(&draft)
            });
            if !found.iter().any(again) && !terms && !denies_own && !takes_back {
                found.push(draft);
            }
        };
        for answer in self.by_phrases(view) {
            add(Some(answer));
        }
        for at in 0..view.tree.len() {
            for answer in self.by_verb(view, at) {
                let others = self.gapped_answers(view, &answer);
                add(Some(answer));
                for other in others {
                    add(Some(other));
                }
            }
            let noun = self.by_noun_of_plan(view, at).or_else(|| self.by_noun(view, at));
            add(noun.or_else(|| self.by_predicate(view, at)));
            add(self.by_judgement(view, at));
        }
        add(self.by_quotation(view, quotes));
        add(self.something_else_first(view));
        add(self.not_until(view));
        found
    }

    /// The answers that a verb tells, one for each of its subjects: "Arland and Borland turned it down".
    fn by_verb(&self, view: &View, at: usize) -> Vec<Answer> {
        let Some(first) = self.first_by_verb(view, at) else { return Vec::new() };
        let agent = first.party.words.end.saturating_sub(1);
        let others: Vec<Answer> = self
            .parties(view, agent)
            .into_iter()
            .filter(|party| party.how == How::Named && party.value.id != first.party.value.id)
            .filter(|party| {
                let between = first.party.words.end..party.words.start;
                between.len() == 1 && view.tree.lower(between.start) == "and"
            })
            .map(|party| Answer { party, ..first.clone() })
            .collect();
        std::iter::once(first).chain(others).collect()
    }

    /// "Rejected the proposal", "turned it down", "declined", "voted against it".
    fn first_by_verb(&self, view: &View, at: usize) -> Option<Answer> {
        let tree = &view.tree;
        let verb = tree.is_verb(at) || tree.label(at) == "root" && tree.lower(at).ends_with("ed");
        if !verb || !self.lexicon.may_answer(tree.lower(at)) {
            return None;
        }
        let mut clause = Clause::of(tree, at);
        let reduced = clause.is_passive && clause.helpers.is_empty() && clause.agent.is_none();
        if reduced && clause.patient.is_some_and(|subject| subject < at) {
            clause.agent = clause.patient.take();
        }
        let stance = self.stance(view, &clause).filter(|_| clause.tense != Tense::Demanded)?;
        let (about, owner) = self.what_is_answered(view, &clause)?;
        let parted = |agent: &usize| {
            *agent < at && (*agent..at).any(|mark| matches!(tree.lower(mark), ":" | ";"))
        };
        let agent =
            clause.agent.filter(|agent| !parted(agent)).or_else(|| noun_before(view, at))?;
        let untold = clause.is_passive && clause.agent.is_none() && !clause.helpers.is_empty();
        if tree.tag(at) == "VBG" && tree.label(at) == "acl" {
            return None;
        }
        let party = if untold {
            let end = clause_words(view, at, at + 1).end;
            (at + 1..end).find_map(|from| self.where_received(view, from))?
        } else {
            self.who_answers_by_verb(view, agent)?
        };
        let words = clause_words(view, at, at + 1);
        let titled = stance == Stance::Reject
            && (at + 1..words.end).any(|noun| TITLES.contains(&tree.lower(noun)))
            && !(at + 1..words.end).any(|noun| self.lexicon.about.contains(tree.lower(noun)));
        if titled {
            return None;
        }
        let shares = tree.label(at) == "conj" && tree.child(at, &["nsubj", "nsubj:pass"]).is_none();
        let start = if shares {
            (words.start..at)
                .rev()
                .take_while(|word| tree.tag(*word) == "RB" || tree.tag(*word) == "MD")
                .last()
                .unwrap_or(at)
        } else {
            words.start.max(Self::branch_start(view, agent).min(at))
        };
        Some(Answer {
            stance,
            verb: at,
            party,
            about,
            owner,
            words: start..words.end,
            rule: "verb",
        })
    }

    /// Who does what the verb of an answer tells: "Arland’s veto killed the plan" is Arland’s.
    fn who_answers_by_verb(&self, view: &View, agent: usize) -> Option<Found<PartyRef>> {
        if self.stance_told_by_noun(view, agent).is_some() {
            return self.who_gives(view, agent, agent + 1..agent + 6);
        }
        let named = self.parties(view, agent).into_iter().next();
        named.or_else(|| self.answerer(view, agent))
    }

    fn branch_start(view: &View, agent: usize) -> usize {
        let tree = &view.tree;
        tree.branch_without(agent, &|child| tree.label(child) == "acl:relcl").start
    }

    /// "The government wanted the sick ones first", "insisted on a ceasefire instead".
    fn something_else_first(&self, view: &View) -> Option<Answer> {
        let tree = &view.tree;
        self.last_plan().filter(|plan| view.index <= plan + 2)?;
        let verb = (0..tree.len()).find(|at| {
            self.is_one_of(
                view,
                *at,
                &["want", "demand", "insist", "counter", "propose", "ask", "call"],
            )
        })?;
        let counters = self.is_one_of(view, verb, &["counter"]);
        let first = (verb + 1..tree.len().min(verb + 12))
            .any(|at| matches!(tree.lower(at), "first" | "instead"));
        let party = self.answerer(view, Clause::of(tree, verb).agent?)?;
        let own = self.last_offerer(view).is_some_and(|other| other.id == party.value.id);
        ((first || counters) && !own).then(|| Answer {
            stance: Stance::Counter,
            verb,
            party,
            about: self.plan_words(view).unwrap_or_default(),
            owner: None,
            words: clause_words(view, verb, verb + 1),
            rule: "something-else",
        })
    }

    /// "No ceasefire until the blockade is lifted": a condition, by the side the answer is of.
    fn not_until(&self, view: &View) -> Option<Answer> {
        let tree = &view.tree;
        let no = (0..tree.len()).find(|at| tree.lower(*at) == "no" && tree.is_nominal(at + 1))?;
        let until = (no + 1..tree.len().min(no + 6))
            .find(|at| matches!(tree.lower(*at), "until" | "unless" | "without" | "before"))?;
        let answer = (0..no).rev().find(|at| {
            matches!(
                tree.lower(*at),
                "answer" | "reply" | "response" | "answered" | "replied" | "said" | "says"
            )
        })?;
        self.last_plan().filter(|plan| view.index <= plan + 3)?;
        let name = view.parties.iter().rev().find(|name| name.words.start <= answer)?;
        let end = (until..tree.len())
            .find(|at| matches!(tree.lower(*at), ";" | "."))
            .unwrap_or(tree.len());
        Some(Answer {
            stance: Stance::Conditional,
            verb: until,
            party: Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            },
            about: self.plan_words(view).unwrap_or_default(),
            owner: None,
            words: no..end,
            rule: "not-until",
        })
    }

    /// Who answers: a party, or the words that name no party we know.
    pub(crate) fn answerer(&self, view: &View, agent: usize) -> Option<Found<PartyRef>> {
        self.party(view, agent).or_else(|| {
            let (name, id, words) = self.source(view, agent);
            let value = match id {
                Some(id) => PartyRef { id, name: name.clone(), mention: name },
                None => unlisted_party(&name),
            };
            let whole = matches!(view.tree.tag(agent), "NN" | "NNS" | "NNP" | "NNPS" | "CD");
            let counted = value.name.chars().any(char::is_alphabetic);
            (whole && counted).then_some(Found { value, words, how: How::Phrase })
        })
    }

    /// "The ministry brushed it aside": a body without a name is not the side whose offer it answers.
    fn not_the_offerer(&self, view: &View, answer: &mut Answer) {
        let words = answer.party.words.clone();
        let body = answer.party.how == How::Referred
            && words.clone().any(|at| view.tree.tag(at).starts_with("NN"))
            && !words.clone().any(|at| matches!(view.tree.lower(at), "its" | "their" | "his"));
        let offerer = self.last_offerer(view).filter(|last| last.id == answer.party.value.id);
        let Some(offerer) = offerer.filter(|_| body) else { return };
        let made_to = self.offers.last().and_then(|offer| offer.counterparty.clone());
        if let Some(other) = made_to.or_else(|| self.other_side_of(&offerer)) {
            let mention = answer.party.value.mention.clone();
            answer.party.value = PartyRef { mention, ..other };
        }
    }

    fn answer_draft(&self, view: &View, mut answer: Answer, quotes: &[Quote]) -> Option<Draft> {
        let tree = &view.tree;
        self.not_the_offerer(view, &mut answer);
        let clause = Clause::of(tree, answer.verb);
        let mut told = self.told(view, &clause, quotes);
        if told.refused.is_some()
            || told.modality == Modality::Hypothetical && answer.rule != "verb"
        {
            return None;
        }
        let answered = told.polarity == Polarity::Denied
            && clause.negation.is_none()
            && (0..answer.verb).any(|at| self.is_any(view, at, &self.lexicon.deny));
        told.polarity = if answered { Polarity::Denied } else { Polarity::Affirmed };
        let turn = usize::from(self.turn.is_some());
        if answer.rule == "judgement" && told.sources.len() <= turn {
            self.link(
                view,
                answer.party.words.end.saturating_sub(1),
                tree.lower(answer.verb),
                &mut told,
            );
        }
        if matches!(told.modality, Modality::Planned) {
            told.modality = Modality::Asserted;
        }
        let counterparty = self.whose_offer(view, &answer);
        let dated = self
            .dated(view, &clause, &told)
            .or_else(|| said_when(&told))
            .or_else(|| self.date_within(view, &answer.words, answer.verb))
            .or_else(|| match clause.tense {
                Tense::Past | Tense::PastPerfect => self.plan_spoken_of(view)?.dated.clone(),
                _ => None,
            });
        let detail = Detail::Response { stance: answer.stance, about: answer.about.clone() };
        let dated = dated.or_else(|| self.time_of(view, &clause, &told, &detail));
        Some(Draft {
            party: Some(answer.party),
            counterparty,
            dated,
            ..Draft::told(
                Detail::Response { stance: answer.stance, about: answer.about },
                told,
                tree.range(answer.words),
                format!("response/{}", answer.rule),
            )
        })
    }

    /// Whose the plan is that the words of an answer name: "ruled the Arlandic paper out".
    pub(super) fn owner_within(&self, view: &View, answer: &Answer) -> Option<PartyRef> {
        let plan = |at: &usize| {
            view.tree.tag(*at).starts_with("NN")
                && self.lexicon.about.contains(view.tree.lower(*at))
        };
        answer
            .words
            .clone()
            .filter(plan)
            .find_map(|at| self.owner_of_plan(view, at).or_else(|| self.maker_of_plan(view, at)))
    }

    /// Whose offer is answered: the plan’s owner, or who made the offer read last.
    fn whose_offer(&self, view: &View, answer: &Answer) -> Option<PartyRef> {
        let other = |party: &PartyRef| party.id != answer.party.value.id;
        let offered: Option<&OfferMade> =
            self.offers.iter().rev().find(|offer| view.index - offer.sentence <= 25);
        answer
            .owner
            .clone()
            .or_else(|| self.owner_within(view, answer))
            .filter(other)
            .or_else(|| {
                let plan = self.plan_spoken_of(view)?;
                let newer = offered.is_none_or(|offer| plan.sentence >= offer.sentence);
                plan.owner.clone().filter(|_| newer).filter(other)
            })
            .or_else(|| {
                let offer = offered?;
                let made = offer.party.clone().filter(other);
                made.or_else(|| offer.counterparty.clone().filter(other))
            })
    }
}

/// An answer is given when it is said.
pub(super) fn said_when(told: &Told) -> Option<Dated> {
    let on: Edtf = told.sources.last()?.on?;
    Some(Dated {
        valid: ValidTime {
            edtf: on,
            original_value: String::new(),
            rule: "said-on(the day of the saying)".to_owned(),
        },
        range: None,
    })
}
