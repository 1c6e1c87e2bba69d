//! Which parties may be sides of a fight, and whom a side means by “the enemy”.

use super::context::Context;
use seisin_core::PartyRef;
use seisin_places::PartyKind;

impl Context<'_> {
    /// Whether a party may itself hold land or fight, as unions of states and political bodies do not.
    pub(super) fn is_side(&self, party: &PartyRef) -> bool {
        let entry = self.vocabulary.parties.party(&party.id);
        entry.is_none_or(|party| !matches!(party.kind, PartyKind::Bloc | PartyKind::Body))
    }

    /// Whether a party may be “rebels” or the like: a group that is listed, or a name that says so ("the Velk
    /// Front") or is written as one ("VLF"), and nobody’s surname.
    pub(super) fn is_called_group(&self, party: &PartyRef) -> bool {
        if self.vocabulary.parties.party(&party.id).is_some() {
            return self.is_side(party);
        }
        let called = |word: &str| {
            let lower = word.to_lowercase();
            self.lexicon.groups.contains(&lower)
                || self.lexicon.forces.contains(&lower)
                || matches!(lower.as_str(), "party" | "union" | "council" | "guard" | "brigades")
        };
        let short = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
        party.name.split(' ').any(|word| called(word) || short(word))
    }

    /// Whom a side means by “the enemy”: the other of the document’s two sides, else the one other party
    /// with land or arms that it names.
    pub(super) fn foe_by_name(&self, ours: &PartyRef) -> Option<PartyRef> {
        let only = || {
            let mut others =
                self.named.iter().filter(|(_, other)| other.id != ours.id && self.may_fight(other));
            let (_, first) = others.next()?;
            others.next().is_none().then(|| first.clone())
        };
        self.other_side_of(ours).or_else(only)
    }
}
