//! What a form is beside a noun for a plan, and "de facto".

use super::{super::lexicon::Lexicon, holding::begins_object, last_word, sets::SETS};
use crate::text::syntax::TagSet;

/// What a form is beside a noun for a plan, and as part of "de facto".
pub(super) fn hint_of_plan(form: &str, before: &str, after: &str) -> Option<TagSet> {
    if matches!(form, "de" | "facto" | "jure") && is_in_fact(form, before, after) {
        return Some(SETS.adjective);
    }
    if form.ends_with("ed") && is_laid_before(form, before) {
        return Some(SETS.simple_past);
    }
    if is_named_plan(form, before, after) {
        return Some(SETS.noun);
    }
    let parts = form == "parts" && after.starts_with(" with ");
    let told = form.ends_with('s') && is_told_by_plan(form, before, after);
    (parts || told).then_some(SETS.verb)
}

/// "The Rogers | plan", "the Annan | offer": what is called after somebody, not what they do.
fn is_named_plan(form: &str, before: &str, after: &str) -> bool {
    const PLANS: [&str; 6] = ["plan", "offer", "deal", "map", "draft", "bid"];
    let name = last_word(before);
    let article = before.strip_suffix(name).map_or("", |words| last_word(words));
    PLANS.contains(&form)
        && name.starts_with(char::is_uppercase)
        && matches!(article, "the" | "The" | "a" | "A")
        && !after.starts_with(" to ")
}

/// "The | de facto | ministry", "de jure".
fn is_in_fact(form: &str, before: &str, after: &str) -> bool {
    if form == "de" {
        return after.starts_with(" facto ") || after.starts_with(" jure ");
    }
    before.ends_with("de ")
}

/// "A draft that the mediators | circulated": what somebody did with a plan, told of it.
fn is_laid_before(form: &str, before: &str) -> bool {
    const FARTHEST: usize = 6;
    let lexicon = Lexicon::built_in();
    if !lexicon.is_form_of(form, &lexicon.laying) {
        return false;
    }
    let mut back = before.split_whitespace().rev().take(FARTHEST);
    let that = back.position(|word| matches!(word, "that" | "which"));
    that.is_some_and(|words| {
        words > 0
            && back
                .next()
                .is_some_and(|noun| lexicon.about.contains(noun) || lexicon.settled.contains(noun))
    })
}

/// "The plan | calls | for", "one map | hands | the road": what a plan says of its terms.
fn is_told_by_plan(form: &str, before: &str, after: &str) -> bool {
    let lexicon = Lexicon::built_in();
    let noun = last_word(before);
    lexicon.is_form_of(form, &lexicon.terms)
        && !noun.ends_with('s')
        && (lexicon.about.contains(noun) || lexicon.settled.contains(noun))
        && (begins_object(after) || after.starts_with(" for "))
}
