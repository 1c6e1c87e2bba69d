//! `cargo xtask bench maps`: daily maps measured beside shapely, `SedonaDB` and `PostGIS`, in one run.
//!
//! In reading order: what is asked of it (`options`), what is measured (`inputs`), the others it is
//! measured beside (`peers`), one program run within bounded time (`ask`), our own as a user asks it (`program`), the whole run (`run`),
//! and what is printed (`table`, `compare`).

mod ask;
mod compare;
mod inputs;
mod options;
mod peers;
mod program;
mod run;
mod table;

pub(crate) use options::USAGE;
pub(crate) use run::bench_maps;
