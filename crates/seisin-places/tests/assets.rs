//! The committed assets are those that the manifest names and, where the inputs are at hand, those
//! that the task makes of them.

use seisin_core::Digest;
use std::path::{Path, PathBuf};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

/// The lines `"name" = "digest"` of one section of the manifest.
fn section(title: &str) -> Vec<(String, String)> {
    let manifest =
        std::fs::read_to_string(assets().join("manifest.toml")).expect("it is committed");
    let lines = manifest.lines().skip_while(|line| *line != format!("[{title}]")).skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, digest)| {
            (name.trim_matches('"').to_owned(), digest.trim_matches('"').to_owned())
        })
        .collect()
}

#[test]
fn committed_files_have_the_digests_of_the_manifest() {
    let made = section("made");
    assert_eq!(made.len(), 4, "{made:?}");
    for (name, digest) in made {
        let bytes = std::fs::read(assets().join(&name)).expect("it is committed");
        assert_eq!(Digest::of(&bytes).to_string(), digest, "{name}");
    }
}

#[test]
fn committed_sources_are_those_the_assets_were_made_of() {
    for (name, digest) in section("inputs") {
        let Some(own) = name.strip_prefix("assets/") else { continue };
        let bytes = std::fs::read(assets().join(own)).expect("it is committed");
        let found = Digest::of(&bytes).to_string();
        assert_eq!(found, digest, "{name} has changed: run `cargo xtask gazetteer`");
    }
}

#[test]
fn assets_stay_small_enough_to_ship() {
    let size = |name: &str| std::fs::metadata(assets().join(name)).expect("it is committed").len();
    let gazetteer = size("gazetteer.fst") + size("gazetteer.bin");
    assert!(gazetteer < 15_000_000, "{gazetteer}");
    assert!(size("naming.bin") < 6_000_000);
    assert!(size("views.bin") < 400_000);
}

/// Where the inputs are absent, or the crate is tested without its feature `build`, nothing can be
/// made; the test then says so.
#[test]
fn the_task_makes_the_committed_assets() {
    #[cfg(feature = "build")]
    {
        let shared = std::env::var_os("SEISIN_SHARED").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
            PathBuf::from,
        );
        let shared = shared.join("places");
        if !shared.is_dir() {
            println!("skipped: no inputs in {}; set SEISIN_SHARED", shared.display());
            return;
        }
        let folders = seisin_places::build::InputFolders { shared, assets: assets() };
        let made = seisin_places::build::gazetteer(&folders).expect("the inputs are whole");
        assert_eq!(made.len(), 5);
        for (name, bytes) in made {
            let committed = std::fs::read(assets().join(&name)).expect("it is committed");
            assert!(committed == bytes, "{name} differs: run `cargo xtask gazetteer`");
        }
    }
    #[cfg(not(feature = "build"))]
    println!("skipped: needs `--features build`");
}
