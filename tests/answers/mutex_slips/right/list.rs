//! All values first, and one section that enters them one by one.

use std::sync::Mutex;

pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    let values: Vec<u64> = slips.iter().copied().map(worth).collect();
    if values.is_empty() {
        return;
    }
    let mut account = account
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    for value in values {
        *account += value;
    }
}
