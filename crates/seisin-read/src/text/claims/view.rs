//! A sentence with everything found in it.

use super::{hints, lexicon::Lexicon, names_begun::NamesBegun, vocabulary::Vocabulary};
use crate::text::{
    Prepared, Sentence, lexeme,
    place::{self, Placed},
    quantity::{self, QuantityMention},
    syntax::Tree,
    time::TimeMention,
};
use seisin_core::{RegionCandidate, RegionId};
use seisin_places::{PartyKind, PartyMatch, PlaceEntry, PlaceKind, PlaceMatch};
use std::ops::Range;

/// A party's name and the words it covers.
#[derive(Debug, Clone)]
pub(crate) struct PartyName {
    /// The words, by their places in the tree.
    pub(crate) words: Range<usize>,
    /// What the lexicon knows.
    pub(crate) found: PartyMatch,
}

/// What a land's name may stand for.
#[derive(Debug, Clone)]
pub(crate) enum PlaceFound {
    /// Regions of the user's own.
    Own(Vec<RegionCandidate>),
    /// Places of the gazetteer.
    Listed(PlaceMatch),
}

/// A land's name and the words it covers.
#[derive(Debug, Clone)]
pub(crate) struct PlaceName {
    /// The words, by their places in the tree.
    pub(crate) words: Range<usize>,
    /// What is known.
    pub(crate) found: PlaceFound,
    /// The places it may stand for, the likeliest in its document first.
    pub(crate) ranked: Vec<PlaceEntry>,
}

/// Ranks what the names of all sentences of a document may stand for.
pub(crate) fn rank_places(prepared: &Prepared, views: &mut [View], near: &[RegionId]) {
    let placed = |view: &View, name: &PlaceName| -> Option<Placed> {
        let PlaceFound::Listed(found) = &name.found else { return None };
        Some((view.tree.range(name.words.clone()), name.words.clone(), *found))
    };
    let names = views
        .iter()
        .map(|view| view.places.iter().filter_map(|name| placed(view, name)).collect())
        .collect();
    let ranked = place::ranked(prepared, names, near);
    for (view, mentions) in views.iter_mut().zip(ranked) {
        let listed = |name: &&mut PlaceName| matches!(name.found, PlaceFound::Listed(_));
        for (name, mention) in view.places.iter_mut().filter(listed).zip(mentions) {
            name.ranked = mention.candidates.into_iter().map(|candidate| candidate.place).collect();
        }
    }
    follow_longer_names(prepared, views);
}

/// Lets the bare name of a wide land stand for the longer name that the document has for a part of it,
/// where it has one alone: "the Sahara" beside "Western Sahara".
fn follow_longer_names(prepared: &Prepared, views: &mut [View]) {
    let printed = |view: &View, name: &PlaceName| {
        let words = prepared.slice(view.tree.range(name.words.clone())).to_lowercase();
        words.strip_prefix("the ").map_or_else(|| words.clone(), str::to_owned)
    };
    let is_area = |name: &PlaceName| {
        name.ranked.first().is_some_and(|place| place.kind == PlaceKind::NamedArea)
    };
    let mut longer: Vec<(String, Vec<PlaceEntry>)> = Vec::new();
    if !views.iter().flat_map(|view| &view.places).any(is_area) {
        return;
    }
    for view in views.iter() {
        for name in view.places.iter().filter(|name| name.words.len() > 1 && !is_area(name)) {
            let words = printed(view, name);
            if words.contains(' ') && !longer.iter().any(|(known, _)| *known == words) {
                longer.push((words, name.ranked.clone()));
            }
        }
    }
    for view in views {
        for at in 0..view.places.len() {
            let name = &view.places[at];
            if !is_area(name) {
                continue;
            }
            let end = format!(" {}", printed(view, name));
            let mut fitting = longer.iter().filter(|(words, _)| words.ends_with(&end));
            if let (Some((_, ranked)), None) = (fitting.next(), fitting.next()) {
                view.places[at].ranked.clone_from(ranked);
            }
        }
    }
}

/// A sentence with everything found in it.
#[derive(Debug)]
pub(crate) struct View {
    /// Its place among the text's sentences.
    pub(crate) index: usize,
    /// Where it stands, in bytes of the repaired text.
    pub(crate) range: Range<usize>,
    /// Its build.
    pub(crate) tree: Tree,
    /// Its amounts.
    pub(crate) quantities: Vec<QuantityMention>,
    /// Its dates.
    pub(crate) times: Vec<TimeMention>,
    /// Its parties' names.
    pub(crate) parties: Vec<PartyName>,
    /// Its lands' names.
    pub(crate) places: Vec<PlaceName>,
    /// The plain forms that each of its verbs may have.
    pub(crate) lemmas: Vec<&'static [String]>,
}

