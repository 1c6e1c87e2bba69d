//! The repairs of a tree in their order, each with what a tree must hold for it to find anything.

use super::{
    tags::{LabelSet, TagSet},
    tree::{Tree, Word},
};

/// What some words hold: the tags and labels that any of them has or had.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) tags: TagSet,
    pub(super) labels: LabelSet,
    /// Whether any of it was set since it was looked at.
    pub(super) changed: bool,
}

impl Default for Held {
    fn default() -> Self {
        Self { tags: TagSet::of(&[]), labels: LabelSet::NONE, changed: false }
    }
}

impl Held {
    /// What some words hold.
    pub(super) fn of(words: &[Word]) -> Self {
        let mut held = Self::default();
        for word in words {
            held.tags.add(word.tag);
            held.labels.add(word.label);
        }
        held
    }

    /// Whether all is there that a repair needs.
    pub(super) fn meets(&self, needs: &Needs) -> bool {
        needs.labels.iter().all(|labels| self.labels.meets(*labels))
            && needs.tags.iter().all(|tags| self.tags.meets(*tags))
    }
}

/// What a tree must hold for a repair to find anything: a label of each set, and a tag of each set.
pub(super) struct Needs {
    labels: &'static [LabelSet],
    tags: &'static [TagSet],
}

/// A repair and what it needs.
type Repair = (Needs, fn(&mut Tree));

macro_rules! repair {
    ($name:ident [$($label:literal)|+ $(, $($more:literal)|+)*] $(; $($tag:literal)|+)*) => {
        (
            Needs {
                labels: &[LabelSet::of(&[$($label),+]) $(, LabelSet::of(&[$($more),+]))*],
                tags: &[$(TagSet::of(&[$($tag),+])),*],
            },
            Tree::$name,
        )
    };
    ($name:ident $(; $($tag:literal)|+)*) => {
        (Needs { labels: &[], tags: &[$(TagSet::of(&[$($tag),+])),*] }, Tree::$name)
    };
}

