//! Amounts in a sentence, put together from number, unit and comparator.

use super::{
    amount::finish,
    measured::{both, measured},
    mention::QuantityMention,
    money::currency_after,
    noun, part,
    share::share,
    unit,
};
use crate::text::{
    lexeme::Lexeme,
    prepared::Prepared,
    sentence::Sentence,
    token::{LetterCase, TokenKind},
    view::View,
};

/// The amounts of one sentence, in order.
///
/// Years, days of the month and hours are no amounts.
///
/// # Example
/// ```
/// use seisin_read::text::{prepare, quantity};
/// let prepared = prepare("They hold more than 400 square miles of Sarn.");
/// let found = quantity::tag(&prepared, &prepared.sentences[0]);
/// assert_eq!(found[0].quantity.original_value, "more than 400 square miles");
/// assert_eq!(found[0].quantity.bound, seisin_core::Bound::MoreThan);
/// ```
pub fn tag(prepared: &Prepared, sentence: &Sentence) -> Vec<QuantityMention> {
    let view = View::of(prepared, sentence);
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < view.len() {
        at = amount(view, at, &mut mentions).max(at + 1);
    }
    mentions
}

/// Takes the amount that begins at `at`, if any; one past the last token looked at.
fn amount(view: View<'_>, at: usize, mentions: &mut Vec<QuantityMention>) -> usize {
    let dated = matches!(view.lexeme(at), Some(Lexeme::Month(_) | Lexeme::Weekday(_)));
    if !dated && !may_begin(view, at) {
        return at + 1;
    }
    if let Some(end) = crate::text::time::not_an_amount(view, at) {
        return end;
    }
    if dated {
        return at + 1;
    }
    let found = share(view, at).or_else(|| measured(view, at)).or_else(|| both(view, at));
    let Some(found) = found else { return at + 1 };
    let end = found.tokens.end;
    mentions.push(finish(view, found));
    end
}

/// Whether a number may begin with a token, told cheaply.
fn may_begin(view: View<'_>, at: usize) -> bool {
    match view.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => view.lexeme(at).is_some_and(|lexeme| match lexeme {
            Lexeme::Opener => {
                view.lexeme(at + 1).is_some()
                    || view.is_any(at + 1, &["few", "majority", "of"])
                    || view.is(at, "both")
            }
            Lexeme::Cardinal(_)
            | Lexeme::Hundred
            | Lexeme::Scale(_)
            | Lexeme::Many(_)
            | Lexeme::Collective(_)
            | Lexeme::Ordinal(_)
            | Lexeme::Parts(_)
            | Lexeme::Half
            | Lexeme::Quarter
            | Lexeme::Vulgar(_) => true,
            _ => false,
        }),
        _ => false,
    }
}

/// Whether the number that ends before `at` counts or measures what follows, although it looks
/// like a year: a unit, a currency or a counted noun in small letters follows at once.
pub(crate) fn is_measured(view: View<'_>, at: usize) -> bool {
    let lower = view.token(at).is_some_and(|token| token.case == LetterCase::Lower);
    has_unit(view, at) || lower && noun::counted(view, at).is_some_and(|found| found.end == at + 1)
}

