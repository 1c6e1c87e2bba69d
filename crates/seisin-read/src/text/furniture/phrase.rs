//! The phrases that furniture is made of.

use super::zone::ZoneKind;
use crate::text::word_table::WordTable;
use std::sync::LazyLock;

/// The longest line that is furniture by a phrase alone, in bytes.
pub(super) const LONGEST: usize = 260;

/// What a line is by its own words; `None` where they do not tell.
///
/// `lower` is the line in lower case.
pub(super) fn kind(lower: &str) -> Option<ZoneKind> {
    if lower.is_empty() || lower.len() > LONGEST * 2 {
        return None;
    }
    let line = lower.trim_start_matches(['(', '[', '*', '•', '-', '–', '—', ' ']);
    by_beginning(line).or_else(|| by_phrase(line)).or_else(|| links(line))
}

/// What a sentence inside a paragraph of the report is: "(Reporting by A. Ruk)", "Last updated …",
/// "Photo caption: …".
pub(crate) fn of_sentence(sentence: &str) -> Option<ZoneKind> {
    const LONGEST: usize = 160;
    let inner = sentence.trim_start_matches(['(', '[']);
    let bracketed = inner.len() < sentence.len();
    let first = inner.as_bytes().first().map(u8::to_ascii_lowercase)?;
    if sentence.len() > LONGEST || !(bracketed || matches!(first, b'l' | b'p' | b'r')) {
        return None;
    }
    let lower = inner.to_lowercase();
    let sure = ["last updated", "photo caption", "photo:", "reporting by ", "posted on "];
    let begins = bracketed || sure.iter().any(|start| lower.starts_with(start));
    if begins { by_beginning(&lower) } else { None }
}

/// How a line begins that says when a page was posted or changed.
const UPDATED: [&str; 17] = [
    "last updated",
    "last modified",
    "updated ",
    "updated:",
    "posted on ",
    "posted:",
    "posted by ",
    "published on ",
    "published:",
    "published ",
    "first published",
    "date:",
    "date published",
    "cut-off",
    "cut off:",
    "time stamp",
    "as at ",
];

/// How a line begins that says who wrote.
const BYLINES: [&str; 9] = [
    "reporting by ",
    "editing by ",
    "written by ",
    "compiled by ",
    "report by ",
    "words by ",
    "story by ",
    "author:",
    "additional reporting",
];

/// How a line under a picture begins.
const CAPTIONS: [&str; 12] = [
    "photo:",
    "photo caption",
    "photo by",
    "photograph:",
    "photograph by",
    "image:",
    "image credit",
    "picture:",
    "caption:",
    "file photo",
    "video:",
    "credit:",
];

/// How a line of links begins.
const LINKS: [&str; 22] = [
    "read more",
    "read also",
    "read next",
    "see also",
    "related:",
    "related articles",
    "related stories",
    "more on this",
    "more stories",
    "more from",
    "you may also like",
    "recommended",
    "tags:",
    "tagged",
    "filed under",
    "category:",
    "categories:",
    "topics:",
    "back to top",
    "previous post",
    "next post",
    "skip to",
];

/// The letters and digits that a line begins with.
fn first_word(line: &str) -> &str {
    let end = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
    line.get(..end).unwrap_or("")
}

fn by_beginning(line: &str) -> Option<ZoneKind> {
    static FIRST: LazyLock<WordTable<()>> = LazyLock::new(|| {
        let lists = [&UPDATED[..], &BYLINES, &CAPTIONS, &LINKS, &["pingback", "trackback"]];
        WordTable::new(lists.into_iter().flatten().map(|start| (first_word(start), ())))
    });
    FIRST.get(first_word(line))?;
    let begins = |words: &[&str]| words.iter().any(|start| line.starts_with(start));
    match () {
        () if begins(&UPDATED) && has_digit(line) && line.len() < 140 => Some(ZoneKind::UpdateLine),
        () if begins(&BYLINES) => Some(ZoneKind::Byline),
        () if begins(&CAPTIONS) => Some(ZoneKind::Caption),
        () if begins(&LINKS) && line.len() < 160 => Some(ZoneKind::Navigation),
        () if line.starts_with("pingback:") || line.starts_with("trackback:") => {
            Some(ZoneKind::Trackback)
        }
        () => None,
    }
}

/// What notices of cookies and privacy say.
const COOKIES: [&str; 13] = [
    "we use cookies",
    "uses cookies",
    "use of cookies",
    "cookie policy",
    "cookie settings",
    "accept cookies",
    "accept all cookies",
    "accept all",
    "reject all",
    "manage preferences",
    "privacy policy",
    "privacy notice",
    "terms of service",
];

