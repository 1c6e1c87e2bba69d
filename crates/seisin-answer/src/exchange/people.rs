//! Who says how many people live where, as the caller brings it.

use crate::answer_error::AnswerError;
use seisin_core::Bound;
use seisin_exchange::{Count, Settlement, Site};
use seisin_measure::{Bounds, Raster, Shape, positions_inside};
use std::{fmt, sync::Arc};

/// The part of a raster of people that lies in a box; `None` where none of it does.
pub type RasterWindow = dyn Fn(Bounds) -> Result<Option<Raster>, String> + Send + Sync;

/// A raster of people that the caller can read parts of.
#[derive(Clone)]
pub struct PeopleRaster {
    /// What it is, as answers cite it.
    pub source: String,
    /// Reads the part of it that lies in a box.
    pub within: Arc<RasterWindow>,
}

impl fmt::Debug for PeopleRaster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PeopleRaster").field("source", &self.source).finish_non_exhaustive()
    }
}

impl PeopleRaster {
    /// The part of it that lies around some land.
    pub(crate) fn around(&self, bounds: Option<Bounds>) -> Result<Option<Raster>, AnswerError> {
        let Some(bounds) = bounds else { return Ok(None) };
        (self.within)(bounds).map_err(AnswerError::People)
    }
}

/// Where people are known to live.
#[derive(Debug, Clone)]
pub enum PeopleRequest {
    /// Nobody says.
    NoData,
    /// The settlements of the built-in gazetteer: a lower bound.
    Gazetteer,
    /// A list of the caller's, with its source.
    Given(Vec<Site>, String),
    /// A raster of the caller's.
    Raster(PeopleRaster),
}

/// The people on a stretch of land by a raster, and what is to be known beside the figure.
pub(super) fn by_raster(
    raster: &PeopleRaster,
    shape: &Shape,
    what: &str,
) -> Result<(Option<Count>, Option<String>), AnswerError> {
    let found = raster.around(shape.bounds())?.map(|window| window.sum_on(shape));
    let Some(sum) = found.filter(|sum| sum.known > 0.0) else {
        let note = format!("{} has no value on {what}: no data, which is not 0", raster.source);
        return Ok((None, Some(note)));
    };
    let note = (sum.known < WHOLE).then(|| {
        format!(
            "{} has values for {:.1} % of {what}; the rest is not counted",
            raster.source,
            sum.known * 100.0
        )
    });
    let count = Count {
        count: whole(sum.best),
        range: Some([whole(sum.low), whole(sum.high)]),
        bound: if note.is_some() { Bound::AtLeast } else { Bound::About },
        source: format!("{}: pixels parted by their area on the land", raster.source),
    };
    Ok((Some(count), note))
}

/// Less than this part of the land with values is told.
const WHOLE: f64 = 0.9995;

/// The settlements of a list on a stretch of land.
pub(super) fn by_list(
    sites: &[Site],
    source: &str,
    shape: &Shape,
) -> (Option<Count>, Vec<Settlement>) {
    let positions: Vec<_> = sites.iter().map(|site| site.at).collect();
    let inside = positions_inside(shape, &positions);
    let here = sites.iter().zip(inside).filter(|(_, inside)| *inside).map(|(site, _)| site);
    let mut listed: Vec<Settlement> = here
        .map(|site| Settlement {
            id: String::new(),
            name: site.name.clone(),
            position: site.at,
            population: whole(site.people),
        })
        .collect();
    listed.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.name.cmp(&b.name)));
    let count = listed.iter().map(|one| one.population).sum();
    let people = (!listed.is_empty()).then(|| Count {
        count,
        range: None,
        bound: Bound::AtLeast,
        source: source.to_owned(),
    });
    (people, listed)
}

/// People as a whole number.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of people, held above zero and below all there can be"
)]
fn whole(people: f64) -> u64 {
    people.round().clamp(0.0, 1e15) as u64
}
