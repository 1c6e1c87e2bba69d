//! Expressions of time against the English part of MEANTIME (CC BY 4.0).

use crate::{
    archive::{Archive, OpenSuiteError, shape},
    figure::{Detection, Figure, share},
    reading::{Reading, Span},
};
use roxmltree::{Document, Node};

const FOLDER: &str = "/intra-doc_annotation/";

/// An expression of the annotators.
struct Gold {
    span: Span,
    value: String,
    words: String,
}

/// A report put together from its tokens, with what the annotators marked.
struct Report {
    text: String,
    gold: Vec<Gold>,
    created: Option<jiff::civil::Date>,
}

/// Finds the times of every report and gives each its value.
///
/// # Method
/// As TempEval-3 (`UzZaman` and others 2013) has it: an expression is found where ours and the
/// annotators' share a character (relaxed), each counted once; the accuracy of values is the share
/// of those found whose ISO-TimeML value is the same, letter for letter. The sentences annotated
/// are those up to the last that bears a mark; the creation time of the file is the anchor.
///
/// # Errors
/// [`OpenSuiteError`] where a file is no XML.
pub fn score(archive: &Archive) -> Result<Vec<Figure>, OpenSuiteError> {
    let (mut detection, mut values) = (Detection::default(), 0);
    let (mut missed, mut wrong) = (Vec::new(), Vec::new());
    for (path, text) in archive.texts_ending(".xml").filter(|(path, _)| path.contains(FOLDER)) {
        let report = report(text).map_err(|reason| shape(path, &reason))?;
        let reading = Reading::of(&report.text, report.created);
        let mut taken = vec![false; report.gold.len()];
        for (span, ours) in reading.times() {
            detection.made += 1;
            let meeting = |gold: &Gold| gold.span.start < span.end && span.start < gold.span.end;
            let free =
                report.gold.iter().zip(&mut taken).find(|(gold, taken)| !**taken && meeting(gold));
            let Some((gold, taken)) = free else {
                missed.push(format!("extra {:?} {}", reading.words(ours), ours.timex_value));
                continue;
            };
            *taken = true;
            detection.found += 1;
            values += u32::from(gold.value == ours.timex_value);
            if gold.value != ours.timex_value {
                let on = report.created.map_or_else(String::new, |day| day.to_string());
                wrong.push(format!(
                    "{:?} on {on}: {} not {}",
                    gold.words, ours.timex_value, gold.value
                ));
            }
        }
        detection.gold += u32::try_from(report.gold.len()).unwrap_or(u32::MAX);
        let unseen = report.gold.iter().zip(&taken).filter(|(_, taken)| !**taken);
        missed.extend(unseen.map(|(gold, _)| format!("missed {:?} {}", gold.words, gold.value)));
    }
    Ok(vec![
        Figure {
            id: "meantime.relaxed-f1",
            value: detection.f1(),
            basis: detection.basis(),
            misses: missed,
        },
        Figure {
            id: "meantime.value",
            value: share(values, detection.found),
            basis: format!("{values} of {} found", detection.found),
            misses: wrong,
        },
    ])
}

fn report(xml: &str) -> Result<Report, String> {
    let tree = Document::parse(xml).map_err(|error| error.to_string())?;
    let marks: Vec<Node> = tree.descendants().filter(|node| node.has_tag_name("TIMEX3")).collect();
    let created = marks
        .iter()
        .find(|mark| mark.attribute("functionInDocument") == Some("CREATION_TIME"))
        .and_then(|mark| mark.attribute("value")?.get(..10)?.parse().ok());
    let (text, places) = put_together(&tree);
    let gold = marks.iter().filter_map(|mark| gold(*mark, &text, &places)).collect();
    Ok(Report { text, gold, created })
}

/// A token's number and where it stands.
type Places = std::collections::BTreeMap<u32, Span>;

/// The text of the annotated sentences, and where each token stands in it.
fn put_together(tree: &Document<'_>) -> (String, Places) {
    let last = last_annotated(tree);
    let (mut text, mut places) = (String::new(), Places::new());
    let (mut letters, mut sentence) = (0, 0);
    for token in tree.descendants().filter(|node| node.has_tag_name("token")) {
        let number = |name: &str| token.attribute(name).and_then(|text| text.parse::<u32>().ok());
        let (Some(id), Some(of)) = (number("t_id"), number("sentence")) else { continue };
        if of > last {
            break;
        }
        let words = token.text().unwrap_or_default();
        let gap = match () {
            () if of != sentence && (sentence < 2) => "\n\n",
            () if of == sentence && is_glued(&text, words) => "",
            () => " ",
        };
        sentence = of;
        if !text.is_empty() {
            text.push_str(gap);
            letters += gap.len();
        }
        let length = words.chars().count();
        places.insert(id, Span { start: letters, end: letters + length });
        text.push_str(words);
        letters += length;
    }
    (text, places)
}

/// The last sentence that bears any mark.
fn last_annotated(tree: &Document<'_>) -> u32 {
    let anchored: std::collections::BTreeSet<&str> = tree
        .descendants()
        .filter(|node| node.has_tag_name("token_anchor"))
        .filter_map(|node| node.attribute("t_id"))
        .collect();
    tree.descendants()
        .filter(|node| node.has_tag_name("token"))
        .filter(|token| token.attribute("t_id").is_some_and(|id| anchored.contains(id)))
        .filter_map(|token| token.attribute("sentence")?.parse().ok())
        .max()
        .unwrap_or(0)
}

/// Whether a token stands directly after the text before it.
fn is_glued(before: &str, token: &str) -> bool {
    const CLOSING: [&str; 14] =
        [",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'", "''"];
    CLOSING.contains(&token) || before.ends_with(['(', '[', '$', '€', '£'])
}

fn gold(mark: Node<'_, '_>, text: &str, places: &Places) -> Option<Gold> {
    let tokens = mark.children().filter(|node| node.has_tag_name("token_anchor"));
    let spans: Vec<Span> = tokens
        .filter_map(|node| places.get(&node.attribute("t_id")?.parse().ok()?).copied())
        .collect();
    let start = spans.iter().map(|span| span.start).min()?;
    let end = spans.iter().map(|span| span.end).max()?;
    Some(Gold {
        span: Span { start, end },
        value: mark.attribute("value").unwrap_or_default().to_owned(),
        words: text.chars().skip(start).take(end - start).collect(),
    })
}
