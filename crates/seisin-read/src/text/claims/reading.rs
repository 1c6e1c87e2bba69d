//! From a captured text to claims and problems.

use super::{
    captured::Captured,
    context::{Context, Found, How},
    dialogue,
    draft::Draft,
    entries::Entries,
    labels::{self, Label},
    matter,
    quotes::{self, Quote},
    remembering,
    view::{self, View},
    vocabulary::Vocabulary,
    when::Dated,
};
use crate::text::{
    Prepared, Sentence, prepare,
    quantity::{self, MentionKind, QuantityMention},
    time,
};
use seisin_core::{
    Claim, ClaimId, Date, Detail, Digest, Document, Edtf, Endpoint, Modality, PartyRef, Polarity,
    Problem, ProblemKind, Published, ReaderRule, Reading, RegionRef, TextSpan, TitleAction,
};
use std::ops::Range;

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
pub fn read_text(
    document: &Document,
    text: &str,
    vocabulary: &Vocabulary,
    settings: &ReadSettings,
) -> Reading {
    let document = anchored(document, settings);
    let mut desk = Desk::of(&document, text, vocabulary);
    if matter::is_territorial(&desk.prepared, vocabulary) {
        desk.read(&desk.report(), Scope::Everything);
    } else {
        desk.read(&desk.report(), Scope::Statements);
    }
    desk.finish().reading
}

/// Reads a sentence by itself, for checking it against maps.
///
/// `on` is the day it speaks on. A sentence without a party or a verb ("1,209 square miles of
/// Sarn") still gives a holding, its party empty.
pub fn read_sentence(sentence: &str, vocabulary: &Vocabulary, on: Option<Date>) -> SentenceReading {
    let document = Document {
        id: Digest::of(sentence.as_bytes()),
        path: "-".to_owned(),
        uri: None,
        publisher: None,
        published: on.map(Published::Day),
        updated: None,
        licence: None,
        origin: None,
    };
    let mut desk = Desk::of(&document, sentence, vocabulary);
    let all: Vec<usize> = (0..desk.prepared.sentences.len()).collect();
    desk.read(&all, Scope::Everything);
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

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Every kind of claim.
    Everything,
    /// Quotations alone: the text is not about land between parties.
    Statements,
}

