//! Laying places and keys out as the bytes that [`crate::Gazetteer`] reads in place.

use super::{
    inputs::BuildAssetsError,
    place_names::{Place, PlaceId, Standing},
    pool::Pool,
};
use crate::{
    fold::fold,
    gazetteer::{
        CITY_LIKE, ENTRY_BYTES, Extent, HEADER_BYTES, IdScheme, MAGIC, NO_POSITION, NameForm,
        PlaceKind,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The places of one key: entry index by form, the best form of each entry.
type Postings = BTreeMap<u32, NameForm>;

/// The map of keys and the tables of entries, postings and strings.
pub(super) fn lay_out(
    places: &[Place],
    ordinary: &str,
) -> Result<(Vec<u8>, Vec<u8>), BuildAssetsError> {
    let ordinary: BTreeSet<String> = ordinary
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(fold)
        .collect();
    let mut pool = Pool::default();
    let mut entries = Vec::with_capacity(places.len() * ENTRY_BYTES);
    for place in places {
        write_entry(place, &mut pool, &mut entries)?;
    }
    let mut keys = fst::MapBuilder::memory();
    let mut postings = Vec::new();
    for (key, found) in postings_by_key(places)? {
        let first = u64::try_from(postings.len() / 4).map_err(|_| layout("postings"))?;
        write_postings(places, &found, &mut postings);
        let mark = u64::from(ordinary.contains(&key)) << 32;
        keys.insert(&key, first | mark).map_err(|cause| layout(&cause.to_string()))?;
    }
    let keys = keys.into_inner().map_err(|cause| layout(&cause.to_string()))?;
    let mut tables =
        Vec::with_capacity(HEADER_BYTES + entries.len() + postings.len() + pool.bytes().len());
    tables.extend_from_slice(MAGIC);
    for count in [entries.len() / ENTRY_BYTES, postings.len() / 4, pool.bytes().len(), 0] {
        tables.extend_from_slice(&narrow(count)?.to_le_bytes());
    }
    for section in [&entries, &postings, pool.bytes()] {
        tables.extend_from_slice(section);
    }
    Ok((keys, tables))
}

fn postings_by_key(places: &[Place]) -> Result<BTreeMap<String, Postings>, BuildAssetsError> {
    let mut keys: BTreeMap<String, Postings> = BTreeMap::new();
    for (index, place) in places.iter().enumerate() {
        let index = narrow(index)?;
        for (name, form) in &place.names {
            let key = fold(name);
            let key = key.strip_prefix("the ").unwrap_or(&key);
            if key.chars().count() < 2 {
                continue;
            }
            let found = keys.entry(key.to_owned()).or_default();
            let best = found.entry(index).or_insert(*form);
            *best = (*best).min(*form);
        }
    }
    Ok(keys)
}

fn write_postings(places: &[Place], found: &Postings, bytes: &mut Vec<u8>) {
    let mut order: Vec<(i32, u32, NameForm)> = found
        .iter()
        .filter_map(|(index, form)| {
            let place = places.get(usize::try_from(*index).ok()?)?;
            let penalty = [0, 15, 80].get(form_tag(*form))?;
            Some((penalty - i32::from(importance(place)), *index, *form))
        })
        .collect();
    order.sort_unstable();
    let last = order.len().saturating_sub(1);
    for (at, (_, index, form)) in order.iter().enumerate() {
        let tag = u32::try_from(form_tag(*form)).expect("there are three forms");
        let end = u32::from(at == last) << 31;
        bytes.extend_from_slice(&(index | tag << 24 | end).to_le_bytes());
    }
}

fn form_tag(form: NameForm) -> usize {
    NameForm::ALL.iter().position(|other| *other == form).expect("every form is listed")
}

/// How likely a report on territory means this place, its kind first, then its population.
fn importance(place: &Place) -> u8 {
    if place.standing == Standing::Prominent {
        return 210;
    }
    match place.kind {
        PlaceKind::Country => 240,
        PlaceKind::Group => 200,
        PlaceKind::Admin1 => match place.extent {
            Extent::CityLike => division_of(place) + 1,
            Extent::Wide => division_of(place),
            Extent::Small => 110,
        },
        PlaceKind::DisputedArea => 180,
        PlaceKind::NamedArea => 160,
        PlaceKind::Settlement => {
            let digits =
                20.0 * f64::from(u32::try_from(place.population).unwrap_or(u32::MAX) + 1).log10();
            (0..=155).rev().find(|level| f64::from(*level) <= digits).unwrap_or(0)
        }
    }
}

/// Divisions of one name rank by how many people live in their countries: Maryland of the United
/// States before Maryland of Liberia.
fn division_of(place: &Place) -> u8 {
    /// At most ten points, one for each power of ten of the country's population.
    const LEAST: u8 = 181;
    let digits = place.country_population.checked_ilog10().unwrap_or(0);
    LEAST + u8::try_from(digits.min(9)).expect("at most nine")
}

fn write_entry(
    place: &Place,
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
) -> Result<(), BuildAssetsError> {
    let (scheme, id) = match &place.id {
        PlaceId::Written(id) => (IdScheme::Written, pool.offset(id)?),
        PlaceId::Number(scheme, number) => (*scheme, *number),
    };
    let (lat, lon) = place.position.map_or((NO_POSITION, 0), |(lat, lon)| (fixed(lat), fixed(lon)));
    let population = u32::try_from(place.population).unwrap_or(u32::MAX);
    bytes.extend_from_slice(&id.to_le_bytes());
    bytes.extend_from_slice(&pool.offset(&place.name)?.to_le_bytes());
    bytes.extend_from_slice(&lat.to_le_bytes());
    bytes.extend_from_slice(&lon.to_le_bytes());
    bytes.extend_from_slice(&population.to_le_bytes());
    bytes.extend_from_slice(&place.country.unwrap_or_default());
    let city_like = if place.extent == Extent::Wide { 0 } else { CITY_LIKE };
    bytes.push(kind_tag(place.kind) | city_like | scheme_tag(scheme) << 4);
    bytes.push(importance(place));
    Ok(())
}

fn kind_tag(kind: PlaceKind) -> u8 {
    let at = PlaceKind::ALL.iter().position(|other| *other == kind);
    at.and_then(|at| u8::try_from(at).ok()).expect("every kind is listed")
}

fn scheme_tag(scheme: IdScheme) -> u8 {
    let at = IdScheme::ALL.iter().position(|other| *other == scheme);
    at.and_then(|at| u8::try_from(at).ok()).expect("every scheme is listed")
}

/// Degrees as hundred-thousandths.
pub(super) fn fixed(degrees: f64) -> i32 {
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "at most 180e5")]
    let whole = (degrees.clamp(-180.0, 180.0) * 1e5).round() as i32;
    whole
}

pub(super) fn narrow(value: usize) -> Result<u32, BuildAssetsError> {
    u32::try_from(value).map_err(|_| layout("more than 4 billion bytes"))
}

pub(super) fn layout(reason: &str) -> BuildAssetsError {
    BuildAssetsError::Layout { reason: reason.to_owned() }
}
