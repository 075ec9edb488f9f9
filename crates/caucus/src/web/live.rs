//! The stream that tells a page that something changed, without saying what.
//!
//! It has no event number and names no room. Its heartbeat and its events both fall on the beat of a
//! clock, so that what others do shows neither in whether nor in when something is sent. At each beat
//! the session is looked up anew: a stream whose session ended, ends.

use super::app::App;
use super::http::Request;
use super::sign_in::{self, Asking};
use axum::body::{Body, Bytes};
use desk::Desk;
use futures_core::Stream;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll};
use std::time::Duration;
use terms::id::RoomCode;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;
use tokio::time::{MissedTickBehavior, interval};

/// The beat: how soon an event follows a change, and an ended session its end.
const BEAT: Duration = Duration::from_secs(1);

/// Beats between two heartbeats.
const HEARTBEAT: u32 = 15;

/// The rooms that changed since a stream looked last. A set, so that however much happens elsewhere
/// nothing is ever lost or overrun.
type Changed = Mutex<BTreeSet<RoomCode>>;

/// Tells every open stream which rooms changed.
#[derive(Debug, Default)]
pub(super) struct Hub {
    streams: Mutex<Vec<Weak<Changed>>>,
    closing: AtomicBool,
}

impl Hub {
    /// A hub that hears of every change at the desk.
    pub(super) fn over(desk: &Desk) -> Arc<Hub> {
        let hub = Arc::new(Hub::default());
        let weak = Arc::downgrade(&hub);
        desk.listen(move |change| {
            if let Some(hub) = weak.upgrade() {
                hub.tell(&change.room);
            }
        });
        hub
    }

    fn tell(&self, room: &RoomCode) {
        self.streams.lock().unwrap_or_else(PoisonError::into_inner).retain(|stream| {
            let Some(changed) = stream.upgrade() else { return false };
            changed.lock().unwrap_or_else(PoisonError::into_inner).insert(room.clone());
            true
        });
    }

    fn join(&self) -> Arc<Changed> {
        let changed = Arc::new(Changed::default());
        let mut streams = self.streams.lock().unwrap_or_else(PoisonError::into_inner);
        streams.retain(|s| s.strong_count() > 0);
        streams.push(Arc::downgrade(&changed));
        changed
    }

    /// Ends every stream at its next beat.
    pub(super) fn close(&self) {
        self.closing.store(true, Ordering::Relaxed);
    }
}

/// What a beat of a stream comes to.
#[derive(Debug, PartialEq, Eq)]
enum Beat {
    /// The session is over.
    Over,
    /// Nothing that the reader may know of.
    Nothing,
    /// A room that the reader may enter changed.
    Changed,
}

impl Beat {
    /// What the stream is sent; nothing where it ends.
    fn words(&self) -> Option<&'static [u8]> {
        match self {
            Beat::Over => None,
            Beat::Nothing => Some(b""),
            Beat::Changed => Some(b"event: changed\ndata:\n\n"),
        }
    }
}

/// Looks at what changed through the session's clearance of this moment.
fn beat(app: &App, request: &Request, changed: &Changed) -> Beat {
    let rooms = std::mem::take(&mut *changed.lock().unwrap_or_else(PoisonError::into_inner));
    match sign_in::of(app, request) {
        Asking::Nobody => Beat::Over,
        Asking::Person(who) if rooms.iter().any(|room| !who.clearance.verbs(room).none()) => Beat::Changed,
        #[cfg(feature = "leaks")]
        Asking::Person(_) if desk::leaks::on(desk::leaks::Leak::LiveOthers) && !rooms.is_empty() => Beat::Changed,
        Asking::Person(_) => Beat::Nothing,
    }
}

/// A stream that is open, without the connection that it is written to.
#[derive(Debug)]
pub struct Listening {
    hub: Arc<Hub>,
    changed: Arc<Changed>,
    request: Request,
}

impl Listening {
    /// Opens one for whoever makes the request.
    #[must_use]
    pub fn open(app: &App, request: Request) -> Self {
        let hub = Hub::over(&app.desk);
        let changed = hub.join();
        Self { hub, changed, request }
    }

    /// What it is sent at a beat; nothing once it is over.
    #[must_use]
    pub fn beat(&self, app: &App) -> Option<&'static [u8]> {
        if self.hub.closing.load(Ordering::Relaxed) {
            return None;
        }
        beat(app, &self.request, &self.changed).words()
    }
}

/// The body that goes on after `first` for as long as the session lasts and somebody listens.
pub(super) fn stream(app: Arc<App>, hub: &Arc<Hub>, request: Request, first: Vec<u8>) -> Body {
    let (send, receive) = mpsc::channel(4);
    let changed = hub.join();
    let hub = hub.clone();
    tokio::spawn(async move {
        if send.send(Bytes::from(first)).await.is_err() {
            return;
        }
        let mut beats = interval(BEAT);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        beats.tick().await;
        let mut since = 0;
        let request = Arc::new(request);
        loop {
            tokio::select! { _ = beats.tick() => {}, () = send.closed() => return }
            let (app, request, changed) = (app.clone(), request.clone(), changed.clone());
            let found = spawn_blocking(move || beat(&app, &request, &changed)).await;
            if hub.closing.load(Ordering::Relaxed) {
                return;
            }
            let Ok(Some(words)) = found.map(|beat| beat.words()) else { return };
            since += 1;
            if !words.is_empty() && send.send(Bytes::from_static(words)).await.is_err() {
                return;
            }
            if since == HEARTBEAT {
                since = 0;
                if send.send(Bytes::from_static(b": \n\n")).await.is_err() {
                    return;
                }
            }
        }
    });
    Body::from_stream(Parts(receive))
}

/// The parts of a body as they come.
struct Parts(mpsc::Receiver<Bytes>);

impl Stream for Parts {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|part| part.map(Ok))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_in_other_rooms_overruns_nobody() {
        let hub = Hub::default();
        let changed = hub.join();
        let (mine, other) = (RoomCode::new("mine").unwrap(), RoomCode::new("other").unwrap());
        hub.tell(&mine);
        for _ in 0..10_000 {
            hub.tell(&other);
        }
        let seen = changed.lock().unwrap().clone();
        assert_eq!(seen, BTreeSet::from([mine, other]));
    }

    #[test]
    fn a_stream_that_ended_is_forgotten() {
        let hub = Hub::default();
        let kept = hub.join();
        drop(hub.join());
        hub.tell(&RoomCode::new("room").unwrap());
        assert_eq!(hub.streams.lock().unwrap().len(), 1);
        assert_eq!(kept.lock().unwrap().len(), 1);
    }
}
