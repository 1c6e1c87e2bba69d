//! What a reading of one document carries from sentence to sentence.

use super::{
    lexicon::Lexicon,
    memory::{Memory, Place},
    view::View,
    vocabulary::Vocabulary,
};
use crate::text::Prepared;
use seisin_core::{Date, Edtf, PartyId, PartyRef, RegionId, RegionRef};
use std::ops::Range;

/// What a reading of one document carries from sentence to sentence.
pub(crate) struct Context<'a> {
    /// The document made ready.
    pub(crate) prepared: &'a Prepared,
    /// The names it may use.
    pub(crate) vocabulary: &'a Vocabulary,
    /// The word lists.
    pub(crate) lexicon: &'static Lexicon,
    /// What was spoken of so far.
    pub(crate) memory: Memory,
    /// The countries it speaks of, which make their places likelier.
    pub(crate) near: Vec<RegionId>,
    /// The day it speaks on.
    pub(crate) today: Option<Date>,
    /// Who speaks in the quotation that is being read.
    pub(crate) voice: Option<PartyRef>,
    /// Who has the word, in a record of who said what in turn.
    pub(crate) turn: Option<seisin_core::SourceLink>,
    /// Who held land last, as told, and which.
    pub(crate) holding: Option<(PartyRef, Option<RegionRef>)>,
    /// The date of the last event told, and in which sentence.
    pub(crate) told_of: Option<(usize, Edtf)>,
    /// Where that sentence begins, in bytes of the repaired text.
    pub(crate) told_from: usize,
    /// The dates of the chronicle’s entries, where it is one.
    pub(crate) entries: super::entries::Entries,
    /// The date that a sentence before this one gives what happened: which sentence, and where it begins.
    pub(crate) spoken_of: Option<(usize, usize, Edtf)>,
    /// Until when the sentence before says that something went on.
    pub(crate) until: Option<Edtf>,
    /// From when the losses counted last are counted, and where that sentence begins.
    pub(crate) counted_since: Option<(usize, super::when::Dated)>,
    /// The last fight told of with its date: which sentence, and when.
    pub(crate) fought: Option<(usize, Edtf)>,
    /// Who fought whom, as told so far, and in which sentence.
    pub(crate) fights: Vec<(usize, PartyRef, PartyRef)>,
    /// From when to when the paragraph’s events went on, and where its sentence told of last begins.
    pub(crate) course: Option<super::course::Course>,
    /// The same of all paragraphs, while they tell of one fight.
    pub(crate) war: Option<super::course::Course>,
    /// The date of the last event told that is news: of the weeks before the document’s day.
    pub(crate) news: Option<Edtf>,
    /// Where land changed hands last, and in which sentence.
    pub(crate) fought_at: Option<(usize, RegionRef)>,
    /// By which names the document calls its lands, by their ids.
    pub(crate) printed: std::collections::BTreeMap<RegionId, String>,
    /// How often each party is named in the document, the most often first.
    pub(crate) named: Vec<(usize, PartyRef)>,
    /// Who says what the lines of a list after it tell: "The ministry recalls".
    pub(crate) lead: Option<seisin_core::SourceLink>,
    /// Who is said to speak by the label of this sentence: "The ministry: …".
    pub(crate) label: Option<seisin_core::SourceLink>,
    /// What the line over a list says of the places under it.
    pub(crate) list_head: Option<super::listed::ListHead>,
    /// What the label of this sentence says of the names after it: "In control: …".
    pub(crate) label_told: Option<super::labelled::LabelTold>,
    /// Who lost people last, and in which sentence.
    pub(crate) last_loss: Option<(usize, PartyRef)>,
    /// The count of people lost told last, and in which sentence.
    pub(crate) toll_told: Option<(usize, super::draft::Draft)>,
    /// The offers read so far.
    pub(crate) offers: Vec<OfferMade>,
    /// The title told of last.
    pub(crate) last_title: Option<super::title::TitleTold>,
    /// The court or arbiters told of last as having ruled, and in which sentence.
    pub(crate) court_seen: Option<(usize, PartyRef)>,
    /// Whether the document names any party at all: what neighbours claim of each other and clubs
    /// offer each other is of another sort.
    pub(crate) among_parties: bool,
    /// Who broke away last.
    pub(crate) last_seceder: Option<PartyRef>,
    /// The title or answer told of last.
    pub(crate) last_told: Option<super::title::TitleTold>,
    /// The plans, deals and offers spoken of so far.
    pub(crate) plans: Vec<super::exchange::Plan>,
    /// The list of terms that is being read.
    pub(crate) plan_list: Option<super::exchange::PlanList>,
    /// The quotations of the document.
    pub(crate) quoted_here: Vec<super::quotes::Quote>,
    /// Who was told to act, and on what land.
    pub(crate) acts: Vec<super::absent::ActTold>,
    /// The state whose places the document names.
    pub(crate) home: Option<PartyRef>,
    /// What was counted last.
    pub(crate) counted: Option<super::bare_counts::Counted>,
    /// The lands told of last in the plural, and in which sentence.
    pub(crate) plural: Option<(usize, String)>,
    /// What the sentence before asked.
    pub(crate) asked: Option<super::asked::Asked>,
    /// Whether a question is read as if it said what it asks.
    pub(crate) asking: bool,
    /// Who attacked last, and in which sentence.
    pub(crate) attacker: Option<(usize, PartyRef)>,
    /// What the document calls those who fight a state, where it does so more than once: "militants".
    pub(crate) rebels: Option<String>,
    /// The two sides of the document, where it tells of just two.
    pub(crate) sides: Option<[PartyRef; 2]>,
}

