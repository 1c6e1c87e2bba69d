//! Tags and dependencies against the PUD treebank (CC BY-SA 3.0).

use crate::{
    archive::{Archive, OpenSuiteError, shape},
    figure::{Figure, share},
};
use seisin_read::text::syntax::training;

static MODEL: &[u8] = include_bytes!("../../seisin-read/models/english.syntax");

/// Analyses PUD, on which nothing was trained, with the model that ships.
///
/// # Errors
/// [`OpenSuiteError`] where the treebank is missing.
pub fn score(archive: &Archive) -> Result<Vec<Figure>, OpenSuiteError> {
    const FILE: &str = "ud/pud/en_pud-ud-test.conllu";
    let sentences = training::read_conllu(archive.text(FILE)?);
    let found = training::score(MODEL, &sentences)
        .ok_or_else(|| shape("english.syntax", &"it is no model of this version"))?;
    let whole = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let figure = |id, right: usize, of: usize| Figure {
        id,
        value: share(whole(right), whole(of)),
        basis: format!("{right} of {of} words"),
        misses: Vec::new(),
    };
    Ok(vec![
        figure("syntax.tags", found.tags, found.words),
        figure("syntax.heads", found.heads, found.arcs),
        figure("syntax.labels", found.labels, found.arcs),
    ])
}
