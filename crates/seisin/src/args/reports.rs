//! The words of `read`, `annotate` and `schema`.

use crate::output::Format;
use clap::Args;
use seisin_source::InputFormat;
use std::path::PathBuf;

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
pub(crate) struct ReadArgs {
    #[command(flatten)]
    pub(crate) reports: ReportsArgs,
    /// Also take claims that other programs propose, one `seisin.candidate/1` a line, if the reports
    /// bear them out
    #[arg(long, value_name = "FILE")]
    pub(crate) candidates: Option<PathBuf>,
    /// Write what could not be told to this file, one JSON object a line
    #[arg(long, value_name = "FILE")]
    pub(crate) problems: Option<PathBuf>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
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
