//! A verb with those who take part: who does it, to whom, where, and in what sense.

use super::{
    nearby,
    subject::{is_finite, subject},
    tense::{Tense, negation, tense},
    tree::Tree,
};
use crate::text::lexeme::names_day_or_month;

/// A verb and its parts; each part is the place of its main word in the tree.
#[derive(Debug, Clone)]
pub struct Clause {
    /// The verb.
    pub verb: usize,
    /// Who does it.
    pub agent: Option<usize>,
    /// What it is done to.
    pub patient: Option<usize>,
    /// To whom it is given.
    pub recipient: Option<usize>,
    /// Phrases with a preposition: the preposition's words and the place of the noun.
    pub obliques: Vec<(String, usize)>,
    /// Small words that belong to the verb: "out", "back", "over".
    pub particles: Vec<String>,
    /// Whether it is told in the passive.
    pub is_passive: bool,
    /// When and how really.
    pub tense: Tense,
    /// The word that negates the verb itself: "not", "never".
    pub negation: Option<usize>,
    /// The helping verbs before it.
    pub helpers: Vec<usize>,
}

impl Clause {
    /// The clause of the verb at a place.
    pub fn of(tree: &Tree, verb: usize) -> Self {
        tree.clause(verb, || Self::worked_out(tree, verb))
    }

    fn worked_out(tree: &Tree, verb: usize) -> Self {
        let labels: &[&str] =
            if tree.is_verb(verb) { &["aux", "aux:pass"] } else { &["aux", "aux:pass", "cop"] };
        let helpers: Vec<usize> = tree.children_with(verb, labels).collect();
        let is_passive = is_passive(tree, verb, &helpers);
        let headed = |at: &usize| tree.lower(at + 1) == ":";
        let parted = |at: &usize| {
            *at < verb && is_finite(tree, verb) && (*at..verb).any(|mark| tree.lower(mark) == ";")
        };
        let subject =
            subject(tree, verb, 0).filter(|at| !headed(at) && !parted(at)).or_else(|| {
                (is_finite(tree, verb) || is_active_participle(tree, verb))
                    .then(|| nearby::subject(tree, verb))
                    .flatten()
            });
        let object = tree
            .children_with(verb, &["obj"])
            .find(|at| !is_relative(tree, *at))
            .or_else(|| tree.child(verb, &["obj"]).filter(|at| !is_conjunction(tree, verb, *at)))
            .or_else(|| measured_object(tree, verb))
            .or_else(|| relative_object(tree, verb, subject))
            .or_else(|| shared_object(tree, verb))
            .or_else(|| {
                (!is_passive && is_finite(tree, verb)).then(|| nearby::object(tree, verb)).flatten()
            });
        let (subject, object) = match (subject, object) {
            (None, Some(at)) if at < verb && !is_passive && is_name_before(tree, at) => {
                (Some(at), nearby::object(tree, verb).or_else(|| object_after(tree, verb)))
            }
            known => known,
        };
        let by = agent_phrase(tree, verb);
        let (agent, patient) = if is_passive {
            (
                by.or_else(|| distant_agent(tree, verb)),
                passive_subject(tree, verb, subject).or(object),
            )
        } else {
            (subject, object)
        };
        Self {
            verb,
            agent: agent.map(|at| antecedent(tree, at)),
            patient: patient.map(|at| antecedent(tree, at)),
            recipient: tree.child(verb, &["iobj"]),
            obliques: obliques(tree, verb),
            particles: particles(tree, verb),
            is_passive,
            tense: tense(tree, verb, &helpers),
            negation: negation(tree, verb, &helpers),
            helpers,
        }
    }

    /// The same clause where the verb can only be active: in "units crossed into the valley" a past
    /// form that was taken for a participle after its subject.
    #[must_use]
    pub fn as_motion(mut self, tree: &Tree) -> Self {
        if tree.tag(self.verb) == "VBN" && tree.label(self.verb) == "acl" && self.helpers.is_empty()
        {
            self.agent = nearby::subject(tree, self.verb).or(self.patient).or(self.agent);
            self.patient = None;
            self.is_passive = false;
            self.tense = Tense::Past;
        }
        self
    }

