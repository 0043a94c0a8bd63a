// A Mutex from std, fought over, with try_lock too.
use std::sync::Mutex;
use std::thread;

static SHELF: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn main() {
    let clerks = [1, 2, 3, 4].map(|number| {
        thread::spawn(move || {
            for _ in 0..200 {
                SHELF.lock().unwrap().push(number);
            }
            if let Ok(shelf) = SHELF.try_lock() {
                assert!(shelf.len() >= 200);
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("{}", SHELF.lock().unwrap().len());
}
