//! Offers called something: "called the plan unacceptable", "described it as a diversion".

use super::{
    super::{
        context::Context,
        title::{clause_words, noun_before},
        view::View,
    },
    answer::Answer,
};
use crate::text::syntax::Clause;
use seisin_core::Stance;

/// Verbs by which something is called what it is taken for.
const JUDGING: [&str; 19] = [
    "call",
    "declare",
    "consider",
    "deem",
    "describe",
    "dismiss",
    "brand",
    "label",
    "term",
    "pronounce",
    "find",
    "welcome",
    "dub",
    "deride",
    "denounce",
    "condemn",
    "regard",
    "see",
    "view",
];

impl Context<'_> {
    /// "Called the plan unacceptable", "declared the deal null and void", "said it was out of the
    /// question".
    pub(super) fn by_judgement(&self, view: &View, at: usize) -> Option<Answer> {
        let tree = &view.tree;
        let judged =
            self.lexicon.judgements.at(at, &|at| tree.lower(at), &|word| self.is_for_plan(word))?;
        let stance = Stance::from_word(judged.stance)?;
        let verb = (at.saturating_sub(14)..at).rev().find(|verb| {
            tree.is_verb(*verb) && (self.says(view, *verb) || self.is_one_of(view, *verb, &JUDGING))
        })?;
        let end = (at + 1..tree.len().min(at + 9))
            .find(|word| matches!(tree.lower(*word), ";" | "."))
            .unwrap_or_else(|| tree.len().min(at + 9));
        let about = (verb + 1..end).find(|word| self.lexicon.about.contains(tree.lower(*word)));
        let pronoun = (verb + 1..at).any(|word| matches!(tree.lower(word), "it" | "that" | "this"));
        let near = self.last_plan().filter(|plan| view.index <= plan + 3);
        let (about, owner) = match about {
            Some(noun) => (
                self.text(view, super::super::who::core(view, noun)),
                self.owner_of_plan(view, noun),
            ),
            None if pronoun && near.is_some() => (self.plan_words(view)?, None),
            None => return None,
        };
        let negated =
            (verb + 1..at).any(|word| matches!(tree.lower(word), "not" | "n't" | "never"));
        let agent = Clause::of(tree, verb).agent.or_else(|| noun_before(view, verb))?;
        let party = self.answerer(view, agent)?;
        (!negated).then(|| Answer {
            stance,
            verb,
            party,
            about,
            owner,
            words: clause_words(view, verb, at + 1),
            rule: "judgement",
        })
    }
}
