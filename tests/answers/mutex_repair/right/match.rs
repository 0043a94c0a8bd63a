//! Looks at the result.

use std::sync::Mutex;

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    match shelf.lock() {
        Ok(mut guard) => {
            guard.titles.push(title);
            guard.label += 1;
        }
        Err(poisoned) => {
            let mut guard = poisoned.into_inner();
            guard.titles.push(title);
            guard.label = guard.titles.len();
            shelf.clear_poison();
        }
    }
}
