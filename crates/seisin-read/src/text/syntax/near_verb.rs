//! What stands right by its verb and was taken for another part: objects, who does it, what "which" is.

use super::tree::Tree;

/// Forms of verbs of giving land to somebody.
const GIVING: [&str; 18] = [
    "cede",
    "cedes",
    "ceded",
    "transfer",
    "transfers",
    "transferred",
    "hand",
    "hands",
    "handed",
    "give",
    "gives",
    "gave",
    "return",
    "returned",
    "returns",
    "yielded",
    "surrendered",
    "sold",
];

impl Tree {
    /// Sets right a name after an object and a comma that was hung on the verb: in "took the main port, Sarn,
    /// on Monday" the name is the port's.
    pub(super) fn set_right_named_objects(&mut self) {
        for name in 3..self.len() {
            let object = name - 2;
            let beside = self.label(name) == "obl"
                && self.tag(name).starts_with("NNP")
                && self.lower(name - 1) == ","
                && self.label(object) == "obj"
                && self.head(object).is_some_and(|verb| self.head(name) == Some(verb));
            let common = matches!(self.tag(object), "NN" | "NNS");
            let dated = crate::text::lexeme::names_day_or_month(self.lower(name));
            if beside && common && !dated && !self.has_below(name, &["case"]) {
                self.hang(name, Some(object), "appos");
            }
        }
    }

    /// The government whose seat stands before a comma and the "which" that speaks of it: "the government in
    /// Sarn, which does not control Velk".
    fn seated(&self, which: usize, verb: usize) -> Option<usize> {
        const BODIES: [&str; 9] = [
            "government",
            "authorities",
            "administration",
            "regime",
            "parliament",
            "council",
            "cabinet",
            "leadership",
            "junta",
        ];
        let subject = self.label(which) == "nsubj" && self.label(verb) == "acl:relcl";
        let seat = self.head(verb).filter(|seat| subject && *seat < which)?;
        let cased = |at: usize| self.label(at) == "case" && self.lower(at) == "in";
        let body = self.head(seat).filter(|_| self.label(seat) == "nmod")?;
        let near = body + 2 == seat && cased(body + 1) && self.lower(which - 1) == ",";
        (near && BODIES.contains(&self.lower(body))).then_some(body)
    }

    /// Sets right the "which" of a clause with a subject of its own: "Sarn, which the front still holds",
    /// "the duchies, which the king ruled".
    pub(super) fn set_right_which(&mut self) {
        for which in 1..self.len() {
            if self.tag(which) != "WDT" {
                continue;
            }
            let Some(above) = self.head(which).filter(|above| *above > which + 1) else { continue };
            if self.set_right_relative_noun(which, above) {
                continue;
            }
            let ruled = (above + 1..self.len()).find(|at| {
                self.head(*at) == Some(above)
                    && self.label(*at) == "acl"
                    && matches!(self.tag(*at), "VBN" | "VBD")
                    && *at <= above + 2
            });
            if let Some(verb) = ruled.filter(|_| {
                self.label(which) == "det"
                    && self.label(above) == "acl:relcl"
                    && self.tag(which + 1) == "DT"
            }) {
                let noun = self.head(above);
                self.retag(verb, "VBD");
                self.hang(verb, noun, "acl:relcl");
                self.hang(above, Some(verb), "nsubj");
                self.hang(which, Some(verb), "obj");
                continue;
            }
            if let Some(seated) = self.seated(which, above) {
                self.hang(above, Some(seated), "acl:relcl");
            }
            let subject = (which + 1..above)
                .find(|at| self.head(*at) == Some(above) && self.label(*at).starts_with("nsubj"));
            let own = self.label(which) == "nsubj" && self.label(above) == "acl:relcl";
            if own && subject.is_some() && self.is_verb(above) && !self.has_below(above, &["obj"]) {
                self.hang(which, Some(above), "obj");
                if let Some(subject) = subject.filter(|_| !self.has_below(above, &["aux:pass"])) {
                    self.hang(subject, Some(above), "nsubj");
                }
            }
        }
    }

    /// Sets right the verb of a clause with "which" that was taken for a plural: "Velk, which Arland claims, is".
    fn set_right_relative_noun(&mut self, which: usize, above: usize) -> bool {
        let closes = matches!(self.lower(above + 1), "," | "." | ";" | "");
        let subject = above - 1;
        let plural = self.tag(above) == "NNS"
            && self.label(above) == "acl:relcl"
            && self.tag(subject).starts_with("NN");
        let bare = (which + 1..above)
            .all(|at| matches!(self.tag(at), "NNP" | "NNPS" | "NN" | "DT" | "JJ"));
        let found = closes && plural && bare && self.label(which) == "det";
        if found {
            self.retag(above, "VBZ");
            self.hang(subject, Some(above), "nsubj");
            self.hang(which, Some(above), "obj");
        }
        found
    }

