//! Forms in "s", and forms of verbs, that are nouns where they stand.

use super::super::{lexicon::Lexicon, who::COURTS};
use super::last_word;

/// Whether a form in "s" is a plural, by itself or by what stands before it.
pub(super) fn is_plural(lexicon: &Lexicon, form: &str, before: &str) -> bool {
    let last = last_word(before);
    is_plural_land(lexicon, form)
        || is_plural_people(lexicon, form)
        || is_owned_plural(last, form)
        || follows_number(last)
}

/// Whether a form in "s" stands where no verb can: "lost their | lives", "on both | sides".
fn is_owned_plural(last: &str, form: &str) -> bool {
    const DETERMINERS: [&str; 15] = [
        "northern", "southern", "eastern", "western", "the", "your", "no", "their", "its", "our",
        "my", "both", "these", "those", "several",
    ];
    const NO_NOUNS: [&str; 16] = [
        "always",
        "sometimes",
        "perhaps",
        "besides",
        "previous",
        "various",
        "as",
        "was",
        "has",
        "does",
        "is",
        "less",
        "yes",
        "plus",
        "across",
        "towards",
    ];
    DETERMINERS.iter().any(|word| last.eq_ignore_ascii_case(word))
        && !["ous", "ss", "us", "less"].iter().any(|ending| form.ends_with(ending))
        && !NO_NOUNS.contains(&form)
}

/// Whether a form is the plural of a noun for land and nothing else: "oilfields".
fn is_plural_land(lexicon: &Lexicon, form: &str) -> bool {
    let other = form.ends_with("ss") || form == "headquarters" || form == "barracks";
    !other && lexicon.land.contains(form) && lexicon.lemmas(form).is_empty()
}

/// Whether a form is the plural of a noun for people under arms and nothing else: "troops".
fn is_plural_people(lexicon: &Lexicon, form: &str) -> bool {
    let people = [&lexicon.forces, &lexicon.groups, &lexicon.persons];
    form.len() > 4
        && !form.ends_with("ss")
        && people.iter().any(|list| list.contains(form))
        && (lexicon.lemmas(form).is_empty() || form == "troops")
}

/// Whether a small number stands right before: "by thirteen | votes".
fn follows_number(last: &str) -> bool {
    const NUMBERS: [&str; 19] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "twenty", "thirty", "forty", "fifty",
    ];
    NUMBERS.contains(&last)
}

/// Whether a form in "s" begins a sentence and so is no verb of a third person: "Wildfires near Sarn".
pub(super) fn opens_with_noun(before: &str, form: &str) -> bool {
    let helper = matches!(form, "Is" | "Was" | "Has" | "Does" | "Says" | "Lets" | "Means");
    !before.contains(char::is_alphanumeric) && !helper
}

/// Whether a form is that of a court, or "force" where no verb can stand.
pub(super) fn is_body(form: &str, before: &str) -> bool {
    form == "force" && follows_article(before) || COURTS.contains(&form) && !form.ends_with('s')
}

/// Whether an article stands two words before: "a British | force".
fn follows_article(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or("");
    matches!(last, "a" | "an" | "the") || matches!(words.next(), Some("a" | "an" | "the"))
}

/// "Four-fifths", "two-thirds".
pub(super) fn is_fraction(form: &str) -> bool {
    form.ends_with('s')
        && form.rsplit_once('-').is_some_and(|(_, part)| {
            matches!(
                part,
                "thirds"
                    | "quarters"
                    | "fourths"
                    | "fifths"
                    | "sixths"
                    | "eighths"
                    | "ninths"
                    | "tenths"
            )
        })
}

/// Whether words begin with what bodies under arms do: "border guards | took".
pub(super) fn acts(after: &str) -> bool {
    let next = after.trim_start().split([' ', ',', '.', ';']).next().unwrap_or("");
    let helps = matches!(next, "have" | "had" | "were" | "are" | "will" | "also" | "still" | "now");
    helps || Lexicon::built_in().senses(next).next().is_some()
}
