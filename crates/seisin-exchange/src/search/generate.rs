//! Made-up instances for tests and benchmarks: no real place.

use super::{
    instance::{Border, Cell, HolderSide, Instance, Role},
    random::Random,
    wanted::{Measure, Objective, RatioWindow, Wanted},
};
use seisin_core::{Area, Length};

/// A made-up instance and what is wanted of it.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The cells.
    pub instance: Instance,
    /// The wish.
    pub wanted: Wanted,
}

/// A made-up instance of about `cells` cells that may change hands.
///
/// # Method
/// Rows of cells of uneven size, every second row shifted by half a cell, on both sides of a
/// wandering line; people by a heavy-tailed draw with towns in which they crowd; behind each side's
/// cells one kept cell for the rest of its land. A few cells are kept, one or two demanded.
pub fn generated_instance(cells: usize, seed: u64) -> Generated {
    let mut random = Random::new(seed, u64::try_from(cells).unwrap_or(0));
    let field = Field::of(cells);
    let line = field.line(&mut random);
    let towns = field.towns(&mut random);
    let mut list: Vec<Cell> = Vec::new();
    for at in 0..field.width * field.height {
        list.push(field.cell(at, (&line, &towns), &mut random));
    }
    let borders = field.borders(&mut list);
    demand(&mut list, &field, &mut random);
    let instance = Instance::new(list, &borders).expect("a field of cells is an instance");
    let side = |side: HolderSide| {
        let own = instance.cells().iter();
        let free = own.filter(|cell| cell.holder == side && cell.role != Role::Kept);
        free.map(|cell| cell.area.square_metres()).sum::<f64>()
    };
    let share = 0.1 + 0.15 * random.share();
    let least = share * side(HolderSide::First).min(side(HolderSide::Second));
    let objective = Objective::people_then_line(&instance);
    let wanted = Wanted {
        ratio: Some(RatioWindow { ratio: 1.0, tolerance: 0.05 }),
        by: Measure::Area,
        least: [Area::from_square_metres(least); 2],
        objective,
    };
    Generated { instance, wanted }
}

struct Field {
    width: usize,
    height: usize,
}

/// Where a town is, and how many people live in its middle.
struct Town {
    column: f64,
    row: f64,
    people: f64,
}

impl Field {
    fn of(cells: usize) -> Self {
        let width = (1..=cells.max(4)).find(|width| width * width >= cells).unwrap_or(1).max(4);
        Self { width, height: cells.div_ceil(width).max(4) }
    }

    fn number(count: usize) -> f64 {
        u32::try_from(count).map_or(f64::MAX, f64::from)
    }

    /// For each column, the row at which the second side's land begins.
    fn line(&self, random: &mut Random) -> Vec<usize> {
        let (low, high) = (self.height / 4, self.height - self.height / 4);
        let mut row = self.height / 2;
        let step = |row: usize, random: &mut Random| match random.below(4) {
            0 => row.saturating_sub(1),
            1 => row + 1,
            _ => row,
        };
        (0..self.width)
            .map(|_| {
                row = step(row, random).clamp(low.max(1), high.min(self.height - 1));
                row
            })
            .collect()
    }

    fn towns(&self, random: &mut Random) -> Vec<Town> {
        (0..(self.width * self.height / 60).max(1))
            .map(|_| Town {
                column: random.share() * Self::number(self.width),
                row: random.share() * Self::number(self.height),
                people: 3_000.0 * (1.0 - random.share()).powf(-0.8).min(40.0),
            })
            .collect()
    }

    fn cell(&self, at: usize, (line, towns): (&[usize], &[Town]), random: &mut Random) -> Cell {
        let (row, column) = (at / self.width, at % self.width);
        let (y, x) = (Self::number(row), Self::number(column));
        let crowd: f64 = towns
            .iter()
            .map(|town| {
                town.people * (-((town.row - y).powi(2) + (town.column - x).powi(2)) / 2.0).exp()
            })
            .sum();
        let spread = random.share() + random.share() + random.share() - 1.5;
        let people = (40.0 * (1.6 * spread).exp() + crowd * (0.5 + random.share())).round();
        let holder = if row < line[column] { HolderSide::First } else { HolderSide::Second };
        let edge = row == 0 || row + 1 == self.height;
        let kept = edge || random.below(50) == 0;
        Cell {
            name: format!("cell {at}"),
            holder,
            area: Area::from_square_km(4.0 + 8.0 * random.share()),
            people: Some(people),
            role: if kept { Role::Kept } else { Role::Free },
        }
    }

    /// Borders between cells; the first and the last row each hang together as a side's other land.
    fn borders(&self, list: &mut Vec<Cell>) -> Vec<Border> {
        let mut borders = Vec::new();
        let mut join = |a: usize, b: usize, km: f64| {
            borders.push(Border { cells: [a, b], length: Length::from_km(km) });
        };
        let mut rng = Random::new(3, 5);
        for at in 0..self.width * self.height {
            let (row, column) = (at / self.width, at % self.width);
            if column + 1 < self.width {
                join(at, at + 1, 1.5 + rng.share());
            }
            if row + 1 < self.height {
                join(at, at + self.width, 1.0 + rng.share());
                let shifted = if row % 2 == 0 { column.checked_sub(1) } else { Some(column + 1) };
                if let Some(other) = shifted.filter(|other| *other < self.width) {
                    join(at, (row + 1) * self.width + other, 1.0 + rng.share());
                }
            }
        }
        for (holder, row) in [(HolderSide::First, 0), (HolderSide::Second, self.height - 1)] {
            let rest = list.len();
            list.push(Cell {
                name: format!("the rest of side {}", holder.index() + 1),
                holder,
                area: Area::from_square_km(100_000.0),
                people: None,
                role: Role::Kept,
            });
            (0..self.width).for_each(|column| join(rest, row * self.width + column, 2.0));
        }
        borders
    }
}

/// One free cell near the line of each side is demanded.
fn demand(list: &mut [Cell], field: &Field, random: &mut Random) {
    for side in [HolderSide::First, HolderSide::Second] {
        let middle = field.width * field.height / 2;
        let near: Vec<usize> = (0..field.width * field.height)
            .filter(|at| at.abs_diff(middle) < 4 * field.width)
            .filter(|at| list[*at].holder == side && list[*at].role == Role::Free)
            .collect();
        if let Some(at) = near.get(random.below(near.len().max(1))) {
            list[*at].role = Role::Demanded;
        }
    }
}
