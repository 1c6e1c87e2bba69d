//! Times the search on made-up instances and sets it beside reference values, if there are any.
//!
//! `cargo xtask bench exchange` runs this. Arguments: `--export DIR` writes the instances for
//! `reference/highs.py`, and the answers found for those it is asked about, and stops; `--reference CSV` reads what that printed; `--quick` takes a few
//! instances of each size; `--only SIZE` runs one size; `--cpu` counts the seconds that two processors
//! worked for it, on a machine that has other work.
#![expect(clippy::print_stdout, reason = "a program for people at a terminal")]

use seisin_exchange::{
    Found, Generated, HolderSide, Role, SearchSettings, Watch, generated_instance, search, verify,
};
use std::{
    collections::BTreeMap, fmt::Write as _, fs, ops::Range, path::Path, sync::Mutex, time::Instant,
};

/// Instances of one size.
struct Set {
    cells: usize,
    seeds: Range<u64>,
    /// How many of them a quick run takes.
    quick: u64,
    /// The seconds the search is given, and those it may take in all, bound and refusals included.
    seconds: f64,
    most: f64,
}

const SETS: [Set; 5] = [
    Set { cells: 150, seeds: 0..12, quick: 2, seconds: 3.0, most: 10.0 },
    Set { cells: 250, seeds: 40..45, quick: 1, seconds: 4.0, most: 10.0 },
    Set { cells: 350, seeds: 10..20, quick: 2, seconds: 5.0, most: 10.0 },
    Set { cells: 2_000, seeds: 20..22, quick: 1, seconds: 8.5, most: 10.0 },
    Set { cells: 10_000, seeds: 30..31, quick: 1, seconds: 25.0, most: 30.0 },
];

/// The reference is not asked about instances of more cells.
const ASKED: usize = 2_000;
/// Seconds within which the first answer is to be there.
const FIRST: f64 = 0.2;
/// A value less than this many people above its bound is the proven optimum: people are whole numbers,
/// and the line costs half a person at most.
const PROVEN: f64 = 1.0 - 1e-6;

/// What one instance came to.
struct Line {
    cells: usize,
    first: f64,
    seconds: f64,
    gap: f64,
    /// Percent above the reference's value and bound.
    off_value: f64,
    off_bound: f64,
    proven: bool,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(String::as_str)
    };
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let only: Option<usize> = after("--only").and_then(|size| size.parse().ok());
    let chosen =
        SETS.iter().filter(|set| only.is_none_or(|only| only == set.cells)).flat_map(|set| {
            let end = if quick { set.seeds.start + set.quick } else { set.seeds.end };
            (set.seeds.start..end).map(move |seed| (set, seed))
        });
    let clock = if arguments.iter().any(|argument| argument == "--cpu") {
        Clock::Processors
    } else {
        Clock::Wall
    };
    if let Some(folder) = after("--export") {
        return export(Path::new(folder), chosen, clock);
    }
    let reference = after("--reference").map(read_reference).unwrap_or_default();
    println!(
        "{:<10} {:>5} {:>7} {:>10} {:>10} {:>6} {:>10} {:>10} {:>7} {:>7} {:>6}",
        "instance",
        "free",
        "first s",
        "found",
        "bound",
        "gap %",
        "HiGHS",
        "its bound",
        "off %",
        "proven",
        "s"
    );
    let lines: Vec<Line> = chosen.map(|(set, seed)| one(set, seed, (&reference, clock))).collect();
    summary(&lines);
}

/// By which clock the search is timed.
#[derive(Debug, Clone, Copy)]
enum Clock {
    Wall,
    Processors,
}

/// A beginning by a clock.
#[derive(Debug, Clone, Copy)]
struct Start {
    clock: Clock,
    at: Instant,
    worked: f64,
}

impl Start {
    fn now(clock: Clock) -> Self {
        Self { clock, at: Instant::now(), worked: worked() }
    }

    /// Seconds since then: of the wall, or half of what the processors worked for this program.
    fn seconds(&self) -> f64 {
        match self.clock {
            Clock::Wall => self.at.elapsed().as_secs_f64(),
            Clock::Processors => (worked() - self.worked) / 2.0,
        }
    }
}

/// Seconds that the processors worked for this program, as Linux counts them.
fn worked() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Runs one instance and prints its line.
fn one(set: &Set, seed: u64, (reference, clock): (&Reference, Clock)) -> Line {
    let made = generated_instance(set.cells, seed);
    let start = Start::now(clock);
    let (found, first) = timed(&made, set.seconds, start);
    let seconds = start.seconds();
    for answer in &found.answers {
        let (_, faults) = verify(&made.instance, &made.wanted, &answer.cells);
        assert!(faults.is_empty(), "{faults:?}");
    }
    let name = format!("{}-{seed}", set.cells);
    let best = found.answers.first().map_or(f64::NAN, |answer| answer.figures.cost);
    let (value, bound) = reference.get(&name).copied().unwrap_or((f64::NAN, f64::NAN));
    let line = Line {
        cells: set.cells,
        first,
        seconds,
        gap: 100.0 * found.gap.unwrap_or(f64::NAN),
        off_value: 100.0 * (best - value) / value,
        off_bound: 100.0 * (best - bound) / bound,
        proven: value - bound <= PROVEN,
    };
    println!(
        "{name:<10} {:>5} {first:>7.3} {best:>10.2} {:>10.2} {:>6.2} {value:>10.2} {bound:>10.2} \
         {:>+7.3} {:>7} {seconds:>6.1}",
        made.instance.changeable(),
        found.bound.cost,
        line.gap,
        line.off_value,
        if line.proven { "yes" } else { "no" },
    );
    line
}

