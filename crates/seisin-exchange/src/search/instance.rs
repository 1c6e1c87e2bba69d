//! Cells of land with their borders: what a search works on.

use seisin_core::{Area, Length};
use std::collections::BTreeMap;

/// Which of the two sides holds a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderSide {
    /// The first side.
    First,
    /// The second side.
    Second,
}

impl HolderSide {
    /// The first is 0, the second 1.
    pub const fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
        }
    }

    /// The other side.
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// Whether a cell may change hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It may.
    Free,
    /// It must: somebody demands it.
    Demanded,
    /// It may not: somebody keeps it.
    Kept,
}

/// A piece of land that changes hands whole or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it is called.
    pub name: String,
    /// Who holds it before.
    pub holder: HolderSide,
    /// How much land it is.
    pub area: Area,
    /// How many people are known to live there; `None` where nothing on record says.
    pub people: Option<f64>,
    /// Whether it may change hands.
    pub role: Role,
}

/// The border two cells have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Border {
    /// The two cells, by their places in the list.
    pub cells: [usize; 2],
    /// How long it is.
    pub length: Length,
}

/// Why cells and borders make no instance.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InstanceError {
    /// A border names a cell that is not there, or a cell twice.
    #[error("place border {index}: it is between cells {cells:?} of {count}")]
    NoSuchCell {
        /// The border's place in the list.
        index: usize,
        /// The cells it names.
        cells: [usize; 2],
        /// How many cells there are.
        count: usize,
    },
    /// An amount is not finite or negative.
    #[error("measure cell {name}: its area, people or border is negative or no number")]
    NoAmount {
        /// The cell.
        name: String,
    },
    /// There are more cells than a search takes.
    #[error(
        "search {found} cells: at most {limit} are taken\nhint: use larger cells, or a lesser depth \
         from the line"
    )]
    TooManyCells {
        /// How many.
        found: usize,
        /// The limit.
        limit: usize,
    },
}

/// Cells of land with their borders.
///
/// # Assumptions
/// Checked: borders are between two different cells that are there; several borders of one pair are
/// added up; amounts are finite and not negative. Land of either side that may not change hands is
/// a [`Role::Kept`] cell, so that connection through it is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Instance {
    cells: Vec<Cell>,
    starts: Vec<usize>,
    neighbours: Vec<(usize, f64)>,
    components: Vec<usize>,
    component_count: [usize; 2],
}

impl Instance {
    /// The most cells taken.
    pub const MOST_CELLS: usize = 200_000;

    /// The instance of these cells and borders.
    ///
    /// # Errors
    /// [`InstanceError`] for what the assumptions exclude.
    pub fn new(cells: Vec<Cell>, borders: &[Border]) -> Result<Self, InstanceError> {
        if cells.len() > Self::MOST_CELLS {
            return Err(InstanceError::TooManyCells {
                found: cells.len(),
                limit: Self::MOST_CELLS,
            });
        }
        let sound = |amount: f64| amount.is_finite() && amount >= 0.0;
        for cell in &cells {
            if !sound(cell.area.square_metres()) || !sound(cell.people.unwrap_or(0.0)) {
                return Err(InstanceError::NoAmount { name: cell.name.clone() });
            }
        }
        let mut joined: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (index, border) in borders.iter().enumerate() {
            let [a, b] = border.cells;
            if a == b || a.max(b) >= cells.len() {
                let (cells, count) = (border.cells, cells.len());
                return Err(InstanceError::NoSuchCell { index, cells, count });
            }
            if !sound(border.length.metres()) {
                return Err(InstanceError::NoAmount { name: cells[a].name.clone() });
            }
            *joined.entry((a.min(b), a.max(b))).or_default() += border.length.km();
        }
        let (starts, neighbours) = adjacency(cells.len(), &joined);
        let mut instance =
            Self { cells, starts, neighbours, components: Vec::new(), component_count: [0; 2] };
        instance.find_components();
        Ok(instance)
    }

    /// The cells.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// How many cells may change hands.
    pub fn changeable(&self) -> usize {
        self.cells.iter().filter(|cell| cell.role != Role::Kept).count()
    }

    /// Whether the people of any cell are known.
    pub fn knows_people(&self) -> bool {
        self.cells.iter().any(|cell| cell.people.is_some())
    }

    /// The cells that border on a cell, with the length of the border in km, in order.
    pub fn neighbours(&self, cell: usize) -> &[(usize, f64)] {
        &self.neighbours[self.starts[cell]..self.starts[cell + 1]]
    }

    /// All borders once each, with their lengths in km.
    pub fn borders(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        (0..self.cells.len()).flat_map(move |a| {
            let later = self.neighbours(a).iter().filter(move |(b, _)| *b > a);
            later.map(move |(b, length)| (a, *b, *length))
        })
    }

    /// The connected piece of its holder's land that a cell lies in before the exchange.
    pub(super) fn component(&self, cell: usize) -> usize {
        self.components[cell]
    }

    /// How many pieces a side's land is in before the exchange.
    pub fn pieces(&self, side: HolderSide) -> usize {
        self.component_count[side.index()]
    }

    fn find_components(&mut self) {
        self.components = vec![usize::MAX; self.cells.len()];
        let mut next = 0;
        for start in 0..self.cells.len() {
            if self.components[start] != usize::MAX {
                continue;
            }
            let holder = self.cells[start].holder;
            self.component_count[holder.index()] += 1;
            self.components[start] = next;
            let mut open = vec![start];
            while let Some(cell) = open.pop() {
                for at in self.starts[cell]..self.starts[cell + 1] {
                    let (other, _) = self.neighbours[at];
                    if self.cells[other].holder == holder && self.components[other] == usize::MAX {
                        self.components[other] = next;
                        open.push(other);
                    }
                }
            }
            next += 1;
        }
    }
}

fn adjacency(
    count: usize,
    joined: &BTreeMap<(usize, usize), f64>,
) -> (Vec<usize>, Vec<(usize, f64)>) {
    let mut lists: Vec<Vec<(usize, f64)>> = vec![Vec::new(); count];
    for ((a, b), length) in joined {
        lists[*a].push((*b, *length));
        lists[*b].push((*a, *length));
    }
    let mut starts = vec![0];
    let mut neighbours = Vec::new();
    for mut list in lists {
        list.sort_by_key(|(cell, _)| *cell);
        neighbours.append(&mut list);
        starts.push(neighbours.len());
    }
    (starts, neighbours)
}
