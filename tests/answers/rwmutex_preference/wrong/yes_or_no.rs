//! Rejected: a writer who waits keeps readers out, also after another writer
//!
//! Whether a writer waits is a `bool`, which the first of two takes away.

use std::sync::{Condvar, Mutex};
#[derive(Default)]
struct Room {
    readers: usize,
    writing: bool,
    waits: bool,
}
#[derive(Default)]
pub struct Door {
    room: Mutex<Room>,
    bell: Condvar,
}
impl Door {
    pub fn read<T>(&self, inside: impl FnOnce() -> T) -> T {
        let mut room = self
            .bell
            .wait_while(self.room.lock().unwrap(), |r| r.writing || r.waits)
            .unwrap();
        room.readers += 1;
        drop(room);
        self.as_reader(inside)
    }
    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        let mut room = self.room.lock().unwrap();
        if room.writing || room.waits {
            return None;
        }
        room.readers += 1;
        drop(room);
        Some(self.as_reader(inside))
    }
    fn as_reader<T>(&self, inside: impl FnOnce() -> T) -> T {
        let result = inside();
        self.room.lock().unwrap().readers -= 1;
        self.bell.notify_all();
        result
    }

    pub fn write<T>(&self, inside: impl FnOnce() -> T) -> T {
        let mut room = self.room.lock().unwrap();
        room.waits = true;
        room = self
            .bell
            .wait_while(room, |r| r.writing || r.readers > 0)
            .unwrap();
        room.waits = false;
        room.writing = true;
        drop(room);
        let result = inside();
        self.room.lock().unwrap().writing = false;
        self.bell.notify_all();
        result
    }
}
