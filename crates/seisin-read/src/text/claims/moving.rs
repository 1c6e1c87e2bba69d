//! Forces that enter, leave, advance or beat off.

use super::{
    context::{Context, Found, How},
    lexicon::Sense,
    pattern::{Roles, has_particle},
    view::View,
};
use crate::text::{quantity::MentionKind, syntax::Clause};
use seisin_core::{ChangeAction, Detail, RegionRef};

type Land = Found<RegionRef>;

impl Context<'_> {
    pub(super) fn entering(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let foot = clause.patient.is_some_and(|at| view.tree.lower(at) == "foot");
        let target = clause
            .patient
            .filter(|_| !foot)
            .or_else(|| clause.oblique(if foot { &["on", "in"] } else { &["into", "to"] }))?;
        let reaches = self.lexicon.is_form(view.tree.lower(clause.verb), "reach");
        if reaches && !clause.agent.is_some_and(|agent| self.under_arms(view, agent)) {
            return None;
        }
        self.coming(view, clause, target)
    }

    pub(super) fn coming(&self, view: &View, clause: &Clause, target: usize) -> Option<Roles> {
        let parties = self.agents(view, clause);
        if parties.is_empty() && !Self::none_agent(view, clause) {
            return None;
        }
        let body = clause.agent.is_some_and(|agent| self.is_body_under_arms(view, agent));
        let named = body && view.tree.tag(target).starts_with("NNP");
        let lands: Vec<Land> = self
            .object_lands(view, target, !named)
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
    pub(super) fn entering_into(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let form = tree.lower(clause.verb);
        let sends = self.lexicon.is_form_of_any(form, &["send", "deploy"]);
        if !clause.agent.is_some_and(|agent| self.under_arms(view, agent)) && !sends {
            return None;
        }
        let fights = self.lexicon.is_form_of_any(form, &["fight", "battle"]);
        if fights && clause.patient.is_none_or(|object| tree.lower(object) != "way") {
            return None;
        }
        let moved = clause.patient.is_some_and(|object| Some(object) != clause.agent);
        let body = clause.agent.is_some_and(|agent| self.is_body_under_arms(view, agent));
        if let Some(roles) = self.going_back(view, clause, form) {
            return Some(roles);
        }
        if self.lexicon.is_form(form, "return") && (moved || !body) {
            return None;
        }
        if self.lexicon.is_form(form, "cross")
            && let Some(object) = clause.patient
        {
            return self.coming(view, clause, object);
        }
        let deploys = self.lexicon.is_form(form, "deploy")
            && clause.patient.is_none_or(|object| Some(object) == clause.agent)
            && clause.agent.is_some_and(|agent| self.under_arms(view, agent));
        let sent = clause.patient.is_some_and(|object| self.under_arms(view, object));
        if sends && !(sent || deploys) {
            return None;
        }
        let ashore = tree.lower(clause.verb + 1) == "ashore"
            || clause.particles.iter().any(|particle| particle == "ashore");
        let ways = if ashore { &["on", "at", "in"][..] } else { self.ways_in(form) };
        let target = clause.oblique(ways);
        let home = |at: usize| matches!(tree.lower(at), "barracks" | "base" | "bases" | "quarters");
        if self.lexicon.is_form(form, "return") && target.is_some_and(home) {
            return None;
        }
        let inwards = clause.particles.iter().any(|particle| particle == "in")
            || tree.lower(clause.verb + 1) == "in"
                && matches!(
                    tree.lower(clause.verb + 2),
                    "on" | "." | "," | "with" | "from" | "through"
                );
        if target.is_none() && body && inwards && !self.lexicon.is_form(form, "step") {
            let lands = self.spoken_of(view, clause.verb).into_iter().collect();
            return Some(Roles {
                parties: self.agents(view, clause),
                lands,
                detail: Some(Detail::Change(ChangeAction::Entered)),
                ..Roles::default()
            });
        }
        let target = target.or_else(|| {
            let there = |at: &usize| tree.lower(*at) == "there";
            let lands = self.lexicon.is_form_of_any(form, &["land", "return", "arrive"]);
            (clause.verb + 1..clause.verb + 4).find(there).filter(|_| lands)
        })?;
        self.coming(view, clause, target).or_else(|| {
            let lands = self.lands_reached(view, clause.verb, self.ways_in(form));
            let parties = self.agents(view, clause);
            (body && !lands.is_empty() && !parties.is_empty()).then(|| Roles {
                parties,
                lands,
                detail: Some(Detail::Change(ChangeAction::Entered)),
                ..Roles::default()
            })
        })
    }

    /// "Return to the line of 1974", "go back to the border": out of the land spoken of.
    fn going_back(&self, view: &View, clause: &Clause, form: &str) -> Option<Roles> {
        let tree = &view.tree;
        let back = || (clause.verb + 1..clause.verb + 4).any(|at| tree.lower(at) == "back");
        let goes = self.lexicon.is_form(form, "return")
            || self.lexicon.is_form_of_any(form, &["go", "move", "come"]) && back();
        let to = clause.oblique(&["to", "behind", "back to", "back behind"]).filter(|_| goes)?;
        let line = matches!(
            tree.lower(to),
            "line"
                | "lines"
                | "border"
                | "borders"
                | "frontier"
                | "parallel"
                | "boundary"
                | "positions"
        );
        let parties = self.agents(view, clause);
        let lands: Vec<Land> = self.spoken_of(view, clause.verb).into_iter().collect();
        let known = parties.iter().any(|party| party.how != How::Unlisted);
        (line && known && !lands.is_empty()).then(|| Roles {
            parties,
            lands,
            detail: Some(Detail::Change(ChangeAction::Withdrew)),
            ..Roles::default()
        })
    }

    /// The prepositions by which a verb of motion leads into land.
    fn ways_in(&self, form: &str) -> &'static [&'static str] {
        if self.lexicon.is_form_of_any(form, &["land", "disembark", "parachute", "alight"]) {
            &["into", "onto", "on", "at", "in"]
        } else if self.lexicon.is_form_of_any(form, &["deploy", "arrive"]) {
            &["in", "into", "to", "at", "along", "across", "inside"]
        } else if self.lexicon.is_form(form, "jump") {
            &["into", "onto", "on", "at", "over"]
        } else if self.lexicon.is_form(form, "return") {
            &["to", "into"]
        } else {
            &["into", "onto", "across", "in to", "back into"]
        }
    }

    /// Whether a phrase is a noun for a body under arms, or the name of a group.
    pub(super) fn is_body_under_arms(&self, view: &View, at: usize) -> bool {
        let lower = view.tree.lower(at);
        let group =
            view.party_at(at).is_some_and(|name| self.side_of(name) == super::memory::Side::Group);
        self.lexicon.forces.contains(lower) || self.lexicon.groups.contains(lower) || group
    }

    /// Whether a phrase speaks of a body under arms.
    pub(super) fn under_arms(&self, view: &View, at: usize) -> bool {
        let lower = view.tree.lower(at);
        let listed = self.lexicon.forces.contains(lower) || self.lexicon.groups.contains(lower);
        let pronoun = view.tree.tag(at) == "PRP" && matches!(lower, "they" | "it" | "we");
        let group = view.party_at(at).is_some() && !is_counted_people(view, at);
        listed
            || pronoun
            || group
            || self.is_column_of_forces(view, at)
            || (lower == "one" && view.tree.child(at, &["nmod"]).is_some())
    }

    /// "A convoy of Arlandic troops": what is under way, where it is made up of forces.
    fn is_column_of_forces(&self, view: &View, at: usize) -> bool {
        let forces = |noun: usize| {
            let form = view.tree.lower(noun);
            self.lexicon.forces.contains(form) && !matches!(form, "vehicles" | "elements")
        };
        self.lexicon.under_way.contains(view.tree.lower(at))
            && view.tree.children_with(at, &["nmod", "amod"]).any(forces)
    }

    /// "Advanced 10 km towards Balad", "pushed up to 4 km beyond it".
    pub(super) fn advancing(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let branch = tree.branch_without(clause.verb, &|child| {
            matches!(tree.label(child), "conj" | "advcl" | "ccomp" | "parataxis")
        });
        let length =
            view.quantities_in(branch).find(|mention| mention.kind == MentionKind::Length).cloned();
        let target =
            clause.oblique(&["towards", "toward", "to", "beyond", "into", "on", "in", "along"]);
        let form = tree.lower(clause.verb);
        let mut lands = target.map(|at| self.object_lands(view, at, true)).unwrap_or_default();
        if lands.is_empty() {
            const WAYS: [&str; 9] =
                ["towards", "toward", "to", "into", "on", "beyond", "past", "along", "near"];
            lands = self.lands_reached(view, clause.verb, &WAYS);
        }
        let short_of = stops_short(view, clause.verb).filter(|_| length.is_some());
        if let Some(within) = short_of {
            lands = self.lands_reached(view, within, &["of", "from"]);
        }
        if lands.is_empty() && length.is_some() {
            lands.extend(self.spoken_of(view, clause.verb));
        }
        let onwards =
            self.lexicon.is_form_of_any(form, &["advance", "inch", "edge", "creep", "crawl"]);
        if length.is_none() && (lands.is_empty() || !onwards) {
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
            measured: if short_of.is_some() { Vec::new() } else { vec![clause.verb] },
            detail: Some(Detail::Change(ChangeAction::Advanced)),
            partyless: false,
        })
    }

    pub(super) fn leaving(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        let Some(object) = clause.patient else { return self.going_away(view, clause) };
        let travels = sense.weak && clause.agent.is_some_and(|agent| is_one_person(view, agent));
        if view.tree.lower(object + 1) == "alone" || self.sets_out(view, clause) || travels {
            return None;
        }
        let mut parties = self.agents(view, clause);
        if sense.weak
            && clause.agent.is_none_or(|agent| !self.under_arms(view, agent))
            && !Self::none_agent(view, clause)
        {
            return None;
        }
        let body = clause.agent.is_some_and(|agent| self.is_body_under_arms(view, agent));
        parties.retain(|party| party.how != How::Unlisted || !sense.weak || body);
        if parties.is_empty() && !clause.is_passive {
            return None;
        }
        let name = (!sense.weak || body)
            && view.tree.tag(object).starts_with("NNP")
            && !parties.is_empty();
        let lands = self.object_lands(view, object, !name);
        (!lands.is_empty() && (!sense.weak || tree_is_place(&lands))).then(|| Roles {
            partyless: clause.is_passive,
            parties,
            lands,
            measured: vec![object],
            detail: Some(Detail::Change(ChangeAction::Withdrew)),
            ..Roles::default()
        })
    }

    /// "The column which left Sarn on Monday": what is under way gives nothing up, unless it is the last.
    fn sets_out(&self, view: &View, clause: &Clause) -> bool {
        let tree = &view.tree;
        let last =
            |at: &usize| matches!(tree.lower(*at), "last" | "final" | "remaining" | "all" | "own");
        clause.agent.is_some_and(|agent| {
            self.lexicon.under_way.contains(tree.lower(agent))
                && !tree.children(agent).iter().any(last)
        })
    }

    /// "The M23 says it is leaving", "Arland left in 1979": from the land spoken of last.
    fn going_away(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let agent = clause.agent.filter(|_| !clause.is_passive)?;
        let leaves =
            self.lexicon.is_form_of_any(tree.lower(clause.verb), &["leave", "quit", "flee"]);
        let name = view.party_at(agent).is_some_and(|name| {
            matches!(
                name.found.role,
                seisin_places::PartyRole::Name | seisin_places::PartyRole::Demonym
            )
        });
        let pronoun = matches!(tree.lower(agent), "it" | "they" | "we");
        let unfought = |case: &str, noun: usize| {
            case == "without"
                && matches!(
                    tree.lower(noun),
                    "fight" | "shot" | "fighting" | "battle" | "resistance" | "struggle"
                )
        };
        let bare = clause.obliques.iter().all(|(case, noun)| {
            unfought(case, *noun)
                || view.times.iter().any(|time| tree.words_in(&time.range).contains(noun))
        });
        if !leaves || !bare || !(name || pronoun || self.is_body_under_arms(view, agent)) {
            return None;
        }
        let parties = self.agents(view, clause);
        let lands: Vec<Land> = self.spoken_of(view, clause.verb).into_iter().collect();
        (!parties.is_empty() && !lands.is_empty()).then(|| Roles {
            parties,
            lands,
            detail: Some(Detail::Change(ChangeAction::Withdrew)),
            ..Roles::default()
        })
    }

    /// Whether forces leave what has a name: "pulled out of Sarn", whether a list knows it or not.
    fn leaves_name(&self, view: &View, clause: &Clause, from: usize) -> bool {
        view.tree.tag(from).starts_with("NNP")
            && clause.agent.is_some_and(|agent| self.under_arms(view, agent))
    }

    /// Whether a verb that needs a small word to say that forces leave has none: "moved troops", and not "pulled out"
    /// or "pulls troops from Taba".
    fn lacks_particle(&self, view: &View, clause: &Clause, object: Option<usize>) -> bool {
        let form = view.tree.lower(clause.verb);
        let forces = |object: usize| self.lexicon.forces.contains(view.tree.lower(object));
        let pulled = self.lexicon.is_form(form, "pull")
            && object.is_some_and(forces)
            && clause.oblique(&["from"]).is_some();
        self.lexicon.is_form_of_any(form, &["pull", "fall", "step", "move"])
            && !pulled
            && !["out", "back"].iter().any(|particle| has_particle(view, clause, particle))
    }

    /// "Withdrew from Taba", "pulled its troops out of Bakassi", "troops had pulled out".
    pub(super) fn withdrawing(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let form = tree.lower(clause.verb);
        let near = |object: &usize| {
            *object < clause.verb
                || !clause.obliques.iter().any(|(_, noun)| noun < object && *noun > clause.verb)
        };
        let object = clause.patient.filter(|object| Some(*object) != clause.agent);
        let measured = |object: &usize| is_length(tree.lower(*object));
        let measure = object.filter(measured);
        if let Some(object) = object.filter(near).filter(|object| !measured(object)) {
            let armed = |noun: usize| {
                self.under_arms(view, noun) || self.lexicon.forces.contains(tree.lower(noun))
            };
            let troops = armed(object) || tree.children_with(object, &["conj"]).any(armed);
            if !troops {
                return None;
            }
        }
        if self.lacks_particle(view, clause, object) {
            return None;
        }
        let from = clause.oblique(&["from", "out of", "back from", "of"]);
        let to = clause.oblique(&["to", "behind", "towards"]);
        if self.lexicon.is_form(form, "retire") && from.or(to).is_none() {
            return None;
        }
        let mut parties = self.agents(view, clause);
        if parties.is_empty() && clause.is_passive {
            parties = clause.patient.map(|at| self.parties(view, at)).unwrap_or_default();
        }
        if parties.is_empty() {
            return None;
        }
        let armed = clause.agent.or(clause.patient).is_some_and(|at| self.under_arms(view, at))
            || parties.iter().any(|party| party.how != How::Unlisted);
        let to = to.or_else(|| {
            tree.child(measure?, &["nmod"])
                .filter(|at| crate::text::syntax::preposition(tree, *at).as_deref() == Some("to"))
        });
        let lands = match from {
            Some(from) => self.object_lands(view, from, !self.leaves_name(view, clause, from)),
            None => to
                .filter(|to| view.place_at(*to).is_none())
                .map(|to| self.object_lands(view, to, true))
                .unwrap_or_default(),
        };
        let lands = if lands.is_empty() {
            self.lands_reached(view, clause.verb, &["from", "out of"])
        } else {
            lands
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
}

fn tree_is_place(lands: &[Land]) -> bool {
    lands.iter().any(|land| !matches!(land.how, How::Phrase))
}

/// "Advanced to within 11 km of Sarn": the "within" of an advance that tells how near it came, not how far.
pub(super) fn stops_short(view: &View, verb: usize) -> Option<usize> {
    (verb + 1..verb + 4).find(|at| view.tree.lower(*at) == "within")
}

/// Whether a noun is a unit of length.
fn is_length(noun: &str) -> bool {
    matches!(noun, "km" | "kilometres" | "kilometers" | "miles" | "metres")
}

/// Whether a phrase names who leads or speaks for a party: one who leaves a country gives up none.
fn is_one_person(view: &View, at: usize) -> bool {
    use seisin_places::PartyRole::{Leader, Spokesperson};
    view.party_at(at).is_some_and(|name| matches!(name.found.role, Leader | Spokesperson))
}

/// "120,000 ethnic Armenians", "the displaced Sarnese": people of a name, not its forces.
fn is_counted_people(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let plural = matches!(tree.tag(at), "NNS" | "NNPS");
    let ethnic = |child: usize| matches!(tree.lower(child), "ethnic" | "displaced" | "fleeing");
    plural
        && (tree.child(at, &["nummod"]).is_some() || tree.children_with(at, &["amod"]).any(ethnic))
}
