//! What several tests of the ledger share: a store in a folder of its own, and small entries.

use seisin_core::{Date, Document, Licence, MapEdition, PartyId, Published, PublisherId};
use seisin_core::{Length, Reading, Timestamp};
use seisin_ledger::{
    BoundarySetEntry, BoundarySetRecord, CoverageRecord, DocumentEntry, EditionEntry, Entry,
    HoldingRecord, Ledger, Measurable, PreparedBlob, RegionRecord,
};
use std::path::PathBuf;
use tempfile::TempDir;

/// A store in a folder that goes when the test ends.
pub(crate) struct Store {
    pub(crate) folder: TempDir,
    pub(crate) ledger: Ledger,
}

impl Store {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::create(&folder.path().join("ledger"), at("2026-01-01T00Z")).unwrap();
        Self { folder, ledger }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.ledger.path().to_owned()
    }

    /// A second connection by which a test can do what no program of ours would.
    pub(crate) fn by_hand(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path()).unwrap()
    }
}

/// `2026-01-15`, `2026-01-15T18Z` or a whole instant.
pub(crate) fn at(text: &str) -> Timestamp {
    let hour = |text: &str| Some(format!("{}:00:00Z", text.strip_suffix('Z')?));
    Published::parse(text)
        .or_else(|| Published::parse(&hour(text)?))
        .unwrap_or_else(|| panic!("`{text}` is no instant"))
        .earliest()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An edition of `publisher` on which Arland holds the shape made of `shape`'s bytes.
pub(crate) fn edition(
    publisher: &str,
    date: &str,
    published: Option<&str>,
    shape: &str,
) -> EditionEntry {
    let source = PreparedBlob::compress(format!("the file with {shape}").as_bytes());
    let outline = PreparedBlob::compress(shape.as_bytes());
    let publisher = PublisherId(publisher.to_owned());
    let published = published.map(|text| Published::parse(text).unwrap());
    let edition = MapEdition {
        id: MapEdition::identify(&publisher, day(date), published, source.digest()),
        publisher,
        edition_date: day(date),
        published,
        name: format!("{date}.geojson"),
        source: source.digest(),
        licence: Licence("no redistribution".into()),
        positional_error: Some(Length::from_metres(0.0)),
        profile: "parties".into(),
    };
    let holdings = vec![HoldingRecord {
        party: PartyId("arland".into()),
        within: None,
        role: "holds".into(),
        shape: outline.digest(),
    }];
    let coverage = vec![CoverageRecord {
        party: PartyId("arland".into()),
        within: vec![seisin_core::RegionId("sarn".into())],
        except: Vec::new(),
        from: Some(day("2029-12-31")),
        to: None,
        note: "all of Sarn".into(),
    }];
    EditionEntry {
        edition,
        holdings,
        quarantined: vec![seisin_ledger::QuarantineRecord {
            feature: 3,
            party: None,
            within: Some(seisin_core::RegionId("sarn".into())),
            place: [Some(0), Some(1), None],
            reason: "its second ring is not closed".into(),
            extent: (date != "2030-01-07").then_some([35.0, 51.0, 35.5, 51.25]),
        }],
        coverage,
        problems: Vec::new(),
        blobs: vec![source, outline],
    }
}

/// A document of these words without claims.
pub(crate) fn document(path: &str, text: &str) -> DocumentEntry {
    let document = Document {
        publisher: Some("Wire".into()),
        published: Published::parse("2030-01-14"),
        ..Document::of(path, text)
    };
    DocumentEntry {
        document,
        text: text.to_owned(),
        bytes: PreparedBlob::compress(text.as_bytes()),
        reading: Reading::default(),
    }
}

/// A set of boundaries of one region.
pub(crate) fn boundaries(id: &str, shape: &str) -> BoundarySetEntry {
    let source = PreparedBlob::compress(b"regions.geojson");
    let outline = PreparedBlob::compress(shape.as_bytes());
    let set = BoundarySetRecord {
        id: id.to_owned(),
        title: "Regions of the study".into(),
        licence: Licence("CC0-1.0".into()),
        positional_error: Length::from_metres(0.0),
        measurable: Measurable::Yes,
        view: seisin_core::BoundaryView {
            sea: Some(seisin_core::SeaLimit::Coast),
            as_of: "2029-12-31".parse().ok(),
            according_to: Some("the study".into()),
        },
        source: source.digest(),
        regions: vec![RegionRecord {
            id: seisin_core::RegionId("sarn".into()),
            name: "Sarn".into(),
            aliases: vec!["Sarnland".into(), "Сарн".into()],
            sovereign: Some(PartyId("borland".into())),
            shape: outline.digest(),
        }],
    };
    BoundarySetEntry { set, blobs: vec![source, outline] }
}

pub(crate) fn entry(edition: EditionEntry) -> Entry {
    Entry::Edition(Box::new(edition))
}
