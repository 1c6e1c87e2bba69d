//! What each polygon of a feature is, by the profile's rules.

use super::{
    placing::{Placing, Told, around},
    profile::{KnownPlace, Meaning, Place, Profile, Rule},
};
use seisin_core::{Date, RegionId};
use seisin_measure::{Position, Shape, area};
use seisin_source::MapFeature;

/// The polygons of one feature that one rule speaks of, in one place.
pub(super) struct Part<'p> {
    pub(super) meaning: &'p Meaning,
    pub(super) within: Option<&'p RegionId>,
    pub(super) shape: Shape,
}

/// What a feature comes to.
#[derive(Default)]
pub(super) struct Sorted<'p> {
    pub(super) parts: Vec<Part<'p>>,
    /// The polygons no rule speaks of, one sentence each.
    pub(super) outside: Vec<String>,
    /// The polygons too near a border to be sure on which side they lie, one sentence each.
    pub(super) unsure: Vec<String>,
}

/// What the polygons of one edition are sorted by.
#[derive(Clone, Copy)]
pub(super) struct Sorting<'p> {
    pub(super) profile: &'p Profile,
    pub(super) edition_date: Date,
    pub(super) placing: Placing<'p>,
}

impl<'p> Sorting<'p> {
    /// Sorts the land of one feature.
    ///
    /// # Method
    /// Polygon by polygon: the first rule that names such a feature on that day and, where it names
    /// places, one in which a point inside the polygon lies. Where the first rule that names the
    /// feature asks for no place, the land stays together.
    ///
    /// # Accuracy
    /// Regions are told apart as [`Placing`] tells them: a polygon whose inside lies nearer to another
    /// place than those lines may be off is sorted all the same, and named.
    pub(super) fn sort(self, feature: &MapFeature, shape: Shape) -> Sorted<'p> {
        let rules = self.profile.rules.iter();
        let rules: Vec<&Rule> =
            rules.filter(|rule| rule.names(feature, self.edition_date)).collect();
        let index = feature.index;
        let Some(first) = rules.first() else {
            let name = &self.profile.name;
            let outside = vec![format!("feature {index}: the profile {name} has no rule for it")];
            return Sorted { outside, ..Sorted::default() };
        };
        if first.within.is_empty() && self.inside_extent(&shape) {
            let part = Part { meaning: &first.meaning, within: None, shape };
            return Sorted { parts: vec![part], ..Sorted::default() };
        }
        let (gathered, sorted) = (Vec::new(), Sorted::default());
        let mut piecewise = Piecewise { sorting: self, rules, index, gathered, sorted };
        for piece in shape.pieces() {
            piecewise.take(piece);
        }
        piecewise.finish()
    }

    fn inside_extent(self, shape: &Shape) -> bool {
        let (Some(extent), Some(bounds)) = (self.profile.extent, shape.bounds()) else {
            return true;
        };
        extent.west <= bounds.west
            && bounds.east <= extent.east
            && extent.south <= bounds.south
            && bounds.north <= extent.north
    }

    fn told(self, point: Option<Position>) -> Option<Told<'p>> {
        self.placing.at(point?)
    }

    /// The known place in a polygon; none where it holds several that differ.
    fn known(self, piece: &Shape) -> Option<&'p KnownPlace> {
        let places = self.profile.known_places.iter();
        let mut inside = places.filter(|known| piece.covers_position(known.position));
        let first = inside.next()?;
        inside.all(|other| other.place == first.place).then_some(first)
    }

    /// A polygon as a person can find it: its size, a position inside, the region there.
    fn describe(self, piece: &Shape) -> String {
        let size = area(piece).square_km();
        let Some(point) = piece.interior_point() else {
            return format!("a polygon of {size:.4} km² too thin to place");
        };
        let region = self.placing.regions.region_at(point);
        let region = region.map_or("no known region".to_owned(), |region| {
            format!("{} ({})", region.name, region.id)
        });
        format!("a polygon of {size:.4} km² at {:.4}, {:.4} in {region}", point.lon, point.lat)
    }
}

type Gathered<'p> = (&'p Rule, Option<&'p RegionId>, Vec<Shape>);

