//! Sticking points: how far apart positions are on the agreed range, who has moved, and what hangs on
//! what. No worth is used here, private or otherwise: only what was said.

pub mod linkage;

use crate::exact::{Fraction, share, whole};
use num_traits::{Signed, Zero};
use std::collections::BTreeSet;

/// The agreed range that positions on an issue are placed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scale {
    /// Options without an order: two places are the same or not.
    Options,
    /// This many options or lines in an agreed order.
    Ranked(u32),
    /// Hours, numbers, distances: from the one end to the other.
    Range {
        /// The low end.
        low: Fraction,
        /// The high end.
        high: Fraction,
    },
    /// Lists, of people or places: what is on one and not the other, of all that is on either.
    Lists,
    /// A text with this many brackets, each side wanting one alternative of each.
    Brackets(u32),
}

/// A position on the range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// An option or line by number.
    At(u32),
    /// A number on a range.
    Number(Fraction),
    /// A list.
    List(BTreeSet<String>),
    /// The alternative wanted in each bracket, by number.
    Picks(Vec<u32>),
}

/// A position that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The round, session or day, counted up.
    pub round: u32,
    /// The number of the side.
    pub side: usize,
    /// Where.
    pub place: Place,
    /// Whether it was said in public, and not in caucus.
    pub public: bool,
}

/// What is measured of one side on one issue. `None` is "no data", and never zero.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Movement {
    /// How far it has moved towards the other since its first position, as a share of the range; below
    /// zero, away.
    pub towards: Option<Fraction>,
    /// Its share of all that both have moved towards each other. `None` where neither has.
    pub share: Option<Fraction>,
    /// Rounds since it last moved, up to the last round known.
    pub stalled: Option<u32>,
    /// How often it turned round: a step away after a step towards, or the other way.
    pub reversals: u32,
    /// How far its last public position lies from its last in caucus.
    pub public_private: Option<Fraction>,
}

/// One issue between two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// How far apart their last positions are: 0 the same, 1 the whole range. `None` where a side has none.
    pub distance: Option<Fraction>,
    /// The two sides.
    pub sides: [Movement; 2],
    /// The last round in which anybody said anything.
    pub last_round: Option<u32>,
}

/// How far apart two places are, from 0 to 1; `None` where they are not places of this range.
#[must_use]
pub fn distance(scale: &Scale, a: &Place, b: &Place) -> Option<Fraction> {
    let apart = |n: u32| whole(i64::from(n));
    match (scale, a, b) {
        (Scale::Options, Place::At(a), Place::At(b)) => Some(apart(u32::from(a != b))),
        (Scale::Ranked(n), Place::At(a), Place::At(b)) if a < n && b < n => Some(share(&apart(a.abs_diff(*b)), &apart(n - 1))),
        (Scale::Range { low, high }, Place::Number(a), Place::Number(b)) => {
            let inside = |x: &Fraction| low <= x && x <= high;
            if inside(a) && inside(b) { Some(share(&(a - b).abs(), &(high - low))) } else { None }
        }
        (Scale::Lists, Place::List(a), Place::List(b)) => {
            let count = |n: usize| apart(u32::try_from(n).unwrap_or(u32::MAX));
            Some(share(&count(a.symmetric_difference(b).count()), &count(a.union(b).count())))
        }
        (Scale::Brackets(n), Place::Picks(a), Place::Picks(b)) if a.len() == *n as usize && b.len() == a.len() => {
            let open = a.iter().zip(b).filter(|(a, b)| a != b).count();
            Some(share(&apart(u32::try_from(open).unwrap_or(u32::MAX)), &apart(*n)))
        }
        _ => None,
    }
}

/// Measures one issue between two sides from what they said, in any order. Movement goes by what was said
/// in caucus where there is any, and by what was said in public otherwise.
#[must_use]
pub fn measure(scale: &Scale, first: usize, second: usize, said: &[Said]) -> Measure {
    let mut said: Vec<&Said> = said.iter().filter(|s| s.side == first || s.side == second).collect();
    said.sort_by_key(|s| s.round);
    let track = |side: usize| -> Vec<&Said> {
        let private = said.iter().any(|s| s.side == side && !s.public);
        said.iter().filter(|s| s.side == side && s.public != private).copied().collect()
    };
    let tracks = [track(first), track(second)];
    let last_round = said.last().map(|s| s.round);
    let last = |n: usize| tracks[n].last().map(|s| &s.place);
    let apart = last(0).zip(last(1)).and_then(|(a, b)| distance(scale, a, b));
    let mut sides = [movement(scale, &tracks, 0, last_round), movement(scale, &tracks, 1, last_round)];
    let toward = |m: &Movement| m.towards.clone().filter(Signed::is_positive).unwrap_or_default();
    let all = toward(&sides[0]) + toward(&sides[1]);
    for (n, id) in [first, second].into_iter().enumerate() {
        if !all.is_zero() && sides[n].towards.is_some() {
            sides[n].share = Some(share(&toward(&sides[n]), &all));
        }
        let newest = |public: bool| said.iter().rev().find(|s| s.side == id && s.public == public).map(|s| &s.place);
        sides[n].public_private = newest(true).zip(newest(false)).and_then(|(a, b)| distance(scale, a, b));
    }
    Measure { distance: apart, sides, last_round }
}

fn movement(scale: &Scale, tracks: &[Vec<&Said>; 2], me: usize, last_round: Option<u32>) -> Movement {
    let (mine, theirs) = (&tracks[me], &tracks[1 - me]);
    let mut steps: Vec<Fraction> = Vec::new();
    let mut moved_in = mine.first().map(|s| s.round);
    for pair in mine.windows(2) {
        // Against where the other stood when the step was taken; against its first position where it had
        // not spoken yet.
        let other = theirs.iter().rev().find(|t| t.round <= pair[1].round).or_else(|| theirs.first());
        if pair[0].place != pair[1].place {
            moved_in = Some(pair[1].round);
        }
        let Some(other) = other else { continue };
        if let Some((was, is)) = distance(scale, &pair[0].place, &other.place).zip(distance(scale, &pair[1].place, &other.place)) {
            steps.push(was - is);
        }
    }
    let signs: Vec<bool> = steps.iter().filter(|s| !s.is_zero()).map(Signed::is_positive).collect();
    let known = !mine.is_empty() && !theirs.is_empty();
    Movement {
        towards: known.then(|| steps.iter().sum()),
        share: None,
        stalled: moved_in.zip(last_round).map(|(then, now)| now - then),
        reversals: signs.windows(2).filter(|w| w[0] != w[1]).count() as u32,
        public_private: None,
    }
}

/// The issues by how much they hold up the whole: furthest apart first, then the longest without movement,
/// then those that most others wait for (`waiting[i]`). Issues without data come last, in their order.
#[must_use]
pub fn ranked(measures: &[Measure], waiting: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..measures.len()).collect();
    let still = |m: &Measure| m.sides.iter().filter_map(|s| s.stalled).min().unwrap_or(0);
    let key = |i: usize| (measures[i].distance.clone(), still(&measures[i]), waiting.get(i).copied().unwrap_or(0));
    order.sort_by_key(|&i| std::cmp::Reverse(key(i)));
    order
}
