//! `cargo xtask bench maps`: daily maps measured beside shapely, `SedonaDB` and `PostGIS`, in one run.

use crate::{command, score, workspace};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The tasks with how many times less than shapely's is asked of them.
const BARS: [(&str, f64); 5] = [
    ("load and area", 20.0),
    ("gained and lost", 40.0),
    ("27 oblasts by day", 30.0),
    ("two publishers on 100 days", 5.0),
    ("30,000 points by day", 30.0),
];

/// The tables of results, and how far two may be apart: km², or points.
const RESULTS: [(&str, f64); 5] = [
    ("areas.csv", 1e-4),
    ("changes.csv", 1e-3),
    ("oblasts.csv", 1e-3),
    ("publishers.csv", 1e-3),
    ("points.csv", 0.5),
];

const ARCHIVES: [(&str, &str); 2] = [
    ("deepstate", "maps/deepstate-2024-07-08..2026-08-22.tar.zst"),
    ("liveuamap", "maps/liveuamap-nzz-2022-02-24..2026-08-22.tar.zst"),
];

const PLACES: [(&str, &str); 2] = [
    ("oblasts.geojson", "places/ua-adm1-osm.geojson.zst"),
    ("points.csv", "places/bench-points.csv.zst"),
];

const PEERS: [&str; 3] = ["shapely", "sedonadb", "postgis"];

/// What one program printed: seconds and rates by task, and what it said of itself.
#[derive(Default)]
struct Said {
    figures: BTreeMap<String, f64>,
    remarks: Vec<String>,
}

/// Unpacks the maps, times our own program and each peer that can be had, and prints one table.
pub(crate) fn bench_maps() -> Result<(), String> {
    let folder = score::target_folder()?.join("bench-maps");
    unpack(&folder)?;
    let inputs = [folder.join("deepstate"), folder.join("liveuamap"), folder.join("places")];
    let build = ["build", "--release", "-p", "seisin-ledger", "--example", "map_bench"];
    command::run(&workspace::root(), "cargo", &build)?;
    let program = score::target_folder()?.join("release/examples/map_bench");
    let ours = ask(&program, &[], &inputs, &folder.join("seisin"))?;
    let mut said = vec![("seisin", ours)];
    match python(&folder) {
        Ok(python) => said.extend(PEERS.iter().filter_map(|peer| {
            let asked = ask_peer(&python, peer, &inputs, &folder);
            asked.map_err(|why| println!("{peer}: skipped, {why}")).ok().map(|said| (*peer, said))
        })),
        Err(why) => println!("shapely, SedonaDB, PostGIS: skipped, {why}"),
    }
    print_table(&said);
    let apart: Vec<String> =
        said.iter().skip(1).flat_map(|(peer, _)| differences(&folder, peer)).collect();
    if apart.is_empty() { Ok(()) } else { Err(apart.join("\n")) }
}

/// Unpacks the shared material, once.
fn unpack(folder: &Path) -> Result<(), String> {
    let shared = PathBuf::from(score::shared());
    for (name, archive) in ARCHIVES {
        let to = folder.join(name);
        if to.is_dir() {
            continue;
        }
        let partly = folder.join(format!("{name}.partly"));
        fs::create_dir_all(&partly).map_err(|error| error.to_string())?;
        let from = shared.join(archive);
        let tar = ["--use-compress-program", "zstd -d --long=30", "-xf", &text(&from)];
        command::run(&partly, "tar", &tar)?;
        fs::rename(single(&partly), &to).map_err(|error| error.to_string())?;
    }
    let places = folder.join("places");
    fs::create_dir_all(&places).map_err(|error| error.to_string())?;
    for (name, file) in PLACES {
        let to = text(&places.join(name));
        command::run(folder, "zstd", &["-dqf", "-o", &to, &text(&shared.join(file))])?;
    }
    Ok(())
}

/// The one folder in a folder, if there is nothing beside it; else the folder itself.
fn single(folder: &Path) -> PathBuf {
    let inside: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|e| Some(e.ok()?.path())).collect();
    match inside.as_slice() {
        [only] if only.is_dir() => only.clone(),
        _ => folder.to_owned(),
    }
}

/// A Python with what the peers need, in a folder of its own.
fn python(folder: &Path) -> Result<String, String> {
    let venv = text(&folder.join("python"));
    let python = format!("{venv}/bin/python");
    if !command::is_there(&python, &["-c", "import shapely, pyproj, numpy"]) {
        command::run(folder, "python3", &["-m", "venv", &venv])?;
        let install = ["-m", "pip", "install", "--quiet", "shapely", "pyproj", "numpy"];
        command::run(folder, &python, &install)?;
    }
    Ok(python)
}

