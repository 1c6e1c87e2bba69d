//! Makes the committed assets of the gazetteer: `cargo xtask gazetteer SHARED/places`.
use seisin_places::build::{InputFolders, gazetteer};
use std::{error::Error, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let shared = PathBuf::from(std::env::args_os().nth(1).ok_or("name the folder of the inputs")?);
    let assets = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets");
    for (name, bytes) in gazetteer(&InputFolders { shared, assets: assets.clone() })? {
        std::fs::write(assets.join(&name), &bytes)?;
    }
    Ok(())
}
