//! Offers over time: who offered, who answered, what was offered in answer to what.

use super::{
    colour::{OUTLINE, nth},
    frame::{Sheet, Trouble, on_sheet},
    lines::{label, number},
};
use crate::exit::Failure;
use plotters::{
    chart::ChartBuilder,
    element::{Circle, PathElement, Text},
    prelude::{Color as _, IntoFont as _, WHITE},
};
use seisin_core::Date;

/// An offer as it is drawn: one row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DrawnOffer {
    /// Who offers what to whom.
    pub(crate) label: String,
    /// When it was first seen.
    pub(crate) first: Date,
    /// The answers: when, and who said what.
    pub(crate) answers: Vec<(Date, String)>,
    /// The row of the offer that it answers with another.
    pub(crate) counters: Option<usize>,
}

/// Offers over time as SVG, the earliest row on top.
///
/// # Errors
/// Where the picture cannot be drawn.
pub(crate) fn plot_offers(
    title: &str,
    offers: &[DrawnOffer],
    print: &[String],
) -> Result<String, Failure> {
    on_sheet(title, print, |sheet| draw(sheet, offers))
        .map_err(|error| Failure::to("draw the picture", &error))
}

fn draw(sheet: &Sheet<'_>, offers: &[DrawnOffer]) -> Result<(), Trouble> {
    let days = offers.iter().flat_map(|offer| {
        std::iter::once(offer.first).chain(offer.answers.iter().map(|(day, _)| *day))
    });
    let (Some(from), Some(to)) = (days.clone().min(), days.max()) else { return Ok(()) };
    let (from, to) = (number(from), number(to));
    let margin = ((to - from) * 0.25).max(1.0);
    let rows = row(offers.len());
    let mut chart = ChartBuilder::on(sheet)
        .margin(12)
        .x_label_area_size(34)
        .build_cartesian_2d(from - margin * 0.2..to + margin, -rows..0.6)?;
    chart
        .configure_mesh()
        .disable_y_mesh()
        .x_label_formatter(&|day| label(*day))
        .light_line_style(WHITE)
        .draw()?;
    let words = || ("sans-serif", 12).into_font().color(&OUTLINE);
    for (at, offer) in offers.iter().enumerate() {
        let (start, height) = (number(offer.first), -row(at));
        let end = offer.answers.iter().map(|(day, _)| number(*day)).fold(start, f64::max);
        let line = vec![(start, height), (end, height)];
        chart.draw_series([PathElement::new(line, nth(0).stroke_width(2))])?;
        if let Some(earlier) = offer.counters.and_then(|row| offers.get(row).map(|one| (row, one)))
        {
            let from = (number(earlier.1.first), -row(earlier.0));
            let link = vec![from, (start, height)];
            chart.draw_series([PathElement::new(link, OUTLINE.stroke_width(1))])?;
        }
        chart.draw_series([Circle::new((start, height), 5, nth(0).filled())])?;
        chart.draw_series([Text::new(offer.label.clone(), (start, height + 0.45), words())])?;
        for (nth_answer, (day, said)) in offer.answers.iter().enumerate() {
            let place = (number(*day), height);
            chart.draw_series([Circle::new(place, 4, nth(1).filled())])?;
            let below = height - 0.1 - 0.18 * row(nth_answer % 3);
            chart.draw_series([Text::new(said.clone(), (place.0, below), words())])?;
        }
    }
    Ok(())
}

fn row(at: usize) -> f64 {
    u32::try_from(at).map_or(f64::MAX, f64::from)
}
