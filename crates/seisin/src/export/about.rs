//! What every exported file says of itself.

use super::sheet::{Export, Source};
use seisin_answer::terms;
use serde_json::{Value, json};

/// What a reader of the file has to know, whoever passed it on.
const DISCLAIMER: &str = "Land is shown as each publisher named here draws it, on the \
    day and in the version named in its row. It says who is shown to hold land, not whose land it \
    is by right, and it is no statement by seisin. Lines may be off by the error stated.";

/// What the file says of itself: title, disclaimer, sources with their terms.
pub(super) fn about(export: &Export) -> Value {
    json!({
        "title": export.title,
        "disclaimer": disclaimer(export),
        "attribution": attribution(export),
        "sources": export.sources.iter().map(source).collect::<Vec<_>>(),
        "rights_stated_by_the_user": export.rights,
        "generator": concat!("seisin ", env!("CARGO_PKG_VERSION")),
    })
}

/// What every file says, and what this one says beside it.
pub(super) fn disclaimer(export: &Export) -> String {
    export.note.map_or_else(|| DISCLAIMER.to_owned(), |note| format!("{note} {DISCLAIMER}"))
}

/// The sources in one line, as they are to be named.
pub(super) fn attribution(export: &Export) -> String {
    let named = |source: &Source| format!("{} ({})", source.name, source.licence);
    export.sources.iter().map(named).collect::<Vec<_>>().join("; ")
}

fn source(source: &Source) -> Value {
    let terms = terms(&source.licence);
    json!({
        "name": source.name,
        "licence": source.licence.to_string(),
        "licence_id": terms.id,
        "licence_url": terms.url,
        "duties": terms.duties,
    })
}
