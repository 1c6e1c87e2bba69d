//! The form of a picture, by its file's ending.

use crate::{exit::Failure, export::write_whole};
use resvg::{tiny_skia, usvg};
use std::path::Path;

/// The form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Picture {
    Svg,
    Png,
}

/// How many pixels of a PNG stand for one of the SVG: fit for print.
const PIXELS: f32 = 2.0;

impl Picture {
    /// The form that a file's ending names.
    ///
    /// # Errors
    /// Where it names none.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            _ => Err(Failure::Usage(format!(
                "--plot {} has no ending that names a form\nhint: .svg or .png",
                path.display()
            ))),
        }
    }

    /// Writes a picture given as SVG in this form.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn write(self, path: &Path, svg: &str) -> Result<(), Failure> {
        match self {
            Self::Svg => write_whole(path, svg.as_bytes()),
            Self::Png => write_whole(path, &png(svg)?),
        }
    }
}

fn png(svg: &str) -> Result<Vec<u8>, Failure> {
    let failed = |error: &dyn std::error::Error| Failure::to("draw the picture", error);
    let mut options =
        usvg::Options { font_family: "DejaVu Sans".to_owned(), ..usvg::Options::default() };
    let fonts = options.fontdb_mut();
    fonts.load_font_data(dejavu::sans::regular().to_vec());
    fonts.set_sans_serif_family("DejaVu Sans");
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| failed(&error))?;
    let size = tree.size().to_int_size().scale_by(PIXELS);
    let mut pixels = size
        .and_then(|size| tiny_skia::Pixmap::new(size.width(), size.height()))
        .expect("the size of a picture is ours and not zero");
    let scale = tiny_skia::Transform::from_scale(PIXELS, PIXELS);
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(&error))
}
