//! Whether one report goes back to another.

use super::{
    credit::{Credit, CreditLines, Reach},
    figure::Figure,
    order::same_order,
    origin::{OriginInput, Reason, Relation},
    sheet::Sheet,
    wording::{Runs, part, shared_phrases, shares_only_paragraphs},
};
use std::collections::BTreeSet;

/// Days between two tellings of one report: a week of news, since the same figure a month later is
/// as likely a new count.
const WINDOW_DAYS: i32 = 7;

/// The part of a report's runs from which on its words are the other's; the rest is a new headline,
/// a credit line, small changes.
const VERBATIM_SHARE: f64 = 0.8;

/// The part from which on it is the other report worked over; background that many outlets print
/// word for word stays well below.
const ADAPTED_SHARE: f64 = 0.4;

/// The fewest runs that can show a shared wording: some two sentences.
const FEWEST_RUNS: usize = 12;

/// The part of all runs, quotations included, from which on two texts are one page.
const SAME_PAGE_SHARE: f64 = 0.9;

/// The fewest shared names that, with a shared date, bear out a credit.
const CREDIT_NAMES: usize = 3;

/// The part of a report's figures that must be the credited report's where the credit stands in a
/// sentence: a report with more of its own only cites the other.
const CITED_FIGURES: f64 = 0.5;

/// The points a rewrite without credit needs beside the shared figure. Two writers at one briefing
/// come to 4 at the most: two quotations, the names, the order.
const REWRITE_POINTS: usize = 5;

/// A report with all that is compared.
pub(crate) struct Side<'a> {
    pub(crate) sheet: Sheet<'a>,
    own: Runs,
    all: Runs,
    credits: CreditLines,
}

impl<'a> Side<'a> {
    pub(crate) fn of(input: OriginInput<'a>) -> Self {
        let sheet = Sheet::of(input);
        let (own, all) = (Runs::own(&sheet), Runs::all(&sheet));
        let credits = CreditLines::of(&sheet);
        Self { sheet, own, all, credits }
    }

    pub(crate) fn figures(&self) -> &[Figure] {
        &self.sheet.figures
    }

    /// Its runs of words, in its own voice and in quotations, each once.
    pub(crate) fn runs(&self) -> BTreeSet<u64> {
        self.own.hashes().iter().chain(self.all.hashes()).copied().collect()
    }

    pub(crate) fn publisher(&self) -> Option<&'a str> {
        self.sheet.input.document.publisher.as_deref()
    }

    pub(crate) fn credit(&self, publisher: &str) -> Option<Credit> {
        self.credits.credit(publisher)
    }

    /// Who printed it: the publisher, else the host of its address.
    fn outlet(&self) -> Option<&'a str> {
        let host = |uri: &'a str| uri.split_once("://")?.1.split('/').next();
        self.publisher().or_else(|| host(self.sheet.input.document.uri.as_deref()?))
    }
}

/// How a report goes back to an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Link {
    pub(crate) relation: Relation,
    /// How sure: the kind of sign first, then how much of it.
    pub(crate) strength: (u8, usize),
    pub(crate) reasons: Vec<Reason>,
}

/// How `later` goes back to `earlier`, if it does.
pub(crate) fn link(earlier: &Side<'_>, later: &Side<'_>) -> Option<Link> {
    let same_outlet = earlier.outlet().is_some() && earlier.outlet() == later.outlet();
    if same_outlet && shares_only_paragraphs(&earlier.sheet, &later.sheet) {
        return None;
    }
    let credit = mutual_credit(earlier, later);
    let wording = wording(earlier, later, credit.as_ref());
    wording.or_else(|| credited(earlier, later, credit?)).or_else(|| rewritten(earlier, later))
}

/// The credit from one to the other: from the later one, or, where clocks differ, from the earlier.
fn mutual_credit(earlier: &Side<'_>, later: &Side<'_>) -> Option<Credit> {
    if earlier.publisher() == later.publisher() {
        return None;
    }
    let from = |side: &Side<'_>, to: &Side<'_>| side.credit(to.publisher()?);
    from(later, earlier).or_else(|| from(earlier, later))
}

fn wording(earlier: &Side<'_>, later: &Side<'_>, credit: Option<&Credit>) -> Option<Link> {
    let shared = earlier.own.shared(&later.own);
    let (before, after) = (earlier.own.hashes().len(), later.own.hashes().len());
    let share = part(shared, before.min(after));
    let same_page = same_page(earlier, later);
    if !same_page && (shared < FEWEST_RUNS || share < ADAPTED_SHARE) {
        return None;
    }
    let verbatim = same_page || part(shared, after) >= VERBATIM_SHARE;
    let relation = if verbatim { Relation::Verbatim } else { Relation::Adapted };
    let share = if same_page { share.max(SAME_PAGE_SHARE) } else { share };
    let mut reasons = vec![Reason::SharedWording { share }];
    reasons.extend(credit.map(|credit| Reason::Credit { words: credit.words.clone() }));
    Some(Link { relation, strength: (if verbatim { 4 } else { 3 }, shared), reasons })
}

/// Whether two texts are the same from end to end, however short or full of quotations.
fn same_page(earlier: &Side<'_>, later: &Side<'_>) -> bool {
    let shared = earlier.all.shared(&later.all);
    let most = earlier.all.hashes().len().max(later.all.hashes().len());
    part(shared, most) >= SAME_PAGE_SHARE
}

