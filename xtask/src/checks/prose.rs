//! Prose with its quotations taken out.

/// The text without what it quotes: code between backticks, and what stands between quotation
/// marks. Newlines stay, so that line numbers do.
pub(crate) fn own_words(text: &str) -> String {
    let mut own = String::with_capacity(text.len());
    let mut closing: Option<char> = None;
    for letter in text.chars() {
        let quoted = closing.is_some();
        let blank_line = letter == '\n' && own.ends_with('\n');
        closing = match closing {
            Some(close) if letter == close => None,
            // A mark that is still open at the end of its paragraph opened nothing.
            Some('"') if blank_line => None,
            Some(close) => Some(close),
            None => closing_of(letter),
        };
        if letter == '\n' || (!quoted && closing.is_none()) {
            own.push(letter);
        }
    }
    own
}

const fn closing_of(opening: char) -> Option<char> {
    match opening {
        '`' => Some('`'),
        '"' => Some('"'),
        '“' => Some('”'),
        '«' => Some('»'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_and_code_are_taken_out() {
        for (text, own) in [
            ("says \"held\" and goes", "says  and goes"),
            ("`code` stays out", " stays out"),
            ("“a\nb” c", "\n c"),
            ("plain", "plain"),
        ] {
            assert_eq!(own_words(text), own, "{text}");
        }
    }
}
