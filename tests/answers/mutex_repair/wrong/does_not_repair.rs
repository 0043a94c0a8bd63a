//! Rejected: after a fall the label is right

use std::sync::{Mutex, PoisonError};

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let mut guard = shelf.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.clear_poison();
    guard.titles.push(title);
    guard.label += 1;
}
