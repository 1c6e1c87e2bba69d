//! KML (OGC 12-007r2), read element by element with a counter of depth of its own.

use super::{
    builder::Builder,
    kml_text::positions,
    kml_tree::{Placemark, RingSide},
};
use crate::geojson::{MapFile, MapFileError, MapLimits, PropertyValue};
use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};

/// Reads KML; `source` are the bytes that the file's digest is of: those of the KML, or of the zip
/// it came in.
///
/// # Assumptions
/// A placemark is a feature. Its properties are `name`, `description`, `styleUrl`, the days of its
/// `TimeStamp` or `TimeSpan` as `when`, `begin`, `end`, the name of the innermost folder around it
/// as `folder`, and its extended data by their own names. The extended data of the document are what
/// the file says of itself. Links to other files are not followed.
pub(super) fn parse(
    kml: &[u8],
    source: &[u8],
    limits: &MapLimits,
) -> Result<MapFile, MapFileError> {
    let text = str::from_utf8(kml).map_err(|error| damaged(&error))?;
    let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut reading = Reading::new(limits);
    loop {
        match reader.read_event().map_err(|error| damaged(&error))? {
            Event::Start(start) => reading.start(&start)?,
            Event::Empty(start) => {
                reading.start(&start)?;
                reading.end()?;
            }
            Event::End(_) => reading.end()?,
            Event::Text(text) => reading.text(&text.xml10_content())?,
            Event::CData(text) => reading.text(&text.xml10_content())?,
            Event::GeneralRef(name) => reading.text(&resolved(&name))?,
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
    }
    reading.finish(source)
}

/// The character a reference stands for; entities of a file's own are not resolved.
fn resolved(name: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return character.to_string();
    }
    let named = name.xml10_content();
    let known = quick_xml::escape::resolve_predefined_entity(&named);
    known.map_or_else(|| format!("&{named};"), str::to_owned)
}

/// One open element.
struct Open {
    name: String,
    /// The attribute `name`, of extended data.
    attribute: Option<String>,
    text: String,
}

struct Reading<'l> {
    builder: Builder<'l>,
    open: Vec<Open>,
    folders: Vec<String>,
    placemark: Option<Placemark>,
    seen: Seen,
}

/// Whether the file has been seen to be KML.
#[derive(PartialEq, Eq)]
enum Seen {
    Nothing,
    Kml,
}

/// The elements whose text matters.
const WITH_TEXT: [&str; 9] = [
    "name",
    "description",
    "styleUrl",
    "when",
    "begin",
    "end",
    "value",
    "SimpleData",
    "coordinates",
];

