//! A page cut into zones, line by line.

use super::{
    dateline,
    phrase::{LONGEST, is_byline, is_extract, kind, section},
    zone::{Zone, ZoneKind},
};
use std::ops::Range;

/// A line with words and what stands around it.
struct Line<'a> {
    range: Range<usize>,
    words: &'a str,
    blank_before: bool,
    blank_after: bool,
    /// Whether the lines of its paragraph are of nearly one width, as wrapping leaves them.
    even: bool,
}

/// The parts of a page, in order; blank lines are none's.
///
/// A paragraph that was wrapped by hand is one zone; any other line is one of its own.
pub fn zones(text: &str) -> Vec<Zone> {
    let lines = lines(text);
    let mut zones: Vec<Zone> = Vec::with_capacity(lines.len() + 4);
    let mut within = None;
    let mut lower = String::new();
    let mut seen_report = false;
    for (at, line) in lines.iter().enumerate() {
        lower.clear();
        if line.words.len() <= LONGEST {
            lower_into(line.words, &mut lower);
        }
        within = section(&lower).filter(|_| seen_report || at > 2).or(within);
        let kind = match own_kind(line, &lower, at) {
            Some(kind) => kind,
            None if is_title_of_extract(&lines, at, within) => ZoneKind::Trackback,
            None => within.unwrap_or_else(|| report_or_headline(&lines, at)),
        };
        seen_report |= kind == ZoneKind::Report;
        match kind {
            ZoneKind::Report if continues(&lines, at, zones.last()) => {
                if let Some(last) = zones.last_mut() {
                    last.range.end = line.range.end;
                }
            }
            ZoneKind::Report => push_report(line, &mut zones),
            kind => zones.push(Zone { range: line.range.clone(), kind }),
        }
    }
    zones
}

/// Writes a line in lower case.
fn lower_into(line: &str, lower: &mut String) {
    if line.is_ascii() {
        lower.push_str(line);
        lower.make_ascii_lowercase();
    } else {
        for character in line.chars() {
            if character.is_ascii() {
                lower.push(character.to_ascii_lowercase());
            } else {
                lower.extend(character.to_lowercase());
            }
        }
    }
}

fn own_kind(line: &Line<'_>, lower: &str, at: usize) -> Option<ZoneKind> {
    if is_extract(line.words) {
        return Some(ZoneKind::Trackback);
    }
    if is_byline(line.words) && at < 8 {
        return Some(if lower.contains("updated") {
            ZoneKind::UpdateLine
        } else {
            ZoneKind::Byline
        });
    }
    let dated = lower.len() < 100
        && lower.starts_with("by ")
        && lower.contains("updated")
        && lower.bytes().any(|byte| byte.is_ascii_digit());
    if dated {
        return Some(ZoneKind::UpdateLine);
    }
    kind(lower)
}

/// Whether a line is the title above an extract of another page.
fn is_title_of_extract(lines: &[Line<'_>], at: usize, within: Option<ZoneKind>) -> bool {
    within == Some(ZoneKind::Comment)
        && lines.get(at + 1).is_some_and(|next| !next.blank_before && is_extract(next.words))
}

/// The lines with words, trimmed.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    let mut blank_before = true;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() {
            blank_before = true;
            if let Some(last) = lines.last_mut() {
                last.blank_after = true;
            }
        } else {
            let at = start + (line.len() - line.trim_start().len());
            lines.push(Line {
                range: at..at + words.len(),
                words,
                blank_before,
                blank_after: false,
                even: false,
            });
            blank_before = false;
        }
        start += line.len();
    }
    if let Some(last) = lines.last_mut() {
        last.blank_after = true;
    }
    for paragraph in lines.chunk_by_mut(|line, _| !line.blank_after) {
        let even = is_even(paragraph);
        for line in paragraph {
            line.even = even;
        }
    }
    lines
}