/// So few sentences need not name a party for what they tell to be between parties.
const FEW: usize = 3;

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

    fn read(&mut self, sentences: &[usize], scope: Scope) {
        let quoted = quotes::stretches(&self.prepared);
        let seen = self.worth_seeing(sentences, scope, quoted.last());
        let (anchor, mut times) = if seen == 0 {
            (time::Anchor::unknown(), Vec::new())
        } else {
            let anchor = time::anchor(self.document, &self.prepared);
            let times = time::tag_all(&self.prepared, &anchor);
            (anchor, times)
        };
        let labels: Vec<Option<Label>> = sentences
            .iter()
            .map(|at| labels::label(&self.prepared, self.prepared.sentences.get(*at)?))
            .collect();
        let turns = labels::speakers(&self.prepared, sentences, &labels, self.vocabulary);
        let mut views: Vec<View> = sentences
            .iter()
            .zip(&labels)
            .take(seen)
            .filter_map(|(at, label)| Some((*at, self.prepared.sentences.get(*at)?, label)))
            .map(|(at, sentence, label)| {
                let times = times.get_mut(at).map(std::mem::take).unwrap_or_default();
                let rest = label.as_ref().map_or(sentence, |label| &label.rest);
                View::of(&self.prepared, rest, at, self.vocabulary, times)
            })
            .collect();
        let near = remembering::near(&views, self.vocabulary);
        view::rank_places(&self.prepared, &mut views, &near);
        let mut context = Context::new(&self.prepared, self.vocabulary, near, anchor.date);
        context.named = remembering::named(&context, &views);
        context.sides = remembering::sides(&context.named);
        context.home = remembering::home(&context, &views);
        context.among_parties =
            views.len() <= FEW || views.iter().any(|view| !view.parties.is_empty());
        context.entries = Entries::of(&self.prepared, &views);
        let mut quotes: Vec<Quote> = quoted
            .into_iter()
            .map(|range| Quote { range, speaker: None, cue: None, speaker_range: None })
            .collect();
        labels::answer_for_headline(&mut quotes, &views, &turns);
        let spoken = self.day_of_conversation(&views, &turns);
        let mut drafts = Vec::new();
        for ((view, turn), label) in views.iter().zip(turns).zip(&labels) {
            context.today = spoken.filter(|_| turn.is_some()).or(anchor.date);
            context.turn = turn;
            let sentence = self.prepared.sentences.get(view.index);
            context.label = sentence
                .and_then(|sentence| labels::source(&self.prepared, sentence, self.vocabulary))
                .or_else(|| context.told_in_list(view));
            if let Some(label) = label {
                let label = self.prepared.slice(label.range.clone());
                remembering::remember_label(&mut context, view, label);
            }
            remembering::remember(&mut context, view);
            let here = quotes::touching(&quotes, &view.range);
            context.attribute(view, quotes.get_mut(here.clone()).unwrap_or_default());
            quotes::carry_on(&mut quotes, here.clone(), &self.prepared);
            if scope == Scope::Everything {
                let here = quotes.get(here).unwrap_or_default();
                drafts.extend(sentence_claims(&mut context, view, here));
                context.note_date(view);
                context.forget(view.index);
            }
        }
        drafts.extend(context.statements(&views, &quotes));
        let made: Vec<_> = drafts.into_iter().filter_map(|draft| self.write(draft)).collect();
        self.problems.extend(problems(&self.prepared, &quotes));
        for view in &views {
            self.problems.extend(unknown_units(&self.prepared, &view.quantities));
        }
        for (at, label) in sentences.iter().zip(&labels).skip(seen) {
            let own = label.as_ref().map(|label| &label.rest);
            let Some(sentence) = own.or_else(|| self.prepared.sentences.get(*at)) else { continue };
            let quantities = quantity::tag(&self.prepared, sentence);
            self.problems.extend(unknown_units(&self.prepared, &quantities));
        }
        self.made.extend(made);
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

    /// How many of some sentences are analysed: where only quotations are looked for, those up to the
    /// last.
    fn worth_seeing(
        &self,
        sentences: &[usize],
        scope: Scope,
        last: Option<&Range<usize>>,
    ) -> usize {
        if scope == Scope::Everything {
            return sentences.len();
        }
        let end = last.map_or(0, |quote| quote.end);
        let begins = |at: &usize| self.prepared.sentences.get(*at).map(|found| found.range.start);
        sentences.partition_point(|at| begins(at).is_some_and(|start| start < end))
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

    fn write(&self, draft: Draft) -> Option<(Claim, SentenceParts)> {
        let span = self.prepared.span(draft.evidence.clone());
        let mut evidence = self.captured.evidence(span).filter(|found| !found.exact.is_empty())?;
        let repaired = self.prepared.slice(draft.evidence.clone());
        if repaired != evidence.exact {
            evidence.repaired = Some(repaired.to_owned());
        }
        let parts = self.parts(&draft);
        let mut claim = Claim {
            id: ClaimId(String::new()),
            document: self.document.id,
            evidence,
            source: draft.told.sources,
            modality: draft.told.modality,
            hedges: draft.told.hedges,
            polarity: draft.told.polarity,
            party: draft.party.map(|party| party.value),
            counterparty: draft.counterparty,
            region: draft.region.map(|region| region.value),
            quantity: draft.quantity.map(|mention| mention.quantity),
            valid: draft.dated.map(|dated| dated.valid),
            detail: draft.detail,
            reader: ReaderRule {
                id: "seisin".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                rule: draft.rule,
            },
        };
        claim.id = claim.identify();
        Some((claim, parts))
    }

    fn parts(&self, draft: &Draft) -> SentenceParts {
        let span = |range: Range<usize>| self.prepared.span(range);
        let bound = draft.quantity.as_ref().and_then(|mention| {
            let before = self.prepared.slice(mention.range.start..mention.number.start);
            let words = before.trim_end();
            (!words.is_empty())
                .then(|| span(mention.range.start..mention.range.start + words.len()))
        });
        SentenceParts {
            party: draft.party_range.clone().map(span),
            region: draft.region_range.clone().map(span),
            quantity: draft.quantity.as_ref().map(|mention| span(mention.range.clone())),
            bound,
            speaker: draft.speaker_range.clone().map(span),
            date: draft.dated.as_ref().and_then(|dated| dated.range.clone()).map(span),
        }
    }

    fn finish(mut self) -> SentenceReading {
        self.made.sort_by_key(|(claim, _)| (claim.evidence.span.start, claim.evidence.span.end));
        let mut seen = std::collections::BTreeSet::new();
        self.made.retain(|(claim, _)| {
            seen.insert((claim.id.clone(), claim.kind(), format!("{:?}", claim.detail)))
        });
        let (claims, parts) = self.made.into_iter().unzip();
        SentenceReading { reading: Reading { claims, problems: self.problems }, parts }
    }
}

/// The claims of one sentence; `quotes` are those that touch it.
fn sentence_claims(context: &mut Context<'_>, view: &View, quotes: &[Quote]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for at in 0..view.tree.len() {
        let start = view.tree.word(at).map_or(0, |word| word.range.start);
        context.voice = voice(context, quotes, |quote| quote.range.contains(&start));
        let mut found = context.word_claims(view, at, quotes);
        name_the_unsaid(context, view, at, &mut found);
        for draft in &found {
            note_told(context, view, draft);
        }
        drafts.extend(found);
    }
    context.voice = None;
    take_over_parties(&mut drafts);
    drafts.extend(context.gapped(view, &drafts));
    drafts.extend(context.further_losses(view, &drafts));
    drafts.extend(context.restated(view, &drafts));
    context.quoted_here = quotes.to_vec();
    let meets =
        |quote: &Quote| quote.range.start < view.range.end && view.range.start < quote.range.end;
    context.voice = voice(context, quotes, meets);
    let titles = context.title_claims(view, quotes, &drafts);
    drafts.retain(|draft| !told_as_title(draft, &titles));
    drafts.extend(titles);
    drafts.extend(context.tolls(view, quotes, &drafts));
    drop_uncounted(&mut drafts);
    drop_repeated_events(&mut drafts);
    place_losses(context, view, &mut drafts);
    let since = drafts.iter().find_map(|draft| {
        let lasts = |dated: &&Dated| matches!(dated.valid.edtf, Edtf::Interval(_, Endpoint::Open));
        let dated = draft.dated.as_ref().filter(lasts)?;
        (draft.detail == Detail::Casualties).then(|| dated.clone())
    });
    if let Some(dated) = since {
        context.counted_since = Some((view.range.start, dated));
    }
    let loss = |draft: &&Draft| draft.detail == Detail::Casualties && draft.quantity.is_some();
    if let Some(party) = drafts.iter().rev().find(loss).and_then(|draft| draft.party.clone()) {
        context.last_loss = Some((view.index, party.value));
    }
    let exchanges = context.exchange_claims(view, quotes);
    context.voice = None;
    drafts.retain(|draft| !part_of_bargain(draft, &exchanges));
    let (_, exchanges): (Vec<Draft>, Vec<Draft>) =
        exchanges.into_iter().partition(|draft| answers_a_title(draft, &drafts));
    drafts.extend(exchanges);
    context.note_plans(view, &drafts);
    context.note_title(view, &drafts);
    let left_out = context.ellipsis(view, quotes);
    drafts.extend(left_out);
    for draft in &drafts {
        let Some(edtf) = told_date(draft) else { continue };
        if matches!(draft.detail, Detail::Change(_)) {
            context.fought = Some((view.index, edtf));
        }
        context.told_of = Some((view.index, edtf));
        context.told_from = view.range.start;
    }
    for draft in &mut drafts {
        complete(context, view, draft);
        let words = |words: &Range<usize>| view.tree.range(words.clone());
        draft.party_range = draft.party.as_ref().map(|party| words(&party.words));
        draft.region_range = draft.region.as_ref().map(|region| words(&region.words));
        draft.speaker_range = draft.told.speaker.as_ref().map(words);
    }
    drafts
}

