//! What an append came to.

/// How many things were new, how many told something new of what was there, how many told nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Appended {
    /// Things the store did not know.
    pub new: usize,
    /// Things the store knew, of which it now has another reading, appearance or origin that takes
    /// the place of the former one.
    pub corrected: usize,
    /// Things the store knew in every particular: nothing was recorded.
    pub already_there: usize,
}

impl Appended {
    pub(crate) fn count(&mut self, change: Change) {
        match change {
            Change::New => self.new += 1,
            Change::Corrected => self.corrected += 1,
            Change::AlreadyThere => self.already_there += 1,
        }
    }
}

/// What one entry came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    New,
    Corrected,
    AlreadyThere,
}

impl Change {
    /// What came of a thing whose row was `known` and for which so many records were added.
    pub(crate) const fn of(known: Option<i64>, added: u64) -> Self {
        match (known, added) {
            (None, _) => Self::New,
            (Some(_), 0) => Self::AlreadyThere,
            (Some(_), _) => Self::Corrected,
        }
    }
}
