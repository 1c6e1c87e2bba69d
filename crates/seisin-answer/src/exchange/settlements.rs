//! The settlements on land that would change hands, from the built-in gazetteer.

use seisin_core::Bound;
use seisin_exchange::{Count, Settlement};
use seisin_measure::{Bounds, Position, Shape, positions_inside};
use seisin_places::{Gazetteer, PlaceEntry};

/// The least number of people of a town to which others go.
const TOWN: u64 = 20_000;

/// How many degrees around both territories towns are looked for.
const AROUND: f64 = 1.0;

/// Where the list comes from, as answers cite it.
const SOURCE: &str = "settlements listed in GeoNames and Who's On First, populations as they say; \
                      a lower bound";

/// The settlements on a stretch of land, and how many people they have at least.
pub(super) struct OnLand {
    pub(super) listed: Vec<Settlement>,
    pub(super) settlements: Option<Count>,
    pub(super) people: Option<Count>,
}

/// The settlements on `shape`; none listed is no count, never zero.
pub(super) fn on_land(shape: &Shape) -> OnLand {
    let Some(bounds) = shape.bounds() else {
        return OnLand { listed: Vec::new(), settlements: None, people: None };
    };
    let near = within(bounds);
    let positions: Vec<Position> = near.iter().map(|one| one.position).collect();
    let inside = positions_inside(shape, &positions);
    let listed: Vec<Settlement> =
        near.into_iter().zip(inside).filter(|(_, inside)| *inside).map(|(one, _)| one).collect();
    let people = listed.iter().map(|one| one.population).sum();
    OnLand {
        settlements: count(u64::try_from(listed.len()).unwrap_or(u64::MAX)),
        people: count(people),
        listed,
    }
}

/// The towns in and around a stretch of land.
pub(super) fn towns(bounds: Option<Bounds>) -> Vec<Settlement> {
    let Some(b) = bounds else { return Vec::new() };
    let around = Bounds {
        west: b.west - AROUND,
        south: b.south - AROUND,
        east: b.east + AROUND,
        north: b.north + AROUND,
    };
    within(around).into_iter().filter(|town| town.population >= TOWN).collect()
}

fn count(count: u64) -> Option<Count> {
    (count > 0).then(|| Count {
        count,
        range: None,
        bound: Bound::AtLeast,
        source: SOURCE.to_owned(),
    })
}

/// The settlements in a box, the most people first.
fn within(bounds: Bounds) -> Vec<Settlement> {
    let entries = Gazetteer::built_in().settlements_within(bounds);
    let mut found: Vec<Settlement> = entries.iter().filter_map(settlement).collect();
    found.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.id.cmp(&b.id)));
    found
}

fn settlement(entry: &PlaceEntry) -> Option<Settlement> {
    Some(Settlement {
        id: entry.id.0.clone(),
        name: entry.name.clone(),
        position: Position::new(entry.lon?, entry.lat?),
        population: entry.population,
    })
}
