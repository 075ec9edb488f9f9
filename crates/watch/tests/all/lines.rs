//! Lines and zones: versions by source and day, and measures on the ellipsoid.

use geographiclib_rs::{DirectGeodesic, Geodesic, PolygonArea, Winding};
use jiff::civil::date;
use proptest::prelude::*;
use watch::incident::Point;
use watch::line::measure::{Side, holds, share, square_metres, to_line};
use watch::line::{Geometry, Lines, Polygon, formats};

fn p(lat: f64, lon: f64) -> Point {
    #[allow(clippy::cast_possible_truncation, reason = "test values are small")]
    let n = |d: f64| (d * 1e6).round() as i32;
    Point { lat: n(lat), lon: n(lon) }
}

fn zone(corners: &[(f64, f64)]) -> Vec<Polygon> {
    let mut ring: Vec<Point> = corners.iter().map(|c| p(c.0, c.1)).collect();
    ring.extend(ring.first().copied());
    vec![Polygon { rings: vec![ring] }]
}

fn box_of(south: f64, west: f64, north: f64, east: f64) -> Vec<Polygon> {
    zone(&[(south, west), (south, east), (north, east), (north, west)])
}

const TEXT: &str = r#"{"type": "FeatureCollection", "features": [
 {"type": "Feature", "properties": {"name": "mill line", "source": "Upland", "date": "2031-03-01", "left": "the north bank", "right": "the south bank"},
  "geometry": {"type": "LineString", "coordinates": [[34.4, 31.5], [34.5, 31.5], [34.5, 31.6]]}},
 {"type": "Feature", "properties": {"name": "mill line", "source": "Delta", "date": "2031-03-02"},
  "geometry": {"type": "LineString", "coordinates": [[34.4, 31.51], [34.5, 31.51]]}},
 {"type": "Feature", "properties": {"name": "yellow line", "source": "Upland"}, "geometry": null},
 {"type": "Feature", "properties": {"name": "corridor"}, "geometry": {"type": "Polygon", "coordinates": [[[34.4, 31.4], [34.5, 31.4], [34.5, 31.5], [34.4, 31.5], [34.4, 31.4]]]}}
]}"#;

#[test]
fn each_source_keeps_its_own_version_and_a_line_that_nobody_gave_is_listed() {
    let mut lines = Lines::default();
    for v in formats::read(TEXT, "annex", date(2031, 2, 1)).unwrap() {
        lines.add(v);
    }
    lines.name("green line");
    assert_eq!(lines.not_given(date(2031, 3, 1)), ["green line", "yellow line"]);
    let sources = |day| lines.on("mill line", day).iter().map(|v| v.source.as_str()).collect::<Vec<_>>();
    assert_eq!(
        (sources(date(2031, 2, 28)), sources(date(2031, 3, 1)), sources(date(2031, 3, 5))),
        (vec![], vec!["Upland"], vec!["Delta", "Upland"])
    );
    assert_eq!(lines.versions("corridor")[0].source, "annex");
}

