//! An answer worked out again from nothing: no sum and no connection is taken from the search.

use super::{
    instance::{Instance, Role},
    outcome::RefusalReason,
    wanted::{Measure, Wanted},
};
use std::collections::{BTreeMap, BTreeSet};

/// What an exchange of cells measures.
///
/// # Units
/// Areas in km², line in km.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// Land each side gives.
    pub area_km2: [f64; 2],
    /// People known to live on what each side gives; `None` where nothing on record says.
    pub people: [Option<f64>; 2],
    /// What the first gives over what the second gives, by the measure asked for; `None` where
    /// the second gives nothing.
    pub ratio: Option<f64>,
    /// The line where the two territories meet, before and after.
    pub line_km: [f64; 2],
    /// The pieces each side's land is in, before and after.
    pub pieces: [[usize; 2]; 2],
    /// What the exchange costs by the objective.
    pub cost: f64,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// A cell is named that is not there, or twice.
    NoSuchCell(usize),
    /// A cell changes hands that somebody keeps.
    KeptCell(usize),
    /// A demanded cell does not change hands.
    DemandedCell(usize),
    /// A side gives nothing.
    NothingGiven,
    /// A constraint does not hold.
    Refused(RefusalReason),
}

/// Works an exchange of these cells out again and tells everything that is wrong with it; an answer
/// has no fault.
///
/// # Method
/// Sums over the list, borders over the pairs of cells, pieces by union–find (R. E. Tarjan,
/// "Efficiency of a good but not linear set union algorithm", 1975) of the territories after: a
/// piece must contain land its side kept, and what is kept of one piece of before must lie in one.
/// Written apart from the search, which keeps its sums by differences and its connection by walks.
pub fn verify(instance: &Instance, wanted: &Wanted, cells: &[usize]) -> (Figures, Vec<Fault>) {
    let count = instance.cells().len();
    let mut faults = Vec::new();
    let mut given = BTreeSet::new();
    for cell in cells {
        if *cell >= count || !given.insert(*cell) {
            faults.push(Fault::NoSuchCell(*cell));
        }
    }
    given.retain(|cell| *cell < count);
    for (index, cell) in instance.cells().iter().enumerate() {
        match (cell.role, given.contains(&index)) {
            (Role::Kept, true) => faults.push(Fault::KeptCell(index)),
            (Role::Demanded, false) => faults.push(Fault::DemandedCell(index)),
            _ => {}
        }
    }
    let figures = figures(instance, wanted, &given);
    if figures.area_km2.contains(&0.0) {
        faults.push(Fault::NothingGiven);
    }
    faults.extend(refusals(instance, wanted, &given, &figures).into_iter().map(Fault::Refused));
    (figures, faults)
}

fn figures(instance: &Instance, wanted: &Wanted, given: &BTreeSet<usize>) -> Figures {
    let cells = instance.cells();
    let sum = |side: usize, of: &dyn Fn(usize) -> f64| -> f64 {
        let own = given.iter().filter(|cell| cells[**cell].holder.index() == side);
        // Not `sum`: that of nothing is a negative zero.
        own.map(|cell| of(*cell)).fold(0.0, |all, one| all + one)
    };
    let area = |side| sum(side, &|cell| cells[cell].area.square_km());
    let people = |side| sum(side, &|cell| cells[cell].people.unwrap_or(0.0));
    let known = instance.knows_people();
    let after = |cell: usize| {
        let holder = cells[cell].holder;
        if given.contains(&cell) { holder.other() } else { holder }
    };
    let mut line_km = [0.0, 0.0];
    for (a, b, length) in instance.borders() {
        if cells[a].holder != cells[b].holder {
            line_km[0] += length;
        }
        if after(a) != after(b) {
            line_km[1] += length;
        }
    }
    let (area_km2, counted) = ([area(0), area(1)], [people(0), people(1)]);
    let [first, second] = match wanted.by {
        Measure::Area => area_km2,
        Measure::People => counted,
    };
    let pieces = pieces(instance, given);
    let cost =
        wanted.objective.person * (counted[0] + counted[1]) + wanted.objective.km * line_km[1];
    Figures {
        area_km2,
        people: counted.map(|people| known.then_some(people)),
        ratio: (second > 0.0).then(|| first / second),
        line_km,
        pieces,
        cost,
    }
}

/// The reasons for which an exchange of these cells is refused.
fn refusals(
    instance: &Instance,
    wanted: &Wanted,
    given: &BTreeSet<usize>,
    figures: &Figures,
) -> Vec<RefusalReason> {
    let mut reasons = Vec::new();
    for side in [0, 1] {
        let least = wanted.least[side].square_km();
        if figures.area_km2[side] < least * (1.0 - 1e-9) {
            reasons.push(RefusalReason::TooLittle { square_km: figures.area_km2[side] });
        }
    }
    if let (Some(window), Some(ratio)) = (wanted.ratio, figures.ratio) {
        let slack = 1e-9 * window.high().max(1.0);
        if ratio < window.low() - slack || ratio > window.high() + slack {
            reasons.push(RefusalReason::Ratio { ratio });
        }
    }
    let broken = broken_pieces(instance, given);
    if broken > 0 {
        reasons.push(RefusalReason::FallsApart { pieces: broken });
    }
    reasons
}

/// The sets of cells that hang together, by a rule for which neighbours do.
struct Sets(Vec<usize>);

impl Sets {
    fn of(instance: &Instance, together: impl Fn(usize, usize) -> bool) -> Self {
        let mut sets = Self((0..instance.cells().len()).collect());
        for (a, b, _) in instance.borders() {
            if together(a, b) {
                let (a, b) = (sets.find(a), sets.find(b));
                sets.0[a] = b;
            }
        }
        sets
    }

    fn find(&mut self, mut cell: usize) -> usize {
        while self.0[cell] != cell {
            self.0[cell] = self.0[self.0[cell]];
            cell = self.0[cell];
        }
        cell
    }
}

fn before_and_after(instance: &Instance, given: &BTreeSet<usize>) -> [Sets; 2] {
    let cells = instance.cells();
    let after = |cell: usize| (cells[cell].holder.index() == 0) != given.contains(&cell);
    [
        Sets::of(instance, |a, b| cells[a].holder == cells[b].holder),
        Sets::of(instance, |a, b| after(a) == after(b)),
    ]
}

/// The pieces of each side, before and after.
fn pieces(instance: &Instance, given: &BTreeSet<usize>) -> [[usize; 2]; 2] {
    let cells = instance.cells();
    let mut sets = before_and_after(instance, given);
    let mut pieces = [[0; 2]; 2];
    for (index, cell) in cells.iter().enumerate() {
        let side = cell.holder.index();
        if sets[0].find(index) == index {
            pieces[side][0] += 1;
        }
        if sets[1].find(index) == index {
            pieces[if given.contains(&index) { 1 - side } else { side }][1] += 1;
        }
    }
    pieces
}

/// How many pieces after the exchange there are in excess: parts of one piece of before that lie
/// apart, and received land apart from all that its new side keeps.
fn broken_pieces(instance: &Instance, given: &BTreeSet<usize>) -> usize {
    let [mut before, mut after] = before_and_after(instance, given);
    let mut homes: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let (mut all, mut kept) = (BTreeSet::new(), BTreeSet::new());
    for cell in 0..instance.cells().len() {
        let now = after.find(cell);
        all.insert(now);
        if !given.contains(&cell) {
            kept.insert(now);
            homes.entry(before.find(cell)).or_default().insert(now);
        }
    }
    let split: usize = homes.values().map(|homes| homes.len() - 1).sum();
    split + all.difference(&kept).count()
}
