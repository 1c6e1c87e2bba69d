//! Main verbs that the model took for something lesser: for a participle of their subject, for an aside
//! of an adjective, for what goes on after a relative clause.

use super::tree::Tree;

/// Past forms of verbs that have no passive: after a noun they are its verb.
const WITHOUT_PASSIVE: [&str; 17] = [
    "remained",
    "stayed",
    "arrived",
    "marched",
    "advanced",
    "retreated",
    "departed",
    "vanished",
    "disappeared",
    "prevailed",
    "persisted",
    "belonged",
    "lingered",
    "returned",
    "continued",
    "landed",
    "fled",
];

/// Participles that say whose side forces are on, before "with", "to" or "by".
const SIDED: [&str; 10] = [
    "allied",
    "aligned",
    "affiliated",
    "linked",
    "backed",
    "supported",
    "commanded",
    "led",
    "armed",
    "opposed",
];

impl Tree {
    /// Sets right a verb without a passive that was taken for a participle: "Arland’s troops remained on
    /// the hills", "Borlandic troops marched in and drove them back".
    pub(super) fn set_right_intransitives(&mut self) {
        for verb in 1..self.len() {
            let Some(noun) = self.head(verb).filter(|noun| *noun < verb) else { continue };
            let taken = self.label(verb) == "acl"
                && matches!(self.tag(verb), "VBN" | "VBD")
                && (WITHOUT_PASSIVE.contains(&self.lower(verb))
                    || self
                        .head(noun)
                        .is_some_and(|joined| joined > verb && self.is_joined_to(joined, verb)))
                && self.tag(noun).starts_with("NN")
                && !self.has_below(verb, &["aux", "aux:pass", "obl:agent", "nsubj", "obj"])
                && !self.has_below(noun, &["case", "cop"]);
            if !taken {
                continue;
            }
            match self.head(noun) {
                None => self.raise(verb, noun),
                Some(joined) if joined > verb && self.is_joined_to(joined, verb) => {
                    let (above, label) = (self.head(joined), self.label(joined));
                    self.hang(verb, above, label);
                    self.hang(joined, Some(verb), "conj");
                    self.hang(noun, Some(verb), "nsubj");
                    self.retag(verb, "VBD");
                }
                Some(_) => {}
            }
        }
    }

    /// Sets right a main verb with a subject that was taken for an infinitive: "Arland’s troops, about 900
    /// of them, stay on".
    pub(super) fn set_right_plain_forms(&mut self) {
        for verb in 1..self.len() {
            let main = self.tag(verb) == "VB"
                && matches!(self.label(verb), "root" | "parataxis" | "acl:relcl")
                && !self.has_below(verb, &["aux", "aux:pass", "mark", "cop"]);
            if !main {
                continue;
            }
            let plural = |at: usize| {
                matches!(self.tag(at), "NNS" | "NNPS" | "CD")
                    || matches!(self.lower(at), "they" | "we" | "who" | "which" | "i")
            };
            let subject = (0..verb)
                .any(|at| self.head(at) == Some(verb) && self.label(at) == "nsubj" && plural(at));
            if subject {
                self.retag(verb, "VBP");
            }
        }
    }

    /// Makes a verb the root in the place of its subject; what stood after it goes with it.
    fn raise(&mut self, verb: usize, noun: usize) {
        for at in verb + 1..self.len() {
            if self.head(at) == Some(noun) {
                let label = self.label(at);
                self.hang(at, Some(verb), label);
            }
        }
        self.hang(verb, None, "root");
        self.hang(noun, Some(verb), "nsubj");
        self.retag(verb, "VBD");
    }

    /// Whether "and" or "but" joins a verb to one before it without a subject between.
    fn is_joined_to(&self, joined: usize, verb: usize) -> bool {
        let cc = (verb + 1..joined).any(|at| {
            self.head(at) == Some(joined) && matches!(self.lower(at), "and" | "but" | "then")
        });
        cc && self.is_verb(joined) && !self.has_below(joined, &["nsubj", "nsubj:pass"])
    }

