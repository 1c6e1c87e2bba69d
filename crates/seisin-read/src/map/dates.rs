//! Which day a map shows and when it came out.

use super::{
    error::ReadMapError,
    name_pattern::NamePattern,
    profile::{DateSource, DateWhere},
    settings::MapSettings,
};
use jiff::{
    civil::{Date, Time},
    tz::Offset,
};
use seisin_core::{Problem, ProblemKind, Published};
use seisin_source::{MapFile, PropertyValue};

/// The dates of one file.
pub(super) struct Dates {
    pub(super) edition_date: Date,
    pub(super) published: Option<Published>,
    pub(super) problems: Vec<Problem>,
}

/// The dates of one file: what the caller states first, then what the profile looks at, in its
/// order.
pub(super) fn dates(
    file: &MapFile,
    name: &str,
    settings: &MapSettings,
) -> Result<Dates, ReadMapError> {
    let asked = Asked { file, name };
    let mut problems = Vec::new();
    let edition_date = asked.edition_date(settings, &mut problems)?;
    for source in &settings.profile.same_day {
        if let Some(other) = asked.first_of(source)?.filter(|other| other.day() != edition_date) {
            problems.push(unplaced(format!(
                "{name} shows {edition_date}, but {source} says {}; the first was taken",
                other.day()
            )));
        }
    }
    let published = match settings.published {
        Some(published) => Some(published),
        None => asked.of(&settings.profile.published)?,
    };
    if let Some(early) = published.filter(|published| published.day() < edition_date) {
        problems.push(unplaced(format!(
            "{name} shows {edition_date} and came out before that, on {early}; check both dates"
        )));
    }
    Ok(Dates { edition_date, published, problems })
}

fn unplaced(sentence: String) -> Problem {
    Problem { span: None, kind: ProblemKind::UnplacedDate, sentence }
}

struct Asked<'a> {
    file: &'a MapFile,
    name: &'a str,
}

impl Asked<'_> {
    fn edition_date(
        &self,
        settings: &MapSettings,
        problems: &mut Vec<Problem>,
    ) -> Result<Date, ReadMapError> {
        let from_name = settings.valid_from_name.as_ref();
        let stated = settings.edition_date.or_else(|| from_name?.day_in(self.name));
        let Some(stated) = stated else {
            let own = self.of(&settings.profile.edition_date)?.map(Published::day);
            return own.ok_or_else(|| self.no_edition_date(settings));
        };
        // The caller's word stands, and a file that speaks against it is not passed over in
        // silence; one that contradicts itself has nothing to say.
        let own = self.of(&settings.profile.edition_date).ok().flatten().map(Published::day);
        if let Some(own) = own.filter(|own| *own != stated) {
            problems.push(unplaced(format!(
                "{} says of itself that it shows {own}; {stated} was taken, as the caller states",
                self.name
            )));
        }
        Ok(stated)
    }

    fn no_edition_date(&self, settings: &MapSettings) -> ReadMapError {
        let by_caller = settings.valid_from_name.as_ref();
        let by_caller = by_caller.map(|pattern| format!("the file's name as {}", pattern.as_str()));
        let by_profile = settings.profile.edition_date.iter().map(ToString::to_string);
        let looked_at = by_caller.into_iter().chain(by_profile).collect::<Vec<_>>().join(", ");
        ReadMapError::NoEditionDate { name: self.name.to_owned(), looked_at }
    }

    fn of(&self, sources: &[DateSource]) -> Result<Option<Published>, ReadMapError> {
        for source in sources {
            if let Some(found) = self.first_of(source)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn first_of(&self, source: &DateSource) -> Result<Option<Published>, ReadMapError> {
        let found = match &source.place {
            DateWhere::FileName(pattern) => pattern.day_in(self.name).map(Published::Day),
            DateWhere::Member(member, pattern) => {
                self.file.foreign.get(member).and_then(|value| date(value, pattern.as_ref()))
            }
            DateWhere::Property(property, pattern) => self.property(property, pattern.as_ref())?,
        };
        Ok(found.map(|published| at_hour(published, source.utc)))
    }

    /// The date that the features name by a property; they must name the same.
    fn property(
        &self,
        property: &str,
        pattern: Option<&NamePattern>,
    ) -> Result<Option<Published>, ReadMapError> {
        let values = self
            .file
            .features
            .iter()
            .filter_map(|feature| date(feature.properties.get(property)?, pattern));
        let mut first = None;
        for value in values {
            let first = *first.get_or_insert(value);
            if first.day() != value.day() {
                return Err(ReadMapError::SeveralDates {
                    name: self.name.to_owned(),
                    property: property.to_owned(),
                    first: first.to_string(),
                    second: value.to_string(),
                });
            }
        }
        Ok(first)
    }
}

fn date(value: &PropertyValue, pattern: Option<&NamePattern>) -> Option<Published> {
    let text = value.text()?;
    match pattern {
        Some(pattern) => pattern.day_of(text.trim()).map(Published::Day),
        None => Published::parse(&text),
    }
}

fn at_hour(published: Published, utc: Option<Time>) -> Published {
    let (Published::Day(day), Some(hour)) = (published, utc) else { return published };
    Offset::UTC.to_timestamp(day.to_datetime(hour)).map_or(published, Published::At)
}
