//! A claim and everything that hangs on it.

use super::Writer;
use crate::{
    append_error::AppendError,
    disk::{field::Field, stamp, table::Table, trouble::Outcome, words::Words},
};
use rusqlite::OptionalExtension as _;
use seisin_core::{
    Claim, Date, Detail, Document, Item, PartyRef, Problem, Quantity, Ratio, ReaderRule, RegionRef,
    SourceLink, Unit, ValidTime,
};

impl Writer<'_> {
    /// Adds a claim of `document` to `reading`; its words must stand in `text`.
    pub(super) fn put_claim(
        &mut self,
        reading: i64,
        claim: &Claim,
        document: &Document,
        text: &Words,
    ) -> Outcome<()> {
        let (prefix, suffix) = check(claim, document, text)?;
        let region = claim.region.as_ref().map(|region| self.put_region(region)).transpose()?;
        let quantity =
            claim.quantity.as_ref().map(|amount| self.put_quantity(amount)).transpose()?;
        let rule = self.reader_rule(&claim.reader)?;
        let mut fields: Vec<Field<'_>> = vec![
            reading.into(),
            (&claim.id.0).into(),
            claim.kind().word().into(),
            claim.evidence.span.start.into(),
            claim.evidence.span.end.into(),
            prefix.into(),
            suffix.into(),
            claim.evidence.repaired.as_ref().into(),
            claim.modality.word().into(),
            claim.polarity.word().into(),
        ];
        fields.extend(party(claim.party.as_ref()));
        fields.extend(party(claim.counterparty.as_ref()));
        fields.extend([region.into(), quantity.into()]);
        fields.extend(valid(claim.valid.as_ref())?);
        fields.extend(detail(&claim.detail));
        fields.push(rule.into());
        let row = self.insert(&Table::CLAIM, &fields)?;
        self.put_children(row, claim)
    }

    fn put_children(&mut self, row: i64, claim: &Claim) -> Outcome<()> {
        for link in &claim.source {
            self.put_source_link(row, link)?;
        }
        for words in &claim.hedges {
            self.insert(&Table::HEDGE, &[row.into(), words.into()])?;
        }
        if let Detail::Offer { gives, asks, .. } = &claim.detail {
            for (side, items) in [("gives", gives), ("asks", asks)] {
                for item in items {
                    self.put_item(row, side, item)?;
                }
            }
        }
        Ok(())
    }

    fn put_source_link(&mut self, claim: i64, link: &SourceLink) -> Outcome<()> {
        let fields = [
            claim.into(),
            (&link.name).into(),
            link.role.word().into(),
            link.party.as_ref().map(|party| &party.0).into(),
            link.cue.as_ref().into(),
            link.on.map(|on| on.to_string()).into(),
            link.venue.as_ref().into(),
        ];
        self.insert(&Table::SOURCE_LINK, &fields)?;
        Ok(())
    }

    fn put_item(&mut self, claim: i64, side: &str, item: &Item) -> Outcome<()> {
        let region = item.region.as_ref().map(|region| self.put_region(region)).transpose()?;
        let quantity =
            item.quantity.as_ref().map(|amount| self.put_quantity(amount)).transpose()?;
        let fields = [
            claim.into(),
            side.into(),
            item.kind.word().into(),
            region.into(),
            quantity.into(),
            (&item.text).into(),
            i64::from(item.vague).into(),
        ];
        self.insert(&Table::OFFER_ITEM, &fields)?;
        Ok(())
    }

    fn put_region(&mut self, region: &RegionRef) -> Outcome<i64> {
        let id = region.id.as_ref().map(|id| &id.0);
        let fields = [id.into(), (&region.name).into(), (&region.mention).into()];
        let mention = self.insert(&Table::REGION_MENTION, &fields)?;
        for candidate in &region.candidates {
            let fields = [
                mention.into(),
                (&candidate.id.0).into(),
                (&candidate.name).into(),
                (&candidate.rule).into(),
            ];
            self.insert(&Table::REGION_CANDIDATE, &fields)?;
        }
        Ok(mention)
    }

    fn put_quantity(&mut self, quantity: &Quantity) -> Outcome<i64> {
        let fields = [
            quantity.kind.word().into(),
            quantity.bound.word().into(),
            quantity.value.into(),
            quantity.high.into(),
            quantity.step.into(),
            unit(&quantity.unit).into(),
            quantity.of.as_ref().into(),
            quantity.frame.as_ref().into(),
            (&quantity.original_value).into(),
        ];
        self.insert(&Table::QUANTITY, &fields)
    }

    fn reader_rule(&mut self, reader: &ReaderRule) -> Outcome<i64> {
        let ReaderRule { id, version, rule } = reader;
        let known = self
            .transaction
            .prepare_cached(
                "SELECT id FROM reader_rule WHERE reader = ? AND version = ? AND rule = ?",
            )?
            .query_row([id, version, rule], |row| row.get(0))
            .optional()?;
        match known {
            Some(row) => Ok(row),
            None => self.insert(&Table::READER_RULE, &[id.into(), version.into(), rule.into()]),
        }
    }

    /// Adds the problems of a reading of a text or a map.
    pub(super) fn put_problems(
        &mut self,
        table: &'static Table,
        reading: i64,
        problems: &[Problem],
    ) -> Outcome<()> {
        for problem in problems {
            let fields = [
                reading.into(),
                problem.kind.word().into(),
                problem.span.map(|span| span.start).into(),
                problem.span.map(|span| span.end).into(),
                (&problem.sentence).into(),
            ];
            self.insert(table, &fields)?;
        }
        Ok(())
    }
}

