//! What a command put on record, as JSON, `seisin.added/1`.

use crate::output::Record;
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.added/1";

/// What a command put on record.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AddedJson {
    schema: &'static str,
    what: &'static str,
    name: String,
    added: usize,
    on_record: usize,
    problems: usize,
}

impl AddedJson {
    /// So many new things of a kind under a name.
    pub(crate) fn new(what: &'static str, name: &str, added: usize) -> Self {
        let name = name.to_owned();
        Self { schema: SCHEMA, what, name, added, on_record: 0, problems: 0 }
    }

    /// The same beside so many that were on record, with so many problems met.
    pub(crate) fn beside(self, on_record: usize, problems: usize) -> Self {
        Self { on_record, problems, ..self }
    }
}

impl Record for AddedJson {
    const COLUMNS: &'static [&'static str] = &["what", "name", "added", "on_record", "problems"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.what.to_owned(),
            self.name.clone(),
            self.added.to_string(),
            self.on_record.to_string(),
            self.problems.to_string(),
        ]
    }
}
