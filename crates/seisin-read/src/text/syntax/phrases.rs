//! Nouns that the model hangs where no phrase can: owners beside what they own, and names joined to a
//! noun beyond a preposition.

use super::tree::Tree;

impl Tree {
    /// Sets right owners that hang beside what they own: in "Arland’s RSF captured" and "whose troops
    /// hold" the owner is no subject.
    pub(super) fn set_right_owners(&mut self) {
        for mark in 0..self.len() {
            let owner = match self.tag(mark) {
                "POS" => self.head(mark).filter(|at| *at < mark && self.tag(*at).starts_with("NN")),
                "WP$" => Some(mark),
                _ => None,
            };
            let Some(owner) = owner.filter(|at| self.label(*at) != "nmod:poss") else { continue };
            let Some(owned) = self.noun_from(mark + 1) else { continue };
            if self.head(owned) == Some(owner) {
                let (above, label) = (self.head(owner), self.label(owner));
                self.hang(owned, above, label);
            }
            self.hang(owner, Some(owned), "nmod:poss");
        }
    }

    /// Sets right what hangs on a later part of a name, and two parts of one that are both taken for the
    /// subject: "Tel Velk, a pocket in the north", "Sarn Brigades took", "Hill 1414".
    pub(super) fn set_right_names(&mut self) {
        for at in 1..self.len() {
            let (above, label) = (self.head(at), self.label(at));
            let numbered = matches!(self.lower(at - 1), "hill" | "point" | "height");
            if numbered && self.tag(at) == "CD" && above == Some(at - 1) {
                self.hang(at, above, "flat");
            }
            if self.lower(at) == "proper" && self.tag(at - 1).starts_with("NNP") {
                self.hang(at, Some(at - 1), "amod");
            }
            let first = above.filter(|above| *above < at && self.label(*above) == "flat");
            let beside = matches!(label, "appos" | "acl:relcl" | "acl");
            if let Some(first) = first.and_then(|part| self.head(part)).filter(|_| beside) {
                self.hang(at, Some(first), label);
            }
            if !matches!(label, "nsubj" | "nsubj:pass" | "obj") {
                continue;
            }
            let first = (0..at).rev().find(|word| !self.tag(*word).starts_with("JJ")).unwrap_or(0);
            let gives =
                label == "obj" && above.is_some_and(|verb| GIVING.contains(&self.lower(verb)));
            let twice = !gives
                && self.label(first) == label
                && self.head(first) == above
                && (self.tag(first).starts_with("NNP") && self.tag(at).starts_with("NN")
                    || self.tag(first).starts_with("NN") && self.tag(at).starts_with("NNP"));
            if twice && first < at {
                self.hang(first, Some(at), "compound");
            }
        }
    }

    /// The last noun of the words that make one phrase from here on.
    fn noun_from(&self, start: usize) -> Option<usize> {
        let within = |at: &usize| {
            let tag = self.tag(*at);
            tag.starts_with("NN") || tag.starts_with("JJ") || matches!(tag, "CD" | "HYPH")
        };
        (start..self.len()).take_while(within).filter(|at| self.tag(*at).starts_with("NN")).last()
    }

