//! Plans, deals and offers spoken of, for the nouns that come back to them: "the plan", "it".

use super::super::{context::Context, draft::Draft, view::View, when::Dated};
use crate::text::{
    syntax::preposition,
    time::{Relation, TimeMention},
};
use seisin_core::{Detail, OfferStatus, PartyRef};

/// A plan, a deal or an offer that was spoken of.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// In which sentence.
    pub(crate) sentence: usize,
    /// Whose it is.
    pub(crate) owner: Option<PartyRef>,
    /// As printed.
    pub(crate) words: String,
    /// When it was made.
    pub(crate) dated: Option<Dated>,
    /// Whether a noun names it: not only the terms of an offer.
    pub(crate) named: bool,
}

/// Nouns that name other things besides offers: they bring a plan in only with an owner.
const OTHERWISE: [&str; 32] = [
    "notion",
    "version",
    "option",
    "options",
    "vision",
    "concept",
    "proposition",
    "solution",
    "recipe",
    "map",
    "maps",
    "paper",
    "points",
    "outline",
    "sketch",
    "text",
    "document",
    "draft",
    "demand",
    "demands",
    "truce",
    "ceasefire",
    "autonomy",
    "peace",
    "settlement",
    "exchange",
    "trade",
    "split",
    "bid",
    "arrangement",
    "partition",
    "concession",
];

