// A RwLock from parking_lot, with an upgradable reader.
use std::collections::HashMap;
use std::thread;

use parking_lot::{RwLock, RwLockUpgradableReadGuard};

fn main() {
    let cache = RwLock::new(HashMap::new());
    thread::scope(|s| {
        for reader in 0..3 {
            let cache = &cache;
            s.spawn(move || {
                for book in 0..100 {
                    let known = cache.upgradable_read();
                    if !known.contains_key(&book) {
                        RwLockUpgradableReadGuard::upgrade(known).insert(book, reader);
                    }
                    assert!(cache.read().contains_key(&book));
                }
            });
        }
    });
    println!("{}", cache.read().len());
}
