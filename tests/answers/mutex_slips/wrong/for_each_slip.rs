//! Rejected: the account is locked at most once

use std::sync::Mutex;

pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    for slip in slips {
        let value = worth(*slip);
        *account.lock().unwrap() += value;
    }
}
