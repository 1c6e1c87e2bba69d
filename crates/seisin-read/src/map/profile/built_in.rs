//! The profiles that come with seisin: data files, so that no publisher is known to the code.

use super::{error::ProfileError, word::Profile};

/// Every built-in profile by name.
pub(super) const PROFILES: [(&str, &str); 3] = [
    ("deepstate", include_str!("../../../profiles/deepstate.toml")),
    ("liveuamap-nzz", include_str!("../../../profiles/liveuamap-nzz.toml")),
    ("parties", include_str!("../../../profiles/parties.toml")),
];

pub(super) fn built_in(name: &str) -> Result<Profile, ProfileError> {
    let found = PROFILES.iter().find(|(known, _)| *known == name);
    let Some((_, toml)) = found else {
        let known = PROFILES.map(|(known, _)| known).join(", ");
        return Err(ProfileError::NotBuiltIn { name: name.to_owned(), known });
    };
    Profile::parse(toml)
}
