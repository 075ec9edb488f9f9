//! Areas on the WGS 84 ellipsoid of surfaces whose edges are straight in longitude and latitude.
//!
//! The ellipsoid between the equator and latitude φ has, per radian of longitude, the area
//! Q(φ) = a²(1-e²)/2 · ( sin φ/(1-e² sin² φ) + ln((1+e sin φ)/(1-e sin φ))/(2e) ) (Snyder, *Map Projections: A
//! Working Manual*, equation 3-12, times a²/2). What two surfaces share is summed over slabs of latitude between all
//! corners and crossings, in which edges do not cross, so that no polygon has to be made of it.

use super::version::Polygon;
use crate::incident::Point;

/// The equatorial radius in metres.
const A: f64 = 6_378_137.0;
/// The first eccentricity squared.
const E2: f64 = 0.006_694_379_990_141_316;

/// dQ/dφ in square metres.
fn density(lat: f64) -> f64 {
    let s = lat.sin();
    let w = 1.0 - E2 * s * s;
    A * A * (1.0 - E2) * lat.cos() / (w * w)
}

/// An edge that rises from `y0` to `y1` (radians of latitude), at longitudes `x0` to `x1`.
#[derive(Debug, Clone, Copy)]
struct Edge {
    x0: f64,
    y0: f64,
    x1: f64,
    y1: f64,
    /// Of the first surface or the second.
    second: bool,
}

impl Edge {
    fn at(&self, y: f64) -> f64 {
        self.x0 + (self.x1 - self.x0) * (y - self.y0) / (self.y1 - self.y0)
    }

    /// The latitude at which two cross, strictly inside both.
    fn crossing(&self, other: &Edge) -> Option<f64> {
        let (low, high) = (self.y0.max(other.y0), self.y1.min(other.y1));
        if low >= high {
            return None;
        }
        let (a, b) = (self.at(low) - other.at(low), self.at(high) - other.at(high));
        if a * b >= 0.0 {
            return None;
        }
        let y = low + (high - low) * a / (a - b);
        (y > low && y < high).then_some(y)
    }
}

fn edges(zone: &[Polygon], second: bool, out: &mut Vec<Edge>) {
    let radians = |p: &Point| (f64::from(p.lon) / 1e6).to_radians();
    let lat = |p: &Point| (f64::from(p.lat) / 1e6).to_radians();
    for ring in zone.iter().flat_map(|p| &p.rings) {
        for w in ring.windows(2) {
            let (a, b) = if w[0].lat <= w[1].lat { (&w[0], &w[1]) } else { (&w[1], &w[0]) };
            // An edge along a parallel bounds no slab.
            if a.lat < b.lat {
                out.push(Edge { x0: radians(a), y0: lat(a), x1: radians(b), y1: lat(b), second });
            }
        }
    }
}

/// Gauss-Legendre, four points on [-1, 1].
const GAUSS: [(f64, f64); 4] = [
    (-0.861_136_311_594_052_6, 0.347_854_845_137_453_85),
    (-0.339_981_043_584_856_26, 0.652_145_154_862_546_1),
    (0.339_981_043_584_856_26, 0.652_145_154_862_546_1),
    (0.861_136_311_594_052_6, 0.347_854_845_137_453_85),
];

/// The area between two edges of a slab, in square metres.
fn between(left: &Edge, right: &Edge, low: f64, high: f64) -> f64 {
    let (half, middle) = ((high - low) / 2.0, f64::midpoint(low, high));
    half * GAUSS.iter().map(|(t, w)| w * (right.at(middle + half * t) - left.at(middle + half * t)) * density(middle + half * t)).sum::<f64>()
}

/// The area of the first zone, and of what it shares with the second, in square metres.
pub(super) fn areas(first: &[Polygon], second: &[Polygon]) -> (f64, f64) {
    let mut all = Vec::new();
    edges(first, false, &mut all);
    edges(second, true, &mut all);
    let mut cuts: Vec<f64> = all.iter().flat_map(|e| [e.y0, e.y1]).collect();
    // Only edges whose latitudes overlap can cross: they are looked at from the lowest up.
    all.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    for (i, a) in all.iter().enumerate() {
        cuts.extend(all[i + 1..].iter().take_while(|b| b.y0 < a.y1).filter_map(|b| a.crossing(b)));
    }
    cuts.sort_by(f64::total_cmp);
    cuts.dedup();
    let (mut whole, mut shared) = (0.0, 0.0);
    let mut next = 0;
    let mut open: Vec<&Edge> = Vec::new();
    for slab in cuts.windows(2) {
        let (low, high) = (slab[0], slab[1]);
        open.retain(|e| e.y1 > low);
        while let Some(e) = all.get(next).filter(|e| e.y0 <= low) {
            open.push(e);
            next += 1;
        }
        let middle = f64::midpoint(low, high);
        open.sort_by(|a, b| a.at(middle).total_cmp(&b.at(middle)));
        let (mut in_first, mut in_second) = (false, false);
        for pair in open.windows(2) {
            if pair[0].second {
                in_second = !in_second;
            } else {
                in_first = !in_first;
            }
            if in_first {
                let piece = between(pair[0], pair[1], low, high);
                whole += piece;
                if in_second {
                    shared += piece;
                }
            }
        }
    }
    (whole, shared)
}
