//! Who says in which encoding some bytes are.

/// Who says in which encoding some bytes are, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ToldBy {
    /// The byte order mark they begin with.
    ByteOrderMark,
    /// The record beside the report.
    Sidecar,
    /// The header they were sent with.
    Http,
    /// The page's own `<meta>`.
    Page,
    /// The XML declaration they begin with.
    XmlDeclaration,
    /// Their form: they are UTF-8 and nothing says otherwise.
    Form,
    /// Nothing: the encoding is the one that explains them best.
    Detection,
}

impl ToldBy {
    /// The phrase that says so, fit to follow "the bytes were read as windows-1251, ".
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::ByteOrderMark => "as their byte order mark says",
            Self::Sidecar => "as the record beside the report says",
            Self::Http => "as the header they were sent with says",
            Self::Page => "as the page says itself",
            Self::XmlDeclaration => "as their XML declaration says",
            Self::Form => "which they are",
            Self::Detection => "which explains them best; nothing that holds for them names one",
        }
    }
}
