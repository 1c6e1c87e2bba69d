//! How near a date stands to a clause: whether it dates that clause or another.

use super::{context::Context, told::Told, view::View, when::is_day};
use crate::text::{
    syntax::{Clause, Tense, Tree},
    time::{Relation, TimeMention},
};
use seisin_core::{Edtf, Endpoint};
use std::ops::Range;

impl Context<'_> {
    /// How near a date stands to a clause: the lower the nearer; `None` where it dates another.
    pub(super) fn nearness(
        &self,
        view: &View,
        clause: &Clause,
        told: &Told,
        mention: &TimeMention,
    ) -> Option<usize> {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let governors = governors(tree, &words, clause.verb)?;
        let first = governors.first().copied();
        let joined = first.is_some_and(|first| {
            clause.verb < words.start && first > words.end && tree.tag(words.end) == "CC"
        });
        if joined && mention.relation == Relation::Since && clause.tense == Tense::PresentPerfect {
            return Some(1);
        }
        let before = mention.range.end <= tree.word(clause.verb)?.range.start;
        if first == Some(clause.verb) {
            return Some(if parted(tree, clause.verb, &words) { 12 } else { 0 });
        }
        let (from, to) = (clause.verb.min(words.start), clause.verb.max(words.start));
        let now = matches!(clause.tense, Tense::Present | Tense::PresentPerfect);
        if (now || !before) && (from..to).any(|at| tree.lower(at) == ";") {
            return None;
        }
        let of_agent = first.is_some_and(|governor| {
            tree.label(governor) == "acl" && tree.head(governor) == clause.agent
        });
        if of_agent && before && clause.agent.is_some() {
            return Some(1);
        }
        let spoken =
            first.is_some_and(|governor| told.cues.contains(&governor) && governor != clause.verb);
        if spoken && fronted(tree, clause.verb, &words, first) {
            return Some(2);
        }
        if spoken && !told_before_cue(tree, clause.verb, &words, first) {
            return None;
        }
        if let Some(first) = first
            && let Some(steps) = clauses_above(tree, clause.verb).position(|at| at == first)
            && (before || tree.label(clause.verb) == "xcomp")
        {
            let of_other = first < words.start && tree.label(clause.verb) == "conj";
            return Some(if of_other { 11 } else { 1 + steps });
        }
        let since = first.is_some_and(|first| {
            let perfect = clause.tense == Tense::PresentPerfect && clause.verb < first;
            opens_since(tree, first) && (perfect || tree.head(first) == Some(clause.verb))
        });
        if since {
            return Some(9);
        }
        self.loosely_near(view, clause, &governors, &words)
    }

    /// The same of a date that hangs on no verb of the clause or of one around it.
    fn loosely_near(
        &self,
        view: &View,
        clause: &Clause,
        governors: &[usize],
        words: &Range<usize>,
    ) -> Option<usize> {
        let tree = &view.tree;
        let first = governors.first().copied();
        let below = first.is_some_and(|first| tree.is_below(first, clause.verb));
        let under = |labels: &[&str]| {
            let inner = governors.iter().take_while(|at| **at != clause.verb);
            inner.into_iter().any(|at| labels.contains(&tree.label(*at)))
        };
        if below && !under(&["acl:relcl", "advcl", "conj", "ccomp"]) {
            return Some(8);
        }
        if !under(&["acl:relcl"]) && beside(tree, clause.verb, words) {
            return Some(10);
        }
        let alone = view.times.iter().filter(|other| other.edtf.is_some()).count() == 1;
        let single_verb = first.is_none() || !self.is_event(view, first?);
        (alone && single_verb && !under(&["acl:relcl"])).then_some(20)
    }

    fn is_event(&self, view: &View, verb: usize) -> bool {
        self.lexicon.senses(view.tree.lower(verb)).next().is_some()
            || self.lexicon.is_form_of(view.tree.lower(verb), &self.lexicon.say)
    }

    /// Whether a date can be that of a state told in the present: one that goes on, one that holds
    /// the document's day, or one that stands before the clause ("as of March").
    pub(super) fn fits_present(&self, view: &View, clause: &Clause, mention: &TimeMention) -> bool {
        let (from, to) = match mention.edtf {
            Some(Edtf::Date(date)) => date.bounds(),
            Some(Edtf::Interval(Endpoint::Date(first), Endpoint::Date(last))) => {
                (first.bounds().0, last.bounds().1)
            }
            _ => return true,
        };
        let today = self.today.is_none_or(|today| from <= today && today < to);
        let verb = view.tree.word(clause.verb).map_or(0, |word| word.range.start);
        let words = view.tree.words_in(&mention.range);
        let joined = (words.end..clause.verb).any(|at| view.tree.tag(at) == "CC");
        let opening =
            mention.range.end <= verb && beside(&view.tree, clause.verb, &words) && !joined;
        today || opening
    }

    /// The finer of two dates of one clause, the one within the other: "two years later, in June".
    pub(super) fn finer<'v>(
        &self,
        view: &'v View,
        (clause, told): (&Clause, &Told),
        mention: &'v TimeMention,
    ) -> &'v TimeMention {
        let Some(Edtf::Date(wide)) = mention.edtf else { return mention };
        let (from, to) = wide.bounds();
        let within = |other: &&TimeMention| match other.edtf {
            Some(Edtf::Date(date)) => {
                let (first, last) = date.bounds();
                let inside = from <= first && last <= to && (first, last) != (from, to);
                inside && is_day(other) && other.range.start > mention.range.end
            }
            _ => false,
        };
        let near = |other: &&TimeMention| {
            self.nearness(view, clause, told, other).is_some_and(|rank| rank <= 11)
        };
        view.times.iter().filter(within).find(near).unwrap_or(mention)
    }

    pub(super) fn is_state(&self, view: &View, verb: usize) -> bool {
        self.lexicon.senses(view.tree.lower(verb)).any(|(_, sense)| {
            use super::lexicon::Pattern;
            matches!(sense.pattern, Pattern::Hold | Pattern::Occupy | Pattern::Claim)
        })
    }
}

