//! The sets of tags that a word may be left with.

use crate::text::syntax::TagSet;

/// The sets of tags that a hint leaves a word.
pub(super) struct Sets {
    pub(super) name: TagSet,
    pub(super) people: TagSet,
    pub(super) adjective: TagSet,
    pub(super) verb: TagSet,
    pub(super) past: TagSet,
    pub(super) simple_past: TagSet,
    pub(super) noun: TagSet,
    pub(super) plural: TagSet,
    pub(super) joining: TagSet,
    pub(super) participle: TagSet,
    pub(super) no_finite: TagSet,
    pub(super) modal: TagSet,
    pub(super) gerund: TagSet,
    pub(super) number: TagSet,
    pub(super) determiner: TagSet,
    pub(super) verb_form: TagSet,
    pub(super) no_small_word: TagSet,
}

/// Each set.
pub(super) const SETS: Sets = Sets {
    name: TagSet::of(&["NNP", "NNPS"]),
    people: TagSet::of(&["JJ", "NNP", "NNPS", "NNS"]),
    adjective: TagSet::of(&["JJ"]),
    verb: TagSet::of(&["VBP", "VBZ"]),
    past: TagSet::of(&["VBD", "VBN"]),
    simple_past: TagSet::of(&["VBD"]),
    noun: TagSet::of(&["NN"]),
    plural: TagSet::of(&["NNS"]),
    joining: TagSet::of(&["IN"]),
    participle: TagSet::of(&["VBN"]),
    no_finite: TagSet::without(&["VBZ", "VBP"]),
    modal: TagSet::of(&["MD"]),
    gerund: TagSet::of(&["VBG"]),
    number: TagSet::of(&["CD"]),
    determiner: TagSet::of(&["DT"]),
    verb_form: TagSet::of(&["VBP", "VB"]),
    no_small_word: TagSet::without(&["IN", "DT", "CC", "TO", "MD", "PRP", "PRP$", "RP", "WDT"]),
};
