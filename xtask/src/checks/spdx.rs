//! Licence expressions as manifests write them.

use std::collections::BTreeSet;

/// Whether an SPDX expression can be met with licences of this list.
///
/// `OR` and the older `/` offer a choice, `AND` binds both, parentheses group; a licence `WITH` an
/// exception counts as one name.
pub(crate) fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut parser = Parser { words: &words, next: 0, allowed };
    parser.choice().is_some_and(|met| met && parser.next == words.len())
}

struct Parser<'a> {
    words: &'a [&'a str],
    next: usize,
    allowed: &'a BTreeSet<String>,
}

impl Parser<'_> {
    fn choice(&mut self) -> Option<bool> {
        let mut met = self.bond()?;
        while self.accept("OR") {
            met |= self.bond()?;
        }
        Some(met)
    }

    fn bond(&mut self) -> Option<bool> {
        let mut met = self.licence()?;
        while self.accept("AND") {
            met &= self.licence()?;
        }
        Some(met)
    }

    fn licence(&mut self) -> Option<bool> {
        if self.accept("(") {
            let met = self.choice()?;
            return self.accept(")").then_some(met);
        }
        let mut name = (*self.words.get(self.next)?).to_owned();
        self.next += 1;
        if self.accept("WITH") {
            name = format!("{name} WITH {}", self.words.get(self.next)?);
            self.next += 1;
        }
        Some(self.allowed.contains(&name))
    }

    fn accept(&mut self, word: &str) -> bool {
        let found = self.words.get(self.next) == Some(&word);
        self.next += usize::from(found);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_met_or_not() {
        let allowed: BTreeSet<String> =
            ["MIT", "ISC", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"]
                .map(str::to_owned)
                .into();
        for (expression, met) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("MIT OR GPL-3.0", true),
            ("GPL-3.0/MIT", true),
            ("MIT AND GPL-3.0", false),
            ("(MIT OR GPL-3.0) AND ISC", true),
            ("MIT AND (GPL-3.0 OR MPL-2.0)", false),
            ("GPL-3.0 OR MIT AND ISC", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT WITH LLVM-exception", false),
            ("", false),
            ("MIT MIT", false),
            ("(MIT", false),
        ] {
            assert_eq!(is_met(expression, &allowed), met, "{expression}");
        }
    }
}
