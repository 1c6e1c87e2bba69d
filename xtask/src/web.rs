//! The front end: its tests, and whether what is committed is what its sources give.

use crate::{
    command::run,
    install::{Needed, make_sure_of},
    steps::Outcome,
    workspace,
};
use std::{fs, path::Path};

const NODE: &[Needed] =
    &[Needed { program: "node", package: "nodejs" }, Needed { program: "npm", package: "npm" }];
const CHROMIUM: Needed = Needed { program: "/usr/bin/chromium", package: "chromium" };

/// Types, unit tests, and the page in headless Chromium.
pub(crate) fn tests() -> Outcome {
    let mut needed = NODE.to_vec();
    if std::env::var_os("CHROMIUM").is_none() {
        needed.push(CHROMIUM);
    }
    npm(&needed, "test", "types, units, the page in Chromium")
}

/// Builds the front end anew and compares it with `dist/`.
pub(crate) fn dist() -> Outcome {
    npm(NODE, "check-dist", "built twice, byte by byte")
}

fn npm(needed: &[Needed], script: &str, looked_at: &str) -> Outcome {
    let web = workspace::root().join("web");
    if !web.join("package-lock.json").is_file() {
        return Outcome::Skipped("there is no web/package-lock.json".into());
    }
    let done = make_sure_of(needed)
        .and_then(|()| install_packages(&web))
        .and_then(|()| run(&web, "npm", &["run", "--silent", script]));
    match done {
        Ok(()) => Outcome::Passed(looked_at.to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}

/// `npm ci`, unless it was done for this very lock file.
fn install_packages(web: &Path) -> Result<(), String> {
    let lock = fs::read(web.join("package-lock.json")).map_err(|error| error.to_string())?;
    let kept = web.join("node_modules/.seisin-package-lock.json");
    if fs::read(&kept).is_ok_and(|kept| kept == lock) {
        return Ok(());
    }
    run(web, "npm", &["ci", "--no-audit", "--no-fund"])?;
    fs::write(kept, lock).map_err(|error| error.to_string())
}
