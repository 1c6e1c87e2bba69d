//! Every word list, by the question it answers.

use super::{
    files::{
        BargainFile, EventRows, FramesFile, GraspRows, IrregularFile, ItemRow, MatterFile,
        NounsFile, SpeechFile, VerbsFile, parse,
    },
    forms::{forms, third_person, with_ending},
    phrases::Phrases,
    quick::{WordMap, Words},
    sense::{Sense, noun_senses, senses, stem},
    verb_tags::verb_tags,
};
use crate::text::syntax::TagSet;
use std::{collections::HashMap, sync::LazyLock};

/// What a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// An event of land or people; the word is no form of a verb.
    Noun,
    /// Bodies under arms.
    Forces,
}

/// What is known of a word in small letters before its sentence is analysed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hinted {
    /// The tags it may have.
    pub(crate) tags: TagSet,
    /// What it names, where it is a noun that matters.
    pub(crate) names: Option<Names>,
    /// Whether it is a form of a verb that says something of land.
    pub(crate) says: bool,
    /// Whether it may be a verb's plain form or end in "s".
    pub(crate) plain: bool,
}

/// Verbs that bear on an event told by a noun.
pub(crate) struct Events {
    pub(crate) announce: Words,
    pub(crate) admit: Words,
    pub(crate) carry_out: Words,
    pub(crate) demand: Words,
    pub(crate) promise: Words,
    pub(crate) unreal: Words,
}

impl Events {
    fn of(rows: EventRows) -> Self {
        Self {
            announce: words(rows.announce),
            admit: words(rows.admit),
            carry_out: words(rows.carry_out),
            demand: words(rows.demand),
            promise: words(rows.promise),
            unreal: words(rows.unreal),
        }
    }
}

/// Verbs before a noun for holding: "seized control".
pub(crate) struct Grasp {
    pub(crate) take: Words,
    pub(crate) regain: Words,
    pub(crate) lose: Words,
    pub(crate) yield_up: Words,
    pub(crate) keep: Words,
}

impl Grasp {
    fn of(rows: GraspRows) -> Self {
        Self {
            take: words(rows.take),
            regain: words(rows.regain),
            lose: words(rows.lose),
            yield_up: words(rows.yield_up),
            keep: words(rows.keep),
        }
    }
}

