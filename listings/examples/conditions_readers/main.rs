use std::sync::{Barrier, Condvar, Mutex, RwLock};
use std::thread;

static CATALOGUE: RwLock<Vec<&str>> = RwLock::new(Vec::new());
static CHANGES: Mutex<u64> = Mutex::new(0); // counts the changes of the catalogue
static BELL: Condvar = Condvar::new();
static BOTH_ARE_READING: Barrier = Barrier::new(2);

fn read() -> &'static str {
    loop {
        let seen = *CHANGES.lock().unwrap(); // before we look at the catalogue
        let catalogue = CATALOGUE.read().unwrap();
        if let Some(title) = catalogue.first() {
            BOTH_ARE_READING.wait();
            return title;
        }
        drop(catalogue);
        let changes = CHANGES.lock().unwrap();
        drop(
            BELL.wait_while(changes, |changes| *changes == seen)
                .unwrap(),
        );
    }
}

fn main() {
    let readers = [thread::spawn(read), thread::spawn(read)];
    CATALOGUE.write().unwrap().push("Emma");
    *CHANGES.lock().unwrap() += 1;
    BELL.notify_all();
    let [one, other] = readers.map(|reader| reader.join().unwrap());
    println!("{one} and {other}, read by both at once");
}
