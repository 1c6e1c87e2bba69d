//! The programs that ours is measured beside, and what each needs.

use super::inputs::text;
use crate::{command, workspace};
use std::fs;
use std::path::{Path, PathBuf};

/// Their names, by which their scripts are called too; the first is the one the bars speak of.
pub(super) const PEERS: [&str; 3] = ["shapely", "sedonadb", "postgis"];

/// A Python with what the peers need: that of `SEISIN_BENCH_PYTHON`, else one in a folder of its
/// own.
#[expect(clippy::disallowed_methods, reason = "a task finds its Python by its variable")]
pub(super) fn python(folder: &Path) -> Result<String, String> {
    if let Ok(python) = std::env::var("SEISIN_BENCH_PYTHON") {
        return Ok(python);
    }
    let venv = text(&folder.join("python"));
    let python = format!("{venv}/bin/python");
    if !has(&python, "shapely, pyproj, numpy") {
        command::run(folder, "python3", &["-m", "venv", &venv])?;
        install(folder, &python, &["shapely", "pyproj", "numpy"])?;
    }
    Ok(python)
}

/// Sees to what a peer needs beside shapely and gives its script; says why it cannot be had.
pub(super) fn script(folder: &Path, python: &str, peer: &str) -> Result<String, String> {
    let (modules, packages): (&str, &[&str]) = match peer {
        "sedonadb" => ("sedonadb, geopandas", &["sedonadb", "geoarrow-pyarrow", "geopandas"]),
        "postgis" => ("psycopg", &["psycopg[binary]"]),
        _ => ("shapely", &[]),
    };
    if !has(python, modules) {
        install(folder, python, packages)?;
    }
    if peer == "postgis" {
        has_postgis(folder)?;
    }
    Ok(text(&workspace::root().join(format!("xtask/bench/maps_{peer}.py"))))
}

fn has(python: &str, modules: &str) -> bool {
    command::is_there(python, &["-c", &format!("import {modules}")])
}

fn install(folder: &Path, python: &str, packages: &[&str]) -> Result<(), String> {
    let install = [&["-m", "pip", "install", "--quiet"], packages].concat();
    command::run(folder, python, &install)
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
