//! One file a screen: from a view to its page. Nothing here reads anything but the view.

pub(super) mod arithmetic;
pub(super) mod cards;
pub(super) mod checks;
pub(super) mod clock;
pub(super) mod convey;
pub(super) mod handover;
pub(super) mod inputs;
pub(super) mod lists;
pub(super) mod message;
pub(super) mod my;
pub(super) mod note;
pub(super) mod offers;
pub(super) mod pairs;
pub(super) mod people;
pub(super) mod plan;
pub(super) mod positions;
pub(super) mod record;
pub(super) mod roadmap;
pub(super) mod search;
pub(super) mod shuttle;
pub(super) mod statements;
pub(super) mod talk;
pub(super) mod text;
pub(super) mod today;
