//! Arithmetic as a line of text: `17,160.63 acres - 7,110.02 acres`, `2.19 % of 2,392 sq mi`.

use super::printed::figure;
use seisin_core::{Quantity, UnitKind};

/// The deepest nesting of parentheses.
const DEEPEST: usize = 32;

/// What a line of arithmetic comes to, and how far rounding may move it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Worked {
    /// The result in SI units.
    pub(super) value: f64,
    /// How far rounding of the figures may move it, to first order.
    pub(super) spread: f64,
    /// What it measures.
    pub(super) kind: UnitKind,
    /// The figures in it, in order.
    pub(super) figures: Vec<Quantity>,
}

/// Why a line of arithmetic was not worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotWorked {
    /// It is no arithmetic of figures.
    NoArithmetic(String),
    /// Figures of unlike kinds are added or taken away.
    UnlikeKinds,
    /// Something is divided by nothing.
    ByZero,
}

impl std::fmt::Display for NotWorked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoArithmetic(part) => write!(f, "`{part}` is no arithmetic of figures"),
            Self::UnlikeKinds => f.write_str("figures of unlike kinds are added or taken away"),
            Self::ByZero => f.write_str("it divides by nothing"),
        }
    }
}

/// Works out a line of arithmetic: figures with `+`, `-`, `*`, `/`, `of` and parentheses.
///
/// # Method
/// `of` multiplies where a share stands before it ("2.19 % of 2,392 sq mi") and divides otherwise
/// ("979 of 37,000"). Half the rounding step of each figure is carried along to first order.
pub(super) fn work_out(text: &str) -> Result<Worked, NotWorked> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, depth: 0 };
    let worked = reader.sum()?;
    match reader.tokens {
        [] => Ok(worked),
        [rest, ..] => Err(NotWorked::NoArithmetic(rest.words())),
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Figure(Box<Quantity>),
    Sign(char),
}

impl Token {
    fn words(&self) -> String {
        match self {
            Self::Figure(quantity) => quantity.original_value.clone(),
            Self::Sign(sign) => sign.to_string(),
        }
    }
}

/// The signs and figures of the text; `of` is the sign `o`.
fn tokens(text: &str) -> Result<Vec<Token>, NotWorked> {
    let text = text.replace(" of ", " \u{1}o ").replace(['−', '–'], "-").replace(['×', '·'], "*");
    let mut tokens = Vec::new();
    let mut words = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let sign = match c {
            '+' | '-' | '*' | '/' | '÷' | '(' | ')' => Some(if c == '÷' { '/' } else { c }),
            '\u{1}' => chars.next(),
            _ => None,
        };
        match sign {
            None => words.push(c),
            Some(sign) => {
                take_figure(&mut words, &mut tokens)?;
                tokens.push(Token::Sign(sign));
            }
        }
    }
    take_figure(&mut words, &mut tokens)?;
    Ok(tokens)
}

fn take_figure(words: &mut String, tokens: &mut Vec<Token>) -> Result<(), NotWorked> {
    let text = std::mem::take(words);
    if text.trim().is_empty() {
        return Ok(());
    }
    let read = figure(&text).ok_or_else(|| NotWorked::NoArithmetic(text.trim().to_owned()))?;
    tokens.push(Token::Figure(Box::new(read)));
    Ok(())
}

struct Reader<'a> {
    tokens: &'a [Token],
    depth: usize,
}

