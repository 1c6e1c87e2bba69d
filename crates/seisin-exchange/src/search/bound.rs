//! What no answer can cost less than.

use super::{
    ascent::SideGraph,
    cut::least_line,
    instance::{HolderSide, Instance},
    wanted::{Measure, Wanted},
};

/// What no answer can cost less than.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    /// The cost.
    pub cost: f64,
    /// Why there can be no answer at all, where that is certain.
    pub impossible: Option<String>,
}

/// Arcs looked at for the shortest line.
const LINE_WORK: u64 = 100_000_000;

/// How many prices of land are tried on each side.
const PRICES: usize = 18;

/// What no answer can cost less than, with at most `work` arcs looked at.
///
/// # Assumptions
/// A relaxation: the people of each side's land alone count, the ratio is held by the least that it
/// lets each side give, and only what changes hands must hang together, not what is kept. To that
/// comes what the shortest line between the two sides costs, whoever lives there.
///
/// # Method
/// For each side the better of the fractional knapsack and dual ascent at several prices of land
/// (`ascent`); every one is a bound, so the greatest is. The line by a least cut (`cut`).
pub fn lower_bound(instance: &Instance, wanted: &Wanted, work: u64) -> Bound {
    let person = wanted.objective.person;
    let graphs =
        [HolderSide::First, HolderSide::Second].map(|side| SideGraph::of(instance, side, person));
    let quotas = quotas(wanted, &graphs);
    let mut work = [work / 2, work - work / 2];
    let mut cost = 0.0;
    for side in [0, 1] {
        let (quota, graph) = (quotas[side], &graphs[side]);
        let available = graph.area();
        if quota > available * (1.0 + 1e-9) || available <= 0.0 {
            let impossible = format!(
                "the {} side would have to give {:.3} km² and {:.3} km² of its land may change hands",
                ["first", "second"][side],
                quota / 1e6,
                available / 1e6
            );
            return Bound { cost: f64::INFINITY, impossible: Some(impossible) };
        }
        if person > 0.0 {
            cost += side_bound(graph, quota, &mut work[side]);
        }
    }
    if wanted.objective.km > 0.0 {
        cost += wanted.objective.km * least_line(instance, LINE_WORK);
    }
    Bound { cost, impossible: None }
}

/// The least land each side must give, in m².
fn quotas(wanted: &Wanted, graphs: &[SideGraph; 2]) -> [f64; 2] {
    let mut quotas = [HolderSide::First, HolderSide::Second]
        .map(|side| wanted.least_of(side).max(graphs[side.index()].demanded_area()));
    if let (Some(window), Measure::Area) = (wanted.ratio, wanted.by) {
        quotas[0] = quotas[0].max(window.low() * quotas[1]);
        if window.high() > 0.0 {
            quotas[1] = quotas[1].max(quotas[0] / window.high());
        }
    }
    quotas
}

fn side_bound(graph: &SideGraph, quota: f64, work: &mut u64) -> f64 {
    let (knapsack, last) = graph.knapsack(quota);
    let mut best = knapsack;
    if last <= 0.0 {
        // Land nobody lives on suffices for the quota by itself; a price from what it lies behind.
        return best.max(ascend_over(graph, quota, &prices(graph), work));
    }
    let around: Vec<f64> = (0..10).map(|step| last * 0.6 * 1.35_f64.powi(step)).collect();
    best = best.max(ascend_over(graph, quota, &around, work));
    best
}

/// Prices from next to nothing to the dearest cell's.
fn prices(graph: &SideGraph) -> Vec<f64> {
    let (cost, _) = graph.knapsack(graph.area());
    let mean = cost / graph.area().max(1.0);
    (0..10).map(|step| mean * 0.05 * 1.7_f64.powi(step)).collect()
}

/// The best bound over these prices and over prices between the best and its neighbours.
fn ascend_over(graph: &SideGraph, quota: f64, prices: &[f64], work: &mut u64) -> f64 {
    let mut tried: Vec<(f64, f64)> = Vec::new();
    let share = *work / u64::try_from(PRICES).unwrap_or(u64::MAX).max(1);
    let attempt = |price: f64, tried: &mut Vec<(f64, f64)>| {
        let mut own = share;
        tried.push((price, graph.ascend(price, quota, &mut own)));
        tried.sort_by(|a, b| a.0.total_cmp(&b.0));
    };
    for price in prices {
        attempt(*price, &mut tried);
    }
    for _ in prices.len()..PRICES {
        let Some(best) = (0..tried.len()).max_by(|a, b| tried[*a].1.total_cmp(&tried[*b].1)) else {
            break;
        };
        let gap = |other: usize| (tried[other].0 / tried[best].0).ln().abs();
        let sides = [best.checked_sub(1), (best + 1 < tried.len()).then_some(best + 1)];
        let Some(other) = sides.into_iter().flatten().max_by(|a, b| gap(*a).total_cmp(&gap(*b)))
        else {
            break;
        };
        let between = (tried[best].0 * tried[other].0).sqrt();
        attempt(between, &mut tried);
    }
    *work = 0;
    tried.iter().map(|(_, bound)| *bound).fold(0.0, f64::max)
}
