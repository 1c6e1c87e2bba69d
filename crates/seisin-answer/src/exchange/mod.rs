//! What an exchange of land would measure on a day, by each publisher's map.
//!
//! A [`ExchangeRequest`] names what each side gives as [`GiveWhat`]: what it holds in a land, a land
//! whole, or a shape that the user brings. Beside the figures each answer says, in fields of their
//! own, whose the land is as a boundary set states it, who is shown to hold it, and who claims it
//! ([`Standing`]): none of the three is taken for another.

mod answer;
mod evaluate;
mod item;
mod near;
mod people;
mod request;
mod settlements;
mod standing;
mod stated;
mod territories;

pub use answer::{ExchangeAnswer, ItemAnswer};
pub use evaluate::{evaluate_exchange, exchange_over};
pub use people::{PeopleRaster, PeopleRequest, RasterWindow};
pub use request::{ExchangeRequest, GiveRequest, GiveWhat, NamedSite, NearPlace};
pub use standing::{ClaimMade, LegalStatus, Standing};
pub use stated::StatedAnswer;

pub(crate) use territories::{given, placed, territories};
