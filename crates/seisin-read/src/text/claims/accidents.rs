//! People who died by no fighting: in a flood, of cholera, in a bus that left the road.

use super::{context::Context, view::View};

/// What vehicles and buildings do by accident.
const ACCIDENTS: [&str; 8] =
    ["plunge", "overturn", "capsize", "derail", "collide", "crash", "cave", "skid"];

impl Context<'_> {
    /// Whether what a sentence tells is shown or remembered and not told of: "the film shows a battalion that
    /// loses 300 men", "the memorial lists 163,000 dead".
    pub(super) fn is_depicted(&self, view: &View, cue: usize) -> bool {
        let tree = &view.tree;
        (0..cue).any(|at| {
            self.lexicon.depictions.contains(tree.lower(at))
                && (tree.label(at).starts_with("nsubj") || at < 3)
        })
    }

    /// Whether a sentence tells of a mishap or an accident and of no fight: whoever died in it was lost to
    /// no side.
    pub(super) fn tells_of_accident(&self, view: &View) -> bool {
        let lexicon = self.lexicon;
        let words = || (0..view.tree.len()).map(|at| view.tree.lower(at));
        let fights = |word: &str| {
            lexicon.fights.contains(word)
                || lexicon.weapons.contains(word)
                || matches!(
                    word,
                    "shot" | "fought" | "shelled" | "bombed" | "ambushed" | "attacked"
                )
        };
        let mishap = |word: &str| {
            lexicon.mishaps.contains(word) && !lexicon.waters.contains(word)
                || ACCIDENTS.iter().any(|verb| lexicon.is_form(word, verb))
        };
        words().any(mishap) && !words().any(fights)
    }
}
