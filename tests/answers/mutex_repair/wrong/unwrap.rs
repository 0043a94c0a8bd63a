//! Rejected: after a fall no title is lost

use std::sync::Mutex;

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let mut shelf = shelf.lock().expect("nobody falls");
    shelf.titles.push(title);
    shelf.label += 1;
}
