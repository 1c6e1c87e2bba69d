//! The words of the command line.

use crate::output::Format;
use clap::{Args, Parser, Subcommand, ValueEnum};
use seisin_source::InputFormat;
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
    /// What publishers' maps speak for: declared, missing, repeated, put right, in doubt
    Coverage(CoverageArgs),
    /// Check a sentence, or a claim on record, against the maps
    Check(CheckArgs),
    /// Independent reports and their copies
    Origins(OriginsArgs),
    /// Offers with their answers
    Offers(ListArgs),
    /// What an exchange of land would measure
    #[command(subcommand)]
    Exchange(ExchangeCommand),
    /// Show the screens in a browser, on this machine only
    Serve(ServeArgs),
    /// Prove that nothing on record was changed or removed
    Verify,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// How to print.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct ListArgs {
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    /// Where to build it [default: a new temporary folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// Show the screens on loopback and open a browser
    #[arg(long)]
    pub(crate) open: bool,
    /// The port for --open; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder, made if it is not there
    #[arg(default_value = ".")]
    pub(crate) dir: PathBuf,
    /// Also print what was done as a record, in this form
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
}

/// Which reports.
#[derive(Debug, Args)]
pub(crate) struct ReportsArgs {
    /// Reports: text, web pages, feeds, JSONL, WARC or WACZ, packed by gzip or not; folders of them;
    /// or - for standard input
    #[arg(required = true, value_name = "FILE|DIR|-")]
    pub(crate) inputs: Vec<PathBuf>,
    /// What the inputs are [default: told by their first bytes and their names]
    #[arg(long, value_name = "FORMAT", value_parser = input_format())]
    pub(crate) input_format: Option<InputFormat>,
    /// Who published them, where neither a .meta.json nor the report says so
    #[arg(long)]
    pub(crate) publisher: Option<String>,
    /// When they were published, where neither says so: YYYY-MM-DD or an RFC 3339 instant
    #[arg(long, value_name = "WHEN")]
    pub(crate) published: Option<String>,
}

fn input_format() -> impl clap::builder::TypedValueParser<Value = InputFormat> {
    use clap::builder::TypedValueParser as _;
    clap::builder::PossibleValuesParser::new(InputFormat::ALL.map(InputFormat::word))
        .try_map(|word| InputFormat::from_word(&word).ok_or("no such format"))
}

#[derive(Debug, Args)]
pub(crate) struct AnnotateArgs {
    #[command(flatten)]
    pub(crate) reports: ReportsArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Which record
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(crate::command::SCHEMAS))]
    pub(crate) name: String,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    #[command(flatten)]
    pub(crate) reports: ReportsArgs,
    /// Write what could not be told to this file, one JSON object a line
    #[arg(long, value_name = "FILE")]
    pub(crate) problems: Option<PathBuf>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one, made once")]
pub(crate) enum MapsCommand {
    /// Add editions of a publisher's control map
    Add(MapsAddArgs),
    /// Propose repairs of features that were set aside as invalid, and record them if asked to
    Repair(MapsRepairArgs),
    /// List the publishers and their editions
    List(ListArgs),
}

/// Which land rings that cross themselves are taken to enclose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Rule {
    /// Land that a line to the outside crosses an odd number of edges from
    EvenOdd,
    /// Land that the rings wind round at all
    NonZero,
}

