use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static LONGEST: AtomicU32 = AtomicU32::new(0);

fn read(pages: u32) {
    if pages > LONGEST.load(SeqCst) {
        LONGEST.store(pages, SeqCst);
    }
}

fn main() {
    let ann = thread::spawn(|| read(474)); // Emma
    read(249); // Persuasion
    ann.join().unwrap();
    println!("longest: {}", LONGEST.load(SeqCst));
}
