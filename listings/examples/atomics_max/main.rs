use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static LONGEST: AtomicU32 = AtomicU32::new(0);

fn read(pages: u32) {
    let mut seen = LONGEST.load(SeqCst);
    while pages > seen {
        match LONGEST.compare_exchange(seen, pages, SeqCst, SeqCst) {
            Ok(_) => return,
            Err(other) => seen = other, // somebody was quicker: think again
        }
    }
}

fn main() {
    let ann = thread::spawn(|| read(474)); // Emma
    read(249); // Persuasion
    ann.join().unwrap();
    println!("longest: {}", LONGEST.load(SeqCst));
}
