//! A lower bound for land that must hang together with the line: dual ascent.

use super::instance::{HolderSide, Instance, Role};
use std::{cmp::Reverse, collections::BinaryHeap};

/// Costs this small count as none: they come from rounding.
const NONE: f64 = 1e-9;

/// The cells of one side that may change hands, as a graph of arcs rooted in the other side's land.
#[derive(Debug, Clone)]
pub(super) struct SideGraph {
    /// People cost of each node.
    costs: Vec<f64>,
    /// Area of each node.
    areas: Vec<f64>,
    demanded: Vec<bool>,
    starts: Vec<usize>,
    /// From which node each arc comes; [`ROOT`] for the other side's land.
    from: Vec<usize>,
}

const ROOT: usize = usize::MAX;

impl SideGraph {
    pub(super) fn of(instance: &Instance, side: HolderSide, person: f64) -> Self {
        let cells = instance.cells();
        let nodes: Vec<usize> = (0..cells.len())
            .filter(|cell| cells[*cell].holder == side && cells[*cell].role != Role::Kept)
            .collect();
        let mut place = vec![ROOT; cells.len()];
        nodes.iter().enumerate().for_each(|(index, cell)| place[*cell] = index);
        let (mut starts, mut from) = (vec![0], Vec::new());
        for cell in &nodes {
            let around = instance.neighbours(*cell);
            if around.iter().any(|(other, _)| cells[*other].holder != side) {
                from.push(ROOT);
            }
            from.extend(around.iter().map(|(other, _)| place[*other]).filter(|at| *at != ROOT));
            starts.push(from.len());
        }
        let of = |value: &dyn Fn(usize) -> f64| nodes.iter().map(|cell| value(*cell)).collect();
        Self {
            costs: of(&|cell| cells[cell].people.unwrap_or(0.0) * person),
            areas: of(&|cell| cells[cell].area.square_metres()),
            demanded: nodes.iter().map(|cell| cells[*cell].role == Role::Demanded).collect(),
            starts,
            from,
        }
    }

    pub(super) fn area(&self) -> f64 {
        self.areas.iter().sum()
    }

    pub(super) fn demanded_area(&self) -> f64 {
        let all = self.areas.iter().zip(&self.demanded);
        all.filter(|(_, demanded)| **demanded).map(|(area, _)| area).sum()
    }

    /// What land of at least `quota` must cost if nothing had to hang together, with the price of
    /// the last of it.
    ///
    /// # Method
    /// The fractional knapsack: the cheapest land first, demanded land before all (G. B. Dantzig,
    /// "Discrete-variable extremum problems", 1957).
    pub(super) fn knapsack(&self, quota: f64) -> (f64, f64) {
        let mut order: Vec<usize> = (0..self.costs.len()).collect();
        let price = |node: usize| self.costs[node] / self.areas[node].max(1e-12);
        order.sort_by(|a, b| {
            let demanded = self.demanded[*b].cmp(&self.demanded[*a]);
            demanded.then(price(*a).total_cmp(&price(*b)))
        });
        let (mut cost, mut left, mut last) = (0.0, quota, 0.0);
        for node in order {
            if self.demanded[node] {
                cost += self.costs[node];
                left -= self.areas[node];
            } else if left > 0.0 {
                cost += self.costs[node] * (left / self.areas[node].max(1e-12)).min(1.0);
                left -= self.areas[node];
                last = price(node);
            }
        }
        (cost, last)
    }

    /// What land of at least `quota` must cost if it hangs together with the other side's land, by a
    /// price of land; every price gives a bound.
    ///
    /// # Method
    /// Lagrange's relaxation of the quota leaves a prize-collecting Steiner arborescence, bounded
    /// below by dual ascent: a group of wished-for cells that does not yet reach the root raises the
    /// cut around it until an arc is used up or its prizes are (R. T. Wong, "A dual ascent approach
    /// for Steiner tree problems on a directed graph", 1984, DOI 10.1007/BF02612335; with prizes, M.
    /// Leitner et al., INFORMS Journal on Computing 30, 2018, DOI 10.1287/ijoc.2017.0788).
    pub(super) fn ascend(&self, price: f64, quota: f64, work: &mut u64) -> f64 {
        let net: Vec<f64> =
            self.costs.iter().zip(&self.areas).map(|(cost, area)| cost - price * area).collect();
        let mut ascent = Ascent::of(self, &net);
        let prizes: f64 = net.iter().map(|net| net.min(0.0)).sum();
        let forced: f64 = net
            .iter()
            .zip(&self.demanded)
            .filter(|(_, demanded)| **demanded)
            .map(|(net, _)| net.max(0.0))
            .sum();
        prizes + forced + ascent.raise(self, work) + price * quota
    }
}

