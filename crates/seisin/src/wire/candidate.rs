//! The candidate record `seisin.candidate/1`: a claim as another program proposes it.

use schemars::JsonSchema;
use seisin_core::{
    ChangeAction, ClaimKind, Digest, Document, Modality, OfferStatus, Polarity, Stance, TitleAction,
};
use seisin_read::text::{Candidate, CandidateAmount, CandidateDetail};
use serde::{Deserialize, Serialize};

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.candidate/1";

/// A claim as another program proposes it: every part as printed in the document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CandidateJson {
    /// `seisin.candidate/1`.
    schema: String,
    /// The program that proposes it; it stays on the claim.
    reader: ProposerJson,
    /// The document, by any of these.
    document: NamedDocumentJson,
    /// The words the claim rests on, to the letter.
    quote: String,
    /// `holding`, `change`, `title`, `offer`, `response`, `casualties` or `statement`.
    kind: String,
    /// `affirmed` (the default) or `denied`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    polarity: Option<String>,
    /// `asserted` (the default), `reported`, `possible`, `planned` or `hypothetical`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modality: Option<String>,
    /// The party's name; it must stand in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    party: Option<String>,
    /// The other party's name; it must stand in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    counterparty: Option<String>,
    /// The land's name; it must stand in the quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    /// The amount; it must stand in the quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quantity: Option<AmountJson>,
    /// The date; it must stand in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// Who says it; the name must stand in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    /// For a change or a title, as in a claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    /// For an offer: what is given, each as printed in the quote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gives: Vec<String>,
    /// For an offer: what is asked, each as printed in the quote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    asks: Vec<String>,
    /// For an offer, as in a claim; `proposed` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    /// For a response, as in a claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stance: Option<String>,
    /// For a response: what is answered, as printed in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ProposerJson {
    id: String,
    version: String,
}

/// A document by its digest, its path in the output of `read`, or its address.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NamedDocumentJson {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    uri: Option<String>,
}

/// An amount: as printed, and what it is said to be.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AmountJson {
    text: String,
    value: f64,
    unit: String,
}

impl CandidateJson {
    /// Whether it speaks of `document`.
    pub(crate) fn is_of(&self, document: &Document) -> bool {
        let named = &self.document;
        let digest = named.id.as_deref().map(Digest::parse);
        match (digest, &named.path, &named.uri) {
            (Some(digest), ..) => digest == Some(document.id),
            (None, Some(path), _) => *path == document.path,
            (None, None, uri) => uri.is_some() && *uri == document.uri,
        }
    }

    /// The document it names, for messages.
    pub(crate) fn document(&self) -> &str {
        let named = &self.document;
        let named = [&named.id, &named.path, &named.uri].into_iter().flatten().next();
        named.map_or("no document", String::as_str)
    }

    /// The same in the reader's words.
    ///
    /// # Errors
    /// The field whose word is none of those it may have.
    pub(crate) fn candidate(&self) -> Result<Candidate, String> {
        if self.schema != SCHEMA {
            return Err(format!("its schema is `{}`, not `{SCHEMA}`", self.schema));
        }
        let polarity =
            word("polarity", self.polarity.as_deref().or(Some("affirmed")), Polarity::from_word)?;
        let modality =
            word("modality", self.modality.as_deref().or(Some("asserted")), Modality::from_word)?;
        let amount = |amount: &AmountJson| CandidateAmount {
            text: amount.text.clone(),
            value: amount.value,
            unit: amount.unit.clone(),
        };
        Ok(Candidate {
            reader: self.reader.id.clone(),
            reader_version: self.reader.version.clone(),
            quote: self.quote.clone(),
            detail: self.detail()?,
            polarity,
            modality,
            party: self.party.clone(),
            counterparty: self.counterparty.clone(),
            region: self.region.clone(),
            quantity: self.quantity.as_ref().map(amount),
            date: self.date.clone(),
            speaker: self.speaker.clone(),
        })
    }

    fn detail(&self) -> Result<CandidateDetail, String> {
        let action = self.action.as_deref();
        Ok(match word("kind", Some(&self.kind), ClaimKind::from_word)? {
            ClaimKind::Holding => CandidateDetail::Holding,
            ClaimKind::Change => {
                CandidateDetail::Change(word("action", action, ChangeAction::from_word)?)
            }
            ClaimKind::Title => {
                CandidateDetail::Title(word("action", action, TitleAction::from_word)?)
            }
            ClaimKind::Casualties => CandidateDetail::Casualties,
            ClaimKind::Statement => CandidateDetail::Statement,
            ClaimKind::Offer => CandidateDetail::Offer {
                gives: self.gives.clone(),
                asks: self.asks.clone(),
                status: word(
                    "status",
                    self.status.as_deref().or(Some("proposed")),
                    OfferStatus::from_word,
                )?,
            },
            ClaimKind::Response => CandidateDetail::Response {
                stance: word("stance", self.stance.as_deref(), Stance::from_word)?,
                about: self.about.clone().unwrap_or_default(),
            },
        })
    }
}

fn word<T>(field: &str, word: Option<&str>, of: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    let word = word.ok_or_else(|| format!("it has no `{field}`"))?;
    of(word).ok_or_else(|| format!("its `{field}` is `{word}`, which is none"))
}
