//! What a verb or noun says of land.

use super::files::FramesFile;
use seisin_core::{ChangeAction, TitleAction};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How a verb's parts become party, land and other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Pattern {
    /// The subject holds the object.
    Hold,
    /// The object after "to" holds the subject.
    Belong,
    /// As [`Pattern::Hold`] in the present, as [`Pattern::Take`] in the past.
    Occupy,
    /// The subject takes the object.
    Take,
    /// The subject clears the object's forces from land, or the object itself.
    Clear,
    /// The subject drives the object out of land.
    Drive,
    /// The subject enters the object.
    Enter,
    /// The subject goes into land.
    EnterInto,
    /// The subject moves forward, by a length or towards land.
    Advance,
    /// The subject leaves the object.
    Leave,
    /// The subject, or the subject's forces as object, leave land.
    Withdraw,
    /// The subject gives the object back.
    Give,
    /// The subject loses the object.
    Lose,
    /// The subject, land, falls.
    Fall,
    /// The subject beats off the object, an attack.
    Repel,
    /// The subject declares the object its own.
    Annex,
    /// The subject declares itself apart.
    Secede,
    /// The subject gives up title to the object.
    Cede,
    /// The subject recognises the object.
    Recognise,
    /// The subject claims the object.
    Claim,
    /// The subject gives up its claim to the object.
    Renounce,
    /// The subject, a court or arbiter, awards the object.
    Award,
}

/// What a change or an act is called in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// None: a holding.
    None,
    /// Of a change.
    Change(ChangeAction),
    /// Of a title.
    Title(TitleAction),
}

/// What a verb or noun says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sense {
    /// How its parts become roles.
    pub(crate) pattern: Pattern,
    /// The act it names.
    pub(crate) act: Act,
    /// Whether it counts only where its object is plainly land.
    pub(crate) weak: bool,
}

/// A verb without its particle.
pub(super) fn stem(verb: &str) -> String {
    verb.split(' ').next().unwrap_or(verb).to_owned()
}

fn act(pattern: Pattern, action: Option<&str>) -> Act {
    let Some(word) = action else {
        return if pattern == Pattern::Occupy {
            Act::Change(ChangeAction::Seized)
        } else {
            Act::None
        };
    };
    ChangeAction::from_word(word)
        .map(Act::Change)
        .or_else(|| TitleAction::from_word(word).map(Act::Title))
        .unwrap_or(Act::None)
}

/// What each verb says, by its plain form.
pub(super) fn senses(frames: &FramesFile) -> BTreeMap<String, Vec<(Option<String>, Sense)>> {
    let mut senses: BTreeMap<String, Vec<(Option<String>, Sense)>> = BTreeMap::new();
    for row in &frames.verbs {
        let sense = Sense {
            pattern: row.pattern,
            act: act(row.pattern, row.action.as_deref()),
            weak: row.weak,
        };
        for verb in &row.verbs {
            let particle = verb.split_once(' ').map(|(_, rest)| rest.to_owned());
            senses.entry(stem(verb)).or_default().push((particle, sense));
        }
    }
    for list in senses.values_mut() {
        list.sort_by_key(|(particle, _)| particle.is_none());
    }
    senses
}

/// What each noun says.
pub(super) fn noun_senses(frames: &FramesFile) -> BTreeMap<String, Sense> {
    let mut senses = BTreeMap::new();
    for row in &frames.nouns {
        let sense = Sense {
            pattern: row.pattern,
            act: act(row.pattern, row.action.as_deref()),
            weak: false,
        };
        for noun in &row.nouns {
            senses.insert(noun.clone(), sense);
        }
    }
    senses
}
