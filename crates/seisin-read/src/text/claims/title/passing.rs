//! Land that changes owner by law, told of from the land or the one who gets it: "North Sarn passed to
//! Borland", "the larger share went to Arland", "Arland got the strip".

use super::super::{
    context::{Context, Found, How},
    view::View,
    who::COURTS,
};
use super::{TitleAct, surface::clause_words};
use crate::text::{
    quantity::MentionKind,
    syntax::{Clause, Tense},
};
use seisin_core::{Detail, PartyRef, RegionRef, TitleAction};
use seisin_places::PartyKind;
use std::ops::Range;

/// Verbs of land that passes from one to another.
const PASSING: [&str; 5] = ["pass", "go", "revert", "devolve", "accrue"];

/// Verbs of what is done to land that is given.
const GIVEN: [&str; 8] = ["hand", "give", "grant", "leave", "assign", "attach", "add", "allot"];

/// Verbs of what a treaty does with land besides.
const CEDING: [&str; 4] = ["cede", "transfer", "return", "restore"];

/// Verbs of whoever gets land.
const GETTING: [&str; 6] = ["get", "receive", "obtain", "acquire", "gain", "keep"];

/// Verbs that share land out.
const SHARING: [&str; 4] = ["split", "divide", "partition", "award"];

/// Nouns for what settles whose land is.
const SETTLEMENTS: [&str; 22] = [
    "treaty",
    "treaties",
    "peace",
    "agreement",
    "accord",
    "accords",
    "convention",
    "congress",
    "conference",
    "settlement",
    "armistice",
    "compromise",
    "protocol",
    "plebiscite",
    "referendum",
    "partition",
    "arbitration",
    "award",
    "swap",
    "exchange",
    "purchase",
    "cession",
];

/// The rule of what a treaty gave, which is no offer.
const TREATY_GAVE: &str = "treaty-gave";

type Who = Found<PartyRef>;

/// What settles whose land is.
enum Settled {
    /// A court or whoever shares the land out.
    By(Who),
    /// A treaty.
    Agreed,
}

