//! Quotations word for word, and amounts of land that stand without a verb.

use super::{
    context::{Context, Found, How, slug},
    draft::Draft,
    quotes::Quote,
    told::Told,
    view::View,
    when::Dated,
};
use crate::text::{
    quantity::MentionKind,
    syntax::{Clause, NOMINALS, Tag, TagSet},
};
use seisin_core::{Detail, Edtf, PartyId, PartyRef};
use std::ops::Range;

/// Whether quoted words are a sentence by the look of them: a capital, four words, a mark at the end.
pub(super) fn is_whole(quoted: &str) -> bool {
    let text = quoted.trim();
    text.starts_with(char::is_uppercase)
        && text.ends_with([',', '.', '!', '?', '…'])
        && text.split_whitespace().nth(3).is_some()
}

/// The tags of finite verbs.
const FINITE: TagSet = TagSet::of(&["VBZ", "VBP", "VBD", "MD"]);

/// Whether some words, of which the first is given, have a finite verb after what may be its subject and do
/// not begin as a part of another sentence does; `capital` says whether the first is written with one.
pub(super) fn has_clause(
    first: &str,
    inside: Range<usize>,
    tag: impl Fn(usize) -> Option<Tag>,
    capital: bool,
) -> bool {
    const OPENING: [&str; 9] =
        ["until", "that", "because", "to", "which", "who", "when", "as", "while"];
    let gerund = tag(inside.start).is_some_and(|tag| tag == Tag::named("VBG")) && !capital;
    let holds = |set: TagSet, at: usize| tag(at).is_some_and(|tag| set.holds(tag));
    let verb = inside.clone().find(|at| holds(FINITE, *at));
    !OPENING.contains(&first)
        && !gerund
        && verb.is_some_and(|verb| (inside.start..verb).any(|at| holds(NOMINALS, at)))
}

