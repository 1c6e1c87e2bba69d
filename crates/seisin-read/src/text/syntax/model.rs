//! The three models together: words to tags, to heads, to labels.

use super::{
    arc::Arc,
    buckets::Bucket,
    children::Children,
    features::{self, Around},
    memo::Memo,
    seen::{Beside, Seen},
    state::{State, Step},
    sure::{Counted, Sure},
    tags::{Label, Tag, TagSet},
    weights::{self, Row, Steps, Weights, best, index},
};
use std::sync::LazyLock;

/// The syntax of English as learned from the Universal Dependencies treebanks.
///
/// # Method
/// A greedy tagger and a greedy arc-hybrid parser, both averaged perceptrons (Collins 2002;
/// Goldberg and Nivre 2013), and a perceptron that names each arc of the finished tree. Trained by
/// `cargo run --release --example train_syntax` on the treebanks EWT (CC BY-SA 4.0) and GUM's open
/// genres (CC BY and public domain); `models/README.md` has the command, the licences and what
/// was measured. What these models nearly always say is told by [`Sure`] without them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'a> {
    sure: Sure<'a>,
    parser: Steps<'a>,
    tagger: Weights<'a>,
    labeller: Weights<'a>,
}

/// What a model has worked out before: sums of weights that come again and again, as the tags around
/// a step do. They are the same however often they are worked out, so nothing read depends on them.
#[derive(Debug)]
pub(crate) struct Known {
    around: Memo<[i32; 2]>,
    ahead: Memo<[i32; 2]>,
    top: Memo<[i32; 2]>,
    below: Memo<[i32; 2]>,
    alone: Memo<[[i32; 2]; 6]>,
    words: Sums,
    turns: Sums,
}

impl Default for Known {
    fn default() -> Self {
        Self {
            around: Memo::new(1 << 12),
            ahead: Memo::new(1 << 12),
            top: Memo::new(1 << 12),
            below: Memo::new(1 << 12),
            alone: Memo::new(1 << 11),
            words: Sums(Memo::new(1 << 10)),
            turns: Sums(Memo::new(1 << 9)),
        }
    }
}

/// Sums of weights for every tag.
#[derive(Debug)]
struct Sums(Memo<TagScores>);

#[derive(Debug, Clone, Copy)]
struct TagScores([i32; Tag::COUNT]);

impl Default for TagScores {
    fn default() -> Self {
        Self([0; Tag::COUNT])
    }
}

impl Sums {
    /// Adds what was worked out from `key` to the scores.
    fn add(&mut self, key: u64, scores: &mut [i32; Tag::COUNT], work: impl FnOnce(&mut [i32])) {
        let Some((TagScores(sums), kept)) = self.0.place(key) else { return work(scores) };
        if !kept {
            sums.fill(0);
            work(sums);
        }
        for (score, sum) in scores.iter_mut().zip(sums) {
            *score += *sum;
        }
    }
}

/// Bytes that begin where a line of the processor's cache does, so that no bucket of the parser's
/// table lies across two.
#[repr(C, align(64))]
struct Aligned<T: ?Sized> {
    bytes: T,
}

static BYTES: &Aligned<[u8]> =
    &Aligned { bytes: *include_bytes!("../../../models/english.syntax") };

static BUILT_IN: LazyLock<Model<'static>> = LazyLock::new(|| {
    Model::from_bytes(&BYTES.bytes)
        .expect("the committed model was written by this crate's own training")
});

/// The first bytes of a model; they fill a line of the processor's cache but for the number that
/// follows them.
const MAGIC: &[u8; 60] = b"seisin.syntax/3\n                                            ";

/// What stands before the number of the parser's buckets, for the same reason.
const FILLER: &[u8; 60] = &[b' '; 60];

/// How many buckets of what is sure a written model has.
const SURE: u32 = 1 << 12;

impl Model<'static> {
    /// The model committed with this crate, read where it lies.
    pub(crate) fn built_in() -> &'static Self {
        &BUILT_IN
    }
}

/// Writes a model of these rows.
pub(crate) fn to_bytes(
    sure: &Counted,
    tagger: &[Row],
    parser: &[Row],
    labeller: &[Row],
) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(SURE.to_le_bytes());
    bytes.extend(sure.to_bytes(index(SURE)));
    bytes.extend(FILLER);
    bytes.extend(weights::steps_to_bytes(parser));
    bytes.extend(weights::to_bytes(tagger, Tag::COUNT));
    bytes.extend(weights::to_bytes(labeller, Label::COUNT));
    bytes
}

