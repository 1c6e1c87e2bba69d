//! Offers and the answers to them.

mod about;
mod answer;
mod answer_nouns;
mod bare;
mod bargain;
mod conditions;
mod gapped_answer;
mod item;
mod judgement;
mod marked;
mod offered_by_noun;
mod ownership;
mod phrase;
mod plan;
mod plan_list;
mod plan_terms;
mod priced;
mod proposal;
mod put_forward;
mod quoted;
mod reached;
mod stance;
mod standing;
mod status;
mod terms;
mod trade;

pub(crate) use about::made_to_who_answers;
pub(crate) use plan::Plan;
pub(crate) use plan_list::PlanList;
