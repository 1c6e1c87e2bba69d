//! Corridors: the cheapest way from a side's land to a cell of the other's, as flips.

use super::state::State;
use std::{cmp::Ordering, collections::BinaryHeap};

/// Where a corridor goes and what its cells cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Corridor {
    /// The cell to reach.
    pub(super) to: usize,
    /// What a unit of lacking mass is taken to be worth, in cost.
    pub(super) worth_per_area: f64,
    /// How many cells may be looked at.
    pub(super) look_at: usize,
}

impl Corridor {
    /// The corridor that costs least, whatever its land is worth.
    pub(super) fn towards(to: usize) -> Self {
        Self { to, worth_per_area: 0.0, look_at: usize::MAX }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Reached {
    cost: f64,
    cell: usize,
}

impl Eq for Reached {}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.total_cmp(&self.cost).then_with(|| other.cell.cmp(&self.cell))
    }
}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The cells of the cheapest corridor, from the line to the cell, that one included; `None` where
/// no free cells lead there, or too many would have to be looked at.
///
/// # Method
/// E. W. Dijkstra, "A note on two problems in connexion with graphs" (1959), from the cell outwards
/// until land of the other side is met. A cell costs its people, with or against the exchange, less
/// what its area is worth, and never less than a little, so that corridors are short.
pub(super) fn path_to(state: &State<'_>, to: usize, corridor: &Corridor) -> Option<Vec<usize>> {
    let side = state.holder(to);
    let count = state.instance.cells().len();
    let mut best = vec![f64::INFINITY; count];
    let mut before = vec![usize::MAX; count];
    let mut open = BinaryHeap::new();
    best[to] = 0.0;
    open.push(Reached { cost: 0.0, cell: to });
    let mut looked_at = 0;
    while let Some(Reached { cost, cell }) = open.pop() {
        if cost > best[cell] {
            continue;
        }
        looked_at += 1;
        if looked_at > corridor.look_at {
            return None;
        }
        for (next, _) in state.instance.neighbours(cell) {
            if state.holder(*next) != side {
                return Some(way_back(cell, &before));
            }
            let reached = cost + price(state, *next, corridor);
            if state.is_free(*next) && reached < best[*next] {
                best[*next] = reached;
                before[*next] = cell;
                open.push(Reached { cost: reached, cell: *next });
            }
        }
    }
    None
}

fn way_back(from: usize, before: &[usize]) -> Vec<usize> {
    let mut path = vec![from];
    let mut at = from;
    while before[at] != usize::MAX {
        at = before[at];
        path.push(at);
    }
    path
}

/// What it costs to flip a cell on the way.
fn price(state: &State<'_>, cell: usize, corridor: &Corridor) -> f64 {
    let place = &state.instance.cells()[cell];
    let people = place.people.unwrap_or(0.0) * state.wanted.objective.person;
    let land = place.area.square_metres() * corridor.worth_per_area;
    let (people, land) = if state.is_given(cell) { (-people, -land) } else { (people, land) };
    let floor = land.abs() * 0.02 + 1e-6;
    (people - land).max(floor)
}
