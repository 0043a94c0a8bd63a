// No Go twin: an RLock of Go's cannot become a Lock.
use std::thread;

use parking_lot::{RwLock, RwLockUpgradableReadGuard};

#[derive(Default)]
struct Entry {
    title: Option<&'static str>,
    fetched: u32,
}

fn get(entry: &RwLock<Entry>) {
    let looking = entry.upgradable_read();
    if looking.title.is_none() {
        let mut entry = RwLockUpgradableReadGuard::upgrade(looking);
        entry.title = Some("Emma");
        entry.fetched += 1;
    }
}

fn main() {
    let entry = RwLock::new(Entry::default());
    thread::scope(|s| {
        s.spawn(|| get(&entry));
        s.spawn(|| get(&entry));
    });
    println!("fetched: {}", entry.read().fetched);
}
