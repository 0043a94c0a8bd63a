use listings::Semaphore;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static LADDERS: Semaphore = Semaphore::new(2);
static UP: AtomicU32 = AtomicU32::new(0);

fn fetch_from_the_top() {
    let _ladder = LADDERS.acquire(); // waits while both are taken
    assert!(UP.fetch_add(1, SeqCst) < 2);
    UP.fetch_sub(1, SeqCst);
}

fn main() {
    let _librarian = LADDERS.acquire(); // she changes a lamp, all morning
    UP.fetch_add(1, SeqCst);
    let ann = thread::spawn(fetch_from_the_top);
    let bob = thread::spawn(fetch_from_the_top);
    ann.join().unwrap();
    bob.join().unwrap();
    println!("never more than two");
}
