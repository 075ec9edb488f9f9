//! The tests of the language: texts, checks, drawings and words.

mod agreements;
mod languages;
mod pages;
mod reading;
mod words;
