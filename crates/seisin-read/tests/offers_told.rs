//! Offers and answers as newsrooms word them: trades, proposals, terms, conditions, deals denied and
//! withdrawn; yes, no, only if, something else, neither. One row a text.

use seisin_core::{Claim, Detail, Polarity};
use seisin_read::text::{Vocabulary, read_sentence};

fn show(claim: &Claim) -> Option<String> {
    let name = |party: &Option<seisin_core::PartyRef>| {
        party.as_ref().map_or("-", |party| &party.name).to_owned()
    };
    let (party, other) = (name(&claim.party), name(&claim.counterparty));
    let denied = if claim.polarity == Polarity::Denied { " denied" } else { "" };
    match &claim.detail {
        Detail::Offer { gives, asks, status, .. } => {
            let text = |items: &[seisin_core::Item]| {
                items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(" + ")
            };
            let terms = format!("{} / {}", text(gives), text(asks));
            Some(format!("{} {party} > {other}: {terms}{denied}", status.word()))
        }
        Detail::Response { stance, .. } => Some(format!("{} {party} > {other}", stance.word())),
        _ => None,
    }
}

/// The rows of a table: a report after `>`, and under it the offers and answers told there.
fn rows(table: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let blocks = table.split("\n\n").filter_map(|block| block.trim().strip_prefix("> "));
    blocks
        .map(|block| {
            let mut lines = block.lines();
            (lines.next().unwrap_or_default(), lines.map(str::trim).collect())
        })
        .collect()
}

#[test]
fn a_table_of_offers_and_answers() {
    let table = rows(include_str!("tables/offers.txt"));
    assert!(table.len() > 50);
    let rows: Vec<(&str, &[&str])> =
        table.iter().map(|(text, told)| (*text, told.as_slice())).collect();
    check(&rows);
}

