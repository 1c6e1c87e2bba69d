//! Who speaks in a record of a conversation or in a statement read out, by what its opening says.

use super::{entries::begins_line, labels::turn, vocabulary::Vocabulary};
use crate::text::{LetterCase, Prepared, Token, TokenKind};
use seisin_core::SourceLink;

/// How many sentences may be the opening.
const OPENING: usize = 6;

/// Who speaks each sentence where lines that begin with a stroke are asked and answered in turn:
/// "– Who holds the town? / – We do."
pub(super) fn in_turn(
    prepared: &Prepared,
    sentences: &[usize],
    vocabulary: &Vocabulary,
) -> Option<Vec<Option<SourceLink>>> {
    let lines = stroke_lines(prepared, sentences);
    let count = lines.iter().flatten().max()? + 1;
    let asks = |line: usize| {
        let last = lines.iter().rposition(|of| *of == Some(line))?;
        Some(words(prepared, sentences, last)?.trim_end().ends_with('?'))
    };
    let questions = (0..count).filter(|line| asks(*line) == Some(true)).count();
    if count < 4 || asks(0) != Some(true) || questions * 4 < count {
        return None;
    }
    let first = lines.iter().position(Option::is_some)?;
    let name = interviewed(prepared, sentences.get(..first)?)?;
    let speaker = turn(&name, vocabulary);
    let answers = |line: &Option<usize>| line.is_some_and(|line| line % 2 == 1);
    Some(lines.iter().map(|line| answers(line).then(|| speaker.clone())).collect())
}

/// For each sentence, which of the lines that begin with a stroke it stands in.
fn stroke_lines(prepared: &Prepared, sentences: &[usize]) -> Vec<Option<usize>> {
    let mut line: Option<usize> = None;
    let mut lines = 0;
    let mut end = 0;
    sentences
        .iter()
        .map(|at| {
            let sentence = prepared.sentences.get(*at)?;
            let start = sentence.range.start;
            if prepared.slice(end..start).contains('\n') || end == 0 {
                let before = prepared.text.get(..start).unwrap_or("");
                let stroke = before.trim_end().ends_with(['–', '—'])
                    || prepared.slice(sentence.range.clone()).starts_with(['–', '—']);
                line = (stroke && begins_line(prepared, start)).then_some(lines);
                lines += usize::from(line.is_some());
            }
            end = sentence.range.end;
            line
        })
        .collect()
}

fn words<'a>(prepared: &'a Prepared, sentences: &[usize], at: usize) -> Option<&'a str> {
    let sentence = prepared.sentences.get(*sentences.get(at)?)?;
    Some(prepared.slice(sentence.range.clone()))
}

/// Who speaks from a line on that says that somebody’s statement follows: "The spokesman made the
/// following statement:".
pub(super) fn stated(
    prepared: &Prepared,
    sentences: &[usize],
    vocabulary: &Vocabulary,
) -> Option<Vec<Option<SourceLink>>> {
    let (at, name) = sentences.iter().take(OPENING).enumerate().find_map(|(at, sentence)| {
        let tokens = prepared.tokens_of(prepared.sentences.get(*sentence)?);
        let word = |at: usize| tokens.get(at).map_or("", |token| prepared.word(token));
        let following = (1..tokens.len()).find(|at| word(*at) == "following")?;
        let verb = (following.saturating_sub(3)..following).find(|at| {
            matches!(word(*at), "made" | "issued" | "gave" | "read" | "released" | "said")
        })?;
        let name = tokens.get(..verb)?;
        let plain = name.iter().all(|token| token.kind == TokenKind::Word) && !name.is_empty();
        let range = name.first()?.range.start..name.last()?.range.end;
        plain.then(|| (at, prepared.slice(range).to_owned()))
    })?;
    let speaker = turn(super::context::without_article(&name), vocabulary);
    Some((0..sentences.len()).map(|number| (number > at).then(|| speaker.clone())).collect())
}

