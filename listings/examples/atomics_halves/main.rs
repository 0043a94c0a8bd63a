use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::thread;

static SUM: AtomicI32 = AtomicI32::new(0);

fn add_all(numbers: RangeInclusive<i32>) {
    for number in numbers {
        SUM.fetch_add(number, SeqCst);
    }
}

fn main() {
    let ann = thread::spawn(|| add_all(1..=50));
    let bob = thread::spawn(|| add_all(51..=100));
    ann.join().unwrap();
    bob.join().unwrap();
    println!("1 to 100: {}", SUM.load(SeqCst));
}
