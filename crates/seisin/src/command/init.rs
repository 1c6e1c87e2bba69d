//! `seisin init`: a folder becomes a project.

use super::{clock, print_added, talk};
use crate::{
    args::InitArgs,
    exit::{Failure, Outcome},
    project::STORE_NAME,
    wire::AddedJson,
};
use seisin_answer::Store;

/// Makes the folder and an empty store in it.
///
/// # Errors
/// Fails where there is a store already or the folder cannot be written.
pub(crate) fn init(args: &InitArgs) -> Result<Outcome, Failure> {
    let dir = &args.dir;
    std::fs::create_dir_all(dir)
        .map_err(|error| Failure::to(&format!("make the folder {}", dir.display()), &error))?;
    let path = dir.join(STORE_NAME);
    Store::create(&path, clock::now())
        .map_err(|error| Failure::Failed(format!("failed to {error}")))?;
    talk(&format!(
        "made an empty store in {}\nnext: seisin boundaries add, seisin maps add, seisin read",
        path.display()
    ));
    print_added(args.format, &AddedJson::new("store", &path.display().to_string(), 1))?;
    Ok(Outcome::Done)
}
