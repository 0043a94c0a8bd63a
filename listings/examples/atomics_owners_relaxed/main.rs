// explore: --memory weak
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;

static OWNERS: AtomicU32 = AtomicU32::new(2);
static ANNS_NOTES: AtomicU32 = AtomicU32::new(0);
static BOBS_NOTES: AtomicU32 = AtomicU32::new(0);

/// An owner writes a last note and lets go; whoever is the last one clears away.
fn let_go(notes: &AtomicU32) {
    notes.store(1, Relaxed);
    if OWNERS.fetch_sub(1, Relaxed) == 1 {
        let notes = ANNS_NOTES.load(Relaxed) + BOBS_NOTES.load(Relaxed);
        println!("cleared away, with {notes} notes");
    }
}

fn main() {
    let ann = thread::spawn(|| let_go(&ANNS_NOTES));
    let_go(&BOBS_NOTES);
    ann.join().unwrap();
}
