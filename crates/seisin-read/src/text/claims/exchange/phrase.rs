//! Answers told by a phrase: "would have none of it", "had no comment", "asked for time", "gave its
//! blessing", "came back with a map of its own".

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

/// How many sentences after an offer a phrase is still taken for an answer to it.
const REACH: usize = 4;

/// What silence may be about besides an offer.
const OTHER_REQUESTS: [&str; 8] =
    ["questions", "question", "calls", "emails", "requests", "request", "messages", "letters"];

impl Context<'_> {
    /// The answers that phrases tell, where an offer was spoken of a little before.
    pub(super) fn by_phrases(&self, view: &View) -> Vec<Answer> {
        let near = self.last_plan().is_some_and(|plan| view.index <= plan + REACH);
        if !near {
            return Vec::new();
        }
        let mut found: Vec<Answer> = Vec::new();
        let mut at = 0;
        while at < view.tree.len() {
            let answer = self.by_phrase(view, at);
            at = answer.as_ref().map_or(at + 1, |(end, _)| (*end).max(at + 1));
            found.extend(answer.map(|(_, answer)| answer));
        }
        found
    }

    fn by_phrase(&self, view: &View, at: usize) -> Option<(usize, Answer)> {
        let tree = &view.tree;
        let phrase =
            self.lexicon.phrases.at(at, &|at| tree.lower(at), &|word| self.is_for_plan(word))?;
        let end = phrase.end;
        let asked = (end..end + 4).any(|word| OTHER_REQUESTS.contains(&tree.lower(word)));
        let verb = (at..end)
            .find(|word| tree.is_verb(*word))
            .or_else(|| (at.saturating_sub(5)..at).rev().find(|word| tree.is_verb(*word)))
            .unwrap_or(at);
        let finite = !matches!(tree.tag(at), "VBG") || tree.child(at, &["aux"]).is_some();
        let clause = Clause::of(tree, verb);
        let conditional = Self::is_conditional(view, &Clause { verb: end - 1, ..clause.clone() })
            || tree.lower(at.wrapping_sub(1)) == "only";
        let stance = match (Stance::from_word(phrase.stance), conditional) {
            (None | Some(Stance::Accept | Stance::Reject), true) => Stance::Conditional,
            (Some(stance), _) => stance,
            (None, false) => return None,
        };
        let party = self.who_answers(view, at, &clause)?;
        if asked || !finite {
            return None;
        }
        let words = clause_words(view, at, end);
        let start = party.words.start.max(words.start).min(at);
        let answer = Answer {
            stance,
            verb,
            about: self.plan_words(view)?,
            owner: None,
            words: if conditional { start..words.end } else { start..end },
            party,
            rule: "phrase",
        };
        Some((end, answer))
    }

    /// Who answers by a phrase: its subject; where the offer itself is the subject, the side it was
    /// made to.
    fn who_answers(&self, view: &View, at: usize, clause: &Clause) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let near = noun_before(view, at);
        let subject = clause
            .agent
            .filter(|agent| {
                *agent < at && near.is_none_or(|near| tree.branch(*agent).contains(&near))
            })
            .or(near)
            .or_else(|| clause.agent.or(clause.patient).filter(|subject| *subject < at))?;
        if self.lexicon.about.contains(tree.lower(subject)) && tree.tag(subject).starts_with("NN") {
            let owner = self
                .owner_of_plan(view, subject)
                .filter(|_| !clause.is_passive && tree.is_verb(at))
                .map(|value| Found { value, words: subject..subject + 1, how: How::Named });
            return owner.or_else(|| self.whoever_speaks(view, clause.verb)).or_else(|| {
                let value = self.offers.last()?.counterparty.clone()?;
                Some(Found { value, words: subject..subject + 1, how: How::Referred })
            });
        }
        self.answerer(view, subject)
    }

    /// Whether a word may stand for an offer: a noun for one, or a pronoun.
    pub(super) fn is_for_plan(&self, word: &str) -> bool {
        matches!(word, "it" | "that" | "this" | "them" | "these" | "both" | "all")
            || self.lexicon.about.contains(word)
    }
}
