//! Through this door go readers, any number at the same time, and writers, one at a time and nobody
//! beside them. A writer who waits goes in before all readers who come later, so that no writer waits
//! for ever. `try_read` waits for nobody: it goes in if no writer is inside and none waits. Whoever
//! waits sleeps, and nobody sleeps who could go in.

use std::sync::{Condvar, Mutex};

/// A door, and who is behind it.
#[derive(Default)]
pub struct Door {
    room: Mutex<Room>,
    bell: Condvar,
}

#[derive(Default)]
struct Room {
    readers: usize,
    is_writing: bool,
}

impl Door {
    /// Calls `inside` as a reader.
    pub fn read<T>(&self, inside: impl FnOnce() -> T) -> T {
        // TODO: does a writer wait?
        let room = self.room.lock().unwrap();
        let mut room = self.bell.wait_while(room, |room| room.is_writing).unwrap();
        room.readers += 1;
        drop(room);
        self.as_reader(inside)
    }

    /// Calls `inside` as a reader, or returns nothing if a writer is inside or waits.
    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        // TODO: does a writer wait?
        let mut room = self.room.lock().unwrap();
        if room.is_writing {
            return None;
        }
        room.readers += 1;
        drop(room);
        Some(self.as_reader(inside))
    }

    /// Calls `inside` as a writer.
    pub fn write<T>(&self, inside: impl FnOnce() -> T) -> T {
        // TODO: nobody knows that a writer waits.
        let room = self.room.lock().unwrap();
        let mut room = self
            .bell
            .wait_while(room, |room| room.is_writing || room.readers > 0)
            .unwrap();
        room.is_writing = true;
        drop(room);
        let result = inside();
        self.room.lock().unwrap().is_writing = false;
        self.bell.notify_one();
        result
    }

    /// The way of a reader who has been let in.
    fn as_reader<T>(&self, inside: impl FnOnce() -> T) -> T {
        let result = inside();
        self.room.lock().unwrap().readers -= 1;
        self.bell.notify_one();
        result
    }
}
