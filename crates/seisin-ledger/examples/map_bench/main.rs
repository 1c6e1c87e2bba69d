//! Times what is done with two publishers' daily maps, on one thread, in CPU seconds.
//!
//! `cargo run --release -p seisin-ledger --example map_bench -- DEEPSTATE LIVEUAMAP PLACES OUT`,
//! with the folders the archives of maps are unpacked to, the folder with `oblasts.geojson` and
//! `points.csv`, and a folder for the results, one CSV file a task, for others to be compared with.
//! `cargo xtask bench maps` does all that. A line `task,seconds` for each task and each floor goes
//! to standard output.
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
    let [deepstate, liveuamap, places, out] = folders.as_slice() else {
        panic!("four folders are needed: two of maps, one of places, one for the results");
    };
    std::fs::create_dir_all(out).unwrap();
    let days = tasks::load_and_area(deepstate, out);
    tasks::gained_and_lost(&days, out);
    tasks::regions(&days, &places.join("oblasts.geojson"), out);
    tasks::points(&days, &places.join("points.csv"), out);
    tasks::two_publishers(deepstate, liveuamap, out);
    floors::all(deepstate, &days);
    store::all([deepstate, liveuamap], out);
}
