//! The synthetic world of Arland and Borland: named shapes, parties and sentences.
//!
//! No place, party, outlet or person in it is real. Two neighbours, two regions, two map
//! publishers and six articles are enough to walk the whole road from a sentence to a checked
//! answer, and every area in it is known beforehand, so the demo and the tests of the whole road
//! share this one world. [`world`] gives its files; the shapes behind them have names of their own
//! ([`SARN`], [`ARLAND_IN_SARN_CORRECTED`], …).
//!
//! Nothing here writes a file: the caller decides where the world is laid out.

mod articles;
mod editions;
mod population;
mod rectangle;
mod regions;
mod world;

pub use articles::{CHECKED_SENTENCE, articles};
pub use editions::{MAP_SOURCES, MapSource, editions};
pub use population::{POPULATION_SIZE, population_of, population_tif};
pub use rectangle::{
    ARLAND_IN_SARN, ARLAND_IN_SARN_BY_M2, ARLAND_IN_SARN_CORRECTED, ARLAND_IN_SARN_LATER,
    BORLAND_IN_VELK, Rectangle, SARN, VELK,
};
pub use regions::{BOUNDARY_SET_LICENCE, BOUNDARY_SET_NAME, REGIONS_PATH, regions};
pub use world::{WorldFile, world};
