//! Rejected: two writers are inside one after the other
//!
//! `if` in place of `while`: between the ring and the lock another one may go in.

use std::sync::{Condvar, Mutex};
#[derive(Default)]
struct Room {
    readers: usize,
    writing: bool,
    waiting: usize,
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
            .wait_while(self.room.lock().unwrap(), |r| r.writing || r.waiting > 0)
            .unwrap();
        room.readers += 1;
        drop(room);
        self.as_reader(inside)
    }
    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        let mut room = self.room.lock().unwrap();
        if room.writing || room.waiting > 0 {
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
        room.waiting += 1;
        if room.writing || room.readers > 0 {
            room = self.bell.wait(room).unwrap();
        }
        room.waiting -= 1;
        room.writing = true;
        drop(room);
        let result = inside();
        self.room.lock().unwrap().writing = false;
        self.bell.notify_all();
        result
    }
}
