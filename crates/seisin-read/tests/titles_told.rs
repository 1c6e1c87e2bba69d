//! Acts about the right to land as newsrooms word them: rulings, treaties, sovereignty, claims,
//! recognition given, refused and taken back. One row a sentence: act, who, whose, land.

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
#[expect(clippy::too_many_lines, reason = "a table, one row a sentence")]
fn what_states_recognise_refuse_claim_and_give() {
    check(&[
        (
            "China ceded Taiwan to Japan in 1895, and Russia southern Sakhalin in 1905.",
            &["ceded China > Japan [Taiwan]", "ceded Russia > - [Sakhalin]"],
        ),
        (
            "Tanzania recognised Biafra in April 1968, Gabon in May and Haiti the next March.",
            &[
                "recognised Gabon > - [Biafra]",
                "recognised Haiti > - [Biafra]",
                "recognised Tanzania > - [Biafra]",
            ],
        ),
        (
            "Tanzania recognised Biafra in 1968. No great power did.",
            &["recognised - > - [Biafra] denied", "recognised Tanzania > - [Biafra]"],
        ),
        ("Crimea was declared part of Russia in March 2014.", &["annexed Russia > - [Crimea]"]),
        (
            "The United States does not claim the Falklands.",
            &["claimed United States > - [Falkland Islands] denied"],
        ),
        (
            "Award of the five arbitrators, London. To Yemen: Zuqar and the Hanish group. To Eritrea: the Mohabbakahs.",
            &[
                "recognised five arbitrators > Eritrea [Mohabbakahs]",
                "recognised five arbitrators > Yemen [Hanish Islands]",
                "recognised five arbitrators > Yemen [Zuqar]",
            ],
        ),
        (
            "The court awarded the island to France in 1931. Mexico swallowed the award.",
            &["recognised Mexico > France [island]", "recognised court > France [island]"],
        ),
        (
            "Russia’s annexation of Crimea in 2014 came before the war.",
            &["annexed Russia > - [Crimea]"],
        ),
        (
            "Both Baku and Yerevan claim the exclave of Karki.",
            &["claimed Azerbaijan > Armenia [Karaki]", "claimed Armenia > Azerbaijan [Karaki]"],
        ),
        (
            "Managua declared the judgment null and void in 2013.",
            &["recognised Nicaragua > - [-] denied"],
        ),
        (
            "Chile's congress ratified a treaty handing the town of Arica to Bolivia.",
            &["ceded Chile > Bolivia [Arica]"],
        ),
        (
            "More than 90 countries recognise Kosovo. Madrid does not.",
            &["recognised - > Kosovo [Kosovo]", "recognised Spain > Kosovo [Kosovo] denied"],
        ),
        (
            "London said it would not object to Norwegian sovereignty over Svalbard.",
            &["recognised United Kingdom > Norway [Svalbard]"],
        ),
        (
            "The Republic of Artsakh, proclaimed in 1991, was dissolved in 2024.",
            &["seceded Nagorno-Karabakh authorities > - [Nagorno-Karabakh]"],
        ),
        (
            "Not one government has recognised Somaliland.",
            &["recognised - > - [Somaliland] denied"],
        ),
        ("Colombia rejected the ruling.", &["recognised Colombia > - [-] denied"]),
        (
            "India has never accepted the cession of the Shaksgam valley.",
            &["recognised India > - [Shaksgam Valley] denied"],
        ),
        (
            "Argentina lays claim to the Falkland Islands.",
            &["claimed Argentina > - [Falkland Islands]"],
        ),
        ("Beijing regards Taiwan as its own.", &["claimed China > - [Taiwan]"]),
        (
            "Morocco considers Western Sahara an integral part of its territory.",
            &["claimed Morocco > - [Western Sahara]"],
        ),
        ("Japan renounced its claim to Sakhalin in 1951.", &["renounced Japan > - [Sakhalin]"]),
        ("Portugal gave up its claims to East Timor.", &["renounced Portugal > - [Timor-Leste]"]),
        (
            "In 1999 Peru and Ecuador signed a treaty recognising the border.",
            &["recognised Peru > - [border]", "recognised Ecuador > - [border]"],
        ),
        (
            "President Putin signed decrees incorporating Kherson and Zaporizhzhia.",
            &["annexed Russia > - [Kherson]", "annexed Russia > - [Zaporizhzhia]"],
        ),
        (
            "Israel extended its sovereignty over the Golan Heights in 1981.",
            &["annexed Israel > - [Golan Heights]"],
        ),
        (
            "The United States recognised Israel's sovereignty over the Golan Heights in March 2019.",
            &["recognised United States > Israel [Golan Heights]"],
        ),
        (
            "Britain will transfer sovereignty over the Chagos Archipelago to Mauritius.",
            &["ceded United Kingdom > Mauritius [Chagos Archipelago]"],
        ),
        (
            "Serbia does not recognise the independence of Kosovo.",
            &["recognised Serbia > Kosovo [Kosovo] denied"],
        ),
        ("Kosovo became independent from Serbia in 2008.", &["seceded Kosovo > Serbia [Kosovo]"]),
        (
            "The Maharaja of Kashmir acceded to India in October 1947.",
            &["ceded Maharaja > India [Kashmir]"],
        ),
        (
            "The Knesset passed a bill to annex the Jordan Valley.",
            &["annexed Israel > - [Jordan Valley]"],
        ),
        (
            "The Eritrea-Ethiopia Boundary Commission placed Badme inside Eritrea in 2002.",
            &["recognised Eritrea-Ethiopia Boundary Commission > Eritrea [Badme]"],
        ),
        (
            "Bogota said it would not abide by the judgment.",
            &["recognised Colombia > - [-] denied"],
        ),
        (
            "Under the 1867 treaty Russia sold Alaska to the United States for $7.2 million.",
            &["ceded Russia > United States [Alaska]"],
        ),
        (
            "Spain gave up the Western Sahara in 1976, ceding it to Morocco and Mauritania under the Madrid Accords.",
            &["ceded Spain > Morocco [Western Sahara]"],
        ),
        (
            "Mauritania renounced all claims to Western Sahara in 1979.",
            &["renounced Mauritania > - [Western Sahara]"],
        ),
        (
            "Crimea's parliament declared independence from Ukraine on 11 March 2014; a week later Moscow annexed it.",
            &["seceded Crimea > Ukraine [Crimea]", "annexed Russia > - [Crimea]"],
        ),
        (
            "Putin signed a treaty absorbing Crimea into the Russian Federation.",
            &["annexed Russia > - [Crimea]"],
        ),
        (
            "The General Assembly has never recognised the annexation.",
            &["recognised United Nations > - [-] denied"],
        ),
        ("Kyiv says Crimea is Ukrainian and will remain so.", &["claimed Ukraine > - [Crimea]"]),
        (
            "Japan insists that the four southern Kuril islands are part of its territory.",
            &["claimed Japan > - [Kuril Islands]"],
        ),
        (
            "China's claim to Arunachal Pradesh was reiterated on Monday by the foreign ministry.",
            &["claimed China > - [Arunachal Pradesh]"],
        ),
        (
            "Venezuelans voted on Sunday to claim sovereignty over the Essequibo.",
            &["claimed Venezuela > - [Essequibo]"],
        ),
        (
            "Guyana's president said the Essequibo is ours and will stay ours.",
            &["claimed Guyana > - [Essequibo]"],
        ),
        (
            "The 1899 award fixed the boundary; Venezuela has considered it null since 1962.",
            &["recognised Venezuela > - [-] denied"],
        ),
        (
            "Nagorno-Karabakh declared itself independent in 1991 but was recognised by no country, not even Armenia.",
            &[
                "seceded Nagorno-Karabakh > - [Nagorno-Karabakh]",
                "recognised - > - [Nagorno-Karabakh] denied",
            ],
        ),
        (
            "In May 2023 Pashinyan said Armenia recognises Azerbaijan's territorial integrity, including Karabakh.",
            &["recognised Armenia > Azerbaijan [Nagorno-Karabakh]"],
        ),
        (
            "Catalonia unilaterally declared independence on 27 October 2017.",
            &["seceded Catalonia > - [Catalonia]"],
        ),
        (
            "Iraq's parliament rejected the Kurdish referendum as illegal.",
            &["recognised Iraq > - [-] denied"],
        ),
        (
            "East Timor became independent in May 2002 after 24 years of Indonesian rule.",
            &["seceded Timor-Leste > - [Timor-Leste]"],
        ),
        (
            "South Sudan split from Sudan in July 2011.",
            &["seceded South Sudan > Sudan [South Sudan]"],
        ),
        (
            "Sudan was the first country to recognise South Sudan.",
            &["recognised Sudan > - [South Sudan]"],
        ),
        (
            "Israel annexed East Jerusalem in 1980, a step no other state has recognised.",
            &[
                "annexed Israel > - [East Jerusalem]",
                "recognised - > East Jerusalem [East Jerusalem] denied",
            ],
        ),
        (
            "Trump signed a proclamation recognising Israeli sovereignty over the Golan Heights.",
            &["recognised United States > Israel [Golan Heights]"],
        ),
        (
            "The Knesset voted to apply Israeli law to the Golan in December 1981.",
            &["annexed Israel > - [Golan Heights]"],
        ),
        (
            "Turkey does not recognise the Republic of Cyprus.",
            &["recognised Turkey > Cyprus [Cyprus] denied"],
        ),
        (
            "Greece disputes Turkey's claim to the islet of Imia.",
            &["recognised Greece > Turkey [Imia] denied"],
        ),
        (
            "Bangladesh and India ratified the land boundary agreement transferring 111 enclaves to Bangladesh in 2015.",
            &["ceded India > Bangladesh [111 enclaves]"],
        ),
        (
            "The Netherlands transferred Western New Guinea to the United Nations in 1962.",
            &["ceded Netherlands > United Nations [West Papua]"],
        ),
        (
            "By the treaty of Guadalupe Hidalgo Mexico ceded California to the United States.",
            &["ceded Mexico > United States [California]"],
        ),
        (
            "Nauru revoked its recognition of Abkhazia, the foreign ministry in Tbilisi said.",
            &["recognised Nauru > - [Abkhazia] denied"],
        ),
        (
            "Honduras and El Salvador are both laying claim to Conejo island.",
            &[
                "claimed Honduras > El Salvador [Conejo Island]",
                "claimed El Salvador > Honduras [Conejo Island]",
            ],
        ),
        (
            "Ecuador dropped its claim to the Amazon lands in 1998.",
            &["renounced Ecuador > - [Amazon]"],
        ),
        (
            "Ireland gave up its constitutional claim to Northern Ireland in 1999.",
            &["renounced Ireland > - [Northern Ireland]"],
        ),
        ("Hungary never accepted the Trianon borders.", &["recognised Hungary > - [-] denied"]),
        (
            "Spain, Ireland and Norway recognised the State of Palestine on 28 May 2024.",
            &[
                "recognised Spain > Palestine [Palestine]",
                "recognised Ireland > Palestine [Palestine]",
                "recognised Norway > Palestine [Palestine]",
            ],
        ),
        ("The rebels proclaimed an Islamic emirate in Kidal.", &["seceded rebels > - [Kidal]"]),
    ]);
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
