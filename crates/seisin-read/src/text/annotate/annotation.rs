//! What the reader sees at one place of a text.

use super::{attributions, names, page};
use crate::text::{
    claims::{ReadSettings, Survey, Vocabulary},
    furniture::ZoneKind,
    quantity::QuantityMention,
    repair::Cause,
    time::TimeMention,
};
use seisin_core::{Document, PartyId, RegionId, SourceLink, TextSpan};
use seisin_places::{PartyRole, PlaceKind};

/// What the reader sees at one place of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// Where, in code points of the text as captured.
    pub span: TextSpan,
    /// The words there, damage included.
    pub exact: String,
    /// Which rule saw it.
    pub rule: String,
    /// What it is.
    pub what: Annotated,
}

/// What stands at a place of a text.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Annotated {
    /// An amount.
    Quantity(Box<QuantityMention>),
    /// An expression of time.
    Time {
        /// When.
        mention: Box<TimeMention>,
        /// The day it counts from, with where that comes from.
        anchor: String,
    },
    /// The name of a land or a settlement.
    Place {
        /// What it may stand for, best first.
        candidates: Vec<PlaceCandidate>,
        /// The party it stands for here, where it acts: "Kyiv said".
        metonym: Option<PartyId>,
    },
    /// The name of a party, its force, its leader.
    Party {
        /// Which.
        id: PartyId,
        /// Its name in English.
        name: String,
        /// In which role the word stands for it.
        role: PartyRole,
    },
    /// A quotation between marks.
    Quotation {
        /// Whether it could stand as a sentence.
        kind: QuotationKind,
        /// Who speaks.
        speaker: Option<SourceLink>,
    },
    /// Somebody is said to say something.
    Attribution {
        /// The words of saying.
        cue: Option<TextSpan>,
        /// The words that name the source.
        source: Option<TextSpan>,
        /// What is said.
        content: Option<TextSpan>,
        /// Who says it.
        speaker: Option<SourceLink>,
        /// The number, from 0 in the list of all annotations, of the attribution that this one is
        /// said within.
        nested_in: Option<usize>,
    },
    /// A part of the page that is not the report's own voice.
    Furniture(ZoneKind),
    /// Characters that were put right.
    Repair {
        /// What stands there now.
        repaired: String,
        /// How they came to be damaged.
        cause: Cause,
    },
}

/// One land that a name may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceCandidate {
    /// Which.
    pub id: RegionId,
    /// Its name in English.
    pub name: String,
    /// Degrees north and east, WGS 84, of a point that stands for it.
    pub position: Option<(f64, f64)>,
    /// What sort of land; `None` for a region of the user's own.
    pub kind: Option<PlaceKind>,
    /// The country whose code it bears.
    pub country: Option<RegionId>,
    /// How likely a report means it; comparable within one list.
    pub score: u16,
    /// The rule that gave it its place.
    pub rule: String,
}

/// How a quotation stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// It could stand as a sentence.
    Direct,
    /// A few words within the reporter's sentence.
    Mixed,
}

impl QuotationKind {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
        }
    }
}

/// Everything the reader sees in a captured text, in the order of the text.
///
/// # Assumptions
/// The text is data: nothing in it changes how it is read.
///
/// # Accuracy
/// For each annotation the text from `span.start` to `span.end` is `exact`, whatever the text.
///
/// # Example
/// ```
/// use seisin_core::Document;
/// use seisin_read::text::{Annotated, ReadSettings, Vocabulary, annotate};
/// let text = "Ukraine holds 400 square miles, a spokesman said.";
/// let seen = annotate(&Document::of("-", text), text, &Vocabulary::built_in(), &ReadSettings::default());
/// let amount = seen.iter().find(|one| matches!(one.what, Annotated::Quantity(_)));
/// assert_eq!(amount.map(|one| one.exact.as_str()), Some("400 square miles"));
/// ```
pub fn annotate(
    document: &Document,
    text: &str,
    vocabulary: &Vocabulary,
    settings: &ReadSettings,
) -> Vec<Annotation> {
    let survey = Survey::of(document, text, vocabulary, settings);
    let places = CodePoints::of(text);
    let mut found = page::annotations(&survey, &places);
    found.extend(names::annotations(&survey, &places));
    found.extend(attributions::annotations(&survey, &places));
    found.sort_by_key(|one| (one.span.start, one.span.end, order(&one.what)));
    attributions::nest(&mut found);
    found
}

const fn order(what: &Annotated) -> u8 {
    match what {
        Annotated::Furniture(_) => 0,
        Annotated::Repair { .. } => 1,
        Annotated::Attribution { .. } => 2,
        Annotated::Quotation { .. } => 3,
        Annotated::Party { .. } => 4,
        Annotated::Place { .. } => 5,
        Annotated::Quantity(_) => 6,
        Annotated::Time { .. } => 7,
    }
}

/// Where each code point of a captured text begins.
pub(super) struct CodePoints<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    fn of(text: &'a str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, starts }
    }

    /// The words at a place.
    pub(super) fn slice(&self, span: TextSpan) -> Option<&'a str> {
        self.text.get(*self.starts.get(span.start)?..*self.starts.get(span.end)?)
    }

    /// What is seen at a place; `None` where the place is empty or none of this text's.
    pub(super) fn annotation(
        &self,
        span: TextSpan,
        rule: impl Into<String>,
        what: Annotated,
    ) -> Option<Annotation> {
        let exact = self.slice(span).filter(|exact| !exact.is_empty())?.to_owned();
        Some(Annotation { span, exact, rule: rule.into(), what })
    }
}
