//! Who speaks a quotation.

use super::{
    context::{Context, without_article},
    quotes::{Quote, touches},
    told::according_to,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{PartyId, SourceLink, SourceRole};
use std::ops::Range;

/// A source and the words that name it.
type Speaker = (SourceLink, Range<usize>);

impl Context<'_> {
    /// Who speaks the quotations of `quotes` that touch a sentence, by the verb of saying outside the marks.
    pub(crate) fn attribute(&self, view: &View, quotes: &mut [Quote]) {
        if quotes.is_empty() {
            return;
        }
        let inside = |at: usize, quotes: &[Quote]| {
            view.tree.word(at).is_some_and(|word| {
                quotes.iter().any(|quote| quote.range.contains(&word.range.start))
            })
        };
        let cues: Vec<usize> = (0..view.tree.len())
            .filter(|at| self.is_cue(view, *at) && !inside(*at, quotes))
            .collect();
        for number in 0..quotes.len() {
            let Some(quote) = quotes.get(number).filter(|quote| touches(&quote.range, &view.range))
            else {
                continue;
            };
            let carried = quote.cue.is_some_and(|(sentence, _)| sentence != view.index);
            let own = cues.iter().any(|at| {
                let word = view.tree.word(*at);
                let before = word.is_some_and(|word| word.range.end <= quote.range.start);
                before && self.speaker(view, *at).is_some()
            });
            if quote.speaker.is_some() && !(carried && own) {
                continue;
            }
            let cue = cues.iter().copied().min_by_key(|at| {
                view.tree.word(*at).map_or(usize::MAX, |word| gap(&word.range, &quote.range))
            });
            let beside = self.after_quote(view, &quote.range);
            let cue = beside.as_ref().map(|(cue, _)| *cue).or(cue);
            let colon = self.colon(view, &quote.range);
            let later = cue.is_some_and(|cue| {
                view.tree.word(cue).is_some_and(|word| word.range.start > quote.range.start)
            });
            let (found, cue) = match (beside, colon) {
                (Some((_, found)), _) => (Some(found), cue),
                (None, Some((named, verb))) if later => (Some(named), verb),
                (None, colon) => {
                    let said = cue.and_then(|cue| self.speaker(view, cue));
                    let verb = colon.as_ref().and_then(|(_, verb)| *verb);
                    let cue = if said.is_some() { cue } else { verb };
                    (said.or(colon.map(|(named, _)| named)), cue)
                }
            };
            let found = found
                .or_else(|| self.whose_words(view, &quote.range))
                .or_else(|| Some((self.turn.clone()?, 0..0)))
                .or_else(|| self.just_told_of(view, &quote.range));
            if let (Some((mut link, words)), Some(quote)) = (found, quotes.get_mut(number)) {
                if let Some(cue) = cue {
                    self.occasion(view, cue, &mut link);
                }
                let named = Some(words).filter(|words| !words.is_empty());
                quote.speaker_range = named.map(|words| view.tree.range(words));
                quote.speaker = Some(link);
                quote.cue = cue.map(|cue| (view.index, cue));
            }
        }
    }

    /// "According to the governor, “…”": whose words a phrase outside the quotation says they are.
    fn whose_words(&self, view: &View, quote: &Range<usize>) -> Option<Speaker> {
        let inside = view.tree.words_in(quote);
        let before = according_to(view, 0..inside.start);
        let noun = before.or_else(|| according_to(view, inside.end..view.tree.len()))?;
        let (name, party, words) = self.source(view, noun);
        Some((link(name, party, "according to".to_owned()), words))
    }

    /// "The general was blunt. “…”": the person that the sentence before tells of, where a sentence is
    /// nothing but a quotation and nobody is said to speak it.
    fn just_told_of(&self, view: &View, quote: &Range<usize>) -> Option<Speaker> {
        let before = self.prepared.slice(view.range.start..quote.start);
        let after = self.prepared.slice(quote.end..view.range.end);
        let alone = ![before, after].iter().any(|rest| rest.contains(char::is_alphanumeric));
        let last = self.prepared.sentences.get(view.index.checked_sub(1)?)?;
        let apart = self.prepared.slice(last.range.end..view.range.start).contains('\n');
        let person = self.memory.first_person(view.index - 1).filter(|_| alone && !apart)?;
        let party = person.party.as_ref().map(|party| party.id.clone());
        let said = link(person.name.clone(), party, String::new());
        Some((SourceLink { cue: None, ..said }, 0..0))
    }

    /// The verb of saying and the speaker between a quotation's end and the next mark: "…,” an
    /// official told reporters", "…,” says Jean, a mason".
    fn after_quote(
        &self,
        view: &View,
        quote: &Range<usize>,
    ) -> Option<(usize, (SourceLink, Range<usize>))> {
        let tree = &view.tree;
        let end = tree.words().partition_point(|word| word.range.start < quote.end);
        let start = (end..tree.len()).find(|at| !is_mark(tree.lower(*at)))?;
        if start > end + 2 || !view.range.contains(&quote.end) {
            return None;
        }
        let stop = (start..tree.len().min(start + 22))
            .find(|at| matches!(tree.lower(*at), ";" | "." | "“" | "\"" | ":" | "("))
            .unwrap_or_else(|| tree.len().min(start + 22));
        let cue = (start..stop).find(|at| self.is_saying(view, *at))?;
        let aside = matches!(tree.tag(start), "IN" | "TO");
        let last = aside.then(|| (start..cue).rev().find(|at| tree.lower(*at) == ",")).flatten();
        let start = last.map_or(start, |comma| (comma + 1).min(cue));
        let name = match cue - start {
            0 => start + 1..name_end(view, start + 1, stop),
            _ => start..name_end(view, start, cue),
        };
        let speaker = name.clone().find(|at| {
            tree.is_nominal(*at) && tree.head(*at).is_none_or(|head| !name.contains(&head))
        });
        let last = || {
            let comma = name.clone().find(|at| tree.lower(*at) == ",").unwrap_or(name.end);
            (name.start..comma).rev().find(|at| tree.tag(*at).starts_with("NN"))
        };
        let speaker =
            last().or(speaker).or_else(|| name.clone().find(|at| tree.is_nominal(*at)))?;
        if matches!(tree.lower(speaker), "which" | "that" | "this" | "i" | "there") {
            return None;
        }
        let (known, party, _) = self.source(view, speaker);
        let printed = without_article(&self.text(view, tree.trim(name.clone()))).to_owned();
        let pronoun = tree.tag(speaker).starts_with("PRP");
        let inner = view.parties.iter().find(|party| name.contains(&party.words.start));
        let party = party.or_else(|| inner.map(|party| party.found.party.clone()));
        let words = name.clone();
        let cue_text = self.text(view, cue..cue + 1);
        let name = if pronoun { known } else { printed };
        Some((cue, (link(name, party, cue_text), words)))
    }

    /// Whether a word is a verb of saying by its form, whatever the tree takes it for.
    fn is_saying(&self, view: &View, at: usize) -> bool {
        let form = view.tree.lower(at);
        let says = self.lexicon.says(form);
        let noun = matches!(
            form,
            "report"
                | "state"
                | "note"
                | "call"
                | "charge"
                | "claim"
                | "demand"
                | "stress"
                | "address"
                | "signal"
                | "judge"
                | "hold"
                | "held"
                | "holds"
                | "put"
                | "post"
                | "estimate"
                | "comment"
                | "count"
                | "find"
                | "found"
                | "rule"
                | "highlight"
        );
        says && !noun && !matches!(view.tree.tag(at), "NN" | "NNS" | "NNP")
    }

    pub(super) fn is_cue(&self, view: &View, at: usize) -> bool {
        let form = view.tree.lower(at);
        view.tree.is_verb(at)
            && (self.lexicon.says(form))
            && !matches!(form, "hold" | "held" | "holds" | "holding" | "called" | "call")
    }

    pub(super) fn speaker(&self, view: &View, cue: usize) -> Option<(SourceLink, Range<usize>)> {
        let tree = &view.tree;
        let clause = Clause::of(tree, cue);
        let agent =
            clause.agent.filter(|at| tree.is_nominal(*at)).or_else(|| beside_cue(view, cue))?;
        let unfit = ["which", "that", "this", "me", "us", "him", "them", "i", "we", "there"];
        if unfit.contains(&tree.lower(agent)) {
            return None;
        }
        let (name, party, words) = self.source(view, agent);
        let cue = self.text(view, cue..cue + 1);
        Some((link(name, party, cue), words))
    }

    /// "Velk radio: “…”", "its president, meeting envoys: “…”", "the general dismissed it on Monday:
    /// “…”": who acts before the colon, else who is named there; "Asked …: “…”": who has the word or was
    /// spoken of last.
    ///
    /// With the verb before the colon, where there is one.
    fn colon(&self, view: &View, quote: &Range<usize>) -> Option<(Speaker, Option<usize>)> {
        let tree = &view.tree;
        let first = tree.words_in(quote).start;
        let colon = first.checked_sub(2).filter(|at| tree.lower(*at) == ":")?;
        let start = (0..colon).rev().find(|at| tree.lower(*at) == ";").map_or(0, |at| at + 1);
        if tree.lower(start) == "asked" {
            let asked = self.turn.clone().or_else(|| {
                let person = self.memory.person(Self::place(view, start))?;
                let party = person.party.as_ref().map(|party| party.id.clone());
                Some(link(person.name.clone(), party, ":".to_owned()))
            })?;
            return Some(((asked, start..start + 1), None));
        }
        let finite = (start..colon)
            .find(|at| matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP") && tree.is_verb(*at));
        let top = if let Some(verb) = finite {
            Clause::of(tree, verb).agent.filter(|at| tree.is_nominal(*at) && *at < colon)?
        } else {
            let named = |at: &usize| tree.is_nominal(*at) && tree.tag(*at) != "CD";
            let head = (start..colon).find(named)?;
            std::iter::successors(Some(head), |at| {
                tree.head(*at)
                    .filter(|up| (start..colon).contains(up) && tree.is_nominal(*up))
                    .filter(|_| !matches!(tree.label(*at), "nmod" | "obl"))
            })
            .take(8)
            .last()?
        };
        if matches!(tree.lower(top), "this" | "that" | "it" | "which" | "there") {
            return None;
        }
        let (name, party, words) = self.source(view, top);
        Some(((link(name, party, ":".to_owned()), words), finite))
    }
}

fn is_mark(word: &str) -> bool {
    matches!(word, "," | "”" | "\"" | "’" | "'" | "''" | "–" | "—" | "-" | "»")
}

/// One past the last word of a speaker's name that begins at a word: before a verb, a clause or a
/// phrase of place or time.
fn name_end(view: &View, start: usize, stop: usize) -> usize {
    let tree = &view.tree;
    let ends = |at: usize| {
        let word = tree.lower(at);
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).start == at);
        let former = word == "then" && tree.tag(at.wrapping_sub(1)) == "DT";
        matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD" | "RB") && !former
            || matches!(
                word,
                "who"
                    | "which"
                    | "when"
                    | "after"
                    | "as"
                    | "in"
                    | "at"
                    | "on"
                    | "to"
                    | "during"
                    | "before"
                    | "because"
                    | "while"
                    | "since"
                    | "speaking"
                    | "where"
                    | "was"
            )
            || dated && at > start
            || word == "," && (tree.lower(at + 1) == "since" || tree.tag(at + 1) == "VBG")
    };
    let inside = |at: usize| at == start || !ends(at);
    let end = (start..stop).find(|at| !inside(*at)).unwrap_or(stop);
    if end < stop && matches!(tree.lower(end), "at" | "in") && at_body(view, end) {
        return name_end(view, end + 1, stop).max(end + 2).min(stop);
    }
    end
}

