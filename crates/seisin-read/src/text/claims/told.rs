//! Who says it, how firmly, and whether it is said to be so.

use super::{
    context::{Context, without_article},
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, Tense, preposition};
use seisin_core::{Modality, PartyId, Polarity, SourceLink, SourceRole};
use std::ops::Range;

/// Who says it, how firmly, and whether it is said to be so.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    /// So or not so.
    pub(crate) polarity: Polarity,
    /// How firmly.
    pub(crate) modality: Modality,
    /// The hedging words as printed.
    pub(crate) hedges: Vec<String>,
    /// From the outermost to the innermost source.
    pub(crate) sources: Vec<SourceLink>,
    /// The words that name the innermost source.
    pub(crate) speaker: Option<Range<usize>>,
    /// The words of the source found after that.
    pub(crate) later_speaker: Option<Range<usize>>,
    /// Why no claim may be made of it: a question, a saying that is itself denied.
    pub(crate) refused: Option<&'static str>,
    /// The verbs of saying above it.
    pub(crate) cues: Vec<usize>,
    /// Whether it stands in a relative clause, whose truth a denial of the rest leaves alone.
    pub(crate) presupposed: bool,
}

impl Told {
    fn plain() -> Self {
        Self {
            polarity: Polarity::Affirmed,
            modality: Modality::Asserted,
            hedges: Vec::new(),
            sources: Vec::new(),
            speaker: None,
            later_speaker: None,
            refused: None,
            cues: Vec::new(),
            presupposed: false,
        }
    }

    fn deny(&mut self) {
        self.polarity = Polarity::Denied;
    }

    /// A stronger mark of unreality stays over a weaker one.
    fn weaken(&mut self, modality: Modality) {
        let rank = |modality| match modality {
            Modality::Asserted => 0,
            Modality::Reported => 1,
            Modality::Possible => 2,
            Modality::Planned => 3,
            Modality::Hypothetical => 4,
        };
        if rank(modality) > rank(self.modality) {
            self.modality = modality;
        }
    }

    /// Keeps the words of a source in the order they are found.
    fn note_speaker(&mut self, words: Range<usize>) {
        if self.speaker.is_none() {
            self.speaker = Some(words);
        } else {
            self.later_speaker = Some(words);
        }
    }
}

