//! The library has several tills. `transfer` moves money from one to another, and calls `count`
//! while it does: somebody counts the money, which may take long.
//!
//! - While money is counted, no other transfer may use these two tills. Transfers between other
//!   tills must not be held up.
//! - Two transfers must never wait for each other for ever, also if they go in opposite directions.
//! - If there is not enough in the first till, nothing is moved, nothing is counted, and the result
//!   is `false`.
//! - A transfer from a till to itself counts, and leaves everything as it was.
//!
//! Every till has a number of its own. You may change whatever you like behind these functions.

use std::sync::Mutex;

/// Money in a drawer.
#[derive(Debug)]
pub struct Till {
    number: u32,
    money: Mutex<u64>,
}

impl Till {
    /// A till with this number, and so much in it.
    pub fn new(number: u32, money: u64) -> Till {
        Till {
            number,
            money: Mutex::new(money),
        }
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How much is in it.
    pub fn money(&self) -> u64 {
        *self.money.lock().unwrap()
    }
}

/// Moves `amount` from one till to another, if there is enough.
pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    // TODO: what if somebody moves money in the other direction at the same time?
    let mut source = from.money.lock().unwrap();
    let mut target = to.money.lock().unwrap();
    if *source < amount {
        return false;
    }
    count();
    *source -= amount;
    *target += amount;
    true
}