/// The repairs, in their order.
pub(super) static REPAIRS: &[Repair] = &[
    repair!(set_right_marks_of_owners; "POS"),
    repair!(set_right_owners; "POS" | "WP$"),
    repair!(set_right_names; "NNP" | "NNPS"),
    repair!(set_right_parts ["obl", "obj", "case"]),
    repair!(set_right_compounds ["compound", "obj" | "obl"]; "IN" | "TO"),
    repair!(set_right_joined_subjects ["acl" | "acl:relcl"]; "VBD" | "VBZ" | "VBP"),
    repair!(set_right_parted_subjects ["ccomp", "nsubj", "conj"]),
    repair!(set_right_joined_objects ["cc", "obj" | "obl" | "appos" | "conj"]),
    repair!(set_right_joined_places ["conj", "cc", "case", "obl"]),
    repair!(set_right_joined_clauses ["cc", "advcl"]),
    repair!(set_right_joined_after ["conj", "case", "nsubj"]),
    repair!(set_right_names_after_years; "NNP" | "NNPS"; "VBD"),
    repair!(set_right_loose_subjects ["dep", "aux:pass"]),
    repair!(set_right_agents ["nmod", "aux:pass", "case"]),
    repair!(set_right_perfect_helpers["aux:pass"]),
    repair!(set_right_opening_nouns),
    repair!(set_right_names_of ["mark", "nsubj" | "nsubj:pass"]),
    repair!(set_right_conjunctions ["acl" | "acl:relcl"]; "VBD"),
    repair!(set_right_intransitives ["acl"]; "VBN" | "VBD"),
    repair!(set_right_adjective_roots ["nsubj" | "compound", "parataxis" | "ccomp" | "conj" | "dep" | "advcl" | "obl"]),
    repair!(set_right_adjective_subjects ["nsubj"]; "JJ"),
    repair!(set_right_relative_roots ["nsubj", "conj" | "parataxis" | "ccomp" | "advcl" | "xcomp"]),
    repair!(set_right_swallowed_objects ["acl", "nsubj" | "nsubj:pass"]),
    repair!(set_right_noun_roots["parataxis" | "acl:relcl" | "acl"]),
    repair!(set_right_told ["acl:relcl", "nsubj"]),
    repair!(set_right_that_relatives ["acl" | "advcl" | "ccomp" | "appos", "mark", "nsubj"]),
    repair!(set_right_no_longer),
    repair!(set_right_told_predicates["cop"]),
    repair!(set_right_bare_predicates["acl:relcl" | "acl" | "parataxis"]),
    repair!(set_right_apposed_predicates ["cop", "appos" | "nmod" | "acl" | "dep"]),
    repair!(set_right_acting_participles ["acl"]; "VBN"),
    repair!(set_right_participles ["amod", "obj"]; "VBN" | "VBD"),
    repair!(set_right_fronted ["obj"]; "NNP" | "NNPS"),
    repair!(set_right_perfect_subjects ["nsubj:pass", "obj"]),
    repair!(set_right_which; "WDT"),
    repair!(set_right_placed_objects["obj" | "compound" | "amod"]),
    repair!(set_right_joined_names ["compound", "conj" | "cc"]; "NNP" | "NNPS"),
    repair!(set_right_held_conjunctions; "CC"),
    repair!(set_right_listed_objects ["obj", "conj", "cc"]),
    repair!(set_right_counted_subjects ["case", "nsubj" | "nsubj:pass"]),
    repair!(set_right_bare_recipients["iobj"]),
    repair!(set_right_two_objects["obj"]),
    repair!(set_right_postponed_objects; "IN" | "TO"),
    repair!(set_right_doers ["obl", "aux:pass", "case"]),
    repair!(set_right_named_works["xcomp" | "ccomp"]),
    repair!(set_right_quantities["obl" | "det"]),
    repair!(set_right_renamed_objects["obj"]),
    repair!(set_right_bare_objects["obl"]),
    repair!(set_right_named_objects ["obj", "obl"]; "NNP" | "NNPS"),
    repair!(set_right_objects ["obj", "obl", "case"]),
    repair!(set_right_swapped_objects ["advmod" | "obl", "obj" | "obl"]),
    repair!(set_right_perfects; "VBN"),
    repair!(set_right_asked_subjects["aux"]),
    repair!(set_right_relatives["nsubj" | "nsubj:pass"]),
    repair!(set_right_bare_relatives ["acl" | "acl:relcl"]; "VBN" | "VBD"),
    repair!(set_right_named_relatives ["appos" | "compound" | "flat" | "dep"]; "DT"; "NNP" | "NNPS"),
    repair!(set_right_opening_times["acl:relcl" | "parataxis" | "acl"]),
    repair!(set_right_swallowed["acl:relcl" | "acl"]),
    repair!(set_right_lost_subjects),
    repair!(set_right_plain_forms ["nsubj"]; "VB"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{prepare, syntax::Tagged};

    /// The sentences of the tests' tables.
    fn sentences() -> impl Iterator<Item = &'static str> {
        [
            include_str!("../../../tests/tables/casualties.txt"),
            include_str!("../../../tests/tables/control.txt"),
            include_str!("../../../tests/tables/land.txt"),
            include_str!("../../../tests/tables/offers.txt"),
        ]
        .into_iter()
        .flat_map(str::lines)
        .filter_map(|line| line.strip_prefix("> "))
    }

    /// The repairs that find something in a tree though it lacks what they need, each asked of the tree as
    /// those before it leave it.
    fn missed(mut tree: Tree) -> Vec<usize> {
        tree.held = Held::of(tree.words());
        let mut missed = Vec::new();
        for (number, (needs, repair)) in REPAIRS.iter().enumerate() {
            let met = tree.held.meets(needs);
            tree.held.changed = false;
            repair(&mut tree);
            if !met && tree.held.changed {
                missed.push(number);
            }
        }
        missed
    }

    #[test]
    fn a_repair_finds_nothing_without_what_it_needs() {
        let mut trees = 0;
        for report in sentences() {
            let prepared = prepare(&report.replace(" ¶ ", "\n\n"));
            for sentence in &prepared.sentences {
                let tagged = Tagged::of(&prepared, sentence, &|_| TagSet::ALL, &[]);
                let tree = Tree::as_modelled(tagged.modelled());
                let words = prepared.slice(sentence.range.clone());
                assert_eq!(missed(tree), [0; 0], "{words}");
                trees += 1;
            }
        }
        assert!(trees > 500, "{trees}");
    }
}
