//! The lands spoken of so far, for "it", "there" and "the enclave".

use super::memory::{Place, REACH};
use seisin_core::RegionRef;
use seisin_places::{Gazetteer, PlaceKind};
use std::collections::BTreeMap;

/// The part a land plays where it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It stands over what follows as its heading or label.
    Heading,
    /// A claim is about it.
    Topic,
    /// It is named.
    Named,
    /// It only says where somebody speaks or near what something lies.
    Aside,
}

#[derive(Debug, Clone)]
struct LandEntry {
    at: Place,
    region: RegionRef,
    kind: Option<PlaceKind>,
    standing: Standing,
}

/// The lands spoken of so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lands {
    entries: Vec<LandEntry>,
}

impl Lands {
    /// Keeps a land that is named.
    pub(crate) fn note(
        &mut self,
        at: Place,
        region: RegionRef,
        kind: Option<PlaceKind>,
        standing: Standing,
    ) {
        let kind = kind.or_else(|| kind_told(&region));
        let place = self.entries.partition_point(|entry| entry.at <= at);
        self.entries.insert(place, LandEntry { at, region, kind, standing });
    }

    /// The lands named before a place, the first first, as far back as is looked.
    fn before(&self, before: Place) -> &[LandEntry] {
        let end = self.entries.partition_point(|entry| entry.at < before);
        self.entries.get(end.saturating_sub(REACH)..end).unwrap_or_default()
    }