struct Piecewise<'p> {
    sorting: Sorting<'p>,
    rules: Vec<&'p Rule>,
    index: usize,
    gathered: Vec<Gathered<'p>>,
    sorted: Sorted<'p>,
}

impl<'p> Piecewise<'p> {
    fn take(&mut self, piece: Shape) {
        let index = self.index;
        if !self.sorting.inside_extent(&piece) {
            let piece = self.sorting.describe(&piece);
            self.sorted
                .outside
                .push(format!("feature {index}: {piece} reaches beyond the profile's extent"));
            return;
        }
        let point = piece.interior_point();
        let known = self.sorting.known(&piece);
        let told = self.sorting.told(point);
        let place = place_of(known, told.as_ref());
        let Some((rule, within)) = self.placed(place) else {
            let piece = self.sorting.describe(&piece);
            self.sorted.outside.push(format!(
                "feature {index}: {piece} lies in no place the profile has a rule for on that day"
            ));
            return;
        };
        let sure = Sure { known, told: told.as_ref() };
        if let Some(why) = self.why_unsure(point, (rule, within), sure) {
            let piece = self.sorting.describe(&piece);
            self.sorted.unsure.push(format!("feature {index}: {piece} {why}"));
        }
        let same =
            |(other, place, _): &&mut Gathered<'p>| std::ptr::eq(*other, rule) && *place == within;
        match self.gathered.iter_mut().find(same) {
            Some((_, _, pieces)) => pieces.push(piece),
            None => self.gathered.push((rule, within, vec![piece])),
        }
    }

    /// The first rule that speaks of land there, and its place.
    fn placed(&self, place: Option<&Place>) -> Option<(&'p Rule, Option<&'p RegionId>)> {
        let placed = |rule: &&'p Rule| rule.place(place).ok().map(|within| (*rule, within));
        self.rules.iter().find_map(placed)
    }

    /// What is to be said where the land around `point` would be sorted another way.
    fn why_unsure(
        &self,
        point: Option<Position>,
        (rule, within): (&Rule, Option<&RegionId>),
        sure: Sure<'_>,
    ) -> Option<String> {
        let (point, within, placing) = (point?, within?, self.sorting.placing);
        let told = match sure {
            Sure { told: Some(Told { place, by: Some(set) }), .. } => {
                let named = placing.regions.region_at(point).map(Place::from);
                if named.as_ref() != Some(place) {
                    return Some(format!(
                        "was taken as lying in {} by the boundary set {}",
                        place.region, set.id
                    ));
                }
                sure.told
            }
            Sure { known: Some(KnownPlace { place, note, .. }), .. } => {
                return Some(format!("was taken as lying in {}: {note}", place.region));
            }
            Sure { told, .. } => told,
        };
        let error = placing.error(told?);
        let differs = |other: Position| {
            let told = placing.at(other);
            let there = self.placed(told.as_ref().map(|told| &told.place));
            there.is_some_and(|(other, place)| !std::ptr::eq(other, rule) || place != Some(within))
        };
        around(point, error).into_iter().any(differs).then(|| {
            format!(
                "was taken as lying in {within}; it is so near the border that the lines by which \
                 regions are told apart (off by up to {:.1} km) do not settle it",
                error.metres() / 1000.0
            )
        })
    }

    fn finish(self) -> Sorted<'p> {
        let parts = self.gathered.into_iter().map(|(rule, within, pieces)| Part {
            meaning: &rule.meaning,
            within,
            shape: Shape::gather(&pieces)
                .expect("polygons of one valid shape are valid together in any choice"),
        });
        Sorted { parts: parts.collect(), ..self.sorted }
    }
}

/// What a polygon's place rests on.
#[derive(Clone, Copy)]
struct Sure<'a> {
    known: Option<&'a KnownPlace>,
    told: Option<&'a Told<'a>>,
}

/// A boundary set's word goes before the profile's, and that before the naming regions'.
fn place_of<'a>(known: Option<&'a KnownPlace>, told: Option<&'a Told<'_>>) -> Option<&'a Place> {
    let settled = told.filter(|told| told.by.is_some()).map(|told| &told.place);
    settled.or_else(|| known.map(|known| &known.place)).or_else(|| told.map(|told| &told.place))
}
