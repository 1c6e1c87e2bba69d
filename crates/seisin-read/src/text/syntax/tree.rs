//! A sentence as a tree of words.

use super::{
    children::Children,
    clause::Clause,
    features::Seen,
    finite::{give_finite_verbs, unseen_verb},
    model::{Known, Model},
    opening,
    tags::{Label, Tag, TagSet},
};
use crate::text::{Prepared, QuoteSide, Sentence, Token, TokenKind};
use std::{
    cell::{OnceCell, RefCell},
    ops::Range,
};

thread_local! {
    /// What the model worked out before on this thread.
    static KNOWN: RefCell<Known> = RefCell::new(Known::default());
}

/// One word or mark of a [`Tree`].
#[derive(Debug, Clone)]
pub struct Word {
    /// Where, in bytes of the repaired text.
    pub range: Range<usize>,
    /// The word in lower case, its apostrophes straight.
    pub lower: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Its part of speech.
    pub tag: Tag,
    /// The word it hangs on; `None` for the root.
    pub head: Option<usize>,
    /// The part it plays there.
    pub label: Label,
}

/// A sentence's words, each hanging on another.
///
/// # Assumptions
/// The tree is what a statistical model makes of the sentence: right for about 17 of 20 words of
/// news text, so a rule that reads it must tolerate a wrong branch.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    words: Vec<Word>,
    children: Children,
    /// The clause of each word, once it was asked for; none of a tree that is not whole yet.
    clauses: Vec<OnceCell<Box<Clause>>>,
}

/// The tag, the head and the label of each word.
type Analysis = (Vec<Tag>, Vec<usize>, Vec<Label>);

fn analysed(seen: &[Seen], allowed: &[TagSet], lowers: &[&str]) -> Analysis {
    let Some(end) = opening::time_end(lowers) else {
        return analysed_plainly(seen, allowed, lowers);
    };
    let part = |words: Range<usize>| {
        let lowers = lowers.get(words.clone()).unwrap_or_default();
        let allowed = allowed.get(words.clone()).unwrap_or_default();
        analysed_plainly(seen.get(words).unwrap_or_default(), allowed, lowers)
    };
    opening::joined(part(0..end), part(end..lowers.len()))
}

fn analysed_plainly(seen: &[Seen], allowed: &[TagSet], lowers: &[&str]) -> Analysis {
    let model = Model::built_in();
    KNOWN.with_borrow_mut(|known| {
        let mut tags = model.tag(seen, allowed, known);
        give_finite_verbs(&mut tags, lowers);
        if let Some((at, tag)) = unseen_verb(model, (seen, &tags), lowers, known) {
            tags[at] = tag;
        }
        let (heads, labels) = super::segments::analysed(model, (seen, &tags), lowers, known);
        (tags, heads, labels)
    })
}

/// Puts the words that were analysed back among all words of their sentence; the others hang on the
/// main word.
fn put_back((tags, heads, labels): Analysis, outside: &[usize], count: usize) -> Analysis {
    let place = |at: usize| outside.get(at).copied().unwrap_or(count);
    let root = heads.iter().position(|head| *head >= outside.len()).map_or(count, place);
    let mut all_tags = vec![Tag::named("XX"); count];
    let mut all_heads = vec![root; count];
    let mut all_labels = vec![Label::named("dep"); count];
    for (at, (tag, (head, label))) in outside.iter().zip(tags.iter().zip(heads.iter().zip(labels)))
    {
        all_tags[*at] = *tag;
        all_heads[*at] = place(*head);
        all_labels[*at] = label;
    }
    (all_tags, all_heads, all_labels)
}

/// The most words of one sentence that are read; what stands after them is left out.
pub const MOST_WORDS: usize = 160;

impl Tree {
    /// The tree of one sentence.
    pub fn of(prepared: &Prepared, sentence: &Sentence) -> Self {
        Self::with_hints(prepared, sentence, &|_| TagSet::ALL)
    }

    /// The tree of one sentence whose words are known in part: `hint` gives the tags that the word
    /// at a range of the repaired text may have.
    pub fn with_hints(
        prepared: &Prepared,
        sentence: &Sentence,
        hint: &dyn Fn(&Range<usize>) -> TagSet,
    ) -> Self {
        Self::without(prepared, sentence, hint, &[])
    }

