//! Lines and zones on the ground: dated versions with a source, and what can be measured by them.
//!
//! [`formats`] reads GeoJSON (RFC 7946) into [`Version`]s; [`Lines`] keeps them by name and says which
//! stands on a day, and which names nobody has given a geometry for: these are listed and never drawn.
//! [`measure`] gives the distance to a line, the side of it, the area of a zone and the share that one zone has of
//! another, on the WGS 84 ellipsoid.
//!
//! Invariants: positions are millionths of a degree, results whole metres, square metres and millionths; a version is
//! never changed by a later one; edges are straight in longitude and latitude, as RFC 7946 (section
//! 3.1.1) has them. A geometry across the antimeridian is refused.

mod area;
pub mod formats;
pub mod measure;
mod version;

pub use version::{Geometry, Lines, Polygon, Version};
