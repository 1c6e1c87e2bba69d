//! The command line of seisin: reads the clock, the environment and the arguments, and nothing
//! else decides how an answer looks.

mod args;
mod command;
mod exit;
mod export;
mod http;
mod output;
mod plot;
mod project;
mod text;
mod wire;

use clap::Parser as _;
use exit::Failure;
use std::process::ExitCode;

/// Reading makes many small strings and lists: this allocator is quicker at them than that of the GNU C
/// library.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    command::start_log();
    match command::run(cli) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            tell(&failure);
            failure.code()
        }
    }
}

#[expect(clippy::print_stderr, reason = "talk goes to standard error; this is the one place")]
fn tell(failure: &Failure) {
    if let Some(message) = failure.message() {
        eprintln!("seisin: {message}");
    }
}
