//! The sheet a picture is drawn on: title above, sources below.

use super::colour::OUTLINE;
use plotters::{
    chart::{ChartContext, SeriesLabelPosition},
    coord::{CoordTranslate, Shift},
    prelude::{
        Color as _, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea as _, IntoFont as _,
        SVGBackend, Text, WHITE,
    },
};
use std::io;

/// The size of a picture.
pub(super) const SIZE: (u32, u32) = (960, 600);

/// Why a picture could not be drawn.
pub(super) type Trouble = DrawingAreaErrorKind<io::Error>;

/// Where the content of a picture is drawn.
pub(super) type Sheet<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// How many characters of small print stand on one line.
const PRINT_WIDTH: usize = 150;

/// Draws a picture with its title and small print; `content` draws what is between.
///
/// # Errors
/// Never: the picture is drawn in memory.
pub(super) fn on_sheet(
    title: &str,
    print: &[String],
    content: impl FnOnce(&Sheet<'_>) -> Result<(), Trouble>,
) -> Result<String, Trouble> {
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        root.fill(&WHITE)?;
        let print = wrapped(print);
        let lines = i32::try_from(print.len()).unwrap_or(i32::MAX);
        let height = i32::try_from(SIZE.1).unwrap_or(i32::MAX);
        let foot = height.saturating_sub(10 + 14 * lines.min(10));
        let heading = ("sans-serif", 18).into_font();
        root.draw(&Text::new(title.to_owned(), (12, 8), heading))?;
        let (_, below) = root.split_vertically(34);
        let (middle, small) = below.split_vertically(foot - 34);
        content(&middle)?;
        for (at, line) in print.into_iter().enumerate() {
            let y = 14 * i32::try_from(at).unwrap_or(i32::MAX / 14);
            small.draw(&Text::new(
                line,
                (12, y),
                ("sans-serif", 11).into_font().color(&OUTLINE),
            ))?;
        }
        root.present()?;
    }
    Ok(svg)
}

/// The legend of what was drawn on a chart, in its corner.
pub(super) fn legend<'a, C: CoordTranslate>(
    chart: &mut ChartContext<'a, SVGBackend<'a>, C>,
) -> Result<(), Trouble> {
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(OUTLINE.mix(0.3))
        .draw()
}

/// Lines no longer than the sheet is wide, broken at blanks.
fn wrapped(lines: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in lines {
        let mut open = String::new();
        for word in line.split_whitespace() {
            if !open.is_empty() && open.chars().count() + word.chars().count() >= PRINT_WIDTH {
                out.push(std::mem::take(&mut open));
            }
            if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(word);
        }
        out.push(open);
    }
    out
}
