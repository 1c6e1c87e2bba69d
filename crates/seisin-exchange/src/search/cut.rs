//! The shortest line that any exchange can leave: a least cut.

use super::instance::{Instance, Role};
use std::collections::VecDeque;

/// Lengths this small count as none: they come from rounding.
const NONE: f64 = 1e-9;

/// The length in km below which no exchange can bring the line where the two sides meet.
///
/// # Method
/// Land that may not change hands stays with its holder, demanded land goes to the other; every line
/// between the two parts the cells, so the least cut between them is a bound (L. R. Ford and D. R.
/// Fulkerson, "Maximal flow through a network", 1956), found by blocking flows (E. A. Dinic, 1970).
/// A flow stopped after `work` arcs is a bound still, a lesser one.
pub(super) fn least_line(instance: &Instance, work: u64) -> f64 {
    Flow::of(instance).raise(work)
}

/// Arcs in pairs: the one back from arc `a` is `a ^ 1`.
struct Flow {
    starts: Vec<Vec<usize>>,
    to: Vec<usize>,
    left: Vec<f64>,
    depth: Vec<u32>,
    next: Vec<usize>,
    ends: [usize; 2],
}

impl Flow {
    fn of(instance: &Instance) -> Self {
        let cells = instance.cells();
        let ends = [cells.len(), cells.len() + 1];
        let fixed = |cell: usize| match cells[cell].role {
            Role::Free => None,
            Role::Kept => Some(ends[cells[cell].holder.index()]),
            Role::Demanded => Some(ends[cells[cell].holder.other().index()]),
        };
        let node = |cell: usize| fixed(cell).unwrap_or(cell);
        let mut flow = Self {
            starts: vec![Vec::new(); cells.len() + 2],
            to: Vec::new(),
            left: Vec::new(),
            depth: Vec::new(),
            next: Vec::new(),
            ends,
        };
        for (a, b, km) in instance.borders() {
            flow.join(node(a), node(b), km);
        }
        flow
    }

    fn join(&mut self, a: usize, b: usize, km: f64) {
        if a == b {
            return;
        }
        for (from, to) in [(a, b), (b, a)] {
            self.starts[from].push(self.to.len());
            self.to.push(to);
            self.left.push(km);
        }
    }

    fn raise(&mut self, mut work: u64) -> f64 {
        let mut sum = 0.0;
        while self.layer(&mut work) {
            self.next = vec![0; self.starts.len()];
            loop {
                let sent = self.send(&mut work);
                if sent <= NONE {
                    break;
                }
                sum += sent;
            }
        }
        sum
    }

    /// How far each node lies from the first end; whether the second can be reached.
    fn layer(&mut self, work: &mut u64) -> bool {
        self.depth = vec![u32::MAX; self.starts.len()];
        self.depth[self.ends[0]] = 0;
        let mut open = VecDeque::from([self.ends[0]]);
        while let Some(node) = open.pop_front() {
            for arc in &self.starts[node] {
                *work = work.saturating_sub(1);
                let to = self.to[*arc];
                if self.left[*arc] > NONE && self.depth[to] == u32::MAX {
                    self.depth[to] = self.depth[node] + 1;
                    open.push_back(to);
                }
            }
        }
        *work > 0 && self.depth[self.ends[1]] != u32::MAX
    }

    /// Sends what fits along one way, and tells how much that is.
    fn send(&mut self, work: &mut u64) -> f64 {
        let mut way: Vec<usize> = Vec::new();
        let mut node = self.ends[0];
        while node != self.ends[1] && *work > 0 {
            *work -= 1;
            let Some(arc) = self.starts[node].get(self.next[node]).copied() else {
                // A dead end: never again in this layering.
                let Some(back) = way.pop() else { return 0.0 };
                node = self.to[back ^ 1];
                self.next[node] += 1;
                continue;
            };
            let to = self.to[arc];
            if self.left[arc] > NONE && self.depth[to] == self.depth[node] + 1 {
                way.push(arc);
                node = to;
            } else {
                self.next[node] += 1;
            }
        }
        if node != self.ends[1] {
            return 0.0;
        }
        let fits = way.iter().map(|arc| self.left[*arc]).fold(f64::INFINITY, f64::min);
        for arc in way {
            self.left[arc] -= fits;
            self.left[arc ^ 1] += fits;
        }
        fits
    }
}
