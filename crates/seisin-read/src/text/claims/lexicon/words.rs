//! Every word list, by the question it answers.

use super::{
    files::{
        BargainFile, EventRows, FramesFile, GraspRows, IrregularFile, ItemRow, MatterFile,
        NounsFile, SpeechFile, VerbsFile, parse,
    },
    forms::forms,
    hinted::Hinted,
    phrases::Phrases,
    quick::{WordMap, Words},
    sense::{Sense, noun_senses, senses, stem},
    verb_tags::verb_tags,
};
use crate::text::syntax::TagSet;
use std::{collections::HashMap, sync::LazyLock};

/// Verbs that bear on an event told by a noun.
pub(crate) struct Events {
    pub(crate) announce: Words,
    pub(crate) admit: Words,
    pub(crate) carry_out: Words,
    /// Its subject makes it law.
    pub(crate) approve: Words,
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
            approve: words(rows.approve),
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
    pub(super) tags: WordMap<TagSet>,
    pub(super) hinted: WordMap<Hinted>,
    pub(super) irregular: HashMap<String, (String, String)>,
    pub(super) lemmas: WordMap<Vec<String>>,
    /// The verbs, without their particles, that answer an offer.
    pub(super) answering: Words,
    pub(super) senses: WordMap<Vec<(Option<String>, Sense)>>,
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
    /// Nouns by which an offer is accepted.
    pub(crate) accept_nouns: Words,
    /// Nouns by which an offer is turned down.
    pub(crate) reject_nouns: Words,
    /// Nouns for what an offer comes in or asks for.
    pub(crate) bearers: Words,
    /// Words by which a deal is of another matter.
    pub(crate) other_deals: Words,
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
    /// Who rules land: "master of Sarn".
    pub(crate) masters: Words,
    /// Nouns that say who holds land after "under" alone: "under the crown".
    pub(crate) shelter: Words,
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
    /// What is done in fighting: "fire", "shell".
    pub(crate) attacking: Words,
    pub(crate) bystanders: Words,
    pub(crate) mishaps: Words,
    /// What kills in fighting: "shelling", "battle".
    pub(crate) fights: Words,
    /// What shows or recalls losses: "film", "memorial".
    pub(crate) depictions: Words,
    /// Waters in which people drown.
    pub(crate) waters: Words,
    /// With what people are killed: "fire", "mines".
    pub(crate) weapons: Words,
    /// Nouns for what became of people: "the death of", "injuries to", "the disappearance of".
    pub(crate) death_nouns: Words,
    pub(crate) injury_nouns: Words,
    pub(crate) vanishing_nouns: Words,
    /// Nouns for what is paid: "at a cost of".
    pub(crate) price_nouns: Words,
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
                    &verbs.attacking,
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
            accept_nouns: words(bargain.response.accept_nouns),
            reject_nouns: words(bargain.response.reject_nouns),
            bearers: words(bargain.response.bearers),
            other_deals: words(bargain.response.other_deals),
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
            masters: words(frames.masters),
            shelter: words(frames.shelter),
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
            attacking: words(verbs.attacking.clone()),
            bystanders: words(nouns.bystanders),
            mishaps: words(nouns.mishaps),
            fights: words(nouns.fights),
            waters: words(nouns.waters),
            depictions: words(nouns.depictions),
            weapons: words(nouns.weapons),
            death_nouns: words(nouns.death_nouns),
            injury_nouns: words(nouns.injury_nouns),
            vanishing_nouns: words(nouns.vanishing_nouns),
            price_nouns: words(nouns.price_nouns),
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
}
