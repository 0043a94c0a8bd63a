//! A clerk goes through a pile of slips. Looking at a slip takes a while, and most slips are worth
//! something. What all of them are worth together goes to the account, which other clerks use too.
//!
//! Lock the account at most once for the whole pile, and let nobody wait for the lock while you look
//! at slips.

use std::sync::Mutex;

/// Adds what `worth` says of each of the `slips` to the `account`.
pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    // TODO: this locks for each slip, and looks at it under the lock.
    for slip in slips {
        let mut account = account.lock().unwrap();
        *account += worth(*slip);
    }
}
