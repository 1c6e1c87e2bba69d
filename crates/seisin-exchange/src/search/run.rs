//! A search from the first answer to the last.

use super::{
    anneal::{Annealing, Best, Round, Until},
    bound::lower_bound,
    change::Typical,
    construct::Look,
    few::best_of_few,
    instance::{Cell, HolderSide, Instance, Role},
    outcome::{Answer, Found, SearchSettings, Watch},
    random::Random,
    refusal::refusals,
    state::State,
    verify::verify,
    wanted::{Objective, Wanted},
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Rounds run side by side; a fixed number, so that answers do not depend on the machine.
const SIDE_BY_SIDE: u64 = 2;
/// Steps a cell in the first rounds; later rounds are longer.
const SHORTEST: u64 = 100;
/// How often rounds double in length.
const DOUBLINGS: u64 = 5;
/// How many answers are taken apart.
const HALVES: usize = 24;
/// Cells looked at in recombining, after each batch of rounds.
const RECOMBINED: usize = 40_000;
/// Arcs looked at for the bound.
const BOUND_WORK: u64 = 400_000_000;

/// Searches for exchanges of the instance's cells that satisfy what is wanted.
///
/// # Method
/// A first answer by growth along the line; then rounds of annealing, two side by side, from the
/// best answer and from others, with corridors re-routed and whole lobes of land given up and grown
/// anew in between, until the steps are used up or the caller stops it. Of few cells every set is looked at. Every answer
/// passes [`verify`], or it is not one. The bound is [`lower_bound`]'s.
///
/// # Accuracy
/// No promise but the gap that is returned: measured by `cargo xtask bench exchange`.
///
/// # Example
/// ```
/// use seisin_exchange::{SearchSettings, Watch, generated_instance, search};
/// let made = generated_instance(60, 7);
/// let settings = SearchSettings { steps: 20_000, ..SearchSettings::default() };
/// let found = search(&made.instance, &made.wanted, &settings, &Watch::NOBODY);
/// let best = found.answers.first().expect("it has answers");
/// assert!(best.figures.cost >= found.bound.cost - 1e-6);
/// ```
pub fn search(
    instance: &Instance,
    wanted: &Wanted,
    settings: &SearchSettings,
    watch: &Watch<'_>,
) -> Found {
    let mut pool = Pool::new(instance, wanted);
    let first = first_answer(&pool, settings, watch);
    let mut steps = first.steps;
    if let Some(best) = first.best {
        pool.add(best.cells);
    }
    let first_after = pool.best().map(|_| steps);
    if let Some(best) = best_of_few(instance, wanted) {
        pool.add(best);
    }
    (watch.tell)(steps, pool.best());
    let plan = Plan::of(&pool);
    let (bound, mut made) = rayon::join(
        || lower_bound(instance, wanted, BOUND_WORK),
        || plan.batch(&pool, (settings, 0), watch),
    );
    for batch in 1.. {
        for (best, own) in made {
            steps += own;
            if let Some(best) = best {
                pool.add(best.cells);
            }
        }
        pool.recombine();
        (watch.tell)(steps, pool.best());
        if steps >= settings.steps || bound.impossible.is_some() || (watch.stop)() {
            break;
        }
        made = plan.batch(&pool, (settings, batch), watch);
    }
    let gap =
        pool.best().map(|cost| if cost > 0.0 { (cost - bound.cost).max(0.0) / cost } else { 0.0 });
    let answers = pool.ranked(settings.answers);
    let refused = refusals(instance, wanted, &answers, settings.refusals);
    let proven = gap.is_some_and(|gap| gap <= 1e-9);
    Found { answers, refused, bound, gap, proven, steps, first_after }
}

/// What an answer takes from one side.
struct Half {
    people: f64,
    mass: f64,
    cells: Vec<usize>,
}

struct First {
    best: Option<Best>,
    steps: u64,
}

/// The first answer: built, or annealed where building does not come to one.
fn first_answer(pool: &Pool<'_>, settings: &SearchSettings, watch: &Watch<'_>) -> First {
    let mut state = State::before(pool.instance, pool.wanted);
    state.give_demanded();
    state.mark();
    let most = pool.instance.cells().len();
    if state.mend(&pool.typical, most, Look::All) {
        state.trim(&pool.typical, 20, Look::All);
        let steps = u64::try_from(state.made()).unwrap_or(0);
        return First { best: Some(Best { cells: state.answer() }), steps };
    }
    state.mark();
    let heat = 4.0 * pool.cost_scale();
    let round = Round {
        steps: settings.steps.min(400_000),
        heat: [heat, heat / 100.0],
        lack_costs: 20.0 * pool.cost_scale(),
        corridor_every: 500,
        until: Until::FirstAnswer,
    };
    let annealing = Annealing::new(&mut state, pool.typical, Random::new(settings.seed, u64::MAX));
    let (best, steps) = annealing.run(&round, watch);
    First { best, steps }
}

/// How rounds are laid out.
struct Plan {
    /// Steps of the first rounds.
    steps: u64,
    scale: f64,
    lack_costs: f64,
}

impl Plan {
    fn of(pool: &Pool<'_>) -> Self {
        let cells = u64::try_from(pool.instance.changeable()).unwrap_or(u64::MAX);
        let steps = (cells * SHORTEST).max(20_000);
        let lack_costs = pool.price_of_land();
        Self { steps, scale: pool.cost_scale(), lack_costs }
    }

    fn batch(
        &self,
        pool: &Pool<'_>,
        (settings, batch): (&SearchSettings, u64),
        watch: &Watch<'_>,
    ) -> Vec<(Option<Best>, u64)> {
        let starts: Vec<(u64, Vec<usize>)> = (0..SIDE_BY_SIDE)
            .map(|side| (batch * SIDE_BY_SIDE + side, pool.start(batch, side)))
            .collect();
        let run = |(stream, cells): (u64, Vec<usize>)| {
            let wanted = pool.wanted_in(stream);
            let mut state = State::before(pool.instance, &wanted);
            state.become_answer(&cells);
            let hot = if batch == 0 || stream % 3 == 2 { 1.0 } else { 0.35 };
            let round = Round {
                steps: (self.steps << (batch / 2).min(DOUBLINGS)).min(settings.steps),
                heat: [self.scale * hot, self.scale * 0.004],
                lack_costs: self.lack_costs,
                corridor_every: 1_500,
                until: Until::Steps,
            };
            let random = Random::new(settings.seed, stream);
            Annealing::new(&mut state, pool.typical, random).run(&round, watch)
        };
        starts.into_par_iter().map(run).collect()
    }
}

/// The answers met so far, checked.
struct Pool<'a> {
    instance: &'a Instance,
    wanted: &'a Wanted,
    typical: Typical,
    answers: BTreeMap<Vec<usize>, Answer>,
}

