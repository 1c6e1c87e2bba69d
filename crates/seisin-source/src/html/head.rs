//! What a page says of itself: headline, publisher, dates, address, language.

use super::{
    json_ld,
    walk::{Step, attribute, walk},
};
use crate::DocumentMeta;
use html5ever::tokenizer::Tag;
use seisin_core::Licence;
use std::collections::BTreeMap;

/// The longest value taken.
const MAX_VALUE: usize = 2_000;

/// What a page says of itself.
///
/// # Method
/// JSON-LD of schema.org before Open Graph, that before Dublin Core and other `<meta>`, those
/// before what the page shows (`<title>`, `<time>`, `<html lang>`).
pub(crate) fn page_meta(page: &str) -> DocumentMeta {
    let mut found = Found::default();
    walk(page, |step| match step {
        Step::Open(tag) => found.open(tag),
        Step::Words(words) => found.write(words),
        Step::Close(_) => found.close(),
    });
    found.close();
    found.meta()
}

/// What is being gathered.
#[derive(Default)]
struct Found {
    /// By kind of value and rank of who says it, lowest first.
    values: BTreeMap<(Slot, usize), String>,
    blocks: Vec<String>,
    reading: Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Title,
    Publisher,
    Published,
    Updated,
    Uri,
    Language,
    Licence,
}

/// Which element's words are being read.
#[derive(Default)]
enum Reading {
    #[default]
    Nothing,
    Title(String),
    Linked(String),
}

/// The names of `<meta>` in the order of trust, each with what it says.
const NAMES: [(&str, Slot); 34] = [
    ("og:title", Slot::Title),
    ("twitter:title", Slot::Title),
    ("dc.title", Slot::Title),
    ("dcterms.title", Slot::Title),
    ("og:site_name", Slot::Publisher),
    ("dc.publisher", Slot::Publisher),
    ("dcterms.publisher", Slot::Publisher),
    ("publisher", Slot::Publisher),
    ("application-name", Slot::Publisher),
    ("article:published_time", Slot::Published),
    ("og:published_time", Slot::Published),
    ("datepublished", Slot::Published),
    ("dcterms.issued", Slot::Published),
    ("dcterms.created", Slot::Published),
    ("dc.date.issued", Slot::Published),
    ("dc.date", Slot::Published),
    ("citation_publication_date", Slot::Published),
    ("parsely-pub-date", Slot::Published),
    ("sailthru.date", Slot::Published),
    ("publishdate", Slot::Published),
    ("publish-date", Slot::Published),
    ("pubdate", Slot::Published),
    ("date", Slot::Published),
    ("article:modified_time", Slot::Updated),
    ("og:updated_time", Slot::Updated),
    ("datemodified", Slot::Updated),
    ("dcterms.modified", Slot::Updated),
    ("last-modified", Slot::Updated),
    ("og:url", Slot::Uri),
    ("og:locale", Slot::Language),
    ("content-language", Slot::Language),
    ("dc.language", Slot::Language),
    ("dcterms.language", Slot::Language),
    ("dcterms.license", Slot::Licence),
];

/// The rank of what an element shows, after every `<meta>`.
const SHOWN: usize = NAMES.len();