    /// Whether a land was spoken of by that name lately.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.entries.iter().rev().take(REACH).any(|entry| entry.region.name == name)
    }

    /// Keeps a land that a claim is about.
    pub(crate) fn note_topic(&mut self, at: Place, region: RegionRef) {
        let known =
            self.entries.iter().rev().take(REACH).find(|entry| entry.region.id == region.id);
        let kind = known.and_then(|entry| entry.kind).or_else(|| {
            let id = region.id.as_ref()?;
            Gazetteer::built_in().place(id).map(|place| place.kind)
        });
        self.note(at, region, kind, Standing::Topic);
    }

    /// Of the lands noted in a sentence as what a claim is about, keeps those that one is still about.
    pub(crate) fn keep_topics(&mut self, sentence: usize, about: impl Fn(&RegionRef) -> bool) {
        let from = self.entries.partition_point(|entry| entry.at.0 < sentence);
        let noted = self.entries.split_off(from);
        let stays = |entry: &LandEntry| entry.standing != Standing::Topic || about(&entry.region);
        self.entries.extend(noted.into_iter().filter(stays));
    }

    /// The land most likely meant at a place, of the kinds that are wanted.
    pub(crate) fn meant(
        &self,
        before: Place,
        wanted: impl Fn(Option<PlaceKind>) -> bool,
    ) -> Option<&RegionRef> {
        self.called(before, "", wanted)
    }

    /// The country whose name stands over what is told at a place, where one does.
    pub(crate) fn country_over(&self, before: Place) -> Option<&RegionRef> {
        let heading = self.before(before).iter().rev().find(|entry| {
            entry.standing == Standing::Heading && before.0.saturating_sub(entry.at.0) <= MOST_UNDER
        })?;
        (heading.kind == Some(PlaceKind::Country)).then_some(&heading.region)
    }

    /// The land most likely meant at a place, those left out that are `not` meant.
    pub(crate) fn meant_but(
        &self,
        before: Place,
        not: impl Fn(&RegionRef) -> bool,
    ) -> Option<&RegionRef> {
        let weight = |entry: &&LandEntry| entry.weight(before, "");
        let near = |entry: &&LandEntry| before.0.saturating_sub(entry.at.0) <= MOST_BETWEEN;
        let known = self.before(before).iter().filter(near);
        known
            .filter(|entry| entry.standing != Standing::Aside && !not(&entry.region))
            .max_by_key(weight)
            .map(|entry| &entry.region)
    }

    /// The land named last before a place, no more than so many sentences back, that does not only say
    /// where somebody spoke.
    pub(crate) fn lately(
        &self,
        before: Place,
        sentences: usize,
        wanted: impl Fn(Option<PlaceKind>) -> bool,
    ) -> Option<&RegionRef> {
        self.before(before)
            .iter()
            .rev()
            .take_while(|entry| before.0.saturating_sub(entry.at.0) <= sentences)
            .find(|entry| entry.standing != Standing::Aside && wanted(entry.kind))
            .map(|entry| &entry.region)
    }

    /// The lands that go by one name in the plural, named last of such: "the Velk Islands".
    pub(crate) fn group(&self, before: Place) -> Option<&RegionRef> {
        self.before(before)
            .iter()
            .rev()
            .take_while(|entry| before.0.saturating_sub(entry.at.0) <= 3)
            .find(|entry| entry.standing != Standing::Aside && entry.is_plural())
            .map(|entry| &entry.region)
    }

    /// The land, larger than a settlement, that was named most often so far, if more than once.
    pub(crate) fn main(&self, before: Place) -> Option<&RegionRef> {
        let wide = |entry: &&LandEntry| {
            entry.standing != Standing::Aside
                && !matches!(entry.kind, Some(PlaceKind::Settlement | PlaceKind::Country))
        };
        let known = || self.before(before).iter().filter(wide).map(|entry| &entry.region);
        let mut counts = BTreeMap::<&str, usize>::new();
        for region in known() {
            *counts.entry(&region.name).or_default() += 1;
        }
        let count = |region: &RegionRef| counts.get(region.name.as_str()).copied().unwrap_or(0);
        known().rev().max_by_key(|region| count(region)).filter(|region| count(region) > 1)
    }

    /// The land most likely meant by a noun at a place, of the kinds that are wanted.
    ///
    /// # Method
    /// The land told of in a claim weighs more than one that is only named, and that more than one
    /// that says where somebody spoke; each sentence between takes weight away; a land that was
    /// named with the same noun ("the Aouzou Strip", "the strip") gains, and so does one named again
    /// and again. Of equals, the last.
    pub(crate) fn called(
        &self,
        before: Place,
        noun: &str,
        wanted: impl Fn(Option<PlaceKind>) -> bool,
    ) -> Option<&RegionRef> {
        let fits = |entry: &&LandEntry| wanted(entry.kind) || entry.is_called(noun);
        let known = || self.before(before).iter().filter(fits);
        let mut counts = BTreeMap::<&str, i64>::new();
        for entry in known().filter(|entry| entry.standing != Standing::Aside) {
            *counts.entry(&entry.region.name).or_default() += 1;
        }
        let often = |entry: &LandEntry| {
            if entry.kind == Some(PlaceKind::Country) {
                return 0;
            }
            counts.get(entry.region.name.as_str()).map_or(0, |count| (count - 1).min(MOST_OFTEN))
        };
        let heading = self
            .before(before)
            .iter()
            .rev()
            .find(|entry| entry.standing == Standing::Heading)
            .map(|entry| entry.at);
        let weight = |entry: &LandEntry| {
            let over = entry.standing == Standing::Heading && Some(entry.at) < heading;
            entry.weight(before, noun) + often(entry) - if over { HEADING } else { 0 }
        };
        known().max_by_key(|entry| weight(entry)).map(|entry| &entry.region)
    }
}

/// What sort of land the noun in the phrase for one that no list knows says it is: "the town of Velk",
/// "Velk camp"; `None` where it says none.
fn kind_told(region: &RegionRef) -> Option<PlaceKind> {
    let phrase = region.mention.to_lowercase();
    let mut words = phrase.split([' ', '-']);
    words.any(|word| SETTLEMENTS.contains(&word)).then_some(PlaceKind::Settlement)
}

/// Nouns for a settlement.
pub(super) const SETTLEMENTS: [&str; 10] = [
    "city",
    "town",
    "village",
    "hamlet",
    "settlement",
    "quarter",
    "camp",
    "suburb",
    "suburbs",
    "outskirts",
];

/// How much less a heading weighs once another has followed.
const HEADING: i64 = 9;

/// How many sentences a heading stands over at most.
const MOST_UNDER: usize = 12;

/// How many sentences back another land may be meant than the one most likely.
const MOST_BETWEEN: usize = 5;

/// How much a land gains at most by being named again.
const MOST_OFTEN: i64 = 2;

/// Whether a name is one for several lands: "Velk Islands".
pub(super) fn is_plural(name: &str) -> bool {
    let last = name.split(' ').next_back().unwrap_or("").to_lowercase();
    SEVERAL.contains(&last.as_str())
}

