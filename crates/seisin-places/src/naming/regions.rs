//! Which region a position lies in.

use super::{
    coarse::CoarseShape,
    file::{Record, records},
    rings::{Rings, Vertex, decode},
};
use seisin_core::{Length, RegionId};
use seisin_measure::{Bounds, Budget, Position, RepairRule, Shape, ShapeLimits, repair};
use std::sync::{LazyLock, OnceLock};

static BYTES: &[u8] = include_bytes!("../../assets/naming.bin");
static BUILT_IN: LazyLock<NamingRegions> = LazyLock::new(|| {
    NamingRegions::read(BYTES).expect("the committed asset is of this layout, as its test checks")
});

/// The most bytes the rings of one region unpack to; the largest has under a million.
const MAX_RINGS_BYTES: usize = 4 << 20;

/// First-level divisions of the world for naming and drawing, from Natural Earth 1:10 million.
///
/// # Assumptions
/// A region's identifier is its ISO 3166-2 code, or `ne:` and Natural Earth's number where it has
/// none of its own. Where sovereignty is disputed the sources differ: both views are kept in
/// [`NamedRegion`], and no function prefers one.
///
/// # Accuracy
/// See [`NamingRegions::positional_error`]; near a border the neighbour may be named.
///
/// # Example
/// ```
/// use seisin_measure::Position;
/// use seisin_places::naming_regions;
/// let sudzha = Position::new(35.27, 51.19);
/// assert_eq!(naming_regions().region_at(sudzha).map(|region| region.id.0), Some("RU-KRS".into()));
/// ```
#[derive(Debug)]
pub struct NamingRegions {
    records: Vec<Record>,
    rings: Vec<OnceLock<Option<Rings>>>,
}

/// One region, with each source's view of whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRegion {
    /// Its identifier.
    pub id: RegionId,
    /// Its name in English.
    pub name: String,
    /// The country under which ISO 3166-2 lists it: for Crimea, `UA`.
    pub iso_country: Option<RegionId>,
    /// The sovereign state as Natural Earth has it, in its own three letters: for Crimea, `RUS`.
    pub natural_earth_sovereign: String,
    /// The country or dependency as Natural Earth has it: for Greenland, `GRL` (sovereign `DN1`).
    pub natural_earth_country: String,
}

/// The naming regions that come with the program.
pub fn naming_regions() -> &'static NamingRegions {
    &BUILT_IN
}

impl NamingRegions {
    /// The regions of a file of this layout; `None` where it is of another.
    pub(crate) fn read(bytes: &'static [u8]) -> Option<Self> {
        let records = records(bytes)?;
        let rings = records.iter().map(|_| OnceLock::new()).collect();
        Some(Self { records, rings })
    }

    /// How far off the lines are in the middle case.
    ///
    /// # Accuracy
    /// 0.9 km in the median, measured for the Russian–Ukrainian border; rounded up.
    pub fn positional_error(&self) -> Length {
        Length::from_km(1.0)
    }

    /// How far off the lines are at the 95th percentile, measured for the same border.
    pub fn positional_error_at_95_percent(&self) -> Length {
        Length::from_km(3.0)
    }

    /// Every region, in order of the identifiers.
    pub fn regions(&self) -> impl Iterator<Item = NamedRegion> {
        self.records.iter().map(named)
    }

    /// The region with this identifier.
    pub fn region(&self, id: &RegionId) -> Option<NamedRegion> {
        self.index(id).and_then(|at| self.records.get(at)).map(named)
    }

    /// The region that covers `position`; none at sea and outside every division.
    pub fn region_at(&self, position: Position) -> Option<NamedRegion> {
        let at = fixed(position)?;
        let covers = |(index, _): &(usize, &Record)| {
            self.rings_of(*index).is_some_and(|rings| rings.covers(at))
        };
        let inside = |(_, record): &(usize, &Record)| within(record.bounds, at);
        let found = self.records.iter().enumerate().filter(inside).find(covers);
        found.map(|(_, record)| named(record))
    }

    /// The land of a region, for drawing; none where the identifier is not known or Natural
    /// Earth's rings do not make a valid shape.
    pub fn shape(&self, id: &RegionId) -> Option<CoarseShape> {
        let rings = self.rings_of(self.index(id)?)?;
        let (shape, _) = Shape::from_rings(rings.positions(), &ShapeLimits::default()).ok()?;
        Some(CoarseShape::new(shape))
    }

    /// The same, with rings that cross themselves taken by the even-odd rule: what is in doubt of them
    /// is less than these lines are off.
    pub(crate) fn shape_as_drawn(&self, id: &RegionId) -> Option<CoarseShape> {
        self.shape(id).or_else(|| {
            let rings = self.rings_of(self.index(id)?)?.positions();
            let repaired = repair(&rings, RepairRule::EvenOdd, &Budget::default()).ok()?;
            Some(CoarseShape::new(repaired))
        })
    }

    /// The regions that ISO 3166-2 lists under a country, in order of their identifiers.
    pub fn iso_divisions(&self, country: &RegionId) -> Vec<NamedRegion> {
        let of_country = |record: &&Record| record.iso_country == Some(country.0.as_str());
        self.records.iter().filter(of_country).map(named).collect()
    }

    /// The regions whose bounding boxes meet `bounds`, in order of their identifiers: those in which
    /// a shape within it may lie.
    pub fn regions_meeting(&self, bounds: Bounds) -> impl Iterator<Item = NamedRegion> {
        let corner = |lon, lat| fixed(Position::new(lon, lat));
        let corners = [corner(bounds.west, bounds.south), corner(bounds.east, bounds.north)];
        let meets = move |record: &&Record| match corners {
            [Some([west, south]), Some([east, north])] => {
                let [w, s, e, n] = record.bounds;
                w <= east && west <= e && s <= north && south <= n
            }
            _ => false,
        };
        self.records.iter().filter(meets).map(named)
    }

    fn index(&self, id: &RegionId) -> Option<usize> {
        self.records.binary_search_by(|record| record.id.cmp(id.0.as_str())).ok()
    }

    /// The rings of a region, decoded when first asked for.
    fn rings_of(&self, index: usize) -> Option<&Rings> {
        let packed = self.records.get(index)?.rings;
        let unpack = || decode(&zstd::bulk::decompress(packed, MAX_RINGS_BYTES).ok()?);
        self.rings.get(index)?.get_or_init(unpack).as_ref()
    }
}

fn named(record: &Record) -> NamedRegion {
    NamedRegion {
        id: RegionId(record.id.to_owned()),
        name: record.name.to_owned(),
        iso_country: record.iso_country.map(|code| RegionId(code.to_owned())),
        natural_earth_sovereign: record.sovereign.to_owned(),
        natural_earth_country: record.administrator.to_owned(),
    }
}

fn within([west, south, east, north]: [i32; 4], [lon, lat]: Vertex) -> bool {
    (west..=east).contains(&lon) && (south..=north).contains(&lat)
}

/// A position in hundred-thousandths of a degree; `None` off the globe.
fn fixed(position: Position) -> Option<Vertex> {
    let on_globe = position.lon.abs() <= 180.0 && position.lat.abs() <= 90.0;
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "at most 180e5")]
    let whole = |degrees: f64| (degrees * 1e5).round() as i32;
    on_globe.then(|| [whole(position.lon), whole(position.lat)])
}
