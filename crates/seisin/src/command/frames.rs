//! `seisin frames`: the views of who is sovereign where.

use crate::{
    args::ListArgs,
    exit::{Failure, Outcome},
    output::write_records,
    wire::FrameJson,
};
use seisin_places::built_in_frames;

/// Lists the frames.
///
/// # Errors
/// Fails where standard output does.
pub(crate) fn list(args: ListArgs) -> Result<Outcome, Failure> {
    let rows: Vec<FrameJson> = built_in_frames().iter().map(FrameJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}
