//! Making the committed assets from their named sources; no part of the program.
//!
//! The same inputs give the same bytes: everything is sorted, nothing reads the clock.

mod countries;
mod inputs;
mod more_names;
mod named_areas;
mod naming;
mod natural_earth;
mod place_names;
mod pool;
mod settlements;
mod tables;
mod views;

use inputs::Inputs;
pub use inputs::{BuildAssetsError, InputFolders};
use std::collections::BTreeMap;

/// The committed files of the gazetteer and the naming regions, by name, as these inputs make them.
///
/// # Errors
/// An input that is absent, unreadable or not of the expected shape.
pub fn gazetteer(folders: &InputFolders) -> Result<BTreeMap<String, Vec<u8>>, BuildAssetsError> {
    let mut inputs = Inputs::new(folders);
    let mut places = Vec::new();
    countries::read(&mut inputs, &mut places)?;
    natural_earth::read(&mut inputs, &mut places)?;
    named_areas::read(&mut inputs, &mut places)?;
    settlements::read(&mut inputs, &mut places)?;
    countries::count_people(&mut places);
    more_names::add(&mut inputs, &mut places)?;
    places.sort_by(|a, b| a.id.cmp(&b.id));
    let ordinary = inputs.source_text("ordinary-words.txt")?;
    let (keys, tables) = tables::lay_out(&places, &ordinary)?;
    let naming = naming::lay_out(&mut inputs)?;
    let views = views::lay_out(&mut inputs)?;
    let mut files = BTreeMap::new();
    files.insert("views.bin".to_owned(), views);
    files.insert("naming.bin".to_owned(), naming);
    files.insert("gazetteer.fst".to_owned(), keys);
    files.insert("gazetteer.bin".to_owned(), tables);
    let manifest = inputs.manifest(&files);
    files.insert("manifest.toml".to_owned(), manifest.into_bytes());
    Ok(files)
}
