//! What each command does: arguments in, an answer on standard output, talk on standard error.

mod annotate;
mod boundaries;
mod candidates;
mod check;
mod claims;
mod clock;
mod contact;
mod coverage;
mod demo;
mod diff;
mod exchange;
mod frames;
mod holdings;
mod init;
mod inputs;
mod limits;
mod maps;
mod offers;
mod origins;
mod outlet;
mod points;
mod progress;
mod propose;
mod read;
mod repair;
mod schema;
mod series;
mod serve;
mod sites;
mod sources;
mod verify;
pub(crate) mod when;

pub(crate) use check::LONGEST_SENTENCE;
pub(crate) use claims::select as select_claims;
pub(crate) use coverage::request as coverage_request;
pub(crate) use diff::request as diff_request;
pub(crate) use schema::NAMES as SCHEMAS;
pub(crate) use series::request as series_request;

use crate::{
    args::{BoundariesCommand, Cli, Command, ExchangeCommand, MapsChoice, MapsCommand},
    exit::{Failure, Outcome},
    output::{Format, write_records},
    project,
    wire::AddedJson,
};
use seisin_answer::{Coarse, MapsRequest, Store};
use seisin_core::PublisherId;
use std::path::Path;

/// Runs the command that was asked for.
///
/// # Errors
/// [`Failure`] with what was attempted, on what, and why it failed.
pub(crate) fn run(cli: Cli) -> Result<Outcome, Failure> {
    let store = cli.store.as_deref();
    match cli.command {
        Command::Demo(args) => demo::demo(&args),
        Command::Init(args) => init::init(&args),
        Command::Read(args) => read::read(store, &args),
        Command::Annotate(args) => annotate::annotate(store, &args),
        Command::Propose(args) => propose::propose(&args),
        Command::Schema(args) => schema::print(&args),
        Command::Maps(MapsCommand::Add(args)) => maps::add(store, &args),
        Command::Maps(MapsCommand::Repair(args)) => repair::repair(store, &args),
        Command::Maps(MapsCommand::List(args)) => maps::list(store, &args),
        Command::Boundaries(BoundariesCommand::Add(args)) => boundaries::add(store, &args),
        Command::Boundaries(BoundariesCommand::List(args)) => boundaries::list(store, args),
        Command::Boundaries(BoundariesCommand::Disputed(args)) => boundaries::disputed(args),
        Command::Boundaries(BoundariesCommand::Views(args)) => boundaries::views(&args),
        Command::Frames(args) => frames::list(args),
        Command::Claims(args) => claims::list(store, &args),
        Command::Holdings(args) => holdings::holdings(store, &args),
        Command::Series(args) => series::series(store, &args),
        Command::Diff(args) => diff::diff(store, &args),
        Command::Contact(args) => contact::contact(store, &args),
        Command::Points(args) => points::points(store, &args),
        Command::Coverage(args) => coverage::coverage(store, &args),
        Command::Check(args) => check::check(store, &args),
        Command::Origins(args) => origins::list(store, &args),
        Command::Offers(args) => offers::run(store, &args),
        Command::Exchange(ExchangeCommand::Eval(args)) => exchange::eval(store, &args),
        Command::Exchange(ExchangeCommand::Search(args)) => exchange::search(store, &args),
        Command::Exchange(ExchangeCommand::Check(args)) => exchange::check(&args),
        Command::Serve(args) => serve::serve(store, &args),
        Command::Verify(args) => verify::verify(store, &args),
        Command::Completions { shell } => {
            completions(shell);
            Ok(Outcome::Done)
        }
    }
}

/// Sends the program's log to standard error, as `RUST_LOG` asks; silent by default.
pub(crate) fn start_log() {
    let filter = tracing_subscriber::EnvFilter::from_default_env();
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

fn completions(shell: clap_complete::Shell) {
    use clap::CommandFactory as _;
    clap_complete::generate(shell, &mut Cli::command(), "seisin", &mut std::io::stdout());
}

/// Opens the store to read.
fn open_to_read(named: Option<&Path>) -> Result<Store, Failure> {
    let path = project::find(named)?;
    Store::open_read_only(&path)
        .map_err(|error| Failure::to(&format!("open {}", path.display()), &error))
}

/// Opens the store to read and append.
fn open_to_write(named: Option<&Path>) -> Result<Store, Failure> {
    let path = project::find(named)?;
    Store::open(&path).map_err(|error| Failure::to(&format!("open {}", path.display()), &error))
}

/// The maps a command line chooses.
///
/// # Errors
/// [`Failure`] for an instant that is none.
pub(crate) fn maps_request(choice: &MapsChoice) -> Result<MapsRequest, Failure> {
    Ok(MapsRequest {
        publishers: choice.maps.iter().map(|name| PublisherId(name.clone())).collect(),
        known_on: when::known_on(choice.known_on.as_deref())?,
        boundaries: choice.boundaries.clone(),
        coarse: if choice.allow_coarse { Coarse::Cut } else { Coarse::NameOnly },
        ..MapsRequest::default()
    })
}

/// Prints what was put on record, where a form is asked for.
fn print_added(format: Option<Format>, added: &AddedJson) -> Result<(), Failure> {
    if let Some(format) = format {
        write_records(&mut std::io::stdout().lock(), format, std::slice::from_ref(added))?;
    }
    Ok(())
}

/// A word to the person, beside the answer.
#[expect(clippy::print_stderr, reason = "talk goes to standard error")]
fn talk(words: &str) {
    eprintln!("{words}");
}
