//! Candidates ranked by what else the text names.

use super::mention::{PlaceCandidate, PlaceMention};
use seisin_core::{PartyId, RegionCandidate, RegionId};
use seisin_places::{Gazetteer, NameForm, PlaceEntry, PlaceKind, PlaceMatch, fold};
use std::{collections::BTreeMap, ops::Range};

/// A name found, before its candidates are ranked.
pub(super) struct Found {
    range: Range<usize>,
    name: Range<usize>,
    tokens: Range<usize>,
    key: String,
    source: Source,
    metonym: Option<PartyId>,
    rule: &'static str,
}

enum Source {
    Listed(PlaceMatch),
    Own(Vec<RegionCandidate>),
}

impl Found {
    pub(super) fn listed(
        range: Range<usize>,
        name: Range<usize>,
        place: PlaceMatch,
        rule: &'static str,
    ) -> Self {
        let source = Source::Listed(place);
        Self { range, name, tokens: 0..0, key: String::new(), source, metonym: None, rule }
    }

    pub(super) fn own(range: Range<usize>, own: &[RegionCandidate], tokens: Range<usize>) -> Self {
        let source = Source::Own(own.to_vec());
        let rule = "region-of-store";
        Self { name: range.clone(), range, tokens, key: String::new(), source, metonym: None, rule }
    }

    pub(super) fn metonym(self, metonym: Option<PartyId>) -> Self {
        Self { metonym, ..self }
    }

    pub(super) fn tokens(self, tokens: Range<usize>, words: &str) -> Self {
        Self { tokens, key: fold(words), ..self }
    }
}

/// The most candidates kept of one name.
const MOST: usize = 8;
/// What a division or country named directly after a settlement adds: "Paris, Texas".
const NAMED_BESIDE: i32 = 120;
/// What being in a country named in the text adds, once and for each further time up to four.
const COUNTRY_NAMED: i32 = 36;
const COUNTRY_AGAIN: i32 = 6;
/// What lying near a place that is certain adds at most, and how far that reaches.
const NEARNESS: f64 = 40.0;
const REACH_KM: f64 = 600.0;

impl Setting {
    fn speaks_for(&mut self, country: &RegionId, name: &str) {
        let of = self.countries.entry(country.clone()).or_default();
        *of.entry(name.to_owned()).or_default() += 1;
    }

    /// How often names other than this one speak for a country.
    fn times(&self, country: &RegionId, key: &str) -> i32 {
        let of = self.countries.get(country);
        of.into_iter().flatten().filter(|(name, _)| *name != key).map(|(_, times)| times).sum()
    }
}

/// The importance of a place of 10,000 people: where one bears a name as its own, a less important place
/// that has it as another name gains nothing by its country.
const TOWN: u16 = 80;

/// How far ahead of the next a candidate must be to count as the one reading of its name.
const CERTAIN: u16 = 60;

/// What is certain of a text's places before any is ranked.
#[derive(Default)]
struct Setting {
    /// How often each country is named or a place in it that admits one reading, by the name's key:
    /// a name is no witness for its own candidates.
    countries: BTreeMap<RegionId, BTreeMap<String, i32>>,
    /// Points of places that only one candidate of weight stands for.
    points: Vec<(f64, f64)>,
}

/// Ranks the candidates of every name.
///
/// # Method
/// A candidate's score is its importance (kind, population, form of the name), and more where the
/// division or country it lies in stands directly after the name, where its country is named in
/// the text, and where it lies near places of the text that admit one reading. A place whose other name
/// this is gains nothing by its country where a town bears it as its own. Distances are along
/// the great circle of a sphere of 6,371 km.
pub(super) fn rank(found: Vec<Vec<Found>>, near: &[RegionId]) -> Vec<Vec<PlaceMention>> {
    let drafts: Vec<Vec<(Found, Vec<PlaceEntry>)>> =
        found.into_iter().map(|names| names.into_iter().map(with_places).collect()).collect();
    let mut setting = setting(&drafts);
    for country in near {
        setting.speaks_for(country, "");
    }
    drafts.into_iter().map(|names| mentions(names, &setting)).collect()
}

fn with_places(found: Found) -> (Found, Vec<PlaceEntry>) {
    let places = places(&found);
    (found, places)
}

fn places(found: &Found) -> Vec<PlaceEntry> {
    match &found.source {
        Source::Listed(place) => Gazetteer::built_in().places(place, &[]),
        Source::Own(own) => own.iter().map(own_entry).collect(),
    }
}

/// A region of the user's own as a place without a position.
fn own_entry(own: &RegionCandidate) -> PlaceEntry {
    PlaceEntry {
        id: own.id.clone(),
        name: own.name.clone(),
        kind: PlaceKind::NamedArea,
        country: None,
        lat: None,
        lon: None,
        population: 0,
        importance: u16::MAX,
        form: NameForm::Main,
        rule: own.rule.clone(),
    }
}