impl<'a> Model<'a> {
    /// Reads a model; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &'a [u8]) -> Option<Self> {
        let (count, rest) = bytes.strip_prefix(MAGIC)?.split_first_chunk::<4>()?;
        let count = index(u32::from_le_bytes(*count));
        let (sure, rest) = rest.split_at_checked(count.checked_mul(size_of::<Bucket>())?)?;
        let sure = count.is_power_of_two().then(|| Sure::new(sure.as_chunks().0))?;
        let rest = rest.strip_prefix(FILLER)?;
        let (parser, rest) = Steps::from_bytes(rest)?;
        let (tagger, rest) = Weights::from_bytes(rest)?;
        let (labeller, rest) = Weights::from_bytes(rest)?;
        rest.is_empty().then_some(Self { sure, parser, tagger, labeller })
    }

    /// The tag of each word, among those that `allowed` leaves.
    pub(crate) fn tag(&self, seen: &[Seen], allowed: &[TagSet], known: &mut Known) -> Vec<Tag> {
        let mut tags = Vec::with_capacity(seen.len());
        for at in 0..seen.len() {
            let set = allowed.get(at).copied().unwrap_or(TagSet::ALL);
            let beside = Beside::of(seen, &tags, at);
            let sure = self.sure.tag(&beside.sure_keys());
            let tag = sure
                .filter(|tag| set.holds(*tag))
                .unwrap_or_else(|| self.likeliest_tag(&beside, set, known));
            tags.push(tag);
        }
        tags
    }

    fn likeliest_tag(&self, beside: &Beside, set: TagSet, known: &mut Known) -> Tag {
        let scores = self.scores(beside, known);
        Tag(u8::try_from(best(&scores, |class| set.allows(class))).unwrap_or(0))
    }

    /// The likeliest of some tags for a word whose neighbours have theirs, and how much less likely it is
    /// than the tag the word has.
    pub(crate) fn likeliest_of(
        &self,
        (seen, tags): (&[Seen], &[Tag]),
        at: usize,
        set: TagSet,
        known: &mut Known,
    ) -> Option<(Tag, i32)> {
        let own = usize::from(tags.get(at)?.0);
        let scores = self.scores(&Beside::of(seen, tags, at), known);
        let other = best(&scores, |class| set.allows(class));
        let tag = Tag(u8::try_from(other).ok()?);
        Some((tag, scores.get(own)? - scores.get(other)?))
    }

    fn scores(&self, beside: &Beside, known: &mut Known) -> [i32; Tag::COUNT] {
        let mut scores = [0; Tag::COUNT];
        self.tagger.add_all(&beside.rest(), &mut scores);
        match beside.word_key() {
            Some(key) => known.words.add(key, &mut scores, |sums| {
                self.tagger.add_all(&beside.word(), sums);
            }),
            None => self.tagger.add_all(&beside.word(), &mut scores),
        }
        known.turns.add(beside.turn_key(), &mut scores, |sums| {
            self.tagger.add_all(&beside.turn(), sums);
        });
        scores
    }

    /// The head of each word.
    pub(crate) fn heads(&self, seen: &[Seen], tags: &[Tag], known: &mut Known) -> Vec<usize> {
        self.heads_by(seen, tags, known, |_, _| ())
    }

    /// The head of each word; each step that was open is told.
    pub(crate) fn heads_by(
        &self,
        seen: &[Seen],
        tags: &[Tag],
        known: &mut Known,
        mut told: impl FnMut(&State<'_>, Step),
    ) -> Vec<usize> {
        let mut state = State::new(seen, tags);
        let mut alone = Vec::with_capacity(seen.len() + 2);
        alone.extend((0..=seen.len()).map(|at| self.alone(&state, at, known)));
        alone.push(self.alone(&state, usize::MAX, known));
        while !state.done() {
            let step = state.only_step().unwrap_or_else(|| {
                let sure = self.sure.step(&features::sure_keys(&state));
                let step = sure
                    .filter(|step| state.allows(*step))
                    .unwrap_or_else(|| self.step(&state, &alone, known));
                told(&state, step);
                step
            });
            state.take(step);
        }
        state.heads
    }

    /// What a word by itself says in each of the six places where it may stand.
    fn alone(&self, state: &State<'_>, at: usize, known: &mut Known) -> [[i32; 2]; 6] {
        let (places, key) = features::alone(state, at);
        known.alone.get(key, || {
            [
                self.parser.above_first(&places.0),
                self.parser.above_first(&places.1),
                self.parser.above_first(&places.2),
                self.parser.above_first(&places.3),
                self.parser.above_first(&places.4),
                self.parser.above_first(&places.5),
            ]
        })
    }

    fn step(&self, state: &State<'_>, alone: &[[[i32; 2]; 6]], known: &mut Known) -> Step {
        let around = Around::of(state);
        let [mut left, mut right] = self.parser.above_first(&around.lexical());
        let mut add = |[more_left, more_right]: [i32; 2]| {
            left += more_left;
            right += more_right;
        };
        for (place, at) in state.six().into_iter().enumerate() {
            let sums = alone.get(at).or_else(|| alone.last()).and_then(|sums| sums.get(place));
            add(sums.copied().unwrap_or_default());
        }
        let parser = &self.parser;
        add(known.around.get(around.around_key(), || parser.above_first(&around.around())));
        add(known.ahead.get(around.ahead_key(), || parser.above_first(&around.ahead())));
        add(known.top.get(around.top_key(), || parser.above_first(&around.top())));
        add(known.below.get(around.below_key(), || parser.above_first(&around.below())));
        add(parser.above_first(&around.two()));
        add(parser.above_first(&around.deep()));
        add(parser.above_first(&around.next()));
        let class = best(&[0, left, right], |class| {
            Step::ALL.get(class).is_some_and(|step| state.allows(*step))
        });
        Step::ALL.get(class).copied().unwrap_or(Step::Shift)
    }

    /// The label of each word's arc.
    pub(crate) fn labels(&self, seen: &[Seen], tags: &[Tag], heads: &[usize]) -> Vec<Label> {
        let children = Children::of_heads(heads);
        let name = |at: usize| {
            if heads.get(at) == Some(&heads.len()) {
                return Label(0);
            }
            let arc = Arc { seen, tags, heads, children: &children, at };
            self.sure.label(&arc.sure_keys()).unwrap_or_else(|| {
                let mut scores = [0; Label::COUNT];
                self.labeller.add_all(&arc.features(), &mut scores);
                Label(u8::try_from(best(&scores, |class| class != 0)).unwrap_or(0))
            })
        };
        (0..heads.len()).map(name).collect()
    }
}
