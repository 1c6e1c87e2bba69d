//! Whether two reports tell what they share in the same order.

use super::{sheet::Sheet, wording::part};

/// The fewest shared things whose order says anything: of four, one order in 24 comes by chance.
const FEWEST: usize = 5;

/// The part of them that must stand in the same order.
const IN_ORDER: f64 = 0.8;

/// How many names, numbers and dates both have, where they first stand in the same order in both.
pub(crate) fn same_order(one: &Sheet<'_>, other: &Sheet<'_>) -> Option<usize> {
    let mut places: Vec<(usize, usize)> = Vec::new();
    let names = one.names.iter().filter_map(|(key, (_, at))| Some((*at, other.names.get(key)?.1)));
    let numbers = one.numbers.iter().filter_map(|(key, at)| Some((*at, *other.numbers.get(key)?)));
    let dates = one.dates.iter().filter_map(|(key, at)| Some((*at, *other.dates.get(key)?)));
    places.extend(names.chain(numbers).chain(dates));
    places.sort_unstable();
    let rising = longest_rise(places.iter().map(|(_, at)| *at));
    (places.len() >= FEWEST && part(rising, places.len()) >= IN_ORDER).then_some(places.len())
}

/// The length of the longest rising subsequence, by patience sorting.
fn longest_rise(places: impl Iterator<Item = usize>) -> usize {
    let mut piles: Vec<usize> = Vec::new();
    for place in places {
        let at = piles.partition_point(|top| *top < place);
        match piles.get_mut(at) {
            Some(top) => *top = place,
            None => piles.push(place),
        }
    }
    piles.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rise_may_skip() {
        assert_eq!(longest_rise([3, 1, 4, 1, 5, 9, 2, 6].into_iter()), 4);
        assert_eq!(longest_rise([].into_iter()), 0);
    }
}
