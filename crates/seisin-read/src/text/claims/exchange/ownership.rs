//! Whose terms are told: under somebody's plan, what others would give is asked of them and what they
//! would get is given to them.

use super::super::{
    context::{Context, Found, How},
    title::noun_before,
    view::View,
};
use super::{answer_nouns::is_counter, bargain::Bargain};
use crate::text::syntax::Clause;
use seisin_core::{OfferStatus, PartyRef};

type Who = Found<PartyRef>;

/// How far before its terms a plan may be named.
const REACH: usize = 18;

/// The plan that some terms are told as part of.
#[derive(Debug, Clone, Copy)]
struct PlanOver {
    /// The noun that names it.
    noun: usize,
    /// Where the terms begin.
    from: usize,
    /// Whether the terms have a subject of their own: not "his offer to return it".
    subject: bool,
}

impl Context<'_> {
    /// A bargain as one of the plan it is told as part of: by whose plan it is, what its subject would
    /// give is wanted and what its subject would get is given.
    pub(super) fn under_plan(&self, view: &View, mut bargain: Bargain) -> Bargain {
        let plan = self.plan_over(view, bargain.verb);
        if let (None, Some((owner, counters))) = (plan, self.plan_as_subject(view, &bargain)) {
            bargain.party = Some(owner);
            bargain.counterparty = None;
            bargain.status = bargain.status.or(counters.then_some(OfferStatus::Countered));
            return bargain;
        }
        if plan.is_some_and(|plan| is_counter(view.tree.lower(plan.noun))) {
            bargain.status = Some(OfferStatus::Countered);
        }
        let owner = match plan {
            Some(plan) => self.owner_of_terms(view, plan.noun),
            None => self.owner_of_last_plan(view, &bargain),
        };
        let Some(owner) = owner else { return bargain };
        let status = self.status(view, &Clause::of(&view.tree, bargain.verb));
        let told = match status {
            OfferStatus::Agreed | OfferStatus::Implemented => OfferStatus::Proposed,
            open => open,
        };
        bargain.status = bargain.status.or(Some(told));
        let subject = match plan {
            Some(plan) if plan.subject => self.subject_of_plan(view, bargain.verb, plan),
            Some(_) => None,
            None => bargain.party.clone(),
        };
        let others = subject.is_none()
            && plan.is_some_and(|plan| plan.subject && has_noun_subject(view, bargain.verb, plan));
        match subject.filter(|subject| subject.value.id != owner.value.id) {
            Some(subject) => {
                if !self.gets(view, bargain.verb) {
                    std::mem::swap(&mut bargain.gives, &mut bargain.asks);
                }
                bargain.start = Some(subject.words.start);
                bargain.counterparty = Some(subject.value);
            }
            None if others && !self.gets(view, bargain.verb) => {
                std::mem::swap(&mut bargain.gives, &mut bargain.asks);
            }
            None => {
                bargain.counterparty =
                    bargain.counterparty.filter(|other| other.id != owner.value.id);
            }
        }
        bargain.party = Some(owner);
        bargain
    }

    /// Whether the subject of a verb gets what the verb tells of: "gets the valley", "is handed it".
    pub(super) fn gets(&self, view: &View, verb: usize) -> bool {
        let given =
            || Clause::of(&view.tree, verb).is_passive && view.tree.child(verb, &["obj"]).is_some();
        self.is_any(view, verb, &self.lexicon.getting)
            || self.is_one_of(view, verb, &["lease", "rent"])
            || (self.is_any(view, verb, &self.lexicon.giving)
                || self.is_any(view, verb, &self.lexicon.offer_verbs))
                && given()
    }

    /// The noun of the plan that what a verb tells is part of.
    pub(super) fn plan_around(&self, view: &View, verb: usize) -> Option<usize> {
        self.plan_over(view, verb).map(|plan| plan.noun)
    }

    /// Whether what a verb tells is part of a plan that its sentence names.
    pub(super) fn is_under_plan(&self, view: &View, verb: usize) -> bool {
        self.plan_over(view, verb).is_some()
    }

    /// "Provides for Arland to leave the port": told by a plan of somebody who is to act.
    pub(super) fn is_called_for(&self, view: &View, verb: usize) -> bool {
        self.plan_before(view, verb).is_some_and(|plan| plan.subject)
    }

    pub(super) fn names_plan(&self, view: &View, at: usize) -> bool {
        let lower = view.tree.lower(at);
        view.tree.tag(at).starts_with("NN")
            && (self.lexicon.about.contains(lower) || self.lexicon.settled.contains(lower))
    }

    /// The plan that governs what a verb tells.
    fn plan_over(&self, view: &View, verb: usize) -> Option<PlanOver> {
        self.plan_in_front(view, verb)
            .or_else(|| self.plan_before(view, verb))
            .or_else(|| self.plan_behind(view, verb))
    }

    /// "Under the American plan, Arland would leave Sarn."
    fn plan_in_front(&self, view: &View, verb: usize) -> Option<PlanOver> {
        let tree = &view.tree;
        let under = (0..verb.min(4)).find(|at| {
            matches!(tree.lower(*at), "under" | "by" | "in")
                || tree.lower(*at) == "to" && tree.lower(at.wrapping_sub(1)) == "according"
        })?;
        let reach = if tree.lower(under) == "in" { 4 } else { 9 };
        let again = |at: usize| {
            at == under + 1
                && matches!(tree.lower(at), "it" | "this")
                && self.plan_named(view).is_some()
        };
        let noun = (under + 1..verb.min(under + reach))
            .find(|at| again(*at) || self.names_plan(view, *at))?;
        Some(PlanOver { noun, from: noun + 1, subject: true })
    }

    /// "Under the accord Arland keeps Sarn": whether a plan is named before what its terms are.
    pub(super) fn is_set_out(&self, view: &View, verb: usize) -> bool {
        self.plan_in_front(view, verb).is_some()
    }

    /// "By the treaty Arland got Sarn": told of what sides settled on.
    pub(super) fn is_under_settled(&self, view: &View, verb: usize) -> bool {
        self.plan_in_front(view, verb)
            .is_some_and(|plan| self.lexicon.settled.contains(view.tree.lower(plan.noun)))
    }

    /// "A plan under which Arland would leave Sarn", "a draft that calls for Arland to leave", "the
    /// offer to return it", "has put forward a swap: …".
    fn plan_before(&self, view: &View, verb: usize) -> Option<PlanOver> {
        let tree = &view.tree;
        (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|at| !matches!(tree.lower(*at), ";" | "."))
            .filter(|at| self.names_plan(view, *at) && !is_no_plan(view, *at))
            .find_map(|noun| self.terms_of(view, noun, verb))
    }

    /// How the terms that a verb tells hang on a noun for a plan before it.
    fn terms_of(&self, view: &View, noun: usize, verb: usize) -> Option<PlanOver> {
        let tree = &view.tree;
        let told = |from: usize, subject: bool| Some(PlanOver { noun, from, subject });
        for at in noun + 1..=verb {
            let next = at + 1;
            match tree.lower(at) {
                "under" | "by" | "in" if tree.lower(next) == "which" => {
                    return told(next + 1, true);
                }
                "whereby" | ":" => return told(next, true),
                "that" | "which" if tree.tag(next) == "MD" && verb < next + 4 => {
                    return told(next, false);
                }
                "that" | "which" if tree.tag(next) != "MD" && next < verb => {
                    return told(next, true);
                }
                "to" if next == verb => return told(next, false),
                "for" if next < verb && tree.lower(verb - 1) == "to" => return told(next, true),
                "of" if next == verb && tree.tag(verb) == "VBG" => return told(next, false),
                "," | "and" if next < verb => {}
                _ if tree.tag(at) == "VBN" && tree.lower(next) == "by" => {}
                form if self.lexicon.is_form_of(form, &self.lexicon.terms)
                    && (tree.is_verb(at) || matches!(tree.tag(at), "NN" | "NNS"))
                    && !tree.label(at).starts_with("aux") =>
                {
                    let says = at > noun + 1 || tree.label(noun).starts_with("nsubj");
                    return if at == verb && tree.label(noun).starts_with("nsubj") {
                        told(next, false)
                    } else if at == verb || !says && !tree.is_verb(at) {
                        None
                    } else {
                        told(next, true)
                    };
                }
                _ if matches!(tree.tag(at), "VBD" | "VBZ" | "VBP") => return None,
                _ => {}
            }
        }
        None
    }

    /// "Arland would leave Sarn under the American plan."
    fn plan_behind(&self, view: &View, verb: usize) -> Option<PlanOver> {
        let tree = &view.tree;
        let under = (verb + 1..tree.len().min(verb + 16))
            .take_while(|at| !matches!(tree.lower(*at), ";" | "." | "that" | "while"))
            .find(|at| tree.lower(*at) == "under")?;
        let noun = (under + 1..tree.len().min(under + 6)).find(|at| self.names_plan(view, *at))?;
        Some(PlanOver { noun, from: 0, subject: true })
    }

    /// "Three villages would go to Arland", "the valley would be returned to it": land that passes to a
    /// side, or stays with it, by somebody’s plan.
    pub(super) fn land_passes(&self, view: &View, verb: usize) -> Option<Bargain> {
        let tree = &view.tree;
        let passes = self.is_any(view, verb, &self.lexicon.passing);
        let modal = (verb.saturating_sub(3)..verb)
            .any(|at| matches!(tree.lower(at), "would" | "will" | "should"));
        if !modal || !(passes || self.is_any(view, verb, &self.lexicon.giving)) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let plan = self.plan_over(view, verb).filter(|_| passes || clause.is_passive)?;
        let case = (verb + 1..tree.len().min(verb + 4))
            .find(|at| matches!(tree.lower(*at), "to" | "with" | "under"))?;
        let other = self.party_within(view, case + 1..case + 5)?;
        let subject = clause.patient.or(clause.agent).or_else(|| noun_before(view, verb))?;
        let land = tree.branch(subject).start.max(plan.from)..verb;
        let own = |owner: &Who| owner.value.id == other.value.id;
        let owner = self.owner_of_terms(view, plan.noun);
        let terms = land.start..other.words.end;
        let to_owner = owner.as_ref().is_some_and(own);
        (!land.is_empty() && self.gives_land(view, land)).then(|| Bargain {
            gives: (!to_owner).then(|| terms.clone()),
            asks: to_owner.then_some(terms),
            party: owner,
            counterparty: (!to_owner).then_some(other.value),
            owned: true,
            ..Bargain::of(verb, "land-passes")
        })
    }

    /// Who would act by the terms of a plan.
    fn subject_of_plan(&self, view: &View, verb: usize, plan: PlanOver) -> Option<Who> {
        let tree = &view.tree;
        let clause = Clause::of(tree, verb);
        let by_tree = tree
            .child(verb, &["nsubj", "nsubj:pass"])
            .or(clause.agent)
            .filter(|agent| (plan.from..verb).contains(agent));
        let group = if tree.lower(verb.wrapping_sub(1)) == "to" { verb - 1 } else { verb };
        let before = || noun_before(view, group).filter(|noun| *noun >= plan.from);
        match by_tree.or_else(before) {
            Some(noun) if view.tree.tag(noun).starts_with("NN") => {
                self.parties(view, noun).into_iter().next()
            }
            _ => self.party_within(view, plan.from..verb),
        }
    }

    /// "It offers to freeze the line": the plan told of right before, as a pronoun.
    fn plan_as_subject(&self, view: &View, bargain: &Bargain) -> Option<(Who, bool)> {
        let tree = &view.tree;
        let verb = bargain.verb;
        let says = self.is_one_of(view, verb, &["call", "propose", "offer", "suggest", "demand"])
            && matches!(tree.tag(verb), "VBZ" | "VBP");
        let it = tree
            .child(verb, &["nsubj"])
            .or_else(|| noun_before(view, verb))
            .filter(|it| matches!(tree.lower(*it), "it" | "this" | "which"))?;
        let plans = || (0..it).rev().filter(|at| self.names_plan(view, *at));
        let plan = plans().find(|at| tree.label(*at) == "obj").or_else(|| plans().next());
        if let Some(noun) = plan {
            let owner = self.owner_of_terms(view, noun).filter(|_| says)?;
            return Some((owner, is_counter(tree.lower(noun))));
        }
        let plan = self.plans.iter().rev().find(|plan| plan.named)?;
        let plan = Some(plan).filter(|plan| says && plan.sentence + 1 >= view.index)?;
        let value = plan.owner.clone()?;
        let counters = plan.words.split(' ').any(|word| is_counter(&word.to_lowercase()));
        Some((Found { value, words: it..it + 1, how: How::Referred }, counters))
    }

    /// Whose terms a sentence tells that names no plan itself, right after one that does.
    fn owner_of_last_plan(&self, view: &View, bargain: &Bargain) -> Option<Who> {
        if let Some(value) = self.owner_of_list(view) {
            return Some(Found {
                value,
                words: bargain.verb..bargain.verb + 1,
                how: How::Referred,
            });
        }
        let told = matches!(bargain.rule, "two-sided" | "received-in-exchange" | "in-exchange-for");
        let would = (bargain.verb.saturating_sub(3)..bargain.verb)
            .any(|at| matches!(view.tree.lower(at), "would" | "will"));
        let plan = self.plans.last().filter(|plan| {
            let last = plan.words.rsplit(' ').next().map(str::to_lowercase);
            plan.named
                && view.index == plan.sentence + 1
                && last.is_some_and(|noun| !self.lexicon.settled.contains(&noun))
        })?;
        let value = plan.owner.clone().filter(|_| told && would)?;
        Some(Found { value, words: bargain.verb..bargain.verb + 1, how: How::Referred })
    }

    /// Whose plan a noun names: as printed, who lays it before others, or the owner of the plan spoken
    /// of before.
    pub(super) fn owner_of_terms(&self, view: &View, noun: usize) -> Option<Who> {
        let tree = &view.tree;
        let settled = self.lexicon.settled.contains(tree.lower(noun));
        let found = |value: PartyRef, how: How| Found { value, words: noun..noun + 1, how };
        if matches!(tree.lower(noun), "it" | "this") {
            let owner = self.plan_named(view)?.owner.clone()?;
            return Some(found(owner, How::Referred));
        }
        if let Some(maker) = self.maker_of_plan(view, noun) {
            return Some(found(maker, How::Referred));
        }
        if settled {
            let offered = |verb: &usize| self.is_any(view, *verb, &self.lexicon.offering);
            return tree.head(noun).filter(offered).and_then(|_| self.layer_of_plan(view, noun));
        }
        if let Some(owner) = self.owner_of_plan(view, noun) {
            return Some(found(owner, How::Referred));
        }
        let definite = tree
            .children_with(noun, &["det"])
            .any(|det| matches!(tree.lower(det), "the" | "that" | "this"));
        let before = || self.plan_named(view).and_then(|plan| plan.owner.clone());
        self.layer_of_plan(view, noun)
            .or_else(|| definite.then(before).flatten().map(|owner| found(owner, How::Referred)))
    }

    /// "Arland has put forward a swap": who lays a plan before others.
    pub(super) fn layer_of_plan(&self, view: &View, noun: usize) -> Option<Who> {
        let verb = view.tree.head(noun).filter(|verb| {
            view.tree.label(noun) == "obj"
                && self.is_any(view, *verb, &self.lexicon.laying)
                && view.tree.tag(*verb) != "VBG"
                && view.tree.lower(verb.wrapping_sub(1)) != "to"
                && !Clause::of(&view.tree, *verb).is_passive
        })?;
        self.doer(view, verb).filter(|who| who.how != How::Phrase)
    }

    /// "A draft circulated by Arland", "a truce proposed by the mediators": who made it.
    pub(super) fn maker_of_plan(&self, view: &View, noun: usize) -> Option<PartyRef> {
        let tree = &view.tree;
        let relative = tree.children_with(noun, &["acl:relcl", "acl"]).find(|verb| {
            *verb > noun
                && *verb < noun + 14
                && matches!(tree.tag(*verb), "VBD" | "VBZ" | "VBP" | "VBN")
                && self.is_any(view, *verb, &self.lexicon.laying)
        });
        let relative = relative.filter(|verb| !Clause::of(tree, *verb).is_passive);
        let maker = relative
            .and_then(|verb| tree.child(verb, &["nsubj"]))
            .filter(|agent| *agent > noun && !matches!(tree.lower(*agent), "that" | "which"))
            .and_then(|agent| self.answerer(view, agent));
        if let Some(maker) = maker {
            return Some(maker.value);
        }
        let lays = |at: &usize| {
            matches!(tree.tag(*at), "VBN" | "VBD")
                && self.is_any(view, *at, &self.lexicon.laying)
                && (at + 1..at + 4).any(|by| tree.lower(by) == "by")
        };
        let made = (noun + 1..noun + 4).find(lays).or_else(|| {
            let passive = tree.label(noun) == "nsubj:pass";
            tree.head(noun).filter(|head| passive && *head > noun).filter(lays)
        })?;
        let by = (made + 1..tree.len().min(made + 4)).find(|at| tree.lower(*at) == "by")?;
        let maker = super::super::title::noun_after(view, by + 1)?;
        self.party_within(view, by + 1..by + 5)
            .or_else(|| self.answerer(view, maker))
            .map(|maker| maker.value)
    }
}

/// Whether a noun, and no pronoun for the plan's owner, is the subject of the terms.
fn has_noun_subject(view: &View, verb: usize, plan: PlanOver) -> bool {
    let noun = view.tree.child(verb, &["nsubj"]).or_else(|| noun_before(view, verb));
    noun.is_some_and(|noun| noun >= plan.from && view.tree.tag(noun).starts_with("NN"))
}

/// "No plans for Arland to leave": a plan that there is none of.
fn is_no_plan(view: &View, noun: usize) -> bool {
    view.tree
        .children_with(noun, &["det", "advmod"])
        .any(|word| matches!(view.tree.lower(word), "no" | "any" | "neither"))
}
