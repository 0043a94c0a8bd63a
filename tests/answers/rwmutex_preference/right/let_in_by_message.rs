//! Whoever waits is let in by a message, and whoever leaves sends it.

use std::sync::Mutex;
use std::sync::mpsc::{SyncSender, sync_channel};
#[derive(Default)]
struct Room {
    readers: usize,
    writing: bool,
    wait_read: Vec<SyncSender<()>>,
    wait_write: Vec<SyncSender<()>>,
}
#[derive(Default)]
pub struct Door {
    room: Mutex<Room>,
}
impl Room {
    fn next(&mut self) {
        if self.writing || self.readers > 0 {
            return;
        }
        if !self.wait_write.is_empty() {
            self.writing = true;
            self.wait_write.remove(0).send(()).unwrap();
            return;
        }
        for r in self.wait_read.drain(..) {
            self.readers += 1;
            r.send(()).unwrap();
        }
    }
}
impl Door {
    pub fn read<T>(&self, inside: impl FnOnce() -> T) -> T {
        let mut room = self.room.lock().unwrap();
        if room.writing || !room.wait_write.is_empty() {
            let (tx, rx) = sync_channel(1);
            room.wait_read.push(tx);
            drop(room);
            rx.recv().unwrap();
        } else {
            room.readers += 1;
            drop(room);
        }
        self.end_read(inside())
    }
    fn end_read<T>(&self, t: T) -> T {
        let mut room = self.room.lock().unwrap();
        room.readers -= 1;
        room.next();
        t
    }
    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        let mut room = self.room.lock().unwrap();
        if room.writing || !room.wait_write.is_empty() {
            return None;
        }
        room.readers += 1;
        drop(room);
        Some(self.end_read(inside()))
    }
    pub fn write<T>(&self, inside: impl FnOnce() -> T) -> T {
        let mut room = self.room.lock().unwrap();
        if room.writing || room.readers > 0 {
            let (tx, rx) = sync_channel(1);
            room.wait_write.push(tx);
            drop(room);
            rx.recv().unwrap();
        } else {
            room.writing = true;
            drop(room);
        }
        let t = inside();
        let mut room = self.room.lock().unwrap();
        room.writing = false;
        room.next();
        t
    }
}
