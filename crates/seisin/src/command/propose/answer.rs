//! A model's answer taken apart into candidates.

use crate::wire::CandidateJson;
use seisin_core::Document;
use serde_json::{Map, Value, json};

/// The most candidates taken of one report.
const MOST: usize = 500;

/// The candidates of an answer, and why others are none.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) candidates: Vec<CandidateJson>,
    pub(super) refused: Vec<String>,
}

/// Takes an answer apart.
///
/// # Errors
/// Why the answer as a whole holds no list of candidates.
pub(super) fn take_apart(answer: &str, model: &str, document: &Document) -> Result<Answer, String> {
    let outer: Value = serde_json::from_str(answer)
        .map_err(|error| format!("the answer is not of the protocol: {error}"))?;
    let said = outer["choices"][0]["message"]["content"].as_str();
    let said = said.ok_or("the answer is not of the protocol: it has no message")?;
    let listed: Value = serde_json::from_str(unfenced(said))
        .map_err(|error| format!("the model did not answer in JSON: {error}"))?;
    let listed = listed["candidates"].as_array().ok_or("the model gave no list of candidates")?;
    let (mut candidates, mut refused) = (Vec::new(), Vec::new());
    for (number, one) in (1..).zip(listed.iter().take(MOST)) {
        match candidate(one, model, document) {
            Ok(candidate) => candidates.push(candidate),
            Err(why) => refused.push(format!("candidate {number} is none: {why}")),
        }
    }
    if listed.len() > MOST {
        refused.push(format!("{} more than {MOST} candidates", listed.len() - MOST));
    }
    Ok(Answer { candidates, refused })
}

/// The JSON of an answer that a model put between fences.
fn unfenced(said: &str) -> &str {
    let said = said.trim();
    let inner = said.strip_prefix("```json").or_else(|| said.strip_prefix("```"));
    inner.and_then(|inner| inner.strip_suffix("```")).unwrap_or(said).trim()
}

fn candidate(one: &Value, model: &str, document: &Document) -> Result<CandidateJson, String> {
    let fields = one.as_object().ok_or("it is no object")?;
    let said = fields.iter().filter(|(_, value)| !value.is_null());
    let mut fields: Map<String, Value> =
        said.map(|(name, value)| (name.clone(), value.clone())).collect();
    fields.insert("schema".to_owned(), json!(crate::wire::CANDIDATE_SCHEMA));
    fields.insert("reader".to_owned(), json!({"id": model, "version": "chat-completions"}));
    fields.insert("document".to_owned(), json!({"id": document.id.to_string()}));
    let json: CandidateJson =
        serde_json::from_value(Value::Object(fields)).map_err(|error| error.to_string())?;
    json.candidate()?;
    Ok(json)
}
