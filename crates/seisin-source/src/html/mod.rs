//! Web pages: the article on them, and what they say of themselves.

mod article;
mod head;
mod json_ld;
mod limits;
mod marks;
mod passage;
mod walk;

pub(crate) use article::passage_text;
pub use article::{ARTICLE_READER, Article, article, article_text};
pub(crate) use head::page_meta;
