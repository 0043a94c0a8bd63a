//! Rejected: each slip is looked at once
//!
//! Two slips may be alike.

use std::sync::Mutex;

pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    let mut slips = slips.to_vec();
    slips.dedup();
    let sum: u64 = slips.iter().map(|s| worth(*s)).sum();
    *account.lock().unwrap() += sum;
}