    /// Sets right a noun with a preposition of its own that was taken for an object ("stays in loyalist
    /// hands"), and a noun before its verb that was taken for a part of it ("the east belongs to").
    pub(super) fn set_right_placed_objects(&mut self) {
        for at in 1..self.len() {
            let Some(verb) = self.head(at).filter(|verb| self.is_verb(*verb)) else { continue };
            let case = |word: usize| {
                self.head(word) == Some(at)
                    && self.label(word) == "case"
                    && matches!(self.lower(word), "in" | "under" | "into" | "within" | "beyond")
            };
            let led = self.label(at) == "obj" && verb < at && (verb + 1..at).any(case);
            if led && !self.has_below(verb, &["compound:prt"]) {
                self.hang(at, Some(verb), "obl");
            }
            let part = matches!(self.label(at), "compound" | "amod")
                && at + 1 == verb
                && matches!(self.tag(verb), "VBZ" | "VBD" | "VBP")
                && matches!(self.tag(at), "NN" | "NNS" | "NNP" | "JJS" | "JJ")
                && !self.has_below(verb, &["nsubj", "nsubj:pass", "aux", "cop", "case"]);
            if part && self.has_below(at, &["det"]) | (self.tag(at - 1) == "DT") {
                self.hang(at, Some(verb), "nsubj");
            }
        }
    }

    /// Sets right an amount or a noun right after its verb that was taken for an adverbial: "recovered about
    /// nine-tenths of", "handed over all its posts".
    pub(super) fn set_right_bare_objects(&mut self) {
        for at in 2..self.len() {
            let loose = self.label(at) == "obl" && self.tag(at).starts_with("NN");
            let Some(verb) = self.head(at).filter(|verb| loose && *verb < at) else { continue };
            let passive = self.has_below(verb, &["aux:pass", "obj", "iobj", "ccomp", "xcomp"]);
            if passive || !self.is_verb(verb) || super::clause::is_time(self.lower(at)) {
                continue;
            }
            let case = (verb + 1..at)
                .find(|word| self.head(*word) == Some(at) && self.label(*word) == "case");
            let about = case.is_some_and(|case| {
                case == verb + 1
                    && matches!(self.lower(case), "about" | "around" | "over" | "nearly")
            });
            let share = self.lower(at).contains('-') || self.has_below(at, &["nummod"]);
            let begins = (verb + 1..at).find(|word| {
                !matches!(self.tag(*word), "RB" | "RP") && self.label(*word) != "compound:prt"
            });
            let holds = super::phrases::HOLDING.contains(&self.lower(verb));
            let owned = begins.is_some_and(|first| {
                self.lower(first) == "all" && matches!(self.tag(first + 1), "PRP$" | "DT")
                    || holds && self.lower(first) == "the" && verb + 3 > first
            });
            if about && share {
                self.hang(at, Some(verb), "obj");
                self.hang(verb + 1, Some(at), "advmod");
            } else if case.is_none() && owned {
                self.hang(at, Some(verb), "obj");
            }
        }
    }

    /// Sets right "all" and the like right after a verb that were taken for something else than its object:
    /// "gave up all of the north".
    pub(super) fn set_right_quantities(&mut self) {
        for at in 1..self.len() {
            let part = matches!(
                self.lower(at),
                "all" | "most" | "much" | "part" | "parts" | "half" | "some" | "none" | "more"
            );
            if !part || self.lower(at + 1) != "of" || self.label(at) == "obj" {
                continue;
            }
            let verb = (at.saturating_sub(3)..at)
                .rev()
                .find(|word| !matches!(self.tag(*word), "RP" | "RB"))
                .filter(|verb| self.is_verb(*verb) && !self.is_below(*verb, at));
            let Some(verb) = verb else { continue };
            let loose = self.head(at) == Some(verb) && self.label(at) == "obl"
                || self.label(at) == "det" && self.head(at).is_some_and(|noun| noun > at + 2);
            if !loose || self.has_below(verb, &["obj", "aux:pass"]) {
                continue;
            }
            self.hang(at, Some(verb), "obj");
            let noun = self.head(at + 1).filter(|noun| {
                self.label(at + 1) == "case" && self.tag(*noun).starts_with("NN") && *noun > at
            });
            if let Some(noun) = noun {
                self.hang(noun, Some(at), "nmod");
            }
        }
    }

