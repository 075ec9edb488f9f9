//! The tests of the mediator's arithmetic: domains, solutions, home and words.

mod brute;
mod cases;
mod domains;
mod formats;
mod home;
mod sticking;
mod uncertain;
mod words;
