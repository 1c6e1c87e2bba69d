//! Offers and the answers to them.

use super::{
    context::{Context, Found, How, OfferMade},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
};
use seisin_core::{Detail, Item, ItemKind, OfferStatus, PartyRef, Polarity, Stance};
use std::ops::Range;

/// What is given and what is wanted, as stretches of words.
struct Bargain {
    gives: Range<usize>,
    asks: Option<Range<usize>>,
    clause: Clause,
    rule: &'static str,
}

impl Context<'_> {
    /// The offers and answers of a sentence.
    pub(crate) fn exchange_claims(&mut self, view: &View, quotes: &[Quote]) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let bargain =
            self.marked(view).or_else(|| self.traded(view)).or_else(|| self.offered_land(view));
        if let Some(bargain) = bargain
            && let Some(draft) = self.offer(view, bargain, quotes)
        {
            self.offers.push(OfferMade {
                party: draft.party.as_ref().map(|party| party.value.clone()),
                counterparty: draft.counterparty.clone(),
                sentence: view.index,
                words: self.prepared.slice(draft.evidence.clone()).to_owned(),
            });
            drafts.push(draft);
        }
        for at in 0..view.tree.len() {
            drafts.extend(self.response(view, at, quotes));
        }
        drafts
    }

    /// "… in exchange for …".
    fn marked(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let (start, length) = (0..tree.len()).find_map(|at| {
            let found = ["in exchange for", "in return for"].iter().find(|marker| {
                marker.split(' ').enumerate().all(|(step, word)| tree.lower(at + step) == word)
            })?;
            Some((at, found.split(' ').count()))
        })?;
        let verb = (0..start).rev().find(|at| {
            tree.is_verb(*at) && self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.offer_verbs)
        })?;
        let first = (0..start)
            .filter(|at| {
                tree.is_verb(*at)
                    && self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.offer_verbs)
            })
            .find(|at| *at == verb || chained(view, verb, *at))
            .unwrap_or(verb);
        let clause = Clause::of(tree, first);
        let end = clause_end(view, start + length);
        let gives = if plain_transfer(tree.lower(verb)) { verb + 1..start } else { verb..start };
        Some(Bargain { gives, asks: Some(start + length..end), clause, rule: "in-exchange-for" })
    }

    /// "Trading one land for another", "swap X for Y".
    fn traded(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let verb = (0..tree.len()).find(|at| {
            tree.is_verb(*at)
                && ["trade", "swap", "exchange"]
                    .iter()
                    .any(|verb| self.lexicon.is_form(tree.lower(*at), verb))
        })?;
        let object = Clause::of(tree, verb).patient.filter(|object| *object > verb)?;
        let for_at = (object..tree.len()).find(|at| {
            tree.lower(*at) == "for"
                && tree.label(*at) == "case"
                && tree.head(*at).is_some_and(|noun| {
                    noun > *at && tree.is_nominal(noun) && !is_span_of_time(tree.lower(noun))
                })
        })?;
        let landed = self.land(view, object).is_some();
        let wanted = tree.head(for_at)?;
        let land_wanted = self.land(view, wanted).is_some();
        if !landed && !land_wanted {
            return None;
        }
        let first = std::iter::successors(Some(verb), |at| {
            tree.head(*at).filter(|head| {
                tree.is_verb(*head) && matches!(tree.label(*at), "xcomp" | "ccomp" | "acl" | "obj")
            })
        })
        .take(4)
        .filter(|at| self.lexicon.is_form_of(tree.lower(*at), &self.lexicon.offer_verbs))
        .last()
        .unwrap_or(verb);
        Some(Bargain {
            gives: verb + 1..for_at,
            asks: Some(for_at + 1..clause_end(view, for_at + 1)),
            clause: Clause::of(tree, first),
            rule: "trade-for",
        })
    }

    /// "Offered the islands to Argentina", "proposed a corridor".
    fn offered_land(&self, view: &View) -> Option<Bargain> {
        let tree = &view.tree;
        let verb = (0..tree.len()).find(|at| {
            tree.is_verb(*at)
                && ["offer"].iter().any(|verb| self.lexicon.is_form(tree.lower(*at), verb))
        })?;
        let clause = Clause::of(tree, verb);
        let object = clause.patient.or_else(|| tree.child(verb, &["xcomp"]))?;
        let land = self.land(view, object).filter(|land| {
            land.how != How::Referred || self.lexicon.land.contains(tree.lower(object))
        });
        let ceding = tree.is_verb(object)
            && ["cede", "hand", "return", "give", "withdraw"]
                .iter()
                .any(|lemma| self.lexicon.is_form(tree.lower(object), lemma));
        if land.is_none() && !ceding {
            return None;
        }
        Some(Bargain { gives: tree.branch(object), asks: None, clause, rule: "offer-land" })
    }

    fn offer(&self, view: &View, bargain: Bargain, quotes: &[Quote]) -> Option<Draft> {
        let Bargain { gives, asks, clause, rule } = bargain;
        let tree = &view.tree;
        let told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return None;
        }
        let party = clause.agent.and_then(|agent| self.party(view, agent));
        let by_speaker = || {
            told.sources.last().and_then(|link| self.party_of_link(link)).map(|value| Found {
                value,
                words: clause.verb..clause.verb + 1,
                how: How::Referred,
            })
        };
        let party = party.or_else(by_speaker)?;
        let gives = tree.trim(gives);
        let items = |range: &Range<usize>| vec![self.item(view, range.clone())];
        let given = items(&gives);
        let asked = asks.as_ref().map(items).unwrap_or_default();
        let region = given.iter().chain(&asked).find_map(|item| item.region.clone());
        let lawful = given.iter().chain(&asked).any(|item| item.kind != ItemKind::Other);
        if !lawful {
            return None;
        }
        let quantity = Self::land_amount(view, gives.clone());
        let status = self.status(view, &clause);
        let end = asks.as_ref().map_or(gives.end, |asks| asks.end);
        let start = clause
            .agent
            .map_or(clause.verb, |agent| {
                tree.branch_without(agent, &|c| tree.label(c) == "acl:relcl").start
            })
            .min(clause.verb);
        let counterparty = self.other_side(view, &clause, &party.value);
        let dated = self.time_of(view, &clause, &told, &Detail::Casualties);
        Some(Draft {
            detail: Detail::Offer { gives: given, asks: asked, ratio: None, status },
            party: Some(party),
            counterparty,
            region: region.map(|value| Found { words: gives.clone(), value, how: How::Named }),
            quantity,
            dated,
            told,
            evidence: tree.range(start..end),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: format!("offer/{rule}"),
        })
    }

    fn other_side(&self, view: &View, clause: &Clause, party: &PartyRef) -> Option<PartyRef> {
        let named = clause
            .recipient
            .or_else(|| clause.oblique(&["to", "with"]))
            .and_then(|at| self.party(view, at))
            .map(|found| found.value);
        named.filter(|other| other.id != party.id).or_else(|| {
            let other = view.parties.iter().find(|name| name.found.party != party.id)?;
            Some(self.named_party(view, other))
        })
    }

    fn status(&self, view: &View, clause: &Clause) -> OfferStatus {
        let form = view.tree.lower(clause.verb);
        let lexicon = self.lexicon;
        if lexicon.is_form_of(form, &lexicon.floated) {
            OfferStatus::Floated
        } else if lexicon.is_form_of(form, &lexicon.agreed) {
            OfferStatus::Agreed
        } else if lexicon.is_form_of(form, &lexicon.implemented)
            && matches!(clause.tense, Tense::Past | Tense::PresentPerfect | Tense::PastPerfect)
        {
            OfferStatus::Implemented
        } else {
            OfferStatus::Proposed
        }
    }

    fn land_amount(view: &View, words: Range<usize>) -> Option<QuantityMention> {
        view.quantities_in(words)
            .find(|mention| {
                matches!(mention.kind, MentionKind::Area | MentionKind::Share | MentionKind::Length)
            })
            .cloned()
    }

    /// One side of a bargain as an item.
    fn item(&self, view: &View, words: Range<usize>) -> Item {
        let tree = &view.tree;
        let words = tree.trim(words);
        let inside = || view.places.iter().filter(|name| words.contains(&name.words.start));
        let place = inside()
            .find(|name| view.party_at(name.words.start).is_none())
            .or_else(|| inside().next());
        let land_noun = words.clone().find(|at| self.lexicon.land.contains(tree.lower(*at)));
        let quantity = Self::land_amount(view, words.clone());
        let region = place
            .filter(|_| {
                land_noun.is_some()
                    || place.is_some_and(|name| view.party_at(name.words.start).is_none())
            })
            .map(|name| self.region(name, self.text(view, name.words.clone())));
        let text = self.text(view, words.clone());
        let kind = kind_of(
            &text.to_lowercase(),
            quantity.as_ref(),
            region.is_some() || land_noun.is_some(),
        );
        let vague = quantity.is_none() && region.is_none();
        Item { kind, region, quantity: quantity.map(|mention| mention.quantity), text, vague }
    }

    /// An answer: "rejected the proposal", "turned it down", "declined".
    fn response(&self, view: &View, at: usize, quotes: &[Quote]) -> Option<Draft> {
        let tree = &view.tree;
        let form = tree.lower(at);
        if !tree.is_verb(at) || tree.child(at, &["xcomp", "ccomp"]).is_some() {
            return None;
        }
        let clause = Clause::of(tree, at);
        let stance = self.stance(view, &clause, form)?;
        let offered = self.offers.iter().rev().find(|offer| view.index - offer.sentence <= 25);
        let about = self.what_is_answered(view, &clause, offered)?;
        let mut told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return None;
        }
        let party = self.answerer(view, clause.agent?)?;
        let not_accepted = clause.negation.is_some() && stance == Stance::Accept;
        if not_accepted {
            told.polarity = Polarity::Affirmed;
        }
        let stance = if not_accepted { Stance::Reject } else { stance };
        let counterparty = offered.and_then(|offer| {
            let made = offer.party.clone().filter(|by| by.id != party.value.id);
            made.or_else(|| offer.counterparty.clone().filter(|by| by.id != party.value.id))
        });
        Some(Draft {
            detail: Detail::Response { stance, about },
            party_range: Some(tree.range(party.words.clone())),
            party: Some(party),
            counterparty,
            region: None,
            quantity: None,
            dated: self.dated(view, &clause, &told),
            told,
            evidence: Self::evidence(view, &clause),
            finite: true,
            region_range: None,
            speaker_range: None,
            rule: format!("response/{form}"),
        })
    }

    /// The offer that is answered: as printed, or the words of the last one where a pronoun or
    /// nothing stands for it; `None` where it is no offer.
    fn what_is_answered(
        &self,
        view: &View,
        clause: &Clause,
        offered: Option<&OfferMade>,
    ) -> Option<String> {
        let tree = &view.tree;
        let about = clause.patient.or_else(|| clause.oblique(&["to", "with"]));
        if let Some(about) = about.filter(|about| self.lexicon.about.contains(tree.lower(*about))) {
            return Some(self.text(view, tree.branch(about)));
        }
        let stem = ["declin", "refus", "accept", "agree", "reject"];
        let alone =
            about.is_none() && stem.iter().any(|stem| tree.lower(clause.verb).starts_with(stem));
        let pronoun = about.is_some_and(|about| {
            matches!(tree.lower(about), "it" | "that" | "this" | "them" | "any")
        });
        let near = |offer: &&OfferMade| view.index - offer.sentence <= 4;
        offered.filter(near).filter(|_| alone || pronoun).map(|offer| offer.words.clone())
    }

    fn answerer(&self, view: &View, agent: usize) -> Option<Found<PartyRef>> {
        self.party(view, agent).or_else(|| {
            let (name, _, words) = self.source(view, agent);
            let value = super::context::unlisted_party(&name);
            view.tree.is_nominal(agent).then_some(Found { value, words, how: How::Phrase })
        })
    }

    fn stance(&self, view: &View, clause: &Clause, form: &str) -> Option<Stance> {
        let lemma = |list: &super::lexicon::Words| {
            self.lexicon.lemmas(form).iter().any(|lemma| {
                list.iter().any(|entry| match entry.split_once(' ') {
                    None => entry == lemma,
                    Some((verb, particle)) => {
                        verb == lemma
                            && (clause.particles.iter().any(|own| own == particle)
                                || view.tree.lower(clause.verb + 1) == particle
                                || clause.patient.is_some_and(|object| {
                                    object > clause.verb && view.tree.lower(object + 1) == particle
                                }))
                    }
                })
            })
        };
        if lemma(&self.lexicon.reject) {
            Some(Stance::Reject)
        } else if lemma(&self.lexicon.accept) {
            let only = view
                .tree
                .children(clause.verb)
                .iter()
                .any(|child| view.tree.lower(*child) == "only");
            Some(if only { Stance::Conditional } else { Stance::Accept })
        } else {
            None
        }
    }
}

