//! The closed lists of tags and labels that the models use.

/// The part of speech of a word, as the Penn Treebank names it (`VBD`, `NNP` …).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub(crate) u8);

/// The part a word plays for its head, as Universal Dependencies names it (`nsubj`, `obl` …).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(pub(crate) u8);

const TAGS: [&str; 50] = [
    "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "PDT", "WDT", "WP", "WP$", "WRB", "CD", "JJ",
    "JJR", "JJS", "RB", "RBR", "RBS", "RP", "IN", "TO", "CC", "MD", "VB", "VBD", "VBG", "VBN",
    "VBP", "VBZ", "EX", "POS", "UH", "FW", "SYM", "LS", "$", "#", ",", ".", ":", "``", "''",
    "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "AFX", "XX",
];

const LABELS: [&str; 37] = [
    "root",
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:tmod",
    "nmod",
    "nmod:poss",
    "case",
    "det",
    "amod",
    "nummod",
    "compound",
    "compound:prt",
    "flat",
    "appos",
    "conj",
    "cc",
    "punct",
    "mark",
    "aux",
    "aux:pass",
    "cop",
    "advmod",
    "acl",
    "acl:relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "csubj",
    "parataxis",
    "expl",
    "fixed",
    "orphan",
    "dep",
];

/// The tags that a word may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TagSet(u64);

impl TagSet {
    /// Every tag.
    pub const ALL: Self = Self(u64::MAX);

    /// The tags of these names.
    pub const fn of(names: &[&str]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < names.len() {
            set |= 1 << Tag::named(names[at]).0;
            at += 1;
        }
        Self(set)
    }

    /// Every tag but these.
    pub const fn without(names: &[&str]) -> Self {
        Self(!Self::of(names).0)
    }

    /// Whether a tag is among them.
    pub(crate) const fn holds(self, tag: Tag) -> bool {
        self.0 & (1 << tag.0) != 0
    }

    /// Whether the tag of that number is among them.
    pub(crate) fn allows(self, class: usize) -> bool {
        class < 64 && self.0 & (1 << class) != 0
    }

    /// Adds a tag.
    pub(crate) const fn add(&mut self, tag: Tag) {
        self.0 |= 1 << tag.0;
    }

    /// Whether a tag is in both.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Some labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LabelSet(u64);

impl LabelSet {
    /// No label.
    pub(crate) const NONE: Self = Self(0);

    /// The labels of these names.
    pub(crate) const fn of(names: &[&str]) -> Self {
        let mut set = Self::NONE;
        let mut at = 0;
        while at < names.len() {
            set.add(Label::named(names[at]));
            at += 1;
        }
        set
    }

    /// Adds a label.
    pub(crate) const fn add(&mut self, label: Label) {
        self.0 |= 1 << label.0;
    }

    /// Whether a label is in both.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Where a name stands in a list; its length where it is not there.
const fn position(list: &[&str], name: &[u8]) -> u8 {
    let (mut at, mut number) = (0, 0);
    while at < list.len() && !is_same(list[at].as_bytes(), name) {
        at += 1;
        number += 1;
    }
    number
}

/// Whether two names are the same.
const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    one.len() == other.len() && at == one.len()
}

/// The part of a label before its subtype.
const fn plain(name: &[u8]) -> &[u8] {
    let mut at = 0;
    while at < name.len() && name[at] != b':' {
        at += 1;
    }
    name.split_at(at).0
}

impl Tag {
    /// How many there are.
    pub(crate) const COUNT: usize = TAGS.len();

    /// The tag of that name; what no model knows is `XX`, the last.
    pub(crate) const fn named(name: &str) -> Self {
        let number = position(&TAGS, name.as_bytes());
        if number < Self::LAST { Self(number) } else { Self(Self::LAST) }
    }

    const LAST: u8 = position(&TAGS, b"XX");

    /// Its name.
    pub fn name(self) -> &'static str {
        TAGS.get(usize::from(self.0)).copied().unwrap_or("XX")
    }
}

impl Label {
    /// How many there are.
    pub(crate) const COUNT: usize = LABELS.len();

    /// The label of that name, without the subtype where only the plain one is known; what no model knows is
    /// `dep`, the last.
    pub(crate) const fn named(name: &str) -> Self {
        let name = name.as_bytes();
        let whole =
            position(&LABELS, if is_same(name, b"obl:unmarked") { b"obl:tmod" } else { name });
        let number = if whole <= Self::LAST { whole } else { position(&LABELS, plain(name)) };
        if number < Self::LAST { Self(number) } else { Self(Self::LAST) }
    }

    const LAST: u8 = position(&LABELS, b"dep");

    /// Its name.
    pub fn name(self) -> &'static str {
        LABELS.get(usize::from(self.0)).copied().unwrap_or("dep")
    }
}
