use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static IS_READ: AtomicBool = AtomicBool::new(false);
static TITLES: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn catalogue_size() -> usize {
    if !IS_READ.load(SeqCst) {
        let mut titles = TITLES.lock().unwrap();
        titles.extend(["Emma", "Persuasion"]); // slow: read from the disk
        IS_READ.store(true, SeqCst);
    }
    TITLES.lock().unwrap().len()
}

fn main() {
    let ann = thread::spawn(catalogue_size);
    catalogue_size();
    ann.join().unwrap();
    println!("{} titles", catalogue_size());
}
