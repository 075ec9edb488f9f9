//! A report becomes proposals.
//!
//! Stages, each pure, each in a file of its own, over one standoff layer ([`layer`]):
//! [`document`] → [`segments`] → [`numbers`] → [`times`] → [`mentions`] → [`statements`] →
//! [`deadlines`] → [`figures`] → [`events`] → [`sticking`]. The words they look for are in versioned
//! lists ([`lists`]). What comes out is in [`reading`].
//!
//! Invariants: every span cuts out its words; a stage adds to the layer and rewrites nothing; the
//! time taken grows with the length of the text and not with its square; nothing panics on any input.

pub mod deadlines;
pub mod document;
pub mod events;
pub mod figures;
mod formats;
mod header;
pub mod layer;
pub mod lists;
pub mod mentions;
pub mod numbers;
mod quotes;
pub mod reading;
pub mod segments;
pub mod statements;
pub mod sticking;
#[cfg(test)]
mod testing;
pub mod times;
pub mod tokens;

mod appositions;
mod cast;
mod contents;
mod cues;
mod ground;
mod names;
mod relay;
mod speakers;
mod subjects;
mod vocabulary;

pub use reading::Reading;

use jiff::civil::Date;
use layer::Layer;
use reading::ActorType;
use terms::phrase::Phrase;
use terms::span::Span;

/// An actor of the case, as its own list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: ActorType,
    /// Its role.
    pub role: Option<String>,
    /// What it belongs to.
    pub affiliation: Option<String>,
    /// Its side.
    pub side: Option<String>,
}

/// What a reading is told beside the bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The document's date, where the file has none.
    pub date: Option<Date>,
    /// The case's own actors.
    pub actors: Vec<Known>,
    /// Whether spans of HTML count in the text taken out of it and not in the file as given.
    pub extracted: bool,
}

/// Why bytes cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub Phrase);

/// Reads a report.
///
/// # Errors
/// When the bytes are no text: empty, binary, broken beyond reading.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Unreadable> {
    let mut layer = document::open(bytes, options)?;
    segments::cut(&mut layer);
    document::header(&mut layer, options);
    numbers::find(&mut layer);
    times::find(&mut layer);
    mentions::find(&mut layer, options);
    let statements = statements::find(&mut layer);
    let deadlines = deadlines::find(&layer, &statements);
    let figures = figures::find(&layer, &statements, &deadlines);
    let events = events::find(&layer, &statements, &figures);
    let sticking_points = sticking::find(&layer, &statements);
    let Layer { text, document, actors, times, remarks, .. } = layer;
    let mut reading =
        Reading { document, statements, figures, actors, events, deadlines, sticking_points, times, remarks, text: text.view().to_owned() };
    if let Some(file) = document::source(bytes, &reading.document).filter(|_| !options.extracted) {
        reading.relocate(&|span: Span| text.in_file(span));
        reading.text = file;
    }
    Ok(reading)
}
