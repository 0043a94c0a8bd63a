//! Rejected: after a fall the mark is taken off the door

use std::sync::{Mutex, PoisonError};

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let mut guard = shelf.lock().unwrap_or_else(PoisonError::into_inner);
    guard.titles.push(title);
    guard.label = guard.titles.len();
}
