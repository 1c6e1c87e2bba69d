//! Where the words stand that name who speaks, before or after a verb of saying.

use crate::text::claims::view::View;
use std::ops::Range;

/// The words that name the speaker of a saying set between marks, before or after its verb.
pub(super) fn name_at_cue(view: &View, verb: usize, cue: usize) -> Option<Range<usize>> {
    let tree = &view.tree;
    let comma = (verb + 1..cue).rev().find(|at| tree.lower(*at) == ",")?;
    let claimed = tree.tag(cue) == "VBN" && tree.label(cue).starts_with("acl");
    let land =
        |at: usize| crate::text::claims::lexicon::Lexicon::built_in().land.contains(tree.lower(at));
    if claimed && tree.head(cue).is_some_and(land) {
        return None;
    }
    let clean = |name: &Range<usize>| {
        !name.is_empty()
            && name.len() <= 10
            && name.clone().any(|at| tree.is_nominal(at))
            && !name.clone().any(|at| {
                matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD")
                    || matches!(
                        tree.lower(at),
                        "which" | "who" | "that" | "and" | "but" | "where" | "when" | "if"
                    )
            })
    };
    let closes = |from: usize| {
        let stop = (from..tree.len())
            .find(|at| matches!(tree.lower(*at), "," | "." | ";" | "”" | "\"" | ")" | "—" | "–"))
            .unwrap_or(tree.len());
        stop - from <= 9
            && !(from..stop).any(|at| {
                matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD") || tree.lower(at) == "that"
            })
    };
    let opening = (verb + 1..comma).rev().find(|at| tree.lower(*at) == ",");
    if comma + 1 == cue
        && let Some(opening) = opening
    {
        let apposed = opening + 1..comma;
        if clean(&apposed) && apposed.len() <= 4 && closes(cue + 1) {
            return Some(apposed);
        }
    }
    let relative = (comma + 2..cue).find(|at| tree.lower(*at) == "who");
    if let Some(who) = relative.filter(|who| clean(&(comma + 1..*who)) && closes(cue + 1)) {
        return Some(comma + 1..who);
    }
    let before = comma + 1
        ..(comma + 1..cue).rev().find(|at| !skipped(view, *at)).map_or(comma + 1, |at| at + 1);
    let told_to = matches!(tree.lower(cue), "told" | "tells" | "informed");
    let object =
        tree.is_nominal(cue + 1) || matches!(tree.tag(cue + 1), "DT" | "PRP$" | "JJ" | "CD");
    let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&(cue + 1)));
    if clean(&before) && closes(cue + 1) && (!object || told_to || dated) {
        return Some(before);
    }
    let turned = comma + 1 == cue && matches!(tree.tag(cue), "VBD" | "VBZ" | "VBP");
    let stop = (cue + 1..tree.len())
        .find(|at| matches!(tree.lower(*at), "," | "." | ";" | "”" | "\"" | "(" | "—" | "–"))
        .unwrap_or(tree.len());
    let after = cue + 1..stop;
    (turned && object && clean(&after)).then_some(after)
}

fn skipped(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    matches!(tree.tag(at), "RB" | ",") || matches!(tree.lower(at), "has" | "have" | "had" | "also")
}

/// The main word of a name: the word its other words hang on.
pub(super) fn head_within(view: &View, word: usize, name: &Range<usize>) -> usize {
    std::iter::successors(Some(word), |at| {
        view.tree.head(*at).filter(|head| name.contains(head) && view.tree.is_nominal(*head))
    })
    .take(8)
    .last()
    .unwrap_or(word)
}

/// The noun right before a verb of saying, climbed to the head of its phrase; adverbs and helping
/// verbs between are skipped.
pub(super) fn speaker_before(view: &View, cue: usize) -> Option<usize> {
    let tree = &view.tree;
    let nearest = (cue.saturating_sub(4)..cue).rev().find(|at| !skipped(view, *at))?;
    if !tree.is_nominal(nearest) || matches!(tree.lower(nearest), "which" | "that" | "who") {
        return None;
    }
    if view.times.iter().any(|time| tree.words_in(&time.range).contains(&nearest)) {
        return None;
    }
    let nearest = out_of_clause(view, nearest, cue);
    let nearest = if matches!(tree.lower(nearest), "times" | "time") {
        (0..nearest).find(|at| tree.tag(*at).starts_with("NN"))?
    } else {
        nearest
    };
    std::iter::successors(Some(nearest), |at| {
        tree.head(*at).filter(|head| {
            *head < cue
                && tree.is_nominal(*head)
                && matches!(
                    tree.label(*at),
                    "flat" | "compound" | "appos" | "nmod" | "conj" | "nmod:poss" | "amod"
                )
                && !(*head..*at).any(|between| {
                    tree.lower(between) == "," && tree.label(*at) != "appos"
                        || tree.lower(between) == ";"
                })
        })
    })
    .take(8)
    .last()
}

