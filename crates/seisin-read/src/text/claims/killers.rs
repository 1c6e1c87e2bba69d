//! Who killed, by the words beside a loss: "by Arlandic fire", "in a Borlandic drone strike", "shot by the
//! rebels".

use super::{casualties::Fate, context::Context, view::PartyName, view::View};
use seisin_core::PartyRef;

/// How many words may stand between a party's name and the noun for what it killed with.
const REACH: usize = 4;

impl Context<'_> {
    /// Who killed where the clause of a loss does not say so by its parts: whose name stands with a weapon or
    /// an attack, or after "by", in the part of the sentence that no semicolon parts from the loss.
    pub(super) fn killer(
        &self,
        view: &View,
        cue: usize,
        party: Option<&PartyRef>,
    ) -> Option<PartyRef> {
        let tree = &view.tree;
        let apart = |name: &PartyName| {
            let (from, to) = (name.words.start.min(cue), name.words.start.max(cue));
            (from..to).any(|at| matches!(tree.lower(at), ";" | "while"))
        };
        let other = |name: &&PartyName| party.is_none_or(|own| own.id != name.found.party);
        let name = view
            .parties
            .iter()
            .filter(other)
            .filter(|name| !apart(name))
            .filter(|name| {
                self.is_armed_with(view, name)
                    || kills_by(view, name)
                    || self.attacks_when(view, name)
            })
            .min_by_key(|name| name.words.start.abs_diff(cue))?;
        Some(self.named_party(view, name))
    }

    /// "When Arlandic troops fired on the village", "after the rebels stormed the base".
    fn attacks_when(&self, view: &View, name: &PartyName) -> bool {
        let tree = &view.tree;
        let before = before_article(view, name.words.start);
        let verb = (name.words.end..name.words.end + REACH)
            .find(|at| self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.attacking));
        let clear = |verb: usize| {
            (name.words.end..verb).all(|at| {
                tree.is_nominal(at) || matches!(tree.tag(at), "JJ" | "POS" | "RB" | "VBD")
            }) && tree.tag(verb) != "VBG"
        };
        matches!(tree.lower(before), "when" | "as" | "after") && verb.is_some_and(clear)
    }

    /// Whether a name is that of whose weapon or attack a sentence tells: "in Borlandic shelling", "under
    /// Arland's mortar fire", "a shell fired from the Borlandic side".
    fn is_armed_with(&self, view: &View, name: &PartyName) -> bool {
        let tree = &view.tree;
        let deadly = |at: usize| {
            let word = tree.lower(at);
            self.lexicon.weapons.contains(word)
                || self.lexicon.fights.contains(word) && !is_of_two_sides(word)
        };
        let noun = (name.words.end..name.words.end + REACH)
            .take_while(|at| {
                tree.is_nominal(*at)
                    || matches!(tree.tag(*at), "JJ" | "POS" | "VBG" | "CD" | "HYPH")
            })
            .find(|at| deadly(*at));
        let before = before_article(view, name.words.start);
        let aimed = matches!(
            tree.lower(before),
            "against" | "repel" | "repelled" | "repelling" | "despite" | "on" | "of" | "from"
        );
        let fired = matches!(tree.lower(before), "from" | "by")
            && matches!(
                tree.lower(before.wrapping_sub(1)),
                "fired" | "launched" | "dropped" | "planted" | "laid" | "thrown" | "lobbed"
            );
        noun.is_some() && !aimed || fired
    }
}

/// Whether a noun for a fight says nothing of who began it: "the Borlandic campaign", and not "strike".
fn is_of_two_sides(noun: &str) -> bool {
    matches!(
        noun,
        "war" | "battle" | "battles" | "fight" | "fighting" | "clash" | "clashes" | "defence"
    ) || matches!(noun, "defense" | "fall" | "capture" | "recapture" | "combat" | "campaign")
}

/// Whether a name stands after "by" and a word of killing: "shot dead by the Arlandic police".
fn kills_by(view: &View, name: &PartyName) -> bool {
    let tree = &view.tree;
    let by = before_article(view, name.words.start);
    let told = by.wrapping_sub(1);
    tree.lower(by) == "by"
        && (Fate::of(tree.lower(told)).is_some()
            || matches!(tree.lower(told), "shot" | "hit" | "struck" | "ambushed" | "attacked"))
}

/// The word before another, an article and an adjective between left out.
fn before_article(view: &View, at: usize) -> usize {
    let tree = &view.tree;
    let skipped = |at: &usize| matches!(tree.tag(*at), "DT" | "JJ" | "CD" | "VBN");
    let mut before = at.saturating_sub(1);
    while before > 0 && at - before < REACH && skipped(&before) {
        before -= 1;
    }
    before
}