/// What an offer, an answer or a change leaves unsaid and the document tells: the other of its two
/// sides, the land it is about.
fn complete(context: &Context<'_>, view: &View, draft: &mut Draft) {
    let offer = matches!(draft.detail, Detail::Offer { .. });
    let answer = matches!(draft.detail, Detail::Response { .. });
    let event = matches!(draft.detail, Detail::Change(_) | Detail::Casualties)
        || matches!(draft.detail, Detail::Title(action) if action != TitleAction::Claimed);
    let party = draft.party.as_ref().map(|party| party.value.clone());
    if let Some(party) = party.filter(|_| draft.counterparty.is_none()) {
        let place = Context::place(view, draft.party.as_ref().map_or(0, |who| who.words.start));
        let listed = |other: &PartyRef| context.vocabulary.parties.party(&other.id).is_some();
        let sides = context
            .other_side_of(&party)
            .or_else(|| context.national_foe(&party))
            .filter(|_| offer || answer || event);
        draft.counterparty = sides.or_else(|| {
            let memory = &context.memory;
            let other = memory
                .other_wanted(&party, place, listed)
                .or_else(|| memory.main_other(&party, place, listed))
                .or_else(|| memory.other_than(&party, place));
            other.filter(|_| offer || answer).cloned()
        });
    }
    let referred = |land: &&mut Found<_>| land.how == How::Referred;
    if let Some(land) = draft.region.as_mut().filter(referred) {
        let printed = land.value.id.as_ref().and_then(|id| context.printed.get(id));
        land.value.name = printed.unwrap_or(&land.value.name).clone();
    }
    if draft.detail == Detail::Title(TitleAction::Seceded)
        && draft.region.is_none()
        && let Some(party) = &draft.party
    {
        let (name, mention) = (party.value.name.clone(), party.value.mention.clone());
        let value = RegionRef { id: None, name, mention, candidates: Vec::new() };
        draft.region = Some(Found { value, words: party.words.clone(), how: How::Unlisted });
    }
    if offer && draft.region.is_none() {
        draft.region = context.last_land(view, view.tree.len());
    }
}