/// The verbs above a date’s words, the nearest first, with the word whose clause is asked about.
fn governors(tree: &Tree, words: &Range<usize>, verb: usize) -> Option<Vec<usize>> {
    let top = words.clone().find(|at| tree.head(*at).is_none_or(|head| !words.contains(&head)))?;
    let governs =
        |at: &usize| tree.is_verb(*at) || *at == verb || tree.child(*at, &["cop"]).is_some();
    let above = std::iter::successors(tree.head(top), |at| tree.head(*at)).filter(governs);
    Some(tree.is_verb(top).then_some(top).into_iter().chain(above).collect())
}

/// The verb of a clause and those of the clauses that it is part of.
fn clauses_above(tree: &Tree, verb: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(verb), |at| {
        tree.head(*at).filter(|_| {
            matches!(tree.label(*at), "conj" | "xcomp" | "advcl" | "acl" | "ccomp" | "parataxis")
        })
    })
    .take(6)
}

/// Whether a verb is that of a clause "since …": "since its troops moved in".
pub(super) fn opens_since(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).iter().any(|mark| *mark < verb && tree.lower(*mark) == "since")
}

/// Whether a date stands in the words of a verb's own clause: no other finite verb and no mark that
/// parts clauses stands between.
pub(super) fn beside(tree: &Tree, verb: usize, words: &Range<usize>) -> bool {
    let between = if words.end <= verb { words.end..verb } else { verb + 1..words.start };
    between.len() <= 16 && !between.clone().any(|at| parts(tree, at, verb))
}

/// Whether another finite verb stands between a date and the verb it is said to belong to, and
/// takes the date as its own.
fn parted(tree: &Tree, verb: usize, words: &Range<usize>) -> bool {
    let between = if words.end <= verb { words.end..verb } else { verb + 1..words.start };
    words.start > verb
        && between.clone().any(|at| {
            parts(tree, at, verb) && tree.is_verb(at) && tree.head(at) == Some(verb)
                || tree.lower(at) == ";"
        })
}

pub(super) fn parts(tree: &Tree, at: usize, verb: usize) -> bool {
    let own = tree.head(at) == Some(verb) && tree.label(at).starts_with("aux");
    let finite = matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD");
    let clause =
        matches!(tree.lower(at), ";" | "which" | "who" | "but" | "while" | "after" | "when");
    clause || finite && !own
}

/// Whether a date that the tree hangs on the verb of saying stands in what is said before it: "took
/// the town on Tuesday, an officer said".
fn told_before_cue(tree: &Tree, verb: usize, words: &Range<usize>, cue: Option<usize>) -> bool {
    cue.is_some_and(|cue| {
        verb < words.start
            && words.end < cue
            && (words.end..cue).any(|at| tree.lower(at) == ",")
            && !(verb..words.start).any(|at| matches!(tree.lower(at), ";" | "“" | "”"))
    })
}

/// Whether a date that the tree hangs on the verb of saying opens what is said: "recalls how, on 16
/// September, he offered".
fn fronted(tree: &Tree, verb: usize, words: &Range<usize>, cue: Option<usize>) -> bool {
    let apart = |at: usize| matches!(tree.tag(at), "VBD" | "VBZ" | "VBP") || tree.lower(at) == ";";
    let opened = cue.is_some_and(|cue| {
        cue < words.start
            && (cue + 1..words.start).any(|at| matches!(tree.lower(at), "that" | "how" | "when"))
            && tree.is_below(verb, cue)
    });
    opened && words.end <= verb && !(words.end..verb).any(apart)
}
