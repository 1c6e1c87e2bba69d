//! Which tags a form of a known verb may have.

use super::{
    files::VerbsFile,
    quick::{WordMap, Words},
    words::Lexicon,
};
use crate::text::syntax::TagSet;
use std::collections::{BTreeMap, BTreeSet};

/// The tags that the forms of known verbs may have.
pub(super) fn verb_tags(lexicon: &Lexicon, verbs: &Words, file: &VerbsFile) -> WordMap<TagSet> {
    let mut names: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for lemma in verbs.iter() {
        let ambiguous = file.also_nouns.contains(lemma);
        for (form, tag) in lexicon.forms_of(lemma) {
            if matches!(tag, "VB" | "VBP") {
                continue;
            }
            let open = names.entry(form).or_default();
            open.insert(tag);
            if tag == "VBG" {
                open.extend(["NN", "JJ"]);
            }
            if tag == "VBN" {
                open.extend(["JJ", "VBD"]);
            }
            if ambiguous && tag == "VBZ" {
                open.extend(["NNS", "NN"]);
            }
        }
    }
    let plain = file.only_verbs.iter().cloned();
    names
        .into_iter()
        .filter(|(form, _)| !file.tagged_freely.contains(form) && !verbs.contains(form.as_str()))
        .map(|(form, tags)| (form, TagSet::of(&tags.into_iter().collect::<Vec<_>>())))
        .chain(plain.map(|form| (form, TagSet::of(&["VB", "VBP"]))))
        .collect()
}
