//! Whom "it", "they", "he" and "we" mean.

use super::{
    context::{Context, Found, How},
    view::View,
    who::core,
};
use seisin_core::PartyRef;

type Who = Found<PartyRef>;

/// Whether a word stands for somebody named elsewhere.
fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "it" | "its"
            | "itself"
            | "they"
            | "their"
            | "them"
            | "theirs"
            | "he"
            | "his"
            | "him"
            | "she"
            | "her"
            | "we"
            | "our"
            | "ours"
            | "us"
            | "i"
            | "my"
            | "me"
    )
}

impl Context<'_> {
    /// "It", "they", "his", "we": who acts in the clause around it, else who acted last, or who
    /// speaks.
    #[expect(
        clippy::option_option,
        reason = "a pronoun that stands for nothing known is not the same as no pronoun"
    )]
    pub(super) fn pronoun(&self, view: &View, at: usize) -> Option<Option<Who>> {
        let words = at..at + 1;
        let party = match view.tree.lower(at) {
            "it" | "its" | "itself" | "they" | "their" | "them" | "theirs" => self
                .said_of(view, at)
                .or_else(|| self.actor_around(view, at))
                .or_else(|| self.actor_to_come(view, at))
                .or_else(|| self.memory.actor(Self::place(view, at)).cloned()),
            "he" | "his" | "she" | "her" | "him" => self
                .person_around(view, at)
                .or_else(|| {
                    self.memory
                        .person(Self::place(view, at))
                        .and_then(|person| person.party.clone())
                })
                .or_else(|| self.memory.actor(Self::place(view, at)).cloned()),
            "we" | "our" | "us" | "i" | "my" | "me" | "ours" => self.voice.clone(),
            "this" | "that" | "there" | "these" | "those" | "who" | "which" | "what" | "nobody"
            | "none" | "no-one" | "nothing" | "everyone" | "anybody" | "you" | "one" | "some"
            | "others" => None,
            _ => return None,
        };
        Some(party.map(|party| {
            let mention = self.text(view, words.clone());
            Found { value: PartyRef { mention, ..party }, words: words.clone(), how: How::Referred }
        }))
    }

    /// "“They hold a third,” he says of the Arlanders": of whom a quotation before it is said.
    fn said_of(&self, view: &View, pronoun: usize) -> Option<PartyRef> {
        let tree = &view.tree;
        let quoted = (0..pronoun).any(|at| matches!(tree.lower(at), "“" | "\"" | "``" | "„" | "«"));
        let of = |at: &usize| {
            matches!(tree.lower(*at), "of" | "about")
                && (at.saturating_sub(1)..*at).any(|before| self.says(view, before))
        };
        let of = (pronoun + 1..tree.len()).filter(|_| quoted).find(of)?;
        self.party_within(view, of + 1..of + 5).map(|party| party.value)
    }

    /// Who acts in the clauses around a pronoun: "the army says it repelled", "Borland withdrew
    /// its troops".
    fn actor_around(&self, view: &View, pronoun: usize) -> Option<PartyRef> {
        let body = |party: &Who| {
            party.how != How::Phrase
                || party.words.clone().any(|at| {
                    let word = view.tree.lower(at);
                    self.lexicon.governments.contains(word)
                        || self.lexicon.groups.contains(word)
                        || self.lexicon.forces.contains(word)
                })
        };
        Self::agents_around(view, pronoun)
            .filter(|agent| {
                !self.is_told_land(view, *agent) && !is_antecedent(view, *agent, pronoun)
            })
            .find_map(|agent| self.party(view, agent))
            .filter(body)
            .map(|party| party.value)
    }

    /// Who acts in the clause that follows: "after its troops entered Sarn, Arland said".
    fn actor_to_come(&self, view: &View, pronoun: usize) -> Option<PartyRef> {
        let tree = &view.tree;
        let opens =
            pronoun < 6 && matches!(tree.lower(pronoun.wrapping_sub(1)), "after" | "before");
        let comma = (pronoun..tree.len()).find(|at| tree.lower(*at) == ",").filter(|_| opens);
        let named = comma.and_then(|comma| {
            let start = comma + 1..(comma + 4).min(tree.len());
            start.into_iter().find(|at| tree.label(*at) == "nsubj" && view.party_at(*at).is_some())
        });
        if let Some(named) = named {
            return self
                .party(view, named)
                .filter(|party| party.how == How::Named)
                .map(|p| p.value);
        }
        let clause = std::iter::successors(Some(pronoun), |at| tree.head(*at))
            .take(10)
            .find(|at| tree.label(*at) == "advcl" || tree.tag(*at).starts_with("VB"))?;
        let main = tree.head(clause).filter(|main| tree.is_verb(*main) && *main > clause)?;
        let before = tree.label(clause) == "advcl" && tree.branch(clause).start <= 3;
        let agent = crate::text::syntax::Clause::of(tree, main).agent.filter(|_| before)?;
        // A pronoun names nobody, and asking whom it means could come back to this one without end.
        let names = agent > clause && !is_pronoun(tree.lower(agent));
        let party = names.then(|| self.party(view, agent)).flatten()?;
        (party.how == How::Named).then_some(party.value)
    }

    fn person_around(&self, view: &View, pronoun: usize) -> Option<PartyRef> {
        Self::agents_around(view, pronoun)
            .filter(|agent| {
                view.tree.tag(*agent).starts_with("NNP")
                    || self.lexicon.people.contains(view.tree.lower(*agent))
            })
            .find_map(|agent| self.party(view, agent))
            .map(|party| party.value)
    }

    /// Whether a subject is land that something happens to, and nobody who acts: "Sarn remains under its
    /// control".
    fn is_told_land(&self, view: &View, agent: usize) -> bool {
        let tree = &view.tree;
        let (place, party) = (view.place_at(agent).is_some(), view.party_at(agent).is_some());
        let proper = tree.tag(agent).starts_with("NNP");
        let verb = tree.head(agent).filter(|_| (place || proper) && !party);
        verb.is_some_and(|verb| {
            let lies = ["remain", "stay", "fall", "lie"];
            let passes = ["be", "stand", "come", "pass"];
            let form = tree.lower(verb);
            self.lexicon.is_form_of_any(form, &lies)
                || place
                    && (tree.label(agent) == "nsubj:pass"
                        || !tree.is_verb(verb)
                        || self.lexicon.is_form_of_any(form, &passes))
        })
    }

    /// The subjects of the verbs above a word, the nearest first, those left out that contain it; what is
    /// done to "it" or "them" is never done by whom the words stand for.
    fn agents_around(view: &View, word: usize) -> impl Iterator<Item = usize> {
        let tree = &view.tree;
        let object = tree.tag(word) == "PRP"
            && matches!(tree.label(word), "obj" | "iobj" | "obl" | "obl:agent");
        std::iter::successors(Some(word), |at| tree.head(*at))
            .take(14)
            .skip(1)
            .filter(|at| tree.is_verb(*at))
            .skip(usize::from(object))
            .filter_map(|verb| crate::text::syntax::Clause::of(tree, verb).agent)
            .filter(move |agent| {
                *agent < word && !core(view, *agent).contains(&word) && tree.is_nominal(*agent)
            })
    }
}

/// Whether a pronoun stands in a clause about a noun, which is another than whom it means: "Sarn, which it
/// had occupied".
fn is_antecedent(view: &View, noun: usize, pronoun: usize) -> bool {
    let tree = &view.tree;
    let clause = tree.head(pronoun).filter(|verb| tree.label(*verb) == "acl:relcl");
    let subject = tree.label(pronoun).starts_with("nsubj");
    clause.is_some_and(|verb| subject && tree.head(verb) == Some(noun))
}
