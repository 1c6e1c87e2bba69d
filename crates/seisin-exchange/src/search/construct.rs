//! The first answer: demanded cells, each reached by its cheapest corridor, then growth along the
//! line until nothing is lacking.

use super::{
    change::Typical,
    corridor::{Corridor, path_to},
    instance::Role,
    state::State,
};

/// How much of the line is looked at for the next flip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// All of it.
    All,
    /// A stretch of it that this number chooses.
    Sample(u64),
}

/// How many cells a sample looks at.
const SAMPLE: usize = 48;

impl Look {
    fn at(self, edge: &[usize]) -> impl Iterator<Item = &usize> {
        let (start, count) = match self {
            Self::All => (0, edge.len()),
            Self::Sample(number) => {
                let cells = u64::try_from(edge.len().max(1)).unwrap_or(u64::MAX);
                (usize::try_from(number % cells).unwrap_or(0), edge.len().min(SAMPLE))
            }
        };
        edge.iter().cycle().skip(start).take(count)
    }
}

/// The cheapest flip found: what it costs for what it mends.
#[derive(Debug, Clone, Copy)]
struct Step {
    cell: usize,
    price: f64,
}

impl State<'_> {
    /// Gives every demanded cell that can be given without a territory falling apart.
    pub(super) fn give_demanded(&mut self) {
        let cells = self.instance.cells();
        let mut demanded: Vec<usize> =
            (0..cells.len()).filter(|cell| cells[*cell].role == Role::Demanded).collect();
        // Those next to what is already given first, until none is; then by corridor.
        loop {
            let before = demanded.len();
            demanded.retain(|cell| !self.try_flip(*cell));
            if demanded.len() == before {
                break;
            }
        }
        for cell in demanded {
            if self.is_given(cell) || self.try_flip(cell) {
                continue;
            }
            let made = self.made();
            let path = path_to(self, cell, &Corridor::towards(cell)).unwrap_or_default();
            for step in &path {
                self.flip(*step);
            }
            if !self.is_connected() {
                self.take_back(made);
            }
        }
    }

    /// Flips cells along the line, the cheapest for what they mend first, until nothing is lacking;
    /// whether it came to that within `most` flips.
    pub(super) fn mend(&mut self, typical: &Typical, most: usize, look: Look) -> bool {
        let mut left = most;
        while left > 0 {
            let lack = self.sums.lack(self.wanted, typical);
            if lack <= 0.0 {
                return true;
            }
            let mut steps = self.steps_that_mend(typical, lack, look);
            steps.sort_by(|a, b| a.price.total_cmp(&b.price).then(a.cell.cmp(&b.cell)));
            // Several flips for one look along a long line; a single one along a short one.
            let at_once = (steps.len() / 24).clamp(1, left);
            let mut done = 0;
            for step in steps {
                let after = self.sums_after(step.cell).lack(self.wanted, typical);
                if after < self.sums.lack(self.wanted, typical) - 1e-9 && self.try_flip(step.cell) {
                    done += 1;
                }
                if done >= at_once {
                    break;
                }
            }
            if done == 0 {
                return false;
            }
            left -= done;
        }
        self.sums.lack(self.wanted, typical) <= 0.0
    }

    fn steps_that_mend(&self, typical: &Typical, lack: f64, look: Look) -> Vec<Step> {
        let cost = self.sums.cost(self.wanted);
        let step = |cell: &usize| {
            let after = self.sums_after(*cell);
            let mended = lack - after.lack(self.wanted, typical);
            let price = (after.cost(self.wanted) - cost) / mended;
            (mended > 1e-9).then_some(Step { cell: *cell, price })
        };
        look.at(self.edge()).filter_map(step).collect()
    }

    /// Takes every flip that costs less than nothing and leaves nothing lacking.
    pub(super) fn trim(&mut self, typical: &Typical, most: usize, look: Look) {
        for _ in 0..most {
            let cost = self.sums.cost(self.wanted);
            let mut gains: Vec<(f64, usize)> = look
                .at(self.edge())
                .filter_map(|cell| {
                    let after = self.sums_after(*cell);
                    let gain = cost - after.cost(self.wanted);
                    let sound = after.lack(self.wanted, typical) <= 0.0;
                    (gain > 1e-9 && sound).then_some((gain, *cell))
                })
                .collect();
            gains.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            if !gains.into_iter().take(24).any(|(_, cell)| self.try_flip(cell)) {
                return;
            }
        }
    }
}
