//! Which sentences of a report are analysed at all.
//!
//! Tags, trees, names and amounts cost some fifty times what cutting a text into sentences does, so
//! only the sentences that can bear on a claim get them: those of a passage about land, those touched by a
//! quotation that may stand as a sentence, and those that tell whom "he said" beside it means.

use super::{
    lexicon::Lexicon,
    quotes::{self, goes_on},
    standing,
    statement::{has_clause, is_whole},
};
use crate::text::{Prepared, Sentence, Token, TokenKind, syntax::Tagged};
use std::ops::Range;

/// How many sentences back "he" or "she" may mean somebody.
const REACH: usize = 6;

/// Why a sentence is analysed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Why {
    /// It is not.
    Not,
    /// It stands in a passage about land.
    Passage,
    /// It tells whom "he said" means, or what it holds of a quotation is a claim whatever its grammar.
    Needed,
    /// It holds nothing but parts of sentences in quotation marks: it is needed where one could stand alone.
    Fragments(Vec<Range<usize>>),
}

/// Which of some sentences are analysed, and why: `told` says which of them stand in a passage about land,
/// `quoted` are the quotations of the text.
pub(super) fn seen(
    prepared: &Prepared,
    sentences: &[usize],
    told: &[bool],
    quoted: &[Range<usize>],
) -> Vec<Why> {
    let sentence = |at: usize| prepared.sentences.get(*sentences.get(at)?);
    let quoted = standing::that_matter(prepared, quoted);
    let passage = |told: &bool| if *told { Why::Passage } else { Why::Not };
    let mut seen: Vec<Why> = told.iter().map(passage).collect();
    for at in 0..sentences.len() {
        let touched = sentence(at).filter(|found| {
            !told.get(at).is_some_and(|told| *told)
                && quotes::any_touches(&quoted, &found.range)
                && !is_all_quoted(prepared, found, &quoted)
        });
        let Some(touched) = touched else { continue };
        mark(&mut seen, at, why_touched(prepared, touched, &quoted));
        let outside = |token: &Token| {
            !quotes::any_touches(&quoted, &token.range)
                && matches!(prepared.word(token), "he" | "she" | "He" | "She")
        };
        if prepared.tokens_of(touched).iter().any(outside) {
            let before = (at.saturating_sub(REACH)..at).rev();
            let person = before.into_iter().find(|before| {
                sentence(*before).is_some_and(|found| may_name_person(prepared, found))
            });
            if let Some(person) = person {
                mark(&mut seen, person, Why::Needed);
            }
        }
    }
    seen
}

/// Why a sentence that quotations touch is analysed.
fn why_touched(prepared: &Prepared, sentence: &Sentence, quoted: &[Range<usize>]) -> Why {
    let here = quotes::within(quoted, &sentence.range);
    let next = quoted.get(quoted.partition_point(|quote| quote.start < sentence.range.end));
    let part = |quote: &Range<usize>| {
        sentence.range.start <= quote.start
            && quote.end <= sentence.range.end
            && !is_whole(prepared.slice(quote.clone()))
    };
    let led_on = here.last().zip(next).is_some_and(|(last, next)| goes_on(prepared, last, next));
    if here.iter().all(part) && !led_on {
        return Why::Fragments(here.to_vec());
    }
    Why::Needed
}

/// Whether one of some quotations could stand alone by the tags of its words.
pub(super) fn any_stands(
    prepared: &Prepared,
    quotes: &[Range<usize>],
    tagged: &Tagged<'_>,
) -> bool {
    quotes.iter().any(|quote| {
        let inside = tagged.words_in(quote);
        let capital = prepared.slice(quote.clone()).trim().starts_with(char::is_uppercase);
        has_clause(tagged.lower(inside.start), inside, |at| tagged.tag(at), capital)
    })
}

/// Those of some quotations that are whole by the look of them: what stands in them is a claim whatever
/// their grammar.
pub(super) fn whole(prepared: &Prepared, quoted: &[Range<usize>]) -> Vec<Range<usize>> {
    quoted.iter().filter(|quote| is_whole(prepared.slice((*quote).clone()))).cloned().collect()
}

