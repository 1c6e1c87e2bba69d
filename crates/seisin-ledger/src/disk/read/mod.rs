//! Records on their way from the disk.

mod borders;
mod claims;
mod documents;
mod maps;
mod measures;
mod view;

pub(crate) use borders::{boundary_set, boundary_set_names, frame, frame_names, region};
pub(crate) use claims::{Claims, claim_rows, claim_rows_by_id, text, text_reading};
pub(crate) use documents::{
    appearances, current_text_reading, document, document_of_bytes, document_row, documents,
    text_problems, words_of,
};
pub(crate) use maps::{
    ReadingRow, coverage_of, coverage_sets, current_map_reading, edition, edition_after,
    edition_on, edition_row, editions, editions_between, holdings, map_problems, map_reading,
    publishers, quarantined, reading_of, shapes_drawn_last,
};
pub(crate) use measures::{cut_part, cut_row, measure};
pub(crate) use view::View;