impl View {
    /// Looks at one sentence.
    pub(crate) fn of(
        prepared: &Prepared,
        sentence: &Sentence,
        index: usize,
        vocabulary: &Vocabulary,
        times: Vec<TimeMention>,
    ) -> Self {
        let begun = NamesBegun::of(prepared, sentence, vocabulary);
        let tree = tree(prepared, sentence, &begun, &[]);
        let quantities = quantity::tag(prepared, sentence);
        Self { quantities, times, ..Self::named(prepared, sentence, (index, tree), &begun) }
    }

    /// Looks at what stands around the quotations of a sentence that no other claim is made of: who
    /// speaks. `whole` are those that could stand as sentences by the look of them.
    pub(crate) fn around(
        prepared: &Prepared,
        sentence: &Sentence,
        index: usize,
        vocabulary: &Vocabulary,
        whole: &[Range<usize>],
    ) -> Self {
        let begun = NamesBegun::of(prepared, sentence, vocabulary);
        let tree = tree(prepared, sentence, &begun, whole);
        Self::named(prepared, sentence, (index, tree), &begun)
    }

    fn named(
        prepared: &Prepared,
        sentence: &Sentence,
        (index, tree): (usize, Tree),
        begun: &NamesBegun<'_>,
    ) -> Self {
        let parties = parties(prepared, &tree, begun);
        let places = places(prepared, sentence, &tree, begun);
        let lexicon = Lexicon::built_in();
        let lemmas = |at| if tree.is_verb(at) { lexicon.lemmas(tree.lower(at)) } else { &[] };
        let lemmas = (0..tree.len()).map(lemmas).collect();
        let (range, quantities, times) = (sentence.range.clone(), Vec::new(), Vec::new());
        Self { index, range, tree, quantities, times, parties, places, lemmas }
    }

    /// The plain forms that a word may have where it stands as a verb.
    pub(crate) fn lemmas(&self, at: usize) -> &'static [String] {
        self.lemmas.get(at).copied().unwrap_or_default()
    }

    /// The party's name that covers a word.
    pub(crate) fn party_at(&self, word: usize) -> Option<&PartyName> {
        self.parties.iter().find(|party| party.words.contains(&word))
    }

    /// The land's name that covers a word.
    pub(crate) fn place_at(&self, word: usize) -> Option<&PlaceName> {
        self.places.iter().find(|place| place.words.contains(&word))
    }

    /// The amounts that begin within some words.
    pub(crate) fn quantities_in(
        &self,
        words: Range<usize>,
    ) -> impl Iterator<Item = &QuantityMention> {
        let range = self.tree.range(words);
        self.quantities.iter().filter(move |mention| {
            range.start < mention.range.end
                && mention.number.start < range.end
                && mention.number.start >= range.start
        })
    }
}

fn tree(
    prepared: &Prepared,
    sentence: &Sentence,
    begun: &NamesBegun<'_>,
    apart: &[Range<usize>],
) -> Tree {
    let hint = |range: &Range<usize>| hints::hint(prepared, sentence, range, begun);
    Tree::without(prepared, sentence, &hint, apart)
}

fn parties(prepared: &Prepared, tree: &Tree, begun: &NamesBegun<'_>) -> Vec<PartyName> {
    let mut found: Vec<PartyName> = Vec::new();
    for (at, word) in tree.words().iter().enumerate() {
        let covered = found.last().is_some_and(|last| last.words.contains(&at));
        if covered
            || word.tag.name() == "XX"
            || !word.lower.chars().next().is_some_and(char::is_alphanumeric)
        {
            continue;
        }
        let Some(name) = begun.party(word.range.start) else { continue };
        let end = word.range.start + name.len;
        let words = tree.words_in(&(word.range.start..end));
        if is_backed(&word.lower) || is_of_nature(prepared, tree, at) {
            continue;
        }
        let (at_end, hyphenated) = (tree.word(words.end.wrapping_sub(1)), word.lower.contains('-'));
        let whole = at_end.is_some_and(|last| last.range.end <= end);
        if whole || hyphenated {
            found.push(PartyName { words: at..words.end.max(at + 1), found: name });
        }
    }
    found
}

