//! From whom land was taken.

use super::{
    context::{Context, Found},
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef, TitleAction};
use seisin_places::PartyKind;

type Land = Found<RegionRef>;
type Who = Found<PartyRef>;

impl Context<'_> {
    /// From whom land was taken where the clause does not say: whose adjective stands in the land's
    /// phrase, else the other of the only two sides that the document tells of.
    pub(super) fn opponent(
        &self,
        view: &View,
        clause: &Clause,
        party: Option<&Who>,
        detail: &Detail,
    ) -> Option<PartyRef> {
        let foe = || self.foe_of(view, clause.verb, &party?.value);
        if is_contested(detail) {
            self.said_opponent(view, clause, party).or_else(foe)
        } else {
            None
        }
    }

    /// The same where the lands are known: an armed group takes what lies in a state’s country from it.
    pub(super) fn foe_on(
        &self,
        view: &View,
        clause: &Clause,
        (party, lands): (Option<&Who>, &[Option<Land>]),
        detail: &Detail,
    ) -> Option<PartyRef> {
        let placed = || self.placed_foe(&party?.value, lands);
        let said = self.said_opponent(view, clause, party).or_else(placed);
        said.filter(|_| is_contested(detail)).or_else(|| self.opponent(view, clause, party, detail))
    }

    /// From whom land was taken as the clause says.
    fn said_opponent(&self, view: &View, clause: &Clause, party: Option<&Who>) -> Option<PartyRef> {
        let party = party?;
        let other = |found: &PartyRef| found.id != party.value.id;
        let owner = clause.patient.and_then(|at| self.owner(view, at)).map(|owner| owner.value);
        self.taken_from(view, clause)
            .filter(other)
            .or_else(|| self.held_by(view, clause).filter(other))
            .or_else(|| owner.filter(other))
    }

    /// The state in whose country an armed group takes land.
    fn placed_foe(&self, party: &PartyRef, lands: &[Option<Land>]) -> Option<PartyRef> {
        let known = self.vocabulary.parties.party(&party.id);
        let group = known.map_or_else(
            || self.is_called_group(party),
            |known| known.kind == PartyKind::ArmedGroup,
        );
        let land = lands.first()?.as_ref().filter(|_| group)?;
        self.state_holding(&land.value)
    }
}

/// Whether a claim is of land that two sides fight over.
fn is_contested(detail: &Detail) -> bool {
    matches!(
        detail,
        Detail::Change(
            ChangeAction::Seized
                | ChangeAction::Entered
                | ChangeAction::Regained
                | ChangeAction::Lost
                | ChangeAction::Advanced
                | ChangeAction::Repelled
        ) | Detail::Title(TitleAction::Claimed | TitleAction::Annexed)
    )
}
