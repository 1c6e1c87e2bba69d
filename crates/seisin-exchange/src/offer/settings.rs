//! How far apart in time two reports may be and still speak of one thing.

/// How far apart in time two reports may be and still speak of one thing; answers print them.
///
/// # Units
/// Days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferSettings {
    /// Between two reports of one offer: 45 by default.
    pub same_offer_days: i32,
    /// Between an offer in one report and its answer in an independent one: 180 by default.
    pub answer_days: i32,
    /// Between two reports of one answer: 3 by default; later ones are the answer given again.
    pub same_answer_days: i32,
}

impl Default for OfferSettings {
    fn default() -> Self {
        Self { same_offer_days: 45, answer_days: 180, same_answer_days: 3 }
    }
}
