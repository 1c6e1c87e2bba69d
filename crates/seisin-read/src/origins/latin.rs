//! Names compared across scripts.

use any_ascii::any_ascii;

/// Letters a key must have to stand for a name: with fewer, many words share it.
const SHORTEST_KEY: usize = 3;

/// A key that a name shares with its spellings in other scripts; `None` where it would be too
/// short to tell names apart.
///
/// # Method
/// The word in Latin letters, its vowels dropped but for a mark where it begins with one, w with
/// them since it stands for a vowel in some scripts, doubled letters once, and letters that
/// transliterations exchange (c, k, q; d, t; b, p; s, z; v, f) as one.
pub(crate) fn name_key(word: &str) -> Option<String> {
    let mut key = String::new();
    for letter in any_ascii(word).chars().filter(char::is_ascii_alphabetic) {
        let sound = match letter.to_ascii_lowercase() {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' if key.is_empty() => 'a',
            'w' if key.is_empty() => 'v',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' | 'w' => continue,
            'c' | 'k' | 'q' => 'k',
            'd' | 't' => 't',
            'b' | 'p' => 'p',
            's' | 'z' => 's',
            'v' | 'f' => 'v',
            other => other,
        };
        if !key.ends_with(sound) {
            key.push(sound);
        }
    }
    (key.len() >= SHORTEST_KEY).then_some(key)
}

/// The digits of a number in whatever script, without separators; `None` for other words.
pub(crate) fn number(plain: &str) -> Option<String> {
    let digits = any_ascii(plain);
    (!digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_key_across_scripts() {
        for (one, other) in [
            ("Sarn", "Сарн"),
            ("Ilse", "Илзе"),
            ("Reuters", "Рейтерс"),
            ("Borland", "Борланд"),
            ("Kursk", "كورسك"),
        ] {
            assert_eq!(name_key(one), name_key(other), "{one} {other}");
            assert!(name_key(one).is_some());
        }
        assert_ne!(name_key("Sarn"), name_key("Velk"));
    }

    #[test]
    fn digits_of_any_script_are_one_number() {
        assert_eq!(number("٤٠٠"), Some("400".to_owned()));
        assert_eq!(number("400th"), None);
    }
}
