//! Stretches of ASCII, passed over sixteen bytes at a time.

/// How many bytes of ASCII some bytes begin with.
pub(crate) fn prefix(bytes: &[u8]) -> usize {
    const HIGH: u128 = 0x8080_8080_8080_8080_8080_8080_8080_8080;
    let (chunks, _) = bytes.as_chunks::<16>();
    let whole = chunks.iter().take_while(|chunk| u128::from_le_bytes(**chunk) & HIGH == 0);
    let passed = whole.count() * 16;
    let rest = bytes.get(passed..).unwrap_or_default();
    passed + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// The stretches of a text without ASCII, each with the character of ASCII after it.
pub(crate) fn others(text: &str) -> impl Iterator<Item = (&str, Option<u8>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(at..)?;
        let start = at + prefix(rest);
        let other = text.as_bytes().get(start..)?.iter().take_while(|byte| !byte.is_ascii());
        let end = start + other.count();
        at = end;
        let stretch = text.get(start..end).filter(|stretch| !stretch.is_empty())?;
        Some((stretch, text.as_bytes().get(end).copied()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stretches_without_ascii() {
        let found: Vec<_> = others("a’s “” café—").collect();
        assert_eq!(found, [("’", Some(b's')), ("“”", Some(b' ')), ("é—", None)]);
        assert_eq!(others("plain").count(), 0);
    }

    proptest! {
        #[test]
        fn the_prefix_is_what_one_byte_after_another_gives(text in "[a-z ’é]{0,80}") {
            let slow = text.bytes().take_while(u8::is_ascii).count();
            prop_assert_eq!(prefix(text.as_bytes()), slow);
        }
    }
}
