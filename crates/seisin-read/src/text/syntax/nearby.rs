//! The parts of a clause as the order of its words gives them, where the tree leaves one out.

use super::{clause::is_be, tree::Tree};

/// How far a part may stand from its verb.
const FAR: usize = 24;

/// The subject that stands before a finite verb, phrases and insertions between left out: "rebels
/// backed by tanks and aircraft captured".
pub(super) fn subject(tree: &Tree, verb: usize) -> Option<usize> {
    let mut end = group_start(tree, verb);
    for _ in 0..6 {
        let last = end.checked_sub(1)?;
        if verb - last > FAR {
            return None;
        }
        if is_relative(tree, last) {
            return noun_before(tree, last);
        }
        if matches!(tree.lower(last), "and" | "but" | "or" | "then") {
            return shared_subject(tree, last);
        }
        if tree.lower(last) == "," {
            end = before_insertion(tree, last)?;
            continue;
        }
        let start = phrase_start(tree, last)?;
        let before = start.checked_sub(1);
        match before {
            Some(before) if is_preposition(tree, before) && !(joins(tree, before, (end, verb))) => {
                end = before_preposition(tree, before)?;
            }
            _ => {
                return Some(first_of_list(tree, last, start))
                    .filter(|at| is_noun(tree, *at) && !is_of_time(tree, *at));
            }
        }
    }
    None
}

/// Whether "as", "after" or the like joins a clause whose subject, which ends at a word, stands right before its
/// verb: "fled as rebels overran the town".
fn joins(tree: &Tree, at: usize, (end, verb): (usize, usize)) -> bool {
    let small = matches!(tree.lower(at), "as" | "after" | "before" | "since" | "until" | "once");
    let dated = end.checked_sub(1).is_some_and(|last| is_of_time(tree, last));
    small && !dated && end == group_start(tree, verb) && is_noun(tree, end - 1)
}

/// Whether "and" or "but" stands right before a verb with its helping verbs.
pub(super) fn is_joined(tree: &Tree, verb: usize) -> bool {
    group_start(tree, verb)
        .checked_sub(1)
        .is_some_and(|before| matches!(tree.lower(before), "and" | "but"))
}

/// The object that stands right after a verb, or after a date: "handed over two-thirds", "occupied on
/// Oct. 31 the camp".
pub(super) fn object(tree: &Tree, verb: usize) -> Option<usize> {
    let mut at = verb + 1;
    if matches!(tree.lower(at), "on" | "in") && is_of_date(tree, at + 1) {
        at += 1;
        while is_of_date(tree, at) {
            at += 1;
        }
    }
    while at < tree.len() && (tree.tag(at).starts_with("RB") || tree.tag(at) == "RP") {
        at += 1;
    }
    let end = phrase_end(tree, at);
    (end > at).then(|| end - 1).filter(|at| is_noun(tree, *at) && !is_of_time(tree, *at))
}

/// The first word of a verb with its helping verbs and adverbs.
fn group_start(tree: &Tree, verb: usize) -> usize {
    let helps = |at: usize| {
        let word = tree.lower(at);
        is_be(word)
            || tree.tag(at) == "MD"
            || tree.tag(at).starts_with("RB")
            || matches!(word, "has" | "have" | "had" | "having" | "do" | "does" | "did" | "n't")
    };
    (0..verb).rev().take_while(|at| helps(*at)).last().unwrap_or(verb)
}

fn is_relative(tree: &Tree, at: usize) -> bool {
    matches!(tree.tag(at), "WDT" | "WP")
}

fn noun_before(tree: &Tree, at: usize) -> Option<usize> {
    let last = at.checked_sub(1)?;
    let last = if tree.lower(last) == "," { last.checked_sub(1)? } else { last };
    is_noun(tree, last).then_some(last)
}

