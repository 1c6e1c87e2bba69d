//! Money: signs, codes and names of currencies.

use crate::text::{lexeme::Lexeme, token::TokenKind, view::View, word_table::WordTable};
use std::sync::LazyLock;

/// The currency whose sign or code stands before the number at `at`.
pub(super) fn currency_before(view: View<'_>, at: usize) -> Option<&'static str> {
    let before = view.word(at.checked_sub(1)?);
    Some(match before {
        "$" | "USD" | "US$" => "USD",
        "€" | "EUR" => "EUR",
        "£" | "GBP" => "GBP",
        "₽" | "RUB" => "RUB",
        "₴" | "UAH" => "UAH",
        "¥" | "JPY" => "JPY",
        "₹" | "INR" | "Rs" => "INR",
        "₪" | "ILS" => "ILS",
        "CHF" => "CHF",
        _ => return None,
    })
}

/// A currency named after a number, and one past it; one word of whose it is may stand between.
pub(super) fn currency_after(view: View<'_>, at: usize) -> Option<(&'static str, usize)> {
    let sterling = view.is(at, "pounds")
        && (view.is(at + 1, "sterling")
            || matches!(view.lexeme(at.wrapping_sub(1)), Some(Lexeme::Scale(_))));
    if sterling {
        return Some(("GBP", at + 1 + usize::from(view.is(at + 1, "sterling"))));
    }
    if let Some(code) = currency(view.word(at)) {
        return Some((code, at + 1));
    }
    let owned = view.kind(at) == Some(TokenKind::Word) && view.lexeme(at).is_none();
    let code = currency(view.word(at + 1))
        .filter(|_| owned && view.kind(at + 1) == Some(TokenKind::Word))?;
    Some((code, at + 2))
}

/// The code of a currency by its name or sign.
fn currency(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<WordTable<&'static str>> = LazyLock::new(|| WordTable::new(CURRENCIES));
    TABLE.get(word)
}

/// Names and signs of currencies, with their ISO 4217 codes where one country's is meant.
const CURRENCIES: [(&str, &str); 57] = [
    ("$", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("usd", "USD"),
    ("cent", "cent"),
    ("cents", "cent"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("eur", "EUR"),
    ("pence", "penny"),
    ("penny", "penny"),
    ("₽", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("рублей", "RUB"),
    ("₴", "UAH"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("гривень", "UAH"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupee", "rupee"),
    ("rupees", "rupee"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("peso", "peso"),
    ("pesos", "peso"),
    ("franc", "franc"),
    ("francs", "franc"),
    ("dinar", "dinar"),
    ("dinars", "dinar"),
    ("dirham", "dirham"),
    ("dirhams", "dirham"),
    ("rial", "rial"),
    ("rials", "rial"),
    ("riyal", "riyal"),
    ("riyals", "riyal"),
    ("lira", "lira"),
    ("liras", "lira"),
    ("birr", "ETB"),
    ("naira", "NGN"),
    ("rand", "ZAR"),
    ("baht", "THB"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("tenge", "KZT"),
    ("som", "som"),
    ("drams", "AMD"),
    ("lari", "GEL"),
    ("manats", "manat"),
    ("kronor", "SEK"),
    ("kroner", "krone"),
    ("taka", "BDT"),
];