/// An offer read so far, for the answers to it.
#[derive(Debug, Clone)]
pub(crate) struct OfferMade {
    /// Who made it.
    pub(crate) party: Option<PartyRef>,
    /// To whom.
    pub(crate) counterparty: Option<PartyRef>,
    /// In which sentence.
    pub(crate) sentence: usize,
    /// Its words.
    pub(crate) words: String,
    /// Its terms.
    pub(crate) detail: seisin_core::Detail,
    /// Its land.
    pub(crate) region: Option<RegionRef>,
}

/// Something found, and the words that name it.
#[derive(Debug, Clone)]
pub(crate) struct Found<T> {
    /// What.
    pub(crate) value: T,
    /// The words, by their places in the tree.
    pub(crate) words: Range<usize>,
    /// How it was found.
    pub(crate) how: How,
}

/// How a party or a land was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// Its name stands there.
    Named,
    /// A pronoun or a noun without a name stands for what was named before.
    Referred,
    /// A name that no list knows.
    Unlisted,
    /// A phrase that names nothing by itself: "four villages".
    Phrase,
}

impl<'a> Context<'a> {
    /// Nothing carried yet, on a day, with the countries a document speaks of.
    pub(crate) fn new(
        prepared: &'a Prepared,
        vocabulary: &'a Vocabulary,
        near: Vec<RegionId>,
        today: Option<Date>,
    ) -> Self {
        Self {
            prepared,
            vocabulary,
            lexicon: Lexicon::built_in(),
            memory: Memory::default(),
            near,
            today,
            voice: None,
            turn: None,
            holding: None,
            told_of: None,
            told_from: 0,
            entries: super::entries::Entries::default(),
            spoken_of: None,
            label: None,
            label_told: None,
            list_head: None,
            counted_since: None,
            until: None,
            fought: None,
            course: None,
            war: None,
            news: None,
            fights: Vec::new(),
            fought_at: None,
            printed: std::collections::BTreeMap::new(),
            named: Vec::new(),
            lead: None,
            last_loss: None,
            toll_told: None,
            offers: Vec::new(),
            last_title: None,
            court_seen: None,
            last_seceder: None,
            among_parties: true,
            last_told: None,
            plans: Vec::new(),
            plan_list: None,
            quoted_here: Vec::new(),
            acts: Vec::new(),
            counted: None,
            plural: None,
            asked: None,
            asking: false,
            attacker: None,
            rebels: None,
            sides: None,
            home: None,
        }
    }
}

impl Context<'_> {
    /// Lets go of offers and plans that no sentence after `sentence` can go back to, once they are
    /// many; the last is kept.
    pub(crate) fn forget(&mut self, sentence: usize) {
        const MANY: usize = 100;
        const FIGHTS: usize = 12;
        const FARTHEST: usize = 40;
        let gone = |told: usize| told + FARTHEST < sentence;
        if self.offers.len() > MANY {
            let old = self.offers.partition_point(|offer| gone(offer.sentence));
            self.offers.drain(..old.min(self.offers.len() - 1));
        }
        let fights = self.fights.len().saturating_sub(FIGHTS);
        self.fights.drain(..fights);
        if self.plans.len() > MANY {
            let old = self.plans.partition_point(|plan| gone(plan.sentence));
            self.plans.drain(..old.min(self.plans.len() - 1));
        }
    }

    /// The repaired words at some places of a sentence's tree.
    pub(crate) fn text(&self, view: &View, words: Range<usize>) -> String {
        let range = view.tree.range(words);
        let mut words = self.prepared.slice(range).split_whitespace();
        let mut text = words.next().unwrap_or("").to_owned();
        for word in words {
            text.push(' ');
            text.push_str(word);
        }
        text
    }

    /// The other of the document's two sides.
    pub(crate) fn other_side_of(&self, party: &PartyRef) -> Option<PartyRef> {
        let [first, second] = self.sides.as_ref()?;
        match (first.id == party.id, second.id == party.id) {
            (true, false) => Some(second.clone()),
            (false, true) => Some(first.clone()),
            _ => None,
        }
    }

    /// A place in the text.
    pub(crate) const fn place(view: &View, word: usize) -> Place {
        (view.index, word)
    }
}

/// A party that no list knows, under the words that name it.
pub(crate) fn unlisted_party(phrase: &str) -> PartyRef {
    let name = without_article(phrase);
    PartyRef { id: PartyId(slug(name)), name: name.to_owned(), mention: phrase.to_owned() }
}

/// A land that no list knows, by its name and the words that name it.
pub(crate) const fn unlisted_region(name: String, mention: String) -> RegionRef {
    RegionRef { id: None, name, mention, candidates: Vec::new() }
}

/// A phrase without the article before it.
pub(crate) fn without_article(phrase: &str) -> &str {
    ["the ", "The ", "a ", "A ", "an ", "An ", "its ", "Its ", "their ", "his "]
        .iter()
        .find_map(|article| phrase.strip_prefix(article))
        .unwrap_or(phrase)
}

/// Lower case, words joined by hyphens.
pub(crate) fn slug(phrase: &str) -> String {
    seisin_places::fold(phrase).replace(' ', "-")
}
