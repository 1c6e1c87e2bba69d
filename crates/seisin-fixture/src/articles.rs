//! The six articles of the world: one report, four that go back to it, and one of its own.

use crate::world::WorldFile;

/// The sentence the walk-throughs check, as article a1 prints it.
pub const CHECKED_SENTENCE: &str =
    "Arland says its forces hold more than 400 square miles of Sarn, a spokesman said";

/// Each article with what is known of it, in the order they appeared.
///
/// # Assumptions
/// a1 is the report by an agency; a2 prints it word for word with credit; a3 translates it with
/// credit; a4 and a5 retell it without credit, each with another comparator before the amount; a6
/// is independent. a4 carries a line in Arabic and a5 a line addressed to software: both are text
/// like any other.
pub fn articles() -> Vec<WorldFile> {
    let text = |name: &str, content: &str| WorldFile::text(&format!("articles/{name}"), content);
    vec![
        text("a1.txt", include_str!("../articles/a1.txt")),
        text("a1.meta.json", include_str!("../articles/a1.meta.json")),
        text("a2.txt", include_str!("../articles/a2.txt")),
        text("a2.meta.json", include_str!("../articles/a2.meta.json")),
        text("a3.txt", include_str!("../articles/a3.txt")),
        text("a3.meta.json", include_str!("../articles/a3.meta.json")),
        text("a4.txt", include_str!("../articles/a4.txt")),
        text("a4.meta.json", include_str!("../articles/a4.meta.json")),
        text("a5.txt", include_str!("../articles/a5.txt")),
        text("a5.meta.json", include_str!("../articles/a5.meta.json")),
        text("a6.txt", include_str!("../articles/a6.txt")),
        text("a6.meta.json", include_str!("../articles/a6.meta.json")),
    ]
}
