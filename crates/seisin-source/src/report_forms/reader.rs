//! Readers that notice when they give more than they should.

use std::{
    cell::Cell,
    io::{self, BufRead, BufReader, Read, Seek},
    rc::Rc,
};

/// A reader that can go back.
pub trait SeekableRead: Read + Seek + Send {}
impl<R: Read + Seek + Send> SeekableRead for R {}

/// The bytes of a source.
pub enum SourceReader {
    /// A file.
    File(Box<dyn SeekableRead>),
    /// A stream such as standard input, which cannot go back.
    Stream(Box<dyn Read + Send>),
}

/// What an unpacked stream says when it grows beyond reason.
pub(super) const EXPANDS: &str = "it expands without end";
/// What a header says when it does not end.
pub(super) const HEADER_WITHOUT_END: &str = "a header does not end";

/// Counts what is taken from a reader.
pub(super) struct Counted<R> {
    pub(super) inner: R,
    pub(super) count: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.set(self.count.get() + u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}

/// Unpacks gzip, and stops where the bytes become too many for what they came from.
pub(super) struct Unpacked<R> {
    inner: R,
    packed: Rc<Cell<u64>>,
    given: u64,
    free: u64,
    expansion: u64,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.given += u64::try_from(read).unwrap_or(u64::MAX);
        if self.given > self.free && self.given / self.expansion.max(1) > self.packed.get() {
            return Err(io::Error::other(EXPANDS));
        }
        Ok(read)
    }
}

/// `reader`, unpacked if it is gzip.
pub(super) fn unpacked<'a>(
    reader: Box<dyn Read + 'a>,
    limits: &super::SourceLimits,
) -> io::Result<Box<dyn BufRead + 'a>> {
    let packed = Rc::new(Cell::new(0));
    let mut raw =
        BufReader::with_capacity(1 << 16, Counted { inner: reader, count: packed.clone() });
    if !raw.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(raw));
    }
    let free = u64::try_from(limits.item_bytes).unwrap_or(u64::MAX);
    let inner = flate2::bufread::MultiGzDecoder::new(raw);
    let unpacked = Unpacked { inner, packed, given: 0, free, expansion: limits.expansion };
    Ok(Box::new(BufReader::with_capacity(1 << 16, unpacked)))
}

/// A reader whose lines, taken together, must not go beyond what is left in `left`, and in whose
/// lines bytes that are no UTF-8 are question marks: the reader of archives stops the program at
/// them. What is not read by lines is given as it is.
pub(super) struct Metered<R> {
    inner: R,
    left: Rc<Cell<usize>>,
    line: Vec<u8>,
}

impl<R> Metered<R> {
    pub(super) const fn new(inner: R, left: Rc<Cell<usize>>) -> Self {
        Self { inner, left, line: Vec::new() }
    }
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left.get() == 0 {
            return Err(io::Error::other(HEADER_WITHOUT_END));
        }
        let buffer = self.inner.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n').map_or(buffer.len(), |at| at + 1);
        self.line.clear();
        self.line.extend_from_slice(buffer.get(..end).unwrap_or_default());
        if std::str::from_utf8(&self.line).is_err() {
            self.line.iter_mut().filter(|byte| !byte.is_ascii()).for_each(|byte| *byte = b'?');
        }
        Ok(&self.line)
    }

    fn consume(&mut self, count: usize) {
        self.left.set(self.left.get().saturating_sub(count));
        self.inner.consume(count);
    }
}

/// All bytes of a reader; `None` where they are more than `limit`.
pub(super) fn all(reader: &mut dyn Read, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(most).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= limit).then_some(bytes))
}
