//! The sums of an exchange, what they cost, and how far they are from what is wanted.

use super::{instance::HolderSide, wanted::Wanted};

/// The sums of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Sums {
    /// People known to live on what changes hands.
    pub(super) people: f64,
    /// The line where the two sides meet, in km.
    pub(super) line: f64,
    /// Land each side gives, in m².
    pub(super) area: [f64; 2],
    /// What each side gives, by the measure of the ratio.
    pub(super) mass: [f64; 2],
    /// Demanded cells that have not changed hands.
    pub(super) undelivered: f64,
}

/// How many typical cells an undelivered demand counts for.
const DEMAND: f64 = 8.0;

impl Sums {
    /// What the exchange costs.
    pub(super) fn cost(&self, wanted: &Wanted) -> f64 {
        let objective = wanted.objective;
        self.people * objective.person + self.line * objective.km
    }

    /// How far it is from what is wanted: 0 for not at all, about 1 for a typical cell.
    pub(super) fn lack(&self, wanted: &Wanted, typical: &Typical) -> f64 {
        let mut lack = DEMAND * self.undelivered;
        for side in [HolderSide::First, HolderSide::Second] {
            let short = wanted.least_of(side).max(typical.any) - self.area[side.index()];
            lack += short.max(0.0) / typical.area;
        }
        if let Some(ratio) = wanted.ratio {
            let [first, second] = self.mass;
            let below = (ratio.low() * second - first).max(0.0);
            let above = (first - ratio.high() * second).max(0.0);
            lack += (below + above / ratio.high().max(1.0)) / typical.mass;
        }
        lack
    }
}

impl Sums {
    /// These sums with two changes that do not touch each other.
    pub(super) fn both(&self, one: &Self, other: &Self) -> Self {
        let add = |base: f64, one: f64, other: f64| one + other - base;
        Self {
            people: add(self.people, one.people, other.people),
            line: add(self.line, one.line, other.line),
            area: [0, 1].map(|side| add(self.area[side], one.area[side], other.area[side])),
            mass: [0, 1].map(|side| add(self.mass[side], one.mass[side], other.mass[side])),
            undelivered: add(self.undelivered, one.undelivered, other.undelivered),
        }
    }
}

/// What a typical cell comes to: the scale on which lacks are told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Typical {
    /// The mean area of a changeable cell, in m².
    pub(super) area: f64,
    /// Its mean amount by the measure of the ratio.
    pub(super) mass: f64,
    /// Less than any cell's area, so that giving nothing lacks something.
    pub(super) any: f64,
}

impl Typical {
    pub(super) fn of(instance: &super::Instance, wanted: &Wanted) -> Self {
        let changeable = instance.cells().iter().filter(|cell| cell.role != super::Role::Kept);
        let (mut count, mut area, mut mass, mut least) = (0.0_f64, 0.0, 0.0, f64::INFINITY);
        for cell in changeable {
            count += 1.0;
            area += cell.area.square_metres();
            mass += wanted.by.of(cell);
            if cell.area.square_metres() > 0.0 {
                least = least.min(cell.area.square_metres());
            }
        }
        let mean = |sum: f64| if sum > 0.0 { sum / count } else { 1.0 };
        let any = if least.is_finite() { least / 2.0 } else { 0.0 };
        Self { area: mean(area), mass: mean(mass), any }
    }
}
