//! A whole document with everything found in it, claims apart.

use super::{
    context::Context,
    quotes::{self, Quote},
    reading::{ReadSettings, anchored},
    remembering, speakers, spoken_of,
    view::View,
    vocabulary::Vocabulary,
};
use crate::text::{Prepared, prepare, time};
use seisin_core::{Document, RegionId, SourceLink};
use std::ops::Range;

/// A whole document with everything found in it, claims apart.
pub(crate) struct Survey {
    /// The document made ready.
    pub(crate) prepared: Prepared,
    /// Its sentences.
    pub(crate) views: Vec<View>,
    /// Its quotations with their speakers.
    pub(crate) quotes: Vec<Quote>,
    /// What it tells as said without quoting.
    pub(crate) said: Vec<Said>,
    /// The day it counts from.
    pub(crate) anchor: time::Anchor,
    /// The countries it speaks of.
    pub(crate) near: Vec<RegionId>,
}

/// Something that somebody is said to say, in the reporter's words. Ranges count bytes of the
/// repaired text.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// The words of saying.
    pub(crate) cue: Range<usize>,
    /// The words that name the source.
    pub(crate) source: Option<Range<usize>>,
    /// What is said.
    pub(crate) content: Option<Range<usize>>,
    /// Who says it.
    pub(crate) speaker: Option<SourceLink>,
    /// How it was told.
    pub(crate) rule: &'static str,
}

impl Survey {
    /// Looks through a document.
    pub(crate) fn of(
        document: &Document,
        text: &str,
        vocabulary: &Vocabulary,
        settings: &ReadSettings,
    ) -> Self {
        let document = anchored(document, settings);
        let prepared = prepare(text);
        let anchor = time::anchor(&document, &prepared);
        let times = time::tag_all(&prepared, &anchor);
        let sentences = prepared.sentences.iter().zip(times).enumerate();
        let views: Vec<View> = sentences
            .map(|(at, (sentence, times))| View::of(&prepared, sentence, at, vocabulary, times))
            .collect();
        let near = spoken_of::near(&views, vocabulary);
        let mut context = Context::new(&prepared, vocabulary, near.clone(), anchor.date);
        context.named = spoken_of::named(&context, &views);
        context.sides = spoken_of::sides(&context.named);
        let mut quotes: Vec<Quote> =
            quotes::stretches(&prepared).into_iter().map(Quote::of).collect();
        let mut said = Vec::new();
        for view in views.iter().filter(|view| own_voice(&prepared, view)) {
            remembering::remember(&mut context, view);
            let here = quotes::touching(&quotes, &view.range);
            context.attribute(view, quotes.get_mut(here.clone()).unwrap_or_default());
            quotes::carry_on(&mut quotes, here.clone(), &prepared);
            said.extend(context.sayings(view, quotes.get(here).unwrap_or_default()));
        }
        Self { prepared, views, quotes, said, anchor, near }
    }
}

fn own_voice(prepared: &Prepared, view: &View) -> bool {
    prepared.sentences.get(view.index).is_some_and(|sentence| sentence.zone.is_report())
}

impl Context<'_> {
    /// What a sentence tells as said, apart from what it quotes.
    fn sayings(&self, view: &View, quotes: &[Quote]) -> Vec<Said> {
        let quoted = |at: usize| quotes.iter().any(|quote| quote.cue == Some((view.index, at)));
        let verbs = (0..view.tree.len())
            .filter(|at| self.is_cue(view, *at) && !quoted(*at))
            .filter_map(|at| self.saying(view, at));
        let sources = (0..view.tree.len()).filter_map(|at| self.according_to(view, at));
        verbs.chain(sources).collect()
    }

    /// "Arland says that …", "…, a spokesman said".
    fn saying(&self, view: &View, cue: usize) -> Option<Said> {
        let tree = &view.tree;
        let content = content(view, cue)?;
        let (speaker, source) = match self.speaker(view, cue) {
            Some((speaker, words)) => (Some(speaker), Some(tree.range(words))),
            None => (None, None),
        };
        let rule = if content.start < tree.range(cue..cue + 1).start {
            "saying-after-its-content"
        } else {
            "saying-before-its-content"
        };
        let (cue, content) = (tree.range(cue..cue + 1), Some(content));
        Some(Said { cue, source, content, speaker, rule })
    }

    /// "According to the ministry, …".
    fn according_to(&self, view: &View, at: usize) -> Option<Said> {
        let tree = &view.tree;
        let cue = tree.lower(at) == "according" && tree.lower(at + 1) == "to";
        let last = (at + 2..tree.len().min(at + 16)).find(|at| tree.lower(*at) == ",");
        let names = at + 2..last.unwrap_or_else(|| tree.len().min(at + 16));
        let noun = names.clone().filter(|_| cue).find(|noun| {
            tree.is_nominal(*noun) && tree.head(*noun).is_none_or(|head| !names.contains(&head))
        })?;
        let (name, party, words) = self.source(view, noun);
        let (first, last) = (at.min(words.start), words.end.max(noun + 1));
        let content = if first <= 1 { last..tree.len() } else { 0..first };
        let content = tree.trim(content);
        Some(Said {
            cue: tree.range(at..at + 2),
            source: Some(tree.range(words)),
            content: (!content.is_empty()).then(|| tree.range(content)),
            speaker: Some(speakers::link(name, party, "according to".to_owned())),
            rule: "according-to",
        })
    }
}

/// The clause that a verb of saying governs, or that it stands beside.
fn content(view: &View, cue: usize) -> Option<Range<usize>> {
    let tree = &view.tree;
    if let Some(clause) = tree.child(cue, &["ccomp"]) {
        return Some(tree.range(tree.trim(tree.branch(clause))));
    }
    if tree.label(cue) != "parataxis" {
        return None;
    }
    let head = tree.head(cue)?;
    let words = tree.branch(cue);
    let told = tree.branch_without(head, &|child| child == cue);
    let told = if head < cue { told.start..told.end.min(words.start) } else { told };
    let told = tree.trim(told);
    (!told.is_empty()).then(|| tree.range(told))
}
