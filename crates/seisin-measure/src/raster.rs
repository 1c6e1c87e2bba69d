//! Amounts spread over a grid of longitude and latitude, and how much of them lies on a shape.

use crate::{
    position::{Bounds, Position},
    ring::Ring,
    shape::Shape,
};
use std::ops::Range;

/// Lines on which a row of pixels is cut by the shape's edges.
const LINES: usize = 8;

/// Amounts by pixel, rows from north to south, columns from west to east.
///
/// # Units
/// Degrees; amounts are those of whole pixels (people, not people by km²).
#[derive(Debug, Clone, PartialEq)]
pub struct Raster {
    west: f64,
    north: f64,
    pixel: [f64; 2],
    width: usize,
    values: Vec<f32>,
}

/// How much lies on a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RasterSum {
    /// What lies on pixels wholly inside.
    pub low: f64,
    /// That, and of each pixel on the edge the part that is inside.
    pub best: f64,
    /// That, and all of each pixel on the edge.
    pub high: f64,
    /// The part of the shape for which the raster has a value, by degrees.
    pub known: f64,
}

impl Raster {
    /// A raster whose north-west corner is `corner`, with pixels of `pixel` degrees of longitude
    /// and latitude; a value that is no number is not known. `None` unless the rows are whole, not
    /// empty, and the pixels have a size.
    pub fn new(corner: Position, pixel: [f64; 2], width: usize, values: Vec<f32>) -> Option<Self> {
        let sized = pixel.iter().all(|side| side.is_finite() && *side > 0.0);
        let placed = corner.lon.is_finite() && corner.lat.is_finite();
        let whole = width > 0 && !values.is_empty() && values.len().is_multiple_of(width);
        let (west, north) = (corner.lon, corner.lat);
        (sized && placed && whole).then_some(Self { west, north, pixel, width, values })
    }

    /// The box it covers.
    pub fn bounds(&self) -> Bounds {
        let height = self.values.len() / self.width;
        Bounds {
            west: self.west,
            north: self.north,
            east: self.west + float(self.width) * self.pixel[0],
            south: self.north - float(height) * self.pixel[1],
        }
    }

    /// How much lies on the shape.
    ///
    /// # Assumptions
    /// What lies on a pixel is spread evenly over it.
    ///
    /// # Method
    /// Each row of pixels is cut along eight lines of latitude; between the places where a line
    /// meets the shape's edge its length inside is exact. Which pixels an edge passes through is
    /// found edge by edge, so that `low` and `high` hold whatever lies where on those.
    ///
    /// # Accuracy
    /// `best` lies between `low` and `high`; on a pixel the eight lines are off by a sixteenth of
    /// its height at most.
    pub fn sum_on(&self, shape: &Shape) -> RasterSum {
        let mut sum = RasterSum { low: 0.0, best: 0.0, high: 0.0, known: 0.0 };
        let edges: Vec<[Place; 2]> = shape
            .rings()
            .flat_map(Ring::edges)
            .map(|ends| ends.map(|end| self.place(end)))
            .collect();
        let Some(rows) = self.rows(&edges) else { return sum };
        let columns = self.columns(&edges);
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); rows.len() * LINES];
        let mut touched: Vec<Vec<Range<usize>>> = vec![Vec::new(); rows.len()];
        for edge in &edges {
            cross(*edge, &rows, &mut crossings);
            self.touch(*edge, &rows, &mut touched);
        }
        let mut covered = 0.0;
        for (at, row) in rows.enumerate() {
            let mut cover = Cover::of(columns.clone());
            for line in &mut crossings[at * LINES..(at + 1) * LINES] {
                line.sort_by(f64::total_cmp);
                line.chunks_exact(2).for_each(|pair| cover.add(pair[0], pair[1]));
            }
            covered += self.add_row(row, (&cover, &touched[at]), &mut sum);
        }
        let all: f64 = edges.iter().map(|[a, b]| (a.x * b.y - b.x * a.y) / 2.0).sum();
        sum.known = if all == 0.0 { 0.0 } else { (covered / all.abs()).min(1.0) };
        sum
    }

    /// Adds a row's pixels, and tells over how many of them the shape and a value lie.
    fn add_row(
        &self,
        row: usize,
        (cover, touched): (&Cover, &[Range<usize>]),
        sum: &mut RasterSum,
    ) -> f64 {
        let Range { start, end } = cover.columns;
        let mut on_edge = vec![false; end - start];
        for range in touched {
            on_edge[range.start - start..range.end - start].fill(true);
        }
        let values = &self.values[row * self.width + start..row * self.width + end];
        let mut known = 0.0;
        for ((part, value), on_edge) in cover.parts().zip(values).zip(on_edge) {
            let value = f64::from(*value);
            if value.is_nan() {
                continue;
            }
            known += part;
            sum.best += part * value;
            if on_edge {
                sum.high += value;
            } else if part > 0.5 {
                sum.low += value;
                sum.high += value;
            }
        }
        known
    }

    /// A position in pixels from the north-west corner.
    fn place(&self, position: Position) -> Place {
        Place {
            x: (position.lon - self.west) / self.pixel[0],
            y: (self.north - position.lat) / self.pixel[1],
        }
    }

    /// The rows that the edges reach; `None` where they reach none.
    fn rows(&self, edges: &[[Place; 2]]) -> Option<Range<usize>> {
        let height = self.values.len() / self.width;
        let ends = edges.iter().flatten().map(|place| place.y);
        let (top, bottom) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), y| {
            (top.min(y), bottom.max(y))
        });
        let rows = index(top, height)..(index(bottom, height) + 1).min(height);
        (bottom >= 0.0 && top <= float(height) && rows.start < rows.end).then_some(rows)
    }

    /// The columns that the edges reach.
    fn columns(&self, edges: &[[Place; 2]]) -> Range<usize> {
        let ends = edges.iter().flatten().map(|place| place.x);
        let (west, east) = ends
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(west, east), x| (west.min(x), east.max(x)));
        index(west, self.width)..(index(east, self.width) + 1).min(self.width)
    }

    /// Notes the pixels that an edge passes through, row by row.
    fn touch(&self, [a, b]: [Place; 2], rows: &Range<usize>, touched: &mut [Vec<Range<usize>>]) {
        let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
        let x_at = |y: f64| a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
        for row in index(top, rows.end)..(index(bottom, rows.end) + 1).min(rows.end) {
            if row < rows.start {
                continue;
            }
            let within = (top.max(float(row)), bottom.min(float(row + 1)));
            if within.0 > within.1 {
                continue;
            }
            let level = a.y.total_cmp(&b.y).is_eq();
            let ends = if level { [a.x, b.x] } else { [x_at(within.0), x_at(within.1)] };
            let (west, east) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            if east >= 0.0 && west <= float(self.width) {
                let columns =
                    index(west, self.width)..(index(east, self.width) + 1).min(self.width);
                touched[row - rows.start].push(columns);
            }
        }
    }
}

