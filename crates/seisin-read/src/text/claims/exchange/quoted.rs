//! Answers told as a quotation: "“No amnesty, no table,” the adviser answered", "“Nobody leaves his own
//! house,” he said of the idea".

use super::{
    super::{
        context::{Context, Found, How, unlisted_party},
        quotes::Quote,
        view::View,
    },
    answer::Answer,
};
use seisin_core::{PartyRef, Stance};
use std::ops::Range;

/// How many words of a quotation tell whether it is a yes or a no.
const TELLING: usize = 24;

impl Context<'_> {
    /// The answer that a quotation is, where an offer was spoken of right before.
    pub(super) fn by_quotation(&self, view: &View, quotes: &[Quote]) -> Option<Answer> {
        let tree = &view.tree;
        self.last_plan().filter(|plan| view.index <= plan + 2)?;
        let quote = quotes.iter().find(|quote| {
            quote.range.start >= view.range.start && quote.range.start < view.range.end
        })?;
        let (_, cue) = quote.cue.filter(|(sentence, _)| *sentence == view.index)?;
        let link = quote.speaker.as_ref()?;
        let value = self.party_of_link(link).unwrap_or_else(|| unlisted_party(&link.name));
        let own = self.last_offerer(view).is_some_and(|party| party.id == value.id);
        let stance = self.stance_of_words(view, cue, &tree.words_in(&quote.range))?;
        (!own).then(|| Answer {
            stance,
            verb: cue,
            party: Found { value, words: cue..cue + 1, how: How::Named },
            about: self.plan_words(view).unwrap_or_default(),
            owner: None,
            words: 0..tree.len(),
            rule: "quotation",
        })
    }

    /// What quoted words answer: by their first word, or by any where the verb of saying is one of
    /// answering or names the offer.
    fn stance_of_words(&self, view: &View, cue: usize, words: &Range<usize>) -> Option<Stance> {
        let tree = &view.tree;
        let inside = words.start..words.end.min(words.start + TELLING);
        let first = inside.clone().find(|at| tree.lower(*at).chars().any(char::is_alphabetic))?;
        let says = self.is_one_of(view, cue, &["say", "tell"]);
        let answers =
            self.is_one_of(view, cue, &["answer", "reply", "respond", "retort", "counter", "snap"])
                || says
                    && (cue + 1..tree.len().min(cue + 5)).any(|at| {
                        matches!(tree.lower(at), "of" | "about")
                            && !words.contains(&at)
                            && (at + 1..at + 4).any(|noun| self.is_for_plan(tree.lower(noun)))
                    });
        match tree.lower(first) {
            "no" | "never" | "nonsense" | "not" | "nothing" | "nobody" if says || answers => {
                return Some(Stance::Reject);
            }
            "yes" | "agreed" | "done" if says || answers => return Some(Stance::Accept),
            _ => {}
        }
        let judged = inside.clone().find_map(|at| {
            let found = self
                .lexicon
                .judgements
                .at(at, &|at| tree.lower(at), &|word| self.is_for_plan(word))?;
            Stance::from_word(found.stance)
        });
        if judged == Some(Stance::Reject) && (says || answers) {
            return judged;
        }
        if !answers {
            return None;
        }
        let any = |list: &[&str]| inside.clone().any(|at| list.contains(&tree.lower(at)));
        if any(&["if", "unless", "until", "once", "provided"]) {
            Some(Stance::Conditional)
        } else if any(&["no", "not", "n't", "never", "nobody", "nothing", "none", "cannot"]) {
            Some(Stance::Reject)
        } else {
            any(&["yes", "agree", "accept", "welcome"]).then_some(Stance::Accept)
        }
    }

    /// Who made the last offer, or whose the last plan is.
    pub(super) fn last_offerer(&self, view: &View) -> Option<PartyRef> {
        let offer = self.offers.last().filter(|offer| view.index - offer.sentence <= 12);
        let plan = self.plan_spoken_of(view);
        match (offer, plan) {
            (Some(offer), Some(plan)) if plan.sentence > offer.sentence => {
                plan.owner.clone().or_else(|| offer.party.clone())
            }
            (Some(offer), _) => offer.party.clone(),
            (None, plan) => plan.and_then(|plan| plan.owner.clone()),
        }
    }
}