    /// The noun of the first phrase with one of the prepositions.
    pub fn oblique(&self, prepositions: &[&str]) -> Option<usize> {
        self.obliques
            .iter()
            .find(|(preposition, _)| prepositions.contains(&preposition.as_str()))
            .map(|(_, noun)| *noun)
    }
}

fn is_passive(tree: &Tree, verb: usize, helpers: &[usize]) -> bool {
    if is_main_after_insertion(tree, verb) {
        return false;
    }
    let reduced = tree.tag(verb) == "VBN"
        && helpers.is_empty()
        && !tree.children(verb).iter().any(|child| tree.label(*child) == "nsubj");
    let told_by = tree.tag(verb) == "VBD"
        && helpers.is_empty()
        && matches!(tree.label(verb), "acl" | "dep" | "acl:relcl")
        && tree.child(verb, &["obj"]).is_none()
        && agent_phrase(tree, verb).is_some();
    tree.child(verb, &["nsubj:pass", "aux:pass"]).is_some()
        || told_by
        || (tree.tag(verb) == "VBN"
            && helpers.iter().any(|at| is_be(tree.lower(*at)))
            && !helpers.iter().any(|at| tree.lower(*at) == "having"))
        || reduced && !matches!(tree.label(verb), "conj") && !is_active_participle(tree, verb)
        || reduced && tree.label(verb) == "conj" && conj_passive(tree, verb)
}

/// Whether a past form that was taken for a participle after an insertion is the verb of the sentence:
/// "Arland, which has 2,000 men there, denied that …".
pub(super) fn is_main_after_insertion(tree: &Tree, verb: usize) -> bool {
    let alone = tree.tag(verb) == "VBN" && tree.child(verb, &["aux", "aux:pass"]).is_none();
    let root = (0..verb).find(|at| tree.head(*at).is_none());
    alone
        && verb.checked_sub(1).is_some_and(|before| tree.lower(before) == ",")
        && root.is_some_and(|root| {
            tree.is_nominal(root)
                && tree.child(root, &["cop"]).is_none()
                && tree.lower(root + 1) == ","
                && is_relative(tree, root + 2)
        })
}

/// Whether an object before its verb is a name, which only a subject may be there: "the United States
/// does not claim".
fn is_name_before(tree: &Tree, at: usize) -> bool {
    tree.tag(at).starts_with("NNP") && tree.label(at) == "obj"
}

/// A second object of a verb, after it.
fn object_after(tree: &Tree, verb: usize) -> Option<usize> {
    tree.children_with(verb, &["obj", "obl", "xcomp"]).find(|at| *at > verb && tree.is_nominal(*at))
}

/// Verbs whose participle may have an object in the passive: "given the land".
const OF_TWO_OBJECTS: [&str; 12] = [
    "given",
    "offered",
    "promised",
    "awarded",
    "handed",
    "called",
    "named",
    "considered",
    "denied",
    "granted",
    "declared",
    "told",
];

/// Whether a past form that was taken for a participle after a noun has an object of its own: in
/// "rebels backed by tanks captured the town" it is the verb of the sentence.
pub(super) fn is_active_participle(tree: &Tree, verb: usize) -> bool {
    if means_to(tree, verb) {
        return true;
    }
    let object = tree.child(verb, &["obj"]).filter(|at| *at > verb && !is_relative(tree, *at));
    tree.tag(verb) == "VBN"
        && tree.label(verb) == "acl"
        && object.is_some_and(|at| !is_time(tree.lower(at)))
        && !OF_TWO_OBJECTS.contains(&tree.lower(verb))
}

/// "The engineers planned to remain": a past form before an infinitive of what its subject will do.
fn means_to(tree: &Tree, verb: usize) -> bool {
    const MEANING: [&str; 16] = [
        "planned",
        "wanted",
        "hoped",
        "tried",
        "agreed",
        "refused",
        "managed",
        "failed",
        "continued",
        "began",
        "started",
        "vowed",
        "pledged",
        "threatened",
        "intended",
        "promised",
    ];
    tree.tag(verb) == "VBN"
        && tree.label(verb) == "acl"
        && MEANING.contains(&tree.lower(verb))
        && tree.lower(verb + 1) == "to"
        && tree.child(verb, &["aux", "aux:pass", "obl:agent"]).is_none()
}

