//! Russian and Ukrainian case endings: "в Судже", "Харкова", "України".

/// The shortest stem that an ending of one letter is taken from; one letter less where the ending
/// has more.
const SHORTEST_STEM: usize = 3;

/// What stands for an ending in the nominative, longest endings first; nouns, then adjectives, of
/// both languages.
const ENDINGS: &[(&str, &[&str])] = &[
    ("ского", &["ский"]),
    ("ському", &["ський"]),
    ("ського", &["ський"]),
    ("ском", &["ский", "ск"]),
    ("ной", &["ная"]),
    ("ого", &["ый", "ий", "ое"]),
    ("его", &["ий"]),
    ("ому", &["ый", "ий"]),
    ("ах", &["ы", "и"]),
    ("ами", &["ы", "и"]),
    ("иею", &["ия"]),
    ("ией", &["ия"]),
    ("ією", &["ія"]),
    ("ии", &["ия"]),
    ("ию", &["ия"]),
    ("ії", &["ія"]),
    ("ію", &["ія"]),
    // Київ, Харків: the vowel of the last syllable opens in other cases.
    ("єва", &["їв"]),
    ("єві", &["їв"]),
    ("євом", &["їв"]),
    ("ова", &["ів", "ов"]),
    ("ові", &["ів", "ов"]),
    ("овом", &["ів", "ов"]),
    ("ом", &["", "ый", "о"]),
    ("ем", &["ь", "й"]),
    ("ою", &["а"]),
    ("ой", &["а", "ый", "ой"]),
    ("ей", &["я"]),
    ("ею", &["я"]),
    ("ів", &["и"]),
    ("ым", &["ый", "о"]),
    ("а", &["", "о"]),
    ("у", &["", "а", "о"]),
    ("е", &["", "а", "о", "ь"]),
    ("і", &["", "а", "ь"]),
    ("ы", &["а"]),
    ("и", &["а", "я", "ь"]),
    ("я", &["ь", "й"]),
    ("ю", &["ь", "я", "й"]),
];

/// The keys that `key` may be a case of, likeliest first; none where its last word is not in
/// Cyrillic letters.
///
/// # Method
/// Endings of the last word are changed into those of the nominative; where two words are left, the
/// first may be an adjective in the same case ("нижнего новгорода"). The caller tries each against
/// the names it knows, so a form that no name has does no harm.
pub(super) fn nominatives(key: &str) -> Vec<String> {
    let (before, last) = key.rsplit_once(' ').map_or(("", key), |(before, last)| (before, last));
    if !last.chars().all(|c| matches!(c, '\u{400}'..='\u{52f}')) {
        return Vec::new();
    }
    let heads = if before.is_empty() { vec![String::new()] } else { heads(before) };
    changed(last).flat_map(|word| heads.iter().map(move |head| format!("{head}{word}"))).collect()
}

/// The words before the last, as they stand and as adjectives in the nominative.
fn heads(before: &str) -> Vec<String> {
    let changed = changed(before).filter(|word| word.ends_with(['й', 'я', 'е']));
    std::iter::once(before.to_owned()).chain(changed).map(|head| format!("{head} ")).collect()
}

fn changed(word: &str) -> impl Iterator<Item = String> {
    let stems = ENDINGS.iter().filter_map(move |(ending, others)| {
        let stem = word.strip_suffix(ending)?;
        let long = usize::from(ending.chars().count() > 1);
        (stem.chars().count() + long >= SHORTEST_STEM).then_some((stem, *others))
    });
    stems.flat_map(|(stem, others)| others.iter().map(move |other| format!("{stem}{other}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_lead_to_the_nominative() {
        for (case, name) in [
            ("курске", "курск"),
            ("бахмута", "бахмут"),
            ("судже", "суджа"),
            ("мариуполя", "мариуполь"),
            ("маріуполі", "маріуполь"),
            ("києва", "київ"),
            ("львові", "львів"),
            ("харкова", "харків"),
            ("харькова", "харьков"),
            ("україни", "україна"),
            ("росії", "росія"),
            ("сирии", "сирия"),
            ("израиля", "израиль"),
            ("грозного", "грозный"),
            ("сумах", "сумы"),
            ("нижнего новгорода", "нижний новгород"),
        ] {
            assert!(nominatives(case).iter().any(|found| found == name), "{case}");
        }
    }

    #[test]
    fn other_scripts_and_short_words_are_left() {
        assert!(nominatives("kurska").is_empty());
        assert!(nominatives("уфе").is_empty());
    }
}
