//! `seisin serve`: the screens in a browser, on this machine alone.

use super::talk;
use crate::{
    args::ServeArgs,
    exit::{Failure, Outcome},
    http, project,
};
use std::{net::SocketAddr, path::Path, process::Command};

/// Serves the screens until the person stops the program.
///
/// # Errors
/// Fails without a store, and where the port cannot be had.
pub(crate) fn serve(named: Option<&Path>, args: &ServeArgs) -> Result<Outcome, Failure> {
    let store = project::find(named)?;
    let open = args.open;
    http::serve(store, args.port, move |address| {
        talk(&format!("serving http://{address}/ on this machine only; stop with Ctrl-C"));
        if open {
            open_browser(address);
        }
    })?;
    Ok(Outcome::Done)
}

/// Asks the desktop to show the screens; where it cannot, the address is printed already.
fn open_browser(address: SocketAddr) {
    let url = format!("http://{address}/");
    let opener = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    if Command::new(opener).arg(&url).spawn().is_err() {
        talk(&format!("no browser could be opened; go to {url}"));
    }
}
