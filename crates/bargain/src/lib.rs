//! The mediator's own arithmetic: what each side could live with, and whether it passes at home.
//!
//! The flow: a [`domain::Domain`] (read by [`formats`] or built by the desk) becomes a [`table::Table`]
//! of whole numbers; [`frontier::Frontier`] is every worth that nothing improves on for all sides, with
//! every package on each point; [`solution`] picks from it by name, [`winner`] divides what divides.
//! [`uncertain`] asks what survives when worths are only known within bounds, [`leak`] what a package
//! would give away, [`trade`] who values what more. [`sticking`] measures positions on the agreed range
//! and uses no worth at all. [`home`] counts whether it passes in each capital.
//!
//! Invariants: no worth passes through `f64`; a frontier is exact or says that it is not and by how
//! much; every tie is listed; output order is that of the domain. Everything here is as secret as the
//! worths it was computed from, "no result" included: it is reached only through the mediator's
//! clearance.

pub mod domain;
pub mod exact;
pub mod formats;
pub mod frontier;
pub mod home;
pub mod leak;
pub mod report;
pub mod solution;
pub mod sticking;
pub mod table;
pub mod trade;
pub mod uncertain;
pub mod winner;

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("bargain.ar.ftl")), ("en", include_str!("bargain.en.ftl")), ("he", include_str!("bargain.he.ftl"))];
