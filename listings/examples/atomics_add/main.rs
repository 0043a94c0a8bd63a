use std::sync::atomic::{AtomicI32, Ordering::SeqCst};

fn main() {
    let number = AtomicI32::new(2);
    println!("returned {}", number.fetch_add(4, SeqCst));
    println!("now it is {}", number.load(SeqCst));

    let greatest = AtomicI32::new(i32::MAX);
    greatest.fetch_add(1, SeqCst);
    println!("one more than the greatest: {}", greatest.load(SeqCst));
}
