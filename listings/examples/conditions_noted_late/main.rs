use std::sync::{Condvar, Mutex, RwLock};
use std::thread;

static CATALOGUE: RwLock<Vec<&str>> = RwLock::new(Vec::new());
static CHANGES: Mutex<u64> = Mutex::new(0);
static BELL: Condvar = Condvar::new();

fn read() -> &'static str {
    loop {
        let first = CATALOGUE.read().unwrap().first().copied();
        if let Some(title) = first {
            return title;
        }
        let changes = CHANGES.lock().unwrap();
        let seen = *changes; // after we have looked
        drop(
            BELL.wait_while(changes, |changes| *changes == seen)
                .unwrap(),
        );
    }
}

fn main() {
    let reader = thread::spawn(read);
    CATALOGUE.write().unwrap().push("Emma");
    *CHANGES.lock().unwrap() += 1;
    BELL.notify_all();
    println!("{}", reader.join().unwrap());
}
