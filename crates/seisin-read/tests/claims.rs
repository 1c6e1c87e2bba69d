//! What sentences say, one row each: kind, act, party, land, amount, polarity, speaker.

use seisin_core::{Claim, Detail, Document, Published};
use seisin_read::text::{ReadSettings, Vocabulary, read_sentence, read_text};

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::built_in();
    vocabulary.parties.add_party("arland", "Arland", &[]);
    vocabulary.parties.add_party("borland", "Borland", &[]);
    vocabulary.add_region("sarn", "Sarn", &[]);
    vocabulary.add_region("velk", "Velk", &[]);
    vocabulary
}

fn show(claim: &Claim) -> String {
    let act = match &claim.detail {
        Detail::Change(action) => format!(":{}", action.word()),
        Detail::Title(action) => format!(":{}", action.word()),
        Detail::Response { stance, .. } => format!(":{}", stance.word()),
        Detail::Offer { status, .. } => format!(":{}", status.word()),
        _ => String::new(),
    };
    let mut shown = vec![
        format!("{}{act}", claim.kind().word()),
        claim.party.as_ref().map_or("-", |party| &party.id.0).to_owned(),
        claim.region.as_ref().map_or("-", |region| &region.name).to_owned(),
    ];
    shown.extend(claim.quantity.as_ref().map(|quantity| {
        format!("{} {} {}", quantity.bound.word(), quantity.value, quantity.unit.ucum())
    }));
    shown.extend(
        [claim.modality.word()].into_iter().filter(|word| *word != "asserted").map(str::to_owned),
    );
    shown.extend(
        [claim.polarity.word()].into_iter().filter(|word| *word != "affirmed").map(str::to_owned),
    );
    shown.extend(claim.source.last().map(|speaker| format!("({})", speaker.name)));
    shown.join(" ")
}

fn read(sentence: &str) -> Vec<String> {
    let on = "2030-01-14".parse().ok();
    read_sentence(sentence, &vocabulary(), on).reading.claims.iter().map(show).collect()
}

