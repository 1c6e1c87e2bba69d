//! Which reports go back to one report.

use super::fingerprint::Fingerprint;
use seisin_core::{Digest, Published, Quantity};
use std::collections::{BTreeMap, BTreeSet};

/// A report to be compared with others.
#[derive(Debug, Clone)]
pub struct OriginInput<'a> {
    /// Its identity.
    pub id: Digest,
    /// Its text as captured.
    pub text: &'a str,
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// When.
    pub published: Option<Published>,
    /// Where.
    pub uri: Option<&'a str>,
}

/// The reports that go back to one report.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The earliest of them.
    pub id: Digest,
    /// All of them, the earliest first.
    pub members: Vec<Member>,
}

/// A report within its origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Which report.
    pub id: Digest,
    /// What ties it to an earlier one; `None` for the earliest.
    pub link: Option<Link>,
    /// Figures told with another comparator than the earliest report has.
    pub drifts: Vec<Drift>,
}

/// What ties a report to an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The earlier report.
    pub to: Digest,
    /// How they are tied: `verbatim`, `credit`, `retold`.
    pub rule: &'static str,
    /// What share of its runs of five words stands in the earlier one as well.
    pub shared_words: f64,
}

/// A figure whose comparator changed on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    /// As the earliest report prints it: "more than 400 square miles".
    pub origin: Quantity,
    /// As this one prints it: "just under 400 square miles".
    pub member: Quantity,
}

/// A report that shares at least this part of its runs of five words is a copy.
const VERBATIM: f64 = 0.5;
/// The earliest credit may come this many days after the report it credits.
const CREDIT_DAYS: i64 = 30;

