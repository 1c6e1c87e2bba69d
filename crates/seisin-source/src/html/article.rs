//! The article on a page, without its furniture.

use super::{
    limits::{self, TooMuch},
    passage::{Paragraph, joined, paragraphs},
};
use seisin_core::{Problem, ProblemKind};

/// What takes the article from a page, as it is named on record.
pub const ARTICLE_READER: &str = "legible 0.5.1";

/// The article on a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// Its headline, as the page shows it.
    pub title: Option<String>,
    /// Its paragraphs, with a blank line between two.
    pub text: String,
    /// Why it is less than the article, where it is.
    pub problems: Vec<Problem>,
}

/// The text of the article in the bytes of a page: what `cargo xtask score` compares.
///
/// # Example
/// ```
/// let page = "<nav><a href=/>Home</a></nav><article><h1>Sarn</h1><p>".to_owned()
///     + &"Arland says its forces hold more of Sarn, a spokesman said. ".repeat(20);
/// let text = seisin_source::article_text(page.as_bytes());
/// assert!(text.contains("forces hold more of Sarn") && !text.contains("Home"));
/// ```
pub fn article_text(page: &[u8]) -> String {
    let label = crate::encoding::in_page(page);
    let label = label.as_ref().map(|(label, by)| (label.as_str(), *by));
    let declared = crate::Declared { label, uri: None };
    article(&crate::decode(page, declared).text).text
}

/// Takes the article from a page.
///
/// # Method
/// Mozilla's Readability, by the crate `legible`, then our own pass over its paragraphs: captions
/// of pictures and paragraphs of which at least half are the words of links are left out.
///
/// # Accuracy
/// On the 181 pages of the article extraction benchmark F1 0.959 by its own measure; see
/// `docs/reference/formats.md`.
pub fn article(page: &str) -> Article {
    match limits::within(page) {
        Ok(()) => {}
        Err(TooMuch::Attributes) => {
            return Article {
                problems: vec![problem(
                    "a tag of the page has thousands of attributes; nothing of it was read",
                )],
                ..Article::default()
            };
        }
        Err(TooMuch::Elements) => {
            return whole(page, "the page nests its elements too deeply, or has too many");
        }
    }
    match legible::parse(page, None, None).or_else(|_| legible::parse(from_body(page), None, None))
    {
        Ok(found) => {
            let kept: Vec<Paragraph> =
                paragraphs(&found.content).into_iter().filter(|p| !p.is_furniture()).collect();
            let title = Some(found.title).filter(|title| !title.trim().is_empty());
            Article { title, text: joined(&kept), problems: Vec::new() }
        }
        Err(_) => whole(page, "no article was found on the page"),
    }
}

/// The page from its `<body` on: the library takes some class names of `<html>` for furniture.
fn from_body(page: &str) -> &str {
    let tag = page.as_bytes().windows(5).position(|name| name.eq_ignore_ascii_case(b"<body"));
    tag.and_then(|at| page.get(at..)).unwrap_or(page)
}

/// All the words of a page, where its article cannot be told.
fn whole(page: &str, why: &str) -> Article {
    let text = passage_text(page);
    let problems = vec![problem(&format!("{why}; all its words were read, its menus among them"))];
    Article { title: None, text, problems }
}

/// All the words of a passage in HTML, such as a feed's.
pub(crate) fn passage_text(passage: &str) -> String {
    joined(&paragraphs(passage))
}

fn problem(sentence: &str) -> Problem {
    Problem { span: None, kind: ProblemKind::Note, sentence: sentence.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn page(inside: &str) -> String {
        let text = "Arland says its forces hold more than 400 square miles, a spokesman said. ";
        format!("<body><div>{inside}</div><article><p>{}</p></article>", text.repeat(8))
    }

    #[test]
    fn pages_made_to_keep_a_parser_busy_are_read_in_time() {
        let many = |piece: &str, times: usize| page(&piece.repeat(times));
        let hostile = [
            many("<div>", 100_000),
            many("<div><p>a, b, c ", 30_000),
            many("<b><i><table>", 20_000),
            many("<a><p>word ", 3_000),
            page(&format!("<p {}>", "a=b ".repeat(100_000))),
            page(&format!(
                "<p {}>",
                (0..50_000).fold(String::new(), |tag, n| tag + &format!("a{n}/"))
            )),
            many("\0", 10_000),
            many("<!--", 10_000),
            many("&", 100_000),
        ];
        for page in hostile {
            let started = std::time::Instant::now();
            let article = article(&page);
            let head: String = page.chars().take(60).collect();
            assert!(started.elapsed().as_secs() < 20, "{head} took {:?}", started.elapsed());
            assert!(
                article.text.contains("400 square miles") || !article.problems.is_empty(),
                "{head}"
            );
        }
    }

    #[test]
    fn class_names_of_the_whole_page_do_not_hide_its_article() {
        let html = format!("<html class=\"header-spacing\"><head></head>{}</html>", page("x"));
        assert!(article(&html).text.contains("400 square miles"));
    }

    #[test]
    fn a_page_without_an_article_is_read_whole_and_told() {
        let found = article("<p>Sarn</p>");
        assert_eq!(found.text, "Sarn");
        assert!(found.problems.len() <= 1);
    }

    fn markup() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "<p>",
            "</p>",
            "<div class=\"comment\">",
            "</div>",
            "<a href=\"x\">",
            "</a>",
            "<table>",
            "<td>",
            "<b>",
            "</b>",
            "<svg>",
            "<math>",
            "<template>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<br/>",
            "&amp;",
            "&#0;",
            "&#xD800;",
            "Arland holds 400 km², it says. ",
            "\0",
            "<",
            "\"",
            "<body>",
            "<html>",
            "</html>",
            "<frameset>",
            "<noscript><img src=x></noscript>",
            "<h1>Sarn</h1>",
            "Курск ",
            "<select><option>",
            "<plaintext>",
        ]);
        prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn any_markup_is_read(page in markup()) {
            let _ = article(&page);
        }

        #[test]
        fn any_bytes_are_read(page in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = article_text(&page);
        }
    }
}
