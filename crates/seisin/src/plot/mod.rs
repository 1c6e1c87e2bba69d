//! Answers as pictures: lines and stretches over time and maps of land, as SVG or PNG.
//!
//! Drawn with plotters; a PNG is its SVG rendered with the one font that comes along, so that a
//! picture looks the same wherever it is made. Parties have colours by their order, never those of
//! a flag; every picture names its sources and their terms.

mod colour;
mod contact;
mod exchange;
mod form;
mod frame;
mod land;
mod lines;
mod map;
mod offers;
mod spans;

pub(crate) use contact::{DrawnLine, plot_contact};
pub(crate) use exchange::{DrawnExchange, plot_exchange};
pub(crate) use form::Picture;
pub(crate) use land::{DrawnLand, plot_land};
pub(crate) use lines::{Joined, Line, Mark, Point, plot_lines};
pub(crate) use offers::{DrawnOffer, plot_offers};
pub(crate) use spans::{SpanRow, plot_spans};
