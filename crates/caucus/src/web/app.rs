//! The application: the desk, the clocks, and what the door itself must remember.

use crate::clock::Clock;
use crate::proof::ProofCost;
use desk::Desk;
use desk::directory::Host;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use terms::id::{CaseCode, PersonId};
use terms::time::Stamp;

/// What the door is made of.
#[derive(Debug)]
pub struct App {
    /// The desk.
    pub desk: Arc<Desk>,
    /// The clocks.
    pub clock: Clock,
    /// How dear a passphrase's hash is.
    pub cost: ProofCost,
    /// Whether cookies go over TLS only.
    pub tls: bool,
    /// Who runs the machine, for the first page.
    pub host: Host,
    /// The demo's sign-in addresses: token, case, person, slot.
    pub demo: Vec<DemoLink>,
    /// Failed tries by sign-in name: how many, and since when none are taken.
    tries: Mutex<BTreeMap<String, (u32, Stamp)>>,
}

/// A demo's way in for one person.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DemoLink {
    /// The token of the address.
    pub token: String,
    /// The case.
    pub case: CaseCode,
    /// The person.
    pub person: PersonId,
    /// The part of the address that keeps two people apart in one browser.
    pub slot: String,
}

impl App {
    /// An application over a desk.
    #[must_use]
    pub fn new(desk: Arc<Desk>, clock: Clock, cost: ProofCost, host: Host) -> Self {
        Self { desk, clock, cost, tls: false, host, demo: Vec::new(), tries: Mutex::default() }
    }

    /// Whether tries under a sign-in name are taken now. Kept per name, whether it exists or not.
    pub(super) fn may_try(&self, name: &str, wall: Stamp) -> bool {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).get(name).is_none_or(|(_, until)| *until <= wall)
    }

    /// Counts a failed try: after five, each doubles the wait, up to a quarter of an hour.
    pub(super) fn failed(&self, name: &str, wall: Stamp) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() > 10_000 {
            tries.retain(|_, (_, until)| *until > wall);
        }
        let (count, until) = tries.entry(name.to_owned()).or_insert((0, wall));
        *count += 1;
        if *count >= 5 {
            *until = wall.plus_seconds((1_i64 << (*count - 5).min(9)).saturating_mul(2).min(900));
        }
    }

    /// Forgets failed tries after a good one.
    pub(super) fn succeeded(&self, name: &str) {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}