    /// Sets right a sentence whose verb hangs on an adjective of its subject: "forces loyal to the junta
    /// recovered Sarn".
    pub(super) fn set_right_adjective_roots(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let Some(noun) = root.checked_sub(1) else { return };
        let sided = SIDED.contains(&self.lower(root))
            && matches!(self.lower(root + 1), "with" | "to" | "by");
        let after_noun = (self.tag(root) == "JJ" || sided)
            && self.head(noun) == Some(root)
            && self.tag(noun).starts_with("NN")
            && matches!(self.label(noun), "nsubj" | "compound" | "obl:npmod")
            && !self.has_below(root, &["cop", "aux"]);
        let verb = (root + 1..self.len()).find(|at| {
            self.head(*at) == Some(root)
                && matches!(self.label(*at), "parataxis" | "ccomp" | "conj" | "dep" | "advcl")
                && self.is_finite_alone(*at)
        });
        let predicate = (root + 1..self.len()).find(|at| {
            self.head(*at) == Some(root)
                && matches!(self.label(*at), "obl" | "parataxis" | "ccomp" | "conj")
                && self.has_below(*at, &["cop"])
        });
        let Some(verb) = verb.or(predicate).filter(|_| after_noun) else { return };
        for at in 0..self.len() {
            if self.head(at) == Some(root) && (at > verb || at < noun) {
                let label = self.label(at);
                self.hang(at, Some(verb), label);
            }
        }
        self.hang(verb, None, "root");
        self.hang(noun, Some(verb), "nsubj");
        self.hang(root, Some(noun), "amod");
    }

    /// Sets right an adjective after its noun that was taken for the subject: "fighters loyal to Velk advanced".
    pub(super) fn set_right_adjective_subjects(&mut self) {
        for at in 1..self.len() {
            let noun = at - 1;
            let after_noun = self.tag(at) == "JJ"
                && self.label(at) == "nsubj"
                && self.tag(noun).starts_with("NN")
                && self.head(noun) == Some(at)
                && matches!(self.label(noun), "nsubj" | "compound")
                && matches!(self.lower(at + 1), "to" | "with" | "of" | "from");
            let verb = self.head(at).filter(|verb| after_noun && *verb > at && self.is_verb(*verb));
            if verb.is_some() {
                self.hang(noun, verb, "nsubj");
                self.hang(at, Some(noun), "amod");
            }
        }
    }

    /// Sets right a sentence whose relative clause was taken for its main one: "General Velk, who claimed
    /// to have resigned, seized Sarn".
    pub(super) fn set_right_relative_roots(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let asks = (0..self.len()).any(|at| self.lower(at) == "?");
        let who = (1..root).find(|at| {
            self.head(*at) == Some(root)
                && self.label(*at) == "nsubj"
                && matches!(self.lower(*at), "who" | "which")
        });
        let Some(who) = who.filter(|_| !asks && self.is_verb(root)) else { return };
        let Some(noun) = (0..who).rev().find(|at| self.tag(*at).starts_with("NN")) else { return };
        let near = noun + 1 == who || noun + 2 == who && self.lower(noun + 1) == ",";
        let verb = (root + 1..self.len()).find(|at| {
            self.head(*at) == Some(root)
                && matches!(self.label(*at), "conj" | "parataxis" | "ccomp" | "advcl" | "xcomp")
                && self.lower(at - 1) == ","
                && self.is_finite_alone(*at)
        });
        let Some(verb) = verb.filter(|_| near) else { return };
        let subject = (0..who)
            .find(|at| self.head(*at) == Some(root) && self.label(*at) == "nsubj")
            .unwrap_or(noun);
        self.hang(verb, None, "root");
        self.hang(subject, Some(verb), "nsubj");
        self.hang(root, Some(noun), "acl:relcl");
    }

    /// Whether a verb is finite and neither has a subject of its own nor is joined by a word.
    fn is_finite_alone(&self, at: usize) -> bool {
        let finite = matches!(self.tag(at), "VBD" | "VBZ" | "VBP")
            || self.tag(at).starts_with("VB") && self.has_below(at, &["aux", "aux:pass"]);
        finite && !self.has_below(at, &["nsubj", "nsubj:pass", "mark", "cc", "expl"])
    }
}
