use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static COPIES: AtomicU32 = AtomicU32::new(1);

fn take() -> bool {
    let left = |copies: u32| copies.checked_sub(1); // None: give up
    COPIES.fetch_update(SeqCst, SeqCst, left).is_ok()
}

fn main() {
    let nora = thread::spawn(take);
    let harriet = take();
    println!("Nora: {}, Harriet: {harriet}", nora.join().unwrap());
}
