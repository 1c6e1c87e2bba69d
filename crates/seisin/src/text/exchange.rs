//! What an exchange would measure as a page of text: people first.

use super::figure::area_text;
use seisin_answer::{ExchangeAnswer, ItemAnswer, Standing, StatedAnswer};
use seisin_core::Unit;
use seisin_exchange::{Change, Count, Effect, Enclaves, Figure, Settlement, SideEffect, Territory};
use std::fmt::Write as _;

/// How many settlements are named in a text; JSON has all.
const NAMED: usize = 8;

/// The whole answer for one publisher's map.
pub(crate) fn exchange_text(answer: &ExchangeAnswer) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{} (licence {})", answer.publisher, answer.licence);
    match &answer.effect {
        Ok(effect) => effect_text(&mut text, answer, effect),
        Err(reason) => {
            let _ = writeln!(text, "  not measured: {reason}\n");
        }
    }
    text
}

fn effect_text(text: &mut String, answer: &ExchangeAnswer, effect: &Effect) {
    let _ = writeln!(text, "  {}", effect.hypothetical);
    for (at, side) in effect.sides.iter().enumerate() {
        side_text(text, side);
        sites_text(text, answer, at);
        for item in answer.items.iter().filter(|item| item.party == side.party) {
            item_text(text, item);
        }
        for stated in answer.stated.iter().filter(|stated| stated.party == side.party) {
            stated_text(text, stated);
        }
        if let Some(standing) = answer.standing.get(at) {
            standing_text(text, standing);
        }
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

/// A figure stated for what a side gives, beside what it measures.
fn stated_text(text: &mut String, stated: &StatedAnswer) {
    let checked = &stated.checked;
    let outcome = checked.agreement.word().replace('_', " ");
    let measured = checked.measured.zip(checked.unit.as_ref()).map(|(measured, unit)| {
        let share = *unit == Unit::One;
        let (scale, unit) = if share { (100.0, "%".into()) } else { (1.0, unit.ucum()) };
        format!(": measured {:.3} {unit}", measured.best * scale)
    });
    let note = checked.note.map(|note| format!(": {note}"));
    let perhaps: Vec<String> = checked.guesses.iter().map(|guess| format!("; {guess}")).collect();
    let _ = writeln!(
        text,
        "    stated       {}: {outcome}{}{perhaps}",
        checked.printed,
        measured.or(note).unwrap_or_default(),
        perhaps = perhaps.concat()
    );
}

/// The sites of the caller's list on what a side gives, where a list was given.
fn sites_text(text: &mut String, answer: &ExchangeAnswer, side: usize) {
    let (Some(source), Some(sites)) = (&answer.sites_source, answer.sites.get(side)) else {
        return;
    };
    let named = sites.iter().map(|site| match site.kind.as_str() {
        "" => site.name.clone(),
        kind => format!("{} ({kind})", site.name),
    });
    let _ = writeln!(text, "    sites        {} by {source}", told(named, "none"));
}

fn item_text(text: &mut String, item: &ItemAnswer) {
    let share = item.figure.share.as_ref().map_or_else(String::new, |share| {
        format!(", {:.2} % of {}", share.share.best * 100.0, share.of)
    });
    let _ = writeln!(
        text,
        "    item         {}: {}{share}; {}",
        item.basis.what,
        area_text(item.figure.area),
        item.rule
    );
}

fn side_text(text: &mut String, side: &SideEffect) {
    let _ = writeln!(text, "  {} gives {}", side.party, side.basis.what);
    let _ = writeln!(text, "    people       {}", count_text(&side.people));
    let _ = writeln!(text, "    settlements  {}", count_text(&side.settlements));
    if !side.listed.is_empty() {
        let _ = writeln!(text, "                 {}", named(&side.listed));
    }
    if let Figure::Known(access) = &side.access {
        let _ = writeln!(
            text,
            "    to a town    {:.1} → {:.1} km on average, of its own side, straight",
            access.before.km(),
            access.after.km()
        );
    }
    let _ = writeln!(
        text,
        "    area         {} in {} pieces",
        area_text(side.gives),
        side.pieces_given
    );
    if let Figure::Known(change) = &side.territory {
        territory_text(text, change);
    }
    if let Figure::Known(change) = &side.enclaves {
        let _ = writeln!(
            text,
            "    enclaves     {} → {}",
            orders(&change.before),
            orders(&change.after)
        );
    }
    let edition = side.basis.edition.as_ref().map_or_else(String::new, ToString::to_string);
    let set = side.basis.boundary_set.as_deref().unwrap_or("none");
    let _ = writeln!(text, "    edition {edition}; boundary set {set}");
}

fn territory_text(text: &mut String, change: &Change<Territory>) {
    let Change { before, after } = change;
    let _ = writeln!(
        text,
        "    all it holds {} → {} pieces, {} → {} holes",
        before.pieces, after.pieces, before.holes, after.holes
    );
    let form = |name: &str, one: Option<f64>, other: Option<f64>, unit: &str| {
        let figure =
            |value: Option<f64>| value.map_or("none".to_owned(), |value| format!("{value:.3}"));
        format!("    {name} {} → {}{unit}\n", figure(one), figure(other))
    };
    text.push_str(&form("4πA/P²      ", before.polsby_popper(), after.polsby_popper(), ""));
    text.push_str(&form("A²/(2πI)    ", before.moment, after.moment, ""));
    let width = |territory: &Territory| territory.neck.as_ref().map(|neck| neck.width.km());
    text.push_str(&form("narrowest   ", width(before), width(after), " km"));
}

fn orders(enclaves: &Enclaves) -> String {
    let order = |(at, count): (usize, &usize)| format!("{count} of order {}", at + 1);
    match enclaves.by_order.as_slice() {
        [] => "none".to_owned(),
        some => some.iter().enumerate().map(order).collect::<Vec<_>>().join(", "),
    }
}

/// The largest of the settlements by name.
fn named(settlements: &[Settlement]) -> String {
    let shown = settlements.iter().take(NAMED).map(|one| match one.population {
        0 => one.name.clone(),
        people => format!("{} ({people})", one.name),
    });
    let mut names = shown.collect::<Vec<_>>().join(", ");
    if settlements.len() > NAMED {
        let _ = write!(names, " and {} more", settlements.len() - NAMED);
    }
    names
}

/// What is on record of the land of both sides, in three lines that are never one.
fn standing_text(text: &mut String, standing: &Standing) {
    let legal = standing.legal.iter().map(|one| {
        let whose =
            one.sovereign.as_ref().map_or("nobody's by its words", |party| party.0.as_str());
        format!("{:.3} km² in {}: {whose} ({})", one.area.square_km(), one.name, one.according_to)
    });
    let held = standing.holding.iter();
    let held = held.map(|(party, area)| format!("{party} {:.3} km²", area.square_km()));
    let claims = standing.claims.iter().map(|claim| {
        let who = claim.party.as_ref().map_or("somebody", |party| party.0.as_str());
        format!("{who} {} {} (claim {})", claim.action.word(), claim.region, claim.id)
    });
    for (name, told) in [
        ("legal status", told(legal, "no boundary set on record says whose it is")),
        ("holding     ", told(held, "the map draws no holding on it")),
        ("claims      ", told(claims, "none on record")),
    ] {
        let _ = writeln!(text, "    {name} {told}");
    }
}

fn told(parts: impl Iterator<Item = String>, nothing: &str) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { nothing.to_owned() } else { parts.join("; ") }
}

fn count_text(figure: &Figure<Count>) -> String {
    match figure {
        Figure::Known(count) => {
            let range = count.range.map_or_else(String::new, |[low, high]| {
                format!(", {low} to {high} with the pixels on the edge left out or taken whole")
            });
            let bound = count.bound.word().replace('_', " ");
            format!("{bound} {}{range} ({})", count.count, count.source)
        }
        Figure::Unknown(reason) => reason.phrase().to_owned(),
    }
}
