//! What falls short of being so: "almost took", "stopped short of entering", "had they held it, …", "lied
//! when it said", "the claim was withdrawn".

use super::Told;
use crate::text::{
    claims::{context::Context, view::View},
    syntax::Clause,
};
use seisin_core::Modality;

/// Adverbs before a verb of what did not come about, or hardly did.
const ALMOST: [&str; 4] = ["almost", "nearly", "hardly", "scarcely"];

/// Words before a gerund, and those that stand before them, of what is not done.
const NOT_DONE: [(&str, &[&str]); 4] = [
    ("of", &["short", "verge", "brink", "edge", "instead"]),
    ("to", &["close", "closer", "near", "nearer"]),
    ("from", &["far"]),
    ("than", &["rather"]),
];

impl Context<'_> {
    /// Whether words around a verb say that it was not quite done, or not at all.
    pub(super) fn falls_short(view: &View, clause: &Clause) -> bool {
        let tree = &view.tree;
        let first = clause.helpers.iter().copied().min().unwrap_or(clause.verb).min(clause.verb);
        let word = |back: usize| first.checked_sub(back).map_or("", |at| tree.lower(at));
        let almost = tree
            .children_with(clause.verb, &["advmod"])
            .any(|at| at + 1 == clause.verb && ALMOST.contains(&tree.lower(at)));
        let all_but = word(1) == "but" && word(2) == "all" && tree.tag(first) != "VBN";
        let gerund = matches!(tree.tag(first), "VBG" | "VB")
            && NOT_DONE.iter().any(|(link, before)| word(1) == *link && before.contains(&word(2)));
        let preferred =
            word(1) == "than" && (0..first).any(|at| matches!(tree.lower(at), "rather" | "sooner"));
        almost || all_but || gerund || preferred
    }

    /// "Accused of occupying Sarn, which it denies": what is told is denied by the words set after it.
    pub(super) fn denied_after(&self, view: &View, verb: usize) -> bool {
        const FARTHEST: usize = 5;
        let tree = &view.tree;
        let ends = |at: usize| {
            matches!(tree.lower(at), "" | "," | "." | ";" | "and" | "but") || tree.tag(at) == "RB"
        };
        let which = |at: &usize| {
            tree.lower(*at) == "which" && at.checked_sub(1).is_some_and(|at| tree.lower(at) == ",")
        };
        (verb + 1..tree.len()).find(which).is_some_and(|which| {
            let apart = (verb..which).any(|at| matches!(tree.lower(at), ";" | "but"));
            let own = matches!(tree.lower(which + 1), "it" | "they" | "he" | "she" | "we");
            own && !apart
                && (which + 2..which + FARTHEST).any(|at| {
                    self.lexicon.is_form_of(tree.lower(at), &self.lexicon.deny)
                        && matches!(tree.tag(at), "VBZ" | "VBP" | "VBD" | "VBN")
                        && ends(at + 1)
                })
        })
    }

    /// "Had Arland held Sarn, the war would have ended": what was not so.
    pub(super) fn against_fact(view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let inverted = matches!(tree.lower(0), "had" | "were" | "should")
            && (tree.is_nominal(1) || matches!(tree.tag(1), "DT" | "JJ"));
        let comma = (1..tree.len()).find(|at| tree.lower(*at) == ",");
        let would = |at: usize| matches!(tree.lower(at), "would" | "could" | "might");
        if let Some(comma) = comma.filter(|comma| inverted && verb < *comma)
            && (comma..tree.len()).any(would)
        {
            told.weaken(Modality::Hypothetical);
        }
    }

    /// Whether a verb of saying is called a lie: "lied when it said", "falsely claimed".
    pub(super) fn said_falsely(view: &View, saying: usize) -> bool {
        let tree = &view.tree;
        let lies = |at: usize| matches!(tree.lower(at), "lied" | "lying" | "erred");
        let above = tree
            .head(saying)
            .filter(|_| matches!(tree.label(saying), "advcl" | "ccomp" | "xcomp" | "parataxis"))
            .is_some_and(lies);
        let adverb = tree.children_with(saying, &["advmod"]).any(|at| {
            matches!(
                tree.lower(at),
                "falsely"
                    | "wrongly"
                    | "mistakenly"
                    | "incorrectly"
                    | "prematurely"
                    | "erroneously"
            )
        });
        above || adverb
    }

    /// "Analysts doubt that", "does not accept that", "nobody believes that": what the verb that governs it
    /// says is not so.
    pub(super) fn is_not_believed(&self, view: &View, governor: &Clause) -> bool {
        const BELIEVING: [&str; 8] = [
            "accept",
            "agree",
            "believe",
            "think",
            "acknowledge",
            "recognise",
            "recognize",
            "concede",
        ];
        let form = view.tree.lower(governor.verb);
        let before = governor.verb.checked_sub(1);
        let few = governor.agent.into_iter().chain(before).any(|at| view.tree.lower(at) == "few");
        let denied = few || governor.negation.is_some() || Self::no_one(view, governor);
        self.lexicon.is_form(form, "doubt")
            || denied && self.lexicon.is_form_of_any(form, &BELIEVING)
    }

    /// "There is no evidence that", "no sign of their having": what nothing shows.
    pub(super) fn without_evidence(view: &View, verb: usize) -> bool {
        const EVIDENCE: [&str; 8] = [
            "evidence",
            "proof",
            "sign",
            "signs",
            "indication",
            "indications",
            "confirmation",
            "trace",
        ];
        let tree = &view.tree;
        let reach = verb.saturating_sub(12)..verb;
        let parted =
            |at: usize| (at..verb).any(|mark| matches!(tree.lower(mark), ";" | "but" | "."));
        reach.into_iter().any(|at| {
            let before = |wanted: &[&str], back: usize| {
                (at.saturating_sub(back)..at).any(|word| wanted.contains(&tree.lower(word)))
            };
            let denied = || before(&["not", "n't", "never", "nor"], 6) && before(&["any"], 3);
            let none = before(&["no", "little", "without"], 3) || denied();
            EVIDENCE.contains(&tree.lower(at))
                && none
                && matches!(tree.lower(at + 1), "that" | "of" | "yet")
                && !parted(at)
        })
    }

    /// Whether a predicate takes back the report that a noun names, or says that nothing bears it out: "the
    /// claim was withdrawn", "its boast is not borne out by the maps".
    pub(super) fn is_given_up(&self, view: &View, noun: usize) -> bool {
        let tree = &view.tree;
        let Some(verb) = tree
            .head(noun)
            .filter(|verb| tree.is_verb(*verb) && tree.label(noun).starts_with("nsubj"))
        else {
            return false;
        };
        let form = tree.lower(verb);
        let lemma = |list: &[&str]| self.lexicon.is_form_of_any(form, list);
        let negated = Clause::of(tree, verb).negation.is_some();
        lemma(&["withdraw", "retract", "debunk", "disprove", "refute", "discredit"]) && !negated
            || lemma(&["bear", "support", "substantiate"]) && negated
    }
}
