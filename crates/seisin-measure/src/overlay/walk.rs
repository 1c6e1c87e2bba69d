//! What each of two shapes has beyond the other, by walking along their lines from crossing to
//! crossing.

use super::budget::{Budget, OverlayError};
use crate::edge_index::{Edge, EdgeIndex};
use crate::locate::rings_around;
use crate::position::Position;
use crate::predicate::{Meeting, meet, side};
use crate::ring::Ring;
use crate::shape::Shape;
use std::ops::ControlFlow;

/// A closed line without the repetition of its first position.
type Line = Vec<Position>;

/// The lines around what the first of two shapes has and the second has not, then the other way
/// round: land on their left. `None` where the two touch or run along each other anywhere, or where
/// rounding leaves the order of crossings in doubt: such need an engine on a grid.
///
/// # Method
/// Where no line of one passes through a vertex of the other, the edge of what `one` has beyond
/// `other` is made of the stretches of its lines outside `other`, and of those of `other`'s inside it
/// taken backwards; each crossing joins two of them (after K. Weiler and P. Atherton, "Hidden Surface
/// Removal Using Polygon Area Sorting", SIGGRAPH 1977, DOI 10.1145/563858.563896). Crossings are found
/// with exact predicates; that a line goes in and out in turn, and where each line starts, is checked.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
pub(crate) fn walk(
    one: &Shape,
    other: &Shape,
    budget: &Budget,
) -> Result<Option<[Vec<Line>; 2]>, OverlayError> {
    let found = one.vertices() + other.vertices();
    if found > budget.vertices {
        return Err(OverlayError::TooManyVertices { found, limit: budget.vertices });
    }
    let sides = [Side::of(one), Side::of(other)];
    let Some(crossings) = crossings(&sides, budget)? else { return Ok(None) };
    let Some(first) = Stops::of(&sides[0], &sides[1], &crossings, 0) else { return Ok(None) };
    let Some(second) = Stops::of(&sides[1], &sides[0], &crossings, 1) else { return Ok(None) };
    let walked = |own: &Stops<'_>, met: &Stops<'_>| around(own, met, &crossings);
    Ok(walked(&first, &second).zip(walked(&second, &first)).map(|(a, b)| [a, b]))
}

/// One of two shapes: its lines and their edges in order.
struct Side<'s> {
    lines: Vec<&'s [Position]>,
    index: EdgeIndex,
}

impl<'s> Side<'s> {
    fn of(shape: &'s Shape) -> Self {
        let lines: Vec<&[Position]> = shape.rings().map(Ring::open).collect();
        Self { index: EdgeIndex::new(&lines), lines }
    }

    fn holds(&self, position: Position) -> bool {
        rings_around(&self.index, position, &mut 0).len() % 2 == 1
    }
}

/// Where an edge of the first shape crosses one of the second.
struct Crossing {
    position: Position,
    /// The line of each shape, the edge of it, and how far along that, as a share of it.
    places: [(usize, usize, f64); 2],
    /// Whether the line of the first goes into the land of the second there; that of the second then
    /// leaves the land of the first.
    enters: bool,
}

/// Every crossing; `None` where the lines meet otherwise anywhere.
fn crossings(
    sides: &[Side<'_>; 2],
    budget: &Budget,
) -> Result<Option<Vec<Crossing>>, OverlayError> {
    // The edges of the shape that has fewer are looked up among those of the other.
    let few = usize::from(sides[1].index.len() < sides[0].index.len());
    let (mut found, mut pairs) = (Vec::new(), 0_usize);
    for (ring, line) in sides[few].lines.iter().enumerate() {
        let ends = line.iter().zip(line.iter().cycle().skip(1)).map(|(a, b)| [*a, *b]);
        for (at, ends) in ends.enumerate() {
            let edge = Edge { ends, ring, at };
            let stopped = sides[1 - few].index.visit(edge.bounds(), &mut |met| {
                pairs += 1;
                let crossing = match meet(edge.ends, met.ends) {
                    Meeting::Apart => return ControlFlow::Continue(()),
                    Meeting::Cross if few == 0 => crossing(&edge, met),
                    Meeting::Cross => crossing(met, &edge),
                    Meeting::Overlap | Meeting::Touch(_) => None,
                };
                let Some(crossing) = crossing else { return ControlFlow::Break(()) };
                found.push(crossing);
                ControlFlow::Continue(())
            });
            if stopped.is_break() {
                return Ok(None);
            }
            if pairs > budget.edge_pairs {
                return Err(OverlayError::TooManyEdgePairs { limit: budget.edge_pairs });
            }
            if found.len() > budget.crossings {
                return Err(OverlayError::TooManyCrossings { limit: budget.crossings });
            }
        }
    }
    Ok(Some(found))
}

/// Where two edges cross that cross at a position inside both; `None` where that is rounded to an end.
fn crossing(one: &Edge, other: &Edge) -> Option<Crossing> {
    let share = |[a, b]: [Position; 2], [c, d]: [Position; 2]| {
        let off =
            |p: Position| (d.lon - c.lon) * (p.lat - c.lat) - (d.lat - c.lat) * (p.lon - c.lon);
        off(a) / (off(a) - off(b))
    };
    let (along, met) = (share(one.ends, other.ends), share(other.ends, one.ends));
    let position = one.ends[0].towards(one.ends[1], along);
    let ends = one.ends.iter().chain(&other.ends);
    let inside = |share: f64| 0.0 < share && share < 1.0;
    let [from, to] = other.ends;
    (inside(along) && inside(met) && ends.into_iter().all(|end| *end != position)).then(|| {
        Crossing {
            position,
            places: [(one.ring, one.at, along), (other.ring, other.at, met)],
            enters: side(from, to, one.ends[1]).is_gt(),
        }
    })
}

/// One shape's lines with the crossings on each, in order along it.
struct Stops<'s> {
    lines: &'s [&'s [Position]],
    /// Of each line, the crossings in order.
    on: Vec<Vec<usize>>,
    /// Of each crossing, its place in that order.
    place: Vec<usize>,
    /// Whether each line starts in the other shape's land.
    starts_inside: Vec<bool>,
    /// Which of the two places of a crossing is this shape's.
    which: usize,
}

