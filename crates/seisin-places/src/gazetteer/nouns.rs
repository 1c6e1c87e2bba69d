//! Words beside a name that tell what sort of land it stands for.

/// What a noun beside a name says about the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// "Kursk region": land with an extent.
    Area,
    /// "Kursk city": a settlement.
    Settlement,
}

const AREA_AFTER: &[&str] = &[
    "region",
    "oblast",
    "province",
    "governorate",
    "district",
    "state",
    "republic",
    "krai",
    "kray",
    "territory",
    "county",
    "prefecture",
    "department",
    "division",
    "muhafazah",
    "wilayah",
    "vilayet",
    "voivodeship",
    "canton",
    "область",
    "области",
    "областю",
    "области",
    "обл",
    "край",
    "peninsula",
    "strip",
    "heights",
    "enclave",
    "regions",
    "provinces",
    "oblasts",
];
const SETTLEMENT_AFTER: &[&str] =
    &["city", "town", "village", "camp", "settlement", "municipality"];
const AREA_BEFORE: &[&str] = &[
    "region of",
    "province of",
    "oblast of",
    "governorate of",
    "state of",
    "republic of",
    "territory of",
    "district of",
    "department of",
    "county of",
];
const SETTLEMENT_BEFORE: &[&str] =
    &["city of", "town of", "village of", "settlement of", "port of", "municipality of"];

/// The sort that `word`, following a name, tells of, and the word as known.
pub(crate) fn known_after(word: &str) -> Option<(Sort, &'static str)> {
    let find = |list: &[&'static str], sort| {
        list.iter().find(|noun| noun.eq_ignore_ascii_case(word)).map(|noun| (sort, *noun))
    };
    find(AREA_AFTER, Sort::Area).or_else(|| find(SETTLEMENT_AFTER, Sort::Settlement))
}

/// `key` without the noun before or after it, and what that noun tells.
pub(crate) fn split(key: &str) -> Option<(&str, &str, Sort)> {
    if let Some((stem, noun)) = key.rsplit_once(' ')
        && let Some((sort, _)) = known_after(noun)
    {
        return Some((stem, noun, sort));
    }
    let before = |list: &[&'static str], sort| {
        list.iter().find_map(|phrase| {
            let stem = key.strip_prefix(phrase)?.strip_prefix(' ')?;
            Some((stem, *phrase, sort))
        })
    };
    before(AREA_BEFORE, Sort::Area).or_else(|| before(SETTLEMENT_BEFORE, Sort::Settlement))
}