    /// The tree of the words of a sentence outside some stretches of the text, in order. Those within are
    /// kept in their places without being analysed: they have the tag `XX` and hang on the main word.
    pub(crate) fn without(
        prepared: &Prepared,
        sentence: &Sentence,
        hint: &dyn Fn(&Range<usize>) -> TagSet,
        apart: &[Range<usize>],
    ) -> Self {
        let ranges = words(prepared, prepared.tokens_of(sentence));
        let forms: Vec<&str> = ranges.iter().map(|range| prepared.slice(range.clone())).collect();
        let lowers: Vec<String> = forms.iter().map(|form| lower(form)).collect();
        let within = |range: &Range<usize>| apart.iter().any(|one| one.contains(&range.start));
        let outside: Vec<usize> = (0..ranges.len()).filter(|at| !within(&ranges[*at])).collect();
        let seen: Vec<Seen> = outside.iter().map(|at| Seen::of(forms[*at])).collect();
        let allowed: Vec<TagSet> = outside.iter().map(|at| hint(&ranges[*at])).collect();
        let own: Vec<&str> = outside.iter().map(|at| lowers[*at].as_str()).collect();
        let analysis = analysed(&seen, &allowed, &own);
        let (tags, heads, labels) = if outside.len() == ranges.len() {
            analysis
        } else {
            put_back(analysis, &outside, ranges.len())
        };
        let words = ranges
            .into_iter()
            .zip(&forms)
            .zip(lowers)
            .zip(tags)
            .zip(heads.iter().zip(labels))
            .map(|((((range, form), lower), tag), (head, label))| Word {
                range,
                lower,
                capital: form.chars().next().is_some_and(char::is_uppercase),
                tag,
                head: (*head < forms.len()).then_some(*head),
                label,
            })
            .collect();
        let mut tree = Self { words, children: Children::default(), clauses: Vec::new() };
        tree.set_right_within_reason();
        let heads: Vec<usize> =
            tree.words.iter().map(|word| word.head.unwrap_or(tree.words.len())).collect();
        tree.children = Children::of_heads(&heads);
        tree.clauses = vec![OnceCell::new(); heads.len()];
        tree
    }

    /// Sets right what grammar forbids; where that would hang a word below itself, all stays as
    /// the model has it.
    fn set_right_within_reason(&mut self) {
        let before: Vec<_> =
            self.words.iter().map(|word| (word.tag, word.head, word.label)).collect();
        self.set_right_marks_of_owners();
        self.set_right_owners();
        self.set_right_parts();
        self.set_right_compounds();
        self.set_right_joined_subjects();
        self.set_right_joined_objects();
        self.set_right_joined_clauses();
        self.set_right_joined_after();
        self.set_right_names_after_years();
        self.set_right_loose_subjects();
        self.set_right_agents();
        self.set_right_perfect_helpers();
        self.set_right_opening_nouns();
        self.set_right_names_of();
        self.set_right_that_relatives();
        self.set_right_conjunctions();
        self.set_right_intransitives();
        self.set_right_adjective_roots();
        self.set_right_relative_roots();
        self.set_right_noun_roots();
        self.set_right_told();
        self.set_right_told_predicates();
        self.set_right_bare_predicates();
        self.set_right_apposed_predicates();
        self.set_right();
        self.set_right_participles();
        self.set_right_fronted();
        self.set_right_perfect_subjects();
        self.set_right_objects();
        self.set_right_swapped_objects();
        self.set_right_perfects();
        self.set_right_asked_subjects();
        self.set_right_relatives();
        self.set_right_bare_relatives();
        self.set_right_opening_times();
        self.set_right_swallowed();
        self.set_right_lost_subjects();
        if self.has_circle() {
            for (word, before) in self.words.iter_mut().zip(before) {
                (word.tag, word.head, word.label) = before;
            }
        }
    }

    /// Whether a word hangs below itself.
    fn has_circle(&self) -> bool {
        let reaches_root = |at: usize| {
            std::iter::successors(Some(at), |at| self.head(*at)).take(self.len() + 1).count()
                <= self.len()
        };
        !(0..self.len()).all(reaches_root)
    }

