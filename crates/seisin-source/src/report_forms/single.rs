//! A file that is one report.

use super::{ItemError, each::Source, reader::all};
use crate::{Form, Item};
use std::{io::BufRead, ops::ControlFlow};

pub(super) fn read(
    source: &mut Source<'_, '_>,
    mut reader: Box<dyn BufRead + '_>,
    form: Form,
) -> ControlFlow<()> {
    let place = source.name.to_owned();
    match all(&mut reader, source.limits.item_bytes) {
        Ok(Some(bytes)) => source.hand(Item::new(&place, bytes, form, source.meta.clone())),
        Ok(None) => source.refuse(ItemError::TooLarge { place, limit: source.limits.item_bytes }),
        Err(error) => source.broken(place, &error),
    }
}
