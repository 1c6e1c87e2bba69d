//! Means of smooth functions along an edge.

/// A Gauss–Legendre rule: nodes in 0..1, in pairs about the middle, and their weights.
///
/// # Method
/// Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), table 25.4, n = 2 and n = 5,
/// moved from −1..1.
type Rule = [(f64, f64)];

const TWO: &Rule = &[(0.211_324_865_405_187_13, 0.5), (0.788_675_134_594_812_9, 0.5)];

const FIVE: &Rule = &[
    (0.046_910_077_030_668_02, 0.118_463_442_528_094_54),
    (0.230_765_344_947_158_45, 0.239_314_335_249_683_23),
    (0.5, 0.284_444_444_444_444_44),
    (0.769_234_655_052_841_5, 0.239_314_335_249_683_23),
    (0.953_089_922_969_332, 0.118_463_442_528_094_54),
];

/// Degrees of latitude up to which two nodes are enough.
const SHORT: f64 = 0.05;

/// Degrees of latitude one panel of five nodes spans at most.
const PANEL: f64 = 2.5;

/// The mean of `f` over 0..1 along an edge that spans `degrees` of latitude.
///
/// # Accuracy
/// The error of the rules is h⁴/4320 times the fourth derivative for two nodes, h¹⁰/1.26e12 times
/// the tenth for five, h in radians: below 2e-16 at [`SHORT`] and 1e-25 at [`PANEL`] for functions
/// as smooth as those integrated here, so that rounding is what remains.
pub(crate) fn mean(degrees: f64, f: impl Fn(f64) -> f64) -> f64 {
    let span = degrees.abs();
    if span == 0.0 {
        return f(0.5);
    }
    if span <= SHORT {
        return weighted(TWO, f);
    }
    let panels = (span / PANEL).ceil();
    let (mut sum, mut panel) = (0.0, 0.0);
    while panel < panels {
        sum += weighted(FIVE, |t| f((panel + t) / panels));
        panel += 1.0;
    }
    sum / panels
}

fn weighted(rule: &Rule, f: impl Fn(f64) -> f64) -> f64 {
    rule.iter().map(|(node, weight)| weight * f(*node)).sum()
}

/// A sum that keeps what rounding would lose (Neumaier, ZAMM 54, 1974).
#[derive(Default)]
pub(crate) struct ExactSum {
    sum: f64,
    lost: f64,
}

impl ExactSum {
    pub(crate) fn add(&mut self, term: f64) {
        let sum = self.sum + term;
        self.lost += if self.sum.abs() >= term.abs() {
            (self.sum - sum) + term
        } else {
            (term - sum) + self.sum
        };
        self.sum = sum;
    }

    pub(crate) fn total(&self) -> f64 {
        self.sum + self.lost
    }
}

impl Extend<f64> for ExactSum {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, terms: I) {
        terms.into_iter().for_each(|term| self.add(term));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_is_exact_on_the_polynomials_it_should_be() {
        for (rule, degree) in [(TWO, 3), (FIVE, 9)] {
            for power in 0..=degree {
                let exact = 1.0 / f64::from(power + 1);
                let found = weighted(rule, |t| t.powi(power));
                assert!((found - exact).abs() < 1e-15, "{degree} {power} {found}");
            }
            assert!(
                (weighted(rule, |t| t.powi(degree + 1)) * f64::from(degree + 2) - 1.0).abs() > 1e-9
            );
        }
    }

    #[test]
    fn short_and_long_edges_have_the_mean_of_the_cosine() {
        for degrees in [1e-9_f64, 0.01, 0.049, 0.051, 0.5, 2.5, 5.0, 60.0] {
            let h = degrees.to_radians();
            let found = mean(degrees, |t| (0.9 + h * t).cos());
            let exact = 2.0 * (0.9 + h / 2.0).cos() * (h / 2.0).sin() / h;
            assert!((found - exact).abs() < 4e-16, "{degrees} {found} {exact}");
        }
    }

    #[test]
    fn a_sum_keeps_small_terms_among_large_ones() {
        let mut sum = ExactSum::default();
        sum.extend([1e16, 1.0, -1e16, 1.0]);
        assert_eq!(sum.total().to_bits(), 2.0_f64.to_bits());
    }
}
