//! Rejected: if the counting panics, the next one counts

use std::sync::Mutex;

#[derive(Default)]
pub struct Catalogue {
    number: Mutex<Option<u32>>,
    counting: Mutex<()>,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let _counting = self.counting.lock().unwrap();
        if let Some(number) = self.look() {
            return number;
        }
        let number = count();
        *self.number.lock().unwrap() = Some(number);
        number
    }

    pub fn look(&self) -> Option<u32> {
        *self.number.lock().unwrap()
    }
}
