//! Every verb that a rule asks for by its plain form is known in all its forms: of one that no list has,
//! no form is, and the rule would never hold.

use super::Lexicon;
use std::{collections::BTreeMap, fs, path::Path};

/// The questions that take plain forms of verbs.
const ASKED: [&str; 3] = ["is_one_of(", "is_form_of_any(", "is_form("];

/// The words between quotation marks in some source.
fn quoted(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2)
}

/// What stands between the bracket that has just been opened and the one that closes it.
fn bracketed(source: &str, (open, close): (char, char)) -> &str {
    let mut depth = 1;
    let end = source.char_indices().find(|(_, letter)| {
        depth += i32::from(*letter == open) - i32::from(*letter == close);
        depth == 0
    });
    source.get(..end.map_or(source.len(), |(at, _)| at)).unwrap_or("")
}

/// The lists of words that a source file names, by their names.
fn lists(source: &str) -> BTreeMap<&str, &str> {
    let named = |part: &'_ str| -> Option<(usize, usize)> {
        let colon = part.find(": [&str;")?;
        let equals = part.find("= [").or_else(|| part.find("=\n    ["))?;
        Some((colon, equals + part.get(equals..)?.find('[')? + 1))
    };
    let list = |part: &&'_ str| named(part);
    source
        .split("const ")
        .skip(1)
        .filter_map(|part| {
            let (colon, begins) = list(&part)?;
            Some((part.get(..colon)?, bracketed(part.get(begins..)?, ('[', ']'))))
        })
        .collect()
}

/// The plain forms that a source file asks for.
fn asked(source: &str) -> Vec<String> {
    let lists = lists(source);
    let mut found = Vec::new();
    for question in ASKED {
        for (at, _) in source.match_indices(question) {
            let inside = bracketed(source.get(at + question.len()..).unwrap_or(""), ('(', ')'));
            found.extend(quoted(inside).map(str::to_owned));
            for (name, words) in &lists {
                if inside.contains(&format!("&{name}")) {
                    found.extend(quoted(words).map(str::to_owned));
                }
            }
        }
    }
    for (name, words) in &lists {
        let one_by_one = format!("{name}.iter().any(|lemma| self.lexicon.is_form(");
        if source.contains(&one_by_one) {
            found.extend(quoted(words).map(str::to_owned));
        }
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source = fs::read_to_string(&path).expect("a source can be read");
            found.push((path.display().to_string(), source));
        }
    }
}

#[test]
fn verbs_that_rules_ask_for_are_known() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text"), &mut files);
    let lexicon = Lexicon::built_in();
    let mut unknown: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut all = 0;
    for (file, source) in files.iter().filter(|(file, _)| !file.ends_with("known_verbs.rs")) {
        for verb in asked(source) {
            all += 1;
            if !lexicon.is_form(&verb, &verb) {
                unknown.entry(verb).or_default().push(file.clone());
            }
        }
    }
    let lists = [&lexicon.forgo, &lexicon.prevent, &lexicon.accuse];
    for verb in lists.into_iter().flat_map(super::quick::Words::iter) {
        let plain = verb.split(' ').next().unwrap_or(verb);
        if !lexicon.is_form(plain, plain) {
            unknown.entry(plain.to_owned()).or_default().push("speech.toml".to_owned());
        }
    }
    assert!(all > 300, "only {all} verbs are asked for");
    assert!(unknown.is_empty(), "no list has {unknown:#?}");
}
