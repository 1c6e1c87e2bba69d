//! The clock, read here and nowhere else.

use seisin_core::{Date, Published, Timestamp};

/// This instant, to the second: when something is recorded.
#[expect(clippy::disallowed_methods, reason = "the binary is where the clock is read")]
pub(crate) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// The day it is, in UTC.
pub(crate) fn today() -> Date {
    Published::At(now()).day()
}
