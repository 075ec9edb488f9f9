//! Leaks to be planted, one at a time, so that the two-run test can show that it finds each.
//!
//! Compiled only with the feature `leaks`, which nothing but that test asks for. Each leak is a
//! mistake that somebody could make in good faith at the place where it is planted; none is on
//! until a test plants it, on its own thread.

use crate::desk::Desk;
use crate::lens::Lens;
use crate::rooms::RoomKind;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use terms::id::{CaseCode, EntryNo, RoomCode};
use terms::time::Stamp;

/// Stands in every binary that has leaks in it, so that a shipped one can be searched for it.
pub const MARK: &str = "caucus: this build has planted leaks";

macro_rules! leaks {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// A mistake that tells a reader something of a room that is not theirs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Leak { $($(#[$doc])* $name,)+ }

        impl Leak {
            /// Every one of them.
            pub const ALL: &'static [Leak] = &[$(Leak::$name),+];
        }
    };
}

leaks! {
    /// The answer to an act bears a number counted over all rooms.
    GlobalId,
    /// An entry's time comes from a clock that all rooms push on.
    SharedClock,
    /// The record page counts the entries of all rooms.
    TotalCount,
    /// The record's lines are numbered by a sequence that all rooms share.
    GapsInSequence,
    /// The log's size is that of one log for all.
    SharedTreeSize,
    /// A receipt names a head over all rooms.
    GlobalHead,
    /// A search says how much it found in all rooms.
    SearchCount,
    /// A search ranks by how common words are in all rooms.
    SearchRanking,
    /// A search shows the newest place where the words stand, wherever that is.
    Snippet,
    /// Issues are sorted by how many positions there are on them, others' too.
    HiddenSort,
    /// "The sides are apart" is computed over both sides' rooms.
    BothSides,
    /// A caucus says how many things the mediators hold for the side and do not bring.
    HeldNotice,
    /// A message shows whether somebody has opened it.
    ReadReceipt,
    /// The side's other members see that one of them has a private word.
    PrivateWordListed,
    /// The page of offers says how many are lodged.
    OfferBadge,
    /// An opening writes a result only where the other side lodged something.
    OpeningUnmatched,
    /// What was conveyed says whose message it rests on.
    ReleasedBy,
    /// What was conveyed bears the number of its draft.
    VersionCounter,
    /// Who translated a text is told to who hears it.
    Translator,
    /// When two things cross together, each side is told who heard the other.
    HeardTogether,
    /// The owner is told that a permission was used, whatever its terms say.
    UsedAlways,
    /// A message cannot be recalled once the other side has heard it.
    RecallTooLate,
    /// Taking leave back answers whether the words are out.
    WithdrawTells,
    /// An error about another's room says how many entries it has.
    EchoId,
    /// A position is refused because there is one on that issue, in a room that is not theirs.
    UniqueName,
    /// A key for one command is the same for all persons and rooms.
    KeyClash,
    /// The talks' "last activity" stands on every page.
    LastActivity,
    /// Who was here last stands on every page.
    Presence,
    /// A badge counts what is new in all rooms.
    UnreadBadge,
    /// The palette lists every room in which something was said.
    Autocomplete,
    /// An entry of another's room is forbidden where it is, and not found where it is not.
    Forbidden,
    /// The notice after an act shows an entry of any room.
    DoneNotice,
    /// Pages are kept under their address, whoever asked.
    SharedCache,
    /// An `ETag` is made from the whole store.
    WholeEtag,
    /// `Last-Modified` is that of the whole store.
    LastModified,
    /// How many requests are left is counted over all sessions.
    RateLimit,
    /// How much room is left is counted over all rooms.
    Quota,
    /// `Server-Timing` says how many entries were looked at.
    ServerTiming,
    /// A comment in the page says what was loaded.
    DebugComment,
    /// The rows for a spreadsheet have a column that the page has not.
    CsvColumn,
    /// A wrong name and a person whose access was ended are answered differently.
    LoginError,
    /// A person who was invited and has not come is answered differently.
    InvitationExists,
    /// The keys of forms come from one generator for all sessions.
    SharedGenerator,
    /// The stream of changes tells of every change.
    LiveOthers,
    /// A list is refused where one of its names stands on the other side's list.
    ImportDuplicate,
    /// A list says which of its entries could be somebody on the other side's list.
    PossibleDuplicate,
    /// The page of lists says how many there are in all rooms.
    ListCount,
    /// A list's entries are sorted by how likely they are on another list.
    ListSort,
    /// A list says how many of its pairs the mediators have decided.
    DecisionProgress,
    /// The page of lists says how many plans of an exchange the mediators have written.
    PlanCount,
    /// A list says that it is frozen for a movement.
    FrozenNotice,
    /// The page of lists says that a movement waits, before anybody told the side.
    DelayNotice,
    /// Issues are sorted by how often the mediators' estimates name them.
    WorthSort,
    /// A side's message says whether it passes at home by the mediators' count.
    PassesAtHome,
    /// A side's version says which draft of the mediators' it was made from.
    DraftNumber,
    /// A side's version says which clause of the mediators' text each clause is.
    ClauseMapping,
    /// A clause shows that another side has initialled it.
    OthersInitials,
    /// A bracket shows which side holds which alternative.
    HeldAlternative,
    /// A side is told what the checks say of all versions together: a circle through a clause it never saw.
    CheckedTogether,
    /// The keys of what is conveyed are counted over all rooms (found in this program and mended).
    CountedParts,
}