/// Every word list.
pub(crate) struct Lexicon {
    tags: WordMap<TagSet>,
    hinted: WordMap<Hinted>,
    irregular: HashMap<String, (String, String)>,
    lemmas: WordMap<Vec<String>>,
    /// The verbs, without their particles, that answer an offer.
    answering: Words,
    senses: WordMap<Vec<(Option<String>, Sense)>>,
    pub(crate) nouns: WordMap<Sense>,
    pub(crate) events: Events,
    pub(crate) grasp: Grasp,
    pub(crate) say: Words,
    pub(crate) allege: Words,
    pub(crate) deny: Words,
    /// Verbs that nothing is done to.
    pub(crate) intransitive: Words,
    /// Verbs whose infinitive or gerund is not done: "refused to leave", "avoided giving up".
    pub(crate) forgo: Words,
    /// Verbs whose "from" and gerund is not done: "prevented the army from taking".
    pub(crate) prevent: Words,
    pub(crate) accuse: Words,
    pub(crate) venues: Words,
    pub(crate) plan: Words,
    pub(crate) hedged_passive: Words,
    pub(crate) hedges: Words,
    pub(crate) possible: Words,
    pub(crate) planned_adjectives: Words,
    pub(crate) falsehoods: Words,
    pub(crate) reports: Words,
    pub(crate) accept: Words,
    pub(crate) reject: Words,
    pub(crate) reject_negated: Words,
    pub(crate) ponder: Words,
    pub(crate) phrases: Phrases,
    pub(crate) items: Vec<ItemRow>,
    pub(crate) judgements: Phrases,
    pub(crate) about: Words,
    pub(crate) offer_verbs: Words,
    pub(crate) floated: Words,
    pub(crate) agreed: Words,
    pub(crate) implemented: Words,
    pub(crate) countered: Words,
    pub(crate) offering: Words,
    pub(crate) passing: Words,
    pub(crate) giving: Words,
    pub(crate) leaving: Words,
    pub(crate) granting: Words,
    pub(crate) disposing: Words,
    pub(crate) getting: Words,
    pub(crate) settled: Words,
    pub(crate) terms: Words,
    pub(crate) laying: Words,
    pub(crate) land: Words,
    pub(crate) presence: Words,
    pub(crate) attacks: Words,
    pub(crate) outcomes: Words,
    pub(crate) held: Words,
    pub(crate) partitive: Words,
    pub(crate) forces: Words,
    pub(crate) groups: Words,
    pub(crate) governments: Words,
    pub(crate) people: Words,
    pub(crate) persons: Words,
    pub(crate) civil: Words,
    pub(crate) drawn: Words,
    pub(crate) under_way: Words,
    pub(crate) killing: Words,
    pub(crate) killing_people: Words,
    pub(crate) killing_with: Words,
    pub(crate) wounding: Words,
    pub(crate) dying: Words,
    pub(crate) numbering: Words,
    pub(crate) recovering: Words,
    pub(crate) bystanders: Words,
    pub(crate) mishaps: Words,
    /// What kills in fighting: "shelling", "battle".
    pub(crate) fights: Words,
    pub(crate) animals: Words,
    pub(crate) matter: Words,
    pub(crate) other_matter: Words,
    /// Words of land between parties that hardly any other matter has, those it shares with others,
    /// and those of states and their dealings.
    pub(crate) passage: [Words; 3],
    /// Words of other matters, which speak against a passage.
    pub(crate) against: Words,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

fn words(list: Vec<String>) -> Words {
    list.into_iter().collect()
}

/// The verbs, without their particles, of every answer.
fn answering(bargain: &BargainFile) -> Words {
    let answer = &bargain.response;
    let lists = [&answer.accept, &answer.reject, &answer.reject_negated, &answer.ponder];
    let verbs = lists.into_iter().flatten().filter_map(|entry| entry.split(' ').next());
    verbs.map(str::to_owned).collect()
}

impl Lexicon {
    /// The lexicon that comes with the program.
    pub(crate) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    #[expect(clippy::too_many_lines, reason = "one line a list")]
    fn load() -> Self {
        let frames: FramesFile = parse(include_str!("../../../../lexicon/frames.toml"));
        let speech: SpeechFile = parse(include_str!("../../../../lexicon/speech.toml"));
        let bargain: BargainFile = parse(include_str!("../../../../lexicon/bargain.toml"));
        let nouns: NounsFile = parse(include_str!("../../../../lexicon/nouns.toml"));
        let irregular: IrregularFile = parse(include_str!("../../../../lexicon/irregular.toml"));
        let matter: MatterFile = parse(include_str!("../../../../lexicon/matter.toml"));
        let verbs: VerbsFile = parse(include_str!("../../../../lexicon/verbs.toml"));
        let senses = senses(&frames);
        let all: Words = senses
            .keys()
            .cloned()
            .chain(
                [
                    &speech.say,
                    &speech.allege,
                    &speech.deny,
                    &speech.prevent,
                    &speech.accuse,
                    &speech.plan,
                    &speech.hedged_passive,
                ]
                .into_iter()
                .flatten()
                .cloned(),
            )
            .chain(
                [
                    &speech.forgo,
                    &bargain.offer.verbs,
                    &bargain.offer.floated,
                    &bargain.offer.agreed,
                    &bargain.offer.countered,
                    &bargain.offer.offering,
                    &bargain.offer.passing,
                    &bargain.offer.giving,
                    &bargain.offer.leaving,
                    &bargain.offer.granting,
                    &bargain.offer.disposing,
                    &bargain.offer.getting,
                    &bargain.offer.terms,
                    &bargain.offer.laying,
                    &bargain.response.accept,
                    &bargain.response.reject,
                    &bargain.response.reject_negated,
                    &bargain.response.ponder,
                    &verbs.killing,
                    &verbs.killing_people,
                    &verbs.killing_with,
                    &verbs.wounding,
                    &verbs.dying,
                    &verbs.numbering,
                    &verbs.recovering,
                ]
                .into_iter()
                .flatten()
                .map(|verb| stem(verb)),
            )
            .chain(verbs.others.iter().chain(&verbs.intransitive).cloned())
            .chain(frames.events.verbs().cloned())
            .chain(frames.grasp.verbs().cloned())
            .collect();
        let mut lexicon = Self {
            tags: WordMap::default(),
            hinted: WordMap::default(),
            answering: answering(&bargain),
            irregular: irregular
                .forms
                .iter()
                .map(|[plain, past, participle]| {
                    (plain.clone(), (past.clone(), participle.clone()))
                })
                .collect(),
            lemmas: forms(&all, &irregular),
            senses: senses.into_iter().collect(),
            nouns: noun_senses(&frames).into_iter().collect(),
            events: Events::of(frames.events),
            grasp: Grasp::of(frames.grasp),
            say: words(speech.say),
            allege: words(speech.allege),
            deny: words(speech.deny),
            intransitive: words(verbs.intransitive.clone()),
            forgo: words(speech.forgo),
            prevent: words(speech.prevent),
            accuse: words(speech.accuse),
            venues: words(speech.venues),
            plan: words(speech.plan),
            hedged_passive: words(speech.hedged_passive),
            hedges: words(speech.hedges),
            possible: words(speech.possible),
            planned_adjectives: words(speech.planned_adjectives),
            falsehoods: words(speech.falsehoods),
            reports: words(speech.reports),
            accept: words(bargain.response.accept),
            reject: words(bargain.response.reject),
            reject_negated: words(bargain.response.reject_negated),
            ponder: words(bargain.response.ponder),
            phrases: Phrases::default(),
            items: bargain.items,
            judgements: Phrases::default(),
            about: words(bargain.response.about),
            offer_verbs: words(bargain.offer.verbs),
            floated: words(bargain.offer.floated),
            agreed: words(bargain.offer.agreed),
            implemented: words(bargain.offer.implemented),
            countered: words(bargain.offer.countered),
            offering: words(bargain.offer.offering),
            passing: words(bargain.offer.passing),
            giving: words(bargain.offer.giving),
            leaving: words(bargain.offer.leaving),
            granting: words(bargain.offer.granting),
            disposing: words(bargain.offer.disposing),
            getting: words(bargain.offer.getting),
            settled: words(bargain.offer.settled),
            terms: words(bargain.offer.terms),
            laying: words(bargain.offer.laying),
            land: words(nouns.land),
            presence: words(frames.presence),
            attacks: words(frames.attacks),
            outcomes: words(frames.outcomes),
            held: words(frames.held),
            partitive: words(nouns.partitive),
            forces: words(nouns.forces),
            groups: words(nouns.groups),
            governments: words(nouns.governments),
            people: words(nouns.people),
            persons: words(nouns.persons),
            civil: words(nouns.civil),
            drawn: words(nouns.drawn),
            under_way: words(nouns.under_way),
            killing: words(verbs.killing.clone()),
            killing_people: words(verbs.killing_people.clone()),
            killing_with: words(verbs.killing_with.clone()),
            wounding: words(verbs.wounding.clone()),
            dying: words(verbs.dying.clone()),
            numbering: words(verbs.numbering.clone()),
            recovering: words(verbs.recovering.clone()),
            bystanders: words(nouns.bystanders),
            mishaps: words(nouns.mishaps),
            fights: words(nouns.fights),
            animals: words(nouns.animals),
            matter: words(nouns.matter),
            other_matter: words(nouns.other_matter),
            passage: [Words::default(), words(matter.shared.clone()), words(matter.civic.clone())],
            against: matter.other.values().flatten().cloned().collect(),
        };
        lexicon.passage[0] = lexicon.words_of_land(&matter);
        lexicon.tags = verb_tags(&lexicon, &all, &verbs);
        lexicon.phrases = Phrases::of(&lexicon, &bargain.phrases);
        lexicon.judgements = Phrases::of(&lexicon, &bargain.judgements);
        lexicon.hinted = lexicon.all_hinted();
        lexicon
    }

