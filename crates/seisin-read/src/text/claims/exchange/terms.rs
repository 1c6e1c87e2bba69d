//! Terms told as two clauses: "Arland would return Sarn, and Borland would give peace"; "would open
//! its mines if Borland helped it".

use super::super::{
    context::{Context, Found, How},
    lexicon::Words,
    view::View,
};
use super::{bargain::Bargain, marked::clause_end};
use crate::text::syntax::Clause;
use seisin_core::{OfferStatus, PartyRef};
use std::ops::Range;

/// A clause of terms: whose, its verb, its words.
struct Term {
    party: Found<PartyRef>,
    verb: usize,
    words: Range<usize>,
    gets: bool,
}

impl Term {
    /// The words after the verb: what is given or got.
    fn thing(&self) -> Range<usize> {
        self.verb + 1..self.words.end
    }

    /// The verb and what comes after it.
    fn act(&self) -> Range<usize> {
        self.verb..self.words.end
    }

    /// The whole clause, its subject included.
    fn whole(&self) -> Range<usize> {
        self.party.words.start.min(self.verb)..self.words.end
    }
}

impl Context<'_> {
    /// "X would return Sarn, and Y would give peace."
    pub(super) fn two_sided(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let planned = (0..tree.len()).any(|at| {
            let word = tree.lower(at);
            self.lexicon.about.contains(word) || self.lexicon.settled.contains(word)
        });
        let recent = self.last_plan().is_some_and(|plan| view.index <= plan + 1)
            || self.is_in_plan_list(view);
        if !planned && !recent {
            return None;
        }
        let terms: Vec<Term> = (0..tree.len()).filter_map(|at| self.term(view, at)).collect();
        let first = terms.first()?;
        let other = |term: &&Term| term.party.value.id != first.party.value.id;
        if let Some(second) = terms.iter().find(other) {
            return Some(Self::of_two(first, second));
        }
        let turned = |term: &&Term| term.gets != first.gets;
        if let Some(second) = terms.iter().find(turned) {
            let (given, got) = if first.gets { (second, first) } else { (first, second) };
            return Some(Bargain {
                gives: Some(given.act()),
                asks: Some(got.thing()),
                party: Some(first.party.clone()),
                ..Bargain::of(given.verb, "two-sided")
            });
        }
        self.alone(view, first)
    }

    /// What each of two sides would give or get.
    fn of_two(first: &Term, second: &Term) -> Bargain {
        let (gives, asks) = match (first.gets, second.gets) {
            (false, false) => (first.act(), Some(second.act())),
            (false, true) => (first.act(), None),
            (true, true) => (second.thing(), Some(first.whole())),
            (true, false) => (second.thing(), Some(first.thing())),
        };
        Bargain {
            gives: Some(gives),
            asks,
            party: Some(first.party.clone()),
            counterparty: Some(second.party.value.clone()),
            ..Bargain::of(first.verb, "two-sided")
        }
    }

    /// "Under the American plan Arland would hand over the valley": one side’s part of somebody’s plan.
    fn alone(&self, view: &View, term: &Term) -> Option<Bargain> {
        let planned = self.is_under_plan(view, term.verb) || self.is_in_plan_list(view);
        let landed = self.gives_land(view, term.thing());
        let refused = (term.verb.saturating_sub(4)..term.verb)
            .any(|at| matches!(view.tree.lower(at), "not" | "n't" | "never" | "neither" | "nor"));
        let settled = match view.tree.tag(term.verb) {
            "VBD" => true,
            "VBZ" | "VBP" => self.is_under_settled(view, term.verb),
            _ => false,
        };
        (planned && landed && !refused && !settled).then(|| Bargain {
            gives: Some(term.act()),
            party: Some(term.party.clone()),
            ..Bargain::of(term.verb, "term-of-plan")
        })
    }

    /// "Arland would get the valley".
    fn term(&self, view: &View, verb: usize) -> Option<Term> {
        let tree = &view.tree;
        let listed = self.is_in_plan_list(view) && self.acts_after_name(view, verb);
        let is = |list: &Words| {
            self.is_any(view, verb, list)
                || listed && self.lexicon.is_form_of(tree.lower(verb), list)
        };
        let gets = self.gets(view, verb);
        let gives = is(&self.lexicon.giving) || is(&self.lexicon.granting);
        if !(gets || gives) || !self.is_told_as_term(view, verb) {
            return None;
        }
        let of_plan = tree.child(verb, &["nsubj"]).is_some_and(|at| {
            self.names_plan(view, at) && matches!(tree.lower(at + 1), "that" | "which")
        });
        if !gets && Clause::of(tree, verb).is_passive || of_plan {
            return None;
        }
        let group = if tree.lower(verb.wrapping_sub(1)) == "to" { verb - 1 } else { verb };
        let beside =
            super::super::title::noun_before(view, group).and_then(|noun| self.party(view, noun));
        let party = beside.or_else(|| self.doer(view, verb)).filter(|party| {
            party.how != How::Phrase || tree.tag(party.words.end - 1).starts_with("NNP")
        })?;
        let end = (verb + 1..tree.len())
            .find(|at| {
                let next = (at + 1..at + 4).any(|at| matches!(tree.lower(at), "would" | "will"));
                matches!(tree.lower(*at), ";" | "." | "”" | "under")
                    || matches!(tree.lower(*at), "and" | "while" | ",") && next
                    || tree.lower(*at) == "and" && self.is_any(view, at + 1, &self.lexicon.getting)
            })
            .unwrap_or(tree.len());
        let end = if tree.lower(end.wrapping_sub(1)) == "," { end - 1 } else { end };
        Some(Term { party, verb, words: verb..end, gets })
    }

    /// Whether a verb tells what a side is to do: "would leave", "is to leave", "terms: it leaves".
    fn is_told_as_term(&self, view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        let modal = |verb: usize| {
            (verb.saturating_sub(3)..verb)
                .any(|at| matches!(tree.lower(at), "would" | "will" | "'d" | "’d" | "should"))
                || tree.lower(verb.wrapping_sub(1)) == "to"
                    && matches!(tree.lower(verb.wrapping_sub(2)), "is" | "are")
        };
        let shared = tree.label(verb) == "conj"
            && matches!(tree.tag(verb), "VB" | "VBP")
            && tree.head(verb).is_some_and(modal);
        let listed = || {
            self.is_in_plan_list(view)
                && (matches!(tree.tag(verb), "VBZ" | "VBP") || self.acts_after_name(view, verb))
                || matches!(tree.tag(verb), "VBZ" | "VBP")
                    && (0..verb).any(|at| {
                        tree.lower(at) == "terms"
                            || tree.lower(at) == ":"
                                && (at.saturating_sub(6)..at)
                                    .any(|noun| self.names_plan(view, noun))
                    })
        };
        let settled = || {
            let told = match tree.tag(verb) {
                "VBZ" | "VBP" => self.is_set_out(view, verb),
                "VBD" => self.is_under_settled(view, verb),
                _ => false,
            };
            told && tree.label(verb) != "acl:relcl"
        };
        let perfect = (verb.saturating_sub(2)..verb).any(|at| tree.lower(at) == "have");
        let called_for =
            || tree.lower(verb.wrapping_sub(1)) == "to" && self.is_called_for(view, verb);
        (modal(verb) || shared || listed() || called_for() || settled()) && !perfect
    }

    /// "Arland must cede the valley to get guarantees": what is demanded of a side, and what it would get.
    pub(super) fn must_give(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let lists = [&self.lexicon.giving, &self.lexicon.leaving];
        let gives = lists.iter().any(|list| self.is_any(view, verb, list));
        let must = (verb.saturating_sub(3)..verb).any(|at| {
            matches!(tree.lower(at), "must" | "should")
                || tree.lower(at) == "to"
                    && self.is_one_of(view, at.wrapping_sub(1), &["have", "need"])
        });
        if !gives || !must {
            return None;
        }
        let end = clause_end(view, verb).max(verb + 1);
        let to = (verb + 1..tree.len().min(end + 3)).find(|at| {
            tree.lower(*at) == "to" && self.is_any(view, at + 1, &self.lexicon.getting)
        })?;
        let wanted = verb..if tree.lower(to.wrapping_sub(2)) == "in" { to - 2 } else { to };
        let got = to + 2..clause_end(view, to + 2);
        let subject = self.doer(view, verb)?;
        let struck = self.gives_land(view, wanted.clone()) && self.weighs(view, got.clone());
        struck.then(|| Bargain {
            gives: Some(got),
            asks: Some(wanted),
            start: Some(subject.words.start),
            party: self.teller(view, verb, &subject.value),
            counterparty: Some(subject.value),
            status: Some(OfferStatus::Proposed),
            owned: true,
            ..Bargain::of(verb, "must-give")
        })
    }

    /// Who says what a verb tells, where it is another than its subject.
    pub(super) fn teller(
        &self,
        view: &View,
        verb: usize,
        subject: &PartyRef,
    ) -> Option<Found<PartyRef>> {
        let saying = (0..verb).rev().find(|at| self.says(view, *at))?;
        self.doer(view, saying).filter(|teller| teller.value.id != subject.id)
    }
}