impl<'a> Pool<'a> {
    fn new(instance: &'a Instance, wanted: &'a Wanted) -> Self {
        let typical = Typical::of(instance, wanted);
        Self { instance, wanted, typical, answers: BTreeMap::new() }
    }

    /// Takes an answer if nothing is wrong with it.
    fn add(&mut self, cells: Vec<usize>) {
        let (figures, faults) = verify(self.instance, self.wanted, &cells);
        debug_assert!(faults.is_empty(), "the search made an answer with {faults:?}");
        if faults.is_empty() {
            let answer = Answer { cells: cells.clone(), figures, on_pareto_front: false };
            self.answers.insert(cells, answer);
        }
    }

    /// What one answer takes from the first side with what another takes from the second, wherever that
    /// may cost less than the best: the two sides' land is chosen almost apart from each other.
    fn recombine(&mut self) {
        let halves = self.halves();
        let Some(best) = self.best() else { return };
        let budget = (RECOMBINED / self.instance.cells().len().max(1)).clamp(1, 64);
        let mut pairs: Vec<(f64, &Half, &Half)> = Vec::new();
        for first in &halves[0] {
            for second in &halves[1] {
                let people = (first.people + second.people) * self.wanted.objective.person;
                if people < best && self.wanted.lets([first, second].map(|half| half.mass)) {
                    pairs.push((people, first, second));
                }
            }
        }
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let tried: Vec<Vec<usize>> = pairs
            .into_iter()
            .map(|(_, first, second)| {
                let mut cells = [first.cells.as_slice(), second.cells.as_slice()].concat();
                cells.sort_unstable();
                cells
            })
            .filter(|cells| !self.answers.contains_key(cells))
            .take(budget)
            .collect();
        for cells in tried {
            let (figures, faults) = verify(self.instance, self.wanted, &cells);
            if faults.is_empty() {
                let answer = Answer { cells: cells.clone(), figures, on_pareto_front: false };
                self.answers.insert(cells, answer);
            }
        }
    }