/// What two reports share beside their wording.
struct Common {
    quotations: Vec<String>,
    numbers: Vec<String>,
    dates: usize,
    names: Vec<String>,
}

fn common(earlier: &Sheet<'_>, later: &Sheet<'_>) -> Common {
    let quotations = later.quotations.iter();
    let names = later.names.iter().filter(|(key, _)| earlier.names.contains_key(*key));
    let mut names: Vec<String> =
        names.map(|(_, (printed, _))| any_ascii::any_ascii(printed)).collect();
    names.sort();
    Common {
        quotations: quotations
            .filter(|(plain, _)| earlier.quotations.contains_key(*plain))
            .map(|(_, printed)| printed.clone())
            .collect(),
        numbers: later
            .numbers
            .keys()
            .filter(|n| earlier.numbers.contains_key(*n))
            .cloned()
            .collect(),
        dates: later.dates.keys().filter(|date| earlier.dates.contains_key(*date)).count(),
        names,
    }
}

fn credited(earlier: &Side<'_>, later: &Side<'_>, credit: Credit) -> Option<Link> {
    if !within_days(earlier, later) {
        return None;
    }
    let common = common(&earlier.sheet, &later.sheet);
    let figures = figures_shared(earlier, later);
    let borne_out = match credit.reach {
        Reach::Report => {
            !common.numbers.is_empty() || common.dates > 0 && common.names.len() >= CREDIT_NAMES
        }
        Reach::Sentence => {
            part(figures.len(), later.sheet.numbers.len()) >= CITED_FIGURES && !figures.is_empty()
        }
    };
    if !borne_out {
        return None;
    }
    let strength = 3 * common.quotations.len() + 2 * common.numbers.len() + common.names.len();
    let translated = credit.translated || !same_script(&earlier.sheet, &later.sheet);
    let mut reasons = vec![Reason::Credit { words: credit.words }];
    let numbers = if figures.is_empty() { common.numbers } else { figures };
    reasons.extend(numbers.into_iter().map(|words| Reason::SharedFigure { words }));
    reasons.extend(common.quotations.into_iter().map(|words| Reason::SharedQuotation { words }));
    if !common.names.is_empty() {
        reasons.push(Reason::SharedNames { words: common.names });
    }
    let relation =
        if translated { Relation::CreditedTranslation } else { Relation::CreditedRetelling };
    Some(Link { relation, strength: (2, strength), reasons })
}

fn rewritten(earlier: &Side<'_>, later: &Side<'_>) -> Option<Link> {
    let figures = figures_shared(earlier, later);
    if figures.is_empty() || !within_days(earlier, later) {
        return None;
    }
    let common = common(&earlier.sheet, &later.sheet);
    let phrases = shared_phrases(&earlier.sheet, &later.sheet);
    let fewest = earlier.sheet.names.len().min(later.sheet.names.len());
    let names = part(common.names.len(), fewest) >= 0.5 && common.names.len() >= 2;
    let order = same_order(&earlier.sheet, &later.sheet);
    let points = phrase_points(&phrases)
        + common.quotations.len().min(3)
        + usize::from(names)
        + usize::from(order.is_some());
    if points < REWRITE_POINTS {
        return None;
    }
    let mut reasons: Vec<Reason> =
        figures.into_iter().map(|words| Reason::SharedFigure { words }).collect();
    reasons.extend(phrases.into_iter().map(|(_, words)| Reason::SharedPhrase { words }));
    reasons.extend(common.quotations.into_iter().map(|words| Reason::SharedQuotation { words }));
    reasons.extend(names.then_some(Reason::SharedNames { words: common.names }));
    reasons.extend(order.map(|shared| Reason::SameOrder { shared }));
    Some(Link { relation: Relation::Rewrite, strength: (1, points), reasons })
}

/// What shared phrases count: a single short one may be a turn of speech of the trade ("said at a
/// news conference on Monday"), a dozen words in all are not.
fn phrase_points(phrases: &[(usize, String)]) -> usize {
    const SOME_WORDS: usize = 8;
    const MANY_WORDS: usize = 12;
    match phrases.iter().map(|(words, _)| words).sum::<usize>() {
        MANY_WORDS.. => 4,
        SOME_WORDS.. => 2,
        _ => 0,
    }
}

/// The figures both give for the same party and land, as the later one prints them.
fn figures_shared(earlier: &Side<'_>, later: &Side<'_>) -> Vec<String> {
    let known = |figure: &&Figure| earlier.figures().iter().any(|other| other.is_same(figure));
    let shared = later.figures().iter().filter(known);
    let words: BTreeSet<String> = shared.map(|figure| figure.printed.words.clone()).collect();
    words.into_iter().collect()
}

/// Whether the two appeared within days of one another; unknown days do not speak against it.
fn within_days(earlier: &Side<'_>, later: &Side<'_>) -> bool {
    let days = earlier.sheet.day().zip(later.sheet.day());
    days.is_none_or(|(one, other)| {
        one.until(other).is_ok_and(|span| span.get_days().abs() <= WINDOW_DAYS)
    })
}

/// Whether most letters of both are of one script.
fn same_script(one: &Sheet<'_>, other: &Sheet<'_>) -> bool {
    let latin = |sheet: &Sheet<'_>| {
        let words = sheet.words().filter(|word| word.plain.chars().any(char::is_alphabetic));
        let (latin, all) = words.fold((0, 0), |(latin, all), word| {
            (latin + usize::from(word.plain.is_ascii()), all + 1)
        });
        part(latin, all) > 0.5
    };
    latin(one) == latin(other)
}