/// Who answers from a line on that says so: "ANSWER", and below it "THE MINISTER OF STATE".
pub(super) fn answered(
    prepared: &Prepared,
    sentences: &[usize],
    vocabulary: &Vocabulary,
) -> Option<Vec<Option<SourceLink>>> {
    let mut lines = prepared.text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at, line.trim()))
    });
    lines.find(|(_, line)| {
        matches!(line.trim_end_matches(':'), "ANSWER" | "REPLY" | "Answer" | "Reply")
    })?;
    let (end, name) = lines.find(|(_, line)| !line.is_empty())?;
    let short = name.len() <= 60 && !name.ends_with(['.', ',']);
    let office = short && super::labels::is_person(name, vocabulary);
    let speaker = office.then(|| turn(super::context::without_article(name), vocabulary))?;
    let after =
        |at: &usize| prepared.sentences.get(*at).is_some_and(|sentence| sentence.range.end > end);
    Some(sentences.iter().map(|at| after(at).then(|| speaker.clone())).collect())
}

/// Whether an opening says when a conversation was held or recorded.
pub(super) fn tells_of_conversation(words: &str) -> bool {
    const HELD: [&str; 8] = [
        "interview",
        "conversation",
        "recorded",
        "spoke",
        "talked",
        "talks to",
        "held",
        "met with",
    ];
    let lower = words.to_lowercase();
    HELD.iter().any(|word| lower.contains(word))
}

/// The person whom the opening of a conversation names: "a conversation with Jan M.", "a retired
/// colonel, Jan M., talks about".
pub(super) fn interviewed(prepared: &Prepared, opening: &[usize]) -> Option<String> {
    const SPEAKS: [&str; 8] =
        ["talks", "talked", "speaks", "spoke", "tells", "told", "answers", "answered"];
    let last = opening.len().saturating_sub(OPENING);
    opening.get(last..)?.iter().find_map(|at| {
        let tokens = prepared.tokens_of(prepared.sentences.get(*at)?);
        let word = |at: usize| tokens.get(at).map_or("", |token| prepared.word(token));
        let speaks = (0..tokens.len()).any(|at| SPEAKS.contains(&word(at)));
        names(prepared, tokens).into_iter().find_map(|(start, end)| {
            let before = word(start.wrapping_sub(1));
            let beside = matches!(before, "with" | "interviewed" | "interviewing");
            let apart = before == "," || word(end) == ",";
            let initial = word(end - 1).len() == 1
                && tokens.get(end).is_some_and(|next| next.kind == TokenKind::Period);
            let end = if initial { end + 1 } else { end };
            let apart = apart || word(end) == ",";
            let range = tokens.get(start)?.range.start..tokens.get(end - 1)?.range.end;
            (beside || speaks && apart).then(|| prepared.slice(range).to_owned())
        })
    })
}

/// The name in the opening that begins with some letters: "Jan Marr" for "JM".
pub(super) fn spelt_out(prepared: &Prepared, opening: &[usize], initials: &str) -> Option<String> {
    opening.iter().find_map(|at| {
        let tokens = prepared.tokens_of(prepared.sentences.get(*at)?);
        names(prepared, tokens).into_iter().find_map(|(start, end)| {
            let name = tokens.get(start..end)?;
            let first = |token: &Token| prepared.word(token).chars().next();
            let fits = name.len() == initials.len()
                && name.iter().map(first).eq(initials.chars().map(Some));
            let range = name.first()?.range.start..name.last()?.range.end;
            fits.then(|| prepared.slice(range).to_owned())
        })
    })
}

/// The names of two to four words in a sentence: each from its first word to one past its last.
fn names(prepared: &Prepared, tokens: &[Token]) -> Vec<(usize, usize)> {
    let named = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && (token.case == LetterCase::Capitalised
                    || token.case == LetterCase::Upper && prepared.word(token).len() <= 2)
        })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = (at..tokens.len()).find(|at| !named(*at)).unwrap_or(tokens.len());
        if (2..=4).contains(&(end - at)) {
            found.push((at, end));
        }
        at = end.max(at) + 1;
    }
    found
}
