//! A word looked up among those that numbers and dates are written with.

use super::{
    Lexeme,
    calendar_words::{calendar, openers},
    number_words::{amounts, cardinals, ordinals},
};
use crate::text::word_table::WordTable;
use std::sync::LazyLock;

/// What `word` contributes, if it is one of these words.
pub(crate) fn lexeme(word: &str) -> Option<Lexeme> {
    static TABLE: LazyLock<WordTable<Lexeme>> = LazyLock::new(|| {
        WordTable::new(
            cardinals().chain(ordinals()).chain(amounts()).chain(openers()).chain(calendar()),
        )
    });
    TABLE.get(word)
}

/// Whether a word in small letters names a month or, written out, a day of the week: "Mon", "Sat" and
/// "Sun" name other things as often.
pub(crate) fn names_day_or_month(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    match lexeme(word) {
        Some(Lexeme::Month(_)) => true,
        Some(Lexeme::Weekday(_)) => word.ends_with("day") || word.ends_with("days"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_number_and_date() {
        for (word, expected) in [
            ("Seven", Lexeme::Cardinal(7)),
            ("ninety", Lexeme::Cardinal(90)),
            ("FIFTH", Lexeme::Ordinal(5)),
            ("thirds", Lexeme::Parts(3)),
            ("twelfths", Lexeme::Parts(12)),
            ("Sept", Lexeme::Month(9)),
            ("sunday", Lexeme::Weekday(7)),
            ("тыс", Lexeme::Scale(1e3)),
        ] {
            assert_eq!(lexeme(word), Some(expected), "{word}");
        }
        assert_eq!(lexeme("Sarn"), None);
    }
}