/// Nouns for several lands, as the last word of a name.
const SEVERAL: [&str; 14] = [
    "islands",
    "islets",
    "isles",
    "territories",
    "provinces",
    "regions",
    "districts",
    "villages",
    "enclaves",
    "heights",
    "hills",
    "rocks",
    "farms",
    "reefs",
];

/// Nouns of places that are no town, as the last word of a name: "Velk camp".
pub(super) const LESSER: [&str; 24] = [
    "outpost",
    "post",
    "station",
    "fort",
    "position",
    "headquarters",
    "airbase",
    "airfield",
    "airport",
    "barracks",
    "base",
    "bridge",
    "camp",
    "checkpoint",
    "crossing",
    "dam",
    "garrison",
    "hill",
    "mountain",
    "neighbourhood",
    "port",
    "quarter",
    "road",
    "valley",
];

impl LandEntry {
    /// Whether its name is one for several lands: "the Velk Islands".
    fn is_plural(&self) -> bool {
        self.kind == Some(PlaceKind::Group)
            || is_plural(&self.region.mention)
            || is_plural(&self.region.name)
    }

    /// Whether its name says that it is no town: "Velk camp".
    fn is_lesser(&self) -> bool {
        let last = |name: &str| name.split(' ').next_back().unwrap_or("").to_lowercase();
        LESSER.contains(&last(&self.region.mention).as_str())
            || LESSER.contains(&last(&self.region.name).as_str())
    }

    /// Whether it was named with a noun: "the Aouzou Strip", "the former state of Velk".
    fn is_called(&self, noun: &str) -> bool {
        !noun.is_empty()
            && self.region.mention.to_lowercase().split([' ', '-']).any(|word| word == noun)
    }

    fn weight(&self, before: Place, noun: &str) -> i64 {
        let standing = match self.standing {
            Standing::Heading => 7,
            Standing::Topic => 4,
            Standing::Named => 2,
            Standing::Aside => -4,
        };
        let country = if self.kind == Some(PlaceKind::Country) { -3 } else { 0 };
        let near = if self.standing == Standing::Heading { 4 } else { 0 };
        let between = before.0.saturating_sub(self.at.0).min(6).saturating_sub(near);
        let between = i64::try_from(between).unwrap_or(6);
        let called = self.is_called(noun);
        let lesser = matches!(noun, "town" | "city" | "village") && self.is_lesser();
        let here = i64::from(before.0 == self.at.0 && self.standing == Standing::Named);
        standing + country + here - 2 * between + if called { 6 } else { 0 }
            - if lesser { 8 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn land(name: &str) -> RegionRef {
        RegionRef { id: None, name: name.into(), mention: name.into(), candidates: Vec::new() }
    }

    #[test]
    fn the_land_a_claim_is_about_is_meant_before_the_place_where_it_was_said() {
        let mut lands = Lands::default();
        lands.note_topic((0, 3), land("Velk"));
        lands.note((1, 2), land("Sarn"), Some(PlaceKind::Settlement), Standing::Aside);
        let meant = |noun: &str| lands.called((2, 0), noun, |_| true).map(|land| land.name.clone());
        assert_eq!(meant("").as_deref(), Some("Velk"));
        assert_eq!(meant("sarn").as_deref(), Some("Sarn"));
    }

    #[test]
    fn a_town_is_no_camp_named_since() {
        let mut lands = Lands::default();
        lands.note((0, 0), land("Sarn"), Some(PlaceKind::Settlement), Standing::Named);
        lands.note((1, 5), land("Velk camp"), None, Standing::Named);
        let meant = |noun: &str| lands.called((2, 0), noun, |_| true).map(|land| land.name.clone());
        assert_eq!(meant("town").as_deref(), Some("Sarn"));
        assert_eq!(meant("camp").as_deref(), Some("Velk camp"));
    }

    #[test]
    fn a_noun_means_the_land_that_was_named_with_it() {
        let mut lands = Lands::default();
        lands.note((0, 0), land("Isle of Velk island"), None, Standing::Named);
        lands.note((0, 5), land("Sarn"), None, Standing::Named);
        let meant = lands.called((1, 0), "island", |_| true).map(|land| land.name.as_str());
        assert_eq!(meant, Some("Isle of Velk island"));
        assert_eq!(lands.meant((1, 0), |_| true).map(|land| land.name.as_str()), Some("Sarn"));
    }
}
