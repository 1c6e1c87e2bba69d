//! Tables set in plain text: a line of headings, and rows whose cells stand below them, parted by strokes,
//! tabs or wide gaps.

use std::ops::Range;

/// The longest text of a cell, in characters; what is longer is prose.
const LONGEST: usize = 48;

/// How many lines before a table may be its caption.
const CAPTION: usize = 3;

/// A cell: where it stands, in bytes of the text, and its first column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) range: Range<usize>,
    column: usize,
}

/// A table: its headings, its rows, and the lines before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) headings: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) caption: Range<usize>,
}

impl Table {
    /// The heading that a cell of a row stands under; `None` under none.
    pub(super) fn heading(&self, row: &[Cell], cell: &Cell) -> Option<&Cell> {
        if row.len() == self.headings.len() {
            let place = row.iter().position(|other| other == cell)?;
            return self.headings.get(place);
        }
        let near = |heading: &&Cell| heading.column.abs_diff(cell.column) <= 3;
        let over = |heading: &&Cell| {
            let end = heading.column + heading.range.len();
            heading.column <= cell.column && cell.column < end
        };
        self.headings.iter().find(near).or_else(|| self.headings.iter().find(over))
    }
}

/// The tables of a text, in order.
pub(super) fn tables(text: &str) -> Vec<Table> {
    let lines: Vec<(usize, &str)> = lines(text).collect();
    let cells: Vec<Vec<Cell>> = lines.iter().map(|(start, line)| cells(*start, line)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|line| cells[*line].len() < 2).unwrap_or(lines.len());
        let stroked = (at..end).all(|line| lines[line].1.contains(['|', '\t']));
        let rows = end.saturating_sub(at + 1);
        if rows >= 2 || rows == 1 && stroked {
            let first = at.saturating_sub(CAPTION);
            let caption = lines[first].0..lines[at].0;
            found.push(Table {
                headings: without_end(cells[at].clone(), text),
                rows: (at + 1..end).map(|line| without_end(cells[line].clone(), text)).collect(),
                caption,
            });
        }
        at = end.max(at + 1);
    }
    found
}

/// The lines of a text, each with where it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line.trim_end_matches(['\n', '\r'])))
    })
}

/// The cells of a line; none where a cell is too long for one.
fn cells(start: usize, line: &str) -> Vec<Cell> {
    if !line.contains("  ") && !line.contains(['|', '\t']) {
        return Vec::new();
    }
    let mut found: Vec<Cell> = Vec::new();
    let mut from: Option<(usize, usize)> = None;
    let mut spaces = 0;
    for (column, (at, letter)) in line.char_indices().enumerate() {
        let parts = matches!(letter, '|' | '\t');
        spaces = if letter == ' ' { spaces + 1 } else { 0 };
        if let Some((first, began)) = from.filter(|_| parts || spaces == 2) {
            found.push(Cell { range: start + first..start + at, column: began });
            from = None;
        } else if letter != ' ' && !parts && from.is_none() {
            from = Some((at, column));
        }
    }
    if let Some((first, began)) = from {
        found.push(Cell { range: start + first..start + line.len(), column: began });
    }
    let long = found.iter().any(|cell| cell.range.len() > 2 * LONGEST);
    if long { Vec::new() } else { found }
}

/// Cells without the spaces at their ends.
fn without_end(cells: Vec<Cell>, text: &str) -> Vec<Cell> {
    let trimmed = |cell: Cell| {
        let words = text.get(cell.range.clone()).unwrap_or("").trim_end();
        Cell { range: cell.range.start..cell.range.start + words.len(), ..cell }
    };
    cells.into_iter().map(trimmed).filter(|cell| !cell.range.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let row = |cells: &[Cell]| {
            let cells: Vec<_> =
                cells.iter().map(|cell| text.get(cell.range.clone()).unwrap()).collect();
            cells.join("/")
        };
        let table = |table: &Table| {
            let rows: Vec<String> = table.rows.iter().map(|cells| row(cells)).collect();
            format!("{}: {}", row(&table.headings), rows.join(", "))
        };
        tables(text).iter().map(table).collect()
    }

    #[test]
    fn rows_parted_by_gaps_or_strokes() {
        let gaps =
            "State       Held by   Since\nSarn        Arland    3 May\nNorth Velk  Borland   –\n";
        assert_eq!(shown(gaps), ["State/Held by/Since: Sarn/Arland/3 May, North Velk/Borland/–"]);
        let strokes = "Notes\n\nParty | Area\nArland | 400 km2\n\nThe end.";
        assert_eq!(shown(strokes), ["Party/Area: Arland/400 km2"]);
        assert!(shown("One sentence.  Another one follows it here.\nAnd a third.").is_empty());
    }

    #[test]
    fn a_cell_stands_under_the_heading_above_it() {
        let text =
            "           Held      | People\nArlanders  ~70       | 31\nBorland    ~10       | 44\n";
        let table = &tables(text)[0];
        let row = &table.rows[0];
        let heading = |cell: usize| {
            table.heading(row, &row[cell]).and_then(|heading| text.get(heading.range.clone()))
        };
        assert_eq!(heading(1), Some("Held"));
        assert_eq!(heading(2), Some("People"));
    }
}
