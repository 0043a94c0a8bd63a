//! Rejected: readers are inside at the same time

use std::sync::{Mutex, TryLockError};

#[derive(Default)]
pub struct Door(Mutex<()>);

impl Door {
    pub fn read<T>(&self, inside: impl FnOnce() -> T) -> T {
        let _door = self.0.lock().unwrap();
        inside()
    }

    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        let _door = match self.0.try_lock() {
            Err(TryLockError::WouldBlock) => return None,
            door => door.unwrap(),
        };
        Some(inside())
    }

    pub fn write<T>(&self, inside: impl FnOnce() -> T) -> T {
        let _door = self.0.lock().unwrap();
        inside()
    }
}