impl<'s> Stops<'s> {
    /// `None` where rounding leaves the order of crossings in doubt.
    fn of(own: &'s Side<'s>, met: &Side<'_>, crossings: &[Crossing], which: usize) -> Option<Self> {
        let mut on = vec![Vec::new(); own.lines.len()];
        for (number, crossing) in crossings.iter().enumerate() {
            on[crossing.places[which].0].push(number);
        }
        let along = |number: &usize| {
            let (_, at, share) = crossings[*number].places[which];
            (at, share)
        };
        let enters = |number: usize| crossings[number].enters == (which == 0);
        let mut place = vec![0; crossings.len()];
        let mut starts_inside = Vec::with_capacity(own.lines.len());
        for (line, stops) in own.lines.iter().zip(&mut on) {
            stops.sort_by(|a, b| {
                let ((a_at, a_share), (b_at, b_share)) = (along(a), along(b));
                a_at.cmp(&b_at).then(a_share.total_cmp(&b_share))
            });
            let mut inside = met.holds(*line.first()?);
            starts_inside.push(inside);
            for (nth, number) in stops.iter().enumerate() {
                place[*number] = nth;
                let tied = nth > 0 && along(&stops[nth - 1]) == along(number);
                if tied || enters(*number) == inside {
                    return None;
                }
                inside = !inside;
            }
            if inside != *starts_inside.last()? {
                return None;
            }
        }
        Some(Self { lines: &own.lines, on, place, starts_inside, which })
    }

    /// The crossing after `number` on its line, with the vertices on the way to it.
    fn onward(
        &self,
        number: usize,
        crossings: &[Crossing],
    ) -> (usize, impl Iterator<Item = Position>) {
        let (line, at, _) = crossings[number].places[self.which];
        let (stops, positions) = (&self.on[line], self.lines[line]);
        let next = stops[(self.place[number] + 1) % stops.len()];
        (next, self.between(positions, at, (number, next), crossings))
    }

    /// The crossing before `number` on its line, with the vertices on the way back to it.
    fn back(
        &self,
        number: usize,
        crossings: &[Crossing],
    ) -> (usize, impl Iterator<Item = Position>) {
        let (line, ..) = crossings[number].places[self.which];
        let (stops, positions) = (&self.on[line], self.lines[line]);
        let before = stops[(self.place[number] + stops.len() - 1) % stops.len()];
        let (_, at, _) = crossings[before].places[self.which];
        let way: Vec<Position> = self.between(positions, at, (before, number), crossings).collect();
        (before, way.into_iter().rev())
    }

    /// The vertices of a line from one crossing, on the edge `at`, to the next.
    fn between(
        &self,
        positions: &'s [Position],
        at: usize,
        (from, to): (usize, usize),
        crossings: &[Crossing],
    ) -> impl Iterator<Item = Position> + use<'s> {
        let (_, end, _) = crossings[to].places[self.which];
        let round = self.place[to] <= self.place[from];
        let count = if round { positions.len() - at + end } else { end - at };
        positions.iter().cycle().skip(at + 1).take(count).copied()
    }
}

