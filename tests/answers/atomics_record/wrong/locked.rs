//! Rejected: no lock is taken

use std::sync::Mutex;

#[derive(Default)]
pub struct Record(Mutex<u32>);

impl Record {
    pub fn note(&self, number: u32) -> bool {
        let mut largest = self.0.lock().unwrap();
        let is_record = number > *largest;
        *largest = number.max(*largest);
        is_record
    }

    pub fn largest(&self) -> u32 {
        *self.0.lock().unwrap()
    }
}
