//! A long sentence analysed part by part: what is set apart by marks is a clause of its own, and the
//! rest reads on across it.

use super::{
    model::{Known, Model},
    seen::Seen,
    tags::{Label, Tag},
};
use std::ops::Range;

/// Verbs by which a sentence ends in who said it.
const SAYING: [&str; 18] = [
    "said",
    "says",
    "say",
    "added",
    "told",
    "reported",
    "announced",
    "confirmed",
    "claimed",
    "stated",
    "wrote",
    "insisted",
    "acknowledged",
    "admitted",
    "noted",
    "warned",
    "argued",
    "showed",
];

/// The most words of who said it.
const MOST_OF_SOURCE: usize = 14;

/// The fewest words of a sentence that is worth taking apart.
const FEWEST: usize = 9;

/// Some words of a sentence that are analysed together.
struct Part {
    words: Vec<usize>,
    /// The word that its main word hangs on, and as what; none for the word that all hang on.
    joint: Option<(Joint, &'static str)>,
}

/// What a part hangs on.
#[derive(Clone, Copy)]
enum Joint {
    /// A word outside it.
    Word(usize),
    /// The main word of the part of that number.
    Part(usize),
}

/// The words of a sentence and their tags.
pub(super) struct Line<'a> {
    words: &'a [&'a str],
    tags: &'a [Tag],
}

/// The head and the label of each word; the head of the main word is the number of words.
pub(super) fn analysed(
    model: &Model<'_>,
    (seen, tags): (&[Seen], &[Tag]),
    words: &[&str],
    known: &mut Known,
) -> (Vec<usize>, Vec<Label>) {
    let line = Line { words, tags };
    let parts = line.parts();
    if parts.len() < 2 {
        let heads = model.heads(seen, tags, known);
        let labels = model.labels(seen, tags, &heads);
        return (heads, labels);
    }
    joined(model, (seen, tags), &parts, known)
}

fn joined(
    model: &Model<'_>,
    (seen, tags): (&[Seen], &[Tag]),
    parts: &[Part],
    known: &mut Known,
) -> (Vec<usize>, Vec<Label>) {
    let count = seen.len();
    let mut heads = vec![count; count];
    let mut labels = vec![Label::named("punct"); count];
    let mut roots: Vec<usize> = Vec::with_capacity(parts.len());
    for part in parts {
        let pick = |at: &usize| {
            (seen.get(*at).copied().unwrap_or_default(), tags.get(*at).copied().unwrap_or(Tag(0)))
        };
        let (own_seen, own_tags): (Vec<Seen>, Vec<Tag>) = part.words.iter().map(pick).unzip();
        let own_heads = model.heads(&own_seen, &own_tags, known);
        let own_labels = model.labels(&own_seen, &own_tags, &own_heads);
        let mut root = count;
        for ((at, head), label) in part.words.iter().zip(&own_heads).zip(own_labels) {
            let (Some(slot), Some(name)) = (heads.get_mut(*at), labels.get_mut(*at)) else {
                continue;
            };
            *name = label;
            match part.words.get(*head) {
                Some(above) => *slot = *above,
                None => root = *at,
            }
        }
        roots.push(root);
        let above = part.joint.map(|(joint, label)| {
            let word = match joint {
                Joint::Word(word) => Some(word),
                Joint::Part(number) => roots.get(number).copied(),
            };
            (word.filter(|word| *word != root), label)
        });
        if let Some((Some(word), label)) = above
            && let (Some(slot), Some(name)) = (heads.get_mut(root), labels.get_mut(root))
        {
            (*slot, *name) = (word, Label::named(label));
        }
    }
    (heads, labels)
}

