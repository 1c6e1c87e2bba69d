//! `seisin schema`: what the records look like, as JSON Schemas made from the code.

use crate::{
    args::SchemaArgs,
    exit::{Failure, Outcome},
    wire::{AnnotationJson, CandidateJson, ClaimJson, ProblemJson},
};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use std::io::Write as _;

/// The records with a schema, by name.
pub(crate) const NAMES: [&str; 4] = ["claim", "problem", "annotation", "candidate"];

/// Prints one schema.
///
/// # Errors
/// Fails where standard output does.
pub(crate) fn print(args: &SchemaArgs) -> Result<Outcome, Failure> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &schema(&args.name)).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(Outcome::Done)
}

fn schema(name: &str) -> Schema {
    match name {
        "claim" => of::<ClaimJson>("seisin.claim/1"),
        "candidate" => of::<CandidateJson>("seisin.candidate/1"),
        "problem" => of::<ProblemJson>("seisin.problem/1"),
        _ => of::<AnnotationJson>("seisin.annotation/1"),
    }
}

fn of<T: JsonSchema>(name: &str) -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), name.into());
    if let Some(field) = schema.pointer_mut("/properties/schema") {
        *field = serde_json::json!({ "const": name });
    }
    schema
}
