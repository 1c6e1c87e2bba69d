//! Numbers that belong to dates and hours, and so are no amounts.

use super::expression::{When, expression};
use crate::text::view::View;

/// One past the date or hour that begins at `at`; `None` where there is none.
///
/// A length of time is an amount, and so is the number of "three years ago".
pub(crate) fn not_an_amount(view: View<'_>, at: usize) -> Option<usize> {
    let found = expression(view, at)?;
    match found.when {
        When::Length
        | When::Ahead { .. }
        | When::Ago { .. }
        | When::Away { .. }
        | When::Window { .. } => None,
        _ => Some(found.tokens.end),
    }
}
