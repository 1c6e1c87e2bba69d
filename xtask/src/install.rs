//! What the tests need beyond Rust.

use crate::{
    command::{is_there, output, run},
    workspace,
};

/// A program that a step cannot do without, and the Debian package that has it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needed {
    pub(crate) program: &'static str,
    pub(crate) package: &'static str,
}

/// Makes sure that the programs are there: installs what is missing where that can be done without
/// asking anybody, and says what to install elsewhere.
pub(crate) fn make_sure_of(needed: &[Needed]) -> Result<(), String> {
    let missing: Vec<&Needed> =
        needed.iter().filter(|needed| !is_there(needed.program, &["--version"])).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|needed| needed.package).collect();
    if !(is_superuser() && is_there("apt-get", &["--version"])) {
        return Err(format!(
            "missing: {0}\nhint: apt-get install {0}, or the like on other systems",
            packages.join(" ")
        ));
    }
    let root = workspace::root();
    run(&root, "apt-get", &["update", "--quiet"])?;
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    install.extend(packages);
    run(&root, "apt-get", &install)
}

fn is_superuser() -> bool {
    output("id", &["-u"]).is_ok_and(|id| id.trim_ascii() == b"0")
}
