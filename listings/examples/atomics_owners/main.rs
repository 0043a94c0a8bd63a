// explore: --memory weak
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicU32, fence};
use std::thread;

static OWNERS: AtomicU32 = AtomicU32::new(2);
static ANNS_NOTES: AtomicU32 = AtomicU32::new(0);
static BOBS_NOTES: AtomicU32 = AtomicU32::new(0);

/// An owner writes a last note and lets go; whoever is the last one clears away.
fn let_go(notes: &AtomicU32) {
    notes.store(1, Relaxed);
    if OWNERS.fetch_sub(1, Release) == 1 {
        fence(Acquire); // now we see what all the others have done
        let notes = ANNS_NOTES.load(Relaxed) + BOBS_NOTES.load(Relaxed);
        println!("cleared away, with {notes} notes");
    }
}

fn main() {
    let ann = thread::spawn(|| let_go(&ANNS_NOTES));
    let_go(&BOBS_NOTES);
    ann.join().unwrap();
}
