//! Rejected: the account is free while a slip is looked at

use std::sync::Mutex;

pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    let mut account = account.lock().unwrap();
    for slip in slips {
        *account += worth(*slip);
    }
}
