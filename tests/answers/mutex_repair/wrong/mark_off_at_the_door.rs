//! Rejected: whoever comes while another falls repairs as well

use std::sync::Mutex;
#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}
pub fn put(shelf: &Mutex<Shelf>, title: String) {
    shelf.clear_poison();
    let mut s = shelf.lock().unwrap();
    s.titles.push(title);
    s.label = s.titles.len();
}