    /// Sets right a second object after a comma and an article, which names the first again: "had taken Sarn,
    /// the last post in the north".
    pub(super) fn set_right_renamed_objects(&mut self) {
        for at in 4..self.len() {
            let Some(verb) = self.head(at).filter(|verb| *verb < at) else { continue };
            let loose = matches!(self.label(at), "obl" | "parataxis" | "dep")
                && !self.has_below(at, &["case", "cop", "nsubj", "nsubj:pass", "aux"])
                && !super::clause::is_time(self.lower(at));
            let noun = self.tag(at).starts_with("NN") && (self.label(at) == "obj" || loose);
            if !noun {
                continue;
            }
            let Some(comma) = (verb + 1..at).rev().find(|word| self.lower(*word) == ",") else {
                continue;
            };
            let object = |noun: &usize| {
                let label = self.label(*noun);
                self.head(*noun) == Some(verb)
                    && (label == "obj" || label == "obl" && loose && *noun + 1 == comma)
            };
            let Some(first) = (verb + 1..at).find(object) else { continue };
            let article = self.tag(comma + 1) == "DT" && (!loose || comma == first + 1);
            let listed = (first..at).any(|word| self.tag(word) == "CC");
            if article && !listed && first < comma && self.tag(first).starts_with("NN") {
                self.hang(at, Some(first), "appos");
            }
        }
    }

    /// Sets right a name before "and" that was taken for a part of the name after it: "administers Sarn and
    /// Port Velk".
    pub(super) fn set_right_joined_names(&mut self) {
        for at in 1..self.len() {
            let part = self.label(at) == "compound" && self.tag(at).starts_with("NNP");
            let Some(last) = self.head(at).filter(|last| part && *last > at + 1) else { continue };
            let cc = self.tag(at + 1) == "CC" && self.lower(at + 1) == "and";
            let names = (at + 2..=last).all(|word| self.tag(word).starts_with("NNP"));
            let role = matches!(self.label(last), "obj" | "obl" | "nmod" | "nsubj" | "nsubj:pass");
            if !(cc && names && role) {
                continue;
            }
            let (above, label) = (self.head(last), self.label(last));
            for word in 0..self.len() {
                let own = self.head(word) == Some(last) && word < at;
                if own || self.head(word) == Some(at) && word > at + 1 && word < last {
                    let label = if own { self.label(word) } else { "compound" };
                    self.hang(word, Some(if own { at } else { last }), label);
                }
            }
            self.hang(at, above, label);
            self.hang(last, Some(at), "conj");
            self.hang(at + 1, Some(last), "cc");
        }
    }

    /// Sets right a pronoun that was taken for whom something is given to where nothing is: "ceded it that
    /// night".
    pub(super) fn set_right_bare_recipients(&mut self) {
        for at in 1..self.len() {
            let bare = self.label(at) == "iobj" && self.tag(at) == "PRP";
            let Some(verb) = self.head(at).filter(|verb| bare && *verb < at) else { continue };
            if !self.has_below(verb, &["obj", "ccomp", "xcomp"]) && self.lower(at) != "us" {
                self.hang(at, Some(verb), "obj");
            }
        }
    }

    /// Sets right whom something is given to where the tree has two objects: "handed the governor the town".
    pub(super) fn set_right_two_objects(&mut self) {
        for at in 2..self.len() {
            let Some(verb) = self.head(at).filter(|verb| self.label(at) == "obj" && verb + 1 < at)
            else {
                continue;
            };
            let first = (verb + 1..at).find(|word| {
                self.head(*word) == Some(verb)
                    && self.label(*word) == "obj"
                    && matches!(self.tag(*word), "NNP" | "NNPS" | "NN" | "NNS" | "PRP")
                    && (word + 1..at).all(|between| !matches!(self.tag(between), "IN" | "TO" | ","))
            });
            if let Some(first) = first.filter(|_| GIVING.contains(&self.lower(verb))) {
                self.hang(first, Some(verb), "iobj");
            }
        }
    }

