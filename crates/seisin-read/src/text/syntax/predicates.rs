//! Predicates after "is" and "was" that the model hangs as no predicate can.

use super::tree::Tree;

/// Forms of verbs of saying and believing.
const SAYING: [&str; 30] = [
    "said",
    "say",
    "says",
    "saying",
    "reported",
    "reports",
    "report",
    "claimed",
    "claims",
    "claim",
    "insisted",
    "insists",
    "announced",
    "declared",
    "declares",
    "admitted",
    "admits",
    "confirmed",
    "confirms",
    "denied",
    "denies",
    "believe",
    "believes",
    "believed",
    "thinks",
    "acknowledged",
    "maintains",
    "maintained",
    "conceded",
    "boasted",
];

impl Tree {
    /// Sets right a predicate taken for the object of a verb of saying: in "the army said Sarn was in
    /// rebel hands" what was said is the clause, and the name before "was" its subject.
    pub(super) fn set_right_told_predicates(&mut self) {
        for at in 3..self.len() {
            let object = matches!(self.label(at), "obj" | "obl" | "xcomp");
            let Some(verb) = self.head(at).filter(|verb| object && *verb + 2 < at) else {
                continue;
            };
            let cop = (verb + 2..at).find(|cop| self.head(*cop) == Some(at) && self.is_cop(*cop));
            let Some(cop) = cop.filter(|_| SAYING.contains(&self.lower(verb))) else { continue };
            let subject = (verb + 1..cop).rev().find(|noun| {
                self.head(*noun) == Some(verb)
                    && self.tag(*noun).starts_with("NN")
                    && matches!(self.label(*noun), "nsubj" | "obj" | "obl" | "ccomp")
            });
            let Some(subject) = subject else { continue };
            self.hang(at, Some(verb), "ccomp");
            self.hang(subject, Some(at), "nsubj");
        }
    }

    /// Sets right a sentence whose "is" was taken for a clause of its subject: "Sarn is no longer in the
    /// hands of the rebels".
    pub(super) fn set_right_bare_predicates(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let be = (root + 1..self.len()).find(|at| {
            self.head(*at) == Some(root)
                && matches!(self.label(*at), "acl:relcl" | "acl" | "parataxis")
                && matches!(self.lower(*at), "is" | "are" | "was" | "were" | "remains")
        });
        let Some(be) = be.filter(|_| self.tag(root).starts_with("NN")) else { return };
        let marked = (root + 1..be).any(|at| {
            matches!(self.tag(at), "WDT" | "WP" | "WRB" | ",") || self.lower(at) == "that"
        });
        let owned = (0..self.len()).any(|at| {
            self.head(at) == Some(root) && matches!(self.label(at), "cop" | "nsubj" | "case")
                || self.head(at) == Some(be) && self.label(at).starts_with("nsubj")
        });
        if marked || owned {
            return;
        }
        let owned = |at: usize| {
            matches!(self.lower(at), "theirs" | "ours" | "hers" | "his")
                || self.tag(at + 1) == "POS"
        };
        let place = (be + 1..self.len()).take(6).find(|at| {
            let placed = matches!(self.label(*at), "obl" | "nmod")
                && (be + 1..*at).any(|case| {
                    self.head(case) == Some(*at)
                        && matches!(self.lower(case), "in" | "under" | "with")
                });
            self.is_below(*at, be) && (placed || self.head(*at) == Some(be) && owned(*at))
        });
        let Some(place) = place else { return };
        for at in be + 1..self.len() {
            if self.head(at) == Some(be) && at != place {
                let label = self.label(at);
                self.hang(at, Some(place), label);
            }
        }
        self.hang(place, None, "root");
        self.hang(be, Some(place), "cop");
        self.hang(root, Some(place), "nsubj");
    }

    /// Sets right a predicate that was taken for an apposition of its subject: "two-thirds of Sarn is in
    /// rebel hands".
    pub(super) fn set_right_apposed_predicates(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let predicate = (root + 2..self.len()).find(|at| {
            self.head(*at) == Some(root)
                && matches!(self.label(*at), "appos" | "nmod" | "acl" | "dep")
                && (root + 1..*at).any(|cop| self.head(cop) == Some(*at) && self.is_cop(cop))
                && (root + 1..*at).any(|case| {
                    self.head(case) == Some(*at)
                        && matches!(self.lower(case), "in" | "under" | "with")
                })
        });
        let Some(at) = predicate.filter(|_| self.tag(root).starts_with("NN")) else { return };
        let parted = (root + 1..at).any(|word| {
            matches!(self.tag(word), "WDT" | "WP" | "WRB" | ",") || self.lower(word) == "that"
        });
        let owned = (0..self.len()).any(|child| {
            self.head(child) == Some(root) && matches!(self.label(child), "cop" | "nsubj" | "case")
                || self.head(child) == Some(at) && self.label(child).starts_with("nsubj")
        });
        if parted || owned {
            return;
        }
        for child in at + 1..self.len() {
            if self.head(child) == Some(root) {
                let label = self.label(child);
                self.hang(child, Some(at), label);
            }
        }
        self.hang(at, None, "root");
        self.hang(root, Some(at), "nsubj");
    }

    /// Sets right an object right after its verb that was taken for an adverb, where the phrase with "of"
    /// below it was taken for the object: "had taken control of Sarn".
    pub(super) fn set_right_swapped_objects(&mut self) {
        for at in 1..self.len() {
            let verb = self.head(at).filter(|verb| {
                verb + 1 == at && self.is_verb(*verb) && matches!(self.label(at), "advmod" | "obl")
            });
            let Some(verb) = verb.filter(|_| self.tag(at).starts_with("NN")) else { continue };
            let of = at + 1;
            let whole = self
                .head(of)
                .filter(|noun| self.lower(of) == "of" && self.head(*noun) == Some(verb))
                .filter(|noun| matches!(self.label(*noun), "obj" | "obl"));
            if let Some(noun) = whole {
                self.hang(at, Some(verb), "obj");
                self.hang(noun, Some(at), "nmod");
            }
        }
    }

    fn is_cop(&self, at: usize) -> bool {
        self.label(at) == "cop"
            && matches!(self.lower(at), "is" | "are" | "was" | "were" | "be" | "been" | "'s")
    }
}
