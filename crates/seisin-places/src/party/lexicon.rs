//! The lexicon of parties.

use super::{
    file::{ExtendLexiconError, PartyRow, PersonRow, parse},
    first_word::FirstWords,
    role::{PartyKind, PartyRole},
};
use crate::fold::fold;
use seisin_core::{PartyId, RegionId};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::LazyLock,
};

static FILES: &[&str] = &[
    include_str!("../../assets/lexicon/parties/states.toml"),
    include_str!("../../assets/lexicon/parties/forces.toml"),
    include_str!("../../assets/lexicon/parties/former-states.toml"),
    include_str!("../../assets/lexicon/parties/authorities.toml"),
    include_str!("../../assets/lexicon/parties/armed-groups.toml"),
    include_str!("../../assets/lexicon/parties/blocs.toml"),
    include_str!("../../assets/lexicon/parties/people.toml"),
    include_str!("../../assets/lexicon/parties/people-past.toml"),
];
static BUILT_IN: LazyLock<PartyLexicon> = LazyLock::new(|| {
    let mut lexicon = PartyLexicon::empty();
    for file in FILES {
        lexicon.extend(file).expect("the committed files are valid, as their test checks");
    }
    lexicon
});

/// What is known of one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyEntry {
    /// Which.
    pub id: PartyId,
    /// Its name in English.
    pub name: String,
    /// What sort of body.
    pub kind: PartyKind,
    /// For a state, its country code; for others, the country they act from, where there is one.
    pub country: Option<RegionId>,
}

/// One way to name a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameEntry {
    pub(super) party: usize,
    pub(super) role: PartyRole,
    /// The name as written in the lexicon.
    pub(super) written: String,
    /// The years in which it held, for people.
    pub(super) years: Option<(u16, u16)>,
}

/// The names under which parties appear in reports: states, armed groups, authorities, blocs, with
/// their demonyms, capitals, seats, forces, leaders and spokespeople.
///
/// # Assumptions
/// A listing is no statement on status: a group and a state are both parties.
///
/// # Example
/// ```
/// use seisin_places::{PartyLexicon, PartyRole};
/// let mut lexicon = PartyLexicon::built_in().clone();
/// let found = lexicon.longest_match("Kyiv’s troops").expect("the capital is known");
/// assert_eq!((found.party.0.as_str(), found.role, found.len), ("ukraine", PartyRole::Capital, 4));
/// lexicon.add_party("arland", "Arland", &["Arlandic"]);
/// assert_eq!(lexicon.longest_match("Arland says").unwrap().party.0, "arland");
/// ```
#[derive(Debug, Clone, Default)]
pub struct PartyLexicon {
    pub(super) parties: Vec<PartyEntry>,
    pub(super) names: HashMap<String, Vec<NameEntry>>,
    /// The most words of a name that starts with this word.
    pub(super) first_words: HashMap<String, usize>,
    /// Small letters that a name written with a small first letter starts with.
    pub(super) small_starts: BTreeSet<char>,
    /// Which words names begin with, for a quick no.
    pub(super) quick: FirstWords,
    by_id: BTreeMap<PartyId, usize>,
}

impl PartyLexicon {
    /// A lexicon without parties.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The lexicon that comes with the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Takes in the parties of a file; a party already known gets the new names as well.
    ///
    /// # Errors
    /// A file that is not of the format of `docs/reference/party-lexicon.md`, with its line; the
    /// lexicon is then as it was.
    pub fn extend(&mut self, toml: &str) -> Result<(), ExtendLexiconError> {
        for row in parse(toml)?.party {
            self.add_row(&row);
        }
        Ok(())
    }

    /// Takes in one party under its name and aliases.
    pub fn add_party(&mut self, id: &str, name: &str, aliases: &[&str]) {
        let party = self.party_at(PartyEntry {
            id: PartyId(id.to_owned()),
            name: name.to_owned(),
            kind: PartyKind::State,
            country: None,
        });
        for alias in std::iter::once(&name).chain(aliases) {
            self.add_name(NameEntry {
                party,
                role: PartyRole::Name,
                written: (*alias).to_owned(),
                years: None,
            });
        }
    }

    /// Every party, in the order in which they were taken in.
    pub fn parties(&self) -> &[PartyEntry] {
        &self.parties
    }

    /// The party with this identifier.
    pub fn party(&self, id: &PartyId) -> Option<&PartyEntry> {
        self.by_id.get(id).and_then(|at| self.parties.get(*at))
    }

    /// The state whose country code is `country`.
    pub fn state_of(&self, country: &RegionId) -> Option<&PartyEntry> {
        self.parties
            .iter()
            .find(|party| party.kind == PartyKind::State && party.country.as_ref() == Some(country))
    }

    fn party_at(&mut self, entry: PartyEntry) -> usize {
        if let Some(at) = self.by_id.get(&entry.id) {
            return *at;
        }
        let at = self.parties.len();
        self.by_id.insert(entry.id.clone(), at);
        self.parties.push(entry);
        at
    }

    fn add_row(&mut self, row: &PartyRow) {
        let kind = row.kind.as_deref().and_then(PartyKind::from_word).unwrap_or(PartyKind::State);
        let party = self.party_at(PartyEntry {
            id: PartyId(row.id.clone()),
            name: row.name.clone(),
            kind,
            country: row.country.clone().map(RegionId),
        });
        let own = std::slice::from_ref(&row.name);
        let lists: [(&[String], PartyRole); 7] = [
            (own, PartyRole::Name),
            (&row.aliases, PartyRole::Name),
            (&row.governments, PartyRole::Government),
            (&row.forces, PartyRole::Force),
            (&row.seats, PartyRole::Seat),
            (&row.capitals, PartyRole::Capital),
            (&row.demonyms, PartyRole::Demonym),
        ];
        for (names, role) in lists {
            for name in names {
                self.add_name(NameEntry { party, role, written: name.clone(), years: None });
            }
        }
        for (people, role) in
            [(&row.leaders, PartyRole::Leader), (&row.spokespeople, PartyRole::Spokesperson)]
        {
            for person in people {
                self.add_person(party, person, role);
            }
        }
    }

    fn add_person(&mut self, party: usize, person: &PersonRow, role: PartyRole) {
        let years = (person.from.is_some() || person.to.is_some())
            .then(|| (person.from.unwrap_or(0), person.to.unwrap_or(u16::MAX)));
        for name in std::iter::once(&person.name).chain(&person.also) {
            self.add_name(NameEntry { party, role, written: name.clone(), years });
        }
    }

    fn add_name(&mut self, mut entry: NameEntry) {
        if entry.written.starts_with("the ") {
            entry.written = entry.written.chars().skip("the ".len()).collect();
        }
        let key = fold(&entry.written);
        self.small_starts.extend(entry.written.chars().next().filter(|c| c.is_lowercase()));
        let Some(first) = key.split(' ').next().filter(|word| !word.is_empty()) else { return };
        self.quick.insert(first);
        let words = key.split(' ').count();
        let most = self.first_words.entry(first.to_owned()).or_insert(words);
        *most = words.max(*most);
        let entries = self.names.entry(key).or_default();
        if !entries.iter().any(|known| known.party == entry.party && known.role == entry.role) {
            entries.push(entry);
        }
    }
}
