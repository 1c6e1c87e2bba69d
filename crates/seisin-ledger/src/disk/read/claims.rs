//! Claims read back, with the words they rest on taken from the captured text.

use super::{
    documents,
    view::{View, recorded},
};
use crate::{
    disk::{
        blobs,
        cursor::Cursor,
        field::Field,
        trouble::{Outcome, Trouble},
        words::Words,
    },
    query::ClaimFilter,
    record::Recorded,
};
use rusqlite::{Connection, params, params_from_iter};
use seisin_core::{
    Bound, ChangeAction, Claim, ClaimId, ClaimKind, Detail, Evidence, Item, ItemKind, Modality,
    OfferStatus, PartyId, PartyRef, Polarity, Quantity, QuantityKind, Ratio, ReaderRule, Reading,
    RegionCandidate, RegionId, RegionRef, SourceLink, SourceRole, Stance, TextSpan, TitleAction,
    Unit, ValidTime,
};

/// That claim `c` of reading `r` was on the books at batch `?1`.
const ON_THE_BOOKS: &str = "
    r.batch <= ?1 AND NOT EXISTS
      (SELECT 1 FROM text_reading s WHERE s.supersedes = r.id AND s.batch <= ?1)";

/// The rows of the claims that pass `filter`, by publication and path of their document, then by
/// place in the text.
pub(crate) fn claim_rows(
    connection: &Connection,
    filter: &ClaimFilter,
    view: &View,
) -> Outcome<Vec<i64>> {
    let mut conditions = Conditions { sql: String::new(), values: vec![view.batch.into()] };
    if let Some(id) = filter.document {
        let Some(row) = documents::document_row(connection, id)? else { return Ok(Vec::new()) };
        conditions.add("r.document = ?", row.into());
    }
    if let Some(party) = &filter.party {
        conditions.add("c.party = ?", (&party.0).into());
    }
    if let Some(region) = &filter.region {
        conditions.add("m.region = ?", (&region.0).into());
    }
    if let Some(kind) = filter.kind {
        conditions.add("c.kind = ?", kind.word().into());
    }
    if let Some((from, to)) = filter.between {
        conditions.add("(c.valid_to IS NULL OR c.valid_to > ?)", from.to_string().into());
        conditions.add("(c.valid_from IS NULL OR c.valid_from < ?)", to.to_string().into());
        conditions.sql.push_str(" AND c.valid_edtf IS NOT NULL");
    }
    let sql = format!(
        "SELECT c.id
         FROM claim c
           JOIN text_reading r ON r.id = c.reading
           JOIN appearance a ON a.id = (
             SELECT h.id FROM appearance h WHERE h.document = r.document AND h.batch <= ?1
               AND h.path = (SELECT f.path FROM appearance f WHERE f.document = r.document
                 ORDER BY f.id LIMIT 1)
             ORDER BY h.id DESC LIMIT 1)
           LEFT JOIN region_mention m ON m.id = c.region_mention
         WHERE {ON_THE_BOOKS}{}
         ORDER BY a.published IS NULL, a.published, a.path, r.document, c.span_start, c.id",
        conditions.sql
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(&conditions.values), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a question adds to a statement: only what it asks for, so that the right index serves.
struct Conditions<'f> {
    sql: String,
    values: Vec<Field<'f>>,
}

impl<'f> Conditions<'f> {
    /// Adds a condition with one `?` for its value.
    fn add(&mut self, condition: &str, value: Field<'f>) {
        self.values.push(value);
        let numbered = condition.replace('?', &format!("?{}", self.values.len()));
        self.sql.push_str(" AND ");
        self.sql.push_str(&numbered);
    }
}

/// The rows of every version of a claim recorded by then, oldest first.
pub(crate) fn claim_rows_by_id(
    connection: &Connection,
    id: &ClaimId,
    view: &View,
) -> Outcome<Vec<i64>> {
    let mut statement = connection
        .prepare_cached("SELECT id FROM claim WHERE claim = ? AND batch <= ? ORDER BY id")?;
    let rows = statement.query_map(params![id.0, view.batch], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a reading of a text came to.
pub(crate) fn text_reading(connection: &Connection, reading: i64) -> Outcome<Reading> {
    let rows: Vec<i64> = connection
        .prepare_cached("SELECT id FROM claim WHERE reading = ? ORDER BY id")?
        .query_map([reading], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut claims = Claims::new(connection);
    let claims = rows
        .into_iter()
        .map(|row| Ok(claims.read(row, &View::now())?.record))
        .collect::<Outcome<_>>()?;
    Ok(Reading { claims, problems: documents::text_problems(connection, reading)? })
}

/// Reads claims one by one and keeps the text of the document it read last.
#[derive(Debug)]
pub(crate) struct Claims<'c> {
    connection: &'c Connection,
    words: Option<(i64, Words)>,
}

/// The columns of a claim; `?1` is the last batch known of, `?2` its row.
const CLAIM: &str = "
    SELECT r.words, db.digest, c.claim, c.span_start, c.span_end, c.prefix_length, c.suffix_length,
      c.repaired, c.modality, c.polarity,
      c.party, c.party_name, c.party_mention,
      c.counterparty, c.counterparty_name, c.counterparty_mention,
      c.region_mention, c.quantity,
      c.valid_edtf, c.valid_original, c.valid_rule,
      k.reader, k.version, k.rule,
      c.kind, c.action, c.offer_status, c.ratio_value, c.ratio_basis, c.stance, c.about,
      b.recorded_at, sb.recorded_at
    FROM claim c
      JOIN text_reading r ON r.id = c.reading
      JOIN document d ON d.id = r.document
      JOIN blob db ON db.id = d.bytes
      JOIN reader_rule k ON k.id = c.reader_rule
      LEFT JOIN batch b ON b.id = c.batch
      LEFT JOIN text_reading s ON s.supersedes = r.id AND s.batch <= ?1
      LEFT JOIN batch sb ON sb.id = s.batch
    WHERE c.id = ?2";

/// Which of these columns is `b.recorded_at`.
const RECORDED_AT: usize = 31;

impl<'c> Claims<'c> {
    pub(crate) const fn new(connection: &'c Connection) -> Self {
        Self { connection, words: None }
    }

    /// The claim in `row`, as on the books in `view`.
    pub(crate) fn read(&mut self, row: i64, view: &View) -> Outcome<Recorded<Claim>> {
        let mut statement = self.connection.prepare_cached(CLAIM)?;
        let mut rows = statement.query(params![view.batch, row])?;
        let found = rows.next()?.ok_or_else(|| lost("claim", row))?;
        let mut cursor = Cursor::new(found);
        let words: i64 = cursor.take()?;
        let claim = Claim {
            document: cursor.digest()?,
            id: ClaimId(cursor.take()?),
            evidence: self.evidence(words, &mut cursor)?,
            modality: cursor.word(Modality::from_word)?,
            polarity: cursor.word(Polarity::from_word)?,
            party: party(&mut cursor)?,
            counterparty: party(&mut cursor)?,
            region: self.maybe_region(cursor.take()?)?,
            quantity: self.maybe_quantity(cursor.take()?)?,
            valid: valid(&mut cursor)?,
            reader: ReaderRule {
                id: cursor.take()?,
                version: cursor.take()?,
                rule: cursor.take()?,
            },
            detail: self.detail(row, &mut cursor)?,
            source: self.source(row)?,
            hedges: self.hedges(row)?,
        };
        recorded(claim, &mut cursor)
    }

    fn evidence(&mut self, words: i64, cursor: &mut Cursor<'_, '_>) -> Outcome<Evidence> {
        let span = TextSpan::new(cursor.count()?, cursor.count()?);
        let context = (cursor.count()?, cursor.count()?);
        let text = match self.words.take() {
            Some((row, text)) if row == words => text,
            _ => text(self.connection, words)?,
        };
        let evidence = text.evidence(span, context);
        self.words = Some((words, text));
        let evidence = evidence.ok_or_else(|| {
            Trouble::Unreadable(format!("no text stands at {}..{}", span.start, span.end))
        })?;
        Ok(Evidence { repaired: cursor.take()?, ..evidence })
    }

    fn source(&self, claim: i64) -> Outcome<Vec<SourceLink>> {
        let sql = "SELECT name, role, party, cue, said_on, venue FROM source_link
                   WHERE claim = ? ORDER BY id";
        self.children(sql, claim, |cursor| {
            Ok(SourceLink {
                name: cursor.take()?,
                role: cursor.word(SourceRole::from_word)?,
                party: cursor.take::<Option<String>>()?.map(PartyId),
                cue: cursor.take()?,
                on: cursor.maybe_parsed()?,
                venue: cursor.take()?,
            })
        })
    }

    fn hedges(&self, claim: i64) -> Outcome<Vec<String>> {
        self.children("SELECT words FROM hedge WHERE claim = ? ORDER BY id", claim, |cursor| {
            cursor.take()
        })
    }

    fn detail(&self, claim: i64, cursor: &mut Cursor<'_, '_>) -> Outcome<Detail> {
        let kind = cursor.word(ClaimKind::from_word)?;
        let detail = match kind {
            ClaimKind::Holding => Detail::Holding,
            ClaimKind::Casualties => Detail::Casualties,
            ClaimKind::Statement => Detail::Statement,
            ClaimKind::Change => Detail::Change(cursor.word(ChangeAction::from_word)?),
            ClaimKind::Title => Detail::Title(cursor.word(TitleAction::from_word)?),
            ClaimKind::Offer => {
                cursor.skip(1);
                Detail::Offer {
                    gives: self.items(claim, "gives")?,
                    asks: self.items(claim, "asks")?,
                    status: cursor.word(OfferStatus::from_word)?,
                    ratio: match (cursor.take()?, cursor.take()?) {
                        (Some(value), Some(basis)) => Some(Ratio { value, basis }),
                        _ => None,
                    },
                }
            }
            ClaimKind::Response => {
                cursor.skip(4);
                Detail::Response { stance: cursor.word(Stance::from_word)?, about: cursor.take()? }
            }
        };
        cursor.seek(RECORDED_AT);
        Ok(detail)
    }

    fn items(&self, claim: i64, side: &str) -> Outcome<Vec<Item>> {
        let sql = format!(
            "SELECT kind, region_mention, quantity, words, vague FROM offer_item
             WHERE claim = ? AND side = '{side}' ORDER BY id"
        );
        self.children(&sql, claim, |cursor| {
            Ok(Item {
                kind: cursor.word(ItemKind::from_word)?,
                region: self.maybe_region(cursor.take()?)?,
                quantity: self.maybe_quantity(cursor.take()?)?,
                text: cursor.take()?,
                vague: cursor.take()?,
            })
        })
    }

    fn maybe_region(&self, mention: Option<i64>) -> Outcome<Option<RegionRef>> {
        mention.map(|mention| self.region(mention)).transpose()
    }

    fn region(&self, mention: i64) -> Outcome<RegionRef> {
        let sql = "SELECT region, name, rule FROM region_candidate WHERE mention = ? ORDER BY id";
        let candidates = self.children(sql, mention, |cursor| {
            Ok(RegionCandidate {
                id: RegionId(cursor.take()?),
                name: cursor.take()?,
                rule: cursor.take()?,
            })
        })?;
        let sql = "SELECT region, name, mention FROM region_mention WHERE id = ?";
        self.one("region mention", sql, mention, |cursor| {
            Ok(RegionRef {
                id: cursor.take::<Option<String>>()?.map(RegionId),
                name: cursor.take()?,
                mention: cursor.take()?,
                candidates,
            })
        })
    }

    fn maybe_quantity(&self, quantity: Option<i64>) -> Outcome<Option<Quantity>> {
        quantity.map(|quantity| self.quantity(quantity)).transpose()
    }

    fn quantity(&self, quantity: i64) -> Outcome<Quantity> {
        let sql = "SELECT kind, bound, value, high, step, unit, part_of, frame, original_value
                   FROM quantity WHERE id = ?";
        self.one("quantity", sql, quantity, |cursor| {
            Ok(Quantity {
                kind: cursor.word(QuantityKind::from_word)?,
                bound: cursor.word(Bound::from_word)?,
                value: cursor.take()?,
                high: cursor.take()?,
                step: cursor.take()?,
                unit: cursor.word(|code| Some(unit(code)))?,
                of: cursor.take()?,
                frame: cursor.take()?,
                original_value: cursor.take()?,
            })
        })
    }

    fn children<T>(
        &self,
        sql: &str,
        parent: i64,
        mut read: impl FnMut(&mut Cursor<'_, '_>) -> Outcome<T>,
    ) -> Outcome<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([parent])?;
        let mut children = Vec::new();
        while let Some(row) = rows.next()? {
            children.push(read(&mut Cursor::new(row))?);
        }
        Ok(children)
    }

    fn one<T>(
        &self,
        what: &str,
        sql: &str,
        id: i64,
        read: impl FnOnce(&mut Cursor<'_, '_>) -> Outcome<T>,
    ) -> Outcome<T> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([id])?;
        let row = rows.next()?.ok_or_else(|| lost(what, id))?;
        read(&mut Cursor::new(row))
    }
}

/// The captured text in blob `words`.
pub(crate) fn text(connection: &Connection, words: i64) -> Outcome<Words> {
    let bytes = blobs::read_row(connection, words)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Trouble::Unreadable(format!("blob {words} is not UTF-8")))?;
    Ok(Words::new(text))
}

fn lost(what: &str, row: i64) -> Trouble {
    Trouble::Unreadable(format!("{what} {row} is not there"))
}

fn party(cursor: &mut Cursor<'_, '_>) -> Outcome<Option<PartyRef>> {
    match (cursor.take()?, cursor.take()?, cursor.take()?) {
        (Some(id), Some(name), Some(mention)) => {
            Ok(Some(PartyRef { id: PartyId(id), name, mention }))
        }
        _ => Ok(None),
    }
}

fn valid(cursor: &mut Cursor<'_, '_>) -> Outcome<Option<ValidTime>> {
    match (cursor.maybe_parsed()?, cursor.take()?, cursor.take()?) {
        (Some(edtf), Some(original_value), Some(rule)) => {
            Ok(Some(ValidTime { edtf, original_value, rule }))
        }
        _ => Ok(None),
    }
}

/// The unit of a UCUM code, or the counted noun in braces.
fn unit(code: &str) -> Unit {
    let noun = code.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    noun.map_or_else(|| Unit::from_ucum(code), |noun| Unit::Counted(noun.to_owned()))
}
