//! The columns of exported tables: what they hold, in which unit.

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    Text,
    Number,
    Integer,
    Truth,
    Day,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: CellKind,
    pub(super) meaning: &'static str,
}

const fn column(name: &'static str, kind: CellKind, meaning: &'static str) -> Column {
    Column { name, kind, meaning }
}

/// Every column that an export may have.
const COLUMNS: &[Column] = &[
    column("date", CellKind::Day, "the day"),
    column("on", CellKind::Day, "the day"),
    column("party", CellKind::Text, "whose holding"),
    column("region", CellKind::Text, "in which land"),
    column("publisher", CellKind::Text, "whose map"),
    column("map_version", CellKind::Text, "the edition that speaks"),
    column("edition_date", CellKind::Day, "the day the edition shows"),
    column("area_km2", CellKind::Number, "land in km², edges straight in longitude and latitude"),
    column("low", CellKind::Number, "the least that map and boundary error allow, in km²"),
    column("best", CellKind::Number, "as measured, in km²"),
    column("high", CellKind::Number, "the most that map and boundary error allow, in km²"),
    column("area_mi2", CellKind::Number, "land in international square miles"),
    column("change_km2", CellKind::Number, "the change since the row before, in km²"),
    column("map_age_days", CellKind::Integer, "days from the day shown to the day of the row"),
    column("age_days", CellKind::Integer, "days from the day shown to the day of the row"),
    column("source_switch", CellKind::Truth, "another publisher speaks than in the row before"),
    column("scope_change", CellKind::Truth, "the publisher declares to show other land"),
    column("flags", CellKind::Text, "what to know before comparing"),
    column(
        "missing",
        CellKind::Text,
        "features of the edition that were set aside: the figure is the least held",
    ),
    column("known_on", CellKind::Text, "only what was published by then"),
    column("boundary_set", CellKind::Text, "the boundary set the land was cut by"),
    column("licence", CellKind::Text, "the terms of the map"),
    column("before", CellKind::Text, "the first side"),
    column("before_edition", CellKind::Text, "the edition of the first side"),
    column("after", CellKind::Text, "the second side"),
    column("after_edition", CellKind::Text, "the edition of the second side"),
    column(
        "sense",
        CellKind::Text,
        "gained: the second side alone shows it; lost: the first alone",
    ),
    column(
        "lon",
        CellKind::Number,
        "longitude of the position, or of one inside the land, degrees on WGS 84",
    ),
    column(
        "lat",
        CellKind::Number,
        "latitude of the position, or of one inside the land, degrees on WGS 84",
    ),
    column("near", CellKind::Text, "the region there, by coarse lines that only name it"),
    column("kind", CellKind::Text, "what the row is about"),
    column("regions", CellKind::Text, "the regions it is about"),
    column("except", CellKind::Text, "the regions left out"),
    column("from", CellKind::Day, "from which day"),
    column("to", CellKind::Day, "up to which day, itself not included"),
    column("editions", CellKind::Integer, "how many editions"),
    column("sentence", CellKind::Text, "in one sentence"),
    column(
        "rank",
        CellKind::Integer,
        "the place among the exchanges found, the least costly first",
    ),
    column("holds", CellKind::Text, "who is shown to hold the land that would change hands"),
    column("would_hold", CellKind::Text, "who would hold it afterwards"),
    column("people", CellKind::Text, "people known to live there, or that there is no data"),
    column("people_source", CellKind::Text, "who says so"),
    column("ratio", CellKind::Number, "what the first side gives over what the second gives"),
    column("line_before_km", CellKind::Number, "the line where both meet, before, in km"),
    column("line_after_km", CellKind::Number, "the line where both meet, afterwards, in km"),
    column("pareto", CellKind::Truth, "no exchange found has both fewer people and less line"),
    column("cells", CellKind::Text, "the cells of land it consists of"),
    column("title_by_boundary_set", CellKind::Text, "whose land it is as the boundary set states"),
    column("legal_status", CellKind::Text, "what is decided of its status: nothing"),
    column("hypothetical", CellKind::Text, "that no party proposed this"),
    column("disclaimer", CellKind::Text, "what the figures do not say"),
    column("part", CellKind::Text, "what the party gives, or holds before or after"),
    column("first", CellKind::Text, "what the first side gives"),
    column("first_people", CellKind::Integer, "people on it at least; empty where nobody says"),
    column("first_settlements", CellKind::Integer, "settlements on it at least"),
    column("first_km2", CellKind::Number, "its land in km²"),
    column("second", CellKind::Text, "what the second side gives"),
    column("second_people", CellKind::Integer, "people on it at least; empty where nobody says"),
    column("second_settlements", CellKind::Integer, "settlements on it at least"),
    column("second_km2", CellKind::Number, "its land in km²"),
    column("note", CellKind::Text, "why it was not measured, or that it is hypothetical"),
    column("first_party", CellKind::Text, "whose land lies left of the line"),
    column("second_party", CellKind::Text, "whose land lies right of it"),
    column("part_km", CellKind::Number, "how long this part of the line is, in km"),
    column("length_km", CellKind::Number, "how long the whole line is, in km"),
    column("decided_km", CellKind::Number, "how much of it has land of both beside it, in km"),
    column("undecided_km", CellKind::Number, "the rest, perhaps one line drawn twice, in km"),
    column("lines_may_be_off_m", CellKind::Number, "how far lines of map and boundary may be off"),
    column("said", CellKind::Text, "why nothing is told, and how it was told"),
    column("name", CellKind::Text, "the name of the point in the user's list"),
    column("site_kind", CellKind::Text, "what it is, in the words of the list"),
    column("held", CellKind::Text, "held, several, not_shown, undecided or outside_coverage"),
    column("shown_party", CellKind::Text, "who is shown to hold it"),
    column("from_line_m", CellKind::Number, "from the nearest line, where lines may be off so far"),
    column("positional_error_m", CellKind::Number, "how far lines of the map may be off"),
    column("withheld_reason", CellKind::Text, "why the row has no shape; empty where it has one"),
];

/// The column of a name.
pub(super) fn named(name: &'static str) -> Column {
    let known = COLUMNS.iter().find(|column| column.name == name);
    known.copied().unwrap_or(column(name, CellKind::Text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        output::Record,
        wire::{
            ContactLineJson, CoverageJson, DiffPolygonJson, ExchangeJson, ExchangeLandJson,
            GivenLandJson, HoldingJson, PointJson, SeriesJson,
        },
    };

    #[test]
    fn every_exported_column_has_its_meaning() {
        let all = [
            ContactLineJson::COLUMNS,
            PointJson::COLUMNS,
            CoverageJson::COLUMNS,
            DiffPolygonJson::COLUMNS,
            GivenLandJson::COLUMNS,
            ExchangeJson::COLUMNS,
            ExchangeLandJson::COLUMNS,
            HoldingJson::COLUMNS,
            SeriesJson::COLUMNS,
        ];
        for name in all.concat() {
            assert!(!named(name).meaning.is_empty(), "{name}");
        }
    }
}
