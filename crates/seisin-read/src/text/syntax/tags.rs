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
}

/// Whether two names are the same.
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    one.len() == other.len() && at == one.len()
}

fn position(list: &[&str], name: &str) -> Option<u8> {
    list.iter().position(|entry| *entry == name).and_then(|index| u8::try_from(index).ok())
}

impl Tag {
    /// How many there are.
    pub(crate) const COUNT: usize = TAGS.len();

    /// The tag of that name; what no model knows is `XX`.
    pub(crate) const fn named(name: &str) -> Self {
        let mut number = 0;
        let mut at = 0;
        while at < TAGS.len() && !is_same(TAGS[at], name) {
            at += 1;
            number += 1;
        }
        if at < TAGS.len() { Self(number) } else { Self(number - 1) }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        TAGS.get(usize::from(self.0)).copied().unwrap_or("XX")
    }
}

impl Label {
    /// How many there are.
    pub(crate) const COUNT: usize = LABELS.len();

    /// The label of that name, without the subtype where only the plain one is known.
    pub(crate) fn named(name: &str) -> Self {
        let name = if name == "obl:unmarked" { "obl:tmod" } else { name };
        let plain = name.split(':').next().unwrap_or(name);
        position(&LABELS, name)
            .or_else(|| position(&LABELS, plain))
            .or_else(|| position(&LABELS, "dep"))
            .map_or(Self(0), Self)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        LABELS.get(usize::from(self.0)).copied().unwrap_or("dep")
    }
}
