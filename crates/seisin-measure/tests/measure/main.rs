//! What seisin-measure promises, seen from outside.

mod antimeridian;
mod areas;
mod borders;
mod changes;
mod forms;
mod lengths;
mod overlays;
mod packed;
mod running_validity;
mod shapes;
mod support;
mod validity;
mod walkthrough;
