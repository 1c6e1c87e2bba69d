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

/// How many words of a quotation tell whether it is a yes or a no.
const TELLING: usize = 24;

impl Context<'_> {
    /// The answer that a quotation is, where an offer was spoken of right before.
    pub(super) fn by_quotation(&self, view: &View, quotes: &[Quote]) -> Option<Answer> {
        let tree = &view.tree;
        self.last_plan().filter(|plan| view.index <= plan + 2)?;
        let here = |quote: &&Quote| {
            quote.range.start < view.range.end
                && quote.range.end > view.range.start
                && quote.cue.is_some_and(|(sentence, _)| sentence == view.index)
        };
        let quote = quotes.iter().find(here)?;
        let (_, cue) = quote.cue?;
        let link = quote.speaker.as_ref()?;
        let value = self.party_of_link(link).unwrap_or_else(|| unlisted_party(&link.name));
        let own = self.last_offerer(view).is_some_and(|party| party.id == value.id);
        let text = self.prepared.slice(quote.range.clone()).to_lowercase();
        let words = words_of(&text);
        let stance = self.stance_of_words(view, cue, quote, &words)?;
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
    fn stance_of_words(
        &self,
        view: &View,
        cue: usize,
        quote: &Quote,
        words: &[&str],
    ) -> Option<Stance> {
        let tree = &view.tree;
        let inside = tree.words_in(&quote.range);
        let says = self.is_one_of(view, cue, &["say", "tell"]);
        let of_plan = (cue + 1..tree.len().min(cue + 5)).any(|at| {
            matches!(tree.lower(at), "of" | "about")
                && !inside.contains(&at)
                && (at + 1..at + 4).any(|noun| self.is_for_plan(tree.lower(noun)))
        });
        let answering = ["answer", "reply", "respond", "retort", "counter", "snap"];
        let answers = self.is_one_of(view, cue, &answering) || says && of_plan;
        if !(says || answers) {
            return None;
        }
        match *words.first()? {
            "no" | "never" | "nonsense" | "not" | "nothing" | "nobody" => {
                return Some(Stance::Reject);
            }
            "yes" | "agreed" | "done" => return Some(Stance::Accept),
            _ => {}
        }
        let telling = words.get(..TELLING).unwrap_or(words);
        if self.judged(telling) == Some(Stance::Reject) || self.gives_nothing(telling) {
            return Some(Stance::Reject);
        }
        let any = |list: &[&str]| telling.iter().any(|word| list.contains(word));
        if !answers {
            None
        } else if any(&["if", "unless", "until", "once", "provided"]) {
            Some(Stance::Conditional)
        } else if any(&NO) || telling.iter().any(|word| is_contracted(word)) {
            Some(Stance::Reject)
        } else {
            any(&["yes", "agree", "accept", "welcome"]).then_some(Stance::Accept)
        }
    }

    /// What some words call an offer, or answer it by a phrase.
    fn judged(&self, words: &[&str]) -> Option<Stance> {
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        let is_plan = |word: &str| self.is_for_plan(word);
        (0..words.len()).find_map(|at| {
            let found = self.lexicon.judgements.at(at, &word, &is_plan).or_else(|| {
                self.lexicon.phrases.at(at, &word, &is_plan).filter(|found| found.end > at + 2)
            })?;
            Stance::from_word(found.stance)
        })
    }

    /// "No sane man would sign away land": a no, and a verb of giving after it.
    fn gives_nothing(&self, words: &[&str]) -> bool {
        let no = words.iter().position(|word| NO.contains(word) || is_contracted(word));
        no.is_some_and(|no| {
            words
                .iter()
                .skip(no + 1)
                .take(8)
                .any(|word| self.lexicon.is_form_of(word, &self.lexicon.giving) || *word == "sign")
        })
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

/// Words of denial.
const NO: [&str; 8] = ["no", "not", "n't", "never", "nobody", "nothing", "none", "cannot"];

fn is_contracted(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t")
}

/// The words of a text in small letters.
fn words_of(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'))
        .map(|word| word.trim_matches(['\'', '’', '-']))
        .filter(|word| !word.is_empty())
        .collect()
}
