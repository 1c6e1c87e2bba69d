//! The parser's state and its three steps.

use super::{
    seen::Seen,
    tags::{Tag, TagSet},
};

/// What may be a subject.
const NOMINAL: TagSet = TagSet::of(&["NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "CD", "DT"]);

/// A step of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Take the next word onto the stack.
    Shift,
    /// The top of the stack hangs on the next word.
    Left,
    /// The top of the stack hangs on the one below it.
    Right,
}

impl Step {
    /// The three, in the order of the model's classes.
    pub(crate) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];

    /// Its place among [`Self::ALL`].
    pub(crate) const fn class(self) -> u8 {
        match self {
            Self::Shift => 0,
            Self::Left => 1,
            Self::Right => 2,
        }
    }
}

/// What the parser has read and built: arc-hybrid, with the root after the last word.
///
/// # Method
/// Kuhlmann, Gómez-Rodríguez and Satta (2011); costs after Goldberg and Nivre (2013), "Training
/// deterministic parsers with non-deterministic oracles", TACL 1.
pub(crate) struct State<'a> {
    seen: &'a [Seen],
    tags: &'a [Tag],
    stack: Vec<usize>,
    next: usize,
    /// The head of each word, the number of words standing for the root.
    pub(crate) heads: Vec<usize>,
    left: Vec<(usize, u32)>,
    right: Vec<(usize, u32)>,
    subject: Vec<bool>,
    /// How many commas stand before each word.
    commas: Vec<usize>,
}

const NONE: usize = usize::MAX;

impl<'a> State<'a> {
    /// Before the first word.
    pub(crate) fn new(seen: &'a [Seen], tags: &'a [Tag]) -> Self {
        let words = seen.len() + 1;
        let comma = Tag::named(",");
        let mut commas = Vec::with_capacity(words);
        commas.push(0);
        commas.extend(tags.iter().scan(0, |count, tag| {
            *count += usize::from(*tag == comma);
            Some(*count)
        }));
        Self {
            seen,
            tags,
            stack: Vec::with_capacity(32),
            next: 0,
            heads: vec![NONE; seen.len()],
            left: vec![(NONE, 0); words],
            right: vec![(NONE, 0); words],
            subject: vec![false; words],
            commas,
        }
    }

    /// Whether nothing is left to do.
    pub(crate) fn done(&self) -> bool {
        self.stack.is_empty() && self.next >= self.seen.len()
    }

    /// The word at that depth of the stack.
    pub(crate) fn stack(&self, depth: usize) -> usize {
        self.stack
            .len()
            .checked_sub(depth + 1)
            .and_then(|i| self.stack.get(i))
            .copied()
            .unwrap_or(NONE)
    }

    /// The word that far into the buffer; the root stands after the last.
    pub(crate) fn buffer(&self, ahead: usize) -> usize {
        let at = self.next.saturating_add(ahead);
        if at <= self.seen.len() { at } else { NONE }
    }

    /// The words that the next step looks at: three of the stack, from its top, and three ahead.
    pub(crate) fn six(&self) -> [usize; 6] {
        [
            self.stack(0),
            self.stack(1),
            self.stack(2),
            self.buffer(0),
            self.buffer(1),
            self.buffer(2),
        ]
    }

    /// The word's number as a feature.
    pub(crate) fn word(&self, at: usize) -> u32 {
        self.seen.get(at).map_or_else(|| u32::from(at == self.seen.len()), |seen| seen.word)
    }

    /// The tag's number as a feature.
    pub(crate) fn tag(&self, at: usize) -> u32 {
        self.tags
            .get(at)
            .map_or_else(|| 97 + u32::from(at == self.seen.len()), |tag| u32::from(tag.0))
    }

    /// The word's leftmost child so far.
    pub(crate) fn leftmost(&self, at: usize) -> usize {
        self.left.get(at).map_or(NONE, |(child, _)| *child)
    }

    /// The word's rightmost child so far.
    pub(crate) fn rightmost(&self, at: usize) -> usize {
        self.right.get(at).map_or(NONE, |(child, _)| *child)
    }

    /// How many children stand before the word.
    pub(crate) fn left_count(&self, at: usize) -> u32 {
        self.left.get(at).map_or(0, |(_, count)| (*count).min(4))
    }

    /// How many children stand after the word.
    pub(crate) fn right_count(&self, at: usize) -> u32 {
        self.right.get(at).map_or(0, |(_, count)| (*count).min(4))
    }

    /// Whether a nominal already hangs before the word, as a subject would.
    pub(crate) fn subject(&self, at: usize) -> u32 {
        self.subject.get(at).map_or(2, |has| u32::from(*has))
    }

    /// Whether a comma stands between two words.
    pub(crate) fn comma_between(&self, from: usize, to: usize) -> bool {
        let (from, to) = (from.min(to), from.max(to).min(self.tags.len()));
        let before = |at: usize| self.commas.get(at).copied().unwrap_or(0);
        from < to && to - from < 40 && before(from) < before(to)
    }

    /// Whether a step is possible here.
    pub(crate) fn allows(&self, step: Step) -> bool {
        let at_root = self.next >= self.seen.len();
        match step {
            Step::Shift => !at_root,
            Step::Left => !self.stack.is_empty() && (!at_root || self.stack.len() == 1),
            Step::Right => self.stack.len() >= 2,
        }
    }

    /// The step to take where just one is possible.
    pub(crate) fn only_step(&self) -> Option<Step> {
        let mut possible = Step::ALL.into_iter().filter(|step| self.allows(*step));
        let first = possible.next()?;
        possible.next().is_none().then_some(first)
    }

    /// Takes a step that is possible.
    pub(crate) fn take(&mut self, step: Step) {
        match step {
            Step::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Step::Left => self.attach(self.next),
            Step::Right => self.attach(self.stack(1)),
        }
    }

    fn attach(&mut self, head: usize) {
        let Some(child) = self.stack.pop() else { return };
        if let Some(place) = self.heads.get_mut(child) {
            *place = head;
        }
        if child < head {
            if let Some((leftmost, count)) = self.left.get_mut(head) {
                *leftmost = if *leftmost == NONE { child } else { (*leftmost).min(child) };
                *count += 1;
            }
            let nominal = self.tags.get(child).is_some_and(|tag| NOMINAL.holds(*tag));
            if let Some(has) = self.subject.get_mut(head) {
                *has |= nominal;
            }
        } else if let Some((rightmost, count)) = self.right.get_mut(head) {
            *rightmost = if *rightmost == NONE { child } else { (*rightmost).max(child) };
            *count += 1;
        }
    }

    /// How many of the right arcs a step puts out of reach.
    pub(crate) fn cost(&self, step: Step, gold: &[usize]) -> usize {
        let (s0, s1) = (self.stack(0), self.stack(1));
        let buffered = |at: usize| at != NONE && at >= self.next;
        let head_of = |at: usize| gold.get(at).copied().unwrap_or(NONE);
        let children_ahead =
            |of: usize| (self.next..self.seen.len()).filter(|at| head_of(*at) == of).count();
        match step {
            Step::Shift => {
                let below = self.stack.iter().rev().skip(1).filter(|at| head_of(self.next) == **at);
                let children = self.stack.iter().filter(|at| head_of(**at) == self.next);
                below.count() + children.count()
            }
            Step::Left => {
                let lost = head_of(s0) != self.next && (head_of(s0) == s1 || buffered(head_of(s0)));
                usize::from(lost) + children_ahead(s0)
            }
            Step::Right => usize::from(buffered(head_of(s0))) + children_ahead(s0),
        }
    }
}
