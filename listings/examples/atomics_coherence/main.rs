// explore: --memory weak
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static PAGE: AtomicU32 = AtomicU32::new(1);

fn main() {
    let ann = thread::spawn(|| PAGE.store(2, Relaxed));
    let first = PAGE.load(Relaxed);
    let then = PAGE.load(Relaxed);
    ann.join().unwrap();
    println!("page {first}, then page {then}");
}
