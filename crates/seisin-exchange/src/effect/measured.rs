//! What an exchange would measure.

use super::{
    access::Access,
    enclaves::Enclaves,
    figure::{Change, Figure},
    given::{Basis, Count, Settlement},
    settings::EvaluateSettings,
};
use seisin_core::{Area, Band, Date, Length, PartyId, Timestamp};
use seisin_measure::{
    Neck, Polygon, Ring, Shape, ShapeLimits, area, moment_compactness, narrowest, perimeter,
};
use std::f64::consts::PI;

/// What stands over every figure of an exchange.
pub const HYPOTHETICAL: &str = "hypothetical: no party proposed this";

/// What goes with every figure of an exchange, also into files.
pub const DISCLAIMER: &str = "Arithmetic on maps, not a recommendation. It says what two stretches \
of land measure on the maps named, on the date named. It does not say whose land they are of right, \
what they are worth, or what the people who live there want.";

/// What an exchange would measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Always [`HYPOTHETICAL`]: an offer on record is shown beside it, never measured as if it
    /// were this exchange.
    pub hypothetical: &'static str,
    /// Always [`DISCLAIMER`].
    pub disclaimer: &'static str,
    /// The day whose situation is measured.
    pub on: Option<Date>,
    /// The state of knowledge it is measured by.
    pub known_on: Option<Timestamp>,
    /// Both sides, in the order they were given in.
    pub sides: [SideEffect; 2],
    /// The land the first gives over the land the second gives.
    ///
    /// # Method
    /// The quotient of the two areas; its low and high take each area at its worst.
    pub ratio: Figure<Band>,
    /// The line where the two territories meet.
    ///
    /// # Method
    /// [`seisin_measure::common_border`] of what each side holds, before and after.
    pub line: Figure<Change<Length>>,
    /// What a reader has to know beside the figures.
    pub notes: Vec<String>,
    /// How it was measured.
    pub settings: EvaluateSettings,
}

/// What an exchange would mean to one side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideEffect {
    /// The side.
    pub party: PartyId,
    /// Where the land it would give comes from.
    pub basis: Basis,
    /// The people who live on what it would give.
    pub people: Figure<Count>,
    /// The settlements on what it would give.
    pub settlements: Figure<Count>,
    /// Those of them that are named, the most people first.
    pub listed: Vec<Settlement>,
    /// How far their people live from a town of their own side, before and after.
    pub access: Figure<Access>,
    /// The land it would give, in square metres.
    ///
    /// # Method
    /// [`seisin_measure::area`], with the error of each stretch of edge times its length.
    pub gives: Band,
    /// The pieces that land is in.
    pub pieces_given: usize,
    /// All it holds.
    pub territory: Figure<Change<Territory>>,
    /// Pieces of it that the other side encloses.
    pub enclaves: Figure<Change<Enclaves>>,
}

/// The land one side holds, measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Territory {
    /// The land.
    pub shape: Shape,
    /// How much it is.
    pub area: Area,
    /// How long its edge is, holes included.
    pub perimeter: Length,
    /// The pieces it is in. Two that touch in single positions only are two.
    pub pieces: usize,
    /// The holes in it: land or water that it surrounds and does not hold.
    pub holes: usize,
    /// Pieces and holes smaller than the settings count.
    pub too_small: usize,
    /// How compact it is by how far it lies from its own middle
    /// ([`seisin_measure::moment_compactness`]).
    pub moment: Option<f64>,
    /// Its narrowest place ([`seisin_measure::narrowest`]), that of the narrowest piece.
    pub neck: Option<Neck>,
}

/// A line across counts as a neck where it leaves that share of the piece on either side.
pub const NECK_SHARE: f64 = 0.05;

impl Territory {
    /// The territory that `shape` is.
    pub(crate) fn of(shape: Shape, least_piece: Area) -> Self {
        let counted = |piece: Area| piece >= least_piece;
        let pieces = shape.pieces().iter().filter(|piece| counted(area(piece))).count();
        let holes = shape.polygons().iter().flat_map(Polygon::interiors);
        let (holes, small): (Vec<Area>, Vec<Area>) =
            holes.map(|hole| area(&enclosed(hole))).partition(|hole| counted(*hole));
        Self {
            area: area(&shape),
            perimeter: perimeter(&shape),
            too_small: shape.polygons().len() - pieces + small.len(),
            pieces,
            holes: holes.len(),
            moment: moment_compactness(&shape),
            neck: neck(&shape, least_piece),
            shape,
        }
    }

    /// How compact it is: 1 for a disc, less the longer its edge is for its area.
    ///
    /// # Method
    /// 4πA/P² (D. D. Polsby and R. D. Popper, "The Third Criterion", Yale Law & Policy Review 9,
    /// 1991, p. 301), with area and perimeter on the ellipsoid. The finer a line is drawn, the
    /// lower it comes out: compare only territories of one source.
    ///
    /// `None` for no land.
    pub fn polsby_popper(&self) -> Option<f64> {
        let edge = self.perimeter.metres();
        (edge > 0.0).then(|| 4.0 * PI * self.area.square_metres() / (edge * edge))
    }
}

fn neck(shape: &Shape, least_piece: Area) -> Option<Neck> {
    let counted = shape.pieces().into_iter().filter(|piece| area(piece) >= least_piece);
    let necks = counted.filter_map(|piece| narrowest(piece.polygons().first()?, NECK_SHARE));
    necks.min_by(|a, b| a.width.metres().total_cmp(&b.width.metres()))
}

/// The land that a ring encloses.
pub(super) fn enclosed(ring: &Ring) -> Shape {
    // The ring has been taken in before, within whatever limits its reader set.
    let limits =
        ShapeLimits { positions: usize::MAX, edge_pairs: usize::MAX, ..ShapeLimits::default() };
    let alone = Shape::from_rings(vec![vec![ring.positions().to_vec()]], &limits);
    alone.expect("a ring of a shape encloses a shape of its own").0
}
