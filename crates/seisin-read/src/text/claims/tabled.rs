//! What the rows of a table tell of who holds or claims which land, since when and how much.

use super::{
    context::{Context, Found, How, unlisted_party, unlisted_region},
    draft::Draft,
    table::{Cell, Table},
    told::Told,
    view::View,
    when::Dated,
};
use crate::text::{
    Sentence,
    furniture::ZoneKind,
    quantity::{MentionKind, QuantityMention},
    syntax::Tense,
    time,
};
use seisin_core::{
    Bound, Detail, Edtf, PartyRef, Quantity, QuantityKind, RegionRef, TitleAction, Unit, ValidTime,
};
use std::ops::Range;

/// What the cells below a heading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Holder,
    Claimant,
    Land,
    Since,
    Party,
    Held,
    Other,
}

/// What a row says, cell by cell.
#[derive(Default)]
struct Row {
    holders: Vec<Found<PartyRef>>,
    claimants: Vec<Found<PartyRef>>,
    land: Option<Found<RegionRef>>,
    since: Option<Dated>,
    amount: Option<QuantityMention>,
    range: Option<Range<usize>>,
}

impl Context<'_> {
    /// The claims of a table’s rows.
    pub(super) fn tabled(&self, table: &Table, anchor: &time::Anchor) -> Vec<Draft> {
        let caption = self.prepared.slice(table.caption.clone()).to_lowercase();
        let columns: Vec<Column> = table
            .headings
            .iter()
            .map(|heading| column(&self.prepared.slice(heading.range.clone()).to_lowercase()))
            .collect();
        let any = |wanted: Column| columns.contains(&wanted);
        let told = any(Column::Holder) || any(Column::Claimant) || any(Column::Held);
        if !told {
            return Vec::new();
        }
        let rows =
            table.rows.iter().map(|cells| self.row(table, cells, (&columns, &caption), anchor));
        rows.flat_map(|row| self.row_drafts(row)).collect()
    }

    /// The cells of a row as its headings have them; a cell under no heading names a party or a land.
    fn row(
        &self,
        table: &Table,
        cells: &[Cell],
        (columns, caption): (&[Column], &str),
        anchor: &time::Anchor,
    ) -> Row {
        let mut row = Row::default();
        let amounts = columns.contains(&Column::Held);
        for cell in cells {
            let heading = table.heading(cells, cell);
            let place = heading
                .and_then(|heading| table.headings.iter().position(|known| known == heading));
            let column = place.and_then(|place| columns.get(place)).copied();
            let column = column.unwrap_or(if amounts { Column::Party } else { Column::Land });
            let Some(view) = self.cell_view(cell, anchor) else { continue };
            let told = match column {
                Column::Holder => self.add_parties(&view, &mut row.holders),
                Column::Party if amounts => {
                    self.add_parties(&view, &mut row.holders)
                        || self.add_name(&view, &mut row.holders)
                }
                Column::Claimant => self.add_parties(&view, &mut row.claimants),
                Column::Land => {
                    row.land = self.cell_land(&view);
                    row.land.is_some()
                }
                Column::Since => {
                    row.since = view.times.first().and_then(|time| self.as_dated(time));
                    row.since.is_some()
                }
                Column::Held => {
                    let heading =
                        heading.map_or("", |found| self.prepared.slice(found.range.clone()));
                    row.amount = amount(&view, &heading.to_lowercase(), caption);
                    row.since =
                        row.since.take().or_else(|| self.heading_date(table, heading, anchor));
                    row.amount.is_some()
                }
                _ => false,
            };
            if told {
                let start = row.range.as_ref().map_or(cell.range.start, |known| known.start);
                row.range = Some(start..cell.range.end);
            }
        }
        row
    }

    fn row_drafts(&self, row: Row) -> Vec<Draft> {
        let Row { holders, claimants, land, since, amount, range } = row;
        let Some(range) = range else { return Vec::new() };
        let main = || {
            let region = self.memory.lands.main((usize::MAX, 0))?.clone();
            Some(Found { value: region, words: 0..0, how: How::Referred })
        };
        let measured = amount.is_some();
        let Some(land) = land.or_else(|| main().filter(|_| measured)).or_else(|| {
            let home = self.home.as_ref().filter(|_| measured)?;
            let id = self.vocabulary.parties.party(&home.id)?.country.clone()?;
            let value = super::land::country(id, &home.name);
            Some(Found { value, words: 0..0, how: How::Referred })
        }) else {
            return Vec::new();
        };
        let started = since.clone().map(|mut dated| {
            if let (Edtf::Date(date), false) = (dated.valid.edtf, measured) {
                let edtf = Edtf::since(date);
                dated.valid = ValidTime { edtf, ..dated.valid };
            }
            dated
        });
        let today = || self.on_the_day(Tense::Present);
        let draft = |detail: Detail, party: Found<PartyRef>, dated: Option<Dated>| Draft {
            party: Some(party),
            region: Some(land.clone()),
            quantity: amount.clone(),
            dated,
            ..Draft::told(detail, Told::by(Vec::new()), range.clone(), "table".to_owned())
        };
        let holding = holders
            .into_iter()
            .map(|party| draft(Detail::Holding, party, started.clone().or_else(today)));
        let claiming = claimants
            .into_iter()
            .map(|party| draft(Detail::Title(TitleAction::Claimed), party, today()));
        holding.chain(claiming).collect()
    }

    /// A cell looked at as a sentence of its own.
    fn cell_view(&self, cell: &Cell, anchor: &time::Anchor) -> Option<View> {
        let sentence = self.cell_sentence(cell.range.clone())?;
        let times = time::tag(self.prepared, &sentence, anchor);
        let index = self.prepared.sentences.len();
        Some(View::of(self.prepared, &sentence, index, self.vocabulary, times))
    }

    fn cell_sentence(&self, range: Range<usize>) -> Option<Sentence> {
        let tokens = &self.prepared.tokens;
        let first = tokens.partition_point(|token| token.range.start < range.start);
        let last = tokens.partition_point(|token| token.range.start < range.end);
        let tokens = first..last;
        (!tokens.is_empty()).then_some(Sentence { range, tokens, zone: ZoneKind::Report })
    }

    /// The date that a heading gives what stands below it: "Held, Aug. 1993".
    fn heading_date(&self, table: &Table, heading: &str, anchor: &time::Anchor) -> Option<Dated> {
        let cell = table
            .headings
            .iter()
            .find(|known| self.prepared.slice(known.range.clone()) == heading)?;
        let sentence = self.cell_sentence(cell.range.clone())?;
        let times = time::tag(self.prepared, &sentence, anchor);
        times.first().and_then(|time| self.as_dated(time))
    }

    /// The parties that a cell names, and whether it names any.
    fn add_parties(&self, view: &View, found: &mut Vec<Found<PartyRef>>) -> bool {
        let words = |name: &super::view::PartyName| name.words.clone();
        found.extend(view.parties.iter().map(|name| Found {
            value: self.named_party(view, name),
            words: words(name),
            how: How::Named,
        }));
        let tree = &view.tree;
        let head = (0..tree.len()).rev().find(|at| tree.tag(*at).starts_with("NN"));
        if let Some(head) = head.filter(|_| view.parties.is_empty()) {
            let noun = tree.lower(head);
            let people = self.lexicon.groups.contains(noun) || self.lexicon.forces.contains(noun);
            let short = view.tree.len() == 1
                && self.text(view, 0..1).chars().filter(|c| c.is_uppercase()).count() > 1;
            if people || short {
                let value = unlisted_party(&self.text(view, 0..tree.len()));
                found.push(Found { value, words: 0..tree.len(), how: How::Unlisted });
            }
        }
        !found.is_empty()
    }

    /// A capitalised name that stands where the table has its parties.
    fn add_name(&self, view: &View, found: &mut Vec<Found<PartyRef>>) -> bool {
        const NOBODY: [&str; 12] = [
            "total",
            "totals",
            "all",
            "other",
            "others",
            "source",
            "sources",
            "sum",
            "none",
            "contested",
            "disputed",
            "unknown",
        ];
        let words = 0..view.tree.len();
        let name = self.text(view, words.clone());
        let named = name.starts_with(char::is_uppercase)
            && !NOBODY.contains(&view.tree.lower(0))
            && !words.clone().any(|at| view.tree.tag(at) == "CD");
        if named {
            let value = unlisted_party(&name);
            found.push(Found { value, words, how: How::Unlisted });
        }
        named
    }

    /// The land that a cell names.
    fn cell_land(&self, view: &View) -> Option<Found<RegionRef>> {
        let words = 0..view.tree.len();
        if let Some(name) = view.places.first() {
            return Some(self.named_land(view, name, words));
        }
        let mention = self.text(view, words.clone());
        let named = mention.starts_with(char::is_uppercase);
        let value = unlisted_region(mention.clone(), mention);
        named.then_some(Found { value, words, how: How::Unlisted })
    }
}

