//! Sentences that deny what the one right before them tells: "It had not.", "The announcement was false."

use super::{draft::Draft, lexicon::Lexicon, view::View};
use crate::text::syntax::Tree;
use seisin_core::{Detail, Polarity};

/// Nouns for what was told, besides the reports of the lexicon.
const TELLINGS: [&str; 16] = [
    "announcement",
    "announcements",
    "statement",
    "statements",
    "news",
    "story",
    "stories",
    "boast",
    "boasts",
    "declaration",
    "message",
    "account",
    "version",
    "information",
    "bulletin",
    "dispatch",
];

/// Denies what the sentence right before tells, where a sentence does.
pub(super) fn deny_before(drafts: &mut [Draft], view: &View) {
    let tree = &view.tree;
    if !(says_not(tree) || calls_false(tree)) {
        return;
    }
    let before = drafts.iter().map(|draft| draft.evidence.end).max().unwrap_or(0);
    let close = view.range.start.saturating_sub(before) <= 3;
    let told = |draft: &&mut Draft| {
        close
            && draft.evidence.end == before
            && matches!(
                draft.detail,
                Detail::Change(_) | Detail::Casualties | Detail::Title(_) | Detail::Holding
            )
    };
    for draft in drafts.iter_mut().filter(told) {
        draft.told.polarity = Polarity::Denied;
    }
}

/// "It had not.", "They did not."
fn says_not(tree: &Tree) -> bool {
    let word = |at: usize| tree.lower(at);
    let subject = matches!(word(0), "it" | "they" | "he" | "she" | "this" | "that" | "none");
    let helper = matches!(
        word(1),
        "had" | "has" | "have" | "did" | "does" | "do" | "was" | "were" | "is" | "are"
    );
    let not = matches!(word(2), "not" | "n't" | "n’t" | "never");
    subject && helper && not && matches!(word(3), "." | "!" | "")
}

/// "The announcement was false.", "That proved to be untrue.", "This was not so."
fn calls_false(tree: &Tree) -> bool {
    const REACH: usize = 6;
    let lexicon = Lexicon::built_in();
    let points = |word: &str| matches!(word, "the" | "this" | "that" | "these" | "his" | "their");
    let telling = |word: &str| lexicon.reports.contains(word) || TELLINGS.contains(&word);
    let subject = match tree.lower(0) {
        "it" | "this" | "that" if !telling(tree.lower(1)) => 0,
        word if points(word) && telling(tree.lower(1)) => 1,
        _ => return false,
    };
    let verb = subject + 1;
    if !matches!(tree.lower(verb), "was" | "were" | "is" | "are" | "proved" | "turned") {
        return false;
    }
    let words = || {
        (verb + 1..verb + REACH)
            .take_while(|at| !matches!(tree.lower(*at), "," | ";" | "." | "but"))
    };
    let not = words().any(|at| matches!(tree.lower(at), "not" | "n't" | "n’t" | "never"));
    let untrue = words().any(|at| lexicon.falsehoods.contains(tree.lower(at)));
    let so = words().any(|at| matches!(tree.lower(at), "true" | "so" | "correct" | "accurate"));
    untrue && !not || so && not
}
