//! What the machine does to a store: killed processes, full disks, torn tails, flipped bits. In each:
//! nothing acknowledged is lost or it is said, nothing altered is served, and the message says what to do.

#[path = "../all/common.rs"]
#[allow(dead_code, reason = "the other test program uses the rest")]
mod common;
mod crash;
mod damage;
mod full;