/// What the cells below a heading in small letters are.
fn column(heading: &str) -> Column {
    const HOLDER: [&str; 12] = [
        "held by",
        "holder",
        "controlled by",
        "controller",
        "in control",
        "administered by",
        "administrator",
        "occupied by",
        "occupier",
        "ruled by",
        "who holds",
        "in the hands of",
    ];
    const LAND: [&str; 20] = [
        "state",
        "region",
        "province",
        "district",
        "territory",
        "place",
        "town",
        "city",
        "village",
        "island",
        "islands",
        "township",
        "feature",
        "zone",
        "governorate",
        "oblast",
        "county",
        "enclave",
        "sector",
        "settlement",
    ];
    const PARTY: [&str; 7] = ["party", "side", "group", "faction", "actor", "force", "holders"];
    let heading = heading.trim_matches(|c: char| !c.is_alphanumeric());
    let begins = |words: &[&str]| words.iter().any(|word| heading.starts_with(word));
    match () {
        () if begins(&HOLDER) || heading == "control" => Column::Holder,
        () if begins(&["claimed by", "claimant", "claims"]) => Column::Claimant,
        () if begins(&["since", "held since", "from", "date"]) => Column::Since,
        () if LAND.contains(&heading) => Column::Land,
        () if PARTY.contains(&heading) => Column::Party,
        () if begins(&["held", "holds", "controls", "controlled", "land held", "area held"])
            || begins(&["share held", "territory held", "under control"]) =>
        {
            Column::Held
        }
        () => Column::Other,
    }
}

