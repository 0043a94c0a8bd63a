//! Readers park, and are on a list.

use std::sync::Mutex;
use std::thread::{self, Thread};

#[derive(Default)]
pub struct Desk(Mutex<(Vec<u32>, Vec<Thread>)>);

impl Desk {
    pub fn wait(&self, id: u32) {
        loop {
            {
                let (delivered, readers) = &mut *self.0.lock().unwrap();
                if delivered.contains(&id) {
                    return;
                }
                readers.push(thread::current());
            }
            thread::park();
        }
    }

    pub fn deliver(&self, id: u32) {
        let readers = {
            let (delivered, readers) = &mut *self.0.lock().unwrap();
            delivered.push(id);
            std::mem::take(readers)
        };
        readers.iter().for_each(Thread::unpark);
    }
}
