//! A run of the model through dated events.
