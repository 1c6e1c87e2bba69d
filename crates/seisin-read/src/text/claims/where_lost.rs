//! Where people were lost.

use super::{
    context::{Context, Found, How},
    view::{PlaceName, View},
};
use crate::text::syntax::Clause;
use seisin_core::RegionRef;
use seisin_places::{PartyRole, PlaceKind};

impl Context<'_> {
    /// The land of a clause that tells of people lost: where they were, by the words beside its verb.
    pub(super) fn where_lost(&self, view: &View, clause: &Clause) -> Option<Found<RegionRef>> {
        let cases = ["in", "at", "near", "around"];
        let there = view
            .tree
            .children_with(clause.verb, &["advmod", "obl"])
            .find(|at| matches!(view.tree.lower(*at), "there" | "here"));
        let Some(at) = clause.oblique(&cases).or(there) else {
            let reached = self.lands_reached(view, clause.verb, &cases);
            return reached
                .into_iter()
                .find(|land| matches!(land.how, How::Named | How::Unlisted))
                .or_else(|| self.region_near(view, clause.verb))
                .or_else(|| self.there(view, clause.verb));
        };
        let placed =
            |land: &Found<_>| matches!(land.how, How::Named | How::Unlisted | How::Referred);
        self.land(view, at).filter(placed).or_else(|| {
            let words = super::who::core(view, at);
            let name = view.places.iter().find(|name| words.contains(&name.words.start))?;
            let people =
                view.party_at(name.words.start).is_some_and(|p| p.found.role == PartyRole::Demonym);
            (!people).then(|| self.named_land(view, name, name.words.clone()))
        })
    }

    /// The land named next to the words for a loss: "the dead in Sarn".
    pub(super) fn region_near(&self, view: &View, cue: usize) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let name = view.places.iter().find(|name| {
            name.words.start > cue
                && name.words.start <= cue + 8
                && matches!(
                    tree.lower(before_article(view, name.words.start)),
                    "in" | "at"
                        | "near"
                        | "around"
                        | "on"
                        | "outside"
                        | "inside"
                        | "across"
                        | "along"
                )
        })?;
        Some(self.named_land(view, name, name.words.clone()))
    }

    /// "Fighting there", "killed 19 workers there": the land spoken of last.
    fn there(&self, view: &View, verb: usize) -> Option<Found<RegionRef>> {
        let near = verb.saturating_sub(6)..(verb + 8).min(view.tree.len());
        let there = near
            .into_iter()
            .find(|at| view.tree.lower(*at) == "there" && view.tree.tag(*at) != "EX")?;
        self.last_land(view, there)
    }

    /// The place named last before a loss that names none, in this sentence or the two before it.
    pub(super) fn place_before(&self, view: &View) -> Option<Found<RegionRef>> {
        let wide = |kind: Option<PlaceKind>| kind != Some(PlaceKind::Country);
        let region = self.memory.lands.lately(Self::place(view, view.tree.len()), 2, wide)?;
        Some(Found { value: region.clone(), words: 0..0, how: How::Referred })
    }

    /// The one land whose name stands with a fight or a stay in the sentence of a loss that names none
    /// beside its verb: "the shelling of Kharkiv", "a market in Sarn", "the battle for Velk".
    pub(super) fn named_with_fight(&self, view: &View, loss: usize) -> Option<Found<RegionRef>> {
        let apart = |name: &PlaceName| {
            let (from, to) = (name.words.start.min(loss), name.words.start.max(loss));
            (from..to).any(|at| matches!(view.tree.lower(at), ";" | "." | ":"))
        };
        let told = |name: &&PlaceName| !apart(name) && self.tells_where(view, name);
        let name =
            view.places.iter().filter(told).min_by_key(|name| name.words.start.abs_diff(loss))?;
        Some(self.named_land(view, name, name.words.clone()))
    }

    /// Whether a name stands after a word of place, or after "of" or "for" and the word for a fight; who
    /// speaks somewhere, lives there or comes from there tells nothing of it.
    fn tells_where(&self, view: &View, name: &PlaceName) -> bool {
        let tree = &view.tree;
        let Some(case) = name.words.start.checked_sub(1).map(|at| before_article(view, at + 1))
        else {
            return false;
        };
        let noun = case.wrapping_sub(1);
        let speaker = self.lexicon.people.contains(tree.lower(noun))
            || self.lexicon.governments.contains(tree.lower(noun))
            || self.says(view, noun);
        let people = view
            .party_at(name.words.start)
            .is_some_and(|party| party.found.role == PartyRole::Demonym);
        let fight = self.lexicon.fights.contains(tree.lower(noun));
        !people
            && match tree.lower(case) {
                "in" | "at" | "near" | "around" | "outside" | "inside" | "across" | "along" => {
                    !speaker
                }
                "of" | "for" | "on" | "against" => fight,
                _ => false,
            }
    }
}

/// The word before another, an article between left out.
fn before_article(view: &View, at: usize) -> usize {
    let before = at.saturating_sub(1);
    if view.tree.lower(before) == "the" { before.saturating_sub(1) } else { before }
}
