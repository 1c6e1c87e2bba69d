//! What may stand in a text on purpose, and what only a misreading leaves.

use super::{codepage::Codepage, sequence::Sequence};

/// The script or sort of a character, as far as it tells misread text from meant text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Thai,
    Indic,
    East,
    /// Quotation marks, dashes, arrows, pictures.
    Mark,
    /// Letters and signs that hardly any text has.
    Rare,
}

impl Script {
    pub(super) const fn of(character: char) -> Self {
        match character {
            'À'..='Ö'
            | 'Ø'..='ö'
            | 'ø'..='\u{17f}'
            | 'Ơ'
            | 'ơ'
            | 'Ư'
            | 'ư'
            | '\u{218}'..='\u{21b}'
            | '\u{1e00}'..='\u{1eff}' => Self::Latin,
            '\u{a0}'..='\u{bf}'
            | '×'
            | '÷'
            | '\u{2c6}'..='\u{2dd}'
            | '\u{300}'..='\u{36f}'
            | '\u{2000}'..='\u{28ff}'
            | '\u{fb00}'..='\u{fb06}'
            | '\u{fe0f}'
            | '\u{1f000}'..='\u{1faff}'
            | '\u{fffd}' => Self::Mark,
            '\u{384}'..='\u{3ce}' => Self::Greek,
            '\u{401}'..='\u{45f}' | '\u{490}' | '\u{491}' => Self::Cyrillic,
            '\u{5d0}'..='\u{5ea}' => Self::Hebrew,
            '\u{60c}'
            | '\u{61b}'
            | '\u{61f}'
            | '\u{621}'..='\u{669}'
            | '\u{67e}'
            | '\u{686}'
            | '\u{698}'
            | '\u{6a9}'
            | '\u{6af}'
            | '\u{6cc}'
            | '\u{6f0}'..='\u{6f9}' => Self::Arabic,
            '\u{e01}'..='\u{e5b}' => Self::Thai,
            '\u{900}'..='\u{dff}' => Self::Indic,
            '\u{3000}'..='\u{30ff}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{ff01}'..='\u{ff5e}' => Self::East,
            _ => Self::Rare,
        }
    }
}

/// Marks that may follow a capital letter on purpose.
const fn may_follow_a_letter(character: char) -> bool {
    matches!(
        character,
        '…' | '’'
            | '‘'
            | '”'
            | '“'
            | '»'
            | '›'
            | '–'
            | '—'
            | '™'
            | '®'
            | '\u{a0}'
            | '£'
            | '¥'
            | '·'
            | '•'
            | '´'
            | '¨'
            | '№'
            | '‚'
            | '„'
            | ' '
    )
}

/// Whether a stretch can only come of misreading. `chain` stretches of one script stand together.
pub(super) fn is_certain(found: Sequence, characters: &[char], at: usize, chain: usize) -> bool {
    let script = Script::of(found.reads);
    let Some(words) = characters.get(at..at + found.length) else { return false };
    if script == Script::Rare {
        return false;
    }
    let context = Context::around(characters, at, found.length);
    match found.page {
        Codepage::Mac => mac(found, words, script, context, chain),
        Codepage::Dos => dos(found, words, script, chain),
        Codepage::Thai => words
            .iter()
            .skip(1)
            .any(|character| !character.is_ascii() && Script::of(*character) != Script::Thai),
        _ if found.reads == '\u{fffd}' => true,
        _ if found.length >= 4 => true,
        _ if has_space(words) => chain >= 2 && script != Script::Latin || found.reads == '\u{2800}',
        _ if is_meant(found.page, words, context) => {
            chain >= 2 && !matches!(script, Script::Latin | Script::Mark)
                || inside_a_word(found, words, context)
        }
        _ => single(found, script, words, chain),
    }
}

/// A stretch that no text has on purpose: what it reads as must still be likely.
fn single(found: Sequence, script: Script, words: &[char], chain: usize) -> bool {
    match script {
        Script::Latin | Script::Mark => {
            let symbol_alone =
                found.page == Codepage::Baltic && script == Script::Mark && chain < 2;
            !symbol_alone
        }
        Script::Greek | Script::Thai | Script::East | Script::Indic => {
            found.length > 2 || chain >= 2 || !words[1].is_alphabetic()
        }
        _ => chain >= 2,
    }
}

/// Whether a stretch is turned back directly after another that is: both come of one character
/// damaged twice.
pub(super) fn is_likely_beside(found: Sequence, characters: &[char], at: usize) -> bool {
    let words = characters.get(at..at + found.length).unwrap_or(&[]);
    let script = Script::of(found.reads);
    let control = matches!(found.reads, '\u{80}'..='\u{9f}');
    let latin = matches!(script, Script::Latin | Script::Mark) || control;
    latin
        && !has_space(words)
        && !matches!(found.page, Codepage::Thai | Codepage::Mac | Codepage::Dos)
}

