//! How much a party holds, day by day, week by week or month by month, by which map.

mod answer;
mod flag;
mod line;
mod request;
mod row;
mod shapes;
mod step;

pub use answer::series;
pub use flag::{SeriesFlag, SeriesFlagKind};
pub use request::SeriesRequest;
pub use row::SeriesRow;
pub(crate) use shapes::held;
pub use shapes::{RowLand, row_shapes};
pub use step::Step;
