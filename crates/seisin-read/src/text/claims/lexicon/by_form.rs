//! What the lists answer of a form: the verbs it may be of, what they say, and the forms of a verb.

use super::{
    forms::{third_person, with_ending},
    quick::Words,
    sense::Sense,
    words::Lexicon,
};

impl Lexicon {
    /// The plain forms a verb form may have.
    pub(crate) fn lemmas(&self, form: &str) -> &[String] {
        self.lemmas.get(form).map_or(&[], Vec::as_slice)
    }

    /// Whether a verb form belongs to a list of plain forms.
    pub(crate) fn is_form_of(&self, form: &str, list: &Words) -> bool {
        self.lemmas(form).iter().any(|lemma| list.contains(lemma))
    }

    /// Whether a form may be that of a verb that answers an offer.
    pub(crate) fn may_answer(&self, form: &str) -> bool {
        self.is_form_of(form, &self.answering)
    }

    /// Whether a form may be that of a verb of saying or alleging.
    pub(crate) fn says(&self, form: &str) -> bool {
        self.is_form_of(form, &self.say) || self.is_form_of(form, &self.allege)
    }

    /// Whether a form is one of any of some plain forms.
    pub(crate) fn is_form_of_any(&self, form: &str, verbs: &[&str]) -> bool {
        self.lemmas(form).iter().any(|lemma| verbs.contains(&lemma.as_str()))
    }

    /// Whether a verb form is one of that verb's.
    pub(crate) fn is_form(&self, form: &str, lemma: &str) -> bool {
        self.lemmas(form).iter().any(|known| known == lemma)
    }

    /// Whether a form is the irregular participle of a verb that speaks of land.
    pub(crate) fn is_participle(&self, form: &str) -> bool {
        self.lemmas(form).iter().any(|lemma| {
            self.senses.contains_key(lemma)
                && self.irregular.get(lemma).is_some_and(|(_, participle)| participle == form)
        })
    }

    /// The forms of a verb, each with its tag.
    pub(super) fn forms_of(&self, lemma: &str) -> Vec<(String, &'static str)> {
        let odd = self.irregular.get(lemma);
        let past = odd.map_or_else(|| with_ending(lemma, "ed"), |(past, _)| past.clone());
        let participle =
            odd.map_or_else(|| with_ending(lemma, "ed"), |(_, participle)| participle.clone());
        vec![
            (lemma.to_owned(), "VB"),
            (lemma.to_owned(), "VBP"),
            (third_person(lemma), "VBZ"),
            (with_ending(lemma, "ing"), "VBG"),
            (past, "VBD"),
            (participle, "VBN"),
        ]
    }

    /// What a verb form says, those with a particle first.
    pub(crate) fn senses(&self, form: &str) -> impl Iterator<Item = (Option<&str>, Sense)> {
        self.lemmas(form)
            .iter()
            .filter_map(|lemma| self.senses.get(lemma))
            .flatten()
            .map(|(particle, sense)| (particle.as_deref(), *sense))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_in_all_their_forms() {
        let lexicon = Lexicon::built_in();
        for (form, lemma) in [
            ("held", "hold"),
            ("holding", "hold"),
            ("controlled", "control"),
            ("occupies", "occupy"),
            ("seized", "seize"),
            ("retaken", "retake"),
            ("overran", "overrun"),
            ("withdrew", "withdraw"),
            ("repelled", "repel"),
            ("ceding", "cede"),
            ("recognises", "recognise"),
            ("captured", "capture"),
            ("grabbed", "grab"),
            ("denied", "deny"),
            ("has", "have"),
            ("transferred", "transfer"),
            ("freed", "free"),
        ] {
            assert!(lexicon.is_form(form, lemma), "{form} of {lemma}");
        }
    }
}
