//! A proof by an exact solver: `HiGHS`, where the program is built with it.

use super::{
    instance::{HolderSide, Instance, Role},
    verify::verify,
    wanted::Wanted,
};
use highs::{HighsModelStatus, RowProblem, Sense, SolvedModel};
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

/// What an exact solver came to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Exact {
    /// An exchange that costs less than the one it started from, where there is one.
    pub(super) cells: Option<Vec<usize>>,
    /// What no exchange can cost less than, as far as the solver came.
    pub(super) cost_at_least: f64,
    /// Whether no exchange costs less than the one it found, or else the one it started from, by more
    /// than one part in ten thousand.
    pub(super) proven: bool,
}

/// How near the solver's value and bound must be, as a share of the cost.
const NEAR: f64 = 1e-4;

/// Looks for an exchange that costs less than `cost`, or proves that there is none, within `limit`.
///
/// # Method
/// A mixed-integer program solved by `HiGHS` (Q. Huangfu and J. A. J. Hall, "Parallelizing the dual
/// revised simplex method", Mathematical Programming Computation 10, 2018): a variable a cell, whether
/// it changes hands, and one a border, whether it parts the territories. What it finds that falls apart
/// is cut off, by the cells around the piece that lies apart, and the program solved again. What it
/// finds passes [`verify`], or it is no answer.
pub(super) fn prove(instance: &Instance, wanted: &Wanted, cost: f64, limit: Duration) -> Exact {
    let until = Instant::now() + limit;
    let mut program = Program::of(instance, wanted, cost);
    let mut cost_at_least = 0.0_f64;
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        let (cells, bound) = match program.solve(left) {
            Solved::NoneBelow => {
                let cost_at_least = cost_at_least.max(program.below);
                return Exact { cells: None, cost_at_least, proven: true };
            }
            Solved::OutOfTime(bound) => {
                cost_at_least = cost_at_least.max(bound);
                break;
            }
            Solved::Found(cells, bound) => (cells, bound),
        };
        cost_at_least = cost_at_least.max(bound);
        if verify(instance, wanted, &cells).1.is_empty() {
            return Exact { cells: Some(cells), cost_at_least, proven: true };
        }
        if program.cut_off(&cells) == 0 {
            break;
        }
    }
    Exact { cells: None, cost_at_least, proven: false }
}

enum Solved {
    /// Nothing costs less.
    NoneBelow,
    /// The cheapest by the cuts so far, and its bound.
    Found(Vec<usize>, f64),
    /// The bound when time ran out.
    OutOfTime(f64),
}

/// A sum of variables that must be at least so much.
struct Row {
    at_least: f64,
    terms: Vec<(usize, f64)>,
}

struct Program<'a> {
    instance: &'a Instance,
    wanted: &'a Wanted,
    /// Exchanges of this cost and more are of no interest.
    below: f64,
    cuts: Vec<Row>,
}

impl<'a> Program<'a> {
    fn of(instance: &'a Instance, wanted: &'a Wanted, cost: f64) -> Self {
        let below = cost - NEAR * cost.abs().max(1e-6);
        Self { instance, wanted, below, cuts: Vec::new() }
    }

    fn solve(&self, left: Duration) -> Solved {
        let (mut problem, objective) = (RowProblem::default(), self.wanted.objective);
        let cells = self.instance.cells();
        let mut spent = Vec::new();
        let mut columns = Vec::new();
        for cell in cells {
            let (least, most) = match cell.role {
                Role::Free => (0.0, 1.0),
                Role::Demanded => (1.0, 1.0),
                Role::Kept => (0.0, 0.0),
            };
            let people = cell.people.unwrap_or(0.0) * objective.person;
            columns.push(problem.add_integer_column(people, least..=most));
            spent.push((columns[columns.len() - 1], people));
        }
        for (a, b, km) in self.instance.borders().filter(|_| objective.km > 0.0) {
            let parted = problem.add_column(km * objective.km, 0.0..=1.0);
            spent.push((parted, km * objective.km));
            // As one territory's cells the two are y and 1 - y: the border parts them where they differ.
            let same = cells[a].holder == cells[b].holder;
            let other = if same { -1.0 } else { 1.0 };
            let shift = if same { 0.0 } else { 1.0 };
            let (x, y) = (columns[a], columns[b]);
            problem.add_row(shift.., [(parted, 1.0), (x, 1.0), (y, other)]);
            problem.add_row(-shift.., [(parted, 1.0), (x, -1.0), (y, -other)]);
        }
        for row in self.wishes().iter().chain(&self.cuts) {
            let terms: Vec<_> = row.terms.iter().map(|(cell, by)| (columns[*cell], *by)).collect();
            problem.add_row(row.at_least.., terms);
        }
        problem.add_row(..=self.below, spent);
        let mut model = problem.optimise(Sense::Minimise);
        model.make_quiet();
        model.set_option("mip_rel_gap", NEAR);
        model.set_option("time_limit", left.as_secs_f64());
        model.set_option("random_seed", 1);
        told(&model.solve(), cells.len())
    }