fn conj_passive(tree: &Tree, verb: usize) -> bool {
    tree.head(verb).is_some_and(|head| {
        let helpers: Vec<usize> = tree.children_with(head, &["aux", "aux:pass"]).collect();
        tree.is_verb(head) && tree.tag(head) == "VBN" && is_passive(tree, head, &helpers)
    })
}

pub(super) fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'s" | "'re" | "'m"
    )
}

/// Whether "that" only joins what is said to the verb of saying: "said that its troops had left".
fn is_conjunction(tree: &Tree, verb: usize, at: usize) -> bool {
    tree.lower(at) == "that" && tree.label(verb) == "ccomp" && at < verb
}

/// An object whose comparator was taken for a preposition ("controls around a fifth") or that was
/// taken for an adverbial though nothing marks it as one.
fn measured_object(tree: &Tree, verb: usize) -> Option<usize> {
    const COMPARATORS: [&str; 12] = [
        "around", "about", "over", "under", "between", "up to", "up", "nearly", "almost", "some",
        "roughly", "than",
    ];
    tree.children_with(verb, &["obl", "obl:tmod", "nmod", "dep", "ccomp"])
        .filter(|at| *at > verb)
        .find(|at| {
            let amount = tree.tag(*at) == "CD"
                || tree.child(*at, &["nummod"]).is_some()
                || matches!(
                    tree.lower(*at),
                    "half"
                        | "third"
                        | "quarter"
                        | "fifth"
                        | "tenth"
                        | "percent"
                        | "%"
                        | "most"
                        | "all"
                        | "much"
                );
            match preposition(tree, *at) {
                Some(case) => {
                    amount && COMPARATORS.contains(&case.as_str())
                        || case.ends_with("of") && is_part_of_some(tree, verb, *at)
                }
                None => {
                    tree.label(*at) != "ccomp"
                        && tree.is_nominal(*at)
                        && (amount && tree.label(*at) != "obl:tmod" || tree.label(*at) == "obl")
                        && !tree.tag(*at).starts_with("WP")
                        && !is_time(tree.lower(*at))
                }
            }
        })
}

/// "More than 200 of the outposts": the number that the tree hangs on the noun after "of".
fn is_part_of_some(tree: &Tree, verb: usize, noun: usize) -> bool {
    tree.child(noun, &["nummod"])
        .is_some_and(|number| number > verb && number < verb + 5 && tree.lower(number + 1) == "of")
}

pub(super) fn is_time(word: &str) -> bool {
    let stretch = matches!(
        word.trim_end_matches('.'),
        "today"
            | "yesterday"
            | "tomorrow"
            | "year"
            | "years"
            | "month"
            | "months"
            | "week"
            | "weeks"
            | "day"
            | "days"
            | "hours"
            | "night"
            | "morning"
            | "afternoon"
            | "evening"
            | "time"
            | "times"
            | "overnight"
            | "decade"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
    );
    stretch || names_day_or_month(word)
}

/// What a relative clause without an object of its own leaves out: the noun it hangs on.
fn relative_object(tree: &Tree, verb: usize, subject: Option<usize>) -> Option<usize> {
    let mut at = verb;
    for _ in 0..4 {
        let head = tree.head(at)?;
        match tree.label(at) {
            "acl:relcl" => {
                let other = subject.is_some_and(|s| s != head && !is_relative(tree, s));
                return other.then_some(head);
            }
            "xcomp" | "conj" | "ccomp" => at = head,
            _ => return None,
        }
    }
    None
}

/// The object that a verb shares with the one joined to it: "neither took nor held the town".
fn shared_object(tree: &Tree, verb: usize) -> Option<usize> {
    let joined = matches!(tree.lower(verb + 1), "and" | "or" | "nor");
    let next = (verb + 2..verb + 4).find(|at| tree.is_verb(*at)).filter(|_| joined)?;
    (tree.tag(next) == tree.tag(verb)).then(|| tree.child(next, &["obj"])).flatten()
}

