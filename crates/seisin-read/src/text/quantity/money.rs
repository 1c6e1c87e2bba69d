//! Money: signs, codes and names of currencies.

use crate::text::{lexeme::Lexeme, token::TokenKind, view::View, word_table::WordTable};
use std::sync::LazyLock;

/// The currency whose sign or code stands before the number at `at`.
pub(super) fn currency_before(view: View<'_>, at: usize) -> Option<&'static str> {
    let before = view.word(at.checked_sub(1)?);
    Some(match before {
        "$" | "US$" | "C$" | "A$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "₽" => "RUB",
        "₴" => "UAH",
        "¥" => "JPY",
        "₹" | "Rs" => "INR",
        "₪" => "ILS",
        "₿" => "BTC",
        "rmb" | "usd" | "eur" | "gbp" => code(&before.to_uppercase())?,
        _ => return code(before),
    })
}

/// A currency after a number.
pub(super) struct CurrencyAt {
    /// Its code or name.
    pub(super) code: &'static str,
    /// One past its last token.
    pub(super) end: usize,
    /// What it multiplies the number by: a million in "120 MEUR" and "75 USD million".
    pub(super) factor: f64,
}

/// A currency named after a number; one word of whose it is may stand between.
pub(super) fn currency_after(view: View<'_>, at: usize) -> Option<CurrencyAt> {
    let joined = view.kind(at) == Some(TokenKind::Hyphen) && view.is_attached(at + 1);
    let at = at + usize::from(joined);
    if !matches!(view.kind(at)?, TokenKind::Word | TokenKind::Symbol) {
        return None;
    }
    let plain = |code, end| CurrencyAt { code, end, factor: 1.0 };
    let sterling = view.is(at, "pounds")
        && (view.is(at + 1, "sterling")
            || matches!(view.lexeme(at.wrapping_sub(1)), Some(Lexeme::Scale(_))));
    if sterling {
        return Some(plain("GBP", at + 1 + usize::from(view.is(at + 1, "sterling"))));
    }
    if view.is(at, "won") {
        return (at > 0 && matches!(view.lexeme(at - 1), Some(Lexeme::Scale(_))))
            .then(|| plain("KRW", at + 1));
    }
    if let Some(code) = code(view.word(at)).or_else(|| currency(view.word(at))) {
        return Some(match view.lexeme(at + 1) {
            Some(Lexeme::Scale(factor)) => CurrencyAt { code, end: at + 2, factor },
            _ => plain(code, at + 1),
        });
    }
    if let Some(code) = view.word(at).strip_prefix('M').and_then(code) {
        return Some(CurrencyAt { code, end: at + 1, factor: 1e6 });
    }
    let owned = view.kind(at) == Some(TokenKind::Word) && view.lexeme(at).is_none();
    let code = currency(view.word(at + 1))
        .filter(|_| owned && view.kind(at + 1) == Some(TokenKind::Word))?;
    Some(plain(code, at + 2))
}

/// The code of ISO 4217 that a word of three capitals is.
fn code(word: &str) -> Option<&'static str> {
    const CODES: [&str; 49] = [
        "AED", "AMD", "ARS", "AUD", "AZN", "BGN", "BRL", "BTC", "BYN", "CAD", "CHF", "CLP", "CNY",
        "COP", "CZK", "DKK", "EGP", "ETB", "EUR", "GBP", "GEL", "HKD", "HUF", "IDR", "ILS", "INR",
        "IQD", "IRR", "JPY", "KRW", "KZT", "MDL", "MXN", "NGN", "NOK", "NZD", "PKR", "PLN", "RMB",
        "RON", "RSD", "RUB", "SAR", "SEK", "SYP", "TRY", "UAH", "USD", "ZAR",
    ];
    if word.len() != 3 || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    CODES.into_iter().find(|code| *code == word)
}

/// The code of a currency by its name or sign.
fn currency(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<WordTable<&'static str>> = LazyLock::new(|| WordTable::new(CURRENCIES));
    TABLE.get(word)
}

/// Names and signs of currencies, with their ISO 4217 codes where one country's is meant.
const CURRENCIES: [(&str, &str); 105] = [
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
    ("sek", "SEK"),
    ("gbp", "GBP"),
    ("rmb", "CNY"),
    ("kuai", "CNY"),
    ("元", "CNY"),
    ("円", "JPY"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("₫", "VND"),
    ("₸", "KZT"),
    ("₺", "TRY"),
    ("₼", "AZN"),
    ("₾", "GEL"),
    ("₭", "LAK"),
    ("₡", "colón"),
    ("ரூ", "rupee"),
    ("₿", "BTC"),
    ("btc", "BTC"),
    ("bitcoin", "BTC"),
    ("bitcoins", "BTC"),
    ("markka", "markka"),
    ("peseta", "peseta"),
    ("pesetas", "peseta"),
    ("guilder", "guilder"),
    ("guilders", "guilder"),
    ("lire", "lira"),
    ("escudos", "escudo"),
    ("schilling", "schilling"),
    ("schillings", "schilling"),
    ("shilling", "shilling"),
    ("shillings", "shilling"),
    ("drachmas", "drachma"),
    ("krona", "SEK"),
    ("krone", "krone"),
    ("forint", "HUF"),
    ("forints", "HUF"),
    ("koruna", "CZK"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("dong", "VND"),
    ("kyat", "MMK"),
    ("kwacha", "kwacha"),
    ("cedi", "GHS"),
    ("cedis", "GHS"),
    ("hryvnya", "UAH"),
    ("dram", "AMD"),
    ("manat", "manat"),
    ("afghanis", "AFN"),
];