    /// Least land, ratio.
    fn wishes(&self) -> Vec<Row> {
        let cells = self.instance.cells();
        let own = |side: HolderSide, of: &dyn Fn(usize) -> f64, by: f64| -> Vec<(usize, f64)> {
            let own = (0..cells.len()).filter(|cell| cells[*cell].holder == side);
            own.map(|cell| (cell, by * of(cell))).collect()
        };
        let area = |cell: usize| cells[cell].area.square_km();
        let mass = |cell: usize| self.wanted.by.of(&cells[cell]) / 1e6;
        let any = cells.iter().map(|cell| cell.area.square_km()).filter(|km2| *km2 > 0.0);
        let any = any.fold(f64::INFINITY, f64::min) / 2.0;
        let sides = [HolderSide::First, HolderSide::Second];
        let mut rows: Vec<Row> = sides
            .map(|side| {
                let least = self.wanted.least[side.index()].square_km();
                Row {
                    at_least: if least > 0.0 { least } else { any },
                    terms: own(side, &area, 1.0),
                }
            })
            .into();
        if let Some(window) = self.wanted.ratio {
            let [first, second] = sides;
            for (one, other) in [(1.0, -window.low()), (-1.0, window.high())] {
                let terms = [own(first, &mass, one), own(second, &mass, other)].concat();
                rows.push(Row { at_least: 0.0, terms });
            }
        }
        rows
    }

    /// Cuts off an exchange that leaves pieces apart; how many cuts.
    fn cut_off(&mut self, given: &[usize]) -> usize {
        let cells = self.instance.cells();
        let given: BTreeSet<usize> = given.iter().copied().collect();
        let pieces = self.pieces(&given);
        let before = self.cuts.len();
        let largest = |side: HolderSide| {
            let own = pieces.iter().filter(|(of, _)| *of == side);
            own.map(|(_, piece)| piece).max_by_key(|piece| piece.len())
        };
        for (side, piece) in &pieces {
            if largest(*side) == Some(piece) {
                continue;
            }
            let kept = |cell: &&usize| !given.contains(cell);
            let around: BTreeSet<usize> = piece
                .iter()
                .flat_map(|cell| self.instance.neighbours(*cell))
                .map(|(cell, _)| *cell)
                .filter(|cell| !piece.contains(cell))
                .collect();
            let Some(own) = piece.iter().find(kept) else {
                // All of it was received: each of its cells needs one around.
                for cell in piece {
                    self.cuts.push(self.needs(*side, &[*cell], &around));
                }
                continue;
            };
            // Kept land of one piece of before that lies in another piece now.
            let component = self.instance.component(*own);
            let elsewhere = (0..cells.len()).find(|cell| {
                self.instance.component(*cell) == component
                    && !given.contains(cell)
                    && !piece.contains(cell)
            });
            if let Some(other) = elsewhere {
                let here = piece.iter().filter(|cell| {
                    !given.contains(cell) && self.instance.component(**cell) == component
                });
                for cell in here {
                    self.cuts.push(self.needs(*side, &[*cell, other], &around));
                }
            }
        }
        self.cuts.len() - before
    }

    /// If all these cells are of a territory, one around them is too: the sum over those around, less the
    /// sum over these, is at least 1 less than how many these are, negated.
    fn needs(&self, side: HolderSide, these: &[usize], around: &BTreeSet<usize>) -> Row {
        let mut row = Row { at_least: 1.0, terms: Vec::new() };
        let signed = these.iter().map(|cell| (*cell, -1.0));
        for (cell, sign) in signed.chain(around.iter().map(|cell| (*cell, 1.0))) {
            if sign < 0.0 {
                row.at_least -= 1.0;
            }
            // Own land is the territory's unless it changes hands.
            if self.instance.cells()[cell].holder == side {
                row.at_least -= sign;
                row.terms.push((cell, -sign));
            } else {
                row.terms.push((cell, sign));
            }
        }
        row
    }

    /// The pieces of both territories after the exchange.
    fn pieces(&self, given: &BTreeSet<usize>) -> Vec<(HolderSide, BTreeSet<usize>)> {
        let cells = self.instance.cells();
        let holder = |cell: usize| match given.contains(&cell) {
            true => cells[cell].holder.other(),
            false => cells[cell].holder,
        };
        let mut seen = vec![false; cells.len()];
        let mut pieces = Vec::new();
        for start in 0..cells.len() {
            if std::mem::replace(&mut seen[start], true) {
                continue;
            }
            let (mut piece, mut open) = (BTreeSet::from([start]), vec![start]);
            while let Some(cell) = open.pop() {
                for (next, _) in self.instance.neighbours(cell) {
                    if holder(*next) == holder(start) && !std::mem::replace(&mut seen[*next], true)
                    {
                        piece.insert(*next);
                        open.push(*next);
                    }
                }
            }
            pieces.push((holder(start), piece));
        }
        pieces
    }
}

fn told(solved: &SolvedModel, cells: usize) -> Solved {
    let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(0.0);
    match solved.status() {
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => Solved::NoneBelow,
        HighsModelStatus::Optimal => {
            let solution = solved.get_solution();
            let values = solution.columns().iter().take(cells).enumerate();
            let given = values.filter(|(_, value)| **value > 0.5).map(|(cell, _)| cell).collect();
            Solved::Found(given, bound)
        }
        _ => Solved::OutOfTime(if bound.is_finite() { bound } else { 0.0 }),
    }
}
