//! Damaged characters put right, with every offset kept.
//!
//! Text that was UTF-8 and was once read as another encoding comes out as `donâ€™t` or `donโt`. The
//! repair finds such stretches, puts back what they stood for and records each change; text that
//! is merely in another script stays as it is.

mod codepage;
mod entity;
mod line;
mod marks;
mod offsets;
mod plausible;
mod record;
mod sequence;
mod thai;

pub use offsets::OffsetMap;
pub use record::{Cause, Repair, Repaired, repair};

#[cfg(test)]
mod tests {
    use super::*;

    fn check(damaged: &str, expected: &str) {
        let repaired = repair(damaged);
        assert_eq!(repaired.text, expected);
        for repair in &repaired.repairs {
            let span = repaired.map.span(&repaired.text, repair.range.clone());
            if !repair.range.is_empty() {
                assert_eq!(span.slice(damaged).as_deref(), Some(repair.original.as_str()));
            }
        }
    }

    #[test]
    fn read_once_or_more_as_another_encoding() {
        for (damaged, expected) in [
            ("Arlandâ€™s â€œlandâ€\u{9d} â€“ 400 kmÂ²", "Arland’s “land” – 400 km²"),
            ("It doesnÃ¢â‚¬â„¢t â\u{80}\u{93} yet", "It doesn’t – yet"),
            ("La rГ©gion est Г lвЂ™est", "La région est à l’est"),
            ("ĂŽle de la Sarn, prĂ¨s dâ€™ici", "Île de la Sarn, près d’ici"),
            ("La r√©gion d‚Äôici, caf√©", "La région d’ici, café"),
            ("La r├⌐gion", "La région"),
            ("РђСЂР»Р°РЅРґ", "Арланд"),
            ("lossy endâ€�", "lossy end�"),
            ("hi í\u{a0}½í¸\u{8d}", "hi 😍"),
        ] {
            check(damaged, expected);
        }
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "ARLANDÉ… took 5×£35 “and” VELKÉ’s half",
            "На з’їзді в Києві під’їзд закрили: ВІННИЦЯ, Різдво, Північ",
            "Џорџ, Љубав, њен ђак у Ћуприји",
            "Příliš žluťoučký kůň; Łódź, Žižkov, ĄŻĘ",
            "École à Paris, où l’été…",
            "Ο Άρλαντ κατέχει 400 τ.χλμ.",
            "ארלנד מחזיקה ב־400 קמ״ר",
            "تسيطر أرلاند على ٤٠٠ كم²",
            "阿兰德控制了400平方公里。",
            "İstanbul’da ‘güçlü’ bir ğ",
        ] {
            check(text, text);
            assert_eq!(repair(text).repairs, []);
        }
    }
}
