//! A sentence with everything found in it.

use super::{
    hints, lexicon::Lexicon, names_begun::NamesBegun, party_names::parties, place_names::places,
    vocabulary::Vocabulary,
};
use crate::text::{
    Prepared, Sentence,
    quantity::{self, QuantityMention},
    syntax::{Tagged, Tree},
    time::TimeMention,
};
use seisin_core::RegionCandidate;
use seisin_places::{PartyMatch, PlaceEntry, PlaceMatch};
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
        let tree = tagged(prepared, sentence, &begun, &[]).tree();
        let quantities = quantity::tag(prepared, sentence);
        Self { quantities, times, ..Self::named(prepared, sentence, (index, tree), &begun) }
    }

    /// Looks at what stands around the quotations of a sentence that no other claim is made of: who
    /// speaks. `whole` are those that could stand as sentences by the look of them. Nothing where its words
    /// are not `wanted` once their tags are known.
    pub(crate) fn around(
        prepared: &Prepared,
        sentence: &Sentence,
        (index, vocabulary): (usize, &Vocabulary),
        whole: &[Range<usize>],
        wanted: impl Fn(&Tagged<'_>) -> bool,
    ) -> Option<Self> {
        let begun = NamesBegun::of(prepared, sentence, vocabulary);
        let tagged = tagged(prepared, sentence, &begun, whole);
        let tree = wanted(&tagged).then(|| tagged.tree())?;
        Some(Self::named(prepared, sentence, (index, tree), &begun))
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

fn tagged<'a>(
    prepared: &'a Prepared,
    sentence: &Sentence,
    begun: &NamesBegun<'_>,
    apart: &[Range<usize>],
) -> Tagged<'a> {
    let hint = |range: &Range<usize>| hints::hint(prepared, sentence, range, begun);
    Tagged::of(prepared, sentence, &hint, apart)
}
