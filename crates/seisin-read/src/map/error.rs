//! Why a map file gives no edition.

/// Why a map file gives no edition, though it is a map file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadMapError {
    /// Nothing says which day's situation it shows.
    #[error(
        "read the map {name}: nothing says which day's situation it shows (looked at: {looked_at})\n\
         hint: --valid-from-name %Y-%m-%d takes it from the file's name; a table (--published FILE) \
         may have it in the column edition_date"
    )]
    NoEditionDate {
        /// The file.
        name: String,
        /// Where a day was looked for.
        looked_at: String,
    },
    /// Its features name different days.
    #[error(
        "read the map {name}: its features name different days, {first} and {second} (property \
         `{property}`)\n\
         hint: split the file by that property, or state the day in the column edition_date of a \
         table (--published FILE)"
    )]
    SeveralDates {
        /// The file.
        name: String,
        /// The property.
        property: String,
        /// The first day.
        first: String,
        /// A day that differs.
        second: String,
    },
    /// Nothing says who drew it.
    #[error(
        "read the map {name}: nothing says who drew it\n\
         hint: state it with --publisher NAME"
    )]
    NoPublisher {
        /// The file.
        name: String,
    },
    /// Nothing says under which terms it may be used.
    #[error(
        "read the map {name}: nothing says under which terms it may be used\n\
         hint: state them with --licence, such as --licence CC-BY-4.0 or --licence \"no \
         redistribution\""
    )]
    NoLicence {
        /// The file.
        name: String,
    },
    /// Nothing says how far its lines may be off.
    #[error(
        "read the map {name}: nothing says how far its lines may lie from where they are meant\n\
         hint: state it with --positional-error METRES; seisin does not guess"
    )]
    NoPositionalError {
        /// The file.
        name: String,
    },
    /// What the file says of that is no length.
    #[error(
        "read the map {name}: its positional_error_m is {value}, not a number of metres from 0 to \
         1000000\n\
         hint: state it with --positional-error METRES"
    )]
    BadPositionalError {
        /// The file.
        name: String,
        /// What it says.
        value: String,
    },
}
