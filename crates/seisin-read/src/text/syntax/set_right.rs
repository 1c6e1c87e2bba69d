//! A tree set right where the model has what grammar forbids, and the repairs of perfects, relative clauses without a pronoun and participles that act.

use super::{
    clause::is_time,
    repairs::{Held, REPAIRS},
    tree::{Tree, Word},
};

impl Tree {
    /// Sets right what grammar forbids; where that would hang a word below itself, all stays as
    /// the model has it.
    pub(super) fn set_right_within_reason(&mut self) {
        let before: Vec<_> =
            self.words.iter().map(|word| (word.tag, word.head, word.label)).collect();
        self.held = Held::of(&self.words);
        for (needs, repair) in REPAIRS {
            if self.held.meets(needs) {
                repair(self);
            }
        }
        if self.held.changed && self.has_circle() {
            for (word, before) in self.words.iter_mut().zip(before) {
                (word.tag, word.head, word.label) = before;
            }
        }
    }

    /// Whether a word with one of the labels hangs on another; asked while the tree is not whole yet.
    pub(super) fn has_below(&self, at: usize, labels: &[&str]) -> bool {
        (0..self.len())
            .any(|child| self.head(child) == Some(at) && labels.contains(&self.label(child)))
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
    pub(super) fn set_right_perfects(&mut self) {
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
    pub(super) fn set_right_relatives(&mut self) {
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
            matches!(self.label(verb), "xcomp" | "ccomp" | "advcl" | "dep" | "acl" | "parataxis")
                || self.label(verb) == "conj" && !self.has_below(verb, &["cc"]);
        let object = matches!(self.label(noun), "obj" | "obl");
        (loose && object && definite(noun) && !has_object).then_some((noun, first))
    }

    /// Sets right what grammar forbids: a participle with an object of its own after a noun that
    /// nothing governs is that noun's verb ("Arland’s forces entered Sarn").
    pub(super) fn set_right_acting_participles(&mut self) {
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
                && !is_time(&word.lower)
                && !self.words.iter().any(|w| w.head == Some(at) && w.label.name() == "case")
        };
        let object = has("obj") || self.words.iter().enumerate().any(|(at, word)| bare(at, word));
        if !object || has("aux:pass") {
            return;
        }
        for at in verb..self.len() {
            if self.head(at) == Some(root) {
                let label = self.label(at);
                self.hang(at, Some(verb), label);
            }
        }
        self.hang(verb, None, "root");
        self.hang(root, Some(verb), "nsubj");
        self.retag(verb, "VBD");
    }
}
