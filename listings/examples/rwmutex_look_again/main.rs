use std::sync::RwLock;
use std::thread;

#[derive(Default)]
struct Entry {
    title: Option<&'static str>,
    fetched: u32,
}

fn get(entry: &RwLock<Entry>) {
    let missing = entry.read().unwrap().title.is_none();
    if missing {
        let mut entry = entry.write().unwrap();
        if entry.title.is_none() {
            entry.title = Some("Emma");
            entry.fetched += 1;
        }
    }
}

fn main() {
    let entry = RwLock::new(Entry::default());
    thread::scope(|s| {
        s.spawn(|| get(&entry));
        s.spawn(|| get(&entry));
    });
    println!("fetched: {}", entry.read().unwrap().fetched);
}
