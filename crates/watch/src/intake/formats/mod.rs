//! Formats of the field, from bytes to text: encodings, HTML, Word, PDF.

pub(super) mod decode;
pub(super) mod docx;
pub(super) mod html;
pub(super) mod pdf;