#[derive(Debug, Args)]
pub(crate) struct MapsRepairArgs {
    /// Only this edition
    #[arg(value_name = "EDITION")]
    pub(crate) edition: Option<String>,
    /// Which land rings that cross themselves are taken to enclose
    #[arg(long, value_enum, default_value = "even-odd")]
    pub(crate) rule: Rule,
    /// Record the repaired editions beside those they repair, and measure them from now on
    #[arg(long)]
    pub(crate) record: bool,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct MapsAddArgs {
    /// GeoJSON, KML, KMZ, GeoParquet or FlatGeobuf files, shapefiles in a .zip, or folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Who drew the maps: a short name such as m1
    #[arg(long)]
    pub(crate) publisher: String,
    /// How the files say who holds what: a built-in profile or a .toml file
    #[arg(long, default_value = "parties", value_name = "NAME|FILE")]
    pub(crate) profile: String,
    /// The terms of use, as the publisher words them
    #[arg(long)]
    pub(crate) licence: Option<String>,
    /// How far a line on the map may be off, in metres
    #[arg(long, value_name = "METRES")]
    pub(crate) positional_error: Option<f64>,
    /// The day a map shows, in its file name: a strptime pattern such as %Y-%m-%d
    #[arg(long, value_name = "PATTERN")]
    pub(crate) valid_from_name: Option<String>,
    /// When the files were published: a CSV with the columns file and published
    #[arg(long, value_name = "CSV")]
    pub(crate) published: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// List every problem instead of a count by kind
    #[arg(long)]
    pub(crate) verbose: bool,
    /// Also print what was done as a record, in this form
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
}

/// How large a map file may be; what goes beyond is refused, never cut.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Limits")]
#[expect(clippy::struct_field_names, reason = "named as the options are")]
pub(crate) struct LimitArgs {
    /// The largest file, in bytes [default: 268435456]
    #[arg(long, value_name = "BYTES")]
    pub(crate) max_bytes: Option<usize>,
    /// The most bytes a packed file (KMZ, zip, GeoParquet) may unpack to [default: 67108864]
    #[arg(long, value_name = "BYTES")]
    pub(crate) max_unpacked_bytes: Option<usize>,
    /// The most positions of one file [default: 5000000], and of one feature [default: 2000000]
    #[arg(long, value_name = "COUNT")]
    pub(crate) max_positions: Option<usize>,
    /// The most features of one file [default: 100000]
    #[arg(long, value_name = "COUNT")]
    pub(crate) max_features: Option<usize>,
    /// How deep a file may be nested, 100 at the most [default: 32]
    #[arg(long, value_name = "LEVELS")]
    pub(crate) max_depth: Option<usize>,
    /// The most pairs of edges looked at to check one feature [default: 10000000]
    #[arg(long, value_name = "COUNT")]
    pub(crate) max_edge_pairs: Option<usize>,
}

#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one, made once")]
pub(crate) enum BoundariesCommand {
    /// Add a set of regions
    Add(BoundariesAddArgs),
    /// List the sets and their regions
    List(ListArgs),
}

#[derive(Debug, Args)]
pub(crate) struct BoundariesAddArgs {
    /// A GeoJSON, KML, KMZ, GeoParquet or FlatGeobuf file, or a shapefile in a .zip
    #[arg(value_name = "FILE")]
    pub(crate) input: PathBuf,
    /// The set's name, which answers will cite
    #[arg(long)]
    pub(crate) name: String,
    /// The terms of use
    #[arg(long)]
    pub(crate) licence: Option<String>,
    /// How far a line of the set may be off, in metres
    #[arg(long, value_name = "METRES")]
    pub(crate) positional_error: Option<f64>,
    /// The property that holds a region's identifier
    #[arg(long, default_value = "id", value_name = "PROPERTY")]
    pub(crate) id_property: String,
    /// The property that holds a region's name
    #[arg(long, default_value = "name", value_name = "PROPERTY")]
    pub(crate) name_property: String,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// Also print what was done as a record, in this form
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
}

#[derive(Debug, Args)]
pub(crate) struct ClaimsArgs {
    /// Only claims by or about this party
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Only claims about this region: its identifier or its name
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// Only claims of this kind
    #[arg(long)]
    pub(crate) kind: Option<String>,
    /// Only what was recorded by then
    #[arg(long, value_name = "WHEN")]
    pub(crate) known_on: Option<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

/// Which maps, and as known when.
#[derive(Debug, Clone, Args)]
pub(crate) struct MapsChoice {
    /// Only these publishers' maps, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "PUBLISHER")]
    pub(crate) maps: Vec<String>,
    /// Only what was published by then: YYYY-MM-DD (to the end of that day) or an RFC 3339 instant
    #[arg(long, value_name = "WHEN")]
    pub(crate) known_on: Option<String>,
    /// The boundary set to measure regions with [default: the one that has the region]
    #[arg(long, value_name = "NAME")]
    pub(crate) boundaries: Option<String>,
    /// Measure with the built-in coarse regions where no boundary set has the region
    #[arg(long)]
    pub(crate) allow_coarse: bool,
}

/// Which days.
#[derive(Debug, Clone, Args)]
pub(crate) struct Days {
    /// The day asked about
    #[arg(long, value_name = "DATE", conflicts_with_all = ["from", "to"])]
    pub(crate) on: Option<String>,
    /// The first day of a stretch
    #[arg(long, value_name = "DATE", requires = "to")]
    pub(crate) from: Option<String>,
    /// The last day of a stretch, itself included
    #[arg(long, value_name = "DATE", requires = "from")]
    pub(crate) to: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct HoldingsArgs {
    #[command(flatten)]
    pub(crate) days: Days,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// Only this party's
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Only in this region: its identifier or its name
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
    #[command(flatten)]
    pub(crate) plot: PlotArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

/// The days of a series or of coverage.
#[derive(Debug, Clone, Args)]
pub(crate) struct Stretch {
    /// The first day [default: that of the first edition]
    #[arg(long, value_name = "DATE", requires = "to")]
    pub(crate) from: Option<String>,
    /// The last day, itself included [default: that of the last edition]
    #[arg(long, value_name = "DATE", requires = "from")]
    pub(crate) to: Option<String>,
}

/// Answers as files.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct ExportArgs {
    /// Also write the answer to this file: .geojson, .parquet or .fgb with shapes, .csv without
    #[arg(long, short = 'o', value_name = "FILE")]
    pub(crate) export: Option<PathBuf>,
    /// Leave out shapes whose terms do not let them be passed on, instead of refusing
    #[arg(long, requires = "export")]
    pub(crate) withhold: bool,
    /// How you come to hold the right to pass the shapes on; written into the file
    #[arg(long, value_name = "STATEMENT", conflicts_with = "withhold")]
    pub(crate) rights: Option<String>,
}

/// Answers as pictures.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct PlotArgs {
    /// Also draw the answer: .svg or .png
    #[arg(long, value_name = "FILE")]
    pub(crate) plot: Option<PathBuf>,
}

/// How far apart the days of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Every {
    /// Every day
    Day,
    /// Every seven days, counted from the first
    Week,
    /// On the same day of every month, or its last where it has none such
    Month,
}

#[derive(Debug, Args)]
pub(crate) struct SeriesArgs {
    #[command(flatten)]
    pub(crate) days: Stretch,
    /// How far apart the days are
    #[arg(long, value_enum, default_value = "day")]
    pub(crate) every: Every,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// One series out of several publishers' maps, these first, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "PUBLISHER")]
    pub(crate) prefer: Vec<String>,
    /// Only this party's
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Only in this region: its identifier or its name
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
    #[command(flatten)]
    pub(crate) plot: PlotArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The first of two days
    #[arg(long, value_name = "DATE", requires = "to", conflicts_with = "on")]
    pub(crate) from: Option<String>,
    /// The second of two days
    #[arg(long, value_name = "DATE", requires = "from", conflicts_with = "on")]
    pub(crate) to: Option<String>,
    /// The day on which two publishers (--maps ONE,OTHER) or two states of knowledge are compared
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// Two states of knowledge of the day, such as 2030-01-16..2030-01-19
    #[arg(long, value_name = "WHEN..WHEN", requires = "on", conflicts_with = "known_on")]
    pub(crate) known: Option<String>,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// Only this party's
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Only in this region: its identifier or its name
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
    #[command(flatten)]
    pub(crate) plot: PlotArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct CoverageArgs {
    #[command(flatten)]
    pub(crate) days: Stretch,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// Only this party's, beside what is about editions as a whole
    #[arg(long)]
    pub(crate) party: Option<String>,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The sentence; standard input where it is missing or -
    pub(crate) sentence: Option<String>,
    /// A claim on record instead of a sentence
    #[arg(long, value_name = "ID", conflicts_with = "sentence")]
    pub(crate) claim: Option<String>,
    #[command(flatten)]
    pub(crate) days: Days,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// Whose holding, where the sentence does not say
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Which land, where the sentence does not say
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// The frame a share is measured against; `seisin frames` lists them
    #[arg(long)]
    pub(crate) frame: Option<String>,
    /// Exit with 3 if the verdict is this one
    #[arg(long, value_delimiter = ',', value_name = "VERDICT")]
    pub(crate) fail_on: Vec<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct OriginsArgs {
    /// Only the independent reports on the topic of this claim: of the same kind, party and region
    #[arg(value_name = "CLAIM")]
    pub(crate) claim: Option<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExchangeCommand {
    /// Measure what two parties would give each other
    Eval(ExchangeEvalArgs),
    /// Check the printed figures of a table against what they come from
    Check(ExchangeCheckArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ExchangeCheckArgs {
    /// A CSV of amounts in lists, of figures (printed,from), of transfers (from,to,party,becomes) or
    /// of versions of an offer (offer,source,gives,asks); - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A total printed elsewhere, of a list of the table or of all of it
    #[arg(long, value_name = "[LIST=]FIGURE")]
    pub(crate) total: Vec<String>,
    /// Exit with 3 if a figure comes out so: agrees, differs, worked-out or not-checkable
    #[arg(long, value_delimiter = ',', value_name = "OUTCOME")]
    pub(crate) fail_on: Vec<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct ExchangeEvalArgs {
    /// What a party gives: PARTY:REGION, its holding there; twice
    #[arg(long, required = true, num_args = 1, value_name = "PARTY:REGION")]
    pub(crate) give: Vec<String>,
    /// The day the holdings are measured on
    #[arg(long, value_name = "DATE")]
    pub(crate) on: String,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// The port on the loopback address; 0 takes a free one
    #[arg(long, default_value_t = 8417)]
    pub(crate) port: u16,
    /// Open a browser
    #[arg(long)]
    pub(crate) open: bool,
}
