use std::thread;

fn sum(from: u64, to: u64) -> u64 {
    (from..=to).sum()
}

fn main() {
    let clerk = thread::spawn(|| sum(1, 100));
    let fees = sum(1, 10);
    let fines = clerk.join().unwrap();
    println!("{fines} {fees}");
}