fn passive_subject(tree: &Tree, verb: usize, subject: Option<usize>) -> Option<usize> {
    subject.filter(|at| Some(*at) != agent_phrase(tree, verb)).or_else(|| {
        (matches!(tree.label(verb), "acl" | "acl:relcl" | "amod"))
            .then(|| tree.head(verb))
            .flatten()
    })
}

fn agent_phrase(tree: &Tree, verb: usize) -> Option<usize> {
    tree.child(verb, &["obl:agent"]).or_else(|| {
        tree.children_with(verb, &["obl", "nmod"]).find(|at| {
            tree.child(*at, &["case"]).is_some_and(|case| tree.lower(case) == "by")
                && !matches!(tree.tag(*at), "CD" | "VBG")
                && !is_time(tree.lower(*at))
        })
    })
}

/// Who does what a passive tells, where "by" hangs on another word of the clause.
fn distant_agent(tree: &Tree, verb: usize) -> Option<usize> {
    let end = tree.branch(verb).end.min(verb + 14);
    let by = (verb + 1..end)
        .take_while(|at| {
            !matches!(tree.lower(*at), ";" | "." | "and" | "but")
                && !matches!(tree.tag(*at), "VBD" | "VBZ" | "MD")
        })
        .find(|at| tree.lower(*at) == "by" && tree.label(*at) == "case")?;
    tree.head(by).filter(|noun| {
        *noun > by
            && tree.is_nominal(*noun)
            && !is_time(tree.lower(*noun))
            && tree.tag(*noun) != "CD"
    })
}

fn is_relative(tree: &Tree, at: usize) -> bool {
    matches!(tree.tag(at), "WDT" | "WP" | "WP$")
        || (tree.tag(at) == "IN" && tree.lower(at) == "that")
}

/// The noun a relative pronoun stands for.
fn antecedent(tree: &Tree, at: usize) -> usize {
    if !is_relative(tree, at) {
        return at;
    }
    let mut clause = at;
    for _ in 0..5 {
        let Some(head) = tree.head(clause) else { return at };
        if tree.label(clause) == "acl:relcl" {
            return head;
        }
        clause = head;
    }
    noun_before(tree, at).unwrap_or(at)
}

/// The noun right before a relative pronoun, a comma between left out.
fn noun_before(tree: &Tree, pronoun: usize) -> Option<usize> {
    let near = pronoun.checked_sub(1)?;
    let noun = if tree.lower(near) == "," { near.checked_sub(1)? } else { near };
    let which = matches!(tree.tag(pronoun), "WDT" | "WP");
    (which && tree.tag(noun).starts_with("NN")).then_some(noun)
}

fn obliques(tree: &Tree, verb: usize) -> Vec<(String, usize)> {
    tree.children_with(verb, &["obl", "obl:agent", "nmod", "obl:tmod", "advcl", "xcomp"])
        .filter(|at| tree.is_nominal(*at) || !tree.is_verb(*at))
        .filter_map(|at| {
            let case = preposition(tree, at)?;
            Some((case, antecedent(tree, at)))
        })
        .collect()
}

/// The preposition of a noun: "from", "out of", "in exchange for".
pub(crate) fn preposition(tree: &Tree, noun: usize) -> Option<String> {
    let mut words: Option<String> = None;
    for case in tree
        .children_with(noun, &["case"])
        .filter(|at| tree.lower(*at) != "'s" && tree.tag(*at) != "POS")
    {
        let fixed = tree.children_with(case, &["fixed"]);
        for word in std::iter::once(case).chain(fixed).map(|at| tree.lower(at)) {
            match &mut words {
                Some(words) => words.extend([" ", word]),
                None => words = Some(word.to_owned()),
            }
        }
    }
    words
}

fn particles(tree: &Tree, verb: usize) -> Vec<String> {
    tree.children_with(verb, &["compound:prt", "advmod"])
        .filter(|at| *at > verb)
        .map(|at| tree.lower(at).to_owned())
        .collect()
}
