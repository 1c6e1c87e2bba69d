//! What an exchange of two stretches of land would measure, before and after.
//!
//! [`evaluate`] takes shapes, not reports: what each side would give, and where the caller has
//! them, both territories. It answers with areas, their ratio, the line where the two meet and the
//! pieces each side would be in. Whatever it is not told stays unknown with its reason; nothing
//! unknown is counted as zero, and nothing is weighed against anything.

mod access;
mod enclaves;
mod error;
mod evaluate;
mod figure;
mod given;
mod measured;
mod settings;
mod territory;

pub use access::Access;
pub use enclaves::Enclaves;
pub use error::EvaluateError;
pub use evaluate::evaluate;
pub use figure::{Change, Figure, Missing};
pub use given::{Basis, Count, Exchange, Given, Settlement, Side};
pub use measured::{DISCLAIMER, Effect, HYPOTHETICAL, NECK_SHARE, SideEffect, Territory};
pub use settings::EvaluateSettings;
pub use territory::territory_of;
