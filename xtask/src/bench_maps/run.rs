//! The whole run: ours, then each peer that can be had, then the tables.

use super::ask::{Said, ask};
use super::inputs::{text, unpack};
use super::options::Options;
use super::program::ask_program;
use super::{compare, peers, table};
use crate::{command, score, workspace};
use std::path::{Path, PathBuf};

/// Unpacks the maps, times our own program and each peer that can be had, and prints the tables.
pub(crate) fn bench_maps(arguments: &[String]) -> Result<(), String> {
    let options = Options::of(arguments)?;
    let folder = score::target_folder()?.join("bench-maps");
    let inputs = unpack(&folder)?;
    let build = ["build", "--release", "-p", "seisin-ledger", "--example", "map_bench"];
    command::run(&workspace::root(), "cargo", &build)?;
    let program = text(&score::target_folder()?.join("release/examples/map_bench"));
    let ours = asked(&[program], &inputs, &folder.join("seisin"), options)?;
    let mut said = vec![("seisin", ours)];
    let answers = ask_program(&folder, &inputs[..2], &inputs[2])?;
    match peers::python(&folder) {
        Ok(python) => {
            for peer in peers::PEERS {
                let asked = peers::script(&folder, &python, peer).and_then(|script| {
                    asked(&[python.clone(), script], &inputs, &folder.join(peer), options)
                });
                match asked {
                    Ok(theirs) => said.push((peer, theirs)),
                    Err(why) => println!("{peer}: skipped, {why}"),
                }
            }
        }
        Err(why) => println!("{}: skipped, {why}", peers::PEERS.join(", ")),
    }
    table::print(&said, &answers, options);
    let apart: Vec<String> = said
        .iter()
        .skip(1)
        .flat_map(|(peer, theirs)| compare::differences(&folder, peer, theirs))
        .collect();
    if apart.is_empty() { Ok(()) } else { Err(apart.join("\n")) }
}

/// Runs a program on the maps; its results go into a folder of their own, emptied before.
fn asked(
    program: &[String],
    inputs: &[PathBuf; 3],
    out: &Path,
    options: Options,
) -> Result<Said, String> {
    let _ = std::fs::remove_dir_all(out);
    let folders = inputs.iter().map(|input| text(input)).chain([text(out)]);
    let bounds = [options.every.to_string(), options.limit.to_string()];
    let command: Vec<String> = program.iter().cloned().chain(folders).chain(bounds).collect();
    ask(&command, options)
}