/// What invitations to subscribe, share and give say.
const SUBSCRIPTIONS: [&str; 40] = [
    "subscribe to our",
    "subscribe now",
    "subscribe today",
    "subscribe for",
    "subscribe here",
    "to subscribe",
    "subscribe |",
    "unsubscribe",
    "gift a subscription",
    "other subscribers",
    "our newsletter",
    "free newsletter",
    "daily newsletter",
    "weekly newsletter",
    "in your inbox",
    "to your inbox",
    "your email address",
    "your e-mail address",
    "sign up for",
    "sign up to",
    "sign in",
    "log in to",
    "create an account",
    "already have an account",
    "share this",
    "share on facebook",
    "share on twitter",
    "like this:",
    "follow us on",
    "find us on",
    "join our telegram",
    "join our channel",
    "like what you read",
    "support our work",
    "support our journalism",
    "keep the lights on",
    "become a member",
    "make a donation",
    "view in browser",
    "advertisement",
];

fn by_phrase(line: &str) -> Option<ZoneKind> {
    static FIRST: LazyLock<FirstWords> =
        LazyLock::new(|| FirstWords::of(COOKIES.iter().chain(&SUBSCRIPTIONS)));
    let first_words = &*FIRST;
    let mut found = None;
    let (mut at, mut before) = (0, [0, 0, b' ']);
    for byte in line.bytes() {
        if may_follow(before) && first_words.may_begin(line.as_bytes().get(at..at + 2)) {
            let rest = line.get(at..).unwrap_or("");
            if first_words.begin(rest) {
                match phrase_at(rest) {
                    Some(ZoneKind::Cookie) => return Some(ZoneKind::Cookie),
                    other => found = found.or(other),
                }
            }
        }
        at += 1;
        before = [before[1], before[2], byte];
    }
    found
}

/// Whether a phrase may begin after three bytes: a space, a stroke, a bracket or a quotation mark.
fn may_follow(before: [u8; 3]) -> bool {
    matches!(before, [.., b' ' | b'|' | b'(' | b'"'] | [0xe2, 0x80, 0x9c])
}

/// The words that phrases begin with.
struct FirstWords {
    words: WordTable<()>,
    /// For each small letter, those that follow it at the beginning of one of the words.
    letters: [u32; 26],
}

impl FirstWords {
    fn of<'a>(phrases: impl Iterator<Item = &'a &'static str>) -> Self {
        let words: Vec<&'static str> =
            phrases.filter_map(|phrase| phrase.split([' ', ':']).next()).collect();
        let mut letters = [0; 26];
        for word in &words {
            if let Some([first, second]) = small_letters(word.as_bytes().get(..2)) {
                letters[first] |= 1 << second;
            }
        }
        Self { words: WordTable::new(words.into_iter().map(|word| (word, ()))), letters }
    }

    /// Whether one of the words may begin with two bytes.
    fn may_begin(&self, two: Option<&[u8]>) -> bool {
        small_letters(two).is_some_and(|[first, second]| self.letters[first] & (1 << second) != 0)
    }

    /// Whether some words begin with one of the words.
    fn begin(&self, rest: &str) -> bool {
        let word = rest.split([' ', '|', '(', '“', '"']).next().unwrap_or("");
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        self.words.get(bare).is_some()
    }
}

/// The places in the alphabet of two small letters.
fn small_letters(two: Option<&[u8]>) -> Option<[usize; 2]> {
    let place = |byte: u8| byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'));
    let [first, second] = two? else { return None };
    Some([place(*first)?, place(*second)?])
}

fn phrase_at(rest: &str) -> Option<ZoneKind> {
    let begins = |words: &[&str]| words.iter().any(|phrase| rest.starts_with(phrase));
    match () {
        () if begins(&COOKIES) => Some(ZoneKind::Cookie),
        () if begins(&SUBSCRIPTIONS) => Some(ZoneKind::Subscription),
        () => None,
    }
}

/// A row of links: short pieces between strokes.
fn links(line: &str) -> Option<ZoneKind> {
    if !line.as_bytes().contains(&b'|') {
        return None;
    }
    let pieces = line.split(" | ");
    let count = pieces.clone().count();
    let short = pieces.clone().all(|piece| piece.split_whitespace().count() <= 4);
    (count >= 3 && short && !has_digit(line)).then_some(ZoneKind::Navigation)
}

