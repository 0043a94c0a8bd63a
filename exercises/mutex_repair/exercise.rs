//! On a shelf are titles, and a label says how many. Whoever changes one changes the other, under a
//! lock. But a clerk may have fallen between the two: then the lock is poisoned, and the label is
//! wrong.
//!
//! The library stays open. Whoever comes next repairs the label, by counting, and takes the mark
//! off the door. No title is lost.

use std::sync::Mutex;

/// Titles, and how many the label says there are.
#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

/// Puts one more title on the shelf, and repairs the shelf first if it needs that.
pub fn put(shelf: &Mutex<Shelf>, title: String) {
    // TODO: after a fall this falls too.
    let mut shelf = shelf.lock().unwrap();
    shelf.titles.push(title);
    shelf.label += 1;
}
