//! What a page's JSON-LD says of its article.

use serde_json::{Map, Value};

/// How many objects of one block are looked at.
const MAX_OBJECTS: usize = 2_000;

/// What JSON-LD says of an article, as printed.
#[derive(Debug, Default)]
pub(super) struct LinkedArticle {
    pub(super) title: Option<String>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) uri: Option<String>,
    pub(super) language: Option<String>,
    pub(super) licence: Option<String>,
}

/// What a block of JSON-LD says of the first article it describes.
pub(super) fn article(block: &str) -> Option<LinkedArticle> {
    let block = block.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let value: Value = serde_json::from_str(block).ok()?;
    let objects = objects(&value);
    let members = objects.iter().find(|members| is_article(members))?;
    let word = |name: &str| members.get(name).and_then(text);
    Some(LinkedArticle {
        title: word("headline").or_else(|| word("name")),
        published: word("datePublished").or_else(|| word("dateCreated")),
        updated: word("dateModified"),
        publisher: members.get("publisher").and_then(|publisher| name_of(publisher, &objects)),
        uri: word("url").or_else(|| members.get("mainEntityOfPage").and_then(identifier)),
        language: word("inLanguage"),
        licence: word("license"),
    })
}

/// Every object of a block, outermost first, in order.
fn objects(value: &Value) -> Vec<&Map<String, Value>> {
    let mut found = Vec::new();
    let mut next = std::collections::VecDeque::from([value]);
    while let Some(value) = next.pop_front() {
        match value {
            Value::Array(values) => next.extend(values),
            Value::Object(members) if found.len() < MAX_OBJECTS => {
                found.push(members);
                next.extend(members.values().filter(|value| value.is_array() || value.is_object()));
            }
            _ => {}
        }
    }
    found
}

fn is_article(members: &Map<String, Value>) -> bool {
    let is =
        |name: &str| name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
    match members.get("@type") {
        Some(Value::String(name)) => is(name) && members.len() > 2,
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

/// The name of an organisation, given in place or by its `@id`.
fn name_of(value: &Value, objects: &[&Map<String, Value>]) -> Option<String> {
    let value = match value {
        Value::Array(values) => values.first()?,
        value => value,
    };
    let members = match value {
        Value::String(name) => return Some(name.clone()),
        value => value.as_object()?,
    };
    if let Some(name) = members.get("name").and_then(text) {
        return Some(name);
    }
    let id = members.get("@id")?;
    let named = objects.iter().filter(|other| other.get("@id") == Some(id));
    named.filter_map(|other| other.get("name")).find_map(text)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(values) => values.first().and_then(Value::as_str).map(str::to_owned),
        Value::Object(members) => members.get("name").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

fn identifier(value: &Value) -> Option<String> {
    match value {
        Value::Object(members) => members.get("@id").and_then(Value::as_str).map(str::to_owned),
        value => text(value),
    }
}
