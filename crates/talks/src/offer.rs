//! Conditional offers.