#[test]
fn what_a_sentence_says() {
    let rows: [(&str, &[&str]); 22] = [
        ("Arland controls Sarn.", &["holding arland Sarn"]),
        ("Arland holds about 300 km² of Sarn.", &["holding arland Sarn about 300 km2"]),
        ("Sarn is held by Arland.", &["holding arland Sarn"]),
        ("Borland does not hold Velk.", &["holding borland Velk denied"]),
        ("Arland’s troops captured Sarn.", &["change:seized arland Sarn"]),
        ("Sarn was captured by Arland.", &["change:seized arland Sarn"]),
        ("Arland has never occupied Velk.", &["change:seized arland Velk denied"]),
        ("Arland occupies a third of Velk.", &["holding arland Velk exactly 0.3333333333333333 1"]),
        ("Borland retook Sarn on Monday.", &["change:regained borland Sarn"]),
        ("Arland’s forces entered Velk on Friday.", &["change:entered arland Velk"]),
        ("Borland withdrew from Sarn.", &["change:withdrew borland Sarn"]),
        ("Borland reportedly withdrew from Sarn.", &["change:withdrew borland Sarn reported"]),
        ("Borland may withdraw from Sarn.", &["change:withdrew borland Sarn possible"]),
        ("Borland will withdraw from Sarn.", &["change:withdrew borland Sarn planned"]),
        ("Arland annexed Velk.", &["title:annexed arland Velk"]),
        ("Borland ceded Velk to Arland.", &["title:ceded borland Velk"]),
        ("No state has recognised the annexation of Velk.", &["title:recognised - Velk denied"]),
        ("Borland denied that it had lost Velk.", &["change:lost borland Velk denied (Borland)"]),
        (
            "Borland said it had repelled an attack on Velk.",
            &["change:repelled borland Velk (Borland)"],
        ),
        ("Claims that Arland seized Velk are false.", &["change:seized arland Velk denied"]),
        ("About 40 soldiers were killed in Sarn.", &["casualties soldiers Sarn about 40 killed"]),
        ("Does Arland hold Velk?", &[]),
    ];
    let mut wrong = Vec::new();
    for (sentence, expected) in rows {
        let found: Vec<String> =
            read(sentence).into_iter().filter(|row| !row.starts_with("statement")).collect();
        if found != expected {
            wrong.push(format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_one_side_cuts_land_to_is_what_the_other_still_holds() {
    let text = "Arland’s forces entered Velk in June. Borland’s forces have cut the pocket to \
                less than 90 square kilometres. Borland has cut its budget to 90 million.";
    let left = read(text).into_iter().filter(|row| row.starts_with("holding")).collect::<Vec<_>>();
    assert_eq!(left, ["holding arland Velk less_than 90 km2"]);
}

#[test]
fn a_checked_sentence_shows_where_its_parts_stand() {
    let sentence =
        "Arland says its forces hold more than 500 square miles of Velk, a spokesman said";
    let read = read_sentence(sentence, &vocabulary(), "2030-01-14".parse().ok());
    let (claim, parts) = (&read.reading.claims[0], read.parts[0]);
    assert_eq!(show(claim), "holding arland Velk more_than 500 [mi_i]2 (spokesman)");
    let speaker = claim.source.last().unwrap();
    assert_eq!(speaker.party.as_ref().map(|id| id.0.as_str()), Some("arland"));
    assert_eq!(
        claim.valid.as_ref().map(|valid| valid.edtf.to_string()).as_deref(),
        Some("2030-01-14")
    );
    let words = |span: Option<seisin_core::TextSpan>| span.and_then(|span| span.slice(sentence));
    assert_eq!(words(parts.region).as_deref(), Some("Velk"));
    assert_eq!(words(parts.quantity).as_deref(), Some("more than 500 square miles"));
    assert_eq!(words(parts.bound).as_deref(), Some("more than"));
    assert!(words(parts.speaker).is_some_and(|speaker| speaker.contains("spokesman")));
    assert!(words(parts.party).is_some_and(|party| party.contains("forces")));
}

#[test]
fn an_amount_without_a_verb_is_a_holding_without_a_party() {
    for (sentence, expected) in [
        ("1,300 square miles of Velk", "holding - Velk exactly 1300 [mi_i]2"),
        ("about 9 percent of Velk", "holding - Velk about 0.09 1"),
        ("a significant part of Velk", "holding - Velk"),
        ("more than 450 square miles", "holding - - more_than 450 [mi_i]2"),
        (">400 square miles", "holding - - more_than 400 [mi_i]2"),
    ] {
        assert_eq!(read(sentence), [expected], "{sentence}");
    }
}

#[test]
fn an_offer_and_its_answer() {
    let text = "The minister of Borland spoke on Monday. Borland offered Velk to Arland in exchange for \
        recognition of its border. Arland rejected the offer on Tuesday.";
    let document =
        Document { published: Published::parse("2030-01-16"), ..Document::of("a.txt", text) };
    let claims = read_text(&document, text, &vocabulary(), &ReadSettings::default()).claims;
    let offer = claims.iter().find(|claim| matches!(claim.detail, Detail::Offer { .. })).unwrap();
    assert_eq!(offer.party.as_ref().unwrap().id.0, "borland");
    assert_eq!(offer.counterparty.as_ref().unwrap().id.0, "arland");
    let Detail::Offer { gives, asks, .. } = &offer.detail else { unreachable!("found above") };
    assert!(gives[0].text.contains("Velk"), "{gives:?}");
    assert!(asks[0].text.contains("recognition of its border"), "{asks:?}");
    let answer =
        claims.iter().find(|claim| matches!(claim.detail, Detail::Response { .. })).unwrap();
    assert_eq!(show(answer), "response:reject arland -");
    assert_eq!(answer.valid.as_ref().unwrap().edtf.to_string(), "2030-01-15");
}

#[test]
fn what_is_not_about_land_between_parties_gives_no_claim_of_it() {
    let text = "Rovers captured the title after they controlled the match. The club’s striker scored two goals, \
        and the fans occupied half of the ground. The coach rejected an offer for the goalkeeper.";
    let document = Document::of("b.txt", text);
    let claims = read_text(&document, text, &vocabulary(), &ReadSettings::default()).claims;
    assert!(claims.is_empty(), "{:?}", claims.iter().map(show).collect::<Vec<_>>());
}
