//! The tables, the guards that refuse change, and the two numbers that name the format.

use super::table::Table;
use rusqlite::Connection;

/// `seis` in ASCII: marks a file as a store of seisin among other `SQLite` databases.
pub(crate) const APPLICATION_ID: i32 = 0x7365_6973;

/// The version of the tables that this program writes and reads.
pub(crate) const VERSION: i32 = 6;

/// What stands in the single row of `store`.
pub(crate) const FORMAT: &str = "seisin ledger";

const TABLES: &str = include_str!("schema.sql");

/// Everything that a new store executes, in one script.
pub(crate) fn script() -> String {
    let guards: String = Table::guarded().map(guards).collect();
    format!(
        "{TABLES}{guards}PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
    )
}

/// The two triggers that refuse to change or remove rows of a table.
fn guards(table: &str) -> String {
    let guard = |verb: &str, name: &str| {
        format!(
            "CREATE TRIGGER {table}_refuses_{name} BEFORE {verb} ON {table} BEGIN \
             SELECT RAISE(ABORT, 'seisin never changes or removes a record ({table})'); END;\n"
        )
    };
    guard("UPDATE", "update") + &guard("DELETE", "delete")
}

/// The tables, indexes and triggers of a database, in a form that can be compared.
pub(crate) fn declared(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// What [`declared`] gives for a store as this program makes it.
pub(crate) fn expected() -> rusqlite::Result<Vec<(String, String)>> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(&script())?;
    declared(&fresh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_described_with_its_columns_in_order() {
        let store = Connection::open_in_memory().unwrap();
        store.execute_batch(&script()).unwrap();
        let columns = |table: &str| -> Vec<String> {
            store
                .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap()
        };
        for table in Table::ALL {
            let opaque = table.opaque.map(ToString::to_string);
            let described: Vec<String> = std::iter::once("id".to_owned())
                .chain(table.columns.iter().map(ToString::to_string))
                .chain(std::iter::once("batch".to_owned()))
                .chain(opaque)
                .collect();
            assert_eq!(columns(table.name), described, "{}", table.name);
        }
        let tables: Vec<String> = store
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let described: Vec<&str> = Table::guarded().collect();
        assert_eq!(tables, described);
    }
}
