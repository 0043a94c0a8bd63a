//! Rejected: each slip is looked at once

use std::sync::Mutex;

pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    let sum: u64 = slips
        .iter()
        .filter(|s| worth(**s) > 0)
        .map(|s| worth(*s))
        .sum();
    *account.lock().unwrap() += sum;
}