    /// The words that show a passage to be about land, the verbs among them in every form.
    fn words_of_land(&self, matter: &MatterFile) -> Words {
        let forms = matter.verbs.iter().flat_map(|verb| self.forms_of(verb)).map(|(form, _)| form);
        matter.land.iter().cloned().chain(forms).collect()
    }

    /// What is known of every word that anything is known of.
    fn all_hinted(&self) -> WordMap<Hinted> {
        let known = self.tags.keys().chain(self.lemmas.keys()).chain(self.nouns.keys());
        let names = |form: &String| match () {
            () if self.nouns.contains_key(form) && self.lemmas(form).is_empty() => {
                Some(Names::Noun)
            }
            () if form.ends_with('s')
                && self.groups.contains(form)
                && self.lemmas(form).is_empty() =>
            {
                Some(Names::Noun)
            }
            () if form.ends_with('s') && self.forces.contains(form) => Some(Names::Forces),
            () => None,
        };
        let hinted = |form: &String| Hinted {
            tags: self.tags(form),
            names: names(form),
            says: self.senses(form).next().is_some(),
            plain: form.ends_with('s') || self.lemmas(form).contains(form),
        };
        known
            .chain(self.forces.iter())
            .chain(self.groups.iter())
            .map(|form| (form.clone(), hinted(form)))
            .collect()
    }

