//! The program's commands, in the order a newcomer needs them.

use super::{
    AnnotateArgs, BoundariesCommand, CheckArgs, ClaimsArgs, ContactArgs, CoverageArgs, DemoArgs,
    DiffArgs, ExchangeCommand, HoldingsArgs, InitArgs, ListArgs, MapsCommand, OffersArgs,
    OriginsArgs, PointsArgs, ProposeArgs, ReadArgs, SchemaArgs, SeriesArgs, ServeArgs, VerifyArgs,
};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The record of who holds what land, who says so, and what is offered for it.
#[derive(Debug, Parser)]
#[command(name = "seisin", version, propagate_version = true, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// The store to use: a project folder or a store file [default: the folder you are in]
    #[arg(long, global = true, env = "SEISIN_STORE", value_name = "PATH")]
    pub(crate) store: Option<PathBuf>,

    /// What to do
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a verdict named with \
                          --fail-on, 4 some reports could not be taken. Dates are YYYY-MM-DD; intervals are half-open and printed so.";

/// What the program can do, in the order a newcomer needs it.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the made-up world of Arland and Borland, read it, check it, and show what came of it
    Demo(DemoArgs),
    /// Make a folder a project with an empty store
    Init(InitArgs),
    /// Read reports and record their claims
    Read(ReadArgs),
    /// Print everything the reader sees in reports, claims or not, and record nothing
    Annotate(AnnotateArgs),
    /// Ask a language model what it would take from reports, for `read --candidates`; the one command
    /// that uses a network, and only the address it is given
    Propose(ProposeArgs),
    /// Print the JSON Schema of a record
    Schema(SchemaArgs),
    /// Control maps: add editions, list what is there
    #[command(subcommand)]
    Maps(MapsCommand),
    /// Boundary sets: add regions to measure in, list what is there
    #[command(subcommand)]
    Boundaries(BoundariesCommand),
    /// List the frames: named, dated views of who is sovereign where
    Frames(ListArgs),
    /// List the claims on record
    Claims(ClaimsArgs),
    /// Who holds what, by publisher, on a day or on every day of a stretch
    Holdings(HoldingsArgs),
    /// How much a party holds day by day, week by week or month by month
    Series(SeriesArgs),
    /// What differs between two days, two publishers or two states of knowledge
    Diff(DiffArgs),
    /// The line where two parties' land meets: its length and course
    Contact(ContactArgs),
    /// Who is shown to hold settlements and sites of your own
    Points(PointsArgs),
    /// What publishers' maps speak for: declared, missing, repeated, put right, in doubt
    Coverage(CoverageArgs),
    /// Check a sentence, or a claim on record, against the maps
    Check(CheckArgs),
    /// Independent reports and their copies
    Origins(OriginsArgs),
    /// Offers with their answers
    Offers(OffersArgs),
    /// What an exchange of land would measure
    #[command(subcommand)]
    Exchange(ExchangeCommand),
    /// Show the screens in a browser, on this machine only
    Serve(ServeArgs),
    /// Prove that nothing on record was changed or removed
    Verify(VerifyArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}