fn is_span_of_time(word: &str) -> bool {
    matches!(word, "years" | "year" | "months" | "weeks" | "days" | "hours" | "time" | "now")
}

/// Verbs whose object is what is given: the verb itself tells nothing more.
fn plain_transfer(form: &str) -> bool {
    form.starts_with("offer")
        || form.starts_with("propos")
        || form.starts_with("float")
        || form.starts_with("get")
        || form.starts_with("suggest")
        || form.starts_with("trad")
        || form.starts_with("swap")
        || form.starts_with("rais")
        || form == "receives"
}

/// Whether one verb governs another through complements.
fn chained(view: &View, below: usize, above: usize) -> bool {
    std::iter::successors(Some(below), |at| {
        view.tree.head(*at).filter(|_| {
            matches!(
                view.tree.label(*at),
                "xcomp" | "ccomp" | "acl" | "nmod" | "obl" | "obj" | "advcl"
            )
        })
    })
    .take(8)
    .any(|at| at == above)
}

/// One past the last word of the clause that goes on at a word.
fn clause_end(view: &View, from: usize) -> usize {
    let tree = &view.tree;
    let noun =
        (from..tree.len()).find(|at| tree.is_nominal(*at) || tree.is_verb(*at)).unwrap_or(from);
    let top = std::iter::successors(Some(noun), |at| tree.head(*at).filter(|head| *head >= from))
        .take(20)
        .last()
        .unwrap_or(noun);
    let end = tree.branch(top).end;
    (from..end)
        .find(|at| {
            matches!(tree.lower(*at), ";" | "." | ")")
                || (tree.lower(*at) == ","
                    && matches!(tree.lower(*at + 1), "but" | "and" | "he" | "she" | "a"))
                || tree.tag(*at) == "''"
        })
        .unwrap_or(end)
}