impl Context<'_> {
    /// Land that passes by law, by the verb that tells it.
    pub(super) fn passing(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        if let Some(act) = self.passed_to(view, verb) {
            let mut acts = self.passed_besides(view, &act);
            acts.insert(0, act);
            return Some(acts);
        }
        self.treaty_gave(view, verb).or_else(|| self.got(view, verb)).map(|act| vec![act])
    }

    /// "Sarn went to Borland, Velk to Carland and the rest to Arland": what the same passing leaves unsaid.
    fn passed_besides(&self, view: &View, act: &TitleAct) -> Vec<TitleAct> {
        let tree = &view.tree;
        let mut found = Vec::new();
        let Some(first) = (act.verb + 1..tree.len()).find(|at| tree.lower(*at) == "to") else {
            return found;
        };
        let state_after = |to: usize| {
            self.party_within(view, to + 1..to + 4).filter(|state| self.is_of_states(state))
        };
        let Some(mut start) = state_after(first).map(|state| state.words.end) else { return found };
        while matches!(tree.lower(start), "," | "and" | ";") {
            let to = (start..tree.len().min(start + 9))
                .take_while(|at| !tree.is_verb(*at) && tree.lower(*at) != ".")
                .find(|at| tree.lower(*at) == "to");
            let Some((to, state)) = to.and_then(|to| Some((to, state_after(to)?))) else { break };
            let Some(land) = self.land_of_leg(view, &(start..to)) else { break };
            let words = land.words.start..state.words.end;
            start = state.words.end;
            found.push(
                TitleAct::told("passed-besides", act.action, act.verb, words)
                    .by(act.party.clone())
                    .towards(state.value)
                    .over(vec![land]),
            );
        }
        found
    }

    /// "North Sarn passed to Borland", "the strip was handed to Arland under the treaty".
    fn passed_to(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let passes = self.is_one_of(view, verb, &PASSING);
        let given = self.is_one_of(view, verb, &GIVEN);
        if !(passes || given) {
            return None;
        }
        let clause = Clause::of(&view.tree, verb);
        let subject = match (passes, clause.is_passive) {
            (true, false) => clause.agent.filter(|_| clause.patient.is_none())?,
            (_, true) if given => clause.patient?,
            _ => return None,
        };
        let to = clause.oblique(&["to"])?;
        let winner = self.party(view, to).filter(|winner| self.is_of_states(winner))?;
        let lands = self.lands_that_pass(view, subject, given)?;
        let settled = self.sharer(view, verb).or_else(|| self.settled_by(view));
        let joins = self.is_one_of(view, verb, &["attach", "add"]);
        let after_war = settled.is_none() && !joins && is_after_war(view);
        let known = |land: &Found<RegionRef>| {
            land.how == How::Named || self.lexicon.land.contains(view.tree.lower(subject))
        };
        if after_war && !lands.iter().all(known) {
            return None;
        }
        let settled = settled.or_else(|| after_war.then_some(Settled::Agreed));
        let (action, party) = match settled {
            Some(Settled::By(court)) => (TitleAction::Recognised, Some(court)),
            None if given || !self.tells_of_long_ago(view) => return None,
            None | Some(Settled::Agreed) => {
                (TitleAction::Ceded, self.giver(view, &clause, &winner))
            }
        };
        Some(
            TitleAct::told(
                "passed-to",
                action,
                verb,
                clause_words(view, super::super::who::core(view, subject).start, to + 1),
            )
            .by(party)
            .towards(winner.value)
            .over(lands),
        )
    }

    /// "The treaty of 1819 gave the strip to Arland".
    fn treaty_gave(&self, view: &View, verb: usize) -> Option<TitleAct> {
        if !self.is_one_of(view, verb, &GIVEN) && !self.is_one_of(view, verb, &CEDING) {
            return None;
        }
        let clause = Clause::of(&view.tree, verb);
        let treaty = clause.agent.filter(|_| !clause.is_passive)?;
        let settles = matches!(
            view.tree.lower(treaty),
            "treaty" | "peace" | "convention" | "agreement" | "accord" | "protocol" | "armistice"
        );
        let object = clause.patient.filter(|object| *object > verb && settles)?;
        let winner = self.receiver(view, &clause).filter(|winner| self.is_of_states(winner))?;
        let lands = self.lands_that_pass(view, object, false)?;
        let done = matches!(clause.tense, Tense::Past | Tense::PastPerfect);
        done.then(|| {
            TitleAct::told(
                TREATY_GAVE,
                TitleAction::Ceded,
                verb,
                clause_words(view, super::super::who::core(view, treaty).start, winner.words.end),
            )
            .by(self.giver(view, &clause, &winner))
            .towards(winner.value)
            .over(lands)
        })
    }

    /// "Arland got the strip", "Borland received 1,012 sq km": where a treaty or an award is told of.
    fn got(&self, view: &View, verb: usize) -> Option<TitleAct> {
        if !self.is_one_of(view, verb, &GETTING) {
            return None;
        }
        let clause = Clause::of(&view.tree, verb);
        let object = clause.patient.filter(|object| *object > verb && !clause.is_passive)?;
        let winner = self.agents(view, &clause).into_iter().next()?;
        let winner = Some(winner).filter(|winner| self.is_of_states(winner))?;
        let keeps = self.is_one_of(view, verb, &["keep"]);
        let lands = self.lands_that_pass(view, object, false)?;
        let (action, party) = match self.sharer(view, verb).or_else(|| self.settled_by(view))? {
            Settled::By(court) => (TitleAction::Recognised, Some(court)),
            Settled::Agreed => {
                (TitleAction::Ceded, self.giver(view, &clause, &winner).filter(|_| !keeps))
            }
        };
        party.is_some().then(|| {
            TitleAct::told(
                "got",
                action,
                verb,
                clause_words(view, clause.agent.unwrap_or(verb).min(verb), object + 1),
            )
            .by(party)
            .towards(winner.value)
            .over(lands)
        })
    }

    pub(super) fn is_of_states(&self, who: &Who) -> bool {
        let known = self.vocabulary.parties.party(&who.value.id);
        matches!(who.how, How::Named | How::Referred)
            && known.is_some_and(|party| party.kind == PartyKind::State)
    }

    /// The lands of a phrase where they are named, called land or measured.
    pub(super) fn lands_that_pass(
        &self,
        view: &View,
        at: usize,
        named: bool,
    ) -> Option<Vec<Found<RegionRef>>> {
        let measured = view
            .quantities_in(view.tree.branch(at))
            .any(|mention| matches!(mention.kind, MentionKind::Area));
        let plain = |land: &Found<RegionRef>| match land.how {
            How::Named | How::Unlisted => true,
            How::Referred => view.tree.tag(land.words.start) != "PRP" || !named,
            How::Phrase => measured || !named && self.plain_land(view, at, land),
        };
        let lands: Vec<_> = self.lands(view, at).into_iter().filter(plain).collect();
        if lands.is_empty() && measured {
            return Some(self.land_meant(view, at));
        }
        (!lands.is_empty()).then_some(lands)
    }

    /// Who shares land out in the same sentence: "the conference split the duchy: the west went to
    /// Arland".
    fn sharer(&self, view: &View, verb: usize) -> Option<Settled> {
        let splits = (0..verb).rev().find(|at| self.is_one_of(view, *at, &SHARING))?;
        let passive = view.tree.child(splits, &["aux:pass"]).is_some();
        let who = self.doer(view, splits).filter(|_| !passive)?;
        (!self.is_of_states(&who)).then_some(Settled::By(who))
    }

    /// The treaty or the court that settles what the sentence tells.
    fn settled_by(&self, view: &View) -> Option<Settled> {
        let near = |sentence: usize| view.index.saturating_sub(sentence) <= 1;
        let last = self.last_title.as_ref().filter(|last| near(last.sentence));
        if let Some(court) = last.filter(|last| last.by_court).and_then(|last| last.party.clone()) {
            let court = Found { value: court, words: 0..0, how: How::Referred };
            return Some(Settled::By(court));
        }
        let ceded = last.is_some_and(|last| last.draft.detail == Detail::Title(TitleAction::Ceded));
        let in_name = |at: usize| view.parties.iter().any(|name| name.words.contains(&at));
        let court = (0..view.tree.len()).find(|at| COURTS.contains(&view.tree.lower(*at)));
        let judged = court.filter(|at| view.tree.label(*at).starts_with("nsubj"));
        if let Some(court) = judged.and_then(|at| self.party(view, at)) {
            return Some(Settled::By(court));
        }
        let told = (0..view.tree.len())
            .any(|at| SETTLEMENTS.contains(&view.tree.lower(at)) && !in_name(at));
        (ceded || told).then_some(Settled::Agreed)
    }

    /// Whether the sentence gives a date of more than a dozen years ago.
    fn tells_of_long_ago(&self, view: &View) -> bool {
        let today = self.today.map_or(i16::MAX, jiff::civil::Date::year);
        view.times
            .iter()
            .filter_map(|time| time.edtf?.bounds().1)
            .any(|day| day.year() + 12 < today)
    }

    /// From whom land passes to another: whom the clause names, who held it, else the other side.
    fn giver(&self, view: &View, clause: &Clause, winner: &Who) -> Option<Who> {
        let other = |who: &Who| who.value.id != winner.value.id;
        let from = clause.oblique(&["from"]).and_then(|at| self.party(view, at)).filter(other);
        from.or_else(|| {
            let words = clause.verb..clause.verb + 1;
            let value = self
                .taken_from(view, clause)
                .or_else(|| self.other_side_of(&winner.value))
                .or_else(|| self.state_in(view, 0..view.tree.len(), &winner.value))
                .or_else(|| {
                    let place = Self::place(view, clause.verb);
                    let state = |party: &PartyRef| {
                        let known = self.vocabulary.parties.party(&party.id);
                        known.is_some_and(|party| party.kind == PartyKind::State)
                    };
                    self.memory.other_wanted(&winner.value, place, state).cloned()
                })?;
            Some(Found { value, words, how: How::Referred })
        })
    }

    /// A state named within some words that is not the one given.
    fn state_in(&self, view: &View, words: Range<usize>, not: &PartyRef) -> Option<PartyRef> {
        let mut names = view
            .parties
            .iter()
            .filter(|name| words.contains(&name.words.start) && name.found.party != not.id)
            .filter(|name| {
                let before = name.words.start.checked_sub(1);
                let to = |at: usize| view.tree.lower(at) == "to";
                !to(name.words.end) && !before.is_some_and(to)
            });
        names
            .find(|name| {
                let known = self.vocabulary.parties.party(&name.found.party);
                known.is_some_and(|party| party.kind == PartyKind::State)
            })
            .map(|name| self.named_party(view, name))
    }
}

/// "After the war", "following its defeat in the First World War": what land that passes then is settled by.
fn is_after_war(view: &View) -> bool {
    let tree = &view.tree;
    (0..tree.len()).any(|at| {
        matches!(tree.lower(at), "war" | "wars" | "defeat" | "surrender")
            && (at.saturating_sub(6)..at)
                .any(|word| matches!(tree.lower(word), "after" | "following"))
    })
}
