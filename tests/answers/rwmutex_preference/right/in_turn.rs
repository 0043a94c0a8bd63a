//! Numbers are drawn, and all go in in turn: readers do not wait for readers.

use std::sync::{Condvar, Mutex};

#[derive(Default)]
struct Room {
    drawn: u64,
    called: u64,
    readers: usize,
    is_writing: bool,
}

#[derive(Default)]
pub struct Door {
    room: Mutex<Room>,
    bell: Condvar,
}

impl Door {
    fn come(&self, writes: bool) {
        let mut room = self.room.lock().unwrap();
        let mine = room.drawn;
        room.drawn += 1;
        let waits = |room: &mut Room| {
            room.called != mine || room.is_writing || (writes && room.readers > 0)
        };
        let mut room = self.bell.wait_while(room, waits).unwrap();
        room.called += 1;
        match writes {
            true => room.is_writing = true,
            false => room.readers += 1,
        }
        self.bell.notify_all();
    }

    fn leave(&self) {
        let mut room = self.room.lock().unwrap();
        match room.is_writing {
            true => room.is_writing = false,
            false => room.readers -= 1,
        }
        self.bell.notify_all();
    }

    pub fn read<T>(&self, inside: impl FnOnce() -> T) -> T {
        self.come(false);
        let result = inside();
        self.leave();
        result
    }

    pub fn write<T>(&self, inside: impl FnOnce() -> T) -> T {
        self.come(true);
        let result = inside();
        self.leave();
        result
    }

    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        let mut room = self.room.lock().unwrap();
        let is_a_turn_to_come = room.called < room.drawn;
        if room.is_writing || is_a_turn_to_come {
            return None;
        }
        room.drawn += 1;
        room.called += 1;
        room.readers += 1;
        drop(room);
        let result = inside();
        self.leave();
        Some(result)
    }
}
