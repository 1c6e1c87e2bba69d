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
        let and =
            (root + 1..verb).find(|at| self.head(*at) == Some(verb) && self.lower(*at) == "and");
        let subject = (root + 2..verb)
            .find(|at| self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj"));
        let (Some(and), Some(subject)) =
            (and, subject.filter(|at| self.tag(*at).starts_with("NN")))
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
            let hangs = matches!(self.label(at), "obj" | "obl" | "appos" | "conj");
            let Some(noun) = self.head(at).filter(|noun| hangs && *noun < at) else { continue };
            let and = (noun + 1..at).any(|cc| self.head(cc) == Some(at) && self.label(cc) == "cc");
            let noun = self.object_of(noun, at).unwrap_or(noun);
            let joined = self.label(at) == "conj" && self.head(at) == Some(noun);
            let nouns = self.tag(noun).starts_with("NN") && !self.tag(at).starts_with("VB");
            if and && nouns && !joined {
                self.hang(at, Some(noun), "conj");
            }
        }
    }

    /// The object of a verb before a noun that "and" joins to it, which hangs on the verb as if it said
    /// where, or is joined to the verb itself: "withdraw its police and its troops".
    fn object_of(&self, verb: usize, at: usize) -> Option<usize> {
        let loose = matches!(self.label(at), "obl" | "obj" | "conj")
            && !self.has_below(at, &["case", "nsubj", "nsubj:pass", "cop"]);
        let object = |noun: &usize| {
            self.head(*noun) == Some(verb)
                && self.label(*noun) == "obj"
                && self.tag(*noun).starts_with("NN")
        };
        (verb + 1..at).rev().find(object).filter(|_| loose && self.is_verb(verb))
    }

    /// Sets right an object that was taken for a subject together with the noun after "and", which is one:
    /// "holds Sarn and Velk changed hands".
    pub(super) fn set_right_parted_subjects(&mut self) {
        for verb in 1..self.len() {
            let first = verb + 1;
            let Some(other) = self.head(first).filter(|_| self.label(first) == "nsubj") else {
                continue;
            };
            let told = self.label(other) == "ccomp" && self.head(other) == Some(verb);
            let holds = super::phrases::HOLDING.contains(&self.lower(verb)) && self.is_verb(verb);
            let second = (first + 2..other).find(|at| {
                self.head(*at) == Some(first)
                    && self.label(*at) == "conj"
                    && (first..*at).any(|cc| self.lower(cc) == "and")
            });
            let Some(second) = second.filter(|_| told && holds) else { continue };
            self.hang(first, Some(verb), "obj");
            self.hang(second, Some(other), "nsubj");
            self.hang(other, Some(verb), "conj");
            if let Some(and) = (first..second).find(|cc| self.lower(*cc) == "and") {
                self.hang(and, Some(other), "cc");
            }
        }
    }

    /// Sets right a noun after "and" with a preposition of its own that was joined to the verb: "stay in Sarn
    /// and on the plain".
    pub(super) fn set_right_joined_places(&mut self) {
        for at in 4..self.len() {
            let joined = self.label(at) == "conj" && self.tag(at).starts_with("NN");
            let Some(verb) = self.head(at).filter(|verb| joined && *verb < at) else { continue };
            let below = |label: &str| {
                (verb + 1..at)
                    .find(|word| self.head(*word) == Some(at) && self.label(*word) == label)
            };
            let (Some(cc), Some(case)) = (below("cc"), below("case")) else { continue };
            let placed = (verb + 1..cc).rev().find(|noun| {
                self.head(*noun) == Some(verb)
                    && self.label(*noun) == "obl"
                    && self.tag(*noun).starts_with("NN")
                    && !super::clause::is_time(self.lower(*noun))
                    && self.has_below(*noun, &["case"])
            });
            let placed = placed.filter(|_| cc < case && self.is_verb(verb));
            if let Some(noun) = placed {
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

    /// Sets right a clause of two subjects after "after" or "before": "fled after troops and allied militia
    /// abandoned Sarn".
    pub(super) fn set_right_joined_after(&mut self) {
        for verb in 4..self.len() {
            let Some(main) =
                self.head(verb).filter(|main| self.label(verb) == "conj" && *main < verb)
            else {
                continue;
            };
            let and = (main + 1..verb)
                .find(|at| self.head(*at) == Some(verb) && self.lower(*at) == "and");
            let Some(and) = and else { continue };
            let noun = and - 1;
            let subject = (and + 1..verb)
                .find(|at| self.head(*at) == Some(verb) && self.label(*at) == "nsubj");
            let case = (main + 1..noun).find(|at| {
                self.head(*at) == Some(noun)
                    && self.label(*at) == "case"
                    && matches!(self.lower(*at), "after" | "before" | "since" | "until")
            });
            let (Some(subject), Some(case)) = (subject, case) else { continue };
            if self.tag(noun).starts_with("NN") && self.head(noun) == Some(main) {
                self.hang(noun, Some(verb), "nsubj");
                self.hang(subject, Some(noun), "conj");
                self.hang(and, Some(subject), "cc");
                self.hang(case, Some(verb), "mark");
                self.hang(verb, Some(main), "advcl");
            }
        }
    }

    /// Sets right a noun that was taken for the mark of an owner: only "’s" and "’" are such marks.
    pub(super) fn set_right_marks_of_owners(&mut self) {
        for at in 1..self.len() {
            let owns = self.lower(at).starts_with('\'') || self.lower(at) == "s";
            if self.tag(at) != "POS" || owns {
                continue;
            }
            let plural = self.lower(at).ends_with('s') || self.lower(at).ends_with("men");
            self.retag(at, if plural { "NNS" } else { "NN" });
            let Some(name) = self.head(at).filter(|name| *name < at && self.label(at) == "case")
            else {
                continue;
            };
            let (above, label) = (self.head(name), self.label(name));
            let top = above.filter(|above| *above < at && label == "amod").unwrap_or(name);
            let (above, label) = (self.head(top), self.label(top));
            self.hang(at, above, label);
            self.hang(top, Some(at), "compound");
        }
    }

    /// Sets right the subject of a passive that was left hanging: "4 Oct: Sarn, the first town, is taken".
    pub(super) fn set_right_loose_subjects(&mut self) {
        for at in 0..self.len() {
            let loose = self.label(at) == "dep" && self.tag(at).starts_with("NN");
            let Some(verb) = self.head(at).filter(|verb| loose && *verb > at) else { continue };
            let has = |labels: &[&str]| self.has_below(verb, labels);
            let cased = self.has_below(at, &["case", "mark"]);
            if has(&["aux:pass"]) && !has(&["nsubj", "nsubj:pass"]) && !cased {
                self.hang(at, Some(verb), "nsubj:pass");
            }
        }
    }

    /// Sets right a question whose subject stands after "has": "Has the army given up Sarn?"
    pub(super) fn set_right_asked_subjects(&mut self) {
        let asks = self.lower(self.len().saturating_sub(1)) == "?";
        let Some(verb) = self.head(0).filter(|verb| asks && *verb > 1 && self.label(0) == "aux")
        else {
            return;
        };
        let below = |at: &usize, labels: &[&str]| {
            self.head(*at) == Some(verb) && labels.contains(&self.label(*at))
        };
        if self.has_below(verb, &["nsubj", "nsubj:pass"]) {
            return;
        }
        let subject = (1..verb).find(|at| below(at, &["obj", "obl", "dep"]));
        let object = (verb + 1..self.len())
            .find(|at| below(at, &["xcomp"]) && self.tag(*at).starts_with("NNP"));
        if let Some(subject) = subject {
            self.hang(subject, Some(verb), "nsubj");
            if let Some(object) = object {
                self.hang(object, Some(verb), "obj");
            }
        }
    }

    /// Sets right who does what is done, where it hangs on the time before it: "were driven out the same day
    /// by the army".
    pub(super) fn set_right_agents(&mut self) {
        for at in 2..self.len() {
            let Some(time) = self.head(at).filter(|_| self.label(at) == "nmod") else { continue };
            let by = (time + 1..at).any(|case| {
                self.head(case) == Some(at)
                    && self.label(case) == "case"
                    && self.lower(case) == "by"
            });
            let Some(verb) = self.head(time).filter(|_| by) else { continue };
            let timed = super::clause::is_time(self.lower(time));
            let passive =
                (0..verb).any(|aux| self.head(aux) == Some(verb) && self.label(aux) == "aux:pass");
            if timed && passive {
                self.hang(at, Some(verb), "obl:agent");
            }
        }
    }

    /// Sets right a name between a year and its verb that was taken into the date: "by the treaty of 1859
    /// Arland gave up Sarn".
    pub(super) fn set_right_names_after_years(&mut self) {
        for name in 2..self.len().saturating_sub(1) {
            let (year, verb) = (name - 1, name + 1);
            let dated = self.lower(year).len() == 4
                && self.lower(year).starts_with(['1', '2'])
                && self.lower(year).bytes().all(|byte| byte.is_ascii_digit());
            let finite = self.tag(verb) == "VBD" && self.is_verb(verb);
            let loose = matches!(self.label(name), "flat" | "nmod" | "compound" | "obl" | "dep");
            let proper =
                self.tag(name).starts_with("NNP") && loose && self.head(name) != Some(verb);
            if !(dated && finite && proper) {
                continue;
            }
            let subject = (0..year)
                .find(|at| self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj"));
            if subject.is_some_and(|noun| !self.has_below(noun, &["case", "mark"])) {
                continue;
            }
            if let Some(noun) = subject {
                self.hang(noun, Some(verb), "obl");
            }
            let above = self.head(name).filter(|above| *above < name);
            for at in 0..name {
                if self.head(at) == Some(name) {
                    let label = self.label(at);
                    self.hang(at, Some(year), label);
                }
            }
            if self.head(year).is_none_or(|head| head >= name) {
                self.hang(year, above.or(Some(verb)), "nmod");
            }
            self.hang(name, Some(verb), "nsubj");
        }
    }

    /// Sets right "had" before a participle, which makes no passive: "the militants had lost Sarn".
    pub(super) fn set_right_perfect_helpers(&mut self) {
        for at in 0..self.len() {
            let has =
                self.label(at) == "aux:pass" && matches!(self.lower(at), "had" | "has" | "have");
            if let Some(verb) = self.head(at).filter(|verb| has && *verb > at) {
                self.hang(at, Some(verb), "aux");
            }
        }
    }

    /// Sets right the noun after a preposition that opens a sentence without a comma: "After the armistice
    /// Arland’s troops seized Sarn" has one subject.
    pub(super) fn set_right_opening_nouns(&mut self) {
        let opens =
            matches!(self.lower(0), "after" | "before" | "since" | "until" | "under" | "by");
        let Some(verb) = self.head(0).filter(|verb| opens && *verb > 3 && self.is_verb(*verb))
        else {
            return;
        };
        let mut subjects = (1..verb)
            .filter(|at| self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj"));
        let (Some(first), Some(_)) = (subjects.next(), subjects.next()) else { return };
        self.hang(first, Some(verb), "obl");
        self.hang(0, Some(first), "case");
    }
}
