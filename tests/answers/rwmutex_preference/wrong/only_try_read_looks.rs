//! Rejected: a writer who waits goes in before readers who come later
//!
//! Whoever tries is kept out by a writer who waits, and whoever insists is let in.

use std::sync::{Condvar, Mutex};

/// A door, and who is behind it.
#[derive(Default)]
pub struct Door {
    room: Mutex<Room>,
    readers_may: Condvar,
    writer_may: Condvar,
}

#[derive(Default)]
struct Room {
    readers: usize,
    is_writing: bool,
    waiting_writers: usize,
}

impl Door {
    /// Calls `inside` as a reader.
    pub fn read<T>(&self, inside: impl FnOnce() -> T) -> T {
        let room = self.room.lock().unwrap();
        let mut room = self
            .readers_may
            .wait_while(room, |room| room.is_writing)
            .unwrap();
        room.readers += 1;
        drop(room);
        self.as_reader(inside)
    }

    /// Calls `inside` as a reader, or returns nothing if a writer is inside or waits.
    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        let mut room = self.room.lock().unwrap();
        if room.keeps_readers_out() {
            return None;
        }
        room.readers += 1;
        drop(room);
        Some(self.as_reader(inside))
    }

    /// Calls `inside` as a writer.
    pub fn write<T>(&self, inside: impl FnOnce() -> T) -> T {
        let mut room = self.room.lock().unwrap();
        room.waiting_writers += 1;
        let mut room = self
            .writer_may
            .wait_while(room, |room| room.is_writing || room.readers > 0)
            .unwrap();
        room.waiting_writers -= 1;
        room.is_writing = true;
        drop(room);
        let result = inside();
        let mut room = self.room.lock().unwrap();
        room.is_writing = false;
        if room.waiting_writers > 0 {
            self.writer_may.notify_one();
        } else {
            self.readers_may.notify_all();
        }
        result
    }

    /// The way of a reader who has been let in.
    fn as_reader<T>(&self, inside: impl FnOnce() -> T) -> T {
        let result = inside();
        let mut room = self.room.lock().unwrap();
        room.readers -= 1;
        if room.readers == 0 {
            self.writer_may.notify_one();
        }
        result
    }
}

impl Room {
    fn keeps_readers_out(&self) -> bool {
        self.is_writing || self.waiting_writers > 0
    }
}