impl<'l> Reading<'l> {
    fn new(limits: &'l MapLimits) -> Self {
        Self {
            builder: Builder::new(limits),
            open: Vec::new(),
            folders: Vec::new(),
            placemark: None,
            seen: Seen::Nothing,
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), MapFileError> {
        let name = start.local_name();
        let name: &str = name.as_ref();
        self.builder.depth(self.open.len() + 1)?;
        if self.open.is_empty() && self.seen == Seen::Nothing {
            if name != "kml" {
                return Err(not_kml(name));
            }
            self.seen = Seen::Kml;
        }
        match name {
            "Placemark" => self.placemark = Some(Placemark::default()),
            "Folder" => self.folders.push(String::new()),
            _ => {}
        }
        let attribute = match name {
            "Data" | "SimpleData" => attribute(start)?,
            _ => None,
        };
        self.open.push(Open { name: name.to_owned(), attribute, text: String::new() });
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), MapFileError> {
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        if !WITH_TEXT.contains(&open.name.as_str()) {
            return Ok(());
        }
        if open.name != "coordinates" {
            let most = self.builder.limits().property_bytes;
            if open.text.len().saturating_add(text.len()) > most {
                return Err(MapFileError::Beyond { what: "bytes in one property", limit: most });
            }
        }
        open.text.push_str(text);
        Ok(())
    }

    fn end(&mut self) -> Result<(), MapFileError> {
        let Some(closed) = self.open.pop() else { return Ok(()) };
        match closed.name.as_str() {
            "Placemark" => self.end_placemark(),
            "Folder" => {
                self.folders.pop();
                Ok(())
            }
            "coordinates" => self.end_coordinates(&closed.text),
            "Polygon" => {
                if let Some(placemark) = &mut self.placemark {
                    placemark.end_polygon();
                }
                Ok(())
            }
            _ => self.end_text(&closed),
        }
    }

    fn end_placemark(&mut self) -> Result<(), MapFileError> {
        let Some(mut placemark) = self.placemark.take() else { return Ok(()) };
        if let Some(folder) = self.folders.iter().rev().find(|name| !name.is_empty()) {
            placemark.put(&self.builder, "folder", folder)?;
        }
        placemark.end(&mut self.builder)
    }

    fn end_coordinates(&mut self, text: &str) -> Result<(), MapFileError> {
        let around = |name: &str| self.open.iter().rev().any(|open| open.name == name);
        let parent = self.open.last().map_or("", |open| open.name.as_str());
        let side = if around("innerBoundaryIs") { RingSide::Inner } else { RingSide::Outer };
        let in_polygon = around("Polygon");
        let other = match parent {
            "Point" => Some("Point"),
            "LineString" => Some("LineString"),
            "LinearRing" if !in_polygon => Some("LinearRing"),
            _ => None,
        };
        let Some(placemark) = &mut self.placemark else { return Ok(()) };
        match (parent, other) {
            (_, Some(geometry)) => placemark.without_land(geometry),
            ("LinearRing", None) => placemark.ring(side, positions(text, &mut self.builder)?),
            _ => {}
        }
        Ok(())
    }

    /// Ends an element with text: a property of the placemark, a name of a folder, or something the
    /// file says of itself.
    fn end_text(&mut self, closed: &Open) -> Result<(), MapFileError> {
        let parent = self.open.last();
        let parent_name = parent.map_or("", |open| open.name.as_str());
        let name = match (closed.name.as_str(), parent_name) {
            ("value", "Data") => parent.and_then(|open| open.attribute.clone()),
            ("SimpleData", _) => closed.attribute.clone(),
            ("when", "TimeStamp")
            | ("begin" | "end", "TimeSpan")
            | ("name" | "description" | "styleUrl", "Placemark") => Some(closed.name.clone()),
            ("name", "Folder") => {
                if let Some(folder) = self.folders.last_mut() {
                    closed.text.trim().clone_into(folder);
                }
                None
            }
            ("name", "Document") => Some("title".to_owned()),
            _ => None,
        };
        let Some(name) = name else { return Ok(()) };
        if let Some(placemark) = &mut self.placemark {
            return placemark.put(&self.builder, &name, &closed.text);
        }
        let value = PropertyValue::Text(closed.text.trim().to_owned());
        let most = self.builder.limits().properties;
        self.builder.foreign.entry(name).or_insert(value);
        if self.builder.foreign.len() > most {
            return Err(MapFileError::Beyond { what: "properties of the file", limit: most });
        }
        Ok(())
    }

    fn finish(self, source: &[u8]) -> Result<MapFile, MapFileError> {
        if self.seen == Seen::Nothing || !self.open.is_empty() {
            return Err(not_kml("nothing, or an end without the rest"));
        }
        Ok(self.builder.finish(source))
    }
}

fn attribute(start: &BytesStart<'_>) -> Result<Option<String>, MapFileError> {
    let found = start.try_get_attribute("name").map_err(|error| damaged(&error))?;
    let value =
        found.map(|attribute| attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0));
    let value = value.transpose().map_err(|error| damaged(&error))?;
    Ok(value.map(std::borrow::Cow::into_owned))
}

fn not_kml(found: &str) -> MapFileError {
    let shown: String = found.chars().take(40).collect();
    MapFileError::Unreadable {
        form: "KML",
        reason: format!("it begins with {shown}, not kml"),
        hint: "taken are GeoJSON, KML, KMZ, GeoParquet, FlatGeobuf and shapefiles in a .zip",
    }
}

fn damaged(error: &dyn std::error::Error) -> MapFileError {
    MapFileError::Unreadable {
        form: "KML",
        reason: error.to_string(),
        hint: "it may be cut short; write it anew, in UTF-8",
    }
}
