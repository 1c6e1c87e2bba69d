//! Frames: named, dated, attributed views of whose land is whose.

use seisin_core::{Area, Date, PartyId, RegionId};
use serde::Deserialize;
use std::sync::LazyLock;

static BUILT_IN: LazyLock<Vec<Frame>> = LazyLock::new(|| {
    parse(include_str!("../assets/frames.toml"))
        .expect("the committed file is valid, as its test checks")
});

/// A total area as a named source publishes it.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedArea {
    /// How much land, with or without inland waters as the source says.
    pub area: Area,
    /// Who publishes it, where and when.
    pub source: String,
}

/// A named, dated, attributed view of who is sovereign where, for shares and for output that names
/// a sovereign.
///
/// # Assumptions
/// No frame is the product's own and none is a default: the user names one. A frame says what
/// `according_to` holds, no more.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Its identifier: `ukraine-1991`.
    pub id: String,
    /// A title for people.
    pub title: String,
    /// The party that the view names as sovereign over the members.
    pub sovereign: Option<PartyId>,
    /// The day from which the view is held.
    pub as_of: Date,
    /// Whose view it is, and by which act.
    pub according_to: String,
    /// The regions it takes in; a country's identifier stands for all its divisions.
    pub members: Vec<RegionId>,
    /// Lands within the members that it leaves out.
    pub except: Vec<RegionId>,
    /// Total areas as published, the view's own source first.
    pub areas: Vec<PublishedArea>,
    /// Phrases by which reports name it: "internationally recognised borders of Ukraine".
    pub phrases: Vec<String>,
    /// What to know when using it.
    pub note: String,
}

impl Frame {
    /// The first published total, where there is one.
    pub fn area(&self) -> Option<&PublishedArea> {
        self.areas.first()
    }
}

/// The frames that come with the program, by identifier; none is a default.
///
/// # Example
/// ```
/// use seisin_places::frame;
/// let frame = frame("ukraine-1991").expect("it is built in");
/// assert_eq!(frame.members.len(), 27);
/// assert_eq!(frame.area().map(|published| published.area.square_km()), Some(603_628.0));
/// ```
pub fn built_in_frames() -> &'static [Frame] {
    &BUILT_IN
}

/// The built-in frame with this identifier.
pub fn frame(id: &str) -> Option<&'static Frame> {
    built_in_frames().iter().find(|frame| frame.id == id)
}

/// The built-in frames that reports name by `phrase`, whatever its capitals and punctuation.
pub fn frames_called(phrase: &str) -> impl Iterator<Item = &'static Frame> {
    let key = crate::fold(phrase);
    built_in_frames().iter().filter(move |frame| {
        frame.phrases.iter().chain([&frame.id]).any(|known| crate::fold(known) == key)
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    frame: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    title: String,
    sovereign: Option<String>,
    as_of: String,
    according_to: String,
    members: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    areas: Vec<AreaRow>,
    #[serde(default)]
    phrases: Vec<String>,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaRow {
    km2: f64,
    source: String,
}

fn parse(text: &str) -> Result<Vec<Frame>, String> {
    let file: File = toml::from_str(text).map_err(|cause| cause.to_string())?;
    if file.version != 1 {
        return Err(format!("version {} is not known", file.version));
    }
    let mut frames = file.frame.into_iter().map(frame_of).collect::<Result<Vec<_>, _>>()?;
    frames.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(frames)
}

fn frame_of(row: Row) -> Result<Frame, String> {
    let as_of = row.as_of.parse().map_err(|cause| format!("{}: as_of: {cause}", row.id))?;
    let regions = |ids: Vec<String>| ids.into_iter().map(RegionId).collect();
    let published =
        |row: AreaRow| PublishedArea { area: Area::from_square_km(row.km2), source: row.source };
    Ok(Frame {
        id: row.id,
        title: row.title,
        sovereign: row.sovereign.map(PartyId),
        as_of,
        according_to: row.according_to,
        members: regions(row.members),
        except: regions(row.except),
        areas: row.areas.into_iter().map(published).collect(),
        phrases: row.phrases,
        note: row.note,
    })
}
