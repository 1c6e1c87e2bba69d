//! Training of the syntax models from treebanks in CoNLL-U; not used when reading.

use super::{
    arc::Arc,
    children::Children,
    features::{self, Around},
    model::{self, Known, Model},
    seen::{Beside, Seen},
    state::{State, Step},
    sure::{Counted, What},
    tags::{Label, Tag},
    weights::{self, Row},
};
use std::collections::HashMap;

/// A sentence with its tags, heads and labels.
#[derive(Debug, Clone, Default)]
pub struct Annotated {
    forms: Vec<String>,
    tags: Vec<Tag>,
    heads: Vec<usize>,
    labels: Vec<Label>,
}

/// How often a model was right on sentences it had not seen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    /// Words.
    pub words: usize,
    /// Words with the right tag.
    pub tags: usize,
    /// Words, punctuation apart.
    pub arcs: usize,
    /// Of these, with the right head.
    pub heads: usize,
    /// Of these, with the right head and label.
    pub labels: usize,
}

/// Reads sentences in CoNLL-U; words joined by hyphens without a space become one word, as the
/// reader's own tokens are.
pub fn read_conllu(text: &str) -> Vec<Annotated> {
    text.split("\n\n").filter_map(read_sentence).collect()
}

struct Line<'a> {
    form: &'a str,
    tag: &'a str,
    head: usize,
    label: &'a str,
    glued: bool,
}

fn read_sentence(block: &str) -> Option<Annotated> {
    let mut lines = Vec::new();
    for row in block.lines().filter(|row| !row.starts_with('#') && !row.is_empty()) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [id, form, _, _, tag, _, head, label, _, misc] = fields.as_slice() else { return None };
        if id.contains(['-', '.']) {
            continue;
        }
        let head = head.parse().ok()?;
        lines.push(Line { form, tag, head, label, glued: misc.contains("SpaceAfter=No") });
    }
    (!lines.is_empty()).then(|| join_hyphens(&lines))
}

