//! Distance to a line, side of it, area of a zone, and the share that one zone has of another.

use super::area::areas;
use super::version::Polygon;
use crate::incident::Point;
use geographiclib_rs::{Geodesic, InverseGeodesic};

/// On which side of a line a point lies, in the direction of the line's points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Within a metre of it.
    On,
}

/// How a point lies to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct To {
    /// The distance in whole metres, to the nearest point of the line.
    pub metres: u64,
    /// The nearest point of the line.
    pub nearest: Point,
    /// The side.
    pub side: Side,
}

/// Metres per degree of latitude and of longitude about a latitude, for choosing the nearest edge.
fn scale(lat: f64) -> (f64, f64) {
    let s = lat.to_radians().sin();
    let w = 1.0 - 0.006_694_379_990_141_316 * s * s;
    let meridian = 6_378_137.0 * (1.0 - 0.006_694_379_990_141_316) / (w * w.sqrt());
    let normal = 6_378_137.0 / w.sqrt();
    (meridian.to_radians(), normal.to_radians() * lat.to_radians().cos())
}

/// How a point lies to a line of one or more paths; `None` where the line has no edge. The distance is the geodesic
/// to the nearest point of the nearest edge, exact to a metre within some hundred kilometres.
#[must_use]
pub fn to_line(point: Point, paths: &[Vec<Point>]) -> Option<To> {
    let (lat, lon) = (f64::from(point.lat) / 1e6, f64::from(point.lon) / 1e6);
    let (north, east) = scale(lat);
    let flat = |p: Point| ((f64::from(p.lon) / 1e6 - lon) * east, (f64::from(p.lat) / 1e6 - lat) * north);
    // The nearest edge; at a corner two are as near, and the one that turns its side more squarely to
    // the point decides, since beyond a corner the other's side can be the wrong one.
    let mut best: Option<(f64, f64, Point)> = None;
    for w in paths.iter().flat_map(|p| p.windows(2)) {
        let ((x0, y0), (x1, y1)) = (flat(w[0]), flat(w[1]));
        let (dx, dy) = (x1 - x0, y1 - y0);
        let length = dx.hypot(dy);
        if length == 0.0 {
            continue;
        }
        let t = (-(x0 * dx + y0 * dy) / (length * length)).clamp(0.0, 1.0);
        let (fx, fy) = (x0 + t * dx, y0 + t * dy);
        let far = fx.hypot(fy);
        // Above nought where the point lies to the left: the point is the origin here.
        let turn = (dx * -y0 - dy * -x0) / length;
        let square = if far > 0.0 { turn / far } else { 0.0 };
        let closer = best.is_none_or(|(d, s, _)| far < d - 1e-6 || (far - d).abs() <= 1e-6 && square.abs() > s.abs());
        if closer {
            let foot = |a: i32, b: i32| {
                let v = f64::from(a) + t * (f64::from(b) - f64::from(a));
                #[allow(clippy::cast_possible_truncation, reason = "between two values that fit")]
                let v = v.round() as i32;
                v
            };
            best = Some((far, square, Point { lat: foot(w[0].lat, w[1].lat), lon: foot(w[0].lon, w[1].lon) }));
        }
    }
    let (_, square, nearest) = best?;
    let metres: f64 = Geodesic::wgs84().inverse(lat, lon, f64::from(nearest.lat) / 1e6, f64::from(nearest.lon) / 1e6);
    let side = if metres < 1.0 {
        Side::On
    } else if square > 0.0 {
        Side::Left
    } else {
        Side::Right
    };
    Some(To { metres: whole(metres), nearest, side })
}

/// The area of a zone in whole square metres.
#[must_use]
pub fn square_metres(zone: &[Polygon]) -> u64 {
    whole(areas(zone, &[]).0)
}

/// How much of `whole` lies in `part`, in millionths of it; `None` where it has no area.
#[must_use]
pub fn share(of: &[Polygon], part: &[Polygon]) -> Option<u32> {
    let (area, shared) = areas(of, part);
    // Below a square metre nothing is said.
    (area >= 1.0).then(|| u32::try_from(whole(shared / area * 1e6)).unwrap_or(1_000_000).min(1_000_000))
}

/// Whether a point lies in a zone; holes are outside.
#[must_use]
pub fn holds(zone: &[Polygon], p: Point) -> bool {
    let mut inside = false;
    for w in zone.iter().flat_map(|z| &z.rings).flat_map(|r| r.windows(2)) {
        let (a, b) = (w[0], w[1]);
        if (a.lat > p.lat) != (b.lat > p.lat) {
            // Which side of the edge, in whole numbers: no rounding decides it.
            let cross = (i64::from(b.lon) - i64::from(a.lon)) * (i64::from(p.lat) - i64::from(a.lat))
                - (i64::from(p.lon) - i64::from(a.lon)) * (i64::from(b.lat) - i64::from(a.lat));
            if (cross > 0) == (b.lat > a.lat) && cross != 0 {
                inside = !inside;
            }
        }
    }
    inside
}

fn whole(n: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "areas and distances on Earth, not below nought")]
    let n = n.max(0.0).round() as u64;
    n
}
