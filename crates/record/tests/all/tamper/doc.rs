//! A bundle taken apart into lines, so that it can be altered and put together again.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::merkle::{Tree, leaf_hash};

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Doc {
    pub(crate) magic: String,
    pub(crate) count: String,
    pub(crate) rooms: Vec<Room>,
    pub(crate) tail: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Room {
    pub(crate) code: String,
    pub(crate) key: String,
    pub(crate) note: Vec<String>,
    pub(crate) entries: Vec<Entry>,
}

/// The words of an entry's line, and its body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) words: Vec<String>,
    pub(crate) body: Option<Vec<u8>>,
}

pub(crate) const N: usize = 1;
pub(crate) const LEAF: usize = 2;
pub(crate) const ROOT: usize = 3;
pub(crate) const OPENING: usize = 4;
pub(crate) const BY: usize = 4;
pub(crate) const ERASES: usize = 5;
pub(crate) const LENGTH: usize = 6;

pub(crate) fn unbase64(text: &str) -> Vec<u8> {
    STANDARD.decode(text).expect("base64")
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The base64 text with one bit of its bytes changed.
pub(crate) fn flipped(text: &str) -> String {
    let mut bytes = unbase64(text);
    bytes[5] ^= 0x10;
    base64(&bytes)
}

fn line(bytes: &[u8], at: &mut usize) -> String {
    let end = at.saturating_add(bytes[*at..].iter().position(|b| *b == b'\n').expect("a line"));
    let line = String::from_utf8(bytes[*at..end].to_vec()).expect("text");
    *at = end + 1;
    line
}

impl Doc {
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let mut at = 0;
        let (magic, count) = (line(bytes, &mut at), line(bytes, &mut at));
        let mut rooms: Vec<Room> = Vec::new();
        loop {
            let next = line(bytes, &mut at);
            let words: Vec<String> = next.split(' ').map(str::to_owned).collect();
            match words[0].as_str() {
                "end" => return Self { magic, count, rooms, tail: "end\n".to_owned() },
                "room" => rooms.push(Room {
                    code: words[1].clone(),
                    key: line(bytes, &mut at),
                    note: (0..5).map(|_| line(bytes, &mut at)).collect(),
                    entries: Vec::new(),
                }),
                kind => {
                    let mut body = None;
                    if kind == "entry" {
                        let length: usize = words[LENGTH].parse().expect("a length");
                        body = Some(bytes[at..at + length].to_vec());
                        at += length + 1;
                    }
                    rooms.last_mut().expect("a room").entries.push(Entry { words, body });
                }
            }
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = format!("{}\n{}\n", self.magic, self.count).into_bytes();
        for room in &self.rooms {
            out.extend_from_slice(format!("room {}\n{}\n{}\n", room.code, room.key, room.note.join("\n")).as_bytes());
            for entry in &room.entries {
                out.extend_from_slice(entry.words.join(" ").as_bytes());
                out.push(b'\n');
                if let Some(body) = &entry.body {
                    out.extend_from_slice(body);
                    out.push(b'\n');
                }
            }
        }
        out.extend_from_slice(self.tail.as_bytes());
        out
    }

    /// An entry of the first room.
    pub(crate) fn a(&mut self, n: usize) -> &mut Entry {
        &mut self.rooms[0].entries[n]
    }

    /// An entry of the second room.
    pub(crate) fn b(&mut self, n: usize) -> &mut Entry {
        &mut self.rooms[1].entries[n]
    }
}

impl Room {
    /// Numbers the entries anew, as whoever hides an alteration would.
    pub(crate) fn renumber(&mut self) {
        for (n, entry) in self.entries.iter_mut().enumerate() {
            entry.words[N] = n.to_string();
        }
    }

    /// Writes the roots beside the entries anew, as whoever hides an alteration well would.
    pub(crate) fn reroot(&mut self) {
        let mut tree = Tree::new();
        for entry in &mut self.entries {
            tree.push(leaf_hash(&unbase64(&entry.words[LEAF])));
            entry.words[ROOT] = base64(&tree.root());
        }
    }
}

impl Entry {
    /// Puts other words in, with the length that goes with them.
    pub(crate) fn say(&mut self, words: &[u8]) {
        self.body = Some(words.to_vec());
        self.words[LENGTH] = words.len().to_string();
    }

    /// Makes the leaf fit the words.
    pub(crate) fn releaf(&mut self, room: &str) {
        let opening = unbase64(&self.words[OPENING]).try_into().expect("an opening");
        let erases = self.words[ERASES].parse().ok();
        let body = self.body.clone().expect("words");
        self.words[LEAF] = base64(&record::seal::commitment(&crate::common::code(room), &opening, erases, &body));
    }

    /// Makes it one that was erased, as that entry logs.
    pub(crate) fn erase(&mut self, by: &str) {
        self.words = vec!["erased".into(), self.words[N].clone(), self.words[LEAF].clone(), self.words[ROOT].clone(), by.into()];
        self.body = None;
    }
}