/// The amount of a cell; a bare number has the unit that its heading or the caption names.
fn amount(view: &View, heading: &str, caption: &str) -> Option<QuantityMention> {
    let land =
        |mention: &&QuantityMention| matches!(mention.kind, MentionKind::Area | MentionKind::Share);
    if let Some(mention) = view.quantities.iter().find(land) {
        return Some(mention.clone());
    }
    let bare = view.quantities.iter().find(|mention| mention.kind == MentionKind::Bare)?;
    let unit = unit_named(heading).or_else(|| unit_named(caption))?;
    let about =
        view.tree.words().iter().any(|word| matches!(word.lower.as_str(), "~" | "c." | "ca."));
    let bound = if about { Bound::About } else { bare.quantity.bound };
    let share = unit == Unit::One;
    let scale = if share { 0.01 } else { 1.0 };
    let quantity = Quantity {
        kind: if share { QuantityKind::Share } else { QuantityKind::Area },
        bound,
        value: bare.quantity.value * scale,
        high: bare.quantity.high.map(|high| high * scale),
        step: bare.quantity.step * scale,
        unit,
        ..bare.quantity.clone()
    };
    let kind = if share { MentionKind::Share } else { MentionKind::Area };
    Some(QuantityMention { kind, quantity, ..bare.clone() })
}

/// The unit of area, or a share, that some words in small letters name.
fn unit_named(words: &str) -> Option<Unit> {
    let has = |names: &[&str]| names.iter().any(|name| words.contains(name));
    match () {
        () if has(&["%", "per cent", "percent"]) => Some(Unit::One),
        () if has(&["km²", "km2", "sq km", "sq. km", "square kilomet"]) => {
            Some(Unit::SquareKilometre)
        }
        () if has(&["square mile", "sq mi", "sq. mi"]) => Some(Unit::SquareMile),
        () if has(&["hectare"]) => Some(Unit::Hectare),
        () if has(&["acre"]) => Some(Unit::Acre),
        () => None,
    }
}
