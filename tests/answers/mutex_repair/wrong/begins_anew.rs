//! Rejected: after a fall no title is lost
//!
//! Clears the shelf instead of repairing the label.

use std::sync::Mutex;

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    if shelf.is_poisoned() {
        shelf.clear_poison();
        *shelf.lock().unwrap() = Shelf::default();
    }
    let mut shelf = shelf.lock().unwrap();
    shelf.titles.push(title);
    shelf.label += 1;
}
