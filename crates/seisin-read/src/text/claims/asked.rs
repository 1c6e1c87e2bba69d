//! What is asked and answered: "Has Sarn fallen? No.", "Who holds it? Arland, since 1945.", "When did it
//! fall? On 4 March."

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Act, Pattern},
    view::View,
    when::Dated,
};
use crate::text::syntax::Clause;
use seisin_core::{Detail, PartyRef, Polarity};
use std::ops::Range;

/// A question, for the sentence after it.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    sentence: usize,
    /// Where it stands, in bytes of the repaired text.
    range: Range<usize>,
    about: About,
    /// What it would say if it were none.
    drafts: Vec<Draft>,
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// Whether it is so.
    Whether,
    /// Who.
    Who,
    /// When.
    When,
}

/// The most words of an answer that says no more than who or when.
const SHORT: usize = 9;

impl Context<'_> {
    /// Keeps what a sentence asks.
    pub(super) fn note_asked(&mut self, view: &View) {
        self.asked = None;
        let tree = &view.tree;
        let asks = tree.lower(tree.len().saturating_sub(1)) == "?";
        let Some(about) = asks.then(|| about(view)).flatten() else { return };
        self.asking = true;
        let mut drafts: Vec<Draft> = match about {
            About::Who => self.whoever(view),
            About::Whether | About::When => {
                (0..tree.len()).flat_map(|at| self.word_claims(view, at, &[])).collect()
            }
        };
        self.asking = false;
        let of_title = |draft: &Draft| matches!(draft.detail, Detail::Title(_));
        drafts.retain(|draft| {
            matches!(draft.detail, Detail::Holding | Detail::Change(_))
                || about == About::Who && of_title(draft)
        });
        drafts.truncate(1);
        if !drafts.is_empty() {
            let range = view.range.clone();
            self.asked = Some(Asked { sentence: view.index, range, about, drafts });
        }
    }

    /// What an answer makes of the question right before it.
    pub(super) fn answered(&self, view: &View) -> Vec<Draft> {
        let Some(asked) = self.asked.as_ref().filter(|asked| asked.sentence + 1 == view.index)
        else {
            return Vec::new();
        };
        let tree = &view.tree;
        let first = (0..tree.len()).find(|at| tree.lower(*at).starts_with(char::is_alphanumeric));
        let Some(first) = first else { return Vec::new() };
        let evidence = |last: usize| asked.range.start..tree.range(first..last + 1).end;
        let dated = view.times.iter().find_map(|time| self.as_dated(time));
        let short = tree.len() <= SHORT && !(0..tree.len()).any(|at| is_finite(view, at));
        let answer = |draft: &Draft| match asked.about {
            About::Whether => {
                let polarity = yes_or_no(view, first)?;
                let mut draft = Draft { evidence: evidence(first), ..draft.clone() };
                draft.told.polarity = polarity;
                draft.dated = draft
                    .dated
                    .filter(|dated| polarity == Polarity::Affirmed || !is_supposed(dated));
                Some(draft)
            }
            About::Who => None,
            About::When => {
                let dated = dated.clone().filter(|_| short)?;
                let last = tree.len().saturating_sub(1);
                Some(Draft { dated: Some(dated), evidence: evidence(last), ..draft.clone() })
            }
        };
        let by_each = |draft: &Draft| {
            let dated = dated.clone().or_else(|| draft.dated.clone());
            if !short {
                return self.left_out_of(view, (draft, true), &[]);
            }
            let parties = self.answering(view, first);
            let by = move |party: Found<PartyRef>| {
                let evidence = evidence(party.words.end.saturating_sub(1).max(first));
                Draft { party: Some(party), evidence, dated: dated.clone(), ..draft.clone() }
            };
            parties.into_iter().map(by).collect::<Vec<_>>()
        };
        let made: Vec<Draft> = match asked.about {
            About::Who => asked.drafts.iter().flat_map(by_each).collect(),
            About::Whether | About::When => asked.drafts.iter().filter_map(answer).collect(),
        };
        made.into_iter()
            .map(|draft| Draft { rule: format!("{}+answered", draft.rule), ..draft })
            .collect()
    }

    /// Whom an answer of a few words names.
    fn answering(&self, view: &View, first: usize) -> Vec<Found<PartyRef>> {
        let root = (0..view.tree.len()).find(|at| view.tree.head(*at).is_none());
        let mut found = root.map(|root| self.parties(view, root)).unwrap_or_default();
        found.retain(|party| party.how != How::Phrase);
        if found.is_empty() {
            let named = view.parties.iter().find(|name| name.words.start <= first + 2);
            found.extend(named.map(|name| Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            }));
        }
        found
    }

    /// "Who holds Sarn?": the claim with nobody in it.
    fn whoever(&self, view: &View) -> Vec<Draft> {
        let tree = &view.tree;
        let verb = (1..tree.len())
            .find(|at| tree.is_verb(*at) && self.lexicon.senses(tree.lower(*at)).next().is_some());
        let Some(verb) = verb else { return Vec::new() };
        let clause = Clause::of(tree, verb);
        let sense = self.lexicon.senses(tree.lower(verb)).find(|(particle, sense)| {
            let whole = particle
                .is_none_or(|particle| super::pattern::has_particle(view, &clause, particle));
            whole
                && matches!(
                    sense.pattern,
                    Pattern::Hold
                        | Pattern::Take
                        | Pattern::Occupy
                        | Pattern::Recognise
                        | Pattern::Claim
                        | Pattern::Annex
                )
        });
        let Some((_, sense)) = sense else { return Vec::new() };
        let object = clause.patient.or_else(|| (verb + 1 < tree.len()).then_some(verb + 1));
        let lands = object.map(|object| self.object_lands(view, object, false)).unwrap_or_default();
        let detail = match (sense.pattern, sense.act) {
            (Pattern::Take, Act::Change(action)) => Detail::Change(action),
            (_, Act::Title(action)) => Detail::Title(action),
            _ => Detail::Holding,
        };
        let told = self.told(view, &clause, &[]);
        let dated = self.time_of(view, &clause, &told, &detail);
        let rule = format!("who/{}", tree.lower(verb));
        let base = Draft { dated, ..Draft::told(detail, told, view.range.clone(), rule) };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }
}