    /// What is known of a word in small letters before its sentence is analysed; `None` where it may
    /// be anything.
    pub(crate) fn hinted(&self, form: &str) -> Option<&Hinted> {
        self.hinted.get(form)
    }

    /// The plain forms a verb form may have.
    pub(crate) fn lemmas(&self, form: &str) -> &[String] {
        self.lemmas.get(form).map_or(&[], Vec::as_slice)
    }

    /// Whether a verb form belongs to a list of plain forms.
    pub(crate) fn is_form_of(&self, form: &str, list: &Words) -> bool {
        self.lemmas(form).iter().any(|lemma| list.contains(lemma))
    }

    /// Whether a form may be that of a verb that answers an offer.
    pub(crate) fn may_answer(&self, form: &str) -> bool {
        self.is_form_of(form, &self.answering)
    }

    /// Whether a form is one of any of some plain forms.
    pub(crate) fn is_form_of_any(&self, form: &str, verbs: &[&str]) -> bool {
        self.lemmas(form).iter().any(|lemma| verbs.contains(&lemma.as_str()))
    }

    /// Whether a verb form is one of that verb's.
    pub(crate) fn is_form(&self, form: &str, lemma: &str) -> bool {
        self.lemmas(form).iter().any(|known| known == lemma)
    }

    /// The tags a form may have: those of a verb where no noun or adjective is written like it.
    fn tags(&self, form: &str) -> TagSet {
        self.tags.get(form).copied().unwrap_or(TagSet::ALL)
    }

    /// Whether a form is the irregular participle of a verb that speaks of land.
    pub(crate) fn is_participle(&self, form: &str) -> bool {
        self.lemmas(form).iter().any(|lemma| {
            self.senses.contains_key(lemma)
                && self.irregular.get(lemma).is_some_and(|(_, participle)| participle == form)
        })
    }

    /// The forms of a verb, each with its tag.
    pub(super) fn forms_of(&self, lemma: &str) -> Vec<(String, &'static str)> {
        let odd = self.irregular.get(lemma);
        let past = odd.map_or_else(|| with_ending(lemma, "ed"), |(past, _)| past.clone());
        let participle =
            odd.map_or_else(|| with_ending(lemma, "ed"), |(_, participle)| participle.clone());
        vec![
            (lemma.to_owned(), "VB"),
            (lemma.to_owned(), "VBP"),
            (third_person(lemma), "VBZ"),
            (with_ending(lemma, "ing"), "VBG"),
            (past, "VBD"),
            (participle, "VBN"),
        ]
    }

    /// What a verb form says, those with a particle first.
    pub(crate) fn senses(&self, form: &str) -> impl Iterator<Item = (Option<&str>, Sense)> {
        self.lemmas(form)
            .iter()
            .filter_map(|lemma| self.senses.get(lemma))
            .flatten()
            .map(|(particle, sense)| (particle.as_deref(), *sense))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_in_all_their_forms() {
        let lexicon = Lexicon::built_in();
        for (form, lemma) in [
            ("held", "hold"),
            ("holding", "hold"),
            ("controlled", "control"),
            ("occupies", "occupy"),
            ("seized", "seize"),
            ("retaken", "retake"),
            ("overran", "overrun"),
            ("withdrew", "withdraw"),
            ("repelled", "repel"),
            ("ceding", "cede"),
            ("recognises", "recognise"),
            ("captured", "capture"),
            ("grabbed", "grab"),
            ("denied", "deny"),
            ("has", "have"),
            ("transferred", "transfer"),
            ("freed", "free"),
        ] {
            assert!(lexicon.is_form(form, lemma), "{form} of {lemma}");
        }
    }
}
