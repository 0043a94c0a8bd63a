//! Rejected: the account is locked at most once

use std::sync::Mutex;
pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    for pair in slips.chunks(8) {
        let n: u64 = pair.iter().map(|s| worth(*s)).sum();
        *account.lock().unwrap() += n;
    }
}
