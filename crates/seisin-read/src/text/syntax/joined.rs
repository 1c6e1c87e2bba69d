//! Clauses and nouns joined by "and" or "but" that the model hangs elsewhere.

use super::tree::Tree;

impl Tree {
    /// Sets right a sentence of two subjects whose verb was taken for a clause of the first: "troops and
    /// allied militia abandoned Sarn".
    pub(super) fn set_right_joined_subjects(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let verb = (root + 2..self.len()).find(|at| {
            self.head(*at) == Some(root)
                && self.label(*at).starts_with("acl")
                && matches!(self.tag(*at), "VBD" | "VBZ" | "VBP")
        });
        let Some(verb) = verb.filter(|_| self.tag(root).starts_with("NN")) else { return };
        let and = (root + 1..verb)
            .find(|at| self.head(*at) == Some(verb) && self.lower(*at) == "and");
        let subject = (root + 2..verb)
            .find(|at| self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj"));
        let (Some(and), Some(subject)) = (and, subject.filter(|at| self.tag(*at).starts_with("NN")))
        else {
            return;
        };
        let marked = (root + 1..subject).any(|at| matches!(self.tag(at), "WDT" | "WP" | ","));
        if and > subject || marked {
            return;
        }
        let label = self.label(subject);
        self.hang(verb, None, "root");
        self.hang(root, Some(verb), label);
        self.hang(subject, Some(root), "conj");
        self.hang(and, Some(subject), "cc");
    }

    /// Sets right a noun after "and" that hangs on the object before it as if it were one itself: "hold Sarn
    /// and most of the north".
    pub(super) fn set_right_joined_objects(&mut self) {
        for at in 2..self.len() {
            let hangs = matches!(self.label(at), "obj" | "obl" | "appos");
            let Some(noun) = self.head(at).filter(|noun| hangs && *noun < at) else { continue };
            let and = (noun + 1..at)
                .any(|cc| self.head(cc) == Some(at) && self.label(cc) == "cc");
            if and && self.tag(noun).starts_with("NN") && !self.tag(at).starts_with("VB") {
                self.hang(at, Some(noun), "conj");
            }
        }
    }

    /// Sets right a clause after "but" or "and" that was taken for one that a conjunction opens: "entered Sarn
    /// but were driven out".
    pub(super) fn set_right_joined_clauses(&mut self) {
        for verb in 2..self.len() {
            let Some(main) = self.head(verb).filter(|main| *main + 1 < verb) else { continue };
            let taken = self.label(verb) == "advcl" && self.is_verb(main) && self.is_verb(verb);
            let below = |label: &str| {
                (main + 1..verb).find(|at| self.head(*at) == Some(verb) && self.label(*at) == label)
            };
            let joined = below("cc").is_some_and(|cc| matches!(self.lower(cc), "but" | "and"));
            if taken && joined && below("mark").is_none() {
                self.hang(verb, Some(main), "conj");
            }
        }
    }

    /// Sets right "had" before a participle, which makes no passive: "the militants had lost Sarn".
    pub(super) fn set_right_perfect_helpers(&mut self) {
        for at in 0..self.len() {
            let has = self.label(at) == "aux:pass" && matches!(self.lower(at), "had" | "has" | "have");
            if let Some(verb) = self.head(at).filter(|verb| has && *verb > at) {
                self.hang(at, Some(verb), "aux");
            }
        }
    }

    /// Sets right the noun after a preposition that opens a sentence without a comma: "After the armistice
    /// Arland’s troops seized Sarn" has one subject.
    pub(super) fn set_right_opening_nouns(&mut self) {
        let opens = matches!(self.lower(0), "after" | "before" | "since" | "until" | "under" | "by");
        let Some(verb) = self.head(0).filter(|verb| opens && *verb > 3 && self.is_verb(*verb)) else {
            return;
        };
        let mut subjects = (1..verb).filter(|at| {
            self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj")
        });
        let (Some(first), Some(_)) = (subjects.next(), subjects.next()) else { return };
        self.hang(first, Some(verb), "obl");
        self.hang(0, Some(first), "case");
    }
}
