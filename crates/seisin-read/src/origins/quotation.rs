//! What stands between quotation marks.

use std::ops::Range;

/// The stretches between quotation marks, in code points of one paragraph, marks left out.
///
/// # Assumptions
/// Curly and angled marks in the orders of English, German, Bulgarian, French and their like. A
/// curly quotation left open runs to the end of its paragraph, as one over several paragraphs does;
/// a straight mark left open is an inch or a slip and quotes nothing.
pub(crate) fn quoted(paragraph: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, mark) in paragraph.iter().copied().enumerate() {
        match open {
            None if matches!(mark, '“' | '„' | '«' | '»' | '"' | '「') => {
                open = Some((mark, at + 1));
            }
            Some((opener, start)) if closes(opener, mark) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    if let Some((opener, start)) = open
        && matches!(opener, '“' | '„')
    {
        found.push(start..paragraph.len());
    }
    found
}

const fn closes(opener: char, mark: char) -> bool {
    match opener {
        '“' => mark == '”',
        '„' => matches!(mark, '“' | '”'),
        '«' => mark == '»',
        '»' => mark == '«',
        '「' => mark == '」',
        _ => mark == '"',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_several_languages() {
        for (text, inside) in [
            ("She said “yes to it,” twice", "yes to it,"),
            ("„Ще разменим“, каза", "Ще разменим"),
            ("Он: «так и есть».", "так и есть"),
            ("a \"b\" c", "b"),
            ("“and so on", "and so on"),
        ] {
            let letters: Vec<char> = text.chars().collect();
            let found = quoted(&letters);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(letters[found[0].clone()].iter().collect::<String>(), inside);
        }
        assert!(quoted(&"a 6\" gun".chars().collect::<Vec<_>>()).is_empty());
    }
}