impl Line<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or("")
    }

    pub(super) fn tag(&self, at: usize) -> &'static str {
        self.tags.get(at).map_or("", |tag| tag.name())
    }

    pub(super) fn is_finite(&self, at: usize) -> bool {
        matches!(self.tag(at), "VBD" | "VBZ" | "VBP" | "MD")
    }

    pub(super) fn has_finite(&self, words: Range<usize>) -> bool {
        words.into_iter().any(|at| self.is_finite(at))
    }

    pub(super) fn is_mark(&self, at: usize) -> bool {
        matches!(self.tag(at), "." | "''" | "``" | ":" | "-RRB-")
    }

    /// The parts of a sentence, those before others on whose main word they hang.
    fn parts(&self) -> Vec<Part> {
        let count = self.words.len();
        if count < FEWEST && self.before_subject(&(0..count)).is_none() {
            return Vec::new();
        }
        let mut parts: Vec<Part> = Vec::new();
        for stretch in self.stretches() {
            let first = parts.is_empty();
            let joined = matches!(self.word(stretch.start), "and" | "but" | "while");
            let label = if joined { "conj" } else { "parataxis" };
            let joint = (!first).then_some((Joint::Part(0), label));
            self.take_apart(stretch, joint, &mut parts);
        }
        parts
    }

    /// The stretches between semicolons, or before ", and", that have subjects and verbs of their own.
    fn stretches(&self) -> Vec<Range<usize>> {
        let count = self.words.len();
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for at in 0..count {
            let parts = self.word(at) == ";"
                && self.has_finite(start..at)
                && self.has_finite(at + 1..self.next_semicolon(at + 1));
            if parts || self.joins_clauses(start, at) {
                found.push(start..at + 1);
                start = at + 1;
            } else if self.joins_bare_clause(start, at) {
                found.push(start..at);
                start = at;
            }
        }
        found.push(start..count);
        found
    }

    /// Whether a comma parts two clauses of one rank: "Arland holds Sarn, and Borland’s troops left Velk".
    fn joins_clauses(&self, start: usize, comma: usize) -> bool {
        if self.word(comma) != "," || !matches!(self.word(comma + 1), "and" | "but" | "while") {
            return false;
        }
        let before = start..comma;
        let Some(verb) = before.clone().find(|at| self.is_finite(*at)) else { return false };
        let relative = (start..verb).any(|at| matches!(self.tag(at), "WDT" | "WP" | "WP$" | "WRB"));
        let said = before.clone().any(|at| {
            SAYING.contains(&self.word(at)) || matches!(self.word(at), "that" | "whether" | "if")
        });
        let end = self.next_semicolon(comma + 1);
        let next = (comma + 2..end).find(|at| self.is_finite(*at));
        let subject = next.is_some_and(|next| {
            (comma + 2..next).any(|at| self.tag(at).starts_with("NN") || self.tag(at) == "PRP")
                && !(comma + 2..next).any(|at| matches!(self.tag(at), "WDT" | "WP" | ","))
        });
        let quoted = before.clone().any(|at| matches!(self.tag(at), "``" | "''"));
        !relative && !said && !quoted && subject
    }

    /// Whether "but" without a comma before it begins a clause of its own: "Arland holds Sarn but Velk was
    /// lost".
    fn joins_bare_clause(&self, start: usize, but: usize) -> bool {
        if self.word(but) != "but" || but < start + 3 || self.is_mark(but - 1) {
            return false;
        }
        let before = start..but;
        let unlike = |at: usize| {
            SAYING.contains(&self.word(at))
                || matches!(self.word(at), "that" | "whether" | "if" | "," | "not")
                || matches!(self.tag(at), "WDT" | "WP" | "WP$" | "WRB" | "``" | "''")
        };
        let subject = |at: &usize| {
            let tag = self.tag(*at);
            tag.starts_with("NN") || matches!(tag, "DT" | "JJ" | "CD" | "POS" | "PRP" | "PRP$")
        };
        let end = (but + 1..self.words.len()).take_while(subject).last().map(|last| last + 1);
        let plain = self.has_finite(before.clone()) && !before.into_iter().any(unlike);
        let verb = |at: usize| {
            self.is_finite(at) || self.tag(at).starts_with("RB") && self.is_finite(at + 1)
        };
        plain && end.is_some_and(verb)
    }

    fn next_semicolon(&self, from: usize) -> usize {
        (from..self.words.len()).find(|at| self.word(*at) == ";").unwrap_or(self.words.len())
    }

    /// Takes one stretch apart: who said it at its end, and what is inserted between commas.
    fn take_apart(
        &self,
        stretch: Range<usize>,
        joint: Option<(Joint, &'static str)>,
        parts: &mut Vec<Part>,
    ) {
        let number = parts.len();
        let source = self.source_at_end(&stretch);
        let content = stretch.start..source.as_ref().map_or(stretch.end, |source| source.start);
        let inserted = self.insertions(&content);
        let opening = self.before_subject(&content).map(|words| (words, "obl"));
        let opening = opening.or_else(|| Some((self.before_comma(&content)?, "advcl")));
        let opening = opening.or_else(|| Some((self.before_insertion(&content)?, "obl")));
        let outside = |at: &usize| {
            let within = |words: &Range<usize>| words.contains(at);
            !inserted.iter().any(|(_, words, _)| within(words))
                && !source.as_ref().is_some_and(within)
                && !opening.as_ref().is_some_and(|(words, _)| within(words))
        };
        parts.push(Part { words: stretch.clone().filter(outside).collect(), joint });
        for (noun, words, label) in inserted {
            parts.push(Part { words: words.collect(), joint: Some((Joint::Word(noun), label)) });
        }
        if let Some((words, label)) = opening {
            let joint = Some((Joint::Part(number), label));
            parts.push(Part { words: words.collect(), joint });
        }
        if let Some(words) = source {
            let joint = Some((Joint::Part(number), "parataxis"));
            parts.push(Part { words: words.collect(), joint });
        }
    }

    /// "…, a spokesman said on Monday.": the words after the last comma.
    fn source_at_end(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let end = stretch.clone().rev().find(|at| !self.is_mark(*at))? + 1;
        let comma = stretch.clone().rev().find(|at| *at < end && self.word(*at) == ",")?;
        let words = comma + 1..end;
        if words.len() < 2 || words.len() > MOST_OF_SOURCE {
            return None;
        }
        let verb = words.clone().find(|at| SAYING.contains(&self.word(*at)))?;
        let others = words.clone().filter(|at| *at != verb).any(|at| {
            self.is_finite(at)
                || matches!(self.word(at), "that" | "which" | "who" | "to" | "it") && at < verb
        });
        let others = others || matches!(self.word(comma + 1), "and" | "but" | "or" | "then");
        let named = words.clone().any(|at| self.tag(at).starts_with("NN") || self.tag(at) == "PRP");
        let fits = verb + 6 >= end && self.has_finite(stretch.start..comma);
        (fits && named && !others).then_some(words)
    }

    /// What is inserted after a noun: "Sarn, which Borland held, fell", "rebels, backed by tanks, took".
    fn insertions(&self, content: &Range<usize>) -> Vec<(usize, Range<usize>, &'static str)> {
        let mut found: Vec<(usize, Range<usize>, &'static str)> = Vec::new();
        let mut at = content.start + 1;
        while at + 1 < content.end {
            let Some((words, label)) = self.insertion(content, at) else {
                at += 1;
                continue;
            };
            let end = words.end;
            found.push((at - 1, words, label));
            at = end;
        }
        found
    }

    /// What a comma after a noun inserts.
    fn insertion(
        &self,
        content: &Range<usize>,
        comma: usize,
    ) -> Option<(Range<usize>, &'static str)> {
        if self.word(comma) != "," || !self.tag(comma - 1).starts_with("NN") {
            return None;
        }
        if self.turns(comma + 1) {
            return Some((comma..comma + 3, "advmod"));
        }
        let label = self.opening(comma + 1).or_else(|| self.renaming(content, comma))?;
        let verbless = !self.has_finite(content.start..comma);
        let end = self.closing(comma + 1..content.end, label, verbless)?;
        Some((comma + 1..end, label))
    }

    /// Whether one word between commas only turns the tale: "Sarn, however, fell".
    fn turns(&self, at: usize) -> bool {
        let turning = matches!(
            self.word(at),
            "however"
                | "meanwhile"
                | "though"
                | "moreover"
                | "too"
                | "also"
                | "indeed"
                | "therefore"
        );
        turning && self.word(at + 1) == "," && self.word(at - 1) == ","
    }

    /// Whether words say how many of those just named were of some sort: "civilians, among them 45 children,
    /// were killed", "40 people, most of them women, died".
    fn counts_part(&self, at: usize) -> bool {
        let among = matches!(self.word(at), "among" | "amongst") && self.word(at + 1) == "them";
        among || self.word(at + 1) == "of" && self.word(at + 2) == "them"
    }

    /// What the words after a comma begin.
    fn opening(&self, at: usize) -> Option<&'static str> {
        let relative = |at: usize| {
            matches!(self.tag(at), "WDT" | "WP" | "WP$" | "WRB")
                && matches!(self.word(at), "which" | "who" | "whose" | "whom" | "where")
        };
        let after = self.tag(at) == "IN" && relative(at + 1);
        if relative(at) || after {
            Some("acl:relcl")
        } else if self.counts_part(at) {
            Some("nmod")
        } else if self.tag(at) == "VBN" && matches!(self.tag(at + 1), "IN" | "RB") {
            Some("acl")
        } else {
            None
        }
    }

    /// What a comma after the first noun begins where it names the same again: "JNIM, a branch of Al
    /// Qaeda, overran …".
    fn renaming(&self, content: &Range<usize>, comma: usize) -> Option<&'static str> {
        let first = comma + 1;
        let names = matches!(self.tag(first), "DT" | "PRP$" | "NNP" | "NN" | "NNS" | "JJ");
        let subject = content.start..comma;
        let placed = self.tag(content.start) == "IN" || self.has_finite(subject.clone());
        let close = self.close_of_renaming(first, content.end)?;
        let list = self.lists_with(content.start, first..close);
        let whole = names && !placed && !list;
        (whole && self.tag(first) != "CC" && subject.len() < 9).then_some("appos")
    }

    /// The comma after which a sentence goes back to its verb, or to what hangs on its subject: ", seat of
    /// the command, |", ", the port through which its trade passed, |".
    fn close_of_renaming(&self, first: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 16;
        let relative = |at: usize| matches!(self.tag(at), "WDT" | "WP" | "WP$" | "WRB");
        let verb = |at: usize| self.is_finite(at) || self.tag(at) == "RB" && self.is_finite(at + 1);
        let mut commas = (first + 1..end.min(first + LONGEST)).filter(|at| self.word(*at) == ",");
        let near = commas.next()?;
        let told = (first..near).find(|at| self.is_finite(*at));
        let plain = told.is_none() && verb(near + 1);
        let tied = matches!(self.word(near + 1), "to" | "by") && self.has_finite(near + 2..end);
        if plain || tied && told.is_none() {
            return Some(near);
        }
        let back = |close: &usize| {
            let told = (first..*close).find(|at| self.is_finite(*at));
            verb(close + 1) && told.is_some_and(|told| (first..told).any(relative))
        };
        std::iter::once(near).chain(commas).find(back)
    }

    /// Whether words between commas go on with a list, not with what was named: "Sarn, Velk and Tarn, fell";
    /// "two villages, Sarn and Velk, fell" names the same again.
    fn lists_with(&self, start: usize, inside: Range<usize>) -> bool {
        let joined = inside.clone().any(|at| self.tag(at) == "CC");
        let counted = (start..inside.start).any(|at| self.tag(at) == "CD")
            && self.tag(inside.start.wrapping_sub(2)) == "NNS";
        joined && self.tag(inside.start) != "DT" && !counted
    }

    /// One past the last word of what begins at a word: where a comma goes back to a verb, else, of a
    /// relative clause, where the sentence goes on with "and" or ends.
    fn closing(&self, words: Range<usize>, label: &str, verbless: bool) -> Option<usize> {
        let (from, end) = (words.start, words.end);
        if label == "appos" {
            return self.close_of_renaming(from, end).map(|close| close + 1);
        }
        let verb = |at: usize| {
            self.is_finite(at)
                || self.tag(at) == "RB" && self.is_finite(at + 1)
                || verbless && self.tag(at) == "VBN" && self.has_finite(from..at)
        };
        let back = (from + 2..end).find(|at| self.word(*at) == "," && verb(*at + 1));
        let relative = label == "acl:relcl";
        let close = back.or_else(|| {
            let goes_on = (from + 2..end).find(|at| {
                self.word(*at) == ","
                    && matches!(self.word(at + 1), "and" | "but" | "while" | "although")
            });
            let last = (from..end).rev().find(|at| !self.is_mark(*at)).map(|last| last + 1);
            goes_on.or(last).filter(|_| relative)
        })?;
        let whole = !relative || self.has_finite(from..close);
        (whole && close > from + 1)
            .then_some(close + usize::from(self.word(close) == ","))
            .map(|end_of| end_of.min(end))
    }
}
