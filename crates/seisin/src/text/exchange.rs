//! What an exchange would measure as a page of text: people first.

use super::figure::area_text;
use seisin_answer::ExchangeAnswer;
use seisin_exchange::{Count, Effect, Figure, SideEffect};
use std::fmt::Write as _;

/// The whole answer for one publisher's map.
pub(crate) fn exchange_text(answer: &ExchangeAnswer) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{} (licence {})", answer.publisher, answer.licence);
    match &answer.effect {
        Ok(effect) => effect_text(&mut text, effect),
        Err(reason) => {
            let _ = writeln!(text, "  not measured: {reason}\n");
        }
    }
    text
}

fn effect_text(text: &mut String, effect: &Effect) {
    let _ = writeln!(text, "  {}", effect.hypothetical);
    for side in &effect.sides {
        side_text(text, side);
    }
    let ratio = match &effect.ratio {
        Figure::Known(ratio) => format!("{:.4}", ratio.best),
        Figure::Unknown(reason) => reason.phrase().to_owned(),
    };
    let line = match &effect.line {
        Figure::Known(line) => format!("{:.3} km → {:.3} km", line.before.km(), line.after.km()),
        Figure::Unknown(reason) => reason.phrase().to_owned(),
    };
    let _ = writeln!(text, "  ratio of the areas, first over second: {ratio}");
    let _ = writeln!(text, "  line where the two meet, before → after: {line}");
    for note in &effect.notes {
        let _ = writeln!(text, "  note: {note}");
    }
    let _ = writeln!(text, "  {}\n", effect.disclaimer);
}

fn side_text(text: &mut String, side: &SideEffect) {
    let _ = writeln!(text, "  {} gives {}", side.party, side.basis.what);
    let _ = writeln!(text, "    people       {}", count_text(&side.people));
    let _ = writeln!(text, "    settlements  {}", count_text(&side.settlements));
    let _ = writeln!(
        text,
        "    area         {} in {} pieces",
        area_text(side.gives),
        side.pieces_given
    );
    if let Figure::Known(change) = &side.territory {
        let _ = writeln!(
            text,
            "    all it holds {} → {} pieces, {} → {} holes",
            change.before.pieces, change.after.pieces, change.before.holes, change.after.holes
        );
    }
    let edition = side.basis.edition.as_ref().map_or_else(String::new, ToString::to_string);
    let set = side.basis.boundary_set.as_deref().unwrap_or("none");
    let _ = writeln!(text, "    edition {edition}; boundary set {set}");
}

fn count_text(figure: &Figure<Count>) -> String {
    match figure {
        Figure::Known(count) => {
            format!("{} {} ({})", count.bound.word().replace('_', " "), count.count, count.source)
        }
        Figure::Unknown(reason) => reason.phrase().to_owned(),
    }
}