/// Whether a name is only that of a water, a mountain or a cape: "Lake Velk", "the Gulf of Sarn".
fn is_of_nature(prepared: &Prepared, tree: &Tree, at: usize) -> bool {
    const NATURE: [&str; 14] = [
        "lake", "lakes", "mount", "river", "gulf", "strait", "straits", "bay", "cape", "sea",
        "fort", "isle", "port", "camp",
    ];
    let of = at.checked_sub(2).filter(|_| tree.lower(at - 1) == "of");
    let noun = of.or(at.checked_sub(1));
    let capital = |at: usize| {
        tree.word(at)
            .is_some_and(|word| prepared.slice(word.range.clone()).starts_with(char::is_uppercase))
    };
    noun.is_some_and(|noun| capital(noun) && NATURE.contains(&tree.lower(noun)))
}

/// Whether a word only says who stands behind somebody: "Borland-backed".
fn is_backed(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, ending)| {
        matches!(
            ending,
            "backed"
                | "supported"
                | "allied"
                | "aligned"
                | "armed"
                | "trained"
                | "funded"
                | "sponsored"
                | "brokered"
                | "mediated"
                | "recognised"
                | "recognized"
        )
    })
}

fn places(
    prepared: &Prepared,
    sentence: &Sentence,
    tree: &Tree,
    begun: &NamesBegun<'_>,
) -> Vec<PlaceName> {
    let vocabulary = begun.vocabulary;
    let mut found: Vec<PlaceName> = Vec::new();
    for (at, word) in tree.words().iter().enumerate() {
        let named = word.tag.name().starts_with("NN")
            || word.tag.name().starts_with("JJ")
            || word.tag.name() == "FW";
        let covered = || found.last().is_some_and(|last| last.words.contains(&at));
        if !named || !prepared.slice(word.range.clone()).contains(char::is_uppercase) || covered() {
            continue;
        }
        if lexeme::names_day_or_month(&word.lower) || NEVER_PLACES.contains(&word.lower.as_str()) {
            continue;
        }
        if let Some((words, own)) = own_region(prepared, tree, at, vocabulary) {
            found.push(PlaceName { words, found: PlaceFound::Own(own), ranked: Vec::new() });
            continue;
        }
        let text = prepared.slice(word.range.start..sentence.range.end);
        let Some(name) = begun.place(word.range.start) else { continue };
        let words = tree.words_in(&(word.range.start..word.range.start + name.len));
        let end = word.range.start + name.name_len;
        let whole = tree
            .words()
            .get(words.clone())
            .is_some_and(|list| list.iter().any(|w| w.range.end == end));
        let ordinary = name.ordinary_word && !is_located(tree, at);
        let part = words.len() == 1 && is_part_of_name(tree, at)
            || name.len == name.name_len
                && goes_on(prepared, tree, &words)
                && !begins_party(prepared, sentence, tree, words.end, vocabulary)
            || name.kind == PlaceKind::Settlement && is_speaker(tree, &words)
            || of_group(text, &name, vocabulary);
        let last = words.end.max(at + 1) - 1;
        let beside = only_compares(tree, last) || only_says_where(tree, last);
        if whole && !ordinary && !part && !beside {
            found.push(PlaceName {
                words: at..words.end.max(at + 1),
                found: PlaceFound::Listed(name),
                ranked: Vec::new(),
            });
        }
    }
    found
}

/// Words that the gazetteer has as names of villages but that reports never mean so.
const NEVER_PLACES: [&str; 46] = [
    "union",
    "republic",
    "federation",
    "senate",
    "council",
    "ministry",
    "court",
    "assembly",
    "commission",
    "parliament",
    "government",
    "secretary",
    "front",
    "movement",
    "league",
    "mission",
    "peace",
    "treaty",
    "congress",
    "house",
    "crown",
    "state",
    "on",
    "in",
    "at",
    "the",
    "of",
    "to",
    "an",
    "a",
    "as",
    "by",
    "for",
    "no",
    "so",
    "it",
    "he",
    "we",
    "ii",
    "pm",
    "am",
    "army",
    "minister",
    "president",
    "general",
    "says",
];

