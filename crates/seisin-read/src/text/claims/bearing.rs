//! What the words around an event that a noun names make of it: done by the way, announced, admitted,
//! denied, demanded, promised.

use super::{context::Context, event::Event, lexicon::Pattern, view::View};
use crate::text::syntax::{Clause, preposition};

/// What the words around an event make of it; the verb is the one that bears on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bearing {
    /// Nothing can be told of whether it was.
    None,
    /// It is spoken of as done.
    Plain,
    /// The subject of a verb carries it out.
    Done(usize),
    /// The subject of a verb tells of it.
    Told(usize, Teller),
    /// The subject of a verb wants another to do it.
    Wanted(usize),
    /// The subject of a verb means to do it.
    Meant(usize),
    /// Reports of it are called false by a predicate.
    False(usize),
}

/// How somebody tells of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Teller {
    /// As what one’s own side did.
    Announces,
    /// As what somebody else may have done.
    Admits,
    /// As not so.
    Denies,
}

impl Context<'_> {
    /// What the words around an event make of it.
    pub(super) fn bearing(&self, view: &View, event: &Event) -> Bearing {
        let tree = &view.tree;
        let (at, lexicon) = (event.noun, self.lexicon);
        if is_none(view, at) {
            return Bearing::None;
        }
        if let Some((_, predicate)) = self.false_reports(view, at) {
            return Bearing::False(predicate);
        }
        let Some((verb, noun)) = self.bearer(view, at) else {
            let plain = is_definite(view, at) && !self.is_of_unreal(view, at);
            return if plain { Bearing::Plain } else { Bearing::None };
        };
        let form = tree.lower(verb);
        let through_reports = noun != at;
        let leaves = matches!(
            event.sense.pattern,
            Pattern::Withdraw | Pattern::Leave | Pattern::Give | Pattern::Cede
        );
        let events = &lexicon.events;
        let is = |list| lexicon.is_form_of(form, list);
        match () {
            () if is(&lexicon.deny) => Bearing::Told(verb, Teller::Denies),
            () if through_reports => Bearing::None,
            () if leaves && is(&events.demand) => Bearing::Wanted(verb),
            () if leaves && is(&events.promise) => Bearing::Meant(verb),
            () if event.is_title() && is(&events.approve) => Bearing::Done(verb),
            () if is(&events.announce) => Bearing::Told(verb, Teller::Announces),
            () if is(&events.admit) => Bearing::Told(verb, Teller::Admits),
            () if is(&events.carry_out) => Bearing::Done(verb),
            () if is_definite(view, at) && !self.is_of_unreal(view, at) => Bearing::Plain,
            () => Bearing::None,
        }
    }

    /// The verb whose object an event is, or reports of it are; and that object.
    fn bearer(&self, view: &View, at: usize) -> Option<(usize, usize)> {
        let tree = &view.tree;
        let above = tree.head(at)?;
        let reported = self.lexicon.reports.contains(tree.lower(above))
            && preposition(tree, at).is_some_and(|case| case == "of");
        let noun = if reported { above } else { at };
        let verb = tree.head(noun).filter(|verb| tree.is_verb(*verb))?;
        let clause = Clause::of(tree, verb);
        let wants = self.lexicon.is_form_of(tree.lower(verb), &self.lexicon.events.demand);
        let called_for = || {
            let case = matches!(tree.lower(verb + 1), "for" | "on");
            wants && case && clause.oblique(&["for", "on"]) == Some(noun)
        };
        let object = clause.patient == Some(noun) && clause.agent != Some(noun);
        (object && !clause.is_passive || called_for()).then_some((verb, noun))
    }

    /// "Reports of the capture of Sarn are false", "claims of it do not match the facts": the noun for the
    /// reports, and what is said of them.
    pub(super) fn false_reports(&self, view: &View, at: usize) -> Option<(usize, usize)> {
        let tree = &view.tree;
        let above = std::iter::successors(tree.head(at), |at| tree.head(*at));
        let nouns = above.take(3).take_while(|noun| tree.is_nominal(*noun));
        let reports =
            nouns.filter(|noun| self.lexicon.reports.contains(tree.lower(*noun))).last()?;
        let predicate = tree.head(reports).filter(|_| tree.label(reports).starts_with("nsubj"))?;
        let called = self.lexicon.falsehoods.contains(tree.lower(predicate));
        let form = tree.lower(predicate);
        let holds = self.lexicon.is_form_of_any(form, &["correspond", "match", "agree"])
            || matches!(form, "true" | "correct" | "accurate" | "confirmed");
        let negated = tree
            .children(predicate)
            .iter()
            .any(|child| matches!(tree.lower(*child), "not" | "n't" | "never" | "no"));
        (called && !negated || holds && negated).then_some((reports, predicate))
    }

    /// The verb, or the predicate, in whose clause an event stands.
    pub(super) fn governor_of_event(view: &View, at: usize) -> Option<usize> {
        let tree = &view.tree;
        std::iter::successors(tree.head(at), |at| tree.head(*at))
            .take(6)
            .find(|at| tree.is_verb(*at) || tree.child(*at, &["cop"]).is_some())
    }

    /// Whether the clause of an event speaks of it without saying that it was.
    fn is_of_unreal(&self, view: &View, at: usize) -> bool {
        let Some(verb) = Self::governor_of_event(view, at) else { return false };
        let form = view.tree.lower(verb);
        let carried = Clause::of(&view.tree, verb).agent.is_some_and(|agent| agent != at)
            && [&self.lexicon.events.carry_out, &self.lexicon.events.announce]
                .iter()
                .any(|list| self.lexicon.is_form_of(form, list));
        carried
            || self.lexicon.is_form_of(form, &self.lexicon.events.unreal)
            || self.lexicon.is_form_of(form, &self.lexicon.plan)
    }
}

/// Whether a noun speaks of no event at all: "no withdrawal", "any withdrawal".
fn is_none(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    tree.children_with(at, &["det"]).any(|det| matches!(tree.lower(det), "no" | "any" | "every"))
}

/// What there is only of something that was: "the aftermath of the invasion", "protests against it".
const FACTUAL: [&str; 30] = [
    "reaction",
    "reactions",
    "response",
    "opposition",
    "resistance",
    "aftermath",
    "result",
    "wake",
    "consequence",
    "consequences",
    "anniversary",
    "condemnation",
    "protest",
    "protests",
    "protested",
    "start",
    "beginning",
    "end",
    "eve",
    "cost",
    "course",
    "day",
    "days",
    "night",
    "weeks",
    "months",
    "years",
    "legacy",
    "memory",
    "victims",
];

/// Whether a noun speaks of one event: it has an article, an owner or an adjective of a people, and is
/// nobody's aim ("for the capture of", "towards a withdrawal").
fn is_definite(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let marked = tree
        .children_with(at, &["det", "nmod:poss"])
        .any(|det| !matches!(tree.lower(det), "a" | "an" | "any" | "no" | "another"));
    let people = view.party_at(at.wrapping_sub(1)).is_some();
    let aim = preposition(tree, at).is_some_and(|case| {
        matches!(
            case.as_str(),
            "for" | "towards" | "toward" | "against" | "about" | "without" | "of" | "to" | "on"
        )
    });
    let known = tree.head(at).is_some_and(|above| FACTUAL.contains(&tree.lower(above)));
    (marked || people) && (!aim || known)
}
