//! Answers told by a noun: "Borland’s answer to the plan was a flat no", "Arland’s refusal of the draft",
//! "the acceptance of its terms by Velk".

use super::{
    super::{
        context::{Context, Found, How},
        title::{clause_words, noun_before},
        view::View,
    },
    answer::Answer,
};
use crate::text::syntax::Clause;
use seisin_core::{PartyRef, Stance};
use std::ops::Range;

/// How far after a noun for an answer the plan it answers may be named.
const REACH: usize = 11;

/// Words before a noun for an answer by which it is none yet: "pending its approval of the plan".
const WANTING: [&str; 12] = [
    "pending", "without", "until", "unless", "if", "awaits", "awaiting", "no", "any", "before",
    "subject", "despite",
];

/// Verbs of what is still to come.
const AWAITING: [&str; 8] = ["need", "require", "expect", "seek", "demand", "want", "urge", "hope"];

impl Context<'_> {
    /// "Borland’s answer to the plan was a flat no": what an answer was.
    pub(super) fn by_predicate(&self, view: &View, at: usize) -> Option<Answer> {
        let tree = &view.tree;
        let stance = stance_of_noun(view, at)?;
        let quality = |head: &usize| tree.tag(*head) == "JJ" && tree.label(at) == "dep";
        let at = tree.head(at).filter(quality).unwrap_or(at);
        let own = tree.child(at, &["nsubj"]).filter(|subject| {
            matches!(tree.lower(*subject), "answer" | "reply" | "response" | "verdict")
        })?;
        tree.child(at, &["cop"])?;
        let party = self.whose_answer(view, own..own + 1)?;
        let plan = (own..at).find(|noun| self.names_plan(view, *noun));
        let words = clause_words(view, at, at + 1);
        Some(Answer {
            stance,
            verb: at,
            party,
            about: self.text(view, words.clone()),
            owner: plan.and_then(|noun| self.owner_of_plan(view, noun)),
            words,
            rule: "noun",
        })
    }

    /// "Answered with a counter-offer", "made a counter-proposal", "gave its approval".
    pub(super) fn by_noun(&self, view: &View, at: usize) -> Option<Answer> {
        let tree = &view.tree;
        let counter = is_counter(tree.lower(at));
        let noun = stance_of_noun(view, at)?;
        let near = self.last_plan().is_some_and(|plan| view.index <= plan + 6);
        if (counter || near) && tree.label(at).starts_with("nsubj") {
            let value = self.owner_of_plan(view, at)?;
            return Some(Answer {
                stance: noun,
                verb: tree.head(at)?,
                party: Found { value, words: at..at + 1, how: How::Named },
                about: self.plan_words(view).unwrap_or_else(|| self.text(view, at..at + 1)),
                owner: None,
                words: clause_words(view, at, at + 1),
                rule: "noun",
            });
        }
        let verb = (at.saturating_sub(7)..at).rev().find(|verb| {
            self.is_one_of(
                view,
                *verb,
                &[
                    "answer", "reply", "respond", "make", "give", "come", "table", "present",
                    "offer", "put", "submit", "send", "issue", "meet", "deliver", "signal",
                ],
            )
        })?;
        if !near && !counter {
            return None;
        }
        let answered = (at + 1..at + 6)
            .find(|to| tree.lower(*to) == "to")
            .and_then(|to| (to + 1..to + 6).find(|noun| self.names_plan(view, *noun)));
        let owner = answered.and_then(|noun| self.owner_of_plan(view, noun));
        let party =
            self.answerer(view, Clause::of(tree, verb).agent.or_else(|| noun_before(view, verb))?)?;
        Some(Answer {
            stance: noun,
            verb,
            party,
            about: self.plan_words(view).unwrap_or_else(|| self.text(view, at..at + 1)),
            owner,
            words: clause_words(view, verb, at + 1),
            rule: "noun",
        })
    }

    /// "Arland’s refusal of the draft", "the acceptance by Velk of his terms", "Borland’s opposition to the
    /// plan": an answer and what it answers as one phrase.
    pub(super) fn by_noun_of_plan(&self, view: &View, at: usize) -> Option<Answer> {
        let tree = &view.tree;
        let stance = self.stance_told_by_noun(view, at)?;
        let case = |at: &usize| matches!(tree.lower(*at), "of" | "to" | "for");
        let end = (at + 1..tree.len().min(at + REACH))
            .find(|at| matches!(tree.lower(*at), ";" | "." | "that") || tree.tag(*at) == "VBD")
            .unwrap_or_else(|| tree.len().min(at + REACH));
        let plan = (at + 1..end).filter(case).find_map(|case| {
            let arranged = |noun: &usize| Self::is_arrangement(view, *noun);
            (case + 1..end).find(|noun| {
                self.names_plan(view, *noun) && !self.is_of_other_matter(view, *noun)
                    || arranged(noun)
            })
        })?;
        let party = self.who_gives(view, at, at + 1..tree.len().min(plan + 5))?;
        let verb = std::iter::successors(Some(at), |word| tree.head(*word))
            .take(6)
            .find(|word| tree.is_verb(*word))
            .or_else(|| (plan + 1..tree.len()).find(|word| tree.is_verb(*word)))
            .unwrap_or(at);
        let clause = Clause::of(tree, verb);
        let open = clause.helpers.iter().any(|helper| tree.tag(*helper) == "MD")
            || clause.negation.is_some()
            || (at.saturating_sub(4)..at).any(|word| WANTING.contains(&tree.lower(word)))
            || self.is_one_of(view, verb, &AWAITING);
        let start = super::super::who::core(view, at).start.min(party.words.start);
        let last = party.words.end.max(plan + 1);
        let owner = self.maker_of_plan(view, plan).or_else(|| self.owner_of_plan(view, plan));
        (!open).then(|| Answer {
            stance,
            verb,
            about: self.text(view, super::super::who::core(view, plan)),
            owner: owner.filter(|owner| owner.id != party.value.id),
            party,
            words: start..last,
            rule: "noun-of-plan",
        })
    }

    /// What a noun for an answer says, of all such nouns.
    pub(super) fn stance_told_by_noun(&self, view: &View, at: usize) -> Option<Stance> {
        let noun = view.tree.lower(at);
        if !view.tree.tag(at).starts_with("NN") {
            return None;
        }
        if self.lexicon.accept_nouns.contains(noun) {
            return Some(Stance::Accept);
        }
        self.lexicon.reject_nouns.contains(noun).then_some(Stance::Reject)
    }

    /// Whose an answer told by a noun is: before it, or after "by".
    pub(super) fn who_gives(
        &self,
        view: &View,
        noun: usize,
        after: Range<usize>,
    ) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let core = super::super::who::core(view, noun);
        let owner = tree.child(noun, &["nmod:poss"]).or_else(|| Self::possessor_before(view, noun));
        owner
            .and_then(|owner| self.party(view, owner).or_else(|| self.answerer(view, owner)))
            .or_else(|| self.party_within(view, core.start..noun))
            .or_else(|| {
                let by = after.clone().find(|at| tree.lower(*at) == "by")?;
                let agent = super::super::title::noun_after(view, by + 1)?;
                self.party(view, agent)
                    .filter(|party| party.how != How::Phrase)
                    .or_else(|| self.party_within(view, by + 1..by + 4))
            })
    }
}

/// What a noun for an answer says.
fn stance_of_noun(view: &View, at: usize) -> Option<Stance> {
    let tree = &view.tree;
    Some(match tree.lower(at) {
        noun if is_counter(noun) => Stance::Counter,
        "approval" | "consent" | "assent" | "blessing" | "backing" | "acceptance" => Stance::Accept,
        "no" if tree.tag(at) == "UH" && matches!(tree.tag(at.wrapping_sub(1)), "JJ" | "DT") => {
            Stance::Reject
        }
        "refusal" | "rejection" | "veto" | "no" if tree.tag(at).starts_with("NN") => Stance::Reject,
        _ => return None,
    })
}

/// Whether a noun names an offer made in answer to another: "counter-offer", "counter-paper".
pub(super) fn is_counter(noun: &str) -> bool {
    let Some(rest) = noun.strip_prefix("counter") else { return false };
    let kind = rest.trim_start_matches('-').trim_end_matches('s');
    matches!(
        kind,
        "offer"
            | "proposal"
            | "paper"
            | "draft"
            | "plan"
            | "text"
            | "bid"
            | "map"
            | "package"
            | "project"
    )
}
