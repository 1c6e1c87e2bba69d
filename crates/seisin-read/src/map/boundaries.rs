//! Boundary sets: the regions that holdings are measured against.

use super::{
    profile::{party_id, text},
    terms::metres,
};
use seisin_core::{BoundaryView, Length, Licence, Problem, ProblemKind, RegionId, SeaLimit};
use seisin_measure::{Shape, ShapeLimits, ShapeNote, area};
use seisin_places::{BoundarySet, Measurable, Region, naming_regions};
use seisin_source::{MapFeature, MapFile, PropertyValue};
use std::collections::BTreeMap;

/// Which properties of a feature say what its region is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropertyNames {
    /// Its identifier: `id`, in geoBoundaries `shapeISO`.
    pub id: String,
    /// Its name: `name`, in geoBoundaries `shapeName`.
    pub name: String,
    /// Other names, separated by `|`: `aliases`.
    pub aliases: String,
    /// The party the set states as sovereign: `sovereign`.
    pub sovereign: String,
}

impl Default for PropertyNames {
    fn default() -> Self {
        let of = str::to_owned;
        Self { id: of("id"), name: of("name"), aliases: of("aliases"), sovereign: of("sovereign") }
    }
}

/// What a caller states about a boundary set.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundarySettings {
    /// What the set is to be called: `study-v1`.
    pub id: String,
    /// A title for people; the file's own `title` where the caller gives none.
    pub title: Option<String>,
    /// Under which terms it may be used; the file's own `licence` where the caller gives none.
    pub licence: Option<Licence>,
    /// How far off its lines may be; the file's own `positional_error_m` where the caller gives
    /// none.
    pub positional_error: Option<Length>,
    /// Whether areas may be measured on it.
    pub measurable: Measurable,
    /// What it draws; what the caller does not state is taken from the file's own `regions_end_at`,
    /// `as_of` and `according_to`.
    pub view: BoundaryView,
    /// Which properties say what a region is.
    pub names: PropertyNames,
    /// How large a region may be.
    pub limits: ShapeLimits,
}

impl BoundarySettings {
    /// Settings that state the set's name alone.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            title: None,
            licence: None,
            positional_error: None,
            measurable: Measurable::Yes,
            view: BoundaryView::default(),
            names: PropertyNames::default(),
            limits: ShapeLimits::default(),
        }
    }
}

/// What came of reading a boundary set.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundaryReading {
    /// The set, with every region that is valid.
    pub set: BoundarySet,
    /// The regions that are not, by feature and ring, and what was changed on the way in.
    pub problems: Vec<Problem>,
}

/// Why a map file gives no boundary set.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadBoundariesError {
    /// Nothing says under which terms it may be used.
    #[error(
        "read the boundary set {set}: nothing says under which terms it may be used\n\
         hint: state them with --licence, such as --licence CC0-1.0"
    )]
    NoLicence {
        /// The set.
        set: String,
    },
    /// Nothing says how far its lines may be off, or the file says it wrongly.
    #[error(
        "read the boundary set {set}: nothing says, in metres from 0 to 1000000, how far its lines \
         may lie from where they are meant\n\
         hint: state it with --positional-error METRES; seisin does not guess"
    )]
    NoPositionalError {
        /// The set.
        set: String,
    },
    /// A region has no identifier.
    #[error(
        "read the boundary set {set}: feature {feature} has no property `{property}`, which is its \
         identifier\n\
         hint: name the property that is, such as shapeISO, or give every region one"
    )]
    NoId {
        /// The set.
        set: String,
        /// The feature.
        feature: usize,
        /// The property looked at.
        property: String,
    },
    /// Two regions have one identifier.
    #[error(
        "read the boundary set {set}: features {first} and {second} are both \"{id}\"\n\
         hint: an identifier stands for one region; join them to one MultiPolygon, or name another \
         property"
    )]
    TwoOfOneId {
        /// The set.
        set: String,
        /// The identifier.
        id: String,
        /// The first feature with it.
        first: usize,
        /// The second.
        second: usize,
    },
    /// No region is left.
    #[error(
        "read the boundary set {set}: it has no valid region\n{problems}\n\
         hint: correct what is named; nothing is repaired silently"
    )]
    NoRegion {
        /// The set.
        set: String,
        /// What is wrong with each, one a line.
        problems: String,
    },
}

