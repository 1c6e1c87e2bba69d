//! What Rust source says to people: its string literals and its documentation.

/// A stretch of text with the line it starts on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
    pub(crate) text: String,
}

/// Where a stretch of text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A string literal.
    Literal,
    /// A line of documentation.
    Documentation,
}

/// The literals and documentation of a source file, up to its tests.
pub(crate) fn said(source: &str) -> Vec<Said> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut scanner = Scanner { rest: source, line: 1, said: Vec::new() };
    while scanner.step() {}
    scanner.said.into_iter().fold(Vec::new(), joined)
}

/// Adds a stretch of text; lines of documentation that follow each other are one stretch, so that a
/// quotation may go on from one to the next.
fn joined(mut said: Vec<Said>, next: Said) -> Vec<Said> {
    match said.last_mut() {
        Some(last)
            if last.kind == Kind::Documentation
                && next.kind == Kind::Documentation
                && last.line + last.text.lines().count() == next.line =>
        {
            last.text.push('\n');
            last.text.push_str(&next.text);
        }
        _ => said.push(next),
    }
    said
}

struct Scanner<'s> {
    rest: &'s str,
    line: usize,
    said: Vec<Said>,
}

impl Scanner<'_> {
    /// Goes past one comment, literal or character; gives whether there was one.
    fn step(&mut self) -> bool {
        if self.rest.starts_with("//") {
            self.line_comment();
        } else if self.rest.starts_with("/*") {
            let end = self.rest.find("*/").map_or(self.rest.len(), |end| end + 2);
            self.pass(end);
        } else if self.rest.starts_with('"') {
            self.pass(1);
            self.literal();
        } else if let Some(hashes) = self.raw_literal() {
            self.pass(hashes + 2);
            let close = format!("\"{}", "#".repeat(hashes));
            let end = self.rest.find(&close).unwrap_or(self.rest.len());
            self.say(Kind::Literal, end);
            self.pass(close.len().min(self.rest.len()));
        } else if let Some(length) = self.character() {
            self.pass(length);
        } else {
            let Some(first) = self.rest.chars().next() else { return false };
            self.pass(first.len_utf8());
        }
        true
    }

    fn line_comment(&mut self) {
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        let comment = self.rest.get(..end).unwrap_or_default();
        let is_documentation = comment.starts_with("///") || comment.starts_with("//!");
        if is_documentation {
            self.say(Kind::Documentation, end);
        } else {
            self.pass(end);
        }
    }

    fn literal(&mut self) {
        let mut escaped = false;
        let end = self.rest.char_indices().find(|(_, letter)| {
            let ends = *letter == '"' && !escaped;
            escaped = *letter == '\\' && !escaped;
            ends
        });
        let end = end.map_or(self.rest.len(), |(end, _)| end);
        self.say(Kind::Literal, end);
        self.pass(1.min(self.rest.len()));
    }

    /// How many hashes a raw literal that starts here has.
    fn raw_literal(&self) -> Option<usize> {
        let after = self.rest.strip_prefix('r')?;
        let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
        after.get(hashes..)?.starts_with('"').then_some(hashes)
    }

    /// How long a character literal that starts here is; a lifetime is none.
    fn character(&self) -> Option<usize> {
        let inside = self.rest.strip_prefix('\'')?;
        let first = inside.chars().next()?;
        let length =
            if first == '\\' { 1 + inside.get(1..)?.find('\'')? } else { first.len_utf8() };
        inside.get(length..)?.starts_with('\'').then_some(length + 2)
    }

    fn say(&mut self, kind: Kind, length: usize) {
        let text = self.rest.get(..length).unwrap_or_default().to_owned();
        self.said.push(Said { line: self.line, kind, text });
        self.pass(length);
    }

    fn pass(&mut self, length: usize) {
        let (passed, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.line += passed.matches('\n').count();
        self.rest = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_documentation_are_one_stretch() {
        let found = said("/// One \"two\n/// three\" four.\nfn f() {}\n/// Five.\n");
        let lines: Vec<_> = found.iter().map(|said| (said.line, said.text.as_str())).collect();
        assert_eq!(lines, [(1, "/// One \"two\n/// three\" four."), (4, "/// Five.")]);
    }

    #[test]
    fn literals_and_documentation_are_found_where_they_stand() {
        let source = "//! A module.\n// why\nfn f<'a>(c: &'a str) -> &'a str {\n    \
                      let q = '\"'; let b = b'\\''; /* \"no\" */\n    \
                      g(\"one \\\" two\", r#\"three \"four\"\"#)\n}\n/// Five.\n\
                      #[cfg(test)]\nmod tests { const T: &str = \"six\"; }\n";
        let found: Vec<_> =
            said(source).into_iter().map(|said| (said.line, said.kind, said.text)).collect();
        let literal = |line, text: &str| (line, Kind::Literal, text.to_owned());
        let documentation = |line, text: &str| (line, Kind::Documentation, text.to_owned());
        assert_eq!(
            found,
            [
                documentation(1, "//! A module."),
                literal(5, "one \\\" two"),
                literal(5, "three \"four\""),
                documentation(7, "/// Five."),
            ]
        );
    }
}
