//! One spelling for many: how names are compared.

use unicode_normalization::char::decompose_canonical;

/// What one character becomes when names are compared.
pub(crate) enum Step {
    /// Nothing: a diacritic, an apostrophe, a full stop.
    Nothing,
    /// A gap between words: white space, a hyphen, a slash.
    Gap,
    /// Letters or digits, as one or two characters.
    Letters(char, Option<char>),
    /// Anything else: punctuation that ends a name.
    Stop,
}

/// What `c` becomes when names are compared.
pub(crate) fn fold_char(c: char) -> Step {
    match c {
        'a'..='z' | '0'..='9' => Step::Letters(c, None),
        'A'..='Z' => Step::Letters(c.to_ascii_lowercase(), None),
        ' ' | '-' | '/' | '\t' | '\n' | '\r' | '_' => Step::Gap,
        '\'' | '`' | '.' => Step::Nothing,
        _ if c.is_ascii() => Step::Stop,
        _ => fold_wide(c),
    }
}

fn fold_wide(c: char) -> Step {
    match c {
        '\u{2019}'
        | '\u{2018}'
        | '\u{2bc}'
        | '\u{2bb}'
        | '\u{2b9}'
        | '\u{b4}'
        | '\u{2032}'
        | '\u{2be}'
        | '\u{2bf}'
        | '\u{ad}'
        | '\u{300}'..='\u{36f}' => Step::Nothing,
        '\u{2010}'..='\u{2015}' => Step::Gap,
        _ if c.is_whitespace() => Step::Gap,
        _ if c.is_alphanumeric() => letters(c),
        _ => Step::Stop,
    }
}

fn letters(c: char) -> Step {
    let small = c.to_lowercase().next().unwrap_or(c);
    if matches!(small, '\u{400}'..='\u{52f}') {
        let plain = if small == 'ё' { 'е' } else { small };
        return Step::Letters(plain, None);
    }
    match base_letter(small) {
        'ß' => Step::Letters('s', Some('s')),
        'æ' => Step::Letters('a', Some('e')),
        'œ' => Step::Letters('o', Some('e')),
        'þ' => Step::Letters('t', Some('h')),
        'ø' => Step::Letters('o', None),
        'ł' => Step::Letters('l', None),
        'đ' | 'ð' => Step::Letters('d', None),
        'ħ' => Step::Letters('h', None),
        'ı' => Step::Letters('i', None),
        'ə' => Step::Letters('e', None),
        base => Step::Letters(base, None),
    }
}

/// The letter without its diacritics.
fn base_letter(c: char) -> char {
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    base.unwrap_or(c)
}

/// The key under which `name` is looked up: lower case, without diacritics, apostrophes and full
/// stops, hyphens as spaces, single spaces; Cyrillic stays Cyrillic.
///
/// # Example
/// ```
/// use seisin_places::fold;
/// assert_eq!(fold("Ivano-Frankivs’k"), "ivano frankivsk");
/// assert_eq!(fold("Курская  Область"), "курская область");
/// ```
pub fn fold(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        match fold_char(c) {
            Step::Letters(first, second) => {
                if gap && !key.is_empty() {
                    key.push(' ');
                }
                gap = false;
                key.push(first);
                key.extend(second);
            }
            Step::Nothing => {}
            Step::Gap | Step::Stop => gap = true,
        }
    }
    key
}

/// Whether `text` starts as a name does: with a capital, a script without case or a digit, or with
/// an Arabic article before a capital, as in "al-Hasakah".
pub(crate) fn starts_as_name(text: &str) -> bool {
    const LONGEST_ARTICLE: usize = 3;
    let is_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
    if is_name(text.chars().next()) {
        return true;
    }
    let article = text.chars().take_while(char::is_ascii_lowercase).count();
    let mut rest = text.chars().skip(article);
    (2..=LONGEST_ARTICLE).contains(&article) && rest.next() == Some('-') && is_name(rest.next())
}

/// What a reader of names meets in a running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// A letter or digit of the key.
    Letter(char),
    /// A gap before the next word.
    Gap,
    /// A place where a name may end, as a byte offset of the text.
    End(usize),
}

