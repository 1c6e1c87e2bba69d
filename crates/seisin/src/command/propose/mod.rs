//! `seisin propose`: a language model asked what it would take from reports.
//!
//! In reading order: the question put to it (`question`), the service that answers it (`endpoint`),
//! answers kept and used again (`replies`), an answer taken apart (`answer`), and the command
//! (`run`). What comes out are candidates for `seisin read --candidates`; nothing is recorded here,
//! and nothing a model says is believed before the gate has held it against the report.

mod answer;
mod endpoint;
mod question;
mod replies;
mod run;

pub(crate) use run::propose;
