//! What a wording of terms is understood to allow.

use super::table::{Geometry, Row, TABLE};
use seisin_core::Licence;

/// What the terms of a map are understood to allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The terms as known, where they are: an SPDX identifier where there is one.
    pub id: Option<String>,
    /// Their title.
    pub title: Option<String>,
    /// Where they stand.
    pub url: Option<String>,
    /// Whether shapes may be passed on.
    pub geometry: Passing,
    /// What is asked of whoever passes them on.
    pub duties: Vec<String>,
}

/// Whether shapes may be passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passing {
    /// They may.
    Allowed,
    /// They may not, for this reason.
    Forbidden(String),
}

/// What the terms of a map are understood to allow.
///
/// # Method
/// The table `licences.toml`: the first phrase that stands anywhere in the wording, else the
/// longest known beginning of it. Terms that are not understood let no shape be passed on.
///
/// # Example
/// ```
/// use seisin_answer::{Passing, terms};
/// use seisin_core::Licence;
/// assert_eq!(terms(&Licence("CC BY 4.0".into())).geometry, Passing::Allowed);
/// assert_ne!(terms(&Licence("ask us first".into())).geometry, Passing::Allowed);
/// ```
pub fn terms(licence: &Licence) -> Terms {
    let folded = fold(&licence.0);
    let Some(row) = by_phrase(&folded).or_else(|| by_beginning(&folded)) else {
        let reason = format!("the terms \"{licence}\" are not among those understood");
        let geometry = Passing::Forbidden(reason);
        return Terms { id: None, title: None, url: None, geometry, duties: Vec::new() };
    };
    let geometry =
        match row.geometry {
            Geometry::Allowed => Passing::Allowed,
            Geometry::Forbidden => Passing::Forbidden(row.why.clone().unwrap_or_else(|| {
                format!("the terms \"{licence}\" do not let shapes be passed on")
            })),
        };
    Terms {
        id: Some(row.id.clone()),
        title: Some(row.title.clone()),
        url: row.url.clone(),
        geometry,
        duties: row.duties.clone(),
    }
}

fn fold(wording: &str) -> String {
    let plain = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let plain: String = wording.trim().to_lowercase().chars().map(plain).collect();
    plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn by_phrase(folded: &str) -> Option<&'static Row> {
    let stands = |phrase: &String| format!("-{folded}-").contains(&format!("-{phrase}-"));
    TABLE.iter().find(|row| row.phrases.iter().any(stands))
}

/// The row of which the longest word begins the wording.
fn by_beginning(folded: &str) -> Option<&'static Row> {
    let begins = |word: &&String| format!("{folded}-").starts_with(&format!("{word}-"));
    let longest =
        |row: &&Row| row.words.iter().filter(begins).map(String::len).max().unwrap_or_default();
    TABLE.iter().filter(|row| longest(row) > 0).max_by_key(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wording: &str, id: Option<&str>, allowed: bool) {
        let found = terms(&Licence(wording.to_owned()));
        assert_eq!(found.id.as_deref(), id, "{wording}");
        assert_eq!(found.geometry == Passing::Allowed, allowed, "{wording}");
    }

    #[test]
    fn wordings_are_told_apart() {
        check("CC BY 4.0", Some("CC-BY"), true);
        check("cc-by-sa-3.0", Some("CC-BY-SA"), true);
        check("CC BY-NC-ND 4.0", Some("CC-BY-ND"), false);
        check("CC BY-NC 4.0", Some("CC-BY-NC"), true);
        check("CC0-1.0", Some("CC0-1.0"), true);
        check("GPL-3.0-or-later", Some("GPL"), true);
        check("public domain (Natural Earth)", Some("public domain"), true);
        check("no redistribution", Some("no redistribution"), false);
        check("CC BY 4.0 for the text; maps: no redistribution", Some("no redistribution"), false);
        check("All rights reserved.", Some("no redistribution"), false);
    }

    #[test]
    fn what_is_not_understood_is_not_passed_on() {
        for wording in ["", "permitted with mention", "mitigated", "free for newsrooms", "opendata"]
        {
            check(wording, None, false);
        }
    }
}
