//! Where bytes could not be decoded.

use seisin_core::{Problem, ProblemKind, TextSpan};

/// How many such places are told one by one.
const TOLD_SINGLY: usize = 20;

/// How many sequences of several bytes are UTF-8, and how many stretches are none.
pub(super) fn utf8_balance(bytes: &[u8]) -> (usize, usize) {
    let mut whole = 0;
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (whole, broken)
}

/// The places of a text decoded from UTF-8 where the bytes were none; each stands as one U+FFFD.
pub(super) fn utf8_places(bytes: &[u8]) -> Vec<TextSpan> {
    let mut at = 0;
    let mut places = Vec::new();
    for chunk in bytes.utf8_chunks() {
        at += chunk.valid().chars().count();
        if !chunk.invalid().is_empty() {
            join(&mut places, at);
            at += 1;
        }
    }
    places
}

/// The places of a decoded text that hold U+FFFD.
pub(super) fn replacement_places(text: &str) -> Vec<TextSpan> {
    let mut places = Vec::new();
    for (at, _) in text.chars().enumerate().filter(|(_, letter)| *letter == '\u{fffd}') {
        join(&mut places, at);
    }
    places
}

fn join(places: &mut Vec<TextSpan>, at: usize) {
    match places.last_mut() {
        Some(last) if last.end == at => last.end = at + 1,
        _ => places.push(TextSpan::new(at, at + 1)),
    }
}

/// The problems that tell of `places`.
pub(super) fn told(places: &[TextSpan], encoding: &str) -> Vec<Problem> {
    let kind = ProblemKind::UndecodableText;
    let mut problems: Vec<Problem> = places
        .iter()
        .take(TOLD_SINGLY)
        .map(|&span| Problem {
            span: Some(span),
            kind,
            sentence: format!(
                "{} here could not be read as {encoding} and stand as U+FFFD; the bytes are kept as \
                 they came",
                if span.len() == 1 { "bytes".to_owned() } else { format!("{} stretches of bytes", span.len()) }
            ),
        })
        .collect();
    if places.len() > TOLD_SINGLY {
        let more = places.len() - TOLD_SINGLY;
        let sentence = format!("{more} more places could not be read as {encoding}");
        problems.push(Problem { span: None, kind, sentence });
    }
    problems
}
