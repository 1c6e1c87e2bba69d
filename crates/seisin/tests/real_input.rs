//! Two publishers' archives and a real report through the program, against figures measured on them
//! with independent tools (pyproj on WGS 84, GEOS 3.14); skipped, with a word, where the shared
//! material is absent.

mod road;

use road::{Output, run};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    path::{Path, PathBuf},
};

#[cfg(test)]
fn shared(path: &str) -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    #[expect(clippy::disallowed_methods, reason = "a test may be told where the material lies")]
    let named = std::env::var("SEISIN_SHARED").ok();
    let path = named.map_or(beside, PathBuf::from).join(path);
    if !path.exists() {
        println!("SKIPPED: {} is not there (set SEISIN_SHARED)", path.display());
    }
    path.exists().then_some(path)
}

/// One column of a table of reference figures, by the file's day.
fn truth(name: &str, column: usize) -> Option<BTreeMap<String, f64>> {
    let text = fs::read_to_string(shared(&format!("truth/{name}"))?).expect("a table");
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        (fields[0].to_owned(), fields[column].parse().expect("a figure"))
    };
    Some(text.lines().skip(1).map(row).collect())
}

/// Takes every n-th of the days from `from` to `to`, and those named.
fn sample(
    truth: &BTreeMap<String, f64>,
    (from, to): (&str, &str),
    every: usize,
    always: &[&str],
) -> BTreeSet<String> {
    let days = truth.keys().filter(|day| (from..=to).contains(&day.as_str())).enumerate();
    let taken = days.filter(|(n, day)| n % every == 0 || always.contains(&day.as_str()));
    taken.map(|(_, day)| day.clone()).collect()
}

/// Unpacks the archive's files of the wanted days into `folder`; how many there were.
fn unpack(archive: &str, wanted: &BTreeSet<String>, folder: &Path) -> Option<usize> {
    let file = File::open(shared(&format!("maps/{archive}"))?).expect("an archive");
    let mut unpacked = zstd::Decoder::new(file).expect("zstd");
    unpacked.window_log_max(30).expect("a window that long");
    fs::create_dir(folder).expect("a new folder");
    let mut count = 0;
    for entry in tar::Archive::new(unpacked).entries().expect("tar") {
        let mut entry = entry.expect("an entry");
        let path = entry.path().expect("a name").into_owned();
        if entry.header().entry_type().is_file() && wanted.contains(&day_of(&path)) {
            entry.unpack(folder.join(path.file_name().expect("a file"))).expect("room");
            count += 1;
        }
    }
    Some(count)
}

/// The day in a file's name, as the tables write it.
fn day_of(path: &Path) -> String {
    let name = path.to_string_lossy();
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    let part = |range| digits.get(range).unwrap_or_default();
    format!("{}-{}-{}", part(0..4), part(4..6), part(6..8))
}

#[track_caller]
fn done(output: Output) -> String {
    assert_eq!(output.code, 0, "{}", output.stderr);
    output.stdout
}

fn json(dir: &Path, args: &[&str]) -> Value {
    let printed = done(run(dir, &[args, &["--format", "json"]].concat()));
    serde_json::from_str(&printed).expect("a JSON answer")
}

/// An empty store with the files of `folder` added.
fn add(dir: &Path, folder: &str, profile: &str) {
    done(run(dir, &["init", "."]));
    let args = ["maps", "add", folder, "--publisher", folder, "--profile", profile];
    done(run(
        dir,
        &[&args[..], &["--licence", "tests only", "--positional-error", "100"]].concat(),
    ));
}

/// The rows of a stretch of days whose editions were unpacked agree with the table.
fn agree(rows: &Value, truth: &BTreeMap<String, f64>, day: impl Fn(&Value) -> String) -> usize {
    let mut seen = BTreeSet::new();
    for row in rows.as_array().expect("a list") {
        let day = day(row);
        let expected = truth[&day];
        let measured = row["figure"]["area_geodesic_km2"].as_f64().expect("an area");
        assert!((measured - expected).abs() <= expected * 1e-5, "{day}: {measured} for {expected}");
        seen.insert(day);
    }
    seen.len()
}

