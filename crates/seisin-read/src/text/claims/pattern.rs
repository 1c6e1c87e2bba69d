//! Verbs of holding, taking, leaving, giving and claiming: who and what their parts are.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Act, Pattern, Sense},
    quotes::Quote,
    view::View,
};
use crate::text::{
    quantity::MentionKind,
    syntax::{Clause, Tense},
};
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef, TitleAction};

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
        let mut clause = Clause::of(&view.tree, verb);
        if clause.patient.is_none() && !clause.is_passive {
            clause.patient = Self::amount_after(view, verb);
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
            if let Some(roles) = self.roles(view, &clause, sense) {
                let rule = format!("{:?}/{}", sense.pattern, view.tree.lower(verb)).to_lowercase();
                return self.drafts(view, (&clause, sense), roles, (quotes, rule));
            }
        }
        Vec::new()
    }

    fn roles(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        match sense.pattern {
            Pattern::Hold
            | Pattern::Take
            | Pattern::Occupy
            | Pattern::Annex
            | Pattern::Renounce
            | Pattern::Award
            | Pattern::Claim => self.over_object(view, clause, sense),
            Pattern::Recognise => self.recognise(view, clause),
            Pattern::Lose => {
                self.over_object(view, clause, sense).filter(|roles| !roles.parties.is_empty())
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
            Pattern::Repel => self.repelling(view, clause),
            Pattern::Secede => self.seceding(view, clause),
        }
    }

    pub(super) fn agents(&self, view: &View, clause: &Clause) -> Vec<Who> {
        let Some(agent) = clause.agent else { return Vec::new() };
        self.parties(view, agent)
    }

    /// The lands of an object, where it is plainly land; also of "control of …".
    fn object_lands(&self, view: &View, object: usize, weak: bool) -> Vec<Land> {
        let mut lands = self.lands(view, object);
        self.name_lands(view, object, &mut lands);
        let plain = |land: &Land| match land.how {
            How::Named => true,
            How::Referred => {
                !weak || view.tree.tag(land.words.start) != "PRP" || self.recent_land(view, land)
            }
            How::Phrase | How::Unlisted => !weak || self.plain_land(view, object, land),
        };
        lands.into_iter().filter(plain).collect()
    }

    fn recent_land(&self, view: &View, land: &Land) -> bool {
        self.memory.land(Self::place(view, land.words.start), |_| true).is_some()
    }

    /// Whether a phrase without a known name is still plainly land: measured, counted or called so.
    fn plain_land(&self, view: &View, object: usize, land: &Land) -> bool {
        let head = land.words.end.saturating_sub(1);
        self.lexicon.land.contains(view.tree.lower(object))
            || self.lexicon.land.contains(view.tree.lower(head))
            || self.amount(view, &[object]).is_some()
    }

    fn over_object(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        let object = clause.patient?;
        let parties = self.agents(view, clause);
        if parties.is_empty()
            && (sense.weak || !clause.is_passive)
            && !Self::none_agent(view, clause)
        {
            return None;
        }
        let mut lands = self.object_lands(view, object, sense.weak);
        let is_self =
            |land: &Land| parties.iter().any(|party| party.words.start == land.words.start);
        lands.retain(|land| !is_self(land));
        if lands.is_empty() {
            lands = self.measured_land(view, object)?;
        }
        let has = self.lexicon.is_form(view.tree.lower(clause.verb), "have");
        let plainly = lands.iter().any(|land| land.how == How::Named || land.words.len() == 1);
        if has && !plainly && self.amount(view, &[object]).is_none() {
            return None;
        }
        let claims = matches!(view.tree.lower(object), "claim" | "claims");
        let counterparty = clause.oblique(&["from"]).and_then(|at| self.party(view, at));
        let receiver = self.receiver(view, clause);
        let other = match sense.pattern {
            Pattern::Award | Pattern::Lose => receiver.or(counterparty),
            _ => counterparty,
        };
        if sense.pattern == Pattern::Award && (other.is_none() || !Self::is_court(view, clause)) {
            return None;
        }
        Some(Roles {
            partyless: clause.is_passive,
            parties,
            counterparty: other.map(|other| other.value),
            lands,
            measured: vec![object],
            detail: if claims {
                Some(Detail::Title(TitleAction::Claimed))
            } else {
                Self::detail(view, clause, sense)
            },
        })
    }

    fn is_court(view: &View, clause: &Clause) -> bool {
        clause.agent.is_some_and(|at| {
            matches!(
                view.tree.lower(at),
                "court"
                    | "tribunal"
                    | "panel"
                    | "commission"
                    | "arbitrators"
                    | "arbitrator"
                    | "judges"
                    | "arbiter"
                    | "icj"
            )
        })
    }

    pub(super) fn none_agent(view: &View, clause: &Clause) -> bool {
        clause.agent.is_some_and(|at| Self::is_none(view, at))
    }

    fn detail(view: &View, clause: &Clause, sense: Sense) -> Option<Detail> {
        let since = Self::has_since(view, clause);
        let stative = matches!(clause.tense, Tense::Present) || since;
        match (sense.pattern, sense.act) {
            (Pattern::Occupy, _) if stative => Some(Detail::Holding),
            (Pattern::Hold, _) => Some(Detail::Holding),
            (_, Act::Change(action)) => Some(Detail::Change(action)),
            (_, Act::Title(action)) => Some(Detail::Title(action)),
            (_, Act::None) => None,
        }
    }

    fn has_since(view: &View, clause: &Clause) -> bool {
        let branch = view.tree.branch(clause.verb);
        view.tree
            .words()
            .get(branch)
            .is_some_and(|words| words.iter().any(|word| word.lower == "since"))
    }

    /// "Recognises the sovereignty of Morocco over Western Sahara", "recognised the enclave as part
    /// of Azerbaijan", "has been recognised by no state".
    fn recognise(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let object = clause.patient?;
        let tree = &view.tree;
        let parties = self.agents(view, clause);
        let mut counterparty = None;
        let mut lands = Vec::new();
        if matches!(
            tree.lower(object),
            "sovereignty" | "independence" | "claim" | "right" | "rights" | "annexation"
        ) {
            for child in tree.children_with(object, &["nmod", "nmod:poss"]) {
                let case = crate::text::syntax::preposition(tree, child);
                if case.as_deref() == Some("over")
                    || (case.as_deref() == Some("of") && tree.lower(object) != "sovereignty")
                {
                    lands.extend(self.lands(view, child));
                } else if let Some(party) = self.party(view, child) {
                    counterparty = Some(party.value);
                }
            }
        } else {
            lands = self.lands(view, object);
            let part = clause.oblique(&["as"]).or_else(|| tree.child(object, &["nmod"]));
            counterparty = part.and_then(|at| {
                view.parties_below(at).first().map(|name| self.named_party(view, name))
            });
        }
        if lands.is_empty()
            && matches!(
                tree.lower(object),
                "ruling"
                    | "award"
                    | "treaty"
                    | "handover"
                    | "annexation"
                    | "cession"
                    | "deal"
                    | "agreement"
            )
        {
            lands.extend(self.spoken_of(view, clause.verb));
        }
        let known = lands.iter().any(|land| land.how != How::Phrase)
            || matches!(
                tree.lower(object),
                "independence" | "sovereignty" | "annexation" | "republic" | "kingdom"
            );
        (known).then_some(Roles {
            partyless: true,
            parties,
            counterparty,
            lands,
            measured: vec![],
            detail: Some(Detail::Title(TitleAction::Recognised)),
        })
    }

    pub(crate) fn named_party(&self, view: &View, name: &super::view::PartyName) -> PartyRef {
        PartyRef {
            id: name.found.party.clone(),
            name: name.found.name.clone(),
            mention: self.text(view, name.words.clone()),
        }
    }

    fn giving(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        let object = clause.patient?;
        let parties = self.agents(view, clause);
        let lands = self.object_lands(view, object, true);
        let lands = if lands.is_empty() { self.measured_land(view, object)? } else { lands };
        let to = self.receiver(view, clause);
        if parties.is_empty() && (!clause.is_passive || to.is_none()) {
            return None;
        }
        let act = match sense.act {
            Act::Title(action) => Detail::Title(action),
            Act::Change(action) => Detail::Change(action),
            Act::None => return None,
        };
        if matches!(sense.act, Act::Title(TitleAction::Ceded)) && sense.weak && to.is_none() {
            return None;
        }
        Some(Roles {
            partyless: clause.is_passive,
            parties,
            counterparty: to.map(|to| to.value),
            lands,
            measured: vec![object],
            detail: Some(act),
        })
    }

    /// "Cleared Boko Haram from Yobe", "cleared the militants from 1,270 square kilometres".
    fn clearing(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let object = clause.patient?;
        let parties = self.agents(view, clause);
        if let Some(from) = clause.oblique(&["from", "of", "out of"]) {
            let counterparty = self.party(view, object)?;
            let lands = self.object_lands(view, from, false);
            return Some(Roles {
                partyless: false,
                parties,
                counterparty: Some(counterparty.value),
                lands,
                measured: vec![from],
                detail: Some(Detail::Change(ChangeAction::Regained)),
            });
        }
        let lands = self.object_lands(view, object, true);
        let lands = if lands.is_empty() { self.measured_land(view, object)? } else { lands };
        Some(Roles {
            partyless: clause.is_passive,
            parties,
            lands,
            measured: vec![object],
            detail: Some(Detail::Change(ChangeAction::Seized)),
            ..Roles::default()
        })
    }

    /// "Driving Borland’s troops out of Sarn".
    fn driving(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let driven = self.party(view, clause.patient?)?;
        let from = clause.oblique(&["out of", "from", "of"])?;
        let lands = self.object_lands(view, from, true);
        (!lands.is_empty())
            .then(|| Roles {
                partyless: clause.is_passive,
                parties: self.agents(view, clause),
                counterparty: Some(driven.value),
                lands,
                measured: vec![from],
                detail: Some(Detail::Change(ChangeAction::Seized)),
            })
            .map(|roles| self.on_own_land(roles))
    }

    /// What is taken from another on one's own land is taken back.
    fn on_own_land(&self, mut roles: Roles) -> Roles {
        let party =
            roles.parties.first().and_then(|who| self.vocabulary.parties.party(&who.value.id));
        let country = party.and_then(|party| party.country.as_ref()).map(|id| id.0.as_str());
        if roles.lands.iter().any(|land| is_own_land(country, &land.value)) {
            roles.detail = Some(Detail::Change(ChangeAction::Regained));
        }
        roles
    }

    fn entering(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let target = clause.patient.or_else(|| clause.oblique(&["into", "to"]))?;
        self.coming(view, clause, target)
    }

    fn coming(&self, view: &View, clause: &Clause, target: usize) -> Option<Roles> {
        let parties = self.agents(view, clause);
        if parties.is_empty() && !Self::none_agent(view, clause) {
            return None;
        }
        let lands: Vec<Land> = self
            .object_lands(view, target, true)
            .into_iter()
            .filter(|land| !parties.iter().any(|party| party.words.start == land.words.start))
            .collect();
        (!lands.is_empty()).then(|| Roles {
            parties,
            lands,
            detail: Some(Detail::Change(ChangeAction::Entered)),
            ..Roles::default()
        })
    }

    /// "Moved into the triangle", "crossed the canal", "sent troops across the border".
    fn entering_into(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let form = tree.lower(clause.verb);
        if !(clause.agent.is_some_and(|agent| self.under_arms(view, agent))
            || self.lexicon.is_form(form, "send")
            || self.lexicon.is_form(form, "deploy"))
        {
            return None;
        }
        if self.lexicon.is_form(form, "cross")
            && let Some(object) = clause.patient
        {
            return self.coming(view, clause, object);
        }
        if (self.lexicon.is_form(form, "send") || self.lexicon.is_form(form, "deploy"))
            && !clause.patient.is_some_and(|object| self.under_arms(view, object))
        {
            return None;
        }
        let target = clause.oblique(&["into", "onto", "across", "in to"])?;
        self.coming(view, clause, target)
    }

    /// Whether a phrase speaks of a body under arms.
    fn under_arms(&self, view: &View, at: usize) -> bool {
        let lower = view.tree.lower(at);
        let listed = self.lexicon.forces.contains(lower) || self.lexicon.groups.contains(lower);
        let pronoun = view.tree.tag(at) == "PRP" && matches!(lower, "they" | "it" | "we");
        let group = view.party_at(at).is_some();
        listed || pronoun || group || (lower == "one" && view.tree.child(at, &["nmod"]).is_some())
    }

    /// "Advanced 10 km towards Balad", "pushed up to 4 km beyond it".
    fn advancing(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let branch = tree.branch_without(clause.verb, &|child| {
            matches!(tree.label(child), "conj" | "advcl" | "ccomp" | "parataxis")
        });
        let length =
            view.quantities_in(branch).find(|mention| mention.kind == MentionKind::Length).cloned();
        let target =
            clause.oblique(&["towards", "toward", "to", "beyond", "into", "on", "in", "along"]);
        let form = tree.lower(clause.verb);
        let lands = target.map(|at| self.object_lands(view, at, true)).unwrap_or_default();
        if length.is_none() && (lands.is_empty() || !self.lexicon.is_form(form, "advance")) {
            return None;
        }
        if !clause.agent.is_some_and(|agent| self.under_arms(view, agent)) {
            return None;
        }
        let parties = self.agents(view, clause);
        let counterparty =
            clause.patient.and_then(|at| self.party(view, at)).map(|party| party.value);
        (!parties.is_empty()).then(|| Roles {
            parties,
            counterparty,
            lands,
            measured: vec![clause.verb],
            detail: Some(Detail::Change(ChangeAction::Advanced)),
            partyless: false,
        })
    }

    fn leaving(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        let object = clause.patient?;
        let mut parties = self.agents(view, clause);
        if sense.weak
            && clause.agent.is_none_or(|agent| !self.under_arms(view, agent))
            && !Self::none_agent(view, clause)
        {
            return None;
        }
        parties.retain(|party| party.how != How::Unlisted || !sense.weak);
        if parties.is_empty() && !clause.is_passive {
            return None;
        }
        let lands = self.object_lands(view, object, true);
        (!lands.is_empty() && (!sense.weak || tree_is_place(&lands))).then(|| Roles {
            partyless: clause.is_passive,
            parties,
            lands,
            measured: vec![object],
            detail: Some(Detail::Change(ChangeAction::Withdrew)),
            ..Roles::default()
        })
    }

    /// "Withdrew from Taba", "pulled its troops out of Bakassi", "troops had pulled out".
    fn withdrawing(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let form = tree.lower(clause.verb);
        if let Some(object) = clause.patient.filter(|object| Some(*object) != clause.agent) {
            let troops =
                self.under_arms(view, object) || self.lexicon.forces.contains(tree.lower(object));
            if !troops {
                return None;
            }
        }
        let needs_particle = self.lexicon.is_form(form, "pull")
            || self.lexicon.is_form(form, "fall")
            || self.lexicon.is_form(form, "step")
            || self.lexicon.is_form(form, "move");
        if needs_particle
            && !["out", "back"].iter().any(|particle| has_particle(view, clause, particle))
        {
            return None;
        }
        let from = clause.oblique(&["from", "out of", "back from", "of"]);
        let to = clause.oblique(&["to", "behind", "towards"]);
        let mut parties = self.agents(view, clause);
        if parties.is_empty() && clause.is_passive {
            parties = clause.patient.map(|at| self.parties(view, at)).unwrap_or_default();
        }
        if parties.is_empty() {
            return None;
        }
        let armed = clause.agent.or(clause.patient).is_some_and(|at| self.under_arms(view, at))
            || parties.iter().any(|party| party.how != How::Unlisted);
        let lands = match from {
            Some(from) => self.object_lands(view, from, true),
            None => to.map(|to| self.object_lands(view, to, true)).unwrap_or_default(),
        };
        if from.is_some() && lands.is_empty() || !armed {
            return None;
        }
        let lands = if lands.is_empty() {
            self.spoken_of(view, clause.verb).into_iter().collect()
        } else {
            lands
        };
        Some(Roles {
            parties,
            lands,
            measured: from.into_iter().collect(),
            detail: Some(Detail::Change(ChangeAction::Withdrew)),
            ..Roles::default()
        })
    }

    /// The land spoken of last.
    pub(super) fn spoken_of(&self, view: &View, verb: usize) -> Option<Land> {
        let region = self.memory.land(Self::place(view, verb), |_| true)?;
        Some(Found { value: region.clone(), words: verb..verb + 1, how: How::Referred })
    }

    fn falling(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let land = self.land(view, clause.agent?)?;
        let named = matches!(land.how, How::Named | How::Unlisted | How::Referred)
            && view.tree.tag(land.words.start) != "PRP";
        if !named
            || !clause.particles.is_empty()
            || clause.patient.is_some() && clause.patient != clause.agent
        {
            return None;
        }
        if clause
            .oblique(&["by", "from", "in", "within", "under", "below"])
            .is_some_and(|at| view.quantities_in(at..at + 1).next().is_some())
        {
            return None;
        }
        let to = clause.oblique(&["to", "into"]).and_then(|at| self.party(view, at));
        Some(Roles {
            partyless: true,
            parties: to.into_iter().collect(),
            lands: vec![land],
            detail: Some(Detail::Change(ChangeAction::Seized)),
            ..Roles::default()
        })
    }

    /// "Repelled an attack on Afgoye".
    fn repelling(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let object = clause.patient?;
        let tree = &view.tree;
        if !matches!(
            tree.lower(object),
            "attack"
                | "attacks"
                | "assault"
                | "assaults"
                | "offensive"
                | "raid"
                | "raids"
                | "attempt"
                | "attempts"
                | "advance"
                | "incursion"
                | "push"
        ) {
            return None;
        }
        let attacker = view.parties_below(object).first().map(|name| self.named_party(view, name));
        let on = tree.children_with(object, &["nmod"]).find(|at| {
            crate::text::syntax::preposition(tree, *at).is_some_and(|case| {
                matches!(case.as_str(), "on" | "at" | "in" | "against" | "near" | "towards")
            })
        });
        let on = on.or_else(|| clause.oblique(&["on", "at", "in", "near", "against"]));
        let lands = on.map(|at| self.object_lands(view, at, false)).unwrap_or_default();
        Some(Roles {
            partyless: clause.is_passive && !lands.is_empty(),
            parties: self.agents(view, clause),
            counterparty: attacker,
            lands,
            measured: on.into_iter().collect(),
            detail: Some(Detail::Change(ChangeAction::Repelled)),
        })
    }

    /// "Seceded in 1993", "broke away from Serbia".
    fn seceding(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let agent = clause.agent?;
        let parties = self.agents(view, clause);
        let lands = self.lands(view, agent);
        let counterparty = clause.oblique(&["from"]).and_then(|at| self.party(view, at));
        (!parties.is_empty()).then(|| Roles {
            counterparty: counterparty.map(|party| party.value),
            lands: lands.into_iter().filter(|land| land.how != How::Phrase).collect(),
            parties,
            detail: Some(Detail::Title(TitleAction::Seceded)),
            ..Roles::default()
        })
    }
}

fn tree_is_place(lands: &[Land]) -> bool {
    lands.iter().any(|land| !matches!(land.how, How::Phrase))
}

/// Whether a small word belongs to the verb: as its particle, or before the noun that follows.
fn has_particle(view: &View, clause: &Clause, particle: &str) -> bool {
    let tree = &view.tree;
    clause.particles.iter().any(|own| own == particle)
        || clause.obliques.iter().any(|(case, _)| case.split(' ').next() == Some(particle))
        || tree.lower(clause.verb + 1) == particle
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

/// Whether the land lies in the party's own country, as the identifier of the land shows.
fn is_own_land(country: Option<&str>, land: &RegionRef) -> bool {
    let id = land.id.as_ref().map_or("", |id| id.0.as_str());
    country.is_some_and(|code| {
        id == code || id.strip_prefix(code).is_some_and(|rest| rest.starts_with('-'))
    })
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
