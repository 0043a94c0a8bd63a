use std::sync::Mutex;

/// Titles, and how many the label says there are.
#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

/// Puts one more title on the shelf, and repairs the shelf first if it needs that.
pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let mut guard = shelf.lock().unwrap_or_else(|poisoned| {
        let mut guard = poisoned.into_inner();
        guard.label = guard.titles.len();
        shelf.clear_poison();
        guard
    });
    guard.titles.push(title);
    guard.label += 1;
}
