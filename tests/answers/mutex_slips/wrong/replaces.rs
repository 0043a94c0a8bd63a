//! Rejected: all slips are entered

use std::sync::Mutex;

pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    let sum = slips.iter().map(|slip| worth(*slip)).sum();
    *account.lock().unwrap() = sum;
}