/// "An analyst at the institute": the preposition belongs to the name where a body follows.
fn at_body(view: &View, preposition: usize) -> bool {
    let tree = &view.tree;
    let next = (preposition + 1..preposition + 3).find(|at| tree.tag(*at) != "DT");
    tree.lower(preposition) == "at"
        && next.is_some_and(|at| tree.tag(at).starts_with("NNP") && view.place_at(at).is_none())
}

/// The noun before or after a verb of saying, commas between left out: "its minister, Ilse Marr,
/// said".
fn beside_cue(view: &View, cue: usize) -> Option<usize> {
    let tree = &view.tree;
    let speaks = |at: usize| {
        tree.is_nominal(at) && !matches!(tree.lower(at), "me" | "us" | "reporters" | "journalists")
    };
    let before = (cue.saturating_sub(2)..cue)
        .rev()
        .find(|at| tree.lower(*at) != ",")
        .filter(|at| speaks(*at));
    let noun = before.or_else(|| (cue + 1 < tree.len() && speaks(cue + 1)).then_some(cue + 1))?;
    std::iter::successors(Some(noun), |at| {
        tree.head(*at).filter(|head| {
            matches!(tree.label(*at), "flat" | "appos" | "compound") && tree.is_nominal(*head)
        })
    })
    .take(5)
    .last()
}

/// A speaker as one link of a source.
pub(crate) fn link(mut name: String, party: Option<PartyId>, cue: String) -> SourceLink {
    if name.contains(['’', '‘']) {
        name = plain_name(&name);
    }
    SourceLink { name, role: SourceRole::Speaker, party, cue: Some(cue), on: None, venue: None }
}

/// A name with the plain apostrophe, so that one name is one however it is set.
pub(crate) fn plain_name(name: &str) -> String {
    name.replace(['’', '‘'], "'")
}

/// How many bytes lie between two stretches of a text.
fn gap(a: &Range<usize>, b: &Range<usize>) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}
