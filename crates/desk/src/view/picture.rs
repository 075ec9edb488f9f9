//! A drawing in a view: what it shows as rows of labels, for those who read rows; and the drawing itself, for
//! the page that prints it.

use accord::draw::{Label, Picture};
use serde::Serialize;
use terms::phrase::Phrase;

/// Words on a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// Words of the text itself.
    Own(String),
    /// A phrase.
    Said(Phrase),
}

impl From<Label> for Word {
    fn from(label: Label) -> Self {
        match label {
            Label::Own(text) => Word::Own(text),
            Label::Said(phrase) => Word::Said(phrase),
        }
    }
}

/// A drawing.
#[derive(Debug, Clone, Serialize)]
pub struct Drawn {
    /// `timeline`, `order`, `exposure` or `cover`.
    pub kind: &'static str,
    /// The one sentence that says what is to be seen.
    pub says: Phrase,
    /// The headings of its rows.
    pub head: Vec<Word>,
    /// The same in rows.
    pub rows: Vec<Vec<Vec<Word>>>,
    /// The drawing.
    #[serde(skip)]
    pub picture: Picture,
}

impl Drawn {
    /// A drawing with its rows; none where there is nothing to draw.
    #[must_use]
    pub fn of(picture: Picture) -> Option<Drawn> {
        if picture.is_empty() {
            return None;
        }
        let table = picture.table();
        let cells = |row: Vec<Vec<Label>>| row.into_iter().map(|cell| cell.into_iter().map(Word::from).collect()).collect();
        Some(Drawn {
            kind: picture.kind().word(),
            says: picture.says(),
            head: table.head.into_iter().map(Word::from).collect(),
            rows: table.rows.into_iter().map(cells).collect(),
            picture,
        })
    }
}
