//! How far people would live from a town of the side they are on.

use super::given::Settlement;
use seisin_core::Length;
use seisin_measure::{Shape, distance, positions_inside};

/// How far the people of some settlements live from the nearest town on their own side.
///
/// # Method
/// The mean over settlements of the geodesic distance to the nearest town held by the side that
/// holds the settlement, weighted by the settlement's population: the population-weighted distance
/// of accessibility studies (W. Luo and F. Wang, "Measures of spatial accessibility to health care
/// in a GIS environment", Environment and Planning B 30, 2003, DOI 10.1068/b29120, for the family).
/// Straight across the land: no road is known here. A settlement that is itself a town has none to
/// go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Access {
    /// To the nearest town of the side that gives, before.
    pub before: Length,
    /// To the nearest town of the side that is given, after.
    pub after: Length,
    /// The people it is weighted by.
    pub people: u64,
    /// Settlements left out because nobody says how many live there.
    pub without_people: usize,
}

/// How far the people of `settlements` live from the nearest of `towns` in either territory; `None`
/// where nobody is counted or a territory has no town.
pub(super) fn access(
    settlements: &[Settlement],
    towns: &[Settlement],
    [before, after]: [&Shape; 2],
) -> Option<Access> {
    let counted: Vec<&Settlement> =
        settlements.iter().filter(|settlement| settlement.population > 0).collect();
    let people: u64 = counted.iter().map(|settlement| settlement.population).sum();
    if people == 0 {
        return None;
    }
    Some(Access {
        before: weighted(&counted, &held(towns, before))?,
        after: weighted(&counted, &held(towns, after))?,
        people,
        without_people: settlements.len() - counted.len(),
    })
}

fn held<'a>(towns: &'a [Settlement], territory: &Shape) -> Vec<&'a Settlement> {
    let positions: Vec<_> = towns.iter().map(|town| town.position).collect();
    let inside = positions_inside(territory, &positions);
    towns.iter().zip(inside).filter(|(_, inside)| *inside).map(|(town, _)| town).collect()
}

fn weighted(settlements: &[&Settlement], towns: &[&Settlement]) -> Option<Length> {
    let (mut sum, mut people) = (0.0, 0.0);
    for settlement in settlements {
        let far = |town: &&Settlement| distance(settlement.position, town.position).metres();
        let nearest = towns.iter().map(far).min_by(f64::total_cmp)?;
        let weight = f64::from(u32::try_from(settlement.population).unwrap_or(u32::MAX));
        sum += nearest * weight;
        people += weight;
    }
    Some(Length::from_metres(sum / people))
}