    /// Sets right an amount after whom it is given to: "ceded to Arland nearly all of the coast", "transfers
    /// to Borland about 190 hectares".
    pub(super) fn set_right_postponed_objects(&mut self) {
        for to in 1..self.len().saturating_sub(3) {
            if self.lower(to) != "to" {
                continue;
            }
            let particle = matches!(self.lower(to - 1), "over" | "back" | "up");
            let verb = (to - 1).saturating_sub(usize::from(particle));
            if !GIVING.contains(&self.lower(verb)) || !self.is_verb(verb) {
                continue;
            }
            let named = |at: &usize| {
                self.tag(*at).starts_with("NNP") || matches!(self.tag(*at), "DT" | "JJ")
            };
            let Some(last) = (to + 1..self.len())
                .take_while(named)
                .filter(|at| self.tag(*at).starts_with("NNP"))
                .last()
            else {
                continue;
            };
            let small = |at: usize| {
                self.tag(at) == "RB" || matches!(self.lower(at), "about" | "some" | "around")
            };
            let first = last + 1 + usize::from(small(last + 1));
            let object = match self.tag(first) {
                "CD" => (first + 1..first + 4).find(|at| self.tag(*at).starts_with("NNS")),
                _ if matches!(self.lower(first), "all" | "most" | "half" | "part") => Some(first),
                _ => None,
            };
            let Some(object) = object.filter(|_| !self.has_below(verb, &["obj", "aux:pass"]))
            else {
                continue;
            };
            for at in to..=last {
                if at != last && self.head(at).is_some_and(|head| head > last) {
                    let label = if at == to { "case" } else { "compound" };
                    self.hang(at, Some(last), label);
                }
            }
            self.hang(last, Some(verb), "obl");
            self.hang(to, Some(last), "case");
            self.hang(object, Some(verb), "obj");
        }
    }

    /// Sets right a noun after "of" that was taken for a subject beside its number: "eleven of the fourteen
    /// districts went".
    pub(super) fn set_right_counted_subjects(&mut self) {
        for of in 1..self.len() {
            if self.lower(of) != "of" || self.label(of) != "case" {
                continue;
            }
            let count = of - 1;
            let counts = matches!(self.tag(count), "CD" | "JJS" | "DT" | "NN" | "NNS")
                && self.label(count).starts_with("nsubj");
            let Some(noun) = self.head(of).filter(|noun| counts && *noun > of) else { continue };
            let beside =
                self.label(noun).starts_with("nsubj") && self.head(noun) == self.head(count);
            if beside {
                self.hang(noun, Some(count), "nmod");
            }
        }
    }

    /// Sets right "by" and a name after a passive with a particle: "were driven back by Arland".
    pub(super) fn set_right_doers(&mut self) {
        for at in 3..self.len() {
            let Some(verb) = self.head(at).filter(|verb| *verb < at) else { continue };
            let led = self.label(at) == "obl"
                && self.lower(at.wrapping_sub(1)) != ","
                && (verb + 1..at).any(|case| {
                    self.head(case) == Some(at)
                        && self.label(case) == "case"
                        && self.lower(case) == "by"
                });
            let named = self.tag(at).starts_with("NNP")
                && !crate::text::lexeme::names_day_or_month(self.lower(at));
            if led && named && self.tag(verb) == "VBN" && self.has_below(verb, &["aux:pass"]) {
                for word in verb + 1..at {
                    if self.head(word) == Some(at) && self.tag(word).starts_with('R') {
                        self.hang(word, Some(verb), "advmod");
                    }
                }
                self.hang(at, Some(verb), "obl:agent");
            }
        }
    }

    /// Sets right "no longer" before a predicate: "conceded that Sarn was no longer in its hands".
    pub(super) fn set_right_no_longer(&mut self) {
        for no in 1..self.len().saturating_sub(3) {
            let longer = no + 1;
            if self.lower(no) != "no" || self.lower(longer) != "longer" {
                continue;
            }
            let noun =
                self.head(longer).filter(|noun| *noun > longer && self.label(longer) == "amod");
            let Some(noun) = noun else { continue };
            let cop = (no.saturating_sub(3)..no).find(|cop| self.head(*cop) == Some(no));
            if let Some(cop) = cop.filter(|cop| self.label(*cop) == "cop") {
                let subject = cop - 1;
                self.hang(cop, Some(noun), "cop");
                if self.tag(subject).starts_with("NN") {
                    self.hang(subject, Some(noun), "nsubj");
                }
                if self.label(noun) == "obl" {
                    let above = self.head(noun);
                    self.hang(noun, above, "ccomp");
                }
            }
            self.hang(no, Some(longer), "advmod");
            self.hang(longer, Some(noun), "advmod");
        }
    }

    /// Sets right an object whose participle was taken for a verb: "control mining sites".
    pub(super) fn set_right_named_works(&mut self) {
        for at in 1..self.len().saturating_sub(1) {
            let noun = at + 1;
            let Some(verb) = self.head(at).filter(|verb| *verb + 1 == at) else { continue };
            let taken = self.tag(at) == "VBG"
                && matches!(self.label(at), "xcomp" | "ccomp")
                && self.tag(noun) == "NNS"
                && self.head(noun) == Some(at)
                && super::phrases::HOLDING.contains(&self.lower(verb));
            if taken {
                self.hang(noun, Some(verb), "obj");
                self.hang(at, Some(noun), "amod");
            }
        }
    }
}
