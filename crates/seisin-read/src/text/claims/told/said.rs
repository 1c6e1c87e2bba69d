//! Verbs of saying that the tree hangs elsewhere than above what is said: beside it, before it, in the
//! midst of it, or over a list.

use super::{
    Told,
    named::{head_within, name_at_cue, speaker_before, that_before},
};
use crate::text::{
    claims::{context::Context, view::View, who},
    syntax::{Clause, preposition},
};
use seisin_core::{Modality, SourceLink};

impl Context<'_> {
    /// "…, a spokesman said", "according to …", "by its own count".
    pub(super) fn cited_beside(&self, view: &View, at: usize, told: &mut Told) {
        let tree = &view.tree;
        for child in tree.children_with(at, &["parataxis", "advcl", "dep", "ccomp"]) {
            let form = tree.lower(child);
            let says = self.lexicon.says(form);
            let bare = tree.child(child, &["ccomp", "obj", "xcomp"]).is_none();
            let named = tree.child(child, &["nsubj"]).is_some();
            let told_on = tree.is_verb(child) && says && bare && named;
            if told_on && !told.cues.contains(&child) {
                let saying = Clause::of(tree, child);
                if !self.leaves_open(view, &saying) {
                    self.cite(view, child, &saying, told);
                }
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

    /// "A figure the ministry has not confirmed": nothing is said by who does not confirm it.
    pub(super) fn leaves_open(&self, view: &View, saying: &Clause) -> bool {
        saying.negation.is_some() && self.lexicon.is_form(view.tree.lower(saying.verb), "confirm")
    }

    /// "…, a spokesman said.", "…, the ministry confirmed on Sunday, and …", "…, said its chief":
    /// the speaker and the verb of saying stand between marks, whatever the tree makes of them.
    pub(super) fn trailing(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let end = (verb + 1..tree.len()).find(|at| tree.lower(*at) == ";").unwrap_or(tree.len());
        for cue in verb + 1..end {
            let says = self.says(view, cue) || self.ends_saying(view, cue);
            if !says || told.cues.contains(&cue) || self.leaves_open(view, &Clause::of(tree, cue)) {
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

    /// "…, the ministry claims.": a verb of saying at the end that was taken for a noun.
    fn ends_saying(&self, view: &View, cue: usize) -> bool {
        let tree = &view.tree;
        let last = cue + 1 == tree.len() || cue + 2 == tree.len() && tree.lower(cue + 1) == ".";
        let noun = matches!(tree.tag(cue), "NNS" | "NN") && self.lexicon.says(tree.lower(cue));
        let comma = (cue.saturating_sub(6)..cue).rev().find(|at| tree.lower(*at) == ",");
        last && noun
            && tree.lower(cue).ends_with('s')
            && comma.is_some_and(|comma| {
                comma + 1 < cue
                    && (comma + 1..cue).all(|at| !tree.is_verb(at) && tree.tag(at) != "CC")
            })
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

    /// "An ambush which it says killed 22": the saying stands between the pronoun and the verb.
    pub(super) fn said_in_passing(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let first = tree
            .children_with(verb, &["aux", "aux:pass"])
            .filter(|at| *at < verb && !self.says(view, *at))
            .min()
            .unwrap_or(verb);
        let Some(cue) = first.checked_sub(1).filter(|cue| {
            matches!(tree.tag(*cue), "VBZ" | "VBP" | "VBD") && (self.lexicon.says(tree.lower(*cue)))
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
            .map_or(clause.verb, |agent| who::core(view, agent).start);
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
                told.weaken(Modality::Reported);
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
}