/// Whether a sentence says nothing but what a quotation does that is whole by the look of it: then
/// neither who speaks nor whether it could stand alone is told there.
fn is_all_quoted(prepared: &Prepared, sentence: &Sentence, quoted: &[Range<usize>]) -> bool {
    let first = quoted.partition_point(|quote| quote.end <= sentence.range.start);
    let Some(quote) = quoted.get(first) else { return false };
    let outside = |token: &Token| {
        matches!(token.kind, TokenKind::Word | TokenKind::Colon)
            && !quote.contains(&token.range.start)
    };
    !prepared.tokens_of(sentence).iter().any(outside) && is_whole(prepared.slice(quote.clone()))
}

/// Keeps why a sentence is analysed, a passage about land before anything else.
fn mark(seen: &mut [Why], at: usize, why: Why) {
    if let Some(place) =
        seen.get_mut(at).filter(|known| matches!(known, Why::Not | Why::Fragments(_)))
    {
        *place = why;
    }
}

/// Whether a sentence has a word for somebody, or one of saying, as those have that name a person.
fn may_name_person(prepared: &Prepared, sentence: &Sentence) -> bool {
    let lexicon = Lexicon::built_in();
    has_word(prepared, sentence, |word| {
        lexicon.people.contains(word) || lexicon.is_form_of(word, &lexicon.say)
    })
}

fn has_word(prepared: &Prepared, sentence: &Sentence, wanted: impl Fn(&str) -> bool) -> bool {
    let words = prepared.tokens_of(sentence).iter().filter(|token| token.kind == TokenKind::Word);
    let mut lower = String::new();
    words.into_iter().any(|token| {
        lower.clear();
        lower.push_str(prepared.word(token));
        lower.make_ascii_lowercase();
        wanted(&lower)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{
        reading::{ReadSettings, read_text, read_whole},
        vocabulary::Vocabulary,
    };
    use seisin_core::{Document, Published};

    /// A text read whole and by its passages gives the same claims.
    fn check(
        name: &str,
        text: &str,
        published: Option<Published>,
        vocabulary: &Vocabulary,
    ) -> usize {
        let document = Document { published, ..Document::of(name, text) };
        let whole = read_whole(&document, text, vocabulary).claims;
        let read = read_text(&document, text, vocabulary, &ReadSettings::default()).claims;
        assert_eq!(format!("{whole:#?}"), format!("{read:#?}"), "{name}");
        read.len()
    }

    /// The reports of a table of the tests.
    fn reports(table: &'static str) -> Vec<&'static str> {
        table.lines().filter_map(|line| line.strip_prefix("> ")).collect()
    }

    #[test]
    fn passages_among_others_give_what_the_whole_gives() {
        let vocabulary = Vocabulary::built_in();
        let land = reports(include_str!("../../../tests/tables/land.txt"));
        let other = "The bakery opened early and sold bread to its guests. ".repeat(50);
        for (number, some) in land.chunks(8).enumerate() {
            let passage = some.join("\n\n").replace(" ¶ ", "\n\n");
            let text = format!("{other}\n\n{passage}\n\n{other}");
            let day = Published::parse("2025-03-12");
            assert!(check(&format!("mixture {number}"), &text, day, &vocabulary) > 0);
        }
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a test finds the shared material by its variable"
    )]
    fn the_shared_corpus_is_read_whole() {
        let shared =
            std::env::var("SEISIN_SHARED").unwrap_or_else(|_| "../../../shared".to_owned());
        let Ok(lines) = std::fs::read_to_string(format!("{shared}/corpus/dev.jsonl")) else {
            println!("skipped: no shared corpus here");
            return;
        };
        let vocabulary = Vocabulary::built_in();
        for line in lines.lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let day = row["meta"]["published"].as_str().and_then(Published::parse);
            let (name, text) = (row["id"].as_str().unwrap(), row["text"].as_str().unwrap());
            check(name, text, day, &vocabulary);
        }
    }
}
