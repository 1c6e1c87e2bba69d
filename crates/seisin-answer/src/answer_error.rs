//! Why a question could not be answered at all.

/// Why a question could not be answered: something it names is not there, or the store cannot be
/// read. What the record cannot tell is an answer, never one of these.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// No claim has that identifier.
    #[error("find claim {id}\nhint: `seisin claims` lists the claims on record")]
    UnknownClaim {
        /// The identifier.
        id: String,
    },
    /// No publisher has that name.
    #[error("find maps of {name}: on record are {known}\nhint: `seisin maps list` shows them")]
    UnknownPublisher {
        /// The name.
        name: String,
        /// The publishers on record.
        known: String,
    },
    /// No frame has that identifier.
    #[error("find frame {id}\nhint: `seisin frames` lists the frames")]
    UnknownFrame {
        /// The identifier.
        id: String,
    },
    /// No land is known by that name, or too much.
    #[error(transparent)]
    Land(#[from] crate::land::ResolveError),
    /// A holding cannot be cut to a land.
    #[error(transparent)]
    Cut(#[from] crate::land::CutError),
    /// No edition speaks for a day that has to be measured.
    #[error("measure {party} in {land} on {day}: {reason}")]
    Silent {
        /// Whose holding.
        party: String,
        /// Of which land.
        land: String,
        /// The day.
        day: String,
        /// Why no map speaks.
        reason: String,
    },
    /// The record is damaged.
    #[error(
        "read shape {digest} of the store: {reason}\nhint: `seisin verify` tells what is damaged"
    )]
    DamagedShape {
        /// The shape.
        digest: String,
        /// What is wrong.
        reason: String,
    },
    /// The store cannot be read.
    #[error(transparent)]
    Query(#[from] seisin_ledger::QueryError),
    /// The land of an exchange cannot be divided.
    #[error(transparent)]
    Divide(#[from] seisin_exchange::DivideError),
    /// A search needs what the question or the record does not tell.
    #[error("search for exchanges: {0}")]
    Search(String),
    /// A raster of people that the caller brought cannot be read.
    #[error("count the people: {0}")]
    People(String),
    /// A line of contact cannot be told between two parties.
    #[error(
        "tell whose land meets: {0}\nhint: name two parties with --between, such as --between \
         arland,borland"
    )]
    Contact(String),
    /// An exchange cannot be measured.
    #[error(transparent)]
    Exchange(#[from] seisin_exchange::EvaluateError),
}