/// Groups reports by the report they go back to.
///
/// # Method
/// Each report is compared with every earlier one it shares anything with. It is a copy where half
/// of its runs of five words outside quotations stand there ("verbatim"); where it names that report's address, or
/// credits its publisher and shares a figure with it ("credit", which also ties translations); and
/// where it shares a quotation with it, or a figure, and words around them too ("retold"). An
/// origin is what such ties hold together, directly or through another copy.
///
/// # Assumptions
/// A shared quotation alone ties nothing: two reporters may have heard it.
pub fn cluster(documents: &[OriginInput<'_>]) -> Vec<Origin> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_key(|at| documents.get(*at).map(|d| (d.published.map(Published::earliest), d.id)));
    order.sort_by_key(|at| documents.get(*at).is_some_and(|d| d.published.is_none()));
    let sorted: Vec<&OriginInput<'_>> = order.iter().filter_map(|at| documents.get(*at)).collect();
    let prints: Vec<Fingerprint> = sorted.iter().map(|document| Fingerprint::of(document)).collect();
    let mut roots: Vec<usize> = Vec::new();
    let mut links: Vec<Option<Link>> = Vec::new();
    let mut index = Index::default();
    for (at, print) in prints.iter().enumerate() {
        let found = index
            .candidates(print, at)
            .into_iter()
            .filter_map(|earlier| Some((earlier, tie(&sorted, &prints, earlier, at)?)))
            .max_by(|a, b| a.1.shared_words.total_cmp(&b.1.shared_words).then_with(|| b.0.cmp(&a.0)));
        roots.push(found.as_ref().map_or(at, |(earlier, _)| roots.get(*earlier).copied().unwrap_or(at)));
        links.push(found.map(|(_, link)| link));
        index.add(print, at);
    }
    gather(&sorted, &prints, &roots, links)
}

fn gather(
    sorted: &[&OriginInput<'_>],
    prints: &[Fingerprint],
    roots: &[usize],
    links: Vec<Option<Link>>,
) -> Vec<Origin> {
    let mut origins: BTreeMap<usize, Origin> = BTreeMap::new();
    for ((at, link), root) in links.into_iter().enumerate().zip(roots) {
        let (Some(document), Some(first)) = (sorted.get(at), sorted.get(*root)) else { continue };
        let drifts = match (prints.get(*root), prints.get(at)) {
            (Some(origin), Some(member)) if at != *root => drifts(origin, member),
            _ => Vec::new(),
        };
        let origin = origins.entry(*root).or_insert_with(|| Origin { id: first.id, members: Vec::new() });
        origin.members.push(Member { id: document.id, link, drifts });
    }
    origins.into_values().collect()
}

/// Finds the earlier reports that share anything with a report.
#[derive(Default)]
struct Index {
    by_feature: BTreeMap<u64, Vec<usize>>,
    count: usize,
}

impl Index {
    fn add(&mut self, print: &Fingerprint, at: usize) {
        for feature in print.shingles.iter().chain(&print.quotations) {
            self.by_feature.entry(*feature).or_default().push(at);
        }
        self.count = at + 1;
    }

    /// Every earlier report that shares a run of words or a quotation; where there are few, all of
    /// them, so that credits across languages are seen.
    fn candidates(&self, print: &Fingerprint, at: usize) -> BTreeSet<usize> {
        const FEW: usize = 2_000;
        if self.count <= FEW {
            return (0..at).collect();
        }
        let features = print.shingles.iter().chain(&print.quotations);
        features.filter_map(|feature| self.by_feature.get(feature)).flatten().copied().collect()
    }
}

fn tie(sorted: &[&OriginInput<'_>], prints: &[Fingerprint], earlier: usize, later: usize) -> Option<Link> {
    let (old, new) = (sorted.get(earlier)?, sorted.get(later)?);
    let (old_print, new_print) = (prints.get(earlier)?, prints.get(later)?);
    let shared_words = share(&old_print.own_words, &new_print.own_words);
    let link = |rule| Some(Link { to: old.id, rule, shared_words });
    if shared_words >= VERBATIM {
        return link("verbatim");
    }
    if credits(old, old_print, new, new_print) {
        return link("credit");
    }
    retold(old_print, new_print).then(|| link("retold")).flatten()
}

fn share(old: &BTreeSet<u64>, new: &BTreeSet<u64>) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if new.is_empty() { 0.0 } else { count(old.intersection(new).count()) / count(new.len()) }
}

fn credits(old: &OriginInput<'_>, old_print: &Fingerprint, new: &OriginInput<'_>, new_print: &Fingerprint) -> bool {
    if old.uri.is_some_and(|uri| uri.len() > 12 && new_print.text.contains(uri)) {
        return true;
    }
    let Some(publisher) = old.publisher.filter(|name| new.publisher != Some(*name)) else { return false };
    let near = match (old.published, new.published) {
        (Some(a), Some(b)) => {
            let seconds = b.earliest().as_second() - a.earliest().as_second();
            (-86_400..=CREDIT_DAYS * 86_400).contains(&seconds)
        }
        _ => true,
    };
    near && is_credited(&new_print.text, publisher) && old_print.numbers.intersection(&new_print.numbers).next().is_some()
}

/// Whether a text credits a publisher: "(Wire)", "From Wire", "according to Wire", "Wire reported".
fn is_credited(text: &str, publisher: &str) -> bool {
    const BEFORE: [&str; 12] = [
        "(", "from ", "by ", "according to ", "via ", "source: ", "told ", "of ", "на ", "от ", "агентство ", "за ",
    ];
    const AFTER: [&str; 8] = [")", " reported", " reports", " said", " says", ", citing", " news agency", " (http"];
    text.match_indices(publisher).any(|(at, _)| {
        let before = text.get(..at).unwrap_or("").to_lowercase();
        let after = text.get(at + publisher.len()..).unwrap_or("");
        let whole = !after.starts_with(char::is_alphanumeric) && !before.ends_with(char::is_alphanumeric);
        whole && (BEFORE.iter().any(|cue| before.ends_with(cue)) || AFTER.iter().any(|cue| after.starts_with(cue)))
    })
}

/// A quotation or a figure in common, and words around them too.
fn retold(old: &Fingerprint, new: &Fingerprint) -> bool {
    let quotations = old.quotations.intersection(&new.quotations).count();
    let figures = new.figures.iter().filter(|figure| old.figures.iter().any(|other| same_figure(figure, other))).count();
    let words = old.own_words.intersection(&new.own_words).count();
    words >= 1 && quotations + figures >= 2 || (words >= 4 && quotations + figures >= 1)
}

fn same_figure(a: &Quantity, b: &Quantity) -> bool {
    let (x, y) = (a.si_value(), b.si_value());
    a.kind == b.kind && a.unit == b.unit && (x - y).abs() <= 1e-9 * x.abs().max(y.abs())
}

fn drifts(origin: &Fingerprint, member: &Fingerprint) -> Vec<Drift> {
    let mut drifts: Vec<Drift> = Vec::new();
    for figure in &member.figures {
        let mut same = origin.figures.iter().filter(|other| same_figure(figure, other)).peekable();
        let first = same.peek().copied().cloned();
        let kept = same.any(|other| other.bound == figure.bound);
        if let Some(first) = first.filter(|_| !kept) {
            let drift = Drift { origin: first, member: figure.clone() };
            if !drifts.contains(&drift) {
                drifts.push(drift);
            }
        }
    }
    drifts
}