/// The lines around what `own` has and `met` has not; `None` where they do not close.
fn around(own: &Stops<'_>, met: &Stops<'_>, crossings: &[Crossing]) -> Option<Vec<Line>> {
    let mut lines: Vec<Line> = Vec::new();
    let whole = |stops: &Stops<'_>, inside: bool| -> Vec<Line> {
        let of = stops.lines.iter().zip(&stops.on).zip(&stops.starts_inside);
        of.filter(|((_, on), starts)| on.is_empty() && **starts == inside)
            .map(|((line, _), _)| line.to_vec())
            .collect()
    };
    lines.extend(whole(own, false));
    lines.extend(whole(met, true).into_iter().map(|line| line.into_iter().rev().collect()));
    let leaves = |number: usize| crossings[number].enters == (own.which == 1);
    let mut used = vec![false; crossings.len()];
    for start in (0..crossings.len()).filter(|number| leaves(*number)) {
        if used[start] {
            continue;
        }
        let (mut line, mut current) = (Line::new(), start);
        loop {
            if std::mem::replace(used.get_mut(current)?, true) {
                return None;
            }
            line.push(crossings[current].position);
            let (entry, way) = own.onward(current, crossings);
            line.extend(way);
            line.push(crossings[entry].position);
            let (exit, way) = met.back(entry, crossings);
            line.extend(way);
            if exit == start {
                break;
            }
            current = exit;
        }
        lines.push(line);
    }
    Some(lines)
}

/// Lines with land on their left as polygons, the exterior first, each line closed. `None` where a
/// hole lies in no exterior.
pub(crate) fn polygons(lines: &[Line]) -> Option<Vec<Vec<Line>>> {
    let twice: Vec<f64> = lines.iter().map(|line| twice_area(line)).collect();
    let (mut exteriors, mut holes): (Vec<usize>, Vec<usize>) =
        (0..lines.len()).partition(|at| twice[*at] > 0.0);
    holes.retain(|at| twice[*at] < 0.0);
    // The smallest first, so that the first one round a hole is its own.
    exteriors.sort_by(|a, b| twice[*a].total_cmp(&twice[*b]));
    let outer: Vec<&[Position]> = exteriors.iter().map(|at| lines[*at].as_slice()).collect();
    let index = EdgeIndex::new(&outer);
    let mut polygons: Vec<Vec<Line>> = outer.iter().map(|line| vec![closed(line)]).collect();
    for hole in holes {
        let around = rings_around(&index, *lines[hole].first()?, &mut 0);
        let own = around.first()?;
        polygons[*own].push(closed(&lines[hole]));
    }
    Some(polygons)
}

fn closed(line: &[Position]) -> Line {
    line.iter().chain(line.first()).copied().collect()
}

/// Twice the area in square degrees that a line encloses, positive where it runs counter-clockwise.
fn twice_area(line: &[Position]) -> f64 {
    let Some(origin) = line.first() else { return 0.0 };
    let next = line.iter().cycle().skip(1);
    line.iter()
        .zip(next)
        .map(|(a, b)| {
            (a.lon - origin.lon) * (b.lat - origin.lat)
                - (b.lon - origin.lon) * (a.lat - origin.lat)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ShapeLimits;

    fn land([west, south, east, north]: [f64; 4]) -> Shape {
        let p = Position::new;
        let ring =
            vec![p(west, south), p(east, south), p(east, north), p(west, north), p(west, south)];
        Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).unwrap().0
    }

    /// How many lines are walked on either side; `None` where the two are left to the engine.
    fn walked(one: [f64; 4], other: [f64; 4]) -> Option<[usize; 2]> {
        let found = walk(&land(one), &land(other), &Budget::default()).unwrap();
        found.map(|lines| lines.map(|lines| lines.len()))
    }

    #[test]
    fn lines_that_cross_are_walked_and_those_that_touch_are_not() {
        let square = [0., 0., 4., 4.];
        assert_eq!(walked(square, [1., -1., 2., 5.]), Some([2, 2]));
        assert_eq!(walked(square, [3., 3., 5., 5.]), Some([1, 1]));
        assert_eq!(walked(square, [1., 1., 2., 2.]), Some([2, 0]));
        assert_eq!(walked(square, [7., 7., 8., 8.]), Some([1, 1]));
        assert_eq!(walked(square, [4., 0., 8., 4.]), None, "a stretch of border in common");
        assert_eq!(walked(square, [4., 4., 8., 8.]), None, "a corner in common");
        assert_eq!(walked(square, [0., 1., 2., 3.]), None, "an edge on an edge");
    }

    #[test]
    fn holes_go_into_the_least_exterior_round_them() {
        let line =
            |[w, s, e, n]: [f64; 4]| land([w, s, e, n]).rings().next().unwrap().open().to_vec();
        let mut hole = line([2., 2., 3., 3.]);
        hole.reverse();
        let lines = [line([0., 0., 9., 9.]), hole, line([1., 1., 4., 4.])];
        let found = polygons(&lines).unwrap();
        let rings: Vec<usize> = found.iter().map(Vec::len).collect();
        assert_eq!(rings, [2, 1], "the smaller exterior comes first and has the hole");
        assert_eq!(polygons(&lines[1..2]), None);
    }
}