/// Whether a place's name only says how large another is: "the size of Sarn", "larger than Sarn".
fn only_compares(tree: &Tree, head: usize) -> bool {
    let above = tree.head(head).map_or("", |above| tree.lower(above));
    let measure = matches!(
        above,
        "size" | "large" | "larger" | "big" | "bigger" | "small" | "smaller" | "twice" | "half"
    );
    match crate::text::syntax::preposition(tree, head).as_deref() {
        Some("of") => above == "size",
        Some("than" | "as" | "like") => measure,
        _ => false,
    }
}

/// Whether a place with the noun after it only says where what is named next lies: "the Somali town of
/// Adan Yabaal".
fn only_says_where(tree: &Tree, last: usize) -> bool {
    super::lands::SETTLEMENTS.contains(&tree.lower(last))
        && tree.lower(last + 1) == "of"
        && tree.word(last + 2).is_some_and(|word| word.capital)
}

/// Whether a name stands where places stand: after a preposition of place or before a noun for land.
fn is_located(tree: &Tree, at: usize) -> bool {
    let head = tree.head(at);
    let before = |word: usize| {
        crate::text::syntax::preposition(tree, word).is_some_and(|case| {
            matches!(
                case.as_str(),
                "in" | "at" | "from" | "near" | "into" | "of" | "around" | "towards" | "to"
            )
        })
    };
    before(at)
        || head.is_some_and(|head| {
            tree.label(at) == "compound" && Lexicon::built_in().land.contains(tree.lower(head))
        })
}

/// Whether a name is only one word of a person's or a body's longer name.
fn is_part_of_name(tree: &Tree, at: usize) -> bool {
    let name = |at: usize| tree.tag(at).starts_with("NNP");
    let flat = tree.label(at) == "flat" || tree.child(at, &["flat"]).is_some();
    let titled = tree
        .children(at)
        .iter()
        .any(|child| Lexicon::built_in().people.contains(tree.lower(*child)));
    (flat || titled) && name(at)
}

/// Whether a name goes on with another capitalised word that is no noun for land: "Tal Velk".
fn goes_on(prepared: &Prepared, tree: &Tree, words: &Range<usize>) -> bool {
    let next = tree.word(words.end).filter(|next| {
        let capital = prepared.slice(next.range.clone()).starts_with(char::is_uppercase);
        capital && next.lower.len() > 2 && !lexeme::names_day_or_month(&next.lower)
    });
    next.is_some_and(|next| {
        tree.tag(words.end).starts_with("NNP")
            && tree.tag(words.start).starts_with("NNP")
            && !Lexicon::built_in().land.contains(&next.lower)
    })
}

/// Whether a party's name begins at a word.
fn begins_party(
    prepared: &Prepared,
    sentence: &Sentence,
    tree: &Tree,
    at: usize,
    vocabulary: &Vocabulary,
) -> bool {
    tree.word(at).is_some_and(|word| {
        let text = prepared.slice(word.range.start..sentence.range.end);
        vocabulary.parties.longest_match(text).is_some()
    })
}

/// Whether a name is the subject of a verb of saying, as people are and towns are not.
fn is_speaker(tree: &Tree, words: &Range<usize>) -> bool {
    let lexicon = Lexicon::built_in();
    words.clone().any(|at| {
        tree.label(at) == "nsubj"
            && tree.head(at).is_some_and(|verb| {
                lexicon.is_form_of(tree.lower(verb), &lexicon.say)
                    || tree.is_verb(verb) && tree.child(verb, &["obj", "xcomp"]).is_some()
            })
    })
}

/// Whether the same words name a group or a body: "UN".
fn of_group(text: &str, name: &PlaceMatch, vocabulary: &Vocabulary) -> bool {
    let party = vocabulary.parties.longest_match(text).filter(|party| party.len >= name.name_len);
    let kind = party.and_then(|party| Some(vocabulary.parties.party(&party.party)?.kind));
    matches!(kind, Some(PartyKind::ArmedGroup | PartyKind::Bloc | PartyKind::Body))
}

fn own_region(
    prepared: &Prepared,
    tree: &Tree,
    at: usize,
    vocabulary: &Vocabulary,
) -> Option<(Range<usize>, Vec<RegionCandidate>)> {
    (1..=vocabulary.most_words()).rev().find_map(|count| {
        let words = at..at.checked_add(count).filter(|end| *end <= tree.len())?;
        let known = vocabulary.regions(prepared.slice(tree.range(words.clone())));
        (!known.is_empty()).then(|| (words, known.to_vec()))
    })
}
