//! The answer of a check as a page of text.

use super::figure::{area_text, percent_text};
use seisin_answer::{CheckAnswer, Figure, PublisherAnswer, Run};
use std::fmt::Write as _;

/// The whole answer: the claim as read, the verdict, what each map says, and by which rules.
pub(crate) fn check_text(answer: &CheckAnswer) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "“{}”\n", answer.sentence.trim());
    reading(&mut text, answer);
    let _ = writeln!(text, "\n{} — {}", answer.verdict.phrase().to_uppercase(), answer.reason);
    for publisher in &answer.publishers {
        publisher_text(&mut text, publisher);
    }
    for hint in &answer.hints {
        let _ = writeln!(text, "\nhint ({}): {}", hint.kind, hint.sentence);
    }
    settings(&mut text, answer);
    text
}

fn reading(text: &mut String, answer: &CheckAnswer) {
    for part in &answer.parts {
        let _ = writeln!(text, "  {:<9} “{}” → {}", part.part, part.words, part.value);
    }
    let question = &answer.question;
    if let (Some(from), Some(to)) = (question.from, question.to) {
        let _ = writeln!(text, "  days      [{from}, {to}) — {}", question.date_rule);
    }
    if let Some(known_on) = question.known_on {
        let _ = writeln!(text, "  as known on {known_on}");
    }
    for problem in &answer.problems {
        let _ = writeln!(text, "  note      {}", problem.sentence);
    }
}

fn publisher_text(text: &mut String, answer: &PublisherAnswer) {
    let _ =
        writeln!(text, "\n{}: {} — {}", answer.publisher, answer.verdict.phrase(), answer.reason);
    if let Some(figure) = &answer.figure {
        figure_text(text, figure);
    }
    if let Some(margin) = answer.margin {
        let _ = writeln!(text, "  against the number claimed: {:+.1} %", margin * 100.0);
    }
    if let Some(edition) = &answer.edition {
        let published = edition
            .published
            .map_or_else(String::new, |published| format!(", published {published}"));
        let _ = writeln!(
            text,
            "  edition {} of {} ({} days old){published}",
            edition.id, edition.edition_date, edition.age_days
        );
    }
    if answer.runs.len() > 1 {
        answer.runs.iter().for_each(|run| run_text(text, run));
    }
    let error = answer
        .positional_error
        .map_or_else(|| "not stated".to_owned(), |error| format!("{:.0} m", error.metres()));
    let licence =
        answer.licence.as_ref().map_or_else(|| "not stated".to_owned(), ToString::to_string);
    let _ = writeln!(text, "  positional error {error}; licence {licence}");
}

fn figure_text(text: &mut String, figure: &Figure) {
    let least = if figure.is_lower_bound() { "at least " } else { "" };
    let _ = writeln!(text, "  measured {least}{}", area_text(figure.area));
    for missing in &figure.missing {
        let _ = writeln!(text, "  missing  {missing}");
    }
    if let Some(share) = &figure.share {
        let _ = writeln!(
            text,
            "  share    {} of {} ({})",
            percent_text(share.share),
            share.of,
            area_text(share.whole)
        );
    }
}

fn run_text(text: &mut String, run: &Run) {
    let amounts = match (&run.lowest, &run.highest) {
        (Some(lowest), Some(highest)) => {
            format!("{:.2}–{:.2} km²", lowest.area.best / 1e6, highest.area.best / 1e6)
        }
        _ => "no map".to_owned(),
    };
    let _ = writeln!(text, "    [{}, {}) {}: {amounts}", run.from, run.to, run.verdict.phrase());
}

fn settings(text: &mut String, answer: &CheckAnswer) {
    let settings = &answer.settings;
    let _ = writeln!(text, "\nedges: {}; region: {}", settings.edge_rule, settings.region_rule);
    let _ = writeln!(
        text,
        "error: {}; “about” is ± the larger of {:.0} % and {} rounding steps; an edition speaks for \
         {} days",
        settings.error_rule,
        settings.tolerance.about_relative * 100.0,
        settings.tolerance.about_steps,
        settings.edition_valid_days
    );
}
