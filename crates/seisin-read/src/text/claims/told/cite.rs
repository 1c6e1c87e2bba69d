//! Who is named as the source.

use super::{
    Told,
    named::{date_of, heard_from, speaker_after, speaker_before, speaker_by},
};
use crate::text::{
    claims::{
        context::{Context, How, without_article},
        speakers,
        view::View,
    },
    syntax::{Clause, preposition},
};
use seisin_core::{PartyId, SourceLink};
use std::ops::Range;

impl Context<'_> {
    /// Whether a word is a verb of saying or alleging.
    pub(crate) fn says(&self, view: &View, at: usize) -> bool {
        let (tree, form) = (&view.tree, view.tree.lower(at));
        (tree.is_verb(at) || tree.label(at) == "root") && (self.lexicon.says(form))
    }

    /// "According to the ministry": wherever the tree hangs it, within the part of the sentence that no
    /// semicolon parts from the verb.
    pub(super) fn according(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        if !told.sources.is_empty() {
            return;
        }
        let start = (0..verb).rev().find(|at| tree.lower(*at) == ";").map_or(0, |at| at + 1);
        let end = (verb..tree.len()).find(|at| tree.lower(*at) == ";").unwrap_or(tree.len());
        if let Some(head) = according_to(view, start..end) {
            self.link(view, head, "according to", told);
        }
    }

    /// A source whose words are known though the tree may cut them otherwise.
    pub(super) fn link_words(
        &self,
        view: &View,
        (speaker, words): (usize, Range<usize>),
        cue: &str,
        told: &mut Told,
    ) {
        let (known, party, _) = self.source(view, speaker);
        let name = if view.tree.tag(speaker).starts_with("PRP") {
            known
        } else {
            without_article(&self.text(view, words.clone())).to_owned()
        };
        if told.sources.iter().any(|link| link.name.contains(&name) || name.contains(&link.name)) {
            return;
        }
        told.heard(words, speakers::link(name, party, cue.to_owned()));
    }

    pub(crate) fn cite(&self, view: &View, cue: usize, governor: &Clause, told: &mut Told) {
        if told.cues.contains(&cue) {
            return;
        }
        told.cues.push(cue);
        let tree = &view.tree;
        let named = governor.agent.filter(|at| !matches!(tree.lower(*at), "which" | "that"));
        let beside = (!governor.is_passive).then(|| speaker_before(view, cue)).flatten();
        let after = || {
            if governor.is_passive { speaker_by(view, cue) } else { speaker_after(view, cue) }
        };
        let speaker = match (named, beside) {
            (Some(named), Some(beside)) if tree.branch(named).contains(&beside) => Some(named),
            (Some(named), Some(_)) if tree.lower(cue.wrapping_sub(1)) == "," && named < cue => {
                Some(named)
            }
            (named, beside) => beside.or(named).or_else(after),
        };
        if self.lexicon.is_form_of_any(tree.lower(cue), &["hear", "learn", "understand", "gather"])
            && let Some(from) = heard_from(view, cue)
        {
            self.link(view, from, "from", told);
        }
        if let Some(speaker) = speaker {
            let printed = self.text(view, cue..cue + 1);
            let before = told.sources.len();
            self.link(view, speaker, &printed, told);
            if let Some(link) = told.sources.get_mut(before) {
                self.occasion(view, cue, link);
                link.on = link.on.or_else(|| date_of(view, speaker));
            }
        }
    }

    /// When and where it was said: "on Monday", "in an interview", "at a briefing in Kyiv".
    pub(crate) fn occasion(&self, view: &View, cue: usize, link: &mut SourceLink) {
        let tree = &view.tree;
        let tied = |words: &Range<usize>| {
            words.clone().any(|at| tree.head(at) == Some(cue))
                || words.start == cue + 1
                || words.end == cue
        };
        link.on = view
            .times
            .iter()
            .filter(|time| tied(&tree.words_in(&time.range)))
            .find_map(|time| time.named.or(time.edtf));
        let venue = tree.children_with(cue, &["obl", "nmod"]).find(|at| {
            *at > cue
                && self.lexicon.venues.contains(tree.lower(*at))
                && preposition(tree, *at).is_some()
        });
        link.venue = venue.map(|at| {
            let words = tree.branch_without(at, &|child| {
                matches!(
                    tree.label(child),
                    "acl:relcl" | "acl" | "conj" | "cc" | "punct" | "parataxis"
                )
            });
            self.text(view, tree.trim(words))
        });
    }

    pub(crate) fn link(&self, view: &View, speaker: usize, cue: &str, told: &mut Told) {
        let (name, party, words) = self.source(view, speaker);
        if told.sources.iter().any(|link| link.name == name) {
            return;
        }
        told.heard(words, speakers::link(name, party, cue.to_owned()));
    }

    /// The name of a source, the side it speaks for, and its words.
    pub(crate) fn source(&self, view: &View, at: usize) -> (String, Option<PartyId>, Range<usize>) {
        let tree = &view.tree;
        let words = tree.trim(tree.branch_without(at, &|child| {
            tree.label(child) == "acl" && child > at
                || matches!(
                    tree.label(child),
                    "acl:relcl"
                        | "case"
                        | "punct"
                        | "parataxis"
                        | "advcl"
                        | "cc"
                        | "conj"
                        | "ccomp"
                        | "obl"
                        | "dep"
                )
        }));
        let words = whole_name(view, words);
        let words = if tree.label(at) == "compound" {
            let beside = |before: &usize| {
                tree.head(*before) == tree.head(at)
                    && matches!(tree.label(*before), "amod" | "compound" | "nummod")
            };
            let start = (0..words.start).rev().take_while(beside).last();
            start.unwrap_or(words.start)..words.end
        } else {
            words
        };
        let person = matches!(tree.lower(at), "he" | "she");
        if let Some(person) = person.then(|| self.memory.person(Self::place(view, at))).flatten() {
            return (
                person.name.clone(),
                person.party.as_ref().map(|party| party.id.clone()),
                words,
            );
        }
        let party = self.party(view, at);
        let name = match &party {
            Some(party) if party.how == How::Referred && tree.tag(at).starts_with("PRP") => {
                party.value.name.clone()
            }
            _ => without_article(&self.text(view, words.clone())).to_owned(),
        };
        let id = party
            .filter(|party| party.how != How::Phrase && party.how != How::Unlisted)
            .map(|party| party.value.id);
        (name, id, words)
    }

    /// "Arland says its forces hold …, a spokesman said": the spokesman is Arland's.
    pub(super) fn unnamed_speaker(&self, told: &mut Told) {
        let [first, second] = told.sources.as_mut_slice() else { return };
        let unnamed =
            first.party.is_none() && !first.name.chars().next().is_some_and(char::is_uppercase);
        if unnamed
            && second.party.is_some()
            && first.name.split(' ').any(|word| self.lexicon.people.contains(word))
        {
            first.party.clone_from(&second.party);
            told.sources.swap(0, 1);
            told.speaker = told.later_speaker.take().or_else(|| told.speaker.take());
        }
    }
}

