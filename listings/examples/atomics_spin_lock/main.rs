// explore: --memory weak
use listings::SpinLock;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static LADDER: SpinLock<()> = SpinLock::new(());
static LOANS: AtomicU32 = AtomicU32::new(0);

fn lend() {
    let _ladder = LADDER.lock();
    let loans = LOANS.load(Relaxed);
    LOANS.store(loans + 1, Relaxed);
}

fn main() {
    let ann = thread::spawn(lend);
    lend();
    ann.join().unwrap();
    println!("loans: {}", LOANS.load(Relaxed));
}
