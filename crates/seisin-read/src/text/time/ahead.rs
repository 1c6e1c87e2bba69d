//! Whether a sentence tells of what is to come.

use crate::text::{token::TokenKind, view::View};

/// Whether the words before the date at `at`, in its own clause, look ahead: "will", "due to".
pub(super) fn is_ahead(view: View<'_>, at: usize) -> bool {
    const AHEAD: [&str; 24] = [
        "will",
        "would",
        "shall",
        "due",
        "scheduled",
        "planned",
        "plans",
        "expected",
        "deadline",
        "next",
        "must",
        "should",
        "wants",
        "want",
        "upcoming",
        "promised",
        "pledged",
        "intends",
        "’ll",
        "agreed",
        "ordered",
        "demanded",
        "needs",
        "seeks",
    ];
    const BREAKS: [&str; 10] =
        ["that", "after", "when", "which", "who", "since", "because", "while", "said", "says"];
    for back in (0..at).rev().take(14) {
        if view.is_any(back, &AHEAD)
            || view.word(back).ends_with("’ll")
            || view.word(back).ends_with("'ll")
        {
            return true;
        }
        let must = view.is_any(back, &["has", "have", "had", "is", "are", "was", "were"])
            && view.is(back + 1, "to");
        if must {
            return true;
        }
        if matches!(view.kind(back), Some(TokenKind::Semicolon | TokenKind::Comma))
            || view.is_any(back, &BREAKS)
        {
            return false;
        }
    }
    (at..(at + 9).min(view.len()))
        .take_while(|next| {
            let parted = matches!(
                view.kind(*next),
                Some(TokenKind::Colon | TokenKind::Semicolon | TokenKind::Quote(_))
            );
            !parted
        })
        .take_while(|next| !view.is_any(*next, &["said", "says", "told", "announced", "that"]))
        .any(|next| view.is_any(next, &["will", "shall"]))
}
