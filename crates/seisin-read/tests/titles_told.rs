//! Acts about the right to land as newsrooms word them: rulings, treaties, sovereignty, claims,
//! recognition given, refused and taken back. One row a sentence: act, who, whose, land.

mod rows;

use rows::rows;
use seisin_core::{Claim, Detail, Polarity};
use seisin_read::text::{Vocabulary, read_sentence};

fn show(claim: &Claim) -> Option<String> {
    let Detail::Title(action) = claim.detail else { return None };
    let name = |party: &Option<seisin_core::PartyRef>| {
        party.as_ref().map_or("-", |party| &party.name).to_owned()
    };
    let region = claim.region.as_ref().map_or("-", |region| &region.name);
    let denied = if claim.polarity == Polarity::Denied { " denied" } else { "" };
    let (party, other) = (name(&claim.party), name(&claim.counterparty));
    Some(format!("{} {party} > {other} [{region}]{denied}", action.word()))
}

fn check(rows: &[(&str, &[&str])]) {
    let vocabulary = Vocabulary::built_in();
    let mut wrong = Vec::new();
    for (sentence, expected) in rows {
        let reading = read_sentence(sentence, &vocabulary, "2024-03-04".parse().ok()).reading;
        let mut found: Vec<String> = reading.claims.iter().filter_map(show).collect();
        found.sort();
        let mut wanted: Vec<&str> = expected.to_vec();
        wanted.sort_unstable();
        if found != wanted {
            wrong.push(format!("{sentence}\n  expected {wanted:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_courts_award() {
    check(&[
        (
            "In 2002 the International Court of Justice awarded the Bakassi peninsula to Cameroon.",
            &["recognised International Court of Justice > Cameroon [Bakassi]"],
        ),
        (
            "The boundary commission ruled that Badme belongs to Eritrea.",
            &["recognised boundary commission > Eritrea [Badme]"],
        ),
        (
            "The court sided with Nicaragua over the waters around San Andrés.",
            &["recognised court > Nicaragua [San Andrés and Providencia]"],
        ),
        (
            "The temple was awarded to Cambodia by the World Court in 1962.",
            &["recognised International Court of Justice > Cambodia [temple]"],
        ),
        (
            "An arbitral college awarded three-quarters of the Chaco to Paraguay.",
            &["recognised arbitral college > Paraguay [Chaco]"],
        ),
        (
            "In June 1921 the League of Nations awarded Åland to Finland.",
            &["recognised League of Nations > Finland [Åland]"],
        ),
        (
            "The tribunal’s award left Hanish with Yemen.",
            &["recognised tribunal > Yemen [Hanish Islands]"],
        ),
        (
            "On 28 July 1920 the Conference of Ambassadors split the duchy: the larger share, 1,270 sq km, went to Prague, and Poland got 1,012 sq km.",
            &[
                "recognised Conference of Ambassadors > Czechia [-]",
                "recognised Conference of Ambassadors > Poland [-]",
            ],
        ),
        (
            "ICJ rules Bakassi belongs to Cameroon",
            &["recognised International Court of Justice > Cameroon [Bakassi]"],
        ),
        (
            "The International Court of Justice in The Hague found on Thursday that Pedra Branca belongs to Singapore.",
            &["recognised International Court of Justice > Singapore [Pedra Branca]"],
        ),
        (
            "Ethiopia rejected the boundary commission's decision on Badme.",
            &["recognised Ethiopia > - [Badme] denied"],
        ),
    ]);
}

#[test]
fn what_states_recognise_refuse_claim_and_give() {
    let table = rows(include_str!("tables/titles.txt"));
    assert!(table.len() > 20);
    let rows: Vec<(&str, &[&str])> =
        table.iter().map(|(text, told)| (text.as_str(), told.as_slice())).collect();
    check(&rows);
}

#[test]
fn what_only_sounds_like_it() {
    check(&[
        ("The treaty sets the border along the river.", &[]),
        ("The company won independence from its parent.", &[]),
        ("The court ruled that the minister had broken the law.", &[]),
        ("The Supreme Court rejected the government's appeal.", &[]),
        ("Nicaragua regards the ruling as part of its history.", &[]),
        ("The Palestinians have asked the UN to recognise a state within the 1967 borders.", &[]),
    ]);
}

#[test]
fn land_seen_as_somebodys() {
    check(&[
        ("Kenya sees the Ilemi Triangle as Kenyan.", &["claimed Kenya > - [Ilemi Triangle]"]),
        ("Tehran calls the islands of Abu Musa its own.", &["claimed Iran > - [Abu Musa]"]),
        (
            "In 2001 the tribunal gave Narva to Estonia and Tiraspol to Moldova.",
            &["recognised tribunal > Estonia [Narva]", "recognised tribunal > Moldova [Tiraspol]"],
        ),
        ("Argentina no longer claims Lennox island.", &["claimed Argentina > - [Lennox] denied"]),
        (
            "Moscow signed the treaty of accession of Crimea on 18 March 2014.",
            &["annexed Russia > - [Crimea]"],
        ),
        ("Ethiopia maintained that Badme is Ethiopian.", &["claimed Ethiopia > - [Badme]"]),
        ("Bolivia sold the Chaco to Paraguay in 1938.", &["ceded Bolivia > Paraguay [Chaco]"]),
    ]);
}

#[test]
fn what_labels_say_of_claimants() {
    check(&[
        (
            "Aksai Chin is a plateau that China occupies.\n\nClaimants: India and Pakistan.",
            &["claimed India > - [Aksai Chin]", "claimed Pakistan > - [Aksai Chin]"],
        ),
        (
            "The court hears the case of Aksai Chin, which China occupies.\n\nClaimant: India.\n\nRespondent: China.",
            &[],
        ),
    ]);
}

#[test]
fn land_that_passes_and_states_proclaimed() {
    check(&[
        ("North Schleswig passed to Denmark on 15 June 1920.", &["ceded - > Denmark [Schleswig]"]),
        (
            "In a referendum on 27 October 2017 the Catalan parliament proclaimed a republic.",
            &["seceded Generalitat of Catalonia > - [Generalitat of Catalonia]"],
        ),
        (
            "Seven countries have laid claim to slices of Antarctica.",
            &["claimed - > - [Antarctica]"],
        ),
        (
            "Guatemala has dropped its claim to the southern half.",
            &["renounced Guatemala > - [southern half]"],
        ),
        ("The junta declared a state of emergency in Mopti.", &[]),
        (
            "Russia’s parliament ratified treaties under which Donetsk, Luhansk and Kherson become part of Russia.",
            &[
                "annexed Russia > - [Donetsk]",
                "annexed Russia > - [Kherson]",
                "annexed Russia > - [Luhansk]",
            ],
        ),
        (
            "A map printed in Beijing in August 2023 shows Arunachal Pradesh as Chinese.",
            &["claimed China > - [Arunachal Pradesh]"],
        ),
        ("The map includes Paris and Berlin.", &[]),
    ]);
}
