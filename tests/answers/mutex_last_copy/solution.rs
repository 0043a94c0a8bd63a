use std::sync::Mutex;

/// The copies of one book.
pub struct Copies {
    left: Mutex<u32>,
}

impl Copies {
    /// So many copies, all of them on the shelf.
    pub fn new(copies: u32) -> Copies {
        Copies {
            left: Mutex::new(copies),
        }
    }

    /// How many are on the shelf.
    pub fn left(&self) -> u32 {
        *self.left.lock().unwrap()
    }

    /// Lends one, if there is one. Says whether.
    pub fn lend(&self) -> bool {
        let mut left = self.left.lock().unwrap();
        if *left == 0 {
            return false;
        }
        *left -= 1;
        true
    }

    /// Puts one back.
    pub fn put_back(&self) {
        *self.left.lock().unwrap() += 1;
    }
}