fn groups(lines: &[Line<'_>]) -> Vec<usize> {
    let mut group = vec![0; lines.len()];
    let mut current = 0;
    for (at, place) in group.iter_mut().enumerate() {
        let glued = |i: usize| lines.get(i).is_some_and(|line| line.glued);
        let hyphen =
            |i: usize| lines.get(i).is_some_and(|line| line.tag == "HYPH" || line.tag == "AFX");
        if at > 0 && !(glued(at - 1) && (hyphen(at - 1) || hyphen(at))) {
            current += 1;
        }
        *place = current;
    }
    group
}

fn join_hyphens(lines: &[Line<'_>]) -> Annotated {
    let group = groups(lines);
    let count = group.last().map_or(0, |last| last + 1);
    let mut joined = Annotated {
        forms: vec![String::new(); count],
        tags: vec![Tag::named("XX"); count],
        heads: vec![count; count],
        labels: vec![Label::named("dep"); count],
    };
    for (at, line) in lines.iter().enumerate() {
        let mine = group[at];
        joined.forms[mine].push_str(line.form);
        let above = line.head.checked_sub(1).map_or(count, |head| group[head]);
        if above != mine {
            joined.tags[mine] = Tag::named(line.tag);
            joined.heads[mine] = above;
            joined.labels[mine] = Label::named(line.label);
        }
    }
    joined
}

impl Annotated {
    fn is_projective(&self) -> bool {
        let arcs: Vec<(usize, usize)> = self
            .heads
            .iter()
            .enumerate()
            .map(|(at, head)| (at.min(*head), at.max(*head)))
            .collect();
        !arcs.iter().any(|(a, b)| arcs.iter().any(|(c, d)| a < c && c < b && b < d))
    }

    fn seen(&self) -> Vec<Seen> {
        self.forms.iter().map(|form| Seen::of(form)).collect()
    }
}

#[derive(Default, Clone, Copy)]
struct Cell {
    weight: i32,
    total: i64,
    since: i64,
}

#[derive(Default)]
struct Perceptron {
    cells: HashMap<u32, Vec<(u8, Cell, u32)>>,
    now: i64,
}

impl Perceptron {
    fn scores(&self, features: &[u32], scores: &mut [i32]) {
        for (class, cell, _) in features.iter().filter_map(|f| self.cells.get(f)).flatten() {
            scores[usize::from(*class)] += cell.weight;
        }
    }

    fn learn(&mut self, features: &[u32], right: usize, wrong: usize) {
        for feature in features {
            self.bump(*feature, right, 1);
            self.bump(*feature, wrong, -1);
        }
    }

    fn bump(&mut self, feature: u32, class: usize, by: i32) {
        let class = u8::try_from(class).expect("classes are few");
        let row = self.cells.entry(feature).or_default();
        if !row.iter().any(|(known, _, _)| *known == class) {
            row.push((class, Cell { since: self.now, ..Cell::default() }, 0));
        }
        for (known, cell, updates) in row.iter_mut().filter(|(known, _, _)| *known == class) {
            debug_assert_eq!(*known, class);
            cell.total += (self.now - cell.since) * i64::from(cell.weight);
            cell.since = self.now;
            cell.weight += by;
            *updates += 1;
        }
    }

    /// The averaged weights, those of few updates left out.
    fn rows(&self, least_updates: u32) -> Vec<Row> {
        let mut rows: Vec<Row> = self
            .cells
            .iter()
            .filter_map(|(feature, row)| {
                let updates: u32 = row.iter().map(|(_, _, updates)| updates).sum();
                let mut pairs: Vec<(u8, i16)> = row
                    .iter()
                    .map(|(class, cell, _)| (*class, self.average(*cell)))
                    .filter(|(_, weight)| *weight != 0)
                    .collect();
                pairs.sort_unstable();
                (updates >= least_updates && !pairs.is_empty()).then_some((*feature, pairs))
            })
            .collect();
        rows.sort_unstable();
        rows
    }

    fn average(&self, cell: Cell) -> i16 {
        let total = cell.total + (self.now - cell.since) * i64::from(cell.weight);
        let scaled = total * 50 / self.now.max(1);
        i16::try_from(scaled).unwrap_or(if scaled > 0 { i16::MAX } else { i16::MIN })
    }
}

/// The order of sentences in a round: the same in every run.
fn order(count: usize, round: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64 ^ u64::try_from(round + 1).unwrap_or(1);
    for at in (1..count).rev() {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let other = usize::try_from(random % u64::try_from(at + 1).unwrap_or(1)).unwrap_or(0);
        order.swap(at, other);
    }
    order
}

fn train_tagger(sentences: &[Annotated], rounds: usize) -> Perceptron {
    let mut model = Perceptron::default();
    for round in 0..rounds {
        for at in order(sentences.len(), round) {
            let sentence = &sentences[at];
            let seen = sentence.seen();
            let mut tags = Vec::new();
            for word in 0..seen.len() {
                let features = Beside::of(&seen, &tags, word).all();
                let mut scores = [0; Tag::COUNT];
                model.scores(&features, &mut scores);
                let guess = weights::best(&scores, |_| true);
                let right = usize::from(sentence.tags[word].0);
                model.now += 1;
                if guess != right {
                    model.learn(&features, right, guess);
                }
                tags.push(Tag(u8::try_from(guess).unwrap_or(0)));
            }
        }
    }
    model
}

fn train_parser(sentences: &[Annotated], tags: &[Vec<Tag>], rounds: usize) -> Perceptron {
    let mut model = Perceptron::default();
    for round in 0..rounds {
        for at in order(sentences.len(), round) {
            if sentences[at].is_projective() {
                follow(&mut model, &sentences[at], &tags[at], round);
            }
        }
    }
    model
}

fn follow(model: &mut Perceptron, sentence: &Annotated, tags: &[Tag], round: usize) {
    let seen = sentence.seen();
    let mut state = State::new(&seen, tags);
    while !state.done() {
        let features = Around::of(&state).all();
        let mut scores = [0; 3];
        model.scores(&features, &mut scores);
        let allowed = |class: usize| state.allows(Step::ALL[class]);
        let cheapest = (0..3)
            .filter(|class| allowed(*class))
            .map(|class| state.cost(Step::ALL[class], &sentence.heads))
            .min()
            .unwrap_or(0);
        let good = |class: usize| {
            allowed(class) && state.cost(Step::ALL[class], &sentence.heads) == cheapest
        };
        let guess = weights::best(&scores, allowed);
        let right = weights::best(&scores, good);
        model.now += 1;
        if !good(guess) {
            model.learn(&features, right, guess);
        }
        let explore = round >= 1 && model.now % 10 != 0;
        state.take(Step::ALL[if explore { guess } else { right }]);
    }
}

fn train_labeller(sentences: &[Annotated], tags: &[Vec<Tag>], rounds: usize) -> Perceptron {
    let mut model = Perceptron::default();
    for round in 0..rounds {
        for sentence_at in order(sentences.len(), round) {
            let sentence = &sentences[sentence_at];
            let seen = sentence.seen();
            let below = Children::of_heads(&sentence.heads);
            for at in 0..seen.len() {
                let arc = Arc {
                    seen: &seen,
                    tags: &tags[sentence_at],
                    heads: &sentence.heads,
                    children: &below,
                    at,
                };
                let features = arc.features();
                let mut scores = [0; Label::COUNT];
                model.scores(&features, &mut scores);
                let guess = weights::best(&scores, |_| true);
                let right = usize::from(sentence.labels[at].0);
                model.now += 1;
                if guess != right {
                    model.learn(&features, right, guess);
                }
            }
        }
    }
    model
}

/// Trains the three models and gives the bytes to commit.
pub fn train(sentences: &[Annotated], rounds: usize, least_updates: u32) -> Vec<u8> {
    let tags = jackknife(sentences, rounds);
    let tagger = train_tagger(sentences, rounds).rows(least_updates);
    let parser = train_parser(sentences, &tags, rounds).rows(least_updates);
    let labeller = train_labeller(sentences, &tags, rounds).rows(least_updates);
    let bytes = model::to_bytes(&Counted::default(), &tagger, &parser, &labeller);
    let model = Model::from_bytes(&bytes).expect("what was just written is a model");
    model::to_bytes(&said(&model, sentences), &tagger, &parser, &labeller)
}

/// What a model says of some sentences, counted.
fn said(model: &Model<'_>, sentences: &[Annotated]) -> Counted {
    let (mut counted, mut known) = (Counted::default(), Known::default());
    for sentence in sentences {
        let seen = sentence.seen();
        let tags = model.tag(&seen, &[], &mut known);
        let heads = model.heads_by(&seen, &tags, &mut known, |state, step| {
            counted.count(What::Step, &features::sure_keys(state), step.class());
        });
        let labels = model.labels(&seen, &tags, &heads);
        let children = Children::of_heads(&heads);
        for at in 0..seen.len() {
            let beside = Beside::of(&seen, &tags[..at], at);
            counted.count(What::Tag, &beside.sure_keys(), tags[at].0);
            if heads[at] < seen.len() {
                let arc = Arc { seen: &seen, tags: &tags, heads: &heads, children: &children, at };
                counted.count(What::Label, &arc.sure_keys(), labels[at].0);
            }
        }
    }
    counted
}

/// Tags as the tagger gives them on sentences it was not trained on, so that the parser learns
/// from the mistakes it will meet.
fn jackknife(sentences: &[Annotated], rounds: usize) -> Vec<Vec<Tag>> {
    const FOLDS: usize = 4;
    let mut tags = vec![Vec::new(); sentences.len()];
    for fold in 0..FOLDS {
        let others: Vec<Annotated> = sentences
            .iter()
            .enumerate()
            .filter(|(at, _)| at % FOLDS != fold)
            .map(|(_, sentence)| sentence.clone())
            .collect();
        let rows = train_tagger(&others, rounds.min(5)).rows(1);
        let bytes = model::to_bytes(&Counted::default(), &rows, &[], &[]);
        let model = Model::from_bytes(&bytes).expect("what was just written is a model");
        let mut known = Known::default();
        for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
            tags[at] = model.tag(&sentence.seen(), &[], &mut known);
        }
    }
    tags
}

/// How often the model of these bytes is right on sentences it has not seen; `None` where the
/// bytes are no model.
pub fn score(bytes: &[u8], sentences: &[Annotated]) -> Option<Score> {
    let model = Model::from_bytes(bytes)?;
    let mut known = Known::default();
    let mut score = Score::default();
    for sentence in sentences {
        let seen = sentence.seen();
        let tags = model.tag(&seen, &[], &mut known);
        let heads = model.heads(&seen, &tags, &mut known);
        let labels = model.labels(&seen, &tags, &heads);
        for at in 0..seen.len() {
            score.words += 1;
            score.tags += usize::from(tags[at] == sentence.tags[at]);
            if sentence.labels[at].name() == "punct" {
                continue;
            }
            score.arcs += 1;
            let right = heads[at] == sentence.heads[at];
            score.heads += usize::from(right);
            score.labels += usize::from(right && labels[at] == sentence.labels[at]);
        }
    }
    Some(score)
}
