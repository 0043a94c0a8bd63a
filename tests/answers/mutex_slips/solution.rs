use std::sync::Mutex;

/// Adds what `worth` says of each of the `slips` to the `account`.
pub fn enter(slips: &[u32], worth: impl Fn(u32) -> u64, account: &Mutex<u64>) {
    let sum: u64 = slips.iter().map(|slip| worth(*slip)).sum();
    *account.lock().unwrap() += sum;
}