    /// What the best answers take from each side, each once, the fewest people first.
    fn halves(&self) -> [Vec<Half>; 2] {
        [HolderSide::First, HolderSide::Second].map(|side| {
            let cells = self.instance.cells();
            let mut halves: Vec<Half> = Vec::new();
            for answer in self.sorted().into_iter().take(HALVES) {
                let own: Vec<usize> = answer
                    .cells
                    .iter()
                    .copied()
                    .filter(|cell| cells[*cell].holder == side)
                    .collect();
                if halves.iter().all(|half| half.cells != own) {
                    let sum =
                        |of: &dyn Fn(&Cell) -> f64| own.iter().map(|cell| of(&cells[*cell])).sum();
                    let people = sum(&|cell| cell.people.unwrap_or(0.0));
                    let mass = sum(&|cell| self.wanted.by.of(cell));
                    halves.push(Half { people, mass, cells: own });
                }
            }
            halves
        })
    }

    fn sorted(&self) -> Vec<&Answer> {
        let mut answers: Vec<&Answer> = self.answers.values().collect();
        answers.sort_by(|a, b| a.figures.cost.total_cmp(&b.figures.cost));
        answers
    }

    fn best(&self) -> Option<f64> {
        self.sorted().first().map(|answer| answer.figures.cost)
    }

    /// Where a round starts: mostly from the best, sometimes from another answer.
    fn start(&self, batch: u64, side: u64) -> Vec<usize> {
        let sorted = self.sorted();
        let among = sorted.len().min(4);
        let rank = if side == 0 { 0 } else { usize::try_from(batch).unwrap_or(0) % among.max(1) };
        sorted.get(rank).map(|answer| answer.cells.clone()).unwrap_or_default()
    }

    /// What a round asks for: now and then more weight on the line, so that the front of few people
    /// and little line has more than one end.
    fn wanted_in(&self, stream: u64) -> Wanted {
        let objective = self.wanted.objective;
        let changed = match stream % 16 {
            9 if objective.person > 0.0 => {
                Objective { person: objective.person, km: self.cost_scale() * 0.2 }
            }
            13 if objective.person > 0.0 => Objective { person: objective.person * 1e-3, km: 1.0 },
            _ => objective,
        };
        Wanted { objective: changed, ..*self.wanted }
    }

    /// What flipping a typical cell changes the cost by.
    fn cost_scale(&self) -> f64 {
        let objective = self.wanted.objective;
        let cells = self.instance.cells().iter().enumerate();
        let mut costs: Vec<f64> = cells
            .filter(|(_, cell)| cell.role != Role::Kept)
            .map(|(index, cell)| {
                let line: f64 = self.instance.neighbours(index).iter().map(|(_, km)| km).sum();
                cell.people.unwrap_or(0.0) * objective.person + line * objective.km / 3.0
            })
            .collect();
        costs.sort_by(f64::total_cmp);
        let median = costs.get(costs.len() / 2).copied().unwrap_or(1.0);
        let high = costs.get(costs.len() * 9 / 10).copied().unwrap_or(1.0);
        median.max(high / 20.0).max(1e-6)
    }

    /// What a typical cell's land costs in the best answer, a little more than that.
    fn price_of_land(&self) -> f64 {
        let scale = self.cost_scale();
        let best = self.sorted().first().map(|answer| {
            let km2: f64 = answer.figures.area_km2.iter().sum();
            answer.figures.cost / (km2 * 1e6 / self.typical.area).max(1.0)
        });
        best.unwrap_or(scale).max(scale / 4.0) * 1.5
    }

    /// The best answers that differ, with those on the front of people and line marked.
    fn ranked(&self, most: usize) -> Vec<Answer> {
        let sorted = self.sorted();
        let on_front = |one: &Answer| {
            let people = |answer: &Answer| answer.figures.people.iter().flatten().sum::<f64>();
            let line = |answer: &Answer| answer.figures.line_km[1];
            let (p, l) = (people(one), line(one));
            !sorted.iter().any(|other| {
                let (q, m) = (people(other), line(other));
                q <= p && m <= l && (q < p || m < l)
            })
        };
        let marked =
            |answer: &Answer| Answer { on_pareto_front: on_front(answer), ..answer.clone() };
        let all: Vec<Answer> = sorted.iter().map(|answer| marked(answer)).collect();
        let front = all.iter().skip(most).filter(|answer| answer.on_pareto_front).cloned();
        let front: Vec<Answer> = front.take(most).collect();
        let mut ranked: Vec<Answer> = all.into_iter().take(most).collect();
        ranked.extend(front);
        ranked
    }
}