/// The subject of the verb before "and".
fn shared_subject(tree: &Tree, joined: usize) -> Option<usize> {
    let verb = (joined.saturating_sub(FAR)..joined)
        .rev()
        .find(|at| matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP") && !is_aside(tree, *at))?;
    tree.child(verb, &["nsubj", "nsubj:pass"]).or_else(|| subject(tree, verb))
}

/// Whether a verb belongs to a relative clause.
fn is_aside(tree: &Tree, verb: usize) -> bool {
    let start = group_start(tree, verb);
    start.checked_sub(1).is_some_and(|before| is_relative(tree, before))
}

/// Where the words before an insertion between commas end; none where the comma opens the clause.
fn before_insertion(tree: &Tree, comma: usize) -> Option<usize> {
    let open = (comma.saturating_sub(FAR)..comma).rev().find(|at| tree.lower(*at) == ",")?;
    let first = open + 1;
    let inserts = is_relative(tree, first)
        || matches!(tree.tag(first), "VBN" | "VBG" | "DT")
        || matches!(tree.lower(first), "who" | "which" | "along" | "together" | "including");
    (inserts && open > 0).then_some(open)
}

/// The words before a preposition that go on with the same subject: "fighters | of the SDF",
/// "rebels | backed by tanks".
fn before_preposition(tree: &Tree, preposition: usize) -> Option<usize> {
    let last = preposition.checked_sub(1)?;
    if is_noun(tree, last) {
        return Some(preposition);
    }
    let participle = matches!(tree.tag(last), "VBN" | "VBG" | "JJ");
    let noun = last.checked_sub(1).filter(|at| is_noun(tree, *at));
    (participle && noun.is_some()).then_some(last)
}

/// The first word of the noun phrase that ends at a word, "and" between nouns included.
fn phrase_start(tree: &Tree, last: usize) -> Option<usize> {
    if !is_noun(tree, last) {
        return None;
    }
    let mut start = last;
    while let Some(before) = start.checked_sub(1) {
        let joins = tree.lower(before) == "and"
            && before.checked_sub(1).is_some_and(|at| is_noun(tree, at));
        let year = tree.tag(before) == "CD" && is_year(tree.lower(before));
        if !joins && !is_of_phrase(tree, before) || year && tree.tag(start) == "NNP" {
            break;
        }
        start = before;
    }
    Some(start)
}

/// One past the last word of the noun phrase that begins at a word.
fn phrase_end(tree: &Tree, first: usize) -> usize {
    (first..tree.len()).find(|at| !is_of_phrase(tree, *at)).unwrap_or(tree.len())
}

fn is_of_phrase(tree: &Tree, at: usize) -> bool {
    is_noun(tree, at)
        || matches!(tree.tag(at), "DT" | "PDT" | "JJ" | "JJR" | "JJS" | "POS" | "PRP$" | "HYPH")
}

/// The noun that a list of nouns begins with, as far back as its phrase.
fn first_of_list(tree: &Tree, last: usize, start: usize) -> usize {
    std::iter::successors(Some(last), |at| {
        tree.head(*at).filter(|head| tree.label(*at) == "conj" && *head >= start && *head < *at)
    })
    .take(8)
    .last()
    .unwrap_or(last)
}

fn is_noun(tree: &Tree, at: usize) -> bool {
    matches!(tree.tag(at), "NN" | "NNS" | "NNP" | "NNPS" | "PRP" | "CD" | "FW")
        || matches!(tree.tag(at), "JJ" | "JJS" | "RB")
            && matches!(
                tree.lower(at),
                "north"
                    | "south"
                    | "east"
                    | "west"
                    | "north-west"
                    | "north-east"
                    | "south-west"
                    | "south-east"
                    | "northwest"
                    | "northeast"
                    | "southwest"
                    | "southeast"
            )
}

fn is_preposition(tree: &Tree, at: usize) -> bool {
    matches!(tree.tag(at), "IN" | "TO")
        && !matches!(
            tree.lower(at),
            "that"
                | "because"
                | "although"
                | "though"
                | "while"
                | "if"
                | "whether"
                | "as"
                | "since"
                | "after"
                | "before"
                | "until"
                | "once"
        )
}

fn is_of_time(tree: &Tree, at: usize) -> bool {
    super::clause::is_time(tree.lower(at)) || tree.tag(at) == "CD" && is_year(tree.lower(at))
}

fn is_of_date(tree: &Tree, at: usize) -> bool {
    super::clause::is_time(tree.lower(at)) || tree.tag(at) == "CD"
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(['1', '2']) && word.chars().all(|c| c.is_ascii_digit())
}
