//! A loop.

use std::sync::Mutex;

pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    let mut sum = 0;
    for slip in slips {
        sum += worth(*slip);
    }
    let mut account = account.lock().unwrap();
    *account += sum;
}
