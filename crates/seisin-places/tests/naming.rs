//! The naming regions against positions whose region is known.

use proptest::prelude::*;
use seisin_core::RegionId;
use seisin_measure::{Position, area};
use seisin_places::naming_regions;

fn region(lon: f64, lat: f64) -> String {
    let found = naming_regions().region_at(Position::new(lon, lat));
    found.map(|region| region.id.0).unwrap_or_default()
}

#[test]
fn positions_lie_in_their_region() {
    for (place, lon, lat, id) in [
        ("Sudzha", 35.27, 51.19, "RU-KRS"),
        ("Sumy", 34.80, 50.91, "UA-59"),
        ("Kyiv", 30.52, 50.45, "UA-30"),
        ("Moscow", 37.62, 55.75, "RU-MOW"),
        ("Kolomna, in Moscow Oblast", 38.77, 55.10, "RU-MOS"),
        ("Simferopol", 34.10, 44.95, "UA-43"),
        ("Khartoum", 32.53, 15.55, "SD-KH"),
        ("Nuku, in Fiji's west", 177.8, -17.8, "FJ-W"),
        ("Lesotho's Maseru, inside South Africa", 27.48, -29.31, "LS-A"),
        ("the Black Sea", 34.0, 43.0, ""),
        ("Null Island", 0.0, 0.0, ""),
    ] {
        assert_eq!(region(lon, lat), id, "{place}");
    }
}

#[test]
fn both_views_of_crimea_are_kept() {
    let crimea = naming_regions().region(&RegionId("UA-43".to_owned())).expect("ISO lists it");
    assert_eq!(crimea.iso_country, Some(RegionId("UA".to_owned())));
    assert_eq!(crimea.natural_earth_sovereign, "RUS");
}

#[test]
fn ukraine_has_27_divisions_by_iso() {
    assert_eq!(naming_regions().iso_divisions(&RegionId("UA".to_owned())).len(), 27);
}

/// Natural Earth's Kursk polygon, from the file of the manifest, measured with pyproj 3.7.2
/// (geodesic edges, WGS 84): 30,127.05 km²; the oblast itself has 29,997.
#[test]
fn a_shape_is_coarse_but_whole() {
    let kursk = naming_regions().shape(&RegionId("RU-KRS".to_owned())).expect("it is valid");
    let km2 = area(kursk.allow_coarse()).square_km();
    assert!((km2 / 30_127.05 - 1.0).abs() < 1e-4, "{km2}");
}

#[test]
fn a_sample_of_regions_are_valid_shapes() {
    const EVERY: usize = 7;
    let regions = naming_regions();
    let mut refused = 0;
    let mut all = 0;
    for region in regions.regions().step_by(EVERY) {
        all += 1;
        refused += usize::from(regions.shape(&region.id).is_none());
    }
    assert!(all > 600, "{all}");
    assert!(refused <= 2, "{refused} of {all} are refused");
}

proptest! {
    #[test]
    fn any_position_is_looked_up(lon in any::<f64>(), lat in any::<f64>()) {
        let _ = naming_regions().region_at(Position::new(lon, lat));
    }

    #[test]
    fn a_position_lies_in_the_bounds_of_its_region(lon in -180.0..180.0, lat in -90.0..90.0) {
        if let Some(region) = naming_regions().region_at(Position::new(lon, lat))
            && let Some(shape) = naming_regions().shape(&region.id)
        {
            let bounds = shape.allow_coarse().bounds().expect("it covers a position");
            prop_assert!(bounds.west - 1e-4 <= lon && lon <= bounds.east + 1e-4);
            prop_assert!(bounds.south - 1e-4 <= lat && lat <= bounds.north + 1e-4);
        }
    }
}
