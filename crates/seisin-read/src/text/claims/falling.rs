//! Land that falls or goes to a side.

use super::{
    context::{Context, Found, How},
    lexicon::Pattern,
    pattern::Roles,
    view::View,
};
use crate::text::{
    quantity::MentionKind,
    syntax::{Clause, Tense},
};
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef};

type Land = Found<RegionRef>;

impl Context<'_> {
    /// "Eleven of the districts went to the militia", "Sarn passed to the front": land that goes to a side
    /// under arms; to a state it may go by treaty.
    fn goes_to_side(&self, view: &View, clause: &Clause, land: &Land) -> bool {
        let tree = &view.tree;
        let to = clause.oblique(&["to"]).and_then(|to| self.party(view, to));
        let armed = to.is_some_and(|to| self.is_under_arms(&to.value));
        let subject = clause.agent.unwrap_or(clause.verb);
        let plain = match land.how {
            How::Named => view.party_at(subject).is_none(),
            How::Referred => tree.tag(subject) != "PRP",
            How::Phrase | How::Unlisted => self.plain_land(view, subject, land),
        };
        let done = matches!(clause.tense, Tense::Past | Tense::PastPerfect | Tense::PresentPerfect);
        armed && plain && done && !clause.is_passive
    }

    /// "Eleven of the fourteen districts went to the militia": counted land that goes to a side under arms.
    fn counted_to_side(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let subject = clause.agent?;
        let to = clause.oblique(&["to"]).and_then(|to| self.party(view, to))?;
        let armed = self.is_under_arms(&to.value) && !clause.is_passive;
        let lands = self.measured_land(view, subject).filter(|_| armed)?;
        Some(Roles {
            parties: vec![to],
            lands,
            measured: vec![subject],
            detail: Some(Detail::Change(ChangeAction::Seized)),
            ..Roles::default()
        })
    }

    pub(super) fn falling(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let lands = self.lands(view, clause.agent?);
        if lands.is_empty() && self.lexicon.is_form(view.tree.lower(clause.verb), "go") {
            return self.counted_to_side(view, clause);
        }
        let land = lands.first()?;
        let goes = self.lexicon.is_form_of_any(view.tree.lower(clause.verb), &["go", "pass"]);
        if goes && !self.goes_to_side(view, clause, land) {
            return None;
        }
        let sold = view.tree.lower(clause.verb + 1) == "hands"
            && (land.how == How::Unlisted && view.party_at(clause.agent?).is_some()
                || view.quantities.iter().any(|mention| mention.kind == MentionKind::Money));
        let counted = land.how == How::Phrase
            && self.amount(view, &[clause.agent?]).is_some()
            && view.tree.tag(clause.verb) == "VBN";
        let named = (counted || land.how != How::Phrase)
            && view.tree.tag(land.words.start) != "PRP"
            && !sold;
        if !named
            || clause.particles.iter().any(|word| falls_otherwise(word))
            || clause.patient.is_some_and(|at| {
                view.tree.lower(at) != "hands" && !super::pattern::is_time_span(view, at)
            }) && clause.patient != clause.agent
        {
            return None;
        }
        if clause
            .oblique(&["by", "from", "in", "within", "under", "below", "to"])
            .is_some_and(|at| view.quantities_in(at..at + 1).next().is_some())
        {
            return None;
        }
        if falls_into_a_state(view, clause) {
            return None;
        }
        let to = clause.oblique(&["to", "into", "under"]);
        let holds = |at: usize| {
            let noun = self.lexicon.nouns.get(view.tree.lower(at));
            noun.is_some_and(|sense| sense.pattern == Pattern::Hold)
        };
        if to.is_some_and(holds) {
            return None;
        }
        let other = |party: &Found<PartyRef>| party.value.name != land.value.name;
        let to = to.and_then(|at| self.party(view, at)).filter(other);
        Some(Roles {
            partyless: true,
            parties: to.into_iter().collect(),
            lands: lands.clone(),
            measured: if goes { clause.agent.into_iter().collect() } else { Vec::new() },
            detail: Some(Detail::Change(ChangeAction::Seized)),
            ..Roles::default()
        })
    }
}

/// "Fell into a coma", "fell ill", "fell silent".
fn falls_into_a_state(view: &View, clause: &Clause) -> bool {
    let tree = &view.tree;
    let hands =
        |at: usize| matches!(tree.lower(at), "hands" | "possession" | "grip" | "clutches" | "arms");
    let into = clause.oblique(&["into"]).filter(|at| !hands(*at) && *at > clause.verb);
    let named =
        into.is_some_and(|at| view.party_at(at).is_some() || tree.tag(at).starts_with("NNP"));
    let state = matches!(
        tree.lower(clause.verb + 1),
        "ill" | "sick" | "silent" | "asleep" | "quiet" | "vacant"
    );
    state || into.is_some() && !named
}

/// Whether a word makes "fall" another verb than of a town: "fell back", "fell apart".
fn falls_otherwise(word: &str) -> bool {
    const OTHER: [&str; 16] = [
        "out", "back", "apart", "behind", "short", "through", "off", "away", "down", "over",
        "foul", "sharply", "steeply", "slightly", "before", "once",
    ];
    OTHER.contains(&word)
}
