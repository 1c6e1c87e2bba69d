//! Terms told by the plan that has them: "our map leaves 28 per cent to the other side", "a proposal
//! under which the two states would share the island".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{bargain::Bargain, marked::clause_end};
use crate::text::quantity::MentionKind;
use seisin_core::{OfferStatus, PartyRef};

/// Nouns for what one side lays on the table.
const PLANS: [&str; 22] = [
    "points",
    "version",
    "accord",
    "deal",
    "agreement",
    "treaty",
    "compromise",
    "plan",
    "proposal",
    "offer",
    "map",
    "package",
    "paper",
    "text",
    "draft",
    "blueprint",
    "roadmap",
    "formula",
    "scheme",
    "initiative",
    "document",
    "counter-offer",
];

/// Verbs by which a plan gives land.
const GIVING: [&str; 18] = [
    "give", "leave", "offer", "propose", "grant", "award", "return", "hand", "allot", "assign",
    "cede", "envisage", "foresee", "divide", "split", "transfer", "provide", "let",
];

/// Those by which an agreement gives land.
const HANDING_OUT: [&str; 9] =
    ["give", "leave", "grant", "award", "return", "hand", "allot", "assign", "transfer"];

/// Verbs by which it wants land.
const WANTING: [&str; 7] = ["ask", "demand", "call", "require", "want", "keep", "claim"];