    /// Sets right perfects that were read as "has" with an object: in "it has since declared the
    /// annexation" the participle is the verb.
    fn set_right_perfects(&mut self) {
        for helper in 0..self.words.len() {
            let has = matches!(self.lower(helper), "has" | "have" | "had" | "having");
            if has
                && !matches!(self.label(helper), "aux" | "aux:pass")
                && let Some(verb) = self.participle_after(helper)
            {
                let (above, label) = (self.head(helper), self.label(helper));
                let told = above.is_some_and(|above| above + 1 == helper && label == "advcl");
                let label = if told { "ccomp" } else { label };
                let object = self.head(verb).filter(|object| *object != helper && *object > verb);
                for at in 0..self.words.len() {
                    if at != verb
                        && (self.head(at) == Some(helper)
                            || self.head(at) == object && object.is_some() && at < verb)
                    {
                        let label = self.label(at);
                        self.hang(at, Some(verb), label);
                    }
                }
                if let Some(object) = object {
                    self.hang(object, Some(verb), "obj");
                }
                self.hang(verb, above, label);
                self.hang(helper, Some(verb), "aux");
            }
        }
    }

    /// The participle after a helping verb, adverbs between left out, that hangs as no verb would.
    fn participle_after(&self, helper: usize) -> Option<usize> {
        let asks = helper == 0 && self.lower(self.len().saturating_sub(1)) == "?";
        let noun = |at: usize| {
            asks && (matches!(self.tag(at), "DT" | "PRP$" | "JJ" | "POS" | "PRP")
                || self.tag(at).starts_with("NN"))
        };
        let between =
            |at: &usize| self.tag(*at).starts_with("RB") || self.lower(*at) == "since" || noun(*at);
        let reach = if asks { 7 } else { 4 };
        let verb = (helper + 1..helper + reach).find(|at| !between(at))?;
        let loose = matches!(
            self.label(verb),
            "cop" | "amod" | "acl" | "dep" | "advcl" | "compound" | "xcomp"
        );
        let below = self.head(verb) == Some(helper) && self.label(verb) == "ccomp";
        (self.tag(verb) == "VBN" && (loose || below)).then_some(verb)
    }

    /// Sets right relative clauses without a pronoun: in "the land Arland holds" and "the land his
    /// forces hold" the second noun is the verb's subject, the first what it is done to.
    fn set_right_relatives(&mut self) {
        for verb in 0..self.words.len() {
            if matches!(self.tag(verb), "VBZ" | "VBP" | "VBD" | "VBN")
                && let Some((noun, subject)) = self.unmarked_relative(verb)
            {
                let above = self.head(verb).filter(|above| *above < noun);
                self.hang(subject, Some(verb), "nsubj");
                if self.head(noun) == Some(verb) {
                    self.hang(noun, above, "obj");
                }
                self.hang(verb, Some(noun), "acl:relcl");
            }
        }
    }

    pub(super) fn hang(&mut self, at: usize, head: Option<usize>, label: &str) {
        if let Some(word) = self.words.get_mut(at) {
            (word.head, word.label) = (head, Label::named(label));
        }
    }

    pub(super) fn retag(&mut self, at: usize, tag: &str) {
        if let Some(word) = self.words.get_mut(at) {
            word.tag = Tag::named(tag);
        }
    }

    /// The noun and the subject of a relative clause without a pronoun, where a verb has one.
    fn unmarked_relative(&self, verb: usize) -> Option<(usize, usize)> {
        let of = |head: usize, labels: &[&str]| {
            (0..verb)
                .rev()
                .find(|at| self.head(*at) == Some(head) && labels.contains(&self.label(*at)))
        };
        let has_object =
            (verb..self.len()).any(|at| self.head(at) == Some(verb) && self.label(at) == "obj");
        let common = |at: usize| matches!(self.tag(at), "NN" | "NNS");
        let first = of(verb, &["nsubj", "nsubj:pass"])?;
        let definite = |noun: usize| {
            (noun.saturating_sub(3)..noun)
                .any(|at| self.head(at) == Some(noun) && self.label(at) == "det")
        };
        let beside = of(first, &["appos", "dep", "flat", "compound"]).filter(|at| *at > first);
        if let Some(subject) = beside {
            let joined = subject == first + 1
                && common(first)
                && definite(first)
                && self.head(verb).is_some();
            return (joined && !has_object && self.tag(subject).starts_with("NNP"))
                .then_some((first, subject));
        }
        let start =
            (0..first).rev().take_while(|at| self.head(*at) == Some(first)).last().unwrap_or(first);
        let noun = start
            .checked_sub(1)
            .filter(|noun| common(*noun) && self.head(*noun) == self.head(verb))?;
        let loose =
            matches!(self.label(verb), "xcomp" | "ccomp" | "advcl" | "dep" | "acl" | "parataxis");
        let object = matches!(self.label(noun), "obj" | "obl");
        (loose && object && definite(noun) && !has_object).then_some((noun, first))
    }