fn check(rows: &[(&str, &[&str])]) {
    let vocabulary = Vocabulary::built_in();
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let reading = read_sentence(text, &vocabulary, "2024-03-04".parse().ok()).reading;
        let told = reading.claims.iter().filter_map(show);
        let mut found: Vec<String> = told.map(|line| line.trim_end().to_owned()).collect();
        found.sort();
        let mut wanted: Vec<&str> = expected.iter().map(|line| line.trim_end()).collect();
        wanted.sort_unstable();
        if found != wanted {
            wrong.push(format!("{text}\n  expected {wanted:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, one row a sentence")]
fn what_is_offered_for_what_and_how_it_is_answered() {
    check(&[
        (
            "Lima floated trading the hills its troops hold in Tiwinza for land that Ecuador has taken. Quito declined.",
            &[
                "floated Peru > Ecuador: the hills its troops hold in Tiwinza / land",
                "reject Ecuador > Peru",
            ],
        ),
        (
            "Village chiefs in Abyei have proposed that the herders leave the pastures in return for compensation. The herders accepted on Friday.",
            &[
                "proposed Village chiefs > -: leave the pastures / compensation",
                "accept herders > Village chiefs",
            ],
        ),
        (
            "Tokyo proposed in May 2019 autonomy for the island. Moscow has refused the autonomy plan.",
            &["proposed Japan > Russia: autonomy for the island / ", "reject Russia > Japan"],
        ),
        (
            "In return for 30 kilometres of coast, Peru will recognise Bolivia's port rights, La Paz said.",
            &["proposed Peru > Bolivia: recognise Bolivia's port rights / 30 kilometres of coast"],
        ),
        (
            "Last year the army and the rebels exchanged 40 captives for 12 bodies.",
            &["implemented army > -: 40 captives / 12 bodies"],
        ),
        (
            "Spain offered to cede Perejil if Morocco dropped its claim to Ceuta. Spain's offer lapsed.",
            &[
                "proposed Spain > Morocco: cede Perejil / Morocco dropped its claim to Ceuta",
                "withdrawn Spain > Morocco: cede Perejil / Morocco dropped its claim to Ceuta",
            ],
        ),
        (
            "The ministry denies that the islets were traded for gas.",
            &["agreed ministry > -: the islets / gas denied"],
        ),
        (
            "Asmara replied on Monday with a counter-offer of two villages.",
            &["countered Eritrea > -: two villages / ", "counter Eritrea > -"],
        ),
        (
            "Serbia would receive Leposavić in return for Medveđa. Berlin ruled it out on Tuesday. Pristina dismissed the swap as a trap.",
            &[
                "proposed Serbia > -: Leposavić / Medveđa",
                "reject Germany > Serbia",
                "reject Kosovo > Serbia",
            ],
        ),
        (
            "Juba offered Khartoum the oilfield for a lasting peace. Khartoum had no comment.",
            &[
                "proposed South Sudan > Sudan: the oilfield / a lasting peace",
                "noncommittal Sudan > South Sudan",
            ],
        ),
        (
            "Armenia is ready to hand over four villages, Pashinyan said. Baku did not reply.",
            &[
                "proposed Armenia > Azerbaijan: hand over four villages / ",
                "noncommittal Azerbaijan > Armenia",
            ],
        ),
        (
            "Colombia offered Nicaragua a joint zone around San Andrés. Managua said it would study the proposal.",
            &[
                "proposed Colombia > Nicaragua: a joint zone around San Andrés / ",
                "noncommittal Nicaragua > Colombia",
            ],
        ),
        (
            "Washington has proposed that Ukraine recognise Crimea as Russian in return for security guarantees. Kyiv said no.",
            &[
                "proposed United States > Ukraine: security guarantees / recognise Crimea as Russian",
                "reject Ukraine > United States",
            ],
        ),
        (
            "Kyiv would hand back Sudzha if Moscow left Kharkiv region, an adviser said.",
            &["proposed Ukraine > Russia: hand back Sudzha / Moscow left Kharkiv region"],
        ),
        (
            "Belgrade proposed handing the Preševo valley to Kosovo in return for the northern municipalities.",
            &[
                "proposed Serbia > Kosovo: handing the Preševo valley to Kosovo / the northern municipalities",
            ],
        ),
        (
            "Ethiopia offered Eritrea access to the port of Assab in exchange for the return of Badme.",
            &[
                "proposed Ethiopia > Eritrea: Eritrea access to the port of Assab / the return of Badme",
            ],
        ),
        ("Netanyahu offered land for peace, an aide said.", &["proposed Israel > -: land / peace"]),
        (
            "Azerbaijan and Armenia agreed to swap three villages for one exclave.",
            &["agreed Azerbaijan > Armenia: three villages / one exclave"],
        ),
        (
            "Trump suggested a land swap in which Ukraine would give up Donbas.",
            &["floated United States > Ukraine:  / give up Donbas"],
        ),
        (
            "Putin demanded that Ukraine withdraw from Donetsk in return for a freeze of the front line in Kherson.",
            &[
                "proposed Russia > Ukraine: a freeze of the front line in Kherson / that Ukraine withdraw from Donetsk",
            ],
        ),
        (
            "Israel floated the return of the Golan Heights for full peace with Syria.",
            &["floated Israel > Syria: the return of the Golan Heights / full peace with Syria"],
        ),
        (
            "China proposed to cede 900 sq km to Tajikistan, then halved the figure.",
            &["proposed China > Tajikistan: cede 900 sq km to Tajikistan / "],
        ),
        (
            "The mediator put forward a plan that would give the rebels two provinces in return for disarmament.",
            &["proposed mediator > -: give the rebels two provinces / disarmament"],
        ),
        (
            "Morocco's king offered the Sahara wide autonomy if the Polisario dropped its demand for a referendum.",
            &[
                "proposed Morocco > Polisario Front: the Sahara wide autonomy / the Polisario dropped its demand for a referendum",
            ],
        ),
        (
            "Hamas said it would release 10 hostages in exchange for a 60-day truce.",
            &["proposed Hamas > -: release 10 hostages / a 60-day truce"],
        ),
        (
            "The FARC swapped 12 soldiers for 20 jailed rebels.",
            &[
                "implemented Revolutionary Armed Forces of Colombia > -: 12 soldiers / 20 jailed rebels",
            ],
        ),
        (
            "Colombia's offer of a buffer zone was withdrawn on Friday.",
            &["withdrawn Colombia > -:  / "],
        ),
        (
            "\"We will not trade territory for promises,\" the foreign minister said.",
            &["proposed foreign minister > -: territory / promises denied"],
        ),
        (
            "The Taliban freed five prisoners in return for a captured soldier.",
            &["implemented Taliban > -: freed five prisoners / a captured soldier"],
        ),
        (
            "Pakistan floated the idea of giving up its claim to Kashmir if India agreed to a referendum.",
            &[
                "floated Pakistan > India: giving up its claim to Kashmir / India agreed to a referendum",
            ],
        ),
        (
            "The rebels agreed to pull out of the town in exchange for safe passage to Idlib.",
            &["agreed rebels > -: agreed to pull out of the town / safe passage to Idlib"],
        ),
        (
            "Baku offered Yerevan a corridor through Nakhchivan against one through Lachin.",
            &[
                "proposed Azerbaijan > Armenia: a corridor through Nakhchivan against one through Lachin / ",
            ],
        ),
    ]);
}

#[test]
fn terms_told_as_conditions_and_as_two_clauses() {
    check(&[
        (
            "Morocco would recognise Algerian rights at Tindouf if Algiers closed the camps.",
            &[
                "proposed Morocco > Algeria: recognise Algerian rights at Tindouf / Algiers closed the camps",
            ],
        ),
        (
            "Under the deal Georgia would keep Gali, and Abkhazia would get the power station.",
            &["agreed Georgia > Abkhazia: the power station / Georgia would keep Gali"],
        ),
    ]);
}

#[test]
fn answers_to_plans_named_alone() {
    check(&[
        ("Kyiv's plan was rejected by Moscow on Tuesday.", &["reject Russia > Ukraine"]),
        ("Moscow called the proposal unacceptable.", &["reject Russia > -"]),
        ("Zelensky ruled out any territorial concession.", &["reject Ukraine > -"]),
        ("Damascus turned the offer down.", &["reject Syria > -"]),
        (
            "Khartoum accepted the proposal on condition that Juba disarm the militias.",
            &["conditional Sudan > -"],
        ),
        ("Algiers dismissed the autonomy plan as a colonial trick.", &["reject Algeria > -"]),
        (
            "London rejected Argentina's proposal of shared sovereignty over the Falklands.",
            &[
                "proposed Argentina > United Kingdom: shared sovereignty over the Falklands / ",
                "reject United Kingdom > Argentina",
            ],
        ),
        ("Tokyo said it was studying the idea.", &["noncommittal Japan > -"]),
        ("Vucic backs Thaci's border correction idea", &["accept Serbia > Kosovo"]),
        ("Cyprus's president said the plan was a basis for talks.", &["noncommittal Cyprus > -"]),
        (
            "The EU welcomed the deal; Moscow called it illegitimate.",
            &["accept European Union > -"],
        ),
        ("Denmark refused Trump's offer to buy Greenland.", &["reject Denmark > United States"]),
    ]);
}

#[test]
fn what_is_no_offer() {
    check(&[
        ("The bank offered customers a refund in exchange for a signature.", &[]),
        ("The club offered its striker in exchange for two defenders.", &[]),
        ("The parties failed to agree on a swap.", &[]),
        ("Washington offered Manila help.", &[]),
        ("Baku has not yet said what it wants.", &[]),
        ("The talks will go on next week in exchange rooms of the hotel.", &[]),
    ]);
}

#[test]
fn answers_told_by_a_phrase_or_a_quotation() {
    check(&[
        (
            "Peru offered Ecuador the hills of Tiwinza in return for peace. Quito would have none of it.",
            &[
                "proposed Peru > Ecuador: Ecuador the hills of Tiwinza / peace",
                "reject Ecuador > Peru",
            ],
        ),
        (
            "Peru offered Ecuador the hills of Tiwinza in return for peace. Quito gave no answer.",
            &[
                "proposed Peru > Ecuador: Ecuador the hills of Tiwinza / peace",
                "noncommittal Ecuador > Peru",
            ],
        ),
        (
            "Peru offered Ecuador the hills of Tiwinza in return for peace. Ecuador accepted with reservations.",
            &[
                "proposed Peru > Ecuador: Ecuador the hills of Tiwinza / peace",
                "conditional Ecuador > Peru",
            ],
        ),
        (
            "The pilots' union rejected the airline's offer of land in exchange for a later rise.",
            &[],
        ),
        (
            "Chile answered with a proposal. Its foreign minister, Ana Ruiz, offered to trade a strip of Arica for water from Bolivia.",
            &["proposed Chile > Bolivia: a strip of Arica / water from Bolivia"],
        ),
        (
            "Peru offered Ecuador the hills of Tiwinza in return for peace. The Ecuadorian foreign minister described the offer as a farce.",
            &[
                "proposed Peru > Ecuador: Ecuador the hills of Tiwinza / peace",
                "reject Ecuador > Peru",
            ],
        ),
        (
            "Peru offered Ecuador the hills of Tiwinza in return for peace. Ecuador said neither yes nor no.",
            &[
                "proposed Peru > Ecuador: Ecuador the hills of Tiwinza / peace",
                "noncommittal Ecuador > Peru",
            ],
        ),
        (
            "Peru offered Ecuador the hills of Tiwinza in return for peace. Quito asked for more time.",
            &[
                "proposed Peru > Ecuador: Ecuador the hills of Tiwinza / peace",
                "noncommittal Ecuador > Peru",
            ],
        ),
        (
            "Peru offered Ecuador the hills of Tiwinza in return for peace. “Nobody sells his own house,” Ecuador's president replied.",
            &[
                "proposed Peru > Ecuador: Ecuador the hills of Tiwinza / peace",
                "reject Ecuador > Peru",
            ],
        ),
    ]);
}

#[test]
fn terms_told_in_turn_by_maps_and_as_conditions() {
    check(&[
        (
            "India will leave Siachen, and Pakistan will in return stop its raids.",
            &["proposed India > Pakistan: leave Siachen / stop its raids"],
        ),
        (
            "Bhutan's map leaves 20 percent of the valley to China.",
            &["proposed Bhutan > China: 20 percent of the valley to China / "],
        ),
        (
            "Serbia offered to drop its claim to Kosovo if Pristina paid compensation.",
            &["proposed Serbia > Kosovo: drop its claim to Kosovo / Pristina paid compensation"],
        ),
        (
            "Albania proposed that both armies go back to the old border.",
            &["proposed Albania > -: both armies go back to the old border / "],
        ),
        ("Nepal has offered nothing.", &["proposed Nepal > -:  /  denied"]),
        (
            "Moscow denies that it offered the Kuril islands to Japan for gas.",
            &["proposed Russia > Japan: the Kuril islands to Japan / gas denied"],
        ),
        (
            "India leased the corridor of Tin Bigha to Bangladesh for 99 years.",
            &["agreed India > Bangladesh: the corridor of Tin Bigha / "],
        ),
    ]);
}

#[test]
fn terms_are_those_of_whose_plan_they_are() {
    check(&[
        (
            "Under the American blueprint, Ukraine would hand over the rest of Donetsk and would receive security guarantees. Kyiv rejected it out of hand.",
            &[
                "proposed United States > Ukraine: security guarantees / hand over the rest of Donetsk",
                "reject Ukraine > United States",
            ],
        ),
        (
            "A draft agreement circulated by Qatar calls for Armenia to cede four border villages in return for a corridor through Nakhchivan.",
            &[
                "proposed Qatar > Armenia: a corridor through Nakhchivan / cede four border villages",
            ],
        ),
        (
            "Azerbaijan has put forward a land swap: Armenia would cede Karki and Azerbaijan would return Artsvashen.",
            &["proposed Azerbaijan > Armenia: return Artsvashen / cede Karki"],
        ),
        (
            "The Kremlin's offer to swap parts of Kharkiv region for Pokrovsk was turned down by Zelensky.",
            &[
                "proposed Russia > Ukraine: parts of Kharkiv region / Pokrovsk",
                "reject Ukraine > Russia",
            ],
        ),
        (
            "Trump's proposal has three points: 1. Russia withdraws from Sumy oblast. 2. Ukraine gives up the territory of Donetsk. 3. The front is frozen.",
            &[
                "proposed United States > Russia:  / withdraws from Sumy oblast",
                "proposed United States > Ukraine:  / gives up the territory of Donetsk",
            ],
        ),
        (
            "The mediators' terms for a truce in Sudan:\n- Sudan hands over El Fasher to a joint force;\n- the RSF leaves the territory of Darfur within 60 days.",
            &[
                "proposed mediators > Sudan:  / hands over El Fasher to a joint force",
                "proposed mediators > Rapid Support Forces:  / leaves the territory of Darfur within 60 days",
            ],
        ),
        (
            "Hamas said it had agreed to release 28 hostages against the withdrawal of Israeli troops from Rafah.",
            &[
                "agreed Hamas > Israel: release 28 hostages / the withdrawal of Israeli troops from Rafah",
            ],
        ),
        (
            "Hamas is prepared to leave Rafah on condition that Israel releases 700 prisoners.",
            &["proposed Hamas > Israel: leave Rafah / Israel releases 700 prisoners"],
        ),
        (
            "Serbia offered a swap of Presevo for northern Kosovo. Pristina did not rule it out.",
            &[
                "proposed Serbia > Kosovo: Presevo / northern Kosovo",
                "noncommittal Kosovo > Serbia",
            ],
        ),
        (
            "Chile offered Bolivia a corridor to the sea. Peru came up with a three-nation zone instead. La Paz said yes on Friday, provided that it got a port.",
            &[
                "proposed Chile > Bolivia: a corridor to the sea / ",
                "counter Peru > Chile",
                "conditional Bolivia > Chile",
            ],
        ),
    ]);
}

#[test]
fn answers_are_those_of_who_gives_them() {
    check(&[
        (
            "The UN envoy proposed that the territory of Western Sahara be divided between Morocco and the Polisario. Neither showed the least willingness.",
            &[
                "proposed United Nations > Morocco: the territory of Western Sahara be divided between Morocco and the Polisario / ",
                "reject Morocco > United Nations",
                "reject Polisario Front > United Nations",
            ],
        ),
        (
            "Serbia offered a swap of Presevo for northern Kosovo. “Your line is a fantasy. We have no land to give away,” Pristina said of the offer.",
            &["proposed Serbia > Kosovo: Presevo / northern Kosovo", "reject Kosovo > Serbia"],
        ),
        (
            "Ukraine gave American mediators a counter-proposal to a US draft of a settlement. It offers to freeze the front in Donetsk in exchange for guarantees.",
            &[
                "counter Ukraine > United States",
                "countered Ukraine > United States: to freeze the front in Donetsk / guarantees",
            ],
        ),
        (
            "Serbia offered a swap of Presevo for northern Kosovo. Kosovo asked for a further 200 square kilometres. Later Serbia dropped it.",
            &[
                "proposed Serbia > Kosovo: Presevo / northern Kosovo",
                "countered Kosovo > Serbia:  / a further 200 square kilometres",
            ],
        ),
        (
            "President Zelensky, who had been given until June to accept the American plan, neither took it nor threw it out.",
            &["noncommittal Ukraine > United States"],
        ),
    ]);
}

#[test]
fn offers_are_told_in_many_ways() {
    check(&[
        (
            "The Sultan of Oman has suggested a compromise on the Buraimi oasis: three of its villages would go to Saudi Arabia, the rest would stay with Abu Dhabi.",
            &["floated Oman > Saudi Arabia: three of its villages would go to Saudi Arabia / "],
        ),
        (
            "India's draft would leave Pakistan 60 per cent of the Rann of Kutch in return for the whole of Sir Creek.",
            &[
                "proposed India > Pakistan: leave Pakistan 60 per cent of the Rann of Kutch / the whole of Sir Creek",
            ],
        ),
        (
            "The guerrillas want 40 jailed commanders set free; in return they would vacate San Vicente.",
            &["proposed guerrillas > -: vacate San Vicente / 40 jailed commanders set free"],
        ),
        (
            "Armenia's offer of a road through Syunik expires on Friday. Aliyev said he was not interested.",
            &[
                "proposed Armenia > Azerbaijan: a road through Syunik / ",
                "reject Azerbaijan > Armenia",
            ],
        ),
        (
            "“If Ukraine recognises Crimea, we can talk about Kharkiv,” Peskov said. Kyiv's answer came within the hour: no.",
            &[
                "proposed Russia > Ukraine: talk about Kharkiv / Ukraine recognises Crimea",
                "reject Ukraine > Russia",
            ],
        ),
        (
            "Mr Trump's envoy told Zelensky that Ukraine must cede the Donetsk fortress belt to get American guarantees.",
            &[
                "proposed United States > Ukraine: American guarantees / cede the Donetsk fortress belt",
            ],
        ),
        (
            "Yerevan and Baku agreed on 22 April that Armenia would return four villages of Gazakh to Azerbaijan.",
            &["agreed Armenia > Azerbaijan: return four villages of Gazakh to Azerbaijan / "],
        ),
        (
            "Guyana's president said he had never been offered any joint development zone by Caracas.",
            &["proposed Venezuela > Guyana: any joint development zone /  denied"],
        ),
        (
            "Bhutan turned down China's swap of Doklam for the northern valleys.",
            &["proposed China > Bhutan: Doklam / the northern valleys", "reject Bhutan > China"],
        ),
    ]);
}

#[test]
fn an_offer_is_answered_in_many_ways() {
    let offer = "proposed Serbia > Kosovo: the Presevo valley / northern Kosovo";
    for (answer, stance) in [
        ("Kosovo's answer: not an inch.", "reject"),
        ("Pristina accepted, subject to a referendum.", "conditional"),
        (
            "Kosovo is ready to sign, its envoy said, as soon as Serbia recognises it.",
            "conditional",
        ),
        ("Kosovo's rejection came on Sunday.", "reject"),
        ("Pristina let the deadline pass.", "noncommittal"),
        ("The opposition in Pristina vowed to fight the plan.", "reject"),
        ("Kosovo's prime minister would not rule the exchange in or out.", "noncommittal"),
        ("Kosovo called for the release of its policemen first.", "counter"),
    ] {
        let text =
            format!("Serbia proposed exchanging the Presevo valley for northern Kosovo. {answer}");
        check(&[(&text, &[offer, &format!("{stance} Kosovo > Serbia")])]);
    }
}