    /// Sets right a noun after "of" that was taken for a subject: in "the town of Sarn had fallen" the name
    /// belongs to the town.
    pub(super) fn set_right_names_of(&mut self) {
        for of in 1..self.len().saturating_sub(1) {
            let mark = self.lower(of) == "of" && self.label(of) == "mark";
            let Some(verb) = self.head(of).filter(|verb| mark && *verb > of + 1) else { continue };
            let noun = of - 1;
            let named = (of + 1..verb)
                .find(|at| self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj"));
            let owned = self.head(noun) == Some(verb) && self.tag(noun).starts_with("NN");
            if let Some(named) = named.filter(|_| owned) {
                self.hang(named, Some(noun), "nmod");
                self.hang(of, Some(named), "case");
            }
        }
    }

    /// Sets right a clause after "before" or "after" whose subject was taken for what follows the
    /// preposition: "in the days before Sarn fell".
    pub(super) fn set_right_conjunctions(&mut self) {
        for verb in 2..self.len() {
            let noun = verb - 1;
            let joins =
                |at: usize| matches!(self.lower(at), "before" | "after" | "until" | "since");
            let case = (verb.saturating_sub(5)..noun)
                .rev()
                .find(|at| self.head(*at) == Some(noun) && joins(*at));
            let finite = self.tag(verb) == "VBD" && self.label(verb).starts_with("acl");
            let Some(case) = case.filter(|_| finite && self.tag(noun).starts_with("NN")) else {
                continue;
            };
            let above = self.head(noun).filter(|above| *above < case);
            let Some(above) = above.filter(|above| self.head(verb) != Some(*above)) else {
                continue;
            };
            let loose = (0..case).find(|at| {
                self.head(*at) == Some(verb)
                    && self.tag(*at) == "VBN"
                    && *at > 1
                    && self.lower(*at - 1) == ","
                    && self.tag(*at - 2).starts_with("NN")
            });
            if let Some(loose) = loose {
                let last = loose - 2;
                let first = self.head(last).filter(|_| self.label(last) == "conj").unwrap_or(last);
                self.hang(loose, Some(first), "acl");
            }
            self.hang(noun, Some(verb), "nsubj");
            self.hang(case, Some(verb), "mark");
            self.hang(verb, Some(above), "advcl");
        }
    }

    /// Sets right a name that is joined to a noun beyond a preposition: in "took Sarn from Arland’s men"
    /// the name is what was taken.
    pub(super) fn set_right_compounds(&mut self) {
        for at in 1..self.len() {
            let Some(head) = self.head(at).filter(|head| *head > at + 1) else { continue };
            let parted = self.label(at) == "compound"
                && (at + 1..head).any(|between| matches!(self.tag(between), "IN" | "TO"));
            let Some(verb) = self.head(head).filter(|verb| parted && *verb < at) else { continue };
            if self.is_verb(verb) && matches!(self.label(head), "obj" | "obl") {
                self.hang(at, Some(verb), "obj");
                self.hang(head, Some(verb), "obl");
            }
        }
    }

    /// Sets right what is told that was read as a relative clause: "that" is no object where the clause
    /// has a subject and an object besides, and a clause after a verb is not its subject’s.
    pub(super) fn set_right_told(&mut self) {
        for verb in 1..self.len() {
            let Some(noun) = self.head(verb).filter(|_| self.label(verb) == "acl:relcl") else {
                continue;
            };
            let below = |tree: &Self, at: usize| tree.head(at) == Some(verb);
            let Some(that) = (noun + 1..verb).find(|at| self.lower(*at) == "that") else {
                continue;
            };
            let has = |label: &str| {
                (that + 1..self.len()).any(|at| below(self, at) && self.label(at) == label)
            };
            let marked = self.label(that) == "mark";
            let above = self.head(noun).filter(|above| {
                (noun + 1..that).contains(above) && self.tag(*above).starts_with("VB")
            });
            let told = marked || above.is_some() && has("obj");
            let whole = below(self, that) && has("nsubj") && told;
            if !whole {
                continue;
            }
            self.retag(that, "IN");
            self.hang(that, Some(verb), "mark");
            match above {
                Some(above) => self.hang(verb, Some(above), "ccomp"),
                None => self.hang(verb, Some(noun), "acl"),
            }
        }
    }

    /// Sets right a relative clause whose "that" was taken for a conjunction: "a port that the government
    /// has held since June".
    pub(super) fn set_right_that_relatives(&mut self) {
        for verb in 3..self.len() {
            let Some(above) = self.head(verb).filter(|above| *above < verb) else { continue };
            let Some(noun) = self.described(verb, above) else { continue };
            let below = |labels: &[&str]| {
                (noun + 1..self.len())
                    .find(|at| self.head(*at) == Some(verb) && labels.contains(&self.label(*at)))
            };
            let that = below(&["mark"]).filter(|at| self.lower(*at) == "that" && *at < verb);
            let whole = below(&["nsubj"]).is_some()
                && below(&["obj", "ccomp", "xcomp", "aux:pass"]).is_none();
            let holds = HOLDING.contains(&self.lower(verb));
            let set_off = self.tag(noun).starts_with("NN") && !TELLING.contains(&self.lower(noun));
            if let Some(that) = that.filter(|_| whole && holds && set_off) {
                self.retag(that, "WDT");
                self.hang(that, Some(verb), "obj");
                self.hang(verb, Some(noun), "acl:relcl");
            }
        }
    }

    /// The noun that a clause with "that" describes: the one it hangs on, or the one right before "that" with
    /// what that is a part of, where the clause hangs on the verb above.
    fn described(&self, verb: usize, above: usize) -> Option<usize> {
        if self.label(verb) == "acl" {
            return Some(above);
        }
        let tells = matches!(
            self.lower(above),
            "told" | "tell" | "tells" | "telling" | "informed" | "assured" | "warned" | "reminded"
        );
        if tells || !matches!(self.label(verb), "advcl" | "ccomp" | "appos") {
            return None;
        }
        let that = (above + 2..verb).find(|at| self.lower(*at) == "that")?;
        let last = that - 1;
        let mut climb = std::iter::successors(Some(last), |at| {
            let up = self.head(*at).filter(|up| *up > above && *up < *at);
            up.filter(|_| self.label(*at) == "nmod")
        });
        climb.by_ref().last().filter(|noun| self.tag(*noun).starts_with("NN"))
    }

    /// Sets right a phrase with "of" that hangs on the verb though it stands right after the object: in
    /// "hold 80 per cent of Sarn" it belongs to the amount.
    pub(super) fn set_right_parts(&mut self) {
        for noun in 2..self.len() {
            let Some(verb) = self.head(noun).filter(|_| self.label(noun) == "obl") else {
                continue;
            };
            let of = (verb + 1..noun)
                .find(|at| self.head(*at) == Some(noun) && self.label(*at) == "case");
            let Some(of) = of.filter(|of| self.lower(*of) == "of") else { continue };
            let part = of - 1;
            let object = self.head(part) == Some(verb)
                && self.label(part) == "obj"
                && self.tag(part).starts_with("NN");
            if object && self.is_verb(verb) && !TAKING_OF.contains(&self.lower(verb)) {
                self.hang(noun, Some(part), "nmod");
            }
        }
    }
}

/// Forms of verbs that have two objects: to whom something is given, and what.
const GIVING: [&str; 34] = [
    "give", "gives", "gave", "given", "giving", "grant", "grants", "granted", "granting", "offer",
    "offers", "offered", "offering", "hand", "handed", "cede", "ceded", "sell", "sold", "award",
    "awarded", "promise", "promised", "deny", "denied", "denies", "allow", "allowed", "leave",
    "left", "cost", "costs", "assure", "assured",
];

/// Forms of verbs of holding and taking, which have an object.
pub(super) const HOLDING: [&str; 42] = [
    "held",
    "hold",
    "holds",
    "controlled",
    "controls",
    "control",
    "seized",
    "seizes",
    "seize",
    "captured",
    "captures",
    "capture",
    "occupied",
    "occupies",
    "occupy",
    "abandoned",
    "abandon",
    "retaken",
    "retook",
    "retake",
    "recaptured",
    "lost",
    "lose",
    "took",
    "take",
    "takes",
    "taken",
    "won",
    "overran",
    "conquered",
    "annexed",
    "claims",
    "claim",
    "claimed",
    "governs",
    "governed",
    "administers",
    "administered",
    "ruled",
    "rules",
    "regained",
    "left",
];

/// Nouns for what is told, whose "that" opens it.
const TELLING: [&str; 14] = [
    "claim",
    "claims",
    "report",
    "reports",
    "news",
    "fact",
    "statement",
    "announcement",
    "rumour",
    "rumours",
    "idea",
    "belief",
    "assertion",
    "evidence",
];

/// Forms of verbs after whose object "of" goes on with the verb: "robbed the town of its bridge".
const TAKING_OF: [&str; 24] = [
    "accuse",
    "accused",
    "accuses",
    "accusing",
    "rob",
    "robbed",
    "deprive",
    "deprived",
    "strip",
    "stripped",
    "clear",
    "cleared",
    "clearing",
    "rid",
    "inform",
    "informed",
    "warn",
    "warned",
    "remind",
    "reminded",
    "convince",
    "convinced",
    "notified",
    "assured",
];
