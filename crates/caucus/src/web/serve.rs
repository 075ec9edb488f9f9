//! The server around the application: it only carries bytes.
