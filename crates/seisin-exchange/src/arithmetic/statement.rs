//! Statements that can be worked out again from the figures printed in them.

use super::{finding::Finding, guess::guesses};
use seisin_core::{PartyId, Quantity};

/// Some land that goes from one party to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Transfer {
    /// Who gives it.
    pub from: PartyId,
    /// Who gets it.
    pub to: PartyId,
    /// How much, where it is printed.
    pub amount: Option<Quantity>,
}

/// What is said to become of a party's land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// There is more of it.
    Larger,
    /// There is less of it.
    Smaller,
}

/// A statement that can be worked out again from the figures printed in it.
///
/// # Units
/// Each figure brings its own; a share is a plain ratio (0.055 for "5.5 %"), its step as well.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// Parts add up to a total.
    Sum {
        /// The parts.
        parts: Vec<Quantity>,
        /// Their total as printed.
        total: Quantity,
    },
    /// One figure less another is a third.
    Difference {
        /// From which.
        from: Quantity,
        /// What is taken away.
        less: Quantity,
        /// What is left, as printed.
        left: Quantity,
    },
    /// One figure over another is a ratio.
    Ratio {
        /// The figure above the line.
        over: Quantity,
        /// The figure below it.
        under: Quantity,
        /// The ratio or share as printed.
        ratio: Quantity,
    },
    /// What is left of a whole without a part is a share of it.
    ShareLeft {
        /// The whole.
        whole: Quantity,
        /// What is taken out of it.
        without: Quantity,
        /// The share left, as printed.
        share: Quantity,
    },
    /// A share of a whole is an amount.
    ShareOf {
        /// The share.
        share: Quantity,
        /// The whole.
        whole: Quantity,
        /// The amount as printed.
        amount: Quantity,
    },
    /// Shares make up the whole.
    SharesOfWhole {
        /// The shares.
        shares: Vec<Quantity>,
    },
    /// Two figures are one amount, in one unit or two.
    Same {
        /// The figure as printed.
        printed: Quantity,
        /// The figure it should be.
        meant: Quantity,
        /// Other figures beside it, for a guess at what it is instead.
        others: Vec<Quantity>,
    },
    /// Transfers leave a party with more land, or with less.
    Direction {
        /// The transfers.
        transfers: Vec<Transfer>,
        /// The party.
        party: PartyId,
        /// What is said to become of its land.
        becomes: Becomes,
    },
}

/// What is at odds in the statement; `None` where it works out.
///
/// # Method
/// A statement works out where the figure got from the others as printed lies within half a step
/// of the printed one, the step being what it is rounded to ([`Quantity::step`]). Rounding could
/// explain a difference where some values of the others, each within half its own step, would give
/// the printed figure. Shares of one whole are let off where rounding could explain them: they are
/// rounded one by one.
///
/// # Example
/// ```
/// use seisin_core::{Bound, Quantity, QuantityKind, Unit};
/// use seisin_exchange::{Statement, check_statement};
/// let square_km = |value: f64, step: f64| Quantity {
///     kind: QuantityKind::Area, bound: Bound::Exactly, value, high: None, step,
///     unit: Unit::SquareKilometre, of: None, frame: None, original_value: value.to_string(),
/// };
/// let share = |value: f64| Quantity { unit: Unit::One, ..square_km(value, 0.001) };
/// let said = |value| Statement::Ratio {
///     over: square_km(1_000.0, 1.0), under: square_km(28_500.0, 1.0), ratio: share(value),
/// };
/// assert_eq!(check_statement(&said(0.035)), None);
/// assert!(check_statement(&said(0.055)).is_some());
/// ```
pub fn check_statement(statement: &Statement) -> Option<Finding> {
    match statement {
        Statement::Sum { parts, total } => {
            let spread = parts.iter().map(half_step).sum();
            let sum = parts.iter().map(Quantity::si_value).sum();
            at_odds(total, (sum, spread), "the parts add up to")
        }
        Statement::Difference { from, less, left } => {
            let spread = half_step(from) + half_step(less);
            let found = from.si_value() - less.si_value();
            at_odds(left, (found, spread), "the difference is")
        }
        Statement::Ratio { over, under, ratio } => {
            let found = quotient((over.si_value(), half_step(over)), under);
            at_odds(ratio, found, "the one over the other is")
        }
        Statement::ShareLeft { whole, without, share } => {
            let left = whole.si_value() - without.si_value();
            let found = quotient((left, half_step(without)), whole);
            at_odds(share, found, "the share left is")
        }
        Statement::ShareOf { share, whole, amount } => {
            let found = share.si_value() * whole.si_value();
            let spread = half_step(share) * whole.si_value() + half_step(whole) * share.si_value();
            at_odds(amount, (found, spread), "the share of the whole is")
        }
        Statement::SharesOfWhole { shares } => shares_of_whole(shares),
        Statement::Same { printed, meant, others } => {
            let found = (meant.si_value(), half_step(meant));
            let finding = at_odds(printed, found, "the figure it should equal is")?;
            Some(Finding { guesses: guesses(printed, meant, others), ..finding })
        }
        Statement::Direction { transfers, party, becomes } => direction(transfers, party, *becomes),
    }
}

