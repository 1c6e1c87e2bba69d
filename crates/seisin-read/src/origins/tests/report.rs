//! Reports for the tests, and their clusters in short.

use crate::{
    origins::{Origin, OriginInput, cluster},
    text::{ReadSettings, Vocabulary, read_text},
};
use seisin_core::{Claim, Digest, Document, Published};

/// A report as captured, with its claims.
pub(super) struct Report {
    pub(super) document: Document,
    pub(super) text: String,
    pub(super) claims: Vec<Claim>,
}

/// Names of a world that is none.
pub(super) fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::built_in();
    for (id, name) in [("arland", "Arland"), ("borland", "Borland"), ("norvia", "Norvia")] {
        vocabulary.parties.add_party(id, name, &[]);
    }
    for (id, name) in [("sarn", "Sarn"), ("velk", "Velk"), ("tolm", "Tolm")] {
        vocabulary.add_region(id, name, &[]);
    }
    vocabulary
}

impl Report {
    pub(super) fn new(path: &str, publisher: &str, published: &str, text: &str) -> Self {
        let document = Document {
            publisher: Some(publisher.to_owned()),
            published: Published::parse(published),
            ..Document::of(path, text)
        };
        let read = read_text(&document, text, &vocabulary(), &ReadSettings::default());
        Self { document, text: text.to_owned(), claims: read.claims }
    }

    pub(super) fn input(&self) -> OriginInput<'_> {
        OriginInput { document: &self.document, text: &self.text, claims: &self.claims }
    }
}

pub(super) fn origins(reports: &[Report]) -> Vec<Origin> {
    cluster(&reports.iter().map(Report::input).collect::<Vec<_>>())
}

/// The clusters as "a b+adapted c+rewrite | d".
pub(super) fn in_short(reports: &[Report]) -> String {
    let path = |id: Digest| {
        reports.iter().find(|report| report.document.id == id).unwrap().document.path.clone()
    };
    let origin = |origin: &Origin| {
        let mut members = origin.members.iter();
        let mut line = path(members.next().unwrap().document);
        for member in members {
            line.extend([" ", &path(member.document), "+", member.relation.word()]);
        }
        line
    };
    origins(reports).iter().map(origin).collect::<Vec<_>>().join(" | ")
}
