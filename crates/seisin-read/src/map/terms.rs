//! Who drew a map, under which terms, and how exactly: stated by the caller, the file or the
//! profile, in this order, and never guessed.

use super::{error::ReadMapError, settings::MapSettings};
use seisin_core::{Length, Licence, PublisherId};
use seisin_source::{MapFile, PropertyValue};

/// What has to be stated about every edition.
pub(super) struct Terms {
    pub(super) publisher: PublisherId,
    pub(super) licence: Licence,
    pub(super) positional_error: Length,
    /// Where the file says otherwise than the caller, one sentence each.
    pub(super) differing: Vec<String>,
}

/// The longest positional error that makes sense: a thousand kilometres.
const MAX_ERROR_METRES: f64 = 1e6;

pub(super) fn terms(
    file: &MapFile,
    name: &str,
    settings: &MapSettings,
) -> Result<Terms, ReadMapError> {
    let name = name.to_owned();
    let profile = &settings.profile;
    let of_file = |member: &str| file.foreign.get(member).and_then(PropertyValue::text);
    let publisher = of_file("publisher").map(|text| PublisherId(text.into_owned()));
    let licence = of_file("licence").or_else(|| of_file("license"));
    let licence = licence.map(|text| Licence(text.into_owned()));
    let error = error_of_file(file, &name)?;
    let differing = [
        differing("publisher", settings.publisher.as_ref(), publisher.as_ref()),
        differing("licence", settings.licence.as_ref(), licence.as_ref()),
    ];
    let no_error = ReadMapError::NoPositionalError { name: name.clone() };
    let no_licence = ReadMapError::NoLicence { name: name.clone() };
    Ok(Terms {
        publisher: stated(settings.publisher.as_ref(), publisher, profile.publisher.as_ref())
            .ok_or(ReadMapError::NoPublisher { name })?,
        licence: stated(settings.licence.as_ref(), licence, profile.licence.as_ref())
            .ok_or(no_licence)?,
        positional_error: settings
            .positional_error
            .or(error)
            .or(profile.positional_error)
            .ok_or(no_error)?,
        differing: differing.into_iter().flatten().collect(),
    })
}

fn stated<T: Clone>(caller: Option<&T>, file: Option<T>, profile: Option<&T>) -> Option<T> {
    caller.cloned().or(file).or_else(|| profile.cloned())
}

fn differing<T: PartialEq + std::fmt::Display>(
    what: &str,
    caller: Option<&T>,
    file: Option<&T>,
) -> Option<String> {
    let (caller, file) = (caller?, file?);
    (caller != file).then(|| {
        format!(
            "the file states the {what} \"{file}\"; \"{caller}\" was taken, as the caller states"
        )
    })
}

fn error_of_file(file: &MapFile, name: &str) -> Result<Option<Length>, ReadMapError> {
    let Some(value) = file.foreign.get("positional_error_m") else { return Ok(None) };
    if *value == PropertyValue::Null {
        return Ok(None);
    }
    let printed = value.text().map_or("no number".to_owned(), |text| format!("\"{text}\""));
    let bad = ReadMapError::BadPositionalError { name: name.to_owned(), value: printed };
    metres(value).map(Some).ok_or(bad)
}

/// A positional error as a file states it; `None` where that is no length, or one of no use.
pub(super) fn metres(value: &PropertyValue) -> Option<Length> {
    let metres = value.number().filter(|metres| (0.0..=MAX_ERROR_METRES).contains(metres));
    metres.map(Length::from_metres)
}