/// Whether a stretch is turned back once the text shows other damage.
pub(super) fn is_likely(found: Sequence, characters: &[char], at: usize) -> bool {
    let Some(words) = characters.get(at..at + found.length) else { return false };
    let western = matches!(
        found.page,
        Codepage::Western | Codepage::Central | Codepage::CentralIso | Codepage::Baltic
    );
    let latin = matches!(Script::of(found.reads), Script::Latin | Script::Mark);
    let quoted = words.len() == 2
        && matches!(words[1], '’' | '”' | '…' | '“')
        && !Context::around(characters, at, found.length).letter_after;
    western && latin && !has_space(words) && !quoted
}

fn has_space(words: &[char]) -> bool {
    words.contains(&' ')
}

/// What stands on either side of a stretch.
#[derive(Clone, Copy)]
struct Context {
    before: Option<char>,
    after: Option<char>,
    letter_after: bool,
}

impl Context {
    fn around(characters: &[char], at: usize, length: usize) -> Self {
        let before = at.checked_sub(1).and_then(|before| characters.get(before)).copied();
        let after = characters.get(at + length).copied();
        Self { before, after, letter_after: after.is_some_and(char::is_alphabetic) }
    }

    fn letter_before(self) -> bool {
        self.before.is_some_and(char::is_alphabetic)
    }
}

/// Whether every following character of a stretch may stand after its first on purpose.
fn is_meant(page: Codepage, words: &[char], context: Context) -> bool {
    let Some((first, rest)) = words.split_first() else { return true };
    let letters = rest.iter().all(|character| character.is_alphabetic());
    if letters
        && matches!(
            page,
            Codepage::Cyrillic | Codepage::Central | Codepage::CentralIso | Codepage::Baltic
        )
    {
        return !mixed_case(*first, rest, context);
    }
    if page == Codepage::Cyrillic
        && rest.iter().all(|c| c.is_alphabetic() || may_follow_a_letter(*c))
        && !mixed_case(*first, rest, context)
    {
        return true;
    }
    rest.iter().all(|character| may_follow_a_letter(*character))
}

/// Whether letters stand in an order of cases that no word has: "aĂąb", "вЂњ".
fn mixed_case(first: char, rest: &[char], context: Context) -> bool {
    let upper_inside = first.is_lowercase() && rest.iter().any(|c| c.is_uppercase());
    let capital_inside = context.before.is_some_and(char::is_lowercase) && first.is_uppercase();
    let then_lower = first.is_uppercase()
        && rest.iter().all(|c| c.is_uppercase())
        && context.after.is_some_and(char::is_lowercase)
        && !matches!(first, 'А'..='Я');
    upper_inside || capital_inside && !matches!(first, 'А'..='Я') || then_lower
}

/// "HÃ”TEL": a closing mark inside a word after the letter that misreading leaves most.
fn inside_a_word(found: Sequence, words: &[char], context: Context) -> bool {
    if found.length != 2 {
        return false;
    }
    let within = context.letter_before() && context.letter_after;
    match (words[0], words[1]) {
        ('Ã', '\u{a0}') => {
            context.letter_before() || context.after.is_some_and(|c| c == ' ' || c.is_lowercase())
        }
        ('Ã' | 'Ă', '”' | '“' | '‘' | '’' | '–' | '—' | '…' | '»' | '›' | '´' | '¨' | '·') => {
            within
        }
        ('Ã', '™') => context.letter_before(),
        ('Â', '\u{a0}') => !context.before.is_some_and(char::is_uppercase),
        ('Â', _) => true,
        _ => false,
    }
}

/// Mac OS Roman has its leading bytes on quotation marks and dashes; those of accented letters
/// alone, against a letter, are certain.
fn mac(found: Sequence, words: &[char], script: Script, context: Context, chain: usize) -> bool {
    let beside = context.letter_before() || context.letter_after;
    match words[0] {
        '√' | 'ƒ' | '≈' => {
            script == Script::Latin
                && beside
                && !matches!(words[1], 'π')
                && context.before.is_none_or(|c| c != '=')
        }
        '¬' => {
            script == Script::Mark
                && (context.letter_before()
                    || chain >= 2
                    || context.before.is_some_and(|c| matches!(c, '∂' | '®' | '†')))
        }
        '‚' => found.length == 3 && (script == Script::Mark || script == Script::Latin),
        'ÿ' | 'Ÿ' | '◊' | '–' | '—' => {
            chain >= 3 && matches!(script, Script::Hebrew | Script::Arabic | Script::Cyrillic)
        }
        _ => false,
    }
}

/// Code page 437 has its leading bytes on lines of boxes: certain where a letter follows one.
fn dos(found: Sequence, words: &[char], script: Script, chain: usize) -> bool {
    let is_line = |character: char| matches!(character, '\u{2500}'..='\u{259f}');
    let lines = words.iter().all(|character| is_line(*character));
    let latin = is_line(words[0]) && !lines && matches!(script, Script::Latin);
    let greek = !is_line(words[0])
        && found.length == 3
        && words.iter().any(|c| !c.is_alphabetic() || is_line(*c));
    latin
        || greek && matches!(script, Script::Latin | Script::Mark)
        || chain >= 3 && script == Script::Cyrillic
}