/// Searches for so many seconds; the first answer's time with what was found.
fn timed(made: &Generated, seconds: f64, start: Start) -> (Found, f64) {
    let first = Mutex::new(None);
    let stop = || start.seconds() > seconds;
    let tell = |_: u64, best: Option<f64>| {
        let mut first = first.lock().expect("no holder panics");
        if best.is_some() && first.is_none() {
            *first = Some(start.seconds());
        }
    };
    let settings = SearchSettings { seed: 1, steps: 4_000_000_000, ..SearchSettings::default() };
    let watch = Watch { stop: &stop, tell: &tell };
    let found = search(&made.instance, &made.wanted, &settings, &watch);
    let first = first.into_inner().expect("no holder panics");
    (found, first.unwrap_or(f64::NAN))
}

/// Sets the worst of all lines beside the bars.
fn summary(lines: &[Line]) {
    let worst = |of: &dyn Fn(&Line) -> f64, among: &dyn Fn(&Line) -> bool| {
        let values = lines.iter().filter(|line| among(line)).map(of);
        values.filter(|value| !value.is_nan()).fold(f64::NEG_INFINITY, f64::max)
    };
    let tell = |what: &str, worst: f64, bar: f64| {
        let verdict = if worst <= bar { "met" } else { "missed" };
        if worst.is_finite() {
            println!("{what}: at worst {worst:.3}, bar {bar}: {verdict}");
        } else {
            println!("{what}: not measured, bar {bar}");
        }
    };
    println!();
    tell("seconds to the first answer", worst(&|line| line.first, &|_| true), FIRST);
    let small = |line: &Line| line.cells <= 350;
    let proven = lines.iter().filter(|line| small(line) && line.proven).count();
    let all = lines.iter().filter(|line| small(line)).count();
    tell(
        &format!("% above the proven optimum, {proven} of {all} instances of up to 350 cells"),
        worst(&|line| line.off_value, &|line| small(line) && line.proven),
        2.0,
    );
    tell(
        &format!("% above the reference's bound, all {all} of them"),
        worst(&|line| line.off_bound, &small),
        2.0,
    );
    tell(
        "% above the reference's value at 2,000 cells",
        worst(&|line| line.off_value, &|line| line.cells == 2_000),
        1.0,
    );
    for set in &SETS {
        let seconds = worst(&|line| line.seconds, &|line| line.cells == set.cells);
        tell(&format!("seconds in all at {} cells", set.cells), seconds, set.most);
    }
    let gap = worst(&|line| line.gap, &|line| line.cells == 10_000);
    println!("gap at 10000 cells: {gap:.2} %");
}

/// Value and bound by name of the instance.
type Reference = BTreeMap<String, (f64, f64)>;

fn read_reference(path: &str) -> Reference {
    let text = fs::read_to_string(path).expect("the reference values");
    let row = |line: &str| {
        let mut fields = line.split(',');
        let name = fields.next()?.to_owned();
        let value = fields.next()?.parse().unwrap_or(f64::NAN);
        let bound = fields.next()?.parse().ok()?;
        Some((name, (value, bound)))
    };
    text.lines().filter_map(row).collect()
}

fn export<'a>(folder: &Path, chosen: impl Iterator<Item = (&'a Set, u64)>, clock: Clock) {
    fs::create_dir_all(folder).expect("the folder can be made");
    for (set, seed) in chosen {
        let path = folder.join(format!("{}-{seed}.txt", set.cells));
        let made = generated_instance(set.cells, seed);
        fs::write(&path, text_of(&made)).expect("it can be written");
        if set.cells <= ASKED {
            let (found, _) = timed(&made, set.seconds, Start::now(clock));
            let best = found.answers.first().map(|answer| answer.cells.as_slice());
            let cells: Vec<String> =
                best.unwrap_or_default().iter().map(usize::to_string).collect();
            fs::write(path.with_extension("answer"), cells.join(" ")).expect("it can be written");
        }
        println!("{}", path.display());
    }
}

/// One line a cell, one a border, one for the wish.
fn text_of(made: &Generated) -> String {
    let mut text = String::new();
    for cell in made.instance.cells() {
        let side = u8::from(cell.holder == HolderSide::Second);
        let role = match cell.role {
            Role::Free => "free",
            Role::Demanded => "demanded",
            Role::Kept => "kept",
        };
        let (area, people) = (cell.area.square_km(), cell.people.unwrap_or(0.0));
        writeln!(text, "cell {side} {area} {people} {role}").expect("a string takes all");
    }
    for (a, b, km) in made.instance.borders() {
        writeln!(text, "border {a} {b} {km}").expect("a string takes all");
    }
    let wanted = &made.wanted;
    let ratio = wanted.ratio.expect("made instances have one");
    let (low, high) = (ratio.low(), ratio.high());
    let least = wanted.least.map(seisin_core::Area::square_km);
    let (person, km) = (wanted.objective.person, wanted.objective.km);
    writeln!(text, "wanted {low} {high} {} {} {person} {km}", least[0], least[1])
        .expect("a string takes all");
    text
}
