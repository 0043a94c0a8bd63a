//! Rejected: after a fall no title is lost
//!
//! Does nothing if somebody has fallen.

use std::sync::Mutex;

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    if let Ok(mut shelf) = shelf.lock() {
        shelf.titles.push(title);
        shelf.label += 1;
    }
}
