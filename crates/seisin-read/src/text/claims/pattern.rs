//! Verbs of holding, taking, leaving, giving and claiming: who and what their parts are.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Pattern, Sense},
    quotes::Quote,
    view::View,
};
use crate::text::{syntax::Clause, time::TimeMention};
use seisin_core::{Detail, PartyRef, RegionRef};

type Land = Found<RegionRef>;
type Who = Found<PartyRef>;

/// The parts of a clause as roles.
#[derive(Debug, Default)]
pub(super) struct Roles {
    /// Who acts.
    pub(super) parties: Vec<Who>,
    /// The other side.
    pub(super) counterparty: Option<PartyRef>,
    /// The lands.
    pub(super) lands: Vec<Land>,
    /// The branches in which an amount belongs to the land.
    pub(super) measured: Vec<usize>,
    /// What it says.
    pub(super) detail: Option<Detail>,
    /// Whether the claim may stand without a party.
    pub(super) partyless: bool,
}

impl Context<'_> {
    /// The claims that the verb at a place makes.
    pub(crate) fn verb_claims(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        if self.lexicon.senses(view.tree.lower(verb)).next().is_none() {
            return Vec::new();
        }
        let mut clause = Clause::of(&view.tree, verb);
        clause.patient = clause.patient.map(|at| noun_of(view, at));
        put_right(view, &mut clause);
        if clause.patient.is_none() && !clause.is_passive {
            clause.patient = Self::amount_after(view, verb);
        }
        if super::idioms::is_idiom(view, &clause) {
            return Vec::new();
        }
        for (particle, sense) in self.lexicon.senses(view.tree.lower(verb)) {
            if particle.is_some_and(|particle| !has_particle(view, &clause, particle))
                || helps_another_verb(view, verb)
            {
                continue;
            }
            if particle.is_none() && is_phrasal(view, verb, sense.pattern) {
                continue;
            }
            let clause = fitted(view, &clause, particle, sense);
            let clause = self.as_headline(view, clause, sense);
            if let Some(roles) = self.roles(view, &clause, sense) {
                let rule = format!("{:?}/{}", sense.pattern, view.tree.lower(verb)).to_lowercase();
                return self.drafts(view, (&clause, sense), roles, (quotes, rule));
            }
        }
        Vec::new()
    }

    pub(super) fn roles(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        match sense.pattern {
            Pattern::Hold
            | Pattern::Take
            | Pattern::Occupy
            | Pattern::Annex
            | Pattern::Renounce
            | Pattern::Award
            | Pattern::Claim => self.over_object(view, clause, sense),
            Pattern::Recognise => self.recognise(view, clause),
            Pattern::Lose if self.loses_no_land(view, clause.verb) => None,
            Pattern::Lose => {
                let told = |roles: &Roles| !roles.parties.is_empty() || clause.is_passive;
                self.over_object(view, clause, sense).filter(told)
            }
            Pattern::Give | Pattern::Cede => self.giving(view, clause, sense),
            Pattern::Clear => self.clearing(view, clause),
            Pattern::Drive => self.driving(view, clause),
            Pattern::Enter => self.entering(view, clause),
            Pattern::EnterInto => self.entering_into(view, clause),
            Pattern::Advance => self.advancing(view, clause),
            Pattern::Leave => self.leaving(view, clause, sense),
            Pattern::Withdraw => self.withdrawing(view, clause),
            Pattern::Fall => self.falling(view, clause),
            Pattern::Repel => self.repelling(view, clause, sense),
            Pattern::Belong => self.belonging_to(view, clause),
            Pattern::Secede => self.seceding(view, clause),
        }
    }

    /// "Velk captured, the army says": a past form whose subject is land tells what was done to it.
    fn as_headline(&self, view: &View, mut clause: Clause, sense: Sense) -> Clause {
        let tree = &view.tree;
        let left = matches!(sense.pattern, Pattern::Leave | Pattern::Give | Pattern::Lose)
            && tree.lower(clause.verb) != "left";
        let done = (left || matches!(sense.pattern, Pattern::Take | Pattern::Clear))
            && matches!(tree.tag(clause.verb), "VBD" | "VBN")
            && !clause.is_passive
            && clause.patient.is_none_or(|object| left && is_time_span(view, object))
            && clause.helpers.is_empty();
        let land = clause.agent.filter(|agent| {
            let noun = self.lexicon.land.contains(tree.lower(*agent));
            let named = view.party_at(*agent).is_none()
                && (view.place_at(*agent).is_some()
                    || tree.tag(*agent).starts_with("NNP")
                        && begins_line(view, *agent, clause.verb));
            *agent + 2 > clause.verb && (noun || named)
        });
        if let Some(land) = land.filter(|_| done) {
            clause.patient = Some(land);
            let means = |by: usize| tree.child(by, &["det", "nmod:poss"]).is_none();
            let by = clause.oblique(&["by"]).filter(|by| *by > clause.verb);
            clause.agent = by.filter(|by| tree.tag(*by).starts_with("NNP") || !means(*by));
            clause.is_passive = true;
        }
        clause
    }

    pub(super) fn agents(&self, view: &View, clause: &Clause) -> Vec<Who> {
        let found = clause.agent.map(|agent| self.parties(view, agent)).unwrap_or_default();
        let known = |who: &Who| who.how != How::Phrase && who.how != How::Unlisted;
        if !found.iter().any(known)
            && let Some(nearer) = self.nearer_agent(view, clause)
        {
            return nearer;
        }
        if !found.is_empty() {
            return found;
        }
        let any_of = clause.agent.and_then(|agent| self.some_of(view, agent));
        if let Some(of) = any_of {
            let found = self.parties(view, of);
            if !found.is_empty() {
                return found;
            }
        }
        if let Some(whose) = clause.agent.and_then(|agent| self.side_attacking(view, agent)) {
            return vec![whose];
        }
        if clause.is_passive {
            return found;
        }
        let named = self.named_right_before(view, clause.verb);
        named.or_else(|| self.labelled_agent(view, clause)).into_iter().collect()
    }

    /// "Residents fled when Arland invaded and took Sarn": who does what the verb before tells, where the tree
    /// joined the two over its head to a verb whose subject is no party.
    fn nearer_agent(&self, view: &View, clause: &Clause) -> Option<Vec<Who>> {
        let tree = &view.tree;
        let verb = clause.verb;
        let above = tree.head(verb).filter(|_| tree.label(verb) == "conj" && !clause.is_passive)?;
        let and = verb.checked_sub(1).filter(|at| tree.lower(*at) == "and")?;
        let near = (above + 1..and).rev().find(|at| tree.is_verb(*at))?;
        let joined = tree.label(near) == "advcl" && tree.tag(near) == tree.tag(verb);
        let parted = (near..and).any(|at| tree.lower(at) == ",");
        let subject = Clause::of(tree, near).agent.filter(|_| joined && !parted)?;
        let mut found = self.parties(view, subject);
        found.retain(|who| who.how == How::Named);
        (!found.is_empty()).then_some(found)
    }

    /// "Any of its soldiers", "most of the army", "a convoy of troops": the noun after "of".
    fn some_of(&self, view: &View, agent: usize) -> Option<usize> {
        let tree = &view.tree;
        let part = matches!(tree.lower(agent), "any" | "some" | "most" | "all" | "none" | "many")
            || self.lexicon.under_way.contains(tree.lower(agent));
        tree.children_with(agent, &["nmod"])
            .find(|noun| crate::text::syntax::preposition(tree, *noun).as_deref() == Some("of"))
            .filter(|noun| part && self.under_arms(view, *noun))
    }

    /// The party of the label before a sentence whose verb has no subject: "Arland: took Sarn in May".
    fn labelled_agent(&self, view: &View, clause: &Clause) -> Option<Who> {
        let tree = &view.tree;
        let opens = clause.verb == 0
            || tree.head(clause.verb) == Some(0) && tree.label(clause.verb) != "acl";
        let finite = matches!(tree.tag(clause.verb), "VBD" | "VBZ" | "VBP");
        let link = self.label.as_ref().filter(|_| opens && finite && clause.agent.is_none())?;
        let value = self.party_of_link(link)?;
        Some(Found { value, words: clause.verb..clause.verb + 1, how: How::Referred })
    }

    /// Whose attack did something: "Borlandic counterattacks drove them out of Sarn".
    fn side_attacking(&self, view: &View, agent: usize) -> Option<Who> {
        let noun = view.tree.lower(agent);
        if !(self.lexicon.attacks.contains(noun) || self.lexicon.outcomes.contains(noun)) {
            return None;
        }
        let owner = view.tree.child(agent, &["nmod:poss"]).and_then(|at| self.party(view, at));
        owner.or_else(|| self.party_within(view, super::who::core(view, agent)))
    }

    /// The party whose name stands right before a finite verb that the tree gave another subject or
    /// none: "Under the treaty of 1867 Arland sold …".
    fn named_right_before(&self, view: &View, verb: usize) -> Option<Who> {
        let tree = &view.tree;
        let helps = |at: usize| {
            tree.tag(at) == "RB"
                || matches!(tree.lower(at), "has" | "have" | "had" | "would" | "will")
                || matches!(tree.lower(at), "do" | "does" | "did" | "n't" | "not" | "may" | "might")
        };
        let last = (verb.saturating_sub(4)..verb).rev().find(|at| !helps(*at))?;
        let name = view.parties.iter().find(|name| name.words.end == last + 1)?;
        let joins = matches!(
            tree.lower(name.words.start.wrapping_sub(1)),
            "after" | "before" | "since" | "until" | "once" | "than"
        );
        let owned = tree.tag(last) == "POS"
            || !joins && crate::text::syntax::preposition(tree, last).is_some();
        let finite = matches!(tree.tag(verb), "VBD" | "VBZ" | "VBP" | "VB");
        let acts = name.found.role != seisin_places::PartyRole::Demonym;
        (finite && acts && !owned).then(|| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        })
    }

    pub(crate) fn named_party(&self, view: &View, name: &super::view::PartyName) -> PartyRef {
        PartyRef {
            id: name.found.party.clone(),
            name: name.found.name.clone(),
            mention: self.text(view, name.words.clone()),
        }
    }

    pub(super) fn none_agent(view: &View, clause: &Clause) -> bool {
        clause.agent.is_some_and(|at| Self::is_none(view, at))
    }

    /// The land spoken of last.
    pub(super) fn spoken_of(&self, view: &View, verb: usize) -> Option<Land> {
        let region = self.memory.lands.meant(Self::place(view, verb), |_| true)?;
        Some(Found { value: region.clone(), words: verb..verb + 1, how: How::Referred })
    }
}

