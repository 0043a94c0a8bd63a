use std::thread;

fn sum(from: u64, to: u64) -> u64 {
    (from..=to).sum()
}

fn main() {
    let mut fines = 0;
    let clerk = thread::spawn(move || {
        fines += sum(1, 100);
        println!("in the thread: {fines}");
    });
    let fees = sum(1, 10);
    clerk.join().unwrap();
    println!("in main: {fines} {fees}");
}
