//! All suites.

use crate::{
    archive::{Archive, OpenSuiteError},
    articles,
    figure::Figure,
    ftfy, geovirus, meantime, quantulum, recognizers, syntax,
};
use std::path::Path;

/// A suite by the name of its archive, and how it is scored.
#[derive(Debug, Clone, Copy)]
pub struct Suite {
    /// Its name, the first part of its figures' ids.
    pub name: &'static str,
    archive: &'static str,
    score: fn(&Archive) -> Result<Vec<Figure>, OpenSuiteError>,
}

impl Suite {
    /// Unpacks and scores it.
    ///
    /// # Errors
    /// [`OpenSuiteError`] where the archive is absent or of another shape.
    pub fn run(self, shared: &Path) -> Result<Vec<Figure>, OpenSuiteError> {
        (self.score)(&Archive::open(shared, self.archive)?)
    }
}

/// Every suite, in the order of the table.
pub const fn suites() -> &'static [Suite] {
    &[
        Suite { name: "ftfy", archive: "ftfy-test-cases.tar.zst", score: ftfy::score },
        Suite {
            name: "meantime",
            archive: "meantime-newsreader-en.tar.zst",
            score: meantime::score,
        },
        Suite {
            name: "recognizers",
            archive: "recognizers-text-specs-en.tar.zst",
            score: recognizers::score,
        },
        Suite { name: "quantulum", archive: "quantulum3-cases.tar.zst", score: quantulum::score },
        Suite { name: "geovirus", archive: "geovirus.tar.zst", score: geovirus::score },
        Suite {
            name: "articles",
            archive: "article-extraction-benchmark.tar.zst",
            score: articles::score,
        },
        Suite { name: "syntax", archive: "ud-english.tar.zst", score: syntax::score },
    ]
}
