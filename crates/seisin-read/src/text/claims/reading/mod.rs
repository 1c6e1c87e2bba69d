//! From a captured text to claims and problems.

mod written;

use super::{
    captured::Captured,
    context::Context,
    dialogue,
    draft::Draft,
    entries::Entries,
    exchange,
    labelled::LabelTold,
    labels::{self, Label},
    lands_named, matter,
    quotes::{self, Quote},
    ranked_places::rank_places,
    remembering, settling,
    sight::{self, Why},
    spoken_of, standing, table, taken_back,
    view::View,
    vocabulary::Vocabulary,
};
use crate::text::{
    Prepared, Sentence, prepare,
    quantity::{self, MentionKind, QuantityMention},
    syntax::Tagged,
    time,
};
use seisin_core::{
    Claim, Date, Document, Edtf, PartyRef, Problem, ProblemKind, Published, Reading, TextSpan,
};
use std::{collections::BTreeSet, ops::Range};

/// How a document is read.
#[derive(Debug, Clone, Default)]
pub struct ReadSettings {
    /// The document's day where it does not say one itself.
    pub anchor: Option<Date>,
}

/// A sentence as read, with the place of each part of each claim.
#[derive(Debug, Clone, Default)]
pub struct SentenceReading {
    /// The claims and problems.
    pub reading: Reading,
    /// The parts of each claim, in the order of the claims.
    pub parts: Vec<SentenceParts>,
}

/// Where the parts of a claim stand in the text as captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SentenceParts {
    /// The words that name the party.
    pub party: Option<TextSpan>,
    /// The words that name the land.
    pub region: Option<TextSpan>,
    /// The amount, its comparator included.
    pub quantity: Option<TextSpan>,
    /// The comparator.
    pub bound: Option<TextSpan>,
    /// The words that name the speaker.
    pub speaker: Option<TextSpan>,
    /// The date.
    pub date: Option<TextSpan>,
}

/// Reads a captured text.
///
/// # Assumptions
/// The text is data: nothing in it changes how it is read. Claims are made only of the report
/// itself, not of subscription lines, trackbacks or comments around it.
///
/// # Method
/// Passages about land between parties are told by their words alone ([`matter::passages`]); they are
/// read for every kind of claim, the rest of the text for quotations.
pub fn read_text(
    document: &Document,
    text: &str,
    vocabulary: &Vocabulary,
    settings: &ReadSettings,
) -> Reading {
    let document = anchored(document, settings);
    let mut desk = Desk::of(&document, text, vocabulary);
    let sentences = desk.report();
    let mut told = matter::passages(&desk.prepared, &sentences);
    if told.contains(&true) && !matter::is_territorial(&desk.prepared, vocabulary) {
        told.fill(false);
    }
    desk.read(&sentences, &told);
    desk.finish().reading
}

/// Reads a captured text as [`read_text`] does, every sentence of it as if in a passage about land.
#[cfg(test)]
pub(super) fn read_whole(document: &Document, text: &str, vocabulary: &Vocabulary) -> Reading {
    let mut desk = Desk::of(document, text, vocabulary);
    let sentences = desk.report();
    let told = matter::is_territorial(&desk.prepared, vocabulary);
    desk.read(&sentences, &vec![told; sentences.len()]);
    desk.finish().reading
}

/// Reads a sentence by itself, for checking it against maps.
///
/// `on` is the day it speaks on. A sentence without a party or a verb ("1,209 square miles of
/// Sarn") still gives a holding, its party empty.
pub fn read_sentence(sentence: &str, vocabulary: &Vocabulary, on: Option<Date>) -> SentenceReading {
    let document = Document { published: on.map(Published::Day), ..Document::of("-", sentence) };
    let mut desk = Desk::of(&document, sentence, vocabulary);
    let all: Vec<usize> = (0..desk.prepared.sentences.len()).collect();
    desk.read(&all, &vec![true; all.len()]);
    if !desk.made.iter().any(|(claim, _)| claim.region.is_some() || claim.quantity.is_some()) {
        desk.bare_amount(&all);
    }
    desk.finish()
}

