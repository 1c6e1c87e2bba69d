//! Every figure of the suites holds what `xtask/score.toml` says was reached.

use seisin_suites::{Bars, OpenSuiteError, corpus, fallen, suites};
use std::path::PathBuf;

#[expect(clippy::disallowed_methods, reason = "a test finds shared material by its variable")]
fn shared() -> PathBuf {
    std::env::var("SEISIN_SHARED").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    )
}

fn bars() -> Bars {
    Bars::parse(include_str!("../../../xtask/score.toml")).expect("the committed table is valid")
}

/// The figures of one suite hold; says plainly where the archive is absent.
#[expect(clippy::print_stdout, reason = "a test says plainly that it was skipped")]
fn holds(name: &str) {
    let suite = suites().iter().find(|suite| suite.name == name).expect("it is listed");
    let figures = match suite.run(&shared()) {
        Ok(figures) => figures,
        Err(error @ OpenSuiteError::Absent { .. }) => {
            println!("skipped: failed to {error}");
            return;
        }
        Err(error) => panic!("failed to {error}"),
    };
    assert!(figures.iter().all(|figure| bars().row(figure.id).is_some()), "a figure has no row");
    assert_eq!(fallen(&bars(), &figures), Vec::<String>::new());
}

#[test]
fn dates_and_amounts_of_the_corpus() {
    match corpus::seen(&shared()) {
        Ok(figures) => assert_eq!(fallen(&bars(), &figures), Vec::<String>::new()),
        Err(error @ OpenSuiteError::Absent { .. }) => println!("skipped: failed to {error}"),
        Err(error) => panic!("failed to {error}"),
    }
}

#[test]
fn ftfy() {
    holds("ftfy");
}

#[test]
fn meantime() {
    holds("meantime");
}

#[test]
fn recognizers() {
    holds("recognizers");
}

#[test]
fn quantulum() {
    holds("quantulum");
}

#[test]
fn geovirus() {
    holds("geovirus");
}

#[test]
fn syntax() {
    holds("syntax");
}

#[test]
fn a_fall_is_told() {
    let text = "[[row]]\nid = 'ftfy.cases'\nwhat = 'cases'\nreached = 2.0";
    let bars = Bars::parse(text).unwrap();
    let Ok(figures) = suites()[0].run(&shared()) else { return };
    assert_eq!(fallen(&bars, &figures).len(), 1);
}
