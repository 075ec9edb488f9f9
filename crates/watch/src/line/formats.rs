//! GeoJSON (RFC 7946) into versions of lines and zones.
//!
//! A feature's properties give `name`, `date` (from when), and may give `source`, `left`, `right`, `note`. A feature
//! without a geometry is a line that nobody has given, and is kept as such.

use super::version::{Geometry, Polygon, Version};
use crate::incident::Point;
use geojson::{Feature, GeoJson, GeometryValue, Position};
use jiff::civil::Date;
use terms::phrase::Phrase;

/// What cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The feature's place in the file, from 1; nought for the file as a whole.
    pub feature: usize,
    /// What is wrong.
    pub what: Phrase,
}

/// The most positions of a file.
const MOST: usize = 200_000;

/// Reads a GeoJSON text: a feature or a collection of them. `source` and `date` stand where a feature
/// gives none.
///
/// # Errors
/// When it is no GeoJSON, or a feature is no line or zone that can be measured.
pub fn read(text: &str, source: &str, date: Date) -> Result<Vec<Version>, Fault> {
    let whole = |what: Phrase| Fault { feature: 0, what };
    let parsed: GeoJson = text.parse().map_err(|e: geojson::Error| whole(Phrase::new("watch-line-no-geojson").name("why", e.to_string())))?;
    let features: Vec<Feature> = match parsed {
        GeoJson::FeatureCollection(c) => c.features,
        GeoJson::Feature(f) => vec![f],
        GeoJson::Geometry(_) => return Err(whole(Phrase::new("watch-line-bare"))),
    };
    let mut left = MOST;
    let mut out = Vec::new();
    for (i, f) in features.into_iter().enumerate() {
        out.push(version(f, source, date, &mut left).map_err(|what| Fault { feature: i + 1, what })?);
    }
    Ok(out)
}

fn version(f: Feature, source: &str, date: Date, left: &mut usize) -> Result<Version, Phrase> {
    let text = |key: &str| f.property(key).and_then(|v| v.as_str()).map(str::trim).unwrap_or_default().to_owned();
    let name = text("name");
    if name.is_empty() {
        return Err(Phrase::new("watch-line-no-name"));
    }
    let date = match text("date") {
        t if t.is_empty() => date,
        t => t.parse().map_err(|_| Phrase::new("watch-line-date").name("text", t))?,
    };
    let source = match text("source") {
        t if t.is_empty() => source.to_owned(),
        t => t,
    };
    let geometry = f.geometry.as_ref().map(|g| geometry(&g.value, left)).transpose()?;
    Ok(Version { name, source, date, geometry, left: text("left"), right: text("right"), note: text("note") })
}

fn geometry(value: &GeometryValue, left: &mut usize) -> Result<Geometry, Phrase> {
    let mut path = |positions: &[Position]| -> Result<Vec<Point>, Phrase> {
        *left = left.checked_sub(positions.len()).ok_or_else(|| Phrase::new("watch-line-too-long"))?;
        positions.iter().map(|p| point(p.as_slice())).collect()
    };
    match value {
        GeometryValue::LineString { coordinates } => Ok(Geometry::Line(vec![line(path(coordinates)?)?])),
        GeometryValue::MultiLineString { coordinates } => {
            Ok(Geometry::Line(coordinates.iter().map(|c| line(path(c)?)).collect::<Result<_, _>>()?))
        }
        GeometryValue::Polygon { coordinates } => {
            let rings = coordinates.iter().map(|c| ring(path(c)?)).collect::<Result<_, _>>()?;
            Ok(Geometry::Zone(vec![Polygon { rings }]))
        }
        GeometryValue::MultiPolygon { coordinates } => {
            let mut all = Vec::new();
            for polygon in coordinates {
                all.push(Polygon { rings: polygon.iter().map(|c| ring(path(c)?)).collect::<Result<_, _>>()? });
            }
            Ok(Geometry::Zone(all))
        }
        _ => Err(Phrase::new("watch-line-other-geometry")),
    }
}

fn point(position: &[f64]) -> Result<Point, Phrase> {
    let bad = || Phrase::new("watch-line-position");
    let (lon, lat) = (*position.first().ok_or_else(bad)?, *position.get(1).ok_or_else(bad)?);
    if !(lat.abs() <= 90.0 && lon.abs() <= 180.0) {
        return Err(bad());
    }
    // Within the range checked above, millionths of a degree fit.
    #[allow(clippy::cast_possible_truncation, reason = "bounded by the check above")]
    let millionths = |d: f64| (d * 1e6).round() as i32;
    Ok(Point { lat: millionths(lat), lon: millionths(lon) })
}

fn across(points: &[Point]) -> bool {
    points.windows(2).any(|w| (i64::from(w[0].lon) - i64::from(w[1].lon)).abs() > 180_000_000)
}

fn line(mut points: Vec<Point>) -> Result<Vec<Point>, Phrase> {
    points.dedup();
    if points.len() < 2 {
        return Err(Phrase::new("watch-line-short"));
    }
    if across(&points) { Err(Phrase::new("watch-line-across")) } else { Ok(points) }
}

fn ring(mut points: Vec<Point>) -> Result<Vec<Point>, Phrase> {
    points.dedup();
    if points.first() != points.last() || points.len() < 4 {
        return Err(Phrase::new("watch-line-ring"));
    }
    if across(&points) { Err(Phrase::new("watch-line-across")) } else { Ok(points) }
}