/// A position in pixels from the north-west corner.
#[derive(Debug, Clone, Copy)]
struct Place {
    x: f64,
    y: f64,
}

/// Notes where an edge crosses the lines of the rows.
fn cross([a, b]: [Place; 2], rows: &Range<usize>, crossings: &mut [Vec<f64>]) {
    let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
    let first = float(rows.start * LINES);
    // Line k lies at (k + ½) / LINES below the first row.
    let line = |y: f64| index(y * float(LINES) - 0.5 - first + 1.0, crossings.len());
    let (from, to) = (line(top), line(bottom));
    for (at, crossed) in crossings.iter_mut().enumerate().take(to).skip(from) {
        let y = (first + float(at) + 0.5) / float(LINES);
        crossed.push(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)));
    }
}

/// How much of each pixel of a row is covered, in lines.
struct Cover {
    /// The columns of the row that are looked at.
    columns: Range<usize>,
    /// What covers parts of pixels.
    parts: Vec<f64>,
    /// How many more lines cover a pixel wholly than the one before it.
    more: Vec<f64>,
}

impl Cover {
    fn of(columns: Range<usize>) -> Self {
        let width = columns.len();
        Self { columns, parts: vec![0.0; width], more: vec![0.0; width + 1] }
    }

    /// A line is covered from `west` to `east`.
    fn add(&mut self, west: f64, east: f64) {
        let width = self.parts.len();
        let within = |x: f64| (x - float(self.columns.start)).clamp(0.0, float(width));
        let (west, east) = (within(west), within(east));
        let (first, last) = (index(west, width), index(east, width));
        if first == last {
            if let Some(part) = self.parts.get_mut(first) {
                *part += east - west;
            }
            return;
        }
        self.parts[first] += float(first + 1) - west;
        self.more[first + 1] += 1.0;
        self.more[last] -= 1.0;
        if let Some(part) = self.parts.get_mut(last) {
            *part += east - float(last);
        }
    }

    /// The covered part of each pixel.
    fn parts(&self) -> impl Iterator<Item = f64> + '_ {
        let mut whole = 0.0;
        self.parts.iter().zip(&self.more).map(move |(part, more)| {
            whole += more;
            ((whole + part) / float(LINES)).clamp(0.0, 1.0)
        })
    }
}

fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The whole number below, between 0 and `most`.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 0 and a number of pixels before"
)]
fn index(value: f64, most: usize) -> usize {
    value.floor().clamp(0.0, float(most)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validity::ShapeLimits;

    /// 4 × 3 pixels of a degree, from 10 E 53 N.
    fn raster(values: [f32; 12]) -> Raster {
        Raster::new(Position::new(10.0, 53.0), [1.0, 1.0], 4, values.to_vec()).expect("a raster")
    }

    fn shape(ring: &[(f64, f64)]) -> Shape {
        let ring = ring.iter().map(|(lon, lat)| Position::new(*lon, *lat)).collect();
        Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).expect("a shape").0
    }

    fn rectangle([west, south, east, north]: [f64; 4]) -> Shape {
        shape(&[(west, south), (east, south), (east, north), (west, north), (west, south)])
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
    }

    const COUNTS: [f32; 12] =
        [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0, 0.0];

    #[test]
    fn parts_of_pixels_count_in_part() {
        for (bounds, expected) in [
            ([10.0, 50.0, 14.0, 53.0], 2047.0),
            ([11.0, 51.0, 12.0, 52.0], 32.0),
            ([11.25, 51.0, 12.5, 52.0], 32.0 * 0.75 + 64.0 * 0.5),
            ([11.0, 51.5, 12.0, 52.5], 16.0 + 1.0),
            ([0.0, 40.0, 60.0, 70.0], 2047.0),
            ([12.25, 50.0, 12.75, 51.0], 512.0),
        ] {
            near(raster(COUNTS).sum_on(&rectangle(bounds)).best, expected);
        }
        let triangle = shape(&[(10.0, 50.0), (14.0, 50.0), (10.0, 53.0), (10.0, 50.0)]);
        let even = raster([1.0; 12]).sum_on(&triangle);
        near(even.best, 6.0);
        near(even.known, 1.0);
    }

    #[test]
    fn a_hole_is_left_out() {
        let ring = |[w, s, e, n]: [f64; 4]| {
            [(w, s), (e, s), (e, n), (w, n), (w, s)].map(|(x, y)| Position::new(x, y)).to_vec()
        };
        let rings = vec![vec![ring([10.0, 50.0, 14.0, 53.0]), ring([11.0, 51.0, 12.0, 52.0])]];
        let holed = Shape::from_rings(rings, &ShapeLimits::default()).expect("a shape").0;
        near(raster(COUNTS).sum_on(&holed).best, 2047.0 - 32.0);
    }

    #[test]
    fn low_and_high_are_the_pixels_within_and_those_touched() {
        let sum = raster(COUNTS).sum_on(&rectangle([10.5, 50.5, 13.5, 52.5]));
        near(sum.low, 32.0 + 64.0);
        near(sum.high, 2047.0);
        assert!(sum.low <= sum.best && sum.best <= sum.high);
    }

    #[test]
    fn what_nobody_counted_is_not_zero() {
        let mut values = COUNTS;
        values[5] = f32::NAN;
        let sum = raster(values).sum_on(&rectangle([11.0, 51.0, 13.0, 52.0]));
        near(sum.best, 64.0);
        near(sum.known, 0.5);
        let outside = raster(COUNTS).sum_on(&rectangle([20.0, 51.0, 23.0, 52.0]));
        near(outside.known, 0.0);
        let half_outside = raster(COUNTS).sum_on(&rectangle([13.0, 51.0, 15.0, 52.0]));
        near(half_outside.known, 0.5);
        near(half_outside.best, 128.0);
    }

    /// Land cut in two has the people of both parts.
    #[test]
    fn parts_add_up() {
        let values: Vec<f32> = (0..10_000_u16).map(|at| f32::from(at % 97)).collect();
        let raster =
            Raster::new(Position::new(30.0, 51.0), [0.01, 0.01], 100, values).expect("a raster");
        let disc: Vec<(f64, f64)> = (0..=360_u16)
            .map(|at| f64::from(at % 360).to_radians())
            .map(|turn| (30.5 + 0.4 * turn.cos(), 50.5 + 0.3 * turn.sin()))
            .collect();
        let whole = shape(&disc);
        let cut = |bounds| {
            crate::intersection(&whole, &rectangle(bounds), &crate::Budget::default())
                .expect("it can be cut")
        };
        let parts = [[30.0, 50.0, 30.4567, 51.0], [30.4567, 50.0, 31.0, 51.0]].map(cut);
        let [west, east] = parts.map(|part| raster.sum_on(&part).best);
        let all = raster.sum_on(&whole).best;
        assert!(((west + east) / all - 1.0).abs() < 1e-6, "{west} + {east} for {all}");
    }

    #[test]
    fn a_raster_has_whole_rows_and_pixels_with_a_size() {
        let corner = Position::new(10.0, 53.0);
        assert!(Raster::new(corner, [1.0, 1.0], 5, vec![0.0; 12]).is_none());
        assert!(Raster::new(corner, [0.0, 1.0], 4, vec![0.0; 12]).is_none());
        assert!(Raster::new(corner, [1.0, f64::NAN], 4, vec![0.0; 12]).is_none());
        assert!(Raster::new(corner, [1.0, 1.0], 0, Vec::new()).is_none());
    }
}
