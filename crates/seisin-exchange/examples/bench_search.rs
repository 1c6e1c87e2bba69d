//! Times the search on made-up instances and sets it beside reference values, if there are any.
//!
//! `cargo xtask bench exchange` runs this. Arguments: `--export DIR` writes the instances for
//! `reference/highs.py` and stops; `--reference CSV` reads what that printed; `--only SIZE` runs one
//! size.
#![expect(clippy::print_stdout, reason = "a program for people at a terminal")]

use seisin_exchange::{
    Generated, HolderSide, Role, SearchSettings, Watch, generated_instance, search, verify,
};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::Path,
    sync::Mutex,
    time::{Duration, Instant},
};

/// Cells, seeds, and seconds the search has.
const SETS: [(usize, std::ops::Range<u64>, f64); 4] =
    [(150, 0..10, 3.0), (350, 10..20, 5.0), (2_000, 20..22, 10.0), (10_000, 30..31, 30.0)];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(String::as_str)
    };
    if let Some(folder) = after("--export") {
        return export(Path::new(folder));
    }
    let reference = after("--reference").map(read_reference).unwrap_or_default();
    let only: Option<usize> = after("--only").and_then(|size| size.parse().ok());
    println!(
        "{:<12} {:>6} {:>8} {:>12} {:>12} {:>7} {:>12} {:>12} {:>8} {:>7}",
        "instance",
        "free",
        "first s",
        "found",
        "bound",
        "gap %",
        "HiGHS",
        "its bound",
        "off %",
        "s"
    );
    let mut worst: BTreeMap<usize, f64> = BTreeMap::new();
    for (cells, seeds, seconds) in SETS {
        if only.is_some_and(|only| only != cells) {
            continue;
        }
        for seed in seeds {
            let off = one(cells, seed, seconds, &reference);
            let known = worst.entry(cells).or_insert(f64::NEG_INFINITY);
            *known = known.max(off);
        }
    }
    for (cells, off) in worst {
        println!("{cells} cells: at worst {off:+.3} % off the reference");
    }
}

/// Runs one instance, prints its line, and returns how many percent it is off the reference.
fn one(cells: usize, seed: u64, seconds: f64, reference: &Reference) -> f64 {
    let made = generated_instance(cells, seed);
    let start = Instant::now();
    let first = Mutex::new(None);
    let limit = Duration::from_secs_f64(seconds);
    let stop = || start.elapsed() > limit;
    let tell = |_: u64, best: Option<f64>| {
        let mut first = first.lock().expect("no holder panics");
        if best.is_some() && first.is_none() {
            *first = Some(start.elapsed());
        }
    };
    let settings = SearchSettings { seed: 1, steps: 4_000_000_000, ..SearchSettings::default() };
    let found =
        search(&made.instance, &made.wanted, &settings, &Watch { stop: &stop, tell: &tell });
    let took = start.elapsed().as_secs_f64();
    for answer in &found.answers {
        let (_, faults) = verify(&made.instance, &made.wanted, &answer.cells);
        assert!(faults.is_empty(), "{faults:?}");
    }
    let name = format!("{cells}-{seed}");
    let best = found.answers.first().map_or(f64::NAN, |answer| answer.figures.cost);
    let (value, bound) = reference.get(&name).copied().unwrap_or((f64::NAN, f64::NAN));
    let off = 100.0 * (best - value) / value;
    let first = first.lock().expect("no holder panics").map_or(f64::NAN, |d| d.as_secs_f64());
    println!(
        "{name:<12} {:>6} {first:>8.3} {best:>12.2} {:>12.2} {:>7.2} {value:>12.2} {bound:>12.2} \
         {off:>+8.3} {took:>7.1}  {:.1}M steps",
        made.instance.changeable(),
        found.bound.cost,
        100.0 * found.gap.unwrap_or(f64::NAN),
        steps(found.steps),
    );
    off
}

fn steps(count: u64) -> f64 {
    u32::try_from(count / 1000).map_or(f64::NAN, |thousands| f64::from(thousands) / 1000.0)
}

/// Value and bound by name of the instance.
type Reference = BTreeMap<String, (f64, f64)>;

fn read_reference(path: &str) -> Reference {
    let text = fs::read_to_string(path).expect("the reference values");
    let row = |line: &str| {
        let mut fields = line.split(',');
        let name = fields.next()?.to_owned();
        let value = fields.next()?.parse().ok()?;
        let bound = fields.next()?.parse().ok()?;
        Some((name, (value, bound)))
    };
    text.lines().filter_map(row).collect()
}

fn export(folder: &Path) {
    fs::create_dir_all(folder).expect("the folder can be made");
    for (cells, seeds, _) in SETS {
        for seed in seeds {
            let path = folder.join(format!("{cells}-{seed}.txt"));
            fs::write(&path, text_of(&generated_instance(cells, seed))).expect("it can be written");
            println!("{}", path.display());
        }
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
    writeln!(
        text,
        "wanted {} {} {} {} {} {}",
        ratio.low(),
        ratio.high(),
        wanted.least[0].square_km(),
        wanted.least[1].square_km(),
        wanted.objective.person,
        wanted.objective.km
    )
    .expect("a string takes all");
    text
}