/// Reads a map file as a boundary set.
///
/// # Assumptions
/// Every ring passes `Shape::from_rings`; a region that does not is left out with a problem that
/// names feature, polygon, ring and vertex. Nothing is repaired silently.
///
/// # Errors
/// Where nothing states licence or positional error, where a region has no identifier or shares
/// one, or where no region is valid.
///
/// # Example
/// ```
/// use seisin_read::map::{BoundarySettings, read_boundaries};
/// use seisin_source::{MapLimits, parse_geojson};
/// let bytes = br#"{"type": "FeatureCollection", "licence": "CC0-1.0", "positional_error_m": 0,
///     "features": [{"type": "Feature", "properties": {"id": "sarn", "name": "Sarn"}, "geometry":
///     {"type": "Polygon", "coordinates": [[[34, 51], [36, 51], [36, 52], [34, 52], [34, 51]]]}}]}"#;
/// let file = parse_geojson(bytes, &MapLimits::default())?;
/// let reading = read_boundaries(&file, &BoundarySettings::new("study-v1"))?;
/// assert_eq!(reading.set.regions[0].name, "Sarn");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_boundaries(
    file: &MapFile,
    settings: &BoundarySettings,
) -> Result<BoundaryReading, ReadBoundariesError> {
    let set = || settings.id.clone();
    let of_file = |member: &str| file.foreign.get(member).and_then(PropertyValue::text);
    let licence = of_file("licence").or_else(|| of_file("license"));
    let licence = licence.map(|text| Licence(text.into_owned()));
    let error = file.foreign.get("positional_error_m").and_then(metres);
    let title = of_file("title").map(std::borrow::Cow::into_owned);
    let notes = file.notes.iter().map(|note| note_problem(note.to_string()));
    let mut problems: Vec<Problem> = notes.collect();
    let regions = regions(file, settings, &mut problems)?;
    if regions.is_empty() {
        let lines: Vec<String> = problems.into_iter().map(|problem| problem.sentence).collect();
        return Err(ReadBoundariesError::NoRegion { set: set(), problems: lines.join("\n") });
    }
    let set = BoundarySet {
        id: set(),
        title: settings.title.clone().or(title).unwrap_or_else(set),
        licence: settings
            .licence
            .clone()
            .or(licence)
            .ok_or_else(|| ReadBoundariesError::NoLicence { set: set() })?,
        positional_error: settings
            .positional_error
            .or(error)
            .ok_or_else(|| ReadBoundariesError::NoPositionalError { set: set() })?,
        measurable: settings.measurable,
        view: view(file, &settings.view, &mut problems),
        source: file.source,
        regions,
    };
    problems.extend(set.regions.iter().filter_map(|region| sea_problem(region, set.view.sea)));
    Ok(BoundaryReading { set, problems })
}

/// What is stated of what the set draws, by the caller or by the file itself.
fn view(file: &MapFile, stated: &BoundaryView, problems: &mut Vec<Problem>) -> BoundaryView {
    let of_file = |member: &str| file.foreign.get(member).and_then(PropertyValue::text);
    let mut unread = |member: &str, text: &str, hint: &str| {
        problems.push(note_problem(format!("{member} \"{text}\" is not understood: {hint}")));
    };
    let sea = of_file("regions_end_at").and_then(|word| {
        let limit = SeaLimit::from_word(&word);
        if limit.is_none() {
            unread("regions_end_at", &word, "it is coast or territorial-sea");
        }
        limit
    });
    let as_of = of_file("as_of").and_then(|day| {
        let read = day.parse().ok();
        if read.is_none() {
            unread("as_of", &day, "it is a day such as 2021-12-31");
        }
        read
    });
    BoundaryView {
        sea: stated.sea.or(sea),
        as_of: stated.as_of.or(as_of),
        according_to: stated
            .according_to
            .clone()
            .or_else(|| of_file("according_to").map(std::borrow::Cow::into_owned)),
    }
}

