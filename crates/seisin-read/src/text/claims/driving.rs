//! Who clears land, or drives another out of it.

use super::{
    context::{Context, Found, How},
    lexicon::Pattern,
    pattern::{Roles, has_particle},
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef};

impl Context<'_> {
    /// "Cleared Boko Haram from Yobe", "cleared the militants from 1,270 square kilometres".
    pub(super) fn clearing(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let object = clause.patient?;
        let parties = self.agents(view, clause);
        if let Some(roles) = self.cleared_of(view, clause, object, &parties) {
            return Some(roles);
        }
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

    /// "Cleared Sarn of the invader", "Sarn was cleared of rebels".
    fn cleared_of(
        &self,
        view: &View,
        clause: &Clause,
        object: usize,
        parties: &[Found<PartyRef>],
    ) -> Option<Roles> {
        let of = clause.oblique(&["of"])?;
        let driven = self.is_body_under_arms(view, of).then(|| self.party(view, of)).flatten()?;
        let named = view.tree.tag(object).starts_with("NNP");
        let lands = self.object_lands(view, object, !named);
        (!lands.is_empty()).then(|| Roles {
            partyless: clause.is_passive,
            parties: parties.to_vec(),
            counterparty: Some(driven.value),
            lands,
            measured: vec![object],
            detail: Some(Detail::Change(ChangeAction::Regained)),
        })
    }

    /// "Driving Borland’s troops out of Sarn".
    pub(super) fn driving(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let driven = clause.patient.and_then(|at| self.party(view, at));
        let Some(driven) = driven else { return self.driven_after_taking(view, clause) };
        let nearer = self.lands_reached(view, clause.verb, &["out of", "from"]);
        let from = clause.oblique(&["out of", "from", "of"]);
        let lands = match from {
            Some(from) if nearer.is_empty() => self.object_lands(view, from, true),
            _ => nearer,
        };
        let out = from.is_none()
            && driven.how != How::Phrase
            && clause.patient.is_some_and(|at| view.tree.tag(at) != "PRP")
            && (has_particle(view, clause, "out")
                || self.lexicon.is_form(view.tree.lower(clause.verb), "dislodge"));
        let place = Self::place(view, clause.verb);
        let before = || self.memory.lands.lately(place, 1, |_| true);
        let lands = if lands.is_empty() && out {
            let words = clause.verb..clause.verb + 1;
            let land =
                before().map(|land| Found { value: land.clone(), words, how: How::Referred });
            land.into_iter().collect()
        } else {
            lands
        };
        if lands.is_empty() && from.is_none() {
            return self.driven_after_taking(view, clause);
        }
        let agents = self.agents(view, clause);
        if clause.is_passive && agents.is_empty() && !lands.is_empty() {
            return Some(Roles {
                parties: vec![driven],
                lands,
                measured: from.into_iter().collect(),
                detail: Some(Detail::Change(ChangeAction::Lost)),
                ..Roles::default()
            });
        }
        (!lands.is_empty())
            .then(|| Roles {
                partyless: clause.is_passive,
                parties: agents,
                counterparty: Some(driven.value),
                lands,
                measured: from.into_iter().collect(),
                detail: Some(Detail::Change(ChangeAction::Seized)),
            })
            .map(|roles| self.on_own_land(roles))
    }

    /// "Overran Sarn before being pushed out by Arlandic troops", "took Velk but were driven out again": who took
    /// land is driven out of it.
    fn driven_after_taking(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let tree = &view.tree;
        let out = has_particle(view, clause, "out") && clause.is_passive;
        let took = tree.head(clause.verb).filter(|took| out && *took < clause.verb)?;
        let takes = self.lexicon.senses(tree.lower(took)).any(|(_, sense)| {
            matches!(
                sense.pattern,
                Pattern::Take | Pattern::Enter | Pattern::Occupy | Pattern::Hold
            )
        });
        let around = Clause::of(tree, took);
        let taken = around.patient.filter(|_| takes && !around.is_passive)?;
        let lands = self.object_lands(view, taken, false);
        let driven = self.agents(view, &around).into_iter().next()?;
        let agents = self.agents(view, clause);
        let by = !agents.is_empty();
        let lost = if by { ChangeAction::Seized } else { ChangeAction::Lost };
        let roles = || Roles {
            parties: if by { agents } else { vec![driven.clone()] },
            counterparty: by.then(|| driven.value.clone()),
            lands,
            detail: Some(Detail::Change(lost)),
            ..Roles::default()
        };
        let known = driven.how != How::Phrase;
        known
            .then(roles)
            .filter(|roles| !roles.lands.is_empty())
            .map(|roles| if by { self.on_own_land(roles) } else { roles })
    }

    /// What is taken from another on one's own land is taken back.
    pub(super) fn on_own_land(&self, mut roles: Roles) -> Roles {
        let party =
            roles.parties.first().and_then(|who| self.vocabulary.parties.party(&who.value.id));
        let country = party.and_then(|party| party.country.as_ref()).map(|id| id.0.as_str());
        if roles.lands.iter().any(|land| is_own_land(country, &land.value)) {
            roles.detail = Some(Detail::Change(ChangeAction::Regained));
        }
        roles
    }
}

/// Whether the land lies in the party's own country, as the identifier of the land shows.
fn is_own_land(country: Option<&str>, land: &RegionRef) -> bool {
    let id = land.id.as_ref().map_or("", |id| id.0.as_str());
    country.is_some_and(|code| {
        id == code || id.strip_prefix(code).is_some_and(|rest| rest.starts_with('-'))
    })
}
