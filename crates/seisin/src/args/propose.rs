//! The words of `propose`.

use super::ReportsArgs;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ProposeArgs {
    #[command(flatten)]
    pub(crate) reports: ReportsArgs,
    /// Where an OpenAI-compatible service answers, such as `http://127.0.0.1:11434/v1`
    #[arg(long, value_name = "URL", required_unless_present = "kept_only")]
    pub(crate) endpoint: Option<String>,
    /// The model to ask; its name stays on every claim that comes of its proposals
    #[arg(long, value_name = "NAME")]
    pub(crate) model: String,
    /// The service's key, where it wants one
    #[arg(long, env = "SEISIN_MODEL_KEY", hide_env_values = true, value_name = "KEY")]
    pub(crate) key: Option<String>,
    /// Keep each answer in this folder, and use what is kept there instead of asking again
    #[arg(long, value_name = "DIR")]
    pub(crate) replies: Option<PathBuf>,
    /// Ask nothing: use kept answers alone
    #[arg(long, requires = "replies")]
    pub(crate) kept_only: bool,
    /// How long to wait for an answer
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) wait: u64,
}
