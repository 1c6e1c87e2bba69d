//! Which shapes may be passed on.

use crate::exit::Failure;
use seisin_answer::{Passing, terms};
use seisin_core::Licence;

/// What the user says of the right to pass shapes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rights {
    /// Nothing: shapes whose terms do not allow it are refused.
    Unstated,
    /// Nothing: such shapes are left out, and the file says why.
    Withhold,
    /// How the user came to have it, to be written into the file.
    Stated(String),
}

/// Whether the shape of a row may be passed on.
pub(crate) type Passed = Result<(), String>;

impl Rights {
    /// Whether shapes under these terms may be passed on, row by row.
    ///
    /// # Errors
    /// Where one may not, and the user has neither asked to withhold it nor stated the right.
    pub(crate) fn pass<'a>(
        &self,
        rows: impl IntoIterator<Item = Vec<&'a Licence>>,
    ) -> Result<Vec<Passed>, Failure> {
        rows.into_iter().map(|licences| self.pass_one(&licences)).collect()
    }

    fn pass_one(&self, licences: &[&Licence]) -> Result<Passed, Failure> {
        let forbidden = licences.iter().find_map(|licence| match terms(licence).geometry {
            Passing::Allowed => None,
            Passing::Forbidden(reason) => Some(reason),
        });
        match (forbidden, self) {
            (None, _) | (Some(_), Self::Stated(_)) => Ok(Ok(())),
            (Some(reason), Self::Withhold) => Ok(Err(reason)),
            (Some(reason), Self::Unstated) => Err(Failure::Failed(format!(
                "failed to export shapes: {reason}\nhint: a .csv has the figures alone; --withhold \
                 leaves such shapes out and says why; if you hold the right to pass them on, state \
                 how with --rights"
            ))),
        }
    }

    /// The statement, where there is one.
    pub(crate) fn statement(&self) -> Option<String> {
        match self {
            Self::Stated(how) => Some(how.clone()),
            Self::Unstated | Self::Withhold => None,
        }
    }
}
