//! Markup turned into paragraphs.

use super::{
    marks::{is_hidden, is_inline, is_void},
    walk::{Step, walk},
};

/// One paragraph of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its words, white space made single.
    pub(super) text: String,
    /// How many bytes of them are the words of links.
    linked: usize,
    /// Whether it stands under a picture.
    caption: bool,
}

impl Paragraph {
    /// Whether it belongs to the page rather than to the report: a caption, or mostly links.
    pub(super) fn is_furniture(&self) -> bool {
        self.caption || self.linked * 2 >= self.text.len()
    }
}

/// The paragraphs of a passage in HTML, in order, none of them empty.
pub(super) fn paragraphs(passage: &str) -> Vec<Paragraph> {
    let mut writer = Writer::default();
    walk(passage, |step| match step {
        Step::Open(tag) => writer.open(&tag.name, tag.self_closing),
        Step::Close(name) => writer.close(name),
        Step::Words(words) => writer.write(words),
    });
    writer.end_paragraph();
    writer.done
}

/// Paragraphs joined by a blank line.
pub(super) fn joined<'a>(paragraphs: impl IntoIterator<Item = &'a Paragraph>) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&paragraph.text);
    }
    text
}

#[derive(Default)]
struct Writer {
    done: Vec<Paragraph>,
    text: String,
    linked: usize,
    blank_before: bool,
    /// How deep inside elements of each kind the writer stands.
    hidden: Depth,
    figure: Depth,
    link: Depth,
}

/// How many elements of one kind are open.
#[derive(Default)]
struct Depth(usize);

impl Depth {
    const fn is_inside(&self) -> bool {
        self.0 > 0
    }

    const fn enter(&mut self) {
        self.0 += 1;
    }

    const fn leave(&mut self) {
        self.0 = self.0.saturating_sub(1);
    }
}

impl Writer {
    fn open(&mut self, name: &str, self_closing: bool) {
        if !is_inline(name) {
            self.end_paragraph();
        }
        if let Some(depth) = self.depth(name)
            && !self_closing
            && !is_void(name)
        {
            depth.enter();
        }
    }

    fn close(&mut self, name: &str) {
        if !is_inline(name) {
            self.end_paragraph();
        }
        if let Some(depth) = self.depth(name) {
            depth.leave();
        }
    }

    fn depth(&mut self, name: &str) -> Option<&mut Depth> {
        match name {
            "a" => Some(&mut self.link),
            "figure" | "figcaption" => Some(&mut self.figure),
            name if is_hidden(name) => Some(&mut self.hidden),
            _ => None,
        }
    }

    fn write(&mut self, words: &str) {
        if self.hidden.is_inside() {
            return;
        }
        for letter in words.chars() {
            if is_blank(letter) {
                self.blank_before = true;
                continue;
            }
            let before = self.text.len();
            if self.blank_before && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.blank_before = false;
            self.text.push(letter);
            if self.link.is_inside() {
                self.linked += self.text.len() - before;
            }
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        self.blank_before = false;
        if !text.is_empty() {
            self.done.push(Paragraph { text, linked, caption: self.figure.is_inside() });
        }
    }
}

/// White space that HTML folds; a no-break space is kept as it is.
const fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(passage: &str, expected: &[&str]) {
        let found = paragraphs(passage);
        let texts: Vec<&str> = found.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts, expected, "{passage}");
    }

    #[test]
    fn blocks_are_paragraphs_and_inline_marks_are_not() {
        check("<p>400 <b>square</b>\n miles<p>of&nbsp;Sarn", &["400 square miles", "of\u{a0}Sarn"]);
        check("one<br>two<hr/>three", &["one", "two", "three"]);
        check("<td>400</td><td>km&sup2;</td>", &["400", "km²"]);
        check("wo<i>rd</i>s &amp; &#8217;s &lt;b&gt;", &["words & ’s <b>"]);
        check("<script>if (a < b) {}</script><style>p{}</style><p>Sarn</p>", &["Sarn"]);
        check("</p></script></a>Sarn", &["Sarn"]);
        check("", &[]);
        check("<<<>>>", &["<<<>>>"]);
    }

    #[test]
    fn captions_and_lists_of_links_are_furniture() {
        let page = "<figure><img><figcaption>A map of Sarn</figcaption></figure>\
                    <p><a href=x>More on Sarn</a></p><p>Arland <a href=x>says</a> so.</p>";
        let kinds: Vec<bool> = paragraphs(page).iter().map(Paragraph::is_furniture).collect();
        assert_eq!(kinds, [true, true, false]);
    }
}
