//! From prepared sentences to claims and problems.

mod amounts;
mod captured;
mod casualties;
mod context;
mod control;
mod dialogue;
mod draft;
mod drafting;
mod entries;
mod event;
mod exchange;
mod gapping;
mod hints;
mod labels;
mod land;
mod lands;
mod lexicon;
mod matter;
mod memory;
mod moving;
mod nominal;
mod pattern;
mod quotes;
mod reach;
mod reading;
mod remembering;
mod residual;
mod statement;
mod survey;
mod taking;
mod title;
mod titles;
mod told;
mod tolls;
mod view;
mod vocabulary;
mod when;
mod who;

pub use reading::{ReadSettings, SentenceParts, SentenceReading, read_sentence, read_text};
pub use vocabulary::Vocabulary;

pub(crate) use quotes::Quote;
pub(crate) use survey::{Said, Survey};
pub(crate) use view::{PartyName, PlaceFound, PlaceName, View as SentenceView};
