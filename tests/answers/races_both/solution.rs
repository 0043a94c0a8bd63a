use std::sync::Mutex;

/// The board.
#[derive(Default)]
pub struct Board {
    loans_and_paid: Mutex<(u64, u64)>,
}

impl Board {
    /// One more book is out, and `fee` was paid for it. Fees are below a thousand.
    pub fn lend(&self, fee: u64) {
        let mut board = self.loans_and_paid.lock().unwrap();
        board.0 += 1;
        board.1 += fee;
    }

    /// How many books are out, and how much was paid.
    pub fn read(&self) -> (u64, u64) {
        *self.loans_and_paid.lock().unwrap()
    }
}