/// A group of wished-for cells that hang together for nothing.
#[derive(Debug, Clone, Copy)]
struct Group {
    node: usize,
    budget: f64,
}

struct Ascent {
    /// What is left of the cost of each arc.
    left: Vec<f64>,
    groups: Vec<Group>,
    seen: Vec<u32>,
    epoch: u32,
}

impl Ascent {
    fn of(graph: &SideGraph, net: &[f64]) -> Self {
        let count = net.len();
        let entry = |node: usize| if graph.demanded[node] { 0.0 } else { net[node].max(0.0) };
        let mut left = vec![0.0; graph.from.len()];
        for node in 0..count {
            left[graph.starts[node]..graph.starts[node + 1]].fill(entry(node));
        }
        let mut ascent = Self { left, groups: Vec::new(), seen: vec![0; count], epoch: 1 };
        ascent.find_groups(graph, net);
        ascent
    }

    fn find_groups(&mut self, graph: &SideGraph, net: &[f64]) {
        let wished = |node: usize| net[node] < 0.0 || graph.demanded[node];
        for start in 0..net.len() {
            if !wished(start) || self.seen[start] == self.epoch {
                continue;
            }
            let mut budget = 0.0;
            let mut open = vec![start];
            self.seen[start] = self.epoch;
            while let Some(node) = open.pop() {
                budget += if graph.demanded[node] { f64::INFINITY } else { -net[node] };
                for other in &graph.from[graph.starts[node]..graph.starts[node + 1]] {
                    if *other != ROOT && wished(*other) && self.seen[*other] != self.epoch {
                        self.seen[*other] = self.epoch;
                        open.push(*other);
                    }
                }
            }
            self.groups.push(Group { node: start, budget });
        }
    }

    /// Raises cuts until every group reaches the root or has nothing left; the sum of the raises.
    fn raise(&mut self, graph: &SideGraph, work: &mut u64) -> f64 {
        let mut sum = 0.0;
        let mut queue: BinaryHeap<Reverse<(usize, usize)>> =
            (0..self.groups.len()).map(|group| Reverse((0, group))).collect();
        while let Some(Reverse((_, group))) = queue.pop() {
            if *work == 0 {
                break;
            }
            let Some(cut) = self.cut_of(graph, self.groups[group].node, work) else { continue };
            let size = cut.inside.len();
            let raise = cut.least.min(self.groups[group].budget);
            if !raise.is_finite() {
                // Demanded land that no arc leads to: whether it can be given is not told here.
                continue;
            }
            self.lower(graph, &cut, raise);
            sum += raise;
            self.groups[group].budget -= raise;
            if self.groups[group].budget > NONE {
                queue.push(Reverse((size, group)));
            }
        }
        sum
    }

    /// The nodes from which the group can be reached for nothing, and the least that is left on an
    /// arc into them; `None` where the root is among them.
    fn cut_of(&mut self, graph: &SideGraph, start: usize, work: &mut u64) -> Option<Cut> {
        self.epoch += 1;
        let mut inside = vec![start];
        self.seen[start] = self.epoch;
        let mut at = 0;
        while let Some(node) = inside.get(at).copied() {
            at += 1;
            for arc in graph.starts[node]..graph.starts[node + 1] {
                *work = work.saturating_sub(1);
                if self.left[arc] <= NONE {
                    let other = graph.from[arc];
                    if other == ROOT {
                        return None;
                    }
                    if self.seen[other] != self.epoch {
                        self.seen[other] = self.epoch;
                        inside.push(other);
                    }
                }
            }
        }
        let mut least = f64::INFINITY;
        for arc in self.arcs_into(graph, &inside) {
            least = least.min(self.left[arc]);
        }
        Some(Cut { inside, least })
    }

    fn lower(&mut self, graph: &SideGraph, cut: &Cut, raise: f64) {
        let arcs: Vec<usize> = self.arcs_into(graph, &cut.inside).collect();
        for arc in arcs {
            self.left[arc] -= raise;
        }
    }

    fn arcs_into<'a>(
        &'a self,
        graph: &'a SideGraph,
        inside: &'a [usize],
    ) -> impl Iterator<Item = usize> + 'a {
        let arcs = inside.iter().flat_map(|node| graph.starts[*node]..graph.starts[node + 1]);
        arcs.filter(|arc| {
            let from = graph.from[*arc];
            from == ROOT || self.seen[from] != self.epoch
        })
    }
}

struct Cut {
    inside: Vec<usize>,
    least: f64,
}