/// Reads the key of `text` letter by letter until punctuation that no name holds, or until `event`
/// returns `None`.
///
/// A full stop after more than three letters ends the text, since it ends a sentence; after three
/// or fewer it may stand for an abbreviation, as in "St. Petersburg".
pub(crate) fn read_names(text: &str, mut event: impl FnMut(Event) -> Option<()>) -> Option<()> {
    const LONGEST_ABBREVIATION: usize = 3;
    let (mut letters, mut gap, mut stopped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        let step = fold_char(c);
        if let Step::Letters(first, second) = step {
            if gap {
                event(Event::Gap)?;
                letters = 0;
            }
            (gap, stopped) = (false, false);
            letters += 1;
            event(Event::Letter(first))?;
            if let Some(second) = second {
                event(Event::Letter(second))?;
            }
            continue;
        }
        if !gap && !stopped && letters > 0 && !is_combining(c) {
            event(Event::End(at))?;
        }
        match step {
            Step::Nothing => stopped |= c == '.',
            Step::Gap if stopped && letters > LONGEST_ABBREVIATION => return None,
            Step::Gap => gap = letters > 0,
            Step::Stop | Step::Letters(..) => return None,
        }
    }
    if !gap && !stopped && letters > 0 {
        event(Event::End(text.len()))?;
    }
    Some(())
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// One place in a text where a name may end, with the key of all that stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordEnd {
    /// Bytes of the text up to there.
    pub(crate) text: usize,
    /// Bytes of the key up to there.
    pub(crate) key: usize,
}

/// The longest key that is read of a text, in bytes: no name is longer, and a word without an end
/// would take long to look up.
const LONGEST_KEY: usize = 240;

/// The key of the first words of `text` and where a name may end, for at most `words` words.
pub(crate) fn fold_words(text: &str, words: usize, key: &mut String) -> Vec<WordEnd> {
    key.clear();
    key.reserve(LONGEST_KEY);
    let mut ends = Vec::with_capacity(words);
    let mut word = 1;
    let _ = read_names(text, |event| {
        match event {
            Event::Letter(_) if key.len() >= LONGEST_KEY => return None,
            Event::Letter(c) => key.push(c),
            Event::Gap => {
                word += 1;
                if word > words {
                    return None;
                }
                key.push(' ');
            }
            Event::End(at) => ends.push(WordEnd { text: at, key: key.len() }),
        }
        Some(())
    });
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("Donets'k", "DONETSK"),
            ("Donets’k", "donetsk"),
            ("Şırnak", "Sirnak"),
            ("Łódź", "Lodz"),
            ("Hala'ib", "Halaib"),
            ("Port-au-Prince", "port au prince"),
            ("Орёл", "Орел"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} / {other}");
        }
        assert_ne!(fold("Київ"), fold("Киів"));
    }

    #[test]
    fn words_end_where_a_reader_would_end_them() {
        let mut key = String::new();
        let ends = fold_words("Kyiv's  troops, and", 4, &mut key);
        let texts: Vec<usize> = ends.iter().map(|end| end.text).collect();
        assert_eq!(texts, [4, 6, 14]);
        assert_eq!(key, "kyivs troops");
    }

    #[test]
    fn a_full_stop_ends_a_sentence_but_not_an_abbreviation() {
        let mut key = String::new();
        assert_eq!(fold_words("Guinea. Bissau", 2, &mut key).len(), 1);
        assert_eq!(fold_words("St. Petersburg", 2, &mut key).len(), 2);
    }

    #[test]
    fn a_word_without_an_end_is_read_no_further_than_a_name_may_be_long() {
        let mut key = String::new();
        let ends = fold_words(&"a'".repeat(100_000), 1, &mut key);
        assert!(key.len() <= LONGEST_KEY && ends.len() <= LONGEST_KEY);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn word_ends_lie_on_character_boundaries(text in "\\PC{0,60}") {
            let mut key = String::new();
            for end in fold_words(&text, 5, &mut key) {
                prop_assert!(text.is_char_boundary(end.text) && key.is_char_boundary(end.key));
            }
        }
    }
}
