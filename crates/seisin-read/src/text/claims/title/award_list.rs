//! Awards told in a list: "Award of the arbitrators. To Borland: Sarn and the Velk group."

use super::super::{
    context::{Context, Found, How, unlisted_region},
    view::View,
    who::COURTS,
};
use super::{
    TitleAct,
    court::{AWARDING, FINDING},
};
use seisin_core::{PartyRef, RegionRef, TitleAction};
use std::ops::Range;

impl Context<'_> {
    /// "Award of the arbitrators. To Borland: Sarn and the Velk group.": to whom a list gives which land.
    pub(super) fn awarded_in_list(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let opens = matches!(tree.lower(at), "to" | "for")
            && (0..at).all(|before| !tree.lower(before).contains(char::is_alphanumeric));
        if !opens {
            return None;
        }
        let colon = (at + 2..tree.len().min(at + 6)).find(|colon| tree.lower(*colon) == ":");
        let colon = colon?;
        let winner = self.party_within(view, at + 1..colon)?;
        let court = self.court_told_of(view)?;
        let words = colon + 1..tree.len();
        let parts = |word: usize| matches!(tree.lower(word), "," | "and" | ";" | ".");
        let mut lands = Vec::new();
        for start in words.clone().filter(|word| !parts(*word)) {
            if start > words.start && !parts(start - 1) {
                continue;
            }
            let end = (start..words.end).find(|word| parts(*word)).unwrap_or(words.end);
            lands.extend(self.land_listed(view, start..end));
        }
        let acts: Vec<_> = lands
            .into_iter()
            .map(|land: Found<RegionRef>| {
                TitleAct::told(
                    "awarded-in-list",
                    TitleAction::Recognised,
                    colon,
                    at..land.words.end,
                )
                .by(court.clone())
                .towards(winner.value.clone())
                .over(vec![land])
            })
            .collect();
        (!acts.is_empty()).then_some(acts)
    }

    /// One land of a list: a name, or a noun for land with one.
    fn land_listed(&self, view: &View, words: Range<usize>) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let plain = words.clone().all(|at| {
            matches!(tree.tag(at), "DT" | "JJ" | "NN" | "NNS" | "NNP" | "NNPS" | "FW" | "IN")
        });
        let name = view.places.iter().find(|name| words.contains(&name.words.start));
        if let Some(name) = name.filter(|_| plain) {
            return Some(self.named_land(view, name, words));
        }
        let proper = words.clone().any(|at| tree.tag(at).starts_with("NNP"));
        (plain && proper).then(|| {
            let mention = self.text(view, words.clone());
            let name = super::super::context::without_article(&mention).to_owned();
            let value = unlisted_region(name, mention);
            Found { value, words, how: How::Unlisted }
        })
    }

    /// The court or arbiters that a sentence right before speaks of.
    fn court_told_of(&self, view: &View) -> Option<Found<PartyRef>> {
        let told = self
            .court_seen
            .as_ref()
            .filter(|(sentence, _)| (1..=3).contains(&view.index.saturating_sub(*sentence)));
        told.map(|(_, court)| Found { value: court.clone(), words: 0..0, how: How::Referred })
    }

    /// Keeps the court or arbiters that a sentence speaks of as having awarded or ruled.
    pub(crate) fn note_court(&mut self, view: &View) {
        let tree = &view.tree;
        let rules = |at: usize| {
            matches!(
                tree.lower(at),
                "award" | "awards" | "ruling" | "verdict" | "judgment" | "judgement"
            ) || self.is_one_of(view, at, &FINDING)
                || self.is_one_of(view, at, &AWARDING)
        };
        let court = (0..tree.len()).find(|at| COURTS.contains(&tree.lower(*at)));
        let court = court.filter(|_| (0..tree.len()).any(rules));
        if let Some(court) = court.and_then(|at| self.party(view, at)) {
            self.court_seen = Some((view.index, court.value));
        }
    }
}
