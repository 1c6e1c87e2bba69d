//! Which land a question is about, and how a holding is cut to it.

mod carried;
mod cut;
mod outline;
mod parts;
mod reference;
mod resolve;
mod wanted;
mod whole;

pub use reference::{LandRef, LandRule};

pub(crate) use carried::{Carried, joined};
pub use cut::CutError;
pub(crate) use cut::{CutHolding, PlacedShape, cut, figure_of_part, figure_of_whole, join};
pub(crate) use outline::Outline;
pub(crate) use parts::{CUT_METHOD, CarriedParts, SetLand, SetLands, nothing_in, part_in};
pub use resolve::{Coarse, ResolveError};
pub(crate) use resolve::{LandQuery, frames_for, is_called, resolve, resolve_on_record};
pub(crate) use wanted::{Land, SetRegion, Way, country_of};
pub(crate) use whole::{METHOD, Made, apart, measure, parts_apart, subject};
