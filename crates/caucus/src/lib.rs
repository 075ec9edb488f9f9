//! The front door: web, command line, exports, configuration.
//!
//! Everything that a person sees goes through [`web::answer`], a plain function from an
//! application, a request and a moment to a reply; the server around it only carries bytes. So the
//! two-run test asks the very function that serves people.

pub mod cli;
pub mod clock;
pub mod demo;
pub mod drawing;
pub mod examples;
pub mod lsp;
pub mod proof;
pub mod web;
pub mod word;
pub mod words;
mod xml;
