//! From a map file to an edition with its holdings.

use super::{
    dates::{Dates, dates},
    error::ReadMapError,
    holdings::Gathering,
    placing::Placing,
    profile::FaultDate,
    reading::{Coverage, MapReading},
    rules::Sorting,
    settings::MapSettings,
    terms::{Terms, terms},
};
use seisin_core::{Date, MapEdition, Problem, ProblemKind, Published};
use seisin_places::naming_regions;
use seisin_source::MapFile;
use std::collections::BTreeSet;

/// Reads one map file as an edition with its holdings.
///
/// `name` is the file's name, with or without folders: profiles may take dates from it.
///
/// # Assumptions
/// Every ring passes `Shape::from_rings`. A feature that does not is quarantined, and the rest of
/// the edition stays; two features of one kind are both read.
///
/// # Errors
/// Where neither caller nor file nor profile states the day shown, the publisher, the licence or
/// the positional error: none of them is guessed.
///
/// # Example
/// ```
/// use seisin_read::map::{MapSettings, NamePattern, Profile, read_map};
/// use seisin_source::{MapLimits, parse_geojson};
/// let bytes = br#"{"type": "FeatureCollection", "publisher": "m1", "licence": "CC0-1.0",
///     "positional_error_m": 0, "features": [{"type": "Feature", "properties": {"party": "arland"},
///     "geometry": {"type": "Polygon", "coordinates":
///         [[[35.5, 51.2], [36, 51.2], [36, 51.5], [35.5, 51.5], [35.5, 51.2]]]}}]}"#;
/// let file = parse_geojson(bytes, &MapLimits::default())?;
/// let mut settings = MapSettings::new(Profile::built_in("parties")?);
/// settings.valid_from_name = Some(NamePattern::new("%Y-%m-%d")?);
/// let reading = read_map(&file, "2030-01-07.geojson", &settings)?;
/// assert_eq!(reading.edition.edition_date.to_string(), "2030-01-07");
/// assert_eq!(reading.holdings[0].party.0, "arland");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_map(
    file: &MapFile,
    name: &str,
    settings: &MapSettings,
) -> Result<MapReading, ReadMapError> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Terms { publisher, licence, positional_error, differing } = terms(file, name, settings)?;
    let Dates { edition_date, published, problems } = dates(file, name, settings)?;
    let placing = Placing { regions: naming_regions(), sets: &settings.boundaries };
    let sorting = Sorting { profile: &settings.profile, edition_date, placing };
    let gathering = Gathering::of(file, name, settings, sorting);
    let notes = file.notes.iter().map(ToString::to_string).chain(differing);
    let notes = notes.map(|note| Problem {
        span: None,
        kind: ProblemKind::Note,
        sentence: format!("{name}: {note}"),
    });
    let faults = faults(settings, name, edition_date, published);
    let edition = MapEdition {
        id: MapEdition::identify(&publisher, edition_date, published, file.source),
        publisher,
        edition_date,
        published,
        name: name.to_owned(),
        source: file.source,
        licence,
        positional_error: Some(positional_error),
        profile: settings.profile.name.clone(),
    };
    Ok(MapReading {
        edition,
        coverage: coverage(settings, &gathering, edition_date),
        holdings: gathering.holdings,
        quarantined: gathering.quarantined,
        problems: faults
            .into_iter()
            .chain(problems)
            .chain(notes)
            .chain(gathering.problems)
            .collect(),
    })
}

/// What is known to be wrong with the edition; it is kept all the same.
fn faults(
    settings: &MapSettings,
    name: &str,
    edition_date: Date,
    published: Option<Published>,
) -> Vec<Problem> {
    let faults = settings.profile.faults.iter().filter(|fault| {
        let day = match fault.by {
            FaultDate::Published => published.map(Published::day),
            FaultDate::Edition => Some(edition_date),
        };
        day.is_some_and(|day| fault.from <= day && day < fault.to)
    });
    let problem =
        |sentence: String| Problem { span: None, kind: ProblemKind::SourceFault, sentence };
    faults
        .map(|fault| problem(format!("{name}: known fault of the archive: {}", fault.note)))
        .collect()
}

/// What the profile declares, and, where it says so, what this edition draws, from its day on.
fn coverage(settings: &MapSettings, gathered: &Gathering<'_>, edition_date: Date) -> Vec<Coverage> {
    let mut coverage = settings.profile.coverage.clone();
    if settings.profile.covers_as_drawn {
        let valid = gathered.holdings.iter().map(|held| (held.party.clone(), held.within.clone()));
        let set_aside = gathered.quarantined.iter();
        let set_aside = set_aside.filter_map(|one| Some((one.party.clone()?, one.within.clone())));
        let drawn: BTreeSet<Coverage> = valid
            .chain(set_aside)
            .map(|(party, within)| Coverage {
                party,
                within: within.into_iter().collect(),
                except: Vec::new(),
                from: Some(edition_date),
                to: None,
                note: "drawn in the edition of that day".to_owned(),
            })
            .collect();
        coverage.extend(drawn);
    }
    coverage
}
