//! What a check comes to: the verdict with everything it rests on.

use crate::{land::LandRef, measured::Figure};
use seisin_core::{
    Claim, Date, Document, EditionId, Length, Licence, PartyId, Problem, Published, PublisherId,
    TextSpan, Timestamp, Tolerance, ValueRange, Verdict,
};

/// The answer to "does the map bear out the sentence?".
#[derive(Debug, Clone)]
pub struct CheckAnswer {
    /// The words that were checked.
    pub sentence: String,
    /// The claim they were read as, if any.
    pub claim: Option<Claim>,
    /// The document the claim stands in; `None` for a sentence typed in.
    pub document: Option<Document>,
    /// Which words became which part of the claim.
    pub parts: Vec<ClaimPart>,
    /// What was asked of the maps.
    pub question: Question,
    /// The verdict over all publishers that speak.
    pub verdict: Verdict,
    /// Why, as one sentence.
    pub reason: String,
    /// The range of amounts the claim allows, in m² or as a share; `None` without an amount.
    pub range: Option<(ValueRange, Scale)>,
    /// What each publisher's maps say, by publisher.
    pub publishers: Vec<PublisherAnswer>,
    /// The rules and settings of the comparison.
    pub settings: Settings,
    /// What else the figure might fit.
    pub hints: Vec<Hint>,
    /// What the reader could not tell.
    pub problems: Vec<Problem>,
}

/// A part of the claim and the words it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimPart {
    /// Which part: `party`, `region`, `quantity`, `bound`, `speaker`, `date`.
    pub part: &'static str,
    /// The words' place in the sentence.
    pub span: TextSpan,
    /// The words.
    pub words: String,
    /// What they were taken for.
    pub value: String,
}

/// What was asked of the maps.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// Whose holding.
    pub party: Option<PartyId>,
    /// Of which land.
    pub land: Option<LandRef>,
    /// The first day.
    pub from: Option<Date>,
    /// One past the last day.
    pub to: Option<Date>,
    /// Where the days come from.
    pub date_rule: String,
    /// Only what was published by then.
    pub known_on: Option<Timestamp>,
}

/// Whether amounts are land or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Square metres.
    Area,
    /// A plain ratio.
    Share,
}

/// What one publisher's maps say.
#[derive(Debug, Clone)]
pub struct PublisherAnswer {
    /// Who drew the maps.
    pub publisher: PublisherId,
    /// The terms of the last edition used.
    pub licence: Option<Licence>,
    /// How far a line on the map may be off.
    pub positional_error: Option<Length>,
    /// The verdict by these maps alone.
    pub verdict: Verdict,
    /// Why, as one sentence.
    pub reason: String,
    /// The figure on the last day asked for; `None` where no map speaks.
    pub figure: Option<Figure>,
    /// How far the figure lies from the number claimed, relative to it.
    pub margin: Option<f64>,
    /// The edition the figure comes from.
    pub edition: Option<EditionUsed>,
    /// The lowest figure in the days asked for, with its first day.
    pub lowest: Option<(Date, Figure)>,
    /// The highest figure in the days asked for, with its first day.
    pub highest: Option<(Date, Figure)>,
    /// From when to when which verdict holds, in order of days.
    pub runs: Vec<Run>,
}

/// The edition that speaks for a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionUsed {
    /// Its identity.
    pub id: EditionId,
    /// The day it shows.
    pub edition_date: Date,
    /// When it came out.
    pub published: Option<Published>,
    /// Days from the day it shows to the day asked for.
    pub age_days: i32,
}

/// A stretch of days on which one verdict holds.
#[derive(Debug, Clone)]
pub struct Run {
    /// The verdict.
    pub verdict: Verdict,
    /// The first day.
    pub from: Date,
    /// One past the last day.
    pub to: Date,
    /// The lowest figure of the stretch.
    pub lowest: Option<Figure>,
    /// The highest figure of the stretch.
    pub highest: Option<Figure>,
    /// The edition that speaks on its first day.
    pub edition: Option<EditionId>,
}

/// The rules and settings of a comparison, printed with every answer.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How edges between vertices run.
    pub edge_rule: &'static str,
    /// How wide "about" is taken.
    pub tolerance: Tolerance,
    /// How the land was told from the rest of the holding.
    pub region_rule: String,
    /// How the error band is made.
    pub error_rule: &'static str,
    /// For how many days an edition speaks when none follows.
    pub edition_valid_days: i32,
}

/// What else the figure might fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// `unit`, `date`, `region` or `sum`.
    pub kind: &'static str,
    /// As one sentence.
    pub sentence: String,
}