    /// Sets right what grammar forbids: a participle with an object of its own after a noun that
    /// nothing governs is that noun's verb ("Arland’s forces entered Sarn").
    fn set_right(&mut self) {
        let Some(root) = self.words.iter().position(|word| word.head.is_none()) else { return };
        let is_noun = self.words.get(root).is_some_and(|word| word.tag.name().starts_with("NN"));
        let verb = self.words.iter().position(|word| {
            word.head == Some(root) && word.label.name() == "acl" && word.tag.name() == "VBN"
        });
        let Some(verb) = verb.filter(|verb| is_noun && *verb > root) else { return };
        let has = |label: &str| {
            self.words.iter().any(|w| w.head == Some(verb) && w.label.name() == label)
        };
        let bare = |at: usize, word: &Word| {
            word.head == Some(verb)
                && at > verb
                && word.label.name() == "obl"
                && word.tag.name().starts_with("NN")
                && !super::clause::is_time(&word.lower)
                && !self.words.iter().any(|w| w.head == Some(at) && w.label.name() == "case")
        };
        let object = has("obj") || self.words.iter().enumerate().any(|(at, word)| bare(at, word));
        if !object || has("aux:pass") {
            return;
        }
        for (at, word) in self.words.iter_mut().enumerate() {
            if at == verb {
                (word.head, word.label, word.tag) = (None, Label::named("root"), Tag::named("VBD"));
            } else if at == root {
                (word.head, word.label) = (Some(verb), Label::named("nsubj"));
            } else if word.head == Some(root) && at > verb {
                word.head = Some(verb);
            }
        }
    }

    /// The clause of a word, worked out once.
    pub(super) fn clause(&self, at: usize, work: impl Fn() -> Clause) -> Clause {
        match self.clauses.get(at) {
            Some(kept) => Clause::clone(kept.get_or_init(|| Box::new(work()))),
            None => work(),
        }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The word at a place; `None` beyond the last.
    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The word in lower case; empty beyond the last.
    pub fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    /// The name of its tag; empty beyond the last.
    pub fn tag(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.tag.name())
    }

    /// The name of its label; empty beyond the last.
    pub fn label(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.label.name())
    }

    /// The word it hangs on.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.words.get(at).and_then(|word| word.head)
    }

    /// The words that hang on it, in order.
    pub fn children(&self, at: usize) -> &[usize] {
        self.children.of(at)
    }

    /// The first child with one of the labels.
    pub fn child(&self, at: usize, labels: &[&str]) -> Option<usize> {
        self.children_with(at, labels).next()
    }

    /// Every child with one of the labels.
    pub fn children_with<'a>(
        &'a self,
        at: usize,
        labels: &'a [&str],
    ) -> impl Iterator<Item = usize> + 'a {
        self.children(at).iter().copied().filter(move |child| {
            let label = self.label(*child);
            labels.iter().any(|one| is_same(one, label))
        })
    }

    /// Whether it is a verb form.
    pub fn is_verb(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| VERBS.holds(word.tag))
    }

    /// Whether it is a noun, a name, a number or a pronoun.
    pub fn is_nominal(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| NOMINALS.holds(word.tag))
    }

    /// Whether `at` is `above` or hangs below it.
    pub fn is_below(&self, at: usize, above: usize) -> bool {
        std::iter::successors(Some(at), |at| self.head(*at))
            .take(self.len() + 1)
            .any(|at| at == above)
    }

    /// The words of a branch, from the first to one past the last.
    pub fn branch(&self, at: usize) -> Range<usize> {
        self.branch_without(at, &|_| false)
    }

    /// The words of a branch, the sub-branches that `cut` names left out.
    pub fn branch_without(&self, at: usize, cut: &dyn Fn(usize) -> bool) -> Range<usize> {
        let mut reach = at..at + 1;
        let mut open: Vec<usize> = vec![at];
        while let Some(word) = open.pop() {
            reach = reach.start.min(word)..reach.end.max(word + 1);
            open.extend(self.children(word).iter().copied().filter(|child| !cut(*child)));
        }
        reach
    }

    /// Where some words stand, in bytes of the repaired text, marks at either end left out.
    pub fn range(&self, words: Range<usize>) -> Range<usize> {
        let inner = self.trim(words);
        let start = self.words.get(inner.start).map_or(0, |word| word.range.start);
        let end = inner.end.checked_sub(1).and_then(|last| self.words.get(last));
        start..end.map_or(start, |word| word.range.end.max(start))
    }

    /// Some words, marks at either end left out.
    pub fn trim(&self, words: Range<usize>) -> Range<usize> {
        let mark = |at: usize| matches!(self.tag(at), "," | "." | ":" | "``" | "''" | "NFP");
        let mut inner = words.start..words.end.min(self.len());
        while inner.start + 1 < inner.end && mark(inner.start) {
            inner.start += 1;
        }
        while inner.start + 1 < inner.end && mark(inner.end - 1) {
            inner.end -= 1;
        }
        inner
    }

    /// The words that begin inside a stretch of the repaired text.
    pub fn words_in(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.words.partition_point(|word| word.range.start < range.start);
        let end = self.words.partition_point(|word| word.range.start < range.end);
        start..end.max(start)
    }
}