/// The side whose words are heard: that of the first quotation that is `wanted`, else the one whose
/// turn it is.
fn voice(
    context: &Context<'_>,
    quotes: &[Quote],
    wanted: impl Fn(&Quote) -> bool,
) -> Option<PartyRef> {
    let quoted = quotes.iter().find(|quote| wanted(quote)).and_then(|quote| quote.speaker.as_ref());
    quoted.or(context.turn.as_ref()).and_then(|link| context.party_of_link(link))
}

/// Gives claims without a party the one that the report leaves unsaid; what is lost to nobody known is
/// no claim.
fn name_the_unsaid(context: &Context<'_>, view: &View, word: usize, drafts: &mut Vec<Draft>) {
    for draft in drafts.iter_mut().filter(|draft| draft.party.is_none()) {
        draft.party = context.unsaid(view, word, draft);
    }
    let lost = Detail::Change(seisin_core::ChangeAction::Lost);
    drafts.retain(|draft| draft.party.is_some() || draft.detail != lost);
}

/// A land taken by somebody left unsaid is with whom the same sentence says it is: "was stormed in May and
/// is still theirs".
fn take_over_parties(drafts: &mut [Draft]) {
    let land = |draft: &Draft| draft.region.as_ref().map(|land| land.value.name.clone());
    let holders: Vec<_> = drafts
        .iter()
        .filter(|draft| {
            draft.detail == Detail::Holding && draft.told.polarity == Polarity::Affirmed
        })
        .map(|draft| (land(draft), draft.party.clone()))
        .collect();
    let taken = |draft: &&mut Draft| {
        let seized = Detail::Change(seisin_core::ChangeAction::Seized);
        let regained = Detail::Change(seisin_core::ChangeAction::Regained);
        draft.party.is_none() && (draft.detail == seized || draft.detail == regained)
    };
    for draft in drafts.iter_mut().filter(taken) {
        let own = land(draft);
        let holder = holders.iter().find(|(land, _)| own.is_some() && *land == own);
        draft.party = holder.and_then(|(_, party)| party.clone());
    }
}

/// Keeps what later sentences may go back to: who holds what, the date told of, the land.
fn note_told(context: &mut Context<'_>, view: &View, draft: &Draft) {
    if draft.detail == Detail::Holding && draft.told.polarity == Polarity::Affirmed {
        let region = draft.region.as_ref().map(|region| region.value.clone());
        context.holding = draft.party.clone().map(|party| (party.value, region));
    }
    context.note_act(view, draft);
    if let Some(edtf) = told_date(draft) {
        context.told_of = Some((view.index, edtf));
        context.told_from = view.range.start;
    }
    if let Some(region) = draft.region.as_ref().filter(|region| region.how != How::Phrase) {
        let place = Context::place(view, region.words.start);
        context.memory.lands.note_topic(place, region.value.clone());
    }
}

/// Whether what was read as an answer is the very words of a title.
fn answers_a_title(draft: &Draft, drafts: &[Draft]) -> bool {
    matches!(draft.detail, Detail::Response { .. })
        && drafts.iter().any(|title| {
            let within = title.evidence.start <= draft.evidence.start
                && draft.evidence.end <= title.evidence.end;
            let meets = title.evidence.start < draft.evidence.end
                && draft.evidence.start < title.evidence.end;
            title.rule.starts_with("title/") && within
                || title.rule == "title/refused-title" && meets
        })
}

/// Takes out an event told by a noun where a verb of the sentence tells the same of the same land.
fn drop_repeated_events(drafts: &mut Vec<Draft>) {
    let land = |draft: &Draft| draft.region.as_ref().map(|land| land.value.name.clone());
    let told: Vec<(Detail, Option<String>)> = drafts
        .iter()
        .filter(|draft| !draft.rule.starts_with("event/"))
        .map(|draft| (draft.detail.clone(), land(draft)))
        .collect();
    drafts.retain(|draft| {
        !draft.rule.starts_with("event/") || !told.contains(&(draft.detail.clone(), land(draft)))
    });
}

