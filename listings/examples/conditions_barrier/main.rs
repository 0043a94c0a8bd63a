use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static TIDIED: AtomicU32 = AtomicU32::new(0);
static DOOR: Barrier = Barrier::new(2);

fn tidy_then_dust() {
    TIDIED.fetch_add(1, SeqCst);
    let met = DOOR.wait(); // nobody dusts before all have tidied
    assert_eq!(TIDIED.load(SeqCst), 2);
    if met.is_leader() {
        println!("{} rooms are tidy", TIDIED.load(SeqCst));
    }
}

fn main() {
    let ann = thread::spawn(tidy_then_dust);
    tidy_then_dust();
    ann.join().unwrap();
}
