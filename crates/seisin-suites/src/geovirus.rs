//! Places against `GeoVirus` (Gritta, Pilehvar, Limsopatham and Collier 2018; texts from Wikinews).

use crate::{
    archive::{Archive, OpenSuiteError, shape},
    figure::{Detection, Figure, share},
    reading::Span,
};
use roxmltree::{Document, Node};
use seisin_read::text::{Vocabulary, place, prepare};

const FILE: &str = "geovirus/GeoVirus.xml";
/// How near a place must lie, as toponym resolution is scored: 161 km (100 miles).
const NEAR_KM: f64 = 161.0;

/// A place of the annotators.
struct Gold {
    name: String,
    span: Span,
    lat: f64,
    lon: f64,
}

/// A place of ours.
struct Ours {
    span: Span,
    words: String,
    best: String,
    position: Option<(f64, f64)>,
}

/// Finds and resolves the places of every article.
///
/// # Method
/// A toponym is found where ours and the annotators' share a character, each counted once. It is
/// resolved where the first candidate lies within 161 km of the annotators' point (accuracy at 161
/// km, Gritta and others 2018); the joint F1 counts a place as right where it is found and resolved.
///
/// # Errors
/// [`OpenSuiteError`] where the file is missing or no XML.
pub fn score(archive: &Archive) -> Result<Vec<Figure>, OpenSuiteError> {
    let text = archive.text(FILE)?;
    let tree = Document::parse(text).map_err(|error| shape(FILE, &error))?;
    let vocabulary = Vocabulary::built_in();
    let (mut found, mut joint) = (Detection::default(), Detection::default());
    let (mut missed, mut wrong) = (Vec::new(), Vec::new());
    for article in tree.descendants().filter(|node| node.has_tag_name("article")) {
        let text = child(article, "text").unwrap_or_default();
        let gold: Vec<Gold> = article
            .descendants()
            .filter(|node| node.has_tag_name("location"))
            .filter_map(of_node)
            .collect();
        let mut taken = vec![false; gold.len()];
        for ours in places(text, &vocabulary) {
            found.made += 1;
            let free = gold.iter().zip(&mut taken).find(|(gold, taken)| {
                !**taken && gold.span.start < ours.span.end && ours.span.start < gold.span.end
            });
            let Some((gold, taken)) = free else {
                missed.push(format!("extra {:?} in {text:?}", ours.words));
                continue;
            };
            *taken = true;
            found.found += 1;
            let away =
                ours.position.map_or(f64::INFINITY, |here| distance_km(here, (gold.lat, gold.lon)));
            joint.found += u32::from(away <= NEAR_KM);
            if away > NEAR_KM {
                wrong.push(format!(
                    "{:?} as {:?} {}: {away:.0} km away in {text:?}",
                    gold.name, ours.words, ours.best
                ));
            }
        }
        found.gold += u32::try_from(gold.len()).unwrap_or(u32::MAX);
        let unseen = gold.iter().zip(&taken).filter(|(_, taken)| !**taken);
        missed.extend(unseen.map(|(gold, _)| format!("missed {:?} in {text:?}", gold.name)));
    }
    (joint.made, joint.gold) = (found.made, found.gold);
    Ok(vec![
        Figure {
            id: "geovirus.detection-f1",
            value: found.f1(),
            basis: found.basis(),
            misses: missed,
        },
        Figure {
            id: "geovirus.accuracy-161",
            value: share(joint.found, found.found),
            basis: format!("{} of {} found lie within 161 km", joint.found, found.found),
            misses: wrong,
        },
        Figure {
            id: "geovirus.joint-f1",
            value: joint.f1(),
            basis: joint.basis(),
            misses: Vec::new(),
        },
    ])
}

fn places(text: &str, vocabulary: &Vocabulary) -> Vec<Ours> {
    let prepared = prepare(text);
    let all = place::tag_all(&prepared, vocabulary);
    let ours = all.iter().flatten().map(|mention| {
        let span = prepared.span(mention.name.clone());
        Ours {
            span: Span { start: span.start, end: span.end },
            words: prepared.slice(mention.range.clone()).to_owned(),
            best: mention
                .best()
                .map_or_else(String::new, |place| format!("{} ({})", place.id.0, place.rule)),
            position: mention.best().and_then(|place| place.lat.zip(place.lon)),
        }
    });
    ours.collect()
}

fn child<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.children().find(|child| child.has_tag_name(name))?.text()
}

fn of_node(node: Node<'_, '_>) -> Option<Gold> {
    let start: usize = child(node, "start")?.parse().ok()?;
    Some(Gold {
        name: child(node, "name")?.to_owned(),
        // The file counts characters from one.
        span: Span {
            start: start.saturating_sub(1),
            end: child(node, "end")?.parse::<usize>().ok()?.saturating_sub(1),
        },
        lat: child(node, "lat")?.parse().ok()?,
        lon: child(node, "lon")?.parse().ok()?,
    })
}

/// The great-circle distance between two points in degrees north and east.
fn distance_km((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    let (north, other_north) = (lat.to_radians(), other_lat.to_radians());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let across = half(other_north - north)
        + north.cos() * other_north.cos() * half((other_lon - lon).to_radians());
    2.0 * 6371.0 * across.sqrt().min(1.0).asin()
}
