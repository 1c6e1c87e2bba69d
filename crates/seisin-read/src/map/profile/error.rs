//! Why a text is no profile.

/// Why a text is no profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileError {
    /// It is larger than any profile.
    #[error(
        "read the map profile: it has {bytes} bytes, more than the {limit} allowed\n\
         hint: is this the right file?"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// It is no TOML, or has a field that is not known.
    #[error(
        "read the map profile: {reason}\n\
         hint: docs/reference/map-profile.md lists every field"
    )]
    NotAProfile {
        /// What is wrong and where.
        reason: String,
    },
    /// A field has a value it cannot have.
    #[error("read the map profile {name}: {field} {reason}\nhint: {hint}")]
    BadField {
        /// The profile.
        name: String,
        /// Which field.
        field: String,
        /// What is wrong.
        reason: String,
        /// What it holds.
        hint: &'static str,
    },
    /// There is no built-in profile of that name.
    #[error(
        "find the map profile {name}: it does not come with seisin\n\
         hint: those that do are {known}; write your own as docs/reference/map-profile.md says and \
         give its file"
    )]
    NotBuiltIn {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: String,
    },
}