/// Losses without a place of their own were suffered where this sentence, or one of the two before it,
/// tells of a fight.
fn place_losses(context: &mut Context<'_>, view: &View, drafts: &mut [Draft]) {
    let fought = drafts
        .iter()
        .find(|draft| matches!(draft.detail, Detail::Change(_)) && draft.region.is_some())
        .and_then(|draft| draft.region.clone());
    if let Some(land) = fought.as_ref().filter(|land| land.how != How::Phrase) {
        context.fought_at = Some((view.index, land.value.clone()));
    }
    let lately = context
        .fought_at
        .as_ref()
        .filter(|(sentence, _)| view.index.saturating_sub(*sentence) <= 2)
        .map(|(_, value)| Found { value: value.clone(), words: 0..0, how: How::Referred });
    let fought = fought.or(lately).or_else(|| context.place_before(view));
    let lost = |draft: &&mut Draft| draft.detail == Detail::Casualties && draft.region.is_none();
    for draft in drafts.iter_mut().filter(lost) {
        draft.region.clone_from(&fought);
    }
}

/// Takes out losses without a count where the same words have one.
fn drop_uncounted(drafts: &mut Vec<Draft>) {
    let counted: Vec<Range<usize>> = drafts
        .iter()
        .filter(|draft| draft.detail == Detail::Casualties && draft.quantity.is_some())
        .map(|draft| draft.evidence.clone())
        .collect();
    drafts.retain(|draft| {
        draft.detail != Detail::Casualties
            || draft.quantity.is_some()
            || !counted
                .iter()
                .any(|words| words.start < draft.evidence.end && draft.evidence.start < words.end)
    });
}

/// The date that the words of a sentence give to an event that happened.
fn told_date(draft: &Draft) -> Option<Edtf> {
    let event = matches!(
        draft.detail,
        Detail::Change(_) | Detail::Title(_) | Detail::Casualties | Detail::Offer { .. }
    );
    let real = matches!(draft.told.modality, Modality::Asserted | Modality::Reported);
    let of_event =
        |dated: &&Dated| dated.range.is_some() && !dated.valid.rule.starts_with("day-of");
    let dated = draft.dated.as_ref().filter(|_| event && real).filter(of_event)?;
    match dated.valid.edtf {
        Edtf::Interval(_, Endpoint::Open | Endpoint::Unknown) => None,
        edtf => Some(edtf),
    }
}

/// Whether a handing over is told as a court’s award or a cession already.
fn told_as_title(draft: &Draft, titles: &[Draft]) -> bool {
    let overlaps = |title: &Draft| {
        title.evidence.start < draft.evidence.end && draft.evidence.start < title.evidence.end
    };
    let better = |title: &Draft| {
        title.rule == "title/sovereignty" && title.detail == draft.detail && overlaps(title)
    };
    let awarded = |title: &Draft| title.rule == "title/award" && overlaps(title);
    if draft.rule.starts_with("recognise/") && titles.iter().any(better)
        || draft.rule.starts_with("award/") && titles.iter().any(awarded)
    {
        return true;
    }
    draft.detail == Detail::Change(seisin_core::ChangeAction::Withdrew)
        && titles.iter().any(|title| {
            matches!(title.rule.as_str(), "title/award" | "title/instrument" | "title/sovereignty")
                && title.evidence.start < draft.evidence.end
                && draft.evidence.start < title.evidence.end
        })
}

/// Whether a change or an act is only a term of an offer, not an event of its own.
fn part_of_bargain(draft: &Draft, exchanges: &[Draft]) -> bool {
    let event = matches!(draft.detail, Detail::Change(_) | Detail::Title(_) | Detail::Holding);
    let real =
        matches!(draft.told.modality, Modality::Asserted | Modality::Reported) && draft.finite;
    event
        && !real
        && exchanges.iter().any(|offer| {
            matches!(offer.detail, Detail::Offer { .. })
                && offer.evidence.start <= draft.evidence.end
                && draft.evidence.start < offer.evidence.end
        })
}

/// Quotations that nobody is said to speak.
fn problems(prepared: &Prepared, quotes: &[Quote]) -> Vec<Problem> {
    quotes
        .iter()
        .filter(|quote| {
            quote.speaker.is_none()
                && prepared.slice(quote.range.clone()).split_whitespace().count() >= 4
        })
        .map(|quote| Problem {
            span: Some(prepared.span(quote.range.clone())),
            kind: ProblemKind::UnattributedQuotation,
            sentence: "nobody is named as the speaker of this quotation".to_owned(),
        })
        .collect()
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
