//! What several commands ask for: a form of output, maps, days, files to write.

use crate::output::Format;
use clap::Args;
use std::path::PathBuf;

/// How to print.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct ListArgs {
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

/// Whose land, and where.
#[derive(Debug, Clone, Args)]
pub(crate) struct Whose {
    /// Only this party's
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Only in this region: its identifier or its name
    #[arg(long)]
    pub(crate) region: Option<String>,
}

/// What comes of an answer about land: a table or records, files, a picture.
#[derive(Debug, Args)]
pub(crate) struct Outputs {
    #[command(flatten)]
    pub(crate) export: ExportArgs,
    #[command(flatten)]
    pub(crate) plot: PlotArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

impl Outputs {
    /// Records alone: no file, no picture.
    pub(crate) fn records() -> Self {
        Self { export: ExportArgs::default(), plot: PlotArgs::default(), format: Format::Json }
    }
}