/// A short line without a full stop that stands alone is a headline.
fn report_or_headline(lines: &[Line<'_>], at: usize) -> ZoneKind {
    const LONGEST_HEADLINE: usize = 130;
    let Some(line) = lines.get(at) else { return ZoneKind::Report };
    let words = line.words;
    let begins = |words: &str| {
        words
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘'))
    };
    let alone = line.blank_before && line.blank_after || at == 0 && tops(lines);
    let one = !words.contains(". ") || words.len() < 40;
    let headline =
        alone && one && words.len() < LONGEST_HEADLINE && !is_ended(words) && begins(words);
    if headline { ZoneKind::Headline } else { ZoneKind::Report }
}

/// Whether a line ends as a sentence or a part of one does.
fn is_ended(words: &str) -> bool {
    let bare = words.trim_end_matches(['”', '"', '’', ')']);
    bare.ends_with(['.', '!', ';', ',', ':', '…'])
}

/// Whether the first line is a title although text follows at once.
fn tops(lines: &[Line<'_>]) -> bool {
    let next = lines.get(1).and_then(|next| next.words.chars().next());
    next.is_none_or(|first| !first.is_lowercase() && !first.is_ascii_digit())
        && !lines.first().is_some_and(|first| first.even)
}

/// Whether a line goes on with the paragraph that the zone before it holds: wrapped by hand.
fn continues(lines: &[Line<'_>], at: usize, last: Option<&Zone>) -> bool {
    let (Some(before), Some(line)) =
        (at.checked_sub(1).and_then(|before| lines.get(before)), lines.get(at))
    else {
        return false;
    };
    let same = last
        .is_some_and(|zone| zone.kind == ZoneKind::Report && zone.range.end == before.range.end);
    if !same || line.blank_before {
        return false;
    }
    let width = before.words.chars().count();
    let open = !before.words.ends_with(['.', '!', '?', ':', ';', '”', '"', '|', '…']);
    let begins_low =
        line.words.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    let item = line.words.starts_with(['-', '•', '*', '–', '(']);
    (45..=110).contains(&width) && !item && (open && begins_low || line.even)
}

/// Whether the lines of a paragraph but the last are of nearly one width.
fn is_even(paragraph: &[Line<'_>]) -> bool {
    const WIDEST: usize = 110;
    let Some((_, lines)) = paragraph.split_last().filter(|(_, lines)| lines.len() >= 2) else {
        return false;
    };
    let (mut least, mut most) = (usize::MAX, 0);
    for line in lines {
        let width = line.words.chars().count();
        (least, most) = (least.min(width), most.max(width));
        if most > WIDEST || most - least > 18 {
            return false;
        }
    }
    true
}

/// A paragraph of the report, its dateline parted from it.
fn push_report(line: &Line<'_>, zones: &mut Vec<Zone>) {
    let start = line.range.start;
    let Some(head) = dateline::length(line.words) else {
        zones.push(Zone { range: line.range.clone(), kind: ZoneKind::Report });
        return;
    };
    let words = line.words.get(..head).map_or(head, |words| words.trim_end().len());
    zones.push(Zone { range: start..start + words, kind: ZoneKind::Dateline });
    zones.push(Zone { range: start + head..line.range.end, kind: ZoneKind::Report });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(ZoneKind, &str)]) {
        let found: Vec<_> = zones(text)
            .into_iter()
            .map(|zone| (zone.kind, text.get(zone.range).unwrap()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_page_from_headline_to_trackbacks() {
        check(
            "Who holds Sarn?\n\nLast updated on March 12th, 2030\n\nBy Our Correspondent\n\n\
             SARNVILLE, March 12 (Wire) - Arland holds it. So it says.\n\nWhat next\n\nNobody knows.\n\n\
             Subscribe | Sign in\n\n2 Trackbacks\n\nWho holds Sarn? – Elsewhere\n[…] Arland holds it […]\n",
            &[
                (ZoneKind::Headline, "Who holds Sarn?"),
                (ZoneKind::UpdateLine, "Last updated on March 12th, 2030"),
                (ZoneKind::Byline, "By Our Correspondent"),
                (ZoneKind::Dateline, "SARNVILLE, March 12 (Wire) -"),
                (ZoneKind::Report, "Arland holds it. So it says."),
                (ZoneKind::Headline, "What next"),
                (ZoneKind::Report, "Nobody knows."),
                (ZoneKind::Subscription, "Subscribe | Sign in"),
                (ZoneKind::Trackback, "2 Trackbacks"),
                (ZoneKind::Trackback, "Who holds Sarn? – Elsewhere"),
                (ZoneKind::Trackback, "[…] Arland holds it […]"),
            ],
        );
    }

    #[test]
    fn a_paragraph_wrapped_by_hand_is_one() {
        check(
            "Arland said on Monday that its forces now hold more than\n400 square miles of Sarn and that they mean to keep what they\nhave. Velk denies it.\n\nIt is raining.",
            &[
                (
                    ZoneKind::Report,
                    "Arland said on Monday that its forces now hold more than\n400 square miles of Sarn and that they mean to keep what they\nhave. Velk denies it.",
                ),
                (ZoneKind::Report, "It is raining."),
            ],
        );
    }

    #[test]
    fn comments_run_to_the_end() {
        check(
            "It fell on Monday, he said.\n\nIt rose on Friday, she said.\n\nCOMMENTS\nAda says: May 9, 2030\nno it did not",
            &[
                (ZoneKind::Report, "It fell on Monday, he said."),
                (ZoneKind::Report, "It rose on Friday, she said."),
                (ZoneKind::Comment, "COMMENTS"),
                (ZoneKind::Comment, "Ada says: May 9, 2030"),
                (ZoneKind::Comment, "no it did not"),
            ],
        );
    }
}
