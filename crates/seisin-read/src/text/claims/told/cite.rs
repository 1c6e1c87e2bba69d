//! Who is named as the source.

use super::{
    Told,
    named::{
        date_of, head_within, heard_from, name_at_cue, speaker_after, speaker_before, speaker_by,
        that_before,
    },
};
use crate::text::{
    claims::{
        context::{Context, How, without_article},
        quotes,
        view::View,
    },
    syntax::{Clause, preposition},
};
use seisin_core::{PartyId, SourceLink};
use std::ops::Range;

impl Context<'_> {
    /// "…, a spokesman said", "according to …", "by its own count".
    pub(super) fn cited_beside(&self, view: &View, at: usize, told: &mut Told) {
        let tree = &view.tree;
        for child in tree.children_with(at, &["parataxis", "advcl", "dep", "ccomp"]) {
            let form = tree.lower(child);
            let says = self.lexicon.is_form_of(form, &self.lexicon.say)
                || self.lexicon.is_form_of(form, &self.lexicon.allege);
            let bare = tree.child(child, &["ccomp", "obj", "xcomp"]).is_none();
            let named = tree.child(child, &["nsubj"]).is_some();
            if tree.is_verb(child) && says && bare && named && !told.cues.contains(&child) {
                self.cite(view, child, &Clause::of(tree, child), told);
            }
            let denies = self.lexicon.is_form_of(form, &self.lexicon.deny);
            let apart = (at.min(child)..at.max(child)).any(|word| tree.lower(word) == ";");
            if tree.is_verb(child)
                && denies
                && bare
                && named
                && !apart
                && tree.label(child) == "parataxis"
            {
                told.refused = Some("another denies it in the same sentence");
            }
        }
        for child in tree.children_with(at, &["obl", "nmod", "advmod", "dep", "parataxis"]) {
            if preposition(tree, child).is_some_and(|case| case.starts_with("according")) {
                self.link(view, child, "according to", told);
            }
        }
    }

    /// "…, a spokesman said.", "…, the ministry confirmed on Sunday, and …", "…, said its chief":
    /// the speaker and the verb of saying stand between marks, whatever the tree makes of them.
    pub(super) fn trailing(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let end = (verb + 1..tree.len()).find(|at| tree.lower(*at) == ";").unwrap_or(tree.len());
        for cue in verb + 1..end {
            if !self.says(view, cue) || told.cues.contains(&cue) {
                continue;
            }
            let Some(name) = name_at_cue(view, verb, cue) else { continue };
            let Some(speaker) = name.clone().rev().find(|at| tree.is_nominal(*at)) else {
                continue;
            };
            let speaker = head_within(view, speaker, &name);
            told.cues.push(cue);
            let printed = self.text(view, cue..cue + 1);
            self.link_words(view, (speaker, name), &printed, told);
            if let Some(link) = told.sources.last_mut().filter(|link| link.on.is_none()) {
                self.occasion(view, cue, link);
            }
            return;
        }
    }

    /// "…, the president said, and they intend to go on": who says the first of two joined clauses says
    /// the second.
    pub(super) fn said_of_both(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        if !told.sources.is_empty() {
            return;
        }
        let above = std::iter::successors(Some(verb), |at| {
            tree.head(*at).filter(|_| matches!(tree.label(*at), "conj" | "xcomp" | "ccomp"))
        });
        let joined = above.take(4).find(|at| tree.label(*at) == "conj" && tree.is_verb(*at));
        let Some((second, first)) = joined.and_then(|at| Some((at, tree.head(at)?))) else {
            return;
        };
        let turned = tree.children_with(first, &["ccomp", "advcl"]).any(|said| said < first);
        if turned && self.says(view, first) {
            self.cite(view, first, &Clause::of(tree, first), told);
            return;
        }
        let and = (first..second).rev().find(|at| tree.lower(*at) == "and");
        let Some(and) = and.filter(|and| tree.lower(and.wrapping_sub(1)) == ",") else { return };
        let mut before = Told::plain();
        self.trailing(view, first, &mut before);
        if before.cues.iter().all(|cue| *cue < and) {
            told.cues.extend(before.cues);
            told.sources.extend(before.sources);
            told.speaker = told.speaker.take().or(before.speaker);
        }
    }

    /// Whether a word is a verb of saying or alleging.
    pub(crate) fn says(&self, view: &View, at: usize) -> bool {
        let (tree, form) = (&view.tree, view.tree.lower(at));
        (tree.is_verb(at) || tree.label(at) == "root")
            && (self.lexicon.is_form_of(form, &self.lexicon.say)
                || self.lexicon.is_form_of(form, &self.lexicon.allege))
    }

    /// "An ambush which it says killed 22": the saying stands between the pronoun and the verb.
    pub(super) fn said_in_passing(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let first = tree
            .children_with(verb, &["aux", "aux:pass"])
            .filter(|at| *at < verb && !self.says(view, *at))
            .min()
            .unwrap_or(verb);
        let Some(cue) = first.checked_sub(1).filter(|cue| {
            matches!(tree.tag(*cue), "VBZ" | "VBP" | "VBD")
                && (self.lexicon.is_form_of(tree.lower(*cue), &self.lexicon.say)
                    || self.lexicon.is_form_of(tree.lower(*cue), &self.lexicon.allege))
        }) else {
            return;
        };
        let Some(speaker) = cue.checked_sub(1).filter(|at| tree.is_nominal(*at)) else { return };
        let relative = (speaker.saturating_sub(4)..speaker)
            .any(|at| matches!(tree.lower(at), "which" | "that" | "who" | "what"));
        if relative && !told.cues.contains(&cue) {
            told.cues.push(cue);
            let printed = self.text(view, cue..cue + 1);
            self.link(view, speaker, &printed, told);
        }
    }

    /// "A post shared widely claims that …", "the video says Arland offered …": the verb of saying right
    /// before a clause, whatever the tree makes of it.
    pub(super) fn said_before(&self, view: &View, clause: &Clause, told: &mut Told) {
        let tree = &view.tree;
        if !told.sources.is_empty() {
            return;
        }
        let first = clause
            .agent
            .filter(|agent| *agent < clause.verb)
            .map_or(clause.verb, |agent| crate::text::claims::who::core(view, agent).start);
        let that = first.checked_sub(1).filter(|at| tree.lower(*at) == "that");
        let Some(cue) = that.unwrap_or(first).checked_sub(1) else { return };
        let form = tree.lower(cue);
        let lists = [&self.lexicon.say, &self.lexicon.allege];
        let holds = that.is_some() && self.lexicon.is_form(form, "hold");
        let says = holds || lists.iter().any(|list| self.lexicon.is_form_of(form, list));
        let finite = matches!(tree.tag(cue), "VBD" | "VBZ" | "VBP" | "NNS" | "VBN");
        let noun = tree.tag(cue) == "NNS" && that.is_none()
            || speaker_before(view, cue).is_none() && Clause::of(tree, cue).agent.is_none();
        if says && finite && !noun && !told.cues.contains(&cue) {
            if self.lexicon.is_form_of(form, &self.lexicon.allege) {
                told.weaken(seisin_core::Modality::Reported);
            }
            self.cite(view, cue, &Clause::of(tree, cue), told);
        }
    }

    /// Who tells the lines of a list that each begin with "that", by the words before the list: "The
    /// ministry recalls". Keeps such words when it comes to them.
    pub(in crate::text::claims) fn told_in_list(&mut self, view: &View) -> Option<SourceLink> {
        let tree = &view.tree;
        let first = (0..tree.len()).find(|at| tree.lower(*at).starts_with(char::is_alphabetic))?;
        if tree.lower(first) == "that" {
            return self.lead.clone();
        }
        let last = (0..tree.len()).rev().find(|at| tree.lower(*at) != ":")?;
        self.lead = (self.says(view, last) && last > 0)
            .then(|| self.speaker(view, last).map(|(speaker, _)| speaker))
            .flatten();
        None
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

    /// The verb of saying before "that", where the tree hangs the clause on another word or as
    /// another sort of clause.
    pub(super) fn said_that(&self, view: &View, at: usize) -> Option<usize> {
        let tree = &view.tree;
        let label = tree.label(at);
        let known = matches!(label, "conj" | "advcl" | "acl:relcl" | "acl" | "dep" | "parataxis");
        if !known && label != "ccomp" {
            return None;
        }
        let of_report = label == "acl"
            && tree.head(at).is_some_and(|noun| self.lexicon.reports.contains(tree.lower(noun)));
        if of_report {
            return None;
        }
        let own = tree.children(at).iter().copied().find(|c| *c < at && tree.lower(*c) == "that");
        let that = own.or_else(|| that_before(view, at))?;
        let reach = that.saturating_sub(9)..that;
        let cue = reach.rev().find(|word| tree.is_verb(*word) || tree.lower(*word) == ";")?;
        let form = tree.lower(cue);
        let listener = |word: usize| {
            matches!(
                tree.lower(word),
                "reporters"
                    | "journalists"
                    | "parliament"
                    | "station"
                    | "agency"
                    | "television"
                    | "radio"
                    | "newspaper"
                    | "me"
                    | "us"
                    | "him"
                    | "her"
                    | "them"
                    | "lawmakers"
                    | "deputies"
                    | "house"
                    | "council"
                    | "paper"
                    | "channel"
                    | "delegates"
            )
        };
        let fits = label != "acl:relcl"
            || listener(that.wrapping_sub(1))
            || self.addressed(view, cue, that);
        let fits = fits && (known || tree.head(at) != Some(cue) && self.addressed(view, cue, that));
        let says = self.says(view, cue) || self.lexicon.is_form_of(form, &self.lexicon.deny);
        (fits && says).then_some(cue)
    }

    /// Whether what stands between a verb of telling or hearing and "that" says to whom or from whom:
    /// "told the local service that", "assured by its envoy that", "heard from observers that".
    fn addressed(&self, view: &View, cue: usize, that: usize) -> bool {
        let tree = &view.tree;
        let form = tree.lower(cue);
        let lemmas = |verbs: &[&str]| self.lexicon.is_form_of_any(form, verbs);
        let apart = |at: usize| {
            matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD" | "," | ":" | "WDT" | "WP")
        };
        let clear = cue + 1 < that && !(cue + 1..that).any(apart);
        let tells = lemmas(&["tell", "inform", "assure", "notify", "warn", "remind", "brief"]);
        let hears =
            lemmas(&["hear", "learn", "understand", "gather"]) && tree.lower(cue + 1) == "from";
        clear && (tells || hears)
    }

    /// The verb of accusing of whose charge a gerund tells: "accused Arland of seizing Velk".
    pub(super) fn accused_of(&self, view: &View, at: usize) -> Option<usize> {
        let tree = &view.tree;
        let of = tree.children(at).iter().any(|c| *c < at && tree.lower(*c) == "of");
        if tree.tag(at) != "VBG" || !of {
            return None;
        }
        let cue = (at.saturating_sub(9)..at).rev().find(|word| {
            tree.is_verb(*word) && self.lexicon.is_form_of(tree.lower(*word), &self.lexicon.accuse)
        })?;
        Some(cue)
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
        told.heard(words, quotes::link(name, party, cue.to_owned()));
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
        told.heard(words, quotes::link(name, party, cue.to_owned()));
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
