//! What the machine does to a store: killed processes, full disks, torn tails, flipped bits. In each:
//! nothing acknowledged is lost or it is said, nothing altered is served, and the message says what to do.

mod crash;
mod damage;
mod full;
