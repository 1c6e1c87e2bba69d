//! One round of improvement: annealing of single cells, with corridors re-routed and lobes of land given
//! up and grown anew in between.

use super::{
    change::{Sums, Typical},
    construct::Look,
    corridor::{Corridor, path_to},
    instance::Role,
    outcome::Watch,
    random::Random,
    state::State,
    wanted::Wanted,
};

/// How a round is annealed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Round {
    /// Flips looked at.
    pub(super) steps: u64,
    /// The temperature at the start and at the end, in cost.
    pub(super) heat: [f64; 2],
    /// What lacking a typical cell costs.
    pub(super) lack_costs: f64,
    /// A corridor, and a lobe of land grown anew, are tried once each in so many steps.
    pub(super) corridor_every: u64,
    /// When it ends.
    pub(super) until: Until,
}

/// When a round ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// After its steps.
    Steps,
    /// With the first answer, or after its steps.
    FirstAnswer,
}

/// The best answer met in a round.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) cells: Vec<usize>,
}

/// How often the caller is asked whether to stop, in steps.
const ASK_EVERY: u64 = 1024;

/// An annealing under way.
pub(super) struct Annealing<'s, 'a> {
    state: &'s mut State<'a>,
    typical: Typical,
    wanted: &'a Wanted,
    random: Random,
    heat: f64,
    lack_costs: f64,
    energy: f64,
    best: Kept,
}

/// The best answer so far, kept as what was flipped since, so that keeping it costs little.
#[derive(Debug, Default)]
struct Kept {
    cost: Option<f64>,
    given: Vec<bool>,
    since: Vec<usize>,
}

impl Kept {
    /// The state as it is now is the best.
    fn keep(&mut self, cost: f64) {
        self.cost = Some(cost);
        for cell in self.since.drain(..) {
            self.given[cell] = !self.given[cell];
        }
    }

    /// Forgets cells flipped there and back, once there are many.
    fn tidy(&mut self) {
        if self.since.len() <= 4 * self.given.len() {
            return;
        }
        self.since.sort_unstable();
        let odd = self.since.chunk_by(|a, b| a == b).filter(|run| run.len() % 2 == 1);
        self.since = odd.map(|run| run[0]).collect();
    }

    fn answer(&self) -> Option<Best> {
        let cells = (0..self.given.len()).filter(|cell| self.given[*cell]).collect();
        self.cost.map(|_| Best { cells })
    }
}

impl<'s, 'a> Annealing<'s, 'a> {
    pub(super) fn new(state: &'s mut State<'a>, typical: Typical, random: Random) -> Self {
        let wanted = state.wanted;
        let given = (0..state.instance.cells().len()).map(|cell| state.is_given(cell)).collect();
        let best = Kept { given, ..Kept::default() };
        Self { state, typical, wanted, random, heat: 0.0, lack_costs: 0.0, energy: 0.0, best }
    }

    /// Runs a round and tells the best answer met, with the steps made.
    ///
    /// # Method
    /// S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated annealing", Science
    /// 220 (1983), DOI 10.1126/science.220.4598.671, with a penalty for what is lacking that rises
    /// while something is lacking and falls while nothing is (strategic oscillation, F. Glover,
    /// 1977). Both territories are connected at every step.
    pub(super) fn run(mut self, round: &Round, watch: &Watch<'_>) -> (Option<Best>, u64) {
        self.lack_costs = round.lack_costs;
        self.heat = round.heat[0];
        self.energy = self.energy_of(&self.state.sums);
        let cooling = (round.heat[1] / round.heat[0]).powf(1.0 / blocks(round.steps));
        let mut step = 0;
        while step < round.steps {
            if step % ASK_EVERY == 0 {
                if (watch.stop)() || (round.until == Until::FirstAnswer && self.best.cost.is_some())
                {
                    break;
                }
                self.best.tidy();
                if step > 0 {
                    self.heat *= cooling;
                    self.turn_penalty();
                }
            }
            step += 1;
            if step % round.corridor_every == 0 {
                self.corridor();
            } else if step % round.corridor_every == round.corridor_every / 2 {
                self.ruin();
            } else if self.random.below(3) == 0 {
                self.swap();
            } else {
                self.single();
            }
            self.take_note();
        }
        (self.best.answer(), step)
    }

    fn energy_of(&self, sums: &Sums) -> f64 {
        sums.cost(self.wanted) + self.lack_costs * sums.lack(self.wanted, &self.typical)
    }

    fn turn_penalty(&mut self) {
        let lacking = self.state.sums.lack(self.wanted, &self.typical) > 0.0;
        self.lack_costs *= if lacking { 1.05 } else { 0.98 };
        self.energy = self.energy_of(&self.state.sums);
    }

    fn accepts(&mut self, energy: f64) -> bool {
        let worse = energy - self.energy;
        worse <= 0.0 || self.random.share() < (-worse / self.heat).exp()
    }

    fn some_edge_cell(&mut self) -> Option<usize> {
        let count = self.state.edge().len();
        let at = self.random.below(count);
        self.state.edge().get(at).copied()
    }

    fn single(&mut self) {
        let Some(cell) = self.some_edge_cell() else { return };
        let energy = self.energy_of(&self.state.sums_after(cell));
        if self.accepts(energy) && self.state.try_flip(cell) {
            self.energy = energy;
        }
    }

