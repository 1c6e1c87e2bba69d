//! When and how really a verb's event is told, and whether it is told not to be.

use super::{
    clause::{is_active_participle, is_main_after_insertion},
    tree::Tree,
};

/// When and how really a verb's event is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// "holds", "is holding".
    Present,
    /// "has held".
    PresentPerfect,
    /// "held", "was holding", "did hold".
    Past,
    /// "had held".
    PastPerfect,
    /// "will hold", "is to hold", "is due to hold".
    Future,
    /// "would hold".
    Conditional,
    /// "may hold", "might hold", "could hold".
    Possible,
    /// "must hold", "should hold", "has to hold".
    Demanded,
    /// "to hold", "hold" after another verb.
    Infinitive,
    /// "held by", "holding" without a helping verb.
    Participle,
}

pub(super) fn tense(tree: &Tree, verb: usize, helpers: &[usize]) -> Tense {
    let any = |words: &[&str]| helpers.iter().any(|at| words.contains(&tree.lower(*at)));
    if any(&["may", "might", "could"]) {
        return Tense::Possible;
    }
    if any(&["would", "'d"]) && tree.tag(verb) != "VBN" || any(&["would"]) {
        return Tense::Conditional;
    }
    if any(&["will", "shall", "'ll", "wo", "sha"]) {
        return Tense::Future;
    }
    if any(&["must", "should", "ought"]) {
        return Tense::Demanded;
    }
    if any(&["had"]) || any(&["'d"]) {
        return Tense::PastPerfect;
    }
    if any(&["has", "have", "'ve"]) || (any(&["'s"]) && any(&["been"])) {
        return Tense::PresentPerfect;
    }
    if any(&["was", "were", "did"]) {
        return Tense::Past;
    }
    if any(&["is", "are", "am", "'s", "'re", "does", "do", "'m"]) {
        return Tense::Present;
    }
    if let Some(going_on) = going_on(tree, verb) {
        return going_on;
    }
    match tree.tag(verb) {
        "VBD" => Tense::Past,
        "VBN" if is_active_participle(tree, verb) || is_main_after_insertion(tree, verb) => {
            Tense::Past
        }
        "VBZ" | "VBP" => Tense::Present,
        "VBN" | "VBG" if tree.label(verb) == "conj" => {
            tree.head(verb).filter(|head| tree.is_verb(*head)).map_or(Tense::Participle, |head| {
                let above: Vec<usize> = tree.children_with(head, &["aux", "aux:pass"]).collect();
                if above.is_empty() && tree.tag(head) == "VBD" {
                    Tense::Past
                } else {
                    tense(tree, head, &above)
                }
            })
        }
        "VB" if tree.label(verb) == "conj" && tree.child(verb, &["mark"]).is_none() => {
            tree.head(verb).filter(|head| tree.is_verb(*head)).map_or(Tense::Infinitive, |head| {
                let above: Vec<usize> = tree.children_with(head, &["aux", "aux:pass"]).collect();
                tense(tree, head, &above)
            })
        }
        "VB" => Tense::Infinitive,
        _ => Tense::Participle,
    }
}

/// Words that turn a verb's sense round where they hang on it.
const NEGATIONS: [&str; 7] = ["not", "n't", "never", "no", "neither", "nor", "cannot"];

pub(super) fn negation(tree: &Tree, verb: usize, helpers: &[usize]) -> Option<usize> {
    let own = tree
        .children(verb)
        .iter()
        .chain(helpers.iter().flat_map(|at| tree.children(*at)))
        .copied()
        .find(|at| {
            NEGATIONS.contains(&tree.lower(*at))
                && !is_nominal_no(tree, *at)
                && !compares(tree, *at)
        });
    own.or_else(|| at_no_time(tree, verb)).or_else(|| {
        let shares =
            tree.label(verb) == "conj" && tree.child(verb, &["aux", "aux:pass", "nsubj"]).is_none();
        let head = tree.head(verb).filter(|head| shares && tree.is_verb(*head))?;
        let above: Vec<usize> = tree.children_with(head, &["aux", "aux:pass"]).collect();
        let scope = matches!(tree.tag(verb), "VB" | "VBN");
        scope.then(|| negation(tree, head, &above)).flatten()
    })
}

/// "No longer claims", "is no longer in Sarn", "had at no time renounced": the "no" of a phrase of time
/// beside the verb.
fn at_no_time(tree: &Tree, verb: usize) -> Option<usize> {
    if tree.lower(verb + 1) == "no" && tree.lower(verb + 2) == "longer" {
        return Some(verb + 1);
    }
    (verb.saturating_sub(5)..verb)
        .rev()
        .take_while(|at| !matches!(tree.lower(*at), "," | ";" | "and" | "but" | "that" | "which"))
        .find(|at| {
            let noun = tree.lower(at + 1);
            tree.lower(*at) == "no"
                && (noun == "longer"
                    || matches!(noun, "time" | "point" | "stage" | "moment")
                        && tree.lower(at.wrapping_sub(1)) == "at"
                    || noun == "way" && tree.lower(at.wrapping_sub(1)) == "in")
        })
}

/// "No more than 40 villages", "not less than a third": it only bounds an amount.
fn compares(tree: &Tree, at: usize) -> bool {
    matches!(tree.lower(at + 1), "more" | "less" | "fewer") && tree.lower(at + 2) == "than"
}

fn is_nominal_no(tree: &Tree, at: usize) -> bool {
    tree.lower(at) == "no" && tree.label(at) == "discourse"
}

/// "Continue to hold", "went on holding", "managed to hold": what goes on or succeeds is as real as the verb
/// that says so.
fn going_on(tree: &Tree, verb: usize) -> Option<Tense> {
    let head = tree.head(verb).filter(|head| *head < verb && tree.is_verb(*head))?;
    let below = matches!(tree.label(verb), "xcomp" | "advcl" | "ccomp");
    let on = tree.lower(head + 1) == "on";
    let goes_on = match tree.lower(head) {
        "continue" | "continues" | "continued" | "manage" | "manages" | "managed" => {
            matches!(tree.tag(verb), "VB" | "VBG")
        }
        "go" | "goes" | "went" => on && tree.tag(verb) == "VBG",
        "keep" | "keeps" | "kept" => tree.tag(verb) == "VBG" && verb <= head + 2,
        _ => false,
    };
    let helpers: Vec<usize> = tree.children_with(head, &["aux", "aux:pass"]).collect();
    (below && goes_on && tree.child(verb, &["nsubj"]).is_none())
        .then(|| tense(tree, head, &helpers))
}
