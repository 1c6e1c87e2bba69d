//! The store behind the screens.

use super::{
    conditional::{Keep, conditional},
    problem::Problem,
};
use crate::{
    exit::Failure,
    output::{Format, Record, write_records, write_single},
};
use axum::{http::HeaderMap, response::Response};
use seisin_answer::{AnswerError, Store};
use std::{path::PathBuf, sync::Arc};
use tokio::sync::Semaphore;

/// How many questions are measured at once; more wait, so that a reader who drags the date strip
/// cannot tie up the machine. One who has gone away gives up the place in the queue.
const AT_ONCE: usize = 2;

/// The store behind the screens, asked away from the thread that serves the network.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    store: Arc<PathBuf>,
    places: Arc<Semaphore>,
}

impl Site {
    /// A site over the store at `store`.
    pub(crate) fn over(store: PathBuf) -> Self {
        Self { store: Arc::new(store), places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Puts a question to the store.
    ///
    /// The store is opened anew for each question, for reading alone: what another program records
    /// in the meantime is seen by the next one.
    ///
    /// # Errors
    /// What the question cannot be answered for.
    pub(crate) async fn ask<T, E>(
        &self,
        question: impl FnOnce(&Store) -> Result<T, E> + Send + 'static,
    ) -> Result<T, Problem>
    where
        T: Send + 'static,
        E: Into<Problem>,
    {
        let place =
            Arc::clone(&self.places).acquire_owned().await.expect("the places are never closed");
        let path = Arc::clone(&self.store);
        let asked = tokio::task::spawn_blocking(move || {
            let _place = place;
            let store =
                Store::open_read_only(&path).map_err(|error| Problem::fault(said(&error)))?;
            question(&store).map_err(Into::into)
        });
        asked.await.unwrap_or_else(|_| {
            Err(Problem::fault("the question ended in a fault; the log has it"))
        })
    }
}

/// One record as JSON, the bytes that `--format json` prints.
///
/// # Errors
/// Never for records that can be written as JSON, which all can.
pub(crate) fn single<R: Record>(asker: &HeaderMap, record: &R) -> Result<Response, Problem> {
    let mut bytes = Vec::new();
    write_single(&mut bytes, Format::Json, record, String::new)
        .map_err(|error| Problem::fault(error.to_string()))?;
    Ok(conditional(asker, Keep::AskAgain, "application/json", bytes))
}

/// Records as JSON, the bytes that `--format json` prints.
///
/// # Errors
/// As [`single`].
pub(crate) fn list<R: Record>(asker: &HeaderMap, records: &[R]) -> Result<Response, Problem> {
    let mut bytes = Vec::new();
    write_records(&mut bytes, Format::Json, records)
        .map_err(|error| Problem::fault(error.to_string()))?;
    Ok(conditional(asker, Keep::AskAgain, "application/json", bytes))
}

impl From<AnswerError> for Problem {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::Query(_) | AnswerError::DamagedShape { .. } => Self::fault(said(&error)),
            _ => Self::unanswerable(said(&error)),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let words = failure.message().unwrap_or_default();
        match failure {
            Failure::Usage(_) => Self::question(words),
            Failure::Failed(_) | Failure::ReaderGone => Self::fault(words),
        }
    }
}

/// An error with its causes, each said once.
fn said(error: &dyn std::error::Error) -> String {
    Failure::to("answer", error).message().unwrap_or_default().to_owned()
}
