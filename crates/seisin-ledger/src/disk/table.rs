//! The record tables, as writing and verifying need them.

/// One record table. Beside its `columns` it has an `id` and a `batch`.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its columns in order, without `id` and `batch`.
    pub(crate) columns: &'static [&'static str],
    /// A column that the chain of batches leaves out, because the row's digest vouches for it.
    pub(crate) opaque: Option<&'static str>,
}

impl Table {
    /// The statement that adds one row; values in the order of `columns`, then the batch, then the
    /// opaque column.
    pub(crate) fn insertion(&self) -> String {
        let columns: Vec<&str> =
            self.columns.iter().copied().chain(["batch"]).chain(self.opaque).collect();
        let marks = vec!["?"; columns.len()].join(", ");
        format!("INSERT INTO {} ({}) VALUES ({marks})", self.name, columns.join(", "))
    }

    /// The statement that reads every row back in the order of recording: batch, id, columns.
    pub(crate) fn walk(&self) -> String {
        format!("SELECT batch, id, {} FROM {} ORDER BY id", self.columns.join(", "), self.name)
    }

    /// The names of all tables whose rows are guarded against change, in the order of the schema.
    pub(crate) fn guarded() -> impl Iterator<Item = &'static str> {
        ["store", "batch"].into_iter().chain(Self::ALL.iter().map(|table| table.name))
    }

    const fn new(name: &'static str, columns: &'static [&'static str]) -> Self {
        Self { name, columns, opaque: None }
    }
}

macro_rules! tables {
    ($($constant:ident = $name:literal [$($column:literal),+];)+) => {
        impl Table {
            $(pub(crate) const $constant: Self = Self::new($name, &[$($column),+]);)+
            /// Every record table, in the order of the schema.
            pub(crate) const ALL: &'static [Self] = &[Self::BLOB, $(Self::$constant),+];
        }
    };
}

impl Table {
    /// Captured bytes. The digest stands for the content in the chain.
    pub(crate) const BLOB: Self = Self {
        name: "blob",
        columns: &["digest", "size", "codec", "base"],
        opaque: Some("content"),
    };
}

tables! {
    LICENCE = "licence" ["words"];
    DOCUMENT = "document" ["bytes"];
    APPEARANCE = "appearance" [
        "document", "path", "uri", "publisher", "published", "updated", "licence", "supersedes"
    ];
    ORIGIN_MEMBERSHIP = "origin_membership" ["document", "origin", "supersedes"];
    TEXT_READING = "text_reading" ["document", "words", "supersedes"];
    READER_RULE = "reader_rule" ["reader", "version", "rule"];
    REGION_MENTION = "region_mention" ["region", "name", "mention"];
    REGION_CANDIDATE = "region_candidate" ["mention", "region", "name", "rule"];
    QUANTITY = "quantity" [
        "kind", "bound", "value", "high", "step", "unit", "part_of", "frame", "original_value"
    ];
    CLAIM = "claim" [
        "reading", "claim", "kind", "span_start", "span_end", "prefix_length", "suffix_length",
        "repaired", "modality", "polarity", "party", "party_name", "party_mention", "counterparty",
        "counterparty_name", "counterparty_mention", "region_mention", "quantity", "valid_edtf",
        "valid_from", "valid_to", "valid_original", "valid_rule", "action", "offer_status",
        "ratio_value", "ratio_basis", "stance", "about", "reader_rule"
    ];
    SOURCE_LINK = "source_link" ["claim", "name", "role", "party", "cue", "said_on", "venue"];
    HEDGE = "hedge" ["claim", "words"];
    OFFER_ITEM = "offer_item" [
        "claim", "side", "kind", "region_mention", "quantity", "words", "vague"
    ];
    TEXT_PROBLEM = "text_problem" ["reading", "kind", "span_start", "span_end", "sentence"];
    EDITION = "edition" [
        "edition", "publisher", "edition_date", "published", "known_from", "name", "source"
    ];
    COVERAGE_SET = "coverage_set" ["publisher"];
    COVERAGE = "coverage" ["coverage_set", "party", "valid_from", "valid_to", "note"];
    COVERAGE_REGION = "coverage_region" ["coverage", "side", "region"];
    MAP_READING = "map_reading" [
        "edition", "licence", "positional_error_m", "profile", "coverage_set", "supersedes"
    ];
    HOLDING = "holding" ["reading", "party", "within", "role", "shape"];
    QUARANTINED_FEATURE = "quarantined_feature" [
        "reading", "feature", "party", "within", "polygon", "ring", "vertex", "reason", "west",
        "south", "east", "north"
    ];
    MAP_PROBLEM = "map_problem" ["reading", "kind", "span_start", "span_end", "sentence"];
    BOUNDARY_SET = "boundary_set" [
        "name", "title", "licence", "positional_error_m", "measurable", "sea_limit", "as_of",
        "according_to", "source"
    ];
    BOUNDARY_REGION = "boundary_region" ["boundary_set", "region", "name", "sovereign", "shape"];
    REGION_ALIAS = "region_alias" ["region", "name"];
    FRAME = "frame" ["name", "title", "as_of", "according_to", "area_m2", "area_source", "note"];
    FRAME_MEMBER = "frame_member" ["frame", "region"];
    MEASURE = "measure" ["subject", "method", "area_m2", "area_geodesic_m2", "line_m"];
    CUT = "cut" ["subject", "boundary_set", "method"];
    CUT_PART = "cut_part" [
        "cut", "region", "area_m2", "area_geodesic_m2", "map_line_m", "boundary_line_m"
    ];
}