/// What a question asks for, by its first word.
fn about(view: &View) -> Option<About> {
    let tree = &view.tree;
    let helps = |word: &str| {
        matches!(
            word,
            "has" | "have" | "had" | "is" | "are" | "was" | "were" | "did" | "does" | "do"
        )
    };
    let first = (0..tree.len().min(8)).find(|at| {
        let opens = *at == 0 || !tree.lower(*at - 1).starts_with(char::is_alphanumeric);
        opens && (helps(tree.lower(*at)) || matches!(tree.lower(*at), "who" | "when"))
    })?;
    match tree.lower(first) {
        "who" => Some(About::Who),
        "when" => Some(About::When),
        _ => Some(About::Whether),
    }
}

/// Whether an answer says yes or no.
fn yes_or_no(view: &View, first: usize) -> Option<Polarity> {
    let tree = &view.tree;
    let ends = matches!(tree.lower(first + 1), "." | "," | ";" | ":" | "!" | "–" | "—" | "");
    match tree.lower(first) {
        "no" | "false" | "untrue" | "never" | "wrong" if ends => Some(Polarity::Denied),
        "not" if matches!(tree.lower(first + 1), "yet" | "so" | "true") => Some(Polarity::Denied),
        "yes" | "true" | "correct" if ends => Some(Polarity::Affirmed),
        _ => None,
    }
}

fn is_finite(view: &View, at: usize) -> bool {
    matches!(view.tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD")
}

/// Whether a date is only that of the report or of what was told before.
fn is_supposed(dated: &Dated) -> bool {
    dated.range.is_none() && !dated.valid.rule.starts_with("present")
}
