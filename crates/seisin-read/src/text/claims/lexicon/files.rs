//! The lexicon’s files as they stand.

use super::sense::Pattern;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file of verbs and nouns that say who holds or takes land.
#[derive(Deserialize)]
pub(super) struct FramesFile {
    pub(super) verbs: Vec<VerbRow>,
    pub(super) nouns: Vec<NounRow>,
    pub(super) events: EventRows,
    pub(super) grasp: GraspRows,
    pub(super) presence: Vec<String>,
    pub(super) attacks: Vec<String>,
    pub(super) outcomes: Vec<String>,
    pub(super) held: Vec<String>,
    pub(super) masters: Vec<String>,
    pub(super) shelter: Vec<String>,
}

/// Verbs before a noun for holding.
#[derive(Deserialize)]
pub(super) struct GraspRows {
    pub(super) take: Vec<String>,
    pub(super) regain: Vec<String>,
    pub(super) lose: Vec<String>,
    pub(super) yield_up: Vec<String>,
    pub(super) keep: Vec<String>,
}

impl GraspRows {
    /// Every verb of the lists.
    pub(super) fn verbs(&self) -> impl Iterator<Item = &String> {
        [&self.take, &self.regain, &self.lose, &self.yield_up, &self.keep].into_iter().flatten()
    }
}

/// Verbs that bear on an event told by a noun.
#[derive(Deserialize)]
pub(super) struct EventRows {
    pub(super) announce: Vec<String>,
    pub(super) admit: Vec<String>,
    pub(super) carry_out: Vec<String>,
    pub(super) approve: Vec<String>,
    pub(super) demand: Vec<String>,
    pub(super) promise: Vec<String>,
    pub(super) unreal: Vec<String>,
}

impl EventRows {
    /// Every verb of the lists.
    pub(super) fn verbs(&self) -> impl Iterator<Item = &String> {
        [
            &self.announce,
            &self.admit,
            &self.carry_out,
            &self.approve,
            &self.demand,
            &self.promise,
            &self.unreal,
        ]
        .into_iter()
        .flatten()
    }
}

/// Verbs of one frame.
#[derive(Deserialize)]
pub(super) struct VerbRow {
    pub(super) pattern: Pattern,
    pub(super) action: Option<String>,
    #[serde(default)]
    pub(super) weak: bool,
    pub(super) verbs: Vec<String>,
}

/// Nouns of one frame.
#[derive(Deserialize)]
pub(super) struct NounRow {
    pub(super) pattern: Pattern,
    pub(super) action: Option<String>,
    pub(super) nouns: Vec<String>,
}

/// The file of verbs and phrases that attribute, deny, hedge and plan.
#[derive(Deserialize)]
pub(super) struct SpeechFile {
    pub(super) say: Vec<String>,
    pub(super) allege: Vec<String>,
    pub(super) deny: Vec<String>,
    pub(super) forgo: Vec<String>,
    pub(super) prevent: Vec<String>,
    pub(super) accuse: Vec<String>,
    pub(super) venues: Vec<String>,
    pub(super) plan: Vec<String>,
    pub(super) hedged_passive: Vec<String>,
    pub(super) hedges: Vec<String>,
    pub(super) possible: Vec<String>,
    pub(super) planned_adjectives: Vec<String>,
    pub(super) falsehoods: Vec<String>,
    pub(super) reports: Vec<String>,
}

/// The file of words of offers and answers.
#[derive(Deserialize)]
pub(super) struct BargainFile {
    pub(super) response: ResponseRows,
    pub(super) offer: OfferRows,
    pub(super) items: Vec<ItemRow>,
    pub(super) judgements: Vec<PhraseRow>,
    pub(super) phrases: Vec<PhraseRow>,
}

/// Phrases that are one and the same answer, word by word: `|` parts words that may stand there, `=`
/// stands for all forms of a verb, `..` for a few words, `#` for a few with a noun for an offer.
#[derive(Deserialize)]
pub(super) struct PhraseRow {
    pub(super) stance: String,
    pub(super) phrases: Vec<String>,
}