impl Context<'_> {
    /// How a clause is told.
    pub(crate) fn told(&self, view: &View, clause: &Clause, quotes: &[Quote]) -> Told {
        let mut told = Told::plain();
        if clause.negation.is_some() || Self::no_one(view, clause) {
            told.deny();
        }
        Self::tense(view, clause, &mut told);
        self.climb(view, clause.verb, &mut told);
        self.trailing(view, clause.verb, &mut told);
        self.hedge(view, clause.verb, &mut told);
        self.denied_around(view, clause.verb, &mut told);
        Self::quoted(view, clause.verb, quotes, &mut told);
        told.sources.reverse();
        self.unnamed_speaker(&mut told);
        let last = told.sources.len();
        for (at, link) in told.sources.iter_mut().enumerate() {
            link.role = if at + 1 == last { SourceRole::Speaker } else { SourceRole::Via };
        }
        if view.tree.lower(view.tree.len().saturating_sub(1)) == "?" && told.sources.is_empty() {
            told.refused = Some("it is a question");
        }
        told
    }

    /// "No soldier entered", "neither holds", "nobody claims".
    fn no_one(view: &View, clause: &Clause) -> bool {
        [clause.agent, clause.patient].into_iter().flatten().any(|at| Self::is_none(view, at))
    }

    /// Whether a phrase names no one.
    pub(crate) fn is_none(view: &View, at: usize) -> bool {
        let tree = &view.tree;
        let none =
            |word: &str| matches!(word, "nobody" | "none" | "neither" | "nothing" | "no-one");
        let no = |child: &usize| {
            matches!(tree.lower(*child), "no" | "neither" | "nor")
                || (tree.lower(*child) == "not" && *child < at)
                || (tree.lower(*child) == "one" && tree.lower(child.wrapping_sub(1)) == "not")
        };
        none(tree.lower(at))
            || tree.children(at).iter().any(no)
            || (tree.lower(at) == "one" && tree.lower(at.wrapping_sub(1)) == "no")
    }

    fn tense(view: &View, clause: &Clause, told: &mut Told) {
        let tree = &view.tree;
        match clause.tense {
            Tense::Possible => told.weaken(Modality::Possible),
            Tense::Future | Tense::Demanded => told.weaken(Modality::Planned),
            Tense::Conditional => {
                let perfect = clause.helpers.iter().any(|at| tree.lower(*at) == "have");
                let condition = Self::has_condition(view, clause.verb);
                let hypothetical = perfect || condition;
                told.weaken(if hypothetical { Modality::Hypothetical } else { Modality::Planned });
            }
            _ => {}
        }
    }

    fn has_condition(view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        tree.children_with(verb, &["advcl"]).any(|child| {
            tree.children(child).iter().any(|mark| {
                matches!(tree.lower(*mark), "if" | "unless" | "had" | "should")
                    && *mark < child
                    && (tree.lower(*mark) != "had" || tree.branch(child).start == *mark)
            })
        })
    }

    /// Up from the verb to the root, through what governs it.
    fn climb(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let mut at = verb;
        for _ in 0..12 {
            self.cited_beside(view, at, told);
            if tree.children(at).iter().any(|mark| tree.lower(*mark) == "whether" && *mark < at) {
                told.refused = Some("it is left open");
            }
            let Some(head) = tree.head(at) else { break };
            let between = at.min(head)..at.max(head);
            if matches!(tree.label(at), "conj" | "parataxis" | "dep" | "ccomp")
                && between.clone().any(|mark| tree.lower(mark) == ";")
            {
                break;
            }
            match tree.label(at) {
                "acl:relcl" if self.lexicon.reports.contains(tree.lower(head)) => {
                    self.of_noun(view, at, head, told);
                }
                "acl:relcl" => {
                    told.presupposed = true;
                }
                "advcl" => {
                    Self::adverbial(view, at, told);
                }
                "acl" => self.of_noun(view, at, head, told),
                "ccomp" | "xcomp" | "parataxis" | "csubj" | "dep" | "obj" | "nsubj"
                | "nsubj:pass" | "obl" | "nmod" => {
                    let direct =
                        matches!(tree.label(at), "ccomp" | "xcomp" | "parataxis" | "csubj" | "dep");
                    if direct {
                        self.governed(view, at, head, told);
                    }
                }
                _ => {}
            }
            at = head;
        }
    }

    fn adverbial(view: &View, at: usize, told: &mut Told) {
        let tree = &view.tree;
        let first = tree.branch(at).start;
        for mark in tree.children(at).iter().copied().filter(|mark| *mark < at) {
            match tree.lower(mark) {
                "if" | "unless" | "should" => told.weaken(Modality::Hypothetical),
                "had" if mark == first => told.weaken(Modality::Hypothetical),
                "to" if tree.tag(at) == "VB" => told.weaken(Modality::Planned),
                "until" => told.weaken(Modality::Planned),
                "to" if tree.tag(at) == "VBG" => told.weaken(Modality::Planned),
                "whether" => told.refused = Some("it is left open"),
                "without" => told.deny(),
                _ => {}
            }
        }
    }

    /// A denial in the sentence whose reach the tree does not show: what is called false after it
    /// was said, and what follows a verb of denying without a new clause between, is denied.
    fn denied_around(&self, view: &View, verb: usize, told: &mut Told) {
        if told.polarity == Polarity::Denied {
            return;
        }
        let tree = &view.tree;
        let parts = |range: Range<usize>| {
            range.clone().any(|at| {
                matches!(tree.lower(at), ";" | "but" | "while" | "although")
                    || (tree.lower(at) == ","
                        && matches!(
                            tree.lower(at + 1),
                            "and" | "but" | "while" | "which" | "who" | "a" | "an"
                        ))
                    || (tree.lower(at) == "and" && tree.tag(at + 1).starts_with("VB"))
            })
        };
        for at in 0..tree.len() {
            let word = tree.lower(at);
            let predicate = self.lexicon.falsehoods.contains(word)
                && at > verb
                && (verb..at).any(|be| {
                    matches!(tree.lower(be), "is" | "are" | "was" | "were" | "'s" | "be")
                })
                && !matches!(tree.label(at), "amod" | "compound" | "obj");
            let denies = at < verb
                && at + 1 < tree.len()
                && tree.is_verb(at)
                && self.lexicon.is_form(word, "deny")
                && !parts(at + 1..verb);
            if predicate && (tree.lower(0) == "claims" || !parts(verb..at)) {
                told.deny();
                told.modality = Modality::Asserted;
            } else if denies {
                told.deny();
            }
        }
    }

    /// What a governing verb or adjective makes of what it governs.
    fn governed(&self, view: &View, at: usize, head: usize, told: &mut Told) {
        let tree = &view.tree;
        let form = tree.lower(head);
        let lexicon = self.lexicon;
        let governor = Clause::of(tree, head);
        let infinitive = is_infinitive(view, at);
        if !tree.is_verb(head) {
            self.governed_by_adjective(view, at, head, told);
            return;
        }
        let negated = governor.negation.is_some();
        if lexicon.is_form_of(form, &lexicon.deny) {
            if !told.presupposed {
                told.deny();
            }
            self.cite(view, head, &governor, told);
            return;
        }
        if infinitive
            && (lexicon.is_form(form, "refuse")
                || matches!(form, "failed" | "fails" | "fail" | "declined"))
        {
            told.deny();
            return;
        }
        if infinitive && governor.is_passive && lexicon.is_form_of(form, &lexicon.hedged_passive) {
            told.weaken(Modality::Reported);
            told.hedges.push(form.to_owned());
            return;
        }
        let says = lexicon.is_form_of(form, &lexicon.say);
        let alleges = lexicon.is_form_of(form, &lexicon.allege);
        let plans = lexicon.is_form_of(form, &lexicon.plan);
        if infinitive && plans && !(alleges || form.starts_with("sa")) {
            told.weaken(Modality::Planned);
            if negated {
                told.deny();
            }
            if says && !infinitive_of_subject(form) {
                self.cite(view, head, &governor, told);
            }
            return;
        }
        if infinitive && !alleges && !says {
            governed_by_helper(view, at, head, told);
            return;
        }
        if says || alleges {
            if alleges {
                told.weaken(Modality::Reported);
            }
            if plans && !says || matches!(form, "demanded" | "demands" | "demand") {
                told.weaken(Modality::Planned);
            }
            if negated && !told.presupposed {
                told.refused = Some("the saying itself is denied");
            }
            if governor.is_passive && governor.agent.is_none() {
                told.weaken(Modality::Reported);
            }
            self.cite(view, head, &governor, told);
        } else if plans {
            told.weaken(Modality::Planned);
            if negated {
                told.deny();
            }
        }
    }

    /// "Is false", "ready to", "due to".
    fn governed_by_adjective(&self, view: &View, at: usize, head: usize, told: &mut Told) {
        let form = view.tree.lower(head);
        if self.lexicon.falsehoods.contains(form) && !told.presupposed {
            told.deny();
        }
        let planned =
            self.lexicon.planned_adjectives.contains(form) || matches!(form, "able" | "likely");
        if planned && is_infinitive(view, at) {
            told.weaken(Modality::Planned);
        }
    }

    /// "Claims that …", "the plan to …", "a demand that …".
    fn of_noun(&self, view: &View, at: usize, noun: usize, told: &mut Told) {
        let tree = &view.tree;
        let lower = tree.lower(noun);
        let infinitive = tree.child(at, &["mark"]).is_some_and(|mark| tree.lower(mark) == "to");
        if infinitive {
            told.weaken(Modality::Planned);
        }
        if !self.lexicon.reports.contains(lower) {
            return;
        }
        told.weaken(Modality::Reported);
        let after = |at: usize| self.lexicon.falsehoods.contains(tree.lower(at)) && at > noun;
        if (noun..tree.len()).any(after) && !told.presupposed {
            told.deny();
            told.modality = Modality::Asserted;
            return;
        }
        let Some(above) = tree.head(noun) else { return };
        if told.presupposed {
            return;
        }
        let form = tree.lower(above);
        if self.lexicon.is_form_of(form, &self.lexicon.deny)
            && matches!(tree.label(noun), "obj" | "nsubj:pass" | "obl")
        {
            told.deny();
            told.modality = Modality::Asserted;
            self.cite(view, above, &Clause::of(tree, above), told);
        } else if self.lexicon.falsehoods.contains(form) {
            told.deny();
            told.modality = Modality::Asserted;
        } else if tree
            .children(noun)
            .iter()
            .any(|child| self.lexicon.falsehoods.contains(tree.lower(*child)))
        {
            told.deny();
        }
    }

    /// "…, a spokesman said", "according to …", "by its own count".
    fn cited_beside(&self, view: &View, at: usize, told: &mut Told) {
        let tree = &view.tree;
        for child in tree.children_with(at, &["parataxis", "advcl", "dep", "ccomp"]) {
            let form = tree.lower(child);
            let says = self.lexicon.is_form_of(form, &self.lexicon.say)
                || self.lexicon.is_form_of(form, &self.lexicon.allege);
            let bare = tree.child(child, &["ccomp", "obj", "xcomp"]).is_none();
            let named = tree.child(child, &["nsubj"]).is_some();
            if tree.is_verb(child) && says && bare && named && !told.cues.contains(&child) {
                self.cite(view, child, &Clause::of(tree, child), told);
            }
            let denies = self.lexicon.is_form_of(form, &self.lexicon.deny);
            if tree.is_verb(child) && denies && bare && named && tree.label(child) == "parataxis" {
                told.refused = Some("another denies it in the same sentence");
            }
        }
        for child in tree.children_with(at, &["obl", "nmod", "advmod", "dep", "parataxis"]) {
            if preposition(tree, child).is_some_and(|case| case.starts_with("according")) {
                self.link(view, child, "according to", told);
            }
        }
    }

    /// "…, a spokesman said.": the comma, the speaker and the verb of saying close the sentence,
    /// whatever the tree makes of them.
    fn trailing(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        let says = |at: usize| {
            let form = tree.lower(at);
            (tree.is_verb(at) || tree.label(at) == "root")
                && (self.lexicon.is_form_of(form, &self.lexicon.say)
                    || self.lexicon.is_form_of(form, &self.lexicon.allege))
        };
        let Some(cue) = (verb + 1..tree.len()).rev().find(|at| says(*at)) else { return };
        let Some(comma) = (verb + 1..cue).rev().find(|at| tree.lower(*at) == ",") else { return };
        let name = comma + 1..cue;
        let named = !name.is_empty()
            && name.len() <= 9
            && name.clone().any(|at| tree.is_nominal(at))
            && !name.clone().any(|at| {
                tree.is_verb(at)
                    || matches!(tree.lower(at), "which" | "who" | "that" | "and" | "but")
            });
        let closes = (cue + 1..tree.len()).all(|at| {
            !matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD") && tree.lower(at) != "that"
        });
        if !named || !closes || told.cues.contains(&cue) {
            return;
        }
        let speaker = name.clone().rev().find(|at| tree.is_nominal(*at));
        if let Some(speaker) = speaker {
            told.cues.push(cue);
            let cue = self.text(view, cue..cue + 1);
            self.link_words(view, (speaker, name), &cue, told);
        }
    }

    /// A source whose words are known though the tree may cut them otherwise.
    fn link_words(
        &self,
        view: &View,
        (speaker, words): (usize, Range<usize>),
        cue: &str,
        told: &mut Told,
    ) {
        let (_, party, _) = self.source(view, speaker);
        let name = without_article(&self.text(view, words.clone())).to_owned();
        if told.sources.iter().any(|link| link.name.contains(&name) || name.contains(&link.name)) {
            return;
        }
        told.note_speaker(words);
        told.sources.push(SourceLink {
            name,
            role: SourceRole::Speaker,
            party,
            cue: Some(cue.to_owned()),
            on: None,
            venue: None,
        });
    }

    fn cite(&self, view: &View, cue: usize, governor: &Clause, told: &mut Told) {
        if told.cues.contains(&cue) {
            return;
        }
        told.cues.push(cue);
        let speaker = governor.agent.filter(|at| !matches!(view.tree.lower(*at), "which" | "that"));
        if let Some(speaker) = speaker {
            let cue = self.text(view, cue..cue + 1);
            self.link(view, speaker, &cue, told);
        }
    }

    fn link(&self, view: &View, speaker: usize, cue: &str, told: &mut Told) {
        let (name, party, words) = self.source(view, speaker);
        if told.sources.iter().any(|link| link.name == name) {
            return;
        }
        told.note_speaker(words);
        told.sources.push(SourceLink {
            name,
            role: SourceRole::Speaker,
            party,
            cue: Some(cue.to_owned()),
            on: None,
            venue: None,
        });
    }

    /// The name of a source, the side it speaks for, and its words.
    pub(crate) fn source(&self, view: &View, at: usize) -> (String, Option<PartyId>, Range<usize>) {
        let tree = &view.tree;
        let words = tree.trim(tree.branch_without(at, &|child| {
            matches!(
                tree.label(child),
                "acl"
                    | "acl:relcl"
                    | "case"
                    | "punct"
                    | "parataxis"
                    | "advcl"
                    | "cc"
                    | "conj"
                    | "ccomp"
                    | "obl"
                    | "dep"
            )
        }));
        let person = matches!(tree.lower(at), "he" | "she");
        if let Some(person) = person.then(|| self.memory.person(Self::place(view, at))).flatten() {
            return (
                person.name.clone(),
                person.party.as_ref().map(|party| party.id.clone()),
                words,
            );
        }
        let party = self.party(view, at);
        let name = match &party {
            Some(party)
                if party.how == super::context::How::Referred
                    && tree.tag(at).starts_with("PRP") =>
            {
                party.value.name.clone()
            }
            _ => without_article(&self.text(view, words.clone())).to_owned(),
        };
        let id = party
            .filter(|party| {
                party.how != super::context::How::Phrase
                    && party.how != super::context::How::Unlisted
            })
            .map(|party| party.value.id);
        (name, id, words)
    }

    fn hedge(&self, view: &View, verb: usize, told: &mut Told) {
        let tree = &view.tree;
        for child in tree.children(verb) {
            let lower = tree.lower(*child);
            if self.lexicon.hedges.contains(lower) {
                told.hedges.push(self.text(view, *child..*child + 1));
                told.weaken(Modality::Reported);
            } else if self.lexicon.possible.contains(lower) && tree.label(*child) == "advmod" {
                told.hedges.push(self.text(view, *child..*child + 1));
                told.weaken(Modality::Possible);
            }
        }
        if tree.words().iter().any(|word| word.lower == "unconfirmed" || word.lower == "unverified")
        {
            told.weaken(Modality::Reported);
        }
    }

    fn quoted(view: &View, verb: usize, quotes: &[Quote], told: &mut Told) {
        let at = view.tree.word(verb).map_or(0, |word| word.range.start);
        let Some(quote) = quotes.iter().find(|quote| quote.range.contains(&at)) else { return };
        let Some(speaker) = &quote.speaker else { return };
        let known = told.sources.iter().any(|link| link.name == speaker.name);
        if !known {
            told.sources.push(speaker.clone());
        }
    }

    /// "Arland says its forces hold …, a spokesman said": the spokesman is Arland's.
    fn unnamed_speaker(&self, told: &mut Told) {
        let [first, second] = told.sources.as_mut_slice() else { return };
        let unnamed =
            first.party.is_none() && !first.name.chars().next().is_some_and(char::is_uppercase);
        if unnamed
            && second.party.is_some()
            && first.name.split(' ').any(|word| self.lexicon.people.contains(word))
        {
            first.party.clone_from(&second.party);
            told.sources.swap(0, 1);
            told.speaker = told.later_speaker.take().or_else(|| told.speaker.take());
        }
    }
}

fn is_infinitive(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    tree.label(at) == "xcomp"
        || tree.child(at, &["mark"]).is_some_and(|mark| tree.lower(mark) == "to")
}

/// "Has to", "has yet to", "is to".
fn governed_by_helper(view: &View, at: usize, head: usize, told: &mut Told) {
    let tree = &view.tree;
    let form = tree.lower(head);
    if matches!(form, "has" | "have" | "had") {
        told.weaken(Modality::Planned);
        if tree
            .children(head)
            .iter()
            .chain(tree.children(at))
            .any(|child| tree.lower(*child) == "yet")
        {
            told.deny();
        }
    } else if matches!(form, "is" | "are" | "was" | "be") {
        told.weaken(Modality::Planned);
    }
}

/// Verbs that report as well as plan: "asked", "ordered".
fn infinitive_of_subject(form: &str) -> bool {
    matches!(
        form,
        "wants"
            | "want"
            | "wanted"
            | "intends"
            | "plans"
            | "planned"
            | "vowed"
            | "promised"
            | "agreed"
            | "hold"
    )
}