impl Found {
    fn open(&mut self, tag: &Tag) {
        self.close();
        match &*tag.name {
            "meta" => self.meta_element(tag),
            "link" => self.link(tag),
            "html" => self.put(Slot::Language, SHOWN, attribute(tag, "lang")),
            "time" => self.time(tag),
            "title" => self.reading = Reading::Title(String::new()),
            "script" if is_linked(tag) => self.reading = Reading::Linked(String::new()),
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        if let Reading::Title(text) | Reading::Linked(text) = &mut self.reading {
            text.push_str(words);
        }
    }

    fn close(&mut self) {
        match std::mem::take(&mut self.reading) {
            Reading::Nothing => {}
            Reading::Title(text) => self.put(Slot::Title, SHOWN, Some(&text)),
            Reading::Linked(text) => self.blocks.push(text),
        }
    }

    fn meta_element(&mut self, tag: &Tag) {
        let named = ["property", "name", "itemprop", "http-equiv"]
            .into_iter()
            .filter_map(|name| attribute(tag, name));
        for name in named {
            let name = name.to_ascii_lowercase();
            if let Some(rank) = NAMES.iter().position(|(known, _)| *known == name) {
                self.put(NAMES[rank].1, rank, attribute(tag, "content"));
            }
        }
    }

    fn link(&mut self, tag: &Tag) {
        let href = attribute(tag, "href").filter(|href| href.contains("://"));
        match attribute(tag, "rel").map(str::to_ascii_lowercase).as_deref() {
            Some("canonical") => self.put(Slot::Uri, 0, href),
            Some("license") => self.put(Slot::Licence, 0, href),
            _ => {}
        }
    }

    fn time(&mut self, tag: &Tag) {
        let slot = match attribute(tag, "itemprop") {
            Some(name) if name.eq_ignore_ascii_case("datemodified") => Slot::Updated,
            Some(name) if name.eq_ignore_ascii_case("datepublished") => Slot::Published,
            _ if attribute(tag, "pubdate").is_some() => Slot::Published,
            _ => return,
        };
        self.put(slot, SHOWN, attribute(tag, "datetime"));
    }

    fn put(&mut self, slot: Slot, rank: usize, value: Option<&str>) {
        let value: String =
            value.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() && value.len() <= MAX_VALUE {
            self.values.entry((slot, rank)).or_insert(value);
        }
    }

    fn best(&self, slot: Slot) -> Option<String> {
        self.values.range((slot, 0)..=(slot, SHOWN)).next().map(|(_, value)| value.clone())
    }

    fn meta(self) -> DocumentMeta {
        let linked = self.blocks.iter().find_map(|block| json_ld::article(block));
        let linked = linked.unwrap_or_default();
        let mut meta = DocumentMeta {
            title: linked.title.or_else(|| self.best(Slot::Title)),
            publisher: linked.publisher.or_else(|| self.best(Slot::Publisher)),
            uri: self.best(Slot::Uri).or(linked.uri),
            language: linked.language.or_else(|| self.best(Slot::Language)).as_deref().map(as_tag),
            licence: linked.licence.or_else(|| self.best(Slot::Licence)).map(Licence),
            ..DocumentMeta::default()
        };
        meta.take_dates(
            linked.published.or_else(|| self.best(Slot::Published)),
            linked.updated.or_else(|| self.best(Slot::Updated)),
        );
        meta
    }
}

fn is_linked(tag: &Tag) -> bool {
    attribute(tag, "type")
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

/// `en_US` of Open Graph as the tag `en-US`.
fn as_tag(language: &str) -> String {
    language.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_careful_statement_of_a_page_is_taken() {
        let meta = page_meta(
            r##"<html lang="en"><head><title> Sarn &amp; Velk | Wire </title>
            <meta property="og:title" content="Sarn and Velk"><meta name=date content="last week">
            <meta property="article:published_time" content="2030-01-14T09:00:00+0200">
            <link rel="canonical" href="https://wire.example/a1"><meta property="og:url" content="/a1">
            <script type="application/ld+json">{"@graph": [
              {"@type": "NewsMediaOrganization", "@id": "#us", "name": "Wire"},
              {"@type": ["NewsArticle"], "headline": "Arland holds more of Sarn",
               "dateModified": "2030-01-15", "publisher": {"@id": "#us"}}]}</script>"##,
        );
        assert_eq!(meta.title.as_deref(), Some("Arland holds more of Sarn"));
        assert_eq!(meta.publisher.as_deref(), Some("Wire"));
        assert_eq!(meta.published.unwrap().to_string(), "2030-01-14T07:00:00Z");
        assert_eq!(meta.updated.unwrap().to_string(), "2030-01-15");
        assert_eq!(meta.uri.as_deref(), Some("https://wire.example/a1"));
        assert_eq!(meta.language.as_deref(), Some("en"));
        assert!(meta.notes.is_empty());
    }

    #[test]
    fn without_anything_better_the_page_itself_is_taken() {
        let meta = page_meta(
            "<html lang=uk><title>Сарн</title><time itemprop=datePublished datetime='2030-01-14'>",
        );
        assert_eq!(meta.title.as_deref(), Some("Сарн"));
        assert_eq!(meta.language.as_deref(), Some("uk"));
        assert_eq!(meta.published.unwrap().to_string(), "2030-01-14");
        let meta =
            page_meta("<meta name=date content='last week'><script type=application/ld+json>{");
        assert_eq!(meta.published_original_value.as_deref(), Some("last week"));
    }
}