/// Words of answers.
#[derive(Deserialize)]
pub(super) struct ResponseRows {
    pub(super) accept: Vec<String>,
    pub(super) reject: Vec<String>,
    pub(super) reject_negated: Vec<String>,
    pub(super) ponder: Vec<String>,
    pub(super) accept_nouns: Vec<String>,
    pub(super) reject_nouns: Vec<String>,
    pub(super) bearers: Vec<String>,
    pub(super) other_deals: Vec<String>,
    pub(super) about: Vec<String>,
}

/// Words of offers.
#[derive(Deserialize)]
pub(super) struct OfferRows {
    pub(super) verbs: Vec<String>,
    pub(super) floated: Vec<String>,
    pub(super) agreed: Vec<String>,
    pub(super) implemented: Vec<String>,
    pub(super) countered: Vec<String>,
    pub(super) offering: Vec<String>,
    pub(super) passing: Vec<String>,
    pub(super) giving: Vec<String>,
    pub(super) leaving: Vec<String>,
    pub(super) granting: Vec<String>,
    pub(super) disposing: Vec<String>,
    pub(super) getting: Vec<String>,
    pub(super) settled: Vec<String>,
    pub(super) terms: Vec<String>,
    pub(super) laying: Vec<String>,
}

/// Words that tell what sort of thing is given or wanted.
#[derive(Deserialize)]
pub(crate) struct ItemRow {
    /// The sort.
    pub(crate) kind: String,
    /// Its words; `*` stands for any ending.
    pub(crate) words: Vec<String>,
}

/// The file of verbs whose past is irregular.
#[derive(Deserialize)]
pub(super) struct IrregularFile {
    pub(super) forms: Vec<[String; 3]>,
}

/// The file of nouns.
#[derive(Deserialize)]
pub(super) struct NounsFile {
    pub(super) land: Vec<String>,
    pub(super) partitive: Vec<String>,
    pub(super) forces: Vec<String>,
    pub(super) groups: Vec<String>,
    pub(super) governments: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) persons: Vec<String>,
    pub(super) civil: Vec<String>,
    pub(super) drawn: Vec<String>,
    pub(super) under_way: Vec<String>,
    pub(super) bystanders: Vec<String>,
    pub(super) mishaps: Vec<String>,
    pub(super) death_nouns: Vec<String>,
    pub(super) injury_nouns: Vec<String>,
    pub(super) vanishing_nouns: Vec<String>,
    pub(super) price_nouns: Vec<String>,
    pub(super) waters: Vec<String>,
    pub(super) depictions: Vec<String>,
    pub(super) weapons: Vec<String>,
    pub(super) fights: Vec<String>,
    pub(super) animals: Vec<String>,
    pub(super) matter: Vec<String>,
    pub(super) other_matter: Vec<String>,
}

/// The file of words that show what a passage is about.
#[derive(Deserialize)]
pub(crate) struct MatterFile {
    pub(super) land: Vec<String>,
    pub(super) verbs: Vec<String>,
    pub(super) shared: Vec<String>,
    pub(super) civic: Vec<String>,
    pub(super) other: BTreeMap<String, Vec<String>>,
}

/// The file of further verbs, and of those whose forms may be mistaken.
#[derive(Deserialize)]
pub(super) struct VerbsFile {
    pub(super) others: Vec<String>,
    pub(super) also_nouns: Vec<String>,
    pub(super) only_verbs: Vec<String>,
    pub(super) tagged_freely: Vec<String>,
    pub(super) intransitive: Vec<String>,
    pub(super) killing: Vec<String>,
    pub(super) killing_people: Vec<String>,
    pub(super) killing_with: Vec<String>,
    pub(super) wounding: Vec<String>,
    pub(super) dying: Vec<String>,
    pub(super) numbering: Vec<String>,
    pub(super) recovering: Vec<String>,
    pub(super) attacking: Vec<String>,
}

/// A committed file of the lexicon.
pub(super) fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> T {
    toml::from_str(text).expect("the committed lexicon is valid, as its test checks")
}
