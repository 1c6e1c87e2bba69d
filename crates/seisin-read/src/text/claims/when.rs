//! When a clause's event happened or its state held.

use super::{context::Context, told::Told, view::View};
use crate::text::syntax::{Clause, Tense};
use crate::text::time::{TimeKind, TimeMention};
use seisin_core::{Edtf, ValidTime};
use std::ops::Range;

/// A date, and the words that give it where the sentence does.
#[derive(Debug, Clone)]
pub(crate) struct Dated {
    /// When.
    pub(crate) valid: ValidTime,
    /// The words, in bytes of the repaired text.
    pub(crate) range: Option<Range<usize>>,
}

impl Context<'_> {
    /// When a clause's event happened or its state held, as the sentence says.
    pub(crate) fn dated(&self, view: &View, clause: &Clause, told: &Told) -> Option<Dated> {
        let best = view
            .times
            .iter()
            .filter(|mention| {
                mention.edtf.is_some() && matches!(mention.kind, TimeKind::Date | TimeKind::Time)
            })
            .filter_map(|mention| Some((self.nearness(view, clause, told, mention)?, mention)))
            .min_by_key(|(rank, _)| *rank);
        best.and_then(|(_, mention)| self.as_dated(mention))
    }

    pub(crate) fn as_dated(&self, mention: &TimeMention) -> Option<Dated> {
        Some(Dated {
            valid: ValidTime {
                edtf: mention.edtf?,
                original_value: self.prepared.slice(mention.range.clone()).to_owned(),
                rule: mention.rule.clone(),
            },
            range: Some(mention.range.clone()),
        })
    }

    /// How near a date stands to a clause: the lower the nearer; `None` where it dates another.
    fn nearness(
        &self,
        view: &View,
        clause: &Clause,
        told: &Told,
        mention: &TimeMention,
    ) -> Option<usize> {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let top =
            words.clone().find(|at| tree.head(*at).is_none_or(|head| !words.contains(&head)))?;
        let mut governors = Vec::new();
        let mut at = top;
        while let Some(head) = tree.head(at) {
            if tree.is_verb(head) || head == clause.verb || tree.child(head, &["cop"]).is_some() {
                governors.push(head);
            }
            at = head;
        }
        if tree.is_verb(top) {
            governors.insert(0, top);
        }
        let first = governors.first().copied();
        let before = mention.range.end <= tree.word(clause.verb)?.range.start;
        if first == Some(clause.verb) {
            return Some(0);
        }
        let spoken =
            first.is_some_and(|governor| told.cues.contains(&governor) && governor != clause.verb);
        if spoken {
            return None;
        }
        let chain: Vec<usize> = std::iter::successors(Some(clause.verb), |at| {
            tree.head(*at).filter(|_| {
                matches!(
                    tree.label(*at),
                    "conj" | "xcomp" | "advcl" | "acl" | "ccomp" | "parataxis"
                )
            })
        })
        .take(6)
        .collect();
        if let Some(first) = first
            && let Some(steps) = chain.iter().position(|at| *at == first)
            && (before || tree.label(clause.verb) == "xcomp")
        {
            return Some(1 + steps);
        }
        let below = first.is_some_and(|first| tree.is_below(first, clause.verb));
        let other_clause = governors
            .iter()
            .take_while(|at| **at != clause.verb)
            .any(|at| matches!(tree.label(*at), "acl:relcl" | "advcl" | "conj" | "ccomp"));
        if below && !other_clause {
            return Some(8);
        }
        let alone = view.times.iter().filter(|other| other.edtf.is_some()).count() == 1;
        let single_verb = first.is_none() || !self.is_event(view, first?);
        (alone && single_verb).then_some(20)
    }

    fn is_event(&self, view: &View, verb: usize) -> bool {
        self.lexicon.senses(view.tree.lower(verb)).next().is_some()
            || self.lexicon.is_form_of(view.tree.lower(verb), &self.lexicon.say)
    }

    /// The document's own day, for what is told in the present tense.
    pub(crate) fn on_the_day(&self, tense: Tense) -> Option<Dated> {
        let day = self.today.filter(|_| {
            matches!(tense, Tense::Present | Tense::PresentPerfect | Tense::Participle)
        })?;
        Some(Dated {
            valid: ValidTime {
                edtf: Edtf::from(day),
                original_value: String::new(),
                rule: format!("present-tense(document {day})"),
            },
            range: None,
        })
    }
}
