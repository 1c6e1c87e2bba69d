//! The series that a question asks for.

use super::{
    line::{Line, Source},
    request::SeriesRequest,
    row::SeriesRow,
};
use crate::{
    answer_error::AnswerError,
    findings::findings,
    holdings::land_to_measure,
    land::Land,
    store::{Spell, Store},
};
use seisin_core::{Date, PartyId, PublisherId, RegionId};
use std::collections::{BTreeMap, BTreeSet};

/// What each party holds on the days of a series: by party, land, publisher and day. A day for
/// which no map speaks has a row that says so.
///
/// # Method
/// Without `prefer` each publisher has a series of its own. With it there is one series: on each
/// day the first publisher in that order speaks whose edition is dated within the step that ends on
/// that day; where none is, the youngest edition speaks.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or a land or publisher is not known.
pub fn series(store: &Store, request: &SeriesRequest) -> Result<Vec<SeriesRow>, AnswerError> {
    let _one_state = store.one_state()?;
    let publishers = store.chosen_publishers(&request.maps.publishers)?;
    let publishers = preferred(publishers, &request.prefer)?;
    let Some(days) = days(store, &publishers, request)? else { return Ok(Vec::new()) };
    let mut sources = Vec::new();
    for publisher in publishers {
        let spells = store.spells(&publisher, days, &request.maps)?;
        let findings = findings(store, &publisher, days, &request.maps)?;
        sources.push(Source { publisher, spells, findings });
    }
    let days = request.every.days(days);
    let mut rows = Vec::new();
    for line in lines(store, &sources, request)? {
        rows.extend(line.rows(store, &days, request)?);
    }
    Ok(rows)
}

/// The publishers in order of preference, those not named after those named.
fn preferred(
    mut publishers: Vec<PublisherId>,
    prefer: &[PublisherId],
) -> Result<Vec<PublisherId>, AnswerError> {
    if let Some(name) = prefer.iter().find(|name| !publishers.contains(name)) {
        let known: Vec<String> = publishers.iter().map(ToString::to_string).collect();
        return Err(AnswerError::UnknownPublisher {
            name: name.to_string(),
            known: known.join(", "),
        });
    }
    let rank = |name: &PublisherId| prefer.iter().position(|other| other == name);
    publishers.sort_by_key(|name| rank(name).unwrap_or(prefer.len()));
    Ok(publishers)
}

/// The days asked for, or all from the first edition to the last.
fn days(
    store: &Store,
    publishers: &[PublisherId],
    request: &SeriesRequest,
) -> Result<Option<(Date, Date)>, AnswerError> {
    if request.days.is_some() {
        return Ok(request.days);
    }
    let mut dates = BTreeSet::new();
    for publisher in publishers {
        let editions = store.ledger().editions(Some(publisher), request.maps.known_on)?;
        dates.extend(editions.iter().map(|edition| edition.record.edition_date));
    }
    let ends = dates.first().zip(dates.last());
    Ok(ends.map(|(first, last)| (*first, last.tomorrow().unwrap_or(*last))))
}

type Places = BTreeSet<(PartyId, Option<RegionId>)>;

fn lines<'a>(
    store: &Store,
    sources: &'a [Source],
    request: &SeriesRequest,
) -> Result<Vec<Line<'a>>, AnswerError> {
    let asked = match &request.region {
        Some(name) => Some(land_to_measure(store, name, &request.maps)?),
        None => None,
    };
    let mut drawn: Vec<Places> = Vec::new();
    for source in sources {
        drawn.push(places(store, &source.spells, asked.as_ref(), request.party.as_ref())?);
    }
    let together = !request.prefer.is_empty();
    let mut lines: BTreeMap<(PartyId, Option<RegionId>, usize), Vec<&Source>> = BTreeMap::new();
    for (at, (source, places)) in sources.iter().zip(drawn).enumerate() {
        for (party, region) in places {
            let own = if together { 0 } else { at };
            lines.entry((party, region, own)).or_default().push(source);
        }
    }
    let line = |((party, region, _), sources): (_, _)| {
        let land = asked.clone().unwrap_or_else(|| Land::as_drawn(Option::as_ref(&region)));
        Line { party, region, land, sources }
    };
    Ok(lines.into_iter().map(line).collect())
}

/// Who is drawn where on any of `spells`; everyone in the one land, where one is asked for.
fn places(
    store: &Store,
    spells: &[Spell],
    asked: Option<&Land>,
    party: Option<&PartyId>,
) -> Result<Places, AnswerError> {
    let mut places = BTreeSet::new();
    for spell in spells {
        for missing in store.missing_of_all(&spell.edition.id)? {
            let Some(held_by) = missing.party.filter(|by| party.is_none_or(|party| party == by))
            else {
                continue;
            };
            let region = asked.map_or(missing.within, |land| Some(land.reference.id.clone()));
            places.insert((held_by, region));
        }
        for drawn in store.drawn_by_all(&spell.edition.id)? {
            if party.is_none_or(|party| *party == drawn.party) {
                let region = asked.map_or(drawn.within, |land| Some(land.reference.id.clone()));
                places.insert((drawn.party, region));
            }
        }
    }
    Ok(places)
}