fn has_digit(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_digit())
}

/// What the lines after a heading are: "4 Trackbacks", "COMMENTS", "3 thoughts on “…”".
pub(super) fn section(lower: &str) -> Option<ZoneKind> {
    let line = lower.trim_end_matches([':', '.']);
    let counted =
        line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '(' | ' '));
    let short = line.len() < 40;
    let after = |words: &[&str]| words.contains(&counted.trim_end_matches(')'));
    match () {
        () if short
            && after(&[
                "trackbacks",
                "trackback",
                "pingbacks",
                "pingback",
                "trackbacks & pingbacks",
                "trackbacks/pingbacks",
            ]) =>
        {
            Some(ZoneKind::Trackback)
        }
        () if short
            && after(&[
                "comments",
                "comment",
                "responses",
                "reader comments",
                "replies",
                "discussion",
            ]) =>
        {
            Some(ZoneKind::Comment)
        }
        () if counted.len() < line.len()
            && [
                "thoughts on ",
                "thought on ",
                "responses to ",
                "response to ",
                "comments on ",
                "comment on ",
            ]
            .iter()
            .any(|start| counted.starts_with(start)) =>
        {
            Some(ZoneKind::Comment)
        }
        () if ["leave a reply", "leave a comment", "post a comment", "join the conversation"]
            .iter()
            .any(|start| line.starts_with(start)) =>
        {
            Some(ZoneKind::Comment)
        }
        () => None,
    }
}

/// Whether a line is another page's extract: it begins with "[…]", or ends so after a short text.
pub(super) fn is_extract(line: &str) -> bool {
    const MARKS: [&str; 3] = ["[…]", "[...]", "[ … ]"];
    MARKS.iter().any(|mark| line.starts_with(mark))
}

/// Whether a line names its author: "By Our Special Correspondent", "By Ann Lee and Bo Tan".
pub(super) fn is_byline(line: &str) -> bool {
    let Some(names) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else {
        return false;
    };
    let small = [
        "and",
        "of",
        "in",
        "our",
        "the",
        "for",
        "with",
        "de",
        "van",
        "von",
        "al",
        "county",
        "staff",
        "reporter",
        "correspondent",
        "special",
        "writer",
    ];
    line.len() < 90
        && names.split([' ', ',', '.']).filter(|word| !word.is_empty()).all(|word| {
            word.chars().next().is_some_and(char::is_uppercase) || small.contains(&word)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_by_their_words() {
        for (line, expected) in [
            ("last updated on march 12th, 2030 at 07:55 am", Some(ZoneKind::UpdateLine)),
            (
                "posted on may 9, 2029 by somebody in politics | 3 comments",
                Some(ZoneKind::UpdateLine),
            ),
            ("reporting by a. ruk; editing by o. de", Some(ZoneKind::Byline)),
            ("photo: a road in sarn", Some(ZoneKind::Caption)),
            (
                "enter your email address to subscribe. join 300 others.",
                Some(ZoneKind::Subscription),
            ),
            ("share this: tweet | email | print", Some(ZoneKind::Subscription)),
            ("we use cookies to improve this site.", Some(ZoneKind::Cookie)),
            ("home | world | sarn", Some(ZoneKind::Navigation)),
            ("read more: who holds sarn?", Some(ZoneKind::Navigation)),
            ("both sides subscribe to the treaty of 1990, the minister said.", None),
            ("arland holds 400 square miles of sarn.", None),
        ] {
            assert_eq!(kind(line), expected, "{line}");
        }
    }

    #[test]
    fn sentences_inside_a_paragraph() {
        for (sentence, expected) in [
            ("(Reporting by A. Ruk; editing by desk)", Some(ZoneKind::Byline)),
            ("(Last updated 15/11/2023)", Some(ZoneKind::UpdateLine)),
            ("Photo caption: A road in Sarn.", Some(ZoneKind::Caption)),
            ("Published figures differ by 400 square miles.", None),
            ("[It fell.]", None),
        ] {
            assert_eq!(of_sentence(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn headings_of_sections() {
        for (line, expected) in [
            ("4 trackbacks", Some(ZoneKind::Trackback)),
            ("comments (12)", None),
            ("12 comments", Some(ZoneKind::Comment)),
            ("5 thoughts on “lines”", Some(ZoneKind::Comment)),
            ("leave a reply", Some(ZoneKind::Comment)),
            ("comments by the minister were few.", None),
        ] {
            assert_eq!(section(line), expected, "{line}");
        }
    }
}
