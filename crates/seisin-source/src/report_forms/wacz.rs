//! Packed web archives: the archives in them, one after another.

use super::{InputFormat, ItemError, SeekableRead, each::Source, reader::unpacked};
use std::ops::ControlFlow;
use zip::ZipArchive;

const HINT: &str =
    "a WACZ is a zip with its records in the folder archive/; fetch it again or unpack it";

pub(super) fn read(source: &mut Source<'_, '_>, file: Box<dyn SeekableRead>) -> ControlFlow<()> {
    let broken = |place: &str, reason: String| ItemError::Broken {
        place: place.to_owned(),
        reason,
        hint: HINT,
    };
    let mut packed = match ZipArchive::new(file) {
        Ok(packed) => packed,
        Err(error) => return source.refuse(broken(source.name, format!("it is no zip: {error}"))),
    };
    let mut names: Vec<String> = packed
        .file_names()
        .filter_map(|name| {
            name.ok().filter(|name| is_archive(name)).map(std::borrow::Cow::into_owned)
        })
        .collect();
    names.sort();
    if names.is_empty() {
        return source.refuse(broken(source.name, "there is no archive/*.warc in it".to_owned()));
    }
    if names.len() > source.limits.archives {
        let limit = source.limits.archives;
        return source
            .refuse(broken(source.name, format!("it has more than {limit} archives in it")));
    }
    for name in names {
        let place = format!("{}!{name}", source.name);
        let limits = source.limits;
        let opened = packed.by_name(&name).map_err(|error| error.to_string());
        let reader = opened
            .and_then(|inner| unpacked(Box::new(inner), limits).map_err(|error| error.to_string()));
        match reader {
            Ok(reader) => {
                source.within(&place, |source| source.read_as(reader, InputFormat::Warc))?;
            }
            Err(reason) => source.refuse(broken(&place, reason))?,
        }
    }
    ControlFlow::Continue(())
}

/// Names inside are only compared, never used as a path.
fn is_archive(name: &str) -> bool {
    let inside = name.strip_prefix("archive/");
    inside.map(str::to_lowercase).is_some_and(|name| {
        let stem = name.strip_suffix(".gz").unwrap_or(&name);
        stem.strip_suffix(".warc").is_some()
    })
}