/// Whether a unit, a sign of a share or a currency follows the number that ends before `at`.
pub(crate) fn has_unit(view: View<'_>, at: usize) -> bool {
    unit::unit(view, at).is_some()
        || part::percent_sign(view, at).is_some()
        || currency_after(view, at).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{prepare, quantity::MentionKind};

    /// Every amount as "kind bound value..high unit".
    fn check(text: &str, expected: &[&str]) {
        let prepared = prepare(text);
        let found: Vec<String> = prepared
            .sentences
            .iter()
            .flat_map(|sentence| tag(&prepared, sentence))
            .map(|mention| {
                let quantity = mention.quantity;
                let high = quantity.high.map_or(String::new(), |high| format!("..{high}"));
                let (kind, bound) = (mention.kind.word(), quantity.bound.word());
                format!("{kind} {bound} {}{high} {}", quantity.value, quantity.unit.ucum())
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn areas_with_their_comparators() {
        for (text, expected) in [
            ("They hold more than 400 square miles.", "area more_than 400 [mi_i]2"),
            ("They hold just under 400 square miles.", "area less_than 400 [mi_i]2"),
            ("They hold some 1,209 sq km.", "area about 1209 km2"),
            ("They hold at least 6.5 km².", "area at_least 6.5 km2"),
            ("They hold up to 40 hectares.", "area at_most 40 har"),
            ("They hold between 400 and 500 square miles.", "area between 400..500 [mi_i]2"),
            ("They hold from 400 to 500 square miles.", "area between 400..500 [mi_i]2"),
            ("They hold 400–500 sq. km.", "area between 400..500 km2"),
            ("They hold 400 sq km to 500 sq km.", "area between 400..500 km2"),
            ("They hold a 6,300-square-mile belt.", "area exactly 6300 [mi_i]2"),
            ("They hold 1.6 million sq km.", "area exactly 1600000 km2"),
            ("They hold 4 to 5 million acres.", "area between 4000000..5000000 [acr_us]"),
            ("They hold 400-odd square miles.", "area about 400 [mi_i]2"),
            ("They hold 400 square miles or so.", "area about 400 [mi_i]2"),
            ("Они держат 400 кв. км земли.", "area exactly 400 km2"),
        ] {
            check(text, &[expected]);
        }
    }

    #[test]
    fn shares() {
        for (text, expected) in [
            ("It controls around a fifth of Sarn.", "share about 0.2 1"),
            ("It controls 20 percent of Sarn.", "share exactly 0.2 1"),
            ("It controls 30–35 per cent of Sarn.", "share between 0.3..0.35 1"),
            ("It controls between a fifth and a quarter of Sarn.", "share between 0.2..0.25 1"),
            ("It controls just over 29% of Sarn.", "share more_than 0.29 1"),
            ("It controls most of Sarn.", "share more_than 0.5 1"),
            ("It handed over half of Sarn.", "share exactly 0.5 1"),
        ] {
            check(text, &[expected]);
        }
    }

    #[test]
    fn counts_lengths_and_the_rest() {
        for (text, expected) in [
            ("It lost four eastern Velk provinces.", "count exactly 4 province"),
            ("It lost tens of thousands of soldiers.", "count at_least 20000 soldier"),
            ("It lost dozens of villages.", "count at_least 24 village"),
            ("It holds 12 of the 14 districts.", "count exactly 12 district"),
            ("It holds nine of the state’s 17 townships.", "count exactly 9 township"),
            ("It holds both islands.", "count exactly 2 island"),
            ("It holds two or three villages.", "count between 2..3 village"),
            ("More than 1,700 were wounded.", "count more_than 1700 wounded"),
            ("It went on, killing more than 40.", "count more_than 40 killed"),
            ("It moved up to 4 km beyond.", "length at_most 4 km"),
            ("It paid $1.5 billion a year.", "money exactly 1500000000 USD"),
            ("It paid 40 million shekels.", "money exactly 40000000 ILS"),
            ("It held out for 99 years.", "duration exactly 99 year"),
            ("She has a seven-year-old daughter.", "age exactly 7 year"),
            ("It moved 8- to 16-mile guns.", "length between 8..16 [mi_i]"),
            ("It paid 100 Swiss francs.", "money exactly 100 franc"),
            ("It weighs 40 tonnes.", "other exactly 40 tonne"),
            ("It weighs 20 (kg).", "other exactly 20 kilogram"),
            ("He is 5 feet 6 inches tall.", "other exactly 5.5 foot"),
            ("It paid 3 dollars and 50 cents.", "money exactly 3.5 USD"),
            ("It paid 120 MEUR.", "money exactly 120000000 EUR"),
            ("It paid $5m.", "money exactly 5000000 USD"),
            ("It lost a dozen.", "other exactly 12 "),
            ("It fell to minus 5.", "other exactly -5 "),
            ("It fell by minus five percent.", "share exactly -0.05 1"),
            ("It measures 400 square versts.", "other exactly 400 square versts"),
        ] {
            check(text, &[expected]);
        }
    }

    #[test]
    fn years_days_hours_and_names_are_no_amounts() {
        for text in [
            "It fell in 2014.",
            "It fell on 11 February 2025 at 07:55 am.",
            "It fell before Dec. 31.",
            "It fell in the 1990s, in 1956–57 and on May 3-5, 2020.",
            "A T-90 and an S-300 stood by Route 66.",
            "Resolution 2202 and Article 5 say so.",
            "One of them left.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_change_is_no_range() {
        check(
            "It grew from 400 to 500 square miles.",
            &["other exactly 400 ", "area exactly 500 [mi_i]2"],
        );
    }

    #[test]
    fn what_is_missing_or_unknown_can_be_told() {
        let prepared = prepare("They hold 400 square versts and 5,000 more.");
        let kinds: Vec<_> =
            tag(&prepared, &prepared.sentences[0]).iter().map(|mention| mention.kind).collect();
        assert_eq!(kinds, [MentionKind::UnknownUnit, MentionKind::Bare]);
    }
}
