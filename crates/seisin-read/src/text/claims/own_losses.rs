//! Losses that a side is the subject of: "lost 61 men", "suffered 200 casualties", "inflicted heavy losses",
//! "denies any loss".

use super::{
    casualties::{Fate, with_fate},
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::{quantity::MentionKind, syntax::Clause};
use seisin_core::Polarity;

impl Context<'_> {
    /// "Lost 61 men", "lost 7,500 men killed", "suffered 200 casualties".
    pub(super) fn own_losses(&self, view: &View, clause: &Clause, quotes: &[Quote]) -> Vec<Draft> {
        let Some(object) = clause.patient else { return Vec::new() };
        let tree = &view.tree;
        let nobody = matches!(tree.lower(object), "nobody" | "none" | "no-one");
        if !nobody && !self.persons(view, object) {
            return Vec::new();
        }
        let fate = tree
            .words()
            .get(tree.branch(object))
            .and_then(|words| words.iter().find_map(|word| Fate::of(&word.lower)))
            .unwrap_or(Fate::Killed);
        let Some(party) = clause.agent.and_then(|agent| self.party(view, agent)) else {
            return Vec::new();
        };
        let mut told = self.told(view, clause, quotes);
        if nobody {
            told.polarity = Polarity::Denied;
        }
        if told.refused.is_some() {
            return Vec::new();
        }
        let quantity = Self::headcount(view, object, fate);
        if quantity.is_none() && told.polarity == Polarity::Affirmed {
            return Vec::new();
        }
        vec![Draft {
            counterparty: self.foe_in_loss(view, clause.verb, &party.value),
            party: Some(party),
            quantity,
            ..self.loss(view, clause, told, "lose")
        }]
    }

    /// Whether what a verb of losing is followed by is people or arms: "lost 115 men there", "lost a quarter of
    /// its tanks".
    pub(super) fn loses_no_land(&self, view: &View, verb: usize) -> bool {
        const UNITS: [&str; 10] = [
            "battalion",
            "brigade",
            "company",
            "platoon",
            "regiment",
            "vehicles",
            "ships",
            "warships",
            "men",
            "lives",
        ];
        let (tree, lexicon) = (&view.tree, self.lexicon);
        (verb + 1..verb + 9)
            .take_while(|at| {
                !matches!(
                    tree.lower(*at),
                    "," | ";" | "." | "in" | "on" | "at" | "near" | "to" | "and"
                ) && view.place_at(*at).is_none()
                    && (!lexicon.land.contains(tree.lower(*at))
                        || lexicon.partitive.contains(tree.lower(*at)))
            })
            .any(|at| {
                let word = tree.lower(at);
                lexicon.persons.contains(word)
                    || lexicon.weapons.contains(word)
                    || UNITS.contains(&word)
            })
    }

    /// "Inflicted tens of thousands of casualties on the other side".
    pub(super) fn inflicted(&self, view: &View, clause: &Clause, quotes: &[Quote]) -> Vec<Draft> {
        let Some(object) = clause.patient else { return Vec::new() };
        let tree = &view.tree;
        let branch = tree.branch(clause.verb);
        let Some(mention) = view
            .quantities_in(branch.clone())
            .find(|m| matches!(m.kind, MentionKind::Count | MentionKind::Bare))
        else {
            return Vec::new();
        };
        let losses = |range: std::ops::Range<usize>| {
            tree.words().get(range).is_some_and(|words| {
                words
                    .iter()
                    .any(|word| matches!(word.lower.as_str(), "casualties" | "losses" | "deaths"))
            })
        };
        if !losses(branch) && !losses(0..clause.verb) {
            return Vec::new();
        }
        let told = self.told(view, clause, quotes);
        let by = clause.agent.and_then(|agent| self.party(view, agent)).map(|party| party.value);
        let on = view.parties.iter().find(|name| {
            name.words.start > object && by.as_ref().is_none_or(|by| by.id != name.found.party)
        });
        let party = on.map(|name| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        });
        if told.refused.is_some() || party.is_none() {
            return Vec::new();
        }
        vec![Draft {
            party,
            counterparty: by,
            region: self.last_land(view, clause.verb),
            quantity: Some(with_fate(mention, Fate::Casualty)),
            ..self.loss(view, clause, told, "inflict")
        }]
    }

    /// "Arland denies any loss": none of its own, as it says.
    pub(super) fn losses_denied(
        &self,
        view: &View,
        clause: &Clause,
        quotes: &[Quote],
    ) -> Vec<Draft> {
        let tree = &view.tree;
        let lost = clause.patient.filter(|lost| {
            matches!(tree.lower(*lost), "loss" | "losses" | "casualties" | "deaths" | "fatalities")
                && view.quantities_in(tree.branch(*lost)).next().is_none()
                && tree.lower(*lost + 1) != "of"
                && !clause.is_passive
        });
        let party = clause.agent.and_then(|agent| self.party(view, agent));
        let (Some(_), Some(party)) = (lost, party) else { return Vec::new() };
        let mut told = self.told(view, clause, quotes);
        if told.refused.is_some() || told.polarity == Polarity::Denied {
            return Vec::new();
        }
        self.counted_aloud(view, clause.verb, &mut told);
        told.polarity = Polarity::Denied;
        vec![Draft {
            counterparty: self.foe_in_loss(view, clause.verb, &party.value),
            party: Some(party),
            ..self.loss(view, clause, told, "deny")
        }]
    }
}