/// Whether a name and the verb after it open a sentence: "Velk captured, the army says".
fn begins_line(view: &View, name: usize, verb: usize) -> bool {
    let start = super::who::core(view, name).start;
    let first = start == 0 || matches!(view.tree.lower(start - 1), ":" | "–" | "—");
    first && verb <= start + 4 && matches!(view.tree.lower(verb + 1), "," | "." | "by" | "of" | "")
}

/// Whether a noun only counts time: "handed over ten days late".
pub(super) fn is_time_span(view: &View, at: usize) -> bool {
    let timed = |time: &TimeMention| view.tree.words_in(&time.range).contains(&at);
    view.times.iter().any(timed)
        || matches!(view.tree.lower(at), "day" | "days" | "weeks" | "hours" | "months" | "years")
}

/// The noun after "that" or "this" where the two were taken apart: "took that part over".
fn noun_of(view: &View, at: usize) -> usize {
    let tree = &view.tree;
    let pointing = matches!(tree.lower(at), "that" | "this" | "these" | "those");
    let noun = matches!(tree.tag(at + 1), "NN" | "NNS") && tree.tag(at + 2) != "VBZ";
    if pointing && noun { at + 1 } else { at }
}

/// Puts right an object and what stands after a preposition where the tree has them the wrong way
/// round: "seized the islands from southern troops".
fn put_right(view: &View, clause: &mut Clause) {
    let tree = &view.tree;
    let Some(object) = clause.patient.filter(|object| *object > clause.verb + 2) else { return };
    let first = tree.branch(object).start;
    let led = matches!(tree.lower(first), "from" | "to" | "by") && first > clause.verb + 1;
    let bare = tree.children_with(clause.verb, &["obl", "obl:tmod"]).find(|noun| {
        let begins = tree.branch(*noun).start == clause.verb + 1;
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(noun));
        begins && *noun < first && crate::text::syntax::preposition(tree, *noun).is_none() && !dated
    });
    if let Some(noun) = bare.filter(|_| led && !clause.is_passive) {
        clause.obliques.push((tree.lower(first).to_owned(), object));
        clause.patient = Some(noun);
    }
}

