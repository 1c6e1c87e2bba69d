//! What is measured: two archives of daily maps, regions and points, of the shared material.

use crate::{command, score};
use std::fs;
use std::path::{Path, PathBuf};

const ARCHIVES: [(&str, &str); 2] = [
    ("deepstate", "maps/deepstate-2024-07-08..2026-08-22.tar.zst"),
    ("liveuamap", "maps/liveuamap-nzz-2022-02-24..2026-08-22.tar.zst"),
];

const PLACES: [(&str, &str); 2] = [
    ("oblasts.geojson", "places/ua-adm1-osm.geojson.zst"),
    ("points.csv", "places/bench-points.csv.zst"),
];

/// Unpacks the shared material into a folder, once, and gives the folders in it.
pub(super) fn unpack(folder: &Path) -> Result<[PathBuf; 3], String> {
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
    Ok([folder.join("deepstate"), folder.join("liveuamap"), places])
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

pub(super) fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
