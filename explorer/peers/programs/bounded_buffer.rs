//! A buffer with room for one: a lock and two conditions, one thread that puts, one that takes.

use super::sync::{Arc, Condvar, Mutex};
use super::thread;

struct Buffer {
    place: Mutex<Option<u32>>,
    filled: Condvar,
    emptied: Condvar,
}

impl Buffer {
    fn put(&self, number: u32) {
        let mut place = self.place.lock().unwrap();
        while place.is_some() {
            place = self.emptied.wait(place).unwrap();
        }
        *place = Some(number);
        self.filled.notify_one();
    }

    fn take(&self) -> u32 {
        let mut place = self.place.lock().unwrap();
        loop {
            if let Some(number) = place.take() {
                self.emptied.notify_one();
                return number;
            }
            place = self.filled.wait(place).unwrap();
        }
    }
}

pub fn run() -> String {
    let buffer = Arc::new(Buffer {
        place: Mutex::new(None),
        filled: Condvar::new(),
        emptied: Condvar::new(),
    });
    let shared = Arc::clone(&buffer);
    let putter = thread::spawn(move || (1..4).for_each(|number| shared.put(number)));
    let taken: Vec<u32> = (0..3).map(|_| buffer.take()).collect();
    putter.join().unwrap();
    format!("{taken:?}")
}
