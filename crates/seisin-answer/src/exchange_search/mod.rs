//! Exchanges that satisfy what is wanted: what is asked, the search, what it came to.

mod answer;
mod request;
mod search;

pub use answer::{ExchangeSearchAnswer, RankedExchange};
pub use request::{ExchangeSearchRequest, Mode, PoolRequest, UnitsRequest};
pub use search::search_exchange;
