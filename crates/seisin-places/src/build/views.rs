//! Laying Natural Earth's disputed areas out: the lands on which states differ.

use super::{
    inputs::{BuildAssetsError, Inputs, shape},
    naming::{Named, lay_out_named},
};
use serde::Deserialize;
use serde_json::Value;

const DISPUTED: &str = "ne10m_disputed_areas_v4.json.zst";

#[derive(Deserialize)]
struct Collection {
    features: Vec<Value>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
}

#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct Properties {
    brk_a3: String,
    brk_name: String,
    sov_a3: String,
    adm0_a3: String,
}

/// The bytes of `views.bin`.
pub(super) fn lay_out(inputs: &mut Inputs<'_>) -> Result<Vec<u8>, BuildAssetsError> {
    let text = inputs.shared_text(DISPUTED)?;
    let collection: Collection =
        serde_json::from_str(&text).map_err(|cause| shape(DISPUTED, cause))?;
    let named = |feature: &Value| {
        let Feature { properties } =
            Feature::deserialize(feature).map_err(|cause| shape(DISPUTED, cause))?;
        Ok(Named {
            id: format!("ne:{}", properties.brk_a3),
            name: properties.brk_name,
            line: feature.to_string(),
            country: [0; 2],
            letters: [properties.sov_a3, properties.adm0_a3],
        })
    };
    lay_out_named(collection.features.iter().map(named).collect::<Result<_, _>>()?)
}
