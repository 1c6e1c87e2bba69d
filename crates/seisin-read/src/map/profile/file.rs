//! The TOML of a profile, field by field, and from there to the profile.

use super::{
    error::ProfileError,
    rule::{Fault, FaultDate, KnownPlace, Meaning, Place, Rule, Wording},
    source::{DateSource, DateWhere},
    word::Profile,
};
use crate::map::{name_pattern::NamePattern, reading::Coverage};
use jiff::civil::{Date, Time};
use seisin_core::{Length, Licence, PartyId, PublisherId, RegionId};
use seisin_measure::{Bounds, Position};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The version of the format read here.
const FORMAT: i64 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    format: i64,
    name: String,
    title: String,
    publisher: Option<String>,
    licence: Option<String>,
    positional_error_m: Option<f64>,
    extent: Option<[f64; 4]>,
    #[serde(default)]
    covers_as_drawn: Switch,
    edition_date: Vec<SourceFile>,
    #[serde(default)]
    same_day: Vec<SourceFile>,
    #[serde(default)]
    published: Vec<SourceFile>,
    holding: Vec<HoldingFile>,
    #[serde(default)]
    no_holding: Vec<NoHoldingFile>,
    #[serde(default)]
    known_place: Vec<KnownPlaceFile>,
    #[serde(default)]
    coverage: Vec<CoverageFile>,
    #[serde(default)]
    fault: Vec<FaultFile>,
}

/// A truth value that is false where it is left out.
#[derive(Deserialize, Default)]
struct Switch(bool);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    file_name: Option<String>,
    property: Option<String>,
    member: Option<String>,
    pattern: Option<String>,
    utc: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

