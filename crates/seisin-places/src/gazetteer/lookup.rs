//! Looking a name up.

use super::{
    entry::{Extent, IdScheme, NameForm, PlaceEntry, PlaceKind},
    file::{NO_POSITION, Posting, RawEntry, Tables},
    inflect,
    nouns::{self, Sort},
};
use crate::fold::fold;
use seisin_core::RegionId;
use seisin_measure::{Bounds, Position};
use std::sync::LazyLock;

static FST: &[u8] = include_bytes!("../../assets/gazetteer.fst");
static BIN: &[u8] = include_bytes!("../../assets/gazetteer.bin");
static BUILT_IN: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer {
    keys: fst::Map::new(FST).expect("the committed asset is a valid map, as its test checks"),
    tables: Tables::open(BIN).expect("the committed asset is of this layout, as its test checks"),
});

/// Added to the importance of a place in a country the caller says is near.
const NEAR: u16 = 60;
/// The bit of a key's value that marks an ordinary English word.
const ORDINARY_WORD: u64 = 1 << 32;

/// The built-in gazetteer: countries, first-level divisions, disputed and named areas, groups and
/// settlements, from GeoNames, Who's On First, Natural Earth and tables written for seisin.
///
/// # Assumptions
/// Names are compared by their [`fold`]ed key. Settlements are a lower bound: those below the
/// population floors of `assets/sources/floors.toml` are left out.
///
/// # Example
/// ```
/// use seisin_places::{Gazetteer, PlaceKind};
/// let places = Gazetteer::built_in().candidates("Kursk");
/// assert_eq!(places[0].id.0, "RU-KRS");
/// let city = Gazetteer::built_in().candidates("Kursk city");
/// assert_eq!(city[0].kind, PlaceKind::Settlement);
/// ```
#[derive(Debug)]
pub struct Gazetteer {
    pub(super) keys: fst::Map<&'static [u8]>,
    pub(super) tables: Tables,
}

/// A name found at the start of a text.
#[derive(Debug, Clone, Copy)]
pub struct PlaceMatch {
    /// Bytes of the text it covers, a following noun such as "region" included.
    pub len: usize,
    /// Bytes of the text the name itself covers.
    pub name_len: usize,
    /// Whether the name is also an ordinary English word, as "Reading" or "Mobile" are.
    pub ordinary_word: bool,
    /// The kind of the likeliest place.
    pub kind: PlaceKind,
    /// The importance of the likeliest place, without regard to what is near.
    pub importance: u16,
    /// Whether a country's code of two or three letters does not stand in capitals: "Us".
    pub(super) misprinted_code: bool,
    pub(super) first: u32,
    pub(super) sort: Option<(Sort, &'static str)>,
}

impl PlaceMatch {
    /// Whether the name may be taken for a place without a hint from the words around it: it is no
    /// ordinary English word, or it names a country ("Turkey"), or a noun follows ("March town"). A
    /// code such as "US" must stand in capitals.
    pub fn stands_alone(&self) -> bool {
        let country = self.kind == PlaceKind::Country && !self.misprinted_code;
        !self.ordinary_word && !self.misprinted_code || country || self.sort.is_some()
    }
}

impl Gazetteer {
    /// The gazetteer that comes with the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// How many different names it knows.
    pub fn names(&self) -> usize {
        self.keys.len()
    }

    /// Every place `name` may stand for, best first.
    pub fn candidates(&self, name: &str) -> Vec<PlaceEntry> {
        self.candidates_near(name, &[])
    }

    /// Every place `name` may stand for, best first, those in the countries of `near` preferred.
    pub fn candidates_near(&self, name: &str, near: &[RegionId]) -> Vec<PlaceEntry> {
        let key = fold(name);
        let bare = key.strip_prefix("the ").unwrap_or(&key);
        for key in [key.as_str(), bare] {
            if let Some(value) = self.keys.get(key) {
                return self.ranked(first_posting(value), None, near);
            }
        }
        if let Some((stem, noun, sort)) = nouns::split(bare)
            && let Some(value) = self.keys.get(stem)
        {
            return self.ranked(first_posting(value), Some((sort, noun)), near);
        }
        let value = self.inflected(bare).or_else(|| self.keys.get(without_possessive(name)?));
        value.map_or_else(Vec::new, |value| self.ranked(first_posting(value), None, near))
    }

    /// The value of the name that `key` is a case of: "курску".
    pub(super) fn inflected(&self, key: &str) -> Option<u64> {
        inflect::nominatives(key).iter().find_map(|name| self.keys.get(name))
    }

    /// Every place the matched name may stand for, best first, those in the countries of `near`
    /// preferred.
    pub fn places(&self, found: &PlaceMatch, near: &[RegionId]) -> Vec<PlaceEntry> {
        self.ranked(found.first, found.sort, near)
    }

    /// The place with this identifier.
    ///
    /// # Example
    /// ```
    /// use seisin_core::RegionId;
    /// use seisin_places::Gazetteer;
    /// let kursk = Gazetteer::built_in().place(&RegionId("gn:538560".into())).expect("it is known");
    /// assert_eq!(kursk.name, "Kursk");
    /// ```
    pub fn place(&self, id: &RegionId) -> Option<PlaceEntry> {
        let (scheme, number) = IdScheme::split(&id.0);
        let order = |raw: &RawEntry| {
            raw.scheme.cmp(&scheme).then_with(|| match scheme {
                IdScheme::Written => self.tables.text(raw.id).cmp(&Some(id.0.as_str())),
                _ => raw.id.cmp(&number),
            })
        };
        let entry = self.tables.find(order)?;
        self.entry(Posting { entry, form: NameForm::Main }, None, &[])
    }

