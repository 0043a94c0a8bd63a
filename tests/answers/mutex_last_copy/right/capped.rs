//! Never more copies come back than there are.

use std::sync::Mutex;
pub struct Copies {
    all: u32,
    left: Mutex<u32>,
}
impl Copies {
    pub fn new(copies: u32) -> Copies {
        Copies {
            all: copies,
            left: Mutex::new(copies),
        }
    }
    pub fn left(&self) -> u32 {
        *self.left.lock().unwrap()
    }
    pub fn lend(&self) -> bool {
        let mut l = self.left.lock().unwrap();
        if *l == 0 {
            return false;
        }
        *l -= 1;
        true
    }
    pub fn put_back(&self) {
        let mut l = self.left.lock().unwrap();
        *l = (*l + 1).min(self.all);
    }
}
