//! The form of an exported file, by its ending, and writing it whole or not at all.

use super::{
    csv_package, flatgeobuf_file, geojson_file, geoparquet_file,
    sheet::{Export, Shapes},
};
use crate::exit::Failure;
use std::{io::Write as _, path::Path};

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    GeoJson,
    GeoParquet,
    FlatGeobuf,
    Csv,
}

impl Form {
    /// The form that a file's ending names.
    ///
    /// # Errors
    /// Where it names none.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("geojson" | "json") => Ok(Self::GeoJson),
            Some("parquet" | "geoparquet") => Ok(Self::GeoParquet),
            Some("fgb") => Ok(Self::FlatGeobuf),
            Some("csv") => Ok(Self::Csv),
            _ => Err(Failure::Usage(format!(
                "--export {} has no ending that names a form\nhint: .geojson, .parquet, .fgb or .csv",
                path.display()
            ))),
        }
    }

    /// Whether files of this form carry shapes.
    pub(crate) fn has_shapes(self) -> bool {
        self != Self::Csv
    }
}

impl Export {
    /// Writes the export to `path` in the form that its ending names.
    ///
    /// # Errors
    /// Where the form cannot hold it, or the file cannot be written.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        let form = Form::of(path)?;
        if form.has_shapes() && self.shapes == Shapes::None {
            return Err(Failure::Usage(format!(
                "there are no shapes to export to {}\nhint: export to a .csv",
                path.display()
            )));
        }
        let bytes = match form {
            Form::GeoJson => geojson_file::bytes(self),
            Form::GeoParquet => geoparquet_file::bytes(self),
            Form::FlatGeobuf => flatgeobuf_file::bytes(self),
            Form::Csv => csv_package::table(self),
        };
        let bytes = bytes
            .map_err(|error| Failure::to(&format!("export to {}", path.display()), &*error))?;
        write_whole(path, &bytes)?;
        if form == Form::Csv { csv_package::describe(self, path) } else { Ok(()) }
    }
}

/// Why rows could not be put in a form.
pub(super) type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// Writes a file whole or not at all.
///
/// # Errors
/// Where its folder cannot be written.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed =
        |error: &dyn std::error::Error| Failure::to(&format!("write {}", path.display()), error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut file = as_others_make().tempfile_in(folder).map_err(|error| failed(&error))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}

/// Temporary files with the permissions that any new file has, so that others may read the export.
fn as_others_make() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::{fs::Permissions, os::unix::fs::PermissionsExt as _};
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder
}
