//! Offers and the answers to them.

mod about;
mod answer;
mod bargain;
mod item;
mod judgement;
mod marked;
mod ownership;
mod phrase;
mod plan;
mod plan_list;
mod plan_terms;
mod proposal;
mod put_forward;
mod quoted;
mod stance;
mod standing;
mod status;
mod terms;
mod trade;

pub(crate) use plan::Plan;
pub(crate) use plan_list::PlanList;