impl Context<'_> {
    /// The quotations that could stand as sentences.
    pub(crate) fn statements(&self, views: &[View], quotes: &[Quote]) -> Vec<Draft> {
        quotes.iter().filter_map(|quote| self.statement(views, quote)).collect()
    }

    fn statement(&self, views: &[View], quote: &Quote) -> Option<Draft> {
        let speaker = quote.speaker.clone()?;
        let after = views.partition_point(|view| view.range.end <= quote.range.start);
        let end = views.partition_point(|view| view.range.start < quote.range.end);
        let touched = views.get(after..end.max(after)).unwrap_or_default();
        if !self.stands_alone(touched, &quote.range) {
            return None;
        }
        let party = PartyRef {
            id: speaker.party.clone().unwrap_or_else(|| PartyId(slug(&speaker.name))),
            name: speaker.name.clone(),
            mention: speaker.name.clone(),
        };
        let cue = quote.cue.and_then(|(sentence, word)| {
            let at = views.binary_search_by_key(&sentence, |view| view.index).ok()?;
            views.get(at).map(|view| (view, word))
        });
        let told = Told::by(vec![speaker]);
        let dated = cue
            .and_then(|(view, word)| self.said_on(view, word, &told, &quote.range))
            .or_else(|| cue.and_then(|(view, word)| self.said_then(views, view, word)))
            .or_else(|| cue.and_then(|(view, word)| self.said_at_scene(views, view, word)))
            .or_else(|| touched.first().and_then(|first| self.told_long_ago(views, first)))
            .or_else(|| self.of_entry(self.sentence_at(quote.range.start)))
            .or_else(|| self.on_the_day(crate::text::syntax::Tense::Present));
        Some(Draft {
            detail: Detail::Statement,
            party: Some(Found { value: party, words: 0..0, how: How::Named }),
            counterparty: None,
            region: None,
            quantity: None,
            dated,
            told,
            evidence: self.inner(&quote.range),
            finite: true,
            party_range: quote.speaker_range.clone(),
            region_range: None,
            speaker_range: quote.speaker_range.clone(),
            rule: "quotation".to_owned(),
        })
    }

    /// The date of a saying: one of those outside the quotation.
    fn said_on(
        &self,
        view: &View,
        word: usize,
        told: &Told,
        quote: &Range<usize>,
    ) -> Option<Dated> {
        if view.times.is_empty() {
            return None;
        }
        self.dated(view, &Clause::of(&view.tree, word), told)
            .filter(|dated| dated.range.as_ref().is_none_or(|range| !quote.contains(&range.start)))
    }

    /// The date of a story of long ago, by the sentence before in the same paragraph.
    fn told_long_ago(&self, views: &[View], view: &View) -> Option<Dated> {
        let here = views.partition_point(|other| other.index < view.index);
        let before = views.get(here.checked_sub(1)?)?;
        let apart = self.prepared.slice(before.range.end..view.range.start).contains('\n');
        let ago = self.today?.saturating_sub(jiff::Span::new().days(180));
        let mention = before.times.iter().rev().find(|time| match time.named {
            Some(Edtf::Date(date)) => date.to_day().is_some() && date.bounds().1 <= ago,
            _ => false,
        })?;
        self.as_dated(mention).filter(|_| !apart)
    }

    /// The day of what the sentence before in the same paragraph tells, where somebody it brings in goes
    /// on to speak or the words were spoken at its scene: "he asked", "said outside the court".
    fn said_at_scene(&self, views: &[View], view: &View, word: usize) -> Option<Dated> {
        let tree = &view.tree;
        let here = views.partition_point(|other| other.index < view.index);
        let before = views.get(here.checked_sub(1)?)?;
        let mention = before.times.iter().find(|time| match time.named {
            Some(Edtf::Date(date)) => date.to_day().is_some() && Self::is_of_past(before, time),
            _ => false,
        })?;
        let apart = self.prepared.slice(before.range.end..view.range.start).contains('\n');
        if apart || tree.tag(word) != "VBD" {
            return None;
        }
        let clause = Clause::of(tree, word);
        let pronoun = clause.agent.is_some_and(|agent| matches!(tree.lower(agent), "he" | "she"));
        let scene = clause.oblique(&["outside", "inside", "at"]).is_some();
        self.as_dated(mention).filter(|_| pronoun || scene)
    }

    /// "The judge wrote then": the date told of last before.
    fn said_then(&self, views: &[View], view: &View, word: usize) -> Option<Dated> {
        let near = word.saturating_sub(1)..(word + 3).min(view.tree.len());
        let then = near.into_iter().any(|at| view.tree.lower(at) == "then");
        let here = views.partition_point(|other| other.index < view.index);
        let earlier = views.get(..here).unwrap_or_default();
        let last = earlier
            .iter()
            .rev()
            .take(3)
            .find_map(|other| other.times.iter().rev().find(|time| time.edtf.is_some()));
        last.filter(|_| then).and_then(|time| self.as_dated(time))
    }

    /// The place among the text's sentences of the first that ends after a place in the text.
    fn sentence_at(&self, start: usize) -> usize {
        self.prepared.sentences.partition_point(|sentence| sentence.range.end <= start)
    }

    /// The words between the marks, a comma at their end left out.
    fn inner(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.prepared.slice(range.clone());
        let lead = text.len() - text.trim_start().len();
        let kept = text.trim_end().trim_end_matches(',').trim_end();
        range.start + lead..range.start + kept.len().max(lead)
    }

    /// Whether a quotation could stand as a sentence: it has a finite verb with a subject, or is
    /// itself a whole sentence of the text.
    fn stands_alone(&self, views: &[View], range: &Range<usize>) -> bool {
        let text = self.prepared.slice(range.clone()).trim();
        let words = text.split_whitespace().count();
        let capital = text.starts_with(char::is_uppercase);
        let finite = views.iter().any(|view| {
            let tree = &view.tree;
            let tag = |at| tree.word(at).map(|word| word.tag);
            let inside = tree.words_in(range);
            has_clause(tree.lower(inside.start), inside, tag, capital)
        });
        (finite && words >= 3) || is_whole(text)
    }

    /// "1,209 square miles of Sarn": an amount of land and where, without who.
    pub(crate) fn bare(&self, view: &View) -> Vec<Draft> {
        let tree = &view.tree;
        let mention = view
            .quantities
            .iter()
            .find(|mention| matches!(mention.kind, MentionKind::Area | MentionKind::Share));
        let region =
            view.places.first().map(|name| self.named_land(view, name, name.words.clone()));
        let party = view
            .parties
            .first()
            .filter(|name| region.as_ref().is_none_or(|land| land.words.start != name.words.start))
            .map(|name| Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            });
        let clause = (0..tree.len()).any(|at| matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD"));
        if clause || (mention.is_none() && region.is_none()) {
            return Vec::new();
        }
        let words = |words: &Range<usize>| tree.range(words.clone());
        vec![Draft {
            party_range: party.as_ref().map(|party| words(&party.words)),
            region_range: region.as_ref().map(|land| words(&land.words)),
            party,
            region,
            quantity: mention.cloned(),
            dated: self.on_the_day(crate::text::syntax::Tense::Present),
            ..Draft::told(
                Detail::Holding,
                Told::by(Vec::new()),
                tree.range(0..tree.len()),
                "bare-amount".to_owned(),
            )
        }]
    }
}
