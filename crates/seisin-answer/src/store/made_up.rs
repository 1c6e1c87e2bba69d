//! Made-up lands, editions and stores for the tests of what is kept in a store.

use super::Store;
use crate::EditionRead;
use seisin_core::{Digest, Length, Licence, MapEdition, PartyId, PublisherId, RegionId, Timestamp};
use seisin_measure::{Position, Shape, ShapeLimits};
use seisin_read::map::{Holding, MapReading};
use tempfile::TempDir;

/// A box given as west, south, width and height in tenths of a degree.
pub(super) fn land([west, south, width, height]: [u8; 4]) -> Shape {
    let p = |x: u8, y: u8| Position::new(30.0 + f64::from(x) / 10.0, 50.0 + f64::from(y) / 10.0);
    let (east, north) = (west + width, south + height);
    let ring = vec![p(west, south), p(east, south), p(east, north), p(west, north), p(west, south)];
    Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).unwrap().0
}

/// An edition of a day of January 2030.
pub(super) fn edition(day: u8, holdings: Vec<Holding>) -> EditionRead {
    let bytes = [day];
    let (publisher, source) = (PublisherId("m".into()), Digest::of(&bytes));
    let edition_date = format!("2030-01-{day:02}").parse().unwrap();
    let edition = MapEdition {
        id: MapEdition::identify(&publisher, edition_date, None, source),
        publisher,
        edition_date,
        published: None,
        name: format!("{day}.geojson"),
        source,
        licence: Licence("CC0-1.0".into()),
        positional_error: Some(Length::from_metres(50.0)),
        profile: "made up".into(),
    };
    let (coverage, problems) = (Vec::new(), Vec::new());
    let quarantined = Vec::new();
    let reading = MapReading { edition, holdings, quarantined, coverage, problems };
    EditionRead::prepare(reading, &bytes)
}

/// Land that a party holds, within a region where the map says which.
pub(super) fn holding(party: &str, within: Option<&str>, shape: Shape) -> Holding {
    let within = within.map(|id| RegionId(id.to_owned()));
    let party = PartyId(party.to_owned());
    Holding { party, party_name: None, within, role: String::new(), shape }
}

/// The instant at which everything is recorded.
pub(super) fn at() -> Timestamp {
    "2030-02-01T00:00:00Z".parse().unwrap()
}

/// An empty store in a folder that lasts as long as the guard.
pub(super) fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("ledger"), at()).unwrap();
    (folder, store)
}
