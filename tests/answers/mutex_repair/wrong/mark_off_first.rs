//! Rejected: two who come after a fall lose nothing
//!
//! Takes the mark off before the shelf is repaired, so that the next one trusts the label.

use std::sync::{Mutex, PoisonError};

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let needs_repair = shelf.is_poisoned();
    shelf.clear_poison();
    if needs_repair {
        let count = shelf
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .titles
            .len();
        shelf.lock().unwrap_or_else(PoisonError::into_inner).label = count;
    }
    let mut shelf = shelf.lock().unwrap();
    shelf.titles.push(title);
    shelf.label += 1;
}
