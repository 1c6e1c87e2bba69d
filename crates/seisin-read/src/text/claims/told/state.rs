//! Who says it, how firmly, and whether it is said to be so.

use seisin_core::{Modality, Polarity, SourceLink, SourceRole};
use std::ops::Range;

/// Who says it, how firmly, and whether it is said to be so.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    /// So or not so.
    pub(crate) polarity: Polarity,
    /// How firmly.
    pub(crate) modality: Modality,
    /// The hedging words as printed.
    pub(crate) hedges: Vec<String>,
    /// From the outermost to the innermost source.
    pub(crate) sources: Vec<SourceLink>,
    /// The words that name the innermost source.
    pub(crate) speaker: Option<Range<usize>>,
    /// The words of the source found after that.
    pub(crate) later_speaker: Option<Range<usize>>,
    /// Why no claim may be made of it: a question, a saying that is itself denied.
    pub(crate) refused: Option<&'static str>,
    /// The verbs of saying above it.
    pub(crate) cues: Vec<usize>,
    /// Whether it stands in a relative clause, whose truth a denial of the rest leaves alone.
    pub(crate) presupposed: bool,
}

impl Told {
    pub(super) fn plain() -> Self {
        Self {
            polarity: Polarity::Affirmed,
            modality: Modality::Asserted,
            hedges: Vec::new(),
            sources: Vec::new(),
            speaker: None,
            later_speaker: None,
            refused: None,
            cues: Vec::new(),
            presupposed: false,
        }
    }

    /// Plainly told by some sources.
    pub(crate) fn by(sources: Vec<SourceLink>) -> Self {
        Self { sources, ..Self::plain() }
    }

    pub(super) fn deny(&mut self) {
        self.polarity = Polarity::Denied;
    }

    /// A stronger mark of unreality stays over a weaker one.
    pub(super) fn weaken(&mut self, modality: Modality) {
        let rank = |modality| match modality {
            Modality::Asserted => 0,
            Modality::Reported => 1,
            Modality::Possible => 2,
            Modality::Planned => 3,
            Modality::Hypothetical => 4,
        };
        if rank(modality) > rank(self.modality) {
            self.modality = modality;
        }
    }

    /// The last source is who speaks, those before it passed it on.
    pub(super) fn rank_sources(&mut self) {
        let last = self.sources.len();
        for (at, link) in self.sources.iter_mut().enumerate() {
            link.role = if at + 1 == last { SourceRole::Speaker } else { SourceRole::Via };
        }
    }

    /// Keeps a source, and the words that name it.
    pub(super) fn heard(&mut self, words: Range<usize>, source: SourceLink) {
        self.note_speaker(words);
        self.sources.push(source);
    }

    /// Keeps the words of a source in the order they are found.
    pub(super) fn note_speaker(&mut self, words: Range<usize>) {
        if self.speaker.is_none() {
            self.speaker = Some(words);
        } else {
            self.later_speaker = Some(words);
        }
    }
}
