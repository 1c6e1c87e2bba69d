//! Times what is done with two publishers' daily maps, on one thread, in CPU seconds.
//!
//! `cargo run --release -p seisin-ledger --example map_bench -- DEEPSTATE LIVEUAMAP PLACES OUT
//! [EVERY]`, with the folders the archives of maps are unpacked to, the folder with `oblasts.geojson` and
//! `points.csv`, and a folder for the results, one CSV file a task, for others to be compared with.
//! EVERY takes every nth day alone. `cargo xtask bench maps` does all that. A line `task`, name and
//! seconds for each task and a line `figure`, name and figure for each floor go to standard output.
#![expect(clippy::print_stdout, reason = "a program that prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be made has failed")]

mod archive;
mod floors;
mod store;
mod tasks;
mod timing;

use std::path::PathBuf;

fn main() {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [deepstate, liveuamap, places, out, rest @ ..] = folders.as_slice() else {
        panic!("four folders are needed: two of maps, one of places, one for the results");
    };
    let every = rest.first().map_or(1, |every| every.to_str().unwrap().parse().unwrap());
    std::fs::create_dir_all(out).unwrap();
    let files: Vec<_> = archive::files(deepstate).into_iter().step_by(every).collect();
    let days = tasks::load_and_area(&files, out);
    tasks::gained_and_lost(&days, out);
    tasks::regions(&days, &places.join("oblasts.geojson"), out);
    tasks::points(&days, &places.join("points.csv"), out);
    tasks::two_publishers([deepstate, liveuamap], every, out);
    floors::all(&files, &days);
    store::all([deepstate, liveuamap], out);
}
