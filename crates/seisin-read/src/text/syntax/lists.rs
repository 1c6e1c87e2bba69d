//! Lists of what a verb has as its object, whose items the model hangs here and there: "holds the east, the
//! oilfields and nearly all of the south".

use super::tree::Tree;

/// Labels that an item of a list was given by mistake.
const LOOSE: [&str; 7] = ["obj", "appos", "advcl", "dep", "parataxis", "obl", "conj"];

impl Tree {
    /// Sets right an "and" that was taken for a noun: what hangs on it is the last item of a list.
    pub(super) fn set_right_held_conjunctions(&mut self) {
        for and in 2..self.len() {
            if self.tag(and) != "CC" || self.label(and) == "cc" || self.lower(and) != "and" {
                continue;
            }
            let Some(above) = self.head(and).filter(|above| *above < and) else { continue };
            let item = (and + 1..self.len()).find(|at| {
                self.head(*at) == Some(and)
                    && matches!(self.label(*at), "obj" | "obl" | "obl:tmod" | "nmod" | "conj")
                    && (self.is_nominal(*at) || self.tag(*at) == "JJS")
            });
            if let Some(item) = item.filter(|_| self.tag(above).starts_with("NN")) {
                self.hang(item, Some(above), "conj");
                self.hang(and, Some(item), "cc");
            }
        }
    }

    /// Sets right the items of a list after an object: a noun after a comma, where "and" joins another to it
    /// or to the first.
    pub(super) fn set_right_listed_objects(&mut self) {
        for comma in 2..self.len().saturating_sub(2) {
            let first = comma - 1;
            let object = matches!(self.label(first), "obj" | "conj")
                && self.tag(first).starts_with("NN")
                && self.lower(comma) == ",";
            let Some(above) = self.head(first).filter(|above| object && *above < first) else {
                continue;
            };
            let head = if self.label(first) == "conj" { above } else { first };
            if self.label(head) != "obj" {
                continue;
            }
            let verb = self.head(head);
            let item = (comma + 1..(comma + 5).min(self.len())).find(|at| {
                let hangs = self.head(*at) == verb || self.head(*at) == Some(head);
                let begins = (comma + 1..*at)
                    .all(|word| matches!(self.tag(word), "DT" | "JJ" | "NN" | "NNP" | "CD" | "RB"));
                hangs
                    && begins
                    && LOOSE.contains(&self.label(*at))
                    && (self.tag(*at).starts_with("NN") || self.tag(*at) == "JJS")
                    && !super::clause::is_time(self.lower(*at))
            });
            let Some(item) = item.filter(|item| !self.has_below(*item, &["case", "nsubj"])) else {
                continue;
            };
            let joined = (item + 1..self.len()).find(|at| {
                self.label(*at) == "conj"
                    && (self.head(*at) == Some(item) || self.head(*at) == Some(head))
                    && self.has_below(*at, &["cc"])
                    && !self.is_verb(*at)
            });
            let Some(joined) = joined else { continue };
            let told = (item + 1..joined)
                .any(|at| matches!(self.tag(at), "VBD" | "VBZ" | "VBP" | "MD" | "WDT" | "WP"));
            if !told {
                self.hang(item, Some(head), "conj");
                self.hang(joined, Some(head), "conj");
            }
        }
    }
}