pub(super) fn anchored(document: &Document, settings: &ReadSettings) -> Document {
    let mut document = document.clone();
    if document.published.is_none() {
        document.published = settings.anchor.map(Published::Day);
    }
    document
}

/// So few sentences need not name a party for what they tell to be between parties.
const FEW: usize = 3;

/// The sentences that are read and what is known of them before they are looked at.
struct Listed<'a> {
    sentences: &'a [usize],
    seen: &'a [Why],
    labels: &'a [Option<Label>],
    /// The quotations that are whole by the look of them.
    whole: &'a [Range<usize>],
}

struct Desk<'a> {
    document: &'a Document,
    captured: Captured<'a>,
    vocabulary: &'a Vocabulary,
    prepared: Prepared,
    made: Vec<(Claim, SentenceParts)>,
    problems: Vec<Problem>,
}

impl<'a> Desk<'a> {
    fn of(document: &'a Document, captured: &'a str, vocabulary: &'a Vocabulary) -> Self {
        Self {
            document,
            captured: Captured::of(captured),
            vocabulary,
            prepared: prepare(captured),
            made: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The sentences of the report itself.
    fn report(&self) -> Vec<usize> {
        let spoken = |sentence: &Sentence| sentence.zone.is_report();
        self.prepared
            .sentences
            .iter()
            .enumerate()
            .filter(|(_, sentence)| spoken(sentence))
            .map(|(at, _)| at)
            .collect()
    }

    /// Reads some sentences; those that are `told` stand in a passage about land, in the others
    /// quotations alone are looked for.
    fn read(&mut self, sentences: &[usize], told: &[bool]) {
        let quoted = quotes::stretches(&self.prepared);
        let seen = sight::seen(&self.prepared, sentences, told, &quoted);
        let (anchor, mut times) = self.times(sentences, &seen);
        let labels: Vec<Option<Label>> = sentences
            .iter()
            .map(|at| labels::label(&self.prepared, self.prepared.sentences.get(*at)?))
            .collect();
        let turns = labels::speakers(&self.prepared, sentences, &labels, self.vocabulary);
        let listed = Listed {
            sentences,
            seen: &seen,
            labels: &labels,
            whole: &sight::whole(&self.prepared, &quoted),
        };
        let (places, mut views): (Vec<usize>, Vec<View>) =
            self.views(&listed, &mut times).into_iter().unzip();
        let turns: Vec<_> = places.iter().map(|at| turns.get(*at).cloned().flatten()).collect();
        let near = spoken_of::near(&views, self.vocabulary);
        rank_places(&self.prepared, &mut views, &near);
        let mut context = Context::new(&self.prepared, self.vocabulary, near, anchor.date);
        context.named = spoken_of::named(&context, &views);
        context.sides = spoken_of::sides(&context.named);
        (context.home, context.rebels) =
            (spoken_of::home(&context, &views), spoken_of::rebels(&views));
        context.among_parties =
            views.len() <= FEW || views.iter().any(|view| !view.parties.is_empty());
        context.entries = Entries::of(&self.prepared, &views);
        let mut quotes: Vec<Quote> = quoted.into_iter().map(Quote::of).collect();
        labels::answer_for_headline(&mut quotes, &views, &turns);
        let spoken = self.day_of_conversation(&views, &turns);
        let mut drafts = Vec::new();
        for ((view, place), turn) in views.iter().zip(&places).zip(turns) {
            context.today = spoken.filter(|_| turn.is_some()).or(anchor.date);
            context.turn = turn;
            self.heed_label(&mut context, view, labels.get(*place).and_then(Option::as_ref));
            remembering::remember(&mut context, view);
            let here = quotes::touching(&quotes, &view.range);
            context.attribute(view, quotes.get_mut(here.clone()).unwrap_or_default());
            quotes::carry_on(&mut quotes, here.clone(), &self.prepared);
            if told[*place] {
                let here = quotes.get(here).unwrap_or_default();
                taken_back::deny_before(&mut drafts, view);
                drafts.extend(settling::sentence_claims(&mut context, view, here));
                context.note_date(view);
                context.forget(view.index);
            }
        }
        if told.contains(&true) {
            self.finish_up(&mut drafts, &context, &anchor);
        }
        drafts.extend(context.statements(&views, &quotes));
        let made: Vec<_> = drafts.into_iter().filter_map(|draft| self.write(draft)).collect();
        self.problems.extend(standing::unattributed(&self.prepared, &quotes, &views));
        for view in &views {
            self.problems.extend(unknown_units(&self.prepared, &view.quantities));
        }
        let unseen = (0..sentences.len()).filter(|place| places.binary_search(place).is_err());
        let sentence = |place: usize| match &labels[place] {
            Some(label) => Some(&label.rest),
            None => self.prepared.sentences.get(sentences[place]),
        };
        let unseen = unseen.filter_map(sentence).flat_map(|sentence| self.units_unknown(sentence));
        let unseen: Vec<Problem> = unseen.collect();
        self.problems.extend(unseen);
        self.made.extend(made);
    }

    /// The day of the document and the dates of its sentences, where any of them is analysed: of a document
    /// without a passage about land, those in the paragraphs of the sentences that are.
    fn times(
        &self,
        sentences: &[usize],
        seen: &[Why],
    ) -> (time::Anchor, Vec<Vec<time::TimeMention>>) {
        let analysed = sentences.iter().zip(seen).filter(|(_, why)| **why != Why::Not);
        let zone = |(at, _): (&usize, &Why)| {
            Some(self.prepared.zone_of(self.prepared.sentences.get(*at)?))
        };
        let zones: BTreeSet<usize> = analysed.filter_map(zone).collect();
        if zones.is_empty() {
            return (time::Anchor::unknown(), Vec::new());
        }
        let anchor = time::anchor(self.document, &self.prepared);
        let whole = seen.contains(&Why::Passage);
        let times = time::tag_where(&self.prepared, &anchor, |zone| whole || zones.contains(&zone));
        (anchor, times)
    }

    /// The amounts in units that are not known in a sentence that is not analysed.
    fn units_unknown(&self, sentence: &Sentence) -> Vec<Problem> {
        if !may_square(self.prepared.slice(sentence.range.clone())) {
            return Vec::new();
        }
        let quantities = quantity::tag(&self.prepared, sentence);
        unknown_units(&self.prepared, &quantities).collect()
    }

    /// What is told only by the whole of the text: to whom an offer was made, what its tables tell.
    fn finish_up(&self, drafts: &mut Vec<Draft>, context: &Context<'_>, anchor: &time::Anchor) {
        exchange::made_to_who_answers(drafts);
        drafts.extend(self.tabled(context, anchor));
    }

    /// What the tables of the text tell.
    fn tabled(&self, context: &Context<'_>, anchor: &time::Anchor) -> Vec<Draft> {
        let tables = table::tables(&self.prepared.text);
        tables.iter().flat_map(|table| context.tabled(table, anchor)).collect()
    }

    /// Who speaks and which land is told of by what stands before a sentence.
    fn heed_label(&self, context: &mut Context<'_>, view: &View, label: Option<&Label>) {
        let sentence = self.prepared.sentences.get(view.index);
        context.label = sentence
            .and_then(|sentence| labels::source(&self.prepared, sentence, self.vocabulary))
            .or_else(|| context.told_in_list(view));
        context.label_told = label.and_then(|label| {
            let words = self.prepared.slice(label.range.clone());
            let land = lands_named::remember_label(context, view, words);
            LabelTold::of(label, words, land)
        });
    }

    /// The day a conversation was held or recorded, as its opening says.
    fn day_of_conversation(
        &self,
        views: &[View],
        turns: &[Option<seisin_core::SourceLink>],
    ) -> Option<Date> {
        let begins = turns.iter().position(Option::is_some)?;
        let opening = views.get(..begins.min(6)).unwrap_or_default();
        let held =
            |view: &&View| dialogue::tells_of_conversation(self.prepared.slice(view.range.clone()));
        opening.iter().filter(held).flat_map(|view| &view.times).find_map(|time| match time.edtf {
            Some(Edtf::Date(date)) => date.to_day(),
            _ => None,
        })
    }

    /// What the sentences of a list that are analysed say, the label before each left out, each with its
    /// place in the list. Of those in no passage about land, only what stands around their quotations is
    /// looked at.
    fn views(
        &self,
        listed: &Listed<'_>,
        times: &mut [Vec<time::TimeMention>],
    ) -> Vec<(usize, View)> {
        let mut view = |place: usize| {
            let (at, label) = (*listed.sentences.get(place)?, listed.labels.get(place)?);
            let why = listed.seen.get(place).filter(|why| **why != Why::Not)?;
            let sentence = self.prepared.sentences.get(at)?;
            let times = times.get_mut(at).map(std::mem::take).unwrap_or_default();
            let rest = label.as_ref().map_or(sentence, |label| &label.rest);
            if *why == Why::Passage {
                return Some(View::of(&self.prepared, rest, at, self.vocabulary, times));
            }
            let whole = quotes::within(listed.whole, &rest.range);
            let wanted = |tagged: &Tagged<'_>| match why {
                Why::Fragments(quotes) => sight::any_stands(&self.prepared, quotes, tagged),
                _ => true,
            };
            let around = View::around(&self.prepared, rest, (at, self.vocabulary), whole, wanted)?;
            let words = self.prepared.slice(rest.range.clone());
            let quantities =
                if may_square(words) { quantity::tag(&self.prepared, rest) } else { Vec::new() };
            let outside = |time: &time::TimeMention| {
                !whole.iter().any(|quote| quote.contains(&time.range.start))
            };
            let times = times.into_iter().filter(outside).collect();
            Some(View { quantities, times, ..around })
        };
        (0..listed.sentences.len()).filter_map(|place| Some((place, view(place)?))).collect()
    }

    /// "About 8 percent of Sarn": an amount of land that no verb speaks of.
    fn bare_amount(&mut self, sentences: &[usize]) {
        let anchor = time::anchor(self.document, &self.prepared);
        let mut drafts = Vec::new();
        for at in sentences {
            let Some(sentence) = self.prepared.sentences.get(*at) else { continue };
            let times = time::tag(&self.prepared, sentence, &anchor);
            let view = View::of(&self.prepared, sentence, *at, self.vocabulary, times);
            let context = Context::new(&self.prepared, self.vocabulary, Vec::new(), anchor.date);
            drafts.extend(context.bare(&view));
        }
        let made: Vec<_> = drafts.into_iter().filter_map(|draft| self.write(draft)).collect();
        self.made.extend(made);
    }
}

/// Whether "square", "sq" or "кв" may stand among some words, told cheaply: without one of them no
/// unit is unknown.
fn may_square(words: &str) -> bool {
    let bytes = words.as_bytes();
    let has = |byte: u8| bytes.contains(&byte);
    let squared = |two: &[u8]| matches!(two, [b's' | b'S', b'q' | b'Q']);
    has(0xd0) || (has(b'q') || has(b'Q')) && bytes.windows(2).any(squared)
}

/// Amounts that stand where an area would and in a unit that is not known.
fn unknown_units<'a>(
    prepared: &'a Prepared,
    quantities: &'a [QuantityMention],
) -> impl Iterator<Item = Problem> + use<'a> {
    quantities.iter().filter(|mention| mention.kind == MentionKind::UnknownUnit).map(|mention| {
        Problem {
            span: Some(prepared.span(mention.range.clone())),
            kind: ProblemKind::UnknownUnit,
            sentence: format!(
                "the unit of “{}” is not known, so the amount is left out; known are square miles, \
                 square kilometres, hectares, acres, dunams and feddans",
                prepared.slice(mention.range.clone())
            ),
        }
    })
}

impl Context<'_> {
    /// The party for whom a source speaks, or the source itself.
    pub(crate) fn party_of_link(&self, link: &seisin_core::SourceLink) -> Option<PartyRef> {
        let id = link.party.clone()?;
        let name = self
            .vocabulary
            .parties
            .party(&id)
            .map_or_else(|| link.name.clone(), |party| party.name.clone());
        Some(PartyRef { id, name, mention: link.name.clone() })
    }
}