/// The noun that a clause hangs on where a word stands within that clause: "a post shared 48,000
/// times", "Arland, whose troops fought there,".
fn out_of_clause(view: &View, word: usize, cue: usize) -> usize {
    let tree = &view.tree;
    let closed = tree.lower(cue.wrapping_sub(1)) == ",";
    if let Some(relative) = (word.saturating_sub(8)..word)
        .rev()
        .find(|at| matches!(tree.lower(*at), "whose" | "which" | "who"))
        .filter(|at| closed && tree.lower(at.wrapping_sub(1)) == ",")
    {
        return relative.checked_sub(2).filter(|at| tree.is_nominal(*at)).unwrap_or(word);
    }
    let open = (word.saturating_sub(7)..word)
        .rev()
        .take_while(|at| !matches!(tree.lower(*at), "," | ";" | ":"))
        .find(|at| tree.lower(*at) == "who");
    if let Some(who) = open.filter(|who| !closed && (*who..word).any(|at| tree.is_verb(at))) {
        return who.checked_sub(1).filter(|at| tree.is_nominal(*at)).unwrap_or(word);
    }
    std::iter::successors(Some(word), |at| tree.head(*at).filter(|head| *head < cue))
        .take(8)
        .filter(|at| matches!(tree.label(*at), "acl" | "acl:relcl"))
        .filter_map(|at| tree.head(at))
        .find(|noun| *noun < word && tree.is_nominal(*noun))
        .unwrap_or(word)
}

/// The "that" right before the words of a clause which the tree took for another sort of clause: "told a
/// station that residents had heard".
pub(super) fn that_before(view: &View, verb: usize) -> Option<usize> {
    let tree = &view.tree;
    let finite = matches!(tree.tag(verb), "VBD" | "VBZ" | "VBP" | "VBN");
    let head = tree.head(verb).filter(|head| {
        tree.label(verb).starts_with("acl") && *head < verb && tree.is_nominal(*head)
    });
    let subject = tree.child(verb, &["nsubj", "nsubj:pass"]).filter(|at| *at < verb);
    let first = crate::text::claims::who::core(view, subject.or(head)?).start;
    first.checked_sub(1).filter(|at| finite && tree.lower(*at) == "that")
}

/// Whose words are heard: "from observers".
pub(super) fn heard_from(view: &View, cue: usize) -> Option<usize> {
    let tree = &view.tree;
    let from = cue + 1;
    let inside = |at: &usize| {
        let tag = tree.tag(*at);
        tag.starts_with("NN") || matches!(tag, "DT" | "JJ" | "POS" | "PRP$" | "CD" | "VBN")
    };
    let end = (from + 1..tree.len().min(from + 8)).take_while(inside).last()?;
    (tree.lower(from) == "from" && tree.is_nominal(end)).then_some(end)
}

/// The speaker after a verb of saying in the passive: "assured by its envoy that".
pub(super) fn speaker_by(view: &View, cue: usize) -> Option<usize> {
    let tree = &view.tree;
    let by = (cue + 1..cue + 3).find(|at| tree.lower(*at) == "by")?;
    let stop = (by + 1..tree.len().min(by + 8)).find(|at| {
        !(tree.is_nominal(*at) || matches!(tree.tag(*at), "JJ" | "POS" | "PRP$" | "VBN"))
    })?;
    (by + 1..stop).rev().find(|at| tree.tag(*at).starts_with("NN"))
}

/// The speaker after a verb of saying that follows what is said: "…, said the Observatory".
pub(super) fn speaker_after(view: &View, cue: usize) -> Option<usize> {
    let tree = &view.tree;
    let follows = matches!(tree.lower(cue.wrapping_sub(1)), "," | "”" | "\"" | "–" | "—");
    let stop = (cue + 1..tree.len().min(cue + 11))
        .find(|at| matches!(tree.lower(*at), "," | "." | ";" | "”" | "\"" | "(" | ":" | "–"))?;
    let words = cue + 1..stop;
    let verb = |at: usize| matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD");
    let plain = !words.clone().any(|at| verb(at) || tree.lower(at) == "that");
    words.rev().find(|at| follows && plain && tree.tag(*at).starts_with("NN"))
}

/// The date that a paper which says so bears: "the memorandum of 29 November 1971 states".
pub(super) fn date_of(view: &View, speaker: usize) -> Option<seisin_core::Edtf> {
    let tree = &view.tree;
    let end = (speaker + 1..tree.len().min(speaker + 3)).find(|at| tree.lower(*at) == "of")?;
    let dated = |time: &&crate::text::time::TimeMention| {
        let start = tree.words_in(&time.range).start;
        start == end || start == end + 1
    };
    view.times.iter().find(dated).and_then(|time| time.named)
}