/// The lengths of the evidence's context, where claim, document and text belong together.
fn check(claim: &Claim, document: &Document, text: &Words) -> Result<(usize, usize), AppendError> {
    if claim.document != document.id {
        return Err(AppendError::ForeignClaim {
            claim: claim.id.clone(),
            path: document.path.clone(),
            document: claim.document,
        });
    }
    text.locate(&claim.evidence).ok_or_else(|| AppendError::EvidenceMismatch {
        claim: claim.id.clone(),
        path: document.path.clone(),
        start: claim.evidence.span.start,
        end: claim.evidence.span.end,
    })
}

fn party(party: Option<&PartyRef>) -> [Field<'_>; 3] {
    [
        party.map(|party| &party.id.0).into(),
        party.map(|party| &party.name).into(),
        party.map(|party| &party.mention).into(),
    ]
}

fn valid(valid: Option<&ValidTime>) -> Outcome<[Field<'_>; 5]> {
    let day = |day: Option<Date>| {
        let text = |day| {
            stamp::day(day).ok_or_else(|| AppendError::BeforeCalendar { date: day.to_string() })
        };
        day.map(text).transpose()
    };
    let (from, to) = valid.map_or((None, None), |valid| valid.edtf.bounds());
    Ok([
        valid.map(|valid| valid.edtf.to_string()).into(),
        day(from)?.into(),
        day(to)?.into(),
        valid.map(|valid| &valid.original_value).into(),
        valid.map(|valid| &valid.rule).into(),
    ])
}

/// The columns `action` to `about`.
fn detail(detail: &Detail) -> [Field<'_>; 6] {
    const NONE: Field<'_> = Field::Null;
    let fill = |column: usize, field| {
        let mut fields = [NONE; 6];
        fields[column] = field;
        fields
    };
    match detail {
        Detail::Holding | Detail::Casualties | Detail::Statement => [NONE; 6],
        Detail::Change(action) => fill(0, action.word().into()),
        Detail::Title(action) => fill(0, action.word().into()),
        Detail::Offer { ratio, status, .. } => {
            let value = ratio.as_ref().map(|Ratio { value, .. }| *value);
            let basis = ratio.as_ref().map(|Ratio { basis, .. }| basis);
            [NONE, status.word().into(), value.into(), basis.into(), NONE, NONE]
        }
        Detail::Response { stance, about } => {
            [NONE, NONE, NONE, NONE, stance.word().into(), about.into()]
        }
    }
}

/// A unit's UCUM code; countable things are annotations in braces, as UCUM writes them, so that
/// the noun `m` is not taken for the metre.
fn unit(unit: &Unit) -> String {
    match unit {
        Unit::Counted(noun) => format!("{{{noun}}}"),
        other => other.ucum().into_owned(),
    }
}
