//! Where a copy's words differ.

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffKind {
    /// They stand in both.
    Same,
    /// Only the origin has them.
    Removed,
    /// Only the copy has them.
    Added,
}

/// Some words and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffPart {
    /// What became of them.
    pub kind: DiffKind,
    /// The words, one space between each.
    pub words: String,
}

/// The most words of either text that are compared; what stands after them is left out.
const MOST_WORDS: usize = 2_000;

/// Where a copy's words differ from the origin's.
///
/// # Method
/// The longest common subsequence of words, in the first 2,000 words of each.
///
/// # Example
/// ```
/// use seisin_read::text::origins::{DiffKind, word_diff};
/// let parts = word_diff("holds more than 400 miles", "holds just under 400 miles");
/// assert_eq!(parts[1].kind, DiffKind::Removed);
/// assert_eq!(parts[1].words, "more than");
/// assert_eq!(parts[2].words, "just under");
/// ```
pub fn word_diff(origin: &str, copy: &str) -> Vec<DiffPart> {
    let a: Vec<&str> = origin.split_whitespace().take(MOST_WORDS).collect();
    let b: Vec<&str> = copy.split_whitespace().take(MOST_WORDS).collect();
    let lengths = common_lengths(&a, &b);
    let mut parts = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let (left, right) = (a.get(i), b.get(j));
        match (left, right) {
            (Some(x), Some(y)) if x == y => {
                push(&mut parts, DiffKind::Same, x);
                (i, j) = (i + 1, j + 1);
            }
            (Some(x), _) if right.is_none() || lengths.at(i + 1, j) >= lengths.at(i, j + 1) => {
                push(&mut parts, DiffKind::Removed, x);
                i += 1;
            }
            (_, Some(y)) => {
                push(&mut parts, DiffKind::Added, y);
                j += 1;
            }
            _ => break,
        }
    }
    parts
}

struct Lengths {
    cells: Vec<u16>,
    width: usize,
}

impl Lengths {
    fn at(&self, i: usize, j: usize) -> u16 {
        self.cells.get(i * self.width + j).copied().unwrap_or(0)
    }
}

/// The length of the longest common subsequence of every pair of endings.
fn common_lengths(a: &[&str], b: &[&str]) -> Lengths {
    let width = b.len() + 1;
    let mut lengths = Lengths { cells: vec![0; (a.len() + 1) * width], width };
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let length = if x == y {
                lengths.at(i + 1, j + 1) + 1
            } else {
                lengths.at(i + 1, j).max(lengths.at(i, j + 1))
            };
            if let Some(cell) = lengths.cells.get_mut(i * width + j) {
                *cell = length;
            }
        }
    }
    lengths
}

fn push(parts: &mut Vec<DiffPart>, kind: DiffKind, word: &str) {
    match parts.last_mut() {
        Some(last) if last.kind == kind => {
            last.words.push(' ');
            last.words.push_str(word);
        }
        _ => parts.push(DiffPart { kind, words: word.to_owned() }),
    }
}
