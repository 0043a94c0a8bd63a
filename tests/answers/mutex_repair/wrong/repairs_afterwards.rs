//! Rejected: whoever comes while another falls repairs as well

use std::sync::Mutex;
#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}
pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let poisoned = shelf.is_poisoned();
    {
        let mut s = shelf.lock().unwrap_or_else(|e| e.into_inner());
        s.titles.push(title);
        s.label += 1;
    }
    if poisoned {
        shelf.clear_poison();
        let mut s = shelf.lock().unwrap();
        s.label = s.titles.len();
    }
}
