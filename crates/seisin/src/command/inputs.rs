//! Which files a command means: named files, folders walked in order of names, standard input.

use crate::exit::Failure;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How deep a folder is walked.
const MAX_DEPTH: usize = 16;

/// Every file the inputs name: files as they are, folders walked for names ending in one of
/// `endings`, all in order of names so that two runs see the same.
///
/// # Errors
/// Fails for a file or folder that is not there or cannot be listed, and for a folder without
/// any such file.
pub(crate) fn files(inputs: &[PathBuf], endings: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for input in inputs {
        if input.as_os_str() == "-" {
            found.push(input.clone());
        } else if input.is_dir() {
            let before = found.len();
            walk(input, endings, MAX_DEPTH, &mut found)?;
            if found.len() == before {
                return Err(Failure::Failed(format!(
                    "no file ending in {} in {}\nhint: name the files themselves",
                    endings.join(" or "),
                    input.display()
                )));
            }
        } else if input.exists() {
            found.push(input.clone());
        } else {
            return Err(missing(input));
        }
    }
    Ok(found)
}

fn missing(path: &Path) -> Failure {
    Failure::Failed(format!(
        "failed to read {}: there is no such file or folder\nhint: check the path; it is taken \
         from the folder you are in",
        path.display()
    ))
}

fn walk(
    folder: &Path,
    endings: &[&str],
    depth: usize,
    found: &mut Vec<PathBuf>,
) -> Result<(), Failure> {
    let listing = fs::read_dir(folder)
        .map_err(|error| Failure::to(&format!("list {}", folder.display()), &error))?;
    let mut entries: Vec<PathBuf> = listing.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            if depth > 0 {
                walk(&entry, endings, depth - 1, found)?;
            }
        } else if ends_with_any(&entry, endings) {
            found.push(entry);
        }
    }
    Ok(())
}

fn ends_with_any(path: &Path, endings: &[&str]) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    name.is_some_and(|name| {
        !name.ends_with(".meta.json") && endings.iter().any(|ending| name.ends_with(ending))
    })
}

/// The bytes of a file, or of standard input for `-`, up to `limit` of them.
///
/// # Errors
/// Fails where it cannot be read or is longer than `limit`.
pub(crate) fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    use std::io::Read as _;
    let failed = |error: &std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => missing(path),
        _ => Failure::to(&format!("read {}", path.display()), error),
    };
    let mut bytes = Vec::new();
    let input: Box<dyn std::io::Read> = if path.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(fs::File::open(path).map_err(|error| failed(&error))?)
    };
    input.take(limit + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if read > limit {
        return Err(Failure::Failed(format!(
            "failed to read {}: it is longer than {limit} bytes\nhint: split it; a single report or \
             map is never that long",
            path.display()
        )));
    }
    Ok(bytes)
}