    /// One cell for another, so that little is lacking in between.
    fn swap(&mut self) {
        let Some(one) = self.some_edge_cell() else { return };
        let holder = self.state.instance.cells()[one].holder;
        let other = (0..4).find_map(|_| {
            let cell = self.some_edge_cell()?;
            let differs = self.state.is_given(cell) != self.state.is_given(one)
                && self.state.instance.cells()[cell].holder == holder;
            differs.then_some(cell)
        });
        let Some(other) = other else { return };
        if self.state.instance.neighbours(one).iter().any(|(cell, _)| *cell == other) {
            return;
        }
        let (after_one, after_other) = (self.state.sums_after(one), self.state.sums_after(other));
        let energy = self.energy_of(&self.state.sums.both(&after_one, &after_other));
        if !self.accepts(energy) || !self.state.try_flip(one) {
            return;
        }
        if self.state.try_flip(other) {
            self.energy = energy;
        } else {
            self.state.take_back(0);
        }
    }

    /// A cell away from the line with the cheapest corridor to it, and what that makes possible.
    fn corridor(&mut self) {
        let Some(to) = self.some_wish() else { return };
        let corridor = Corridor {
            to,
            worth_per_area: self.lack_costs / self.typical.area * 0.5,
            look_at: 600,
        };
        let Some(path) = path_to(self.state, corridor.to, &corridor) else { return };
        if path.len() > 60 {
            return;
        }
        self.flip_and_mend(&path);
    }

    /// Land that hangs together is given up, and what is lacking is taken anew elsewhere (ruin and recreate,
    /// G. Schrimpf and others, Journal of Computational Physics 159 (2000), DOI 10.1006/jcph.1999.6413).
    fn ruin(&mut self) {
        let Some(cells) = self.some_lobe() else { return };
        self.flip_and_mend(&cells);
    }

    /// Flips cells together and makes up for what that lacks; all of it stays, or none.
    fn flip_and_mend(&mut self, cells: &[usize]) {
        for cell in cells {
            self.state.flip(*cell);
        }
        let most = 2 * cells.len() + 12;
        let fits = self.state.is_connected();
        if fits {
            self.state.mend(&self.typical, most, Look::Sample(self.random.next()));
            self.state.trim(&self.typical, 4, Look::Sample(self.random.next()));
        }
        let energy = self.energy_of(&self.state.sums);
        if fits && self.accepts(energy) {
            self.energy = energy;
        } else {
            self.state.take_back(0);
        }
    }

    /// Some free cells given by one side that hang together, from one at the edge on.
    fn some_lobe(&mut self) -> Option<Vec<usize>> {
        const LARGEST: usize = 16;
        let first = (0..8).find_map(|_| {
            let cell = self.some_edge_cell()?;
            (self.state.is_given(cell) && self.state.is_free(cell)).then_some(cell)
        })?;
        let holder = self.state.instance.cells()[first].holder;
        let most = 2 + self.random.below(LARGEST);
        let mut lobe = vec![first];
        let mut next = 0;
        while next < lobe.len() && lobe.len() < most {
            for (cell, _) in self.state.instance.neighbours(lobe[next]) {
                let same = self.state.instance.cells()[*cell].holder == holder;
                let given = self.state.is_given(*cell) && self.state.is_free(*cell);
                if same && given && lobe.len() < most && !lobe.contains(cell) {
                    lobe.push(*cell);
                }
            }
            next += 1;
        }
        Some(lobe)
    }

    /// A free cell that it would pay to flip, the best of a few.
    fn some_wish(&mut self) -> Option<usize> {
        let count = self.state.instance.cells().len();
        let worth = self.lack_costs / self.typical.area * 0.5;
        let mut best: Option<(f64, usize)> = None;
        if self.state.sums.undelivered > 0.0 {
            let cells = self.state.instance.cells();
            let start = self.random.below(count);
            let demanded = (0..count)
                .map(|at| (start + at) % count)
                .find(|cell| cells[*cell].role == Role::Demanded && !self.state.is_given(*cell));
            return demanded;
        }
        for _ in 0..12 {
            let cell = self.random.below(count);
            if !self.state.is_free(cell) {
                continue;
            }
            let place = &self.state.instance.cells()[cell];
            let people = place.people.unwrap_or(0.0) * self.wanted.objective.person;
            let net = people - place.area.square_metres() * worth;
            let net = if self.state.is_given(cell) { -net } else { net };
            if best.is_none_or(|(known, _)| net < known) {
                best = Some((net, cell));
            }
        }
        best.map(|(_, cell)| cell)
    }

    /// Notes what the step flipped, and keeps the state if it is the best answer yet.
    fn take_note(&mut self) {
        if self.state.made() == 0 {
            return;
        }
        self.best.since.extend(self.state.flipped());
        self.state.mark();
        let cost = self.state.sums.cost(self.wanted);
        let better = self.best.cost.is_none_or(|best| cost < best - 1e-9);
        if better && self.state.sums.lack(self.wanted, &self.typical) <= 0.0 {
            self.best.keep(cost);
        }
    }
}

/// How many times a round of so many steps cools down.
fn blocks(steps: u64) -> f64 {
    u32::try_from(steps / ASK_EVERY).map_or(f64::from(u32::MAX), |blocks| f64::from(blocks.max(1)))
}