fn kind_of(text: &str, quantity: Option<&QuantityMention>, land: bool) -> ItemKind {
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if let Some(mention) = quantity {
        return match mention.kind {
            MentionKind::Share => ItemKind::Share,
            _ => ItemKind::Area,
        };
    }
    if any(&["prisoner", "hostage", "captive", "detainee"]) {
        ItemKind::Prisoners
    } else if any(&["ceasefire", "cease-fire", "truce", "peace"]) {
        ItemKind::Ceasefire
    } else if any(&["withdraw", "leave", "pull out"]) {
        ItemKind::Withdrawal
    } else if any(&["recogni", "sovereignty"]) {
        ItemKind::Recognition
    } else if any(&["minerals", "resources", "oil", "gas", "water", "cobalt", "lithium", "port"]) {
        ItemKind::Resources
    } else if any(&["guarantee", "safe passage"]) {
        ItemKind::Guarantee
    } else if land {
        ItemKind::NamedPlace
    } else if any(&["$", "million", "billion", "money", "£", "€"]) {
        ItemKind::Money
    } else if any(&[
        "support",
        "aid",
        "weapons",
        "arms",
        "help",
        "amnesty",
        "treaty",
        "settlement",
        "autonomy",
    ]) {
        ItemKind::Support
    } else {
        ItemKind::Other
    }
}
