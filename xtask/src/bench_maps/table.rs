//! The table of times beside the bars, and of rates beside what the machine can do at best.

use super::ask::{Said, Timed};
use super::options::Options;
use super::program::{Answers, Asked};

/// The tasks with how many times less than shapely's is asked of them. The others have no task that
/// leaves out the land itself, so both ways of ours are held against the one of theirs.
const BARS: [(&str, &str, f64); 6] = [
    ("load and area", "load and area", 20.0),
    ("gained and lost", "gained and lost", 40.0),
    ("27 oblasts by day", "27 oblasts by day", 30.0),
    (TWO, TWO, 5.0),
    ("two publishers on 100 days, the land itself as well", TWO, 5.0),
    ("30,000 points by day", "30,000 points by day", 30.0),
];

const TWO: &str = "two publishers on 100 days";

/// The questions to the store whose areas are worked out anew.
const ANEW: [&str; 2] =
    ["store: a year's daily series", "store: one day's answer at the worst of a quarter"];

/// Prints everything but the comparison of results.
pub(super) fn print(said: &[(&str, Said)], answers: &Answers, options: Options) {
    if options.every > 1 {
        println!(
            "\nevery {} days only: maps further apart have less in common, so ours takes more",
            options.every
        );
    }
    times(said, options);
    let Some((_, ours)) = said.first() else { return };
    rates(ours);
    println!("\n{:<60}{:>14}  bar", "from the store, the program from start to end", "CPU seconds");
    for Asked { what, seconds, bar } in &answers.asked {
        println!("{what:<60}{seconds:>14.4}  {bar} {}", met(seconds <= bar));
    }
    beside_originals(ours, answers.bytes);
    println!(
        "\n{:<60}{:>14}",
        "from the store, measured anew without what is on record", "CPU seconds"
    );
    for name in ANEW {
        let seconds = ours.tasks.get(name).map_or(f64::NAN, |timed| timed.seconds);
        println!("{name:<60}{seconds:>14.4}");
    }
    println!();
    for (name, figure) in &ours.figures {
        println!("{name:<60}{figure:>20.3}");
    }
    for remark in said.iter().flat_map(|(_, said)| &said.remarks) {
        println!("{remark}");
    }
}

/// What a store may take beside the compressed originals, in bytes.
const ROOM: f64 = 20e6;

/// What the program's own store takes, with its boundary set and everything measured beforehand.
fn beside_originals(ours: &Said, bytes: u64) {
    let bytes = u32::try_from(bytes).map_or(f64::NAN, f64::from);
    let beside = bytes - ours.figure("store: bytes of compressed originals");
    let what = "its bytes beside the compressed originals, regions included";
    println!("{what:<60}{beside:>14.0}  {ROOM:.0} {}", met(beside <= ROOM));
}

fn times(said: &[(&str, Said)], options: Options) {
    print!("\n{:<53}", "CPU seconds");
    for (name, _) in said {
        print!("{name:>11}");
    }
    for (name, _) in said.iter().skip(1) {
        print!("{:>12}", format!("× {name}"));
    }
    println!("  bar");
    for (task, of_others, bar) in BARS {
        print!("{task:<53}");
        let ours = said.first().and_then(|(_, said)| said.tasks.get(task).copied());
        let timed = |said: &Said| said.tasks.get(of_others).copied();
        print!("{:>11}", ours.map_or("–".to_owned(), seconds));
        for (_, said) in said.iter().skip(1) {
            print!("{:>11}", timed(said).map_or("–".to_owned(), seconds));
        }
        for (_, theirs) in said.iter().skip(1) {
            let ratio = ours.zip(timed(theirs));
            print!(
                "{:>12}",
                ratio.map_or("–".to_owned(), |(ours, theirs)| times_ours(ours, theirs))
            );
        }
        let shapely = said.iter().find(|(name, _)| *name == "shapely");
        let ratio = ours.zip(shapely.and_then(|(_, said)| timed(said)));
        let word = ratio.map(|(ours, theirs)| met(theirs.seconds / ours.seconds >= bar));
        println!("  {bar}× {}", word.unwrap_or("not measured"));
    }
    println!("> not done after {} s by the wall clock", options.limit);
}

fn seconds(timed: Timed) -> String {
    format!("{}{:.3}", if timed.complete { "" } else { "> " }, timed.seconds)
}

fn times_ours(ours: Timed, theirs: Timed) -> String {
    format!("{}{:.1}", if theirs.complete { "" } else { "> " }, theirs.seconds / ours.seconds)
}

const fn met(met: bool) -> &'static str {
    if met { "met" } else { "missed" }
}

/// What each task gets through a second, beside the floor: what one core can do at best.
fn rates(ours: &Said) {
    let rate = |count: &str, task: &str| {
        let seconds = ours.tasks.get(task).map_or(f64::NAN, |timed| timed.seconds);
        ours.figure(count) / seconds / 1e6
    };
    let floor = |name: &str| ours.figure(name) / 1e6;
    println!("\n{:<44}{:>10}  floor", "millions a second", "seisin");
    for (what, count, task, floor_name) in RATES {
        println!("{what:<44}{:>10.2}  {:.2} {floor_name}", rate(count, task), floor(floor_name));
    }
}

/// What is counted, over which task, and the floor beside it.
const RATES: [(&str, &str, &str, &str); 6] = [
    ("bytes read, validated and measured", "bytes", "load and area", "bytes of JSON into a tree"),
    ("vertices read, validated and measured", "edges", "load and area", "lon/lat edges"),
    ("edges with both areas", "edges", "load and area", "geodesic edges"),
    ("edges compared, gained and lost", "edges", "gained and lost", "lon/lat edges"),
    ("edges cut to 27 regions", "edges", "27 oblasts by day", "lon/lat edges"),
    ("positions told in or out", "positions by day", "30,000 points by day", "lon/lat edges"),
];