fn setting(drafts: &[Vec<(Found, Vec<PlaceEntry>)>]) -> Setting {
    let mut setting = Setting::default();
    for (found, places) in drafts.iter().flatten() {
        let Some(best) = places.first() else { continue };
        let second = places.get(1).map_or(0, |second| second.importance);
        if best.kind == PlaceKind::Country {
            setting.speaks_for(&best.id, &found.key);
        }
        let certain = best.importance >= second.saturating_add(CERTAIN);
        if certain && best.kind != PlaceKind::Country {
            setting.points.extend(best.lat.zip(best.lon));
            if let Some(country) = &best.country {
                setting.speaks_for(country, &found.key);
            }
        }
    }
    setting
}

fn mentions(names: Vec<(Found, Vec<PlaceEntry>)>, setting: &Setting) -> Vec<PlaceMention> {
    let beside: Vec<Option<RegionId>> = names
        .iter()
        .enumerate()
        .map(|(at, (found, _))| {
            let (next, places) = names.get(at + 1)?;
            let touches = next.tokens.start == found.tokens.end + 1;
            let land = places.first().filter(|place| place.kind.is_area())?;
            touches.then(|| land.id.clone())
        })
        .collect();
    names
        .into_iter()
        .zip(beside)
        .map(|((found, places), beside)| mention(found, places, beside.as_ref(), setting))
        .collect()
}

fn mention(
    found: Found,
    places: Vec<PlaceEntry>,
    beside: Option<&RegionId>,
    setting: &Setting,
) -> PlaceMention {
    let bearer = places.iter().filter(|place| place.form == NameForm::Main);
    let bearer = bearer.map(|place| place.importance).max().filter(|best| *best >= TOWN);
    let mut candidates: Vec<PlaceCandidate> = places
        .into_iter()
        .map(|place| {
            let own = place.form == NameForm::Main || bearer.is_none_or(|of| place.importance > of);
            candidate(place, (&found.key, own), beside, setting)
        })
        .collect();
    candidates.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.place.id.cmp(&b.place.id)));
    candidates.truncate(MOST);
    PlaceMention {
        range: found.range,
        name: found.name,
        candidates,
        metonym: found.metonym,
        rule: found.rule,
    }
}

fn candidate(
    mut place: PlaceEntry,
    (key, own): (&str, bool),
    beside: Option<&RegionId>,
    setting: &Setting,
) -> PlaceCandidate {
    let mut score = i32::from(place.importance);
    if beside.is_some_and(|land| lies_in(&place, land)) {
        score += NAMED_BESIDE;
        place.rule.push_str(", its land named beside it");
    }
    let times = place.country.as_ref().map_or(0, |country| setting.times(country, key));
    if times > 0 && own && place.kind != PlaceKind::Country {
        score += COUNTRY_NAMED + COUNTRY_AGAIN * (times - 1).min(4);
        place.rule.push_str(", its country named in the text");
    }
    let near = nearness(&place, setting);
    if near > 0 {
        score += near;
        place.rule.push_str(", near other places of the text");
    }
    PlaceCandidate { place, score }
}

/// Whether a place lies in a country, or near the middle of a division of its country.
fn lies_in(place: &PlaceEntry, land: &RegionId) -> bool {
    const WITHIN_KM: f64 = 500.0;
    if place.country.as_ref() == Some(land) {
        return place.id != *land;
    }
    let Some(land) = Gazetteer::built_in().place(land) else { return false };
    let positions = place.lat.zip(place.lon).zip(land.lat.zip(land.lon));
    land.kind != PlaceKind::Country
        && place.id != land.id
        && place.country == land.country
        && positions.is_some_and(|(here, there)| distance_km(here, there) < WITHIN_KM)
}

/// How much the nearest certain place speaks for this one.
fn nearness(place: &PlaceEntry, setting: &Setting) -> i32 {
    let Some(here) = place.lat.zip(place.lon) else { return 0 };
    let nearest = setting
        .points
        .iter()
        .map(|there| distance_km(here, *there))
        .filter(|distance| *distance > 1.0)
        .fold(f64::INFINITY, f64::min);
    if nearest >= REACH_KM {
        return 0;
    }
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "at most NEARNESS")]
    let points = (NEARNESS * (1.0 - nearest / REACH_KM)) as i32;
    points
}

/// The great-circle distance between two points in degrees north and east.
fn distance_km((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    const RADIUS_KM: f64 = 6371.0;
    let (north, other_north) = (lat.to_radians(), other_lat.to_radians());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let across = half(other_north - north)
        + north.cos() * other_north.cos() * half((other_lon - lon).to_radians());
    2.0 * RADIUS_KM * across.sqrt().min(1.0).asin()
}
