//! Rejected: after a fall the label is right

use std::sync::Mutex;
#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}
pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let mut s = shelf.lock().unwrap_or_else(|e| {
        shelf.clear_poison();
        let mut g = e.into_inner();
        g.label += 1;
        g
    });
    s.titles.push(title);
    s.label += 1;
}
