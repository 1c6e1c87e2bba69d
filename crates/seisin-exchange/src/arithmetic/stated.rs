//! A figure somebody states for some land, beside what the land measures.

use super::{finding::Guess, guess::guesses, printed::figure, sheet::Agreement};
use seisin_core::{Band, Quantity, QuantityKind, Unit, UnitKind};

/// A figure stated for some land, beside what the land measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The figure as printed.
    pub printed: String,
    /// What the land measures, in the unit of the figure; `None` where it is of another kind.
    pub measured: Option<Band>,
    /// The figure's unit.
    pub unit: Option<Unit>,
    /// Whether it is what the land measures.
    pub agreement: Agreement,
    /// What it may have been instead.
    pub guesses: Vec<Guess>,
    /// Why it cannot be compared, where it cannot.
    pub note: Option<&'static str>,
}

/// Sets a printed figure beside land of `area` (m²), which is `share` of a whole where one is named.
///
/// # Method
/// It agrees where the measured figure, anywhere within its error, rounds to it: the error of map and
/// boundary and half of its last printed digit are both let off.
pub fn check_stated(printed: &str, area: Band, share: Option<Band>) -> Stated {
    let none = |note| Stated {
        printed: printed.to_owned(),
        measured: None,
        unit: None,
        agreement: Agreement::NotCheckable,
        guesses: Vec::new(),
        note: Some(note),
    };
    let Some(said) = figure(printed) else { return none("no figure is told in it") };
    let measured = match said.unit.kind() {
        UnitKind::Area => Some(area.scale(1.0 / said.unit.si_factor())),
        UnitKind::Share if printed.contains('%') || printed.contains("per") => share,
        _ => None,
    };
    let Some(measured) = measured else {
        return none("it is no area, and no share of a whole that is named here");
    };
    let half = said.step / 2.0 * (1.0 + 1e-9);
    let within = (measured.low - half..=measured.high + half).contains(&said.value);
    let meant = Quantity {
        kind: QuantityKind::Area,
        value: area.best / 1e6,
        unit: Unit::SquareKilometre,
        ..said.clone()
    };
    let others = if within || said.unit.kind() != UnitKind::Area {
        Vec::new()
    } else {
        guesses(&said, &meant, &[])
    };
    Stated {
        printed: printed.to_owned(),
        measured: Some(measured),
        unit: Some(said.unit),
        agreement: if within { Agreement::Agrees } else { Agreement::Differs },
        guesses: others,
        note: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stated_figure_is_set_beside_the_land() {
        let land = Band::exact(1_209_144_963.0);
        let share = Some(Band::exact(0.078_25));
        for (printed, expected) in [
            ("1,209 km²", Agreement::Agrees),
            ("466.85 sq mi", Agreement::Agrees),
            ("1,209 square miles", Agreement::Differs),
            ("7.8 %", Agreement::Agrees),
            ("8.1 %", Agreement::Differs),
            ("a lot", Agreement::NotCheckable),
            ("3 villages", Agreement::NotCheckable),
        ] {
            assert_eq!(check_stated(printed, land, share).agreement, expected, "{printed}");
        }
        let swapped = check_stated("1,209 square miles", land, share);
        assert_eq!(swapped.guesses, [Guess::OtherUnit { unit: "km2".to_owned() }]);
        assert_eq!(check_stated("7.8 %", land, None).agreement, Agreement::NotCheckable);
        let wide = Band::new(1.2e9, 1e8);
        assert_eq!(check_stated("1,290 km²", wide, None).agreement, Agreement::Agrees);
    }
}