fn first_ten(value: &Value) -> String {
    value.as_str().expect("a day").chars().take(10).collect()
}

#[test]
fn land_in_kursk_by_day() {
    let Some(pocket) = truth("kursk-pocket-by-day.csv", 3) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    let stretch = ("2024-08-10", "2025-03-14");
    let days = sample(&pocket, stretch, 6, &["2024-08-12", "2024-09-04", "2025-03-12"]);
    let archive = "liveuamap-nzz-2022-02-24..2026-08-22.tar.zst";
    let Some(count) = unpack(archive, &days, &dir.join("liveuamap")) else { return };
    assert_eq!(count, days.len());
    add(dir, "liveuamap", "liveuamap-nzz");
    let between = ["--from", "2024-08-11", "--to", "2025-03-14"];
    let asked = ["holdings", "--party", "ukraine", "--region", "RU-KRS"];
    let rows = json(dir, &[&asked[..], &between].concat());
    let seen = agree(&rows, &pocket, |row| first_ten(&row["published"]));
    println!("{seen} of {count} editions show Ukraine in Kursk, all as the reference measures it");
    assert!(seen >= 30, "{seen}");
    let sentence = "Ukraine holds more than 400 square miles of Kursk";
    let answer = json(dir, &[&["check", sentence][..], &between].concat());
    let runs = answer["publishers"][0]["runs"].as_array().expect("runs").clone();
    let verdicts: BTreeSet<&str> = runs.iter().filter_map(|run| run["verdict"].as_str()).collect();
    assert!(verdicts.contains("supported") && verdicts.contains("contradicted"), "{verdicts:?}");
    assert_eq!(answer["verdict"], "inconclusive", "{}", answer["reason"]);
    done(run(dir, &["verify"]));
}

/// What Ukraine held in Kursk beside land of the same area along the line in Ukraine, on three days.
#[test]
fn the_pocket_in_kursk_against_land_along_the_line() {
    let Some(pocket) = truth("kursk-pocket-by-day.csv", 3) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    let files =
        [("2024-09-04", "2024-09-03"), ("2025-02-12", "2025-02-11"), ("2025-03-12", "2025-03-11")];
    let days: BTreeSet<String> = files.iter().map(|(file, _)| (*file).to_owned()).collect();
    let archive = "liveuamap-nzz-2022-02-24..2026-08-22.tar.zst";
    let Some(count) = unpack(archive, &days, &dir.join("liveuamap")) else { return };
    assert_eq!(count, days.len());
    add(dir, "liveuamap", "liveuamap-nzz");
    for (file, on) in files {
        let gives = ["--give", "ukraine:RU-KRS", "--give", "russia:near=Vovchansk"];
        let rows = json(dir, &[&["exchange", "eval"], &gives[..], &["--on", on]].concat());
        let row = &rows[0];
        assert!(row["unmeasured"].is_null(), "{on}: {row}");
        let expected = pocket[file];
        let area = |side: usize| row["sides"][side]["area_km2"]["best"].as_f64().expect("an area");
        assert!((area(0) / expected - 1.0).abs() < 1e-5, "{on}: {} for {expected}", area(0));
        assert!((area(1) / area(0) - 1.0).abs() < 1e-6, "{on}: {} beside {}", area(1), area(0));
        assert!((row["ratio"]["value"]["best"].as_f64().expect("a ratio") - 1.0).abs() < 1e-6);
        assert_eq!(row["hypothetical"], "hypothetical: no party proposed this");
        assert!(row["sides"][0]["settlements"]["value"]["count"].as_u64() > Some(0), "{on}");
        assert_eq!(row["standing"][1]["holding"][0]["party"], "russia");
        println!("{on}: {:.2} km² each; {}", area(0), row["items"][1]["rule"]);
    }
    let over = ["--over", "2024-09-03..2025-03-11", "--every", "week"];
    let gives = ["--give", "ukraine:RU-KRS", "--give", "russia:near=Vovchansk/500"];
    let rows = json(dir, &[&["exchange", "eval"], &gives[..], &over].concat());
    let ratio = |row: &Value| row["ratio"]["value"]["best"].as_f64();
    let ratios: Vec<f64> = rows.as_array().expect("rows").iter().filter_map(ratio).collect();
    let (first, last) = (ratios[0], *ratios.last().expect("three editions speak"));
    assert!(first > 2.5 && last < 0.4, "the worth of the pocket fell: {ratios:?}");
}

