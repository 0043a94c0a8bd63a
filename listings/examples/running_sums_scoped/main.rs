use std::thread;

fn sum(from: u64, to: u64) -> u64 {
    (from..=to).sum()
}

fn main() {
    let mut fines = 0;
    let mut fees = 0;
    thread::scope(|s| {
        s.spawn(|| fines = sum(1, 100));
        fees = sum(1, 10);
    });
    println!("{fines} {fees}");
}
