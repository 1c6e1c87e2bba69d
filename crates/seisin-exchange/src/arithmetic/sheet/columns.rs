//! What the columns of a table hold, by their headings.

use crate::arithmetic::printed::unit_named;
use seisin_core::Unit;

/// A row of a table: its line and its fields.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) fields: Vec<String>,
}

impl Row {
    pub(super) fn at(&self, column: Option<usize>) -> &str {
        column.and_then(|at| self.fields.get(at)).map_or("", String::as_str)
    }
}

/// The headings of a table.
#[derive(Debug, Clone)]
pub(super) struct Columns(pub(super) Vec<String>);

impl Columns {
    /// The column of this name.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|heading| heading.eq_ignore_ascii_case(name))
    }

    /// The first column that has one of these names.
    pub(super) fn one_of(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.named(name))
    }

    pub(super) fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.named(name).is_some())
    }

    /// The columns whose headings name a unit.
    pub(super) fn amounts(&self) -> Vec<(usize, Unit)> {
        let columns = self.0.iter().enumerate();
        columns.filter_map(|(at, heading)| Some((at, unit_of(heading)?))).collect()
    }
}

/// The unit a heading names: `acres`, `area_km2`, `area (sq mi)`, `total population`.
fn unit_of(heading: &str) -> Option<Unit> {
    let words: Vec<&str> =
        heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // The last words first: in "people per km2" or "area in square miles" the unit stands last.
    (1..=2.min(words.len())).rev().find_map(|count| {
        let runs: Vec<&[&str]> = words.windows(count).collect();
        runs.into_iter().rev().find_map(|run| unit_named(&run.join(" ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_their_unit() {
        assert_eq!(unit_of("acres"), Some(Unit::Acre));
        assert_eq!(unit_of("area_km2"), Some(Unit::SquareKilometre));
        assert_eq!(unit_of("Area (sq mi)"), Some(Unit::SquareMile));
        assert_eq!(unit_of("area in square miles"), Some(Unit::SquareMile));
        assert_eq!(unit_of("population 2011"), Some(Unit::Counted("person".into())));
        assert_eq!(unit_of("row_text_first_line"), None);
        assert_eq!(unit_of("serial"), None);
    }
}