/// The forms of verbs.
const VERBS: TagSet = TagSet::of(&["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]);

/// Nouns, names, numbers and pronouns.
const NOMINALS: TagSet =
    TagSet::of(&["NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "WDT", "DT", "EX"]);

/// Whether two labels are the same: they are short, and most differ in the first letters.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().eq(other.bytes())
}

/// Lower case, with straight apostrophes and without soft hyphens.
fn lower(form: &str) -> String {
    if form.is_ascii() {
        return form.to_ascii_lowercase();
    }
    form.chars()
        .filter(|c| *c != '\u{ad}')
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c })
        .collect()
}

/// The reader's tokens as the words of the treebanks: compounds with hyphens and abbreviations
/// whole, contracted verbs and "n’t" apart.
fn words(prepared: &Prepared, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::with_capacity(tokens.len());
    let mut joining = false;
    for (at, token) in tokens.iter().enumerate() {
        if words.len() >= MOST_WORDS {
            break;
        }
        let next = tokens.get(at + 1);
        let attached_next = next.is_some_and(|next| {
            next.is_attached() && matches!(next.kind, TokenKind::Word | TokenKind::Number)
        });
        let joins = match token.kind {
            TokenKind::Hyphen => token.is_attached() && attached_next,
            TokenKind::Period => token.is_attached() && goes_on(tokens, at + 1),
            TokenKind::Word if is_ordinal(prepared, tokens, at) => true,
            TokenKind::Word | TokenKind::Number => joining,
            _ => false,
        };
        let abbreviates = token.kind == TokenKind::Period
            && tokens.get(at.wrapping_sub(1)).is_some_and(|last| last.kind != TokenKind::Word);
        match words.last_mut() {
            Some(last) if joins && !abbreviates => last.end = token.range.end,
            _ => split(prepared.slice(token.range.clone()), token.range.start, &mut words),
        }
        joining = joins && token.kind == TokenKind::Hyphen;
    }
    words
}

/// Whether anything but the marks that close a quotation or a bracket follows.
fn goes_on(tokens: &[Token], at: usize) -> bool {
    let closes =
        |token: &Token| matches!(token.kind, TokenKind::Quote(QuoteSide::Close) | TokenKind::Close);
    tokens.get(at..).is_some_and(|rest| !rest.iter().all(closes))
}

/// Whether a token is the ending of the number right before it: "22nd".
fn is_ordinal(prepared: &Prepared, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.is_attached()) else { return false };
    let number = at.checked_sub(1).and_then(|before| tokens.get(before));
    number.is_some_and(|number| number.kind == TokenKind::Number)
        && matches!(prepared.slice(token.range.clone()), "st" | "nd" | "rd" | "th")
}

/// Cuts "isn’t" into "is" and "n’t", "he’d" into "he" and "’d".
fn split(form: &str, start: usize, words: &mut Vec<Range<usize>>) {
    let end = start + form.len();
    if !form.contains(['\'', '’', '‘', 'ʼ']) {
        words.push(start..end);
        return;
    }
    let plain = lower(form);
    let tail = ["n't", "'ll", "'re", "'ve", "'d", "'m"].iter().find(|tail| plain.ends_with(**tail));
    let cut = tail.filter(|tail| plain.len() > tail.len()).and_then(|tail| {
        form.char_indices().rev().nth(tail.chars().count() - 1).map(|(at, _)| start + at)
    });
    if let Some(cut) = cut {
        words.push(start..cut);
        words.push(cut..end);
    } else {
        words.push(start..end);
    }
}