impl Context<'_> {
    /// Keeps the plans that a sentence brings in: those with an owner, and "a deal".
    pub(crate) fn note_plans(&mut self, view: &View, drafts: &[Draft]) {
        let tree = &view.tree;
        for at in 0..tree.len() {
            if !self.lexicon.about.contains(tree.lower(at)) || !tree.tag(at).starts_with("NN") {
                continue;
            }
            let marks = matches!(tree.lower(at), "exchange" | "trade")
                && matches!(tree.lower(at.wrapping_sub(1)), "in" | "as");
            if marks || self.is_part_of_plan(view, at) {
                continue;
            }
            let owner = self.owner_of_plan(view, at);
            let owner = owner
                .or_else(|| self.subject_of_terms(view, at))
                .or_else(|| self.layer_of_plan(view, at).map(|layer| layer.value));
            let terms = matches!(tree.lower(at + 1), "that" | "to" | "under" | "whereby" | ":");
            let article = tree
                .children_with(at, &["det"])
                .any(|det| matches!(tree.lower(det), "a" | "an" | "this" | "that"));
            let brought_in = (article || terms) && !OTHERWISE.contains(&tree.lower(at));
            if owner.is_some() || brought_in {
                let words = self.text(view, super::super::who::core(view, at));
                let dated = self.date_within(view, &(0..tree.len()), at).filter(|dated| {
                    let term = |time: &&TimeMention| {
                        matches!(time.relation, Relation::By | Relation::Until)
                            && Some(&time.range) == dated.range.as_ref()
                    };
                    !view.times.iter().any(|time| term(&time))
                });
                self.plans.push(Plan { sentence: view.index, owner, words, dated, named: true });
            }
        }
        self.note_plan_list(view);
        if tree.lower(tree.len().saturating_sub(1)) == "?" {
            let asked = (0..tree.len())
                .find(|at| self.is_one_of(view, *at, &["propose", "offer", "suggest"]))
                .and_then(|verb| self.doer(view, verb));
            self.plans.extend(asked.map(|party| Plan {
                sentence: view.index,
                owner: Some(party.value),
                words: self.text(view, 0..tree.len()),
                dated: None,
                named: true,
            }));
        }
        for draft in drafts {
            let owner = match draft.detail {
                Detail::Offer { .. } => draft.party.as_ref().map(|party| party.value.clone()),
                Detail::Response { .. } if draft.rule != "response/silence" => {
                    draft.counterparty.clone()
                }
                _ => continue,
            };
            self.plans.push(Plan {
                sentence: view.index,
                owner,
                words: self.prepared.slice(draft.evidence.clone()).to_owned(),
                dated: draft.dated.clone(),
                named: false,
            });
        }
    }

    /// "A counter-proposal to a draft of a settlement": what another plan is of or answers.
    fn is_part_of_plan(&self, view: &View, noun: usize) -> bool {
        let tree = &view.tree;
        let start = super::super::who::core(view, noun).start;
        let joined = start.checked_sub(2).is_some_and(|before| {
            matches!(tree.lower(before + 1), "to" | "of" | "against")
                && self.lexicon.about.contains(tree.lower(before))
        });
        joined
            || std::iter::successors(Some(noun), |at| {
                tree.head(*at).filter(|head| {
                    *head < *at
                        && matches!(tree.label(*at), "nmod" | "compound")
                        && tree.is_nominal(*head)
                })
            })
            .skip(1)
            .take(4)
            .any(|head| self.lexicon.about.contains(tree.lower(head)))
    }

    /// "The suggestion that Arland might sell a strip": whose terms they would be.
    fn subject_of_terms(&self, view: &View, noun: usize) -> Option<PartyRef> {
        let that = noun + 1;
        (view.tree.lower(that) == "that")
            .then(|| self.party_within(view, that + 1..that + 5))
            .flatten()
            .map(|party| party.value)
    }

    /// The plan that a noun named last, with its owner.
    pub(super) fn plan_named(&self, view: &View) -> Option<&Plan> {
        self.plans
            .iter()
            .rev()
            .find(|plan| plan.named && plan.owner.is_some() && view.index - plan.sentence <= 12)
    }

    /// Whose plan a noun names: "Trump’s plan", "the American proposal", "a plan by Arland".
    pub(crate) fn owner_of_plan(&self, view: &View, at: usize) -> Option<PartyRef> {
        let tree = &view.tree;
        let words = super::super::who::core(view, at);
        let beside = view.parties.iter().find(|name| words.contains(&name.words.start));
        if let Some(name) = beside {
            return Some(self.named_party(view, name));
        }
        let poss = tree
            .child(at, &["nmod:poss"])
            .or_else(|| Self::possessor_before(view, at))
            .and_then(|owner| self.party(view, owner));
        if let Some(owner) = poss {
            return Some(owner.value);
        }
        let by = tree.children_with(at, &["nmod", "acl", "obl"]).find_map(|child| {
            let case = preposition(tree, child)?;
            matches!(case.as_str(), "by" | "from").then(|| self.answerer(view, child)).flatten()
        });
        by.map(|by| by.value)
    }

    /// "The mediators’ latest package": the noun before a mark of possession.
    pub(super) fn possessor_before(view: &View, at: usize) -> Option<usize> {
        let tree = &view.tree;
        let mark = (at.saturating_sub(4)..at).rev().find(|mark| {
            !matches!(tree.tag(*mark), "JJ" | "CD" | "NN" | "VBN" | "VBG" | "JJS" | "NNP")
        })?;
        (tree.tag(mark) == "POS").then(|| mark.checked_sub(1)).flatten()
    }

    /// In which sentence a plan or an offer was brought in last.
    pub(crate) fn last_plan(&self) -> Option<usize> {
        let plan = self.plans.last().map(|plan| plan.sentence);
        plan.max(self.offers.last().map(|offer| offer.sentence))
    }

    /// The plan spoken of last, within a few sentences.
    pub(super) fn plan_spoken_of(&self, view: &View) -> Option<&Plan> {
        let near = |plan: &&Plan| view.index >= plan.sentence && view.index - plan.sentence <= 12;
        self.plans
            .iter()
            .rev()
            .filter(near)
            .find(|plan| plan.owner.is_some())
            .or_else(|| self.plans.iter().rev().find(near))
    }

    /// When the plan spoken of was made, for terms that are told as its own.
    pub(super) fn date_of_plan(&self, view: &View, status: OfferStatus) -> Option<Dated> {
        let plan = self.plans.iter().rev().find(|plan| {
            view.index >= plan.sentence && view.index - plan.sentence <= 1 && plan.dated.is_some()
        })?;
        matches!(status, OfferStatus::Agreed | OfferStatus::Proposed | OfferStatus::Floated)
            .then(|| plan.dated.clone())
            .flatten()
    }
}
