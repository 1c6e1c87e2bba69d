//! Prose with its quotations taken out.

/// The text without what it quotes: code between backticks, what stands between quotation marks,
/// and single words in italics, which are spoken of and not used. Newlines stay, so that line
/// numbers do.
pub(crate) fn own_words(text: &str) -> String {
    let unquoted = without_quotations(text);
    let parts: Vec<&str> = unquoted.split('*').collect();
    let is_word = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    let kept = parts.iter().enumerate().map(|(at, part)| {
        let inside = at > 0 && at + 1 < parts.len();
        if inside && is_word(part) { "" } else { part }
    });
    kept.collect::<Vec<_>>().join("*")
}

fn without_quotations(text: &str) -> String {
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
            ("Words such as *rebels* stand there", "Words such as ** stand there"),
            ("**two words** and *a few more* stay", "**two words** and *a few more* stay"),
            ("plain", "plain"),
        ] {
            assert_eq!(own_words(text), own, "{text}");
        }
    }
}
