//! Where two parties' land meets: the line of contact, its length and course.

mod answer;
mod request;
mod row;
mod territory;

pub use answer::contact;
pub use request::ContactRequest;
pub use row::{ContactFigure, ContactRow};
