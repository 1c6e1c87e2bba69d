//! Whether both territories stay connected when a cell changes hands.
//!
//! The rule: no piece of land that a side held before may fall apart, and whatever a side is given
//! must hang together with land it keeps. Pieces that lay apart before may go on doing so.

use super::{instance::HolderSide, state::State};
use std::collections::VecDeque;

/// Cells with more neighbours than this are looked at from their neighbours' side alone.
const HUB: usize = 48;
/// How many cells are looked at on a straight way.
const STRAIGHT: usize = 400;
/// How many cells walks look at before the answer is taken to be no.
const WALK: usize = 1_500;
/// Marks of cells from which a straight way does or does not lead on.
const ARRIVED: usize = 1;
const FAILED: usize = 2;

impl State<'_> {
    /// Whether the cell can change hands, or back, and leave both territories connected.
    pub(super) fn can_flip(&mut self, cell: usize) -> bool {
        let from = self.holder(cell);
        match (self.joins(cell, from.other()), self.leaves(cell, from)) {
            (Told::No, _) | (_, Told::No) => false,
            (Told::Yes, Told::Yes) => true,
            _ => {
                self.flip(cell);
                let sound = self.is_connected();
                self.take_back(self.made() - 1);
                sound
            }
        }
    }

    /// Flips the cell if both territories stay connected.
    pub(super) fn try_flip(&mut self, cell: usize) -> bool {
        let can = self.can_flip(cell);
        if can {
            self.flip(cell);
        }
        can
    }

    /// Whether the cell hangs together with land of the side that gets it.
    fn joins(&self, cell: usize, side: HolderSide) -> Told {
        let own = self.instance.cells()[cell].holder == side;
        let pieces = self.instance.pieces(side);
        let mut there =
            self.instance.neighbours(cell).iter().filter(|(other, _)| self.holder(*other) == side);
        if !own || pieces == 1 {
            return match (there.next(), pieces) {
                (Some(_), _) => Told::Yes,
                (None, _) if own => Told::Unsure,
                (None, _) => Told::No,
            };
        }
        let same = |other: usize| {
            self.instance.cells()[other].holder == side
                && self.instance.component(other) == self.instance.component(cell)
        };
        if there.any(|(other, _)| same(*other)) { Told::Yes } else { Told::Unsure }
    }

    /// Whether the land of the side that loses the cell stays together around it.
    fn leaves(&mut self, cell: usize, side: HolderSide) -> Told {
        let around: Vec<usize> = self
            .instance
            .neighbours(cell)
            .iter()
            .map(|(other, _)| *other)
            .filter(|other| self.holder(*other) == side)
            .collect();
        if !self.is_given(cell) && around.iter().all(|other| self.is_given(*other)) {
            // Perhaps the last of the land on which what was received hangs.
            return if around.is_empty() { Told::Yes } else { Told::Unsure };
        }
        if around.len() <= 1 {
            return Told::Yes;
        }
        if self.meet_nearby(cell, &around)
            || self.meet_at_seat(cell, side, &around)
            || self.meet(cell, side, &around)
        {
            return Told::Yes;
        }
        if self.instance.pieces(side) == 1 { Told::No } else { Told::Unsure }
    }

    /// Whether the cells around one are neighbours of each other, one after the other.
    fn meet_nearby(&mut self, cell: usize, around: &[usize]) -> bool {
        let epoch = self.scratch.clear();
        for (index, other) in around.iter().enumerate() {
            self.scratch.mark[*other] = epoch;
            self.scratch.group[*other] = index;
        }
        let mut groups: Vec<usize> = (0..around.len()).collect();
        let mut left = around.len();
        for (index, other) in around.iter().enumerate() {
            let neighbours = self.instance.neighbours(*other);
            if neighbours.len() > HUB {
                continue;
            }
            for (next, _) in neighbours {
                if *next != cell && self.scratch.mark[*next] == epoch {
                    left -= usize::from(join(&mut groups, index, self.scratch.group[*next]));
                }
            }
        }
        left == 1
    }

    /// Whether ways lead straight from each of the cells around one to the side's seat without it.
    fn meet_at_seat(&mut self, cell: usize, side: HolderSide, around: &[usize]) -> bool {
        let epoch = self.scratch.clear();
        self.scratch.mark[cell] = epoch;
        self.scratch.group[cell] = FAILED;
        around.iter().all(|other| self.leads_to_seat(*other, side, epoch))
    }

    /// Whether a way on which every step is nearer to the seat leads there over land of the side.
    fn leads_to_seat(&mut self, from: usize, side: HolderSide, epoch: u32) -> bool {
        let mut way = vec![from];
        let mut looked_at = 0;
        while let Some(at) = way.last().copied() {
            let depth = self.depth[side.index()][at];
            let arrived = self.scratch.mark[at] == epoch && self.scratch.group[at] == ARRIVED;
            if depth == 0 || arrived {
                for passed in way {
                    self.scratch.mark[passed] = epoch;
                    self.scratch.group[passed] = ARRIVED;
                }
                return true;
            }
            looked_at += 1;
            if looked_at > STRAIGHT || depth == u32::MAX {
                return false;
            }
            let nearer = self.instance.neighbours(at).iter().map(|(next, _)| *next).find(|next| {
                let failed =
                    self.scratch.mark[*next] == epoch && self.scratch.group[*next] == FAILED;
                !failed && self.holder(*next) == side && self.depth[side.index()][*next] < depth
            });
            if let Some(next) = nearer {
                way.push(next);
            } else {
                self.scratch.mark[at] = epoch;
                self.scratch.group[at] = FAILED;
                way.pop();
            }
        }
        false
    }

    /// Whether the cells around one meet anywhere in their side's land without it: walks from all
    /// of them at once, and stops where one walk has nowhere left to go, or
    /// after many cells: then they are taken not to meet, which refuses a flip that might do.
    fn meet(&mut self, cell: usize, side: HolderSide, around: &[usize]) -> bool {
        let epoch = self.scratch.clear();
        let mut groups: Vec<usize> = (0..around.len()).collect();
        let mut walks: Vec<VecDeque<usize>> =
            around.iter().map(|other| VecDeque::from([*other])).collect();
        for (index, other) in around.iter().enumerate() {
            self.scratch.mark[*other] = epoch;
            self.scratch.group[*other] = index;
        }
        self.scratch.mark[cell] = epoch;
        self.scratch.group[cell] = usize::MAX;
        let mut left = around.len();
        let mut looked_at = 0;
        loop {
            looked_at += walks.len();
            for (index, walk) in walks.iter_mut().enumerate() {
                let Some(at) = walk.pop_front() else { continue };
                for (next, _) in self.instance.neighbours(at) {
                    if self.holder(*next) != side {
                        continue;
                    }
                    if self.scratch.mark[*next] != epoch {
                        self.scratch.mark[*next] = epoch;
                        self.scratch.group[*next] = index;
                        walk.push_back(*next);
                    } else if self.scratch.group[*next] != usize::MAX
                        && join(&mut groups, index, self.scratch.group[*next])
                    {
                        left -= 1;
                    }
                }
            }
            if left == 1 {
                return true;
            }
            if looked_at > WALK || some_group_is_done(&mut groups, &walks) {
                return false;
            }
        }
    }

    /// Whether both territories are connected as the rule has it.
    pub(super) fn is_connected(&mut self) -> bool {
        let count = self.instance.cells().len();
        let epoch = self.scratch.clear();
        // Where the kept cells of each piece of before were first met.
        let mut homes: Vec<Option<usize>> = vec![None; count];
        let mut pieces = 0;
        for start in 0..count {
            if self.scratch.mark[start] == epoch {
                continue;
            }
            pieces += 1;
            if !self.walk_piece(start, (epoch, pieces), &mut homes) {
                return false;
            }
        }
        true
    }

    fn walk_piece(
        &mut self,
        start: usize,
        (epoch, piece): (u32, usize),
        homes: &mut [Option<usize>],
    ) -> bool {
        let side = self.holder(start);
        let mut keeps_any = false;
        let mut open = vec![start];
        self.scratch.mark[start] = epoch;
        while let Some(cell) = open.pop() {
            if !self.is_given(cell) {
                keeps_any = true;
                let home = homes[self.instance.component(cell)].get_or_insert(piece);
                if *home != piece {
                    return false;
                }
            }
            for (next, _) in self.instance.neighbours(cell) {
                if self.holder(*next) == side && self.scratch.mark[*next] != epoch {
                    self.scratch.mark[*next] = epoch;
                    open.push(*next);
                }
            }
        }
        keeps_any
    }
}

/// What a look at the surroundings tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Yes,
    No,
    Unsure,
}

fn root(groups: &mut [usize], mut at: usize) -> usize {
    while groups[at] != at {
        groups[at] = groups[groups[at]];
        at = groups[at];
    }
    at
}

/// Makes two groups one; whether they were two.
fn join(groups: &mut [usize], one: usize, other: usize) -> bool {
    let (one, other) = (root(groups, one), root(groups, other));
    groups[one] = other;
    one != other
}

/// Whether some group has no walk that can go on, while there are others.
fn some_group_is_done(groups: &mut [usize], walks: &[VecDeque<usize>]) -> bool {
    let roots: Vec<usize> = (0..walks.len()).map(|index| root(groups, index)).collect();
    let goes_on =
        |group: usize| (0..walks.len()).any(|i| roots[i] == group && !walks[i].is_empty());
    roots.iter().any(|group| !goes_on(*group))
}
