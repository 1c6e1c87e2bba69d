//! Main verbs that were taken into the relative clause before them.

use super::tree::Tree;

impl Tree {
    /// Sets right a sentence whose verb hangs in the relative clause of its subject: in "the unit that
    /// guarded Sarn had pulled out" the last verb is the sentence’s.
    pub(super) fn set_right_swallowed(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let noun = self.tag(root).starts_with("NN");
        let cop = (0..self.len()).any(|at| self.head(at) == Some(root) && self.label(at) == "cop");
        if !noun || cop {
            return;
        }
        let relative = (root + 1..self.len()).find(|at| {
            self.head(*at) == Some(root) && matches!(self.label(*at), "acl:relcl" | "acl")
        });
        let Some(relative) = relative.filter(|at| self.is_verb(*at)) else { return };
        let Some(verb) = (relative + 1..self.len()).find(|at| self.is_swallowed(*at, relative))
        else {
            return;
        };
        let passive = self.has_below(verb, &["aux:pass"]);
        self.hang(verb, None, "root");
        self.hang(root, Some(verb), if passive { "nsubj:pass" } else { "nsubj" });
    }

    /// Sets right a sentence whose verb hangs on an infinitive of its subject and took that one's object for its
    /// own subject: in "its claim to have held Sarn was rejected" what was rejected is the claim.
    pub(super) fn set_right_swallowed_objects(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        if !self.tag(root).starts_with("NN") || self.has_below(root, &["cop", "nsubj"]) {
            return;
        }
        let infinitive = (root + 1..self.len()).find(|at| {
            self.head(*at) == Some(root) && self.label(*at) == "acl" && self.lower(root + 1) == "to"
        });
        let Some(infinitive) = infinitive.filter(|at| !self.has_below(*at, &["obj"])) else {
            return;
        };
        let hangs = |at: &usize| {
            self.head(*at) == Some(infinitive)
                && matches!(self.label(*at), "advcl" | "ccomp" | "xcomp" | "parataxis" | "dep")
                && (self.has_below(*at, &["aux:pass"])
                    || matches!(self.tag(*at), "VBD" | "VBZ" | "VBP"))
                && !self.has_below(*at, &["mark"])
        };
        let Some(verb) = (infinitive + 1..self.len()).find(hangs) else { return };
        let object = (infinitive + 1..verb)
            .find(|at| self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj"));
        if let Some(object) = object {
            let label = self.label(object);
            self.hang(verb, None, "root");
            self.hang(root, Some(verb), label);
            self.hang(object, Some(infinitive), "obj");
        }
    }

    /// Sets right a sentence whose verb stands beside its subject as if it were inserted, or hangs on it as
    /// a participle though it tells something: "the rebels, backed by Arland, now hold Sarn", "the junta
    /// admitted that Sarn had fallen".
    pub(super) fn set_right_noun_roots(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let cop = self.has_below(root, &["cop", "nsubj"]);
        if !self.tag(root).starts_with("NN") || cop {
            return;
        }
        let beside = |at: &usize| {
            let below = self.head(*at) == Some(root);
            let finite = matches!(self.tag(*at), "VBD" | "VBZ" | "VBP");
            let inserted =
                self.label(*at) == "parataxis" && finite && self.has_below(*at, &["obj"]);
            let relative =
                (root + 1..*at).any(|word| matches!(self.tag(word), "WDT" | "WP" | "WP$" | "WRB"));
            let parted = self.label(*at) == "acl:relcl" && finite && !relative;
            let inserted = inserted || parted;
            let tells = self.label(*at) == "acl" && self.tells_that(*at, root);
            let tells = tells
                || self.label(*at) == "acl"
                    && (self.takes_name(*at, root) || self.goes_on(*at, root));
            below && (inserted || tells) && !self.has_below(*at, &["nsubj", "nsubj:pass"])
        };
        let Some(verb) = (root + 1..self.len()).find(beside) else { return };
        if self.tag(verb) == "VBN" {
            self.retag(verb, "VBD");
        }
        if let Some(name) = (verb + 1..self.len())
            .find(|at| self.head(*at) == Some(verb) && self.label(*at) == "xcomp")
            .filter(|name| self.tag(*name).starts_with("NNP"))
        {
            self.hang(name, Some(verb), "obj");
        }
        self.hang(verb, None, "root");
        self.hang(root, Some(verb), "nsubj");
        let inserted =
            (root + 1..verb).find(|at| self.head(*at) == Some(verb) && self.label(*at) == "csubj");
        if let Some(inserted) = inserted {
            self.hang(inserted, Some(verb), "advcl");
        }
    }

    /// Whether a past form says that who its noun names went on: "Arlandic forces, having taken Velk, pushed on".
    fn goes_on(&self, verb: usize, noun: usize) -> bool {
        let inserted = self.lower(noun + 1) == ","
            && self.lower(noun + 2) == "having"
            && self.lower(verb - 1) == ",";
        let on = matches!(self.lower(verb + 1), "on" | "ahead" | "onwards" | "forward")
            && matches!(self.tag(verb + 1), "RB" | "RP");
        matches!(self.tag(verb), "VBN" | "VBD") && (inserted || on && verb == noun + 1)
    }

    /// Whether a form right after its noun has a name right after it that no preposition leads: "Arland’s
    /// forces regained Sarn", as no participle of a passive can.
    fn takes_name(&self, verb: usize, noun: usize) -> bool {
        let near = verb == noun + 1 && matches!(self.tag(verb), "VBN" | "VBD");
        let name = verb + 1;
        let first =
            self.head(name).filter(|head| self.tag(name).starts_with("NNP") && *head > verb);
        let object = if self.head(name) == Some(verb) { Some(name) } else { first };
        near && object.is_some_and(|object| {
            self.head(object) == Some(verb)
                && self.tag(object).starts_with("NNP")
                && matches!(self.label(object), "obj" | "xcomp" | "obl")
                && !self.has_below(object, &["case"])
                && !super::clause::is_time(self.lower(object))
                && !crate::text::lexeme::names_day_or_month(self.lower(object))
        })
    }

    /// Whether a form right after its noun opens a clause with "that".
    fn tells_that(&self, verb: usize, noun: usize) -> bool {
        let near = verb == noun + 1 && matches!(self.tag(verb), "VBN" | "VBD");
        near && (verb + 1..verb + 4)
            .any(|at| self.lower(at) == "that" && matches!(self.tag(at), "IN" | "WDT"))
    }

    /// Sets right a sentence whose verb hangs on the time that it begins with: "That same morning Arland
    /// seized Sarn".
    pub(super) fn set_right_opening_times(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        if !super::clause::is_time(self.lower(root)) || root > 5 {
            return;
        }
        let verb = (root + 1..self.len()).find(|at| {
            self.head(*at) == Some(root)
                && matches!(self.label(*at), "acl:relcl" | "parataxis" | "acl")
                && matches!(self.tag(*at), "VBD" | "VBZ" | "VBP")
                && self.has_below(*at, &["nsubj", "nsubj:pass"])
        });
        let relative =
            (root + 1..root + 4).any(|at| matches!(self.tag(at), "WDT" | "WP" | "WRB" | "IN"));
        if let Some(verb) = verb.filter(|_| !relative) {
            self.hang(verb, None, "root");
            self.hang(root, Some(verb), "obl:tmod");
        }
    }

    /// Sets right relative clauses without a pronoun whose subject hangs on the noun before them: "the
    /// heights its forces occupied".
    pub(super) fn set_right_bare_relatives(&mut self) {
        for verb in 2..self.len() {
            let past = matches!(self.tag(verb), "VBN" | "VBD");
            let hangs = matches!(self.label(verb), "acl" | "acl:relcl");
            let Some(noun) = self.head(verb).filter(|noun| past && hangs && *noun < verb) else {
                continue;
            };
            let subject = verb - 1;
            let own = self.head(subject) == Some(noun)
                && subject > noun + 1
                && self.tag(subject).starts_with("NN")
                && (noun + 1..subject).all(|at| {
                    self.head(at) == Some(subject)
                        && matches!(self.label(at), "nmod:poss" | "det" | "amod" | "compound")
                })
                && matches!(self.tag(noun + 1), "PRP$" | "DT" | "NNP");
            if own && !self.has_below(verb, &["obj", "obl:agent", "aux:pass", "nsubj"]) {
                self.hang(subject, Some(verb), "nsubj");
                self.hang(verb, Some(noun), "acl:relcl");
                self.retag(verb, "VBD");
            }
        }
    }

    /// Sets right a sentence whose verb was taken for an adjective of its object: "Borland’s troops
    /// seized control of Sarn".
    pub(super) fn set_right_participles(&mut self) {
        let Some(root) = (0..self.len()).find(|at| self.head(*at).is_none()) else { return };
        let object = (root + 1..self.len())
            .find(|at| self.head(*at) == Some(root) && self.label(*at) == "obj");
        let Some(object) = object.filter(|_| self.tag(root).starts_with("NN")) else { return };
        let verb = (root + 1..object).find(|at| {
            self.head(*at) == Some(object)
                && matches!(self.tag(*at), "VBN" | "VBD")
                && self.label(*at) == "amod"
        });
        let Some(verb) = verb.filter(|verb| *verb <= root + 2) else { return };
        for at in object..self.len() {
            if self.head(at) == Some(root) {
                let label = self.label(at);
                self.hang(at, Some(verb), label);
            }
        }
        self.hang(verb, None, "root");
        self.hang(root, Some(verb), "nsubj");
        self.hang(object, Some(verb), "obj");
        self.retag(verb, "VBD");
    }

    /// Sets right an object that stands right after its verb and was taken for an adverbial, where a phrase
    /// with a preposition was taken for the object: "seized the islands from Arland’s troops".
    pub(super) fn set_right_objects(&mut self) {
        for at in 1..self.len() {
            let object = self.label(at) == "obj";
            let Some(verb) = self.head(at).filter(|verb| object && *verb < at) else { continue };
            let bare = (verb + 1..at).find(|noun| {
                self.head(*noun) == Some(verb)
                    && self.label(*noun) == "obl"
                    && self.tag(*noun).starts_with("NN")
                    && !super::clause::is_time(self.lower(*noun))
                    && !self.has_below(*noun, &["case"])
                    && self.label(noun + 1) == "case"
                    && self.head(noun + 1).is_some_and(|cased| cased > *noun && cased <= at)
            });
            if let Some(bare) = bare.filter(|_| self.is_verb(verb)) {
                self.hang(bare, Some(verb), "obj");
                self.hang(at, Some(verb), "obl");
            }
        }
    }

    /// Sets right the subject of a perfect that was taken for one of a passive: "Arland has recognised that
    /// step".
    pub(super) fn set_right_perfect_subjects(&mut self) {
        for at in 0..self.len() {
            let passive = self.label(at) == "nsubj:pass";
            let Some(verb) = self.head(at).filter(|verb| passive && *verb > at) else { continue };
            let has = (at + 1..verb).any(|aux| {
                self.head(aux) == Some(verb) && matches!(self.lower(aux), "has" | "have" | "had")
            });
            let been = (at + 1..verb).any(|aux| {
                self.label(aux) == "aux:pass" || matches!(self.lower(aux), "been" | "being" | "got")
            });
            if has && !been && self.has_below(verb, &["obj"]) {
                self.hang(at, Some(verb), "nsubj");
            }
        }
    }

    /// Sets right a name before its verb that was taken for the object: in "the United States claims
    /// the islands" it is the subject.
    pub(super) fn set_right_fronted(&mut self) {
        for at in 0..self.len() {
            let fronted = self.label(at) == "obj" && self.tag(at).starts_with("NNP");
            let Some(verb) = self.head(at).filter(|verb| fronted && *verb > at) else { continue };
            let finite = matches!(self.tag(verb), "VBZ" | "VBP" | "VBD")
                || self.tag(verb) == "VB" && self.has_below(verb, &["aux"]);
            let own = (0..self.len()).find(|child| {
                self.head(*child) == Some(verb)
                    && matches!(self.label(*child), "nsubj" | "nsubj:pass" | "csubj" | "expl")
            });
            let after = own.filter(|own| *own > verb && self.tag(*own).starts_with("NN"));
            if let Some(after) = after.filter(|_| finite) {
                self.hang(after, Some(verb), "obj");
                self.hang(at, Some(verb), "nsubj");
            } else if finite && own.is_none() {
                self.hang(at, Some(verb), "nsubj");
            }
        }
    }

    /// Whether a finite verb hangs on another without a subject or a word that joins the two.
    fn is_swallowed(&self, verb: usize, relative: usize) -> bool {
        let hangs = self.head(verb) == Some(relative)
            && matches!(
                self.label(verb),
                "ccomp" | "xcomp" | "conj" | "advcl" | "dep" | "parataxis"
            );
        let finite = matches!(self.tag(verb), "VBD" | "VBZ" | "VBP")
            || self.tag(verb).starts_with("VB") && self.has_below(verb, &["aux", "aux:pass"]);
        let joined = self.has_below(verb, &["nsubj", "nsubj:pass", "mark", "cc", "expl"]);
        let says = self.label(verb) == "parataxis" && self.lower(verb.wrapping_sub(1)) == ",";
        hangs && finite && !joined && !says
    }
}
