//! What the word lists know of a word before the sentence is analysed.

mod holding;
mod nouns;
mod plans;
mod sets;
mod shapes;
mod telling;
mod word;

pub(super) use word::hint;

/// The last word of some text, up to the space before it.
fn last_word(before: &str) -> &str {
    let words = before.trim_end();
    let start = words.bytes().rposition(|byte| byte == b' ').map_or(0, |space| space + 1);
    words.get(start..).unwrap_or("")
}
