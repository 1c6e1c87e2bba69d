//! Which verbs may tell of people killed, wounded or lost.

use super::lexicon::{Lexicon, Words};
use std::sync::LazyLock;

/// The plain forms of the verbs that are asked what became of people.
static FATEFUL: LazyLock<Words> = LazyLock::new(|| {
    const OTHERS: [&str; 9] =
        ["execute", "fall", "lose", "suffer", "inflict", "deny", "give", "lay", "sacrifice"];
    let lexicon = Lexicon::built_in();
    let lists = [&lexicon.killing, &lexicon.killing_people, &lexicon.wounding, &lexicon.dying];
    let phrases = lexicon.killing_with.iter().filter_map(|phrase| phrase.split(' ').next());
    let verbs = lists.into_iter().flat_map(Words::iter).map(String::as_str);
    verbs.chain(phrases).chain(OTHERS).map(str::to_owned).collect()
});

/// Whether a form is one of a verb that may tell of it: most verbs are not, and need no further look.
pub(super) fn may_tell_fate(lexicon: &Lexicon, form: &str) -> bool {
    lexicon.is_form_of(form, &FATEFUL)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A verb that the rules on losses ask for and that stands in no list here would never be asked.
    #[test]
    fn every_verb_that_tells_of_losses_passes() {
        let lexicon = Lexicon::built_in();
        let source = include_str!("casualties.rs");
        let source = source.split("fn by_mishap").next().unwrap();
        let asked = source.split(concat!("is_form", "(form, \"")).skip(1);
        let verbs: Vec<&str> = asked.filter_map(|rest| rest.split('"').next()).collect();
        assert!(verbs.len() > 4, "{verbs:?}");
        for verb in verbs {
            assert!(may_tell_fate(lexicon, verb), "{verb}");
        }
    }
}
