//! The text of a report that comes in HTML.

use crate::{
    DocumentMeta, Form,
    html::{article, page_meta, passage_text},
};
use seisin_core::Problem;

/// The text of a page or a passage, and what it says of itself where nothing better is known.
pub(crate) fn take_article(
    form: Form,
    markup: &str,
    meta: DocumentMeta,
    notes: &mut Vec<Problem>,
) -> (String, DocumentMeta) {
    if form == Form::Passage {
        return (headed(meta.title.as_deref(), passage_text(markup)), meta);
    }
    let found = article(markup);
    let meta = page_meta(markup).after(meta);
    notes.extend(found.problems);
    let title = meta.title.clone().or(found.title);
    (headed(title.as_deref(), found.text), DocumentMeta { title, ..meta })
}

/// A text under its headline, unless it begins with it.
pub(crate) fn headed(title: Option<&str>, text: String) -> String {
    let title = title.unwrap_or_default().trim();
    if title.is_empty() || text.trim_start().starts_with(title) {
        text
    } else if text.is_empty() {
        title.to_owned()
    } else {
        format!("{title}\n\n{text}")
    }
}
