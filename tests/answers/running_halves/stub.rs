//! The librarian has a long column of numbers. Ann adds up the first half and Bob the second, both
//! at the same time, and the librarian adds their two results.
//!
//! `add` does the adding of one half: call it once for each. It may take long, so neither clerk may
//! wait for the other. If the number of numbers is odd, one of them has one more to add.

/// The sum of all `numbers`.
pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    // TODO: two clerks.
    add(numbers)
}