impl Context<'_> {
    /// "Our map leaves 28.2% to the other side and asks for the return of Sarn".
    pub(super) fn plan_says(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let again = matches!(tree.lower(noun), "it" | "this") && self.is_plan_told(view, noun);
        if !again && (!tree.tag(noun).starts_with("NN") || !PLANS.contains(&tree.lower(noun))) {
            return None;
        }
        let verb = tree
            .head(noun)
            .filter(|head| tree.label(noun) == "nsubj" && *head > noun && tree.is_verb(*head))
            .or_else(|| Self::verb_of_relative(view, noun))
            .or_else(|| Self::verb_of_plan(view, noun))?;
        let gives = self.is_one_of(view, verb, &GIVING);
        let wants = self.is_one_of(view, verb, &WANTING);
        let negated = crate::text::syntax::Clause::of(tree, verb);
        if !(gives || wants) || negated.negation.is_some() || negated.is_passive {
            return None;
        }
        let end = Self::terms_end(view, verb);
        let measured = view
            .quantities_in(verb + 1..end)
            .any(|mention| matches!(mention.kind, MentionKind::Area | MentionKind::Share));
        let in_parts = (verb + 1..end).any(|at| {
            matches!(tree.lower(at), "percent" | "%")
                || tree.lower(at) == "per" && tree.lower(at + 1) == "cent"
        });
        if !(measured || in_parts || self.gives_land(view, verb + 1..end)) {
            return None;
        }
        let settled = self.lexicon.settled.contains(tree.lower(noun));
        let own = super::super::title::noun_before(view, verb) == Some(noun);
        let hands_out = own && self.is_one_of(view, verb, &HANDING_OUT);
        let party = if again {
            let value = self.plan_named(view)?.owner.clone()?;
            Some(Found { value, words: noun..noun + 1, how: How::Referred })
        } else {
            let maker = || {
                let value = self.maker_of_plan(view, noun)?;
                Some(Found { value, words: noun..noun + 1, how: How::Referred })
            };
            if settled { maker() } else { self.whose_terms(view, noun) }
        };
        let made = self.maker_of_plan(view, noun).is_some();
        if settled && !hands_out || party.is_none() && tree.child(noun, &["nmod:poss"]).is_some() {
            return None;
        }
        let asking = (verb + 1..tree.len())
            .take_while(|at| !matches!(tree.lower(*at), ";" | "."))
            .find(|at| self.is_one_of(view, *at, &WANTING) && *at > verb);
        let asks = asking.map(|asking| {
            let start = asking + 1 + usize::from(tree.lower(asking + 1) == "for");
            start..clause_end(view, start)
        });
        let terms = verb + 1..end.min(asking.unwrap_or(end));
        Some(Bargain {
            gives: gives.then(|| terms.clone()),
            asks: if wants { Some(terms) } else { asks },
            party,
            status: Some(if settled && !made {
                OfferStatus::Agreed
            } else {
                OfferStatus::Proposed
            }),
            owned: true,
            ..Bargain::of(verb, "plan-says")
        })
    }

    /// Whether a pronoun as the subject of a sentence stands for the plan named right before.
    fn is_plan_told(&self, view: &View, at: usize) -> bool {
        at <= 1
            && self.plans.iter().rev().find(|plan| plan.named).is_some_and(|plan| {
                plan.owner.is_some()
                    && plan.sentence < view.index
                    && plan.sentence + 1 >= view.index
            })
    }

    /// "A deal that would have given them the strip": the verb of a clause about the plan.
    fn verb_of_relative(view: &View, noun: usize) -> Option<usize> {
        let tree = &view.tree;
        matches!(tree.lower(noun + 1), "that" | "which")
            .then(|| {
                (noun + 2..noun + 6)
                    .take_while(|at| tree.is_verb(*at) || matches!(tree.tag(*at), "MD" | "RB"))
                    .last()
                    .filter(|verb| tree.is_verb(*verb))
            })
            .flatten()
    }

    /// The verb right after a noun for a plan and what stands with it: "the package of 20 August gives".
    fn verb_of_plan(view: &View, noun: usize) -> Option<usize> {
        let tree = &view.tree;
        (noun + 1..tree.len().min(noun + 8))
            .take_while(|at| {
                tree.is_verb(*at)
                    || matches!(
                        tree.tag(*at),
                        "IN" | "CD" | "NNP" | "DT" | "JJ" | "NN" | "RB" | "MD"
                    )
            })
            .find(|at| tree.is_verb(*at) && !matches!(tree.tag(*at), "VBN" | "VBG"))
    }

    /// Whose plan a noun names: as printed, who speaks, or the plan spoken of before.
    fn whose_terms(&self, view: &View, noun: usize) -> Option<Found<PartyRef>> {
        let own = self.maker_of_plan(view, noun).or_else(|| self.owner_of_plan(view, noun));
        let definite = view
            .tree
            .children_with(noun, &["det"])
            .any(|det| matches!(view.tree.lower(det), "the" | "that" | "this"));
        let before = || self.plan_named(view).and_then(|plan| plan.owner.clone());
        let value = own.or_else(|| definite.then(before).flatten())?;
        Some(Found { value, words: noun..noun + 1, how: How::Referred })
    }

    /// Where the terms of a plan begin: the word that opens them and the first of their own. "A plan
    /// under which …", "a truce was proposed in Velk, under which …".
    fn terms_begin(&self, view: &View, noun: usize) -> Option<(usize, usize)> {
        let tree = &view.tree;
        match tree.lower(noun + 1) {
            "whereby" | "that" | "which" | ":" => return Some((noun + 1, noun + 2)),
            _ => {}
        }
        let which = (noun + 2..tree.len().min(noun + 10))
            .take_while(|at| !matches!(tree.lower(*at), ";" | ":") && !self.names_plan(view, *at))
            .find(|at| {
                tree.lower(*at) == "which"
                    && matches!(
                        tree.lower(at - 1),
                        "under" | "by" | "in" | "on" | "during" | "through" | "with"
                    )
            })?;
        Some((which - 1, which + 1))
    }

    /// Who does what a verb in the passive tells.
    fn party_after_by(&self, view: &View, verb: usize) -> Option<Found<PartyRef>> {
        let by = (verb + 1..verb + 4).find(|at| view.tree.lower(*at) == "by")?;
        self.party_within(view, by + 1..by + 5)
    }

    /// "A proposal by the guarantors that the heights become a park": told as a noun with a clause.
    pub(super) fn proposal_that(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let names = matches!(
            tree.lower(noun),
            "proposal" | "suggestion" | "offer" | "idea" | "plan" | "demand" | "recommendation"
        ) && tree.tag(noun).starts_with("NN");
        let that = || {
            (noun + 1..tree.len().min(noun + 8))
                .take_while(|at| !tree.is_verb(*at) && !matches!(tree.lower(*at), "," | ";"))
                .any(|at| tree.lower(at) == "that")
        };
        if !names || !that() {
            return None;
        }
        let bargain = self.proposed_that(view, noun)?;
        let owner = self.owner_of_terms(view, noun);
        Some(Bargain {
            party: owner,
            start: Some(super::super::who::core(view, noun).start),
            status: Some(OfferStatus::Proposed),
            owned: true,
            ..bargain
        })
    }

    /// "They struck a bargain: the islands would be returned": land in the passive, by a plan.
    pub(super) fn land_disposed_of(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let modal = (verb.saturating_sub(4)..verb)
            .any(|at| matches!(tree.lower(at), "would" | "will" | "should" | "shall"));
        let gives = self.is_any(view, verb, &self.lexicon.giving)
            || self.is_any(view, verb, &self.lexicon.disposing)
            || self.is_any(view, verb, &self.lexicon.granting);
        if !modal || !gives {
            return None;
        }
        let clause = crate::text::syntax::Clause::of(tree, verb);
        if !clause.is_passive || clause.negation.is_some() {
            return None;
        }
        let noun = self.plan_around(view, verb)?;
        let subject = clause.patient.filter(|subject| (noun..verb).contains(subject))?;
        let land = tree.branch(subject).start.max(noun + 1)..verb;
        let end = clause_end(view, verb);
        let owner = self.owner_of_terms(view, noun).or_else(|| {
            let above = tree.head(noun).filter(|head| tree.is_verb(*head) && *head < noun)?;
            self.doer(view, above).or_else(|| self.party_within(view, 0..above))
        });
        let settled = self.lexicon.settled.contains(tree.lower(noun))
            || matches!(tree.lower(noun), "bargain" | "trade" | "swap");
        (!land.is_empty() && self.gives_land(view, land.start..end)).then(|| Bargain {
            gives: Some(land.start..end.max(verb + 1)),
            party: owner,
            status: Some(if settled { OfferStatus::Agreed } else { OfferStatus::Proposed }),
            owned: true,
            ..Bargain::of(verb, "land-disposed-of")
        })
    }

    /// "Laid before Paris a proposal under which the two states would share the island".
    pub(super) fn plan_with_terms(&self, view: &View, noun: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let (next, from) = self.terms_begin(view, noun)?;
        let end = (from..tree.len())
            .find(|at| matches!(tree.lower(*at), ";" | "." | "”" | ")"))
            .unwrap_or(tree.len());
        let agreed =
            matches!(tree.lower(noun), "compromise" | "deal" | "agreement" | "arrangement");
        let modal = (from..end.min(from + 9)).any(|at| {
            matches!(tree.lower(at), "would" | "will" | "should" | "is" | "are")
                || agreed && matches!(tree.tag(at), "VBZ" | "VBP")
        });
        let list = tree.lower(next) == ":";
        let landed = self.gives_land(view, from..end) || !list && self.weighs(view, from..end);
        if !(modal || list) || !landed {
            return None;
        }
        let asks = Self::condition(view, from + 1).filter(|asks| asks.start > from);
        let stop = asks.as_ref().map_or(end, |asks| asks.start.saturating_sub(1));
        let stop = if tree.lower(stop.wrapping_sub(1)) == "," { stop - 1 } else { stop };
        let passive = tree.label(noun) == "nsubj:pass";
        let after = tree.head(noun).filter(|verb| passive && (noun..from).contains(verb));
        let before = || {
            (noun.saturating_sub(10)..noun).rev().find(|at| {
                tree.is_verb(*at) && !matches!(tree.label(*at), "aux" | "aux:pass" | "cop" | "amod")
            })
        };
        let verb = after.or_else(before)?;
        let offers = self.lexicon.is_form_of(tree.lower(verb), &self.lexicon.offer_verbs)
            || self.is_one_of(
                view,
                verb,
                &["lay", "make", "bring", "hand", "outline", "sketch", "have", "unveil"],
            );
        let reached = agreed
            && self.is_one_of(
                view,
                verb,
                &["find", "reach", "strike", "sign", "conclude", "agree"],
            );
        let offers = offers || reached;
        let before = (verb + 1..noun)
            .find(|at| matches!(tree.lower(*at), "before" | "to" | "with"))
            .and_then(|to| self.party_within(view, to + 1..to + 4));
        let party = if after.is_some() {
            self.party_after_by(view, verb)
        } else {
            let laid = || {
                let agent = tree.child(verb, &["nsubj"])?;
                let lays =
                    self.is_any(view, verb, &self.lexicon.laying) && !self.names_plan(view, agent);
                lays.then(|| self.answerer(view, agent)).flatten()
            };
            let doer = self.doer(view, verb).or_else(|| self.whose_terms(view, noun)).or_else(laid);
            Some(doer.or_else(|| self.party_within(view, from..stop).filter(|_| reached))?)
        };
        let party = party.or_else(|| self.party_within(view, from..stop).filter(|_| reached));
        let none = (verb + 1..noun)
            .any(|at| matches!(tree.lower(at), "no" | "not" | "any" | "never" | "interest"));
        (offers && !none && from < stop).then(|| Bargain {
            gives: Some(from..stop),
            asks,
            counterparty: before.map(|before| before.value),
            party,
            status: reached.then_some(OfferStatus::Agreed),
            owned: true,
            ..Bargain::of(verb, "plan-with-terms")
        })
    }
}
