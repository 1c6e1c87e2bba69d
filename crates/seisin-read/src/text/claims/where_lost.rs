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
                        | "off"
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

    /// Where a sentence tells of fighting, though of no land that changes hands: "clashed with the rebels near
    /// Sarn".
    pub(super) fn fought_near(&self, view: &View) -> Option<RegionRef> {
        let tree = &view.tree;
        let fight = (0..tree.len()).find(|at| {
            let word = tree.lower(*at);
            self.lexicon.fights.contains(word)
                || self.lexicon.is_form_of(word, &self.lexicon.attacking)
        })?;
        self.named_with_fight(view, fight).map(|land| land.value)
    }

    /// The one land whose name stands with a fight or a stay in the sentence of a loss that names none
    /// beside its verb: "the shelling of Kharkiv", "a market in Sarn", "the battle for Velk".
    pub(super) fn named_with_fight(&self, view: &View, loss: usize) -> Option<Found<RegionRef>> {
        let apart = |name: &PlaceName| {
            let (from, to) = (name.words.start.min(loss), name.words.start.max(loss));
            (from..to).any(|at| matches!(view.tree.lower(at), ";" | "." | ":"))
        };
        let told = |name: &&PlaceName| !apart(name) && self.tells_where(view, name);
        let near =
            view.places.iter().filter(told).min_by_key(|name| name.words.start.abs_diff(loss));
        near.map(|name| self.named_land(view, name, name.words.clone()))
            .or_else(|| self.unlisted_with_fight(view))
    }

    /// A name that no list knows after the word for a fight: "the defence of Velk", "its assault on Sarn".
    fn unlisted_with_fight(&self, view: &View) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let named = |at: usize| tree.tag(at).starts_with("NNP");
        let start = (2..tree.len()).find(|at| {
            let case = before_article(view, *at);
            let fight = self.lexicon.fights.contains(tree.lower(case.wrapping_sub(1)));
            let there = matches!(tree.lower(case), "near" | "around" | "outside");
            named(*at) && (there || fight && matches!(tree.lower(case), "of" | "for" | "on"))
        })?;
        let words = start..(start..tree.len()).find(|at| !named(*at)).unwrap_or(tree.len());
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&start));
        let known = words.clone().any(|at| view.party_at(at).is_some());
        let name = self.text(view, words.clone());
        let value = super::context::unlisted_region(name.clone(), name);
        (!known && !dated).then_some(Found { value, words, how: How::Unlisted })
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
                "in" | "at" | "near" | "around" | "outside" | "inside" | "across" | "along"
                | "off" => !speaker,
                "of" if is_direction(tree.lower(noun)) => true,
                "of" | "for" | "on" | "against" => fight,
                _ => false,
            }
    }
}

fn is_direction(word: &str) -> bool {
    ["north", "south", "east", "west"].iter().any(|side| word.starts_with(side))
}

/// The word before another, an article between left out.
fn before_article(view: &View, at: usize) -> usize {
    let before = at.saturating_sub(1);
    if view.tree.lower(before) == "the" { before.saturating_sub(1) } else { before }
}