impl Reader<'_> {
    fn take(&mut self, signs: &[char]) -> Option<char> {
        let [Token::Sign(sign), rest @ ..] = self.tokens else { return None };
        if !signs.contains(sign) {
            return None;
        }
        self.tokens = rest;
        Some(*sign)
    }

    fn sum(&mut self) -> Result<Worked, NotWorked> {
        let mut sum = self.product()?;
        while let Some(sign) = self.take(&['+', '-']) {
            let other = self.product()?;
            if sum.kind != other.kind {
                return Err(NotWorked::UnlikeKinds);
            }
            let value = if sign == '+' { other.value } else { -other.value };
            sum = sum.with(other, |one, _| one.value + value, |one, two| one.spread + two.spread);
        }
        Ok(sum)
    }

    fn product(&mut self) -> Result<Worked, NotWorked> {
        let mut product = self.figure()?;
        while let Some(sign) = self.take(&['*', '/', 'o']) {
            let share = product.figures.last().is_some_and(|q| q.original_value.contains('%'));
            let other = self.figure()?;
            product = if sign == '*' || (sign == 'o' && share) {
                product.times(other)
            } else {
                product.over(other)?
            };
        }
        Ok(product)
    }

    fn figure(&mut self) -> Result<Worked, NotWorked> {
        if self.take(&['(']).is_some() {
            self.depth += 1;
            let inner = if self.depth > DEEPEST { None } else { Some(self.sum()?) };
            let closed = self.take(&[')']);
            self.depth -= 1;
            let missing = || NotWorked::NoArithmetic("(".to_owned());
            return closed.and(inner).ok_or_else(missing);
        }
        match self.tokens {
            [Token::Figure(quantity), rest @ ..] => {
                self.tokens = rest;
                Ok(Worked::of(quantity))
            }
            [sign, ..] => Err(NotWorked::NoArithmetic(sign.words())),
            [] => Err(NotWorked::NoArithmetic("the end".to_owned())),
        }
    }
}

impl Worked {
    fn of(quantity: &Quantity) -> Self {
        Self {
            value: quantity.si_value(),
            spread: quantity.step * quantity.unit.si_factor() / 2.0,
            kind: quantity.unit.kind(),
            figures: vec![quantity.clone()],
        }
    }

    fn with(
        mut self,
        mut other: Self,
        value: impl FnOnce(&Self, &Self) -> f64,
        spread: impl FnOnce(&Self, &Self) -> f64,
    ) -> Self {
        let (value, spread) = (value(&self, &other), spread(&self, &other));
        self.figures.append(&mut other.figures);
        Self { value, spread, ..self }
    }

    fn times(self, other: Self) -> Self {
        let kind = if self.kind == UnitKind::Share { other.kind } else { self.kind };
        let spread = |one: &Self, two: &Self| one.spread * two.value + two.spread * one.value;
        Self { kind, ..self.with(other, |one, two| one.value * two.value, spread) }
    }

    fn over(self, other: Self) -> Result<Self, NotWorked> {
        if other.value == 0.0 {
            return Err(NotWorked::ByZero);
        }
        let kind = if other.kind == UnitKind::Share { self.kind } else { UnitKind::Share };
        let spread =
            |one: &Self, two: &Self| (one.spread + one.value / two.value * two.spread) / two.value;
        Ok(Self { kind, ..self.with(other, |one, two| one.value / two.value, spread) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn comes_to(text: &str, value: f64) {
        let worked = work_out(text).expect("arithmetic");
        assert!((worked.value / value - 1.0).abs() < 1e-4, "{text}: {}", worked.value);
    }

    #[test]
    fn lines_of_arithmetic_are_worked_out() {
        comes_to("17,160.63 acres - 7,110.02 acres", 10_050.61 * 4_046.872_61);
        comes_to("979 of about 37,000 people", 0.026_459);
        comes_to("2.19 % of 2,392 sq mi", 52.3848 * 2_589_988.11);
        comes_to("1 - 59,782 / 299,028", 0.800_079);
        comes_to("(299,028 − 59,782) ÷ 299,028", 0.800_079);
        comes_to("2 km2 + 300 ha", 5e6);
    }

    #[test]
    fn what_is_no_arithmetic_is_told() {
        assert_eq!(work_out("3 acres + 4 people"), Err(NotWorked::UnlikeKinds));
        assert_eq!(work_out("3 / 0"), Err(NotWorked::ByZero));
        for text in ["", "3 +", "(3", "3)", "all of it", &"(".repeat(100_000)] {
            assert!(matches!(work_out(text), Err(NotWorked::NoArithmetic(_))), "{text:.20}");
        }
    }
}
