//! Whether a publisher's maps speak for a party in a land at all.

use crate::land::{Land, Way, country_of};
use seisin_core::{Date, PartyId, RegionId};
use std::collections::BTreeSet;

/// A publisher's statement of what its maps show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// Whose holdings.
    pub(crate) party: PartyId,
    /// In which regions; none means anywhere.
    pub(crate) within: Vec<RegionId>,
    /// Apart from which regions.
    pub(crate) except: Vec<RegionId>,
    /// From which edition date on.
    pub(crate) from: Option<Date>,
    /// Up to which edition date, not included.
    pub(crate) to: Option<Date>,
    /// The publisher's statement, or the reason for the limit.
    pub(crate) note: String,
}

/// What a publisher's declared coverage says of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Covered {
    /// The maps show it.
    Declared,
    /// The publisher declares nothing at all.
    Undeclared,
    /// The maps do not show it, for this reason.
    Outside(String),
}

/// What `statements` say of `party` in `land` on an edition of `edition_date`.
pub(crate) fn covered(
    statements: &[Statement],
    party: &PartyId,
    land: &Land,
    edition_date: Date,
) -> Covered {
    if statements.is_empty() {
        return Covered::Undeclared;
    }
    let in_force = in_force(statements, party, land, edition_date);
    let Some(first) = in_force.first() else {
        return Covered::Outside(format!(
            "the map does not show what {party} holds in {}",
            land.reference.name
        ));
    };
    let missing: Vec<String> = land
        .members
        .iter()
        .filter(|member| in_force.iter().all(|statement| statement.except.contains(member)))
        .map(ToString::to_string)
        .collect();
    if missing.is_empty() {
        Covered::Declared
    } else {
        Covered::Outside(format!("the map leaves out {}: {}", missing.join(", "), first.note))
    }
}

/// The statements that speak of `party` in `land` on an edition of `edition_date`.
fn in_force<'a>(
    statements: &'a [Statement],
    party: &PartyId,
    land: &Land,
    edition_date: Date,
) -> Vec<&'a Statement> {
    statements
        .iter()
        .filter(|statement| statement.party == *party)
        .filter(|statement| statement.from.is_none_or(|from| from <= edition_date))
        .filter(|statement| statement.to.is_none_or(|to| edition_date < to))
        .filter(|statement| reaches(&statement.within, land))
        .collect()
}

/// What a publisher declares to show of one party: where, and what of that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Scope {
    /// The regions shown, of all statements; none stands for anywhere.
    pub(crate) within: BTreeSet<RegionId>,
    /// The regions that every statement leaves out.
    pub(crate) except: BTreeSet<RegionId>,
}

/// The scope of `party` in `land` that `statements` declare for an edition of `edition_date`.
pub(crate) fn scope(
    statements: &[Statement],
    party: &PartyId,
    land: &Land,
    edition_date: Date,
) -> Scope {
    let in_force = in_force(statements, party, land, edition_date);
    let within = in_force.iter().flat_map(|statement| statement.within.iter().cloned()).collect();
    let excepts = in_force.iter().map(|statement| statement.except.iter().cloned().collect());
    let shared = |one: BTreeSet<RegionId>, other: BTreeSet<RegionId>| {
        one.intersection(&other).cloned().collect()
    };
    Scope { within, except: excepts.reduce(shared).unwrap_or_default() }
}

/// Whether the land lies in the regions named: as the country it is, or with every member, itself
/// or by its country.
fn reaches(within: &[RegionId], land: &Land) -> bool {
    let whole = matches!(&land.way, Way::Country(country) if within.contains(country));
    let named = |member: &RegionId| {
        within.contains(member)
            || country_of(member).is_some_and(|country| within.contains(&country))
    };
    within.is_empty() || whole || land.members.iter().all(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::land::{LandRef, LandRule};

    fn land(members: &[&str]) -> Land {
        Land {
            reference: LandRef {
                id: RegionId("UA".into()),
                name: "Ukraine".into(),
                rule: LandRule::Country,
            },
            way: Way::Everywhere,
            whole: None,
            members: members.iter().map(|id| RegionId((*id).to_owned())).collect(),
        }
    }

    fn statement(except: &[&str], to: Option<&str>) -> Statement {
        Statement {
            party: PartyId("russia".into()),
            within: vec![RegionId("UA".into())],
            except: except.iter().map(|id| RegionId((*id).to_owned())).collect(),
            from: None,
            to: to.map(|day| day.parse().unwrap()),
            note: "drawn apart".into(),
        }
    }

    fn ask(statements: &[Statement], party: &str, members: &[&str]) -> Covered {
        let day = "2025-02-12".parse().unwrap();
        covered(statements, &PartyId(party.into()), &land(members), day)
    }

    #[test]
    fn a_country_is_covered_only_with_all_its_regions() {
        let leaves_out = [statement(&["UA-43"], None)];
        assert_eq!(ask(&leaves_out, "russia", &["UA-63"]), Covered::Declared);
        assert_eq!(
            ask(&leaves_out, "russia", &["UA-63", "UA-43"]),
            Covered::Outside("the map leaves out UA-43: drawn apart".into())
        );
    }

    #[test]
    fn a_statement_ends_and_another_may_take_over() {
        let ended = [statement(&[], Some("2024-03-14")), statement(&["UA-14"], None)];
        assert!(matches!(ask(&ended, "russia", &["UA-14"]), Covered::Outside(_)));
        assert_eq!(ask(&ended, "russia", &["UA-63"]), Covered::Declared);
    }

    #[test]
    fn other_parties_and_other_lands_are_outside() {
        let statements = [statement(&[], None)];
        assert!(matches!(ask(&statements, "ukraine", &["UA-63"]), Covered::Outside(_)));
        assert!(matches!(ask(&statements, "russia", &["RU-KRS"]), Covered::Outside(_)));
    }

    #[test]
    fn no_statement_at_all_is_told_apart() {
        assert_eq!(ask(&[], "russia", &["UA-63"]), Covered::Undeclared);
    }
}
