//! The three models together: words to tags, to heads, to labels.

use super::{
    features::{self, Arc, Seen},
    state::{State, Step},
    tags::{Label, Tag, TagSet},
    weights::{Weights, best},
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
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) tagger: Weights,
    pub(crate) parser: Weights,
    pub(crate) labeller: Weights,
}

static BUILT_IN: LazyLock<Model> = LazyLock::new(|| {
    Model::from_bytes(include_bytes!("../../../models/english.syntax"))
        .expect("the committed model was written by this crate's own training")
});

impl Model {
    /// The model committed with this crate.
    pub(crate) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a model; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(b"seisin.syntax/1\n")?;
        let (tagger, rest) = Weights::from_bytes(rest)?;
        let (parser, rest) = Weights::from_bytes(rest)?;
        let (labeller, rest) = Weights::from_bytes(rest)?;
        rest.is_empty().then_some(Self { tagger, parser, labeller })
    }

    /// The tag of each word, among those that `allowed` leaves.
    pub(crate) fn tag(&self, forms: &[&str], seen: &[Seen], allowed: &[TagSet]) -> Vec<Tag> {
        let mut tags = Vec::with_capacity(forms.len());
        for at in 0..forms.len() {
            let mut scores = [0; Tag::COUNT];
            for feature in features::tagging(forms, seen, &tags, at) {
                self.tagger.add(feature, &mut scores);
            }
            let set = allowed.get(at).copied().unwrap_or(TagSet::ALL);
            tags.push(Tag(u8::try_from(best(&scores, |class| set.allows(class))).unwrap_or(0)));
        }
        tags
    }

    /// The head of each word.
    pub(crate) fn heads(&self, seen: &[Seen], tags: &[Tag]) -> Vec<usize> {
        let mut state = State::new(seen, tags);
        while !state.done() {
            let mut scores = [0; 3];
            for feature in features::parsing(&state) {
                self.parser.add(feature, &mut scores);
            }
            let class =
                best(&scores, |class| Step::ALL.get(class).is_some_and(|s| state.allows(*s)));
            state.take(Step::ALL.get(class).copied().unwrap_or(Step::Shift));
        }
        state.heads
    }

    /// The label of each word's arc.
    pub(crate) fn labels(&self, seen: &[Seen], tags: &[Tag], heads: &[usize]) -> Vec<Label> {
        let children = children(heads);
        let name = |at| {
            let mut scores = [0; Label::COUNT];
            for feature in (Arc { seen, tags, heads, children: &children, at }).features() {
                self.labeller.add(feature, &mut scores);
            }
            let root = heads.get(at) == Some(&heads.len());
            let class = best(&scores, |class| (class == 0) == root);
            Label(u8::try_from(class).unwrap_or(0))
        };
        (0..heads.len()).map(name).collect()
    }
}

/// The children of each word, in order.
pub(crate) fn children(heads: &[usize]) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); heads.len()];
    for (at, head) in heads.iter().enumerate() {
        if let Some(list) = children.get_mut(*head) {
            list.push(at);
        }
    }
    children
}
