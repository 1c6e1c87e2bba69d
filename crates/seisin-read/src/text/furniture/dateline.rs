//! Where and when a report was filed, at the head of its first sentence.

/// The longest dateline.
const LONGEST: usize = 110;

/// How many bytes of a paragraph are its dateline: "YEREVAN, Sept. 28, 2023 (Agency) - ".
///
/// A dateline begins with a place in capitals; up to a dash it has nothing but names, a date and
/// words in brackets; a sentence follows.
pub(super) fn length(paragraph: &str) -> Option<usize> {
    if !begins_in_capitals(paragraph) {
        return None;
    }
    let mut depth = 0_usize;
    for (at, character) in paragraph.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + character.len_utf8();
        if depth == 0 && ends_at(paragraph, at, character) {
            let head = paragraph.get(..at)?;
            let dashes = paragraph.get(end..)?.trim_start_matches(['-', ' ', '\u{a0}']);
            return (is_head(head) && is_sentence(dashes)).then(|| paragraph.len() - dashes.len());
        }
    }
    None
}

/// Whether the first word has three capital letters or more and no small one.
fn begins_in_capitals(paragraph: &str) -> bool {
    let word = paragraph.split([' ', ',', '(']).next().unwrap_or("");
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters >= 2
        && word.chars().all(|c| !c.is_lowercase())
        && word.chars().any(char::is_uppercase);
    shouted || paragraph.contains(" / ") && letters >= 2 && !word.is_ascii()
}

/// Whether a dash, or a full stop after a bracket or after capitals, parts head and sentence.
fn ends_at(paragraph: &str, at: usize, character: char) -> bool {
    let before = paragraph.get(..at).unwrap_or("");
    let after = paragraph.get(at + character.len_utf8()..).unwrap_or("");
    match character {
        '–' | '—' => before.ends_with([' ', ')', '\u{a0}']) || after.starts_with(' '),
        '-' => before.ends_with([' ', ')']) && after.starts_with([' ', '-']),
        '.' => {
            after.starts_with(' ')
                && (before.ends_with(')')
                    || before.len() < 30
                        && !before.chars().any(char::is_lowercase)
                        && before.len() > 3)
        }
        _ => false,
    }
}

/// Whether a head has nothing but names, numbers, months and words in brackets.
fn is_head(head: &str) -> bool {
    let mut depth = 0_usize;
    head.split_whitespace().all(|word| {
        let outside = depth == 0 && !word.starts_with('(');
        depth += word.matches('(').count();
        depth = depth.saturating_sub(word.matches(')').count());
        let small = word.chars().next().is_some_and(char::is_lowercase);
        !(outside && small) || matches!(word, "and" | "de" | "al" | "el" | "near" | "in")
    })
}

/// Whether a sentence follows: long enough, with small letters and an end.
fn is_sentence(rest: &str) -> bool {
    rest.len() > 15 && rest.chars().any(char::is_lowercase) && rest.contains(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_reports() {
        for (text, head) in [
            (
                "SARNVILLE, Sept. 28, 2030 (Arland Wire) - The two sides met in the town hall.",
                Some("SARNVILLE, Sept. 28, 2030 (Arland Wire) - "),
            ),
            ("SARN/VELK – Forces of Arland have taken the town of Ode.", Some("SARN/VELK – ")),
            (
                "SARNVILLE (Arland Wire, 3 April 2030). Forces hold four-fifths of it.",
                Some("SARNVILLE (Arland Wire, 3 April 2030). "),
            ),
            ("SARNVILLE -- The two sides met again in the town hall.", Some("SARNVILLE -- ")),
            ("SARN REPORTS – NORTHERN THEATRE (archive)", None),
            ("INTERVIEW – “We left”", None),
            ("The army - what is left of it - has gone from the town.", None),
            ("NATO said on Monday – and again on Tuesday – that it will not go.", None),
        ] {
            assert_eq!(length(text), head.map(str::len), "{text}");
        }
    }
}
