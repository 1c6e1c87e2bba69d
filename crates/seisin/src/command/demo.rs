//! `seisin demo`: the made-up world of Arland and Borland, from its files to checked answers.

use super::{boundaries, check, exchange, init, maps, offers, origins, read, serve, talk};
use crate::{
    args::{
        BoundariesAddArgs, CheckArgs, Days, DemoArgs, Every, ExchangeEvalArgs, InitArgs, LimitArgs,
        MapsAddArgs, MapsChoice, OffersArgs, OriginsArgs, Outputs, PlotArgs, ReadArgs, ReportsArgs,
        ServeArgs,
    },
    exit::{Failure, Outcome},
    output::Format,
};
use seisin_fixture::{
    BOUNDARY_SET_LICENCE, BOUNDARY_SET_NAME, CHECKED_SENTENCE, MAP_SOURCES, MapSource,
    REGIONS_PATH, world,
};
use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

/// The day most of the demo asks about.
const DAY: &str = "2030-01-14";

/// Builds the world, reads it, checks it, and prints what came of it.
///
/// # Errors
/// Fails where the folder cannot be written, or as any of the commands it runs does.
pub(crate) fn demo(args: &DemoArgs) -> Result<Outcome, Failure> {
    let dir = folder(args)?;
    lay_out(&dir)?;
    take_in(&dir)?;
    report(&dir)?;
    if !args.open {
        say(&format!(
            "\nThe store is in {0}. See it in a browser: seisin --store {0} serve --open\nAll of \
             it is made up: no place, party, outlet or person in it is real.",
            dir.display()
        ))?;
        return Ok(Outcome::Done);
    }
    serve::serve(Some(&dir), &ServeArgs { port: args.port, open: true })
}

fn folder(args: &DemoArgs) -> Result<PathBuf, Failure> {
    let failed = |error: &std::io::Error| Failure::to("make a folder for the demo", error);
    match &args.dir {
        Some(dir) => {
            std::fs::create_dir_all(dir).map_err(|error| failed(&error))?;
            Ok(dir.clone())
        }
        None => tempfile::Builder::new()
            .prefix("seisin-demo-")
            .tempdir()
            .map(tempfile::TempDir::keep)
            .map_err(|error| failed(&error)),
    }
}

/// Writes the world's files into the folder.
fn lay_out(dir: &Path) -> Result<(), Failure> {
    for file in world() {
        let path = dir.join(&file.path);
        let write = || {
            std::fs::create_dir_all(path.parent().unwrap_or(dir))?;
            std::fs::write(&path, &file.bytes)
        };
        write().map_err(|error| Failure::to(&format!("write {}", path.display()), &error))?;
    }
    Ok(())
}

/// Runs the commands a person would run: init, boundaries, maps, read.
fn take_in(dir: &Path) -> Result<(), Failure> {
    init::init(&InitArgs { dir: dir.to_owned(), format: None })?;
    boundaries::add(
        Some(dir),
        &BoundariesAddArgs {
            limits: LimitArgs::default(),
            input: Some(dir.join(REGIONS_PATH)),
            name: Some(BOUNDARY_SET_NAME.to_owned()),
            as_seen_by: None,
            licence: Some(BOUNDARY_SET_LICENCE.to_owned()),
            positional_error: None,
            id_property: "id".to_owned(),
            regions_end_at: None,
            as_of: None,
            according_to: None,
            name_property: "name".to_owned(),
            format: None,
        },
    )?;
    for source in MAP_SOURCES {
        maps::add(Some(dir), &maps_args(dir, &source))?;
    }
    say("What the six reports say:")?;
    read::read(
        Some(dir),
        &ReadArgs {
            reports: ReportsArgs {
                inputs: vec![dir.join("articles")],
                input_format: None,
                publisher: None,
                published: None,
            },
            candidates: None,
            problems: None,
            format: Format::Table,
        },
    )?;
    Ok(())
}

fn maps_args(dir: &Path, source: &MapSource) -> MapsAddArgs {
    MapsAddArgs {
        limits: LimitArgs::default(),
        inputs: vec![dir.join(source.publisher)],
        publisher: source.publisher.to_owned(),
        profile: "parties".to_owned(),
        licence: Some(source.licence.to_owned()),
        positional_error: None,
        valid_from_name: Some(source.valid_from_name.to_owned()),
        published: Some(dir.join(source.published)),
        verbose: false,
        format: None,
    }
}

/// Prints the answers a newcomer wants to see.
fn report(dir: &Path) -> Result<(), Failure> {
    let checks = [
        ("Two maps, one sentence, one day:", CHECKED_SENTENCE, DAY, None),
        (
            "The same number in another unit:",
            "Arland holds 1,209 square miles of Sarn",
            DAY,
            Some("m1"),
        ),
        ("A day before any map:", CHECKED_SENTENCE, "2029-12-01", None),
    ];
    for (title, sentence, on, maps) in checks {
        say(&format!("\n── {title}"))?;
        check::check(Some(dir), &check_args(sentence, on, maps))?;
    }
    say("\n── Who copied whom:")?;
    origins::list(Some(dir), &OriginsArgs { claim: None, format: Format::Table })?;
    say("\n── What is offered, and how it was answered:")?;
    let asked = OffersArgs {
        action: None,
        on: None,
        known_on: None,
        party: None,
        versions: false,
        plot: PlotArgs::default(),
        format: Format::Table,
    };
    offers::run(Some(dir), &asked)?;
    say("\n── What it would measure:")?;
    exchange::eval(
        Some(dir),
        &ExchangeEvalArgs {
            give: vec!["arland:sarn".to_owned(), "borland:velk".to_owned()],
            on: Some(DAY.to_owned()),
            over: None,
            every: Every::Month,
            people: "gazetteer".to_owned(),
            sites: None,
            stated: Vec::new(),
            maps: maps_choice(Some("m1")),
            outputs: Outputs { format: Format::Table, ..Outputs::records() },
        },
    )?;
    Ok(())
}

fn check_args(sentence: &str, on: &str, maps: Option<&str>) -> CheckArgs {
    CheckArgs {
        sentence: Some(sentence.to_owned()),
        claim: None,
        days: Days { on: Some(on.to_owned()), from: None, to: None },
        maps: maps_choice(maps),
        party: None,
        region: None,
        frame: None,
        fail_on: Vec::new(),
        format: Format::Table,
    }
}

fn maps_choice(maps: Option<&str>) -> MapsChoice {
    MapsChoice {
        maps: maps.into_iter().map(ToOwned::to_owned).collect(),
        known_on: None,
        boundaries: None,
        allow_coarse: false,
    }
}

fn say(words: &str) -> Result<(), Failure> {
    talk("");
    writeln!(std::io::stdout(), "{words}")?;
    Ok(())
}
