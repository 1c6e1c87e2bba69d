//! Verbs in all their forms.

use super::{
    files::IrregularFile,
    quick::{WordMap, Words},
};

/// Every form of every verb, and the plain forms it may have.
pub(super) fn forms(verbs: &Words, irregular: &IrregularFile) -> WordMap<Vec<String>> {
    let mut table: WordMap<Vec<String>> = WordMap::default();
    let mut add = |form: String, lemma: &str| {
        let lemmas = table.or_default(form);
        if !lemmas.iter().any(|known| known == lemma) {
            lemmas.push(lemma.to_owned());
        }
    };
    for lemma in verbs.iter() {
        let odd = irregular.forms.iter().find(|[plain, _, _]| plain == lemma);
        add(lemma.clone(), lemma);
        add(third_person(lemma), lemma);
        add(with_ending(lemma, "ing"), lemma);
        match odd {
            Some([_, past, participle]) => {
                add(past.clone(), lemma);
                add(participle.clone(), lemma);
            }
            None => add(with_ending(lemma, "ed"), lemma),
        }
    }
    for (form, lemma) in [
        ("has", "have"),
        ("was", "be"),
        ("were", "be"),
        ("is", "be"),
        ("are", "be"),
        ("said", "say"),
    ] {
        add(form.to_owned(), lemma);
    }
    table
}

/// “Seizes”, “carries”.
pub(super) fn third_person(verb: &str) -> String {
    match verb {
        "have" => return "has".to_owned(),
        "be" => return "is".to_owned(),
        _ => {}
    }
    if let Some(stem) = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        return format!("{stem}ies");
    }
    if verb.ends_with('s')
        || verb.ends_with("sh")
        || verb.ends_with("ch")
        || verb.ends_with('x')
        || verb.ends_with('o')
    {
        return format!("{verb}es");
    }
    format!("{verb}s")
}

/// A verb with “ed” or “ing”.
pub(super) fn with_ending(verb: &str, ending: &str) -> String {
    if let Some(stem) = verb
        .strip_suffix('y')
        .filter(|stem| ending == "ed" && !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        return format!("{stem}ied");
    }
    if let Some(stem) = verb.strip_suffix("ie").filter(|_| ending == "ing") {
        return format!("{stem}ying");
    }
    if verb.ends_with("ee") && ending == "ed" {
        return format!("{verb}d");
    }
    if let Some(stem) = verb.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
        return format!("{stem}{ending}");
    }
    if doubles(verb) {
        let last = verb.chars().last().unwrap_or(' ');
        return format!("{verb}{last}{ending}");
    }
    format!("{verb}{ending}")
}

/// Whether the last letter is written twice: "ceded" but "grabbed", "dropped", "controlled".
fn doubles(verb: &str) -> bool {
    let letters: Vec<char> = verb.chars().rev().collect();
    let vowel = |c: &char| "aeiou".contains(*c);
    let [last, middle, before, rest @ ..] = letters.as_slice() else { return false };
    let short = !vowel(last) && !"wxy".contains(*last) && vowel(middle) && !vowel(before);
    let one_syllable = !rest.iter().any(vowel);
    short
        && (one_syllable
            || [
                "control", "repel", "expel", "admit", "concede", "rebut", "commit", "transfer",
                "dispel",
            ]
            .contains(&verb))
}
