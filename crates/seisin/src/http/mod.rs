//! The screens and their JSON over HTTP, on the loopback address alone.
//!
//! Every answer is the very one the command line prints: the same question, the same record, the
//! same bytes. The road of a request: [`guard`] refuses what is not meant for this server,
//! [`question`] turns its fields into a question, [`site`] asks the store away from the network
//! thread, and [`conditional`] spares the browser what it has already.

mod assets;
mod check;
mod claims;
mod compare;
mod conditional;
mod fields;
mod guard;
mod headers;
mod holdings;
mod problem;
mod question;
mod record;
mod router;
mod serve;
mod shapes;
mod site;
#[cfg(test)]
mod tests;

pub(crate) use serve::serve;