fn half_step(quantity: &Quantity) -> f64 {
    quantity.step * quantity.unit.si_factor() / 2.0
}

/// The quotient and how far rounding may move it, to first order.
fn quotient((over, spread): (f64, f64), under: &Quantity) -> (f64, f64) {
    let below = under.si_value();
    (over / below, (spread + over / below * half_step(under)) / below)
}

/// The finding where `found`, in SI units and known to `spread`, is not what is printed.
pub(super) fn at_odds(
    printed: &Quantity,
    (found, spread): (f64, f64),
    how: &str,
) -> Option<Finding> {
    let half = half_step(printed);
    let off = (printed.si_value() - found).abs();
    // A figure exactly half a step away rounds either way; binary fractions must not decide.
    let works_out = off <= half * (1.0 + 1e-9) + 1e-12 * found.abs();
    (!works_out).then(|| {
        let expected = found / printed.unit.si_factor();
        Finding {
            printed: printed.original_value.clone(),
            expected: Some(expected),
            sentence: format!("{how} {expected:.4} {}", printed.unit.ucum()),
            rounding_could_explain: off <= half + spread,
            guesses: Vec::new(),
        }
    })
}

fn shares_of_whole(shares: &[Quantity]) -> Option<Finding> {
    let sum: f64 = shares.iter().map(|share| share.value).sum();
    let spread: f64 = shares.iter().map(half_step).sum();
    let printed = shares.iter().map(|share| share.original_value.as_str()).collect::<Vec<_>>();
    ((sum - 1.0).abs() > spread * (1.0 + 1e-9)).then(|| Finding {
        printed: printed.join(" + "),
        expected: Some(1.0),
        sentence: format!("the shares of one whole add up to {sum:.4}"),
        rounding_could_explain: false,
        guesses: Vec::new(),
    })
}

fn direction(transfers: &[Transfer], party: &PartyId, becomes: Becomes) -> Option<Finding> {
    let of = |transfer: &Transfer| transfer.amount.as_ref().map(Quantity::si_value);
    let gained: Vec<_> = transfers.iter().filter(|t| t.to == *party).map(of).collect();
    let lost: Vec<_> = transfers.iter().filter(|t| t.from == *party).map(of).collect();
    let sum = |amounts: &[Option<f64>]| amounts.iter().copied().sum::<Option<f64>>();
    let grows = match (gained.as_slice(), lost.as_slice()) {
        ([], []) => return None,
        ([], _) => false,
        (_, []) => true,
        _ => sum(&gained)? > sum(&lost)?,
    };
    let said = becomes == Becomes::Larger;
    (grows != said).then(|| Finding {
        printed: format!("{party} becomes {}", if said { "larger" } else { "smaller" }),
        expected: None,
        sentence: format!(
            "by the transfers named it becomes {}",
            if grows { "larger" } else { "smaller" }
        ),
        rounding_could_explain: false,
        guesses: Vec::new(),
    })
}
