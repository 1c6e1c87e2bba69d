//! An instance of a search from land: what two sides might give, and the rest of what they hold.

use super::depth::distance;
use super::{
    divide::{Piece, Site, Units, divide},
    error::DivideError,
};
use crate::search::{Border, Cell, HolderSide, Instance, Role};
use seisin_core::{Area, Length};
use seisin_measure::{Budget, Position, Raster, Shape, area, common_borders, difference};

/// One side's land.
#[derive(Debug, Clone, PartialEq)]
pub struct LandSide {
    /// All it holds.
    pub territory: Shape,
    /// What of that may change hands, divided into cells.
    pub divided: Shape,
    /// What of that must change hands as a whole.
    pub whole: Shape,
}

/// An instance with the land of its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct LandInstance {
    /// The cells.
    pub instance: Instance,
    /// The land of each.
    pub shapes: Vec<Shape>,
}

/// Names or positions of cells that must or must not change hands, and the least cell ranked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Terms {
    /// Demanded cells.
    pub demanded: Vec<String>,
    /// Kept cells.
    pub kept: Vec<String>,
    /// How far from the other side's land a cell may lie that changes hands; `None` for any.
    pub depth: Option<Length>,
    /// The least median cell that is ranked.
    pub least_cell: Area,
}

/// Who says how many people live where.
#[derive(Debug, Clone, Copy)]
pub enum People<'a> {
    /// Nobody: there is no data, which is not zero.
    Nobody,
    /// A list of settlements, each counted where its position lies.
    Sites(&'a [Site]),
    /// A raster, of whose pixels the parts on the land count.
    Raster(&'a Raster),
}

/// Slivers below this are where two lines were meant to be one.
const SLIVER: Area = Area::from_square_metres(1e4);

/// The instance of both sides' land, divided by the units, with the people of each cell.
///
/// # Assumptions
/// What may change hands lies in its side's territory, and the territories do not overlap.
///
/// # Errors
/// [`DivideError`] where the land cannot be divided, a named cell is not there, or the cells are
/// smaller than may be ranked.
pub fn land_instance(
    sides: &[LandSide; 2],
    units: &Units,
    people: People<'_>,
    terms: &Terms,
) -> Result<LandInstance, DivideError> {
    let budget = Budget::default();
    let mut cells: Vec<(Piece, HolderSide, Role)> = Vec::new();
    for (land, side) in sides.iter().zip([HolderSide::First, HolderSide::Second]) {
        for piece in divide(&land.divided, units, &budget)? {
            cells.push((piece, side, Role::Free));
        }
        check_size(&cells, terms)?;
        let add = |cells: &mut Vec<_>, name: &str, shape: &Shape, role| {
            let pieces = shape.pieces().into_iter().filter(|piece| area(piece) >= SLIVER);
            for (index, shape) in pieces.enumerate() {
                let name = format!("{name} {}", index + 1);
                cells.push((Piece { name, shape }, side, role));
            }
        };
        add(&mut cells, "all of it,", &land.whole, Role::Demanded);
        let rest = difference(&land.territory, &land.divided, &budget)?;
        let rest = difference(&rest, &land.whole, &budget)?;
        add(&mut cells, "the rest,", &rest, Role::Kept);
    }
    if let Some(depth) = terms.depth {
        keep_the_far(&mut cells, sides, depth);
    }
    for (names, role) in [(&terms.demanded, Role::Demanded), (&terms.kept, Role::Kept)] {
        for name in names {
            assign(&mut cells, name, role)?;
        }
    }
    instance_of(cells, people, &budget)
}

fn instance_of(
    cells: Vec<(Piece, HolderSide, Role)>,
    people: People<'_>,
    budget: &Budget,
) -> Result<LandInstance, DivideError> {
    let shapes: Vec<&Shape> = cells.iter().map(|(piece, _, _)| &piece.shape).collect();
    let borders: Vec<Border> = common_borders(&shapes, budget)?
        .into_iter()
        .map(|(a, b, length)| Border { cells: [a, b], length })
        .collect();
    let people = |piece: &Piece, role: Role| match people {
        _ if role == Role::Kept => None,
        People::Nobody | People::Sites([]) => None,
        People::Sites(sites) => Some(people_in(&piece.shape, sites)),
        People::Raster(raster) => {
            let sum = raster.sum_on(&piece.shape);
            (sum.known > 0.0).then_some(sum.best)
        }
    };
    let list = cells
        .iter()
        .map(|(piece, holder, role)| Cell {
            name: piece.name.clone(),
            holder: *holder,
            area: area(&piece.shape),
            people: people(piece, *role),
            role: *role,
        })
        .collect();
    let instance = Instance::new(list, &borders)?;
    let shapes = cells.into_iter().map(|(piece, _, _)| piece.shape).collect();
    Ok(LandInstance { instance, shapes })
}

/// The people known to live on the land.
fn people_in(land: &Shape, sites: &[Site]) -> f64 {
    let Some(bounds) = land.bounds() else { return 0.0 };
    let inside =
        sites.iter().filter(|site| bounds.covers(site.at) && land.covers_position(site.at));
    // Not `sum`: that of nothing is a negative zero.
    inside.map(|site| site.people).fold(0.0, |all, people| all + people)
}

/// No ranking below the least cell: the median of the cells divided so far is looked at.
fn check_size(cells: &[(Piece, HolderSide, Role)], terms: &Terms) -> Result<(), DivideError> {
    let mut areas: Vec<f64> = cells
        .iter()
        .filter(|(_, _, role)| *role == Role::Free)
        .map(|(piece, _, _)| area(&piece.shape).square_km())
        .collect();
    areas.sort_by(f64::total_cmp);
    let least_km2 = terms.least_cell.square_km();
    match areas.get(areas.len() / 2) {
        Some(square_km) if *square_km < least_km2 => {
            Err(DivideError::TooSmall { square_km: *square_km, least_km2 })
        }
        _ => Ok(()),
    }
}

/// Gives a role to the cells of that name, or the cell in which a position `LON,LAT` lies.
fn assign(
    cells: &mut [(Piece, HolderSide, Role)],
    name: &str,
    role: Role,
) -> Result<(), DivideError> {
    let position = name.split_once(',').and_then(|(lon, lat)| {
        Some(Position::new(lon.trim().parse().ok()?, lat.trim().parse().ok()?))
    });
    let mut any = false;
    for (piece, _, own) in cells.iter_mut().filter(|(_, _, own)| *own == Role::Free) {
        let meant = match position {
            Some(position) => piece.shape.covers_position(position),
            None => piece.name.to_lowercase() == name.to_lowercase(),
        };
        if meant {
            *own = role;
            any = true;
        }
    }
    if any { Ok(()) } else { Err(DivideError::NoSuchCell { name: name.to_owned() }) }
}

/// Cells farther from the other side's land than the depth are kept.
fn keep_the_far(cells: &mut [(Piece, HolderSide, Role)], sides: &[LandSide; 2], depth: Length) {
    for (piece, side, role) in cells.iter_mut().filter(|(_, _, role)| *role == Role::Free) {
        let across = &sides[side.other().index()].territory;
        let near = piece.shape.interior_point().and_then(|point| distance(point, across));
        if near.is_none_or(|near| near > depth) {
            *role = Role::Kept;
        }
    }
}