/// By how much a region may be larger than its land is drawn elsewhere before that is told: coarse
/// coasts and islands left out make a few per cent.
const LARGER: f64 = 1.15;

/// Whether a region is so much larger than its land on the built-in coarse map that it seems to take
/// in sea, where the set does not say that it does.
fn sea_problem(region: &Region, sea: Option<SeaLimit>) -> Option<Problem> {
    if sea == Some(SeaLimit::TerritorialSea) {
        return None;
    }
    let coarse = naming_regions().shape(&region.id)?;
    let times = area(&region.shape).square_metres() / area(coarse.allow_coarse()).square_metres();
    let by = (times - 1.0) * 100.0;
    let (id, name) = (&region.id, &region.name);
    let stated = match sea {
        Some(_) => "though the set is stated to end at the coast",
        None => "and nothing says where the set ends at the sea",
    };
    (times > LARGER).then(|| {
        note_problem(format!(
            "{name} ({id}) is {by:.0} % larger than its land by Natural Earth, {stated}: if it takes \
             in the territorial sea, say so with --regions-end-at territorial-sea, and take shares \
             of land of a set that ends at the coast"
        ))
    })
}

fn regions(
    file: &MapFile,
    settings: &BoundarySettings,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Region>, ReadBoundariesError> {
    let mut seen = BTreeMap::new();
    let mut regions = Vec::new();
    for feature in &file.features {
        let id = text(feature, &settings.names.id).ok_or_else(|| ReadBoundariesError::NoId {
            set: settings.id.clone(),
            feature: feature.index,
            property: settings.names.id.clone(),
        })?;
        if let Some(first) = seen.insert(id.clone(), feature.index) {
            let (set, second) = (settings.id.clone(), feature.index);
            return Err(ReadBoundariesError::TwoOfOneId { set, id, first, second });
        }
        regions.extend(region(feature, id, settings, problems));
    }
    Ok(regions)
}

fn region(
    feature: &MapFeature,
    id: String,
    settings: &BoundarySettings,
    problems: &mut Vec<Problem>,
) -> Option<Region> {
    let index = feature.index;
    if feature.polygons.is_empty() {
        problems.push(invalid(format!("feature {index} ({id}) has no land and was left out")));
        return None;
    }
    let shape = match Shape::from_rings(feature.polygons.clone(), &settings.limits) {
        Ok((shape, notes)) => {
            let told = |note: &ShapeNote| note_problem(format!("feature {index} ({id}): {note}"));
            problems.extend(notes.iter().map(told));
            shape
        }
        Err(reason) => {
            problems.push(invalid(format!("feature {index} ({id}): failed to {reason}")));
            return None;
        }
    };
    let names = &settings.names;
    let aliases = text(feature, &names.aliases).unwrap_or_default();
    let aliases = aliases.split('|').map(str::trim).filter(|alias| !alias.is_empty());
    Some(Region {
        name: text(feature, &names.name).unwrap_or_else(|| id.clone()),
        aliases: aliases.map(str::to_owned).collect(),
        sovereign: text(feature, &names.sovereign).map(|word| party_id(&word)),
        id: RegionId(id),
        shape,
    })
}

fn invalid(sentence: String) -> Problem {
    Problem { span: None, kind: ProblemKind::InvalidShape, sentence }
}

fn note_problem(sentence: String) -> Problem {
    Problem { span: None, kind: ProblemKind::Note, sentence }
}
