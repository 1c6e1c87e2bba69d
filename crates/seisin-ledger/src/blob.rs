//! Captured bytes, made ready for the store away from it.

use seisin_core::Digest;

/// How the bytes of a blob stand in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Codec {
    /// As they are.
    Plain,
    /// Compressed with Zstandard.
    Zstd,
    /// A shape, packed: told by what it shares with another where there is a base.
    Shape,
}

impl Codec {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Zstd => "zstd",
            Self::Shape => "shape",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Plain, Self::Zstd, Self::Shape].into_iter().find(|codec| codec.word() == word)
    }
}

/// Captured bytes with their digest, compressed and ready to append.
///
/// Compressing and hashing take most of the time an append needs, and neither needs the store: make
/// the blobs on many threads and append them on one. Bytes that [`Ledger::has_blobs`] knows already
/// need not be made at all.
///
/// [`Ledger::has_blobs`]: crate::Ledger::has_blobs
///
/// # Example
/// ```
/// use seisin_core::Digest;
/// use seisin_ledger::PreparedBlob;
/// let blob = PreparedBlob::compress(b"Arland says its forces hold Sarn.");
/// assert_eq!(blob.digest(), Digest::of(b"Arland says its forces hold Sarn."));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparedBlob {
    pub(crate) digest: Digest,
    pub(crate) size: usize,
    pub(crate) codec: Codec,
    pub(crate) content: Vec<u8>,
}

impl PreparedBlob {
    /// Zstandard's own default: the best trade for maps of some hundred kilobytes.
    const LEVEL: i32 = 3;

    /// Hashes and compresses `bytes`; what does not get smaller is kept as it is.
    pub fn compress(bytes: &[u8]) -> Self {
        let digest = Digest::of(bytes);
        let compressed = zstd::bulk::compress(bytes, Self::LEVEL)
            .ok()
            .filter(|compressed| compressed.len() < bytes.len());
        let (codec, content) = match compressed {
            Some(compressed) => (Codec::Zstd, compressed),
            None => (Codec::Plain, bytes.to_vec()),
        };
        Self { digest, size: bytes.len(), codec, content }
    }

    /// The digest of the bytes before compression.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// How many bytes there were before compression.
    pub const fn size(&self) -> usize {
        self.size
    }

    /// How many bytes the store will hold.
    pub fn stored_size(&self) -> usize {
        self.content.len()
    }
}
