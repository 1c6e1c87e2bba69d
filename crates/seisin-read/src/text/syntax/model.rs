//! The three models together: words to tags, to heads, to labels.

use super::{
    children::Children,
    features::{self, Arc, Seen},
    state::{State, Step},
    tags::{Label, Tag, TagSet},
    weights::{self, Row, Steps, Weights, best},
};
use std::sync::LazyLock;

/// The syntax of English as learned from the Universal Dependencies treebanks.
///
/// # Method
/// A greedy tagger and a greedy arc-hybrid parser, both averaged perceptrons (Collins 2002;
/// Goldberg and Nivre 2013), and a perceptron that names each arc of the finished tree. Trained by
/// `cargo run --release --example train_syntax` on the treebanks EWT (CC BY-SA 4.0) and GUM's open
/// genres (CC BY and public domain); `models/README.md` has the command, the licences and what
/// was measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'a> {
    parser: Steps<'a>,
    tagger: Weights<'a>,
    labeller: Weights<'a>,
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
const MAGIC: &[u8; 60] = b"seisin.syntax/2\n                                            ";

impl Model<'static> {
    /// The model committed with this crate, read where it lies.
    pub(crate) fn built_in() -> &'static Self {
        &BUILT_IN
    }
}

/// Writes a model of these rows.
pub(crate) fn to_bytes(tagger: &[Row], parser: &[Row], labeller: &[Row]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(weights::steps_to_bytes(parser));
    bytes.extend(weights::to_bytes(tagger, Tag::COUNT));
    bytes.extend(weights::to_bytes(labeller, Label::COUNT));
    bytes
}

impl<'a> Model<'a> {
    /// Reads a model; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (parser, rest) = Steps::from_bytes(rest)?;
        let (tagger, rest) = Weights::from_bytes(rest)?;
        let (labeller, rest) = Weights::from_bytes(rest)?;
        rest.is_empty().then_some(Self { parser, tagger, labeller })
    }

    /// The tag of each word, among those that `allowed` leaves.
    pub(crate) fn tag(&self, seen: &[Seen], allowed: &[TagSet]) -> Vec<Tag> {
        let mut tags = Vec::with_capacity(seen.len());
        for at in 0..seen.len() {
            let mut scores = [0; Tag::COUNT];
            self.tagger.add_all(&features::tagging(seen, &tags, at), &mut scores);
            let set = allowed.get(at).copied().unwrap_or(TagSet::ALL);
            tags.push(Tag(u8::try_from(best(&scores, |class| set.allows(class))).unwrap_or(0)));
        }
        tags
    }

    /// The head of each word.
    pub(crate) fn heads(&self, seen: &[Seen], tags: &[Tag]) -> Vec<usize> {
        let mut state = State::new(seen, tags);
        while !state.done() {
            let step = match state.only_step() {
                Some(step) => step,
                None => self.step(&state),
            };
            state.take(step);
        }
        state.heads
    }

    fn step(&self, state: &State<'_>) -> Step {
        let [left, right] = self.parser.above_first(&features::parsing(state));
        let class = best(&[0, left, right], |class| {
            Step::ALL.get(class).is_some_and(|step| state.allows(*step))
        });
        Step::ALL.get(class).copied().unwrap_or(Step::Shift)
    }

    /// The label of each word's arc.
    pub(crate) fn labels(&self, seen: &[Seen], tags: &[Tag], heads: &[usize]) -> Vec<Label> {
        let children = Children::of_heads(heads);
        let name = |at| {
            let mut scores = [0; Label::COUNT];
            let arc = Arc { seen, tags, heads, children: &children, at };
            self.labeller.add_all(&arc.features(), &mut scores);
            let root = heads.get(at) == Some(&heads.len());
            let class = best(&scores, |class| (class == 0) == root);
            Label(u8::try_from(class).unwrap_or(0))
        };
        (0..heads.len()).map(name).collect()
    }
}