#[test]
fn land_in_ukraine_by_day() {
    let Some(truth) = truth("deepstate-area-by-day.csv", 1) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    let days = sample(&truth, ("2024-08-10", "2025-03-14"), 22, &[]);
    let archive = "deepstate-2024-07-08..2026-08-22.tar.zst";
    let Some(count) = unpack(archive, &days, &dir.join("deepstate")) else { return };
    add(dir, "deepstate", "deepstate");
    let mut seen = 0;
    for day in &days {
        let asked = ["holdings", "--party", "russia", "--region", "UA", "--on", day];
        let rows = json(dir, &asked);
        seen += agree(&rows, &truth, |row| first_ten(&row["edition_date"]));
    }
    assert_eq!((seen, count), (days.len(), days.len()));
    assert!(seen >= 9, "{seen}");
    let share = "Russia controls around a fifth of Ukraine";
    let args = ["check", share, "--on", "2025-02-12", "--frame", "ukraine-1991"];
    let answer = json(dir, &args);
    assert_eq!(answer["verdict"], "supported", "{}", answer["reason"]);
    let figure = &answer["publishers"][0]["figure"];
    assert!(figure["of"].as_str().expect("a whole").contains("frame ukraine-1991"), "{figure}");
}

/// The first report of the development corpus, read whole: what it says of land and of offers.
#[test]
fn a_report_is_read_whole() {
    let Some(corpus) = shared("corpus/dev.jsonl") else { return };
    let corpus = fs::read_to_string(corpus).expect("the corpus");
    let mut reports = corpus.lines().map(|line| serde_json::from_str(line).expect("a report"));
    let report: Value = reports.find(|report: &Value| report["id"] == "dev-001").expect("dev-001");
    let text = report["text"].as_str().expect("a text");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("report.txt"), text).expect("a report");
    done(run(folder.path(), &["init", "."]));
    done(run(folder.path(), &["read", "report.txt"]));
    let claims = json(folder.path(), &["claims"]);
    let claims = claims.as_array().expect("a list");
    let letters: Vec<char> = text.chars().collect();
    for claim in claims {
        let at = |name: &str| claim["evidence"][name].as_u64().expect("an offset");
        let span = usize::try_from(at("start")).expect("small")
            ..usize::try_from(at("end")).expect("small");
        let words: String = letters.get(span).expect("inside").iter().collect();
        assert_eq!(claim["evidence"]["exact"], words.as_str());
    }
    let said = |kind: &str, path: &str, value: Value| {
        claims
            .iter()
            .filter(|claim| claim["kind"] == kind && claim.pointer(path) == Some(&value))
            .count()
    };
    let area = claims.iter().find(|claim| {
        let quantity = &claim["quantity"];
        claim["kind"] == "holding" && quantity["value"] == 400.0 && quantity["unit"] == "[mi_i]2"
    });
    let area = area.expect("more than 400 square miles");
    assert_eq!(
        (&area["party"]["id"], &area["quantity"]["bound"]),
        (&"ukraine".into(), &"more_than".into())
    );
    let share = claims.iter().find(|claim| claim["quantity"]["kind"] == "share").expect("a share");
    assert_eq!(
        (&share["party"]["id"], &share["quantity"]["bound"]),
        (&"russia".into(), &"about".into())
    );
    assert!(share["quantity"]["frame"].is_string(), "{share}");
    assert_eq!(said("offer", "/party/id", "ukraine".into()), 1);
    assert!(said("offer", "/status", "floated".into()) >= 2, "two offers");
    assert_eq!(said("response", "/stance", "reject".into()), 1);
}
