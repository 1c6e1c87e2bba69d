//! A raster of people for the made-up world, as a `GeoTIFF`.

/// Columns and rows of the raster: a tenth of a degree each, from 34 E 52 N.
pub const POPULATION_SIZE: [u16; 2] = [40, 10];

/// The people on a pixel of the raster; `None` on the last column, where nobody counted.
pub fn population_of(column: u16, row: u16) -> Option<u16> {
    (column + 1 < POPULATION_SIZE[0]).then_some(100 + 10 * column + row)
}

/// What stands in the file where nobody counted.
const NOBODY: f32 = -9999.0;

/// The raster as the bytes of a `GeoTIFF`: one uncompressed strip a row, 32-bit numbers, WGS 84.
pub fn population_tif() -> Vec<u8> {
    let [width, height] = POPULATION_SIZE;
    let mut values = Vec::new();
    for row in 0..height {
        for column in 0..width {
            let people = population_of(column, row).map_or(NOBODY, f32::from);
            values.extend(people.to_le_bytes());
        }
    }
    let doubles = |all: &[f64]| all.iter().flat_map(|one| one.to_le_bytes()).collect::<Vec<u8>>();
    let shorts = |all: &[u16]| all.iter().flat_map(|one| one.to_le_bytes()).collect::<Vec<u8>>();
    let longs = |all: &[u32]| all.iter().flat_map(|one| one.to_le_bytes()).collect::<Vec<u8>>();
    let row_bytes = u32::from(width) * 4;
    let strips: Vec<u32> = (0..u32::from(height)).map(|row| 8 + row * row_bytes).collect();
    // Model: geographic; a value is of an area; the system is EPSG:4326.
    let keys = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326];
    let entries: Vec<(u16, u16, u32, Vec<u8>)> = vec![
        (256, 3, 1, shorts(&[width])),
        (257, 3, 1, shorts(&[height])),
        (258, 3, 1, shorts(&[32])),
        (259, 3, 1, shorts(&[1])),
        (262, 3, 1, shorts(&[1])),
        (273, 4, u32::from(height), longs(&strips)),
        (277, 3, 1, shorts(&[1])),
        (278, 3, 1, shorts(&[1])),
        (279, 4, u32::from(height), longs(&vec![row_bytes; usize::from(height)])),
        (339, 3, 1, shorts(&[3])),
        (33550, 12, 3, doubles(&[0.1, 0.1, 0.0])),
        (33922, 12, 6, doubles(&[0.0, 0.0, 0.0, 34.0, 52.0, 0.0])),
        (34735, 3, 16, shorts(&keys)),
        (42113, 2, 6, b"-9999\0".to_vec()),
    ];
    file(&values, &entries)
}

/// A little-endian TIFF of one directory: its values, then the directory, then what does not fit there.
fn file(values: &[u8], entries: &[(u16, u16, u32, Vec<u8>)]) -> Vec<u8> {
    let long = |at: usize| u32::try_from(at).expect("a small file").to_le_bytes();
    let directory = 8 + values.len();
    let mut beyond = directory + 2 + 12 * entries.len() + 4;
    let mut bytes = [b"II*\0".as_slice(), &long(directory)].concat();
    bytes.extend(values);
    bytes.extend(u16::try_from(entries.len()).expect("a few tags").to_le_bytes());
    let mut rest: Vec<u8> = Vec::new();
    for (tag, kind, count, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        if value.len() <= 4 {
            let mut own = value.clone();
            own.resize(4, 0);
            bytes.extend(own);
        } else {
            bytes.extend(long(beyond));
            beyond += value.len();
            rest.extend(value);
        }
    }
    bytes.extend([0; 4]);
    bytes.extend(rest);
    bytes
}
