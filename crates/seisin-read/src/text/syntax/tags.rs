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
    pub fn of(names: &[&str]) -> Self {
        Self(names.iter().fold(0, |set, name| set | (1 << Tag::named(name).0)))
    }

    /// Whether a tag is among them.
    pub(crate) fn holds(self, tag: Tag) -> bool {
        self.allows(usize::from(tag.0))
    }

    /// Whether the tag of that number is among them.
    pub(crate) fn allows(self, class: usize) -> bool {
        class < 64 && self.0 & (1 << class) != 0
    }
}

fn position(list: &[&str], name: &str) -> Option<u8> {
    list.iter().position(|entry| *entry == name).and_then(|index| u8::try_from(index).ok())
}

impl Tag {
    /// How many there are.
    pub(crate) const COUNT: usize = TAGS.len();

    /// The tag of that name; what no model knows is `XX`.
    pub(crate) fn named(name: &str) -> Self {
        position(&TAGS, name).or_else(|| position(&TAGS, "XX")).map_or(Self(0), Self)
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
