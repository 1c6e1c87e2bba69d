//! A page's tags and words in their order, by the tokeniser of html5ever.

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};
use std::cell::RefCell;

/// One step through a page.
pub(super) enum Step<'a> {
    /// A start tag.
    Open(&'a Tag),
    /// The name of an end tag.
    Close(&'a str),
    /// Words, character references resolved.
    Words(&'a str),
}

/// Goes through a page once. Nothing is built, so neither depth nor order can hurt.
pub(super) fn walk(page: &str, take: impl FnMut(Step<'_>)) {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(take)), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(page));
    // Nothing below asks for a halt, so one call reads all.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
}

/// The value of an attribute.
pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|found| &*found.value)
}

struct Sink<F>(RefCell<F>);

impl<F: FnMut(Step<'_>)> TokenSink for Sink<F> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut take = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                take(Step::Open(&tag));
                return after(&tag);
            }
            Token::TagToken(tag) => take(Step::Close(&tag.name)),
            Token::CharacterTokens(words) => take(Step::Words(&words)),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What follows a start tag is not always markup.
fn after(tag: &Tag) -> TokenSinkResult<()> {
    match &*tag.name {
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}