type When = BTreeMap<String, OneOrMany>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoldingFile {
    #[serde(default)]
    when: When,
    #[serde(default)]
    within: Vec<String>,
    from: Option<String>,
    to: Option<String>,
    party: Option<String>,
    party_property: Option<String>,
    party_name_property: Option<String>,
    region: Option<String>,
    region_property: Option<String>,
    role: Option<String>,
    role_property: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoHoldingFile {
    #[serde(default)]
    when: When,
    #[serde(default)]
    within: Vec<String>,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownPlaceFile {
    position: [f64; 2],
    region: String,
    country: Option<String>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverageFile {
    party: String,
    #[serde(default)]
    within: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    from: Option<String>,
    to: Option<String>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultFile {
    by: FaultBy,
    from: String,
    to: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum FaultBy {
    Published,
    Edition,
}

/// Reads a profile.
pub(super) fn parse(toml: &str) -> Result<Profile, ProfileError> {
    if toml.len() > Profile::MAX_BYTES {
        return Err(ProfileError::TooLarge { bytes: toml.len(), limit: Profile::MAX_BYTES });
    }
    let file: ProfileFile = toml::from_str(toml).map_err(|error| ProfileError::NotAProfile {
        reason: error.to_string().trim_end().to_owned(),
    })?;
    let field = Fields { name: &file.name };
    field.check(file.format == FORMAT, "format", "this version reads format = 1")?;
    field.check(!file.name.trim().is_empty(), "name", "a profile has a name")?;
    field.check(
        !file.edition_date.is_empty(),
        "edition_date",
        "say where a file tells its day: [[edition_date]] with file_name, property or member",
    )?;
    let rules = field.rules(file.holding, file.no_holding)?;
    Ok(Profile {
        positional_error: field.positional_error(file.positional_error_m)?,
        extent: file.extent.map(|box_| field.extent(box_)).transpose()?,
        edition_date: field.sources("edition_date", file.edition_date)?,
        same_day: field.sources("same_day", file.same_day)?,
        published: field.sources("published", file.published)?,
        known_places: field.all(file.known_place, Fields::known_place)?,
        coverage: field.all(file.coverage, Fields::coverage)?,
        faults: field.all(file.fault, Fields::fault)?,
        rules,
        covers_as_drawn: file.covers_as_drawn.0,
        publisher: file.publisher.map(PublisherId),
        licence: file.licence.map(Licence),
        title: file.title,
        name: file.name,
    })
}

/// Reads the fields of one profile, naming it where one is wrong.
struct Fields<'a> {
    name: &'a str,
}

const DAY_HINT: &str = "write a day such as 2024-03-13";

impl Fields<'_> {
    fn bad(&self, field: &str, reason: impl Into<String>, hint: &'static str) -> ProfileError {
        let (name, field, reason) = (self.name.to_owned(), field.to_owned(), reason.into());
        ProfileError::BadField { name, field, reason, hint }
    }

    fn check(&self, holds: bool, field: &str, hint: &'static str) -> Result<(), ProfileError> {
        if holds { Ok(()) } else { Err(self.bad(field, "is missing or not understood", hint)) }
    }

    fn all<F, T>(
        &self,
        files: Vec<F>,
        read: fn(&Self, F) -> Result<T, ProfileError>,
    ) -> Result<Vec<T>, ProfileError> {
        files.into_iter().map(|file| read(self, file)).collect()
    }

    fn positional_error(&self, metres: Option<f64>) -> Result<Option<Length>, ProfileError> {
        let in_range = metres.is_none_or(|metres| (0.0..=1e6).contains(&metres));
        self.check(in_range, "positional_error_m", "metres, from 0 to 1000000")?;
        Ok(metres.map(Length::from_metres))
    }

    fn extent(&self, [west, south, east, north]: [f64; 4]) -> Result<Bounds, ProfileError> {
        let ordered = -180.0 <= west && west < east && east <= 180.0;
        let ordered = ordered && -90.0 <= south && south < north && north <= 90.0;
        self.check(ordered, "extent", "[west, south, east, north] in degrees, in this order")?;
        Ok(Bounds { west, south, east, north })
    }

    fn sources(
        &self,
        field: &str,
        files: Vec<SourceFile>,
    ) -> Result<Vec<DateSource>, ProfileError> {
        files.into_iter().map(|file| self.source(field, file)).collect()
    }

    fn source(&self, field: &str, file: SourceFile) -> Result<DateSource, ProfileError> {
        let pattern = |text: String| {
            let hint = "a pattern writes one day with %Y, %m and %d";
            NamePattern::new(&text).map_err(|_| self.bad(field, format!("has \"{text}\""), hint))
        };
        let own = file.pattern.map(pattern).transpose()?;
        let place = match (file.file_name, file.property, file.member) {
            (Some(name), None, None) if own.is_none() => DateWhere::FileName(pattern(name)?),
            (None, Some(property), None) => DateWhere::Property(property, own),
            (None, None, Some(member)) => DateWhere::Member(member, own),
            _ => {
                let hint = "each has one of file_name, property, member, the last two with or without pattern";
                return Err(self.bad(field, "does not say in one way where the date stands", hint));
            }
        };
        let utc = file.utc.map(|hour| {
            let hint = "write an hour such as utc = \"03:00\"";
            hour.parse::<Time>().map_err(|_| self.bad(field, format!("has utc = \"{hour}\""), hint))
        });
        Ok(DateSource { place, utc: utc.transpose()? })
    }

    fn rules(
        &self,
        holdings: Vec<HoldingFile>,
        others: Vec<NoHoldingFile>,
    ) -> Result<Vec<Rule>, ProfileError> {
        let mut rules = self.all(holdings, Self::holding)?;
        rules.extend(self.all(others, Self::no_holding)?);
        Ok(rules)
    }

    fn no_holding(&self, file: NoHoldingFile) -> Result<Rule, ProfileError> {
        let (from, to) = self.period("no_holding", file.from, file.to)?;
        let (when, within) = (when(file.when), regions(file.within));
        Ok(Rule { when, within, from, to, meaning: Meaning::NoHolding })
    }

    fn period(
        &self,
        field: &str,
        from: Option<String>,
        to: Option<String>,
    ) -> Result<(Option<Date>, Option<Date>), ProfileError> {
        let day = |day: String| self.day(field, &day);
        let (from, to) = (from.map(day).transpose()?, to.map(day).transpose()?);
        let forwards = from.zip(to).is_none_or(|(from, to)| from < to);
        self.check(forwards, field, "from comes before to, which is not included")?;
        Ok((from, to))
    }

    fn holding(&self, file: HoldingFile) -> Result<Rule, ProfileError> {
        let hint = "give one of party = \"…\" and party_property = \"…\"";
        let party = wording(file.party, file.party_property);
        let party = party.ok().flatten().ok_or_else(|| {
            self.bad("holding", "does not say in one way who holds the land", hint)
        })?;
        let hint = "give one of role = \"…\" and role_property = \"…\", or neither";
        let role = wording(file.role, file.role_property)
            .map_err(|Both| self.bad("holding", "has two roles", hint))?;
        let hint = "give one of region = \"…\" and region_property = \"…\", or neither";
        let region = wording(file.region, file.region_property)
            .map_err(|Both| self.bad("holding", "has two regions", hint))?;
        let (from, to) = self.period("holding", file.from, file.to)?;
        Ok(Rule {
            when: when(file.when),
            within: regions(file.within),
            from,
            to,
            meaning: Meaning::Holding { party, party_name: file.party_name_property, region, role },
        })
    }

    fn coverage(&self, file: CoverageFile) -> Result<Coverage, ProfileError> {
        let (from, to) = self.period("coverage", file.from, file.to)?;
        let (within, except) = (regions(file.within), regions(file.except));
        Ok(Coverage { party: PartyId(file.party), within, except, from, to, note: file.note })
    }

    fn known_place(&self, file: KnownPlaceFile) -> Result<KnownPlace, ProfileError> {
        let [lon, lat] = file.position;
        let on_earth = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        self.check(on_earth, "known_place", "position = [longitude, latitude] in degrees")?;
        let place = Place { region: RegionId(file.region), country: file.country.map(RegionId) };
        Ok(KnownPlace { position: Position::new(lon, lat), place, note: file.note })
    }

    fn fault(&self, file: FaultFile) -> Result<Fault, ProfileError> {
        let (from, to) = (self.day("fault", &file.from)?, self.day("fault", &file.to)?);
        self.check(from < to, "fault", "from comes before to, which is not included")?;
        let by = match file.by {
            FaultBy::Published => FaultDate::Published,
            FaultBy::Edition => FaultDate::Edition,
        };
        Ok(Fault { by, from, to, note: file.note })
    }

    fn day(&self, field: &str, day: &str) -> Result<Date, ProfileError> {
        let exact = (day.len() == 10).then(|| day.parse().ok()).flatten();
        exact.ok_or_else(|| self.bad(field, format!("has the day \"{day}\""), DAY_HINT))
    }
}

fn when(when: When) -> BTreeMap<String, Vec<String>> {
    let values = |values| match values {
        OneOrMany::One(value) => vec![value],
        OneOrMany::Many(values) => values,
    };
    when.into_iter().map(|(property, one_or_many)| (property, values(one_or_many))).collect()
}

fn regions(ids: Vec<String>) -> Vec<RegionId> {
    ids.into_iter().map(RegionId).collect()
}

/// Both a fixed word and a property are given.
struct Both;

fn wording(fixed: Option<String>, property: Option<String>) -> Result<Option<Wording>, Both> {
    match (fixed, property) {
        (Some(_), Some(_)) => Err(Both),
        (fixed, property) => {
            Ok(fixed.map(Wording::Fixed).or_else(|| property.map(Wording::Property)))
        }
    }
}
