//! Who does what a verb tells, by the tree.

use super::{
    clause::{is_active_participle, is_main_after_insertion, is_time, preposition},
    nearby,
    tree::Tree,
};

const SUBJECTS: [&str; 3] = ["nsubj", "nsubj:pass", "csubj"];

/// The subject of a verb: its own, or that of the verb it goes with.
pub(super) fn subject(tree: &Tree, verb: usize, depth: usize) -> Option<usize> {
    let mut own = tree.children_with(verb, &SUBJECTS);
    if let Some(first) = own.next() {
        let conjoined = |at: usize| matches!(tree.lower(at), "after" | "before" | "until");
        let timed = first < verb && is_time(tree.lower(first)) && (first..verb).any(conjoined);
        let placed = timed || preposition(tree, first).is_some();
        let near = || nearby::subject(tree, verb).filter(|at| placed && *at > first);
        return own
            .find(|at| placed && *at < verb && preposition(tree, *at).is_none())
            .or_else(near)
            .or(Some(first));
    }
    if is_main_after_insertion(tree, verb) {
        return (0..verb).find(|at| tree.head(*at).is_none());
    }
    let head = tree.head(verb).filter(|_| depth < 6)?;
    if tree.label(verb) == "acl:relcl" && nearby::is_joined(tree, verb) {
        return nearby::subject(tree, verb);
    }
    match tree.label(verb) {
        "conj" | "parataxis" if tree.is_verb(head) || has_copula(tree, head) => {
            subject(tree, head, depth + 1)
        }
        "xcomp" => controller(tree, head, depth),
        "advcl" if is_gerund_after_from(tree, verb) => controller(tree, head, depth),
        "advcl" if is_infinitive(tree, verb) && called_on(tree, head).is_some() => {
            called_on(tree, head)
        }
        "csubj" | "advcl" | "acl" if !tree.is_verb(head) && is_infinitive(tree, verb) => {
            subject(tree, head, depth + 1).or_else(|| of_noun(tree, verb, head, depth))
        }
        "advcl"
            if !tree.children(verb).iter().any(|c| {
                tree.label(*c) == "mark" && tree.tag(*c) == "IN" && is_finite(tree, verb)
            }) =>
        {
            subject(tree, head, depth + 1)
        }
        "ccomp" if is_infinitive(tree, verb) => controller(tree, head, depth),
        "ccomp" | "advcl" | "obj" if is_gerund(tree, verb) && tree.is_verb(head) => {
            subject(tree, head, depth + 1)
        }
        "acl" if tree.tag(verb) == "VBG" => Some(head),
        "acl" if is_active_participle(tree, verb) => nearby::subject(tree, verb),
        "acl:relcl" if tree.child(verb, &["obj"]).is_some() || tree.is_verb(verb) => Some(head),
        _ => None,
    }
}

/// "Having lost the post", "taking the town" as what somebody denies or admits.
fn is_gerund(tree: &Tree, verb: usize) -> bool {
    let having = tree.child(verb, &["aux"]).is_some_and(|aux| tree.lower(aux) == "having");
    (tree.tag(verb) == "VBG" || having) && tree.child(verb, &["mark"]).is_none()
}

/// "Prevented the army from taking the town": it is the army that does not take it.
fn is_gerund_after_from(tree: &Tree, verb: usize) -> bool {
    tree.tag(verb) == "VBG"
        && tree.child(verb, &["mark", "case"]).is_some_and(|mark| tree.lower(mark) == "from")
}

fn has_copula(tree: &Tree, at: usize) -> bool {
    tree.child(at, &["cop"]).is_some()
}

pub(super) fn is_finite(tree: &Tree, verb: usize) -> bool {
    matches!(tree.tag(verb), "VBD" | "VBZ" | "VBP")
        || tree.child(verb, &["aux", "aux:pass", "cop"]).is_some()
}

fn is_infinitive(tree: &Tree, verb: usize) -> bool {
    tree.child(verb, &["mark"]).is_some_and(|mark| tree.lower(mark) == "to")
}

/// Who does what an infinitive names: the object where one is told or made to, whoever is called on
/// to, else the subject.
fn controller(tree: &Tree, head: usize, depth: usize) -> Option<usize> {
    let own = called_on(tree, head);
    let own = own.or_else(|| tree.child(head, &["obj", "iobj"]));
    own.or_else(|| subject(tree, head, depth + 1))
}

/// Whoever is called on to do something.
fn called_on(tree: &Tree, verb: usize) -> Option<usize> {
    let calls = matches!(tree.lower(verb), "call" | "calls" | "called" | "calling");
    tree.children_with(verb, &["obl", "nmod"]).find(|at| {
        calls && preposition(tree, *at).is_some_and(|case| matches!(case.as_str(), "on" | "upon"))
    })
}

/// Nouns for what somebody wants of another, who is then not the subject.
const WANTED: [&str; 12] = [
    "order",
    "orders",
    "call",
    "calls",
    "demand",
    "demands",
    "request",
    "requests",
    "appeal",
    "pressure",
    "invitation",
    "ultimatum",
];

/// "Has no plans to leave", "Arland’s refusal to leave": who does what the infinitive after a noun
/// names is whose the noun is, else the subject of its verb.
fn of_noun(tree: &Tree, verb: usize, noun: usize, depth: usize) -> Option<usize> {
    if tree.label(verb) != "acl" {
        return None;
    }
    let owner = tree.child(noun, &["nmod:poss"]);
    let above = tree.head(noun).filter(|above| tree.is_verb(*above));
    owner.or_else(|| {
        let above = above.filter(|_| !WANTED.contains(&tree.lower(noun)))?;
        subject(tree, above, depth + 1)
    })
}
