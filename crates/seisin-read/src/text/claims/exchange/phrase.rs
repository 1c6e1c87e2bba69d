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
use crate::text::syntax::{Clause, Tense};
use seisin_core::{PartyRef, Stance};
use seisin_places::PartyKind;
use std::ops::Range;

/// How many sentences after an offer a phrase is still taken for an answer to it.
const REACH: usize = 6;

/// The rule of answers that say no more than that a party kept silent, on whatever it was asked.
const SILENCE: &str = "silence";

/// Nouns that name an offer by themselves.
const PLANS: [&str; 29] = [
    "idea",
    "suggestion",
    "scheme",
    "formula",
    "ultimatum",
    "overture",
    "overtures",
    "proposition",
    "counter-proposal",
    "counterproposal",
    "counter-offer",
    "agreement",
    "accord",
    "pact",
    "compromise",
    "draft",
    "terms",
    "plan",
    "proposal",
    "offer",
    "deal",
    "package",
    "proposals",
    "plans",
    "offers",
    "blueprint",
    "roadmap",
    "initiative",
    "swap",
];

/// What silence may be about besides an offer.
const OTHER_REQUESTS: [&str; 8] =
    ["questions", "question", "calls", "emails", "requests", "request", "messages", "letters"];

impl Context<'_> {
    /// The answers that phrases tell, where an offer was spoken of a little before.
    pub(super) fn by_phrases(&self, view: &View) -> Vec<Answer> {
        let near = self.last_plan().is_some_and(|plan| view.index <= plan + REACH);
        let here = |at: usize| {
            let noun = view.tree.lower(at);
            let talks = matches!(noun, "condition" | "precondition" | "conditions");
            talks || PLANS.contains(&noun) && view.tree.child(at, &["det", "nmod:poss"]).is_some()
        };
        let silent = |at: usize| {
            matches!(view.tree.lower(at), "comment" | "commented" | "respond" | "responded")
        };
        let apart = !near && !(0..view.tree.len()).any(here);
        if apart && !(0..view.tree.len()).any(silent) {
            return Vec::new();
        }
        let mut found: Vec<Answer> = Vec::new();
        let mut at = 0;
        while at < view.tree.len() {
            let answer = self.by_phrase(view, at, apart);
            at = answer.as_ref().map_or(at + 1, |(end, _)| (*end).max(at + 1));
            found.extend(answer.into_iter().flat_map(|(_, answers)| answers));
        }
        found
    }

    /// The answers that a phrase at a word tells; `apart` from any offer it tells nothing but that a
    /// party kept silent.
    fn by_phrase(&self, view: &View, at: usize, apart: bool) -> Option<(usize, Vec<Answer>)> {
        let tree = &view.tree;
        let phrase =
            self.lexicon.phrases.at(at, &|at| tree.lower(at), &|word| self.is_for_plan(word))?;
        let end = phrase.end;
        let asked = (end..end + 4).any(|word| OTHER_REQUESTS.contains(&tree.lower(word)));
        let ours = (end..end + 3).any(|word| matches!(tree.lower(word), "our" | "my"));
        let keeps_silent = phrase.stance == "noncommittal"
            && (at..end + 4).any(|word| matches!(tree.lower(word), "comment" | "commented"))
            || asked && !ours;
        let verb = (at..end)
            .find(|word| tree.is_verb(*word))
            .or_else(|| (at.saturating_sub(5)..at).rev().find(|word| tree.is_verb(*word)))
            .unwrap_or(at);
        let finite = !matches!(tree.tag(at), "VBG") || tree.child(at, &["aux"]).is_some();
        let clause = Clause::of(tree, verb);
        let conditional = Self::is_conditional(view, &Clause { verb: end - 1, ..clause.clone() })
            || tree.lower(at.wrapping_sub(1)) == "only";
        let told_before = clause.tense == Tense::PastPerfect && self.last_plan().is_none();
        let turned = Self::is_turned(view, at, end);
        let stance = match (Stance::from_word(phrase.stance), conditional) {
            (Some(Stance::Reject), false) if turned => Stance::Noncommittal,
            (Some(Stance::Accept), false) if turned => Stance::Reject,
            (None, _) if matches!(tree.tag(at), "VBD" | "VBN") => return None,
            (None | Some(Stance::Accept | Stance::Reject), true) => Stance::Conditional,
            (Some(stance), _) => stance,
            (None, false) => return None,
        };
        let silence = (apart || asked) && keeps_silent && phrase.stance == "noncommittal";
        if (apart || asked) && !silence || !finite || told_before || is_to_come(view, at) {
            return None;
        }
        let about = self.plan_words(view).or_else(|| self.plan_here(view, view.tree.len()));
        let about = about.unwrap_or_else(|| self.text(view, at..end));
        let paired = tree.lower(end - 1) == "nor";
        let end = if paired { clause_words(view, at, end).end } else { end };
        let words = clause_words(view, at, end);
        let known = |party: &Found<PartyRef>| {
            !silence || self.vocabulary.parties.party(&party.value.id).is_some()
        };
        let answerers = self.who_answers(view, at..end, &clause).into_iter().filter(known);
        let goes_on = |word: &usize| {
            !matches!(tree.lower(*word), "," | ";" | ".")
                && !matches!(tree.tag(*word), "VBD" | "VBZ")
        };
        let named = |noun: &usize| self.names_offer(view, *noun);
        let plan = (words.start..end).rev().find(named);
        let plan = plan.or_else(|| (end..tree.len().min(end + 7)).take_while(goes_on).find(named));
        let owner = plan.and_then(|noun| {
            self.maker_of_plan(view, noun).or_else(|| self.owner_of_plan(view, noun))
        });
        let answers = answerers.map(|party| {
            let owner = owner.clone().filter(|owner| owner.id != party.value.id);
            let start = party.words.start.max(words.start).min(at);
            Answer {
                stance,
                verb,
                about: about.clone(),
                owner,
                words: if conditional { start..words.end } else { start..end },
                party,
                rule: if silence { SILENCE } else { "phrase" },
            }
        });
        Some((end, answers.collect()))
    }

    /// Whether a denial stands before a phrase that has none of its own: "did not rule it out".
    fn is_turned(view: &View, at: usize, end: usize) -> bool {
        let denies = |at: usize| {
            matches!(view.tree.lower(at), "not" | "n't" | "never" | "no" | "neither" | "nor")
        };
        let scant = (at..end).any(|at| matches!(view.tree.lower(at), "least" | "slightest"));
        let before = !scant
            && (at.saturating_sub(2)..at)
                .any(|word| denies(word) && !matches!(view.tree.lower(word + 1), "," | "only"));
        before && !(at..end).any(denies)
    }

    /// Who answers by a phrase: its subject; where the offer itself is the subject, the side it was
    /// made to.
    fn who_answers(
        &self,
        view: &View,
        words: Range<usize>,
        clause: &Clause,
    ) -> Vec<Found<PartyRef>> {
        let tree = &view.tree;
        let at = words.start;
        if let Some(owner) = self.whose_answer(view, words.clone()) {
            return vec![owner];
        }
        let pair = at.checked_sub(1).filter(|pair| matches!(tree.lower(*pair), "neither" | "both"));
        if let Some(pair) = pair {
            return self.two_who_answer(view, pair);
        }
        let own = tree.child(clause.verb, &["nsubj"]);
        let subject = clause
            .agent
            .filter(|agent| {
                *agent < at && (own.is_some() || tree.lower(at.wrapping_sub(1)) == "to")
            })
            .or_else(|| noun_before(view, at))
            .or_else(|| clause.agent.or(clause.patient).filter(|subject| *subject < at));
        let Some(subject) = subject else { return Vec::new() };
        if matches!(tree.lower(subject), "it" | "this" | "that")
            && let Some(speaker) = self.speaker_in_quotation(view, subject)
        {
            return vec![speaker];
        }
        if clause.is_passive
            && let Some(receiver) = self.where_received(view, words.end)
        {
            return vec![receiver];
        }
        let received = tree.tag(subject).starts_with("NN")
            && self.lexicon.bearers.contains(tree.lower(subject));
        if received || self.names_offer(view, subject) {
            let owner = self
                .owner_of_plan(view, subject)
                .filter(|_| !clause.is_passive)
                .map(|value| Found { value, words: subject..subject + 1, how: How::Named });
            let received = self.where_received(view, words.end);
            let other = received
                .or(owner)
                .or_else(|| self.whoever_speaks(view, clause.verb))
                .or_else(|| {
                    let value = self.offers.last()?.counterparty.clone()?;
                    Some(Found { value, words: subject..subject + 1, how: How::Referred })
                });
            return other.into_iter().collect();
        }
        let parties = if self.is_pair(view, subject) {
            self.two_who_answer(view, subject)
        } else {
            self.parties(view, subject)
        };
        if parties.iter().any(|party| party.how != How::Phrase) {
            return parties;
        }
        let party = self.answerer(view, subject);
        party.filter(|party| self.may_speak(view, subject, party)).into_iter().collect()
    }

    /// "“It is not for sale,” the premier answered": who says of what is wanted that it is not to be had.
    fn speaker_in_quotation(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let place = view.tree.range(at..at + 1).start;
        let quote = self.quoted_here.iter().find(|quote| quote.range.contains(&place))?;
        let link = quote.speaker.as_ref()?;
        let value = self.party_of_link(link)?;
        Some(Found { value, words: at..at + 1, how: How::Referred })
    }

    fn names_offer(&self, view: &View, noun: usize) -> bool {
        self.lexicon.about.contains(view.tree.lower(noun)) && view.tree.tag(noun).starts_with("NN")
    }

    fn is_pair(&self, view: &View, subject: usize) -> bool {
        let parties = self.parties(view, subject);
        parties.len() == 2 && parties.iter().all(|party| party.how == How::Referred)
    }

    /// "Neither", "both sides": the two that an offer was made to, not who made it.
    fn two_who_answer(&self, view: &View, pair: usize) -> Vec<Found<PartyRef>> {
        let mut two = self.parties(view, pair);
        let Some(offerer) = self.last_offerer(view) else { return two };
        let known: Vec<_> = two.iter().map(|party| party.value.id.clone()).collect();
        let other = self.named.iter().map(|(_, party)| party).find(|party| {
            let acts = self
                .vocabulary
                .parties
                .party(&party.id)
                .is_some_and(|party| !matches!(party.kind, PartyKind::Body | PartyKind::Bloc));
            acts && party.id != offerer.id && !known.contains(&party.id)
        });
        if let (Some(own), Some(other)) =
            (two.iter_mut().find(|party| party.value.id == offerer.id), other)
        {
            own.value = PartyRef { mention: own.value.mention.clone(), ..other.clone() };
        }
        two
    }

    /// Whether a phrase names somebody who can answer: a name, a body, people.
    fn may_speak(&self, view: &View, subject: usize, party: &Found<PartyRef>) -> bool {
        let tree = &view.tree;
        let noun = tree.lower(subject);
        let lists = [
            &self.lexicon.people,
            &self.lexicon.governments,
            &self.lexicon.groups,
            &self.lexicon.forces,
        ];
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&subject));
        let counted = tree.tag(subject) == "CD";
        !dated
            && (party.how != How::Phrase
                || counted
                || tree.tag(subject).starts_with("NNP")
                || lists.iter().any(|list| list.contains(noun)))
    }

    /// "Met with scorn in Velk", "was laughed off by Borland": where or by whom an offer was received.
    pub(super) fn where_received(&self, view: &View, from: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        (from.saturating_sub(1)..tree.len().min(from + 5))
            .take_while(|at| !matches!(tree.lower(*at), "," | ";" | "." | "and" | "but"))
            .filter(|at| matches!(tree.lower(*at), "by" | "in" | "from"))
            .find_map(|at| self.party_named_in(view, at + 1..at + 3))
    }

    /// The party that a name stands for, be it that of its capital after "in".
    fn party_named_in(&self, view: &View, words: Range<usize>) -> Option<Found<PartyRef>> {
        let name = view.parties.iter().find(|name| words.contains(&name.words.start))?;
        let value = self.named_party(view, name);
        Some(Found { value, words: name.words.clone(), how: How::Named })
    }

    /// "The president’s answer was to break off the talks", "no reply came from Arland": whose answer.
    pub(super) fn whose_answer(&self, view: &View, words: Range<usize>) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let is_answer = |at: &usize| {
            matches!(
                tree.lower(*at),
                "answer" | "reply" | "response" | "reaction" | "word" | "comment"
            )
        };
        let to = words.start.checked_sub(1).filter(|to| tree.lower(*to) == "to");
        let before = to.and_then(|to| (to.saturating_sub(8)..to).rev().find(is_answer));
        let own = words.clone().find(is_answer);
        let noun = own.or(before)?;
        let owner = tree.child(noun, &["nmod:poss"]).and_then(|owner| self.answerer(view, owner));
        owner.or_else(|| {
            let core = super::super::who::core(view, noun);
            self.party_within(view, core.start..noun)
                .or_else(|| {
                    let subject = tree.label(noun).starts_with("nsubj") || noun == words.start;
                    subject.then(|| self.party_named_in(view, noun + 1..noun + 4)).flatten()
                })
                .or_else(|| {
                    let from = (noun + 1..words.end + 3).find(|at| tree.lower(*at) == "from")?;
                    self.party_named_in(view, from + 1..from + 4)
                })
        })
    }

    /// Whether a word may stand for an offer: a noun for one, or a pronoun.
    pub(super) fn is_for_plan(&self, word: &str) -> bool {
        matches!(word, "it" | "that" | "this" | "them")
            || self.lexicon.about.contains(word)
            || self.lexicon.bearers.contains(word)
    }
}

/// "Has yet to sign", "is due to agree": an answer that is still to come.
fn is_to_come(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let to = at.checked_sub(1).filter(|to| tree.lower(*to) == "to");
    to.and_then(|to| to.checked_sub(1)).is_some_and(|before| {
        matches!(
            tree.lower(before),
            "yet"
                | "due"
                | "expected"
                | "set"
                | "supposed"
                | "about"
                | "invited"
                | "asked"
                | "urged"
                | "told"
                | "able"
                | "likely"
                | "unlikely"
                | "going"
        )
    })
}
