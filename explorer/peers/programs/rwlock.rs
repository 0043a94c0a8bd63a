//! A reader and a writer, and who comes first.

use super::sync::{Arc, RwLock};
use super::thread;

pub fn run() -> String {
    let stock = Arc::new(RwLock::new(1));
    let shared = Arc::clone(&stock);
    let writer = thread::spawn(move || *shared.write().unwrap() += 1);
    let before = *stock.read().unwrap();
    let after = *stock.read().unwrap();
    writer.join().unwrap();
    format!("{before} {after}")
}
