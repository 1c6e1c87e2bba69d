//! Which land a question is about, and how a holding is cut to it.

mod carried;
mod cut;
mod reference;
mod resolve;
mod whole;

pub use reference::{LandRef, LandRule};

pub(crate) use carried::Carried;
pub use cut::CutError;
pub(crate) use cut::{CutHolding, PlacedShape, cut, figure_of_whole, join};
pub use resolve::{Coarse, ResolveError};
pub(crate) use resolve::{
    Land, LandQuery, SetRegion, Way, country_of, frames_for, is_called, resolve,
};
pub(crate) use whole::{METHOD, Made, apart, measure, subject};
