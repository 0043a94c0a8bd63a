//! Two threads add one, each by a load and a store.

use super::sync::Arc;
use super::sync::atomic::{AtomicU32, Ordering::SeqCst};
use super::thread;

pub fn run() -> String {
    let total = Arc::new(AtomicU32::new(0));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let total = Arc::clone(&total);
            thread::spawn(move || total.store(total.load(SeqCst) + 1, SeqCst))
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    total.load(SeqCst).to_string()
}