/// The words of a name with those before "for" or "of" that the tree parts from it: "the Sarn Observatory for
/// Human Rights".
fn whole_name(view: &View, words: Range<usize>) -> Range<usize> {
    let tree = &view.tree;
    let capital = |at: usize| tree.word(at).is_some_and(|word| word.capital);
    let case = words.start.checked_sub(1).filter(|at| matches!(tree.lower(*at), "for" | "of"));
    let head = case
        .and_then(|case| case.checked_sub(1))
        .filter(|head| tree.is_nominal(*head) && capital(*head) && capital(words.start));
    let start = head.map(|head| {
        let named = |at: &usize| capital(*at) && *at > 0;
        (0..head).rev().take_while(named).last().unwrap_or(head)
    });
    start.unwrap_or(words.start)..words.end
}

/// Whose words a sentence gives, by a phrase among these words: "according to the ministry", "in the words
/// of its minister".
pub(crate) fn according_to(view: &View, among: Range<usize>) -> Option<usize> {
    const FARTHEST: usize = 14;
    let tree = &view.tree;
    let before = |at: usize, back: usize| tree.lower(at.wrapping_sub(back));
    let names = |at: &usize| {
        tree.lower(*at) == "to" && before(*at, 1) == "according"
            || tree.lower(*at) == "of" && before(*at, 1) == "words" && before(*at, 3) == "in"
    };
    let start = among.clone().find(names)? + 1;
    let end = among.end.min(start + FARTHEST);
    let stop = (start..end)
        .find(|at| matches!(tree.lower(*at), "," | "." | "(" | ":" | "–" | "—"))
        .unwrap_or(end);
    (start..stop).find(|at| {
        tree.is_nominal(*at) && tree.head(*at).is_none_or(|head| !(start..stop).contains(&head))
    })
}