#[test]
fn what_cannot_be_measured_is_refused_with_its_place() {
    let read = |feature: &str| {
        let text = format!("{{\"type\": \"FeatureCollection\", \"features\": [{feature}]}}");
        formats::read(&text, "annex", date(2031, 2, 1)).map_err(|f| (f.feature, f.what.key))
    };
    let with = |geometry: &str| read(&format!("{{\"type\": \"Feature\", \"properties\": {{\"name\": \"a\"}}, \"geometry\": {geometry}}}"));
    let refused = |key: &str| Err((1, format!("watch-line-{key}")));
    assert_eq!(with(r#"{"type": "Point", "coordinates": [34, 31]}"#), refused("other-geometry"));
    assert_eq!(with(r#"{"type": "LineString", "coordinates": [[34, 31], [34, 31]]}"#), refused("short"));
    assert_eq!(with(r#"{"type": "LineString", "coordinates": [[34, 131], [34, 31]]}"#), refused("position"));
    assert_eq!(with(r#"{"type": "LineString", "coordinates": [[179, 31], [-179, 31]]}"#), refused("across"));
    assert_eq!(with(r#"{"type": "Polygon", "coordinates": [[[34, 31], [35, 31], [35, 32]]]}"#), refused("ring"));
    assert_eq!(read(r#"{"type": "Feature", "properties": {}, "geometry": null}"#), refused("no-name"));
    assert_eq!(formats::read("{", "annex", date(2031, 2, 1)).unwrap_err().what.key, "watch-line-no-geojson");
}

#[test]
fn the_side_is_right_beyond_a_corner_too() {
    let v = formats::read(TEXT, "annex", date(2031, 2, 1)).unwrap();
    let Some(Geometry::Line(paths)) = &v[0].geometry else { panic!("a line") };
    let side = |lat, lon| to_line(p(lat, lon), paths).unwrap().side;
    // East along 31.5, then north along 34.5: inside the bend is left.
    assert_eq!(side(31.55, 34.45), Side::Left);
    assert_eq!(side(31.49, 34.45), Side::Right);
    assert_eq!(side(31.45, 34.51), Side::Right, "beyond the corner both edges are as near");
    assert_eq!(side(31.49, 34.6), Side::Right);
    assert_eq!(side(31.5, 34.45), Side::On);
}

#[test]
fn a_distance_is_the_geodesics() {
    // A point set off by the geodesic itself, at right angles to a meridian that is the line.
    let g = Geodesic::wgs84();
    for metres in [5.0, 250.0, 4_000.0, 30_000.0] {
        let (lat, lon): (f64, f64) = g.direct(31.5, 34.5, 90.0, metres);
        let to = to_line(p(lat, lon), &[vec![p(31.0, 34.5), p(32.0, 34.5)]]).unwrap();
        let off = i64::try_from(to.metres).unwrap() - if metres < 6.0 { 5 } else { format!("{metres}").parse::<i64>().unwrap() };
        assert!(off.abs() <= 1, "{metres}: {}", to.metres);
        assert_eq!(to.side, Side::Right);
    }
}

#[test]
fn an_area_is_the_ellipsoids_to_a_tenth_of_a_percent() {
    // Corners close enough that a geodesic and a straight edge in degrees bound the same surface.
    let mut corners = Vec::new();
    for i in 0..100 {
        corners.push((31.2, 34.2 + 0.4 * f64::from(i) / 100.0));
    }
    for i in 0..100 {
        corners.push((31.2 + 0.4 * f64::from(i) / 100.0, 34.6 - 0.2 * f64::from(i) / 100.0));
    }
    for i in 0..100 {
        corners.push((31.6 - 0.4 * f64::from(i) / 100.0, 34.4 - 0.2 * f64::from(i) / 100.0));
    }
    let g = Geodesic::wgs84();
    let mut exact = PolygonArea::new(&g, Winding::CounterClockwise);
    for (lat, lon) in &corners {
        exact.add_point(*lat, *lon);
    }
    let (_, area, _) = exact.compute(false);
    #[allow(clippy::cast_precision_loss, reason = "areas are far below 2^53")]
    let ours = square_metres(&zone(&corners)) as f64;
    assert!((ours - area).abs() / area < 1e-5, "{ours} {area}");
}

#[test]
fn shares_are_counted_with_holes_and_bends() {
    let whole = box_of(31.0, 34.0, 31.4, 34.4);
    assert_eq!(share(&whole, &whole), Some(1_000_000));
    assert_eq!(share(&whole, &box_of(32.0, 34.0, 32.4, 34.4)), Some(0));
    assert_eq!(share(&whole, &box_of(30.0, 34.1, 33.0, 34.2)), Some(250_000));
    // With a hole in the middle: a quarter of the width by a quarter of the height, nearly a sixteenth.
    let mut holed = whole.clone();
    holed[0].rings.extend(box_of(31.1, 34.1, 31.2, 34.2)[0].rings.clone());
    let rest = share(&whole, &holed).unwrap();
    assert!((937_400..937_600).contains(&rest), "{rest}");
    assert!(holds(&holed, p(31.3, 34.3)) && !holds(&holed, p(31.15, 34.15)) && !holds(&holed, p(31.5, 34.1)));
    // A bent surface meets a band twice.
    let bent = zone(&[(31.0, 34.0), (31.4, 34.0), (31.4, 34.1), (31.1, 34.1), (31.1, 34.3), (31.4, 34.3), (31.4, 34.4), (31.0, 34.4)]);
    let band = box_of(31.2, 33.0, 31.3, 35.0);
    let twice = share(&band, &bent).unwrap();
    assert_eq!(twice, 100_000, "two tenths of a degree of two degrees");
    assert_eq!(share(&[], &whole), None);
}

fn corner() -> impl Strategy<Value = (f64, f64)> {
    (0..1_000i32, 0..1_000i32).prop_map(|(a, b)| (31.0 + f64::from(a) / 1_000.0, 34.0 + f64::from(b) / 1_000.0))
}

proptest! {
    /// What two surfaces share is the same from both, and never more than either, whatever their corners.
    #[test]
    fn what_is_shared_is_the_same_from_both_sides(a in proptest::collection::vec(corner(), 3..12), b in proptest::collection::vec(corner(), 3..12)) {
        let (a, b) = (zone(&a), zone(&b));
        #[allow(clippy::cast_precision_loss, reason = "areas are far below 2^53")]
        let area = |z: &[Polygon]| square_metres(z) as f64;
        if let (Some(x), Some(y)) = (share(&a, &b), share(&b, &a)) {
            let (x, y) = (f64::from(x) * area(&a), f64::from(y) * area(&b));
            prop_assert!((x - y).abs() <= area(&a) + area(&b) + 2e6, "{} {}", x, y);
            prop_assert_eq!(share(&a, &a), Some(1_000_000));
        }
    }
}
