//! Rejected: a second fall meanwhile is repaired as well
//!
//! The mark that is taken off may be that of somebody who fell after the lock was released.

use std::sync::Mutex;

#[derive(Debug, Default)]
pub struct Shelf {
    pub titles: Vec<String>,
    pub label: usize,
}

pub fn put(shelf: &Mutex<Shelf>, title: String) {
    let fell;
    {
        let mut g = match shelf.lock() {
            Ok(g) => {
                fell = false;
                g
            }
            Err(p) => {
                fell = true;
                let mut g = p.into_inner();
                g.label = g.titles.len();
                g
            }
        };
        g.titles.push(title);
        g.label += 1;
    }
    if fell {
        shelf.clear_poison()
    }
}
