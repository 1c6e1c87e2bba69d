//! Acts about the right to land that no single verb tells: rulings, sovereignty, treaties, claims
//! laid, recognition withdrawn, awards refused.

mod act;
mod apart;
mod award_list;
mod buying;
mod cession;
mod claiming;
mod court;
mod draft;
mod ellipsis;
mod joining;
mod own;
mod passing;
mod proclaiming;
mod refusal;
mod seen_as;
mod several;
mod sovereignty;
mod surface;

pub(crate) use act::{TitleAct, Turn};
pub(crate) use ellipsis::TitleTold;
pub(crate) use refusal::TITLES;
pub(crate) use surface::{clause_words, noun_after, noun_before};
