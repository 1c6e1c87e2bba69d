//! Who counts people lost: verbs of counting one’s own, of telling and of claiming a count.

use super::{
    casualties::Fate,
    context::{Context, Found, How},
    tolls::Toll,
    view::View,
    when::Dated,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
    time::TimeKind,
};
use seisin_core::{Detail, Edtf, PartyRef, ValidTime};

type Who = Found<PartyRef>;

/// Who tells a count of people lost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counter {
    /// The verb of counting.
    pub(super) verb: usize,
    /// Whether it counts its own, does not, or leaves it open.
    own: Option<bool>,
}

/// Verbs of counting one's own.
pub(super) const COUNTING: [&str; 10] = [
    "count",
    "admit",
    "acknowledge",
    "report",
    "confirm",
    "announce",
    "record",
    "mourn",
    "bury",
    "concede",
];

/// Verbs of telling a count that need not be of one's own.
const TELLING: [&str; 14] = [
    "put", "give", "estimate", "list", "document", "verify", "tally", "register", "speak", "tell",
    "say", "set", "reckon", "find",
];

/// Verbs of claiming what the other side lost.
const CLAIMING: [&str; 3] = ["claim", "boast", "allege"];

impl Context<'_> {
    /// The verb right before a count whose subject lost the people: "had lost some 25,000 dead",
    /// "acknowledged four deaths".
    pub(super) fn own_verb(&self, view: &View, start: usize) -> Option<usize> {
        let tree = &view.tree;
        let close = |at: &usize| !matches!(tree.lower(*at), "," | ";" | "and" | "that" | "by");
        (start.saturating_sub(4)..start)
            .rev()
            .take_while(close)
            .find(|at| tree.is_verb(*at) || tree.label(*at) == "root")
            .filter(|at| {
                let form = tree.lower(*at);
                let own = |lemma: &&str| self.lexicon.is_form(form, lemma);
                COUNTING.iter().any(|lemma| own(lemma) || form.starts_with(*lemma))
                    || ["lose", "suffer", "have"].iter().any(own)
            })
    }

    /// "Historians now reckon at least 126,875", "the colonel spoke of 70": another's count of what was
    /// counted before.
    pub(super) fn reckoned(
        &self,
        view: &View,
        mention: &QuantityMention,
        listed: bool,
    ) -> Option<Toll> {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let lately = self
            .last_loss
            .as_ref()
            .is_some_and(|(sentence, _)| view.index.saturating_sub(*sentence) <= 1);
        let plain = mention.kind == MentionKind::Bare && mention.quantity.value >= 3.0;
        let noun = tree.tag(words.end).starts_with("NN") || tree.lower(words.end) == "of";
        let counter = self
            .counter(view, words.start)
            .filter(|counter| words.start <= counter.verb + 6 && plain && !noun)?;
        let close = (counter.verb + 1..words.start).all(|at| {
            !tree.is_nominal(at) && !matches!(tree.lower(at), "in" | "on" | "by" | "for" | ",")
        });
        let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&words.start));
        (close && !dated && (listed || lately)).then_some(Toll {
            fate: Fate::Killed,
            cue: counter.verb,
            own: counter.own == Some(true),
            noun: None,
        })
    }

    /// Who tells a count that begins at a word: "Arland reports 16 soldiers killed", "boasted of 200
    /// dead", "put its own losses at three".
    pub(super) fn counter(&self, view: &View, start: usize) -> Option<Counter> {
        let tree = &view.tree;
        let open =
            |at: &usize| !matches!(tree.lower(*at), ";" | ":" | "." | "that" | "which" | "who");
        let mistaken = |at: usize| {
            tree.tag(at).starts_with("NN")
                && at > 0
                && tree.is_nominal(at - 1)
                && (matches!(
                    tree.lower(at),
                    "counts" | "claims" | "reports" | "puts" | "estimates" | "spoke" | "lists"
                ) || matches!(tree.tag(at - 1), "NNS" | "NNPS")
                    && matches!(
                        tree.lower(at),
                        "count" | "claim" | "report" | "estimate" | "list" | "record"
                    ))
        };
        let fate = |at: usize| tree.tag(at) == "VBN" && Fate::of(tree.lower(at)).is_some();
        let verb = (start.saturating_sub(14)..start).rev().take_while(open).find(|at| {
            matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP" | "VB" | "VBN" | "VBG") && !fate(*at)
                || mistaken(*at)
        })?;
        let form = tree.lower(verb);
        let one_of = |lemmas: &[&str]| lemmas.iter().any(|lemma| self.lexicon.is_form(form, lemma));
        let owns = self.lexicon.is_form(form, "own") && matches!(tree.lower(verb + 1), "up" | "to");
        let mine = |at: usize| matches!(tree.lower(at), "its" | "their" | "own" | "his" | "our");
        let own = if one_of(&COUNTING) || owns || (verb + 1..start).any(mine) {
            Some(true)
        } else if one_of(&CLAIMING) {
            Some(false)
        } else {
            None
        };
        let tells = owns || one_of(&COUNTING) || one_of(&CLAIMING) || one_of(&TELLING);
        let clause = Clause::of(tree, verb);
        (tells && !clause.is_passive && tree.tag(verb) != "VBG").then_some(Counter { verb, own })
    }

    /// The side of who tells a count, and whether it counts its own.
    pub(super) fn counting(&self, view: &View, counter: Counter) -> Option<(PartyRef, bool)> {
        let own = counter.own?;
        let before = counter.verb.checked_sub(1).filter(|at| view.tree.is_nominal(*at));
        let agent = Clause::of(&view.tree, counter.verb).agent.or(before)?;
        let known = |who: &Who| who.how != How::Phrase;
        Some((self.party(view, agent).filter(known)?.value, own))
    }

    /// From when the losses counted before on the same line are counted, for a count that goes on with
    /// them and names no date.
    pub(super) fn since_told(&self, view: &View, clause: &Clause) -> Option<Dated> {
        let goes_on = matches!(
            clause.tense,
            Tense::Present | Tense::PresentPerfect | Tense::Infinitive | Tense::Participle
        );
        let (from, dated) = self.counted_since.as_ref().filter(|_| goes_on)?;
        let line = !self.prepared.slice(*from..view.range.start).contains('\n');
        let undated = view.times.iter().all(|time| time.kind != TimeKind::Date);
        (line && undated).then(|| Dated { range: None, ..dated.clone() })
    }

    /// From the day of what happened in a clause after a count on: "56 civilians since the army crossed over on
    /// 6 August".
    pub(super) fn since_event_after(&self, view: &View, from: usize) -> Option<Dated> {
        let tree = &view.tree;
        let end = (from..tree.len()).find(|at| tree.lower(*at) == ";").unwrap_or(tree.len());
        let opens = (tree.lower(0) == "since").then_some(0);
        let since = (from..end).find(|at| tree.lower(*at) == "since").or(opens)?;
        let verb = (since + 1..end).find(|at| tree.is_verb(*at))?;
        let time = view.times.iter().find(|time| tree.words_in(&time.range).start > verb)?;
        let clear = !(verb..tree.words_in(&time.range).start)
            .any(|at| matches!(tree.lower(at), "," | "said" | "and"));
        let Some(Edtf::Date(date)) = time.edtf.filter(|_| clear) else { return None };
        let dated = self.as_dated(time)?;
        let rule = format!("since({})", dated.valid.rule);
        let valid = ValidTime { edtf: Edtf::since(date), rule, ..dated.valid };
        Some(Dated { valid, ..dated })
    }

    /// The day told of before where the day beside the verb, or the present, is that of the counting:
    /// "acknowledged four deaths eight months later", "counts 12 dead".
    pub(super) fn day_before_count(
        &self,
        view: &View,
        clause: &Clause,
        counter: Option<Counter>,
    ) -> Option<Dated> {
        let counts = counter.is_some_and(|counter| counter.verb == clause.verb);
        let dates = || view.times.iter().filter(|time| time.kind == TimeKind::Date);
        let counts_now = clause.tense == Tense::Present && dates().next().is_none();
        let day_named = counts_now || dates().any(|time| matches!(time.edtf, Some(Edtf::Date(_))));
        let lately = self.told_of.is_some_and(|(at, _)| view.index.saturating_sub(at) <= 6);
        (counts && day_named && lately)
            .then(|| self.carried_over(view, &Detail::Casualties))
            .flatten()
    }
}
