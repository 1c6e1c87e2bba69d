//! How a clause is told: up from its verb through what governs it.

use super::Told;
use crate::text::{
    claims::{context::Context, quotes::Quote, view::View},
    syntax::{Clause, Tense},
};
use seisin_core::{Modality, Polarity, SourceLink};

impl Context<'_> {
    /// How a clause is told.
    pub(crate) fn told(&self, view: &View, clause: &Clause, quotes: &[Quote]) -> Told {
        let mut told = Told::plain();
        if clause.negation.is_some()
            || Self::no_one(view, clause)
            || Self::falls_short(view, clause)
            || Self::without_evidence(view, clause.verb)
        {
            told.deny();
        }
        Self::against_fact(view, clause.verb, &mut told);
        Self::tense(view, clause, &mut told);
        Self::supposed(view, clause.verb, &mut told);
        self.climb(view, clause.verb, &mut told);
        self.trailing(view, clause.verb, &mut told);
        self.said_of_both(view, clause.verb, &mut told);
        self.said_in_passing(view, clause.verb, &mut told);
        self.counted_by(view, clause.verb, &mut told);
        self.acknowledged(view, clause, &mut told);
        self.estimated(view, clause, &mut told);
        self.hedge(view, clause.verb, &mut told);
        self.denied_around(view, clause.verb, &mut told);
        Self::quoted(view, clause.verb, quotes, &mut told);
        told.sources.reverse();
        self.unnamed_speaker(&mut told);
        self.said_before(view, clause, &mut told);
        self.according(view, clause.verb, &mut told);
        self.labelled(&mut told);
        self.in_turn(&mut told);
        told.rank_sources();
        if view.tree.lower(view.tree.len().saturating_sub(1)) == "?"
            && told.sources.is_empty()
            && !self.asking
        {
            told.refused = Some("it is a question");
        }
        told
    }

    /// Who speaks by the label before the sentence, where its words name nobody.
    fn labelled(&self, told: &mut Told) {
        if told.sources.is_empty() {
            told.sources.extend(self.label.clone());
        }
    }

    /// Who has the word in a record of who said what in turn.
    fn in_turn(&self, told: &mut Told) {
        let Some(link) = &self.turn else { return };
        let same = |known: &SourceLink| known.name == link.name;
        if !told.sources.iter().any(same) {
            told.sources.insert(0, link.clone());
        }
    }

    /// "No soldier entered", "neither holds", "nobody claims".
    pub(super) fn no_one(view: &View, clause: &Clause) -> bool {
        [clause.agent, clause.patient].into_iter().flatten().any(|at| Self::is_none(view, at))
    }

    /// Whether a phrase names no one.
    pub(crate) fn is_none(view: &View, at: usize) -> bool {
        let tree = &view.tree;
        let none =
            |word: &str| matches!(word, "nobody" | "none" | "neither" | "nothing" | "no-one");
        let no = |child: &usize| {
            matches!(tree.lower(*child), "no" | "neither" | "nor")
                || (tree.lower(*child) == "not" && *child < at)
                || (tree.lower(*child) == "one" && tree.lower(child.wrapping_sub(1)) == "not")
        };
        none(tree.lower(at))
            || tree.children(at).iter().any(no)
            || (tree.lower(at) == "one" && tree.lower(at.wrapping_sub(1)) == "no")
    }

    pub(super) fn tense(view: &View, clause: &Clause, told: &mut Told) {
        let tree = &view.tree;
        match clause.tense {
            Tense::Possible => told.weaken(Modality::Possible),
            Tense::Future | Tense::Demanded => told.weaken(Modality::Planned),
            Tense::Conditional => {
                let perfect = clause.helpers.iter().any(|at| tree.lower(*at) == "have");
                let condition = Self::has_condition(view, clause.verb);
                let hypothetical = perfect || condition;
                told.weaken(if hypothetical { Modality::Hypothetical } else { Modality::Planned });
            }
            _ => {}
        }
    }

    /// "If Arland loses Sarn, …": an "if" right before the clause, whatever the tree makes of it.
    fn supposed(view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let parts = |at: &usize| {
            matches!(
                tree.lower(*at),
                "," | ";" | ":" | "." | "but" | "that" | "which" | "who" | "–" | "—"
            )
        };
        let if_ = (0..verb).rev().take_while(|at| !parts(at)).find(|at| {
            matches!(tree.lower(*at), "if" | "unless") && tree.lower(at.wrapping_sub(1)) != "as"
        });
        if if_.is_some() {
            told.weaken(Modality::Hypothetical);
        }
    }

    pub(super) fn has_condition(view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        tree.children_with(verb, &["advcl"]).any(|child| {
            tree.children(child).iter().any(|mark| {
                matches!(tree.lower(*mark), "if" | "unless" | "had" | "should")
                    && *mark < child
                    && (tree.lower(*mark) != "had" || tree.branch(child).start == *mark)
            })
        })
    }

    /// Up from the verb to the root, through what governs it.
    pub(super) fn climb(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let mut at = verb;
        for _ in 0..12 {
            self.cited_beside(view, at, told);
            let still_open = |mark: &usize| match tree.lower(*mark) {
                "whether" => *mark < at,
                "when" => *mark < at && tree.label(at) == "ccomp" && tree.tag(at) != "VBD",
                _ => false,
            };
            if tree.children(at).iter().any(still_open) {
                told.refused = Some("it is left open");
            }
            let Some(head) = tree.head(at) else { break };
            let between = at.min(head)..at.max(head);
            if matches!(tree.label(at), "conj" | "parataxis" | "dep" | "ccomp")
                && between.clone().any(|mark| tree.lower(mark) == ";")
            {
                break;
            }
            if let Some(cue) = self.said_that(view, at) {
                self.governed(view, at, cue, told);
                at = cue;
                continue;
            }
            if let Some(cue) = self.accused_of(view, at) {
                told.weaken(Modality::Reported);
                self.cite(view, cue, &Clause::of(tree, cue), told);
            }
            if self.prevented(view, at, head) {
                told.deny();
            }
            if conceded(view, at, head) {
                let mut above = Told::plain();
                self.climb(view, head, &mut above);
                if above.polarity == Polarity::Denied {
                    break;
                }
            }
            match tree.label(at) {
                "acl:relcl" if self.lexicon.reports.contains(tree.lower(head)) => {
                    self.of_noun(view, at, head, told);
                }
                "acl:relcl" => {
                    told.presupposed = true;
                }
                "advcl" if self.forgone(view, at, head, told) => {}
                "advcl" => Self::adverbial(view, at, told),
                "acl" => self.of_noun(view, at, head, told),
                "ccomp" | "xcomp" | "parataxis" | "csubj" | "dep" | "obj" | "nsubj"
                | "nsubj:pass" | "obl" | "nmod" => {
                    let direct =
                        matches!(tree.label(at), "ccomp" | "xcomp" | "parataxis" | "csubj" | "dep");
                    if direct {
                        self.governed(view, at, head, told);
                    }
                }
                _ => {}
            }
            at = head;
        }
    }

    pub(super) fn adverbial(view: &View, at: usize, told: &mut Told) {
        let tree = &view.tree;
        let first = tree.branch(at).start;
        for mark in tree.children(at).iter().copied().filter(|mark| *mark < at) {
            match tree.lower(mark) {
                "if" | "unless" | "should" => told.weaken(Modality::Hypothetical),
                "had" if mark == first => told.weaken(Modality::Hypothetical),
                "to" if tree.tag(at) == "VB" => told.weaken(Modality::Planned),
                "until" => told.weaken(Modality::Planned),
                "to" if tree.tag(at) == "VBG" => told.weaken(Modality::Planned),
                "whether" => told.refused = Some("it is left open"),
                "without" => told.deny(),
                _ => {}
            }
        }
    }

    pub(super) fn quoted(view: &View, verb: usize, quotes: &[Quote], told: &mut Told) {
        let at = view.tree.word(verb).map_or(0, |word| word.range.start);
        let Some(quote) = quotes.iter().find(|quote| quote.range.contains(&at)) else { return };
        let Some(speaker) = &quote.speaker else { return };
        let known = told.sources.iter().any(|link| link.name == speaker.name);
        if !known {
            told.sources.push(speaker.clone());
        }
    }
}

/// Whether a clause that follows another concedes something against it: "denied that Sarn had fallen,
/// although residents said the army held only the port" denies the first alone.
fn conceded(view: &View, at: usize, head: usize) -> bool {
    let tree = &view.tree;
    let concedes = |mark: &usize| {
        *mark < at && matches!(tree.lower(*mark), "although" | "though" | "whereas" | "while")
    };
    head < at && tree.label(at) == "advcl" && tree.children(at).iter().any(concedes)
}