/// What each peer needs beside shapely, and how its absence is told.
fn ask_peer(
    python: &str,
    peer: &str,
    inputs: &[PathBuf; 3],
    folder: &Path,
) -> Result<Said, String> {
    let packages: &[&str] = match peer {
        "sedonadb" => &["sedonadb", "geoarrow-pyarrow", "geopandas"],
        "postgis" => &["psycopg[binary]"],
        _ => &[],
    };
    if !packages.is_empty() {
        let install = [&["-m", "pip", "install", "--quiet"], packages].concat();
        command::run(folder, python, &install)?;
    }
    if peer == "postgis" {
        has_postgis(folder)?;
    }
    let script = text(&workspace::root().join(format!("xtask/bench/maps_{peer}.py")));
    ask(Path::new(python), &[&script], inputs, &folder.join(peer))
}

/// Makes sure of a `PostGIS` server, from Debian's packages where nobody need be asked.
fn has_postgis(folder: &Path) -> Result<(), String> {
    let installed = || {
        let found = fs::read_dir("/usr/share/postgresql").into_iter().flatten();
        let control = |version: PathBuf| version.join("extension/postgis.control").is_file();
        found.filter_map(Result::ok).any(|version| control(version.path()))
    };
    if installed() {
        return Ok(());
    }
    let install =
        ["install", "--yes", "--quiet", "--no-install-recommends", "postgis", "postgresql-postgis"];
    command::run(folder, "apt-get", &["update", "--quiet"])?;
    command::run(folder, "apt-get", &install)?;
    if installed() { Ok(()) } else { Err("PostGIS could not be installed".to_owned()) }
}

/// Runs a program on the maps and reads what it prints.
fn ask(program: &Path, before: &[&str], inputs: &[PathBuf; 3], out: &Path) -> Result<Said, String> {
    let program = text(program);
    let folders: Vec<String> = inputs.iter().map(|i| text(i)).chain([text(out)]).collect();
    let arguments: Vec<&str> =
        before.iter().copied().chain(folders.iter().map(String::as_str)).collect();
    eprintln!("$ {program} {}", arguments.join(" "));
    let output = command::output(&program, &arguments)?;
    let mut said = Said::default();
    for line in String::from_utf8_lossy(&output).lines() {
        match line.rsplit_once(',').and_then(|(name, n)| Some((name, n.parse::<f64>().ok()?))) {
            Some((name, figure)) => {
                said.figures.insert(name.to_owned(), figure);
            }
            None => said.remarks.push(line.to_owned()),
        }
    }
    Ok(said)
}

fn print_table(said: &[(&str, Said)]) {
    print!("\n{:<30}", "CPU seconds");
    for (name, _) in said {
        print!("{name:>14}");
    }
    println!("{:>12}  bar", "× shapely");
    let ours = &said[0].1.figures;
    for (task, bar) in BARS {
        print!("{task:<30}");
        let seconds = |said: &Said| said.figures.get(task).copied().unwrap_or(f64::NAN);
        for (_, said) in said {
            print!("{:>14.3}", seconds(said));
        }
        let shapely = said.iter().find(|(name, _)| *name == "shapely");
        let times = shapely.map_or(f64::NAN, |(_, said)| seconds(said)) / ours[task];
        let met = if times >= bar { "met" } else { "missed" };
        println!("{times:>12.1}  {bar}× {met}");
    }
    println!("\nseisin alone");
    for (name, figure) in ours.iter().filter(|(name, _)| BARS.iter().all(|(bar, _)| bar != name)) {
        println!("{name:<70}{figure:>20.6}");
    }
    for remark in said.iter().flat_map(|(_, said)| &said.remarks) {
        println!("{remark}");
    }
}

/// Where the results of a peer are further from ours than they may be; prints how far they are.
fn differences(folder: &Path, peer: &str) -> Vec<String> {
    let mut apart = Vec::new();
    for (file, limit) in RESULTS {
        let (ours, theirs) =
            (table(&folder.join("seisin").join(file)), table(&folder.join(peer).join(file)));
        let mut worst = (0.0, String::new());
        for (place, figure) in &theirs {
            let gap = ours.get(place).map_or(f64::INFINITY, |ours| (ours - figure).abs());
            if gap > worst.0 {
                worst = (gap, format!("{} {}", place.0, place.1));
            }
        }
        println!(
            "{peer:<10}{file:<16}{:>7} figures, at most {:.1e} apart ({})",
            theirs.len(),
            worst.0,
            worst.1
        );
        if worst.0 > limit {
            apart
                .push(format!("{peer}, {file}: {} apart at {}, allowed {limit}", worst.0, worst.1));
        }
    }
    apart
}

/// The figures of a table by date and column.
fn table(path: &Path) -> BTreeMap<(String, String), f64> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let mut figures = BTreeMap::new();
    for row in lines {
        for (column, figure) in header.iter().zip(&row).skip(1) {
            if let Ok(figure) = figure.parse() {
                figures.insert((row[0].to_owned(), (*column).to_owned()), figure);
            }
        }
    }
    figures
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
