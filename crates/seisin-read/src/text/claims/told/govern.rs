//! What governing verbs, adjectives and adverbs make of what is told.

use super::Told;
use crate::text::{
    claims::{context::Context, view::View},
    syntax::Clause,
};
use seisin_core::Modality;

impl Context<'_> {
    /// What a governing verb or adjective makes of what it governs.
    pub(super) fn governed(&self, view: &View, at: usize, head: usize, told: &mut Told) {
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
        let denies = lexicon.is_form_of(form, &lexicon.deny);
        if denies || !infinitive && self.is_not_believed(view, &governor) {
            if !(denies && told.presupposed) {
                told.deny();
            }
            if !Self::no_one(view, &governor) {
                self.cite(view, head, &governor, told);
            }
            return;
        }
        if self.forgone(view, at, head, told) {
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
            if Self::said_falsely(view, head) && !told.presupposed {
                told.deny();
            }
            self.cite(view, head, &governor, told);
        } else if plans {
            told.weaken(Modality::Planned);
            if negated {
                told.deny();
            }
        }
    }

    /// "Refused to leave", "ruled out giving up": denied, and possible where it is not ruled out.
    pub(super) fn forgone(&self, view: &View, at: usize, head: usize, told: &mut Told) -> bool {
        let tree = &view.tree;
        let gerund = tree.tag(at) == "VBG" && tree.child(at, &["mark", "case"]).is_none();
        if !(gerund || is_infinitive(view, at)) || !self.forgoes(view, head) {
            return false;
        }
        let negated = Clause::of(tree, head).negation.is_some();
        if negated && self.lexicon.is_form(tree.lower(head), "rule") {
            told.weaken(Modality::Possible);
            return true;
        }
        told.deny();
        true
    }

    /// Whether a verb says that what it governs is not done; "out" belongs to the verb in "ruled out".
    fn forgoes(&self, view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        let particle = tree.child(verb, &["compound:prt"]).map(|at| tree.lower(at));
        self.lexicon.lemmas(tree.lower(verb)).iter().any(|lemma| {
            let phrase = particle.map_or_else(|| lemma.clone(), |word| format!("{lemma} {word}"));
            self.lexicon.forgo.contains(&phrase)
        })
    }

    /// "Prevented the army from taking Sarn", "was kept from leaving": what a verb of preventing that is
    /// not denied itself governs after "from".
    pub(super) fn prevented(&self, view: &View, at: usize, head: usize) -> bool {
        let tree = &view.tree;
        tree.tag(at) == "VBG"
            && tree.child(at, &["mark", "case"]).is_some_and(|mark| tree.lower(mark) == "from")
            && self.lexicon.is_form_of(tree.lower(head), &self.lexicon.prevent)
            && Clause::of(tree, head).negation.is_none()
    }

    /// "Is false", "ready to", "due to".
    pub(super) fn governed_by_adjective(
        &self,
        view: &View,
        at: usize,
        head: usize,
        told: &mut Told,
    ) {
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

    pub(super) fn hedge(&self, view: &View, verb: usize, told: &mut Told) {
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
}

fn is_infinitive(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    tree.label(at) == "xcomp"
        || tree.children_with(at, &["mark"]).any(|mark| tree.lower(mark) == "to")
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
