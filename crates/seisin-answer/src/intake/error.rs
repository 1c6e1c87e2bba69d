//! Why something could not be taken onto the record.

/// Why something could not be taken onto the record.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// The store cannot be written.
    #[error(transparent)]
    Append(#[from] seisin_ledger::AppendError),
    /// The store cannot be read.
    #[error(transparent)]
    Query(#[from] seisin_ledger::QueryError),
    /// What is on record cannot be read anew.
    #[error(transparent)]
    Answer(#[from] crate::AnswerError),
}