/// A clause as a sense of its verb has it: the noun after a particle that was taken for a
/// preposition is the object ("handed over two-thirds"), and who moves is never moved.
fn fitted(view: &View, clause: &Clause, particle: Option<&str>, sense: Sense) -> Clause {
    let mut clause = clause.clone();
    let moves = matches!(
        sense.pattern,
        Pattern::EnterInto | Pattern::Advance | Pattern::Withdraw | Pattern::Fall | Pattern::Secede
    );
    if moves {
        return clause.as_motion(&view.tree);
    }
    if let Some(particle) = particle.filter(|_| clause.patient.is_none() && !clause.is_passive) {
        let verb = clause.verb;
        clause.patient = clause
            .obliques
            .iter()
            .find(|(case, at)| case == particle && *at > verb)
            .or_else(|| {
                let on = particle == "on" && view.tree.lower(verb + 1) == "on";
                clause.obliques.iter().find(|(case, at)| on && case == "to" && *at > verb)
            })
            .map(|(_, at)| *at);
    }
    clause
}

/// Whether a small word belongs to the verb: as its particle, or before the noun that follows.
pub(super) fn has_particle(view: &View, clause: &Clause, particle: &str) -> bool {
    let tree = &view.tree;
    clause.particles.iter().any(|own| own == particle)
        || clause.obliques.iter().any(|(case, _)| case.split(' ').next() == Some(particle))
        || tree.lower(clause.verb + 1) == particle
        || clause
            .patient
            .is_some_and(|object| object > clause.verb && tree.lower(object + 1) == particle)
        || clause.patient.is_some_and(|object| {
            object > clause.verb && tree.lower(tree.branch(object).end) == particle
        })
}

/// Whether a verb has a particle of its own that makes it another verb: "take up", "hold out".
fn is_phrasal(view: &View, verb: usize, pattern: Pattern) -> bool {
    let moves = matches!(
        pattern,
        Pattern::EnterInto | Pattern::Advance | Pattern::Withdraw | Pattern::Clear | Pattern::Drive
    );
    !moves && view.tree.child(verb, &["compound:prt"]).is_some()
}

/// Whether "has" only helps the participle after it that the tree hangs elsewhere: "it has since
/// declared …".
fn helps_another_verb(view: &View, verb: usize) -> bool {
    let tree = &view.tree;
    let has = matches!(tree.lower(verb), "has" | "have" | "had" | "having");
    let between = |at: &usize| tree.tag(*at) == "RB" || tree.lower(*at) == "since";
    let next = (verb + 1..verb + 5).find(|at| !between(at));
    has && next.is_some_and(|next| matches!(tree.tag(next), "VBN" | "VBD"))
}
