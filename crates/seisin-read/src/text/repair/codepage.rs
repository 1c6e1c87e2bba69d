//! The 8-bit encodings that UTF-8 is most often read as by mistake.

use std::sync::LazyLock;

/// An 8-bit encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Codepage {
    /// Windows-1252.
    Western,
    /// Windows-1251.
    Cyrillic,
    /// Windows-1250.
    Central,
    /// ISO 8859-2.
    CentralIso,
    /// Windows-1257.
    Baltic,
    /// Mac OS Roman.
    Mac,
    /// IBM code page 437.
    Dos,
    /// Windows-874 (TIS-620).
    Thai,
}

impl Codepage {
    /// How many there are.
    pub(super) const COUNT: usize = 8;

    /// Every one, the likeliest first.
    pub(super) const ALL: [Self; Self::COUNT] = [
        Self::Western,
        Self::Cyrillic,
        Self::Central,
        Self::CentralIso,
        Self::Baltic,
        Self::Mac,
        Self::Dos,
        Self::Thai,
    ];

    const fn place(self) -> usize {
        match self {
            Self::Western => 0,
            Self::Cyrillic => 1,
            Self::Central => 2,
            Self::CentralIso => 3,
            Self::Baltic => 4,
            Self::Mac => 5,
            Self::Dos => 6,
            Self::Thai => 7,
        }
    }

    /// The byte from 0x80 up that `character` is in this encoding; 0 where it is none.
    ///
    /// A control character U+0080 to U+009F stands for its own byte, as lax decoders leave it.
    pub(super) fn byte(self, character: char) -> u8 {
        let own = u8::try_from(u32::from(character)).unwrap_or(0);
        if (0x80..0xa0).contains(&own) {
            return own;
        }
        bytes(character).map_or(0, |bytes| bytes[self.place()])
    }
}

/// The byte of a character in each encoding, in the order of [`Codepage::ALL`].
pub(super) fn bytes(character: char) -> Option<[u8; Codepage::COUNT]> {
    static PLACES: LazyLock<Places> = LazyLock::new(|| Places::of(table()));
    let number = usize::try_from(u32::from(character)).ok()?;
    if let Some(place) = PLACES.below.get(number) {
        return PLACES.rows.get(usize::from(*place)).map(|(_, bytes)| *bytes);
    }
    let mut last = PLACES.rows.iter().rev().take_while(|row| row.0 > '\u{2600}');
    last.find(|row| row.0 == character).map(|row| row.1)
}

/// The rows of the characters, found by their number.
struct Places {
    rows: Vec<(char, [u8; Codepage::COUNT])>,
    /// The row of each character below [`MOST`], [`u16::MAX`] where it has none.
    below: Vec<u16>,
}

/// All characters of the encodings but the last few lie below.
const MOST: usize = 0x2600;

impl Places {
    fn of(rows: Vec<(char, [u8; Codepage::COUNT])>) -> Self {
        let mut below = vec![u16::MAX; MOST];
        for ((character, _), row) in rows.iter().zip(0_u16..) {
            let number = usize::try_from(u32::from(*character)).unwrap_or(MOST);
            if let Some(place) = below.get_mut(number) {
                *place = row;
            }
        }
        Self { rows, below }
    }
}

fn table() -> Vec<(char, [u8; Codepage::COUNT])> {
    let mut all: Vec<(char, usize, u8)> = UPPER_HALVES
        .iter()
        .enumerate()
        .flat_map(|(place, half)| {
            half.chars().zip(0x80_u8..=0xff).map(move |(character, byte)| (character, place, byte))
        })
        .collect();
    all.sort_unstable();
    let mut table: Vec<(char, [u8; Codepage::COUNT])> = Vec::new();
    for (character, place, byte) in all {
        if table.last().is_none_or(|(last, _)| *last != character) {
            table.push((character, [0; Codepage::COUNT]));
        }
        if let Some((_, bytes)) = table.last_mut() {
            bytes[place] = byte;
        }
    }
    table
}

/// The characters of bytes 0x80 to 0xFF in each encoding, from the mappings that Unicode publishes
/// (`Public/MAPPINGS`); an unassigned byte stands as the control character of its number.
const UPPER_HALVES: [&str; Codepage::COUNT] = [
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\
     \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
     ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
     àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\
     \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
     АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
     абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\
     \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
     ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
     ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
     \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
     ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
     ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    "€\u{81}‚\u{83}„…†‡\u{88}‰\u{8a}‹\u{8c}¨ˇ¸\u{90}‘’“”•–—\u{98}™\u{9a}›\u{9c}¯˛\u{9f}\
     \u{a0}¡¢£¤¥¦§Ø©Ŗ«¬\u{ad}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ\
     ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß\
     ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙",
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
     †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
     ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\u{fb01}\u{fb02}\
     ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
     áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
     αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
    "€\u{81}\u{82}\u{83}\u{84}…\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}‘’“”•–—\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
     \u{a0}กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟ\
     ภมยรฤลฦวศษสหฬอฮฯะ\u{e31}าำ\u{e34}\u{e35}\u{e36}\u{e37}\u{e38}\u{e39}\u{e3a}ÛÜÝÞ฿\
     เแโใไๅๆ\u{e47}\u{e48}\u{e49}\u{e4a}\u{e4b}\u{e4c}\u{e4d}\u{e4e}๏๐๑๒๓๔๕๖๗๘๙๚๛üýþÿ",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_has_128_characters() {
        for half in UPPER_HALVES {
            assert_eq!(half.chars().count(), 128);
        }
    }

    #[test]
    fn known_bytes() {
        for (page, character, byte) in [
            (Codepage::Western, '€', 0x80),
            (Codepage::Western, 'â', 0xe2),
            (Codepage::Cyrillic, 'Р', 0xd0),
            (Codepage::Thai, 'โ', 0xe2),
            (Codepage::Mac, '√', 0xc3),
            (Codepage::Dos, '├', 0xc3),
            (Codepage::Baltic, 'Æ', 0xaf),
            (Codepage::Western, '\u{81}', 0x81),
            (Codepage::Western, 'я', 0),
        ] {
            assert_eq!(page.byte(character), byte, "{character}");
        }
    }
}
