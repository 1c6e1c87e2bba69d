//! The words of `demo`, `init` and `serve`.

use crate::output::Format;
use clap::Args;
use std::path::PathBuf;

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

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// The port on the loopback address; 0 takes a free one
    #[arg(long, default_value_t = 8417)]
    pub(crate) port: u16,
    /// Open a browser
    #[arg(long)]
    pub(crate) open: bool,
}