thread_local! {
    static PLANTED: Cell<Option<Leak>> = const { Cell::new(None) };
    static NOTES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Plants a leak on this thread, or pulls it out.
pub fn plant(leak: Option<Leak>) {
    PLANTED.set(leak);
}

/// Whether a leak is planted on this thread.
#[must_use]
pub fn on(leak: Leak) -> bool {
    PLANTED.get() == Some(leak)
}

/// Something that a leaking screen would show.
pub fn note(text: String) {
    NOTES.with_borrow_mut(|notes| notes.push(text));
}

/// What leaking screens have shown since this was last asked.
#[must_use]
pub fn notes() -> String {
    NOTES.with_borrow_mut(|notes| std::mem::take(notes).join("; "))
}

/// What a leaking server would remember across sessions.
#[derive(Debug, Default)]
pub struct State {
    /// Acts of anybody.
    pub acts: u64,
    /// Requests of anybody.
    pub requests: u64,
    /// The moment of the last act of anybody.
    pub last: i64,
    /// Who was here last, and when.
    pub seen: BTreeMap<String, i64>,
    /// How often each address was opened.
    pub opened: BTreeMap<String, u64>,
    /// Pages by address: status, headers, body.
    pub pages: BTreeMap<String, Page>,
}

/// A kept page: status, headers, body.
pub type Page = (u16, Vec<(&'static str, String)>, Vec<u8>);

impl Desk {
    /// What a leaking server remembers.
    pub fn leaking(&self) -> MutexGuard<'_, State> {
        self.leaks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every room of a case, past any clearance.
    #[must_use]
    pub fn every_room(&self, case: &CaseCode) -> Vec<(RoomCode, RoomKind, Lens)> {
        let rooms: Vec<(RoomCode, RoomKind)> = self.directory().rooms_of(case).map(|(c, k)| (c.clone(), k.clone())).collect();
        rooms.into_iter().filter_map(|(c, k)| Some((c.clone(), k.clone(), Lens::for_opening(self, &c, &k).ok()?))).collect()
    }

    /// How often the estimates of all mediators name something.
    #[must_use]
    pub fn named_in_estimates(&self, case: &CaseCode, what: &str) -> usize {
        let count = |lens: &Lens| -> usize {
            let state = lens.state();
            let files = state.of_kind("estimate").filter_map(|a| match &a.entry.body {
                crate::codec::Body::Estimate(e) => Some(e.file.matches(what).count()),
                _ => None,
            });
            files.sum()
        };
        self.every_room(case).iter().map(|(_, _, lens)| count(lens)).sum()
    }

    /// How many entries all rooms of a case have.
    #[must_use]
    pub fn every_entry(&self, case: &CaseCode) -> u64 {
        self.every_room(case).iter().map(|(_, _, lens)| lens.state().size()).sum()
    }

    /// How many bodies anywhere in a case pass.
    #[must_use]
    pub fn every_body(&self, case: &CaseCode, wanted: impl Fn(&crate::codec::Body) -> bool) -> usize {
        self.every_room(case).iter().map(|(_, _, lens)| lens.state().all().filter(|a| wanted(&a.entry.body)).count()).sum()
    }

    /// How often a message was prepared, by whomever.
    #[must_use]
    pub fn prepared_anywhere(&self, case: &CaseCode, room: &str, n: EntryNo) -> usize {
        let rooms = self.every_room(case);
        let Some((code, _, lens)) = rooms.iter().find(|(code, _, _)| code.as_str() == room) else { return 0 };
        let at = lens.state().named_elsewhere(code, n);
        self.every_body(case, |body| matches!(body, crate::codec::Body::Prepared(p) if p.from.as_ref() == Some(&at)))
    }

    pub(crate) fn leaking_act(&self, at: Stamp) {
        let mut leaking = self.leaking();
        leaking.acts += 1;
        leaking.last = leaking.last.max(at.0);
    }
}

pub(crate) type Shared = Mutex<State>;
