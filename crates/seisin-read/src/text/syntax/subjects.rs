//! Subjects that hang elsewhere though nothing ties them there.

use super::{clause::is_time, tree::Tree};

impl Tree {
    /// Sets right a finite verb or a predicate without a subject after a noun that no preposition ties to
    /// anything else: in "inside the pocket the Arlanders still have Sarn" and "two of the crossings are
    /// rebel-held" that noun is the subject.
    pub(super) fn set_right_lost_subjects(&mut self) {
        for at in 1..self.len() {
            let finite = matches!(self.tag(at), "VBD" | "VBZ" | "VBP" | "MD");
            if !finite {
                continue;
            }
            let helps = matches!(self.label(at), "cop" | "aux" | "aux:pass");
            let Some(verb) =
                (if helps { self.head(at).filter(|verb| *verb > at) } else { Some(at) })
            else {
                continue;
            };
            if !self.has_below(verb, &["nsubj", "nsubj:pass", "csubj", "expl"])
                && let Some(subject) = self.subject_before(at, verb)
            {
                self.hang(subject, Some(verb), "nsubj");
            }
        }
    }

    /// Sets right a relative clause without a pronoun whose subject, a name, was taken for one of the noun
    /// before it: "the land Arland holds in Sarn".
    pub(super) fn set_right_named_relatives(&mut self) {
        for verb in 3..self.len() {
            let (name, noun) = (verb - 1, verb - 2);
            let relative = matches!(self.tag(verb), "VBD" | "VBZ" | "VBP")
                && self.tag(name).starts_with("NNP")
                && matches!(self.tag(noun), "NN" | "NNS")
                && self.tag(noun - 1) == "DT"
                && self.head(name) == Some(noun)
                && matches!(self.label(name), "appos" | "compound" | "flat" | "dep");
            let subject = (0..noun)
                .find(|at| self.head(*at) == Some(verb) && self.label(*at).starts_with("nsubj"));
            let tied = subject.is_none_or(|subject| self.is_below(noun, subject));
            if !relative || !tied || self.is_below(noun, verb) && subject.is_none() {
                continue;
            }
            if let Some(subject) = subject {
                let above = self.head(verb).filter(|above| *above < subject);
                self.hang(subject, above, if above.is_some() { "obl" } else { "root" });
            }
            self.hang(name, Some(verb), "nsubj");
            self.hang(verb, Some(noun), "acl:relcl");
        }
    }

    /// The noun whose phrase ends right before a verb and that nothing ties to another word.
    fn subject_before(&self, at: usize, verb: usize) -> Option<usize> {
        let mut last = (0..at).rev().find(|before| !self.tag(*before).starts_with("RB"))?;
        if self.lower(last) == "," {
            last = self.before_insertion(last)?;
        }
        let mut noun = last;
        for _ in 0..6 {
            let above = self.head(noun).filter(|above| *above < noun);
            let up = match (self.case_of(noun), self.label(noun)) {
                (Some("of"), _) | (None, "conj" | "flat") | (Some(_), "nmod") => above,
                (Some(_), _) => return None,
                (None, _) => break,
            };
            noun = up?;
        }
        let article = |at: usize| matches!(self.lower(at), "the" | "another" | "each" | "neither");
        let counts = matches!(self.tag(noun), "CD" | "JJS" | "JJR")
            || noun.checked_sub(1).is_some_and(article) && matches!(self.tag(noun), "JJ" | "RB");
        let fits = (self.is_nominal(noun) || counts)
            && !matches!(self.tag(noun), "WP" | "WDT" | "EX")
            && !is_time(self.lower(noun))
            && matches!(
                self.label(noun),
                "nmod" | "obl" | "dep" | "advmod" | "nummod" | "obj" | "amod"
            );
        let above = self.head(noun)?;
        let loose = matches!(self.label(noun), "appos" | "compound") && self.is_verb(above);
        let fits = fits || loose && self.is_nominal(noun) && !is_time(self.lower(noun));
        let relative = self.label(above).starts_with("acl") && above < noun;
        (fits && !relative && !self.is_below(verb, noun)).then_some(noun)
    }

    /// The word before an insertion that ends with this comma: "the commander, Chongo Velk, |", "troops,
    /// backed by Arland, |".
    fn before_insertion(&self, comma: usize) -> Option<usize> {
        const LONGEST: usize = 18;
        let first = (comma.saturating_sub(LONGEST)..comma)
            .rev()
            .find(|at| matches!(self.lower(*at), "," | ";" | ":" | "." | "(" | ")"))
            .filter(|at| self.lower(*at) == ",")?;
        let asks =
            |at: usize| matches!(self.lower(at), "who" | "which" | "whose" | "where" | "whom");
        let opens =
            asks(first + 1) || matches!(self.tag(first + 1), "IN" | "TO") && asks(first + 2);
        let finite =
            (first + 1..comma).any(|at| matches!(self.tag(at), "VBD" | "VBZ" | "VBP" | "MD"));
        let joins = matches!(self.tag(first + 1), "CC");
        (comma > first + 1 && (opens || !finite) && !joins).then(|| first.checked_sub(1))?
    }

    /// The preposition of a noun.
    fn case_of(&self, noun: usize) -> Option<&str> {
        let case =
            (0..noun).find(|at| self.head(*at) == Some(noun) && self.label(*at) == "case")?;
        Some(self.lower(case))
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{prepare, syntax::Tree};

    fn subject_of(sentence: &str, verb: &str) -> Option<String> {
        let prepared = prepare(sentence);
        let tree = Tree::of(&prepared, &prepared.sentences[0]);
        let at = (0..tree.len()).find(|at| tree.lower(*at) == verb).expect("the verb is there");
        tree.child(at, &["nsubj", "nsubj:pass"]).map(|subject| tree.lower(subject).to_owned())
    }

    #[test]
    fn a_verb_has_the_subject_it_follows() {
        for (sentence, verb, subject) in [
            ("Inside the pocket the Ukrainians still have 12 villages.", "have", "ukrainians"),
            ("Two of the five crossings are rebel-held.", "rebel-held", "two"),
            (
                "Speaking on television on Monday, the regional commander, Chongo Vidigal, said a number had died.",
                "said",
                "commander",
            ),
            ("Poland offered Krakow for the land Ukraine holds in Lviv.", "holds", "ukraine"),
        ] {
            assert_eq!(subject_of(sentence, verb).as_deref(), Some(subject), "{sentence}");
        }
    }
}
