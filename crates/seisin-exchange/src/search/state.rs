//! Who would hold each cell, and the sums that follow from it.

use super::{
    change::Sums,
    instance::{HolderSide, Instance, Role},
    wanted::Wanted,
};
use std::collections::VecDeque;

/// Who would hold each cell, with the sums kept up to date.
#[derive(Debug, Clone)]
pub(super) struct State<'a> {
    pub(super) instance: &'a Instance,
    pub(super) wanted: &'a Wanted,
    /// Whether each cell has changed hands.
    given: Vec<bool>,
    /// Who would hold each cell.
    holder: Vec<HolderSide>,
    pub(super) sums: Sums,
    /// The cells that may be flipped: changeable ones with a neighbour of the other side.
    edge: Vec<usize>,
    /// Where each cell stands in `edge`.
    place: Vec<usize>,
    /// The flips since the last [`State::mark`].
    log: Vec<usize>,
    /// How many borders lie between each cell and each side's seat, the largest land it keeps.
    pub(super) depth: [Vec<u32>; 2],
    pub(super) scratch: Scratch,
}

/// Marks for walks over the cells, emptied by counting up.
#[derive(Debug, Clone, Default)]
pub(super) struct Scratch {
    pub(super) mark: Vec<u32>,
    pub(super) group: Vec<usize>,
    pub(super) epoch: u32,
}

impl Scratch {
    /// Forgets all marks.
    pub(super) fn clear(&mut self) -> u32 {
        self.epoch = self.epoch.checked_add(1).unwrap_or_else(|| {
            self.mark.fill(0);
            1
        });
        self.epoch
    }
}

const NOWHERE: usize = usize::MAX;

impl<'a> State<'a> {
    /// Everything as it is before the exchange.
    pub(super) fn before(instance: &'a Instance, wanted: &'a Wanted) -> Self {
        let count = instance.cells().len();
        let holder: Vec<HolderSide> = instance.cells().iter().map(|cell| cell.holder).collect();
        let line = instance.borders().filter(|(a, b, _)| holder[*a] != holder[*b]);
        let sums = Sums {
            line: line.map(|(_, _, length)| length).sum(),
            undelivered: instance
                .cells()
                .iter()
                .map(|cell| if cell.role == Role::Demanded { 1.0 } else { 0.0 })
                .sum(),
            ..Sums::default()
        };
        let mut state = Self {
            instance,
            wanted,
            given: vec![false; count],
            holder,
            sums,
            edge: Vec::new(),
            place: vec![NOWHERE; count],
            log: Vec::new(),
            depth: [HolderSide::First, HolderSide::Second].map(|side| depths(instance, side)),
            scratch: Scratch { mark: vec![0; count], group: vec![0; count], epoch: 0 },
        };
        (0..count).for_each(|cell| state.place_on_edge(cell));
        state
    }

    pub(super) fn holder(&self, cell: usize) -> HolderSide {
        self.holder[cell]
    }

    pub(super) fn is_given(&self, cell: usize) -> bool {
        self.given[cell]
    }

    /// Whether the search may flip the cell at all.
    pub(super) fn is_free(&self, cell: usize) -> bool {
        self.instance.cells()[cell].role != Role::Kept
    }

    /// The cells on either side of the line that may be flipped.
    pub(super) fn edge(&self) -> &[usize] {
        &self.edge
    }

    /// The cells that have changed hands, in order.
    pub(super) fn answer(&self) -> Vec<usize> {
        (0..self.given.len()).filter(|cell| self.given[*cell]).collect()
    }

    /// The sums if the cell changed hands, or back.
    pub(super) fn sums_after(&self, cell: usize) -> Sums {
        let place = &self.instance.cells()[cell];
        let sign = if self.given[cell] { -1.0 } else { 1.0 };
        let mut sums = self.sums;
        let side = place.holder.index();
        if place.role == Role::Demanded {
            sums.undelivered -= sign;
        }
        sums.people += sign * place.people.unwrap_or(0.0);
        sums.area[side] += sign * place.area.square_metres();
        sums.mass[side] += sign * self.wanted.by.of(place);
        for (other, length) in self.instance.neighbours(cell) {
            let apart = self.holder[*other] != self.holder[cell];
            sums.line += if apart { -length } else { *length };
        }
        sums
    }

    /// Gives the cell to the other side, whatever that does to connection.
    pub(super) fn flip(&mut self, cell: usize) {
        self.sums = self.sums_after(cell);
        self.given[cell] = !self.given[cell];
        self.holder[cell] = self.holder[cell].other();
        self.log.push(cell);
        self.place_on_edge(cell);
        for at in 0..self.instance.neighbours(cell).len() {
            let (other, _) = self.instance.neighbours(cell)[at];
            self.place_on_edge(other);
        }
    }

    /// Starts a sequence of flips that may be taken back.
    pub(super) fn mark(&mut self) {
        self.log.clear();
    }

    /// The flips since the mark.
    pub(super) fn flipped(&self) -> &[usize] {
        &self.log
    }

    /// How many flips were made since the mark.
    pub(super) fn made(&self) -> usize {
        self.log.len()
    }

    /// Takes back the flips made since there were `kept` of them.
    pub(super) fn take_back(&mut self, kept: usize) {
        while self.log.len() > kept {
            if let Some(cell) = self.log.pop() {
                self.flip(cell);
                self.log.pop();
            }
        }
    }

    /// Makes this the exchange of exactly these cells.
    pub(super) fn become_answer(&mut self, cells: &[usize]) {
        let mut wish = vec![false; self.given.len()];
        for cell in cells {
            wish[*cell] = true;
        }
        for (cell, wished) in wish.into_iter().enumerate() {
            if self.given[cell] != wished {
                self.flip(cell);
            }
        }
        self.mark();
    }

    fn place_on_edge(&mut self, cell: usize) {
        if !self.is_free(cell) {
            return;
        }
        let own = self.holder[cell];
        let on_edge =
            self.instance.neighbours(cell).iter().any(|(other, _)| self.holder[*other] != own);
        match (on_edge, self.place[cell]) {
            (true, NOWHERE) => {
                self.place[cell] = self.edge.len();
                self.edge.push(cell);
            }
            (false, place) if place != NOWHERE => {
                self.edge.swap_remove(place);
                self.place[cell] = NOWHERE;
                if let Some(moved) = self.edge.get(place) {
                    self.place[*moved] = place;
                }
            }
            _ => {}
        }
    }
}

/// How many borders lie between each cell and the largest cell the side keeps, whoever holds what
/// lies between.
fn depths(instance: &Instance, side: HolderSide) -> Vec<u32> {
    let cells = instance.cells();
    let mut depths = vec![u32::MAX; cells.len()];
    let kept = (0..cells.len())
        .filter(|cell| cells[*cell].holder == side && cells[*cell].role == Role::Kept);
    let Some(seat) = kept
        .max_by(|a, b| cells[*a].area.square_metres().total_cmp(&cells[*b].area.square_metres()))
    else {
        return depths;
    };
    depths[seat] = 0;
    let mut open = VecDeque::from([seat]);
    while let Some(cell) = open.pop_front() {
        for (next, _) in instance.neighbours(cell) {
            if depths[*next] == u32::MAX {
                depths[*next] = depths[cell] + 1;
                open.push_back(*next);
            }
        }
    }
    depths
}