    /// Every settlement whose point lies in the box, in order of their identifiers.
    ///
    /// # Assumptions
    /// A list that is known not to be complete, and whose populations are as the source says,
    /// where it says: sums over it are lower bounds at best.
    pub fn settlements_within(&self, bounds: Bounds) -> Vec<PlaceEntry> {
        let mut found: Vec<PlaceEntry> = (0..self.tables.len())
            .filter(|index| {
                let raw = self.tables.entry(*index);
                raw.is_some_and(|raw| {
                    let position = degrees(raw.lon).zip(degrees(raw.lat));
                    let inside = |(lon, lat)| bounds.covers(Position::new(lon, lat));
                    !raw.kind.is_area() && position.is_some_and(inside)
                })
            })
            .filter_map(|entry| self.entry(Posting { entry, form: NameForm::Main }, None, &[]))
            .collect();
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found
    }

    /// The likeliest place of a key's value.
    pub(super) fn likeliest(&self, value: u64) -> Option<(Posting, RawEntry)> {
        let posting = self.tables.postings(first_posting(value)).next()?;
        Some((posting, self.tables.entry(posting.entry)?))
    }

    fn ranked(&self, first: u32, noun: Option<(Sort, &str)>, near: &[RegionId]) -> Vec<PlaceEntry> {
        let mut places: Vec<PlaceEntry> = self
            .tables
            .postings(first)
            .filter_map(|posting| self.entry(posting, noun, near))
            .collect();
        places.sort_by(|a, b| b.importance.cmp(&a.importance).then_with(|| a.id.cmp(&b.id)));
        places
    }

    fn entry(
        &self,
        posting: Posting,
        noun: Option<(Sort, &str)>,
        near: &[RegionId],
    ) -> Option<PlaceEntry> {
        let raw = self.tables.entry(posting.entry)?;
        let country = country(raw.country);
        let mut importance = importance(posting.form, &raw);
        let mut rule = [posting.form.phrase(), " of a ", phrase(raw.kind)].concat();
        if let Some((sort, word)) = noun {
            let extent = (raw.kind.is_area(), raw.extent);
            let fits = match sort {
                Sort::Area => extent == (true, Extent::Wide),
                Sort::Settlement => !raw.kind.is_area(),
            };
            if fits {
                importance += 200;
                rule = format!("{rule}, named with {word:?}");
            } else {
                rule = format!("{rule}, though named with {word:?}");
            }
        }
        let id = self.id(&raw)?;
        if country.as_ref().is_some_and(|id| near.contains(id)) || near.contains(&id) {
            importance += NEAR;
            rule.push_str(", in a country named near");
        }
        Some(PlaceEntry {
            id,
            name: self.tables.text(raw.name)?.to_owned(),
            kind: raw.kind,
            country,
            lat: degrees(raw.lat),
            lon: degrees(raw.lat).and(degrees(raw.lon)),
            population: u64::from(raw.population),
            importance,
            form: posting.form,
            rule,
        })
    }

    fn id(&self, raw: &RawEntry) -> Option<RegionId> {
        Some(RegionId(match raw.scheme {
            IdScheme::Written => self.tables.text(raw.id)?.to_owned(),
            IdScheme::GeoNames => ["gn:", &raw.id.to_string()].concat(),
            IdScheme::WhosOnFirst => ["wof:", &raw.id.to_string()].concat(),
        }))
    }
}

/// The key of a name without its possessive ending: "Azerbaijan’s".
fn without_possessive(name: &str) -> Option<String> {
    let bare = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s"))?;
    Some(fold(bare))
}

/// Where the postings of a key's value begin.
pub(super) fn first_posting(value: u64) -> u32 {
    u32::try_from(value & u64::from(u32::MAX)).expect("the low half fits")
}

/// Whether a key's value marks an ordinary English word.
pub(super) const fn is_ordinary(value: u64) -> bool {
    value & ORDINARY_WORD != 0
}

/// The importance of a place under one form of its name.
pub(super) fn importance(form: NameForm, raw: &RawEntry) -> u16 {
    let whole = u16::from(raw.importance);
    match form {
        NameForm::Main => whole,
        NameForm::Alternate => whole.saturating_sub(15),
        NameForm::Rare => whole.saturating_sub(80),
    }
}

fn country(code: [u8; 2]) -> Option<RegionId> {
    let text = std::str::from_utf8(&code).ok()?;
    text.chars().all(|c| c.is_ascii_uppercase()).then(|| RegionId(text.to_owned()))
}

fn degrees(value: i32) -> Option<f64> {
    (value != NO_POSITION).then(|| f64::from(value) / 1e5)
}

const fn phrase(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Country => "country",
        PlaceKind::Admin1 => "first-level division",
        PlaceKind::DisputedArea => "disputed area",
        PlaceKind::NamedArea => "named area",
        PlaceKind::Group => "group of divisions",
        PlaceKind::Settlement => "settlement",
    }
}
