//! Appending: one batch, wholly or not at all.

use crate::{
    append_error::AppendError,
    appended::{Appended, Change},
    disk::{Outcome, Writer},
    entry::{Entry, OriginEntry},
    ledger::Ledger,
};
use seisin_core::Timestamp;
use std::collections::BTreeSet;

impl Ledger {
    /// Records `entries` in one batch dated `recorded_at`: all of them or, on any error or crash,
    /// none. When it returns, the batch survives a power cut. What the store has already is
    /// recognised and adds nothing; a batch that adds nothing leaves no trace.
    ///
    /// The entries are taken one at a time, so a bulk load may come from a channel that other
    /// threads fill with compressed blobs.
    ///
    /// # Errors
    /// See [`AppendError`]; in every case nothing was recorded.
    pub fn append(
        &mut self,
        recorded_at: Timestamp,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<Appended, AppendError> {
        let writer = Writer::begin(&mut self.connection, recorded_at);
        writer
            .and_then(|writer| record(writer, entries))
            .map_err(|trouble| AppendError::new(&self.path, trouble))
    }
}

fn record(mut writer: Writer<'_>, entries: impl IntoIterator<Item = Entry>) -> Outcome<Appended> {
    let mut appended = Appended::default();
    let mut kinds = BTreeSet::new();
    // A document may belong to the cluster of one that comes later in the same batch.
    let mut origins = Vec::new();
    for entry in entries {
        if let Entry::Document(entry) = &entry
            && let Some(origin) = entry.document.origin
        {
            origins.push(OriginEntry { document: entry.document.id, origin });
        }
        if let Entry::Origin(entry) = entry {
            kinds.insert(ORIGINS);
            origins.push(entry);
            continue;
        }
        kinds.insert(kind(&entry));
        let change = put(&mut writer, &entry)?;
        if !matches!(entry, Entry::Measure(_) | Entry::Cut(_)) {
            appended.count(change);
        }
    }
    for entry in origins {
        let change = writer.put_origin(&entry)?;
        if kinds.contains(ORIGINS) {
            appended.count(change);
        }
    }
    let kind: Vec<&str> = kinds.into_iter().collect();
    writer.commit(&kind.join(" "))?;
    Ok(appended)
}

const ORIGINS: &str = "origins";
const MEASURES: &str = "measures";

fn kind(entry: &Entry) -> &'static str {
    match entry {
        Entry::Document(_) => "documents",
        Entry::Edition(_) => "editions",
        Entry::BoundarySet(_) => "boundaries",
        Entry::Frame(_) => "frames",
        Entry::Origin(_) => ORIGINS,
        Entry::Measure(_) | Entry::Cut(_) => MEASURES,
    }
}

fn put(writer: &mut Writer<'_>, entry: &Entry) -> Outcome<Change> {
    match entry {
        Entry::Document(entry) => writer.put_document(entry),
        Entry::Edition(entry) => writer.put_edition(entry),
        Entry::BoundarySet(entry) => writer.put_boundary_set(entry),
        Entry::Frame(frame) => writer.put_frame(frame),
        Entry::Origin(entry) => writer.put_origin(entry),
        Entry::Measure(measure) => writer.put_measure(measure).map(|()| Change::AlreadyThere),
        Entry::Cut(cut) => writer.put_cut(cut).map(|()| Change::AlreadyThere),
    }
}

#[cfg(test)]
mod tests {
    use crate::{BoundarySetEntry, BoundarySetRecord, Entry, Ledger, Measurable, PreparedBlob};
    use seisin_core::{BoundaryView, Length, Licence, Timestamp};

    fn boundaries(name: &str, bytes: usize) -> Entry {
        // Bytes that do not compress: a digest's digest's digest.
        let mut noise = seisin_core::Digest::of(name.as_bytes());
        let mut content = Vec::new();
        while content.len() < bytes {
            noise = seisin_core::Digest::of(noise.as_bytes());
            content.extend_from_slice(noise.as_bytes());
        }
        let source = PreparedBlob::compress(&content);
        let set = BoundarySetRecord {
            id: name.to_owned(),
            title: String::new(),
            licence: Licence("CC0-1.0".into()),
            positional_error: Length::ZERO,
            measurable: Measurable::Yes,
            view: BoundaryView::default(),
            source: source.digest(),
            regions: Vec::new(),
        };
        Entry::BoundarySet(Box::new(BoundarySetEntry { set, blobs: vec![source] }))
    }

    #[test]
    fn a_full_disk_is_told_and_nothing_of_the_batch_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger");
        let at: Timestamp = "2026-02-01T00:00:00Z".parse().unwrap();
        let mut ledger = Ledger::create(&path, at).unwrap();
        let pages: i64 =
            ledger.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        ledger.connection.pragma_update(None, "max_page_count", pages + 20).unwrap();
        assert_eq!(ledger.append(at, [boundaries("small", 1000)]).unwrap().new, 1);

        let entries = [boundaries("fits", 1000), boundaries("does not", 1_000_000)];
        let words = ledger.append(at, entries).unwrap_err().to_string();
        let place = folder.path().to_string_lossy();
        assert_eq!(
            words.replace(&*place, "…"),
            "write to the store …/ledger: the disk is full; nothing of this batch was recorded\n\
             hint: make room and run the same command again"
        );
        assert_eq!(ledger.boundary_sets(None).unwrap(), ["small"]);
        assert!(ledger.verify(&[]).unwrap().is_sound());
        assert_eq!(ledger.append(at, [boundaries("fits", 1000)]).unwrap().new, 1);
    }
}
