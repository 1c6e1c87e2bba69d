//! A text as words that can be compared.

use seisin_core::TextSpan;
use seisin_places::fold;

/// A word in its plain spelling, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lower case, without diacritics.
    pub(crate) plain: String,
    /// Where, in code points of the text it was cut from.
    pub(crate) span: TextSpan,
}

/// The words of `text`.
///
/// # Method
/// A word is a run of letters and digits; an apostrophe, full stop or comma between two of them
/// belongs to it, so "don’t" and "1,209" are one word. A letter of a script written without gaps
/// between words is a word by itself.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let mut letters = text.chars().enumerate().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        if stands_alone(letter) {
            close(&mut open, at, &mut found);
            close(&mut Some((at, letter.to_string())), at + 1, &mut found);
        } else if letter.is_alphanumeric() || is_mark(letter) {
            open.get_or_insert_with(|| (at, String::new())).1.push(letter);
        } else if !(open.is_some() && joins(letter) && next.is_some_and(char::is_alphanumeric)) {
            close(&mut open, at, &mut found);
        }
    }
    close(&mut open, text.chars().count(), &mut found);
    found
}

fn close(open: &mut Option<(usize, String)>, end: usize, found: &mut Vec<Word>) {
    if let Some((start, printed)) = open.take() {
        let plain = fold(&printed);
        let plain = if plain.is_empty() { printed } else { plain };
        found.push(Word { plain, span: TextSpan::new(start, end) });
    }
}

const fn joins(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2bc}' | '.' | ',')
}

/// Marks that stand on the letter before them.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Letters of scripts that put no gap between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
const fn stands_alone(letter: char) -> bool {
    matches!(letter,
        '\u{e01}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn marks_and_case_do_not_count() {
        assert_eq!(plain("“Don’t,” she said: 1,209 km."), ["dont", "she", "said", "1209", "km"]);
    }

    #[test]
    fn spans_count_code_points() {
        let text = "За Курск, да";
        let found = words(text);
        assert_eq!(found[1].span.slice(text).unwrap(), "Курск");
    }

    #[test]
    fn a_script_without_gaps_is_cut_letter_by_letter() {
        assert_eq!(plain("库尔斯克 400").len(), 5);
    }
}
